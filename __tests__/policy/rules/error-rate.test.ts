import { errorRate } from '../../../src/policy/rules/error-rate.ts'
import { aMeasurement, anEvidence, aRun, failedShare } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

testRule(errorRate, [
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
        actual: '+2.9 pp (0.2 % → 3.12 %)',
        message:
          '3.12 % of the requests failed, 0.2 % in the baseline (limit +1 pp). Failed requests are often fast, so latency alone would not show this: find out why they fail.',
      },
    ],
  },
  {
    name: 'one of three runs fails: the median would hide it',
    evidence: anEvidence({
      baselineRuns: [runWith(failedShare(0))],
      candidateRuns: [0, 0.3, 0].map((rate) => runWith(failedShare(rate))),
    }),
    says: [{ actual: '+10.0 pp (0 % → 10 %)' }],
  },
  {
    name: 'the rate is gone',
    evidence: anEvidence({ baselineRuns: [runWith(failedShare(0.01))], candidateRuns: [runWith(aMeasurement())] }),
    says: [
      {
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
