import { mean, median, sum } from 'simple-statistics'
import type { Samples } from '../model/samples.ts'
import { hodgesLehmannShift, walshMedian } from './hodges-lehmann.ts'
import { NOISE_FLOOR_SD, type Noise } from './noise.ts'
import { studentTQuantile, studentTUpperTail } from './student-t.ts'

/**
 * What the data say about a change. All `...Log` numbers are natural logarithms of candidate divided by baseline:
 * 0 is no change, above 0 the candidate is higher.
 */
export type Interval = Readonly<{
  estimateLog: number
  /** Lower one-sided bound at confidence 1 - alpha. */
  lowerLog: number
  /** Upper one-sided bound at confidence 1 - alpha. */
  upperLog: number
  /** One-sided: how often unchanged code would show an estimate this high or higher. */
  pValue: number
  standardError: number
  degreesOfFreedom: number
  /** Standard deviation of one run (of one log ratio when paired), as used for the standard error. */
  sd: number
}>

/** What both kinds of comparison need besides the data. */
type IntervalSettings = Readonly<{
  /** Noise that is known from stored runs, or assumed; null: the noise is measured from these data alone. */
  prior: Noise | null
  /** One-sided error rate of each bound, above 0 and below 0.5. */
  alpha: number
  /**
   * The uncertainty from rounding, as a relative standard deviation. All runs are rounded in the same way, so more runs do not
   * make it smaller. Absent: the values have all their digits.
   */
  roundingSd?: number
}>

/** Independent runs of two sides. */
export type UnpairedData = IntervalSettings & Readonly<{ baselineLogs: Samples; candidateLogs: Samples }>

/** Pairs of runs that shared a machine and a moment: one natural logarithm of candidate divided by baseline a pair. */
export type PairedData = IntervalSettings & Readonly<{ logRatios: Samples }>

/**
 * A larger residual counts as this many standard deviations, so that one slow run does not make the interval useless. With 2.5
 * the noise of normal runs comes out too small: p-values of three jobs against twenty are below .001 in 1.25 times as many cases
 * as they should be, and with 3 in 0.98 times (60,000 simulated, 4 % noise).
 */
const RESIDUAL_LIMIT_SD = 3

/** Asymptotic standard error of a Hodges-Lehmann estimate relative to a mean, for normal noise (Lehmann 1963). */
export const HODGES_LEHMANN_FACTOR = Math.sqrt(Math.PI / 3)

/**
 * Compares independent runs. The location is the Hodges-Lehmann shift. The variance is shared between these runs and
 * the prior, weighted by degrees of freedom (moderated t, Smyth 2004, https://doi.org/10.2202/1544-6115.1027).
 * Without a prior it is the plain pooled variance.
 *
 * @throws RangeError when one run meets one run without a prior, when a value is not finite, or alpha is out of range
 */
export function unpairedInterval({
  baselineLogs,
  candidateLogs,
  prior,
  alpha,
  roundingSd = 0,
}: UnpairedData): Interval {
  requireFinite(baselineLogs)
  requireFinite(candidateLogs)
  const variance = moderatedVariance([baselineLogs, candidateLogs], prior)
  const factor = baselineLogs.length === 1 && candidateLogs.length === 1 ? 1 : HODGES_LEHMANN_FACTOR
  const scale = factor * Math.sqrt(1 / baselineLogs.length + 1 / candidateLogs.length)
  return intervalAround(hodgesLehmannShift(baselineLogs, candidateLogs), { scale, variance, roundingSd, alpha })
}

/**
 * Compares pairs. The location is the median of Walsh averages (the plain median below five pairs). The prior, where there
 * is one, describes log ratios of pairs, not single runs.
 *
 * @throws RangeError when there is one pair and no prior, when a value is not finite, or alpha is out of range
 */
export function pairedInterval({ logRatios, prior, alpha, roundingSd = 0 }: PairedData): Interval {
  requireFinite(logRatios)
  const variance = moderatedVariance([logRatios], prior)
  const factor = logRatios.length === 1 ? 1 : HODGES_LEHMANN_FACTOR
  const scale = factor / Math.sqrt(logRatios.length)
  return intervalAround(walshMedian(logRatios), { scale, variance, roundingSd, alpha })
}

function moderatedVariance(groups: readonly Samples[], prior: Noise | null): Noise {
  const ownDegrees = sum(groups.map((group) => group.length - 1))
  const degreesOfFreedom = ownDegrees + (prior?.degreesOfFreedom ?? 0)
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError('A single value on each side says nothing about noise: give a noise prior.')
  }
  const own = sum(groups.map((group) => residualSquares(group, prior)))
  const known = prior === null ? 0 : prior.degreesOfFreedom * prior.sd ** 2
  return { sd: Math.max(Math.sqrt((known + own) / degreesOfFreedom), NOISE_FLOOR_SD), degreesOfFreedom }
}

/**
 * Only a prior tells what an outlier is. Without a prior no residual is clipped, and the squares are about the mean. `sum` and
 * `mean` of simple-statistics compensate rounding errors (Kahan-Babuska): with a plain sum the last bit would depend on the order
 * of the runs.
 */
function residualSquares(group: Samples, prior: Noise | null): number {
  if (prior === null) {
    const centre = mean(group)
    return sum(group.map((log) => (log - centre) ** 2))
  }
  const centre = median(group)
  const limit = RESIDUAL_LIMIT_SD * prior.sd
  return sum(group.map((log) => Math.min(Math.abs(log - centre), limit) ** 2))
}

type Spread = Readonly<{ scale: number; variance: Noise; roundingSd: number; alpha: number }>

function intervalAround(estimateLog: number, { scale, variance, roundingSd, alpha }: Spread): Interval {
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`Alpha must be above 0 and below 0.5, found ${alpha}.`)
  const { sd, degreesOfFreedom } = variance
  // The factor √2: both sides were rounded.
  const standardError = Math.max(scale * sd, Math.SQRT2 * roundingSd)
  const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError
  return {
    estimateLog,
    lowerLog: estimateLog - reach,
    upperLog: estimateLog + reach,
    pValue: studentTUpperTail(estimateLog / standardError, degreesOfFreedom),
    standardError,
    degreesOfFreedom,
    sd,
  }
}

function requireFinite(logs: Samples): void {
  if (logs.every(Number.isFinite)) return
  throw new RangeError(`An interval needs finite logarithms, found [${logs.join(', ')}].`)
}
