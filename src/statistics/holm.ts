/**
 * Adjusts p-values so that all claims together are wrong with the error rate of one (Holm 1979, https://www.jstor.org/stable/4615733).
 * Each result can be compared with the error rate directly.
 *
 * @param pValues in any order
 * @param weights how much of the error rate each claim is given, above 0; the same for all where they are absent
 * @returns adjusted p-values in the order they came in, at most 1; empty for no claims
 * @throws RangeError when a p-value is not between 0 and 1
 */
export function holmAdjust(pValues: readonly number[], weights?: readonly number[]): readonly number[] {
  const claims = pValues.map((pValue, index) => ({
    pValue: requireProbability(pValue),
    index,
    weight: weights?.[index] ?? 1,
  }))
  const ordered = claims.toSorted((left, right) => left.pValue / left.weight - right.pValue / right.weight)
  const adjusted = new Map<number, number>()
  let left = claims.reduce((sum, { weight }) => sum + weight, 0)
  let largest = 0
  for (const { pValue, index, weight } of ordered) {
    largest = Math.max(largest, Math.min(1, (pValue * left) / weight))
    adjusted.set(index, largest)
    left -= weight
  }
  return pValues.map((_, index) => adjusted.get(index) ?? 1)
}

function requireProbability(pValue: number): number {
  if (pValue >= 0 && pValue <= 1) return pValue
  throw new RangeError(`A p-value must be between 0 and 1, found ${pValue}.`)
}
