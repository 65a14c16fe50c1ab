import { quantile } from 'simple-statistics'
import type { Samples } from '../model/samples.ts'

/**
 * The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, the default of R and NumPy).
 * k6 computes its own percentiles in this way:
 * https://github.com/grafana/k6/blob/87883085/metrics/sink.go (TrendSink.P).
 * simple-statistics computes type 7 only since 7.9.0, which a test holds.
 *
 * @param values in any order and any unit
 * @param probability from 0 (the smallest value) to 1 (the largest)
 * @returns the quantile in the unit of the values
 * @throws Error when the probability is outside 0 to 1
 */
export function quantileType7(values: Samples, probability: number): number {
  return quantile(values, probability)
}
