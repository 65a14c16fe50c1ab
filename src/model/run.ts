import type { AbortThreshold, Measurement, ScriptThreshold } from './measurement.ts'
import type { CollectedProfile } from './profile.ts'
import type { SampledService } from './sampled-service.ts'
import type { Text } from './text.ts'
import type { CollectedTraces } from './trace.ts'

/** How one run went over time. Only raw points give it. */
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
 * Where the samples of setup() and teardown() are, which are no load: `counted` among the others, where the file cannot tell them apart;
 * `left-out` of every number; `none`: the file shows that there were none, so that both are the same. `counted` and `left-out` are
 * two populations.
 */
export type SetupSamples = 'counted' | 'left-out' | 'none'

/** What a result file says of one execution of a load test. */
export type Run = Readonly<{
  /** The id of the format in formats/registry.ts. */
  format: string
  /** What people call the tool that measured: `Locust`. Absent: k6. */
  tool?: string
  /**
   * How the tool counts, where it has several ways that cannot be compared with each other: `request log`. It is a part of the conditions.
   * Absent: there is one way.
   */
  basis?: string
  /** The tool leaves results of earlier runs in place, without a date. Absent: what is in the file is of this run. */
  mayBeOld?: boolean
  toolVersion: string | null
  durationMs: number | null
  /** When the load began by the dates in the file, in milliseconds since 1970. Absent: the file has no dates, or none with a zone. */
  beganAtMs?: number
  /** SHA-256 of the script's source, where the file has the source. The source itself is never kept. */
  scriptHash: string | null
  measurements: readonly Measurement[]
  thresholds: readonly ScriptThreshold[]
  /** Thresholds that stop the test. Only raw points say so. Absent: not known. */
  abortThresholds?: readonly AbortThreshold[]
  /** What the reader left out or had to assume, in full sentences. */
  notes: readonly Text[]
  /** Those of the notes that are about the load test itself: they hold whichever file of the run is judged. */
  scriptNotes?: readonly Text[]
  /**
   * Which samples count, in words that are equal where the same counts; null: all. `wanted` is what the policy says, and
   * `applied` is what the file allows: a summary always holds all samples. Absent: both are all.
   */
  selection?: Readonly<{ wanted: string | null; applied: string | null }>
  /** Absent: an older store does not say. */
  setupSamples?: SetupSamples
  /** How the service was set up whose processor and memory were sampled. Absent: they were not, or an older store does not say. */
  sampled?: SampledService
  /** Names of endpoints that are counted together as `other`, because there are too many. null or absent: not known, or none. */
  cutOffNames?: ReadonlySet<string> | null
  /** null or absent: the file has no points. */
  timeline?: Timeline | null
  /** Only raw points and digests give it. null or absent: only the statistics of the measurements are known. */
  distribution?: Distribution | null
}>

/**
 * What must be equal for two runs to be compared. null is unknown, and unknown equals only unknown.
 * Untrusted: it can make runs less comparable, never more trusted.
 */
export type Conditions = Readonly<{
  machine: string | null
  load: string | null
  scriptHash: string | null
  /** `k6 v2`, `Locust, request log`: the tool, its major version, and how it counts. */
  tool: string | null
}>

/** Where a run came from. Together `workflowRunId`, `artifactId` and `path` name it. */
type RunSource = Readonly<{
  workflowRunId: number | null
  runAttempt: number | null
  artifactId: number | null
  artifactDigest: string | null
  /** Path of the run's folder or file inside the artifact or the results folder. */
  path: string
  /** The artifact's name without the number of the attempt, which tells legs of a load test apart. null or absent: not known. */
  part?: string | null
}>

export type Variant = 'baseline' | 'candidate'

/** One execution of one load test, with its identity. */
export type IdentifiedRun = Readonly<{
  service: string
  variant: Variant
  /** The number of the `run-<n>` folder: runs of both variants with the same number are a pair. */
  slot: number
  /** null: unknown. Runs of one job shared a machine and are not independent. */
  jobId: string | null
  testedCommit: string | null
  startedAt: string | null
  conditions: Conditions
  source: RunSource
  /** How many load generators shared the run. Absent: one, or not known. */
  instances?: number
  /** The tool's exit code says that goals of the load test itself were missed, such as a threshold of its script. Not stored. */
  missedGoals?: true
  /** The exit code of the tool, where the results have it. Only those of whole runs get this far. */
  exitCode: number | null
  run: Run
}>

/** A file that cannot be used. It is never the same as an absent one. */
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
    variant: Variant
    /** null or absent: it is no artifact's. */
    artifact?: Readonly<{ id: number; part: string }> | null
  }>

/** All that the results hold. */
export type CollectedRuns = Readonly<{
  runs: readonly IdentifiedRun[]
  refusals: readonly Refusal[]
  /** Refused once, and measured again since. Absent: none. */
  superseded?: readonly Refusal[]
  /** What lies in folders `profile` of runs. Absent: nothing. */
  profiles?: readonly CollectedProfile[]
  /** What lies in folders `traces` of runs. Absent: nothing. */
  traces?: readonly CollectedTraces[]
}>
