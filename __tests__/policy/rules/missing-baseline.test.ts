import { missingBaseline } from '../../../src/policy/rules/missing-baseline.ts'
import { aComparison, anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const

testRule(missingBaseline, [
  {
    name: 'a known service of which the store holds nothing usable',
    evidence: anEvidence({
      baselineState: 'unusable',
      baselineRuns: [],
      comparisons: [aComparison({ verdict: 'new' })],
    }),
    says: [
      {
        rule: 'missing-baseline',
        message:
          'There is no usable baseline for checkout, so it was not compared. Record a baseline: run the gate on a push to the default branch, or run both versions in one job as pairs.',
      },
    ],
  },
  {
    name: 'stored runs that have none of the primaries',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'new' }), aComparison({ ...orders })] }),
    says: [{ rule: 'missing-baseline' }],
  },
  {
    name: 'a baseline without what is gated, known to the gate or not',
    evidence: anEvidence({
      known: false,
      comparisons: [
        aComparison({ verdict: 'not-comparable', runs: { baseline: 0, candidate: 1 }, baseline: null, estimate: null }),
        aComparison({ ...orders, verdict: 'not-comparable', runs: { baseline: 0, candidate: 1 }, baseline: null }),
      ],
    }),
    says: [
      {
        rule: 'missing-baseline',
        endpoint: null,
        expected: 'p95 of http_req_duration in the baseline',
        actual: 'absent in the baseline',
        message:
          'p95 of http_req_duration was not compared: the baseline does not have it. Make the baseline again with a load test that measures it. Add `p(95)` to `summaryTrendStats` in the options of the load test. The next push to the default branch adds it to a stored baseline. These results have 200.2 ms.',
      },
      { rule: 'missing-baseline', endpoint: 'GET /orders' },
    ],
  },
  {
    name: 'silent: it is there and was refused, which blocks',
    evidence: anEvidence({
      baselineRuns: [],
      refusals: [{ service: 'checkout', side: 'baseline', path: 'summary.json', problem: ['It is truncated.'] }],
    }),
    says: [],
  },
  {
    name: 'silent: the service is new to the gate',
    evidence: anEvidence({ known: false, baselineState: 'unknown-service', baselineRuns: [] }),
    says: [],
  },
  {
    name: 'silent: there is one, under other conditions',
    evidence: anEvidence({
      baselineRuns: [],
      differences: [{ kind: 'changed-machine', message: ['Another machine.'] }],
      comparisons: [aComparison({ verdict: 'not-comparable' })],
    }),
    says: [],
  },
  {
    name: 'silent: the store cannot be read, which is worse',
    evidence: anEvidence({ baselineState: 'unreadable', baselineRuns: [] }),
    says: [],
  },
  { name: 'silent: no results either', evidence: anEvidence({ candidateRuns: [], baselineRuns: [] }), says: [] },
])
