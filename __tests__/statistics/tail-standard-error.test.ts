import { expect, test } from '@jest/globals'
import { tailStandardErrorRatio } from '../../src/statistics/tail-standard-error.ts'

test('of p90 = 180, p95 = 200 and 1000 requests', () => {
  expect(tailStandardErrorRatio({ p90: 180, p95: 200, count: 1000 })).toBeCloseTo(0.01988617878, 10)
})

test('halves with four times the requests', () => {
  expect(tailStandardErrorRatio({ p90: 180, p95: 200, count: 4000 })).toBeCloseTo(0.00994308939, 10)
})

test('is 0 where p90 and p95 are the same', () => {
  expect(tailStandardErrorRatio({ p90: 200, p95: 200, count: 1000 })).toBe(0)
})

test.each([
  { p90: 210, p95: 200, count: 1000 },
  { p90: 0, p95: 0, count: 1000 },
  { p90: -1, p95: 200, count: 1000 },
  { p90: 180, p95: 200, count: 0 },
  { p90: 180, p95: Infinity, count: 1000 },
  { p90: 180, p95: Number.NaN, count: 1000 },
  { p90: Number.NaN, p95: 200, count: 1000 },
  { p90: 180, p95: 200, count: Number.NaN },
])('is null without a usable tail: %j', (tail) => {
  expect(tailStandardErrorRatio(tail)).toBeNull()
})
