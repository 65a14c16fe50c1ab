import { describe, expect, test } from '@jest/globals'
import {
  iqrBound,
  mannWhitneyTwoSided,
  predictionBound,
  RIVAL_RULES,
  type RuleData,
  welchUpperTail,
} from '../../scripts/lab/rival-rules.ts'
import type { Samples } from '../../src/model/samples.ts'
import { logsOf } from '../../src/statistics/logs.ts'

const BASELINE: Samples = [200, 204, 196, 202, 199]
const SLOWER: Samples = [213, 219, 211, 216, 214]
const HISTORY: Samples = [
  198, 203, 201, 196, 205, 199, 202, 200, 197, 204, 201, 199, 203, 198, 200, 202, 196, 201, 205, 199,
]

describe('statistics of the rules', () => {
  test('Welch, against scipy 1.16: ttest_ind(equal_var=False, alternative="greater")', () => {
    expect(welchUpperTail(logsOf(BASELINE), logsOf(SLOWER))).toBeCloseTo(3.6099471963756537e-5, 9)
    const [before, now] = [logsOf([120, 118, 125, 122, 119]), logsOf([121, 131, 117, 133, 126])]
    expect(welchUpperTail(before, now)).toBeCloseTo(0.0998439302099561, 7)
  })

  test('two-sided U test, against scipy 1.16: mannwhitneyu(method="exact")', () => {
    expect(mannWhitneyTwoSided(BASELINE, SLOWER)).toBeCloseTo(0.007936507936507936, 12)
    expect(mannWhitneyTwoSided([120, 118, 125, 122, 119], [121, 131, 117, 133, 126])).toBeCloseTo(
      0.30952380952380953,
      12,
    )
    expect(mannWhitneyTwoSided([1], [2])).toBe(1)
  })

  test('prediction bound and quartiles, against scipy and numpy', () => {
    expect(predictionBound(HISTORY, 0.99)).toBeCloseTo(207.5876503813758, 5)
    expect(iqrBound(HISTORY, 2)).toBeCloseTo(200.5 + 2 * (202.25 - 198.75), 12)
  })
})

function said(data: RuleData): Record<string, boolean | null> {
  return Object.fromEntries(RIVAL_RULES.map(({ id, alarm }) => [id, alarm(data)]))
}

test('5 runs against 5 that are 7 % slower, with 20 runs of history', () => {
  expect(said({ baseline: BASELINE, candidate: SLOWER, history: HISTORY })).toEqual({
    plain: true,
    welch: true,
    'mann-whitney': true,
    'ratio-to-last': true,
    'ratio-to-last-default': false,
    'bencher-t': true,
    'bencher-iqr': true,
    benchstat: true,
    otava: true,
  })
})

test('the same 5 runs again', () => {
  const quiet = Object.fromEntries(RIVAL_RULES.map(({ id }) => [id, false]))
  expect(said({ baseline: BASELINE, candidate: [201, 198, 203, 199, 200], history: HISTORY })).toEqual(quiet)
})

test('a clear gain is no alarm', () => {
  const quiet = Object.fromEntries(RIVAL_RULES.map(({ id }) => [id, false]))
  expect(said({ baseline: BASELINE, candidate: [150, 151, 152, 149, 150], history: HISTORY })).toEqual(quiet)
})

test('one run against one, and no history', () => {
  expect(said({ baseline: [200], candidate: [212], history: [200] })).toEqual({
    plain: true,
    welch: null,
    'mann-whitney': null,
    'ratio-to-last': true,
    'ratio-to-last-default': false,
    'bencher-t': null,
    'bencher-iqr': null,
    benchstat: false,
    otava: null,
  })
})

test('three runs per side: the one-sided test can just fire, the two-sided one never', () => {
  const { 'mann-whitney': oneSided, benchstat } = said({
    baseline: [200, 204, 196],
    candidate: [221, 219, 226],
    history: [200, 204, 196],
  })
  expect({ oneSided, benchstat }).toEqual({ oneSided: true, benchstat: false })
})
