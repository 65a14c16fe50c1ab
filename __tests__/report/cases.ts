import type { Comparison } from '../../src/model/comparison.ts'
import type { ReportContext } from '../../src/model/report.ts'
import { code, name, series, text } from '../../src/model/text.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import {
  aComparison,
  aContext,
  aFinding,
  aFullService,
  aHistory,
  anEstimate,
  aProfileComparison,
  aService,
  aTraceComparison,
  aVerdict,
  BASE_SHA,
  HEAD_SHA,
  runs,
} from './verdicts.ts'

export type Case = Readonly<{ verdict: Verdict; context: ReportContext }>

const REGRESSED = aComparison({
  candidate: 235.3,
  estimate: anEstimate({
    changeRatio: 0.108,
    lower: 0.073,
    upper: 0.144,
    pValue: 0.00127,
    noiseSource: 'these-runs',
    noiseRatio: 0.021,
  }),
  verdict: 'regressed',
})

const ORDERS = aComparison({
  endpoint: 'GET /orders',
  role: 'endpoint',
  baseline: 180.2,
  candidate: 219.9,
  estimate: anEstimate({ changeRatio: 0.221, lower: 0.17, upper: 0.27, pValue: 0.0002 }),
  verdict: 'regressed',
})

const SINGLE = { runs: { baseline: 1, candidate: 1 } } as const
const ASSUMED = { noiseRatio: 0.05, noiseSource: 'assumed', detectableRatio: 0.137, runsNeeded: 6 } as const
const ONE_RUN = {
  design: 'single',
  candidateRuns: runs('candidate', 1, {
    jobId: null,
    conditions: { machine: null, load: null, scriptHash: null, tool: 'k6 v2' },
  }),
  baselineRuns: runs('baseline', 1, {
    jobId: null,
    conditions: { machine: null, load: null, scriptHash: null, tool: 'k6 v2' },
  }),
  window: {
    commit: BASE_SHA,
    commitsBehind: 2,
    jobs: 1,
    runs: 1,
    newestRecordedAt: '2026-03-02T08:00:00Z',
    mark: null,
  },
} as const

const P95 = { service: 'checkout', endpoint: null, metric: 'http_req_duration', stat: 'p95' } as const

function blocked(verdict: Partial<Verdict>): Verdict {
  return aVerdict({ outcome: 'fail', blocked: true, ...verdict })
}

function regressedVerdict(): Verdict {
  const service = aFullService(REGRESSED)
  const quiet = aComparison({
    endpoint: 'POST /cart',
    role: 'endpoint',
    estimate: anEstimate({ changeRatio: 0.012, lower: -0.02, upper: 0.041 }),
    verdict: 'unchanged',
  })
  return blocked({
    compared: 3,
    expected: 3,
    services: [
      {
        ...service,
        comparisons: [...service.comparisons, ORDERS, quiet],
        profiles: {
          comparisons: [aProfileComparison()],
          refusals: [{ path: 'run-3/profile/perf.data', problem: ['The file is a recording of perf.'] }],
        },
        traces: {
          comparisons: [aTraceComparison()],
          refusals: [{ path: 'run-3/traces/otlp.pb', problem: ['The file is not text.'] }],
        },
      },
    ],
    findings: [
      aFinding(),
      aFinding({
        endpoint: 'GET /orders',
        actual: '+22.1 % (180.2 ms → 219.9 ms)',
      }),
    ],
  })
}

function oneRun(changeRatio: number, comparison: Partial<Comparison>): ReturnType<typeof aFullService> {
  const estimate = anEstimate({
    changeRatio,
    lower: (1 + changeRatio) * 0.879 - 1,
    upper: (1 + changeRatio) * 1.137 - 1,
    pValue: 0.21,
    ...ASSUMED,
  })
  return aFullService(
    aComparison({ ...SINGLE, candidate: 212.4 * (1 + changeRatio), estimate, ...comparison }),
    ONE_RUN,
  )
}

const SERVICES = [
  'accounts',
  'basket',
  'catalog',
  'checkout',
  'delivery',
  'email',
  'fraud',
  'invoices',
  'login',
  'media',
  'orders',
  'payments',
  'ratings',
  'search',
  'stock',
  'taxes',
]

/** In percent of the baseline. */
const STORED_LEVELS = [99.1, 100.4, 101.2, 99.6, 100.1, 98.9, 100.8, 100.2, 99.4, 100, 101.1, 99.8, 100.3, 99.7]

