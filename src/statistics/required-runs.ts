import { HODGES_LEHMANN_FACTOR } from './interval.ts'
import { studentTQuantile } from './student-t.ts'

/** The chance with which a change of the given size must be proven. */
const POWER = 0.95

/** Nobody plans more runs than this. */
const MAX_RUNS = 500

/** What the number of runs depends on that tells a change from none. */
export type RunsQuestion = Readonly<{
  /** Standard deviation of the logarithm of one run. */
  sd: number
  /** The change to tell from none, 0.1 for +10 %. */
  effectRatio: number
  /** One-sided error rate of a proof, after the correction for all gated series. */
  alpha: number
  isPaired: boolean
}>

/**
 * How many runs per side, or pairs, prove a change of this size in 95 % of cases: with normal noise that is estimated from the
 * same runs.
 *
 * @returns a whole number, at least 2; Infinity above 500
 * @throws RangeError when the effect or the sd is not above 0
 */
export function requiredRunsPerSide({ sd, effectRatio, alpha, isPaired }: RunsQuestion): number {
  if (!(effectRatio > 0 && effectRatio < Infinity))
    throw new RangeError(`The effect must be above 0, found ${effectRatio}.`)
  if (!(sd > 0 && sd < Infinity)) throw new RangeError(`The standard deviation must be above 0, found ${sd}.`)
  const effectLog = Math.log1p(effectRatio)
  for (let runs = 2; runs <= MAX_RUNS; runs += 1) {
    const degreesOfFreedom = isPaired ? runs - 1 : 2 * runs - 2
    const standardError = HODGES_LEHMANN_FACTOR * sd * Math.sqrt(2 / runs)
    const errors = studentTQuantile(1 - alpha, degreesOfFreedom) + studentTQuantile(POWER, degreesOfFreedom)
    if (errors * standardError <= effectLog) return runs
  }
  return Infinity
}

/**
 * How many candidate runs prove as much against this many baseline runs as `perSide` runs against `perSide` runs.
 *
 * @returns a whole number, at least 1; Infinity where the baseline has too few for any number
 */
export function requiredAgainst(baselineRuns: number, perSide: number): number {
  const inverse = 2 / perSide - 1 / baselineRuns
  return inverse > 0 ? Math.ceil(1 / inverse - 1e-9) : Infinity
}

/** How precise a comparison was, and the limit that it is compared with. */
export type Precision = Readonly<{
  standardError: number
  degreesOfFreedom: number
  /** One-sided. */
  alpha: number
  /** ln(1.05) for a limit of +5 %. */
  limitLog: number
}>

/** With fewer degrees of freedom, the noise is not known well enough to name any size. */
const MIN_DEGREES_OF_FREEDOM = 1.5

/** qnorm(.95) */
const Z_POWER = 1.645

/**
 * The smallest change for the worse that data like these prove to be a regression over the limit in 95 % of cases. A regression
 * is proven if the lower bound of the estimate is above 0 and the estimate is above the limit. If the true change were just that
 * large, only half of the estimates would pass. Three errors are therefore added: of the estimate, of the noise in these data,
 * and of the noise in the next data.
 *
 * @returns a change ratio, 0.137 for +13.7 %; Infinity where the noise is not known well enough
 */
export function detectableChangeRatio({ standardError, degreesOfFreedom, alpha, limitLog }: Precision): number {
  if (degreesOfFreedom < MIN_DEGREES_OF_FREEDOM) return Infinity
  const overLimit = limitLog + studentTQuantile(POWER, degreesOfFreedom) * standardError
  const aboveZero = standardError * multiple(studentTQuantile(1 - alpha, degreesOfFreedom), degreesOfFreedom)
  return Math.expm1(Math.max(overLimit, aboveZero))
}

/**
 * How many standard errors a change must be large to be proven in 95 % of cases: c with c - t = z sqrt(1 + (c^2 + t^2) / (2 df)).
 * A standard deviation that is estimated with df degrees of freedom has a relative standard deviation of about 1 / sqrt(2 df), in
 * these data and in the next.
 */
function multiple(t: number, degreesOfFreedom: number): number {
  const rest = 1 - Z_POWER ** 2 / (2 * degreesOfFreedom)
  return (t + Math.sqrt(t ** 2 - rest * (rest * t ** 2 - Z_POWER ** 2))) / rest
}
