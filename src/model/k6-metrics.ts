import type { Better, MetricKind, Unit } from './measurement.ts'
import type { Quantity } from './quantity.ts'

/* The names of k6 metrics. They are here and not in formats/, because policies and stored runs name them too. */

/** What follows from the name of a metric. */
export type MetricTraits = Readonly<{
  kind: MetricKind
  /** For a counter: the unit of its `rate`. */
  unit: Unit
  better: Better
  /** The time is sometimes really 0: a reused connection needs no handshake. */
  zeroIsNormal: boolean
  /** The quantity, if the gate uses it. */
  quantity?: Quantity
}>

/** The tool of results that do not name their tool: they were stored before other tools could be read. */
export const UNNAMED_TOOL = 'k6'

/** The metric that services are gated on if neither the policy nor the results name one. */
export const REQUEST_DURATION = 'http_req_duration'
/** What a script without requests can be gated on. */
export const ITERATION_DURATION = 'iteration_duration'

const LATENCY = { kind: 'trend', unit: 'ms', better: 'lower', zeroIsNormal: false } as const
const PHASE = { ...LATENCY, zeroIsNormal: true } as const
/** A time that the script itself decides on: sleep, think time, how long a socket stays open. */
const SCRIPTED_TIME = { ...LATENCY, better: 'neither' } as const
export const COUNTER = { kind: 'counter', unit: 'per-second', better: 'neither', zeroIsNormal: true } as const
export const BYTES = { ...COUNTER, unit: 'bytes-per-second' } as const
/** Work that was done. Under the same load, more work is better. */
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

/** Latencies that end with a request, so k6 can separate successful and failed requests. */
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

/** The share of failed requests that a browser sent, which k6 writes beside the share of the whole service. */
export function isBrowserFailures(metric: string): boolean {
  return metric.endsWith(BROWSER_FAILURES)
}

/** Metrics that every load test over HTTP has. */
export function isOfEveryTest(metric: string): boolean {
  return /^(?:http_req|vus|data_)/.test(metric)
}
