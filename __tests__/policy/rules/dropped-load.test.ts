import { droppedLoad } from '../../../src/policy/rules/dropped-load.ts'
import { aCounter, type aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

testRule(droppedLoad, [
  {
    name: 'over the limit, and the baseline is not',
    evidence: anEvidence({
      candidateRuns: [runWith(aCounter('iterations', 950), aCounter('dropped_iterations', 50))],
      baselineRuns: [runWith(aCounter('iterations', 1000))],
    }),
    says: [
      {
        rule: 'dropped-load',
        expected: 'at most 1 % dropped',
        actual: '5.0 % dropped',
        message:
          'The load generator dropped 5.0 % of the iterations (limit 1 %, baseline 0.0 %), so these results saw less load than configured. The service is saturated, or the load test needs more VUs.',
      },
    ],
  },
  {
    name: 'everything was dropped',
    evidence: anEvidence({ candidateRuns: [runWith(aCounter('dropped_iterations', 50))] }),
    says: [{ actual: '100.0 % dropped' }],
  },
  {
    name: 'silent: exactly the limit',
    evidence: anEvidence({ candidateRuns: [runWith(aCounter('iterations', 990), aCounter('dropped_iterations', 10))] }),
    says: [],
  },
  {
    name: 'silent: the baseline dropped as much',
    evidence: anEvidence({
      candidateRuns: [runWith(aCounter('iterations', 950), aCounter('dropped_iterations', 50))],
      baselineRuns: [runWith(aCounter('iterations', 950), aCounter('dropped_iterations', 50))],
    }),
    says: [],
  },
  {
    name: 'silent: no baseline',
    evidence: anEvidence({ baselineRuns: [], candidateRuns: [runWith(aCounter('dropped_iterations', 50))] }),
    says: [],
  },
])
