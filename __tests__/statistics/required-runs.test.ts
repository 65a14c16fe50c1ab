import { describe, expect, test } from '@jest/globals'
import { detectableChangeRatio, requiredRunsPerSide } from '../../src/statistics/required-runs.ts'

describe('requiredRunsPerSide', () => {
  // Independent: statsmodels tt_ind_solve_power is close for large n; these are the published table for +10 %.
  test.each([
    [0.01, 1],
    [0.03, 3],
    [0.05, 6],
    [0.08, 16],
    [0.1, 24],
  ])('noise of %d needs %d runs for +10 %%', (sd, runs) => {
    expect(requiredRunsPerSide(sd, 0.1)).toBe(runs)
  })

  test.each([0, -0.1, Number.NaN, Infinity])('refuses an effect of %d', (effect) => {
    expect(() => requiredRunsPerSide(0.03, effect)).toThrow('effect')
  })

  test.each([0, -0.1, Number.NaN, Infinity])('refuses a noise of %d', (sd) => {
    expect(() => requiredRunsPerSide(sd, 0.1)).toThrow('standard deviation')
  })
})

describe('detectableChangeRatio', () => {
  const limitLog = Math.log(1.05)

  test('where the data are precise, the limit and what an estimate may come out too low', () => {
    // 1.761310136: t quantile .95 with 14 degrees of freedom (R).
    const detectable = detectableChangeRatio({ standardError: 0.001, degreesOfFreedom: 14, alpha: 0.05, limitLog })
    expect(Math.log1p(detectable)).toBeCloseTo(limitLog + 0.001761310136, 9)
  })

  test('where they are not, far above 0 and too low once more, and room for another noise', () => {
    // 1.812461123: t quantile .95 with 10 degrees of freedom (R).
    const detectable = detectableChangeRatio({ standardError: 0.05, degreesOfFreedom: 10, alpha: 0.05, limitLog })
    expect(Math.log1p(detectable)).toBeCloseTo(2 * 1.812461123 * 0.05 * 1.25, 8)
  })

  test('a stricter proof needs a larger change', () => {
    const at = (alpha: number) => detectableChangeRatio({ standardError: 0.03, degreesOfFreedom: 8, alpha, limitLog })
    expect(at(0.05 / 8)).toBeGreaterThan(at(0.05))
  })
})
