import { mean } from 'simple-statistics'
import { NOISE_FLOOR_SD, successiveDifferenceSd } from './noise.ts'
import { runningMedians } from './running-median.ts'
import { studentTUpperTail } from './student-t.ts'

/** Where a series splits best into two levels. */
export type Split = Readonly<{
  /** Position of the first value of the right part. */
  index: number
  /** Pooled two-sample t of the two parts, without sign. */
  t: number
  /** Two-sided p-value of that t alone. It is not corrected for trying all positions: `MAX_P_VALUE` is small instead. */
  pValue: number
}>

/** A level needs three values, so that one outlier is not taken for a level. */
const MIN_SEGMENT = 3

/** At 3 % noise and 50 to 60 runs, this limit splits 2 to 4 % of steady series by mistake, and finds a step of 10 % after three runs. */
const MAX_P_VALUE = 0.001

/**
 * Sizes of the local windows: the number of values on each side of a position. When a step is undone later, the series has the
 * same level before and after, so a split of the whole series does not find it. With 8 normal, 8 slow (+10 %) and 8 normal runs
 * at 3 % noise, the last step is found in 2 % of series without these windows and in 88 % with them. The windows try many more
 * positions, so their limit is stricter. With them, 2.5 % of steady series are split by mistake instead of 1.8 %.
 */
const LOCAL_REACHES = [5, 8, 12] as const
const MAX_LOCAL_P_VALUE = 0.0001

/** With any degrees of freedom, a smaller t has a p-value above the limit: qnorm(.99995) in R is 3.89. */
const MIN_T = 3.89

/** A value that is farther from the running median counts as if it were this many standard deviations away. */
const CLIP_SD = 3

/**
 * Where the newest level of a series begins. Only values from there on are a fair baseline.
 * Binary segmentation: the strongest split is taken, then the part to its right is searched again.
 *
 * @param logs natural logarithms in the order of time; may be empty
 * @param searched number of series that are searched together: both limits are divided by it
 * @returns the position of the first value of the last segment; 0 when the series has one level or is too short to tell
 */
export function lastSegmentStart(logs: readonly number[], searched = 1): number {
  const clipped = clipToRunningMedian(logs)
  let start = 0
  for (;;) {
    const step = stepIn(clipped.slice(start), searched)
    if (step === null) return start
    start += step
  }
}

/**
 * Where each level of a series but the first begins. The last one is `lastSegmentStart`.
 *
 * @param logs natural logarithms in the order of time; may be empty
 * @returns positions in rising order; empty when the series has one level or is too short to tell
 */
export function changePoints(logs: readonly number[]): readonly number[] {
  return stepsIn(clipToRunningMedian(logs), 0)
}

function stepsIn(clipped: readonly number[], offset: number): readonly number[] {
  const step = stepIn(clipped, 1)
  if (step === null) return []
  const left = stepsIn(clipped.slice(0, step), offset)
  const right = stepsIn(clipped.slice(step), offset + step)
  return [...left, offset + step, ...right]
}

/** The first step that is found in a series; null when the series has one level. */
function stepIn(clipped: readonly number[], searched: number): number | null {
  const split =
    provenSplit(strongestSplit(clipped), MAX_P_VALUE / searched) ??
    provenSplit(strongestLocalSplit(clipped), MAX_LOCAL_P_VALUE / searched)
  return split?.index ?? null
}

/**
 * The split of the whole series with the smallest p-value. The first one wins a tie.
 *
 * @returns null when the series is too short for two segments of three values
 */
export function strongestSplit(logs: readonly number[]): Split | null {
  const sums = runningSums(logs)
  // All splits of the whole series have the same degrees of freedom, so the largest t has the smallest p-value.
  const [best] = splitPositions(logs)
    .map((index) => tTestAt(sums, index, logs.length))
    .toSorted((left, right) => right.t - left.t)
  return best === undefined ? null : withPValue(best)
}

function strongestLocalSplit(logs: readonly number[]): Split | null {
  const sums = runningSums(logs)
  const [best] = LOCAL_REACHES.flatMap((reach) => splitPositions(logs).map((index) => tTestAt(sums, index, reach)))
    .filter(({ t }) => t > MIN_T)
    .map(withPValue)
    .toSorted((left, right) => left.pValue - right.pValue)
  return best ?? null
}

function provenSplit(split: Split | null, maxPValue: number): Split | null {
  return split !== null && split.pValue < maxPValue ? split : null
}

function splitPositions(logs: readonly number[]): readonly number[] {
  const count = Math.max(0, logs.length - 2 * MIN_SEGMENT + 1)
  return Array.from({ length: count }, (_, offset) => offset + MIN_SEGMENT)
}

type TTest = Readonly<{ index: number; t: number; degreesOfFreedom: number }>

function withPValue({ index, t, degreesOfFreedom }: TTest): Split {
  return { index, t, pValue: 2 * studentTUpperTail(t, degreesOfFreedom) }
}

/** The pooled t test of at most `reach` values on each side of a position. */
function tTestAt(sums: RunningSums, index: number, reach: number): TTest {
  const left = partOf(sums, Math.max(0, index - reach), index)
  const right = partOf(sums, index, Math.min(index + reach, sums.count))
  const degreesOfFreedom = left.count + right.count - 2
  const pooledSd = Math.sqrt(Math.max(left.squares + right.squares, 0) / degreesOfFreedom)
  // Without the floor, rounding in a constant series would look like a step.
  const standardError = Math.max(pooledSd, NOISE_FLOOR_SD) * Math.sqrt(1 / left.count + 1 / right.count)
  return { index, t: Math.abs(right.mean - left.mean) / standardError, degreesOfFreedom }
}

/** Sums of the first 0, 1, 2, ... values. The sum of any part is one subtraction, however long the part is. */
type RunningSums = Readonly<{ count: number; values: readonly number[]; squares: readonly number[] }>

/** The mean is taken off first, so that the subtraction of two sums loses no digits that matter. */
function runningSums(logs: readonly number[]): RunningSums {
  const centre = logs.length === 0 ? 0 : mean([...logs])
  const values = [0]
  const squares = [0]
  for (const [index, log] of logs.entries()) {
    values.push((values[index] ?? 0) + (log - centre))
    squares.push((squares[index] ?? 0) + (log - centre) ** 2)
  }
  return { count: logs.length, values, squares }
}

function partOf(
  { values, squares }: RunningSums,
  from: number,
  to: number,
): { count: number; mean: number; squares: number } {
  const count = to - from
  const total = (values[to] ?? 0) - (values[from] ?? 0)
  const totalSquares = (squares[to] ?? 0) - (squares[from] ?? 0)
  return { count, mean: total / count, squares: totalSquares - total ** 2 / count }
}

function clipToRunningMedian(logs: readonly number[]): readonly number[] {
  const [first, ...rest] = logs
  if (first === undefined || rest.length === 0) return logs
  const reach = CLIP_SD * successiveDifferenceSd([first, ...rest])
  const centres = runningMedians(logs)
  return logs.map((log, index) => {
    const centre = centres[index] ?? log
    return Math.min(Math.max(log, centre - reach), centre + reach)
  })
}
