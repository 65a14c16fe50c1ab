import { regression } from '../../../src/policy/rules/regression.ts'
import { aComparison, anEstimate, anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const slower = (changeRatio: number, changes = {}): ReturnType<typeof anEstimate> =>
  anEstimate({ changeRatio, lower: changeRatio - 0.02, upper: changeRatio + 0.02, ...changes })
/** One run against one run, no history. */
const single = (changeRatio: number): ReturnType<typeof anEstimate> =>
  anEstimate({
    changeRatio,
    lower: changeRatio - 0.11,
    upper: changeRatio + 0.12,
    noiseRatio: 0.05,
    noiseSource: 'assumed',
    runsNeeded: 6,
  })
const one = { baseline: 1, candidate: 1 } as const
const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const
const ONLY_SHOWN = { obstacle: 'not-judged', estimate: null } as const

testRule(regression, [
  {
    name: 'regressed',
    evidence: anEvidence({
      comparisons: [aComparison({ verdict: 'regressed', candidate: 216.6, estimate: slower(0.083, { lower: 0.061 }) })],
    }),
    says: [
      {
        rule: 'regressed',
        expected: 'at most +5 %',
        actual: '+8.3 % (200.0 ms → 216.6 ms)',
        message:
          'p95 of http_req_duration is 8.3 % slower (limit 5 %), and this is proven. Make it faster. With 95 % confidence it is at least 6.1 % slower.',
      },
    ],
  },
  {
    name: 'unproven: one run against one run at +6 %',
    evidence: anEvidence({
      design: 'single',
      comparisons: [aComparison({ verdict: 'unproven', runs: one, candidate: 212, estimate: single(0.06) })],
    }),
    says: [
      {
        rule: 'unproven',
        actual: '+6.0 % (200.0 ms → 212.0 ms)',
        message:
          'p95 of http_req_duration is 6.0 % slower (limit 5 %), but this is not proven. Repeat the load test: 6 runs on each side could tell 10 % from noise. One run against one does not show how much runs vary, so it cannot prove a change.',
      },
    ],
  },
  {
    name: 'unproven: one job against twelve, just over the limit',
    evidence: anEvidence({
      design: 'jobs',
      comparisons: [
        aComparison({
          verdict: 'unproven',
          runs: { baseline: 12, candidate: 1 },
          candidate: 210.08,
          estimate: slower(0.0504, { noiseSource: 'history', noiseRatio: 0.0312 }),
        }),
      ],
    }),
    says: [
      {
        actual: '+5.04 % (200.0 ms → 210.1 ms)',
        message:
          'p95 of http_req_duration is 5.04 % slower (limit 5 %), but this is not proven. Repeat the load test: 3 machines on each side could tell 10 % from noise. From machine to machine it varies by 3.1 %: the change is plausibly between +3.0 % and +7.0 %.',
      },
    ],
  },
  {
    name: 'unproven pairs that no more pairs would settle',
    evidence: anEvidence({
      design: 'pairs',
      comparisons: [aComparison({ verdict: 'unproven', estimate: slower(0.06), reason: ['Too few samples.'] })],
    }),
    says: [
      {
        message:
          'p95 of http_req_duration is 6.0 % slower (limit 5 %), but this is not proven. Repeat the load test. From pair to pair it varies by 1.0 %: the change is plausibly between +4.0 % and +8.0 %. Too few samples.',
      },
    ],
  },
  {
    name: 'an unproven endpoint is a suspect and never blocks',
    evidence: anEvidence({
      comparisons: [aComparison({ ...orders, verdict: 'unproven', estimate: slower(0.09) })],
    }),
    says: [
      {
        rule: 'unproven',
        endpoint: 'GET /orders',
        atMost: 'warn',
        message:
          'p95 of http_req_duration of GET /orders is 9.0 % slower (limit 5 %), but this is not proven. Repeat the load test. From run to run it varies by 1.0 %: the change is plausibly between +7.0 % and +11.0 %. This endpoint is a suspect; endpoints block only when it is proven.',
      },
    ],
  },
  {
    name: 'a regressed endpoint blocks, at its own limit',
    evidence: anEvidence({
      comparisons: [aComparison({ ...orders, verdict: 'regressed', limitRatio: 0.08, estimate: slower(0.2) })],
    }),
    says: [{ rule: 'regressed', endpoint: 'GET /orders', expected: 'at most +8 %' }],
  },
  {
    name: 'throughput falls',
    evidence: anEvidence({
      comparisons: [
        aComparison({
          metric: 'http_reqs',
          stat: 'rate',
          unit: 'per-second',
          better: 'higher',
          verdict: 'regressed',
          baseline: 100,
          candidate: 90,
          estimate: anEstimate({ changeRatio: -0.1, lower: -0.12, upper: -0.08 }),
        }),
      ],
    }),
    says: [
      {
        rule: 'regressed',
        expected: 'at least -5 %',
        actual: '-10.0 % (100.0/s → 90.00/s)',
        message:
          'rate of http_reqs is 10.0 % lower (limit 5 %), and this is proven. Restore it. With 95 % confidence it is at least 8.0 % lower.',
      },
    ],
  },
  {
    name: 'slower within the limit',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'slower', estimate: slower(0.03) })] }),
    says: [
      {
        rule: 'slower',
        message:
          'p95 of http_req_duration is 3.0 % slower (limit 5 %), and this is proven. Check that this is intended. It is within the limit, but small steps like this one add up.',
      },
    ],
  },
  {
    name: 'inconclusive above half the limit: one run against one run at +4.9 %',
    evidence: anEvidence({
      design: 'single',
      comparisons: [aComparison({ verdict: 'inconclusive', runs: one, candidate: 209.8, estimate: single(0.049) })],
    }),
    says: [
      {
        rule: 'inconclusive',
        message:
          'p95 of http_req_duration is 4.9 % slower (limit 5 %), and this is not proven. Repeat the load test: 6 runs on each side could tell 10 % from noise. One run against one does not show how much runs vary, so it cannot prove a change.',
      },
    ],
  },
  {
    name: 'inconclusive without an estimate is never silent',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'inconclusive', estimate: null })] }),
    says: [{ rule: 'inconclusive', actual: 'unknown (200.0 ms → 200.2 ms)' }],
  },
  {
    name: 'an endpoint that the tool gives too coarsely, where the service is judged',
    evidence: anEvidence({
      comparisons: [aComparison(), aComparison({ ...orders, ...ONLY_SHOWN, verdict: 'inconclusive' })],
    }),
    says: [{ rule: 'inconclusive', endpoint: 'GET /orders' }],
  },
  {
    name: 'silent: an endpoint of a service of which all is only shown, which blocks by itself',
    evidence: anEvidence({
      comparisons: [
        aComparison({ ...ONLY_SHOWN, verdict: 'not-comparable' }),
        aComparison({ ...orders, ...ONLY_SHOWN, verdict: 'inconclusive' }),
      ],
    }),
    says: [],
  },
  {
    name: 'silent: inconclusive at half the limit',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'inconclusive', estimate: single(0.025) })] }),
    says: [],
  },
  {
    name: 'silent: inconclusive and faster',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'inconclusive', estimate: single(-0.06) })] }),
    says: [],
  },
  {
    name: 'silent: unchanged, improved, and series that only inform',
    evidence: anEvidence({
      comparisons: [
        aComparison(),
        aComparison({ verdict: 'improved', estimate: slower(-0.2) }),
        aComparison({ stat: 'p99', role: 'other', verdict: 'regressed', estimate: slower(0.5) }),
      ],
    }),
    says: [],
  },
])
