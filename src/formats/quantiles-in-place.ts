import { quickselect } from 'simple-statistics'

/**
 * Quantiles by linear interpolation between order statistics (type 7), as k6 computes them: TrendSink.P in
 * https://github.com/grafana/k6/blob/v2.2.0/metrics/sink.go. It rearranges the values and allocates no memory.
 *
 * @param values at least one
 * @param probabilities from 0 to 1, ascending
 */
export function quantilesInPlace(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  let placed = -1
  const valueAt = (rank: number): number => {
    // Values before the last selected rank are not larger than its value, so only the values after it are searched.
    if (rank > placed) quickselect(values as unknown as number[], rank, Math.max(placed, 0))
    placed = Math.max(placed, rank)
    return values[rank] ?? Number.NaN
  }
  return probabilities.map((probability) => {
    const position = probability * (values.length - 1)
    const below = valueAt(Math.floor(position))
    return below + (valueAt(Math.ceil(position)) - below) * (position % 1)
  })
}
