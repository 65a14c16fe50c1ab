import { expect, test } from '@jest/globals'
import type { JournalEntry } from '../github/journal.ts'
import { expectFewRequests } from './request-limit.ts'

/* run-action.ts checks the limit after each run. These tests show that the check can fail. */

const RUNS = new Map([
  [1, { event: 'pull_request', status: 'in_progress' }],
  [2, { event: 'push', status: 'completed' }],
])

function entries(operationId: string | null, count: number, change: Partial<JournalEntry> = {}): JournalEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    origin: 'api',
    method: 'GET',
    path: `/${operationId}/${index}`,
    query: '',
    body: undefined,
    token: 'job',
    operationId,
    userAgent: 'perf-gate',
    round: null,
    isFaulty: false,
    status: 200,
    ...change,
  }))
}

const check = (...journal: readonly JournalEntry[]) => expectFewRequests(journal, { runs: RUNS }, 1)
const twenty = entries('pulls/get', 20)

test('20 are promised, and one more is told by name', () => {
  expect(() => check(...twenty)).not.toThrow()
  expect(() => check(...twenty, ...entries('issues/list-comments', 1))).toThrow(
    /^21 requests, and 20 are promised:\n[\s\S]*issues\/list-comments$/,
  )
  expect(() => check(...twenty, ...entries(null, 1, { method: 'POST', path: '/graphql' }))).toThrow('POST /graphql')
})

test('one an artifact and one a baseline file come on top, and the same one only once', () => {
  expect(() =>
    check(...twenty, ...entries('git/get-blob', 16), ...entries('actions/download-artifact', 3)),
  ).not.toThrow()
  for (const id of ['git/get-blob', 'actions/download-artifact'])
    expect(() => check(...twenty, ...entries(id, 1), ...entries(id, 1))).toThrow(`21 requests`)
})

test('the list of a load test of the branch stands for a file, that of this run does not', () => {
  const id = 'actions/list-workflow-run-artifacts'
  const list = (run: number) => entries(id, 1, { path: `/repos/acme/shop/actions/runs/${run}/artifacts` })
  expect(() => check(...twenty, ...list(2))).not.toThrow()
  expect(() => check(...twenty, ...list(1))).toThrow(id)
})

test('what a planned fault hit is not counted, and neither is the storage', () => {
  expect(() => check(...twenty, ...entries('pulls/get', 9, { isFaulty: true }))).not.toThrow()
  expect(() => check(...twenty, ...entries(null, 9, { origin: 'storage' }))).not.toThrow()
})

test('each further pull request with the same head allows ten more', () => {
  const more = entries('pulls/get', 30)
  expect(() => expectFewRequests(more, { runs: RUNS }, 2)).not.toThrow()
  expect(() => expectFewRequests([...more, ...entries('pulls/list', 1)], { runs: RUNS }, 2)).toThrow('30 are promised')
})
