import { text } from '../model/text.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { logOdds } from './log-odds.ts'
import { NoDataError } from './no-data.ts'

/**
 * The share of slow requests that is best compared: with less the count is small, with more a slower tail is not seen. Between a
 * half and a hundredth a share still moves with the latency.
 */
const BEST_RATIO = 0.1
const MOST_RATIO = 0.5
const LEAST_RATIO = 0.01

/** A share of fewer slow requests is chance. */
export const LEAST_SLOW_REQUESTS = 100

/** Ends that a message names. */
const MAX_NAMED = 6

/**
 * The end of the bucket by which requests are slow or not. It is chosen by the old version alone, so the new one has no say in it. Shares at
 * the end of a bucket are counted; a percentile inside of one would be guessed.
 *
 * @param baseline all requests of the old version
 * @param unit what the ends are in, for the message
 * @throws NoDataError where no bucket divides the requests, or there are too few
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
        : text`no bucket divides the requests: slower than its end are ${ends.join(', ')}`,
      { action: text`Give the histogram a bucket that about 10 % of the requests exceed.` },
    )
  }
  const slow = slowerThan(baseline, best.end) ?? 0
  if (slow < LEAST_SLOW_REQUESTS) throw tooLittle(requests, `${Math.ceil(LEAST_SLOW_REQUESTS / best.ratio)}`)
  return best.end
}

function tooLittle(requests: number, needed = `at least ${LEAST_SLOW_REQUESTS / BEST_RATIO}`): NoDataError {
  return new NoDataError(
    text`too little traffic: ${Math.round(requests).toString()} requests of the old version, and ${needed} are needed`,
    {
      mayCome: true,
    },
  )
}

function distance(ratio: number): number {
  return Math.abs(logOdds(ratio) - logOdds(BEST_RATIO))
}

/** Those around the place where a usable one should be. */
function nearest<One extends Readonly<{ ratio: number }>>(shares: readonly One[]): readonly One[] {
  const first = shares.findIndex(({ ratio }) => ratio < LEAST_RATIO)
  const from = Math.max(0, (first === -1 ? shares.length : first) - MAX_NAMED / 2)
  return shares.slice(from, from + MAX_NAMED)
}
