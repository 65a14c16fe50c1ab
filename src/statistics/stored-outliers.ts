import { successiveDifferenceSd } from './noise.ts'
import { runningMedians } from './running-median.ts'

/** With normal noise, 1 of 30,000 jobs is this many standard deviations above its level. */
const FAR_SD = 4

/** Outliers differ in size. If a stored job was at least half as far away, this job may be an outlier too. */
const ALIKE = 0.5

/**
 * The share of stored jobs that were as far from their level as this single candidate job. The p-value assumes normal noise, and
 * a single job cannot show that it is not an outlier: if 1 job in 20 is slower by half, each such job has p < .0001. The stored
 * jobs show how often this happens. Their distance is taken from the running median, so that changes of level do not count.
 *
 * @param storedLogs natural logarithms of stored jobs, in the order of time
 * @param changeLog the estimate for one job, in either direction
 * @returns a share: the rank of the job among the stored jobs that were as far away in its direction; 0 if there are none
 */
export function storedOutlierShare(storedLogs: readonly number[], changeLog: number): number {
  const [first, ...rest] = storedLogs
  if (first === undefined || rest.length === 0) return 0
  const far = Math.max(FAR_SD * successiveDifferenceSd([first, ...rest]), ALIKE * Math.abs(changeLog))
  const levels = runningMedians(storedLogs)
  const alike = storedLogs.filter((log, index) => Math.sign(changeLog) * (log - (levels[index] ?? log)) >= far).length
  return alike === 0 ? 0 : (alike + 1) / (storedLogs.length + 1)
}
