import { expect, test } from '@jest/globals'
import { sparkline } from '../../src/report/sparkline.ts'
import { aComparison, aHistory, aService } from './verdicts.ts'

const draw = (levels: readonly number[], candidate: number | null = 100): string | null =>
  sparkline(aComparison({ candidate }), aService({ history: aHistory(levels) }))

test('noise is flat, a change at twice the limit goes from the lowest to the highest', () => {
  expect(draw([100, 100.2, 99.8])).toBe('<span aria-hidden="true">▅▅▄\u00a0▅</span>')
  expect(draw([100, 100.2, 99.8], 111)).toBe('<span aria-hidden="true">▁▁▁\u00a0█</span>')
})

test('the last eight jobs are drawn, the oldest first', () => {
  expect(draw([500, 10, 20, 30, 40, 50, 60, 70, 80], 80)).toBe('<span aria-hidden="true">▁▂▃▄▅▆▇█\u00a0█</span>')
})

test('nothing is drawn from fewer than three jobs, without a history, or for a series that is not stored', () => {
  expect(draw([100, 101])).toBeNull()
  expect(sparkline(aComparison(), aService())).toBeNull()
  expect(sparkline(aComparison({ stat: 'p99' }), aService({ history: aHistory([1, 2, 3]) }))).toBeNull()
})

test('equal levels, zeros and a candidate that is absent are drawn too', () => {
  expect(draw([100, 100, 100], null)).toBe('<span aria-hidden="true">▅▅▅</span>')
  expect(draw([0, 0, 0], 0)).toBe('<span aria-hidden="true">▅▅▅\u00a0▅</span>')
})
