import { median } from 'simple-statistics'
import type { Measurement, Population, Unit } from '../model/measurement.ts'
import type { IdentifiedRun, SetupSamples } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import { tailStandardErrorRatio } from './tail-standard-error.ts'

/** Names one number of a run: one statistic of one metric of one endpoint. */
export type SeriesKey = Readonly<{ endpoint: string | null; metric: string; stat: string }>

/** One unit of comparison: a run, or the runs of one job. Never empty. */
export type ComparedUnit = readonly [IdentifiedRun, ...IdentifiedRun[]]

export type Value = Readonly<{
  kind: 'value'
  value: number
  unit: Unit
  population: Population
  /** The smallest number of samples among its runs; null: not known for every run. */
  sampleCount: number | null
  /** The width of the steps to which the tool rounds; null: finer than any limit. */
  step: number | null
  /** Why the value is shown and not judged; null: the value is judged. */
  notJudged: Text | null
  /** Whether setup() and teardown() count; null: not known. */
  setupSamples: SetupSamples | null
}>

/** The value of one series in one unit. `unusable` never counts as a number, and never as absent. */
export type SeriesReading =
  | Value
  /** The value lies between two bounds: several load generators shared the run and wrote only summaries. */
  | Readonly<{ kind: 'bounded'; lower: Value; upper: Value }>
  /** `isEmpty`: the metric has no sample, such as the time of successful requests when all requests failed. */
  | Readonly<{ kind: 'unusable'; reason: Text; isEmpty: boolean }>
  /** `hasMetric`: the metric of this endpoint was measured, but not this statistic. */
  | Readonly<{ kind: 'absent'; hasMetric: boolean }>

/** Reads series of runs. */
export type SeriesReader = Readonly<{
  /**
   * Reads one series of a unit: the centre of its runs. If one run is unusable, the unit is unusable. If one run does not have
   * the series, the unit does not have it either. A unit must never become better because a part of it is missing.
   */
  read(group: ComparedUnit, key: SeriesKey): SeriesReading
  /**
   * The relative standard error that follows from the limited number of requests, the largest of all runs. It comes from the
   * format if the format knows it; otherwise, for a p95, from the tail. 0: not known.
   */
  samplingError(group: ComparedUnit, key: SeriesKey): number
}>

/** A reader for one comparison. Hundreds of series are read from the same runs, so the reader remembers where measurements are. */
export function seriesReader(): SeriesReader {
  const find = measurementFinder()
  return {
    read([first, ...rest], key) {
      const readOne = (run: IdentifiedRun) => readingOf(find(run, key), key.stat, run.run.setupSamples ?? null)
      const reading = readOne(first)
      return rest.length === 0 ? reading : combined(reading, rest, readOne)
    },
    samplingError(group, key) {
      return Math.max(...group.map((run) => samplingErrorOf(find(run, key), key.stat)))
    },
  }
}

/**
 * Finds a measurement in a run. It first tries the position of the last hit, because runs of one load test list their
 * measurements in the same order. Otherwise it looks in a map: a scan for each of thousands of endpoints would be quadratic.
 */
function measurementFinder(): (run: IdentifiedRun, key: SeriesKey) => Measurement | undefined {
  const indexes = new Map<IdentifiedRun, MeasurementIndex>()
  let position = 0
  return (run, { metric, endpoint }) => {
    const { measurements } = run.run
    const here = measurements[position]
    if (here?.metric === metric && here.endpoint === endpoint) return here
    const index = indexes.get(run) ?? indexOf(run)
    indexes.set(run, index)
    position = index.get(metric)?.get(endpoint) ?? position
    const found = measurements[position]
    return found?.metric === metric && found.endpoint === endpoint ? found : undefined
  }
}

/** Position of each measurement. If a name occurs twice, the first position counts. */
type MeasurementIndex = ReadonlyMap<string, ReadonlyMap<string | null, number>>

function indexOf({ run }: IdentifiedRun): MeasurementIndex {
  const index = new Map<string, Map<string | null, number>>()
  for (const [position, { metric, endpoint }] of run.measurements.entries()) {
    const ofMetric = index.get(metric)
    if (ofMetric === undefined) index.set(metric, new Map([[endpoint, position]]))
    else if (!ofMetric.has(endpoint)) ofMetric.set(endpoint, position)
  }
  return index
}

function readingOf(
  measurement: Measurement | undefined,
  stat: string,
  setupSamples: SetupSamples | null,
): SeriesReading {
  if (measurement === undefined) return { kind: 'absent', hasMetric: false }
  const { stats, unusable, unit, population, sampleCount, bounds } = measurement
  const step = measurement.steps?.get(stat) ?? null
  const notJudged = measurement.notJudged?.get(stat) ?? null
  const facts = { kind: 'value', unit, population, sampleCount, step, notJudged, setupSamples } as const
  const range = bounds?.get(stat)
  if (range !== undefined)
    return { kind: 'bounded', lower: { ...facts, value: range.lower }, upper: { ...facts, value: range.upper } }
  const reason = unusable.size === 0 ? undefined : unusable.get(stat)
  if (reason !== undefined) return { kind: 'unusable', reason, isEmpty: sampleCount === 0 }
  const value = stats.get(stat)
  if (value === undefined) return { kind: 'absent', hasMetric: true }
  if (!isPossible(value, unit)) return { kind: 'unusable', reason: text`it is ${value}`, isEmpty: false }
  return { ...facts, value }
}

