import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * Profiles that `measure` records from real processes. The tests compare by how much one function grew, so the speed of the
 * machine does not matter.
 */

const STAND_INS = join(REPOSITORY_ROOT, '__tests__/measure/stand-ins')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-profiled-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

async function measured(requests: number, profile: string, ...flags: readonly string[]) {
  const service = (encoding: number) => `${execPath} ${STAND_INS}/order-service.mjs {port} ${encoding}`
  writeFileSync(
    join(folder, 'measure.yml'),
    `version: 1
services:
  orders:
    load: ${execPath} ${STAND_INS}/load.mjs {address} {output} ${requests}
    profile: ${profile}
    baseline: { start: '${service(200)}' }
    candidate: { start: '${service(1600)}' }
`,
  )
  const { exitCode, stdout, stderr } = await runCli(
    ['measure', 'measure.yml', '--pairs', '1', '--json', 'report.json', ...flags],
    { folder, env: { HOME: folder } },
  )
  return { exitCode, stdout, stderr, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) }
}

const runsOf = (side: string) => readdirSync(join(folder, 'perf-results/orders', side))

test('a function with eight times the work is named first, in runs of their own that are not judged', async () => {
  const { exitCode, stdout, stderr, report } = await measured(150, 'node')
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 })
  expect(stdout).toContain('Where the time goes in `orders`: `encode (order-service.mjs)` takes ')
  expect(report.profiles[0].functions[0]).toMatchObject({ name: 'encode (order-service.mjs)', verdict: 'slower' })
  expect(report.profiles[0]).toMatchObject({ runs: { baseline: 5, candidate: 5 } })
  expect(report.comparisons[0]).toMatchObject({ runs: { baseline: 1, candidate: 1 } })
  for (const side of ['baseline', 'candidate']) {
    expect(runsOf(side)).toEqual(['run-1', 'run-2', 'run-3', 'run-4', 'run-5', 'run-6'])
    const profile = join(folder, 'perf-results/orders', side, 'run-2/profile')
    expect(readdirSync(profile)).toEqual([expect.stringMatching(/^\d+\.cpuprofile$/), 'run.json'])
    expect(JSON.parse(readFileSync(join(profile, 'run.json'), 'utf8'))).toMatchObject({ requests: 150 })
  }
})

test('a command of one’s own is interrupted when the load has ended, and may go on with what it recorded', async () => {
  const recorder = 'sh -c \'trap "exit 0" INT; while true; do sleep 0.1; done\''
  const command = `echo {pid} > {scratch}/pid; ${recorder}; test -d /proc/$(cat {scratch}/pid) && echo "main;work 100" > {output}`
  const { stderr } = await measured(5, JSON.stringify(command))
  expect(stderr).toContain('orders, profile 5 of 5, candidate: recorded')
  expect(readFileSync(join(folder, 'perf-results/orders/candidate/run-6/profile/profile'), 'utf8')).toBe(
    'main;work 100\n',
  )
})

test('one that is told how long to record ends by itself', async () => {
  const command = 'sleep {seconds}; echo "main;work 100" > {output}'
  const { stderr } = await measured(5, JSON.stringify(command))
  expect(stderr).toContain('orders, profile 5 of 5, candidate: recorded')
})

test('a program that records nothing is told, and the verdict is that of the runs', async () => {
  const { exitCode, stderr, report } = await measured(5, '"echo no permission; exit 1; echo {output}"')
  expect(exitCode).toBe(1)
  expect(report.comparisons[0]).toMatchObject({ runs: { baseline: 1, candidate: 1 } })
  expect(stderr).toMatch(/profile 1 of 5, \w+: not recorded\. echo wrote nothing\. It printed last:\n {2}no permission/)
  expect(stderr).not.toContain('profile 2 of 5')
})
