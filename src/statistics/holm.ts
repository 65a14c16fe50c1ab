/**
 * Holm's step-down correction (https://www.jstor.org/stable/4615733): with adjusted p-values read against alpha, the
 * chance of even one false alarm in the whole family stays below alpha, whatever depends on what.
 *
 * @param pValues one a test, between 0 and 1
 * @returns adjusted p-values in the same order, at most 1; empty for no tests
 * @throws RangeError when a p-value is not between 0 and 1
 */
export function holmAdjust(pValues: readonly number[]): readonly number[] {
  const ascending = pValues
    .map((pValue, index) => ({ pValue: requireProbability(pValue), index }))
    .sort((left, right) => left.pValue - right.pValue)
  const adjusted = new Array<number>(pValues.length)
  let largest = 0
  for (const [rank, { pValue, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValue))
    adjusted[index] = largest
  }
  return adjusted
}

function requireProbability(pValue: number): number {
  if (pValue >= 0 && pValue <= 1) return pValue
  throw new RangeError(`A p-value must be between 0 and 1, found ${pValue}.`)
}
