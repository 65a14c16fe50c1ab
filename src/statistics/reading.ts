import { median } from 'simple-statistics'
import type { Measurement, Population } from '../model/measurement.ts'
import type { IdentifiedRun } from '../model/run.ts'

/** Which number of a run: one statistic of one metric of one endpoint. */
export type SeriesKey = Readonly<{ endpoint: string | null; metric: string; stat: string }>

/** One unit of comparison: a run, or the runs of one job. Never empty. */
export type RunGroup = readonly [IdentifiedRun, ...IdentifiedRun[]]

/** What a unit says of one series. `unusable` is never read as a number and never as absent. */
export type Reading =
  | Readonly<{ kind: 'value'; value: number; population: Population; sampleCount: number | null }>
  | Readonly<{ kind: 'unusable'; reason: string }>
  | Readonly<{ kind: 'absent' }>

/** The measurement of a series in a run, whatever its statistics; undefined when the run does not have it. */
export function measurementOf(run: IdentifiedRun, key: Omit<SeriesKey, 'stat'>): Measurement | undefined {
  return run.run.measurements.find(({ metric, endpoint }) => metric === key.metric && endpoint === key.endpoint)
}

/**
 * What a unit says of one series: the median over its runs. One unusable run makes the unit unusable, and one run
 * without the series makes it absent: a unit never gets better because part of it is missing.
 * `sampleCount` is the smallest of its runs.
 */
export function readingOf(group: RunGroup, key: SeriesKey): Reading {
  const readings = group.map((run) => readingOfRun(run, key))
  const [first, ...rest] = readings
  if (first === undefined || rest.length === 0) return first ?? { kind: 'absent' }
  const unusable = readings.find((reading) => reading.kind === 'unusable')
  if (unusable !== undefined) return unusable
  const values = readings.filter((reading) => reading.kind === 'value')
  if (values.length < readings.length || first.kind !== 'value') return { kind: 'absent' }
  const counts = values.map(({ sampleCount }) => sampleCount)
  return {
    kind: 'value',
    value: median(values.map(({ value }) => value)),
    population: values.every(({ population }) => population === first.population) ? first.population : 'all',
    sampleCount: counts.includes(null) ? null : Math.min(...counts.map((count) => count ?? 0)),
  }
}

function readingOfRun(run: IdentifiedRun, key: SeriesKey): Reading {
  const measurement = measurementOf(run, key)
  if (measurement === undefined) return { kind: 'absent' }
  const reason = measurement.unusable.get(key.stat)
  if (reason !== undefined) return { kind: 'unusable', reason }
  const value = measurement.stats.get(key.stat)
  if (value === undefined) return { kind: 'absent' }
  if (!Number.isFinite(value)) return { kind: 'unusable', reason: `it is ${value}` }
  return { kind: 'value', value, population: measurement.population, sampleCount: measurement.sampleCount }
}
