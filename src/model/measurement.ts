import type { Quantity } from './quantity.ts'
import type { Text } from './text.ts'

/** How a metric is counted. The words are k6's: https://grafana.com/docs/k6/latest/using-k6/metrics/ */
export type MetricKind = 'trend' | 'counter' | 'gauge' | 'rate'

/** Units after conversion. Formats convert once, where data enters. `ratio` is 0..1; `none` is a plain number. */
export type Unit = 'ms' | 'ratio' | 'per-second' | 'bytes' | 'bytes-per-second' | 'count' | 'none'

/** The good direction. A number with `neither` is reported and never judged. */
export type Better = 'lower' | 'higher' | 'neither'

/** The requests behind a latency: failed requests are often fast, so the two populations are never compared with each other. */
export type Population = 'all' | 'successful'

/** A statistic that is not known exactly: it lies between these two values, in the unit of the metric. */
export type Bounds = Readonly<{ lower: number; upper: number }>

/**
 * The values of one metric of one endpoint in one run.
 *
 * `stats` holds finite, plausible numbers only. A statistic that the file names but that cannot be used (null, no samples,
 * negative time) is in `unusable` with the reason, so that it is never read as 0 and never as absent. Names of statistics: `avg`,
 * `min`, `max`, `p50`, `p90`, `p95`, `p99`, `p99.9`, `rate` (a counter per second, or the share of a rate metric), `count`,
 * `value` (a gauge).
 */
export type Measurement = Readonly<{
  metric: string
  /** null: the whole service. Otherwise the value of the `name` tag, or the text of another selector such as `scenario:main`. */
  endpoint: string | null
  kind: MetricKind
  /** For a counter: the unit of its `rate`. */
  unit: Unit
  better: Better
  population: Population
  /** null: the file does not say. */
  sampleCount: number | null
  stats: ReadonlyMap<string, number>
  unusable: ReadonlyMap<string, Text>
  /**
   * How uncertain statistics are because the run is finite: standard errors in the unit of the metric, by the means of
   * batches in the order of time. Only raw points give them. null or absent: unknown.
   */
  standardErrors?: ReadonlyMap<string, number> | null
  /** Percentiles of several load generators that only wrote summaries. Each is also in `unusable`. null or absent: none. */
  bounds?: ReadonlyMap<string, Bounds> | null
  /** The quantity. Absent: it follows from the name that k6 gives the metric, or it is not known. */
  quantity?: Quantity
  /** The statistic that a service is gated on if the policy names none. Absent: this measurement is only shown. */
  central?: string
  /**
   * The width of the steps in which a statistic can move, in the unit of the metric, where the tool rounds it so much that a limit may
   * be finer. Absent: it has all its digits, or its last decimal shows the step.
   */
  steps?: ReadonlyMap<string, number>
  /** Statistics that are shown and never judged, with the reason in full sentences. Absent: none. */
  notJudged?: ReadonlyMap<string, Text>
}>

/** A threshold of the load test's own script, as the tool judged it. */
export type ScriptThreshold = Readonly<{
  /** The metric as the script names it, with its selector: `http_req_duration{name:/list}`. */
  metric: string
  expression: string
  crossed: boolean
}>

/** A threshold of the script that stops the test when it is crossed: k6's `abortOnFail`. */
export type AbortThreshold = Readonly<{
  metric: string
  expression: string
  /** The threshold does not stop the test before this time: `delayAbortEval`. */
  notBeforeMs: number
}>
