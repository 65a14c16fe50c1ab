import { notComparable } from '../../../src/policy/rules/not-comparable.ts'
import { aComparison, anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const

testRule(notComparable, [
  {
    name: 'one remark a difference',
    evidence: anEvidence({
      differences: [
        { kind: 'changed-script', message: 'Not compared, because the load script changed.' },
        { kind: 'changed-machine', message: 'Not compared, because the machine changed.' },
      ],
      comparisons: [aComparison({ verdict: 'not-comparable' }), aComparison({ ...orders, verdict: 'not-comparable' })],
    }),
    says: [
      {
        rule: 'changed-script',
        actual: 'another load test script',
        message: 'Not compared, because the load script changed.',
      },
      { rule: 'changed-machine', metric: null },
    ],
  },
  {
    name: 'a single series that measures something else now',
    evidence: anEvidence({
      comparisons: [
        aComparison(),
        aComparison({ ...orders, verdict: 'not-comparable', reason: 'One side counts failed requests.' }),
      ],
    }),
    says: [
      {
        rule: 'changed-population',
        endpoint: 'GET /orders',
        message: 'p95 of http_req_duration of GET /orders was not compared. One side counts failed requests.',
      },
    ],
  },
  { name: 'silent: the same conditions', evidence: anEvidence(), says: [] },
])
