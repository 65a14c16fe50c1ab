import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../src/model/comparison.ts'
import type { MergedOverride } from '../../src/model/ledger.ts'
import { owedBy, recordsOf } from '../../src/policy/marks.ts'
import { aComparison, anEstimate, anEvidence, aRun } from '../policy/evidence.ts'

const STAMP = { commit: 'c'.repeat(40), recordedAt: '2026-01-06T09:00:00Z' }

const accepted = (changes: Partial<MergedOverride> = {}): MergedOverride => ({
  by: 'mona',
  reason: 'new tax rules',
  at: '2026-01-05T09:00:00Z',
  pullRequest: 7,
  headSha: 'b'.repeat(40),
  services: [{ service: 'checkout', changeRatio: 0.15 }],
  hasMore: false,
  ...changes,
})

const primary = (verdict: Comparison['verdict'], changeRatio: number, changes: Partial<Comparison> = {}) =>
  aComparison({
    verdict,
    estimate: anEstimate({ changeRatio, pValue: 0.0009 }),
    baseline: 100,
    candidate: 100 * (1 + changeRatio),
    ...changes,
  })
const measured = (...comparisons: readonly Comparison[]) => [anEvidence({ comparisons })]

describe('a recorded run', () => {
  test('has its commit, its time and its branch', () => {
    const services = [
      anEvidence({ candidateRuns: [aRun({ runNumber: 1, testedCommit: 'other' }), aRun({ runNumber: 2 })] }),
    ]
    const run = aRun({ runNumber: 1, testedCommit: STAMP.commit })
    expect(recordsOf(services, STAMP)[0]).toEqual({ ...STAMP, run, mark: null })
    expect(recordsOf(services, { ...STAMP, branch: 'release/1.x' })).toMatchObject([
      { branch: 'release/1.x', run: { runNumber: 1 } },
      { branch: 'release/1.x', run: { runNumber: 2 } },
    ])
  })

  test.each([
    ['regressed', 'regressed'],
    ['improved', 'improved'],
    ['unproven', null],
    ['slower', null],
    ['unchanged', null],
    ['inconclusive', null],
  ] as const)('of a primary series that is %s has the mark %s', (verdict, kind) => {
    expect(recordsOf(measured(primary(verdict, 0.1)), STAMP)[0]?.mark?.kind ?? null).toBe(kind)
  })

  test.each([
    [
      'a proof that chance gives once in a thousand pushes',
      primary('regressed', 0.1, { estimate: anEstimate({ changeRatio: 0.1, pValue: 0.001 }) }),
    ],
    [
      'the same for what became faster',
      primary('improved', -0.1, { estimate: anEstimate({ changeRatio: -0.1, pValue: 0.001 }) }),
    ],
    ['what became faster by less than the limit', primary('improved', -0.04)],
  ])('has no mark for %s, and nothing is owed', (_, comparison) => {
    expect(recordsOf(measured(comparison), STAMP)[0]?.mark).toBeNull()
    expect(owedBy(measured(comparison), STAMP)).toEqual([])
  })

  test('has no mark for what is not gated', () => {
    expect(recordsOf(measured(primary('regressed', 0.1, { role: 'endpoint' })), STAMP)[0]?.mark).toBeNull()
  })

  test('of an overridden merge is marked whatever it measures now, for it was accepted for what the pull request measured', () => {
    const overrides = [accepted()]
    const mark = (comparison: Comparison) => recordsOf(measured(comparison), { ...STAMP, overrides })[0]?.mark
    const override = { by: 'mona', reason: 'new tax rules', pullRequest: 7 }
    const series = 'checkout p95 of http_req_duration'
    expect(mark(primary('regressed', 0.12))).toEqual({ kind: 'overridden', changeRatio: 0.12, series, override })
    expect(mark(primary('unproven', 0.06))).toEqual({ kind: 'overridden', changeRatio: 0.06, series, override })
    expect(mark(primary('unchanged', -0.01))).toEqual({ kind: 'overridden', changeRatio: 0.15, series, override })
    expect(mark(primary('not-comparable', 0, { estimate: null }))).toMatchObject({ changeRatio: 0.15 })
  })

  test('of another service is not', () => {
    const overrides = [accepted({ services: [{ service: 'cart', changeRatio: 0.2 }] })]
    expect(recordsOf(measured(primary('unchanged', 0.01)), { ...STAMP, overrides })[0]?.mark).toBeNull()
    expect(recordsOf(measured(primary('regressed', 0.1)), { ...STAMP, overrides })[0]?.mark?.kind).toBe('regressed')
  })

  test('of a service that the override had no room to name is marked where it is over the limit', () => {
    const overrides = [accepted({ services: [{ service: 'cart', changeRatio: 0.2 }], hasMore: true })]
    const kinds = (['regressed', 'unproven', 'unchanged'] as const).map(
      (verdict) => recordsOf(measured(primary(verdict, 0.1)), { ...STAMP, overrides })[0]?.mark?.kind,
    )
    expect(kinds).toEqual(['overridden', 'overridden', undefined])
  })

  test('of a throughput that fell is marked with the series that fell most', () => {
    const rate = primary('regressed', -0.3, { metric: 'http_reqs', stat: 'rate', better: 'higher' })
    const services = measured(primary('slower', 0.1), rate)
    expect(recordsOf(services, { ...STAMP, overrides: [accepted()] })[0]?.mark).toMatchObject({
      changeRatio: -0.3,
      series: 'checkout rate of http_reqs',
    })
  })
})

describe('the debt that a push leaves', () => {
  test('says from what level, to what level, who accepted it, and where', () => {
    expect(owedBy(measured(primary('regressed', 0.12)), { ...STAMP, overrides: [accepted()] })).toEqual([
      {
        kind: 'owed',
        service: 'checkout',
        endpoint: null,
        metric: 'http_req_duration',
        stat: 'p95',
        unit: 'ms',
        better: 'lower',
        before: 100,
        after: expect.closeTo(112, 10),
        changeRatio: 0.12,
        limitRatio: 0.05,
        conditions: { machine: 'm', load: 'l', tool: 'k6 v2' },
        branch: null,
        ...STAMP,
        accepted: {
          by: 'mona',
          reason: 'new tax rules',
          at: '2026-01-05T09:00:00Z',
          pullRequest: 7,
          headSha: 'b'.repeat(40),
        },
      },
    ])
  })

  test('is accepted by nobody when it was merged without an override', () => {
    expect(owedBy(measured(primary('regressed', 0.12)), { ...STAMP, branch: 'release/1.x' })).toMatchObject([
      { accepted: null, branch: 'release/1.x', changeRatio: 0.12 },
    ])
  })

  test('is not forgotten where nothing could be compared', () => {
    expect(owedBy(measured(), { ...STAMP, overrides: [accepted()] })).toMatchObject([
      { before: null, after: null, changeRatio: 0.15, accepted: { by: 'mona' } },
    ])
  })

  test('is absent for an improvement, for no change, and for a service that was not measured', () => {
    expect(owedBy(measured(primary('improved', -0.1)), STAMP)).toEqual([])
    expect(owedBy(measured(primary('unchanged', 0)), STAMP)).toEqual([])
    expect(owedBy([anEvidence({ candidateRuns: [] })], { ...STAMP, overrides: [accepted()] })).toEqual([])
  })
})
