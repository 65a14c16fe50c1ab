import { expect, test } from '@jest/globals'
import { comparisonRow } from '../../src/report/comparison-row.ts'
import { aComparison, anEstimate } from './verdicts.ts'

const errorRate = aComparison({
  metric: 'http_req_failed',
  stat: 'rate',
  unit: 'ratio',
  role: 'other',
  estimate: null,
  limitRatio: null,
})
const latency = (changeRatio: number, lower: number, upper: number) =>
  aComparison({ estimate: anEstimate({ changeRatio, lower, upper }) })

test.each([
  ['a share that fell', { ...errorRate, baseline: 0.4688, candidate: 0.0257 }, 'lower'],
  [
    'a share that should be high, and rose',
    { ...errorRate, better: 'higher' as const, baseline: 0.5, candidate: 0.9 },
    'higher',
  ],
  [
    'a gated share that rose within its limit',
    { ...errorRate, role: 'primary' as const, baseline: 0, candidate: 0.005 },
    'higher, within the limit',
  ],
  ['a share whose change is too small to print', { ...errorRate, baseline: 0.1, candidate: 0.100001 }, 'no change'],
  ['half as long, which no limit forbids', latency(-0.5, -0.56, -0.43), 'probably faster'],
  ['faster, and the range reaches over zero', latency(-0.092, -0.2, 0.03), 'maybe faster, not proven'],
  ['slower, and the range ends below the limit', latency(0.04, -0.003, 0.048), 'maybe slower, within the limit'],
  ['slower beyond chance, if it were the only series', latency(0.02, 0.01, 0.03), 'probably slower, within the limit'],
  ['the same of a series without a limit', { ...latency(0.02, 0.01, 0.03), role: 'other' as const }, 'probably slower'],
  ['hardly anything', latency(0.004, -0.018, 0.027), 'no change'],
])('%s', (_, comparison, verdict) => {
  expect(comparisonRow(comparison, undefined).verdict).toBe(verdict)
})

test.each([
  ['ms', 0.0999, 0.1001, '0.09990', '0.1001', 'ms'],
  ['ms', 0.0000009, 0.0011, '0.0009000', '1.100', 'µs'],
  ['ms', 53, 31, '53.00', '31.00', 'ms'],
  ['bytes', 1000, 1100, '0.9766', '1.074', 'KiB'],
] as const)('both sides of a row have one unit: %s %d %d', (unit, before, now, baseline, candidate, printed) => {
  const row = comparisonRow(aComparison({ unit, baseline: before, candidate: now, estimate: null }), undefined)
  expect([row.baseline, row.candidate]).toEqual([`${baseline}\u00a0${printed}`, `${candidate}\u00a0${printed}`])
})
