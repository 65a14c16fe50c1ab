import { median } from 'simple-statistics'

/** Neighbouring values as one point: the median, the smallest and the largest. An outlier stays visible as the smallest or the largest. */
export type Bin = Readonly<{ position: number; low: number; middle: number; high: number; count: number }>

/**
 * The values of a long series as at most `most` points, each of the same number of neighbouring positions. A short series stays as it is.
 *
 * @param values one value per position; null: none was measured
 */
export function thinned(values: readonly (number | null)[], most: number): readonly Bin[] {
  const size = Math.max(1, Math.ceil(values.length / most))
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => index * size).flatMap((start) => {
    const inside = values.slice(start, start + size)
    const known = inside.flatMap((value) => value ?? [])
    const position = start + (inside.length - 1) / 2
    if (known.length === 0) return []
    const [low, high] = [Math.min(...known), Math.max(...known)]
    return [{ position, low, middle: median(known), high, count: known.length }]
  })
}
