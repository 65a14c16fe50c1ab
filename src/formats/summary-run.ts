import { isRequestTime } from '../model/k6-metrics.ts'
import type { Measurement, MetricKind, ScriptThreshold } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { compareText } from '../model/series.ts'
import { code, name, type Text, text } from '../model/text.ts'
import { bySeries } from './by-series.ts'
import { traitsOf } from './k6-metrics.ts'
import { markNoRequests } from './no-requests.ts'
import { narrowsSamples, selectionOf } from './read-options.ts'
import { noneSucceeded } from './request-measurements.ts'
import { sha256Hex } from './script-hash.ts'
import { parseSubmetric, type Submetric } from './submetric.ts'
import { timeoutNote } from './timeout-watch.ts'
import { type MetricValues, type Usable, usableCounter, usableGauge, usableRate, usableTrend } from './usable-stats.ts'

/** One entry of `metrics` in a summary, with our names of statistics. */
export type SummaryMetric = Readonly<{
  /** The key as k6 writes it: `http_req_duration{name:/list}`. */
  key: string
  kind: MetricKind
  /** `time`, `data` or `default`. null: the file does not say. */
  contains: string | null
  /**
   * Counter: count, rate. Gauge: value, min, max. Rate: passes, fails. Trend: its statistics and count. null: the file
   * has null.
   */
  values: MetricValues
}>

/** A k6 summary of any shape, after reading and before checking its values. */
export type Summary = Readonly<{
  format: string
  toolVersion: string | null
  /** null: the file does not say, so the duration is computed from a counter. */
  durationMs: number | null
  /** The source of the script, if the file has it. Only its hash is kept. */
  script: string | null
  hasSetupData: boolean
  metrics: readonly SummaryMetric[]
  thresholds: readonly ScriptThreshold[]
}>

type Keyed = SummaryMetric & Submetric

/**
 * Makes a run from a summary, with one measurement per metric and endpoint. If the file has a metric of all and of
 * successful requests, the latter is used.
 */
export async function summaryRun(summary: Summary, options: ReadOptions): Promise<Run> {
  const durationMs = summary.durationMs ?? recoverDuration(summary.metrics)
  const keyed = summary.metrics.map((metric) => ({ ...metric, ...parseSubmetric(metric.key) }))
  const chosen = choosePopulation(
    tellsNoSuccess(keyed) ? keyed.filter(({ population }) => population === 'all') : keyed,
  )
  const measurements = chosen.map((metric) => measure(metric, keyed, durationMs))
  const scriptNotes = notesOnScript(summary)
  return {
    format: summary.format,
    toolVersion: summary.toolVersion,
    durationMs,
    scriptHash: summary.script === null ? null : await sha256Hex(summary.script),
    measurements: markNoRequests(measurements).sort(bySeries),
    thresholds: summary.thresholds.map(publicThreshold).sort(byThreshold),
    notes: [...scriptNotes, ...notesOf(measurements, options), ...sameNames(keyed)],
    ...(scriptNotes.length === 0 ? {} : { scriptNotes }),
    setupSamples: summary.script !== null && hasNoSetup(summary.script) ? 'none' : 'counted',
    ...selectionOf(options, null),
  }
}

/**
 * Whether the script has no code outside of the load. Only exports called setup and teardown run outside of it, and an
 * `export *` may bring them from another file.
 */
function hasNoSetup(script: string): boolean {
  return !/\b(?:setup|teardown)\b|export\s*\*/.test(script)
}

/**
 * Computes the duration of the run from any counter, because k6 divides counters by it: metrics/sink.go, CounterSink.
 */
function recoverDuration(metrics: readonly SummaryMetric[]): number | null {
  const first = metrics.find((metric) => metric.key === 'http_reqs')
  for (const metric of first === undefined ? metrics : [first, ...metrics]) {
    if (metric.kind !== 'counter') continue
    const durationMs = ((metric.values.get('count') ?? 0) / (metric.values.get('rate') ?? 0)) * 1000
    if (Number.isFinite(durationMs) && durationMs > 0) return durationMs
  }
  return null
}

/**
 * Chooses one entry per metric and endpoint. The entry of successful requests is preferred, because failed requests are
 * fast.
 */
function choosePopulation(metrics: readonly Keyed[]): readonly Keyed[] {
  const chosen = new Map<string, Keyed>()
  for (const metric of [...metrics].sort((left, right) => compareText(left.key, right.key))) {
    const series = JSON.stringify([metric.metric, metric.endpoint])
    const other = chosen.get(series)
    if (other === undefined || (other.population === 'all' && metric.population === 'successful')) {
      chosen.set(series, metric)
    }
  }
  return [...chosen.values()]
}

function measure(metric: Keyed, all: readonly Keyed[], durationMs: number | null): Measurement {
  const traits = traitsOf(metric.metric, metric.kind, metric.contains)
  const requests = requestsOf(metric.endpoint, all)
  const { stats, unusable, sampleCount } = usable(metric, requests, durationMs)
  return {
    metric: metric.metric,
    endpoint: metric.endpoint,
    kind: metric.kind,
    unit: traits.unit,
    better: traits.better,
    population: metric.population,
    sampleCount,
    stats,
    unusable,
  }
}

