import type { BaselineMark, ServiceHistory } from './baseline.ts'
import type { Debt } from './ledger.ts'
import type { Better, Unit } from './measurement.ts'
import type { ServiceProfiles } from './profile.ts'
import type { Quantity } from './quantity.ts'
import type { IdentifiedRun, Refusal } from './run.ts'
import type { Text } from './text.ts'
import type { ServiceTraces } from './trace.ts'

/** Names one number of a service: a statistic of a metric, for the whole service or one endpoint. */
export type Series = Readonly<{
  service: string
  /** null: the whole service. */
  endpoint: string | null
  metric: string
  stat: string
  unit: Unit
  better: Better
  /** Absent: it follows from the name that k6 gives the metric, or it is not known. */
  quantity?: Quantity
}>

/**
 * The verdict on one series.
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
   * One-sided p-value in the direction of the change: how often a change at least this large would appear if nothing had changed.
   * For gated series it is corrected for all gated series.
   */
  pValue: number
  /** Run-to-run standard deviation of the logarithm: about the coefficient of variation. */
  noiseRatio: number
  noiseSource: NoiseSource
  /** The smallest change for the worse that data like these prove in 95 % of cases. Positive. null: `unprovable` says why. */
  detectableRatio: number | null
  /** Why no change can be proven here, however large it is; null: a change can be proven. */
  unprovable: Unprovable | null
  /** How many times more likely these data are with a change of twice the limit than without a change. null: there is no limit. */
  likelihoodRatio: number | null
  /** Against a store, when another job can be measured: whether the candidate still looks changed without its worst job. true otherwise. */
  restAgrees: boolean
  /** How many runs per side (against a store: candidate runs) tell a change of twice the limit from none in 95 % of cases. */
  runsNeeded: number
}>

/** The reasons why data prove nothing. */
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
    /** The number of compared units: runs, or jobs if the runs of a side shared a machine. */
    runs: Readonly<{ baseline: number; candidate: number }>
    /** The medians over the units; null: there is no value. */
    baseline: number | null
    candidate: number | null
    estimate: Estimate | null
    /** The largest allowed change for the worse: 0.05. null: no limit applies. */
    limitRatio: number | null
    verdict: ComparisonVerdict
    /** The reason, if the verdict alone does not explain it; null otherwise. */
    reason: Text | null
    /** Why the numbers cannot be compared although both sides have them. Absent: they can, or `reason` explains it. */
    obstacle?: Obstacle
    /** The width of the steps in which the values can move, in their unit. Absent: the limit is more than five times as wide. */
    step?: number
    /** The absolute limit of the policy, as it is written there. Absent: none. */
    budget?: string
  }>

type Obstacle =
  | 'other-requests' // the sides counted different ones, or in different units
  | 'not-judged' // the tool gives the number so coarsely, or so incompletely, that it is only shown
  | 'only-a-range' // several load generators left summaries, and the limit lies within what is known

/** How the two sides were measured. What a comparison can prove depends on it. */
export type Design =
  | 'pairs' // both sides in the same job, run by run
  | 'runs' // several runs per side, independent or on one machine together
  | 'jobs' // the job is the unit: the runs of a side shared a machine and the sides did not
  | 'single' // one unit against one unit
  | 'none' // nothing to compare

/** Which condition differs, when two sides are not comparable. */
export type Difference = 'changed-script' | 'changed-load' | 'changed-machine' | 'changed-tool' | 'changed-population'

/** What the baseline of one service is. */
export type BaselineWindow = Readonly<{
  /** Newest commit in the window; null: the baseline is not a store. */
  commit: string | null
  /** Number of commits between the anchor and `commit`; null: unknown. */
  commitsBehind: number | null
  jobs: number
  runs: number
  newestRecordedAt: string | null
  /** The mark that started this window, if a mark did: a slowdown that is still in the baseline. */
  mark: BaselineMark | null
}>

/**
 * The state of the baseline of one service.
 * - `used`: there are baseline runs. - `never-written`: the store has nothing at all.
 * - `unknown-service`: the store exists, and neither it nor the policy knows this service.
 * - `unusable`: the store exists and the service is known, but nothing stored is at or before the anchor.
 * - `unreadable`: the store is damaged.
 */
export type BaselineState = 'used' | 'never-written' | 'unknown-service' | 'unusable' | 'unreadable'

