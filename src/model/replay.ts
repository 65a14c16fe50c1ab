import type { BaselineMark } from './baseline.ts'

/** A share of pushes, with the range that the number of pushes leaves open. All are 0..1. */
export type Share = Readonly<{
  ratio: number
  /** Two-sided 95 % interval. */
  lower: number
  upper: number
}>

/** One thing that blocked a push. */
export type Blocker = Readonly<{
  /** null: the whole gate. */
  service: string | null
  endpoint: string | null
  metric: string | null
  stat: string | null
  rule: string
  /** 0.083 for +8.3 %; null: it is not about a change. */
  changeRatio: number | null
  /** What was found, for people: `+8.3 % (200 ms → 216.6 ms)`. */
  actual: string
}>

/** What a policy says of one stored push. */
export type ReplayedPush = Readonly<{
  commit: string
  /** null: the default branch. */
  branch: string | null
  recordedAt: string
  /** Gated series that were compared with the records before it. */
  compared: number
  /** Not empty: the push would have been blocked. */
  blockers: readonly Blocker[]
  /** Who accepted a slowdown of this push, as it was recorded; null: nobody. */
  accepted: BaselineMark['override']
}>

/** What one policy would have done to the stored pushes. */
export type PolicyReplay = Readonly<{
  /** `.github/perf-gate.yml`; null: no policy file, the defaults hold. */
  source: string | null
  pushes: readonly ReplayedPush[]
  /** Pushes that had records before them to be judged by. */
  judged: number
  blocked: number
  /** Blocked pushes whose slowdown was accepted by an override when they were recorded. */
  overridden: number
  /** Blocked of judged; null: nothing was judged. */
  alarms: Share | null
  /** A confirmation would have looked at more runs before it blocked on `unproven`. */
  hasConfirmation: boolean
}>

/** Two policies over the same stored pushes. */
export type Replay = Readonly<{
  /** The store, for people. */
  place: string
  proposed: PolicyReplay
  against: PolicyReplay
}>

/**
 * How often this gate would have blocked the newest recorded pushes of its own branch: its false-alarm rate, measured where
 * it works.
 */
export type PastAlarms = Readonly<{
  /** Pushes that were compared with the pushes before them. */
  pushes: number
  blocked: number
  /** Blocked pushes that were no false alarms: accepted by an override, or the level stayed changed afterwards. */
  real: number
  /** The other blocked pushes, of all pushes. */
  falseAlarms: Share
  /** A confirmation would have looked at more runs before it blocked for good. */
  beforeConfirmation: boolean
}>
