import { describe, expect, test } from '@jest/globals'
import { compareDays } from '../../src/watch/compare-days.ts'
import { comparePods } from '../../src/watch/compare-pods.ts'
import { boundsOf, pValueOf, visibleDifference } from '../../src/watch/difference.ts'
import type { Histogram } from '../../src/watch/histogram.ts'

/** A histogram whose slow requests have these log odds. With this number of requests, half a request does not matter. */
function slow(logOdds: number, requests = 1e12): Histogram {
  const share = 1 / (1 + Math.exp(-logOdds))
  return { requests, buckets: [{ end: 1, within: requests * (1 - share) }] }
}

describe('pods', () => {
  test('with much traffic the comparison is a pooled t test over the pods', () => {
    // R: t.test(c(-2.0,-1.8,-1.9), c(-2.3,-2.1,-2.2,-2.2), var.equal = TRUE, alternative = "greater")
    const old = [-2.3, -2.1, -2.2, -2.2].map((odds) => slow(odds))
    const current = [-2, -1.8, -1.9].map((odds) => slow(odds))
    const difference = comparePods(old, current, 1)
    expect(difference.logRatio).toBeCloseTo(0.3, 6)
    expect(difference.degreesOfFreedom).toBe(5)
    // The sums of squares are 0.02 on both sides: sqrt(0.04 / 5 * (1/4 + 1/3))
    expect(difference.standardError).toBeCloseTo(Math.sqrt(0.008 * (1 / 4 + 1 / 3)), 6)
    // scipy.stats.t.sf(4.391550, 5) = 0.003549
    expect(pValueOf(difference)).toBeCloseTo(0.00355, 4)
  })

  test('pods that agree by chance prove nothing, because the spread is at least that of counting', () => {
    const pods = (odds: number) => [1, 2, 3].map(() => slow(odds, 1000))
    const difference = comparePods(pods(-2.2), pods(-2.1), 1)
    expect(difference.standardError).toBeGreaterThan(0.08)
    expect(pValueOf(difference)).toBeGreaterThan(0.1)
  })

  test('a canary with little traffic is as uncertain as its counts', () => {
    const old = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => slow(-2.2, 1e6))
    const current = [1, 2, 3].map(() => slow(-2.2, 300))
    // 1 / (300 p (1 - p)) of each of three pods.
    expect(comparePods(old, current, 1).standardError).toBeGreaterThan(0.1)
  })

  test('without a slow request the difference is still a finite number', () => {
    const none = { requests: 1000, buckets: [{ end: 1, within: 1000 }] }
    expect(pValueOf(comparePods([none, none, none], [none, none, none], 1))).toBe(0.5)
  })
})

describe('days', () => {
  const step = (from: number, to: number) => ({ before: slow(from), after: slow(to) })

  test('a step that occurs each day at this time is not a change', () => {
    const days = [0.29, 0.31, 0.3, 0.28, 0.32, 0.3, 0.3].map((size) => step(-2, -2 + size))
    const difference = compareDays(step(-2, -1.7), days, 1)
    expect(difference.logRatio).toBeCloseTo(0, 6)
    expect(difference.degreesOfFreedom).toBe(6)
  })

  test('the comparison predicts one more day from the days before', () => {
    const sizes = [0, 0.1, -0.1, 0.2, -0.2, 0.05, -0.05]
    const days = sizes.map((size) => step(-2, -2 + size))
    const variance = sizes.reduce((sum, size) => sum + size ** 2, 0) / 6
    const difference = compareDays(step(-2, -1.4), days, 1)
    expect(difference.logRatio).toBeCloseTo(0.6, 6)
    expect(difference.standardError).toBeCloseTo(Math.sqrt(variance * (8 / 7)), 6)
  })
})

test("the bounds and the visible change follow Student's t", () => {
  const difference = { logRatio: 0.3, standardError: 0.1, degreesOfFreedom: 6 }
  // scipy.stats.t.ppf(0.97, 6) = 2.313263, ppf(0.95, 6) = 1.943180
  expect(boundsOf(difference, 0.03).lower).toBeCloseTo(0.3 - 0.2313263, 6)
  expect(boundsOf(difference, 0.03).upper).toBeCloseTo(0.3 + 0.2313263, 6)
  expect(visibleDifference(difference, 0.03)).toBeCloseTo(0.2313263 + 0.194318, 6)
})
