import type { Better, Unit } from './measurement.ts'

/** What a run says of the processor and the memory of its service: the statistic that is compared first. */
export const RESOURCE_STATS: ReadonlyMap<
  string,
  Readonly<{ stats: readonly string[]; unit: Unit; better: Better }>
> = new Map([
  ['cpu_per_request', { stats: ['avg'], unit: 'ms', better: 'lower' }],
  ['cpu_cores', { stats: ['avg'], unit: 'none', better: 'neither' }],
  ['memory', { stats: ['max', 'avg'], unit: 'bytes', better: 'lower' }],
  ['memory_of_limit', { stats: ['max'], unit: 'ratio', better: 'lower' }],
  ['cpu_throttled', { stats: ['rate'], unit: 'ratio', better: 'lower' }],
])
