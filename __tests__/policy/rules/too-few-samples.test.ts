import { tooFewSamples } from '../../../src/policy/rules/too-few-samples.ts'
import { aComparison, aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })

testRule(tooFewSamples, [
  {
    name: 'one below what p95 needs',
    evidence: anEvidence({ candidateRuns: [runWith(aMeasurement({ sampleCount: 399 }))] }),
    says: [
      {
        rule: 'too-few-samples',
        expected: '400 samples a run',
        actual: '399 in a candidate run',
        message:
          'p95 of http_req_duration rests on 399 requests in a candidate run; at least 400 are needed for a stable number. Run the load test longer.',
      },
    ],
  },
  {
    name: 'p99.9 of a baseline run',
    evidence: anEvidence({
      baselineRuns: [runWith(aMeasurement({ sampleCount: 19_999 }))],
      candidateRuns: [runWith(aMeasurement({ sampleCount: 20_000 }))],
      comparisons: [aComparison({ stat: 'p99.9' })],
    }),
    says: [{ stat: 'p99.9', actual: '19999 in a baseline run' }],
  },
  {
    name: 'all endpoints in one remark',
    evidence: anEvidence({
      candidateRuns: [
        runWith(
          aMeasurement(),
          ...['GET /a', 'GET /b'].map((endpoint, index) => aMeasurement({ endpoint, sampleCount: 50 + index })),
        ),
      ],
      comparisons: [
        aComparison(),
        ...['GET /a', 'GET /b'].map((endpoint) => aComparison({ role: 'endpoint', endpoint })),
      ],
    }),
    says: [
      {
        endpoint: null,
        metric: null,
        stat: null,
        actual: '50 in a candidate run, the fewest of 2 endpoints',
        message:
          '2 endpoints have too few requests for a stable number. Run the load test longer. The fewest: 50 requests in a candidate run behind p95 of http_req_duration of GET /a, which needs 400.',
      },
    ],
  },
  {
    name: 'silent: exactly enough',
    evidence: anEvidence({ candidateRuns: [runWith(aMeasurement({ sampleCount: 400 }))] }),
    says: [],
  },
  {
    name: 'silent: nobody says how many',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ sampleCount: null }))],
      baselineRuns: [],
    }),
    says: [],
  },
  {
    name: 'silent: an average needs no tail',
    evidence: anEvidence({
      candidateRuns: [runWith(aMeasurement({ sampleCount: 5 }))],
      comparisons: [aComparison({ stat: 'avg' })],
    }),
    says: [],
  },
])