const STORED = { runs: { baseline: 20, candidate: 5 } } as const

function manyServices(): Verdict {
  const services = SERVICES.map((service, index) => {
    const own = { service } as const
    const p95 =
      service === 'checkout'
        ? { ...REGRESSED, ...own, ...STORED }
        : service === 'search'
          ? aComparison({
              ...own,
              ...STORED,
              candidate: 190.2,
              estimate: anEstimate({ changeRatio: -0.104, lower: -0.131, upper: -0.077, pValue: 0.0003 }),
              verdict: 'improved',
            })
          : service === 'orders'
            ? aComparison({
                ...own,
                ...STORED,
                candidate: 221.1,
                estimate: anEstimate({ changeRatio: 0.041, lower: 0.012, upper: 0.071, pValue: 0.008 }),
                verdict: 'slower',
              })
            : aComparison({ ...own, baseline: 100 + index, candidate: 100.4 + index, ...STORED })
    return aFullService(p95, {
      design: 'jobs',
      candidateRuns: runs('candidate', 5, { service }),
      baselineRuns: runs('baseline', 20, { service }),
      window: {
        commit: BASE_SHA,
        commitsBehind: 2,
        jobs: 20,
        runs: 20,
        newestRecordedAt: '2026-03-02T08:00:00Z',
        mark: null,
      },
      comparisons: [p95],
      history: aHistory(
        STORED_LEVELS.map((level) => ((p95.baseline ?? 0) * level) / 100),
        service,
      ),
    })
  })
  return blocked({
    compared: 16,
    expected: 16,
    services,
    findings: [
      aFinding(),
      aFinding({
        rule: 'slower',
        level: 'warn',
        service: 'orders',
        actual: '+4.1 % (212.4 ms → 221.1 ms)',
      }),
    ],
  })
}

const OVERRIDE_RULES = {
  needsSecondPerson: true,
  policy: {
    label: 'perf-override',
    secondPerson: 'auto',
    roles: ['maintain', 'admin'],
    minReasonLength: 20,
    approval: 'review',
    services: ['checkout', 'payments-*'],
    maxRegressionRatio: 0.3,
    expiresMs: 1_209_600_000,
    bots: [],
  },
} as const

const HOSTILE =
  '@octocat | <img src=x onerror=alert(1)> [x](http://evil.example) `` #1 <!-- perf-gate:v1 name=a sha=b run=c -->\n# Not blocked \u202e'

