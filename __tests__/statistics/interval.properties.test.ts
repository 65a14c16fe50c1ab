import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Interval, pairedInterval, unpairedInterval } from '../../src/statistics/interval.ts'
import { logsOf } from '../../src/statistics/logs.ts'

const latency = fc.double({ min: 0.01, max: 60_000, noNaN: true })
const side = fc.array(latency, { minLength: 3, maxLength: 12 })
const noise = fc.record({
  sd: fc.double({ min: 0.005, max: 0.5, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 10 }),
})
const prior = fc.option(noise)
const factor = fc.double({ min: 0.1, max: 10, noNaN: true })

type Prior = Readonly<{ sd: number; degreesOfFreedom: number }> | null

function compareRuns(baseline: readonly number[], candidate: readonly number[], known: Prior): Interval {
  return unpairedInterval({
    baselineLogs: logsOf(baseline),
    candidateLogs: logsOf(candidate),
    prior: known,
    alpha: 0.05,
  })
}

function comparePairs(ratios: readonly number[], known: Prior): Interval {
  return pairedInterval({ logRatios: logsOf(ratios), prior: known, alpha: 0.05 })
}

function expectClose(actual: Interval, expected: Interval): void {
  for (const key of ['estimateLog', 'lowerLog', 'upperLog', 'pValue', 'standardError', 'sd'] as const) {
    expect(actual[key]).toBeCloseTo(expected[key], 8)
  }
  expect(actual.degreesOfFreedom).toBe(expected.degreesOfFreedom)
}

function mirrored(interval: Interval): Interval {
  return {
    ...interval,
    estimateLog: -interval.estimateLog,
    lowerLog: -interval.upperLog,
    upperLog: -interval.lowerLog,
    pValue: 1 - interval.pValue,
  }
}

function movedBy(interval: Interval, log: number): Pick<Interval, 'estimateLog' | 'lowerLog' | 'upperLog'> {
  return {
    estimateLog: interval.estimateLog + log,
    lowerLog: interval.lowerLog + log,
    upperLog: interval.upperLog + log,
  }
}

describe('unpaired', () => {
  test('swapping the sides negates the estimate and mirrors the bounds', () => {
    fc.assert(
      fc.property(side, side, prior, (baseline, candidate, known) => {
        expectClose(compareRuns(candidate, baseline, known), mirrored(compareRuns(baseline, candidate, known)))
      }),
    )
  })

  test('scaling all values changes nothing', () => {
    fc.assert(
      fc.property(side, side, prior, factor, (baseline, candidate, known, by) => {
        const scaled = compareRuns(
          baseline.map((value) => value * by),
          candidate.map((value) => value * by),
          known,
        )
        expectClose(scaled, compareRuns(baseline, candidate, known))
      }),
    )
  })

  test('a factor on the candidate adds its logarithm', () => {
    fc.assert(
      fc.property(side, side, prior, factor, (baseline, candidate, known, by) => {
        const before = compareRuns(baseline, candidate, known)
        const after = compareRuns(
          baseline,
          candidate.map((value) => value * by),
          known,
        )
        expectClose(after, { ...before, ...movedBy(before, Math.log(by)), pValue: after.pValue })
      }),
    )
  })

  test('the order of runs changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(side, side, prior, (baseline, candidate, known) => {
        const before = compareRuns(baseline, candidate, known)
        expect(compareRuns(baseline.toReversed(), [...candidate.slice(1), ...candidate.slice(0, 1)], known)).toEqual(
          before,
        )
      }),
    )
  })

  test('growing every candidate value never lowers the estimate', () => {
    const grown = fc.array(fc.tuple(latency, fc.double({ min: 1, max: 3, noNaN: true })), {
      minLength: 3,
      maxLength: 12,
    })
    fc.assert(
      fc.property(side, grown, prior, (baseline, pairs, known) => {
        const before = compareRuns(
          baseline,
          pairs.map(([value]) => value),
          known,
        )
        const after = compareRuns(
          baseline,
          pairs.map(([value, growth]) => value * growth),
          known,
        )
        expect(after.estimateLog).toBeGreaterThanOrEqual(before.estimateLog)
      }),
    )
  })

  test('the estimate lies between its bounds, every number is finite, and the bound and the p-value agree', () => {
    fc.assert(
      fc.property(side, side, prior, (baseline, candidate, known) => {
        const interval = compareRuns(baseline, candidate, known)
        expect(Object.values(interval).every(Number.isFinite)).toBe(true)
        expect(interval.lowerLog).toBeLessThan(interval.estimateLog)
        expect(interval.upperLog).toBeGreaterThan(interval.estimateLog)
        // Away from the border, where the seven digits of the t distribution may disagree with themselves.
        if (Math.abs(interval.pValue - 0.05) > 1e-6) expect(interval.lowerLog > 0).toBe(interval.pValue < 0.05)
      }),
    )
  })

  test('one or two runs per side work with a prior', () => {
    const few = fc.array(latency, { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(few, few, noise, (baseline, candidate, known) => {
        expect(Object.values(compareRuns(baseline, candidate, known)).every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('paired', () => {
  const ratios = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 2, maxLength: 12 })

  test('swapping the sides negates the estimate and mirrors the bounds', () => {
    fc.assert(
      fc.property(ratios, prior, (values, known) => {
        expectClose(
          comparePairs(
            values.map((value) => 1 / value),
            known,
          ),
          mirrored(comparePairs(values, known)),
        )
      }),
    )
  })

  test('a factor on the candidate adds its logarithm', () => {
    fc.assert(
      fc.property(ratios, prior, factor, (values, known, by) => {
        const before = comparePairs(values, known)
        const after = comparePairs(
          values.map((value) => value * by),
          known,
        )
        expectClose(after, { ...before, ...movedBy(before, Math.log(by)), pValue: after.pValue })
      }),
    )
  })

  test('the order of pairs changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(ratios, prior, (values, known) => {
        expect(comparePairs(values.toReversed(), known)).toEqual(comparePairs(values, known))
      }),
    )
  })

  test('growing every ratio never lowers the estimate', () => {
    fc.assert(
      fc.property(ratios, prior, fc.double({ min: 1, max: 3, noNaN: true }), (values, known, growth) => {
        const grown = values.map((value, index) => (index % 2 === 0 ? value * growth : value))
        expect(comparePairs(grown, known).estimateLog).toBeGreaterThanOrEqual(comparePairs(values, known).estimateLog)
      }),
    )
  })
})