/**
 * 10^18 ms is older than the universe, and 10^18 bytes are more than any service has; light travels less than a nucleus in 10^-18 ms.
 * A number beyond is damaged data. It would also leave the numbers that the logarithms of a comparison can carry.
 */
const LARGEST = 1e18

function isPossible(value: number, unit: Unit): boolean {
  if (!Number.isFinite(value) || value < 0 || value > (unit === 'ratio' ? 1 : LARGEST)) return false
  return value === 0 || value >= 1 / LARGEST
}

/** The first unusable reading of all runs; without one, the centre of the runs. */
function combined(
  first: SeriesReading,
  rest: readonly IdentifiedRun[],
  read: (run: IdentifiedRun) => SeriesReading,
): SeriesReading {
  const readings = [first, ...rest.map(read)]
  const unusable = readings.find(({ kind }) => kind === 'unusable')
  if (unusable !== undefined) return unusable
  if (readings.some(({ kind }) => kind === 'bounded')) return combinedBounds(readings)
  const values: number[] = []
  let all: SeriesReading = first
  for (const reading of readings) {
    if (reading.kind !== 'value' || all.kind !== 'value') return absentOf(readings)
    values.push(reading.value)
    all = withFactsOfBoth(all, reading)
  }
  return all.kind === 'value' ? { ...all, value: centreOf(values) } : all
}

/** The centre of values within bounds lies between the centre of the lower bounds and the centre of the upper bounds. */
function combinedBounds(readings: readonly SeriesReading[]): SeriesReading {
  const [lower, upper] = (['lower', 'upper'] as const).map((end) =>
    combinedEnds(readings.map((one) => endOf(one, end))),
  )
  return lower?.kind === 'value' && upper?.kind === 'value' ? { kind: 'bounded', lower, upper } : absentOf(readings)
}

function combinedEnds(readings: readonly SeriesReading[]): SeriesReading {
  const values = readings.flatMap((one) => (one.kind === 'value' ? [one] : []))
  const [first, ...rest] = values
  if (first === undefined || values.length < readings.length) return absentOf(readings)
  return { ...rest.reduce(withFactsOfBoth, first), value: centreOf(values.map(({ value }) => value)) }
}

function absentOf(readings: readonly SeriesReading[]): SeriesReading {
  return { kind: 'absent', hasMetric: readings.some((one) => one.kind !== 'absent' || one.hasMetric) }
}

/**
 * The centre of the runs of one job: the median of the averages of all pairs of runs, on logarithms (Hodges and Lehmann). With
 * three runs it varies a fifth less than their median, and one slow run changes it little. A value of 0 has no logarithm: then
 * the centre is the median.
 */
function centreOf(values: readonly number[]): number {
  if (values.length < 3 || values.some((value) => value <= 0)) return median(values)
  const logs = values.map(Math.log)
  const averages = logs.flatMap((left, index) => logs.slice(index).map((right) => (left + right) / 2))
  return Math.exp(median(averages))
}

/** One bound of a value that is only known within bounds; any other reading unchanged. */
export function endOf(reading: SeriesReading, end: 'lower' | 'upper'): SeriesReading {
  return reading.kind === 'bounded' ? reading[end] : reading
}

function withFactsOfBoth(left: Value, right: Value): Value {
  const known = left.sampleCount !== null && right.sampleCount !== null
  return {
    kind: 'value',
    value: left.value,
    unit: left.unit === right.unit ? left.unit : 'none',
    population: left.population === right.population ? left.population : 'all',
    sampleCount: known ? Math.min(left.sampleCount, right.sampleCount) : null,
    notJudged: left.notJudged ?? right.notJudged,
    step: left.step === null && right.step === null ? null : Math.max(left.step ?? 0, right.step ?? 0),
    setupSamples: [left, right].find((one) => one.setupSamples === 'counted')?.setupSamples ?? right.setupSamples,
  }
}

/** The design effect of requests under load (measured): the variance of a p95, divided by its variance if the requests were independent. */
const DESIGN_EFFECT = 1.6

function samplingErrorOf(measurement: Measurement | undefined, stat: string): number {
  if (measurement === undefined) return 0
  const { stats, sampleCount } = measurement
  const value = stats.get(stat) ?? 0
  const known = measurement.standardErrors?.get(stat)
  if (known !== undefined && value > 0) return known / value
  const p90 = stats.get('p90')
  if (stat !== 'p95' || p90 === undefined || sampleCount === null) return 0
  return DESIGN_EFFECT * (tailStandardErrorRatio({ p90, p95: value, count: sampleCount }) ?? 0)
}
