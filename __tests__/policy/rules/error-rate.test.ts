import { expect } from '@jest/globals'
import { errorRate } from '../../../src/policy/rules/error-rate.ts'
import { aMeasurement, anEvidence, aRun, failedShare } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

/** Shares of one endpoint, or of the script, by many samples. */
const share = (metric: string, rate: number, changes: Parameters<typeof aMeasurement>[0] = {}) =>
  aMeasurement({ metric, kind: 'rate', unit: 'ratio', population: 'all', ...changes, stats: { rate } })
const pay = (rate: number, sampleCount: number) =>
  share('http_req_failed', rate, { endpoint: 'POST /pay', sampleCount })
const checks = (rate: number) => share('checks', rate, { better: 'higher' })
const sides = (
  before: readonly ReturnType<typeof aMeasurement>[],
  now: readonly ReturnType<typeof aMeasurement>[],
) => ({ evidence: anEvidence({ baselineRuns: [runWith(...before)], candidateRuns: [runWith(...now)] }) })

testRule(errorRate, [
  {
    name: 'checks that fail: a share that should be high has fallen',
    ...sides([checks(1)], [checks(0.5)]),
    says: [
      {
        metric: 'checks',
        expected: 'at least -1 pp',
        actual: '-50.00 pp (100 % → 50 %)',
        message:
          '50 % of the checks passed, 100 % in the baseline (limit -1 pp). Find out why it fails. What fails is often fast, so latency alone would not show this.',
      },
    ],
  },
  {
    name: 'runs of a benchmark that fail: nobody sent a request',
    ...sides(
      [aMeasurement({ metric: 'sort', quantity: 'duration' }), share('errors', 0, { quantity: 'error-share' })],
      [aMeasurement({ metric: 'sort', quantity: 'duration' }), share('errors', 0.25, { quantity: 'error-share' })],
    ),
    says: [
      {
        metric: 'errors',
        message:
          '25 % of the runs failed, 0 % in the baseline (limit +1 pp). Find out why they fail. Failed runs are often fast, so their times alone would not show this.',
      },
    ],
  },
  { name: 'silent: more checks pass', ...sides([checks(0.9)], [checks(1)]), says: [] },
  {
    name: 'an error share of the script, whose name says that it should be low',
    ...sides([share('login_errors', 0)], [share('login_errors', 0.2)]),
    says: [{ metric: 'login_errors', message: expect.stringContaining('The share of login_errors is 20 %, 0 %') }],
  },
  {
    name: 'silent: how often a limit held the service back is no error',
    ...sides([share('cpu_throttled', 0, { kind: 'gauge' })], [share('cpu_throttled', 0.4, { kind: 'gauge' })]),
    says: [],
  },
  {
    name: 'a share of the script that is called as a resource is',
    ...sides([share('cpu_throttled', 0)], [share('cpu_throttled', 0.4)]),
    says: [{ metric: 'cpu_throttled' }],
  },
  {
    name: 'a share whose direction the policy says',
    ...sides([share('cache_hits', 0.9, { better: 'neither' })], [share('cache_hits', 0.5, { better: 'neither' })]),
    policy: { primary: [{ metric: 'cache_hits', stat: 'rate', better: 'higher' }] },
    says: [{ metric: 'cache_hits', expected: 'at least -1 pp' }],
  },
  {
    name: 'silent: a share whose direction nobody knows, and that is not gated',
    ...sides([share('cache_hits', 0.9, { better: 'neither' })], [share('cache_hits', 0.5, { better: 'neither' })]),
    says: [],
  },
  {
    name: 'the baseline does not say how many failed',
    ...sides([aMeasurement()], [failedShare(0.4)]),
    says: [
      {
        actual: '40 %, unknown before',
        message:
          '40 % of the requests failed, but the baseline does not have this share: the results do not have this metric. Find out why, or make the baseline again with a load test that measures it.',
      },
    ],
  },
  {
    name: 'the baseline has it in a form that cannot be used',
    ...sides([aMeasurement({ ...failedShare(0), stats: {}, unusable: { rate: 'no samples' } })], [failedShare(0.02)]),
    says: [{ actual: '2 %, unknown before', message: expect.stringContaining('no samples') }],
  },
  { name: 'silent: unknown before, and nothing fails', ...sides([aMeasurement()], [failedShare(0)]), says: [] },
  { name: 'silent: no side says it', ...sides([aMeasurement()], [aMeasurement()]), says: [] },
  {
    name: 'one endpoint fails, far beyond chance',
    ...sides([failedShare(0), pay(0, 40)], [failedShare(0.002), pay(0.6, 40)]),
    says: [
      {
        endpoint: 'POST /pay',
        actual: '+60.00 pp (0 % → 60 %)',
        message: expect.stringContaining('60 % of the requests of POST /pay failed, 0 % in the baseline'),
      },
    ],
  },
  {
    name: 'one endpoint fails more often, which may be chance: a warning',
    ...sides([failedShare(0), pay(0, 20)], [failedShare(0), pay(0.3, 20)]),
    says: [{ endpoint: 'POST /pay', atMost: 'warn' }],
  },
  {
    name: 'silent: one more failed request of an endpoint is chance',
    ...sides([failedShare(0), pay(0.1, 20)], [failedShare(0), pay(0.25, 20)]),
    says: [],
  },
  {
    name: 'a new endpoint fails: a warning',
    ...sides([failedShare(0)], [failedShare(0), pay(0.5, 20)]),
    says: [{ endpoint: 'POST /pay', actual: '50 %, new', atMost: 'warn' }],
  },
  { name: 'silent: a new name with one request', ...sides([failedShare(0)], [failedShare(0), pay(1, 1)]), says: [] },
  {
    name: 'all endpoints fail: ten of them say it',
    ...sides(
      Array.from({ length: 40 }, (_, index) => ({ ...pay(0, 400), endpoint: `GET /${index}` })),
      Array.from({ length: 40 }, (_, index) => ({ ...pay(1, 400), endpoint: `GET /${index}` })),
    ),
    says: [
      ...Array.from({ length: 9 }, () => ({})),
      { message: expect.stringMatching(/30 more endpoints have more errors than before\.$/) },
    ],
  },
  {
    name: 'more than one point more',
    evidence: anEvidence({
      baselineRuns: [runWith(failedShare(0.002))],
      candidateRuns: [runWith(failedShare(0.0312))],
    }),
    says: [
      {
        rule: 'error-rate',
        metric: 'http_req_failed',
        expected: 'at most +1 pp',
        actual: '+2.92 pp (0.2 % → 3.12 %)',
        message:
          '3.12 % of the requests failed, 0.2 % in the baseline (limit +1 pp). Find out why they fail. Failed requests are often fast, so latency alone would not show this.',
      },
    ],
  },
  {
    name: 'one of three runs fails: the median would hide it',
    evidence: anEvidence({
      baselineRuns: [runWith(failedShare(0))],
      candidateRuns: [0, 0.3, 0].map((rate) => runWith(failedShare(rate))),
    }),
    says: [{ actual: '+10.00 pp (0 % → 10 %)' }],
  },
  {
    name: 'the rate is gone',
    evidence: anEvidence({ baselineRuns: [runWith(failedShare(0.01))], candidateRuns: [runWith(aMeasurement())] }),
    says: [
      {
        word: 'missing',
        actual: 'absent or unusable',
        message:
          'The share of failed requests cannot be judged: the results do not have this metric. The baseline has 1 %.',
      },
    ],
  },
  {
    name: 'silent: exactly one point more, in binary fractions',
    evidence: anEvidence({ baselineRuns: [runWith(failedShare(0.03))], candidateRuns: [runWith(failedShare(0.04))] }),
    says: [],
  },
  {
    name: 'silent: doubled, and still tiny',
    evidence: anEvidence({
      baselineRuns: [runWith(failedShare(0.0001))],
      candidateRuns: [runWith(failedShare(0.0002))],
    }),
    says: [],
  },
  {
    name: 'silent: fewer errors',
    evidence: anEvidence({ baselineRuns: [runWith(failedShare(0.5))], candidateRuns: [runWith(failedShare(0))] }),
    says: [],
  },
  {
    name: 'silent: no baseline to rise from',
    evidence: anEvidence({ baselineRuns: [], candidateRuns: [runWith(failedShare(0.5))] }),
    says: [],
  },
])
