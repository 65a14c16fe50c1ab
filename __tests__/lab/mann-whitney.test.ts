import { describe, expect, test } from '@jest/globals'
import { mannWhitneyUpperTail } from '../../scripts/lab/mann-whitney.ts'
import type { Samples } from '../../src/model/samples.ts'

// scipy.stats.mannwhitneyu(candidate, baseline, alternative="greater", method="exact")
describe('mannWhitneyUpperTail', () => {
  test.each<{ baseline: Samples; candidate: Samples; u: number; pValue: number }>([
    { baseline: [200, 204, 196], candidate: [221, 219, 226], u: 9, pValue: 0.05 },
    { baseline: [200, 204, 196], candidate: [221, 219, 203], u: 8, pValue: 0.1 },
    { baseline: [200, 204, 196, 202, 199], candidate: [213, 219, 211, 216, 214], u: 25, pValue: 0.003968253968 },
    {
      baseline: [101.2, 99.8, 100.5, 102.2, 98.7, 100.9, 101.7, 99.1],
      candidate: [103.4, 102.9, 100.2, 104.8, 101.1, 105.0, 99.9],
      u: 43,
      pValue: 0.04693084693,
    },
    // Ties: scipy.stats.permutation_test over the same statistic, all 126 orderings.
    { baseline: [200, 200, 196, 198], candidate: [200, 204, 199, 205, 205], u: 17, pValue: 0.05555555556 },
    { baseline: [200, 200], candidate: [200, 200, 200], u: 3, pValue: 1 },
  ])('$candidate over $baseline', ({ baseline, candidate, u, pValue }) => {
    const result = mannWhitneyUpperTail(baseline, candidate)
    expect(result.u).toBe(u)
    expect(result.pValue).toBeCloseTo(pValue, 11)
  })

  // 1 / choose(2n, n): what no data can go below.
  test.each([
    [2, 0.166667],
    [3, 0.05],
    [4, 0.0142857],
    [5, 0.00396825],
    [6, 0.00108225],
  ])('with %d runs per side the p-value is at least %d', (runs, smallest) => {
    const side = (first: number): Samples => [
      first,
      ...Array.from({ length: runs - 1 }, (_, index) => first + index + 1),
    ]
    expect(mannWhitneyUpperTail(side(1), side(100)).pValue).toBeCloseTo(smallest, 6)
  })
})
