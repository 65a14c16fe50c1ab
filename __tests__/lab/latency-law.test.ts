import { expect, test } from '@jest/globals'
import { quantile } from 'simple-statistics'
import { drawMs, LAB_LAW, quantileMs, wholeMs } from '../../scripts/lab/latency-law.ts'
import { seededRandom } from '../../scripts/simulation/random.ts'

// scipy 1.16: lognorm(s=0.25, scale=100).ppf(p)
test.each([
  [0.05, 66.28454608183512],
  [0.5, 100],
  [0.9, 137.76620439479018],
  [0.95, 150.86472777008936],
  [0.99, 178.88750677291475],
])('the quantile of %d', (probability, ms) => {
  expect(quantileMs({ medianMs: 100, sigma: 0.25, factor: 1 }, probability)).toBeCloseTo(ms, 9)
})

test('a factor multiplies every quantile', () => {
  expect(quantileMs({ ...LAB_LAW, factor: 1.1 }, 0.95)).toBeCloseTo(1.1 * quantileMs(LAB_LAW, 0.95), 10)
})

test('what is drawn has the quantiles of the law, and the same seed draws the same', () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed)
    return Array.from({ length: 40_000 }, () => drawMs({ ...LAB_LAW, factor: 1.1 }, random))
  }
  for (const probability of [0.5, 0.9, 0.95]) {
    const ratio = quantile(draw(7), probability) / quantileMs({ ...LAB_LAW, factor: 1.1 }, probability)
    expect(Math.abs(ratio - 1)).toBeLessThan(0.01)
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('whole milliseconds keep the mean', () => {
  const random = seededRandom(3)
  const drawn = Array.from({ length: 20_000 }, () => wholeMs(60.3, random))
  expect(new Set(drawn)).toEqual(new Set([60, 61]))
  expect(drawn.reduce((total, ms) => total + ms, 0) / drawn.length).toBeCloseTo(60.3, 1)
})
