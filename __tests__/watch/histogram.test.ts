import { describe, expect, test } from '@jest/globals'
import { boundFor } from '../../src/watch/bound.ts'
import { type Histogram, histogramOf, slowerThan, sumOf } from '../../src/watch/histogram.ts'
import { latencyChange } from '../../src/watch/latency-change.ts'
import { NoDataError } from '../../src/watch/no-data.ts'

const values = (all: Readonly<Record<string, number | null>>) =>
  Object.entries(all).map(([le, value]) => ({ le, value }))

/** The problem that the check names, as plain text. */
function problemOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof NoDataError)
      return error.said.problem.map((part) => (typeof part === 'string' ? part : Object.values(part).join())).join('')
    throw error
  }
  return 'nothing'
}

describe('a histogram', () => {
  test('buckets ascend by number, and +Inf gives the number of requests', () => {
    expect(histogramOf(values({ '10': 90, '+Inf': 100, '2.5': 50 }))).toEqual({
      requests: 100,
      buckets: [
        { end: 2.5, within: 50 },
        { end: 10, within: 90 },
      ],
    })
  })

  test('`1` and `1.0` are one bucket: each has a part of the time', () => {
    expect(
      histogramOf([
        { le: '1', value: 30 },
        { le: '1.0', value: 60 },
        { le: '+Inf', value: 100 },
      ])?.buckets,
    ).toEqual([{ end: 1, within: 90 }])
  })

  test('no series is null, which is not 0 requests', () => {
    expect(histogramOf([])).toBeNull()
  })

  test.each([
    [{ '1': null, '+Inf': 3 }, 'a bucket of the histogram is not a number'],
    [{ '1': 3 }, 'the histogram has no bucket +Inf, so the number of requests is not known'],
    [{ x: 3, '+Inf': 3 }, 'a bucket of the histogram ends at x, which is not a number'],
    [{ '': 3, '+Inf': 3 }, 'a bucket of the histogram ends at , which is not a number'],
  ])('%j is no data', (all, problem) => {
    expect(problemOf(() => histogramOf(values(all)))).toBe(problem)
  })

  test('a sum of histograms has the buckets that all of them have', () => {
    const sum = sumOf([
      {
        requests: 10,
        buckets: [
          { end: 1, within: 5 },
          { end: 2, within: 8 },
        ],
      },
      { requests: 20, buckets: [{ end: 1, within: 15 }] },
    ])
    expect(sum).toEqual({ requests: 30, buckets: [{ end: 1, within: 20 }] })
  })

  test('a bucket that extrapolation leaves above the number of requests gives no negative count', () => {
    expect(slowerThan({ requests: 100, buckets: [{ end: 1, within: 100.4 }] }, 1)).toBe(0)
  })
})

describe('the bound', () => {
  const of = (requests: number, within: Readonly<Record<string, number>>): Histogram => ({
    requests,
    buckets: Object.entries(within).map(([end, one]) => ({ end: Number(end), within: one })),
  })

  test('is the end that about a tenth of the requests exceed', () => {
    expect(boundFor(of(10_000, { 0.1: 3590, 0.25: 8779, 0.3: 9291, 0.5: 9895 }), 's')).toBe(0.25)
  })

  test('is refused if nearly all or hardly any requests exceed it, and the shares are named', () => {
    const problem = problemOf(() => boundFor(of(10_000, { 0.1: 100, 0.5: 9950, 1.5: 9999 }), 's'))
    expect(problem).toBe(
      'no bucket divides the requests into slow and fast (slow per bucket end: 0.1s (99.0 %), 0.5s (0.5 %), 1.5s (0.0 %))',
    )
  })

  test('needs a hundred slow requests', () => {
    expect(problemOf(() => boundFor(of(50, { 1: 40 }), 's'))).toBe(
      'too little traffic: the old version got 50 requests, and at least 1000 are needed',
    )
    expect(problemOf(() => boundFor(of(900, { 1: 810 }), 's'))).toBe(
      'too little traffic: the old version got 900 requests, and 1000 are needed',
    )
    expect(boundFor(of(1000, { 1: 900 }), 's')).toBe(1)
  })

  test('two versions without a bucket in common', () => {
    expect(problemOf(() => boundFor(of(1000, {}), 's'))).toBe('the two versions have no bucket in common')
  })
})

describe('the change of the response time', () => {
  const baseline: Histogram = {
    requests: 10_000,
    buckets: [
      { end: 0.1, within: 5000 },
      { end: 0.2, within: 9000 },
      { end: 0.4, within: 9900 },
    ],
  }
  const odds = (slow: number) => Math.log((slow + 0.5) / (10_000 - slow + 0.5))

  test('as many slow requests beyond 200 ms as there were beyond 100 ms is twice as slow', () => {
    expect(latencyChange(baseline, 0.2, odds(5000) - odds(1000))).toBeCloseTo(1, 10)
  })

  test('as few slow requests as there were beyond 400 ms is half the time', () => {
    expect(latencyChange(baseline, 0.2, odds(100) - odds(1000))).toBeCloseTo(-0.5, 10)
  })

  test('no change of the share is no change of the time', () => {
    expect(latencyChange(baseline, 0.2, 0)).toBeCloseTo(0, 10)
  })

  test('the line continues beyond the first and the last bucket', () => {
    expect(latencyChange(baseline, 0.1, 1)).toBeGreaterThan(0)
    expect(latencyChange(baseline, 0.4, -1)).toBeLessThan(0)
  })

  test('with a single bucket the change is not known', () => {
    expect(latencyChange({ requests: 1000, buckets: [{ end: 1, within: 900 }] }, 1, 0.5)).toBeNull()
  })
})
