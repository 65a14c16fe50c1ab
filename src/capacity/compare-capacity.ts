import { mean, sampleVariance } from 'simple-statistics'
import type { Capacity, CapacityChange } from '../model/capacity.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/** With fewer ladders on one side, it is not known how much the results of ladders differ. */
const MIN_LADDERS = 3

/** The confidence of each bound. */
const CONFIDENCE = 0.95

/** How much more or less is carried than before. null: one side has no answer. Welch's t on logarithms. */
export function compareCapacity(before: Capacity, now: Capacity): CapacityChange | null {
  if (before.maxPerS === null || now.maxPerS === null) return null
  const changeRatio = now.maxPerS / before.maxPerS - 1
  const sides = [before, now].map(({ ladderMaximaPerS }) => ladderMaximaPerS.map(Math.log))
  const [old, recent] = sides
  if (old === undefined || recent === undefined || sides.some(({ length }) => length < MIN_LADDERS)) {
    return { changeRatio, interval: null }
  }
  const [a, b] = [sampleVariance(old) / old.length, sampleVariance(recent) / recent.length]
  const degrees = (a + b) ** 2 / (a ** 2 / (old.length - 1) + b ** 2 / (recent.length - 1))
  const middle = mean(recent) - mean(old)
  const reach = a + b > 0 ? studentTQuantile(CONFIDENCE, degrees) * Math.sqrt(a + b) : 0
  return { changeRatio, interval: [Math.expm1(middle - reach), Math.expm1(middle + reach)] }
}
