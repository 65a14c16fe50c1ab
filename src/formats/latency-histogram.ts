import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js'
import { countEncoded } from './encoded-histogram.ts'

/** k6 measures in nanoseconds, so times are stored as whole nanoseconds. */
const NANOSECONDS = 1e6
/** One day. No request takes longer, and a double is exact up to far larger numbers. */
const LONGEST_NS = 86_400e9

/**
 * A histogram of times with buckets that are at most 0.1 % wide (HDR, three significant digits). It takes some tens of
 * kilobytes, whatever the number of times, and histograms can be added exactly. http://hdrhistogram.org/
 */
export type LatencyHistogram = Readonly<{
  record(valueMs: number, times?: number): void
  add(other: LatencyHistogram): void
  count(): number
  /** Percentile of type 7, as in k6, within 0.1 % of the exact percentile. NaN for an empty histogram. */
  quantileMs(probability: number): number
  /** Base64 of the compressed interchange format V2, which HdrHistogram libraries of all languages can read. */
  encode(): string
  hdr: Histogram
}>

export function createHistogram(): LatencyHistogram {
  return wrap(
    build({
      bitBucketSize: 32,
      numberOfSignificantValueDigits: 3,
      lowestDiscernibleValue: 1,
      highestTrackableValue: 2 ** 31,
      autoResize: true,
    }),
  )
}

/** The histogram from a text that `encode` wrote. Throws an Error for any other text. */
export async function decodeHistogram(encoded: string): Promise<LatencyHistogram> {
  const count = await countEncoded(encoded)
  const hdr = decodeFromCompressedBase64(encoded, 32, false)
  if (hdr.totalCount !== count) throw new Error('Some counts are outside of its range.')
  return wrap(hdr)
}

function wrap(hdr: Histogram): LatencyHistogram {
  /** The value of the sample with this rank. Ranks start at 0 for the smallest sample. */
  const atRank = (rank: number): number => hdr.getValueAtPercentile(((rank + 0.5) * 100) / hdr.totalCount) / NANOSECONDS
  return {
    record: (valueMs, times = 1) =>
      hdr.recordValueWithCount(Math.min(Math.max(0, Math.round(valueMs * NANOSECONDS)), LONGEST_NS), times),
    add: (other) => hdr.add(other.hdr),
    count: () => hdr.totalCount,
    quantileMs(probability) {
      if (hdr.totalCount === 0) return Number.NaN
      const position = probability * (hdr.totalCount - 1)
      const below = atRank(Math.floor(position))
      return below + (atRank(Math.ceil(position)) - below) * (position % 1)
    },
    encode: () => encodeIntoCompressedBase64(hdr),
    hdr,
  }
}
