import type { Unit } from '../model/measurement.ts'
import { RESOURCE_STATS } from '../model/resources.ts'

/**
 * k6's own metrics, so that a budget with the wrong unit is an error of the policy file and not a limit that never bites:
 * https://grafana.com/docs/k6/latest/using-k6/metrics/reference/
 */
const TIMES =
  /^(?:http_req_(?:duration|waiting|sending|receiving|connecting|tls_handshaking|blocked)|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|grpc_req_duration|browser_(?:http_req_duration|web_vital_(?:fcp|fid|inp|lcp|ttfb)))$/
const SHARES: ReadonlySet<string> = new Set(['http_req_failed', 'checks', 'browser_http_req_failed'])
const COUNTERS: ReadonlySet<string> = new Set([
  'http_reqs',
  'iterations',
  'dropped_iterations',
  'ws_sessions',
  'ws_msgs_sent',
  'ws_msgs_received',
])
const VOLUMES: ReadonlySet<string> = new Set([
  'data_sent',
  'data_received',
  'browser_data_sent',
  'browser_data_received',
])

const RESOURCE_EXAMPLES: Readonly<Partial<Record<Unit, string>>> = { ms: '2ms', bytes: '512MiB', ratio: '80%' }

/** The unit of one statistic of one of k6's own metrics, with an example; null: not known, any unit may be right. */
export function metricUnit(metric: string, stat: string): Readonly<{ unit: Unit; example: string }> | null {
  const resource = RESOURCE_STATS.get(metric)
  if (resource !== undefined) {
    return resource.stats.includes(stat)
      ? { unit: resource.unit, example: RESOURCE_EXAMPLES[resource.unit] ?? '2' }
      : null
  }
  if (TIMES.test(metric)) return stat === 'count' ? { unit: 'none', example: '1000' } : { unit: 'ms', example: '300ms' }
  if (SHARES.has(metric)) return stat === 'rate' ? { unit: 'ratio', example: '1%' } : null
  if (COUNTERS.has(metric))
    return stat === 'rate' ? { unit: 'per-second', example: '100/s' } : { unit: 'none', example: '1000' }
  if (VOLUMES.has(metric)) {
    return stat === 'rate' ? { unit: 'bytes-per-second', example: '10MB/s' } : { unit: 'bytes', example: '512MiB' }
  }
  return null
}

/** Of these, the script or the point of view decides what is good: a session may be meant to last. */
const EITHER_WAY = /^(?:iteration_duration|group_duration|ws_session_duration)$/

/**
 * The only direction that can be good of one of k6's own metrics: nobody wants slower requests or fewer passed checks. null: it may be
 * either. Fewer bytes or fewer requests for the same page are a gain to some.
 */
export function onlyDirection(metric: string): 'lower' | 'higher' | null {
  if (metric === 'checks') return 'higher'
  if (SHARES.has(metric) || metric === 'dropped_iterations') return 'lower'
  return TIMES.test(metric) && !EITHER_WAY.test(metric) ? 'lower' : null
}
