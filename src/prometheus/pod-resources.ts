import { UserError } from '../model/errors.ts'
import { joined, listed, name, type Text, text } from '../model/text.ts'
import {
  aroundLoad,
  duringLoad,
  identityOf,
  instancesOf,
  type Lookup,
  lookup,
  medianInterval,
  nameOf,
} from './pod-series.ts'
import { type PrometheusServer, queryInstant, querySamples, type TimeSeries } from './query.ts'

/** The containers to ask about, and the time of the load. */
export type PodQuery = Readonly<{
  /** The name of the service. */
  target: string
  /** Label matchers, such as `namespace="shop",pod=~"checkout-.*"`. */
  selector: string
  startSeconds: number
  endSeconds: number
}>

/** One line of `resources.ndjson`. formats/resources.ts reads it. */
type PodSample = Readonly<{
  t: number
  target: string
  instance: string
  source: string
  cpuSeconds: number
  memoryBytes: number
  periods?: number
  throttledPeriods?: number
  oomKills?: number
  restarts?: number
  cpuLimitCores?: number
  memoryLimitBytes?: number
}>

export type PodResources = Readonly<{
  samples: readonly PodSample[]
  /**
   * The number of containers that were killed during the load because they ran out of memory, if only the state of their pods
   * tells it.
   */
  oomKills: number
  /** Whole sentences about what is not known. */
  notes: readonly Text[]
}>

/** The metrics of one exporter. */
type Family = Readonly<{ source: string; matchers: string; cpu: string; memory: string; groupedBy: string }>

/**
 * The kubelet counts the resources of each container (its built-in cAdvisor). Where it is not scraped, the metrics of the program
 * about itself are used. cAdvisor's series without a container are sums of whole pods, and the container `POD` only holds the
 * network of its pod.
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md,
 * https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics
 */
const FAMILIES: readonly Family[] = [
  {
    source: 'cadvisor',
    matchers: ',container!="",container!="POD"',
    cpu: 'container_cpu_usage_seconds_total',
    memory: 'container_memory_working_set_bytes',
    groupedBy: 'namespace',
  },
  {
    source: 'process metrics',
    matchers: '',
    cpu: 'process_cpu_seconds_total',
    memory: 'process_resident_memory_bytes',
    groupedBy: 'job',
  },
]

/**
 * Two scrapes at the slowest usual interval of one minute. One sample before the load and one after it are needed to know the
 * counters at the start and the end of the load.
 */
const MARGIN_SECONDS = 120

/**
 * Limits and restarts come from another exporter, which is scraped at other times. Prometheus itself uses a sample for as long as
 * this.
 */
const LOOKBACK_SECONDS = 300

/** Asks for all resources of the containers of a service. Throws a UserError when Prometheus has none of them. */
export async function podResources(server: PrometheusServer, query: PodQuery): Promise<PodResources> {
  const range = { startSeconds: query.startSeconds - MARGIN_SECONDS, endSeconds: query.endSeconds + MARGIN_SECONDS }
  const selector = matchersOf(query.selector)
  const ask = async (metric: string, more = '') => await querySamples(server, `${metric}{${selector}${more}}`, range)
  for (const family of FAMILIES) {
    const cpu = duringLoad(await ask(family.cpu, family.matchers), query)
    if (cpu.length > 0) return await resourcesOf(family, cpu, query, ask)
  }
  throw new UserError(await nothingFound(server, selector, query.endSeconds))
}

type Ask = (metric: string, more?: string) => Promise<readonly TimeSeries[]>

async function resourcesOf(
  family: Family,
  cpu: readonly TimeSeries[],
  query: PodQuery,
  ask: Ask,
): Promise<PodResources> {
  const others = await otherMetricsOf(family, ask)
  const samples = instancesOf(cpu)
    .flatMap(({ instance, series }) => samplesOf(series, others, query).map((one) => ({ ...one, instance })))
    .map((one) => ({ ...one, target: query.target, source: family.source }))
    .toSorted((left, right) => left.t - right.t)
  return { samples, oomKills: killedBetween(cpu, others, query), notes: notesOf(samples, query) }
}

/** The other metrics of a container, at the time of a sample. */
type OtherMetrics = Readonly<
  Record<'memory' | 'periods' | 'throttled' | 'oomEvents' | 'restarts' | 'killed' | 'cpuLimit' | 'memoryLimit', Lookup>
>

