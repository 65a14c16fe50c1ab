import type { Rung } from './rung.ts'
import type { Text } from './text.ts'

/** What a ladder must fulfil before it says what a service carries, in the order of the checks. */
export type CapacityCheckName = 'generator' | 'users' | 'little' | 'knee' | 'noise' | 'enough' | 'model' | 'host'

/** `fails` refuses the answer, `warns` only limits it. */
export type CapacityCheck = Readonly<{
  name: CapacityCheckName
  state: 'passes' | 'warns' | 'fails'
  /** What was found, with the load of the step. A full sentence. */
  message: Text
}>

/** A step of the ladder; `leftOut` says why the models do not use it. */
export type LadderRung = Rung & Readonly<{ leftOut: string | null }>

/** The throughput at a number of users, by a model. */
export type CapacityCurve = (users: number) => number

export type CapacityModel = 'pool' | 'usl'

/** What one version of a service carries. */
export type Capacity = Readonly<{
  /** The model that the steps follow; null: none was chosen, or the load came at set rates. */
  model: CapacityModel | null
  /** The number of users above which more users bring no more throughput. */
  kneeUsers: number | null
  maxPerS: number | null
  /** The lower and upper bound of `maxPerS` at 90 %, from three ladders or more. */
  maxPerSInterval: readonly [number, number] | null
  /** The highest measured throughput, when `maxPerS` is refused. */
  atLeastPerS: number | null
  /** The last step inside the budgets, and the first outside: the breaking point lies between them. */
  lastGood: Rung | null
  firstBad: Rung | null
  /** Why there is no answer; null: there is one. */
  refused: Text | null
  checks: readonly CapacityCheck[]
  rungs: readonly LadderRung[]
  /** For the plot, also of the model that was not chosen. Empty in the open model. */
  curves: Readonly<Partial<Record<CapacityModel, CapacityCurve>>>
  /** `maxPerS` of each ladder that has an answer of its own, in the order in which they were given. */
  ladderMaximaPerS: readonly number[]
  ladders: number
}>

/** The limits that a step must keep to count as carried. */
export type CapacityBudgets = Readonly<{
  maxErrorRatio: number
  /** null: latency has no limit. */
  maxP95Ms: number | null
}>

/** The planned operation of the service. null: not given. */
export type PlanInput = Readonly<{
  /** The share of the maximum that stays unused: 0.3. */
  headroomRatio: number
  peakPerS: number | null
  /** The current load, for the current cost. */
  loadPerS: number | null
  spareReplicas: number
  /** The price of one replica. */
  pricePerHour: number | null
}>

export type CapacityPlan = Readonly<{
  /** What one replica can be relied on to carry. */
  sustainablePerS: number
  /** The planned peak as a share of `sustainablePerS`. Above 1, one replica is not enough. */
  peakShareRatio: number | null
  replicas: number | null
  /** The price of a million requests with every replica at its sustainable rate, and at the current load. */
  costPerMillionFull: number | null
  costPerMillionToday: number | null
}>

/** The peak of one day or month. */
export type PeakPoint = Readonly<{ date: string; peakPerS: number }>

/** When the load reaches the capacity. Dates are `2027-03-01`. */
export type Forecast =
  | Readonly<{ kind: 'refused'; reason: Text }>
  | Readonly<{
      kind: 'dates'
      growthRatioPerMonth: number
      /** The first and the last date on which the load may reach the capacity; null: after the end of the forecast. */
      earliest: string | null
      latest: string | null
      /** The last date for which the history allows a forecast. */
      horizon: string
    }>

/** The capacity of this version against that of another version. */
export type CapacityChange = Readonly<{
  /** 0.1 is 10 % more. */
  changeRatio: number
  /** The bounds at 90 %; null: one side has fewer than three ladders. */
  interval: readonly [number, number] | null
}>
