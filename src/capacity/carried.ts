import type { Rung } from '../model/rung.ts'

/** A step whose share of good answers is below this is not carried. */
const MIN_CARRIED_RATIO = 0.99

/** Whether a step got as many good answers as it asked for. In a few seconds, counts may differ by about one answer. */
export function isCarried({ offeredPerS, goodPerS, iterationsPerS, droppedRatio }: Rung): boolean {
  if (offeredPerS === null) return true
  // The rate counts iterations, and a script may make several requests per iteration.
  const requestsPerIteration = Math.max(1, Math.round(goodPerS / Math.max(iterationsPerS, 1e-9)))
  const missing = offeredPerS - goodPerS / requestsPerIteration
  return droppedRatio <= 1 - MIN_CARRIED_RATIO && missing <= Math.max(1, (1 - MIN_CARRIED_RATIO) * offeredPerS)
}
