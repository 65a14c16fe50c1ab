import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { storedOutlierShare } from '../../src/statistics/stored-outliers.ts'
import { evidenceOf, history, jobs } from './runs.ts'

const quiet = [0, 0.02, -0.01, 0.01, -0.02, 0.015, -0.015, 0.005, -0.005, 0.02, -0.02, 0, 0.01, -0.01, 0.02]

describe('the share of stored jobs that were as far off', () => {
  test('is 0 where none was', () => {
    expect(storedOutlierShare(quiet, 0.4)).toBe(0)
    expect(storedOutlierShare([0], 0.4)).toBe(0)
    expect(storedOutlierShare([], 0.4)).toBe(0)
  })

  test('counts those that were at least half as far off, in the same direction', () => {
    const wild = quiet.map((log, index) => (index === 4 || index === 10 ? log + 0.4 : log))
    expect(storedOutlierShare(wild, 0.5)).toBe(3 / 16)
    expect(storedOutlierShare(wild, 1)).toBe(0)
    expect(storedOutlierShare(wild, -0.5)).toBe(0)
  })

  test('a step of the branch is no outlier', () => {
    expect(storedOutlierShare([...quiet, ...quiet.map((log) => log + 0.4)], 0.4)).toBe(0)
  })

  test('normal jobs are none: in at most 1 of 20 stores', () => {
    const random = seededRandom(8)
    const stores = Array.from({ length: 300 }, () => Array.from({ length: 30 }, () => 0.04 * random.normal()))
    expect(stores.filter((logs) => storedOutlierShare(logs, 0.2) > 0).length).toBeLessThanOrEqual(15)
  })
})

const STEADY = [100, 102, 99, 101, 98, 101.5, 98.5, 100.5, 99.5, 102, 98, 100, 101, 99, 102, 100, 98, 101]
const WILD = STEADY.map((value, index) => (index === 5 || index === 12 ? 1.5 * value : value))

test('one job that is far off proves a slowdown, unless stored jobs of unchanged code were as far off', () => {
  const verdictOf = (store: readonly number[], candidate: readonly number[]) =>
    evidenceOf({ runs: jobs(candidate), store: history(store) }).comparisons[0]
  expect(verdictOf(STEADY, [150])).toMatchObject({ verdict: 'regressed', estimate: { unprovable: null } })
  expect(verdictOf(WILD, [150])).toMatchObject({
    verdict: 'unproven',
    estimate: { detectableRatio: null, unprovable: 'stored-outliers' },
  })
  // Three jobs show for themselves that it is no outlier.
  expect(verdictOf(WILD, [150, 148, 151])).toMatchObject({ verdict: 'regressed', estimate: { unprovable: null } })
})

test('a level that a search found a few jobs ago proves nothing yet', () => {
  const stepped = (since: number) => [...STEADY, ...STEADY.slice(0, since).map((value) => 1.3 * value)]
  const compared = (since: number) =>
    evidenceOf({ runs: jobs([160, 161, 159]), store: history(stepped(since)) }).comparisons[0]
  expect(compared(5)).toMatchObject({
    verdict: 'unproven',
    runs: { baseline: 5 },
    estimate: { unprovable: 'new-level' },
  })
  expect(compared(9)).toMatchObject({ verdict: 'regressed', runs: { baseline: 9 }, estimate: { unprovable: null } })
})
