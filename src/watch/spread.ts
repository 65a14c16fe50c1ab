/** One observation, and the part of its variance that comes from counting alone. */
export type Observation = Readonly<{ value: number; countingVariance: number }>

/**
 * The variance of observations beyond counting, pooled within the groups. It is never below 0: otherwise a few observations that
 * agree by chance would prove anything.
 */
export function varianceBeyondCounting(groups: readonly (readonly Observation[])[]): number {
  const all = groups.flat()
  const squares = groups.reduce((sum, group) => sum + squaresOf(group.map(({ value }) => value)), 0)
  const counting = mean(all.map(({ countingVariance }) => countingVariance))
  return Math.max(0, squares / (all.length - groups.length) - counting)
}

/** The mean of a group, and the variance of that mean. */
export function meanOf(
  group: readonly Observation[],
  beyondCounting: number,
): Readonly<{ value: number; variance: number }> {
  const variance = group.reduce((sum, { countingVariance }) => sum + beyondCounting + countingVariance, 0)
  return { value: mean(group.map(({ value }) => value)), variance: variance / group.length ** 2 }
}

function squaresOf(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
