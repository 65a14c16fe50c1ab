/** The upper tail of one run, as a summary has it. Both percentiles have the same unit. */
export type SummaryTail = Readonly<{ p90: number; p95: number; count: number }>

/**
 * Standard error of a p95 by its order statistic is sqrt(.05 * .95 / N) / density. With an exponential tail between
 * p90 and p95 the density at p95 is .05 * ln 2 / (p95 - p90). Together: 6.28856.
 */
const TAIL_FACTOR = Math.sqrt(0.05 * 0.95) / (0.05 * Math.LN2)

/**
 * How uncertain the p95 of one run is because it rests on a limited number of requests, as a share of the p95
 * (so also the standard deviation of its logarithm). It assumes independent requests. Requests under load are not:
 * multiply by the square root of the design effect (we measured 1.6).
 *
 * @returns null when the tail has no usable shape: a value is not finite, p95 is not above 0, p95 is below p90, or
 * there are no requests
 */
export function tailStandardErrorRatio({ p90, p95, count }: SummaryTail): number | null {
  const usable = p95 > 0 && p95 < Infinity && p90 <= p95 && p90 >= 0 && count > 0 && count < Infinity
  if (!usable) return null
  return (TAIL_FACTOR * (p95 - p90)) / (p95 * Math.sqrt(count))
}
