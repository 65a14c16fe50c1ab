import type { Interval } from './interval.ts'

/**
 * How much more these data speak for a change of a given size than for none: the ratio of two densities of Student's t around
 * the estimate. The noise is not known but estimated, so it is t and not a normal distribution.
 * Sequential tests with it: A. Wald (1945), https://doi.org/10.1214/aoms/1177731118.
 *
 * @param worse interval with "worse" as the positive direction
 * @param changeLog the change, ln(1.1) for +10 %
 * @returns above 1: rather changed, below 1: rather not
 */
export function likelihoodRatio({ estimateLog, standardError, degreesOfFreedom }: Interval, changeLog: number): number {
  const logDensity = (centre: number) =>
    (-(degreesOfFreedom + 1) / 2) * Math.log1p(((estimateLog - centre) / standardError) ** 2 / degreesOfFreedom)
  return Math.exp(logDensity(changeLog) - logDensity(0))
}
