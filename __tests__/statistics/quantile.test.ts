import { expect, test } from '@jest/globals'
import type { Samples } from '../../src/model/samples.ts'
import { quantileType7 } from '../../src/statistics/quantile.ts'

const oneToTen: Samples = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
const mixed: Samples = [3.1, 2.7, 9.4, 1.2, 5.5, 7.7, 4.9]

// R: quantile(1:10, .95, type = 7). NumPy: numpy.quantile([...], [...]).
// simple-statistics before 7.9.0 answers 10 to the first row.
test.each<[Samples, number, number]>([
  [oneToTen, 0.95, 9.55],
  [oneToTen, 0.9, 9.1],
  [oneToTen, 0.99, 9.91],
  [oneToTen, 0, 1],
  [oneToTen, 1, 10],
  [[10, 20, 30, 40], 0.95, 38.5],
  [mixed, 0.05, 1.65],
  [mixed, 0.25, 2.9],
  [mixed, 0.5, 4.9],
  [mixed, 0.9, 8.38],
  [mixed, 0.95, 8.89],
  [[7], 0.95, 7],
])('quantile of %j at %d is %d', (values, probability, expected) => {
  expect(quantileType7(values, probability)).toBeCloseTo(expected, 12)
})

test('leaves its input as it was', () => {
  const values: Samples = [3, 1, 2]
  quantileType7(values, 0.5)
  expect(values).toEqual([3, 1, 2])
})

test('refuses a probability outside 0 to 1', () => {
  expect(() => quantileType7(oneToTen, 95)).toThrow('between 0 and 1')
})
