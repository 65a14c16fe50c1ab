import { UserError } from '../model/errors.ts'
import { REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Quantity } from '../model/quantity.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'
import type { CollectedMetric, CollectedPoints, PointSeries } from './points-collector.ts'
import { pointsRun } from './points-run.ts'
import { selectionOf, selectionText } from './read-options.ts'
import { collectPoints } from './read-points.ts'

/** Takes the requests of a load test one by one. */
export type RequestReceiver = Readonly<{
  /** The number for a name. A scanner may remember it and need not ask again for each request. */
  numberOf(name: string): number
  /** `endMs` is in milliseconds since 1970. */
  add(number: number, endMs: number, durationMs: number, isFailed: boolean): void
}>

/** The properties of one format of requests. */
export type RequestsFormat = Readonly<{
  id: string
  tool: string
  basis?: string
  /** The step to which times are rounded. Absent: finer than any limit needs. */
  stepMs?: number
  createScanner(receiver: RequestReceiver): LineScanner
  /** What else the scanner found out. Called after all parts are read. */
  facts?(): Readonly<{
    toolVersion: string | null
    notes: readonly Text[]
    /** false: its dates have no time zone, so only the time between two of them is known. */
    hasZone?: boolean
  }>
}>

const NO_ADVICE = { wholeSeconds: [], manyNames: [] }

/** Our names of the measurements, by the names that the collector of points uses, which are k6's. */
const OUR_NAMES: Readonly<Record<string, Readonly<{ metric: string; quantity: Quantity }>>> = {
  http_req_duration: { metric: 'latency', quantity: 'latency' },
  http_req_failed: { metric: 'errors', quantity: 'error-share' },
  http_reqs: { metric: 'requests', quantity: 'throughput' },
}

/**
 * Streams the raw requests of a load tool through the collector of points. Window, endpoints, percentiles and timeline
 * are therefore computed as for k6's points, whatever the tool itself prints. Latency is that of successful requests.
 */
export async function readRequests(
  format: RequestsFormat,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<Run> {
  const narrowed = options.scenarios !== null || options.tags.size > 0
  const createScanner = (receiver: PointReceiver<PointSeries>) => format.createScanner(requestReceiver(receiver))
  const timeOptions = { ...options, scenarios: null, tags: new Map() }
  const points = await collectPoints({ id: format.id, hasTypes: false, createScanner }, parts, timeOptions)
  const run = {
    ...pointsRun(format.id, withCounts(points), NO_ADVICE),
    ...selectionOf(timeOptions, selectionText(timeOptions)),
  }
  const { setupSamples: _, beganAtMs, ...rest } = run
  const measurements = run.measurements.flatMap((one) => inOurNames(one, format.stepMs))
  const facts = format.facts?.() ?? { toolVersion: null, notes: [], hasZone: true }
  if (!measurements.some(({ quantity, stats }) => quantity === 'throughput' && stats.has('count'))) {
    throw new UserError(`${format.tool} made no request that counts: nothing was measured.`)
  }
  return {
    ...rest,
    ...(beganAtMs === undefined || facts.hasZone === false ? {} : { beganAtMs }),
    tool: format.tool,
    ...(format.basis === undefined ? {} : { basis: format.basis }),
    toolVersion: facts.toolVersion,
    measurements,
    notes: [
      ...run.notes,
      ...facts.notes,
      ...(narrowed
        ? [text`The policy filters by scenario or tag. Results of ${format.tool} have neither: all requests count.`]
        : []),
    ],
  }
}

function inOurNames(measurement: Measurement, stepMs: number | undefined): readonly Measurement[] {
  const known = OUR_NAMES[measurement.metric]
  if (known === undefined) return []
  const isLatency = known.quantity === 'latency'
  const steps = [...measurement.stats.keys()]
    .filter((stat) => /^p\d/.test(stat))
    .map((stat) => [stat, stepMs ?? 0] as const)
  return [
    {
      ...measurement,
      ...known,
      ...(isLatency && measurement.endpoint === null ? { central: 'p95' } : {}),
      ...(isLatency && stepMs !== undefined ? { steps: new Map(steps) } : {}),
    },
  ]
}

/** Adds the numbers of requests and of failed requests. They follow from the times, because each request has a time. */
function withCounts(points: CollectedPoints): CollectedPoints {
  const latency = points.metrics.get(REQUEST_DURATION)
  if (latency === undefined) return points
  const counted = (name: string, kind: 'counter' | 'rate', sumOf: (one: PointSeries) => number) => {
    const metric: CollectedMetric = { name, kind, contains: 'default', series: [], column: null }
    metric.series.push(...latency.series.map((one) => ({ ...one, metric, column: null, sum: sumOf(one) })))
    return [name, metric] as const
  }
  const metrics = new Map([
    ...points.metrics,
    counted('http_reqs', 'counter', ({ count }) => count),
    counted('http_req_failed', 'rate', ({ count, successful }) => (successful === false ? count : 0)),
  ])
  return { ...points, metrics }
}

/**
 * The limit of remembered names. There are far fewer endpoints, because the names beyond their cap are counted
 * together.
 */
const MAX_NAMES = 20_000

function requestReceiver<Series>(points: PointReceiver<Series>): RequestReceiver {
  const numbers = new Map<string, number>()
  const numberOfSeries = new Map<Series, number>()
  const succeeded: Series[] = []
  const failed: Series[] = []

  /** The series of a name. The scenario shows that the request belongs to the load and not to a setup. */
  function seriesOf(name: string, isExpected: boolean): Series {
    return points.series(REQUEST_DURATION, { name, scenario: 'load', expected_response: `${isExpected}` })
  }

  function numberOf(name: string): number {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const series = seriesOf(name, true)
    const number = numberOfSeries.get(series) ?? succeeded.length
    if (number === succeeded.length) {
      numberOfSeries.set(series, number)
      succeeded.push(series)
      failed.push(seriesOf(name, false))
    }
    if (numbers.size >= MAX_NAMES) numbers.clear()
    numbers.set(name, number)
    return number
  }

  function add(number: number, endMs: number, durationMs: number, isFailed: boolean): void {
    const series = (isFailed ? failed : succeeded)[number]
    if (series !== undefined) points.add(series, endMs, durationMs)
  }

  return { numberOf, add }
}
