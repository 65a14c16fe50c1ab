/** ln(p / (1 - p)): a slower service moves it by about the same amount, wherever the share stands. */
export function logOdds(ratio: number): number {
  return Math.log(ratio / (1 - ratio))
}

/** Of counts, with half a request on either side, so that none slow is no infinity: Cox, Analysis of Binary Data, section 2.1. */
export function countedLogOdds(slow: number, requests: number): number {
  return Math.log((slow + 0.5) / (requests - slow + 0.5))
}

/** The variance that counting alone gives to `countedLogOdds`. */
export function countingVariance(slow: number, requests: number): number {
  return 1 / (slow + 0.5) + 1 / (requests - slow + 0.5)
}
