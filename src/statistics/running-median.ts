import { median } from 'simple-statistics'

/** Values on each side: a window of seven. */
const HALF_WINDOW = 3

/** The median of the values around each value, in their order: the level of a series at each position, without its outliers. */
export function runningMedians(values: readonly number[]): readonly number[] {
  return values.map((_, index) => median(values.slice(Math.max(0, index - HALF_WINDOW), index + HALF_WINDOW + 1)))
}
