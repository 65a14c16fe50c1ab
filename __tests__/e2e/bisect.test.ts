import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * `perf-gate bisect` on a generated repository. A real service on loopback reports how slow it is, and a stand-in for `k6` writes
 * recorded summaries.
 */

const STAND_INS = join(REPOSITORY_ROOT, '__tests__/measure/stand-ins')

let folder: string
let commits: string[]

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  }).trim()

/** `factor` null: the build of this commit fails. */
function commit(factor: string | null, subject: string): string {
  writeFileSync(join(folder, 'factor'), `${factor ?? 'broken'} ${subject}\n`)
  git('add', 'factor')
  git('commit', '-qm', subject)
  return git('rev-parse', 'HEAD')
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-bisect-'))
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'k6'), `#!/bin/sh\nexec ${execPath} ${STAND_INS}/k6.mjs "$@"\n`)
  chmodSync(join(folder, 'k6'), 0o755)
  writeFileSync(join(folder, 'load.js'), 'export default () => null\n')
  git('init', '-q', '-b', 'main')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const bisect = async (...args: readonly string[]) => {
  const build = 'grep -v broken factor && cut -d" " -f1 factor > built'
  const start = `exec ${execPath} ${STAND_INS}/service.mjs {port} factor=$(cat built)`
  const flags = [
    '--build',
    build,
    '--start',
    start,
    '--load',
    './k6 run load.js',
    '--service',
    'checkout',
    '--json',
    'found.json',
  ]
  return await runCli(['bisect', ...flags, '--seed', '7', ...args], {
    folder,
    env: { HOME: folder, TMPDIR: join(folder, 'tmp') },
  })
}
const found = () => JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8'))

describe('a main line whose slow commit is known', () => {
  beforeEach(() => {
    commits = ['1', '1', '1', '1.3', '1.3', '1.3', '1.3'].map((factor, index) => commit(factor, `change ${index}`))
  })

  test('names it, with few runs, and leaves nothing behind', async () => {
    const { exitCode, stdout } = await bisect('--good', commits[0] ?? '')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/\*\*The first slower commit is `[0-9a-f]{7,}` `change 3`\*\* \([\d.]+ % certain|more than/)
    expect(stdout).toContain('not measured')
    const { suspects, certainty, commits: all, ...more } = found()
    expect(suspects).toEqual([{ commit: commits[3], subject: 'change 3' }])
    expect(certainty).toBeGreaterThan(0.95)
    expect(more).toMatchObject({ schemaVersion: 1, kind: 'named', series: { service: 'checkout', stat: 'p95' } })
    expect(more.changeRatio).toBeCloseTo(0.3, 1)
    expect(all.map(({ subject }: { subject: string }) => subject)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `change ${n}`))
    // Besides the newest commit and the good one, pairs of two commits were measured.
    expect(all.filter(({ pairs }: { pairs: number }) => pairs > 0).length).toBeLessThanOrEqual(4)
    expect(git('worktree', 'list').split('\n')).toHaveLength(1)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    expect(existsSync(join(folder, 'built'))).toBe(false)
    expect(readdirSync(join(folder, 'perf-bisect')).every((name) => /^\d{4}-[0-9a-f]{12}$/.test(name))).toBe(true)
  })

  test('nothing is looked for where the newest is not slower', async () => {
    const { exitCode, stdout } = await bisect('--good', commits[0] ?? '', '--bad', commits[2] ?? '')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('is not proven to be slower than')
    expect(found()).toMatchObject({ kind: 'not-slower', suspects: [], certainty: null, changeRatio: null })
  })

  test('results of an earlier search are replaced only when asked', async () => {
    await bisect('--good', commits[0] ?? '', '--bad', commits[1] ?? '')
    const again = await bisect('--good', commits[0] ?? '', '--bad', commits[1] ?? '')
    expect(again.exitCode).toBe(2)
    expect(again.stderr).toContain('is not empty. Remove it, replace it with --force')
    expect((await bisect('--good', commits[0] ?? '', '--bad', commits[1] ?? '', '--force')).exitCode).toBe(1)
  })

  test.each([
    [['--good', 'nowhere'], /nowhere is not a commit of the checkout/],
    [['--good', 'main'], /There is no commit after --good main, up to HEAD/],
    [['--good', 'main', '--bad', 'main~2'], /--good main is not part of the history of main~2/],
    [[], /needs --good|--good is missing|Give --good/],
    [['--good', 'main~3', '--max-pairs', '0'], /--max-pairs cannot be "0"/],
  ])('%j is an error that says what to do', async (args, message) => {
    const { exitCode, stderr } = await bisect(...args)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
  })
})

test('commits that cannot be built are left out, and the answer is a range where they hide it', async () => {
  commits = ['1', '1', null, null, '1.3'].map((factor, index) => commit(factor, `change ${index}`))
  const { exitCode, stdout } = await bisect('--good', commits[0] ?? '')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('**The first slower commit is one of 3 commits, from')
  expect(stdout).toContain('left out: The build of the candidate ended with exit code 1')
  expect(found()).toMatchObject({ kind: 'range', suspects: [2, 3, 4].map((n) => ({ commit: commits[n] })) })
})

test('of a merge the merge itself is named, not a commit of the branch that it brought', async () => {
  const good = commit('1', 'good')
  git('switch', '-qc', 'feature')
  commit('1.3', 'slow on the branch')
  git('switch', '-q', 'main')
  git('merge', '-q', '--no-ff', '-m', 'Merge feature', 'feature')
  writeFileSync(join(folder, 'more'), 'x')
  git('add', 'more')
  git('commit', '-qm', 'later')
  const { exitCode, stdout } = await bisect('--good', good)
  expect(exitCode).toBe(0)
  expect(stdout).toContain('`Merge feature`** (')
  expect(found().commits).toHaveLength(2)
})
