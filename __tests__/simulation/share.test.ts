import { expect, test } from '@jest/globals'
import { shareOf } from '../../scripts/simulation/share.ts'

test('a share over groups of one value has the error of a binomial share', () => {
  const { mean, error, of } = shareOf([[1], [0], [0], [0]])
  expect({ mean, of }).toEqual({ mean: 0.25, of: 4 })
  expect(error).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 4), 12)
})

test('a group whose values are all equal counts as one value', () => {
  const whole = shareOf([
    [1, 1, 1, 1],
    [0, 0, 0, 0],
  ])
  expect(whole.error).toBeCloseTo(shareOf([[1], [0]]).error, 12)
})

test('without groups the share is of 0 values', () => {
  expect(shareOf([]).of).toBe(0)
})
