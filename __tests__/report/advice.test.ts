import { describe, expect, test } from '@jest/globals'
import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'
import type { Finding } from '../../src/model/verdict.ts'
import { analysis } from '../../src/report/sections/analysis.ts'
import { recommendations } from '../../src/report/sections/recommendations.ts'
import {
  aComparison,
  aContext,
  aFinding,
  aHistory,
  anEstimate,
  aRun,
  aService,
  aVerdict,
  BASE_SHA,
} from './verdicts.ts'

const CONTEXT = { ...aContext(), maxRows: 10, plots: 'in the HTML report' as const }

function analysisOf(
  comparisons: readonly Comparison[],
  findings: readonly Finding[] = [],
  service: Partial<ServiceEvidence> = {},
): string {
  const services = [aService({ comparisons, ...service })]
  return analysis.template(analysis.build(aVerdict({ services, findings }), CONTEXT) ?? {})
}

function adviceOn(service: Partial<ServiceEvidence>, findings: readonly Finding[] = []): object | undefined {
  return recommendations.build(aVerdict({ services: [aService(service)], findings }), CONTEXT)
}

const REGRESSED = aComparison({
  verdict: 'regressed',
  estimate: anEstimate({ changeRatio: 0.12, lower: 0.08, pValue: 0.002 }),
})
const endpoint = (name: string, changeRatio: number): Comparison =>
  aComparison({
    endpoint: name,
    role: 'endpoint',
    verdict: changeRatio > 0.05 ? 'regressed' : 'unchanged',
    estimate: anEstimate({ changeRatio }),
  })
const errorRate = (baseline: number, candidate: number): Comparison =>
  aComparison({
    metric: 'http_req_failed',
    stat: 'rate',
    unit: 'ratio',
    role: 'other',
    baseline,
    candidate,
    estimate: null,
    limitRatio: null,
  })

