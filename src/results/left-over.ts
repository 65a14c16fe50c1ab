import type { Measurement } from '../model/measurement.ts'
import type { IdentifiedRun } from '../model/run.ts'

/** Fewer samples may be equal by chance. */
const MIN_SAMPLES = 5

/**
 * Some tools leave results of earlier runs in place, with no date: with a filter, or after a benchmark was removed, last run's numbers
 * look like this run's. Two runs never have the same samples to the last digit, so such a number is unusable in all but the first of them.
 */
export function withoutLeftOvers(runs: readonly IdentifiedRun[]): readonly IdentifiedRun[] {
  const firstOf = new Map<string, IdentifiedRun>()
  return runs.map((run) => {
    if (run.run.mayBeOld !== true) return run
    const measurements = run.run.measurements.map((one) => {
      const key = samplesKey(run.service, one)
      const first = key === null ? undefined : firstOf.get(key)
      if (key !== null && first === undefined) firstOf.set(key, run)
      return first === undefined ? one : unusable(one, first)
    })
    return { ...run, run: { ...run.run, measurements } }
  })
}

function samplesKey(service: string, { metric, sampleCount, stats }: Measurement): string | null {
  const isVaried = stats.get('min') !== stats.get('max')
  if ((sampleCount ?? 0) < MIN_SAMPLES || !isVaried) return null
  return JSON.stringify([service, metric, sampleCount, [...stats]])
}

function unusable(measurement: Measurement, { variant, slot }: IdentifiedRun): Measurement {
  const why = `it has the same samples as run ${slot} of the ${variant}, so it was left over and not measured. Delete the results of earlier runs before each run`
  return {
    ...measurement,
    stats: new Map(),
    unusable: new Map([...measurement.stats.keys()].map((stat) => [stat, why])),
  }
}
