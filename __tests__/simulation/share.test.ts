import { expect, test } from '@jest/globals'
import { shareOf } from '../../scripts/simulation/share.ts'

test('groups of one have the error of a share', () => {
  const { mean, error, of } = shareOf([[1], [0], [0], [0]])
  expect({ mean, of }).toEqual({ mean: 0.25, of: 4 })
  expect(error).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 4), 12)
})

test('what a whole group shares counts once', () => {
  const whole = shareOf([
    [1, 1, 1, 1],
    [0, 0, 0, 0],
  ])
  expect(whole.error).toBeCloseTo(shareOf([[1], [0]]).error, 12)
})

test('of nothing there is no share', () => {
  expect(shareOf([]).of).toBe(0)
})
