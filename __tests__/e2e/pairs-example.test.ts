import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { node24, REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * The steps of examples/workflows/pairs.yml that check out and measure, run as the runner runs them, with the committed bundle
 * and the file that `init` writes. A stand-in for k6 writes recorded results; git and the service are real.
 */

type Steps = readonly Readonly<{ uses: string; with?: Readonly<Record<string, unknown>> }>[]

const STEPS: Steps = parse(readFileSync(join(REPOSITORY_ROOT, 'examples/workflows/pairs.yml'), 'utf8')).jobs[
  'load-test'
].steps
const STEP = STEPS.find(({ uses }) => uses.includes('/measure@'))
const UPLOADED = String(STEPS.find(({ uses }) => uses.startsWith('actions/upload-artifact@'))?.with?.path)
const ACTION = join(REPOSITORY_ROOT, 'measure/action.yml')
const STAND_INS = join(REPOSITORY_ROOT, '__tests__/measure/stand-ins')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-pairs-'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/k6'), `#!/bin/sh\nexec ${execPath} ${STAND_INS}/k6.mjs "$@"\n`)
  chmodSync(join(folder, 'bin/k6'), 0o755)
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const env = () => ({
  PATH: `${join(folder, 'bin')}:${dirname(execPath)}:${process.env.PATH}`,
  HOME: folder,
  GIT_CONFIG_GLOBAL: '/dev/null',
})
const git = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd,
    env: env(),
    stdio: 'ignore',
  })
}

/** A repository with a service that npm starts, a pull request that makes the service slower, and a checkout of its head. */
function checkOut(factor: string, load: string, policy: string): string {
  const origin = join(folder, 'shop')
  mkdirSync(join(origin, '.github'), { recursive: true })
  git(origin, 'init', '-q', '-b', 'main')
  const write = (factorOfVersion: string): void => {
    const start = `exec ${execPath} ${STAND_INS}/service.mjs $PORT factor=${factorOfVersion}`
    writeFileSync(join(origin, 'start.sh'), start)
    git(origin, 'add', '-A')
    git(origin, 'commit', '--allow-empty', '-qm', 'version')
  }
  writeFileSync(join(origin, 'load.js'), "import http from 'k6/http'\nexport default () => http.get(__ENV.BASE_URL)\n")
  writeFileSync(
    join(origin, '.github/perf-gate.measure.yml'),
    `version: 1\nservices: { checkout: { start: sh start.sh, ready: /health, load: '${load}' } }\n`,
  )
  if (policy !== '') writeFileSync(join(origin, '.github/perf-gate.yml'), policy)
  write('1')
  git(origin, 'switch', '-qc', 'pull')
  write(factor)
  const workspace = join(folder, 'workspace')
  git(folder, 'clone', '-q', '--branch', 'pull', origin, workspace)
  git(workspace, 'switch', '-q', '--detach', 'HEAD')
  return workspace
}

/** Runs the step as the runner does. */
function measure(workspace: string) {
  const { inputs, runs } = parse(readFileSync(ACTION, 'utf8'))
  const defaults = Object.entries(inputs).map(([name, input]) => [name, (input as { default: string }).default])
  const given = Object.entries({ ...Object.fromEntries(defaults), ...STEP?.with }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    String(value),
  ])
  const output = join(folder, 'output')
  writeFileSync(output, '')
  const { status, stdout, stderr } = spawnSync(node24(), [join(dirname(ACTION), runs.main)], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...env(),
      GITHUB_OUTPUT: output,
      GITHUB_WORKSPACE: workspace,
      GITHUB_BASE_REF: 'main',
      ...Object.fromEntries(given),
    },
  })
  return { status, log: `${stdout}${stderr}`, output: readFileSync(output, 'utf8') }
}

const runsOf = (workspace: string, variant: string) => readdirSync(join(workspace, UPLOADED, variant))

describe('with a confirmation in the policy of the base branch', () => {
  const policy = 'version: 1\nconfirmation: { max-runs: 10 }\n'

  test.each([
    ['1.2', 'true'],
    ['1', 'false'],
  ])('a version that takes %s times as long: three pairs tell, and blocked is %s', (factor, blocked) => {
    const workspace = checkOut(factor, 'k6 run load.js', policy)
    const { status, output, log } = measure(workspace)
    expect({ status, log }).toMatchObject({ status: 0 })
    expect(output).toMatch(new RegExp(`^blocked<<(\\S+)\\n${blocked}\\n\\1\\n$`))
    expect(runsOf(workspace, 'baseline')).toEqual(['run-1', 'run-2', 'run-3'])
    expect(runsOf(workspace, 'candidate')).toEqual(['run-1', 'run-2', 'run-3'])
  })

  test('three pairs that leave the answer open are not the last', () => {
    const workspace = checkOut('1', 'NOISE=yes k6 run load.js', policy)
    expect(measure(workspace).status).toBe(0)
    expect(runsOf(workspace, 'candidate').length).toBeGreaterThan(3)
  })
})

test.each(['version: 1\n', ''])('without one, five pairs are all: %j', (policy) => {
  const workspace = checkOut('1', 'NOISE=yes k6 run load.js', policy)
  expect(measure(workspace).status).toBe(0)
  expect(runsOf(workspace, 'candidate')).toHaveLength(5)
})

test('where nothing can be measured, the step fails and says why', () => {
  const workspace = checkOut('1', 'wrk {address}', '')
  const { status, log } = measure(workspace)
  expect(status).toBe(1)
  expect(log).toContain('::error::')
  expect(log).toContain('load does not say where the result goes')
})
