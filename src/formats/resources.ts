import { type infer as Infer, literal, number, object, optional, string } from 'zod'
import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import { RESOURCE_STATS } from '../model/resources.ts'

/**
 * `resources.ndjson`: counters of the service while the load ran, one JSON object a line. Counters and never percentages: a difference of
 * two is exact over any window, survives a gap, and shows a restart as a fall.
 */
const amount = number().min(0).max(1e15)
const sample = object({
  /** Seconds since 1970, by the clock of the load generator. */
  t: amount,
  target: string().max(64),
  /** One process or container. A new one is a restart. */
  instance: optional(string().max(64)),
  cpuSeconds: amount,
  memoryBytes: amount,
  periods: optional(amount),
  throttledPeriods: optional(amount),
  oomKills: optional(amount),
  memoryLimitBytes: optional(amount),
})
const loadStart = object({ t: amount, event: literal('load-start') })
const loadEnd = object({ t: amount, event: literal('load-end') })

type Sample = Readonly<Infer<typeof sample>>

/** What was sampled, in the order of time. */
export type ResourceRecord = Readonly<{
  startSeconds: number
  endSeconds: number
  samples: readonly Sample[]
}>

/** Reads the file. A last line that was cut off is left out; everything else that is wrong throws a UserError with its line. */
export function parseResources(text: string): ResourceRecord {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const values = lines.map((line, index) => parseLine(line, index + 1))
  const cut = last === '' ? undefined : tryJson(last)
  if (cut !== undefined) values.push(cut)
  const samples: Sample[] = []
  let startSeconds: number | null = null
  let endSeconds: number | null = null
  for (const [index, value] of values.entries()) {
    const start = loadStart.safeParse(value)
    const end = loadEnd.safeParse(value)
    if (start.success) startSeconds = start.data.t
    else if (end.success) endSeconds = end.data.t
    else samples.push(parseSample(value, index + 1))
  }
  if (startSeconds === null || endSeconds === null || endSeconds <= startSeconds) {
    throw new UserError(
      'resources.ndjson does not say when the load began and ended: it needs a line with the event load-start and one with load-end.',
    )
  }
  return { startSeconds, endSeconds, samples: samples.toSorted((left, right) => left.t - right.t) }
}

function parseLine(line: string, number: number): unknown {
  const value = tryJson(line)
  if (value === undefined) throw new UserError(`resources.ndjson, line ${number} is not JSON.`)
  return value
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseSample(value: unknown, line: number): Sample {
  const parsed = sample.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`resources.ndjson, line ${line}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}.`)
}

/** A counter that nobody looked at for longer than this at an end of the load is not known there: two intervals. */
const MAX_INTERVALS_AT_ENDS = 2
/** Memory is not a counter: what it was in a longer gap than this share of the load, nobody knows. */
const MAX_GAP_SHARE = 0.1

/**
 * What the service used while the load ran.
 *
 * @param requests those of the same time; null: not known
 */
export function measureResources(record: ResourceRecord, requests: number | null): readonly Measurement[] {
  const { startSeconds, endSeconds, samples } = record
  const seconds = endSeconds - startSeconds
  const within = samples.filter(({ t }) => t >= startSeconds && t <= endSeconds)
  const instances = byInstance(samples)
  const restarts = instances.reduce((sum, own) => sum + restartsOf(own, record), 0)
  const oomKills = instances.reduce((sum, own) => sum + rise(own, ({ oomKills }) => oomKills ?? 0), 0)
  const wrong = interruption(restarts, oomKills)
  const atEnds = wrong ?? problemAtEnds(samples, record)
  const inGap = wrong ?? problemInGap(within, record)
  const cpuSeconds = instances.reduce((sum, own) => sum + used(own, ({ cpuSeconds }) => cpuSeconds, record), 0)
  const memory = memoryOf(within)
  const throttled = throttledShare(instances, record)
  const ofLimit = shareOfLimit(within)
  return [
    gauge(
      'cpu_per_request',
      'avg',
      requests ? (1000 * cpuSeconds) / requests : null,
      atEnds ?? unknownRequests(requests),
    ),
    gauge('cpu_cores', 'avg', cpuSeconds / seconds, atEnds),
    ...(throttled === null ? [] : [gauge('cpu_throttled', 'rate', throttled, atEnds)]),
    {
      ...gauge('memory', 'max', memory?.max ?? null, inGap),
      ...(inGap === null && memory !== null ? { stats: new Map(Object.entries(memory)) } : {}),
    },
    ...(ofLimit === null ? [] : [gauge('memory_of_limit', 'max', ofLimit, inGap)]),
    count('restarts', restarts),
    count('oom_kills', oomKills),
  ]
}

function byInstance(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const found = new Map<string, Sample[]>()
  for (const one of samples) {
    const key = JSON.stringify([one.target, one.instance ?? ''])
    const own = found.get(key)
    if (own === undefined) found.set(key, [one])
    else own.push(one)
  }
  return [...found.values()]
}

