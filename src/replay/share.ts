import type { Share } from '../model/replay.ts'
import { binomialInterval } from '../statistics/binomial-interval.ts'

/** A share with the range that the number of trials leaves open. Throws a RangeError when there is no trial. */
export function shareOf(count: number, trials: number): Share {
  return { ratio: count / trials, ...binomialInterval(count, trials) }
}
