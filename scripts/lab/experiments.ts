import type { Arm } from './campaign.ts'

/** One comparison of the lab: the old version with itself, or with the slower version. */
export type Experiment = Readonly<{
  candidate: Exclude<Arm, 'baseline'>
  /** The slots whose runs are compared, in the order of time. */
  slots: readonly [number, ...number[]]
  /** The slots whose baseline runs are the history. The newest come last, and those of `slots` are among them. */
  history: readonly [number, ...number[]]
}>

/** A gate with a store compares with at most this number of stored jobs. */
const HISTORY_SLOTS = 20

/**
 * Divides a campaign into comparisons with a given number of runs per side. Each slot is in one comparison of a candidate, so the
 * comparisons are independent. Their histories overlap, as on a real branch.
 *
 * @param finished the numbers of the measured slots
 */
export function cutExperiments(
  finished: readonly number[],
  runs: number,
  candidate: Experiment['candidate'],
): readonly Experiment[] {
  const slots = finished.toSorted((left, right) => left - right)
  return Array.from({ length: Math.floor(slots.length / runs) }, (_, index) => {
    const end = (index + 1) * runs
    const own = slots.slice(index * runs, end)
    const [first, ...rest] = own
    const [oldest, ...newer] = slots.slice(Math.max(0, end - HISTORY_SLOTS), end)
    if (first === undefined || oldest === undefined) throw new RangeError('A comparison needs a run.')
    return { candidate, slots: [first, ...rest], history: [oldest, ...newer] }
  })
}
