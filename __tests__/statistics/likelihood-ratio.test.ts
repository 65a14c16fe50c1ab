import { expect, test } from '@jest/globals'
import { likelihoodRatio } from '../../src/statistics/likelihood-ratio.ts'

// R: likelihood-ratio.R beside this file.
test.each([
  [0.08, 0.03, 4, 10.98388571],
  [0.02, 0.015, 18, 0.0005969001134],
  [-0.01, 0.04, 2, 0.1109716135],
  [Math.log(1.1) / 2, 0.02, 9, 1],
  [0.15, 0.02, 19, 34379.92615],
])(
  'an estimate of %d with a standard error of %d and %d degrees of freedom',
  (estimateLog, standardError, df, expected) => {
    const interval = { estimateLog, standardError, degreesOfFreedom: df, lowerLog: 0, upperLog: 0, pValue: 0, sd: 0 }
    expect(likelihoodRatio(interval, Math.log(1.1)) / expected).toBeCloseTo(1, 8)
  },
)
