import { expect, test } from '@jest/globals'
import { logsOf } from '../../src/statistics/logs.ts'

test('gives one natural logarithm for each value, in order', () => {
  expect(logsOf([1, Math.E, 0.5])).toEqual([0, 1, -Math.LN2])
})

test('refuses no values', () => {
  expect(() => logsOf([])).toThrow('At least one measured value is needed, found none.')
})

test.each([0, -1, Number.NaN, Infinity, -Infinity])('refuses %d and says where it is', (value) => {
  expect(() => logsOf([200, value])).toThrow(`found ${value} at position 1`)
})
