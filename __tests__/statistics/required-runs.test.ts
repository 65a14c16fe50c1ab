import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { detectableChangeRatio, requiredAgainst, requiredRunsPerSide } from '../../src/statistics/required-runs.ts'
import { studentTQuantile } from '../../src/statistics/student-t.ts'

describe('requiredRunsPerSide', () => {
  const question = { sd: 0.05, effectRatio: 0.1, alpha: 0.05, isPaired: false }

  // (qt(.95, 2 n - 2) + qt(1 - alpha, 2 n - 2)) * sqrt(pi / 3) * sd * sqrt(2 / n) <= log(1.1), the smallest n, in R: likelihood-ratio.R
  test.each([
    [{ sd: 0.01 }, 2],
    [{ sd: 0.03 }, 4],
    [{ sd: 0.05 }, 8],
    [{ sd: 0.08 }, 17],
    [{ sd: 0.1 }, 26],
    [{ sd: 0.04, alpha: 0.005 }, 9],
    [{ sd: 0.04, isPaired: true }, 6],
    [{ sd: 0.04, isPaired: true, alpha: 0.005 }, 10],
  ])('%j needs %d runs for +10 %%', (changes, runs) => {
    expect(requiredRunsPerSide({ ...question, ...changes })).toBe(runs)
  })

  test('a noise that no number of runs overcomes', () => {
    expect(requiredRunsPerSide({ ...question, sd: 1 })).toBe(Infinity)
  })

  test.each([0, -0.1, Number.NaN, Infinity])('refuses an effect of %d', (effectRatio) => {
    expect(() => requiredRunsPerSide({ ...question, effectRatio })).toThrow('effect')
  })

  test.each([0, -0.1, Number.NaN, Infinity])('refuses a noise of %d', (sd) => {
    expect(() => requiredRunsPerSide({ ...question, sd })).toThrow('standard deviation')
  })
})

describe('requiredAgainst', () => {
  test('more baseline runs make up for fewer of the candidate', () => {
    expect([requiredAgainst(20, 6), requiredAgainst(6, 6), requiredAgainst(4, 6)]).toEqual([4, 6, 12])
    expect(requiredAgainst(3, 6)).toBe(Infinity)
  })
})

describe('detectableChangeRatio', () => {
  const limitLog = Math.log(1.05)

  test('lies above the limit by what the estimate may be off', () => {
    // qt(.95, 14) = 1.7613101358 in R.
    expect(detectableChangeRatio({ standardError: 0.001, degreesOfFreedom: 14, alpha: 0.05, limitLog })).toBeCloseTo(
      Math.expm1(limitLog + 1.7613101358 * 0.001),
      10,
    )
  })

  test('is none where the noise is known from a single difference', () => {
    expect(detectableChangeRatio({ standardError: 0.03, degreesOfFreedom: 1, alpha: 0.05, limitLog })).toBe(Infinity)
  })

  // What the sentence of the report says, tried: measure noise, name a size, and measure a change of that size anew.
  test.each([
    [4, 0.05],
    [8, 0.05],
    [8, 0.005],
    [19, 0.01],
  ])('with %d degrees of freedom a change of that size is proven in 93 %% of cases or more', (df, alpha) => {
    const random = seededRandom(df * 1000 + alpha * 1000)
    const sd = 0.04
    const noise = () =>
      sd * Math.sqrt(Array.from({ length: df }, () => random.normal() ** 2).reduce((a, b) => a + b, 0) / df)
    const bound = studentTQuantile(1 - alpha, df)
    const proven = Array.from({ length: 2000 }, () => {
      const size = Math.log1p(detectableChangeRatio({ standardError: noise(), degreesOfFreedom: df, alpha, limitLog }))
      const estimate = size + sd * random.normal()
      return estimate > limitLog && estimate > bound * noise()
    }).filter(Boolean).length
    expect(proven / 2000).toBeGreaterThan(0.93)
  })
})
