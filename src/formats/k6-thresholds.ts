import { UserError } from '../model/errors.ts'
import type { ScriptThreshold } from '../model/measurement.ts'
import { text } from '../model/text.ts'
import { objectAt, pathTo, quote } from './foreign-json.ts'
import type { MetricEntry } from './metric-values.ts'

/**
 * The thresholds of one metric of a summary.
 *
 * @param isCrossed null: k6 does not write such a value
 * @param written what k6 writes instead, for the message
 */
export function thresholdsAt(
  { key, path, metric }: MetricEntry,
  isCrossed: (outcome: unknown) => boolean | null,
  written: string,
): readonly ScriptThreshold[] {
  if (metric.thresholds === undefined) return []
  const thresholds = objectAt(`${path}.thresholds`, metric.thresholds)
  return Object.entries(thresholds).map(([expression, outcome]) => {
    const crossed = isCrossed(outcome)
    if (crossed !== null) return { metric: key, expression, crossed }
    throw new UserError(
      text`${pathTo(`${path}.thresholds`, expression)} is ${quote(outcome)}, where k6 writes ${written}.`,
    )
  })
}
