import type { Series } from '../../model/comparison.ts'
import type { IdentifiedRun } from '../../model/run.ts'

/** The value of one series in one run; null if the run has no value or the value cannot be used. */
export function runValue({ run }: IdentifiedRun, key: Pick<Series, 'endpoint' | 'metric' | 'stat'>): number | null {
  const measurement = run.measurements.find(
    ({ metric, endpoint }) => metric === key.metric && endpoint === key.endpoint,
  )
  if (measurement === undefined || measurement.unusable.has(key.stat)) return null
  const value = measurement.stats.get(key.stat)
  return value !== undefined && Number.isFinite(value) ? value : null
}
