import type { LedgerEntry } from './ledger.ts'
import type { IdentifiedRun } from './run.ts'
import type { Text } from './text.ts'

/** Why a stored run starts a new window: the next pull request is compared with it, and the debt stays visible. */
export type BaselineMark = Readonly<{
  kind: 'regressed' | 'overridden' | 'improved'
  /** 0.083 for +8.3 %, against the window before it. */
  changeRatio: number
  /** `checkout p95 of http_req_duration`, for people. */
  series: string
  /** Who overrode and why; null where nobody did. */
  override: Readonly<{ by: string; reason: string; pullRequest: number | null }> | null
}>

/** One stored run: a valid run of the default branch, with what was known about it when it was recorded. */
export type StoredRun = Readonly<{
  run: IdentifiedRun
  commit: string
  recordedAt: string
  mark: BaselineMark | null
  /** The branch that was pushed to, where it is not the default branch. null or absent: the default branch. */
  branch?: string | null
}>

/** One stored job: the runs that shared a machine at one commit. */
export type StoredJob = Readonly<{
  commit: string
  runs: readonly [IdentifiedRun, ...IdentifiedRun[]]
  mark: BaselineMark | null
  recordedAt: string
}>

/** The stored jobs of one service on the default branch: the window that the candidate is compared with, and the jobs before it. */
export type ServiceHistory = Readonly<{
  /** Stored jobs of the same conditions at or before the anchor, oldest first. Never empty. */
  jobs: readonly StoredJob[]
  /** Position in `jobs` where the window begins. The window ends with the last job. */
  windowStart: number
  /** Where a primary series changes its level: `position` in `jobs` is the first job of the new level. */
  changePoints: readonly Readonly<{ metric: string; stat: string; position: number }>[]
}>

/**
 * What the baseline store holds. An unreadable store is not an absent one: it stops the gate, and its file is not changed. `runs`
 * are in the order in which they were recorded, oldest first.
 */
export type BaselineLookup =
  | Readonly<{ kind: 'never-written'; place: string }>
  | Readonly<{ kind: 'unreadable'; place: string; file: string; problem: Text }>
  | FoundBaselines

export type FoundBaselines = Readonly<{
  kind: 'found'
  place: string
  services: ReadonlyMap<string, readonly StoredRun[]>
  /** The accepted and unaccepted slowdowns of the recorded branches, in the order of recording. Absent: this store has no ledger. */
  ledger?: readonly LedgerEntry[]
}>

/**
 * The commits at or before the anchor, newest first, as far back as they were read. null: the order of recording is used as the
 * history (a directory store on a laptop).
 */
export type Ancestry = Readonly<{ anchor: string; commits: readonly string[] }> | null
