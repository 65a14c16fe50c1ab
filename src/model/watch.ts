import type { Said, Text } from './text.ts'

/** What a deployment did to a service in production. `no-data`: nobody knows, which is no pass. */
export type WatchOutcome = 'fail' | 'no-data' | 'warn' | 'pass'

export type WatchFinding = Readonly<{ level: 'fail' | 'no-data' | 'warn'; said: Said }>

/** The new version beside what it was compared with. Shares are 0..1, times are seconds since 1970. */
export type WatchComparison = Readonly<{
  /** `pods`: old and new pods at the same time. `days`: the step at the deployment, and that at the same time on the days before. */
  kind: 'pods' | 'days'
  fromS: number
  untilS: number
  /** Pods on each side; or 1 for the day of the deployment, and the days before it. */
  units: Readonly<{ baseline: number; candidate: number }>
  /** null: not known. */
  versions: Readonly<{ baseline: string | null; candidate: string | null }>
  requests: Readonly<{ baseline: number; candidate: number }>
  /** What was asked for, to be asked again at `untilS`. */
  query: string
  /** Requests that took longer are slow. It is the end of a bucket. */
  boundMs: number
  slowRatio: Readonly<{ baseline: number; candidate: number }>
  /** How much slower the new version is, about. null: the buckets do not say. */
  changeRatio: number | null
  lower: number | null
  upper: number | null
  /** Of the bounds, each to its side. */
  confidence: number
  pValue: number
  /** The smallest slowdown that would have been proven. null: the buckets do not say. */
  visibleRatio: number | null
  /** null: no request says its status. */
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
  /** Nothing could be said, and a later look may have more. */
  mayCome: boolean
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
