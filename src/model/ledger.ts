import type { Better, Unit } from './measurement.ts'
import type { Conditions } from './run.ts'

/** Who accepted a slowdown, why, when and where. */
export type Acceptance = Readonly<{
  by: string
  reason: string
  at: string
  pullRequest: number
  /** The head commit that was accepted. */
  headSha: string
}>

/** One series of one service, in a ledger. */
type LedgerSeries = Readonly<{ service: string; endpoint: string | null; metric: string; stat: string }>

/**
 * One line of `overrides.ndjson`: a slowdown of a recorded branch, or its repayment. Lines are only added.
 * - `owed`: a run of the branch was slower than the level before it, with or without an override.
 * - `repaid`: the level was back within the limit of the level before the debt that began at `debtCommit`.
 */
export type LedgerEntry =
  | (LedgerSeries &
      Readonly<{
        kind: 'owed'
        unit: Unit
        better: Better
        /** The level before the slowdown; null: nothing was comparable, so only a person can say when it is repaid. */
        before: number | null
        after: number | null
        /** 0.083 for +8.3 %. */
        changeRatio: number
        limitRatio: number
        /** The level is only compared with levels of these conditions. */
        conditions: Omit<Conditions, 'scriptHash'>
        /** null: the default branch. */
        branch: string | null
        commit: string
        recordedAt: string
        /** null: nobody accepted it. */
        accepted: Acceptance | null
      }>)
  | (LedgerSeries &
      Readonly<{
        kind: 'repaid'
        debtCommit: string
        level: number
        branch: string | null
        commit: string
        recordedAt: string
      }>)

export type OwedEntry = Extract<LedgerEntry, { kind: 'owed' }>

/** A slowdown that is in the baseline, as reports show it. */
export type Debt = Readonly<{
  /** `checkout p95 of http_req_duration`, for people. */
  series: string
  /** 0.083 for +8.3 %, against the level before it. */
  changeRatio: number
  /** The part of the change that is left now; null: the levels cannot be compared. */
  leftRatio: number | null
  /** null: nobody accepted it. */
  override: Readonly<{ by: string; reason: string; pullRequest: number | null }> | null
  /** When it was recorded; null: unknown. */
  since: string | null
}>

/** An override that was in force when its pull request was merged. */
export type MergedOverride = Acceptance &
  Readonly<{
    /** The services whose findings it accepted, the worst first, each with its change if it has one. */
    services: readonly Readonly<{ service: string; changeRatio: number | null }>[]
    /** Whether it accepted findings of further services that are not named here. */
    hasMore: boolean
  }>
