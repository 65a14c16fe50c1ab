import { text } from '../model/text.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { logOdds } from './log-odds.ts'
import { NoDataError } from './no-data.ts'

/**
 * The best share of slow requests to compare. With a smaller share the number of slow requests is small, and with a larger share
 * a slower tail does not show. A share between 1 % and 50 % still moves with the latency.
 */
const BEST_RATIO = 0.1
const MOST_RATIO = 0.5
const LEAST_RATIO = 0.01

/** With fewer slow requests, their share is mostly chance. */
export const LEAST_SLOW_REQUESTS = 100

/** A message names at most this number of bucket ends. */
const MAX_NAMED = 6

/**
 * The end of a bucket. Requests that take longer are slow. Only the old version decides which bucket it is, so that the new
 * version cannot influence how it is judged. A share at the end of a bucket is counted; a percentile inside a bucket would be a
 * guess.
 *
 * @param baseline all requests of the old version
 * @param unit the unit of the bucket ends, for the message
 * @throws NoDataError when no bucket divides the requests, or when there are too few requests
 */
export function boundFor(baseline: Histogram, unit: 's' | 'ms'): number {
  const { requests, buckets } = baseline
  if (requests < LEAST_SLOW_REQUESTS) throw tooLittle(requests)
  const shares = buckets.map(({ end }) => ({ end, ratio: (slowerThan(baseline, end) ?? 0) / requests }))
  const usable = shares.filter(({ ratio }) => ratio >= LEAST_RATIO && ratio <= MOST_RATIO)
  const [best] = usable.toSorted((left, right) => distance(left.ratio) - distance(right.ratio) || left.end - right.end)
  if (best === undefined) {
    const ends = nearest(shares).map(({ end, ratio }) => `${end}${unit} (${(100 * ratio).toFixed(1)} %)`)
    throw new NoDataError(
      ends.length === 0
        ? text`the two versions have no bucket in common`
        : text`no bucket divides the requests into slow and fast (slow per bucket end: ${ends.join(', ')})`,
      { action: text`Give the histogram a bucket that about 10 % of the requests exceed.` },
    )
  }
  const slow = slowerThan(baseline, best.end) ?? 0
  if (slow < LEAST_SLOW_REQUESTS) throw tooLittle(requests, `${Math.ceil(LEAST_SLOW_REQUESTS / best.ratio)}`)
  return best.end
}

function tooLittle(requests: number, needed = `at least ${LEAST_SLOW_REQUESTS / BEST_RATIO}`): NoDataError {
  return new NoDataError(
    text`too little traffic: the old version got ${Math.round(requests)} requests, and ${needed} are needed`,
    {
      mayComeLater: true,
    },
  )
}

function distance(ratio: number): number {
  return Math.abs(logOdds(ratio) - logOdds(BEST_RATIO))
}

/** The buckets around the place where a usable bucket should be. */
function nearest<One extends Readonly<{ ratio: number }>>(shares: readonly One[]): readonly One[] {
  const first = shares.findIndex(({ ratio }) => ratio < LEAST_RATIO)
  const from = Math.max(0, (first === -1 ? shares.length : first) - MAX_NAMED / 2)
  return shares.slice(from, from + MAX_NAMED)
}
