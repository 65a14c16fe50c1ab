/** One test of a family. With a larger weight it gets a larger part of the error rate. */
export type WeightedTest = Readonly<{ pValue: number; weight: number }>

/**
 * Holm's step-down correction with weights (Holm 1979, section 4: https://www.jstor.org/stable/4615733): with adjusted p-values
 * read against alpha, the chance of even one false alarm in the whole family stays below alpha, whatever depends on what.
 * With equal weights it is the plain correction.
 *
 * @param tests p-values between 0 and 1, weights above 0
 * @returns adjusted p-values in the same order, at most 1; empty for no tests
 * @throws RangeError when a p-value is not between 0 and 1, or a weight is not above 0
 */
export function holmAdjust(tests: readonly WeightedTest[]): readonly number[] {
  const ascending = tests
    .map(({ pValue, weight }, index) => ({ ratio: requireProbability(pValue) / requireWeight(weight), weight, index }))
    .sort((left, right) => left.ratio - right.ratio)
  const adjusted = new Array<number>(tests.length)
  let weightLeft = ascending.reduce((sum, { weight }) => sum + weight, 0)
  let largest = 0
  for (const { ratio, weight, index } of ascending) {
    largest = Math.max(largest, Math.min(1, weightLeft * ratio))
    adjusted[index] = largest
    weightLeft -= weight
  }
  return adjusted
}

function requireWeight(weight: number): number {
  if (weight > 0 && weight < Infinity) return weight
  throw new RangeError(`A weight must be above 0, found ${weight}.`)
}

function requireProbability(pValue: number): number {
  if (pValue >= 0 && pValue <= 1) return pValue
  throw new RangeError(`A p-value must be between 0 and 1, found ${pValue}.`)
}
