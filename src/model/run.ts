import type { AbortThreshold, Measurement, ScriptThreshold } from './measurement.ts'
import type { CollectedProfile } from './profile.ts'
import type { SampledService } from './sampled-service.ts'
import type { Text } from './text.ts'
import type { CollectedTraces } from './trace.ts'

/** The course of one run over time. Only raw points give it. */
export type Timeline = Readonly<{
  sliceMs: number
  /** In order. A slice without successful requests has no p95. */
  slices: readonly Readonly<{
    /** From the start of the load to the start of the slice. */
    offsetMs: number
    /** Successful requests of the whole service. */
    requests: number
    p95Ms: number | null
  }>[]
}>

/**
 * How long the successful requests of the whole service took: at most `valueMs` for this share of them, in order, from the
 * fastest (share 0) to the slowest (share 1).
 */
export type Distribution = readonly Readonly<{ share: number; valueMs: number }>[]

/**
 * How the samples of setup() and teardown() are treated, which are not load. `counted`: they are in all numbers, because the file
 * does not mark them. `left-out`: they are in no number. `none`: the file shows that there were none, so both ways give the same.
 * `counted` and `left-out` are two populations.
 */
export type SetupSamples = 'counted' | 'left-out' | 'none'

/** One execution of a load test, as a result file describes it. */
export type Run = Readonly<{
  /** The id of the format in formats/registry.ts. */
  format: string
  /** The usual name of the tool that measured: `Locust`. Absent: k6. */
  tool?: string
  /**
   * How the tool counts, if it has several ways that cannot be compared: `request log`. It is a part of the conditions. Absent:
   * the tool has one way.
   */
  basis?: string
  /** The tool leaves results of earlier runs in place, without a date. Absent: the file is of this run. */
  mayBeOld?: boolean
  toolVersion: string | null
  durationMs: number | null
  /**
   * When the load began, by the dates in the file, in milliseconds since 1970. Absent: the file has no dates, or its dates have
   * no time zone.
   */
  beganAtMs?: number
  /** SHA-256 of the source of the script, if the file holds it. The source itself is never kept. */
  scriptHash: string | null
  measurements: readonly Measurement[]
  thresholds: readonly ScriptThreshold[]
  /** Thresholds that stop the test. Only raw points say so. Absent: not known. */
  abortThresholds?: readonly AbortThreshold[]
  /** What the reader left out or had to assume, in full sentences. */
  notes: readonly Text[]
  /** The notes about the load test itself. They hold for every file of the run. */
  scriptNotes?: readonly Text[]
  /**
   * The selection of samples, as a text that is equal for equal selections. null: all samples. `wanted` is the selection of the
   * policy. `applied` is the selection that the file allows: a summary always has all samples. Absent: both are all samples.
   */
  selection?: Readonly<{ wanted: string | null; applied: string | null }>
  /** Absent: an older store does not say. */
  setupSamples?: SetupSamples
  /** The set-up of the service whose processor and memory were sampled. Absent: not sampled, or an older store does not say. */
  sampled?: SampledService
  /** Names of endpoints that are counted as `other`, because there are too many. null or absent: not known, or none. */
  cutOffNames?: ReadonlySet<string> | null
  /** null or absent: the file has no points. */
  timeline?: Timeline | null
  /** Only raw points and digests give it. null or absent: only the statistics of the measurements are known. */
  distribution?: Distribution | null
}>

/**
 * The conditions that must be equal for two runs to be compared. null is unknown, and unknown equals only unknown. They are
 * untrusted: they can only make runs less comparable.
 */
export type Conditions = Readonly<{
  machine: string | null
  load: string | null
  scriptHash: string | null
  /** `k6 v2`, `Locust, request log`: the tool, its major version, and how it counts. */
  tool: string | null
}>

/** Where a run came from. `workflowRunId`, `artifactId` and `path` identify it. */
type RunSource = Readonly<{
  workflowRunId: number | null
  runAttempt: number | null
  artifactId: number | null
  artifactDigest: string | null
  /** Path of the run's folder or file inside the artifact or the results folder. */
  path: string
  /** The name of the artifact without the number of the attempt. It tells the legs of a load test apart. null or absent: not known. */
  part?: string | null
}>

/** The old version or the new one. Stored runs call it `variant`. */
export type Side = 'baseline' | 'candidate'

/** One execution of one load test, with its identity. */
export type IdentifiedRun = Readonly<{
  service: string
  side: Side
  /** The number of the run, as in the folder `run-<n>`. Runs of both sides with the same number are a pair. */
  runNumber: number
  /** null: unknown. Runs of one job shared a machine and are not independent. */
  jobId: string | null
  testedCommit: string | null
  startedAt: string | null
  conditions: Conditions
  source: RunSource
  /** How many load generators shared the run. Absent: one, or not known. */
  instances?: number
  /** Whether the exit code says that the load test missed goals of its own, such as a threshold of the script. Not stored. */
  missedGoals?: true
  /** The exit code of the tool, if the results have it. Aborted runs do not come this far: they are refused. */
  exitCode: number | null
  run: Run
}>

/** A file that cannot be used. It never counts as absent. */
export type RefusedFile = Readonly<{
  path: string
  /** What was found and what to do about it, in full sentences. */
  problem: Text
}>

/** A result that cannot be used. */
export type Refusal = RefusedFile &
  Readonly<{
    /** null: the path does not say. */
    service: string | null
    side: Side
    /** null or absent: it is not from an artifact. */
    artifact?: Readonly<{ id: number; part: string }> | null
  }>

/** All that the results hold. */
export type CollectedRuns = Readonly<{
  runs: readonly IdentifiedRun[]
  refusals: readonly Refusal[]
  /** Results that were refused and later measured again. Absent: none. */
  superseded?: readonly Refusal[]
  /** The files in folders `profile` of runs. Absent: none. */
  profiles?: readonly CollectedProfile[]
  /** The files in folders `traces` of runs. Absent: none. */
  traces?: readonly CollectedTraces[]
}>

/** Whether the file of a run could not be trimmed, so that it counts other samples than the policy wants. */
export function isUntrimmed({ selection }: Run): boolean {
  return selection !== undefined && selection.wanted !== selection.applied
}