async function otherMetricsOf(family: Family, ask: Ask): Promise<OtherMetrics> {
  const own = async (metric: string) => lookup(await ask(metric, family.matchers), identityOf)
  const ofPod = async (metric: string, more = '') => lookup(await ask(metric, more), nameOf)
  const [quota, period, bytes] = [
    await own('container_spec_cpu_quota'),
    await own('container_spec_cpu_period'),
    await own('container_spec_memory_limit_bytes'),
  ]
  // The limits that the cluster knows come first. When they are not exported, the limits of the kernel are used; there 0 means no
  // limit.
  const toldCpu = await ofPod('kube_pod_container_resource_limits', ',resource="cpu"')
  const toldMemory = await ofPod('kube_pod_container_resource_limits', ',resource="memory"')
  return {
    memory: await own(family.memory),
    periods: await own('container_cpu_cfs_periods_total'),
    throttled: await own('container_cpu_cfs_throttled_periods_total'),
    oomEvents: await own('container_oom_events_total'),
    restarts: await ofPod('kube_pod_container_status_restarts_total'),
    killed: await ofPod('kube_pod_container_status_last_terminated_reason', ',reason="OOMKilled"'),
    cpuLimit: (...at) => toldCpu(...at) ?? coresOf(quota(...at), period(...at)),
    memoryLimit: (...at) => toldMemory(...at) ?? (bytes(...at) || null),
  }
}

function coresOf(quota: number | null, period: number | null): number | null {
  return quota !== null && period !== null && quota > 0 && period > 0 ? quota / period : null
}

type Counted = Omit<PodSample, 'target' | 'instance' | 'source'>

function samplesOf(series: TimeSeries, others: OtherMetrics, query: PodQuery): readonly Counted[] {
  const interval = medianInterval(series)
  return aroundLoad(series, query).points.flatMap(({ t, value: cpuSeconds }): readonly Counted[] => {
    const scraped = (which: keyof OtherMetrics) => others[which](series, t, interval)
    const told = (which: keyof OtherMetrics) => others[which](series, t, LOOKBACK_SECONDS)
    const memoryBytes = scraped('memory')
    // A sample without memory is left out. The reader then sees a gap, while a memory of 0 would be false.
    if (cpuSeconds === null || memoryBytes === null) return []
    return [
      {
        ...{ t, cpuSeconds, memoryBytes },
        ...known('periods', scraped('periods')),
        ...known('throttledPeriods', scraped('throttled')),
        ...known('oomKills', scraped('oomEvents')),
        ...known('restarts', told('restarts')),
        ...known('cpuLimitCores', told('cpuLimit')),
        ...known('memoryLimitBytes', told('memoryLimit')),
      },
    ]
  })
}

/** A killed container is gone, and the container that replaces it counts from 0. Only the pod knows about both. */
function killedBetween(cpu: readonly TimeSeries[], { restarts, killed }: OtherMetrics, query: PodQuery): number {
  const containers = new Map(cpu.map((series) => [nameOf(series), series]))
  return [...containers.values()].filter((series) => {
    const at = (t: number) => restarts(series, t, LOOKBACK_SECONDS) ?? 0
    const hasRestarted = at(query.endSeconds) > at(query.startSeconds)
    return hasRestarted && killed(series, query.endSeconds, LOOKBACK_SECONDS) === 1
  }).length
}

/** Removes the braces, which people copy together with the matchers. */
function matchersOf(selector: string): string {
  const inner = selector.trim().replace(/^\{/, '').replace(/\}$/, '').replace(/,\s*$/, '').trim()
  if (/^[a-zA-Z_]\w*\s*(?:=|!=|=~|!~)\s*"/.test(inner)) return inner
  throw new UserError(
    `The selector ${JSON.stringify(selector)} names no label. Give one such as namespace="shop",pod=~"checkout-.*",container="checkout".`,
  )
}

function known<Key extends string>(key: Key, value: number | null): { [Name in Key]?: number } {
  return value === null ? {} : ({ [key]: value } as { [Name in Key]: number })
}

function notesOf(samples: readonly PodSample[], { endSeconds }: PodQuery): readonly Text[] {
  const notes: Text[] = []
  if (samples.every(({ restarts }) => restarts === undefined)) {
    notes.push(
      text`Prometheus has no count of restarts (kube-state-metrics exports it), so a restart only shows where a counter falls.`,
    )
  }
  if (samples.every((one) => one.cpuLimitCores === undefined && one.memoryLimitBytes === undefined)) {
    notes.push(text`No limits of processor and memory are known, so the use cannot be compared with them.`)
  }
  const last = Math.max(...samples.map(({ t }) => t))
  if (last < endSeconds) {
    const seconds = (endSeconds - last).toFixed(0)
    notes.push(
      text`The last sample is ${seconds} s before the end of the load, and the resources used after it are not counted. Run the command again after the next scrape.`,
    )
  }
  return notes
}

async function nothingFound(server: PrometheusServer, selector: string, atSeconds: number): Promise<Text> {
  const available = await Promise.all(
    FAMILIES.map(async ({ cpu, groupedBy }) => {
      const found = await queryInstant(server, `count by (${groupedBy}) (${cpu})`, atSeconds)
      const values = found.flatMap(({ labels }) => labels[groupedBy] ?? []).sort()
      return values.length === 0
        ? text`no ${cpu} at all`
        : text`${cpu} of the ${groupedBy} ${listed(values.map(name), MAX_NAMED)}`
    }),
  )
  return text`Prometheus has no CPU of {${name(selector)}} in this time. At the end of this time it has ${joined(available, text`, and `)}. Check the selector and the times.`
}

const MAX_NAMED = 10
