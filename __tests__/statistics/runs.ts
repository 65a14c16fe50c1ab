import type { BaselineMark, StoredRun } from '../../src/model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { ServicePolicy } from '../../src/model/policy.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { limitFor } from '../../src/policy/service-policy.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import type { ComparisonInput } from '../../src/statistics/comparison-input.ts'

/** The p95 of all requests of a service, with enough samples behind it. */
export function latency(p95: number, changes: Partial<Measurement> = {}): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint: null,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'all',
    sampleCount: null,
    stats: new Map([['p95', p95]]),
    unusable: new Map(),
    ...changes,
  }
}

export function endpoint(name: string, p95: number): Measurement {
  return latency(p95, { endpoint: name })
}

export function throughput(perSecond: number): Measurement {
  return {
    ...latency(0),
    metric: 'http_reqs',
    kind: 'counter',
    unit: 'per-second',
    better: 'higher',
    stats: new Map([['rate', perSecond]]),
  }
}

export function failedShare(ratio: number): Measurement {
  return { ...latency(0), metric: 'http_req_failed', kind: 'rate', unit: 'ratio', stats: new Map([['rate', ratio]]) }
}

type RunChanges = Partial<Omit<IdentifiedRun, 'run'>> & Readonly<{ durationMs?: number }>

/** One run of `checkout`: a number is its p95. */
export function run(content: number | readonly Measurement[], changes: RunChanges = {}): IdentifiedRun {
  const { durationMs, ...identity } = changes
  const runNumber = changes.runNumber ?? 1
  const ofSide = changes.side ?? 'candidate'
  return {
    service: 'checkout',
    side: ofSide,
    runNumber,
    jobId: null,
    testedCommit: null,
    startedAt: null,
    conditions: { machine: null, load: null, scriptHash: null, tool: null },
    source: {
      workflowRunId: null,
      runAttempt: null,
      artifactId: null,
      artifactDigest: null,
      path: `${ofSide}/run-${runNumber}`,
    },
    exitCode: null,
    run: {
      format: 'k6-summary-export',
      toolVersion: null,
      durationMs: durationMs ?? null,
      scriptHash: null,
      measurements: typeof content === 'number' ? [latency(content)] : content,
      thresholds: [],
      notes: [],
    },
    ...identity,
  }
}

/** Runs of one side, numbered from 1. */
export function side(
  which: 'baseline' | 'candidate',
  contents: readonly (number | readonly Measurement[])[],
  changes: RunChanges = {},
): readonly IdentifiedRun[] {
  return contents.map((content, index) => run(content, { side: which, runNumber: index + 1, ...changes }))
}

/** A candidate with one run in each of several jobs. */
export function jobs(contents: readonly (number | readonly Measurement[])[]): readonly IdentifiedRun[] {
  return contents.map((content, index) => run(content, { runNumber: 1, jobId: `candidate-job-${index + 1}` }))
}

/** One stored run at commit `c<index>`, in a job of its own. */
export function stored(
  index: number,
  content: number | readonly Measurement[],
  changes: RunChanges & Readonly<{ mark?: BaselineMark }> = {},
): StoredRun {
  const { mark, ...identity } = changes
  return {
    run: run(content, { jobId: `job-${index}`, testedCommit: `c${index}`, ...identity }),
    commit: `c${index}`,
    recordedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    mark: mark ?? null,
  }
}

/** A history of `checkout`, oldest first: one stored run a value, at commits `c0`, `c1`, ... */
export function history(contents: readonly (number | readonly Measurement[])[]): readonly StoredRun[] {
  return contents.map((content, index) => stored(index, content))
}

export function mark(kind: BaselineMark['kind'], changeRatio: number): BaselineMark {
  return { kind, changeRatio, series: 'checkout p95 of http_req_duration', override: null }
}

type InputChanges = Partial<Omit<ComparisonInput, 'policyFor'>> &
  Readonly<{ runs?: readonly IdentifiedRun[]; store?: readonly StoredRun[]; policy?: Partial<ServicePolicy> }>

/** A comparison under the default policy. `store` holds the runs of `checkout`. */
export function input({ runs = [], store, policy = {}, ...changes }: InputChanges): ComparisonInput {
  return {
    collected: { runs, refusals: [] },
    origin: 'other-results',
    lookup: store === undefined ? null : { kind: 'found', place: 'a test', services: new Map([['checkout', store]]) },
    ancestry: null,
    namedServices: [],
    policyFor: () => ({ ...DEFAULT_SERVICE_POLICY, ...policy }),
    isUntouched: () => false,
    limitFor,
    ...changes,
  }
}

/** The evidence of the only service. */
export function evidenceOf(changes: InputChanges): ServiceEvidence {
  const [only, ...others] = compareServices(input(changes))
  if (only === undefined || others.length > 0) throw new Error(`Expected one service, found ${others.length + 1}.`)
  return only
}

/** The comparison of the p95 of the only service, or of one of its other series. */
export function comparisonOf(
  evidence: ServiceEvidence,
  key: Partial<Pick<Comparison, 'endpoint' | 'metric' | 'stat'>> = {},
): Comparison {
  const wanted = { endpoint: null, metric: 'http_req_duration', stat: 'p95', ...key }
  const found = evidence.comparisons.find(
    ({ endpoint: name, metric, stat }) => name === wanted.endpoint && metric === wanted.metric && stat === wanted.stat,
  )
  if (found === undefined) throw new Error(`No comparison of ${JSON.stringify(wanted)}.`)
  return found
}

/** Compares n runs with n runs of one machine, which is what two folders on a laptop are. */
export function compareRuns(
  baseline: readonly number[],
  candidate: readonly number[],
  policy: Partial<ServicePolicy> = {},
): Comparison {
  return comparisonOf(evidenceOf({ runs: [...side('baseline', baseline), ...side('candidate', candidate)], policy }))
}
