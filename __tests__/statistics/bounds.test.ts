import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Comparison } from '../../src/model/comparison.ts'
import type { Bounds, Measurement } from '../../src/model/measurement.ts'
import { plainText } from '../../src/model/text.ts'
import { saying } from '../saying.ts'
import { comparisonOf, evidenceOf, latency, side, throughput } from './runs.ts'

/** The p95 of a run whose load generators left only summaries. */
function between(lower: number, upper: number): readonly Measurement[] {
  return [bounded(latency(0), 'p95', { lower, upper })]
}

function bounded(measurement: Measurement, stat: string, bounds: Bounds): Measurement {
  return {
    ...measurement,
    stats: new Map(),
    unusable: new Map([[stat, ['only known within bounds']]]),
    bounds: new Map([[stat, bounds]]),
  }
}

type Content = number | readonly Measurement[]

function compare(baseline: Content, candidate: Content, runs = 5): Comparison {
  const both = [
    ...side('baseline', Array<Content>(runs).fill(baseline)),
    ...side('candidate', Array<Content>(runs).fill(candidate)),
  ]
  return comparisonOf(evidenceOf({ runs: both }))
}

describe('several load generators that left only summaries', () => {
  test('all of the change is over the limit: regressed, by at least so much', () => {
    const { verdict, estimate, candidate, reason } = compare(100, between(112, 140))
    expect(verdict).toBe('regressed')
    expect(estimate?.changeRatio).toBeCloseTo(0.12, 10)
    expect(estimate?.upper).toBeGreaterThan(0.4)
    expect(candidate).toBe(112)
    expect(plainText(reason ?? [])).toBe(
      'Several load generators shared a run and left only summaries, whose percentiles cannot be merged: all that is known is a change between +12.0 % and +40.0 %.',
    )
  })

  test('all of it is within the limit: unchanged, by at most so much', () => {
    const { verdict, estimate, candidate } = compare(between(99, 100), between(99, 101))
    expect(verdict).toBe('unchanged')
    expect(estimate?.changeRatio).toBeCloseTo(101 / 99 - 1, 10)
    expect(candidate).toBe(101)
  })

  test('the limit lies between the bounds: no answer, and more runs would not help', () => {
    expect(compare(100, between(90, 130))).toMatchObject({
      verdict: 'inconclusive',
      obstacle: 'only-a-range',
      estimate: null,
      baseline: null,
      candidate: null,
      reason: saying(/between −10.0 % and \+30.0 %\.$/),
    })
  })

  test('the numbers of three real segments, of which one was slow, prove nothing', () => {
    const segments = between(11.01471285, 200.99759155)
    expect(compare(segments, segments).verdict).toBe('inconclusive')
  })

  test('one run against one run is over the limit, and not proven', () => {
    expect(compare(100, between(106, 107), 1).verdict).toBe('unproven')
  })

  test('a throughput that is lower at its best is regressed', () => {
    const rate = (lower: number, upper: number) => [bounded(throughput(0), 'rate', { lower, upper })]
    const runs = (content: readonly Measurement[]) => Array.from({ length: 5 }, () => content)
    const both = [...side('baseline', runs([throughput(100)])), ...side('candidate', runs(rate(60, 80)))]
    const primary = [{ metric: 'http_reqs', stat: 'rate' }]
    const found = comparisonOf(evidenceOf({ runs: both, policy: { primary } }), { metric: 'http_reqs', stat: 'rate' })
    expect(found.verdict).toBe('regressed')
    expect(found.estimate?.changeRatio).toBeCloseTo(-0.2, 10)
  })

  test('what else is wrong with a number comes first', () => {
    expect(compare(100, [latency(0, { stats: new Map(), unusable: new Map([['p95', ['no samples']]]) })]).verdict).toBe(
      'invalid',
    )
    expect(compare(between(0, 100), 100).verdict).toBe('invalid')
  })
})

test('a verdict by bounds is the verdict of every value between them', () => {
  const aTime = fc.double({ min: 50, max: 200, noNaN: true })
  fc.assert(
    fc.property(aTime, aTime, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
      const [lower, upper] = [Math.min(one, other), Math.max(one, other)]
      const within = compare(100, between(lower, upper)).verdict
      const exact = compare(100, Math.min(upper, lower + share * (upper - lower))).verdict
      if (within === 'regressed') expect(exact).toBe('regressed')
      if (within === 'improved') expect(exact).toBe('improved')
      if (within === 'unchanged' || within === 'slower') expect(['unchanged', 'slower', 'improved']).toContain(exact)
    }),
  )
})
