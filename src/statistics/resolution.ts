/** More decimals come from a computation, not from a measurement. */
const MAX_DECIMALS = 6

/** Standard deviation of a number that was rounded to a whole one: 1 / sqrt(12). */
const ROUNDING_SD = 1 / Math.sqrt(12)

/**
 * The noise that rounding hides: a p95 of about 3 ms in whole milliseconds is the same in every run, although the true p95
 * varies. The step is the last decimal that any of the values uses, at most 1.
 *
 * @param values of one series, in its own unit
 * @returns a relative standard deviation; 0 for values with all their digits
 */
export function roundingSd(values: readonly number[]): number {
  const smallest = Math.min(...values)
  if (!(smallest > 0)) return 0
  for (let decimals = 0; decimals < MAX_DECIMALS; decimals += 1) {
    const scale = 10 ** decimals
    if (values.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-7 * scale)) {
      return ROUNDING_SD / scale / smallest
    }
  }
  return 0
}
