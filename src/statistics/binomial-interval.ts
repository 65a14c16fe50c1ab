import jStat from 'jstat'

/**
 * The range of true shares that a count leaves open: the exact two-sided 95 % interval of Clopper and Pearson 1934
 * (https://doi.org/10.1093/biomet/26.4.404). It holds for any number of trials, also for none or all of them.
 *
 * @returns shares between 0 and 1
 * @throws RangeError when there is no trial, or the count is not between 0 and their number
 */
export function binomialInterval(count: number, trials: number): Readonly<{ lower: number; upper: number }> {
  if (!(trials > 0 && count >= 0 && count <= trials)) {
    throw new RangeError(`A share needs a count between 0 and the number of trials, found ${count} of ${trials}.`)
  }
  return {
    lower: count === 0 ? 0 : jStat.beta.inv(TAIL, count, trials - count + 1),
    upper: count === trials ? 1 : jStat.beta.inv(1 - TAIL, count + 1, trials - count),
  }
}

const TAIL = 0.025
