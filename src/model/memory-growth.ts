import { median } from 'simple-statistics'
import type { ServiceEvidence } from './comparison.ts'
import { formatValue } from './numbers.ts'
import type { IdentifiedRun } from './run.ts'
import { type Text, text } from './text.ts'

/** In a shorter load, memory grows for other reasons: caches fill, and the garbage collector has not settled. */
export const MIN_SECONDS = 300

/**
 * A sentence about memory that grows with each request. null: it grew as in the baseline, or the load was too short to tell. It
 * is for information only: a person must find out whether something leaks.
 */
export function growthText({
  baselineRuns,
  candidateRuns,
}: Pick<ServiceEvidence, 'baselineRuns' | 'candidateRuns'>): Text | null {
  const [before, now] = [growths(baselineRuns), growths(candidateRuns)]
  if (before.length === 0 || now.length === 0) return null
  const [most, usual] = [Math.max(...before), median(now)]
  if (usual <= Math.max(most, 0)) return null
  const was =
    most <= 0
      ? text`it did not grow in the baseline`
      : text`in the baseline it grew by ${formatValue(most, 'bytes')} at most`
  return text`Memory grew by ${formatValue(usual, 'bytes')} with each request in the second half of the load, and ${was}: look for what is kept.`
}

function growths(runs: readonly IdentifiedRun[]): readonly number[] {
  return runs.flatMap(({ run: { sampled } }) =>
    sampled === undefined || sampled.seconds < MIN_SECONDS ? [] : (sampled.memoryGrowthBytesPerRequest ?? []),
  )
}
