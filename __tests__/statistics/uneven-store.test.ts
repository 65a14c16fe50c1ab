import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../../scripts/simulation/random.ts'
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

  test('that drift slowly are mostly seen', () => {
    expect(share(200, () => unevennessOf(drifting(20, 0.95, 0.04))?.kind === 'correlated')).toBeGreaterThan(0.5)
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
  expect(evidence?.remarks.filter((remark) => remark.includes('levels'))).toEqual([
    'The stored jobs of checkout come at two levels, 12.0 % apart, so its machines are not alike. A comparison with this store alarms more often than is said here; pairs on one machine are safer.',
  ])
})
