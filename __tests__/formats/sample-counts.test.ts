import { expect, test } from '@jest/globals'
import type { LoadWindow } from '../../src/formats/load-window.ts'
import { createColumn, pushSample } from '../../src/formats/sample-column.ts'
import { markOf } from '../../src/formats/sample-mark.ts'
import { type MetricSamples, takeSamples } from '../../src/formats/trend-samples.ts'
import { cellOf, countCell, countedValues, createValueCounts } from '../../src/formats/value-counts.ts'

const SHARES = [0, 0.003, 0.5, 0.9, 0.95, 0.99, 0.999, 1]
const SAMPLES = 60_000
const WINDOW: LoadWindow = { firstSlot: 36_000, beganAtMs: 0, durationMs: 600_000, resolutionMs: 1 }

/** Samples of three endpoints over ten minutes. The last minute is slower. The value depends only on the index. */
function samplesOf(limit: number, timeOf: (index: number) => number): MetricSamples {
  const column = createColumn(limit)
  for (let index = 0; index < SAMPLES; index += 1) {
    const slot = WINDOW.firstSlot + Math.floor(index / 10)
    pushSample(column, timeOf(index), markOf(1 + (index % 3), slot))
  }
  return takeSamples(column, [1, 2, 3])
}

/** Skewed values, like latencies. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function spread(index: number): number {
  const share = ((index * 7919 + 104_729) % 65_537) / 65_537
  return (index > 0.9 * SAMPLES ? 90 : 60) * Math.exp(1.8 * share ** 3)
}

test('whole milliseconds that are counted have the percentiles of those that are kept, to the last digit', () => {
  const [kept, counted] = [Infinity, 5000].map((limit) => samplesOf(limit, (index) => Math.round(spread(index))))
  if (kept === undefined || counted === undefined) throw new Error('Both are there.')
  for (const endpoint of [1, 2, 3])
    expect(counted.ofEndpoint(endpoint).quantiles(SHARES)).toEqual(kept.ofEndpoint(endpoint).quantiles(SHARES))
  expect(counted.whole.quantiles(SHARES)).toEqual(kept.whole.quantiles(SHARES))
  expect(counted.whole.count).toBe(SAMPLES)
})

test('other times that are counted are within 0.1 %', () => {
  const [kept, counted] = [Infinity, 5000].map((limit) => samplesOf(limit, spread).whole.quantiles(SHARES))
  for (const [index, exact] of (kept ?? []).entries())
    expect(Math.abs((counted?.[index] ?? Number.NaN) / exact - 1)).toBeLessThan(0.001)
})

test('standard errors of counted samples are those of batches', () => {
  const [kept, counted] = [Infinity, 5000].map((limit) =>
    samplesOf(limit, (index) => Math.round(spread(index))).whole.standardErrors(),
  )
  for (const stat of ['p50', 'p95']) {
    const ratio = (counted?.get(stat) ?? Number.NaN) / (kept?.get(stat) ?? Number.NaN)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  }
})

test('the timeline of counted samples shows when they became slow', () => {
  const timeline = samplesOf(5000, (index) => Math.round(spread(index))).timeline(WINDOW)
  const slices = (timeline?.slices ?? []).filter(({ requests }) => requests > 0)
  expect(slices.reduce((total, { requests }) => total + requests, 0)).toBe(SAMPLES)
  expect(slices.length).toBeGreaterThan(30)
  expect(slices.length).toBeLessThanOrEqual(61)
  expect((slices.at(-1)?.p95Ms ?? 0) / (slices[0]?.p95Ms ?? 0)).toBeGreaterThan(1.3)
})

test('a few different values take little memory, however far apart they are', () => {
  const counts = createValueCounts()
  for (const value of [0, 1e-9, 0.25, 17, 65_535, 65_536, 3.6e6, 1e15]) countCell(counts, cellOf(value), 2)
  expect(counts.pages.filter((page) => page !== undefined).length).toBeLessThanOrEqual(8)
  const values = countedValues(counts).map(({ value }) => value)
  expect(values.slice(3, 5)).toEqual([17, 65_535])
  for (const [index, value] of [0.25, 65_536, 3.6e6].entries())
    expect(Math.abs((values[[2, 5, 6][index] ?? 0] ?? 0) / value - 1)).toBeLessThan(0.001)
})
