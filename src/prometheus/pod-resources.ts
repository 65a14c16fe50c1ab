import { UserError } from '../model/errors.ts'
import { aroundLoad, duringLoad, identityOf, instancesOf, type Lookup, lookup, nameOf, usualGap } from './pod-series.ts'
import { type PrometheusServer, queryInstant, querySamples, type TimeSeries } from './query.ts'

/** Whose counters are asked for, and of which time. */
export type PodQuery = Readonly<{
  /** The name of the service. */
  target: string
  /** Label matchers, such as `namespace="shop",pod=~"checkout-.*"`. */
  selector: string
  startSeconds: number
  endSeconds: number
}>

/** One line of `resources.ndjson`: formats/resources.ts reads it. */
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
  /** Kills for lack of memory during the load, where only the state of the pods tells. */
  oomKills: number
  /** What is not known, in whole sentences. */
  notes: readonly string[]
}>

/** Metrics of one exporter that say the same. */
type Family = Readonly<{ source: string; only: string; cpu: string; memory: string; groupedBy: string }>

/**
 * What the kubelet counts of each container (its built-in cAdvisor), else what the program counts of itself. Series without a container are
 * those of whole pods, and `POD` is the one that only holds the network.
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md, https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics
 */
const FAMILIES: readonly Family[] = [
  {
    source: 'cadvisor',
    only: ',container!="",container!="POD"',
    cpu: 'container_cpu_usage_seconds_total',
    memory: 'container_memory_working_set_bytes',
    groupedBy: 'namespace',
  },
  {
    source: 'process metrics',
    only: '',
    cpu: 'process_cpu_seconds_total',
    memory: 'process_resident_memory_bytes',
    groupedBy: 'job',
  },
]

/** Two scrapes of the slowest usual kind, one per minute: a sample before the load and one after it are needed to know the counters at its ends. */
const MARGIN_SECONDS = 120

/** What is scraped elsewhere, as limits are, has times of its own. Prometheus itself takes a sample for current as long as this. */
const LOOKBACK_SECONDS = 300

