import type { Comparison } from './comparison.ts'

/**
 * What stands beside the baseline in a row: the baseline with the best estimate on it, so that the change that is printed is the change
 * that a reader computes. The medians of the two sides do not give it: the estimate is the middle of many ratios. Without an
 * estimate it is the median.
 */
export function estimatedCandidate({
  baseline,
  candidate,
  estimate,
}: Pick<Comparison, 'baseline' | 'candidate' | 'estimate'>): number | null {
  return baseline === null || estimate === null ? candidate : baseline * (1 + estimate.changeRatio)
}