describe('analysis', () => {
  test('names the test of the alarm, with the smallest change that would have been proven', () => {
    const alarm = {
      service: 'checkout',
      metric: 'http_req_duration',
      stat: 'p95',
      limitRatio: 0.05,
      plantedRatio: { justOver: 0.051, atTwice: 0.101 },
      justOver: 'inconclusive',
      atTwice: 'regressed',
      fired: { justOver: true, atTwice: true },
      detectableRatio: 0.0286,
    } as const
    expect(analysisOf([aComparison()], [], { alarm: [alarm] })).toContain(
      'Self-test passed: a copy of these results that was made 5.1 % slower than the baseline changed the verdict. The smallest change that would have been proven is 2.9 % slower.',
    )
    const late = { ...alarm, fired: { justOver: false, atTwice: true } }
    expect(analysisOf([aComparison()], [], { alarm: [late] })).toContain('made 10.1 % slower')
    const silent = aFinding({ rule: 'min-power', level: 'warn', message: 'The alarm cannot fire.' })
    expect(analysisOf([aComparison()], [silent], { alarm: [alarm] })).not.toContain('Alarm tested')
  })

  test('names as suspects at most five endpoints that are over the limit and not proven, the worst first', () => {
    const suspect = (name: string, changeRatio: number): Comparison => ({
      ...endpoint(name, changeRatio),
      verdict: 'unproven',
    })
    expect(analysisOf([suspect('GET /a', 0.06), suspect('GET /b', 0.09), endpoint('GET /c', 0.2)])).toContain(
      '2 suspects, over the limit and not proven: `GET /b` (p95 +9.0 %) and `GET /a` (p95 +6.0 %).',
    )
    const many = Array.from({ length: 7 }, (_, index) => suspect(`GET /${index}`, 0.06 + index / 100))
    expect(analysisOf(many)).toContain('and 2 more.')
    expect(analysisOf([endpoint('GET /c', 0.2)])).not.toContain('suspect')
  })

  test('says of a proven change how often chance alone would show it', () => {
    expect(analysisOf([REGRESSED])).toContain(
      'Chance alone would show a difference like that of p95 about 1 time in 500.',
    )
    expect(analysisOf([aComparison()])).not.toContain('If nothing had changed')
  })

  test.each([
    // 21 over 1, 22 over 2, 23 over 3: as many orders as the jobs could have come in.
    [1, 20, true, 'less than about 1 time in 21, which is as much as one against 20 can say'],
    [2, 20, true, 'less than about 1 time in 231, which is as much as 2 against 20 can say'],
    [3, 20, true, 'less than about 1 time in 1771, which is as much as 3 against 20 can say'],
    [4, 20, true, 'less than 1 time in 10,000'],
    [1, 5, false, 'less than about 1 time in 6, which is as much as one against 5 can say'],
    // Both sides show their own spread.
    [3, 3, false, 'less than 1 time in 10,000'],
  ])(
    '%d against %d (stored: %s): no smaller chance than the data can show',
    (candidate, baseline, isStored, chance) => {
      const window = isStored
        ? { commit: BASE_SHA, commitsBehind: 0, jobs: baseline, runs: baseline, newestRecordedAt: null, mark: null }
        : null
      const proven = {
        ...REGRESSED,
        runs: { baseline, candidate },
        estimate: anEstimate({ changeRatio: 0.3, pValue: 1e-7 }),
      }
      expect(analysisOf([proven], [], { window })).toContain(
        `Chance alone would show a difference like that of p95 ${chance}.`,
      )
    },
  )

  test('says whether the whole distribution moved, or only its slow end', () => {
    const p50 = aComparison({
      stat: 'p50',
      role: 'other',
      verdict: 'slower',
      estimate: anEstimate({ changeRatio: 0.1 }),
    })
    const flat = { ...p50, verdict: 'unchanged', estimate: anEstimate({ changeRatio: 0.01 }) } as const
    expect(analysisOf([REGRESSED, p50])).toContain(
      'Typical requests probably became slower too, not only the slow ones (p50 +10.0 %, p95 +12.0 %).',
    )
    expect(analysisOf([REGRESSED, flat])).toContain(
      'Only the slow requests became slower; the typical request did not (p50 +1.0 %, p95 +12.0 %).',
    )
    expect(analysisOf([aComparison(), flat])).not.toMatch(/[Tt]ypical/)
  })

  test('says how many endpoints moved, and which moved most', () => {
    const some = [endpoint('GET /a', 0.2), endpoint('GET /b', 0.01), endpoint('GET /c', 0.07)]
    expect(analysisOf([REGRESSED, ...some])).toContain(
      '2 of 3 endpoint series are over the limit, most of all p95 of `GET /a` (+20.0 %).',
    )
    const all = [endpoint('GET /a', 0.2), endpoint('GET /b', 0.1), endpoint('GET /c', 0.07)]
    expect(analysisOf([REGRESSED, ...all])).toContain(
      'All 3 endpoint series are over their limit, most of all p95 of `GET /a` (+20.0 %): look for something that they share.',
    )
    expect(analysisOf([REGRESSED, endpoint('GET /a', 0.01)])).not.toContain('endpoint series')
  })

  test('says more errors once, by the finding if there is one', () => {
    expect(analysisOf([aComparison(), errorRate(0.001, 0.02)])).toContain('2 % of the requests failed (before: 0.1 %).')
    expect(analysisOf([aComparison(), errorRate(0.001, 0.002)])).not.toContain('failed')
    const finding = aFinding({ rule: 'error-rate', message: 'Too many errors.' })
    expect(analysisOf([aComparison(), errorRate(0.001, 0.02)], [finding])).not.toContain('(before:')
    expect(analysisOf([aComparison(), errorRate(0.001, 0.02)], [finding])).toContain('- Too many errors.')
  })

  test('says that load was not sent, and that throughput fell', () => {
    const dropped = aComparison({
      metric: 'dropped_iterations',
      stat: 'count',
      unit: 'count',
      role: 'other',
      candidate: 31,
      estimate: null,
    })
    expect(analysisOf([dropped])).toContain(
      'The load generator dropped iterations (`count` of `dropped_iterations`: 31)',
    )
    expect(analysisOf([{ ...dropped, candidate: 0 }, aComparison()])).not.toContain('dropped')
    const rate = aComparison({
      metric: 'http_reqs',
      stat: 'rate',
      unit: 'per-second',
      better: 'higher',
      role: 'other',
      estimate: anEstimate({ changeRatio: -0.2 }),
    })
    expect(analysisOf([rate])).toContain('Throughput is 20.0 % lower')
    expect(analysisOf([{ ...rate, estimate: anEstimate({ changeRatio: 0.2 }) }, aComparison()])).not.toContain(
      'Throughput',
    )
  })

  test.each([
    ['assumed', 'it is assumed that p95 varies by 1.8 % from run to run'],
    ['these-runs', 'p95 varied by 1.8 % in these results'],
    ['history', 'p95 varies by 1.8 %, in these results and in the stored ones'],
  ] as const)('where the noise is known from: %s', (noiseSource, words) => {
    expect(analysisOf([aComparison({ estimate: anEstimate({ noiseSource }) })])).toContain(words)
  })

  test('says where the candidate stands among the stored jobs', () => {
    const sentence = (candidate: number, levels: readonly number[]): string =>
      analysisOf([aComparison({ candidate })], [], { history: aHistory(levels) })
    expect(sentence(235.3, [210, 212, 214])).toContain(
      'p95 of the last 3 stored jobs was 210.0 ms to 214.0 ms; this one, 235.3 ms, is above all of them.',
    )
    expect(sentence(211, [210, 212, 214])).toContain('is among them.')
    expect(sentence(200, [210, 212, 214])).toContain('is below all of them.')
    expect(sentence(235.3, [210, 212])).not.toContain('stored jobs was')
  })

  test('says when the stored level changed', () => {
    const history = aHistory([210, 212, 250, 251, 249])
    const step = { metric: 'http_req_duration', stat: 'p95', position: 2 }
    expect(analysisOf([aComparison()], [], { history: { ...history, changePoints: [step] } })).toContain(
      'The stored level of p95 changed at `abc1234`, 3 stored jobs ago: only jobs since then are compared.',
    )
    expect(analysisOf([aComparison()], [], { history })).not.toContain('stored level')
    const other = { ...step, stat: 'p99' }
    expect(analysisOf([aComparison()], [], { history: { ...history, changePoints: [other] } })).not.toContain(
      'stored level',
    )
  })

  test('says the drift since a second anchor', () => {
    const moved = aComparison({ limitRatio: 0.12, estimate: anEstimate({ changeRatio: 0.118 }) })
    const drift = { anchor: 'v3.2', commit: BASE_SHA, comparisons: [moved] }
    expect(analysisOf([aComparison()], [], { drift })).toContain(
      'Since `v3.2`, p95 of the default branch moved by +11.8 % of the 12 % that are allowed.',
    )
    expect(analysisOf([aComparison()], [], { drift: null })).not.toContain('Since')
  })

  test('names suspects beside a proven regression, the worst first', () => {
    const suspect = (name: string, changeRatio: number): Comparison => ({
      ...endpoint(name, changeRatio),
      verdict: 'unproven',
    })
    expect(analysisOf([REGRESSED, suspect('GET /a', 0.06), suspect('GET /b', 0.09)])).toContain(
      '2 suspects, over the limit and not proven: `GET /b` (p95 +9.0 %) and `GET /a` (p95 +6.0 %).',
    )
    expect(analysisOf([REGRESSED, endpoint('GET /a', 0.06)])).not.toContain('suspect')
  })

  test('is absent without comparisons', () => {
    expect(analysis.build(aVerdict({ services: [aService({ comparisons: [] })] }), CONTEXT)).toBeUndefined()
  })
})

