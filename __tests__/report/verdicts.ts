import type { ServiceHistory } from '../../src/model/baseline.ts'
import type { Comparison, Estimate, ServiceEvidence } from '../../src/model/comparison.ts'
import type { ProfileComparison } from '../../src/model/profile.ts'
import type { ReportContext } from '../../src/model/report.ts'
import type { IdentifiedRun, Side } from '../../src/model/run.ts'
import { series, text } from '../../src/model/text.ts'
import type { TraceComparison } from '../../src/model/trace.ts'
import type { Finding, Verdict } from '../../src/model/verdict.ts'
import { LEVELS } from '../../src/policy/levels.ts'
import { inWordsOfTheRule, said, type WrittenFinding } from '../said.ts'

/** Literal evidence for the report's tests. Each factory takes what differs. */

export const HEAD_SHA = 'c0ffee1234567890c0ffee1234567890c0ffee12'
export const BASE_SHA = 'abc1234567890abc1234567890abc1234567890a'

export function aContext(overrides: Partial<ReportContext> = {}): ReportContext {
  return {
    gateName: 'perf-gate',
    generatedFor: 'pull-request',
    repository: 'octo/shop',
    headSha: HEAD_SHA,
    baseBranch: 'main',
    pullRequest: 7,
    runUrl: 'https://github.com/octo/shop/actions/runs/42',
    runId: 42,
    policySource: '.github/perf-gate.yml at abc1234',
    overrideLabel: 'perf-override',
    actionReference: null,
    ...overrides,
  }
}

export function anEstimate(overrides: Partial<Estimate> = {}): Estimate {
  return {
    changeRatio: 0.004,
    lower: -0.018,
    upper: 0.027,
    confidence: 0.95,
    pValue: 0.38,
    noiseRatio: 0.018,
    noiseSource: 'history',
    detectableRatio: 0.029,
    unprovable: null,
    likelihoodRatio: 0.001,
    restAgrees: true,
    runsNeeded: 3,
    ...overrides,
  }
}

export function aComparison(overrides: Partial<Comparison> = {}): Comparison {
  return {
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    unit: 'ms',
    better: 'lower',
    role: 'primary',
    runs: { baseline: 5, candidate: 5 },
    baseline: 212.4,
    candidate: 213.2,
    estimate: anEstimate(),
    limitRatio: 0.05,
    verdict: 'unchanged',
    reason: null,
    ...overrides,
  }
}

export function aRun(side: Side, runNumber: number, overrides: Partial<IdentifiedRun> = {}): IdentifiedRun {
  return {
    service: 'checkout',
    side,
    runNumber,
    jobId: 'job-1',
    testedCommit: side === 'baseline' ? BASE_SHA : HEAD_SHA,
    startedAt: '2026-03-04T10:00:00Z',
    conditions: {
      machine: 'AMD EPYC 7763, 4 cores',
      load: 'constant-arrival-rate 200/s for 60s',
      scriptHash: '5f2a9c0b7d1e4f60',
      tool: 'k6 v2',
    },
    source: {
      workflowRunId: 42,
      runAttempt: 1,
      artifactId: 1000 + runNumber,
      artifactDigest: null,
      path: `checkout/${side}/run-${runNumber}/summary.json`,
    },
    exitCode: 0,
    run: {
      format: 'k6-summary-export',
      toolVersion: 'k6 v2.2.0',
      durationMs: 60_000,
      scriptHash: null,
      measurements: [],
      thresholds: [],
      notes: [],
    },
    ...overrides,
  }
}

export function runs(side: Side, number: number, overrides: Partial<IdentifiedRun> = {}): readonly IdentifiedRun[] {
  return Array.from({ length: number }, (_, index) => aRun(side, index + 1, overrides))
}

/** Stored jobs with these levels of p95, oldest first, and a window over all of them. */
export function aHistory(levelsMs: readonly number[], service = 'checkout'): ServiceHistory {
  const jobs = levelsMs.map((durationMs, index) => {
    const measurement = {
      endpoint: null,
      metric: 'http_req_duration',
      unit: 'ms',
      better: 'lower',
      stats: new Map([['p95', durationMs]]),
      unusable: new Map(),
      kind: 'trend',
      population: 'successful',
      sampleCount: 12_000,
    } as const
    const run = aRun('baseline', 1, { service, jobId: `job-${index}` })
    return {
      commit: BASE_SHA,
      runs: [{ ...run, run: { ...run.run, measurements: [measurement] } }] as const,
      mark: null,
      recordedAt: '2026-03-02T08:00:00Z',
    }
  })
  return { jobs, windowStart: 0, changePoints: [] }
}

export function aService(overrides: Partial<ServiceEvidence> = {}): ServiceEvidence {
  return {
    service: 'checkout',
    known: true,
    baselineState: 'used',
    design: 'pairs',
    candidateRuns: runs('candidate', 5),
    baselineRuns: runs('baseline', 5),
    refusals: [],
    window: null,
    differences: [],
    comparisons: [aComparison()],
    notes: [],
    ...overrides,
  }
}

export function aFinding(overrides: WrittenFinding = {}): Finding {
  const { service = 'checkout', endpoint = null, metric = 'http_req_duration', stat = 'p95' } = overrides
  return {
    rule: 'regressed',
    word: LEVELS.get(overrides.rule ?? 'regressed')?.word ?? 'not declared',
    level: 'fail',
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    expected: 'at most +5 %',
    actual: '+10.8 % (212.4 ms → 235.3 ms)',
    problem: text`${service === null || metric === null || stat === null ? 'the gate' : series({ service, endpoint, metric, stat })} is 10.8 % slower (limit 5 %), and this is proven`,
    ...said(overrides),
  }
}

