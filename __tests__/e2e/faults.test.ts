import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FaultEffect } from './github/faults.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * GitHub fails at every request in turn, and the job dies at every write in turn. Afterwards the store is whole, and the
 * same job again makes comment and status right and records nothing twice.
 */

const STORE = ['perf-gate-baselines', 'perf-gate/v1/checkout.ndjson'] as const

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles

beforeAll(async () => {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

/** More than a client tries. */
const FAULTS = 8

/** Takes away what is left of a fault, so that it does not hit the next job too. */
function useUp(method: string, path: string): void {
  for (let left = FAULTS; left > 0; left -= 1) stage.github.faults.next('api', method, path)
}

async function storedLines(): Promise<readonly string[]> {
  const text = await stage.github.readBranchFile(...STORE)
  return (text ?? '').trimEnd().split('\n')
}

function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  message = 'A planned fault',
): FaultEffect {
  return { kind: 'answer', status, headers, body: { message } }
}

const PASSING: readonly [name: string, effect: FaultEffect][] = [
  ['429 with retry-after', answer(429, { 'retry-after': '1' })],
  ['403 of the secondary limit', answer(403, { 'retry-after': '1' }, 'You have exceeded a secondary rate limit')],
  ['502', answer(502)],
  ['a connection that is reset', { kind: 'reset' }],
  ['an answer that is cut off', { kind: 'truncate' }],
]

describe.each(PASSING)('%s, once', (_, effect) => {
  test('at the status, the comment, the policy and the artifact: the verdict is written all the same', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, slow)
    for (const path of [/\/contents\//, /\/artifacts$/, /\/status$/]) {
      stage.github.faults.push({ method: 'GET', path, effect })
    }
    const result = await stage.workflowRun(runId)
    expect(result.exitCode).toBe(0)
    expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
    expect(await stage.report(number)).toMatch(/^❌ \*\*Blocked: p95/m)
  })
})

test('the download of an artifact breaks in its middle, twice', async () => {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, slow)
  stage.github.faults.push({ origin: 'storage', method: 'GET', path: /./, times: 2, effect: { kind: 'truncate' } })
  await stage.workflowRun(runId)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

/** The requests that change something, in the order of a run. */
const GATING_WRITES = [
  ['POST', /\/statuses\//],
  ['POST', /\/comments$/],
] as const

describe.each(GATING_WRITES)('%s %s fails for good', (method, path) => {
  test.each(['reset', 'reset-after'] as const)(
    '%s: the same job again makes comment and status right',
    async (kind) => {
      const number = await stage.open('same repository')
      const runId = await stage.loadTest(number, slow)
      stage.github.faults.push({ method, path, times: FAULTS, effect: { kind } })
      await stage.workflowRun(runId)
      useUp(method, exampleOf(path))
      await stage.workflowRun(runId)
      expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
      expect(await stage.report(number)).toMatch(/^❌ \*\*Blocked: p95/m)
    },
  )
})

/** A path that the pattern of a fault matches. */
function exampleOf(path: RegExp): string {
  return path.source.includes('statuses') ? '/statuses/x' : '/comments'
}

const RECORDING_WRITES = [
  ['POST', /\/git\/blobs$/, '/git/blobs'],
  ['POST', /\/git\/trees$/, '/git/trees'],
  ['POST', /\/git\/commits$/, '/git/commits'],
  ['PATCH', /\/git\/refs\//, '/git/refs/x'],
] as const

describe.each(RECORDING_WRITES)('recording dies at %s %s', (method, path, example) => {
  test.each(['reset', 'reset-after'] as const)(
    '%s: the store is whole, and nothing is recorded twice',
    async (kind) => {
      const before = await storedLines()
      stage.github.faults.push({ method, path, times: FAULTS, effect: { kind } })
      await stage.record(normal)
      useUp(method, example)
      const after = await storedLines()
      expect(after.slice(0, before.length)).toEqual(before)
      for (const line of after) expect(() => JSON.parse(line)).not.toThrow()
      expect(new Set(after).size).toBe(after.length)
      // The next push records, whatever became of this one.
      expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
      const later = await storedLines()
      expect(later.length).toBeGreaterThan(after.length)
      expect(new Set(later).size).toBe(later.length)
    },
  )
})
