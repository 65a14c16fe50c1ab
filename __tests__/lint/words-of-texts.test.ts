import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/**
 * A text is never read back: what a part of the program says is for people, and another part asks for the value behind it. So nothing
 * decides by the words of a sentence, takes its full stop away or gives it another first letter; `capitalized` of model/text.ts does that
 * where a text stands alone.
 */
const READS_WORDS = [
  // A sentence in the place of a mark: startsWith('Times are whole')
  /\.(?:startsWith|endsWith|includes|indexOf|search|match|split|replace|replaceAll)\(\s*['"`/][^'"`]*[A-Za-z]{2} [a-z]/,
  /[!=]== ['"`][A-Z][a-z]+ [a-z]/,
  // Sentences taken apart: split('. ')
  /\.(?:split|replace|replaceAll)\(\s*(?:['"`](?:[.!?:] |\.\.)['"`]|\/\\\.\$\/|\/\[[^\]]*\.[^\]]*\]\+?\$\/)/,
  // First letters
  /charAt\(0\)|\[0\]\??\.to(?:Upper|Lower)Case\(/,
  // What is called a message, a reason, a note ...
  /\.(?:test|exec)\((?:[\w.]+\.)?(?:message|reason|problem|note|detail|said|sentence)\)/,
  /\b(?:message|reason|problem|note|detail|sentence|said)\??\.(?:match|replace|replaceAll|startsWith|endsWith|includes|split|search|indexOf|toLowerCase|toUpperCase)\(/,
]

/** Words of other programs, which have no values behind them; and what this one keeps in Git and on GitHub, as they keep nothing but text. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['complexity/readers/eslint.ts', 'MESSAGE.exec(String(message.message))'],
  ['complexity/readers/lizard-xml.ts', `text.split('<measure type="File">')`],
  ['formats/jmeter-samples.ts', 'TRANSACTION.test(message)'],
  ['formats/json-document.ts', '/at position (\\d+)/.exec(message)'],
  ['formats/json-document.ts', '/end of JSON|[Uu]nterminated/.test(message)'],
  ['github/anchor.ts', 'NO_ANCESTOR.test(error.message)'],
  ['github/client.ts', '/secondary rate limit/i.test(error.message)'],
  ['github/deployments.ts', "commit.message.split('\\n')"],
  ['github/override-status.ts', "reason.replaceAll(/\\s+/g, ' ')"],
  ['github/permission-error.ts', '/rate limit/i.test(error.message)'],
  ['github/permission-error.ts', "error.message.replace(/[.\\s]+$/, '')"],
  ['github/status.ts', 'LIMIT_MESSAGE.test(error.message)'],
  ['profiles/names/native.ts', "name.startsWith('(anonymous namespace)', index)"],
  ['profiles/readers/gprof.ts', "text.indexOf('Flat profile:')"],
  ['prometheus/query.ts', "one.startsWith('PromQL info')"],
  ['report/custom-templates.ts', '/^Parse error on line (\\d+)/.exec(message)'],
  ['report/custom-templates.ts', '/^"(.*)" not defined in .* - (\\d+):\\d+$/.exec(message)'],
  ['report/custom-templates.ts', '/^(.*?)(?: - (\\d+):\\d+)?$/s.exec(message)'],
  ['setup/workflow-file.ts', "error.message.split('\\n')"],
  ['storage/branch-store.ts', "data.message.split('\\n')"],
  ['storage/branch-store.ts', 'data.message.startsWith(subject)'],
  ['storage/branch-store.ts', '/rule violation|protected/i.test(message)'],
]

test.each(sources())('%s reads no words of its own program', (path) => {
  expect(readingsIn(withoutComments(path), path)).toEqual([])
})

test.each([
  "note.startsWith('Times are whole seconds') ? other : note",
  "refused ??= { problem: refusal.problem.replace(/\\.$/, '') }",
  "const [first] = sentence.split('. ')",
  'const shown = words[0]?.toUpperCase() + words.slice(1)',
  'return text.charAt(0).toUpperCase() + text.slice(1)',
  "return error.what !== 'The file is empty.'",
  "const culprit = files.find(({ file }) => problem.startsWith(file.path + ': '))",
  "return (name + ': ' + reason + '.').replace('..', '.')",
  'if (/min-delta/.test(comparison.reason)) return null',
])('it is found: %s', (line) => {
  expect(readingsIn(line, 'report/headline.ts')).toEqual([line])
})

test('each exception is still needed', () => {
  expect(FOREIGN.filter(([path, words]) => !withoutComments(path).includes(words))).toEqual([])
})

function sources(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

function readingsIn(code: string, path: string): readonly string[] {
  const allowed = FOREIGN.filter(([file]) => file === path).map(([, words]) => words)
  return code
    .split('\n')
    .filter((line) =>
      READS_WORDS.some((pattern) => pattern.test(allowed.reduce((rest, words) => rest.replaceAll(words, ''), line))),
    )
}

function withoutComments(path: string): string {
  return readFileSync(`src/${path}`, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
