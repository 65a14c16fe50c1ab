/** What a service has used so far, according to one source. An absent number is unknown; it is not 0. */
export type Counters = Readonly<{
  /** Identifies one process tree or container. After a restart it is another text. */
  instance: string
  source: 'procfs' | 'cgroup1' | 'cgroup2' | 'engine'
  cpuSeconds: number
  memoryBytes: number
  memoryPeakBytes?: number
  periods?: number
  throttledPeriods?: number
  oomKills?: number
  cpuLimitCores?: number
  memoryLimitBytes?: number
}>

/** A place from which the counters of a service are read. */
export type CounterSource = Readonly<{
  /** null: the service does not run at this moment. */
  read(): Promise<Counters | null>
  /** How often the kernel killed the service, or a part of it, for lack of memory since this source was created. */
  oomKills(): Promise<number>
}>
