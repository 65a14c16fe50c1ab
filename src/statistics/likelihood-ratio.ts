import type { Interval } from './interval.ts'

/**
 * How much more likely these data are with a change of the given size than without any change: the ratio of two densities of
 * Student's t around the estimate. Student's t is used instead of the normal distribution because the noise is estimated.
 * Sequential tests with it: A. Wald (1945), https://doi.org/10.1214/aoms/1177731118.
 *
 * @param worse interval with "worse" as the positive direction
 * @param changeLog the change, ln(1.1) for +10 %
 * @returns above 1: a change is more likely; below 1: no change is more likely
 */
export function likelihoodRatio({ estimateLog, standardError, degreesOfFreedom }: Interval, changeLog: number): number {
  const logDensity = (centre: number) =>
    (-(degreesOfFreedom + 1) / 2) * Math.log1p(((estimateLog - centre) / standardError) ** 2 / degreesOfFreedom)
  return Math.exp(logDensity(changeLog) - logDensity(0))
}
