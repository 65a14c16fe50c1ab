import { isRequestTime } from '../model/k6-metrics.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Run } from '../model/run.ts'
import { batchStandardErrors } from './batch-standard-errors.ts'
import { distributionOf, distributionOfHistogram } from './distribution.ts'
import { traitsOf } from './k6-metrics.ts'
import type { LatencyHistogram } from './latency-histogram.ts'
import { orNoRequests } from './no-requests.ts'
import { countByEndpoint, type OrderedSamples, orderByTime, valuesOfEndpoint } from './ordered-samples.ts'
import type { CollectedMetric, CollectedPoints, PointSeries } from './points-collector.ts'
import { takeArrays } from './sample-column.ts'
import { takeQuantiles } from './take-quantiles.ts'
import { timelineOf } from './timeline.ts'
import { type MetricValues, type Usable, usableCounter, usableGauge, usableRate, usableTrend } from './usable-stats.ts'

/** k6's percentiles are type 7, which is what simple-statistics has since 7.9. */
const PERCENTILES: readonly (readonly [string, number])[] = [
  ['p50', 0.5],
  ['p75', 0.75],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
  ['p99.9', 0.999],
]

/** Metrics that an endpoint is judged by. The rest is of the whole service only. */
const BY_ENDPOINT: ReadonlySet<string> = new Set([
  'http_req_duration',
  'http_req_failed',
  'http_reqs',
  'grpc_req_duration',
])

/** Sees every trend with its samples, while they are in memory. */
export type TrendVisitor = (series: SeriesTraits, values: Float64Array) => void

export type SeriesTraits = Pick<Measurement, 'metric' | 'endpoint' | 'kind' | 'unit' | 'better' | 'population'>

/** The run that points tell of. Percentiles are exact, over successful requests where the points tell them apart. */
export function pointsRun(format: string, points: CollectedPoints, visit: TrendVisitor = () => {}): Run {
  const measurements: Measurement[] = []
  let timeline: Run['timeline'] = null
  let distribution: Run['distribution'] = null
  for (const metric of points.metrics.values()) {
    if (metric.series.length === 0) continue
    const samples = metric.column === null ? null : orderByTime(takeArrays(metric.column))
    if (metric.name === 'http_req_duration' && samples !== null) timeline = timelineOf(samples, points.window)
    if (BY_ENDPOINT.has(metric.name)) measurements.push(...measureEndpoints(metric, samples, points, visit))
    // Last, because percentiles rearrange the samples.
    measurements.push(measure(metric, metric.series, null, samples?.values ?? null, points, visit))
    if (metric.name === 'http_req_duration' && samples !== null) {
      const histogram = metric.column?.histogram ?? null
      distribution = histogram === null ? distributionOf(samples.values) : distributionOfHistogram(histogram)
    }
  }
  return {
    format,
    toolVersion: null,
    durationMs: durationOf(points),
    scriptHash: null,
    measurements: orNoRequests(measurements).sort(bySeries),
    thresholds: [],
    ...(points.abortThresholds.length === 0 ? {} : { abortThresholds: points.abortThresholds }),
    notes: notesOf(points),
    setupSamples: points.setupSamples,
    ...(points.otherEndpoints > 0 ? { cutOffNames: points.otherNames } : {}),
    timeline,
    distribution,
  }
}

/** null where times are so coarse that a throughput would be wrong by more than 1 %. */
function durationOf({ window }: CollectedPoints): number | null {
  return window.durationMs > 0 && window.durationMs >= 100 * window.resolutionMs ? window.durationMs : null
}

function measureEndpoints(
  metric: CollectedMetric,
  samples: OrderedSamples | null,
  points: CollectedPoints,
  visit: TrendVisitor,
): readonly Measurement[] {
  const indices = new Set(metric.series.map(({ endpoint }) => endpoint).filter((index) => index > 0))
  const counts = samples === null ? null : countByEndpoint(samples)
  // One space for all of them, one after the other: copies of all samples would take as much memory as the samples.
  const space = new Float64Array([...indices].reduce((most, index) => Math.max(most, counts?.[index] ?? 0), 0))
  return [...indices].map((index) => {
    const series = metric.series.filter(({ endpoint }) => endpoint === index)
    const own = samples === null ? null : valuesOfEndpoint(samples, index, space)
    return measure(metric, series, points.endpoints[index] ?? null, own, points, visit)
  })
}

