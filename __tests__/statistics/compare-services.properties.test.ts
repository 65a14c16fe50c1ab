import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ComparisonVerdict, ServiceEvidence } from '../../src/model/comparison.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { comparisonOf, endpoint, evidenceOf, history, input, latency, run } from './runs.ts'

const value = fc.double({ min: 0.5, max: 5000, noNaN: true })
const values = fc.array(value, { minLength: 1, maxLength: 8 })
const factor = fc.double({ min: 1.0001, max: 3, noNaN: true })
const layout = fc.constantFrom('pairs', 'runs', 'jobs', 'history')
type Layout = 'pairs' | 'runs' | 'jobs' | 'history'

/** The same numbers in each of the designs. */
function changesFor(kind: Layout, baseline: readonly number[], candidate: readonly number[]) {
  const sides = (jobOf: (side: string, runNumber: number) => string | null): readonly IdentifiedRun[] =>
    [
      ...baseline.map((p95, index) => ['baseline', p95, index] as const),
      ...candidate.map((p95, index) => ['candidate', p95, index] as const),
    ].map(([side, p95, runNumber]) =>
      run([latency(p95), endpoint('GET /', p95 * 2)], { side, runNumber, jobId: jobOf(side, runNumber) }),
    )
  if (kind === 'history') {
    const runs = sides((side, runNumber) => `${side}-${runNumber}`).filter(({ side }) => side === 'candidate')
    return { runs, store: history(baseline.map((p95) => [latency(p95), endpoint('GET /', p95 * 2)])) }
  }
  if (kind === 'jobs') return { runs: sides((side, runNumber) => `${side}-${runNumber}`) }
  return { runs: sides(() => 'one'), origin: kind === 'pairs' ? ('same-results' as const) : ('other-results' as const) }
}

function compare(kind: Layout, baseline: readonly number[], candidate: readonly number[]): ServiceEvidence {
  return evidenceOf(changesFor(kind, baseline, candidate))
}

/** Best first, for one and the same noise. */
const SEVERITY: readonly ComparisonVerdict[] = [
  'improved',
  'unchanged',
  'inconclusive',
  'slower',
  'unproven',
  'regressed',
]

test('the order of files never matters', () => {
  const cases = fc
    .tuple(layout, values, values)
    .map(([kind, baseline, candidate]) => changesFor(kind, baseline, candidate))
    .chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes.runs], { minLength: changes.runs.length })),
    )
  fc.assert(
    fc.property(cases, ([changes, shuffled]) => {
      expect(compareServices(input({ ...changes, runs: shuffled }))).toEqual(compareServices(input(changes)))
    }),
  )
})

test('the same input gives the same output', () => {
  fc.assert(
    fc.property(layout, values, values, (kind, baseline, candidate) => {
      expect(compare(kind, baseline, candidate)).toEqual(compare(kind, baseline, candidate))
    }),
  )
})

test('scaling all values changes nothing but the values', () => {
  // Powers of two, so that rounding cannot move an estimate over a limit.
  fc.assert(
    fc.property(layout, values, values, fc.integer({ min: -4, max: 8 }), (kind, baseline, candidate, exponent) => {
      // With all their digits: whole numbers are read as rounded ones.
      const scaled = (side: readonly number[], by: number) => side.map((one) => one * 1.2345678912 * 2 ** by)
      const before = comparisonOf(compare(kind, scaled(baseline, 0), scaled(candidate, 0)))
      const after = comparisonOf(compare(kind, scaled(baseline, exponent), scaled(candidate, exponent)))
      expect(after.verdict).toBe(before.verdict)
      expect(after.estimate?.changeRatio).toBeCloseTo(before.estimate?.changeRatio ?? Number.NaN, 9)
      expect(after.estimate?.upper).toBeCloseTo(before.estimate?.upper ?? Number.NaN, 6)
    }),
  )
})

describe('the verdict never improves when every candidate value grows', () => {
  test('by the same factor', () => {
    fc.assert(
      fc.property(layout, values, values, factor, (kind, baseline, candidate, by) => {
        const before = comparisonOf(compare(kind, baseline, candidate))
        const after = comparisonOf(
          compare(
            kind,
            baseline,
            candidate.map((one) => one * by),
          ),
        )
        expect(SEVERITY.indexOf(after.verdict)).toBeGreaterThanOrEqual(SEVERITY.indexOf(before.verdict))
      }),
    )
  })

  test('each by its own factor: what is over the limit stays over it', () => {
    const grown = fc.array(fc.tuple(value, factor), { minLength: 1, maxLength: 8 })
    const isOver = (verdict: ComparisonVerdict) => verdict === 'regressed' || verdict === 'unproven'
    fc.assert(
      fc.property(layout, values, grown, (kind, baseline, candidate) => {
        const before = compare(
          kind,
          baseline,
          candidate.map(([one]) => one),
        )
        const after = compare(
          kind,
          baseline,
          candidate.map(([one, by]) => one * by),
        )
        expect(isOver(comparisonOf(after).verdict) || !isOver(comparisonOf(before).verdict)).toBe(true)
      }),
    )
  })
})

test('every estimate over the limit is regressed or unproven: the literal promise', () => {
  fc.assert(
    fc.property(layout, values, values, (kind, baseline, candidate) => {
      for (const { verdict, estimate } of compare(kind, baseline, candidate).comparisons) {
        const over = (estimate?.changeRatio ?? 0) > 0.05 + 1e-9
        expect(verdict === 'regressed' || verdict === 'unproven').toBe(over)
      }
    }),
  )
})

test('bounds hold the estimate, and nothing is NaN', () => {
  fc.assert(
    fc.property(layout, values, values, (kind, baseline, candidate) => {
      for (const { estimate } of compare(kind, baseline, candidate).comparisons) {
        expect(Object.values(estimate ?? { missing: Number.NaN })).not.toContain(Number.NaN)
        expect(estimate?.lower).toBeLessThanOrEqual(estimate?.changeRatio ?? -1)
        expect(estimate?.upper).toBeGreaterThanOrEqual(estimate?.changeRatio ?? 1e9)
      }
    }),
  )
})
