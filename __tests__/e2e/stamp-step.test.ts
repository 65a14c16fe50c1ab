import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { node24, REPOSITORY_ROOT } from './runner/job-environment.ts'

/* stamp/action.yml as the runner starts it: the committed bundle with Node 24, and the inputs as variables. */

const ACTION = join(REPOSITORY_ROOT, 'stamp/action.yml')
const SUMMARY = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout/baseline/run-1/summary.json')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-stamp-'))
  for (const side of ['baseline', 'candidate']) {
    mkdirSync(join(folder, 'results/checkout', side, 'run-1'), { recursive: true })
    cpSync(SUMMARY, join(folder, 'results/checkout', side, 'run-1/summary.json'))
  }
  writeFileSync(join(folder, 'load.js'), 'export default () => null\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function stamp(inputs: Readonly<Record<string, string>>) {
  const { inputs: known, runs } = parse(readFileSync(ACTION, 'utf8'))
  const defaults = Object.entries(known).map(([name, input]) => [name, (input as { default: string }).default])
  const given = Object.entries({ ...Object.fromEntries(defaults), ...inputs })
  const { status, stdout, stderr } = spawnSync(node24(), [join(dirname(ACTION), runs.main)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GITHUB_RUN_ID: '7',
      GITHUB_JOB: 'load-test',
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  })
  return { status, log: `${stdout}${stderr}` }
}

const runJson = (side: string) =>
  JSON.parse(readFileSync(join(folder, 'results/checkout', side, 'run-1/run.json'), 'utf8'))

test('every run gets what it was measured on', () => {
  const [commit, baselineCommit] = ['a'.repeat(40), 'b'.repeat(40)]
  const inputs = { script: 'load.js', load: '8 users', commit, 'baseline-commit': baselineCommit }
  const { status, log } = stamp(inputs)
  expect({ status, log }).toMatchObject({ status: 0, log: expect.stringContaining('Stamped 2 of 2 runs in results.') })
  expect(runJson('candidate')).toMatchObject({
    testedCommit: commit,
    load: '8 users',
    scriptHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    jobId: '7/load-test',
    machine: expect.any(String),
  })
  expect(runJson('baseline')).toMatchObject({ testedCommit: baselineCommit })
})

test('several folders, one a line, and what was stamped stays unless it is to be replaced', () => {
  const results = 'results/checkout/baseline\nresults/checkout/candidate'
  expect(stamp({ results, load: 'first' }).status).toBe(0)
  expect(stamp({ results, load: 'second' }).log).toContain('1 had a run.json, which was kept')
  expect(runJson('candidate')).toMatchObject({ load: 'first' })
  expect(stamp({ results, load: 'second', force: 'true' }).status).toBe(0)
  expect(runJson('candidate')).toMatchObject({ load: 'second' })
})

test.each([
  [{ results: 'nowhere' }, 'nowhere'],
  [{ script: 'other.js' }, 'other.js cannot be read (ENOENT)'],
  [{ commit: 'main' }, '--commit cannot be "main"'],
  [{ part: '3' }, '--part cannot be "3"'],
  [{ force: 'perhaps' }, 'force'],
])('%j fails the step and says why', (inputs, message) => {
  const { status, log } = stamp(inputs as Record<string, string>)
  expect(status).toBe(1)
  expect(log).toContain('::error::')
  expect(log).toContain(message)
})