function measure(
  metric: CollectedMetric,
  series: readonly PointSeries[],
  endpoint: string | null,
  samples: Float64Array | null,
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
  const standardErrors = isJudged ? batchStandardErrors(samples) : null
  if (samples !== null) visit(seriesOf, samples)
  const { stats, unusable, sampleCount } = usable(metric, series, samples, points)
  return { ...seriesOf, sampleCount, stats, unusable, standardErrors }
}

function usable(
  metric: CollectedMetric,
  series: readonly PointSeries[],
  samples: Float64Array | null,
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
  const histogram = metric.column?.histogram ?? null
  const values = histogram === null ? trendValues(samples ?? new Float64Array()) : histogramValues(histogram, series)
  const allFailed = isRequestTime(metric.name) && count > 0 && values.get('count') === 0
  return usableTrend(values, {
    traits: traitsOf(metric.name, metric.kind, metric.contains),
    sampleCount: null,
    problem: allFailed ? `all ${count} requests failed, so there is no time of a successful request` : null,
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

function trendValues(values: Float64Array): MetricValues {
  const names = ['avg', 'min', 'max', ...PERCENTILES.map(([name]) => name)]
  if (values.length === 0)
    return new Map<string, number | null>([...names.map((name) => [name, 0] as const), ['count', 0]])
  return new Map([
    ['avg', values.reduce((total, value) => total + value, 0) / values.length],
    ['min', values.reduce((min, value) => Math.min(value, min), Infinity)],
    ['max', values.reduce((max, value) => Math.max(value, max), -Infinity)],
    ...percentilesOf(values),
    ['count', values.length],
  ])
}

/** Comes last, as it rearranges the values. */
function percentilesOf(values: Float64Array): readonly (readonly [string, number | null])[] {
  const quantiles = takeQuantiles(
    values,
    PERCENTILES.map(([, probability]) => probability),
  )
  return PERCENTILES.map(([name], index) => [name, quantiles[index] ?? null])
}

/** The histogram has the successful requests only, and so do these sums. */
function histogramValues(histogram: LatencyHistogram, series: readonly PointSeries[]): MetricValues {
  const counted = series.filter(({ column }) => column !== null)
  const count = histogram.count()
  return new Map([
    ['avg', counted.reduce((total, one) => total + one.sum, 0) / count],
    ['min', counted.reduce((min, one) => Math.min(min, one.min), Infinity)],
    ['max', counted.reduce((max, one) => Math.max(max, one.max), -Infinity)],
    ...PERCENTILES.map(([name, probability]) => [name, histogram.quantileMs(probability)] as const),
    ['count', count],
  ])
}

function notesOf(points: CollectedPoints): readonly string[] {
  const { untyped, skipped, endpoints, otherEndpoints, metrics, window } = points
  const notes: string[] = []
  if (window.durationMs > 0 && durationOf(points) === null && window.resolutionMs > 1) {
    notes.push(
      'Times are whole seconds, too coarse for the throughput of a run of less than 100 s. Set K6_CSV_TIME_FORMAT=unix_milli.',
    )
  }
  if (skipped.setup > 0) notes.push(`${skipped.setup} points of setup() and teardown() do not count.`)
  if (skipped.filtered > 0) notes.push(`${skipped.filtered} points do not match the scenarios and tags of the policy.`)
  if (skipped.excluded > 0) notes.push(`${skipped.excluded} points lie outside of the window of the policy.`)
  const rounded = [...metrics.values()].filter(({ column }) => column?.histogram != null).map(({ name }) => name)
  if (rounded.length > 0)
    notes.push(`Percentiles of ${rounded.sort().join(', ')} are within 0.1 %: there are more than 100,000 samples.`)
  if (untyped.length > 0) {
    notes.push(
      `CSV does not say what kind of metric ${untyped.join(', ')} is, so it was left out. Upload --out json points instead.`,
    )
  }
  if (otherEndpoints > 0) {
    notes.push(
      `There are more than ${endpoints.length - 2} names: ${otherEndpoints} of them are counted together as "other". Set a name tag on requests whose URL changes.`,
    )
  }
  const latency = metrics.get('http_req_duration')
  if (latency?.series.some(({ successful }) => successful === null)) {
    notes.push(
      'The points do not tell successful requests apart: latency is that of all requests, failed ones included.',
    )
  }
  return notes
}

function bySeries(left: Measurement, right: Measurement): number {
  if (left.metric !== right.metric) return left.metric < right.metric ? -1 : 1
  return (left.endpoint ?? '') < (right.endpoint ?? '') ? -1 : 1
}
