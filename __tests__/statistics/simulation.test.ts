import { describe, expect, test } from '@jest/globals'
import { comparisonInput, type Design, openPullRequest, type Scenario } from '../../scripts/simulation/pull-request.ts'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { isBlocked, isSilent, measureRates } from '../../scripts/simulation/rates.ts'
import { checkRules } from '../../src/policy/check-rules.ts'
import { decide } from '../../src/policy/decide.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { RULES } from '../../src/policy/registry.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'

/*
 * The promised rates, on fewer pull requests than docs/accuracy.md has. Everything is seeded, so a red test is a changed
 * rule and never bad luck. Limits have room for the error of the simulation, which each test says.
 */
const SEED = 20261122

const scenario = (design: Design, runs: number, noise: number, changes: Partial<Scenario> = {}): Scenario => ({
  design,
  runs,
  noise,
  machineNoise: 0,
  outliers: 0,
  services: 1,
  endpointsPerService: 0,
  effect: 0,
  affectedServices: 1,
  ...changes,
})

// 800 pull requests: 5.5 % has an error of 0.8 points.
describe.each([
  ['same-machine', 3],
  ['same-machine', 10],
  ['pairs', 3],
  ['pairs', 5],
  ['history', 3],
] as const)('%s, %d runs', (design, runs) => {
  test.each([0.02, 0.05, 0.1])('noise %d: unchanged code is proven to be slower in at most 5.5 %%', (noise) => {
    expect(measureRates(scenario(design, runs, noise), 'none', 800, SEED).proven).toBeLessThan(0.055 + 0.008)
  })

  test.each([0.02, 0.05])('noise %d: +10 %% is said to be unchanged in at most 2 %%', (noise) => {
    const { saidUnchanged } = measureRates(scenario(design, runs, noise, { effect: 0.1 }), 'none', 800, SEED)
    expect(saidUnchanged).toBeLessThan(0.02 + 0.005)
  })
})

// Errors of 1,000 pull requests: 0.3 to 1.4 points.
test.each([
  ['same-machine', 1, 0.05, 0, 0.244],
  ['same-machine', 1, 0.02, 0.1, 0.949],
  ['same-machine', 3, 0.03, 0.1, 0.972],
  ['history', 3, 0.03, 0.1, 0.991],
] as const)('%s, %d runs, noise %d, effect %d: blocked as often as calculated', (design, runs, noise, effect, rate) => {
  const { blocked } = measureRates(scenario(design, runs, noise, { effect }), 'none', 1000, SEED)
  expect(Math.abs(blocked - rate)).toBeLessThan(0.025)
})

describe('a confirmation that goes on while inconclusive, 5 % noise', () => {
  test('blocks +10 % in at least 97 %', () => {
    const { blocked } = measureRates(
      scenario('same-machine', 3, 0.05, { effect: 0.1 }),
      'unproven-and-inconclusive',
      1500,
      SEED,
    )
    expect(blocked).toBeGreaterThan(0.97 - 0.004)
  })

  test('blocks unchanged code in at most 5 %', () => {
    const { blocked } = measureRates(scenario('same-machine', 3, 0.05), 'unproven-and-inconclusive', 1500, SEED)
    expect(blocked).toBeLessThan(0.05 + 0.006)
  })
})

test('16 services, 80 series, five pairs, 3 % noise, confirmed: unchanged code is blocked in at most 5 %', () => {
  const many = scenario('pairs', 5, 0.03, { services: 16, endpointsPerService: 4 })
  expect(measureRates(many, 'unproven', 200, SEED).blocked).toBeLessThan(0.05)
})

test('runs that shared a machine are not independent: they prove nothing about another machine', () => {
  const twoMachines = scenario('two-machines', 5, 0.02, { machineNoise: 0.05 })
  expect(measureRates(twoMachines, 'none', 1000, SEED).proven).toBeLessThan(0.08)
})

test('the same seed gives the same rates', () => {
  const once = () => measureRates(scenario('pairs', 3, 0.05), 'unproven', 50, SEED)
  expect(once()).toEqual(once())
})

test.each([
  ['pairs', 3, 3],
  ['same-machine', 1, 2],
  ['history', 2, 2],
] as const)('blocked and silent are what the default policy makes of it: %s, %d runs', (design, runs, endpoints) => {
  const policy = defaultPolicy({})
  const random = seededRandom(SEED)
  const outcomes = Array.from({ length: 120 }, (_, index) => {
    const pullRequest = openPullRequest(
      scenario(design, runs, 0.03, { endpointsPerService: endpoints, effect: index % 2 === 0 ? 0 : 0.05 }),
      random,
    )
    const input = comparisonInput(pullRequest, design, false)
    const evidence = compareServices(input)
    const findings = checkRules(evidence, policy, RULES)
    const verdict = decide({
      evidence,
      findings,
      lookup: input.lookup,
      refusals: [],
      policy,
      override: { kind: 'none' },
    })
    expect(isBlocked(evidence)).toBe(verdict.blocked)
    expect(isSilent(evidence)).toBe(verdict.outcome === 'pass')
    return verdict.outcome
  })
  // All three outcomes were there, so that the agreement means something.
  expect(new Set(outcomes)).toEqual(new Set(['fail', 'warn', 'pass']))
})
