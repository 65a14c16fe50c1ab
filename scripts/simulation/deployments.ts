import { boundFor } from '../../src/watch/bound.ts'
import { compareDays, DAYS, type Step } from '../../src/watch/compare-days.ts'
import { comparePods } from '../../src/watch/compare-pods.ts'
import { pValueOf } from '../../src/watch/difference.ts'
import { type Histogram, slowerThan, sumOf } from '../../src/watch/histogram.ts'
import { latencyChange } from '../../src/watch/latency-change.ts'
import { ALPHA, looksAt, SETTLE_S } from '../../src/watch/looks.ts'
import { seededRandom } from './random.ts'
import { addRequests, type Counted, dayFactor, ENDS, nothing, wandering } from './traffic.ts'

/*
 * Simulated deployments, and what `watch` would say of them. The level of the service wanders by 8 % and keeps nine tenths of
 * itself for five minutes, its traffic changes by a half over the day, and pods differ by 2 %. These numbers are an assumption;
 * docs/guides/production.md says that beside the rates.
 */

const STEP_S = 300
const REQUESTS_PER_S = 20
const LEVEL_SD = 0.08
const POD_SD = 0.02
const LIMIT = 0.05

const LOOKS = looksAt(0).map(({ minutes }) => minutes)

/** The share of the deployments that alarm. They are the same ones in every call. */
export function rateOf(deployments: number, alarms: (seed: number) => boolean): number {
  return Array.from({ length: deployments }, (_, seed) => alarms(seed + 1)).filter(Boolean).length / deployments
}

function histogram({ requests, within }: Counted): Histogram {
  return { requests, buckets: ENDS.map((end, index) => ({ end, within: within[index] ?? 0 })) }
}

export type Pods = Readonly<{ pods: number; requestsPerS: number; overlapMinutes: number; slowness: number }>

/** The histograms of old and new pods at each look. */
function podsAt(seed: number, { pods, requestsPerS, overlapMinutes, slowness }: Pods) {
  const random = seededRandom(seed)
  const level = wandering(random, 48, LEVEL_SD)
  const expected = (requestsPerS * STEP_S) / (2 * pods)
  const pod = (factor: number): readonly Histogram[] => {
    const own = POD_SD * random.normal()
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

/** Is one of the looks at old and new pods side by side an alarm? */
export function podsAlarm(seed: number, setting: Pods): boolean {
  return podsAt(seed, setting).some(([old = [], current = []]) => {
    const all = sumOf(old)
    const end = boundFor(all, 's')
    const difference = comparePods(old, current, end)
    return pValueOf(difference) <= ALPHA.pods && (latencyChange(all, end, difference.logRatio) ?? 1) > LIMIT
  })
}

/**
 * The step of the day of the deployment, and the steps of that many days before, at each look. A longer look contains the shorter
 * ones, so each five minutes are drawn once.
 */
function stepsAt(seed: number, days: number, slowness: number): readonly (readonly Step[])[] {
  const random = seededRandom(seed)
  const deployedAtS = (DAYS + 1) * 86_400 + STEP_S * Math.floor((random.uniform() * 86_400) / STEP_S)
  const level = wandering(random, (deployedAtS + 5 * 3600) / STEP_S + 1, LEVEL_SD)
  const windowsFrom = (startS: number, direction: 1 | -1): readonly Histogram[] => {
    const counted = nothing()
    let countedS = 0
    return LOOKS.map((minutes) => {
      for (; countedS < 60 * minutes; countedS += STEP_S) {
        const atS = direction === 1 ? startS + countedS : startS - countedS - STEP_S
        const day = dayFactor(atS % 86_400)
        const factor = Math.exp((level[atS / STEP_S] ?? 0) + 0.15 * (day - 1)) * (atS >= deployedAtS ? slowness : 1)
        addRequests(counted, random, REQUESTS_PER_S * STEP_S * day, factor)
      }
      return histogram({ ...counted, within: [...counted.within] })
    })
  }
  const windows = Array.from({ length: days + 1 }, (_, day) => {
    const atS = deployedAtS - day * 86_400
    return { before: windowsFrom(atS - SETTLE_S, -1), after: windowsFrom(atS + SETTLE_S, 1) }
  })
  return LOOKS.map((_, look) =>
    windows.map(({ before, after }) => ({ before: at(before, look), after: at(after, look) })),
  )
}

function at(windows: readonly Histogram[], look: number): Histogram {
  const found = windows[look]
  if (found === undefined) throw new Error(`There is no look ${look}.`)
  return found
}

/** Is one of the looks at the step against the same step of the days before an alarm? */
export function daysAlarm(seed: number, slowness: number): boolean {
  return stepsAt(seed, DAYS, slowness).some(([today, ...days]) => {
    if (today === undefined) return false
    const end = boundFor(today.before, 's')
    return pValueOf(compareDays(today, days, end)) <= ALPHA.days
  })
}

/** The obvious but wrong test: is the share of slow requests larger after the deployment, as if requests were independent? */
export function twoProportionsAlarm(seed: number): boolean {
  const [today] = stepsAt(seed, 0, 1)[0] ?? []
  if (today === undefined) return false
  const { before, after } = today
  const end = boundFor(before, 's')
  const [slowBefore, slowAfter] = [slowerThan(before, end) ?? 0, slowerThan(after, end) ?? 0]
  const ratio = (slowBefore + slowAfter) / (before.requests + after.requests)
  const error = Math.sqrt(ratio * (1 - ratio) * (1 / before.requests + 1 / after.requests))
  return (slowAfter / after.requests - slowBefore / before.requests) / error > 1.645
}
