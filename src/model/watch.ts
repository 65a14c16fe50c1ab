import type { Said, Text } from './text.ts'

/** The effect of a deployment on a service in production. `no-data`: the effect is not known, so it does not pass. */
export type WatchOutcome = 'fail' | 'no-data' | 'warn' | 'pass'

export type WatchFinding = Readonly<{ level: 'fail' | 'no-data' | 'warn'; said: Said }>

/** The new version and what it was compared with. Shares are 0..1, times are seconds since 1970. */
export type WatchComparison = Readonly<{
  /** `pods`: old and new pods at the same time. `days`: the step at the deployment, and the steps at the same time on the days before. */
  kind: 'pods' | 'days'
  fromS: number
  untilS: number
  /** Pods on each side; or 1 for the day of the deployment, and the days before it. */
  units: Readonly<{ baseline: number; candidate: number }>
  /** null: not known. */
  versions: Readonly<{ baseline: string | null; candidate: string | null }>
  requests: Readonly<{ baseline: number; candidate: number }>
  /** The query, so that it can be repeated for `untilS`. */
  query: string
  /** Requests that took longer are slow. The bound is the upper end of a bucket. */
  boundMs: number
  slowRatio: Readonly<{ baseline: number; candidate: number }>
  /** About how much slower the new version is. null: the buckets do not show it. */
  changeRatio: number | null
  lower: number | null
  upper: number | null
  /** The one-sided confidence of each bound. */
  confidence: number
  pValue: number
  /** The smallest slowdown that would have been proven. null: the buckets do not show it. */
  visibleRatio: number | null
  /** null: no request has a status. */
  failedRatio: Readonly<{ baseline: number; candidate: number }> | null
}>

export type WatchedService = Readonly<{
  service: string
  outcome: WatchOutcome
  /** The worst first. */
  findings: readonly WatchFinding[]
  /** What else the reader should know. */
  notes: readonly Text[]
  /** null: nothing could be compared. */
  comparison: WatchComparison | null
  /** There was no result, and a later look may have more data. */
  mayComeLater: boolean
}>

/** One look at a deployment. */
export type WatchLook = Readonly<{
  /** From 1. */
  number: number
  of: number
  minutes: number
  /** Seconds since 1970. */
  endsAtS: number
}>

export type WatchReport = Readonly<{
  outcome: WatchOutcome
  /** `production`. null: not known. */
  environment: string | null
  deployedAtS: number
  /** The deployed commit, and the one before. null: not known. */
  commit: string | null
  previousCommit: string | null
  look: WatchLook
  /** The worst first. */
  services: readonly WatchedService[]
}>
