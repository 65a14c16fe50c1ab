import type { Difference } from './compared.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { countedLogOdds } from './log-odds.ts'

/** The days before the deployment whose step at the same time is compared with: a week, so that each day of the week is there once. */
export const DAYS = 7

/** Of those days, so many must be usable. */
export const LEAST_DAYS = 5

/** The requests of a day before and after one time of day. */
export type Step = Readonly<{ before: Histogram; after: Histogram }>

/**
 * The step at the deployment against the step at the same time on the days before. A day moves by itself, in the same way each day or in
 * another: how much, the other days tell. The day is the unit, so with seven of them only large changes are seen.
 */
export function compareDays(today: Step, days: readonly Step[], end: number): Difference {
  const steps = days.map((day) => sizeOf(day, end))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (steps.length - 1)
  return {
    logRatio: sizeOf(today, end) - mean,
    standardError: Math.sqrt(variance * (1 + 1 / steps.length)),
    degreesOfFreedom: steps.length - 1,
  }
}

function sizeOf({ before, after }: Step, end: number): number {
  const [from, to] = [before, after].map((one) => countedLogOdds(slowerThan(one, end) ?? 0, one.requests))
  return (to ?? 0) - (from ?? 0)
}
