import { describe, expect, test } from '@jest/globals'
import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { rerunPlan } from '../../src/statistics/rerun-plan.ts'
import { comparisonOf, history, input, jobs, latency, run, side } from './runs.ts'

const confirmation = { maxRuns: 10 }

function evidence(baseline: readonly number[], candidate: readonly number[]): readonly ServiceEvidence[] {
  return compareServices(
    input({ runs: [...side('baseline', baseline), ...side('candidate', candidate)], confirmation }),
  )
}

describe('a confirmation is configured', () => {
  test('every bound is at 99 %, so that four looks together stay below 5 %', () => {
    const [service] = evidence([200, 204, 196], [212, 207, 219])
    if (service === undefined) throw new Error('no evidence')
    // t quantiles .99 and .95 with 4 degrees of freedom: 3.746947388 and 2.131846786 (R).
    const reach = (estimate: Comparison['estimate'] | undefined) =>
      Math.log1p(estimate?.upper ?? 0) - Math.log1p(estimate?.changeRatio ?? 0)
    expect(comparisonOf(service).estimate?.confidence).toBe(0.99)
    const once = compareServices(
      input({ runs: [...side('baseline', [200, 204, 196]), ...side('candidate', [212, 207, 219])] }),
    )
    expect(once[0]?.comparisons[0]).toMatchObject({ verdict: 'regressed' })
    expect(comparisonOf(service).verdict).toBe('unproven')
    expect(reach(comparisonOf(service).estimate) / 3.746947388).toBeCloseTo(
      reach(once[0]?.comparisons[0]?.estimate) / 2.131846786,
      6,
    )
  })
})

