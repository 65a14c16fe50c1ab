import { text } from '../model/text.ts'
import { NoDataError } from './no-data.ts'

/** Requests that a classic histogram counted in one window: how many in all, and how many within the end of each bucket. */
export type Histogram = Readonly<{
  requests: number
  /** Ascending, without the last bucket, which has no end. Ends are in the unit of the histogram. */
  buckets: readonly Readonly<{ end: number; within: number }>[]
}>

/** One series of `sum by (le) (increase(…_bucket[W]))`. */
export type BucketValue = Readonly<{ le: string; value: number | null }>

/**
 * Prometheus 2 writes a whole number as `1` and Prometheus 3 as `1.0`. After a change from one to the other both are there, each with
 * a part of the time: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 *
 * @returns null where there is no series at all
 * @throws NoDataError where there are series, and no numbers can be made of them
 */
export function histogramOf(values: readonly BucketValue[]): Histogram | null {
  if (values.length === 0) return null
  const within = new Map<number, number>()
  for (const { le, value } of values) {
    const end = endOf(le)
    if (value === null) throw new NoDataError(text`a bucket of the histogram is not a number`)
    within.set(end, (within.get(end) ?? 0) + value)
  }
  const requests = within.get(Infinity)
  if (requests === undefined)
    throw new NoDataError(text`the histogram has no bucket +Inf, so nobody knows how many requests there were`)
  within.delete(Infinity)
  return { requests, buckets: sorted(within) }
}

function endOf(le: string): number {
  const end = le === '+Inf' ? Infinity : Number(le)
  if (le === '' || Number.isNaN(end))
    throw new NoDataError(text`a bucket of the histogram ends at ${le}, which is no number`)
  return end
}

/** All requests of several, with the buckets that every one of them has: a new version may have other buckets than the old one. */
export function sumOf(histograms: readonly Histogram[]): Histogram {
  const within = new Map<number, number>()
  for (const { end } of histograms[0]?.buckets ?? []) {
    const all = histograms.map(({ buckets }) => buckets.find((bucket) => bucket.end === end)?.within)
    if (all.every((one) => one !== undefined)) within.set(end, total(all))
  }
  return { requests: total(histograms.map(({ requests }) => requests)), buckets: sorted(within) }
}

/** How many requests took longer than the end of a bucket. null: the histogram has no such bucket. */
export function slowerThan({ requests, buckets }: Histogram, end: number): number | null {
  const within = buckets.find((bucket) => bucket.end === end)?.within
  // Prometheus extrapolates each series, which can leave a bucket a hair above the whole.
  return within === undefined ? null : Math.max(0, requests - within)
}

function sorted(within: ReadonlyMap<number, number>): Histogram['buckets'] {
  return [...within].map(([end, count]) => ({ end, within: count })).sort((left, right) => left.end - right.end)
}

function total(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
