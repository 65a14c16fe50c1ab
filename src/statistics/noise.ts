import { median } from 'simple-statistics'
import type { Samples } from '../model/samples.ts'

/** How much runs of the same code vary: the standard deviation of the logarithm of one run, and how well it is known. */
export type Noise = Readonly<{ sd: number; degreesOfFreedom: number }>

/**
 * The smallest noise that is assumed: 0.5 %. Identical runs are a sign of few or rounded values, not of a machine without noise:
 * bare metal measured 0.56 % (https://codspeed.io/blog/benchmarks-in-ci-without-noise).
 */
export const NOISE_FLOOR_SD = 0.005

/**
 * The noise that is assumed when nothing is known: 5 % from run to run. We measured 3.4 to 6.2 % for p95 of the same code on a
 * shared two-core machine.
 */
export const ASSUMED_NOISE = { sd: 0.05, degreesOfFreedom: 10 } as const satisfies Noise

/** With fewer stored runs than this, their noise is not known well enough. */
const MIN_HISTORY = 8

/** The median of |x| for a standard normal x, qnorm(.75) in R: it turns a median absolute difference into a standard deviation. */
const NORMAL_QUARTILE = 0.6744897501960817

/**
 * Run-to-run noise, from the differences between neighbours. Unlike the plain standard deviation, it hardly changes with a slow
 * drift or a single step in the series. The runs must be independent and in the order of time.
 *
 * @param logs natural logarithms, in the order of time
 * @returns a standard deviation of logarithms, at least 0.005
 * @throws RangeError when there are fewer than two values
 */
export function successiveDifferenceSd(logs: Samples): number {
  if (logs.length < 2) throw new RangeError('Successive differences need two values or more, found 1.')
  const [, ...later] = logs
  const differences = later.map((log, index) => Math.abs(log - (logs[index] ?? log)))
  return Math.max(median(differences) / NORMAL_QUARTILE / Math.SQRT2, NOISE_FLOOR_SD)
}

/**
 * The noise as the stored runs show it, apart from this comparison.
 *
 * @param historyLogs natural logarithms of stored runs, in the order of time; may be empty
 * @param compared how many of the newest runs are compared with the candidate. They add no degrees of freedom here, because their
 * spread is already in the comparison. If they counted twice, unchanged code would be "proven" to be slower 1.4 to 1.7 times as
 * often as the level of .05 / 16 says, instead of 1.1 to 1.2 times (20 stored jobs, simulated)
 * @returns null when fewer than eight runs are stored
 */
export function noisePrior(historyLogs: readonly number[], compared = 0): Noise | null {
  const [first, ...later] = historyLogs
  if (first === undefined || historyLogs.length < MIN_HISTORY) return null
  return {
    sd: successiveDifferenceSd([first, ...later]),
    // Successive differences have fewer degrees of freedom than their number h suggests. Simulations gave h/2, at most 10.
    degreesOfFreedom: Math.min(10, Math.floor(Math.max(historyLogs.length - compared, 0) / 2)),
  }
}
