import type { Difference } from './difference.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds, countingVariance } from './log-odds.ts'
import { meanOf, type Observation, varianceBeyondCounting } from './spread.ts'

/** A week, so that each day of the week is among the days before the deployment. */
export const DAYS = 7

/** At least this number of the days must be usable. */
export const LEAST_DAYS = 5

/** The requests before and after one time of day. */
export type Step = Readonly<{ before: Histogram; after: Histogram }>

/**
 * Compares the step at the deployment with the steps at the same time on the days before. The traffic changes during a day, and
 * not every day changes by the same amount: the days before show by how much. Each day is one observation, so with seven days
 * only large changes are visible.
 */
export function compareDays(today: Step, days: readonly Step[], end: number): Difference {
  const steps = days.map((day) => sizeOf(day, end))
  const step = sizeOf(today, end)
  const beyond = varianceBeyondCounting([steps])
  const usual = meanOf(steps, beyond)
  return {
    logRatio: step.value - usual.value,
    standardError: Math.sqrt(beyond + step.countingVariance + usual.variance),
    degreesOfFreedom: steps.length - 1,
  }
}

function sizeOf({ before, after }: Step, end: number): Observation {
  const [from, to] = [before, after].map((one) => {
    const slow = slowerThan(one, end) ?? 0
    return { value: countedLogOdds(slow, one.requests), variance: countingVariance(slow, one.requests) }
  })
  return {
    value: (to?.value ?? 0) - (from?.value ?? 0),
    countingVariance: (to?.variance ?? 0) + (from?.variance ?? 0),
  }
}
