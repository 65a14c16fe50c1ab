import type { ServicePolicy } from '../../../src/model/policy.ts'
import { budget } from '../../../src/policy/rules/budget.ts'
import { aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const budgetOf = (changes = {}): Partial<ServicePolicy> => ({
  budgets: [
    { metric: 'http_req_duration', stat: 'p95', endpoint: null, max: 300, min: null, text: '300ms', ...changes },
  ],
})
const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

testRule(budget, [
  {
    name: 'the median of the runs over max',
    evidence: anEvidence({
      candidateRuns: [100, 300.4, 900].map((p95) => runWith(aMeasurement({ stats: { p95 } }))),
    }),
    policy: budgetOf(),
    says: [
      {
        rule: 'budget',
        expected: 'at most 300ms',
        actual: '300.4 ms',
        message:
          'p95 of http_req_duration is 300.4 ms, the median of 3 runs: over the budget of 300ms. The budget is absolute, so the baseline does not matter.',
      },
    ],
  },
  {
    name: 'kept by every value that load generators with summaries allow',
    evidence: anEvidence({
      candidateRuns: [
        runWith({
          ...aMeasurement({ stats: {}, unusable: { p95: 'only known to lie between 100 and 290' } }),
          bounds: new Map([['p95', { lower: 100, upper: 290 }]]),
        }),
      ],
    }),
    policy: budgetOf(),
    says: [],
  },
  {
    name: 'not kept by some of them',
    evidence: anEvidence({
      candidateRuns: [
        runWith({
          ...aMeasurement({ stats: {}, unusable: { p95: 'only known to lie between 100 and 310' } }),
          bounds: new Map([['p95', { lower: 100, upper: 310 }]]),
        }),
      ],
    }),
    policy: budgetOf(),
    says: [
      {
        message:
          'The budget for p95 of http_req_duration cannot be judged: only known to lie between 100 and 310. Measure it, or take the budget out of the policy.',
      },
    ],
  },
  {
    name: 'a hair over max looks over it',
    evidence: anEvidence({ candidateRuns: [runWith(aMeasurement({ stats: { p95: 300.0004 } }))] }),
    policy: budgetOf(),
    says: [{ actual: '300.0004 ms' }],
  },
  {
    name: 'under min',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ metric: 'http_reqs', unit: 'per-second', stats: { rate: 98.5 } }))],
    }),
    policy: budgetOf({ metric: 'http_reqs', stat: 'rate', max: null, min: 100, text: '100/s' }),
    says: [
      {
        word: 'under budget',
        expected: 'at least 100/s',
        actual: '98.50/s',
        message:
          'rate of http_reqs is 98.50/s: under the budget of 100/s. The budget is absolute, so the baseline does not matter.',
      },
    ],
  },
  {
    name: 'every endpoint that the pattern matches, and no other',
    evidence: anEvidence({
      candidateRuns: [
        runWith(
          ...['GET /a/b', 'GET /c', 'POST /a'].map((endpoint) => aMeasurement({ endpoint, stats: { p95: 400 } })),
        ),
      ],
    }),
    policy: budgetOf({ endpoint: 'GET *' }),
    says: [{ endpoint: 'GET /a/b' }, { endpoint: 'GET /c' }],
  },
  {
    name: 'a pattern that matches nothing',
    evidence: anEvidence(),
    policy: budgetOf({ endpoint: 'PUT *' }),
    says: [
      {
        endpoint: 'PUT *',
        actual: 'absent',
        message:
          'The budget for p95 of http_req_duration of PUT * cannot be judged, because no endpoint in the results has this name. Check the name in the policy. The results have no endpoints at all. A summary of k6 has only the endpoints that the script has thresholds for; raw points have all.',
      },
    ],
  },
  {
    name: 'a metric that is absent',
    evidence: anEvidence(),
    policy: budgetOf({ metric: 'login_time' }),
    says: [
      {
        word: 'budget not judged',
        actual: 'absent or unusable',
        message:
          'The budget for p95 of login_time cannot be judged: the results do not have this metric. Measure it, or take the budget out of the policy.',
      },
    ],
  },
  {
    name: 'a statistic that is unusable in one of two runs, though the other is within the limit',
    evidence: anEvidence({
      candidateRuns: [aRun(), runWith(aMeasurement({ stats: {}, unusable: { p95: 'it has no samples' } }))],
    }),
    policy: budgetOf(),
    says: [
      {
        actual: 'absent or unusable in 1 of 2 runs',
        message:
          'The budget for p95 of http_req_duration cannot be judged in 1 of 2 runs: it has no samples. Measure it, or take the budget out of the policy.',
      },
    ],
  },
  {
    name: 'silent: equal to the limit',
    evidence: anEvidence({ candidateRuns: [runWith(aMeasurement({ stats: { p95: 300 } }))] }),
    policy: budgetOf({ min: 300 }),
    says: [],
  },
  {
    name: 'silent: no runs, which missing-series reports',
    evidence: anEvidence({ candidateRuns: [] }),
    policy: budgetOf(),
    says: [],
  },
])
