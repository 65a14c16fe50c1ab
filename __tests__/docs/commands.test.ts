import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { commandsOf, ROOT, readRepositoryFile } from './markdown-page.ts'

/** Pages whose commands are called in a checkout of perf-gate. docs/required-check.md has a walk-through of its own, on a played repository. */
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/{*,guides/*}.md', { cwd: ROOT })]
  .filter((page) => page !== 'docs/required-check.md')
  .toSorted()

/** These need a network or a whole test run. `.ci/run` calls them; a command that is in neither place is an error here. */
const CALLED_BY_CI = ['npm ci && npm test']

/** Called in a checkout of the reader's own repository: docs/required-check.md has them too, and its walk-through runs them. */
const CALLED_BY_WALK_THROUGH = /^node \.\.\/perf-gate\/dist\/cli\.js /

/** What a page may ask of its reader's shell. */
const RUNNABLE = /^(?:node dist\/cli\.js |for |gzip -dc |rm -r shop\/)/

describe.each(PAGES.filter((page) => commandsOf(readRepositoryFile(page)).length > 0))('%s', (page) => {
  test('every command does what the page says, in order, in one folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-gate-docs-'))
    for (const name of ['dist', 'examples', 'schema']) symlinkSync(join(ROOT, name), join(folder, name))
    for (const { text, exitCode, output } of commandsOf(readRepositoryFile(page))) {
      if (CALLED_BY_CI.includes(text) || isCalledByWalkThrough(text) || isLongScript(text)) continue
      expect(text).toMatch(RUNNABLE)
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

test('the guides have commands at all', () => {
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

/** In the reader's shell, with the Node that runs the tests. Standard output and error as one text. */
function call(text: string, folder: string): Readonly<{ exitCode: number | null; printed: string }> {
  const env = { PATH: `${dirname(execPath)}:${process.env.PATH ?? ''}` }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', text], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 ** 2,
  })
  return { exitCode: status, printed: `${stdout}${stderr}` }
}
