import { isRequestTime } from '../model/k6-metrics.ts'
import type { Measurement } from '../model/measurement.ts'
import { count } from '../model/numbers.ts'
import type { Run } from '../model/run.ts'
import { names, sentences, type Text, text } from '../model/text.ts'
import { beganAt } from './began-at.ts'
import { bySeries } from './by-series.ts'
import { distributionOf } from './distribution.ts'
import { traitsOf } from './k6-metrics.ts'
import { markNoRequests } from './no-requests.ts'
import type { CollectedMetric, CollectedPoints, PointSeries } from './points-collector.ts'
import { noneSucceeded } from './request-measurements.ts'
import { type MetricSamples, type TrendSamples, takeSamples } from './trend-samples.ts'
import { type MetricValues, type Usable, usableCounter, usableGauge, usableRate, usableTrend } from './usable-stats.ts'

/** k6's percentiles are of type 7, as those of simple-statistics since 7.9. */
const PERCENTILES: readonly (readonly [string, number])[] = [
  ['p50', 0.5],
  ['p75', 0.75],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
  ['p99.9', 0.999],
]

/** Metrics by which an endpoint is judged. Other metrics are only measured for the whole service. */
const BY_ENDPOINT: ReadonlySet<string> = new Set([
  'http_req_duration',
  'http_req_failed',
  'http_reqs',
  'grpc_req_duration',
])

/** What users of the tool can do if their points lack something. Empty: nothing. */
export type PointsAdvice = Readonly<Record<'wholeSeconds' | 'manyNames', Text>>

/** Called for every trend, while its samples are in memory. */
export type TrendVisitor = (series: SeriesTraits, samples: TrendSamples) => void

export type SeriesTraits = Pick<Measurement, 'metric' | 'endpoint' | 'kind' | 'unit' | 'better' | 'population'>

/** Makes a run from points. Percentiles are exact. They are of successful requests if the points tell them apart. */
export function pointsRun(
  format: string,
  points: CollectedPoints,
  advice: PointsAdvice,
  visit: TrendVisitor = () => {},
): Run {
  const measurements: Measurement[] = []
  let timeline: Run['timeline'] = null
  let distribution: Run['distribution'] = null
  for (const metric of points.metrics.values()) {
    if (metric.series.length === 0) continue
    const endpoints = BY_ENDPOINT.has(metric.name) ? endpointsOf(metric) : []
    const samples = metric.column === null ? null : takeSamples(metric.column, endpoints)
    const isLatency = metric.name === 'http_req_duration'
    if (isLatency && samples !== null) timeline = samples.timeline(points.window)
    measurements.push(...measureEndpoints(metric, endpoints, samples, points, visit))
    // Done last, because percentiles rearrange the samples.
    measurements.push(measure(metric, metric.series, null, samples?.whole ?? null, points, visit))
    if (isLatency && samples !== null) distribution = distributionOf(samples.whole)
  }
  return {
    format,
    toolVersion: null,
    durationMs: durationOf(points),
    ...beganAt(points.window.beganAtMs),
    scriptHash: null,
    measurements: markNoRequests(measurements, points.skipped.filtered).sort(bySeries),
    thresholds: [],
    ...(points.abortThresholds.length === 0 ? {} : { abortThresholds: points.abortThresholds }),
    notes: notesOf(points, advice),
    setupSamples: points.setupSamples,
    ...(points.otherEndpoints > 0 ? { cutOffNames: points.otherNames } : {}),
    timeline,
    distribution,
  }
}

/** null if times are so coarse that a throughput would be wrong by more than 1 %. */
function durationOf({ window }: CollectedPoints): number | null {
  return window.durationMs > 0 && window.durationMs >= 100 * window.resolutionMs ? window.durationMs : null
}

function endpointsOf({ series }: CollectedMetric): readonly number[] {
  return [...new Set(series.map(({ endpoint }) => endpoint).filter((index) => index > 0))]
}

function measureEndpoints(
  metric: CollectedMetric,
  endpoints: readonly number[],
  samples: MetricSamples | null,
  points: CollectedPoints,
  visit: TrendVisitor,
): readonly Measurement[] {
  return endpoints.map((index) => {
    const series = metric.series.filter(({ endpoint }) => endpoint === index)
    const own = samples === null ? null : samples.ofEndpoint(index)
    return measure(metric, series, points.endpoints[index] ?? null, own, points, visit)
  })
}

function measure(
  metric: CollectedMetric,
  series: readonly PointSeries[],
  endpoint: string | null,
  samples: TrendSamples | null,
  points: CollectedPoints,
  visit: TrendVisitor,
): Measurement {
  const traits = traitsOf(metric.name, metric.kind, metric.contains)
  const tellsSuccess = metric.kind === 'trend' && series.some(({ successful }) => successful !== null)
  const seriesOf = {
    metric: metric.name,
    endpoint,
    kind: metric.kind,
    unit: traits.unit,
    better: traits.better,
    population: tellsSuccess ? 'successful' : 'all',
  } as const
  const isJudged = samples !== null && traits.better === 'lower' && !traits.zeroIsNormal
  const standardErrors = isJudged ? samples.standardErrors() : null
  if (samples !== null) visit(seriesOf, samples)
  const { stats, unusable, sampleCount } = usable(metric, series, samples, points)
  return { ...seriesOf, sampleCount, stats, unusable, standardErrors }
}

