import type { StoredRun } from '../../src/model/baseline.ts'
import type { LedgerEntry, OwedEntry } from '../../src/model/ledger.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'

export function aMeasurement(change: Partial<Measurement> = {}): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint: null,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'successful',
    sampleCount: 1200,
    stats: new Map([
      ['p95', 141.25],
      ['avg', 80.5],
    ]),
    unusable: new Map([['p99', ['the summary has no p(99)']]]),
    ...change,
  }
}

type Change = Partial<Omit<StoredRun, 'run'>> &
  Partial<Pick<IdentifiedRun, 'service' | 'jobId' | 'conditions'>> &
  Partial<IdentifiedRun['source']> &
  Readonly<{ p95?: number; measurements?: readonly Measurement[]; format?: string }>

/** A stored run. A test overrides only the fields that it is about. */
export function aStoredRun(change: Change = {}): StoredRun {
  const p95 = change.p95 ?? 141.25
  return {
    commit: change.commit ?? 'a'.repeat(40),
    recordedAt: change.recordedAt ?? '2026-11-22T10:00:00Z',
    mark: change.mark ?? null,
    run: {
      service: change.service ?? 'checkout',
      side: 'candidate',
      runNumber: 1,
      jobId: change.jobId === undefined ? 'job-1' : change.jobId,
      testedCommit: change.commit ?? 'a'.repeat(40),
      startedAt: '2026-11-22T09:55:00Z',
      conditions: change.conditions ?? { machine: '4 cpu', load: '10 vus', scriptHash: 'ab12', tool: 'k6 v2' },
      source: {
        workflowRunId: change.workflowRunId === undefined ? 9_000_000_001 : change.workflowRunId,
        runAttempt: 1,
        artifactId: change.artifactId === undefined ? 5_000_000_001 : change.artifactId,
        artifactDigest: `sha256:${'0'.repeat(64)}`,
        path: change.path ?? 'checkout/run-1',
        ...(change.part == null ? {} : { part: change.part }),
      },
      exitCode: 0,
      run: {
        format: change.format ?? 'k6-summary',
        toolVersion: '2.0.0',
        durationMs: 60_000,
        scriptHash: 'ab12',
        measurements: change.measurements ?? [aMeasurement({ stats: new Map([['p95', p95]]) })],
        thresholds: [{ metric: 'http_req_duration', expression: 'p(95)<200', crossed: false }],
        notes: [],
      },
    },
  }
}

/** An accepted slowdown of checkout by 15 %. A test overrides only the fields that it is about. */
export function anOwedEntry(change: Partial<OwedEntry> = {}): OwedEntry {
  return {
    kind: 'owed',
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    unit: 'ms',
    better: 'lower',
    before: 141.25,
    after: 162.4,
    changeRatio: 0.15,
    limitRatio: 0.05,
    conditions: { machine: '4 cpu', load: '10 vus', tool: 'k6 v2' },
    branch: null,
    commit: 'a'.repeat(40),
    recordedAt: '2026-11-22T10:00:00Z',
    accepted: {
      by: 'mona',
      reason: 'new tax rules',
      at: '2026-11-22T09:00:00Z',
      pullRequest: 7,
      headSha: 'b'.repeat(40),
    },
    ...change,
  }
}

export function aRepaidEntry(): LedgerEntry {
  return {
    kind: 'repaid',
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    debtCommit: 'a'.repeat(40),
    level: 142,
    branch: null,
    commit: 'c'.repeat(40),
    recordedAt: '2026-11-24T10:00:00Z',
  }
}
