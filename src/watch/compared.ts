import { studentTQuantile, studentTUpperTail } from '../statistics/student-t.ts'

/** How the odds of a slow request differ between the new version and what it is compared with, on the logarithm. */
export type Difference = Readonly<{
  logRatio: number
  standardError: number
  degreesOfFreedom: number
}>

/** The share of deployments in which a change of the named size is seen. The gate names changes for the same share. */
const POWER = 0.95

/** How likely chance alone makes the new version look at least this slow. */
export function pValueOf({ logRatio, standardError, degreesOfFreedom }: Difference): number {
  return studentTUpperTail(logRatio / standardError, degreesOfFreedom)
}

/** Both one-sided bounds at this error rate. */
export function boundsOf(difference: Difference, alpha: number): Readonly<{ lower: number; upper: number }> {
  const { logRatio, standardError, degreesOfFreedom } = difference
  const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError
  return { lower: logRatio - reach, upper: logRatio + reach }
}

/** The smallest difference that would have been proven in 95 % of cases. */
export function visibleDifference({ standardError, degreesOfFreedom }: Difference, alpha: number): number {
  return (studentTQuantile(1 - alpha, degreesOfFreedom) + studentTQuantile(POWER, degreesOfFreedom)) * standardError
}
