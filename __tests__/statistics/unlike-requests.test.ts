import { expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import { saying } from '../saying.ts'
import { comparisonOf, evidenceOf, failedShare, latency, run } from './runs.ts'

/* Failed requests are cheap: where only one side has them, its processor time by request is no saving. */

const processor = (ms: number): Measurement => ({
  ...latency(0),
  metric: 'cpu_per_request',
  kind: 'gauge',
  stats: new Map([['avg', ms]]),
})

function compared(failedBefore: number, failedNow: number) {
  const runs = [1, 1.01, 0.99, 1.005].flatMap((factor, index) => [
    run([latency(100), processor(1.5 * factor), failedShare(failedBefore)], {
      side: 'baseline',
      runNumber: index + 1,
    }),
    run([latency(100), processor(0.54 * factor), failedShare(failedNow)], { runNumber: index + 1 }),
  ])
  return comparisonOf(evidenceOf({ runs }), { metric: 'cpu_per_request', stat: 'avg' })
}

test.each([
  [0, 0.33, '0 % of the requests failed before and 33 % now, and a failed request needs less.'],
  [0.33, 0, '33 % of the requests failed before and 0 % now, and a failed request needs less.'],
])('%s of them before, %s now: not compared', (before, now, reason) => {
  expect(compared(before, now)).toMatchObject({
    role: 'other',
    verdict: 'not-comparable',
    reason: saying(reason),
    estimate: null,
  })
})

test.each([
  [0, 0],
  [0.33, 0.33],
  [0, 0.01],
])('%s of them before, %s now: compared', (before, now) => {
  expect(compared(before, now)).toMatchObject({ verdict: 'improved', reason: null })
})
