import { expect, test } from '@jest/globals'
import { comparisonOf, evidenceOf, history, jobs, mark, side, stored } from './runs.ts'

/*
 * Rows of an independent calculation in R 4.2.2 and scipy 1.17.1, sent through the whole comparison. A noise that a row
 * gives comes from 42 stored jobs that zigzag so that the median successive difference is exactly that noise; the first
 * of the row's own jobs is marked, so that the window holds them alone. The row with an outlier was calculated again with
 * residuals clipped at 3 standard deviations.
 */
const ZIGZAG = [0, 1, -0.5, 0, -1, 0.5]
const NORMAL_QUARTILE = 0.6744897501960817

function against(baseline: readonly number[], candidate: readonly number[], noise: number) {
  const step = Math.exp(noise * NORMAL_QUARTILE * Math.SQRT2)
  const [level = 0] = baseline
  const before = Array.from({ length: 42 }, (_, index) => level * step ** (ZIGZAG[index % ZIGZAG.length] ?? 0))
  const store = [
    ...history(before),
    ...baseline.map((value, index) => stored(42 + index, value, index === 0 ? { mark: mark('improved', -0.1) } : {})),
  ]
  const evidence = evidenceOf({ runs: jobs(candidate), store })
  expect(evidence.window).toMatchObject({ jobs: baseline.length, commit: `c${41 + baseline.length}` })
  return comparisonOf(evidence)
}

test.each([
  // Row 9: sd .02024198296, p 1.47988209e-05.
  [[200, 204, 196], [221, 219, 226], 0.02086353598, 'regressed', 0.1024150054, 0.07262589264, 0.1322041182],
  [
    [120, 118, 125, 122, 119],
    [128, 131, 127, 133, 126],
    0.02,
    'regressed',
    0.06506359335,
    Math.log(1.0413548364),
    Math.log(1.0937417262),
  ],
  [[200], [214], 0.03, 'unproven', 0.06765864847, -0.009237564561, 0.1445548615],
  [[200, 204, 196], [203, 206, 199], 0.02, 'unchanged', Math.log(1.015), Math.log(0.9861), Math.log(1.0448)],
  [[200, 204, 196], [190, 186, 191], 0.02, 'improved', Math.log(0.949), Math.log(0.9222), Math.log(0.9765)],
  [[200, 204, 196], [208, 206, 211], 0.012, 'slower', Math.log(1.04), Math.log(1.0196), Math.log(1.0608)],
  [[200, 240, 196], [212, 205, 219], 0.03, 'inconclusive', 0.04489531991, -0.0102962, 0.1000868],
] as const)('%j against %j with noise %d is %s', (baseline, candidate, noise, verdict, theta, low, high) => {
  const comparison = against(baseline, candidate, noise)
  const { changeRatio = 0, lower = 0, upper = 0, noiseSource } = comparison.estimate ?? {}
  expect(comparison.verdict).toBe(verdict)
  expect(noiseSource).toBe('history')
  expect(Math.log1p(changeRatio)).toBeCloseTo(theta, 4)
  expect(Math.log1p(lower)).toBeCloseTo(low, 4)
  expect(Math.log1p(upper)).toBeCloseTo(high, 4)
})

test('row 9: the p-value and the noise', () => {
  const { estimate } = against([200, 204, 196], [221, 219, 226], 0.02086353598)
  expect(estimate?.pValue).toBeCloseTo((1.47988209e-5 * 0.88) / 0.8, 11)
  expect(estimate?.noiseRatio).toBeCloseTo(0.02024198296, 9)
})

test('row 16: five pairs', () => {
  const runs = [...side('baseline', [200, 230, 205, 198, 215]), ...side('candidate', [212, 241, 219, 207, 229])]
  const { verdict, estimate } = comparisonOf(evidenceOf({ origin: 'same-results', runs }))
  const { changeRatio = 0, lower = 0, upper = 0, noiseRatio } = estimate ?? {}
  expect(verdict).toBe('regressed')
  expect(Math.log1p(changeRatio)).toBeCloseTo(0.0552567566, 9)
  // Mean and sd of the row; the standard error of a Hodges-Lehmann estimate is sqrt(pi / 3) times larger: 2.131846786 * .0044352257.
  expect(Math.log1p(lower)).toBeCloseTo(0.0458015, 6)
  expect(Math.log1p(upper)).toBeCloseTo(0.064712, 6)
  expect(noiseRatio).toBeCloseTo(0.00969139774 / Math.SQRT2, 9)
})

test('rows 21 and 22: the window starts at the step, and a steady history has none', () => {
  const stepped = [100, 101, 99, 100, 102, 98, 101, 100, 110, 111, 109, 112, 110, 108, 111, 110]
  const steady = [100, 101, 99, 100, 102, 98, 101, 100, 103, 99, 101, 100, 102, 98, 100, 101]
  expect(evidenceOf({ runs: jobs([110]), store: history(stepped) }).window).toMatchObject({ jobs: 8, runs: 8 })
  expect(evidenceOf({ runs: jobs([100]), store: history(steady) }).window).toMatchObject({ jobs: 16, runs: 16 })
  expect(evidenceOf({ runs: jobs([110]), store: history(stepped) }).history).toMatchObject({
    windowStart: 8,
    changePoints: [{ metric: 'http_req_duration', stat: 'p95', position: 8 }],
  })
})
