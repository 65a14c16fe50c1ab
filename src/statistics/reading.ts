import { median } from 'simple-statistics'
import type { Measurement, Population, Unit } from '../model/measurement.ts'
import type { IdentifiedRun, SetupSamples } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import { tailStandardErrorRatio } from './tail-standard-error.ts'

/** Which number of a run: one statistic of one metric of one endpoint. */
export type SeriesKey = Readonly<{ endpoint: string | null; metric: string; stat: string }>

/** One unit of comparison: a run, or the runs of one job. Never empty. */
export type ComparedUnit = readonly [IdentifiedRun, ...IdentifiedRun[]]

export type Value = Readonly<{
  kind: 'value'
  value: number
  unit: Unit
  population: Population
  /** The fewest of its runs; null: not known of all of them. */
  sampleCount: number | null
  /** The width of the steps that the tool's rounding makes; null: finer than any limit. */
  step: number | null
  /** Why it is shown and not judged; null: it is judged. */
  notJudged: Text | null
  /** Whether setup() and teardown() count; null: not known. */
  setupSamples: SetupSamples | null
}>

/** What a unit says of one series. `unusable` is never read as a number and never as absent. */
export type SeriesReading =
  | Value
  /** It lies between two values: several load generators shared the run and left only summaries. */
  | Readonly<{ kind: 'bounded'; lower: Value; upper: Value }>
  /** `isEmpty`: it was measured without a single sample, such as the time of successful requests where all failed. */
  | Readonly<{ kind: 'unusable'; reason: Text; isEmpty: boolean }>
  /** `hasMetric`: the metric of this endpoint was measured, and this statistic of it is not there. */
  | Readonly<{ kind: 'absent'; hasMetric: boolean }>

/** Reads series of runs. */
export type SeriesReader = Readonly<{
  /**
   * Reads one series: what a unit says of it is the centre of its runs. One unusable run makes the unit unusable, and
   * one run without the series makes it absent: a unit never gets better because part of it is missing.
   */
  read(group: ComparedUnit, key: SeriesKey): SeriesReading
  /**
   * The relative standard error that the limited number of requests alone explains, the largest of the runs: by the
   * format where it knows better, otherwise for a p95 by its tail. 0: not known.
   */
  samplingError(group: ComparedUnit, key: SeriesKey): number
}>

/** A reader for one comparison: hundreds of series are read from the same runs, and a search for each would take longest. */
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
 * Finds a measurement in a run. Runs of one load test list their measurements in the same order, so it is mostly at the
 * place where the last one was. Where it is not, an index keeps thousands of endpoints in any order from taking forever.
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

/** Position of each measurement. The first one wins where a name is there twice. */
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
  const range = bounds?.get(stat)
  if (range !== undefined) {
    const at = (value: number): Value => ({
      kind: 'value',
      value,
      unit,
      population,
      sampleCount,
      step,
      notJudged,
      setupSamples,
    })
    return { kind: 'bounded', lower: at(range.lower), upper: at(range.upper) }
  }
  const reason = unusable.size === 0 ? undefined : unusable.get(stat)
  if (reason !== undefined) return { kind: 'unusable', reason, isEmpty: sampleCount === 0 }
  const value = stats.get(stat)
  if (value === undefined) return { kind: 'absent', hasMetric: true }
  if (!Number.isFinite(value) || value < 0 || (unit === 'ratio' && value > 1)) {
    return { kind: 'unusable', reason: text`it is ${value}`, isEmpty: false }
  }
  return { kind: 'value', value, unit, population, sampleCount, step, notJudged, setupSamples }
}

/** The first bad reading of all runs; otherwise their centre. */
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

/** A centre lies between the centre of the lower and that of the upper ends. */
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
 * The centre of the runs of one job: the median of all their averages in twos, on logarithms (Hodges and Lehmann). Of three runs it
 * varies a fifth less than their median, and one slow run moves it little. A value of 0 has no logarithm: then it is the median.
 */
function centreOf(values: readonly number[]): number {
  if (values.length < 3 || values.some((value) => value <= 0)) return median(values)
  const logs = values.map(Math.log)
  const averages = logs.flatMap((left, index) => logs.slice(index).map((right) => (left + right) / 2))
  return Math.exp(median(averages))
}

/** One end of what is only known within bounds; anything else as it is. */
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

/** The design effect of requests under load: how much more a p95 varies than independent requests would make it. Measured. */
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
