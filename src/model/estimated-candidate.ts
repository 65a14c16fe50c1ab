import type { Comparison } from './comparison.ts'

/**
 * The candidate value in a row: the baseline times the estimated ratio, so that a reader who computes the change gets the printed
 * change. The medians of the two sides would give another change, because the estimate is the middle of many ratios. Without an
 * estimate it is the median of the candidate.
 */
export function estimatedCandidate({
  baseline,
  candidate,
  estimate,
}: Pick<Comparison, 'baseline' | 'candidate' | 'estimate'>): number | null {
  return baseline === null || estimate === null ? candidate : baseline * (1 + estimate.changeRatio)
}