/** A counter that falls, and an instance that was not there from the beginning. */
function restartsOf(own: readonly Sample[], record: ResourceRecord): number {
  const falls = own.filter(({ cpuSeconds }, index) => cpuSeconds < (own[index - 1]?.cpuSeconds ?? 0)).length
  const first = own[0]?.t ?? record.startSeconds
  const isLate = first > record.startSeconds + MAX_INTERVALS_AT_ENDS * intervalOf(record.samples)
  return falls + (isLate ? 1 : 0)
}

function interruption(restarts: number, oomKills: number): string | null {
  if (oomKills > 0) return 'the service ran out of memory and was killed during the load'
  return restarts > 0 ? 'the service was restarted during the load' : null
}

function unknownRequests(requests: number | null): string | null {
  return requests ? null : 'the number of requests of the whole load is not known'
}

function problemAtEnds(samples: readonly Sample[], { startSeconds, endSeconds }: ResourceRecord): string | null {
  const limit = MAX_INTERVALS_AT_ENDS * intervalOf(samples)
  const isNear = (end: number): boolean => samples.some(({ t }) => Math.abs(t - end) <= limit)
  return isNear(startSeconds) && isNear(endSeconds) ? null : 'nothing was sampled when the load began or ended'
}

function problemInGap(within: readonly Sample[], { startSeconds, endSeconds }: ResourceRecord): string | null {
  const times = [startSeconds, ...within.map(({ t }) => t), endSeconds]
  const gap = Math.max(...times.map((time, index) => time - (times[index - 1] ?? time)))
  // Where samples are a second apart, a load of a few seconds has no smaller gap.
  if (gap <= Math.max(MAX_GAP_SHARE * (endSeconds - startSeconds), MAX_INTERVALS_AT_ENDS * intervalOf(within)))
    return null
  return `nothing was sampled for ${gap.toFixed(1)} s of the load`
}

/** The usual time between two samples of one instance. Those of several may be taken in turn, as the metrics API of Kubernetes does. */
function intervalOf(samples: readonly Sample[]): number {
  const gaps = byInstance(samples).flatMap((own) => own.slice(1).map(({ t }, index) => t - (own[index]?.t ?? t)))
  return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0
}

function rise(own: readonly Sample[], counter: (one: Sample) => number): number {
  const [first, last] = [own[0], own.at(-1)]
  return first === undefined || last === undefined ? 0 : Math.max(0, counter(last) - counter(first))
}

/** How much a counter rose between the ends of the load. */
function used(
  own: readonly Sample[],
  counter: (one: Sample) => number,
  { startSeconds, endSeconds }: ResourceRecord,
): number {
  return valueAt(own, counter, endSeconds) - valueAt(own, counter, startSeconds)
}

/** Between two samples the counter is taken to rise evenly; before the first and after the last it stays. */
function valueAt(own: readonly Sample[], counter: (one: Sample) => number, time: number): number {
  const after = own.findIndex(({ t }) => t >= time)
  const [left, right] = after === -1 ? [own.at(-1), own.at(-1)] : [own[after - 1] ?? own[after], own[after]]
  if (left === undefined || right === undefined) return 0
  if (right.t === left.t) return counter(left)
  return counter(left) + ((time - left.t) / (right.t - left.t)) * (counter(right) - counter(left))
}

/** Of the largest instance at each time. */
function memoryOf(within: readonly Sample[]): Readonly<{ max: number; avg: number }> | null {
  const largest = new Map<number, number>()
  for (const { t, memoryBytes } of within) largest.set(t, Math.max(memoryBytes, largest.get(t) ?? 0))
  const values = [...largest.values()]
  if (values.length === 0) return null
  return { max: Math.max(...values), avg: values.reduce((sum, one) => sum + one, 0) / values.length }
}

/** null: nothing limits the processor. */
function throttledShare(instances: readonly (readonly Sample[])[], record: ResourceRecord): number | null {
  const sum = (counter: (one: Sample) => number): number =>
    instances.reduce((total, own) => total + used(own, counter, record), 0)
  const periods = sum(({ periods }) => periods ?? 0)
  return periods > 0 ? sum(({ throttledPeriods }) => throttledPeriods ?? 0) / periods : null
}

/** null: no limit, or one that is not the same throughout. */
function shareOfLimit(within: readonly Sample[]): number | null {
  const [limit, ...others] = new Set(within.map(({ memoryLimitBytes }) => memoryLimitBytes))
  if (!limit || others.length > 0) return null
  return Math.max(...within.map(({ memoryBytes }) => memoryBytes)) / limit
}

function gauge(metric: string, stat: string, value: number | null, problem: string | null): Measurement {
  const { unit, better } = RESOURCE_STATS.get(metric) ?? { unit: 'none', better: 'lower' }
  const isKnown = problem === null && value !== null
  return {
    metric,
    endpoint: null,
    kind: 'gauge',
    unit,
    better,
    population: 'all',
    sampleCount: null,
    stats: new Map(isKnown ? [[stat, value]] : []),
    unusable: new Map(isKnown ? [] : [[stat, problem ?? 'nothing was sampled during the load']]),
  }
}

function count(metric: string, value: number): Measurement {
  return { ...gauge(metric, 'count', value, null), kind: 'counter', unit: 'count' }
}
