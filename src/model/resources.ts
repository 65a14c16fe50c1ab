import type { Better, Measurement, Unit } from './measurement.ts'

/** The metrics of processor and memory, each with the statistic that is compared first. */
export const RESOURCE_STATS: ReadonlyMap<
  string,
  Readonly<{ stats: readonly string[]; unit: Unit; better: Better }>
> = new Map([
  ['cpu_per_request', { stats: ['avg'], unit: 'ms', better: 'lower' }],
  ['cpu_cores', { stats: ['avg', 'p95', 'max'], unit: 'none', better: 'neither' }],
  ['cpu_of_limit', { stats: ['max'], unit: 'ratio', better: 'lower' }],
  ['cpu_throttled', { stats: ['rate'], unit: 'ratio', better: 'lower' }],
  ['memory', { stats: ['max', 'avg', 'p95'], unit: 'bytes', better: 'lower' }],
  ['memory_of_limit', { stats: ['max'], unit: 'ratio', better: 'lower' }],
])

/** Whether a measurement is a resource of the service, and not a metric of a script with the same name. A gauge of k6 has a `value`. */
export function isResource({ metric, endpoint, kind, stats }: Measurement): boolean {
  return endpoint === null && kind === 'gauge' && RESOURCE_STATS.has(metric) && !stats.has('value')
}

const EVENTS: ReadonlySet<string> = new Set(['restarts', 'oom_kills'])

/** Resources that were used, and events that were counted at the same time. */
export function isSampled(one: Measurement): boolean {
  return isResource(one) || (one.kind === 'counter' && one.endpoint === null && EVENTS.has(one.metric))
}
