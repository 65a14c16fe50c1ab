import { successiveDifferenceSd } from './noise.ts'
import { runningMedians } from './running-median.ts'

/** Normal noise is this far from its level in 1 of 30,000 jobs. */
const FAR_SD = 4

/** Outliers differ in size: one that was half as far off tells that this one may be one too. */
const ALIKE = 0.5

/**
 * How often a single job of unchanged code was as far off as this one. A p-value rests on the tail of a normal distribution, and one job
 * alone cannot show that it is no outlier: of 1 job in 20 that is half as slow again, each comes out with p < .0001. The stored
 * jobs have seen the tail. They are counted about the running median, so that steps of the branch do not count.
 *
 * @param storedLogs natural logarithms of stored jobs, in the order of time
 * @param changeLog the estimate for one job, in either direction
 * @returns the rank of the job among those that were as far off in its direction, a share; 0 where there was none
 */
export function storedOutlierShare(storedLogs: readonly number[], changeLog: number): number {
  const [first, ...rest] = storedLogs
  if (first === undefined || rest.length === 0) return 0
  const far = Math.max(FAR_SD * successiveDifferenceSd([first, ...rest]), ALIKE * Math.abs(changeLog))
  const levels = runningMedians(storedLogs)
  const alike = storedLogs.filter((log, index) => Math.sign(changeLog) * (log - (levels[index] ?? log)) >= far).length
  return alike === 0 ? 0 : (alike + 1) / (storedLogs.length + 1)
}
