import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/**
 * What one tool calls its metrics, and the tools' own names, stand in the files of that tool only. Everything else asks for the quantity,
 * so that the numbers of one tool are not judged by the habits of another.
 */
const OF_TOOLS = [
  /http_req(?:s|_\w+)?\b(?!uest)/,
  /\bdropped_iterations\b|\biteration_duration\b|\bgroup_duration\b/,
  /['"`](?:iterations|checks|vus(?:_max)?|data_(?:sent|received))['"`]/,
  /summaryTrendStats|THRESHOLDS_HAVE_FAILED|=== 99\b/,
  /\bk6\b|\b(?:[Ll]ocust|[Gg]atling|JMeter|jmeter|JMH|jmh|hyperfine|[Cc]riterion|ghz|wrk2?)\b/,
]

/** Where a tool may be named: its readers, its names and advice, what sets it up, and what starts it. */
const OWN_FILES =
  /^(?:formats|setup)\/|^model\/k6-[\w-]+\.ts$|^measure\/k6-options\.ts$|^results\/k6-lines\.ts$|^commands\/init\.ts$/

/** Public words that cannot change their name, and what people call their files: each text is allowed in its file alone. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['policy/policy-schema.ts', "'max-dropped-iterations'"],
  ['policy/policy-file.ts', "'max-dropped-iterations'"],
  ['policy/rules/k6-threshold.ts', "'k6-threshold'"],
  ['commands/stamp.ts', "'k6-version'"],
  ['commands/read-ladders.ts', "'k6-points-csv'"],
  ['github/inputs.ts', "'{k6,perf}-results*'"],
  ['results/exit-code.ts', '(?:k6[-_.])?'],
  ['results/layout.ts', '(?:k6|results'],
  ['results/run-path.ts', '(?:k6[-_ .]?)?'],
  ['results/run-path.ts', '(?:k6|results'],
  ['results/run-path.ts', '(?:k6|perf)-results'],
  ['results/run-path.ts', '|raw|k6|report'],
]

test.each(sources())('%s names no tool and no metric of a tool', (path) => {
  expect(leaksIn(withoutComments(path), path)).toEqual([])
})

test('a metric of k6 in a rule is found', () => {
  expect(leaksIn("const latency = metric === 'http_req_duration'", 'policy/rules/budget.ts')).toHaveLength(1)
  expect(leaksIn("count('iterations')", 'policy/rules/budget.ts')).toHaveLength(1)
  expect(leaksIn('text`Run k6 first.`', 'policy/rules/budget.ts')).toHaveLength(1)
})

test('each exception is still needed', () => {
  expect(ALLOWED.filter(([path, text]) => !withoutComments(path).includes(text))).toEqual([])
})

function sources(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !OWN_FILES.test(path))
    .sort()
}

/** The lines of code that hold such a name, without imports of the files that may. */
function leaksIn(code: string, path: string): readonly string[] {
  const allowed = ALLOWED.filter(([file]) => file === path).map(([, text]) => text)
  return code
    .replaceAll(/^import .*$|^\} from .*$/gm, '')
    .split('\n')
    .map((line) => allowed.reduce((rest, text) => rest.replaceAll(text, ''), line).trim())
    .filter((line) => OF_TOOLS.some((pattern) => pattern.test(line)))
}

function withoutComments(path: string): string {
  return readFileSync(`src/${path}`, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
