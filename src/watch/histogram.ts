import { text } from '../model/text.ts'
import { NoDataError } from './no-data.ts'

/**
 * The requests that a classic histogram counted in one window: their number, and how many took at most the end of each bucket.
 */
export type Histogram = Readonly<{
  requests: number
  /** Ascending, in the unit of the histogram. The last bucket has no end and is left out. */
  buckets: readonly Readonly<{ end: number; within: number }>[]
}>

/** One series of `sum by (le) (increase(…_bucket[W]))`. */
export type BucketValue = Readonly<{ le: string; value: number | null }>

/**
 * Prometheus 2 writes the end of a bucket as `1`, and Prometheus 3 as `1.0`. After an upgrade a window can contain both series,
 * each with a part of the requests: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 *
 * @returns null when there is no series at all
 * @throws NoDataError when there are series, but no histogram can be made from them
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
    throw new NoDataError(text`the histogram has no bucket +Inf, so the number of requests is not known`)
  within.delete(Infinity)
  return { requests, buckets: sorted(within) }
}

function endOf(le: string): number {
  const end = le === '+Inf' ? Infinity : Number(le)
  if (le === '' || Number.isNaN(end))
    throw new NoDataError(text`a bucket of the histogram ends at ${le}, which is not a number`)
  return end
}

/** The sum of several histograms. It only has the buckets that all of them have, because a new version may have other buckets. */
export function sumOf(histograms: readonly Histogram[]): Histogram {
  const within = new Map<number, number>()
  for (const { end } of histograms[0]?.buckets ?? []) {
    const all = histograms.map(({ buckets }) => buckets.find((bucket) => bucket.end === end)?.within)
    if (all.every((one) => one !== undefined)) within.set(end, total(all))
  }
  return { requests: total(histograms.map(({ requests }) => requests)), buckets: sorted(within) }
}

/** The number of requests that took longer than the end of a bucket. null: the histogram has no such bucket. */
export function slowerThan({ requests, buckets }: Histogram, end: number): number | null {
  const within = buckets.find((bucket) => bucket.end === end)?.within
  // Prometheus extrapolates each series by itself, so a bucket can come out slightly larger than the number of all requests.
  return within === undefined ? null : Math.max(0, requests - within)
}

function sorted(within: ReadonlyMap<number, number>): Histogram['buckets'] {
  return [...within].map(([end, count]) => ({ end, within: count })).sort((left, right) => left.end - right.end)
}

function total(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