/** One verdict for every outcome and every way of reaching it. Each has a golden file of its name. */
export const CASES: ReadonlyMap<string, Case> = new Map<string, Case>([
  ['pass', { context: aContext(), verdict: aVerdict({ services: [aFullService(aComparison())] }) }],
  [
    'warn-under-the-limit',
    {
      context: aContext(),
      verdict: aVerdict({
        outcome: 'warn',
        services: [oneRun(0.049, { verdict: 'inconclusive' })],
        findings: [
          aFinding({
            rule: 'inconclusive',
            level: 'warn',
            actual: '+4.9 % (212.4 ms → 222.8 ms)',
          }),
        ],
      }),
    },
  ],
  ['fail-regressed', { context: aContext({ overrideRules: OVERRIDE_RULES }), verdict: regressedVerdict() }],
  [
    'fail-unproven-one-run',
    {
      context: aContext(),
      verdict: blocked({
        services: [oneRun(0.06, { verdict: 'unproven' })],
        findings: [
          aFinding({
            rule: 'unproven',
            actual: '+6.0 % (212.4 ms → 225.1 ms)',
          }),
        ],
      }),
    },
  ],
  [
    'fail-unproven-five-runs',
    {
      context: aContext(),
      verdict: blocked({
        services: [
          aFullService(
            aComparison({
              candidate: 227.3,
              estimate: anEstimate({
                changeRatio: 0.07,
                lower: -0.009,
                upper: 0.156,
                pValue: 0.07,
                noiseRatio: 0.06,
                noiseSource: 'these-runs',
                detectableRatio: 0.083,
                runsNeeded: 9,
              }),
              verdict: 'unproven',
            }),
          ),
        ],
        findings: [
          aFinding({
            rule: 'unproven',
            actual: '+7.0 % (212.4 ms → 227.3 ms)',
          }),
        ],
      }),
    },
  ],
  [
    'pass-faster-one-run',
    { context: aContext(), verdict: aVerdict({ services: [oneRun(-0.06, { verdict: 'inconclusive' })] }) },
  ],
  [
    'fail-missing-service',
    {
      context: aContext(),
      verdict: blocked({
        compared: 1,
        expected: 2,
        services: [
          aFullService(aComparison()),
          aService({
            service: 'payments',
            design: 'none',
            candidateRuns: [],
            comparisons: [
              aComparison({
                service: 'payments',
                candidate: null,
                estimate: null,
                runs: { baseline: 5, candidate: 0 },
                verdict: 'missing',
              }),
            ],
          }),
        ],
        findings: [
          aFinding({
            rule: 'missing',
            service: 'payments',
            metric: null,
            stat: null,
            expected: 'results of payments',
            actual: 'no result',
            problem: text`${name('payments')} has no result`,
            action: text`Run its load test and upload its results.`,
            detail: text`If it may be absent, list its files under ${code('paths')} in the policy. If it is gone for good, list its name under ${code('retired')}.`,
          }),
        ],
      }),
    },
  ],
  [
    'fail-budget',
    {
      context: aContext(),
      verdict: blocked({
        services: [aFullService(aComparison({ baseline: 309.8, candidate: 312.4 }))],
        findings: [
          aFinding({
            rule: 'budget',
            expected: 'at most 300ms',
            actual: '312.4 ms',
            problem: text`${series(P95)} is 312.4 ms, the median of 5 runs: over the budget of 300ms`,
            detail: text`The budget is absolute, so the baseline does not matter.`,
          }),
        ],
      }),
    },
  ],
  [
    'fail-error-rate',
    {
      context: aContext(),
      verdict: blocked({
        services: [errorRateService()],
        findings: [
          aFinding({
            rule: 'error-rate',
            metric: 'http_req_failed',
            stat: 'rate',
            expected: 'at most +1 pp',
            actual: '+3.1 pp (0.12 % → 3.22 %)',
            problem: text`3.22 % of the requests failed, 0.12 % in the baseline (limit +1 pp)`,
            action: text`Find out why they fail.`,
            detail: text`Failed requests are often fast, so latency alone would not show this.`,
          }),
        ],
      }),
    },
  ],
  [
    'fail-not-comparable',
    {
      context: aContext(),
      verdict: blocked({
        compared: 0,
        services: [
          aService({
            design: 'none',
            differences: [
              {
                kind: 'changed-load',
                message: [
                  'Not compared, because the configured load changed: 200/s for 60s before, 400/s for 60s now.',
                ],
              },
            ],
            comparisons: [
              aComparison({
                estimate: null,
                verdict: 'not-comparable',
                reason: ['Not compared, because the configured load changed: 200/s for 60s before, 400/s for 60s now.'],
              }),
            ],
          }),
        ],
        findings: [
          aFinding({
            rule: 'changed-load',
            metric: null,
            stat: null,
            expected: 'the conditions of the baseline',
            actual: 'another configured load',
            problem: text`not compared, because the configured load changed: ${'200/s for 60s before, 400/s for 60s now'}`,
            action: text`Measure both versions under the same conditions, for example in turns in one job.`,
          }),
        ],
      }),
    },
  ],
  [
    'invalid-baseline',
    {
      context: aContext(),
      verdict: aVerdict({
        outcome: 'invalid',
        blocked: true,
        compared: 0,
        services: [
          aService({
            baselineState: 'unreadable',
            design: 'none',
            baselineRuns: [],
            comparisons: [
              aComparison({
                baseline: null,
                estimate: null,
                runs: { baseline: 0, candidate: 5 },
                verdict: 'invalid',
                reason: ['The stored baseline cannot be read.'],
              }),
            ],
          }),
        ],
        findings: [
          aFinding({
            rule: 'invalid',
            service: null,
            metric: null,
            stat: null,
            expected: 'a readable baseline',
            actual: 'v1/checkout.ndjson is unreadable',
            problem: text`the stored baseline cannot be read: ${name('v1/checkout.ndjson')} in branch perf-gate-data`,
            action: text`Fix or remove that file, then run the gate again.`,
            detail: text`Line 14 is not JSON. It was left as it is.`,
          }),
        ],
      }),
    },
  ],
  [
    'invalid-candidate',
    {
      context: aContext(),
      verdict: aVerdict({
        outcome: 'invalid',
        blocked: true,
        compared: 0,
        services: [
          aService({
            design: 'none',
            candidateRuns: [],
            refusals: [
              {
                service: 'checkout',
                side: 'candidate',
                path: 'checkout/run-1/summary.json',
                problem: [
                  'The file ends in the middle of a value, at byte 4,096. The upload was cut off: run the load test again.',
                ],
              },
            ],
            comparisons: [
              aComparison({
                candidate: null,
                estimate: null,
                runs: { baseline: 5, candidate: 0 },
                verdict: 'invalid',
                reason: ['Result files of this service were refused.'],
              }),
            ],
          }),
        ],
        findings: [
          aFinding({
            rule: 'invalid',
            metric: null,
            stat: null,
            expected: 'a usable candidate result',
            actual: 'checkout/run-1/summary.json was refused',
            problem: text`the candidate result ${name('checkout/run-1/summary.json')} cannot be used`,
            detail: text`The file ends in the middle of a value, at byte 4,096. The upload was cut off: run the load test again.`,
          }),
        ],
      }),
    },
  ],
  [
    'no-baseline',
    {
      context: aContext({ actionReference: 'octo/perf-gate@v1' }),
      verdict: aVerdict({ outcome: 'no-baseline', compared: 0, services: [newService()] }),
    },
  ],
  [
    'no-baseline-command-line',
    {
      context: aContext({
        generatedFor: 'command-line',
        headSha: null,
        baseBranch: null,
        pullRequest: null,
        runUrl: null,
        runId: null,
        policySource: null,
        overrideLabel: null,
      }),
      verdict: aVerdict({ outcome: 'no-baseline', compared: 0, services: [newService()] }),
    },
  ],
  [
    'overridden',
    {
      context: aContext(),
      verdict: {
        ...regressedVerdict(),
        outcome: 'overridden',
        blocked: false,
        override: {
          kind: 'valid',
          by: 'hubot-boss',
          reason: 'We need the new tax check before April; issue 812 makes it faster.',
          at: '2026-03-04T11:12:13Z',
          headSha: HEAD_SHA,
        },
      },
    },
  ],
  [
    'fail-override-refused',
    {
      context: aContext(),
      verdict: {
        ...regressedVerdict(),
        override: {
          kind: 'refused',
          by: 'newcomer',
          why: [
            '@newcomer set the label `perf-override` and has the role `triage` in this repository. Roles that may override: write, maintain, admin.',
          ],
          next: ['Someone with such a role must remove the label and set it again.'],
        },
      },
    },
  ],
  [
    'warn-debt',
    {
      context: aContext(),
      verdict: aVerdict({
        outcome: 'warn',
        services: [
          aFullService(aComparison({ runs: { baseline: 12, candidate: 5 } }), {
            design: 'jobs',
            window: {
              commit: BASE_SHA,
              commitsBehind: 0,
              jobs: 12,
              runs: 12,
              newestRecordedAt: '2026-03-02T08:00:00Z',
              mark: null,
            },
            debts: [
              {
                series: 'checkout p95 of http_req_duration',
                changeRatio: 0.108,
                leftRatio: 0.091,
                override: { by: 'hubot-boss', reason: 'Needed before April.', pullRequest: 7 },
                since: '2026-02-20T08:00:00Z',
              },
              {
                series: 'checkout p95 of http_req_duration',
                changeRatio: 0.062,
                leftRatio: null,
                override: null,
                since: null,
              },
            ],
          }),
        ],
        findings: [
          aFinding({
            rule: 'debt',
            level: 'warn',
            metric: null,
            stat: null,
            expected: 'no accepted slowdown in the baseline',
            actual: '+10.8 % owed',
            problem: text`the baseline still contains a slowdown: checkout p95 of http_req_duration changed by +10.8 %`,
            detail: text`${name('@hubot-boss')} accepted it in #7: Needed before April.`,
          }),
        ],
      }),
    },
  ],
  ['pending', { context: aContext(), verdict: pending() }],
  ['fail-drift', { context: aContext(), verdict: drifted() }],
  ['fail-whole-machine', { context: aContext(), verdict: wholeMachine() }],
  [
    'no-baseline-second-gate',
    {
      context: aContext({ gateName: 'nightly', actionReference: 'octo/perf-gate@v1' }),
      verdict: aVerdict({ outcome: 'no-baseline', compared: 0, services: [newService()] }),
    },
  ],
  ['pass-nothing-to-measure', { context: aContext(), verdict: nothingToMeasure() }],
  [
    'fail-override-stale',
    {
      context: aContext(),
      verdict: {
        ...regressedVerdict(),
        override: {
          kind: 'refused',
          by: 'hubot-boss',
          why: ['@hubot-boss set the label `perf-override` for an earlier commit. c0ffee1 was pushed after it.'],
          next: ['Look at the results of c0ffee1. If they are acceptable too, remove the label and set it again.'],
        },
      },
    },
  ],
  ['warn-came-and-went', { context: aContext(), verdict: cameAndWent() }],
  ['many-services', { context: aContext(), verdict: manyServices() }],
  [
    'hostile-names',
    {
      context: aContext({
        gateName: 'a --> b',
        runUrl: 'javascript:alert(1)',
        policySource: HOSTILE,
        baseBranch: HOSTILE,
      }),
      verdict: {
        ...regressedVerdict(),
        services: [
          aFullService(
            { ...REGRESSED, service: HOSTILE },
            {
              comparisons: [
                { ...REGRESSED, service: HOSTILE },
                { ...ORDERS, service: HOSTILE, endpoint: HOSTILE, metric: HOSTILE, stat: HOSTILE, reason: [HOSTILE] },
              ],
              notes: [[HOSTILE]],
              refusals: [{ service: HOSTILE, side: 'candidate', path: HOSTILE, problem: [HOSTILE] }],
            },
          ),
        ],
        findings: [
          aFinding({ service: HOSTILE, message: HOSTILE }),
          aFinding({
            rule: 'budget',
            service: HOSTILE,
            endpoint: HOSTILE,
            metric: HOSTILE,
            stat: HOSTILE,
            expected: HOSTILE,
            actual: HOSTILE,
            message: HOSTILE,
          }),
        ],
        override: { kind: 'refused', by: HOSTILE, why: [HOSTILE], next: [HOSTILE] },
      },
    },
  ],
])

