import type { Difference } from './compared.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds, countingVariance } from './log-odds.ts'
import { meanOf, type Observation, varianceBeyondCounting } from './spread.ts'

/** With fewer on a side nobody knows how much pods differ. */
export const LEAST_PODS = 3

/**
 * Old and new pods that served at the same time. The pod is the unit: the requests of one pod share its machine and its neighbours, so they are
 * not independent, and a test that counts requests calls every second difference between machines a regression.
 */
export function comparePods(old: readonly Histogram[], young: readonly Histogram[], end: number): Difference {
  const sides = [old, young].map((pods) => pods.map((pod) => oddsOf(pod, end)))
  const beyond = varianceBeyondCounting(sides)
  const [baseline, candidate] = sides.map((side) => meanOf(side, beyond))
  return {
    logRatio: (candidate?.value ?? 0) - (baseline?.value ?? 0),
    standardError: Math.sqrt((candidate?.variance ?? 0) + (baseline?.variance ?? 0)),
    degreesOfFreedom: old.length + young.length - 2,
  }
}

function oddsOf(pod: Histogram, end: number): Observation {
  const slow = slowerThan(pod, end) ?? 0
  return { value: countedLogOdds(slow, pod.requests), countingVariance: countingVariance(slow, pod.requests) }
}
