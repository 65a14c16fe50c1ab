import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { holmAdjust } from '../../src/statistics/holm.ts'

const alike = (pValues: readonly number[]) => pValues.map((pValue) => ({ pValue, weight: 1 }))

const rounded = (value: number) => Number(value.toPrecision(12))

test('a larger weight is a larger part of the error rate', () => {
  // likelihood-ratio.R
  const tests = [0.01, 0.02, 0.001, 0.2].map((pValue, index) => ({ pValue, weight: [4, 1, 1, 2][index] ?? 1 }))
  expect(holmAdjust(tests).map(rounded)).toEqual([0.0175, 0.06, 0.008, 0.2])
})

test.each([0, -1, Number.NaN, Infinity])('refuses the weight %d', (weight) => {
  expect(() => holmAdjust([{ pValue: 0.5, weight }])).toThrow(RangeError)
})

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
  const adjusted = holmAdjust(alike(pValues))
  expect(adjusted).toHaveLength(expected.length)
  for (const [index, value] of expected.entries()) expect(adjusted[index]).toBeCloseTo(value, 12)
})

test.each([-0.1, 1.1, Number.NaN])('refuses the p-value %d', (pValue) => {
  expect(() => holmAdjust(alike([0.5, pValue]))).toThrow(RangeError)
})

test('is never below the p-value, never above Bonferroni, and follows its test when the order changes', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })
  fc.assert(
    fc.property(pValues, (values) => {
      const adjusted = holmAdjust(alike(values))
      for (const [index, value] of values.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(value * (1 - 1e-12))
        expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, value * values.length * (1 + 1e-12)))
      }
      expect(holmAdjust(alike(values.toReversed())).map(rounded)).toEqual(adjusted.toReversed().map(rounded))
    }),
  )
})
