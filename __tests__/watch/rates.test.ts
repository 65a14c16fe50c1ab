import { describe, expect, test } from '@jest/globals'
import { boundFor } from '../../src/watch/bound.ts'
import { compareDays, DAYS, type Step } from '../../src/watch/compare-days.ts'
import { comparePods } from '../../src/watch/compare-pods.ts'
import { pValueOf } from '../../src/watch/difference.ts'
import { type Histogram, slowerThan, sumOf } from '../../src/watch/histogram.ts'
import { latencyChange } from '../../src/watch/latency-change.ts'
import { ALPHA, looksAt, SETTLE_S } from '../../src/watch/looks.ts'
import { normal, seeded, wandering } from './noise.ts'
import { addRequests, type Counted, dayFactor, ENDS, nothing } from './traffic.ts'

/*
 * How often an unchanged deployment alarms, and how often a slower deployment is found: 200 simulated deployments each, always
 * the same ones. The level of the service wanders by 8 % and keeps nine tenths of itself for five minutes, its traffic changes by
 * a half over the day, and pods differ by 2 %. These numbers are an assumption; docs/guides/production.md says that beside the
 * rates.
 */

const DEPLOYMENTS = 200
const STEP_S = 300
const LEVEL_SD = 0.08
const POD_SD = 0.02
const LIMIT = 0.05

const LOOKS = looksAt(0).map(({ minutes }) => minutes)

const rateOf = (alarms: (seed: number) => boolean): number =>
  Array.from({ length: DEPLOYMENTS }, (_, seed) => alarms(seed + 1)).filter(Boolean).length / DEPLOYMENTS

function histogram({ requests, within }: Counted): Histogram {
  return { requests, buckets: ENDS.map((end, index) => ({ end, within: within[index] ?? 0 })) }
}

type Pods = Readonly<{ pods: number; requestsPerS: number; overlapMinutes: number; slowness: number }>

/** The histograms of old and new pods at each look. */
function podsAt(seed: number, { pods, requestsPerS, overlapMinutes, slowness }: Pods) {
  const random = seeded(seed)
  const level = wandering(random, 48, LEVEL_SD)
  const expected = (requestsPerS * STEP_S) / (2 * pods)
  const pod = (factor: number): readonly Histogram[] => {
    const own = POD_SD * normal(random)
    const counted = nothing()
    return level.map((at) => {
      addRequests(counted, random, expected, factor * Math.exp(at + own))
      return histogram({ ...counted, within: [...counted.within] })
    })
  }
  const [old, current] = [1, slowness].map((factor) => Array.from({ length: pods }, () => pod(factor)))
  return LOOKS.map((minutes) => {
    const at = Math.min(minutes, overlapMinutes) / 5 - 1
    return [old, current].map((side = []) => side.flatMap((one) => one[at] ?? []))
  })
}

function podsAlarm(seed: number, setting: Pods): boolean {
  return podsAt(seed, setting).some(([old = [], current = []]) => {
    const all = sumOf(old)
    const end = boundFor(all, 's')
    const difference = comparePods(old, current, end)
    return pValueOf(difference) <= ALPHA.pods && (latencyChange(all, end, difference.logRatio) ?? 1) > LIMIT
  })
}

/** The step of the day of the deployment, and the steps of the days before, at each look. */
function stepsAt(seed: number, requestsPerS: number, slowness: number): readonly (readonly Step[])[] {
  const random = seeded(seed)
  const deployedAtS = (DAYS + 1) * 86_400 + STEP_S * Math.floor((random() * 86_400) / STEP_S)
  const level = wandering(random, (deployedAtS + 5 * 3600) / STEP_S + 1, LEVEL_SD)
  const window = (fromS: number, untilS: number): Histogram => {
    const counted = nothing()
    for (let atS = fromS; atS < untilS; atS += STEP_S) {
      const day = dayFactor(atS % 86_400)
      const factor = Math.exp((level[atS / STEP_S] ?? 0) + 0.15 * (day - 1)) * (atS >= deployedAtS ? slowness : 1)
      addRequests(counted, random, requestsPerS * STEP_S * day, factor)
    }
    return histogram(counted)
  }
  return LOOKS.map((minutes) =>
    Array.from({ length: DAYS + 1 }, (_, day) => {
      const at = deployedAtS - day * 86_400
      return {
        before: window(at - SETTLE_S - 60 * minutes, at - SETTLE_S),
        after: window(at + SETTLE_S, at + SETTLE_S + 60 * minutes),
      }
    }),
  )
}

function daysAlarm(seed: number, slowness: number): boolean {
  return stepsAt(seed, 20, slowness).some(([today, ...days]) => {
    if (today === undefined) return false
    const end = boundFor(today.before, 's')
    return pValueOf(compareDays(today, days, end)) <= ALPHA.days
  })
}

/** The obvious but wrong test: is the share of slow requests larger after the deployment, as if requests were independent? */
function twoProportionsAlarm(seed: number): boolean {
  const [today] = stepsAt(seed, 20, 1)[0] ?? []
  if (today === undefined) return false
  const { before, after } = today
  const end = boundFor(before, 's')
  const [slowBefore, slowAfter] = [slowerThan(before, end) ?? 0, slowerThan(after, end) ?? 0]
  const ratio = (slowBefore + slowAfter) / (before.requests + after.requests)
  const error = Math.sqrt(ratio * (1 - ratio) * (1 / before.requests + 1 / after.requests))
  return (slowAfter / after.requests - slowBefore / before.requests) / error > 1.645
}

const SIDE_BY_SIDE = { pods: 4, requestsPerS: 20, overlapMinutes: 30 }

describe('pods side by side', () => {
  test.each([
    ['four pods, 30 minutes', SIDE_BY_SIDE],
    ['three pods, 30 minutes', { ...SIDE_BY_SIDE, pods: 3 }],
    ['four pods, four hours', { ...SIDE_BY_SIDE, overlapMinutes: 240 }],
    ['eight pods, much traffic', { pods: 8, requestsPerS: 100, overlapMinutes: 240 }],
  ])('at most 5 %% of unchanged deployments alarm: %s', (_, setting) => {
    expect(rateOf((seed) => podsAlarm(seed, { ...setting, slowness: 1 }))).toBeLessThanOrEqual(0.05)
  })

  test.each([
    ['four pods, 30 minutes', SIDE_BY_SIDE],
    ['four pods, four hours', { ...SIDE_BY_SIDE, overlapMinutes: 240 }],
    ['three pods, much traffic', { pods: 3, requestsPerS: 100, overlapMinutes: 30 }],
  ])('10 %% slower is found in at least 95 %%: %s', (_, setting) => {
    expect(rateOf((seed) => podsAlarm(seed, { ...setting, slowness: 1.1 }))).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the step against the same step of seven days', () => {
  test('at most 5 % of unchanged deployments alarm, over four looks', () => {
    expect(rateOf((seed) => daysAlarm(seed, 1))).toBeLessThanOrEqual(0.05)
  })

  test('a slowdown of 50 % is found and one of 10 % mostly is not, and the report names the visible size', () => {
    expect(rateOf((seed) => daysAlarm(seed, 1.49))).toBeGreaterThanOrEqual(0.95)
    expect(rateOf((seed) => daysAlarm(seed, 1.1))).toBeLessThan(0.5)
  })
})

test('the naive rule, which compares requests before and after, alarms on a third of unchanged deployments or more', () => {
  expect(rateOf(twoProportionsAlarm)).toBeGreaterThan(0.33)
})
