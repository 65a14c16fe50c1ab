/** A mean over simulated pull requests, a share where each counts 0 or 1, and its standard error. */
export type Share = Readonly<{ mean: number; error: number; of: number }>

/**
 * The mean over pull requests that come in groups. Those of one group share what they are compared with, so the error is that of
 * the group sums (cluster-robust: https://doi.org/10.1093/biomet/73.1.13). Groups of one give the usual error.
 */
export function shareOf(groups: readonly (readonly number[])[]): Share {
  const all = groups.flat()
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  const deviations = groups.map((group) => group.reduce((sum, value) => sum + value - mean, 0))
  const squares = deviations.reduce((sum, value) => sum + value ** 2, 0)
  return { mean, error: Math.sqrt(squares) / all.length, of: all.length }
}
