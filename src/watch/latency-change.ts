import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds } from './log-odds.ts'

/**
 * By how much all requests of the old version would have to be slower or faster to show other odds of a slow one: about, because between
 * the ends of buckets nothing is known, and a straight line is drawn (logarithms of time and odds).
 *
 * @param end the end of the bucket beyond which a request is slow
 * @param logRatio by how much the odds differ, on the logarithm
 * @returns 0.1 for 10 % slower; null where a single bucket has all requests
 */
export function latencyChange(baseline: Histogram, end: number, logRatio: number): number | null {
  const curve = curveOf(baseline)
  const here = curve.find((point) => point.end === end)
  if (here === undefined || curve.length < 2) return null
  const wanted = here.odds + logRatio
  const after = curve.findIndex(({ odds }) => odds <= wanted)
  // Beyond the first and the last bucket, the line goes on.
  const index = Math.min(Math.max(after === -1 ? curve.length - 1 : after, 1), curve.length - 1)
  const [from, to] = [curve[index - 1] ?? here, curve[index] ?? here]
  const slope = Math.log(to.end / from.end) / (to.odds - from.odds)
  return end / (from.end * Math.exp((wanted - from.odds) * slope)) - 1
}

/** The ends of the buckets that some requests exceed and some do not, and the odds of that. They fall from end to end. */
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
