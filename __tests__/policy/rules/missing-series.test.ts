import { expect } from '@jest/globals'
import { missingSeries } from '../../../src/policy/rules/missing-series.ts'
import { aComparison, aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]) => aRun({ run: { measurements } })
const kafka = [
  aMeasurement({ metric: 'message_bytes', unit: 'bytes', better: 'neither', stats: { p95: 90 } }),
  aMeasurement({ metric: 'kafka_write_seconds', stats: { p95: 12 } }),
  aMeasurement({ metric: 'kafka_reads', kind: 'counter', stats: { count: 5 } }),
]
const ofHttp = [aMeasurement({ metric: 'http_req_blocked', stats: { p95: 1 } }), aMeasurement({}), ...kafka]
const MISSPELT = ['message_bite', 'nothing_like_it']
const limitOf = (pattern: string) => ({ endpoints: [{ pattern, maxRegressionRatio: 0.01 }] })

testRule(missingSeries, [
  {
    name: 'a load test without any HTTP: what to gate on instead',
    evidence: anEvidence({
      candidateRuns: [runWith(...kafka)],
      baselineRuns: [runWith(...kafka)],
      comparisons: [aComparison({ verdict: 'missing', baseline: null, candidate: null, estimate: null })],
    }),
    says: [
      {
        message:
          'p95 of http_req_duration is missing from these results, and the gate needs it. The load test does not measure http_req_duration at all. Gate on what it measures: name it under `primary` in the policy, such as `primary: [{ metric: kafka_write_seconds, stat: p95 }]`. Its trends: kafka_write_seconds, message_bytes.',
      },
    ],
  },
  {
    name: 'a misspelt name: the one that it is like; and else the latency, not the first of the alphabet',
    evidence: anEvidence({
      candidateRuns: [runWith(...ofHttp)],
      baselineRuns: [runWith(...ofHttp)],
      comparisons: MISSPELT.map((metric) =>
        aComparison({ metric, verdict: 'missing', baseline: null, candidate: null, estimate: null }),
      ),
    }),
    policy: { primary: MISSPELT.map((metric) => ({ metric, stat: 'p95' })) },
    says: [
      { message: expect.stringContaining('such as `primary: [{ metric: message_bytes, stat: p95, better: lower }]`.') },
      { message: expect.stringContaining('such as `primary: [{ metric: http_req_duration, stat: p95 }]`.') },
    ],
  },
  {
    name: 'a load test that measures no trend at all',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ metric: 'iterations', kind: 'counter', stats: { count: 5 } }))],
      baselineRuns: [],
      comparisons: [aComparison({ verdict: 'missing', baseline: null, candidate: null, estimate: null })],
    }),
    says: [
      {
        message: expect.stringMatching(
          /does not measure http_req_duration at all\. Gate on what it measures: name it under `primary` in the policy\.$/,
        ),
      },
    ],
  },
  {
    name: 'names that never come back: one hint for all of them',
    evidence: anEvidence({
      rareEndpoints: {
        names: [],
        lost: [1, 2, 3, 4, 5, 6, 7].map((id) => `http://shop.test/users/${id}/orders`),
      },
    }),
    says: [
      {
        rule: 'missing',
        atMost: 'warn',
        actual: '7 names did not',
        message:
          '7 endpoints of the baseline are not in these results: http://shop.test/users/1/orders, http://shop.test/users/2/orders, http://shop.test/users/3/orders, http://shop.test/users/4/orders, http://shop.test/users/5/orders and 2 more. Give requests with ids in their addresses a `name` tag, or group them in the policy: `endpoints: { "/users/*/orders": { max-regression: 5% } }`. Each of these names has few requests, or contains an id that changes. Their requests only count in the whole service.',
      },
    ],
  },
  {
    name: 'a name without an id: no group that would not hold it',
    evidence: anEvidence({ rareEndpoints: { names: [], lost: ['/welcome'] } }),
    says: [
      {
        message: expect.stringMatching(/^1 endpoint of the baseline is .* a `name` tag\. Each of these names has few/),
      },
    ],
  },
  {
    name: 'words in the place of ids: the folder that most of them have in common',
    evidence: anEvidence({
      rareEndpoints: { names: [], lost: ['/welcome', 'http://shop/posts/a-tale', 'http://shop/posts/another'] },
    }),
    says: [{ message: expect.stringMatching(/group them in the policy: `endpoints: \{ "\/posts\/\*"/) }],
  },
  {
    name: 'a metric that the baseline has: what k6 leaves out',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement())],
      baselineRuns: [runWith(aMeasurement({ metric: 'orders', kind: 'counter', stats: { count: 5 } }))],
      comparisons: [
        aComparison(),
        aComparison({ metric: 'orders', stat: 'count', verdict: 'missing', candidate: null, estimate: null }),
      ],
    }),
    says: [
      {
        message: expect.stringMatching(
          /find out whether the load test still reaches this part of the script\. A threshold such as `orders: \['count>=0'\]` keeps it in the file at 0\.$/,
        ),
      },
    ],
  },
  {
    name: 'an endpoint that is called, and of which every request fails',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ endpoint: '/pay', sampleCount: 0, stats: {} }))],
      comparisons: [
        aComparison(),
        aComparison({ endpoint: '/pay', role: 'endpoint', verdict: 'missing', candidate: null, estimate: null }),
      ],
    }),
    says: [{ message: expect.stringMatching(/The load test still calls it: find out why its requests fail\.$/) }],
  },
  {
    name: 'a limit for an endpoint that no result has',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ endpoint: 'GET /orders' }), aMeasurement({ endpoint: 'GET /cart' }))],
    }),
    policy: limitOf('GET /order'),
    says: [
      {
        rule: 'missing',
        atMost: 'warn',
        expected: 'an endpoint called GET /order',
        message:
          'The policy has a limit for the endpoint GET /order, and no result has an endpoint of this name, so the limit is not in force. The nearest name in the results is GET /orders.',
      },
    ],
  },
  {
    name: 'a pattern that matches nothing, where there are no endpoints',
    evidence: anEvidence(),
    policy: limitOf('PUT *'),
    says: [{ message: expect.stringContaining('The results have no endpoints at all') }],
  },
  {
    name: 'silent: a limit for an endpoint that only the baseline has',
    evidence: anEvidence({ baselineRuns: [runWith(aMeasurement({ endpoint: 'GET /orders' }))] }),
    policy: limitOf('GET *'),
    says: [],
  },
  {
    name: 'a whole service: one remark',
    evidence: anEvidence({
      candidateRuns: [],
      comparisons: [aComparison({ verdict: 'missing' }), aComparison({ ...orders, verdict: 'missing' })],
    }),
    says: [
      {
        rule: 'missing',
        metric: null,
        expected: 'results of checkout',
        actual: 'no result',
        message:
          'checkout has no result of this version, only a baseline. Run its load test and upload its results. If it may be absent, list its files under `paths` in the policy. If it is gone for good, list its name under `retired`.',
      },
    ],
  },
  {
    name: 'a whole service whose files were refused',
    evidence: anEvidence({
      candidateRuns: [],
      comparisons: [],
      refusals: [{ service: 'checkout', side: 'candidate', path: 'x', problem: ['It is HTML.'] }],
    }),
    policy: { levels: { invalid: 'warn' } },
    says: [{ message: 'checkout has no usable result. Fix the refused files and run its load test again.' }],
  },
  {
    name: 'silent: the refused files of a service block by themselves',
    evidence: anEvidence({
      candidateRuns: [],
      comparisons: [],
      refusals: [{ service: 'checkout', side: 'candidate', path: 'x', problem: ['It is HTML.'] }],
    }),
    says: [],
  },
  {
    name: 'a leg of the load test, and a load generator',
    evidence: anEvidence({
      missing: { legs: ['k6-results-checkout--us'], generators: { expected: 3, found: 2 } },
    }),
    says: [
      {
        rule: 'missing',
        metric: null,
        expected: 'the artifact k6-results-checkout--us',
        actual: 'absent',
        message:
          'The baseline of checkout has the part k6-results-checkout--us of the load test, but these results do not have it. Look at the job that measures it, and run the load test again. If it is gone for good, accept that once with an override.',
      },
      {
        expected: '3 load generators',
        actual: '2',
        message:
          'The baseline of checkout was measured with 3 load generators, but these results come from 2. Look at the job that failed, and run the load test again.',
      },
    ],
  },
  {
    name: 'a percentile that k6 does not print by itself',
    evidence: anEvidence({
      comparisons: [
        aComparison(),
        aComparison({ stat: 'p99', verdict: 'missing', baseline: 412, candidate: null, estimate: null }),
      ],
    }),
    says: [
      {
        stat: 'p99',
        expected: '412.0 ms',
        actual: 'absent',
        message:
          'p99 of http_req_duration is missing from these results (baseline: 412.0 ms). Add `p(99)` to `summaryTrendStats` in the options of the load test.',
      },
    ],
  },
  {
    name: 'an endpoint',
    evidence: anEvidence({
      comparisons: [
        aComparison(),
        aComparison({ ...orders, verdict: 'missing', candidate: null, reason: ['Only 1 of 3 runs have it.'] }),
      ],
    }),
    says: [
      {
        endpoint: 'GET /orders',
        message:
          'p95 of http_req_duration of GET /orders is missing from these results (baseline: 200.0 ms). Check that the load test still calls this endpoint under this name. Only 1 of 3 runs have it.',
      },
    ],
  },
  {
    name: 'a primary that no comparison speaks of',
    evidence: anEvidence({ comparisons: [aComparison({ ...orders })] }),
    says: [
      {
        endpoint: null,
        stat: 'p95',
        message:
          'p95 of http_req_duration is missing from these results, and the gate needs it. Add `p(95)` to `summaryTrendStats` in the options of the load test.',
      },
    ],
  },
  {
    name: 'silent: its paths were not touched',
    evidence: anEvidence({ candidateRuns: [], comparisons: [aComparison({ verdict: 'not-run' })] }),
    says: [],
  },
  {
    name: 'silent: an unknown service without anything but refused files',
    evidence: anEvidence({ known: false, candidateRuns: [], baselineRuns: [], comparisons: [] }),
    says: [],
  },
  {
    name: 'silent: a series that only informs',
    evidence: anEvidence({
      comparisons: [aComparison(), aComparison({ role: 'other', stat: 'p99', verdict: 'missing' })],
    }),
    says: [],
  },
])
