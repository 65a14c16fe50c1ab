import { describe, expect, test } from '@jest/globals'
import type { Samples } from '../../src/model/samples.ts'
import { type Interval, pairedInterval, unpairedInterval } from '../../src/statistics/interval.ts'
import { logsOf } from '../../src/statistics/logs.ts'
import { ASSUMED_NOISE, type Noise, noisePrior } from '../../src/statistics/noise.ts'

const history = [198, 203, 201, 196, 205, 199, 202, 200, 197, 204, 201, 199, 203, 198, 200, 202, 196, 201, 205, 199]

function compareRuns(
  baseline: readonly number[],
  candidate: readonly number[],
  prior: Noise | null,
  alpha = 0.05,
): Interval {
  return unpairedInterval({ baselineLogs: logsOf(baseline), candidateLogs: logsOf(candidate), prior, alpha })
}

function comparePairs(logRatios: Samples, prior: Noise | null, alpha = 0.05): Interval {
  return pairedInterval({ logRatios, prior, alpha })
}

/** As a reader sees it: percent with two digits. */
function percents({ estimateLog, lowerLog, upperLog }: Interval): readonly string[] {
  return [estimateLog, lowerLog, upperLog].map((log) => (100 * Math.expm1(log)).toFixed(2))
}

// Literal values: R 4.2.2, the formulas written out in R.
describe('unpairedInterval', () => {
  test('three runs against three, no prior', () => {
    const interval = compareRuns([200, 204, 196], [221, 219, 226], null)
    expect(interval.estimateLog).toBeCloseTo(0.1024150054, 10)
    expect(interval.sd).toBeCloseTo(0.01819758003, 10)
    expect(interval.standardError).toBeCloseTo(0.0152048562, 10)
    expect(interval.degreesOfFreedom).toBe(4)
    expect(interval.lowerLog).toBeCloseTo(0.0700006, 7)
    expect(interval.upperLog).toBeCloseTo(0.1348294, 7)
    expect(interval.pValue).toBeCloseTo(0.001265698, 8)
  })

  test('three runs against three, noise of twenty stored runs', () => {
    const interval = compareRuns([200, 204, 196], [221, 219, 226], noisePrior(logsOf(history)))
    expect(interval.sd).toBeCloseTo(0.02024198296, 10)
    expect(interval.standardError).toBeCloseTo(0.01691304228, 10)
    expect(interval.degreesOfFreedom).toBe(14)
    expect(interval.lowerLog).toBeCloseTo(0.07262589264, 8)
    expect(interval.upperLog).toBeCloseTo(0.1322041182, 8)
    expect(interval.pValue / 1.47988209e-5).toBeCloseTo(1, 6)
  })

  test('five runs against five, prior of 2 %', () => {
    const interval = compareRuns([120, 118, 125, 122, 119], [128, 131, 127, 133, 126], {
      sd: 0.02,
      degreesOfFreedom: 10,
    })
    expect(interval.estimateLog).toBeCloseTo(0.06506359335, 10)
    expect(interval.standardError).toBeCloseTo(0.0141523071, 10)
    expect(interval.degreesOfFreedom).toBe(18)
    expect(Math.exp(interval.lowerLog)).toBeCloseTo(1.0413548364, 8)
    expect(Math.exp(interval.upperLog)).toBeCloseTo(1.0937417262, 8)
  })

  test('one run against one run, prior of 3 %', () => {
    const interval = compareRuns([200], [214], { sd: 0.03, degreesOfFreedom: 10 })
    expect(interval.estimateLog).toBeCloseTo(0.06765864847, 10)
    expect(interval.standardError).toBeCloseTo(0.04242640687, 10)
    expect(interval.lowerLog).toBeCloseTo(-0.009237564561, 8)
    expect(interval.upperLog).toBeCloseTo(0.1445548615, 8)
  })

  test.each([
    { candidate: [203, 206, 199], sd: 0.02, expected: ['1.50', '-1.39', '4.48'] },
    { candidate: [190, 186, 191], sd: 0.02, expected: ['-5.10', '-7.78', '-2.35'] },
    { candidate: [208, 206, 211], sd: 0.012, expected: ['4.00', '1.96', '6.08'] },
  ])('$candidate over 200, 204, 196 is $expected', ({ candidate, sd, expected }) => {
    expect(percents(compareRuns([200, 204, 196], candidate, { sd, degreesOfFreedom: 10 }))).toEqual(expected)
  })

  test('an outlier is clipped', () => {
    const interval = compareRuns([200, 240, 196], [212, 205, 219], { sd: 0.03, degreesOfFreedom: 10 })
    expect(interval.estimateLog).toBeCloseTo(0.04489531991, 10)
    expect(interval.standardError).toBeCloseTo(0.0313354967, 10)
    expect(interval.lowerLog).toBeCloseTo(-0.0102962, 7)
    expect(interval.upperLog).toBeCloseTo(0.1000868, 7)
  })

  test('a worse outlier costs no more', () => {
    const prior = { sd: 0.03, degreesOfFreedom: 10 }
    expect(compareRuns([200, 2400, 196], [212, 205, 219], prior)).toEqual(
      compareRuns([200, 240, 196], [212, 205, 219], prior),
    )
  })

  test('identical runs still have a noise of half a percent', () => {
    const { estimateLog, sd, lowerLog, pValue } = compareRuns([200, 200, 200], [200, 200, 200], null)
    expect({ estimateLog, sd, pValue }).toEqual({ estimateLog: 0, sd: 0.005, pValue: 0.5 })
    expect(lowerLog).toBeLessThan(0)
    expect(compareRuns([200, 200, 200], [200, 200, 200], { sd: 0.005, degreesOfFreedom: 10 }).sd).toBe(0.005)
  })

  test('one run against one run needs a prior', () => {
    expect(() => compareRuns([200], [214], null)).toThrow('give a noise prior')
    expect(compareRuns([200], [214], ASSUMED_NOISE).degreesOfFreedom).toBe(10)
  })

  test('a smaller alpha makes a wider interval', () => {
    const wide = compareRuns([200, 204, 196], [221, 219, 226], null, 0.02)
    // 0.1024150054 - qt(.98, 4) * 0.0152048562
    expect(wide.lowerLog).toBeCloseTo(0.0568228202, 7)
  })

  test.each([0, 0.5, -0.05, Number.NaN])('refuses an alpha of %d', (alpha) => {
    expect(() => compareRuns([200, 204, 196], [221, 219, 226], null, alpha)).toThrow('Alpha')
  })

  test.each([Number.NaN, Infinity, -Infinity])('refuses the logarithm %d on either side', (log) => {
    const settings = { prior: ASSUMED_NOISE, alpha: 0.05 }
    expect(() => unpairedInterval({ baselineLogs: [1, log], candidateLogs: [1], ...settings })).toThrow('finite')
    expect(() => unpairedInterval({ baselineLogs: [1], candidateLogs: [log], ...settings })).toThrow('finite')
    expect(() => comparePairs([log], ASSUMED_NOISE)).toThrow('finite')
  })
})