function usable(
  metric: CollectedMetric,
  series: readonly PointSeries[],
  samples: TrendSamples | null,
  points: CollectedPoints,
): Usable {
  const count = series.reduce((total, one) => total + one.count, 0)
  const sum = series.reduce((total, one) => total + one.sum, 0)
  if (metric.kind === 'counter') {
    return usableCounter(new Map([['count', sum]]), durationOf(points), metric.name === 'http_reqs')
  }
  if (metric.kind === 'rate') {
    return usableRate(
      new Map([
        ['passes', sum],
        ['fails', count - sum],
      ]),
    )
  }
  if (metric.kind === 'gauge') return usableGauge(gaugeValues(series, count))
  const values = trendValues(samples, series)
  const allFailed = isRequestTime(metric.name) && count > 0 && values.get('count') === 0
  return usableTrend(values, {
    traits: traitsOf(metric.name, metric.kind, metric.contains),
    sampleCount: null,
    problem: allFailed ? noneSucceeded(count) : null,
  })
}

function gaugeValues(series: readonly PointSeries[], count: number): MetricValues {
  if (count === 0) return new Map([['value', null]])
  return new Map([
    ['value', series.at(-1)?.last ?? null],
    ['min', series.reduce((min, one) => Math.min(min, one.min), Infinity)],
    ['max', series.reduce((max, one) => Math.max(max, one.max), -Infinity)],
  ])
}

/**
 * The values of a trend. If the points tell failed requests apart, these have no samples and are not in the sums
 * either.
 */
function trendValues(samples: TrendSamples | null, series: readonly PointSeries[]): MetricValues {
  const names = ['avg', 'min', 'max', ...PERCENTILES.map(([name]) => name)]
  const count = samples?.count ?? 0
  if (samples === null || count === 0)
    return new Map<string, number | null>([...names.map((name) => [name, 0] as const), ['count', 0]])
  const counted = series.filter(({ column }) => column !== null)
  // Done last, because it may rearrange the samples.
  const quantiles = samples.quantiles(PERCENTILES.map(([, probability]) => probability))
  return new Map([
    ['avg', counted.reduce((total, one) => total + one.sum, 0) / count],
    ['min', counted.reduce((min, one) => Math.min(min, one.min), Infinity)],
    ['max', counted.reduce((max, one) => Math.max(max, one.max), -Infinity)],
    ...PERCENTILES.map(([name], index) => [name, quantiles[index] ?? null] as const),
    ['count', count],
  ])
}

function notesOf(points: CollectedPoints, advice: PointsAdvice): readonly Text[] {
  const { untyped, skipped, endpoints, otherEndpoints, metrics, window } = points
  const notes: Text[] = []
  if (window.durationMs > 0 && durationOf(points) === null && window.resolutionMs > 1) {
    notes.push(
      sentences(
        text`Times are whole seconds, too coarse for the throughput of a run of less than 100 s.`,
        advice.wholeSeconds,
      ),
    )
  }
  if (skipped.setup > 0)
    notes.push(text`Not counted: ${{ words: count(skipped.setup, 'point') }} of setup() and teardown().`)
  if (skipped.filtered > 0)
    notes.push(text`Left out by the scenarios and tags of the policy: ${{ words: count(skipped.filtered, 'point') }}.`)
  if (skipped.excluded > 0)
    notes.push(text`Outside of the window of the policy: ${{ words: count(skipped.excluded, 'point') }}.`)
  const rounded = [...metrics.values()].filter(({ column }) => column?.counts?.isExact() === false)
  if (rounded.length > 0) {
    notes.push(
      text`Percentiles of ${names(rounded.map(({ name }) => name).sort())} are within 0.1 %: there are more than 100,000 samples.`,
    )
  }
  if (untyped.length > 0) {
    notes.push(
      text`CSV does not say what kind of metric ${names(untyped)} is, so it was left out. Upload ${'--out json'} points instead.`,
    )
  }
  if (otherEndpoints > 0) {
    notes.push(
      sentences(
        text`There are more than ${endpoints.length - 2} names: ${otherEndpoints} of them are counted together as "other".`,
        advice.manyNames,
      ),
    )
  }
  if (points.timeoutNote !== null) notes.push(points.timeoutNote)
  const latency = metrics.get('http_req_duration')
  if (latency?.series.some(({ successful }) => successful === null)) {
    notes.push(
      text`The points do not tell successful requests apart: latency is that of all requests, failed ones included.`,
    )
  }
  return notes
}
