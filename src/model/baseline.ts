import type { IdentifiedRun } from './run.ts'

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

/** One stored run: a valid run of the default branch, with what was known of it when it was recorded. */
export type StoredRun = Readonly<{
  run: IdentifiedRun
  commit: string
  recordedAt: string
  mark: BaselineMark | null
}>

/**
 * What the baseline store holds. Unreadable is not absent: it stops the gate, and the file is left as it is.
 * `runs` are in the order in which they were recorded, oldest first.
 */
export type BaselineLookup =
  | Readonly<{ kind: 'never-written'; place: string }>
  | Readonly<{ kind: 'unreadable'; place: string; file: string; problem: string }>
  | Readonly<{ kind: 'found'; place: string; services: ReadonlyMap<string, readonly StoredRun[]> }>

/**
 * The commits at or before the anchor, newest first, as far back as they were read.
 * null: the order of recording stands for the history (a directory store on a laptop).
 */
export type Ancestry = Readonly<{ anchor: string; commits: readonly string[] }> | null