describe('the plan', () => {
  const quiet = [200, 202, 198, 201, 199, 200, 202, 198, 201, 199]
  const noisy = [200, 230, 190, 215, 205, 190, 240, 200, 215, 195]
  const grown = (values: readonly number[], by: number) => values.map((value) => value * by)

  test.each([
    [1, { verdict: 'unproven', runs: 1, add: 2, settledAt: null }],
    [3, { verdict: 'unproven', runs: 3, add: 2, settledAt: null }],
    [4, { verdict: 'unproven', runs: 4, add: 1, settledAt: null }],
    [5, { verdict: 'unproven', runs: 5, add: 2, settledAt: null }],
    [7, { verdict: 'unproven', runs: 7, add: 3, settledAt: null }],
  ] as const)('%d runs per side', (count, need) => {
    const now = noisy.slice(0, count)
    const entry = { service: 'checkout', ...need, decidedAt: 10, side: 'both' }
    expect(rerunPlan(evidence(now, grown(now, 1.06)), confirmation)).toEqual([entry])
  })

  test('against a store only the candidate is repeated, one job at a time', () => {
    const level = [200, 210, 190, 205, 195, 208, 192, 204, 196, 207, 193, 203, 197, 206, 194, 202, 198, 209, 191, 200]
    const plan = (candidate: readonly number[]) =>
      rerunPlan(compareServices(input({ runs: jobs(candidate), store: history(level), confirmation })), confirmation)
    expect(plan([210])).toEqual([
      { service: 'checkout', verdict: 'inconclusive', runs: 1, add: 1, settledAt: 5, decidedAt: 7, side: 'candidate' },
    ])
    // After the last look nothing more is asked for.
    expect(plan([210, 190, 230, 199, 221, 195, 226])).toEqual([])
    // Clearly not: one job settles it.
    expect(plan([196])).toEqual([])
  })

  test('against a store one slow job settles nothing: a second one must agree', () => {
    const level = [200, 210, 190, 205, 195, 208, 192, 204, 196, 207, 193, 203, 197, 206, 194, 202, 198, 209, 191, 200]
    const judged = (candidate: readonly number[]) =>
      compareServices(input({ runs: jobs(candidate), store: history(level), confirmation }))
    const seen = (candidate: readonly number[]) => {
      const [service] = judged(candidate)
      if (service === undefined) throw new Error('no evidence')
      return { verdict: comparisonOf(service).verdict, add: rerunPlan(judged(candidate), confirmation)[0]?.add ?? 0 }
    }
    expect(seen([300])).toEqual({ verdict: 'unproven', add: 1 })
    expect(seen([300, 297])).toEqual({ verdict: 'regressed', add: 0 })
    // The first was an outlier: the second looks as the store does.
    expect(seen([300, 199])).toEqual({ verdict: 'unproven', add: 1 })
    expect(seen([300, 199, 201])).toMatchObject({ add: 0 })
    // Without a confirmation there is nobody to ask.
    const [once] = compareServices(input({ runs: jobs([300]), store: history(level) }))
    expect(once?.comparisons[0]?.verdict).toBe('regressed')
  })

  test('for throughput the worst job is the one with the fewest requests', () => {
    const rate = (perSecond: number) => [
      latency(100, {
        metric: 'http_reqs',
        kind: 'counter',
        unit: 'per-second',
        better: 'higher',
        stats: new Map([['rate', perSecond]]),
      }),
    ]
    const level = [200, 210, 190, 205, 195, 208, 192, 204, 196, 207, 193, 203, 197, 206, 194, 202, 198, 209, 191, 200]
    const verdict = (candidate: readonly number[]) =>
      compareServices(
        input({
          runs: jobs(candidate.map(rate)),
          store: history(level.map(rate)),
          confirmation,
          policy: { primary: [{ metric: 'http_reqs', stat: 'rate' }] },
        }),
      )[0]?.comparisons[0]?.verdict
    expect([verdict([130, 199]), verdict([130, 131])]).toEqual(['unproven', 'regressed'])
  })

  test('with eight services, a difference from the store that settles one service alone settles none', () => {
    const level = [200, 210, 190, 205, 195, 208, 192, 204, 196, 207, 193, 203, 197, 206, 194, 202, 198, 209, 191, 200]
    const open = (services: number) => {
      const [one] = compareServices(input({ runs: jobs([215, 217]), store: history(level), confirmation }))
      if (one === undefined) throw new Error('no evidence')
      const all = Array.from({ length: services }, (_, index) => ({ ...one, service: `service-${index}` }))
      return rerunPlan(all, confirmation).length
    }
    expect([open(1), open(8)]).toEqual([0, 8])
  })

  test('at the look before the last, a service that looks unchanged rather than slower gets no more runs', () => {
    const evidenceAt = (candidate: readonly number[]) =>
      compareServices(
        input({
          runs: jobs(candidate),
          store: history([
            200, 230, 180, 215, 190, 226, 176, 210, 188, 222, 181, 209, 192, 219, 183, 207, 196, 229, 177, 201,
          ]),
          confirmation,
        }),
      )
    const slightlySlower = [208, 205, 210, 206, 207]
    expect(rerunPlan(evidenceAt(slightlySlower.slice(0, 3)), confirmation)).toMatchObject([{ add: 1 }])
    expect(rerunPlan(evidenceAt(slightlySlower), confirmation)).toEqual([])
  })

  test('too few requests in a run stay too few: nothing waits for more runs', () => {
    const few = [100, 120, 90].map((p95) => [latency(p95, { sampleCount: 200 })])
    const slower = [108, 128, 97].map((p95) => [latency(p95, { sampleCount: 200 })])
    const runs = [...side('baseline', few), ...side('candidate', slower)]
    const judged = compareServices(input({ runs, confirmation }))
    expect(judged[0]?.comparisons[0]).toMatchObject({
      verdict: 'unproven',
      estimate: { detectableRatio: null, unprovable: 'too-few-requests' },
    })
    expect(rerunPlan(judged, confirmation)).toEqual([])
  })

  test('with as many runs as a confirmation may have, no more are added', () => {
    expect(rerunPlan(evidence(noisy, grown(noisy, 1.06)), confirmation)).toEqual([])
  })

  test('a service that may be unchanged is in the plan', () => {
    const now = noisy.slice(0, 3)
    expect(rerunPlan(evidence(now, now), confirmation)).toMatchObject([{ verdict: 'inconclusive', add: 2 }])
  })

  test.each([1.2, 1.03, 1, 0.9])('settled data (%d) need nothing', (by) => {
    expect(rerunPlan(evidence(quiet.slice(0, 5), grown(quiet.slice(0, 5), by)), confirmation)).toEqual([])
  })

  test('broken or missing data need no rerun of this kind', () => {
    expect(rerunPlan(evidence([100], [0]), confirmation)).toEqual([])
    expect(rerunPlan(compareServices(input({ runs: jobs([100]), confirmation })), confirmation)).toEqual([])
  })

  test('a smaller maximum is the last look', () => {
    expect(rerunPlan(evidence([100], [106]), { maxRuns: 2 })).toMatchObject([{ add: 1, settledAt: null }])
  })

  test('one entry a service, in their order', () => {
    const runs = ['web', 'auth', 'calm'].flatMap((service) =>
      service === 'calm'
        ? [...side('baseline', quiet, { service }), ...side('candidate', quiet, { service })]
        : [run(100, { service, side: 'baseline' }), run(106, { service })],
    )
    expect(
      rerunPlan(compareServices(input({ runs, confirmation })), confirmation).map(({ service }) => service),
    ).toEqual(['auth', 'web'])
  })
})

test.each([
  ['one load test', [7, 7, 7], [1, 1, 1], 0.95],
  ['two of them', [7, 8, 8], [1, 1, 1], 0.99],
  ['two attempts of one', [7, 7, 7], [1, 2, 2], 0.99],
  ['results of a folder', [null, null, null], [null, null, null], 0.95],
])('without a confirmation, whoever measures again looks again: %s', (_, runIds, attempts, confidence) => {
  const candidate = side('candidate', [200, 204, 196]).map((one, index) => ({
    ...one,
    source: { ...one.source, workflowRunId: runIds[index] ?? null, runAttempt: attempts[index] ?? null },
  }))
  const [service] = compareServices(input({ runs: [...side('baseline', [200, 204, 196]), ...candidate] }))
  if (service === undefined) throw new Error('no evidence')
  expect(comparisonOf(service).estimate?.confidence).toBe(confidence)
})
