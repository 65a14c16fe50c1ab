import { droppedLoad } from '../../../src/policy/rules/dropped-load.ts'
import { aCounter, type aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

const aRate = (perS: number) => ({ ...aCounter('http_reqs', 1000), stats: new Map([['rate', perS]]) })

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
          'The load generator dropped 5.0 % of the iterations (limit 1 %, baseline 0.0 %). The service is saturated, or the load test needs more virtual users. The service received less load than configured.',
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
  {
    name: 'silent: a load generator is missing, which is said already',
    evidence: anEvidence({
      candidateRuns: [runWith(aRate(66))],
      baselineRuns: [runWith(aRate(100))],
      missing: { legs: [], generators: { expected: 3, found: 2 } },
    }),
    says: [],
  },
  {
    name: 'a third of the requests is gone, though nothing was dropped',
    evidence: anEvidence({ candidateRuns: [runWith(aRate(66))], baselineRuns: [runWith(aRate(100))] }),
    says: [
      {
        rule: 'dropped-load',
        expected: 'at least 75 % of the requests of the baseline',
        actual: '66.0 % of them',
        message:
          'The service received 66.0 requests per second, and 100.0 in the baseline. Find out whether the service or the load generator slowed down. Less load makes a service look faster than it is: run both versions under the same load.',
      },
    ],
  },
  {
    name: 'silent: a quarter less is a doubt, not a finding',
    evidence: anEvidence({ candidateRuns: [runWith(aRate(75))], baselineRuns: [runWith(aRate(100))] }),
    says: [],
  },
])
