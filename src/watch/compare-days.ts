import type { Difference } from './compared.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds, countingVariance } from './log-odds.ts'
import { meanOf, type Observation, varianceBeyondCounting } from './spread.ts'

/** The days before the deployment whose step at the same time is compared with: a week, so that each day of the week is there once. */
export const DAYS = 7

/** At least this many of those days must be usable. */
export const LEAST_DAYS = 5

/** The requests of a day before and after one time of day. */
export type Step = Readonly<{ before: Histogram; after: Histogram }>

/**
 * The step at the deployment against the step at the same time on the days before. A day moves by itself, in the same way each day or in
 * another: how much, the other days tell. The day is the unit, so with seven of them only large changes are seen.
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
