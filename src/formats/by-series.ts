import type { Measurement } from '../model/measurement.ts'
import { compareText } from '../model/series.ts'

/** Sorts by name, because the order of metrics in a file means nothing. */
export function bySeries(left: Measurement, right: Measurement): number {
  return compareText(left.metric, right.metric) || compareText(left.endpoint ?? '', right.endpoint ?? '')
}
