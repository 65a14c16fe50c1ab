import { median } from 'simple-statistics'
import type { Bounds, Measurement } from '../model/measurement.ts'
import { measuredAs, type Quantity } from '../model/quantity.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'

/** One statistic over the runs of a side. `problems` has one entry for each run that does not have it. */
export type RunValues = Readonly<{ values: readonly number[]; problems: readonly Text[] }>

/** The measurement of one metric in one run; null: the run does not have it. endpoint null: the whole service. */
export function measurementIn(run: IdentifiedRun, metric: string, endpoint: string | null): Measurement | null {
  return run.run.measurements.find((one) => one.metric === metric && one.endpoint === endpoint) ?? null
}

/** What a run measured of one quantity, whatever the tool calls it; null: the run does not have it. endpoint null: the whole service. */
export function quantityIn(run: IdentifiedRun, quantity: Quantity, endpoint: string | null = null): Measurement | null {
  return measuredAs(run.run.measurements, quantity, endpoint) ?? null
}

/** Reads one statistic from every run. What is absent or unusable is a problem with words, never 0. */
export function readRuns(
  runs: readonly IdentifiedRun[],
  { metric, stat, endpoint }: Readonly<{ metric: string; stat: string; endpoint: string | null }>,
): RunValues {
  const readings = runs.map((run) => readStat(measurementIn(run, metric, endpoint), stat))
  return {
    values: readings.filter((reading) => typeof reading === 'number'),
    problems: readings.filter((reading) => typeof reading !== 'number'),
  }
}

/** Bounds of the median over all runs, where some are only known within bounds. null: a run says neither. */
export function readBounds(
  runs: readonly IdentifiedRun[],
  { metric, stat, endpoint }: Readonly<{ metric: string; stat: string; endpoint: string | null }>,
): Bounds | null {
  const all = runs.flatMap((run): Bounds | [] => {
    const measurement = measurementIn(run, metric, endpoint)
    const value = measurement?.stats.get(stat)
    return measurement?.bounds?.get(stat) ?? (value === undefined ? [] : { lower: value, upper: value })
  })
  if (all.length === 0 || all.length < runs.length) return null
  return { lower: median(all.map(({ lower }) => lower)), upper: median(all.map(({ upper }) => upper)) }
}

function readStat(measurement: Measurement | null, stat: string): number | Text {
  if (measurement === null) return text`the results do not have this metric`
  const reason = measurement.unusable.get(stat)
  if (reason !== undefined) return reason
  const value = measurement.stats.get(stat)
  if (value === undefined) return text`the results do not have ${stat} of this metric`
  return Number.isFinite(value) ? value : text`it is ${value}`
}
