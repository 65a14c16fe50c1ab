import { mean, sampleStandardDeviation } from 'simple-statistics'

/** Fewer stored jobs show neither. */
const MIN_JOBS = 12

/** Two standard errors of a correlation of independent jobs, 2 / sqrt(n), and never less than this. */
const MIN_CORRELATION = 0.45

/** Two groups of jobs whose means lie this many of their own standard deviations apart. Normal noise cut in two has 2.7. */
const MIN_SEPARATION = 5
const MIN_GROUP = 4

/** What makes the jobs of a store poorer witnesses than their number says. */
export type Unevenness =
  | Readonly<{ kind: 'correlated'; correlation: number }>
  | Readonly<{ kind: 'two-levels'; changeRatio: number }>

/**
 * Whether stored jobs follow each other, or come from two kinds of machines that nobody told apart. A comparison with such a store
 * alarms too often, whatever the number of its jobs; pairs on one machine do not.
 *
 * @param logs natural logarithms of one series at one level, one a job, in the order of time
 */
export function unevennessOf(logs: readonly number[]): Unevenness | null {
  if (logs.length < MIN_JOBS) return null
  const changeRatio = twoLevels(logs)
  if (changeRatio !== null) return { kind: 'two-levels', changeRatio }
  const correlation = lagOneCorrelation(logs)
  return correlation > Math.max(MIN_CORRELATION, 2 / Math.sqrt(logs.length))
    ? { kind: 'correlated', correlation }
    : null
}

function lagOneCorrelation(logs: readonly number[]): number {
  const centre = mean([...logs])
  const squares = logs.reduce((sum, log) => sum + (log - centre) ** 2, 0)
  const products = logs
    .slice(1)
    .reduce((sum, log, index) => sum + (log - centre) * ((logs[index] ?? centre) - centre), 0)
  return squares > 0 ? products / squares : 0
}

/** The cut of the sorted values that separates best; null where it separates too little. */
function twoLevels(logs: readonly number[]): number | null {
  const sorted = logs.toSorted((left, right) => left - right)
  const cuts = sorted.flatMap((_, index) => (index >= MIN_GROUP && sorted.length - index >= MIN_GROUP ? [index] : []))
  const separations = cuts.map((index) => {
    const [low, high] = [sorted.slice(0, index), sorted.slice(index)]
    const within = Math.sqrt((sampleStandardDeviation(low) ** 2 + sampleStandardDeviation(high) ** 2) / 2)
    const apart = mean(high) - mean(low)
    return { apart, separation: within > 0 ? apart / within : 0 }
  })
  const [best] = separations.toSorted((left, right) => right.separation - left.separation)
  return best !== undefined && best.separation > MIN_SEPARATION ? Math.expm1(best.apart) : null
}

/** The sentence of the report. */
export function unevennessText(service: string, uneven: Unevenness): string {
  const found =
    uneven.kind === 'correlated'
      ? `follow each other (correlation ${uneven.correlation.toFixed(2)})`
      : `come at two levels, ${(100 * uneven.changeRatio).toFixed(1)} % apart`
  return `The stored jobs of ${service} ${found}, so its machines are not alike. A comparison with this store alarms more often than is said here; pairs on one machine are safer.`
}
