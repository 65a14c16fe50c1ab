import type { BaselineMark } from './baseline.ts'
import type { Series, SeriesRole } from './comparison.ts'
import type { OwedEntry } from './ledger.ts'
import type { Conditions } from './run.ts'

/** One stored job of the default branch. */
export type TrendJob = Readonly<{
  commit: string
  recordedAt: string
  runs: number
  /** Position in the `conditions` of the service. 0: the conditions of the newest job. */
  conditions: number
  mark: BaselineMark | null
}>

/** The level of a series from one job to before another, among jobs of the same conditions. */
export type TrendLevel = Readonly<{ conditions: number; from: number; to: number; value: number }>

/** A change from one level of a series to the next. */
export type TrendStep = Readonly<{
  /** Position of the first job of the new level. */
  position: number
  /** The newest job before it of the same conditions: what made the step came after that job's commit. */
  previous: number
  before: number
  after: number
  /** 0.083 for +8.3 %. */
  changeRatio: number
  isWorse: boolean
}>

/** One series over all stored jobs. */
export type SeriesTrend = Series &
  Readonly<{
    role: SeriesRole
    /** One value per job; null: the job does not have it, or it cannot be used. */
    values: readonly (number | null)[]
    levels: readonly TrendLevel[]
    steps: readonly TrendStep[]
  }>

/** A line of the ledger, and when it was repaid. */
export type TrendDebt = OwedEntry & Readonly<{ repaid: Readonly<{ commit: string; recordedAt: string }> | null }>

/** How one service changed on the default branch. */
export type ServiceTrend = Readonly<{
  service: string
  /** Jobs of all conditions, in the order of recording. Never empty. */
  jobs: readonly TrendJob[]
  /** The conditions of the newest job come first. Jobs of two conditions are never compared. */
  conditions: readonly Conditions[]
  series: readonly SeriesTrend[]
  debts: readonly TrendDebt[]
  /** Where something became worse. */
  suspects: readonly SuspectWindow[]
}>

/** A commit, with the first line of its message. */
export type NamedCommit = Readonly<{ commit: string; subject: string }>

/** Two recorded commits with a change for the worse between them: it came in after `from`, at the latest with `to`. */
export type SuspectWindow = Readonly<{
  from: string
  to: string
  /** Position of the job of `to`. */
  position: number
}>
