import type { Measurement } from '../model/measurement.ts'
import { RESOURCE_STATS } from '../model/resources.ts'
import type { SampledService } from '../model/sampled-service.ts'
import { isText, type Text, text } from '../model/text.ts'
import { memoryGrowthPerSecond } from './memory-growth.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'
import { type Instance, instancesOf, largest, limitOf, ratesOf, type Window } from './resource-counters.ts'
import { cpuSeconds } from './resource-cpu.ts'
import { RESOURCES } from './resource-registry.ts'
import type { ResourceRecord, ResourceSample } from './resources.ts'

/**
 * The longest gap between an end of the load and the nearest sample: two intervals. After a longer gap, the counter at
 * that end is not known.
 */
const MAX_INTERVALS_AT_ENDS = 2
/**
 * The longest gap between samples of memory, as a share of the load. Memory is not a counter, so its course in a longer
 * gap is unknown.
 */
const MAX_GAP_SHARE = 0.1

/** The part of the load that counts, and the number of requests in it. */
export type Counted = Readonly<{
  excludeFirstMs: number
  excludeLastMs: number
  /** null: not known. */
  requests: number | null
}>

/** Measures what the service used during the load. */
export function measureResources(record: ResourceRecord, counted: Counted): readonly Measurement[] {
  const { samples } = record
  const window = windowOf(record, counted)
  const within = samples.filter(({ t }) => t >= window.startSeconds && t <= window.endSeconds)
  const instances = instancesOf(samples)
  // The whole load is checked: if the service crashed in the excluded part, the rest of the load ran on a different
  // instance.
  const limits = presenceLimitsOf(record)
  const restarts = restartsIn(instances, limits)
  const oomKills = Math.max(
    record.oomKills,
    instances.reduce((sum, own) => sum + oomKillsOf(own, limits), 0),
  )
  const wrong = interruption(restarts, oomKills) ?? emptyWindow(window)
  const problems = {
    'both-ends': wrong ?? problemAtEnds(samples, window),
    'all-the-time': wrong ?? problemInGap(within, window),
  }
  const load = { window, within, instances, requests: counted.requests }
  const measured = RESOURCES.flatMap(({ metric, needs, measure }) => {
    const values = measure(load)
    return values === null ? [] : [gauge(metric, problems[needs] ?? values)]
  })
  return [...measured, count('restarts', restarts), count('oom_kills', oomKills)]
}

/** How the service was set up, and how much its busiest instance used. */
export function sampledService(record: ResourceRecord, counted: Counted): SampledService {
  const window = windowOf(record, counted)
  const instances = instancesOf(record.samples)
  const sources = [...new Set(record.samples.flatMap(({ source }) => source ?? []))].sort()
  const p90 = instances.flatMap((own) => {
    const rates = ratesOf([own], cpuSeconds, window)
    return rates.length === 0 ? [] : quantilesInPlace(Float64Array.from(rates), [0.9])
  })
  return {
    source: sources.length === 0 ? null : sources.join(', '),
    instances: instances.length,
    seconds: window.endSeconds - window.startSeconds,
    busiestCores: p90.length === 0 ? null : largest(p90),
    cpuLimitCores: limitOf(record.samples, 'cpuLimitCores'),
    memoryLimitBytes: limitOf(record.samples, 'memoryLimitBytes'),
    memoryGrowthBytesPerRequest: growthPerRequest(record, window, counted),
    memoryPeakBytes: peakOf(record),
  }
}

function growthPerRequest({ samples }: ResourceRecord, window: Window, { requests }: Counted): number | null {
  const perSecond = memoryGrowthPerSecond(samples, window)
  const seconds = window.endSeconds - window.startSeconds
  return perSecond === null || !requests ? null : (perSecond * seconds) / requests
}

function peakOf({ samples }: ResourceRecord): number | null {
  const peaks = samples.flatMap(({ memoryPeakBytes }) => memoryPeakBytes ?? [])
  return peaks.length === 0 ? null : largest(peaks)
}

function windowOf({ startSeconds, endSeconds }: ResourceRecord, { excludeFirstMs, excludeLastMs }: Counted): Window {
  return { startSeconds: startSeconds + excludeFirstMs / 1000, endSeconds: endSeconds - excludeLastMs / 1000 }
}

function emptyWindow({ startSeconds, endSeconds }: Window): Text | null {
  return endSeconds > startSeconds ? null : text`the policy leaves out the whole load`
}

/** Counts counters that fall, instances that started late, and instances that ended early. */
function restartsIn(instances: readonly Instance[], limits: PresenceLimits): number {
  const late = instances.filter((own) => isLate(own, limits)).length
  const early = instances.filter((own) => isEarly(own, limits)).length
  // An instance that ended and an instance that started are together one restart.
  return Math.max(late, early) + instances.reduce((sum, own) => sum + ownRestarts(own), 0)
}

