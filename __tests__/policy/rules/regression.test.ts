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
        actual: '+8.3 % (200 ms → 216.6 ms)',
        message:
          'p95 of http_req_duration is 8.3 % slower (limit 5 %), and that is proven: with 95 % confidence the change is at least 6.1 %. Find the cause, or have the slowdown accepted with the override label.',
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
        actual: '+6.0 % (200 ms → 212 ms)',
        message:
          'p95 of http_req_duration is 6.0 % slower (limit 5 %). One run a side cannot prove it: runs like these vary by about 5 %. 6 runs a side could tell a change of 10 % from noise.',
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
        actual: '+5.04 % (200 ms → 210.1 ms)',
        message:
          'p95 of http_req_duration is 5.04 % slower (limit 5 %). 1 job against 12 cannot prove it: jobs like these vary by about 3.1 %. 3 jobs a side could tell a change of 10 % from noise.',
      },
    ],
  },
  {
    name: 'unproven pairs that no more pairs would settle',
    evidence: anEvidence({
      design: 'pairs',
      comparisons: [aComparison({ verdict: 'unproven', estimate: slower(0.06), reason: 'Too few samples.' })],
    }),
    says: [
      {
        message:
          'p95 of http_req_duration is 6.0 % slower (limit 5 %). 5 pairs cannot prove it: these pairs vary by about 1 %. Too few samples.',
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
          'p95 of http_req_duration of GET /orders is 9.0 % slower (limit 5 %). 5 runs a side cannot prove it: these runs vary by about 1 %. This endpoint is a suspect; endpoints block only when it is proven.',
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
        actual: '-10.0 % (100/s → 90/s)',
        message:
          'rate of http_reqs is 10.0 % lower (limit 5 %), and that is proven: with 95 % confidence the change is at least 8.0 %. Find the cause, or have the slowdown accepted with the override label.',
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
          'p95 of http_req_duration is 3.0 % slower (limit 5 %). The change is proven, but it is within the limit. Small steps like this one add up: check whether it was meant.',
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
          'p95 of http_req_duration is 4.9 % slower (limit 5 %). It may be as much as 16.9 %: runs like these vary by about 5 %. 6 runs a side could tell a change of 10 % from noise.',
      },
    ],
  },
  {
    name: 'inconclusive without an estimate is never silent',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'inconclusive', estimate: null })] }),
    says: [{ rule: 'inconclusive', actual: 'unknown (200 ms → 200.2 ms)' }],
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
