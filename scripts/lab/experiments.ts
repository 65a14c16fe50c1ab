import type { Arm } from './campaign.ts'

/** One comparison that is played: an old version against the same again, or against the slower one. */
export type Experiment = Readonly<{
  candidate: Exclude<Arm, 'baseline'>
  /** The slots whose runs are compared, in the order of time. */
  slots: readonly [number, ...number[]]
  /** The slots whose baseline runs are the history: the newest at the end, those of `slots` included. */
  history: readonly [number, ...number[]]
}>

/** What a gate with a store keeps as its window. */
const HISTORY_SLOTS = 20

/**
 * Cuts a campaign into comparisons of so many runs per side. No slot is in two comparisons of the same candidate, so that
 * they are independent; their histories overlap, as they do on a real branch.
 *
 * @param finished numbers of the slots that are there
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
