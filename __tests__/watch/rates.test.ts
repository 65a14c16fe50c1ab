import { describe, expect, test } from '@jest/globals'
import { daysAlarm, podsAlarm, rateOf, twoProportionsAlarm } from '../../scripts/simulation/deployments.ts'

/*
 * How often an unchanged deployment alarms, and how often a slower deployment is found. A smaller simulation than that of
 * docs/guides/production.md, always of the same deployments.
 */

const DEPLOYMENTS = 200

const SIDE_BY_SIDE = { pods: 4, requestsPerS: 20, overlapMinutes: 30 }

describe('pods side by side', () => {
  test.each([
    ['four pods, 30 minutes', SIDE_BY_SIDE],
    ['three pods, 30 minutes', { ...SIDE_BY_SIDE, pods: 3 }],
    ['four pods, four hours', { ...SIDE_BY_SIDE, overlapMinutes: 240 }],
    ['eight pods, much traffic', { pods: 8, requestsPerS: 100, overlapMinutes: 240 }],
  ])('at most 5 %% of unchanged deployments alarm: %s', (_, setting) => {
    expect(rateOf(DEPLOYMENTS, (seed) => podsAlarm(seed, { ...setting, slowness: 1 }))).toBeLessThanOrEqual(0.05)
  })

  test.each([
    ['four pods, 30 minutes', SIDE_BY_SIDE],
    ['four pods, four hours', { ...SIDE_BY_SIDE, overlapMinutes: 240 }],
    ['three pods, much traffic', { pods: 3, requestsPerS: 100, overlapMinutes: 30 }],
  ])('10 %% slower is found in at least 95 %%: %s', (_, setting) => {
    expect(rateOf(DEPLOYMENTS, (seed) => podsAlarm(seed, { ...setting, slowness: 1.1 }))).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the step against the same step of seven days', () => {
  test('at most 5 % of unchanged deployments alarm, over four looks', () => {
    expect(rateOf(DEPLOYMENTS, (seed) => daysAlarm(seed, 1))).toBeLessThanOrEqual(0.05)
  })

  test('a slowdown of 50 % is found and one of 10 % mostly is not, and the report names the visible size', () => {
    expect(rateOf(DEPLOYMENTS, (seed) => daysAlarm(seed, 1.49))).toBeGreaterThanOrEqual(0.95)
    expect(rateOf(DEPLOYMENTS, (seed) => daysAlarm(seed, 1.1))).toBeLessThan(0.5)
  })
})

test('the naive rule, which compares requests before and after, alarms on a third of unchanged deployments or more', () => {
  expect(rateOf(DEPLOYMENTS, twoProportionsAlarm)).toBeGreaterThan(0.33)
})
