import type { Distribution } from '../model/run.ts'
import type { LatencyHistogram } from './latency-histogram.ts'
import { takeQuantiles } from './take-quantiles.ts'

/** Shares of the requests at which a distribution is kept: close together where the slow requests are. */
const SHARES: readonly number[] = [
  ...Array.from({ length: 19 }, (_, index) => index / 20),
  ...[0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999, 1],
]

/** The distribution of these samples, which are rearranged. null where there is none. */
export function distributionOf(samples: Float64Array): Distribution | null {
  if (samples.length === 0) return null
  const values = takeQuantiles(samples, SHARES)
  return SHARES.map((share, index) => ({ share, valueMs: values[index] ?? Number.NaN }))
}

/** The distribution that a histogram holds. null where it is empty. */
export function distributionOfHistogram(histogram: LatencyHistogram): Distribution | null {
  if (histogram.count() === 0) return null
  return SHARES.map((share) => ({ share, valueMs: histogram.quantileMs(share) }))
}
