import { UserError } from '../model/errors.ts'
import type { Bounds, Measurement, ScriptThreshold } from '../model/measurement.ts'
import { formatValue } from '../model/numbers.ts'
import type { Run } from '../model/run.ts'
import { distinct, type Text, text } from '../model/text.ts'
import { bySeries } from './by-series.ts'

/**
 * Merges the summaries of several load generators into one run. Counts, shares and averages can be added exactly.
 * Percentiles cannot: the percentile of all samples does not follow from the percentiles of the parts, and is only
 * known to lie between the smallest and the largest of them. These are the `bounds`, and the text in `unusable` says
 * what to do.
 * https://grafana.com/docs/k6/latest/testing-guides/running-distributed-tests/
 */
export function mergeSummaries(parts: readonly Run[]): Run {
  const [first] = parts
  if (first === undefined) throw new UserError('There is no part of a run to read.')
  if (parts.length === 1) return first
  requireSameScript(parts)
  requireSameSelection(parts)
  const durationMs = longest(parts)
  const groups = new Map<string, Measurement[]>()
  for (const measurement of parts.flatMap((part) => part.measurements)) {
    const key = JSON.stringify([measurement.metric, measurement.endpoint])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [measurement])
    else group.push(measurement)
  }
  return {
    ...first,
    toolVersion: parts.every(({ toolVersion }) => toolVersion === first.toolVersion) ? first.toolVersion : null,
    durationMs,
    measurements: [...groups.values()]
      .map((group) => mergeMeasurements(group, parts.length, durationMs))
      .sort(bySeries),
    thresholds: mergeThresholds(parts),
    notes: [
      ...distinct(parts.flatMap(({ notes }) => notes)),
      text`${parts.length} load generators shared the run.${parts.some(({ thresholds }) => thresholds.length > 0) ? text` Each load generator judged the k6 thresholds on its own part.` : []}`,
    ],
    ...setupSamplesOf(parts),
    timeline: null,
    distribution: null,
  }
}

function requireSameScript(parts: readonly Run[]): void {
  const hashes = new Set(parts.map(({ scriptHash }) => scriptHash))
  if (hashes.size > 1)
    throw new UserError('The load generators of this run ran different scripts, so their results are not one run.')
}

function requireSameSelection(parts: readonly Run[]): void {
  const selections = new Set(parts.map(({ selection }) => selection?.applied ?? null))
  if (selections.size > 1)
    throw new UserError(
      `The load generators of this run count different samples: ${[...selections].map((one) => one ?? 'all').join(' and ')}. Give all of them the same policy.`,
    )
}

/** k6 runs setup() only once, on any of the load generators. */
function setupSamplesOf(parts: readonly Run[]): Pick<Run, 'setupSamples'> {
  const all = parts.map(({ setupSamples }) => setupSamples)
  const most = (['counted', 'left-out', 'none'] as const).find((one) => all.includes(one))
  return most === undefined ? {} : { setupSamples: most }
}

/**
 * Load generators run at the same time, so the run is as long as its longest part. null if the duration of any part is
 * unknown.
 */
function longest(parts: readonly Run[]): number | null {
  const durations = parts.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
  return durations.length === parts.length ? Math.max(...durations) : null
}

function mergeMeasurements(group: readonly Measurement[], generators: number, durationMs: number | null): Measurement {
  const [first] = group
  if (first === undefined) throw new RangeError('A group of measurements is never empty.')
  const counts = group.map(({ sampleCount }) => sampleCount)
  const merged = {
    ...first,
    population: group.every(({ population }) => population === first.population) ? first.population : 'all',
    sampleCount: counts.every((count) => count !== null) ? sum(counts) : null,
    standardErrors: null,
  } as const
  if (first.kind === 'counter') return { ...merged, ...mergeCounters(group, durationMs) }
  if (first.kind === 'rate') return { ...merged, ...mergeRates(group) }
  if (first.kind === 'gauge') return { ...merged, ...mergeGauges(group, generators) }
  return { ...merged, ...mergeTrends(group) }
}

type Merged = Pick<Measurement, 'stats' | 'unusable'> & Partial<Pick<Measurement, 'bounds'>>

/** A generator that counted nothing does not write the counter, and is left out. */
function mergeCounters(group: readonly Measurement[], durationMs: number | null): Merged {
  const problem = firstProblem(group.filter(({ stats }) => !stats.has('count')))
  const counts = group.flatMap(({ stats }) => stats.get('count') ?? [])
  if (problem !== null && counts.length === 0) return { stats: new Map(), unusable: problem }
  const count = sum(counts)
  if (durationMs === null)
    return {
      stats: new Map([['count', count]]),
      unusable: new Map([['rate', text`the duration of the run is unknown`]]),
    }
  return {
    stats: new Map([
      ['count', count],
      ['rate', (count * 1000) / durationMs],
    ]),
    unusable: new Map(),
  }
}

