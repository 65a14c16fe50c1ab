import { k6Threshold } from '../../../src/policy/rules/k6-threshold.ts'
import { anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

testRule(k6Threshold, [
  {
    name: 'crossed in some of the runs',
    evidence: anEvidence({
      candidateRuns: [true, false, true].map((crossed) =>
        aRun({ run: { thresholds: [{ metric: 'http_req_duration', expression: 'p(95)<200', crossed }] } }),
      ),
    }),
    says: [
      {
        rule: 'k6-threshold',
        expected: 'p(95)<200',
        actual: 'crossed',
        message:
          "The load test's own threshold p(95)<200 on http_req_duration was crossed in 2 of 3 runs. The threshold is in the load script.",
      },
    ],
  },
  {
    name: 'k6 says so with its exit code only',
    evidence: anEvidence({ candidateRuns: [aRun({ exitCode: 99, missedGoals: true })] }),
    says: [
      {
        actual: 'exit code 99',
        message:
          'A threshold of the load test was crossed: exit code 99 in 1 run. The log of the load test names the threshold; the results do not.',
      },
    ],
  },
  {
    name: 'said once when both say so',
    evidence: anEvidence({
      candidateRuns: [
        aRun({
          exitCode: 99,
          missedGoals: true,
          run: { thresholds: [{ metric: 'checks', expression: 'rate>0.9', crossed: true }] },
        }),
      ],
    }),
    says: [{ metric: 'checks' }],
  },
  {
    name: 'silent: a baseline run crossed it',
    evidence: anEvidence({
      baselineRuns: [aRun({ exitCode: 99, missedGoals: true })],
      candidateRuns: [aRun({ run: { thresholds: [{ metric: 'checks', expression: 'rate>0.9', crossed: false }] } })],
    }),
    says: [],
  },
])
