import type { Distribution } from '../model/run.ts'
import type { LatencyHistogram } from './latency-histogram.ts'
import type { TrendSamples } from './trend-samples.ts'

/** Shares of the requests at which a distribution is kept: close together where the slow requests are. */
const SHARES: readonly number[] = [
  ...Array.from({ length: 19 }, (_, index) => index / 20),
  ...[0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999, 1],
]

/** The distribution of these samples, which are rearranged. null where there is none. */
export function distributionOf(samples: TrendSamples): Distribution | null {
  if (samples.count === 0) return null
  const values = samples.quantiles(SHARES)
  return SHARES.map((share, index) => ({ share, valueMs: values[index] ?? Number.NaN }))
}

/** The distribution that a histogram holds. null where it is empty. */
export function distributionOfHistogram(histogram: LatencyHistogram): Distribution | null {
  if (histogram.count() === 0) return null
  return SHARES.map((share) => ({ share, valueMs: histogram.quantileMs(share) }))
}
