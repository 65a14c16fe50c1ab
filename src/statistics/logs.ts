import type { Samples } from '../model/samples.ts'

/**
 * Natural logarithms of measured values. On logarithms a factor is a difference: +5 % is ln(1.05) everywhere.
 *
 * @param values finite and above 0, in any unit; the caller has already sorted out 0, negative and missing values, with the
 * reason
 * @returns one logarithm for each value, in the same order
 * @throws RangeError when there is no value, or one is 0, negative, infinite or NaN
 */
export function logsOf(values: readonly number[]): Samples {
  const [first, ...rest] = values.map(logOf)
  if (first === undefined) throw new RangeError('At least one measured value is needed, found none.')
  return [first, ...rest]
}

function logOf(value: number, index: number): number {
  if (value > 0 && value < Infinity) return Math.log(value)
  throw new RangeError(`Measured values must be finite and above 0, found ${value} at position ${index}.`)
}