export function aVerdict({ findings = [], services = [aService()], ...overrides }: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'pass',
    blocked: false,
    compared: 1,
    expected: 1,
    override: { kind: 'none' },
    ...overrides,
    findings: inWordsOfTheRule(findings, services),
    services,
  }
}

/** p50, p95 and p99, throughput and errors of one service around one p95 comparison. */
export function aFullService(p95: Comparison, overrides: Partial<ServiceEvidence> = {}): ServiceEvidence {
  const { service, runs, estimate } = p95
  const other = { service, runs, role: 'other', reason: null } as const
  const moved = (baseline: number, changeRatio: number): Partial<Comparison> => {
    if (estimate === null) return { baseline, candidate: null, estimate: null, verdict: p95.verdict }
    const shift = changeRatio - estimate.changeRatio
    const [lower, upper] = [estimate.lower + shift, estimate.upper + shift]
    return {
      baseline,
      candidate: baseline * (1 + changeRatio),
      estimate: { ...estimate, changeRatio, lower, upper },
      verdict: lower > 0 ? (changeRatio > 0.05 ? 'regressed' : 'slower') : upper < 0.05 ? 'unchanged' : 'inconclusive',
    }
  }
  const size = estimate?.changeRatio ?? 0
  return aService({
    service,
    comparisons: [
      p95,
      aComparison({ ...other, stat: 'p50', ...moved(41.2, 0.007) }),
      aComparison({ ...other, stat: 'p99', ...moved(402.7, size * 0.9) }),
      aComparison({
        ...other,
        metric: 'http_reqs',
        stat: 'rate',
        unit: 'per-second',
        better: 'higher',
        ...moved(198.2, -0.002),
        verdict: 'unchanged',
      }),
      aComparison({
        ...other,
        metric: 'http_req_failed',
        stat: 'rate',
        unit: 'ratio',
        baseline: 0.0012,
        candidate: 0.0008,
        estimate: null,
        limitRatio: null,
        verdict: 'unchanged',
      }),
    ],
    ...overrides,
  })
}

/** Five profiles per side, in which one function takes more. */
export function aProfileComparison(overrides: Partial<ProfileComparison> = {}): ProfileComparison {
  const function_ = {
    name: 'orders::marshalAny<unsigned long>',
    baselineShare: 0.211,
    candidateShare: 0.297,
    baselineWeight: 35_200,
    candidateWeight: 56_100,
    changeRatio: 0.593,
    interval: [0.41, 0.79],
    pValue: 0.0001,
    verdict: 'slower',
  } as const
  const other = {
    name: 'orders::checksum',
    baselineShare: 0.162,
    candidateShare: 0.145,
    baselineWeight: 27_000,
    candidateWeight: 27_300,
    changeRatio: 0.011,
    interval: [-0.12, 0.16],
    pValue: 1,
    verdict: 'not-proven',
  } as const
  const leaf = (name: string, baseline: number, candidate: number) => ({ name, baseline, candidate, children: [] })
  return {
    tool: 'perf',
    counted: 'cpu-time',
    unit: 'ns',
    notCompared: null,
    runs: { baseline: 5, candidate: 5 },
    samples: { baseline: 4919, candidate: 5513 },
    scale: 'per-request',
    commonRatio: 0.019,
    detectableRatio: 0.321,
    total: null,
    functions: [function_, other],
    flame: {
      name: 'all',
      baseline: 1,
      candidate: 1,
      children: [leaf(function_.name, 0.211, 0.297), leaf(other.name, 0.162, 0.145), leaf('orders::legacy', 0.05, 0)],
    },
    notes: [['2 samples have no stack: they were left out.']],
    ...overrides,
  }
}

/** A tenth of the requests of both sides, in which one call became slower and another one is new. */
export function aTraceComparison(overrides: Partial<TraceComparison> = {}): TraceComparison {
  const side = { runs: 5, traces: 300, spans: 900, requests: 3000, tracedErrorRatio: 0.01, errorRatio: 0.01 }
  const times = { spans: 300, errorRatio: 0.01, callsPerTrace: 1, selfMsPerTrace: 6.21, p50Ms: 5.98, p95Ms: 9.51 }
  return {
    format: 'otlp',
    tool: 'OTLP',
    baseline: { ...side, samplingRatios: [0.1] },
    candidate: { ...side, samplingRatios: [0.1] },
    operations: [
      {
        service: 'checkout',
        kind: 'client',
        operation: 'select orders',
        baseline: times,
        candidate: { ...times, spans: 600, callsPerTrace: 2, selfMsPerTrace: 12.6, p95Ms: 10.2 },
        changeRatio: 12.6 / 6.21 - 1,
      },
      {
        service: 'payments',
        kind: 'server',
        operation: 'POST /pay',
        baseline: null,
        candidate: { ...times, selfMsPerTrace: 0.42, p50Ms: 0.4, p95Ms: 0.61 },
        changeRatio: null,
      },
    ],
    operationsLeftOut: 3,
    notes: [['2 spans in the files more than once: counted once.']],
    ...overrides,
  }
}
