import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { thinned } from '../../../src/report/html/thinned.ts'

test('a short series stays as it is, with its gaps', () => {
  expect(thinned([3, null, 5], 10)).toEqual([
    { position: 0, low: 3, middle: 3, high: 3, count: 1 },
    { position: 2, low: 5, middle: 5, high: 5, count: 1 },
  ])
})

test('a long one has the median of neighbours, and how far they reach', () => {
  expect(thinned([1, 9, 2, 4, 4, 5, 7], 3)).toEqual([
    { position: 1, low: 1, middle: 2, high: 9, count: 3 },
    { position: 4, low: 4, middle: 4, high: 5, count: 3 },
    { position: 6, low: 7, middle: 7, high: 7, count: 1 },
  ])
})

test('no value is lost: the smallest and the largest stay, each value is counted once, and there are no more points than asked for', () => {
  const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null })
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (values, most) => {
      const bins = thinned(values, most)
      const known = values.filter((one) => one !== null)
      expect(bins.length).toBeLessThanOrEqual(most)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(known.length)
      if (known.length === 0) return
      expect(Math.min(...bins.map(({ low }) => low))).toBe(Math.min(...known))
      expect(Math.max(...bins.map(({ high }) => high))).toBe(Math.max(...known))
    }),
  )
})
