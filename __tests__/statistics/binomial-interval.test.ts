import { expect, test } from '@jest/globals'
import { binomialInterval } from '../../src/statistics/binomial-interval.ts'

// scipy 1.17: binomtest(k, n).proportion_ci(0.95, 'exact'), which is R's binom.test(k, n)$conf.int
test.each([
  [0, 20, 0, 0.16843347098308548],
  [1, 40, 0.0006327449320901937, 0.13158585848276577],
  [3, 120, 0.005185574958149569, 0.07132319415690518],
  [10, 10, 0.6915028921812371, 1],
  [5, 10, 0.1870860284474045, 0.8129139715525955],
  [0, 1, 0, 0.975],
  [1, 1, 0.025000000000000022, 1],
  [2, 30, 0.008178134460656279, 0.22073540152296212],
  [4999, 10000, 0.4900514099202269, 0.5097486483484012],
])('%d of %d', (count, trials, lower, upper) => {
  const interval = binomialInterval(count, trials)
  expect(interval.lower).toBeCloseTo(lower, 7)
  expect(interval.upper).toBeCloseTo(upper, 7)
})

test.each([
  [0, 0],
  [-1, 5],
  [6, 5],
  [Number.NaN, 5],
])('%d of %d is an error', (count, trials) => {
  expect(() => binomialInterval(count, trials)).toThrow(`found ${count} of ${trials}`)
})
