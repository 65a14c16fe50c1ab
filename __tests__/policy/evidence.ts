import type { Comparison, Estimate, ServiceEvidence } from '../../src/model/comparison.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { Policy, ServicePolicy } from '../../src/model/policy.ts'
import type { IdentifiedRun, Run } from '../../src/model/run.ts'
import type { Finding } from '../../src/model/verdict.ts'
import { DEFAULT_SERVICE_POLICY, defaultPolicy } from '../../src/policy/default-policy.ts'
import { LEVELS } from '../../src/policy/levels.ts'
import { said, type WrittenFinding } from '../said.ts'

/** Literal building blocks for tests: a healthy, unchanged checkout service, with whatever the test changes in it. */

export function anEstimate(changes: Partial<Estimate> = {}): Estimate {
  return {
    changeRatio: 0.001,
    lower: -0.01,
    upper: 0.012,
    confidence: 0.95,
    pValue: 0.4,
    noiseRatio: 0.01,
    noiseSource: 'these-runs',
    detectableRatio: 0.03,
    unprovable: null,
    likelihoodRatio: 0.001,
    restAgrees: true,
    runsNeeded: 3,
    ...changes,
  }
}

/** p95 of http_req_duration of the whole checkout service, 200 ms on both sides, compared and unchanged. */
export function aComparison(changes: Partial<Comparison> = {}): Comparison {
  return {
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    unit: 'ms',
    better: 'lower',
    role: 'primary',
    runs: { baseline: 5, candidate: 5 },
    baseline: 200,
    candidate: 200.2,
    estimate: anEstimate(),
    limitRatio: 0.05,
    verdict: 'unchanged',
    reason: null,
    ...changes,
  }
}

export function aMeasurement(
  changes: Partial<Omit<Measurement, 'stats' | 'unusable'>> &
    Readonly<{ stats?: Record<string, number>; unusable?: Record<string, string> }> = {},
): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint: null,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'successful',
    sampleCount: 4000,
    ...changes,
    stats: new Map(Object.entries(changes.stats ?? { p95: 200 })),
    unusable: new Map(Object.entries(changes.unusable ?? {}).map(([stat, reason]) => [stat, [reason]])),
  }
}

export function failedShare(rate: number): Measurement {
  return aMeasurement({ metric: 'http_req_failed', kind: 'rate', unit: 'ratio', stats: { rate }, population: 'all' })
}

export function aCounter(metric: string, count: number): Measurement {
  return aMeasurement({
    metric,
    kind: 'counter',
    unit: 'count',
    better: 'neither',
    stats: { count },
    population: 'all',
  })
}

export function aRun(
  changes: Partial<Omit<IdentifiedRun, 'run'>> & Readonly<{ run?: Partial<Run> }> = {},
): IdentifiedRun {
  const { run, ...identity } = changes
  return {
    service: 'checkout',
    side: 'candidate',
    runNumber: 1,
    jobId: 'job-1',
    testedCommit: null,
    startedAt: null,
    conditions: { machine: 'm', load: 'l', scriptHash: 's', tool: 'k6 v2' },
    source: { workflowRunId: null, runAttempt: null, artifactId: null, artifactDigest: null, path: 'checkout/run-1' },
    exitCode: 0,
    ...identity,
    run: {
      format: 'k6-summary',
      toolVersion: '2.0.0',
      durationMs: 60_000,
      scriptHash: 's',
      measurements: [aMeasurement(), failedShare(0), aCounter('iterations', 4000)],
      thresholds: [],
      notes: [],
      ...run,
    },
  }
}

export function anEvidence(changes: Partial<ServiceEvidence> = {}): ServiceEvidence {
  return {
    service: 'checkout',
    known: true,
    baselineState: 'used',
    design: 'runs',
    candidateRuns: [aRun()],
    baselineRuns: [aRun({ side: 'baseline' })],
    refusals: [],
    window: null,
    differences: [],
    comparisons: [aComparison()],
    notes: [],
    ...changes,
  }
}

export function aServicePolicy(changes: Partial<ServicePolicy> = {}): ServicePolicy {
  return { ...DEFAULT_SERVICE_POLICY, ...changes }
}

export function aPolicy(defaults: Partial<ServicePolicy> = {}): Policy {
  return { ...defaultPolicy({}), defaults: aServicePolicy(defaults) }
}

export function aFinding(changes: WrittenFinding = {}): Finding {
  return {
    rule: 'regressed',
    word: LEVELS.get(changes.rule ?? 'regressed')?.word ?? 'not declared',
    level: 'fail',
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    expected: 'at most +5 %',
    actual: '+8.0 %',
    problem: ['p95 of http_req_duration is 8.0 % slower'],
    ...said(changes),
  }
}
