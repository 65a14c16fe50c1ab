import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { code, text } from '../model/text.ts'
import type { ReadDigest } from './digest-file.ts'
import { distributionOfHistogram } from './distribution.ts'
import type { Format } from './format.ts'
import { jsonValue, readJsonDocument } from './json-document.ts'
import { K6 } from './k6-tool.ts'
import type { LatencyHistogram } from './latency-histogram.ts'
import { mergeSummaries } from './merge-summaries.ts'
import { selectionOf, selectionText } from './read-options.ts'

const LATENCY_SERIES = { metric: 'http_req_duration', endpoint: null } as const

const PERCENTILE = /^p(\d+(?:\.\d+)?)$/

/**
 * The file that `perf-gate digest` makes of raw points on a load generator: counts, exact statistics, and histograms of
 * latencies. Statistics of a single generator are exact. For several generators, percentiles come from the sum of the
 * histograms and are within 0.25 %.
 */
export const perfGateDigest: Format = {
  id: 'perf-gate-digest',
  tool: K6,
  title: 'perf-gate digest',
  content: 'digest',
  recognizes(prefix, json = () => jsonValue(prefix)) {
    const value = json()
    return isObject(value) && value.digest === 'perf-gate'
  },
  parse: async (chunks, options) => (await read(chunks, options)).run,
  async merge(parts, options) {
    const digests: Digest[] = []
    for (const part of parts) digests.push(await read(part, options))
    return mergeDigests(digests)
  },
}

type Digest = Pick<ReadDigest, 'run' | 'histograms'>

async function read(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Digest> {
  // Loaded here because few results are digests, and loading zod and the histograms takes a while.
  const [{ readDigest, seriesKey }, { decodeHistogram }, { countEncoded }] = await Promise.all([
    import('./digest-file.ts'),
    import('./latency-histogram.ts'),
    import('./encoded-histogram.ts'),
  ])
  const { run, histograms, selection } = await readDigest(await readJsonDocument(chunks), countEncoded)
  const encoded = histograms.get(seriesKey(LATENCY_SERIES))
  const digested = {
    ...run,
    ...selectionOf(options, selection),
    distribution: encoded === undefined ? null : distributionOfHistogram(await decodeHistogram(encoded)),
  }
  if (selection === selectionText(options)) return { run: digested, histograms }
  const note = text`The digest counts ${selection ?? text`all samples`}, and the policy wants ${selectionText(options) ?? text`all samples`}. A digest cannot be trimmed: give the same policy to ${code('perf-gate digest')}.`
  return { run: { ...digested, notes: [...run.notes, note] }, histograms }
}

/**
 * Merges counts as summaries do. Percentiles come from the sum of the histograms, if every part with samples has a
 * histogram.
 */
async function mergeDigests(digests: readonly Digest[]): Promise<Run> {
  const { seriesKey } = await import('./digest-file.ts')
  const merged = mergeSummaries(digests.map(({ run }) => run))
  if (digests.length === 1) return merged
  let distribution: Run['distribution'] = null
  const measurements: Measurement[] = []
  for (const measurement of merged.measurements) {
    const key = seriesKey(measurement)
    const parts = digests.filter(({ run }) =>
      run.measurements.some((one) => seriesKey(one) === key && one.sampleCount !== 0),
    )
    const encoded = parts.flatMap(({ histograms }) => histograms.get(key) ?? [])
    const histogram = encoded.length < parts.length ? null : await sumOfHistograms(encoded)
    if (key === seriesKey(LATENCY_SERIES) && histogram !== null) distribution = distributionOfHistogram(histogram)
    measurements.push(histogram === null ? measurement : withPercentiles(measurement, histogram))
  }
  return { ...merged, measurements, distribution }
}

/** null: there is no histogram. */
async function sumOfHistograms(encoded: readonly string[]): Promise<LatencyHistogram | null> {
  const { decodeHistogram } = await import('./latency-histogram.ts')
  let sum: LatencyHistogram | null = null
  for (const one of encoded) {
    const histogram = await decodeHistogram(one)
    if (sum === null) sum = histogram
    else sum.add(histogram)
  }
  return sum
}

function withPercentiles(measurement: Measurement, histogram: LatencyHistogram): Measurement {
  if (measurement.bounds == null) return measurement
  const stats = new Map(measurement.stats)
  const unusable = new Map(measurement.unusable)
  const bounds = new Map(measurement.bounds)
  for (const [stat, { lower, upper }] of measurement.bounds) {
    const percent = PERCENTILE.exec(stat)?.[1]
    if (percent === undefined) continue
    // The exact bounds are known too. They remove the error that comes from the width of a bucket.
    stats.set(stat, Math.min(Math.max(histogram.quantileMs(Number(percent) / 100), lower), upper))
    unusable.delete(stat)
    bounds.delete(stat)
  }
  return { ...measurement, stats, unusable, bounds }
}
