import type { BaselineMark, ServiceHistory } from './baseline.ts'
import type { Debt } from './ledger.ts'
import type { Better, Unit } from './measurement.ts'
import type { ServiceProfiles } from './profile.ts'
import type { Quantity } from './quantity.ts'
import type { IdentifiedRun, Refusal } from './run.ts'
import type { Text } from './text.ts'
import type { ServiceTraces } from './trace.ts'

/** One measured thing. */
export type Series = Readonly<{
  service: string
  /** null: the whole service. */
  endpoint: string | null
  metric: string
  stat: string
  unit: Unit
  better: Better
  /** Absent: it follows from k6's name of the metric, or is not known. */
  quantity?: Quantity
}>

/**
 * What the numbers of one series say.
 * - `regressed`: over the limit and proven. `unproven`: over the limit, not yet distinguishable from noise.
 * - `slower`: proven, at most the limit (for throughput: lower). `unchanged`, `improved`.
 * - `inconclusive`: not over the limit, but a regression over the limit cannot be excluded.
 * - `new`: no baseline for it. `missing`: in the baseline or policy, not in the candidate.
 * - `not-run`: its paths were not touched. `not-comparable`: with the reason. `invalid`: the data cannot be used.
 */
export type ComparisonVerdict =
  | 'regressed'
  | 'unproven'
  | 'slower'
  | 'unchanged'
  | 'improved'
  | 'inconclusive'
  | 'new'
  | 'missing'
  | 'not-run'
  | 'not-comparable'
  | 'invalid'

/** `primary` and `endpoint` series are gated; `other` series are reported and never block by themselves. */
export type SeriesRole = 'primary' | 'endpoint' | 'other'

/** Where the noise of the interval came from: assumed (one run per side), these runs, or shared with the stored history. */
export type NoiseSource = 'assumed' | 'these-runs' | 'history'

/** The statistics of one comparison. Ratios: 0.083 is +8.3 %. Never sign-flipped: for throughput a fall is negative. */
export type Estimate = Readonly<{
  changeRatio: number
  /** One-sided lower and upper bound of `changeRatio`, each at `confidence`. */
  lower: number
  upper: number
  confidence: number
  /**
   * How often a gap like this, in the direction in which it is, would appear if nothing had changed. Corrected for all that is
   * judged together where the series is gated.
   */
  pValue: number
  /** Run-to-run standard deviation of the logarithm: about the coefficient of variation. */
  noiseRatio: number
  noiseSource: NoiseSource
  /** The smallest change for the worse that data like these prove in 95 % of cases. Positive. null: `unprovable` says why. */
  detectableRatio: number | null
  /** Why nothing can be proven here, however large; null: something can. */
  unprovable: Unprovable | null
  /** How much more these data speak for a change of twice the limit than for none. null: there is no limit. */
  likelihoodRatio: number | null
  /** Against a store that can be asked for another job: without its worst job the candidate still looks changed. true elsewhere. */
  restAgrees: boolean
  /** Runs a side that tell a change of twice the limit from none in 95 % of cases, where they are added to these; of the candidate alone against a store. */
  runsNeeded: number
}>

/** Why data prove nothing. */
export type Unprovable =
  | 'too-few-requests' // behind a percentile
  | 'min-delta' // a floor above all that could be seen
  | 'assumed-noise' // nobody measured it
  | 'uneven-store' // its jobs follow each other or come at two levels
  | 'new-level' // the store stepped a few jobs ago, as a search found
  | 'stored-outliers' // one job, and some stored ones were as far off

export type Comparison = Series &
  Readonly<{
    role: SeriesRole
    /** Units compared: runs, or jobs where the runs of a side shared a machine. */
    runs: Readonly<{ baseline: number; candidate: number }>
    /** Medians over the units; null where there is none. */
    baseline: number | null
    candidate: number | null
    estimate: Estimate | null
    /** The largest allowed change for the worse: 0.05. null where no limit applies. */
    limitRatio: number | null
    verdict: ComparisonVerdict
    /** Why, where the verdict does not say it all; null otherwise. */
    reason: Text | null
    /** What stands in the way of comparing the numbers, where both sides have them. Absent: nothing, or the reason says it. */
    obstacle?: Obstacle
    /** The width of the steps in which the values can move, in their unit. Absent: the limit is more than five times as wide. */
    step?: number
    /** The absolute limit of the policy, as it is written there. Absent: none. */
    budget?: string
  }>

type Obstacle =
  | 'other-requests' // the sides counted different ones, or in different units
  | 'not-judged' // the tool gives the number so coarsely, or so incompletely, that it is only shown

/** How the two sides were measured. It decides what a comparison can prove. */
export type Design =
  | 'pairs' // both variants in the same job, run by run
  | 'runs' // several runs per side, independent or on one machine together
  | 'jobs' // the job is the unit: the runs of a side shared a machine and the sides did not
  | 'single' // one unit against one unit
  | 'none' // nothing to compare

/** Which condition differs, when two sides are not comparable. */
export type Difference = 'changed-script' | 'changed-load' | 'changed-machine' | 'changed-tool' | 'changed-population'

/** What the baseline of one service is. */
export type BaselineWindow = Readonly<{
  /** Newest commit in the window; null where the baseline is not a store. */
  commit: string | null
  /** Number of commits between the anchor and `commit`; null: unknown. */
  commitsBehind: number | null
  jobs: number
  runs: number
  newestRecordedAt: string | null
  /** The mark that started this window, if one did: debt that is still there. */
  mark: BaselineMark | null
}>

