import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { plainText } from '../../src/model/text.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { unevennessOf } from '../../src/statistics/uneven-store.ts'
import { history, input, jobs } from './runs.ts'

const random = seededRandom(3)
const independent = (jobsStored: number, sd: number) => Array.from({ length: jobsStored }, () => sd * random.normal())

/** Machines that drift: AR(1). */
function drifting(jobsStored: number, correlation: number, sd: number): readonly number[] {
  let level = 0
  return Array.from({ length: jobsStored }, () => {
    level = correlation * level + Math.sqrt(1 - correlation ** 2) * random.normal()
    return sd * level
  })
}

const twoClasses = (jobsStored: number) =>
  Array.from({ length: jobsStored }, (_, index) => (index % 3 === 0 ? 0.12 : 0) + 0.015 * random.normal())

function share(of: number, found: (index: number) => boolean): number {
  return Array.from({ length: of }, (_, index) => found(index)).filter(Boolean).length / of
}

describe('the jobs of a store', () => {
  test('that are alike are called uneven in at most 1 of 20 stores', () => {
    expect(share(400, () => unevennessOf(independent(20, 0.04)) !== null)).toBeLessThan(0.05)
  })

  test('of eight services: some are called uneven in at most 1 of 20 reports', () => {
    const report = () => Array.from({ length: 8 }, () => unevennessOf(independent(30, 0.04), 8))
    expect(share(60, () => report().some((found) => found !== null))).toBeLessThan(0.05 + 1.645 * 0.028)
  })

  test('of a branch that stepped are no worse: the step is of the code', () => {
    const stepped = () => independent(30, 0.03).map((log, index) => log + (index < 18 ? 0 : 0.15))
    expect(share(200, () => unevennessOf(stepped()) !== null)).toBeLessThan(0.05)
  })

  test('that drift slowly are often seen', () => {
    expect(share(200, () => unevennessOf(drifting(45, 0.8, 0.04))?.kind === 'correlated')).toBeGreaterThan(0.5)
  })

  test('that are whole milliseconds of a fast service are no two kinds of machines', () => {
    const fast = () => independent(30, 0.1).map((log) => Math.log(Math.round(3 * Math.exp(log))))
    expect(share(200, () => unevennessOf(fast())?.kind === 'two-levels')).toBeLessThan(0.05)
  })

  test('of two kinds of machines are mostly seen, with the distance', () => {
    expect(share(200, () => unevennessOf(twoClasses(20))?.kind === 'two-levels')).toBeGreaterThan(0.9)
    const found = unevennessOf(twoClasses(20))
    expect(found?.kind === 'two-levels' ? found.changeRatio : 0).toBeCloseTo(0.127, 1)
  })

  test('that are few say nothing', () => {
    expect(unevennessOf(drifting(11, 0.99, 0.04))).toBeNull()
  })
})

test('the report says it once, with the number', () => {
  const stored = history([100, 100.5, 112, 99.6, 100.2, 112.5, 100.1, 99.9, 111.8, 100.3, 99.8, 112.1, 100, 100.4])
  const [evidence] = compareServices(input({ runs: jobs([101]), store: stored }))
  expect(evidence?.notes.map(plainText).filter((note) => note.includes('levels'))).toEqual([
    'The stored jobs of checkout come at two levels, 12.0 % apart, so its machines are not alike. A comparison with this store alarms more often than is said here, and nothing is called proven against it. Measure both versions in pairs, on one machine, instead.',
  ])
})

test('against such a store a slowdown is over the limit, and nothing is called proven', () => {
  const stored = history([100, 100.5, 112, 99.6, 100.2, 112.5, 100.1, 99.9, 111.8, 100.3, 99.8, 112.1, 100, 100.4])
  const [evidence] = compareServices(input({ runs: jobs([170, 172, 171]), store: stored }))
  expect(evidence?.comparisons[0]).toMatchObject({
    verdict: 'unproven',
    estimate: { detectableRatio: null, unprovable: 'uneven-store' },
  })
})
