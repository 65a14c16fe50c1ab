import { studentTQuantile, studentTUpperTail } from '../statistics/student-t.ts'

/** The difference between the log odds of a slow request in the new version and in its baseline. */
export type Difference = Readonly<{
  logRatio: number
  standardError: number
  degreesOfFreedom: number
}>

/** The probability with which a change of the named size is seen. The gate uses the same probability. */
const POWER = 0.95

/** The probability that chance alone makes the new version look at least this slow. */
export function pValueOf({ logRatio, standardError, degreesOfFreedom }: Difference): number {
  return studentTUpperTail(logRatio / standardError, degreesOfFreedom)
}

/** Two one-sided bounds. Each has this error rate. */
export function boundsOf(difference: Difference, alpha: number): Readonly<{ lower: number; upper: number }> {
  const { logRatio, standardError, degreesOfFreedom } = difference
  const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError
  return { lower: logRatio - reach, upper: logRatio + reach }
}

/** The smallest difference that would be proven with a probability of 95 %. */
export function visibleDifference({ standardError, degreesOfFreedom }: Difference, alpha: number): number {
  return (studentTQuantile(1 - alpha, degreesOfFreedom) + studentTQuantile(POWER, degreesOfFreedom)) * standardError
}
