import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { findK6, K6_IS_REQUIRED, K6_LEFT_OUT } from '../../scripts/find-k6.ts'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { blocksOf, commandsOf, ROOT, readRepositoryFile } from './markdown-page.ts'

/** Pages whose commands are called in a checkout of perf-gate. docs/required-check.md has a walk-through of its own, on a played repository. */
const PAGES = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: ROOT })
  .filter((page) => page !== 'docs/required-check.md')
  .toSorted()

/** These need a network or a whole test run. `.ci/run` calls them; a command that is in neither place is an error here. */
const CALLED_BY_CI = ['npm ci && npm test']

/** Called in a checkout of the reader's own repository: docs/required-check.md has them too, and its walk-through runs them. */
const CALLED_BY_WALK_THROUGH = /^node \.\.\/perf-gate\/dist\/cli\.js /

/** These need a cluster. What they name must be in the TestRun of the same folder. */
const CALLED_ON_A_CLUSTER = /^kubectl (?:wait .* testrun\/([\w-]+)|cp .*:(\/\w+)) /

/** What a page may ask of its reader's shell. */
const RUNNABLE = /^(?:k6 run |node dist\/cli\.js |for |gzip -dc |rm -r shop\/)/

/** Without a k6 its commands are left out. */
const K6 = findK6()

/** The load test that the commands of k6 run. Nothing answers it: the points are what matters. */
const SCRIPT = "import http from 'k6/http'\nexport default () => http.get('http://127.0.0.1:1/')\n"

test(`real k6 is there, or its commands are ${K6_LEFT_OUT}`, () => {
  expect(K6 === null && K6_IS_REQUIRED).toBe(false)
})

describe.each(PAGES.filter((page) => commandsOf(readRepositoryFile(page)).length > 0))('%s', (page) => {
  test('every command does what the page says, in order, in one folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-gate-docs-'))
    for (const name of ['dist', 'examples', 'schema']) symlinkSync(join(ROOT, name), join(folder, name))
    writeFileSync(join(folder, 'script.js'), SCRIPT)
    if (K6 !== null) symlinkSync(K6, join(folder, 'k6'))
    for (const { text, exitCode, output } of commandsOf(readRepositoryFile(page))) {
      if (CALLED_BY_CI.includes(text) || isCalledByWalkThrough(text) || isLongScript(text) || isForCluster(text))
        continue
      expect(text).toMatch(RUNNABLE)
      if (K6 === null && text.startsWith('k6 ')) continue
      const result = call(text, folder)
      expect({ text, ...result }).toMatchObject({ exitCode })
      if (output !== null) expect(result.printed).toContain(output)
    }
    rmSync(folder, { recursive: true })
  })
})

test('the commands that CI calls are those of the README', () => {
  const ci = readRepositoryFile('.ci/run')
  expect(ci).toContain('npm ci')
  expect(ci).toContain('npm test')
  const readme = commandsOf(readRepositoryFile('README.md')).map(({ text }) => text)
  for (const text of CALLED_BY_CI) expect(readme).toContain(text)
})

test('no command hides in a block of another kind, where nobody would call it', () => {
  const blocks = PAGES.flatMap((page) => blocksOf(readRepositoryFile(page)))
  // Python is what a locustfile is written in.
  expect([...new Set(blocks.map(({ language }) => language))].toSorted()).toEqual([
    '',
    'js',
    'python',
    'sh',
    'text',
    'yaml',
  ])
  const lines = blocks
    .filter(({ language }) => language === '' || language === 'text')
    .flatMap(({ text }) => text.split('\n'))
  expect(lines.filter((line) => /^\$ |^(?:k6|node|npm|npx|docker|gh|git|curl|\.\/) /.test(line))).toEqual([])
})

test('commands were found in the guides', () => {
  expect(PAGES.flatMap((page) => commandsOf(readRepositoryFile(page))).length).toBeGreaterThan(12)
})

function isCalledByWalkThrough(text: string): boolean {
  if (!CALLED_BY_WALK_THROUGH.test(text)) return false
  // Any set-up will do: they differ in a word.
  const plain = (command: string): string => command.replace(/ --setup \S+/, '')
  const walked = commandsOf(readRepositoryFile('docs/required-check.md')).map((command) => plain(command.text))
  expect(walked).toContain(plain(text))
  return true
}

/** Scripts that run for minutes or hours, so a person starts them. That they can be started is all that is looked at here. */
function isLongScript(text: string): boolean {
  const script = /^npm run (lab|bench|fuzz)(?: |$)/.exec(text)?.[1]
  if (script === undefined) return false
  expect(JSON.parse(readRepositoryFile('package.json')).scripts).toHaveProperty(script)
  return true
}

function isForCluster(text: string): boolean {
  const [, run, folder] = CALLED_ON_A_CLUSTER.exec(text) ?? []
  if (run === undefined && folder === undefined) return false
  const testRun = readRepositoryFile('examples/k6-operator/testrun.yaml')
  expect(testRun).toContain(run === undefined ? `mountPath: ${folder}` : `name: ${run}`)
  return true
}

/** In the reader's shell, with the Node that runs the tests. Standard output and error as one text. */
function call(text: string, folder: string): Readonly<{ exitCode: number | null; printed: string }> {
  const env = { PATH: `${folder}:${dirname(execPath)}:${process.env.PATH ?? ''}`, HOME: folder }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', text], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: HANGS_AFTER_MS,
    maxBuffer: 64 * 1024 ** 2,
  })
  return { exitCode: status, printed: `${stdout}${stderr}` }
}