function ownRestarts(own: Instance): number {
  const falls = own.filter(({ cpuSeconds }, index) => cpuSeconds < (own[index - 1]?.cpuSeconds ?? 0)).length
  return Math.max(falls, (own.at(-1)?.restarts ?? 0) - (own[0]?.restarts ?? 0))
}

/**
 * An instance counts as present during the whole load if it was first seen by `latestFirst` and last seen at
 * `earliestLast` or later.
 */
type PresenceLimits = Readonly<{ latestFirst: number; earliestLast: number }>

function presenceLimitsOf({ startSeconds, endSeconds, samples }: ResourceRecord): PresenceLimits {
  const limit = limitAtEnds(samples)
  // If all instances end early, the sampler itself may have ended.
  const last = Math.min(endSeconds, samples.at(-1)?.t ?? endSeconds)
  return { latestFirst: startSeconds + limit, earliestLast: last - limit }
}

function isLate(own: Instance, { latestFirst }: PresenceLimits): boolean {
  return (own[0]?.t ?? latestFirst) > latestFirst
}

function isEarly(own: Instance, { earliestLast }: PresenceLimits): boolean {
  return (own.at(-1)?.t ?? earliestLast) < earliestLast
}

/** The counter of an instance that started during the load began at 0. */
function oomKillsOf(own: Instance, limits: PresenceLimits): number {
  const first = isLate(own, limits) ? 0 : (own[0]?.oomKills ?? 0)
  return Math.max(0, (own.at(-1)?.oomKills ?? 0) - first)
}

function interruption(restarts: number, oomKills: number): Text | null {
  if (oomKills > 0) return text`the service ran out of memory and was killed during the load`
  return restarts > 0 ? text`the service was restarted during the load` : null
}

function limitAtEnds(samples: readonly ResourceSample[]): number {
  return MAX_INTERVALS_AT_ENDS * intervalOf(samples)
}

function problemAtEnds(samples: readonly ResourceSample[], { startSeconds, endSeconds }: Window): Text | null {
  const limit = limitAtEnds(samples)
  const isNear = (end: number): boolean => samples.some(({ t }) => Math.abs(t - end) <= limit)
  return isNear(startSeconds) && isNear(endSeconds) ? null : text`nothing was sampled when the load began or ended`
}

/** Looks for the longest gap of any single instance. While only other instances were sampled, its use is unknown. */
function problemInGap(within: readonly ResourceSample[], { startSeconds, endSeconds }: Window): Text | null {
  const gap = largest(
    [[], ...instancesOf(within)].map((own) => {
      const times = [startSeconds, ...(own.length === 0 ? within : own).map(({ t }) => t), endSeconds]
      return largest(times.map((time, index) => time - (times[index - 1] ?? time)))
    }),
  )
  // The gap may always be two intervals: with samples a second apart, the gaps of a short load exceed its share.
  if (gap <= Math.max(MAX_GAP_SHARE * (endSeconds - startSeconds), limitAtEnds(within))) return null
  return text`nothing was sampled for ${gap.toFixed(1)} s of the load`
}

/** The usual time between two samples of an instance. The longest counts if instances differ. */
function intervalOf(samples: readonly ResourceSample[]): number {
  return largest([0, ...instancesOf(samples).map(usualGap)])
}

function usualGap(own: Instance): number {
  const gaps = own.slice(1).map(({ t }, index) => t - (own[index]?.t ?? t))
  return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0
}

/**
 * @param values the statistics, or a text that says why none is known. If the first statistic of the metric is unknown,
 * all are left out.
 */
function gauge(metric: string, values: Readonly<Record<string, number | null>> | Text): Measurement {
  const { unit, better, stats } = RESOURCE_STATS.get(metric) ?? { unit: 'none', better: 'lower', stats: ['count'] }
  const [first = ''] = stats
  const known = Object.entries(isText(values) ? {} : values).flatMap(([stat, value]) =>
    value === null ? [] : [[stat, value] as const],
  )
  const isKnown = known.some(([stat]) => stat === first)
  const why = isText(values) ? values : text`nothing was sampled during the load`
  return {
    metric,
    endpoint: null,
    kind: 'gauge',
    unit,
    better,
    population: 'all',
    sampleCount: null,
    stats: new Map(isKnown ? known : []),
    unusable: new Map(isKnown ? [] : stats.map((stat) => [stat, why])),
  }
}

function count(metric: string, value: number): Measurement {
  return { ...gauge(metric, { count: value }), kind: 'counter', unit: 'count' }
}
