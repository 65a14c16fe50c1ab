import { median } from 'simple-statistics'
import type { Samples } from '../model/samples.ts'

/**
 * How far the candidate lies above the baseline: the median of all pairwise differences (Hodges and Lehmann 1963,
 * https://doi.org/10.1214/aoms/1177704172). One slow run among several does not move it far, unlike a difference of means.
 *
 * @returns the shift as a natural logarithm of a ratio: 0 is no change, ln(1.05) is 5 % more
 */
export function hodgesLehmannShift(baselineLogs: Samples, candidateLogs: Samples): number {
  return median(candidateLogs.flatMap((candidate) => baselineLogs.map((baseline) => candidate - baseline)))
}

/** Below this number of pairs one outlier reaches the median of the Walsh averages. */
const MIN_PAIRS_FOR_WALSH = 5

/**
 * The centre of paired differences: the median of all Walsh averages (d_i + d_j) / 2 with i <= j, which is the
 * one-sample Hodges-Lehmann estimate. With fewer than five differences it is their plain median.
 *
 * @param differences natural logarithms of candidate divided by baseline, one for each pair
 */
export function walshMedian(differences: Samples): number {
  if (differences.length < MIN_PAIRS_FOR_WALSH) return median(differences)
  return median(differences.flatMap((left, index) => differences.slice(index).map((right) => (left + right) / 2)))
}
