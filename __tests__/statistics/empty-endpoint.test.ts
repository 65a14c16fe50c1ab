import { expect, test } from '@jest/globals'
import type { Comparison } from '../../src/model/comparison.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import { saying } from '../saying.ts'
import { comparisonOf, endpoint, evidenceOf, latency, side } from './runs.ts'

const WHY = 'all 40 requests failed, so there is no time of a successful request'
const failed: Measurement = {
  ...endpoint('GET /gone', 0),
  sampleCount: 0,
  stats: new Map(),
  unusable: new Map([['p95', [WHY]]]),
}
const fine = endpoint('GET /gone', 20)

function compare(baseline: readonly Measurement[], candidate: readonly (Measurement | null)[]): Comparison {
  const runs = [
    ...side(
      'baseline',
      baseline.map((one) => [latency(100), one]),
    ),
    ...side(
      'candidate',
      candidate.map((one) => (one === null ? [latency(100)] : [latency(100), one])),
    ),
  ]
  return comparisonOf(evidenceOf({ runs }), { endpoint: 'GET /gone' })
}

test.each([
  ['now', [fine, fine], [failed, failed], 'missing', `There is no time to compare: ${WHY}.`],
  ['in one run', [fine, fine], [fine, failed], 'missing', `There is no time to compare: ${WHY}.`],
  [
    'as before',
    [failed, failed],
    [failed, failed],
    'inconclusive',
    `There is no time to compare: ${WHY}, and before it was the same.`,
  ],
  [
    'before, and is not called now',
    [failed, failed],
    [null, null],
    'missing',
    `The baseline has no time of it: ${WHY}.`,
  ],
  ['only before', [failed, failed], [fine, fine], 'new', `The baseline has no time of it: ${WHY}.`],
] as const)('an endpoint whose requests all failed %s', (_, baseline, candidate, verdict, reason) => {
  expect(compare(baseline, candidate)).toMatchObject({ verdict, reason: saying(reason), estimate: null })
})

test('a damaged number is still damaged, and a whole service without a success cannot be judged', () => {
  const damaged = { ...failed, sampleCount: 40, unusable: new Map([['p95', ['the value is NaN']]]) }
  expect(compare([fine, fine], [failed, damaged]).verdict).toBe('invalid')
  const all = { ...failed, endpoint: null }
  const runs = [...side('baseline', [100, 100]), ...side('candidate', [[all], [all]])]
  expect(comparisonOf(evidenceOf({ runs })).verdict).toBe('invalid')
})