describe('recommendations', () => {
  test('are absent without a reason', () => {
    expect(adviceOn({})).toBeUndefined()
  })

  test('name the endpoint to start with', () => {
    const comparisons = [REGRESSED, endpoint('GET /a', 0.07), endpoint('GET /b', 0.2)]
    expect(adviceOn({ comparisons })).toEqual({
      steps: ['Start with `GET /b`: its p95 changed by +20.0 %, more than any other endpoint.'],
    })
  })

  test('ask for more runs if a finding waits for them', () => {
    const open = aComparison({ verdict: 'unproven', estimate: anEstimate({ changeRatio: 0.06, runsNeeded: 9 }) })
    const finding = aFinding({ rule: 'unproven' })
    expect(adviceOn({ comparisons: [open] }, [finding])).toEqual({
      steps: ['Repeat the load test: 9 pairs could tell 10 % from noise.'],
    })
    expect(adviceOn({ comparisons: [open] })).toBeUndefined()
    const enough = { ...open, estimate: anEstimate({ changeRatio: 0.06, runsNeeded: 3 }) }
    expect(adviceOn({ comparisons: [enough] }, [finding])).toEqual({
      steps: ['Repeat the load test.'],
    })
  })

  test('ask for as many runs as line 1 does: of the finding that stands first, and not of the endpoint that is slowest', () => {
    const whole = aComparison({ verdict: 'unproven', estimate: anEstimate({ changeRatio: 0.18, runsNeeded: 11 }) })
    const slowest = {
      ...endpoint('POST /orders', 0.2),
      verdict: 'unproven',
      estimate: anEstimate({ changeRatio: 0.2, runsNeeded: 17 }),
    } as const
    const findings = [
      aFinding({ rule: 'unproven' }),
      aFinding({ rule: 'unproven', level: 'warn', endpoint: 'POST /orders' }),
    ]
    expect(adviceOn({ comparisons: [whole, slowest] }, findings)).toEqual({
      steps: ['Repeat the load test: 11 pairs could tell 10 % from noise.'],
    })
  })

  test('ask for measuring in turns if a change of the limit could not be seen', () => {
    const blind = aComparison({ estimate: anEstimate({ detectableRatio: 0.137 }) })
    expect(adviceOn({ design: 'jobs', comparisons: [blind] })).toEqual({
      steps: [
        expect.stringContaining(
          'Measure both versions in turns in the same job (folders `checkout/baseline/run-1` and `checkout/candidate/run-1`',
        ),
      ],
    })
    expect(adviceOn({ design: 'pairs', comparisons: [blind] })).toBeUndefined()
  })

  test('ask for refused results to be mended, and for unknown conditions to be written down', () => {
    const refusals = [{ service: 'checkout', side: 'candidate', path: 'a', problem: ['b'] }] as const
    expect(adviceOn({ refusals })).toEqual({ steps: [expect.stringContaining('Fix the result files')] })
    const unknown = aRun('candidate', 1, { conditions: { machine: null, load: null, scriptHash: null, tool: null } })
    expect(adviceOn({ candidateRuns: [unknown] })).toEqual({
      steps: [expect.stringContaining('into `run.json` beside each result')],
    })
  })
})

test('more pairs are advised if the pairs are too few to prove the limit', () => {
  const estimate = anEstimate({ changeRatio: 0.01, detectableRatio: 0.13, runsNeeded: 12 })
  const pairs = { design: 'pairs', comparisons: [aComparison({ estimate, verdict: 'inconclusive' })] } as const
  expect(adviceOn(pairs)).toMatchObject({
    steps: [
      'These pairs could only have proven a slowdown of 13.0 %: 12 pairs could tell a change of 10 % from noise.',
    ],
  })
  expect(adviceOn({ ...pairs, comparisons: [aComparison()] })).toBeUndefined()
})
