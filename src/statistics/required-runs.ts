import { studentTQuantile } from './student-t.ts'

/** z(.95) + z(.95): false alarms of 5 % and missed changes of 5 %, both one-sided. */
const Z_SUM = 3.29

/**
 * How many runs a side would prove or refute a change of this size: both errors at 5 %, normal noise, equal numbers of runs.
 *
 * @param sd standard deviation of the logarithm of one run
 * @param effectRatio the change to settle, 0.1 for +10 %
 * @returns a whole number, at least 1
 * @throws RangeError when the effect or the sd is not above 0
 */
export function requiredRunsPerSide(sd: number, effectRatio: number): number {
  if (!(effectRatio > 0 && effectRatio < Infinity))
    throw new RangeError(`The effect must be above 0, found ${effectRatio}.`)
  if (!(sd > 0 && sd < Infinity)) throw new RangeError(`The standard deviation must be above 0, found ${sd}.`)
  return Math.ceil(2 * ((Z_SUM * sd) / Math.log1p(effectRatio)) ** 2)
}

/** How precise a comparison was, and the limit that it is held against. */
export type Precision = Readonly<{
  standardError: number
  degreesOfFreedom: number
  /** One-sided. */
  alpha: number
  /** ln(1.05) for a limit of +5 %. */
  limitLog: number
}>

/** How often a change of the size that is called detectable is missed. */
const MISSED = 0.05

/**
 * Data like these would not show the same noise again. Simulated for 2 to 28 degrees of freedom and error rates of 0.4 to 4.4 %: with this
 * factor, a change of the size that is named is proven in 93 to 97 %, from four degrees of freedom on.
 */
function noiseAgain(degreesOfFreedom: number): number {
  return 1 + 2.5 / degreesOfFreedom
}

/**
 * The smallest change that data like these prove to be a regression over the limit, in 95 of 100 cases. Its estimate may come out too low,
 * and must still be above the limit, and far enough above 0.
 *
 * @returns a change ratio, 0.137 for +13.7 %
 */
export function detectableChangeRatio({ standardError, degreesOfFreedom, alpha, limitLog }: Precision): number {
  const tooLow = studentTQuantile(1 - MISSED, degreesOfFreedom) * standardError
  const farAboveZero = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError
  return Math.expm1(Math.max((farAboveZero + tooLow) * noiseAgain(degreesOfFreedom), limitLog + tooLow))
}
