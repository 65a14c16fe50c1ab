import type { MetricTraits } from '../model/k6-metrics.ts'
import { type Text, text } from '../model/text.ts'

/** The values of one metric in a file, by our names of statistics. */
export type MetricValues = ReadonlyMap<string, number | null>

/** The usable statistics of a metric, and why the others are unusable. */
export type Usable = Readonly<{
  stats: ReadonlyMap<string, number>
  unusable: ReadonlyMap<string, Text>
  sampleCount: number | null
}>

/**
 * JSON writes `null` for Infinity and NaN. The machine-readable summary writes it for statistics that were not
 * requested.
 */
const NULL = text`the file has null: the value was not finite, or summaryTrendStats does not name it`

/** A counter has `count`, and `rate` per second. If the file has no rate, it is computed from the duration. */
export function usableCounter(values: MetricValues, durationMs: number | null, unusableWhenZero: boolean): Usable {
  const count = values.get('count') ?? null
  if (count === null) return allUnusable(['count', 'rate'], text`the file has no count`)
  if (!Number.isFinite(count) || count < 0) return allUnusable(['count', 'rate'], text`${count} is not a count`)
  if (count === 0 && unusableWhenZero) return allUnusable(['count', 'rate'], text`no request was made`)
  const rate = values.get('rate') ?? (durationMs === null ? null : (count * 1000) / durationMs)
  const stats = new Map([['count', count]])
  if (rate === null)
    return { stats, unusable: new Map([['rate', text`the duration of the run is unknown`]]), sampleCount: null }
  if (!Number.isFinite(rate) || rate < 0) {
    return { stats, unusable: new Map([['rate', text`${rate} per second is not a rate`]]), sampleCount: null }
  }
  return { stats: stats.set('rate', rate), unusable: new Map(), sampleCount: null }
}

/** A gauge has its last `value`, `min` and `max`. */
export function usableGauge(values: MetricValues): Usable {
  return { ...parted([...values], (_, value) => problemWith(value)), sampleCount: null }
}

/** The statistics that can be used, and why the others cannot. */
function parted(
  values: readonly (readonly [string, number | null])[],
  problemOf: (stat: string, value: number) => Text | null,
): Pick<Usable, 'stats' | 'unusable'> {
  const stats = new Map<string, number>()
  const unusable = new Map<string, Text>()
  for (const [stat, value] of values) {
    const why = value === null ? NULL : problemOf(stat, value)
    if (value === null || why !== null) unusable.set(stat, why ?? NULL)
    else stats.set(stat, value)
  }
  return { stats, unusable }
}

/**
 * A rate metric is the share of true samples. It is always computed from the counts, because k6 up to v0.29 writes 0 as
 * its value: grafana/k6#1611.
 */
export function usableRate(values: MetricValues): Usable {
  const passes = values.get('passes') ?? null
  const fails = values.get('fails') ?? null
  if (passes === null || fails === null) return allUnusable(['rate'], text`the file does not have both counts`)
  if (!isCount(passes) || !isCount(fails))
    return allUnusable(['rate'], text`${passes} and ${fails} are not both counts`)
  const sampleCount = passes + fails
  if (sampleCount === 0) return { ...allUnusable(['rate'], text`no samples`), sampleCount: 0 }
  return { stats: new Map([['rate', passes / sampleCount]]), unusable: new Map(), sampleCount }
}

/** Facts about a trend besides its statistics. */
export type TrendContext = Readonly<{
  traits: MetricTraits
  /** The number of samples by another metric of the file. The trend's own `count` takes precedence. */
  sampleCount: number | null
  /** Why no sample counts. null: there are samples. */
  problem: Text | null
}>

/** k6 writes 0 for every statistic of a trend without samples. That must not look like a fast run. */
export function usableTrend(values: MetricValues, context: TrendContext): Usable {
  const own = values.get('count') ?? null
  const statistics = [...values].filter(([stat]) => stat !== 'count')
  const names = statistics.map(([stat]) => stat)
  if (own !== null && !isCount(own)) return allUnusable(names, text`its count is ${own}, which is not a valid count`)
  const sampleCount = own ?? context.sampleCount
  if (context.problem !== null) return { ...allUnusable(names, context.problem), sampleCount: 0 }
  if (isWithoutSamples(statistics, own, sampleCount, context.traits)) {
    return { ...allUnusable(names, text`no samples: k6 writes 0 for a metric that was never measured`), sampleCount: 0 }
  }
  const problemOf = (stat: string, value: number) => problemWith(value) ?? problemWithTime(stat, value, context.traits)
  return { ...parted(statistics, problemOf), sampleCount }
}

/**
 * Whether a trend has no samples. Without `count`, the only sign is that every statistic is 0. The phases of a request
 * are often really 0, so for them the number of requests decides.
 */
function isWithoutSamples(
  statistics: readonly (readonly [string, number | null])[],
  own: number | null,
  counted: number | null,
  traits: MetricTraits,
): boolean {
  if (own !== null) return own === 0
  if (counted === 0) return true
  const present = statistics.filter(([, value]) => value !== null)
  if (present.length === 0 || present.some(([, value]) => value !== 0)) return false
  return !(traits.zeroIsNormal && counted !== null)
}

/** Why a statistic of any metric cannot be used. null: it can. */
export function problemWithStat(stat: string, value: number, traits: MetricTraits): Text | null {
  const why = problemWith(value) ?? (traits.kind === 'trend' ? problemWithTime(stat, value, traits) : null)
  if (why !== null || traits.kind === 'gauge' || traits.kind === 'trend') return why
  if (value < 0) return text`${value} is not a ${stat}`
  return traits.kind === 'rate' && value > 1 ? text`${value} is not a share` : null
}

function problemWith(value: number): Text | null {
  return Number.isFinite(value) ? null : text`the value is ${value}`
}

function problemWithTime(stat: string, value: number, traits: MetricTraits): Text | null {
  if (traits.unit !== 'ms') return null
  if (value < 0) return text`${value} ms is not a time`
  const isLatency = traits.better === 'lower' && !traits.zeroIsNormal
  return value === 0 && isLatency && stat !== 'min' ? text`0 ms is not a possible time` : null
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function allUnusable(stats: readonly string[], why: Text): Usable {
  return { stats: new Map(), unusable: new Map(stats.map((stat) => [stat, why])), sampleCount: null }
}
