import type { ComplexityFigures, FunctionChange } from './complexity.ts'
import type { SeriesTrend, ServiceTrend } from './history.ts'
import type { Goal } from './policy.ts'
import type { Conditions } from './run.ts'
import type { Text } from './text.ts'

/**
 * What can be said of a goal.
 * - `reached`, `missed`: proven. - `cannot-tell`: neither is proven. - `no-data`: it was not measured.
 * - `not-comparable`: the two ends were measured under different conditions.
 */
export type GoalVerdict = 'reached' | 'missed' | 'cannot-tell' | 'no-data' | 'not-comparable'

/** One goal of one service between two refs. Ratios: -0.2 is 20 % less. */
export type GoalResult = Readonly<{
  service: string
  goal: Goal
  verdict: GoalVerdict
  /** The levels at both ends, in the unit of the metric; null: unknown. */
  before: number | null
  after: number | null
  unit: SeriesTrend['unit']
  changeRatio: number | null
  /** One-sided bounds, each at 95 %. */
  lower: number | null
  upper: number | null
  /** Stored jobs that were compared. */
  jobs: Readonly<{ before: number; after: number }>
  /** How many more jobs at the later end would tell; Infinity: no number that the window takes. null: more would not help, or nothing is open. */
  moreJobs: number | null
  /** Why it cannot be told; null: it can. */
  reason: Text | null
}>

/** How one series went between two refs. No goal, so nothing is proven of it but its interval. */
export type PhaseChange = Readonly<{
  series: Pick<SeriesTrend, 'service' | 'endpoint' | 'metric' | 'stat' | 'unit' | 'better' | 'role'>
  before: number | null
  after: number | null
  changeRatio: number | null
  lower: number | null
  upper: number | null
}>

export type PhaseService = Readonly<{
  trend: ServiceTrend
  extras: PhaseExtras
  /** Why the two ends cannot be compared; null: they can. */
  ends: Text | null
  /** What both ends were measured under; null: nothing is compared. */
  conditions: Conditions | null
  changes: readonly PhaseChange[]
  results: readonly GoalResult[]
  /** Stored jobs at each end. null: nothing is compared. */
  jobs: Readonly<{ before: number; after: number }> | null
  /** Changes of level of what is gated, between the two ends. */
  steps: readonly Readonly<{
    metric: string
    stat: string
    commit: string
    recordedAt: string
    changeRatio: number
    isWorse: boolean
  }>[]
}>

/** What became of the goals between two refs. */
export type Phase = Readonly<{
  /** As they were given: `v1.2`, `2026-09-01`, a commit. */
  from: string
  to: string
  services: readonly PhaseService[]
}>

/** What other commands found out of a service between the same two refs. null: nobody gave it. */
export type PhaseExtras = Readonly<{
  complexity: PhaseComplexity | null
  capacity: PhaseCapacity | null
  /** Functions that are proven to take more or less, the most changed first. */
  functions: readonly PhaseFunction[] | null
}>

type PhaseFigures = Pick<ComplexityFigures, 'branchPoints'> &
  Readonly<Partial<Pick<ComplexityFigures, 'functions' | 'mean' | 'p90' | 'max'>>>

/** Of the files that changed. An older report has the branch points only. */
export type PhaseComplexity = Readonly<{
  before: PhaseFigures
  after: PhaseFigures
  /** What changed most. */
  functions: readonly FunctionChange[]
}>

/** Rates per second. null: not known. */
export type PhaseCapacity = Readonly<{
  maxThroughput: number | null
  knee: number | null
  sustainable: number | null
  refused: string | null
  /** Against the start of the phase, with its bounds at 90 %. */
  changeRatio: number | null
  changeInterval: readonly [number, number] | null
}>

/** Shares are of the time in own code. */
export type PhaseFunction = Readonly<{
  name: string
  baselineShare: number
  candidateShare: number
  changeRatio: number | null
}>
