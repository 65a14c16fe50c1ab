import type { StoredRun } from '../model/baseline.ts'
import type { Measurement } from '../model/measurement.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'

/** Two measurements with fewer samples may have equal numbers by chance. */
const MIN_SAMPLES = 5

/**
 * Some tools leave the results of earlier runs in place, without a date. After a filter, or after a benchmark was removed, the
 * numbers of the last run then look like numbers of this run. Two runs never have the same samples to the last digit. So if a
 * measurement occurs again, only its first occurrence is usable.
 */
export function withoutLeftOvers(
  runs: readonly IdentifiedRun[],
  stored: readonly StoredRun[] = [],
): readonly IdentifiedRun[] {
  if (!runs.some(({ run }) => run.mayBeOld === true)) return runs
  const storedWith = new Map<string, StoredRun>()
  for (const one of stored) {
    for (const measurement of one.run.run.measurements) {
      const key = samplesKey(one.run.service, measurement)
      if (key !== null) storedWith.set(key, one)
    }
  }
  const firstOf = new Map<string, IdentifiedRun>()
  return runs.map((run) => {
    if (run.run.mayBeOld !== true) return run
    const measurements = run.run.measurements.map((one) => {
      const key = samplesKey(run.service, one)
      if (key === null) return one
      const recorded = storedWith.get(key)
      if (recorded !== undefined && !isSameRun(run, recorded))
        return unusable(one, text`the run that was recorded for ${name(recorded.commit.slice(0, 7))}`)
      const first = firstOf.get(key)
      if (first !== undefined) return unusable(one, text`run ${first.runNumber} of the ${first.side}`)
      firstOf.set(key, run)
      return one
    })
    return { ...run, run: { ...run.run, measurements } }
  })
}

/** The same run may be judged again after it was recorded. */
function isSameRun({ source, testedCommit }: IdentifiedRun, { run, commit }: StoredRun): boolean {
  if (testedCommit !== null && (commit.startsWith(testedCommit) || testedCommit.startsWith(commit))) return true
  return source.artifactId !== null && source.artifactId === run.source.artifactId && source.path === run.source.path
}

function samplesKey(service: string, { metric, sampleCount, stats }: Measurement): string | null {
  const isVaried = stats.get('min') !== stats.get('max')
  if ((sampleCount ?? 0) < MIN_SAMPLES || !isVaried) return null
  // Sorted, because a store sorts the statistics.
  return JSON.stringify([service, metric, sampleCount, [...stats].sort(([left], [right]) => (left < right ? -1 : 1))])
}

function unusable(measurement: Measurement, other: Text): Measurement {
  const why = text`it has the same samples as ${other}, so it is left over from an earlier run. Delete the results of earlier runs before each run`
  return {
    ...measurement,
    stats: new Map(),
    unusable: new Map([...measurement.stats.keys()].map((stat) => [stat, why])),
  }
}