describe('pairedInterval', () => {
  const logRatios = logsOf([212 / 200, 241 / 230, 219 / 205, 207 / 198, 229 / 215])

  test('five pairs, no prior', () => {
    const interval = comparePairs(logRatios, null)
    expect(interval.estimateLog).toBeCloseTo(0.0552567566, 10)
    expect(interval.sd).toBeCloseTo(0.00969139774, 10)
    expect(interval.standardError).toBeCloseTo(0.0044352257, 10)
    expect(interval.degreesOfFreedom).toBe(4)
    expect(interval.lowerLog).toBeCloseTo(0.0458015, 7)
    expect(interval.upperLog).toBeCloseTo(0.064712, 7)
  })

  test('a prior shares the variance, about the median and clipped', () => {
    // By hand: residuals about the median 0 are -.01, 0, .3 -> clipped to 3 * .02 = .06; (10 * .0004 + .0001 + .0036) / 12
    const interval = comparePairs([-0.01, 0, 0.3], { sd: 0.02, degreesOfFreedom: 10 })
    expect(interval.estimateLog).toBe(0)
    expect(interval.degreesOfFreedom).toBe(12)
    expect(interval.sd).toBeCloseTo(Math.sqrt(0.0077 / 12), 12)
    expect(interval.standardError).toBeCloseTo(Math.sqrt((Math.PI / 3) * (0.0077 / 12 / 3)), 12)
  })

  test('one pair needs a prior, and then its standard error is the prior', () => {
    expect(() => comparePairs([0.05], null)).toThrow('give a noise prior')
    expect(comparePairs([0.05], { sd: 0.03, degreesOfFreedom: 10 }).standardError).toBeCloseTo(0.03, 12)
  })
})