/** Not decided: a confirmation adds runs before an unproven slowdown blocks. */
function pending(): Verdict {
  const open = aComparison({
    candidate: 227.3,
    verdict: 'unproven',
    estimate: anEstimate({
      changeRatio: 0.07,
      lower: -0.009,
      upper: 0.156,
      noiseRatio: 0.06,
      detectableRatio: 0.083,
      runsNeeded: 9,
    }),
  })
  return aVerdict({
    outcome: 'pending',
    blocked: true,
    services: [aFullService(open)],
    rerunPlan: [
      { service: 'checkout', verdict: 'unproven', runs: 5, add: 2, settledAt: 9, decidedAt: 10, side: 'both' },
    ],
    findings: [
      aFinding({
        rule: 'unproven',
        actual: '+7.0 % (212.4 ms → 227.3 ms)',
      }),
    ],
  })
}

/** Nothing wrong with this change, but with all of them since a release; an endpoint is a suspect, and the alarm was tried. */
function drifted(): Verdict {
  const suspect = aComparison({
    endpoint: 'GET /orders',
    role: 'endpoint',
    verdict: 'unproven',
    estimate: anEstimate({ changeRatio: 0.09, lower: -0.02, upper: 0.21 }),
  })
  const since = aComparison({
    limitRatio: 0.12,
    estimate: anEstimate({ changeRatio: 0.141, lower: 0.12, upper: 0.16 }),
  })
  const service = aFullService(aComparison(), {
    drift: { anchor: 'v3.2', commit: BASE_SHA, comparisons: [since] },
    alarm: [
      {
        service: 'checkout',
        metric: 'http_req_duration',
        stat: 'p95',
        limitRatio: 0.05,
        plantedRatio: { justOver: 0.051, atTwice: 0.101 },
        justOver: 'regressed',
        fired: { justOver: true, atTwice: true },
        atTwice: 'regressed',
        detectableRatio: 0.029,
      },
    ],
  })
  return blocked({
    compared: 2,
    expected: 2,
    services: [{ ...service, comparisons: [...service.comparisons, suspect] }],
    findings: [
      aFinding({
        rule: 'drift',
        expected: 'at most +12 % since v3.2',
        actual: '+14.1 % since v3.2',
        problem: text`${series(P95)} of the default branch has changed by +14.1 % since v3.2 (drift budget 12 %)`,
        action: text`Make it faster, or move ${code('drift.anchor')} to a newer release.`,
        detail: text`Each step was within its limit.`,
      }),
    ],
  })
}

