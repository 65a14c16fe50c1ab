import type { ComparisonVerdict } from '../model/comparison.ts'
import type { Better } from '../model/measurement.ts'
import { worseBy } from '../model/series.ts'
import type { Interval } from './interval.ts'
import { studentTUpperTail } from './student-t.ts'

/** An estimate this close to the limit is on it: the logarithm of 105/100 is not exactly the logarithm of 1.05. */
const ROUNDING = 1e-12

/**
 * The limit on the scale of the interval. A rise of 5 % is ln(1.05); for throughput a fall of 5 % is -ln(0.95).
 *
 * @returns a positive logarithm
 */
export function limitLogOf(limitRatio: number, better: Better): number {
  return worseBy({ better }, Math.log1p(worseBy({ better }, limitRatio)))
}

/** The same interval with "worse" as the positive direction. */
export function towardsWorse(interval: Interval, better: Better): Interval {
  if (better !== 'higher') return interval
  const estimateLog = -interval.estimateLog
  return {
    ...interval,
    estimateLog,
    lowerLog: -interval.upperLog,
    upperLog: -interval.lowerLog,
    pValue: studentTUpperTail(estimateLog / interval.standardError, interval.degreesOfFreedom),
  }
}

/** The best estimate is over the limit, proven or not. */
export function isOverLimit(worse: Interval, limitLog: number): boolean {
  return worse.estimateLog > limitLog + ROUNDING
}

/** Which way a change is proven, after the correction for all that is judged together. */
export type Proof = 'worse' | 'better' | null

/**
 * Reads an interval against 0 and the limit. The literal promise comes first: an estimate over the limit is never green,
 * whether it is proven or not.
 *
 * @param worse interval with "worse" as the positive direction
 */
export function verdictOf(worse: Interval, limitLog: number, proof: Proof): ComparisonVerdict {
  if (isOverLimit(worse, limitLog)) return proof === 'worse' ? 'regressed' : 'unproven'
  if (proof === 'worse') return 'slower'
  if (proof === 'better') return 'improved'
  return worse.upperLog < limitLog ? 'unchanged' : 'inconclusive'
}

/** Too little data behind a percentile: whatever it says is at most a suspicion. */
export function weakened(verdict: ComparisonVerdict): ComparisonVerdict {
  if (verdict === 'regressed') return 'unproven'
  return verdict === 'slower' || verdict === 'unchanged' || verdict === 'improved' ? 'inconclusive' : verdict
}
