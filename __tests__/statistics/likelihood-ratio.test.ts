import { describe, expect, test } from '@jest/globals'
import { isDecided, likelihoodRatioLog } from '../../src/statistics/likelihood-ratio.ts'

// R: __tests__/fixtures/statistics/likelihood-ratio.R
test.each([
  [0, 0.02, 4, -4.847285874],
  [0.1, 0.02, 4, 4.943372227],
  [0.04, 0.03, 14, -0.8553836163],
  [0.0953101798, 0.0244, 8, 4.797576714],
  [-0.05, 0.01, 19, -16.83024297],
])(
  'estimate %d, standard error %d, %d degrees of freedom: as R has it',
  (estimateLog, standardError, degreesOfFreedom, expected) => {
    const ratio = likelihoodRatioLog({ estimateLog, standardError, degreesOfFreedom }, Math.log(1.05) * 2)
    expect(ratio).toBeCloseTo(expected, 7)
  },
)

test('half way between both, nothing speaks for either', () => {
  expect(likelihoodRatioLog({ estimateLog: 0.04, standardError: 0.02, degreesOfFreedom: 9 }, 0.08)).toBeCloseTo(0, 12)
})

test('with many degrees of freedom it is the ratio of two normal densities', () => {
  const [estimateLog, standardError, change] = [0.07, 0.02, 0.0953]
  const normal = (change * estimateLog - change ** 2 / 2) / standardError ** 2
  expect(likelihoodRatioLog({ estimateLog, standardError, degreesOfFreedom: 1e7 }, change)).toBeCloseTo(normal, 4)
})

describe('it is decided', () => {
  test.each([
    [1, 3.16, false],
    [1, 3.17, true],
    [8, 5.24, false],
    [8, 5.25, true],
    [1, -2.94, false],
    [1, -2.96, true],
  ] as const)('%d series, ratio %d: %s', (family, ratio, decided) => {
    // ln(0.95 / 0.04) = 3.1676, ln(0.95 / 0.005) = 5.2470, ln(0.05 / 0.96) = -2.9549
    expect(isDecided(ratio, family)).toBe(decided)
  })
})
