/** ln(p / (1 - p)). A slowdown moves the log odds by about the same amount, whether the share is large or small. */
export function logOdds(ratio: number): number {
  return Math.log(ratio / (1 - ratio))
}

/**
 * The log odds of two counts. Half a request is added to each, so that 0 slow requests do not give infinity: Cox, Analysis of
 * Binary Data, section 2.1.
 */
export function countedLogOdds(slow: number, requests: number): number {
  return Math.log((slow + 0.5) / (requests - slow + 0.5))
}

/** The variance of `countedLogOdds` that comes from counting alone. */
export function countingVariance(slow: number, requests: number): number {
  return 1 / (slow + 0.5) + 1 / (requests - slow + 0.5)
}
