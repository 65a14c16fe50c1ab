import type { Difference } from './compared.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds, countingVariance } from './log-odds.ts'

/** With fewer on a side nobody knows how much pods differ. */
export const LEAST_PODS = 3

/**
 * Old and new pods that served at the same time. The pod is the unit: the requests of one pod share its machine and its neighbours, so they are
 * not independent, and a test that counts requests calls every second difference between machines a regression.
 */
export function comparePods(old: readonly Histogram[], young: readonly Histogram[], end: number): Difference {
  const [left, right] = [old, young].map((pods) => pods.map((pod) => oddsOf(pod, end)))
  const sides = [left ?? [], right ?? []]
  const degreesOfFreedom = old.length + young.length - 2
  const pooled = sides.reduce((sum, pods) => sum + squares(pods.map(({ value }) => value)), 0) / degreesOfFreedom
  const counting = mean(sides.flat().map(({ variance }) => variance))
  // What pods differ by beyond counting. Never below 0, or a lucky agreement of a few pods would prove anything.
  const between = Math.max(0, pooled - counting)
  const variance = sides.reduce(
    (sum, pods) => sum + pods.reduce((all, pod) => all + between + pod.variance, 0) / pods.length ** 2,
    0,
  )
  const [baseline = 0, candidate = 0] = sides.map((pods) => mean(pods.map(({ value }) => value)))
  return { logRatio: candidate - baseline, standardError: Math.sqrt(variance), degreesOfFreedom }
}

function oddsOf(pod: Histogram, end: number): Readonly<{ value: number; variance: number }> {
  const slow = slowerThan(pod, end) ?? 0
  return { value: countedLogOdds(slow, pod.requests), variance: countingVariance(slow, pod.requests) }
}

function squares(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