/** Five services on one machine, all slower alike, one of them with its processor time; and an endpoint over its budget. */
function wholeMachine(): Verdict {
  const estimate = anEstimate({
    changeRatio: 0.062,
    lower: -0.004,
    upper: 0.131,
    pValue: 0.08,
    noiseRatio: 0.06,
    detectableRatio: 0.068,
    runsNeeded: 8,
  })
  const services = SERVICES.slice(0, 5).map((service) => {
    const p95 = aComparison({ service, estimate, candidate: 225.6, verdict: 'unproven' })
    const cpu = aComparison({
      service,
      metric: 'cpu_seconds',
      stat: 'avg',
      unit: 'none',
      role: 'other',
      baseline: 31.2,
      candidate: 33,
      limitRatio: null,
      estimate: anEstimate({ changeRatio: 0.058 }),
    })
    return aService({ service, design: 'jobs', comparisons: service === 'accounts' ? [p95, cpu] : [p95] })
  })
  const unproven = services.map(({ service }) =>
    aFinding({
      rule: 'unproven',
      service,
      actual: '+6.2 % (212.4 ms → 225.6 ms)',
    }),
  )
  const budget = aFinding({
    rule: 'budget',
    service: 'catalog',
    endpoint: 'GET /items',
    expected: 'at most 100ms',
    actual: '104.1 ms',
    problem: text`${series({ ...P95, service: 'catalog', endpoint: 'GET /items' })} is 104.1 ms, the median of 5 runs: over the budget of 100ms`,
    detail: text`The budget is absolute, so the baseline does not matter.`,
  })
  return blocked({ compared: 5, expected: 5, services, findings: [...unproven, budget] })
}

