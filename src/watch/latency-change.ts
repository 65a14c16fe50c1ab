import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds } from './log-odds.ts'

/**
 * The change of latency that turns the old odds of a slow request into the new odds, if all requests change by the same factor.
 * It is an approximation: between the ends of two buckets nothing is known, so a straight line is drawn through the logarithms of
 * time and odds.
 *
 * @param end the end of the bucket; requests that take longer are slow
 * @param logRatio the difference of the log odds
 * @returns 0.1 for 10 % slower; null when one bucket has all requests
 */
export function latencyChange(baseline: Histogram, end: number, logRatio: number): number | null {
  const curve = curveOf(baseline)
  const here = curve.find((point) => point.end === end)
  if (here === undefined || curve.length < 2) return null
  const wanted = here.odds + logRatio
  const after = curve.findIndex(({ odds }) => odds <= wanted)
  // Before the first bucket and after the last, the line of the nearest two buckets continues.
  const index = Math.min(Math.max(after === -1 ? curve.length - 1 : after, 1), curve.length - 1)
  const [from, to] = [curve[index - 1] ?? here, curve[index] ?? here]
  const slope = Math.log(to.end / from.end) / (to.odds - from.odds)
  return end / (from.end * Math.exp((wanted - from.odds) * slope)) - 1
}

/**
 * The buckets that some requests exceed and some do not, with the log odds of exceeding their ends. The odds fall from bucket to
 * bucket.
 */
function curveOf(baseline: Histogram): readonly Readonly<{ end: number; odds: number }>[] {
  let last = Infinity
  return baseline.buckets.flatMap(({ end }) => {
    const slow = slowerThan(baseline, end) ?? 0
    const odds = countedLogOdds(slow, baseline.requests)
    if (end <= 0 || slow < 1 || slow > baseline.requests - 1 || odds >= last) return []
    last = odds
    return [{ end, odds }]
  })
}