/**
 * What the baseline side of one service is.
 * - `used`: there are baseline runs. - `never-written`: the store has nothing at all.
 * - `unknown-service`: the store exists, and neither it nor the policy knows this service.
 * - `unusable`: the store exists and the service is known, but nothing stored is at or before the anchor.
 * - `unreadable`: the store is damaged.
 */
export type BaselineState = 'used' | 'never-written' | 'unknown-service' | 'unusable' | 'unreadable'

/**
 * How far the default branch has moved since a second anchor, such as a release. The window of a baseline moves along with
 * many small steps; this does not.
 */
export type Drift = Readonly<{
  /** What people call the anchor: `v3.2`. */
  anchor: string
  /** The newest stored commit at or before the anchor. */
  commit: string
  /** One a primary series: `baseline` is the level then, `candidate` the level of the window now, the limit is the budget. */
  comparisons: readonly Comparison[]
}>

/** What a rerun would add for one service. */
export type RerunNeed = Readonly<{
  service: string
  /** `unproven` waits for the answer. `inconclusive` does not block, and more runs would tell whether it should. */
  verdict: 'unproven' | 'inconclusive'
  /** Units of the candidate that are there: runs, pairs or jobs. */
  runs: number
  /** How many to add for the next look. */
  add: number
  /** How many in all could tell a change of twice the limit from none, rounded up to a look; null: more than a confirmation may have. */
  settledAt: number | null
  /** How many in all decide at the latest: the last look takes the numbers literally. */
  decidedAt: number
  /** What is to be repeated: against a store only the candidate. */
  side: 'both' | 'candidate'
}>

/** How many unchanged pull requests a set-up blocks because of noise, 0..1. */
export type ExpectedFalseAlarms = Readonly<{
  ratio: number
  /** Services that may be over their limit by chance. */
  services: number
  /** Numbers of theirs that may be: a service of benchmarks has several. */
  series: number
  /** What it would be with a confirmation; null: it is on. */
  confirmedRatio: number | null
}>

/** By how much the candidate's values of each service are multiplied, by service and metric. */
export type Slowdowns = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What planted slowdowns did to one primary series. */
export type SelfTest = Readonly<{
  service: string
  metric: string
  stat: string
  limitRatio: number
  /** How much worse than the baseline the two copies were made. */
  plantedRatio: Readonly<{ justOver: number; atTwice: number }>
  /** The verdict on a candidate that is just over the limit, and on one at twice the limit. */
  justOver: ComparisonVerdict
  atTwice: ComparisonVerdict
  /** The change was seen to be over the limit, proven or not. */
  fired: Readonly<{ justOver: boolean; atTwice: boolean }>
  /** The smallest change for the worse that would have been proven; null: nothing was compared. */
  detectableRatio: number | null
}>

/** What makes numbers doubtful though they are comparable: another load than configured, or a percentile that stands on a step. */
export type LoadDifference = Readonly<{ kind: 'load-parity' | 'mode-boundary'; message: Text }>

/** Parts of the load test that the newest stored commit has and the results have not. */
export type MissingParts = Readonly<{
  /** Names of artifacts, without the number of the attempt. */
  legs: readonly string[]
  /** null: as many as before. */
  generators: Readonly<{ expected: number; found: number }> | null
}>

/** All that is known of one service: the input of every rule and of the report. */
export type ServiceEvidence = Readonly<{
  service: string
  /** Known from the policy or the store, so that its absence counts. */
  known: boolean
  baselineState: BaselineState
  design: Design
  candidateRuns: readonly IdentifiedRun[]
  /** The candidate runs as they were read and are to be stored, where they are compared under other names. Absent: `candidateRuns`. */
  asMeasured?: readonly IdentifiedRun[]
  baselineRuns: readonly IdentifiedRun[]
  refusals: readonly Refusal[]
  window: BaselineWindow | null
  /** null or absent: the baseline is not a store, or nothing in it can be compared. */
  history?: ServiceHistory | null
  differences: readonly Readonly<{
    kind: Difference
    message: Text
    change?: Text
    /** One side does not say it. */
    isUnknown?: boolean
  }>[]
  /** null or absent: nothing is missing, or nothing is known. */
  missing?: MissingParts | null
  comparisons: readonly Comparison[]
  /** null or absent: there is no second anchor, or nothing stored to compare it with. */
  drift?: Drift | null
  /** Slowdowns that the baseline has in it and that are not repaid. Absent: nobody has looked. */
  debts?: readonly Debt[]
  /**
   * Names that are too rare to be endpoints of their own, or that never come back. `lost` are those of the baseline that the candidate
   * does not have. Absent: nobody has looked.
   */
  rareEndpoints?: Readonly<{ names: readonly string[]; lost: readonly string[] }>
  /** Absent: nobody has looked. */
  loadDifferences?: readonly LoadDifference[]
  /** Whether the alarm works on these data. Absent: it was not tested. */
  alarm?: readonly SelfTest[]
  /** What profiles beside the runs say. Absent: there are none. They explain, and change no verdict. */
  profiles?: Pick<ServiceProfiles, 'comparisons' | 'refusals'>
  /** What traces beside the runs say. Absent: there are none. They explain, and change no verdict. */
  traces?: ServiceTraces
  /** What is unknown, assumed or suspicious about the design and the load, in full sentences. */
  notes: readonly Text[]
}>
