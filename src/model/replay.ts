import type { BaselineMark } from './baseline.ts'

/** A share of pushes with its confidence interval. All are 0..1. */
export type Share = Readonly<{
  ratio: number
  /** Two-sided 95 % interval. */
  lower: number
  upper: number
}>

/** One reason why a push was blocked. */
export type Blocker = Readonly<{
  /** null: the whole gate. */
  service: string | null
  endpoint: string | null
  metric: string | null
  stat: string | null
  rule: string
  /** 0.083 for +8.3 %; null: the finding is not about a change. */
  changeRatio: number | null
  /** What was found, for people: `+8.3 % (200 ms → 216.6 ms)`. */
  actual: string
}>

/** The result of a policy for one stored push. */
export type ReplayedPush = Readonly<{
  commit: string
  /** null: the default branch. */
  branch: string | null
  recordedAt: string
  /** The number of gated series that were compared with earlier records. */
  compared: number
  /** Not empty: the push would have been blocked. */
  blockers: readonly Blocker[]
  /** Who accepted a slowdown of this push when it was recorded; null: nobody. */
  accepted: BaselineMark['override']
}>

/** What one policy would have done to the stored pushes. */
export type PolicyReplay = Readonly<{
  /** `.github/perf-gate.yml`; null: no policy file, the defaults hold. */
  source: string | null
  /** Services that the policy names and that no push has: their settings changed nothing. */
  unmatched: readonly string[]
  pushes: readonly ReplayedPush[]
  /** The number of pushes with earlier records, against which they were judged. */
  judged: number
  blocked: number
  /** Blocked pushes whose slowdown was accepted by an override when they were recorded. */
  overridden: number
  /** Blocked of judged; null: nothing was judged. */
  alarms: Share | null
  /** A confirmation would have added runs before it blocked on `unproven`. */
  hasConfirmation: boolean
}>

/** Two policies over the same stored pushes. */
export type Replay = Readonly<{
  /** The store, for people. */
  place: string
  proposed: PolicyReplay
  against: PolicyReplay
}>

/** How often this gate would have blocked the newest recorded pushes of its own branch: its false-alarm rate on its own data. */
export type PastAlarms = Readonly<{
  /** Pushes that were compared with the pushes before them. */
  pushes: number
  blocked: number
  /** Blocked pushes that were not false alarms: the slowdown was accepted, or the level stayed changed. */
  real: number
  /** The other blocked pushes, as a share of all pushes. */
  falseAlarms: Share
  /** A confirmation would have added runs before it blocked. */
  beforeConfirmation: boolean
}>
