import { describe, expect, test } from '@jest/globals'
import { unpairedInterval } from '../../src/statistics/interval.ts'
import { logsOf } from '../../src/statistics/logs.ts'
import { ASSUMED_NOISE } from '../../src/statistics/noise.ts'
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
  test('one run against one run with assumed noise proves +13.7 % and more', () => {
    const { standardError, degreesOfFreedom } = unpairedInterval({
      baselineLogs: logsOf([200]),
      candidateLogs: logsOf([200]),
      prior: ASSUMED_NOISE,
      alpha: 0.05,
    })
    expect(
      detectableChangeRatio({ standardError, degreesOfFreedom, alpha: 0.05, limitLog: Math.log(1.05) }),
    ).toBeCloseTo(0.137, 3)
  })

  test('is the limit where the data are precise enough', () => {
    expect(
      detectableChangeRatio({ standardError: 0.001, degreesOfFreedom: 14, alpha: 0.05, limitLog: Math.log(1.05) }),
    ).toBeCloseTo(0.05, 12)
  })

  test('a change just above it is proven, a change just below is not', () => {
    const baselineLogs = logsOf([200, 204, 196])
    const change = (ratio: number) =>
      unpairedInterval({
        baselineLogs,
        candidateLogs: logsOf([200 * ratio, 204 * ratio, 196 * ratio]),
        prior: { sd: 0.06, degreesOfFreedom: 10 },
        alpha: 0.05,
      })
    const detectable = detectableChangeRatio({ ...change(1), alpha: 0.05, limitLog: Math.log(1.05) })
    expect(detectable).toBeGreaterThan(0.05)
    expect(change(1 + detectable + 1e-6).lowerLog).toBeGreaterThan(0)
    expect(change(1 + detectable - 1e-6).lowerLog).toBeLessThan(0)
  })
})
