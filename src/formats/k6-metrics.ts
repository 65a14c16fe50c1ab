import type { Better, MetricKind, Unit } from '../model/measurement.ts'

/** What the name of a metric says about it. */
export type MetricTraits = Readonly<{
  kind: MetricKind
  /** For a counter: the unit of its `rate`. */
  unit: Unit
  better: Better
  /** A time that is really 0 now and then: a reused connection needs no handshake. */
  zeroIsNormal: boolean
}>

const LATENCY = { kind: 'trend', unit: 'ms', better: 'lower', zeroIsNormal: false } as const
const PHASE = { ...LATENCY, zeroIsNormal: true } as const
/** A time that the script itself decides on: sleep, think time, how long a socket stays open. */
const SCRIPTED_TIME = { ...LATENCY, better: 'neither' } as const
const COUNTER = { kind: 'counter', unit: 'per-second', better: 'neither', zeroIsNormal: true } as const
const BYTES = { ...COUNTER, unit: 'bytes-per-second' } as const
/** Work that was done: under the same load more of it is better. */
const WORK = { ...COUNTER, better: 'higher' } as const
const WORK_BYTES = { ...BYTES, better: 'higher' } as const
const GAUGE = { kind: 'gauge', unit: 'count', better: 'neither', zeroIsNormal: true } as const
const RATE = { kind: 'rate', unit: 'ratio', better: 'neither', zeroIsNormal: true } as const

/**
 * Metrics that k6 itself makes. Sources: metrics/builtin.go, internal/js/modules/k6/grpc/metrics.go and
 * internal/js/modules/k6/browser/k6ext/metrics.go at https://github.com/grafana/k6/tree/v2.2.0,
 * https://grafana.com/docs/k6/latest/using-k6/metrics/reference/.
 */
const BUILT_IN: ReadonlyMap<string, MetricTraits> = new Map<string, MetricTraits>([
  ['http_req_duration', LATENCY],
  ['http_req_waiting', LATENCY],
  ['http_req_blocked', PHASE],
  ['http_req_connecting', PHASE],
  ['http_req_tls_handshaking', PHASE],
  ['http_req_sending', PHASE],
  ['http_req_receiving', PHASE],
  ['http_req_failed', { ...RATE, better: 'lower' }],
  ['http_reqs', WORK],
  ['iterations', WORK],
  ['iteration_duration', SCRIPTED_TIME],
  ['dropped_iterations', { ...COUNTER, better: 'lower' }],
  ['checks', { ...RATE, better: 'higher' }],
  ['group_duration', SCRIPTED_TIME],
  ['data_sent', WORK_BYTES],
  ['data_received', WORK_BYTES],
  ['vus', GAUGE],
  ['vus_max', GAUGE],
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
  ['browser_http_req_failed', { ...RATE, better: 'lower' }],
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

/**
 * The traits of any metric. `contains` is k6's own word for what a metric of the script holds
 * (https://grafana.com/docs/k6/latest/javascript-api/k6-metrics/trend/); null where the file does not say.
 * Which direction is good is unknown for a metric of the script, except that a time is better when it is shorter, and where the name
 * of a share or of a counter says it.
 */
export function traitsOf(metric: string, kind: MetricKind, contains: string | null): MetricTraits {
  const builtIn = BUILT_IN.get(metric)
  if (builtIn !== undefined) return builtIn
  if (kind === 'counter') return { ...(contains === 'data' ? BYTES : COUNTER), better: directionInName(metric) }
  if (kind === 'rate') return { ...RATE, better: directionInName(metric) }
  const zeroIsNormal = kind === 'gauge'
  if (contains === 'time') return { kind, unit: 'ms', better: kind === 'trend' ? 'lower' : 'neither', zeroIsNormal }
  return { kind, unit: contains === 'data' ? 'bytes' : 'none', better: 'neither', zeroIsNormal }
}

/** Words that only a share or a count of what went wrong has in its name, and those of what went well. */
const BAD_WORD = /^(?:fail|fails|failed|failures?|errors?|errored|timeouts?|rejected|dropped|lost)$/
const GOOD_WORD = /^(?:success|successes|successful|successfully|succeeded|passed|ok)$/

/** `login_errors` and `LoginErrors` should be low, `success_rate` high. A name with both kinds of words says nothing. */
function directionInName(metric: string): Better {
  const words = metric
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
  const isBad = words.some((word) => BAD_WORD.test(word))
  const isGood = words.some((word) => GOOD_WORD.test(word))
  if (isBad === isGood) return 'neither'
  return isBad ? 'lower' : 'higher'
}
