import { PERCENTILES, PROBABILITIES } from './percentiles.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'

/** 20 batches of at least 50 samples. In a smaller batch, p95 would depend on one or two samples. */
const BATCHES = 20
const MIN_SAMPLES = BATCHES * 50

/**
 * Standard errors of percentiles by batch means. The samples of a run are cut into 20 batches in the order of time, and
 * the spread of a percentile between batches shows how much it varies within a run. Textbook errors are wrong if
 * consecutive requests are alike; these stay right (https://doi.org/10.1287/opre.31.6.1090, Schmeiser 1982 on the
 * number of batches).
 *
 * @param values in the order of time
 * @returns in the unit of the values; null for fewer than 1000 samples
 */
export function batchStandardErrors(values: Float64Array): ReadonlyMap<string, number> | null {
  if (values.length < MIN_SAMPLES) return null
  const space = new Float64Array(Math.ceil(values.length / BATCHES))
  const batches = Array.from({ length: BATCHES }, (_, index) => {
    const from = Math.floor((index * values.length) / BATCHES)
    const to = Math.floor(((index + 1) * values.length) / BATCHES)
    const batch = space.subarray(0, to - from)
    batch.set(values.subarray(from, to))
    return quantilesInPlace(batch, PROBABILITIES)
  })
  return standardErrorsOf(batches)
}

/** Standard errors from the percentiles of each batch. A batch has them in the order of `PROBABILITIES`. */
export function standardErrorsOf(batches: readonly (readonly number[])[]): ReadonlyMap<string, number> {
  return new Map(PERCENTILES.map(([stat], at) => [stat, standardError(batches.map((batch) => batch[at] ?? 0))]))
}

function standardError(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1) / values.length)
}
