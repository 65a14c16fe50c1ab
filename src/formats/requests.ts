import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Quantity } from '../model/quantity.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'
import { readPoints } from './read-points.ts'

/** Takes the requests of a load test one by one. `endMs` is the time since 1970. */
export type RequestReceiver = Readonly<{
  add(request: Readonly<{ name: string; endMs: number; durationMs: number; isFailed: boolean }>): void
}>

/** What is special about the requests of one format. */
export type RequestsFormat = Readonly<{
  id: string
  tool: string
  basis?: string
  /** Times are rounded to this. Absent: finer than any limit. */
  stepMs?: number
  createScanner(receiver: RequestReceiver): LineScanner
  /** What the scanner found out besides, once all is read. */
  facts?(): Readonly<{ toolVersion: string | null; notes: readonly string[] }>
}>

/** By the names that the collector of points knows, which are k6's. */
const NEUTRAL: Readonly<Record<string, Readonly<{ metric: string; quantity: Quantity }>>> = {
  http_req_duration: { metric: 'latency', quantity: 'latency' },
  http_req_failed: { metric: 'errors', quantity: 'error-share' },
  http_reqs: { metric: 'requests', quantity: 'throughput' },
}

/**
 * Streams the raw requests of a load tool through the collector of points, so that window, endpoints, percentiles and timeline are those
 * that k6's points have, whatever the tool itself prints. Latency is that of successful requests.
 */
export async function readRequests(
  format: RequestsFormat,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<Run> {
  const narrowed = options.scenarios !== null || options.tags.size > 0
  const run = await readPoints(
    {
      id: format.id,
      hasTypes: false,
      createScanner: (receiver) => format.createScanner(requestReceiver(receiver)),
    },
    parts,
    { ...options, scenarios: null, tags: new Map() },
  )
  const { setupSamples: _, ...rest } = run
  const measurements = run.measurements.flatMap((one) => neutral(one, format.stepMs))
  const facts = format.facts?.() ?? { toolVersion: null, notes: [] }
  if (!measurements.some(({ quantity, stats }) => quantity === 'throughput' && stats.has('count'))) {
    throw new UserError(`${format.tool} made no request that counts: nothing was measured.`)
  }
  return {
    ...rest,
    tool: format.tool,
    ...(format.basis === undefined ? {} : { basis: format.basis }),
    toolVersion: facts.toolVersion,
    measurements,
    notes: [
      ...run.notes.map((note) =>
        note.startsWith('Times are whole seconds')
          ? 'Times are whole seconds, too coarse for the throughput of a run of less than 100 s.'
          : note,
      ),
      ...facts.notes,
      ...(narrowed
        ? [`The policy filters by scenario or tag. Results of ${format.tool} have neither: all requests count.`]
        : []),
    ],
  }
}

function neutral(measurement: Measurement, stepMs: number | undefined): readonly Measurement[] {
  const known = NEUTRAL[measurement.metric]
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

function requestReceiver<Series>(points: PointReceiver<Series>): RequestReceiver {
  const known = new Map<string, Readonly<{ duration: Series; failed: Series; requests: Series }>>()
  return {
    add({ name, endMs, durationMs, isFailed }) {
      const key = `${isFailed} ${name}`
      let series = known.get(key)
      if (series === undefined) {
        // The scenario says that it is load, and no part of a setup.
        const tags = { name, scenario: 'load' }
        series = {
          duration: points.series('http_req_duration', { ...tags, expected_response: `${!isFailed}` }),
          failed: points.series('http_req_failed', tags),
          requests: points.series('http_reqs', tags),
        }
        known.set(key, series)
      }
      points.add(series.duration, endMs, durationMs)
      points.add(series.failed, endMs, isFailed ? 1 : 0)
      points.add(series.requests, endMs, 1)
    },
  }
}
