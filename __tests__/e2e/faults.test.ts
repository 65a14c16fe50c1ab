import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FaultEffect } from './github/faults.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * The kinds of failures, each at some requests. faults-each-request.test.ts has all requests, and faults-kill.test.ts has killed
 * jobs. After a lost connection the client waits 1, 4 and 9 seconds, so a request that fails for good takes time: only few are
 * tested here.
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

/** A client tries fewer times. */
const FOR_GOOD = 8

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

const PASSING: readonly [name: string, effect: FaultEffect, path: RegExp][] = [
  ['429 with retry-after', answer(429, { 'retry-after': '0' }), /\/git\/trees\//],
  [
    '403 of the secondary limit',
    answer(403, { 'retry-after': '0' }, 'You have exceeded a secondary rate limit'),
    /\/compare\//,
  ],
  ['502', answer(502), /\/git\/trees\//],
  ['a connection that is reset', { kind: 'reset' }, /\/artifacts$/],
  ['an answer that is cut off', { kind: 'truncate' }, /\/git\/trees\//],
]

test.each(PASSING)('%s, once: the verdict is written all the same', async (_, effect, path) => {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, slow)
  stage.github.faults.push({ method: 'GET', path, effect })
  const result = await stage.workflowRun(runId)
  expect(result.exitCode).toBe(0)
  expect(stage.github.faults.pending()).toBe(0)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  expect(await stage.report(number)).toMatch(/^❌ \*\*Blocked: p95/m)
})

test('the download of an artifact breaks in its middle, twice', async () => {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, slow)
  stage.github.faults.push({ origin: 'storage', method: 'GET', path: /./, times: 2, effect: { kind: 'truncate' } })
  await stage.workflowRun(runId)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

test('GitHub makes the comment and its answers are lost: the same job again finds it, and makes no second one', async () => {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, slow)
  stage.github.faults.push({ method: 'POST', path: /\/comments$/, times: FOR_GOOD, effect: { kind: 'reset-after' } })
  await stage.workflowRun(runId)
  stage.github.faults.clear()
  await stage.workflowRun(runId)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  expect(await stage.report(number)).toMatch(/^❌ \*\*Blocked: p95/m)
})

test.each(['reset-after'] as const)(
  'the branch of baselines cannot be moved (%s): the store is whole, and the next push records',
  async (kind) => {
    const before = await storedLines()
    stage.github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, times: FOR_GOOD, effect: { kind } })
    await stage.record(normal)
    stage.github.faults.clear()
    const after = await storedLines()
    expect(after.slice(0, before.length)).toEqual(before)
    for (const line of after) expect(() => JSON.parse(line)).not.toThrow()
    expect(new Set(after).size).toBe(after.length)
    expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
    const later = await storedLines()
    expect(later).toHaveLength(after.length + 5)
    expect(new Set(later).size).toBe(later.length)
  },
)

test('somebody else moves the branch of baselines first: both are kept', async () => {
  const before = await storedLines()
  const happens = async () => {
    await stage.github.pushCommit({ branch: STORE[0], files: { 'README.md': 'theirs' } })
  }
  stage.github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, effect: { kind: 'meanwhile', happens } })
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
  expect(stage.github.faults.pending()).toBe(0)
  expect(await storedLines()).toHaveLength(before.length + 5)
  expect(await stage.github.readBranchFile(STORE[0], 'README.md')).toBe('theirs')
})
