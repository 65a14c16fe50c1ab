import type { Rung } from './rung.ts'

/** What must be true of a ladder before it says what a service carries, in the order in which it is looked at. */
export type CapacityCheckName = 'generator' | 'users' | 'little' | 'knee' | 'noise' | 'enough' | 'model' | 'host'

/** `fails` refuses the answer, `warns` only limits it. */
export type CapacityCheck = Readonly<{
  name: CapacityCheckName
  state: 'passes' | 'warns' | 'fails'
  /** What was found, with the load of the step that it was found at. A full sentence. */
  message: string
}>

/** A step of the ladder; `leftOut` says why the models do not see it. */
export type LadderRung = Rung & Readonly<{ leftOut: string | null }>

/** The throughput that a model says of a number of users. */
export type CapacityCurve = (users: number) => number

export type CapacityModel = 'pool' | 'usl'

/** What one version of a service carries. */
export type Capacity = Readonly<{
  /** The model that the steps follow; null where none was chosen or the load came at set rates. */
  model: CapacityModel | null
  /** Users from which on more of them bring no more throughput. */
  kneeUsers: number | null
  maxPerS: number | null
  /** The lower and upper bound of `maxPerS` at 90 %, from three ladders or more. */
  maxPerSInterval: readonly [number, number] | null
  /** What was measured at the most, where `maxPerS` is refused. */
  atLeastPerS: number | null
  /** The last step inside the budgets, and the first outside: the breaking point lies between them. */
  lastGood: Rung | null
  firstBad: Rung | null
  /** Why there is no answer; null: there is one. */
  refused: string | null
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

/** What somebody wants to run. null: not said. */
export type PlanInput = Readonly<{
  /** How much of the most stays unused: 0.3. */
  headroomRatio: number
  peakPerS: number | null
  /** The load of today, for the cost of today. */
  loadPerS: number | null
  spareReplicas: number
  /** Of one replica. */
  pricePerHour: number | null
}>

export type CapacityPlan = Readonly<{
  /** What one replica can be relied on to carry. */
  sustainablePerS: number
  /** The planned peak as a share of that; above 1 one replica is not enough. */
  peakShareRatio: number | null
  replicas: number | null
  /** The price of a million requests with every replica at its sustainable rate, and at the load of today. */
  costPerMillionFull: number | null
  costPerMillionToday: number | null
}>

/** The peak of one day or month. */
export type PeakPoint = Readonly<{ date: string; peakPerS: number }>

/** When the load reaches what is carried. Dates are `2027-03-01`. */
export type Forecast =
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{
      kind: 'dates'
      growthRatioPerMonth: number
      /** The first date on which the load may reach it, and the last by which it has; null: later than the forecast goes. */
      earliest: string | null
      latest: string | null
      /** The last date that the history allows to speak of. */
      horizon: string
    }>

/** The capacity of this version against that of another one. */
export type CapacityChange = Readonly<{
  /** 0.1 is 10 % more. */
  changeRatio: number
  /** The bounds at 90 %; null: one side has fewer than three ladders. */
  interval: readonly [number, number] | null
}>
