import type { Better, MetricKind, Unit } from './measurement.ts'
import type { Quantity } from './quantity.ts'

/*
 * The names that k6 gives to what it measures. They stand here and not beside its formats, because policies and stored runs name them too.
 */

/** What the name of a metric says about it. */
export type MetricTraits = Readonly<{
  kind: MetricKind
  /** For a counter: the unit of its `rate`. */
  unit: Unit
  better: Better
  /** A time that is really 0 now and then: a reused connection needs no handshake. */
  zeroIsNormal: boolean
  /** What kind of number it is, where the gate asks for it. */
  quantity?: Quantity
}>

/** The tool of results that name none: they are older than the readers of all others. */
export const UNNAMED_TOOL = 'k6'

/** What services are gated on where neither policy nor results say so. */
export const REQUEST_DURATION = 'http_req_duration'
/** What a script without requests can be gated on. */
export const ITERATION_DURATION = 'iteration_duration'

const LATENCY = { kind: 'trend', unit: 'ms', better: 'lower', zeroIsNormal: false } as const
const PHASE = { ...LATENCY, zeroIsNormal: true } as const
/** A time that the script itself decides on: sleep, think time, how long a socket stays open. */
const SCRIPTED_TIME = { ...LATENCY, better: 'neither' } as const
export const COUNTER = { kind: 'counter', unit: 'per-second', better: 'neither', zeroIsNormal: true } as const
export const BYTES = { ...COUNTER, unit: 'bytes-per-second' } as const
/** Work that was done: under the same load more of it is better. */
const WORK = { ...COUNTER, better: 'higher' } as const
const WORK_BYTES = { ...BYTES, better: 'higher' } as const
const GAUGE = { kind: 'gauge', unit: 'count', better: 'neither', zeroIsNormal: true } as const
export const RATE = { kind: 'rate', unit: 'ratio', better: 'neither', zeroIsNormal: true } as const

const BROWSER_FAILURES = 'browser_http_req_failed'

/**
 * Metrics that k6 itself makes. Sources: metrics/builtin.go, internal/js/modules/k6/grpc/metrics.go and
 * internal/js/modules/k6/browser/k6ext/metrics.go at https://github.com/grafana/k6/tree/v2.2.0,
 * https://grafana.com/docs/k6/latest/using-k6/metrics/reference/.
 */
const BUILT_IN: ReadonlyMap<string, MetricTraits> = new Map<string, MetricTraits>([
  [REQUEST_DURATION, { ...LATENCY, quantity: 'latency' }],
  ['http_req_waiting', LATENCY],
  ['http_req_blocked', PHASE],
  ['http_req_connecting', PHASE],
  ['http_req_tls_handshaking', PHASE],
  ['http_req_sending', PHASE],
  ['http_req_receiving', PHASE],
  ['http_req_failed', { ...RATE, better: 'lower', quantity: 'error-share' }],
  ['http_reqs', { ...WORK, quantity: 'throughput' }],
  ['iterations', { ...WORK, quantity: 'work' }],
  [ITERATION_DURATION, SCRIPTED_TIME],
  ['dropped_iterations', { ...COUNTER, better: 'lower', quantity: 'dropped-work' }],
  ['checks', { ...RATE, better: 'higher', quantity: 'passed-checks' }],
  ['group_duration', SCRIPTED_TIME],
  ['data_sent', WORK_BYTES],
  ['data_received', WORK_BYTES],
  ['vus', GAUGE],
  ['vus_max', { ...GAUGE, quantity: 'virtual-users' }],
  ['grpc_req_duration', LATENCY],
  ['grpc_streams', WORK],
  ['grpc_streams_msgs_sent', WORK],
  ['grpc_streams_msgs_received', WORK],
  ['ws_connecting', LATENCY],
  ['ws_ping', LATENCY],
  ['ws_session_duration', SCRIPTED_TIME],
  ['ws_sessions', WORK],
  ['ws_msgs_sent', WORK],
  ['ws_msgs_received', WORK],
  ['browser_http_req_duration', LATENCY],
  [BROWSER_FAILURES, { ...RATE, better: 'lower' }],
  ['browser_data_sent', WORK_BYTES],
  ['browser_data_received', WORK_BYTES],
  ['browser_web_vital_lcp', LATENCY],
  ['browser_web_vital_inp', LATENCY],
  ['browser_web_vital_fid', LATENCY],
  ['browser_web_vital_fcp', LATENCY],
  ['browser_web_vital_ttfb', LATENCY],
  ['browser_web_vital_cls', { ...PHASE, unit: 'none' }],
])

/** Latencies that end with a request, so that k6 can tell successful and failed requests apart. */
const REQUEST_TIMES: ReadonlySet<string> = new Set(
  [...BUILT_IN.keys()].filter((metric) => metric.startsWith('http_req_') && metric !== 'http_req_failed'),
)

/** The traits of a metric that k6 makes itself; null for a metric of the script. */
export function builtInTraits(metric: string): MetricTraits | null {
  return BUILT_IN.get(metric) ?? null
}

/** True for the times of an HTTP request, of which k6 keeps the successful requests apart. */
export function isRequestTime(metric: string): boolean {
  return REQUEST_TIMES.has(metric)
}

/** Times that the script itself decides on, so that they say little of the service. */
export function isScriptedTime(metric: string): boolean {
  const traits = BUILT_IN.get(metric)
  return traits?.unit === 'ms' && traits.better === 'neither'
}

/** A share of failed requests beside that of the whole service: those that a browser sent. */
export function isBrowserFailures(metric: string): boolean {
  return metric.endsWith(BROWSER_FAILURES)
}

/** What each load test over HTTP has, whatever its script measures besides. */
export function isOfEveryTest(metric: string): boolean {
  return /^(?:http_req|vus|data_)/.test(metric)
}
