import { newSeries } from '../../../src/policy/rules/new-series.ts'
import { aComparison, anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const

testRule(newSeries, [
  {
    name: 'a whole service: one remark',
    evidence: anEvidence({
      known: false,
      baselineState: 'unknown-service',
      baselineRuns: [],
      comparisons: [aComparison({ verdict: 'new' }), aComparison({ ...orders, verdict: 'new' })],
    }),
    says: [
      {
        rule: 'new',
        metric: null,
        message: 'checkout is new: it has no baseline yet. It is compared once the default branch has recorded it.',
      },
    ],
  },
  {
    name: 'silent: the baseline is there and was refused',
    evidence: anEvidence({
      known: false,
      baselineState: 'unknown-service',
      baselineRuns: [],
      refusals: [{ service: 'checkout', side: 'baseline', path: 'summary.json', problem: ['It is truncated.'] }],
    }),
    says: [],
  },
  {
    name: 'an endpoint',
    evidence: anEvidence({ comparisons: [aComparison(), aComparison({ ...orders, verdict: 'new', baseline: null })] }),
    says: [
      {
        rule: 'new',
        endpoint: 'GET /orders',
        actual: '200.2 ms, new',
        message:
          'p95 of http_req_duration of GET /orders is new: it has no baseline yet. It is compared once the default branch has recorded it.',
      },
    ],
  },
  {
    name: 'silent: a known service without a baseline, which missing-baseline reports',
    evidence: anEvidence({
      baselineState: 'unusable',
      baselineRuns: [],
      comparisons: [aComparison({ verdict: 'new' })],
    }),
    says: [],
  },
  {
    name: 'silent: a series that only informs',
    evidence: anEvidence({ comparisons: [aComparison(), aComparison({ role: 'other', verdict: 'new' })] }),
    says: [],
  },
])
