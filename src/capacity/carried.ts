import type { Rung } from '../model/rung.ts'

/** An arrival rate that is carried to less than this is not carried. */
const MIN_CARRIED_RATIO = 0.99

/** Whether a step got all the good answers that it asked for. Counts of a few seconds differ by an answer or so. */
export function isCarried({ offeredPerS, goodPerS, iterationsPerS, droppedRatio }: Rung): boolean {
  if (offeredPerS === null) return true
  // A script may make several requests an iteration; the rate counts iterations.
  const requestsPerIteration = Math.max(1, Math.round(goodPerS / Math.max(iterationsPerS, 1e-9)))
  const missing = offeredPerS - goodPerS / requestsPerIteration
  return droppedRatio <= 1 - MIN_CARRIED_RATIO && missing <= Math.max(1, (1 - MIN_CARRIED_RATIO) * offeredPerS)
}