function usable(metric: Keyed, requests: Requests, durationMs: number | null): Usable {
  if (metric.kind === 'counter') return usableCounter(metric.values, durationMs, metric.metric === 'http_reqs')
  if (metric.kind === 'gauge') return usableGauge(metric.values)
  if (metric.kind === 'rate') return usableRate(metric.values)
  const isTimeOfRequest = isRequestTime(metric.metric)
  const counted = isTimeOfRequest ? (metric.population === 'successful' ? requests.successful : requests.all) : null
  const allFailed = isTimeOfRequest && requests.successful === 0 && (requests.all ?? 0) > 0
  return usableTrend(metric.values, {
    traits: traitsOf(metric.metric, metric.kind, metric.contains),
    sampleCount: counted,
    problem: allFailed ? noneSucceeded(requests.all ?? 0) : null,
  })
}

type Requests = Readonly<{ all: number | null; successful: number | null }>

/** The numbers of requests. In `http_req_failed`, `passes` counts the failed requests. null: the file does not say. */
function requestsOf(endpoint: string | null, metrics: readonly Keyed[]): Requests {
  const find = (name: string): MetricValues | undefined =>
    metrics.find((metric) => metric.metric === name && metric.endpoint === endpoint && metric.population === 'all')
      ?.values
  const failed = find('http_req_failed')
  const failures = failed?.get('passes') ?? null
  const successful = failed?.get('fails') ?? null
  const counted = failures === null || successful === null ? null : failures + successful
  const all = find('http_reqs')?.get('count') ?? null
  // 0 of 0 means that the script switched the counting off, but a threshold still names the metric. It shows nothing
  // about the requests.
  if (counted === 0) return { all, successful: null }
  return { all: all ?? counted, successful }
}

/**
 * Whether the script called http.setResponseCallback(null). k6 then does not tell failed requests from successful ones.
 * https://grafana.com/docs/k6/latest/javascript-api/k6-http/set-response-callback/
 */
function tellsNoSuccess(metrics: readonly Keyed[]): boolean {
  const { all, successful } = requestsOf(null, metrics)
  return metrics.some(({ key }) => key === 'http_req_failed') && successful === null && (all ?? 0) > 0
}

/** Notes about the load test itself. */
function notesOnScript(summary: Summary): readonly Text[] {
  const sampled = new Set(summary.metrics.filter(hasSamples).map((metric) => metric.key))
  const idle = [...summary.thresholds]
    .sort(byThreshold)
    .filter(({ metric, crossed }) => !crossed && !sampled.has(metric))
    .map(
      ({ metric, expression }) =>
        text`The k6 threshold ${name(expression)} on ${name(withoutSecrets(metric))} passed without a single sample: it checked nothing.`,
    )
  const slowest = summary.metrics.find(({ key }) => key === 'http_req_duration')?.values.get('max')
  const cut = timeoutNote(slowest ?? undefined)
  return [...(summary.hasSetupData ? [SETUP_DATA] : []), ...idle, ...(cut === null ? [] : [cut])]
}

const SETUP_DATA = text`The file has setup_data, which often holds a login token. It was not kept. Do not upload it: delete it before the upload.`

/** Notes about what the reader had to assume. */
function notesOf(measurements: readonly Measurement[], options: ReadOptions): readonly Text[] {
  const latency = measurements.find((one) => one.metric === 'http_req_duration' && one.endpoint === null)
  const isOfAll = latency?.population === 'all' && latency.stats.size > 0
  return [
    ...(isOfAll
      ? [
          text`The file does not tell successful requests apart: its latency is that of all requests, failed ones included.`,
        ]
      : []),
    ...(narrowsSamples(options)
      ? [
          text`The policy excludes or filters samples. A summary cannot be trimmed: it holds the whole run. Upload raw points.`,
        ]
      : []),
  ]
}

/**
 * Notes for names that became equal when their secrets were removed. Percentiles cannot be added, so only one of the
 * series is read.
 */
function sameNames(metrics: readonly Keyed[]): readonly Text[] {
  const keys = new Map<string, string>()
  const same = new Set<string>()
  for (const { key, metric, endpoint, population } of metrics) {
    const series = JSON.stringify([metric, endpoint, population])
    if (endpoint !== null && (keys.get(series) ?? key) !== key) same.add(endpoint)
    keys.set(series, key)
  }
  return [...same].map(
    (endpoint) =>
      text`Several series are called ${name(endpoint)} after values in their addresses were left out, and only one of these series is read. Give these requests a ${code('name')} tag.`,
  )
}

/** The threshold without secrets: the name of a submetric may contain an address. */
function publicThreshold(threshold: ScriptThreshold): ScriptThreshold {
  return { ...threshold, metric: withoutSecrets(threshold.metric) }
}

/**
 * Whether the metric was measured. A counter without additions is truly 0, but any other metric without a value was
 * never measured.
 */
function hasSamples(metric: SummaryMetric): boolean {
  return metric.kind === 'counter' || [...metric.values.values()].some((value) => value !== null && value !== 0)
}

function byThreshold(left: ScriptThreshold, right: ScriptThreshold): number {
  return compareText(left.metric, right.metric) || compareText(left.expression, right.expression)
}