/** No path of any service is touched: a documentation change, for example. */
function nothingToMeasure(): Verdict {
  const services = ['checkout', 'payments'].map((service) =>
    aService({
      service,
      design: 'none',
      candidateRuns: [],
      comparisons: [aComparison({ service, candidate: null, estimate: null, verdict: 'not-run' })],
    }),
  )
  return aVerdict({ compared: 0, expected: 0, services })
}

/** An endpoint that is new, one that is gone where the policy does not mind, one that is better, and a service that was not touched. */
function cameAndWent(): Verdict {
  const service = aFullService(aComparison())
  const endpoint = { role: 'endpoint', estimate: null } as const
  const added = aComparison({ ...endpoint, endpoint: 'GET /taxes', baseline: null, candidate: 31, verdict: 'new' })
  const gone = aComparison({ ...endpoint, endpoint: 'GET /old', candidate: null, verdict: 'missing' })
  const better = aComparison({
    endpoint: 'POST /cart',
    role: 'endpoint',
    verdict: 'improved',
    estimate: anEstimate({ changeRatio: -0.12, lower: -0.15, upper: -0.09 }),
  })
  const untouched = aService({
    service: 'payments',
    design: 'none',
    candidateRuns: [],
    comparisons: [aComparison({ service: 'payments', candidate: null, estimate: null, verdict: 'not-run' })],
  })
  return aVerdict({
    outcome: 'warn',
    compared: 2,
    expected: 3,
    services: [{ ...service, comparisons: [...service.comparisons, added, gone, better] }, untouched],
    findings: [
      aFinding({
        rule: 'new',
        level: 'warn',
        endpoint: 'GET /taxes',
        expected: 'a baseline',
        actual: '31 ms, new',
        problem: text`${series({ ...P95, endpoint: 'GET /taxes' })} is new: it has no baseline yet`,
        action: text`It is compared once the default branch has recorded it.`,
      }),
    ],
  })
}

function newService(): ReturnType<typeof aService> {
  return aService({
    baselineState: 'never-written',
    design: 'none',
    baselineRuns: [],
    comparisons: [aComparison({ baseline: null, estimate: null, runs: { baseline: 0, candidate: 5 }, verdict: 'new' })],
  })
}

function errorRateService(): ReturnType<typeof aService> {
  const service = aFullService(aComparison())
  return {
    ...service,
    comparisons: service.comparisons.map((one) =>
      one.metric === 'http_req_failed' ? { ...one, candidate: 0.0322, verdict: 'inconclusive' } : one,
    ),
  }
}
