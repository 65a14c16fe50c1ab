import { describe, expect, test } from '@jest/globals'
import { measureRates } from '../../scripts/simulation/rates.ts'
import { measureRecording } from '../../scripts/simulation/recording.ts'
import { type Design, ONE_SERVICE, type Scenario } from '../../scripts/simulation/scenario.ts'
import type { Share } from '../../scripts/simulation/share.ts'
import { detectableSentence } from '../../scripts/simulation/words.ts'

/*
 * Checks the promises of docs/accuracy.md with fewer pull requests. The random numbers are seeded, so a red test means that a
 * rule changed. Each limit includes the error of its own simulation, one-sided 95 %.
 */
const SEED = 20261122

function expectAtMost({ mean, error }: Share, limit: number): void {
  expect(mean).toBeLessThan(limit + 1.645 * error)
}

function expectAtLeast({ mean, error }: Share, limit: number): void {
  expect(mean).toBeGreaterThan(limit - 1.645 * error)
}

const confirmed = (design: Design, services: number, changes: Partial<Scenario> = {}): Scenario => ({
  ...ONE_SERVICE,
  design,
  runs: design === 'store' ? 1 : 3,
  confirmation: true,
  services,
  endpointsPerService: services === 1 ? 0 : 3,
  ...changes,
})

function both(scenario: Scenario, pullRequests: number) {
  const rates = measureRates(scenario, [0, 0.1], pullRequests, SEED)
  const [unchanged, slower] = [rates.get(0), rates.get(0.1)]
  if (unchanged === undefined || slower === undefined) throw new Error('Nothing was measured.')
  return { unchanged, slower }
}

describe('the set-ups that are recommended, at 4 % noise', () => {
  test.each([
    ['pairs', 1, 300, { falseAlarms: 0.03, detections: 0.98, runs: 6.5 }],
    ['pairs', 8, 40, { falseAlarms: 0.05, detections: 0.95, runs: 6.5 }],
    ['store', 1, 150, { falseAlarms: 0.03, detections: 0.95, runs: 3 }],
  ] as const)('%s with confirmation, %d services', (design, services, pullRequests, promised) => {
    const { unchanged, slower } = both(confirmed(design, services), pullRequests)
    expectAtMost(unchanged.blocked, promised.falseAlarms)
    expectAtLeast(slower.caught, promised.detections)
    expectAtMost(unchanged.runs, promised.runs)
    expectAtMost(unchanged.provenWrong, 0.05)
    expectAtMost(slower.provenWrong, 0.05)
  })
})

test.each([
  ['runs', 3],
  ['pairs', 5],
  ['store', 3],
] as const)('%s, %d, one look at 5 %% noise: "proven" is wrong in at most 5 %%', (design, runs) => {
  const { unchanged } = both({ ...ONE_SERVICE, design, runs, noise: 0.05, endpointsPerService: 3 }, 90)
  expectAtMost(unchanged.provenWrong, 0.05)
})

// The rate in a normal distribution: P(z > (ln 1.05 - ln effect) / (noise * sqrt(2 / n) * sqrt(pi / 3))).
test.each([
  ['runs', 1, 0.05, 0, 0.245],
  ['runs', 1, 0.02, 0.1, 0.95],
  ['runs', 3, 0.03, 0.1, 0.968],
  ['pairs', 5, 0.04, 0, 0.03],
] as const)('%s, %d runs, noise %d, effect %d: blocked as often as calculated', (design, runs, noise, effect, rate) => {
  const rates = measureRates({ ...ONE_SERVICE, design, runs, noise }, [effect], 600, SEED)
  expect(Math.abs((rates.get(effect)?.blocked.mean ?? 1) - rate)).toBeLessThan(0.025)
})

test('runs that shared a machine are not independent: they prove nothing about another machine', () => {
  const machines = { machines: 'independent', machineNoise: 0.05 } as const
  const { unchanged } = both({ ...ONE_SERVICE, design: 'two-machines', runs: 5, noise: 0.02, ...machines }, 300)
  expectAtMost(unchanged.proven, 0.05)
})

test.each([
  ['pairs', 5],
  ['store', 3],
] as const)('%s, %d: what would have been proven is proven in at least 93 %%', (design, runs) => {
  const sentence = detectableSentence({ ...ONE_SERVICE, design, runs }, 150, SEED)
  expect(sentence.said.mean).toBe(1)
  expectAtLeast(sentence.true, 0.93)
})

test('1 job in 20 is half as slow again: a second job must agree, so a store with confirmation does not believe the first', () => {
  const outliers = { share: 0.05, slower: 'by-half' } as const
  const { unchanged } = both(confirmed('store', 1, { outliers }), 240)
  expectAtMost(unchanged.blocked, 0.03)
  expectAtMost(unchanged.provenWrong, 0.03)
})

test.each([0.02, 0.08])('unchanged pushes, noise %d: marked in at most 1 %, so the store keeps its jobs', (noise) => {
  const { marked, windowJobs } = measureRecording({ ...ONE_SERVICE, design: 'store', noise }, 150, SEED)
  expectAtMost(marked, 0.01)
  expectAtLeast(windowJobs, 18)
})

test('the same seed gives the same rates', () => {
  const once = () => measureRates(confirmed('store', 1), [0.05], 30, SEED)
  expect(once()).toEqual(once())
})
