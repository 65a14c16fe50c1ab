/** A mean over simulated pull requests, with its standard error. It is a share if each pull request counts 0 or 1. */
export type Share = Readonly<{ mean: number; error: number; of: number }>

/**
 * The mean over pull requests in groups. The pull requests of a group share a baseline, so the error is that of the group sums
 * (cluster-robust: https://doi.org/10.1093/biomet/73.1.13). With groups of one, this is the usual error.
 */
export function shareOf(groups: readonly (readonly number[])[]): Share {
  const all = groups.flat()
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  const deviations = groups.map((group) => group.reduce((sum, value) => sum + value - mean, 0))
  const squares = deviations.reduce((sum, value) => sum + value ** 2, 0)
  return { mean, error: Math.sqrt(squares) / all.length, of: all.length }
}
