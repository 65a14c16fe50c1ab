import { globSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { ROOT, readRepositoryFile } from './markdown-page.ts'

/** The words of an entry are the words of a message in the sources. Where that message changes, its entry must too. */
const SOURCES = globSync('{src,templates}/**/*.{ts,hbs}', { cwd: ROOT }).map((path) => ({
  path,
  // As messages read: without the quotes, operators and escapes between two pieces of a sentence.
  text: readRepositoryFile(path).replaceAll('\\`', '`').replaceAll('**', ''),
}))

const ENTRIES = [...readRepositoryFile('docs/troubleshooting.md').matchAll(/^> (.+)$/gm)].map(([, text = '']) => text)

/** `…` stands for names and numbers: what is around it must be in one source, in this order. */
function sourceOf(entry: string): string | undefined {
  const patterns = entry.split(/\. |\.$/).map((sentence) => {
    const parts = sentence.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    // What a finding says begins small in the source, and a value may hold another text.
    return new RegExp(parts.join('\\$\\{(?:[^{}]|\\{[^}]*\\})*\\}'), 'i')
  })
  return SOURCES.find(({ text }) => patterns.every((pattern) => pattern.test(text)))?.path
}

/** What is said of a file that cannot be used, as it stands in the source. Other tools, ladders and profiles have pages of their own. */
function messagesOfBadFiles(): readonly string[] {
  const own =
    /^src\/(?:results\/(?!zip)|formats\/(?:k6-(?!load-seconds|summary-rung)|json-|foreign-|unreadable|metric-|csv-|ndjson-|digest|merge-|points-|read-))/
  return SOURCES.filter(({ path }) => own.test(path)).flatMap(({ text }) =>
    [...text.matchAll(/(?:UserError|ForeignFileError)\(\s*(?:text)?(['"`])(.*?[a-z]{3} .*?\.)\1\s*[,)]/g)].map(
      ([, , message = '']) => message,
    ),
  )
}

function isFound(message: string): boolean {
  return ENTRIES.some((entry) =>
    new RegExp(
      entry
        .split('…')
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*'),
    ).test(message),
  )
}

describe('docs/troubleshooting.md', () => {
  test.each(ENTRIES)('"%s" is what the gate says', (entry) => {
    expect(sourceOf(entry)).toBeDefined()
  })

  test('has an entry for each message of a file that cannot be used', () => {
    expect(messagesOfBadFiles().length).toBeGreaterThan(40)
    // The first says what the file is and nothing else. Nobody meets the second: a run has at least one part.
    const known = [/^The file is \$\{signature\}\.$/, /^There is no part of a run to read\.$/]
    const lost = messagesOfBadFiles().filter((message) => !isFound(message))
    expect(lost.filter((message) => !known.some((one) => one.test(message)))).toEqual([])
  })

  test('has an entry for what people meet first', () => {
    expect(ENTRIES.length).toBeGreaterThan(35)
    expect(sourceOf('no gate says this')).toBeUndefined()
  })
})
