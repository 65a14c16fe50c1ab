import { invalidData } from '../../../src/policy/rules/invalid-data.ts'
import { aComparison, aMeasurement, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const NARROWED = { wanted: 'scenarios mian', applied: 'scenarios mian' }

testRule(invalidData, [
  {
    name: 'a refused file, on either side',
    evidence: anEvidence({
      refusals: [
        {
          service: 'checkout',
          side: 'candidate',
          path: 'checkout/run-2/a.json',
          problem: ['It is HTML. Upload the summary.'],
        },
        { service: 'checkout', side: 'baseline', path: 'checkout/baseline/run-1', problem: ['It is empty.'] },
      ],
    }),
    says: [
      {
        rule: 'invalid',
        service: 'checkout',
        expected: 'a usable candidate result',
        actual: 'the candidate result checkout/run-2/a.json was refused',
        message: 'The candidate result checkout/run-2/a.json cannot be used. It is HTML. Upload the summary.',
      },
      {
        rule: 'invalid',
        expected: 'a usable baseline result',
        message: 'The baseline result checkout/baseline/run-1 cannot be used. It is empty.',
      },
    ],
  },
  {
    name: 'the one refused baseline, and not each series that it would have held',
    evidence: anEvidence({
      baselineRuns: [],
      refusals: [{ service: 'checkout', side: 'baseline', path: 'summary.json', problem: ['It is truncated.'] }],
      comparisons: [aComparison({ verdict: 'invalid', reason: ['Result files of the baseline were refused.'] })],
    }),
    says: [{ message: 'The baseline result summary.json cannot be used. It is truncated.' }],
  },
  {
    name: 'a gated series',
    evidence: anEvidence({ comparisons: [aComparison({ verdict: 'invalid', reason: ['It is 0 ms.'] })] }),
    says: [
      {
        rule: 'invalid',
        stat: 'p95',
        message: 'p95 of http_req_duration cannot be used. Run the load test again. It is 0 ms.',
      },
    ],
  },
  {
    name: 'a benchmark that cannot be judged: there is no load test to run',
    evidence: anEvidence({
      comparisons: [
        aComparison({
          metric: 'BM_Sort',
          stat: 'p50',
          quantity: 'duration',
          verdict: 'invalid',
          reason: ['It is 0 ms.'],
        }),
      ],
    }),
    says: [{ rule: 'invalid', message: 'p50 of BM_Sort cannot be used. Run the benchmark again. It is 0 ms.' }],
  },
  {
    name: 'a gated series whose direction nobody knows: the line to add, once and not again for its endpoints',
    evidence: anEvidence({
      comparisons: [
        aComparison({ metric: 'orders', stat: 'count', better: 'neither', verdict: 'invalid' }),
        aComparison({
          metric: 'orders',
          stat: 'count',
          endpoint: 'GET /a',
          role: 'endpoint',
          better: 'neither',
          verdict: 'invalid',
        }),
      ],
    }),
    says: [
      {
        rule: 'invalid',
        endpoint: null,
        actual: 'unknown direction',
        message:
          'count of orders is gated, but the policy does not say whether more or less of it is better. Set `better` under `primary` in the policy: `- { metric: orders, stat: count, better: higher }`, or `better: lower`.',
      },
    ],
  },
  {
    name: 'no request that counts, where the policy says which count: the policy may be wrong, and not the load test',
    evidence: anEvidence({
      candidateRuns: [
        aRun({ run: { measurements: [aMeasurement({ sampleCount: 0, stats: {} })], selection: NARROWED } }),
      ],
      comparisons: [
        aComparison({ verdict: 'invalid', reason: ['No request matches the scenarios and tags of the policy.'] }),
      ],
    }),
    says: [
      {
        message:
          'p95 of http_req_duration cannot be used. Compare `scenarios`, `tags` and `exclude` in the policy with the load script: they say which requests count. If they are right, find out why it made none. No request matches the scenarios and tags of the policy.',
      },
    ],
  },
  {
    name: 'silent: a series that only informs',
    evidence: anEvidence({ comparisons: [aComparison({ role: 'other', verdict: 'invalid' })] }),
    says: [],
  },
])
