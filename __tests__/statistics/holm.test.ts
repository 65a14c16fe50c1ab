import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { holmAdjust } from '../../src/statistics/holm.ts'

// R: p.adjust(p, "holm")
test.each([
  [
    [0.001, 0.012, 0.03, 0.2, 0.04],
    [0.005, 0.048, 0.09, 0.2, 0.09],
  ],
  [
    [0.004, 0.02, 0.02, 0.3],
    [0.016, 0.06, 0.06, 0.3],
  ],
  [[0.04], [0.04]],
  [
    [0.9, 0.8],
    [1, 1],
  ],
  [[], []],
])('%j becomes %j', (pValues, expected) => {
  const adjusted = holmAdjust(pValues)
  expect(adjusted).toHaveLength(expected.length)
  for (const [index, value] of expected.entries()) expect(adjusted[index]).toBeCloseTo(value, 12)
})

test.each([-0.1, 1.1, Number.NaN])('refuses the p-value %d', (pValue) => {
  expect(() => holmAdjust([0.5, pValue])).toThrow(RangeError)
})

test('is never below the p-value, never above Bonferroni, and follows its test when the order changes', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })
  fc.assert(
    fc.property(pValues, (values) => {
      const adjusted = holmAdjust(values)
      for (const [index, value] of values.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(value)
        expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, value * values.length))
      }
      expect(holmAdjust(values.toReversed())).toEqual(adjusted.toReversed())
    }),
  )
})
