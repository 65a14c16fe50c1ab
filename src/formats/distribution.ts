import type { Distribution } from '../model/run.ts'
import type { LatencyHistogram } from './latency-histogram.ts'
import type { TrendSamples } from './trend-samples.ts'

/** The shares of requests for which a distribution has a value. They are closest where requests are slow. */
const SHARES: readonly number[] = [
  ...Array.from({ length: 19 }, (_, index) => index / 20),
  ...[0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999, 1],
]

/** The distribution of these samples, or null if there are none. It rearranges the samples. */
export function distributionOf(samples: TrendSamples): Distribution | null {
  if (samples.count === 0) return null
  const values = samples.quantiles(SHARES)
  return SHARES.map((share, index) => ({ share, valueMs: values[index] ?? Number.NaN }))
}

/** The distribution in a histogram, or null if the histogram is empty. */
export function distributionOfHistogram(histogram: LatencyHistogram): Distribution | null {
  if (histogram.count() === 0) return null
  return SHARES.map((share) => ({ share, valueMs: histogram.quantileMs(share) }))
}
