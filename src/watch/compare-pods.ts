import type { Difference } from './difference.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds, countingVariance } from './log-odds.ts'
import { meanOf, type Observation, varianceBeyondCounting } from './spread.ts'

/** With fewer pods on one side, the differences between pods cannot be estimated. */
export const LEAST_PODS = 3

/**
 * Compares old and new pods that served at the same time. Each pod is one observation. The requests of a pod share its machine
 * and its neighbours, so they are not independent: a test that counted requests would alarm on a third of all unchanged
 * deployments or more (docs/guides/production.md).
 */
export function comparePods(oldPods: readonly Histogram[], newPods: readonly Histogram[], end: number): Difference {
  const sides = [oldPods, newPods].map((pods) => pods.map((pod) => oddsOf(pod, end)))
  const beyond = varianceBeyondCounting(sides)
  const [baseline, candidate] = sides.map((side) => meanOf(side, beyond))
  return {
    logRatio: (candidate?.value ?? 0) - (baseline?.value ?? 0),
    standardError: Math.sqrt((candidate?.variance ?? 0) + (baseline?.variance ?? 0)),
    degreesOfFreedom: oldPods.length + newPods.length - 2,
  }
}

function oddsOf(pod: Histogram, end: number): Observation {
  const slow = slowerThan(pod, end) ?? 0
  return { value: countedLogOdds(slow, pod.requests), countingVariance: countingVariance(slow, pod.requests) }
}