function mergeRates(group: readonly Measurement[]): Merged {
  const measured = withSamples(group)
  const problem = firstProblem(measured)
  const samples = sum(measured.map(({ sampleCount }) => sampleCount ?? 0))
  if (problem !== null || samples === 0)
    return { stats: new Map(), unusable: problem ?? new Map([['rate', text`no samples`]]) }
  const passes = sum(
    measured.map(({ stats, sampleCount }) => Math.round((stats.get('rate') ?? 0) * (sampleCount ?? 0))),
  )
  return { stats: new Map([['rate', passes / samples]]), unusable: new Map() }
}

/**
 * Only numbers of virtual users can be added. For other gauges the extremes are known, and the last value is unknown.
 */
function mergeGauges(group: readonly Measurement[], generators: number): Merged {
  const problem = firstProblem(group)
  if (problem !== null) return { stats: new Map(), unusable: problem }
  const all = (stat: string): readonly number[] => group.flatMap(({ stats }) => stats.get(stat) ?? [])
  const isUsers = group[0]?.metric === 'vus_max' && group.length === generators
  if (isUsers)
    return { stats: new Map(['value', 'min', 'max'].map((stat) => [stat, sum(all(stat))])), unusable: new Map() }
  return {
    stats: new Map([
      ['min', Math.min(...all('min'))],
      ['max', Math.max(...all('max'))],
    ]),
    unusable: new Map([['value', text`each load generator has its own last value`]]),
  }
}

function mergeTrends(group: readonly Measurement[]): Merged {
  const measured = withSamples(group)
  const [first] = measured
  if (first === undefined) return { stats: new Map(), unusable: group[0]?.unusable ?? new Map() }
  if (measured.some(({ population }) => population !== first.population)) {
    const why = text`some load generators tell successful requests apart and some do not`
    return { stats: new Map(), unusable: new Map([...first.stats.keys()].map((stat) => [stat, why])) }
  }
  const stats = new Map<string, number>()
  const unusable = new Map<string, Text>()
  const bounds = new Map<string, Bounds>()
  for (const stat of new Set(measured.flatMap((one) => [...one.stats.keys(), ...one.unusable.keys()]))) {
    const values = measured.flatMap((one) => one.stats.get(stat) ?? [])
    const merged = values.length === measured.length ? mergeStat(stat, values, measured) : null
    if (typeof merged === 'number') stats.set(stat, merged)
    else if (merged === null)
      unusable.set(
        stat,
        measured.map((one) => one.unusable.get(stat)).find((why) => why !== undefined) ??
          text`some load generators do not have it`,
      )
    else {
      bounds.set(stat, merged)
      unusable.set(
        stat,
        text`only known to lie between ${formatValue(merged.lower, first.unit)} and ${formatValue(merged.upper, first.unit)}, because ${measured.length} load generators left summaries, which cannot be merged. Upload raw points or digests.`,
      )
    }
  }
  return { stats, unusable, bounds }
}

function mergeStat(stat: string, values: readonly number[], parts: readonly Measurement[]): number | Bounds | null {
  const lower = Math.min(...values)
  const upper = Math.max(...values)
  if (stat === 'min') return lower
  if (stat === 'max') return upper
  if (stat !== 'avg') return parts.length === 1 ? lower : { lower, upper }
  const counts = parts.flatMap(({ sampleCount }) => sampleCount ?? [])
  if (counts.length < parts.length) return { lower, upper }
  return sum(values.map((value, index) => value * (counts[index] ?? 0))) / sum(counts)
}

/** The parts with samples. A generator without samples of a metric does not affect it. */
function withSamples(group: readonly Measurement[]): readonly Measurement[] {
  return group.filter(({ sampleCount }) => sampleCount !== 0)
}

function firstProblem(group: readonly Measurement[]): ReadonlyMap<string, Text> | null {
  return group.find(({ unusable }) => unusable.size > 0)?.unusable ?? null
}

function mergeThresholds(parts: readonly Run[]): readonly ScriptThreshold[] {
  const merged = new Map<string, ScriptThreshold>()
  for (const threshold of parts.flatMap(({ thresholds }) => thresholds)) {
    const key = JSON.stringify([threshold.metric, threshold.expression])
    const crossed = threshold.crossed || merged.get(key)?.crossed === true
    merged.set(key, { ...threshold, crossed })
  }
  return [...merged.values()]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