/** Asks for all that is known of the containers of a service. Throws a UserError where nothing is. */
export async function podResources(server: PrometheusServer, query: PodQuery): Promise<PodResources> {
  const range = { startSeconds: query.startSeconds - MARGIN_SECONDS, endSeconds: query.endSeconds + MARGIN_SECONDS }
  const selector = matchersOf(query.selector)
  const ask = async (metric: string, more = '') => await querySamples(server, `${metric}{${selector}${more}}`, range)
  for (const family of FAMILIES) {
    const cpu = duringLoad(await ask(family.cpu, family.only), query)
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
  const beside = await besideOf(family, ask)
  const samples = instancesOf(cpu)
    .flatMap(({ name, series }) => samplesOf(series, beside, query).map((one) => ({ ...one, instance: name })))
    .map((one) => ({ ...one, target: query.target, source: family.source }))
    .toSorted((left, right) => left.t - right.t)
  return { samples, oomKills: killedBetween(cpu, beside, query), notes: notesOf(samples, query) }
}

/** What else is known of a container at the time of a sample. */
type Beside = Readonly<
  Record<'memory' | 'periods' | 'throttled' | 'oomEvents' | 'restarts' | 'killed' | 'cpuLimit' | 'memoryLimit', Lookup>
>

async function besideOf(family: Family, ask: Ask): Promise<Beside> {
  const own = async (metric: string) => lookup(await ask(metric, family.only), identityOf)
  const ofPod = async (metric: string, more = '') => lookup(await ask(metric, more), nameOf)
  const [quota, period, bytes] = [
    await own('container_spec_cpu_quota'),
    await own('container_spec_cpu_period'),
    await own('container_spec_memory_limit_bytes'),
  ]
  // What the cluster was told; where nobody exports that, what the kernel was told, for which 0 is no limit.
  const toldCpu = await ofPod('kube_pod_container_resource_limits', ',resource="cpu"')
  const toldMemory = await ofPod('kube_pod_container_resource_limits', ',resource="memory"')
  return {
    memory: await own(family.memory),
    periods: await own('container_cpu_cfs_periods_total'),
    throttled: await own('container_cpu_cfs_throttled_periods_total'),
    oomEvents: await own('container_oom_events_total'),
    restarts: await ofPod('kube_pod_container_status_restarts_total'),
    killed: await ofPod('kube_pod_container_status_last_terminated_reason', ',reason="OOMKilled"'),
    cpuLimit: (...at) => toldCpu(...at) ?? ratioOf(quota(...at), period(...at)),
    memoryLimit: (...at) => toldMemory(...at) ?? (bytes(...at) || null),
  }
}

function ratioOf(quota: number | null, period: number | null): number | null {
  return quota !== null && period !== null && quota > 0 && period > 0 ? quota / period : null
}

type Counted = Omit<PodSample, 'target' | 'instance' | 'source'>

function samplesOf(series: TimeSeries, beside: Beside, query: PodQuery): readonly Counted[] {
  const interval = usualGap(series)
  return aroundLoad(series, query).points.flatMap(({ t, value: cpuSeconds }): readonly Counted[] => {
    const scraped = (which: keyof Beside) => beside[which](series, t, interval)
    const told = (which: keyof Beside) => beside[which](series, t, LOOKBACK_SECONDS)
    const memoryBytes = scraped('memory')
    // Without its memory a sample would be half of one: the gap is seen, and 0 would be a lie.
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

/** A container that was killed is gone, and the one that came after it counts from 0: only the pod knows both. */
function killedBetween(cpu: readonly TimeSeries[], { restarts, killed }: Beside, query: PodQuery): number {
  const containers = new Map(cpu.map((series) => [nameOf(series), series]))
  return [...containers.values()].filter((series) => {
    const at = (t: number) => restarts(series, t, LOOKBACK_SECONDS) ?? 0
    const isAgain = at(query.endSeconds) > at(query.startSeconds)
    return isAgain && killed(series, query.endSeconds, LOOKBACK_SECONDS) === 1
  }).length
}

/** The matchers without the braces that people copy with them. */
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

function notesOf(samples: readonly PodSample[], { endSeconds }: PodQuery): readonly string[] {
  const notes: string[] = []
  if (samples.every(({ restarts }) => restarts === undefined)) {
    notes.push('Nobody counts restarts here (kube-state-metrics does): they are seen where counters fall.')
  }
  if (samples.every((one) => one.cpuLimitCores === undefined && one.memoryLimitBytes === undefined)) {
    notes.push('No limits are known, so there are no shares of them.')
  }
  const last = Math.max(...samples.map(({ t }) => t))
  if (last < endSeconds) {
    const seconds = (endSeconds - last).toFixed(0)
    notes.push(
      `The last sample is ${seconds} s before the end, and what was used after it does not count. Ask again after the next scrape.`,
    )
  }
  return notes
}

async function nothingFound(server: PrometheusServer, selector: string, atSeconds: number): Promise<string> {
  const there = await Promise.all(
    FAMILIES.map(async ({ cpu, groupedBy }) => {
      const found = await queryInstant(server, `count by (${groupedBy}) (${cpu})`, atSeconds)
      const values = found.flatMap(({ labels }) => labels[groupedBy] ?? []).sort()
      const more = values.length > MAX_NAMED ? ' and others' : ''
      return values.length === 0
        ? `no ${cpu} at all`
        : `${cpu} of the ${groupedBy} ${values.slice(0, MAX_NAMED).join(', ')}${more}`
    }),
  )
  return `Prometheus has no CPU of {${selector}} in this time. At its end it has ${there.join(', and ')}. Check the selector and the times.`
}

const MAX_NAMED = 10