/**
 * How far the default branch has changed since a second anchor, such as a release. The window of the baseline follows many small
 * steps; this anchor stays.
 */
export type Drift = Readonly<{
  /** The anchor as the policy names it: `v3.2`. */
  anchor: string
  /** The newest stored commit at or before the anchor. */
  commit: string
  /** One comparison per primary series: `baseline` is the level then, `candidate` the level of the window now, the limit is the budget. */
  comparisons: readonly Comparison[]
}>

/** What a rerun would add for one service. */
export type RerunNeed = Readonly<{
  service: string
  /** `unproven` is pending until the rerun. `inconclusive` does not block, but more runs would show whether it should. */
  verdict: 'unproven' | 'inconclusive'
  /** The existing units of the candidate: runs, pairs or jobs. */
  runs: number
  /** How many units to add for the next stage. */
  add: number
  /** The total number that tells a change of twice the limit from none, rounded up to a stage; null: more than a confirmation may have. */
  settledAt: number | null
  /** The total number at the last stage, which decides in any case because it takes the estimate literally. */
  decidedAt: number
  /** Which side is measured again: against a store, only the candidate. */
  side: 'both' | 'candidate'
}>

/** How many unchanged pull requests a set-up blocks because of noise, 0..1. */
export type ExpectedFalseAlarms = Readonly<{
  ratio: number
  /** Services that may be over their limit by chance. */
  services: number
  /** Series of these services that may be over their limit: a service of benchmarks has several. */
  series: number
  /** The rate with a confirmation; null: `ratio` already has it. */
  confirmedRatio: number | null
}>

/** The factors by which the self-test multiplies the values of the candidate, by service and metric. */
export type Slowdowns = ReadonlyMap<string, ReadonlyMap<string, number>>

/** How the gate reacted to slowed copies of one primary series. */
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
  /** Whether the gate reacted to the change over the limit, proven or not. */
  fired: Readonly<{ justOver: boolean; atTwice: boolean }>
  /** The smallest change for the worse that would have been proven; null: nothing was compared. */
  detectableRatio: number | null
}>

/** Why comparable numbers may mislead: the load of the sides differs, or a percentile stands on a step. */
export type LoadDifference = Readonly<{ kind: 'load-parity' | 'mode-boundary'; message: Text }>

/** Parts of the load test that the newest stored commit has and the results do not have. */
export type MissingParts = Readonly<{
  /** Names of artifacts, without the number of the attempt. */
  legs: readonly string[]
  /** null: as many load generators as before. */
  generators: Readonly<{ expected: number; found: number }> | null
}>

/** All that is known of one service: the input of every rule and of the report. */
export type ServiceEvidence = Readonly<{
  service: string
  /** Whether the policy or the store names the service: then its absence is a finding. */
  known: boolean
  baselineState: BaselineState
  design: Design
  candidateRuns: readonly IdentifiedRun[]
  /** The candidate runs as they were read and are stored, if they are compared under other names. Absent: `candidateRuns`. */
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
    /** One side does not state the condition. */
    isUnknown?: boolean
  }>[]
  /** null or absent: nothing is missing, or nothing is known. */
  missing?: MissingParts | null
  comparisons: readonly Comparison[]
  /** null or absent: there is no second anchor, or nothing stored to compare it with. */
  drift?: Drift | null
  /** Slowdowns that are in the baseline and not repaid. Absent: not checked. */
  debts?: readonly Debt[]
  /**
   * Names that are too rare to be endpoints of their own, or that never come back. `lost` are the names of the baseline that the
   * candidate does not have. Absent: not checked.
   */
  rareEndpoints?: Readonly<{ names: readonly string[]; lost: readonly string[] }>
  /** Absent: not checked. */
  loadDifferences?: readonly LoadDifference[]
  /** The self-tests of the gate on these data. Absent: not tested. */
  alarm?: readonly SelfTest[]
  /** The comparisons of profiles beside the runs. Absent: there are none. They explain a change and do not change the verdict. */
  profiles?: Pick<ServiceProfiles, 'comparisons' | 'refusals'>
  /** The comparisons of traces beside the runs. Absent: there are none. They explain a change and do not change the verdict. */
  traces?: ServiceTraces
  /** What is unknown, assumed or suspicious about the design and the load, in full sentences. */
  notes: readonly Text[]
}>
