/** What a service has used so far, as one source counts it. An absent number is not known, and never 0. */
export type Counters = Readonly<{
  /** One process tree or container. A restart has another name. */
  instance: string
  source: 'procfs' | 'cgroup1' | 'cgroup2' | 'engine'
  cpuSeconds: number
  memoryBytes: number
  memoryPeakBytes?: number
  periods?: number
  throttledPeriods?: number
  throttledSeconds?: number
  oomKills?: number
  cpuLimitCores?: number
  memoryLimitBytes?: number
}>

/** Where the counters of a service are read. */
export type CounterSource = Readonly<{
  /** null: it does not run at this moment. */
  read(): Promise<Counters | null>
  /** How often the kernel killed it, or a part of it, because memory ran out, since the source was made. */
  oomKills(): Promise<number>
}>
