import { median } from 'simple-statistics'
import type { Measurement, Population, Unit } from '../model/measurement.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { k6RelativeStandardError } from './k6-standard-error.ts'

/** Which number of a run: one statistic of one metric of one endpoint. */
export type SeriesKey = Readonly<{ endpoint: string | null; metric: string; stat: string }>

/** One unit of comparison: a run, or the runs of one job. Never empty. */
export type RunGroup = readonly [IdentifiedRun, ...IdentifiedRun[]]

/** What a unit says of one series. `unusable` is never read as a number and never as absent. */
export type Reading =
  | Readonly<{
      kind: 'value'
      value: number
      unit: Unit
      population: Population
      /** The fewest of its runs; null: not known of all of them. */
      sampleCount: number | null
      /** Relative standard error of a p95 that its own requests explain; null: cannot be told. */
      samplingError: number | null
    }>
  | Readonly<{ kind: 'unusable'; reason: string }>
  | Readonly<{ kind: 'absent' }>

type Value = Extract<Reading, { kind: 'value' }>

/** The measurement of a series in a run, whatever its statistics; undefined when the run does not have it. */
function measurementOf(run: IdentifiedRun, key: Omit<SeriesKey, 'stat'>): Measurement | undefined {
  return run.run.measurements.find(({ metric, endpoint }) => metric === key.metric && endpoint === key.endpoint)
}

/**
 * What a unit says of one series: the median over its runs. One unusable run makes the unit unusable, and one run
 * without the series makes it absent: a unit never gets better because part of it is missing.
 */
export function readingOf(group: RunGroup, key: SeriesKey): Reading {
  const [first, ...rest] = group
  if (rest.length === 0) return readingOfRun(first, key)
  const readings = group.map((run) => readingOfRun(run, key))
  const unusable = readings.find((reading) => reading.kind === 'unusable')
  if (unusable !== undefined) return unusable
  const values = readings.filter((reading) => reading.kind === 'value')
  return values.length < readings.length ? { kind: 'absent' } : (medianReading(values) ?? { kind: 'absent' })
}

function medianReading(values: readonly Value[]): Value | null {
  const [first] = values
  if (first === undefined) return null
  return {
    kind: 'value',
    value: median(values.map(({ value }) => value)),
    unit: values.every(({ unit }) => unit === first.unit) ? first.unit : 'none',
    population: values.every(({ population }) => population === first.population) ? first.population : 'all',
    sampleCount: worstKnown(
      values.map(({ sampleCount }) => sampleCount),
      Math.min,
    ),
    samplingError: worstKnown(
      values.map(({ samplingError }) => samplingError),
      Math.max,
    ),
  }
}

function worstKnown(numbers: readonly (number | null)[], worst: (...known: number[]) => number): number | null {
  const known = numbers.filter((one) => one !== null)
  return known.length < numbers.length ? null : worst(...known)
}

function readingOfRun(run: IdentifiedRun, key: SeriesKey): Reading {
  const measurement = measurementOf(run, key)
  if (measurement === undefined) return { kind: 'absent' }
  const { stats, unusable, unit, population, sampleCount } = measurement
  const reason = unusable.get(key.stat)
  if (reason !== undefined) return { kind: 'unusable', reason }
  const value = stats.get(key.stat)
  if (value === undefined) return { kind: 'absent' }
  if (!Number.isFinite(value) || value < 0 || (unit === 'ratio' && value > 1)) {
    return { kind: 'unusable', reason: `it is ${value}` }
  }
  const samplingError = key.stat === 'p95' ? samplingErrorOfP95(measurement) : null
  return { kind: 'value', value, unit, population, sampleCount, samplingError }
}

function samplingErrorOfP95({ stats, sampleCount }: Measurement): number | null {
  const p90 = stats.get('p90')
  const p95 = stats.get('p95')
  if (p90 === undefined || p95 === undefined || sampleCount === null) return null
  return k6RelativeStandardError({ p90, p95, count: sampleCount })
}
