import { median } from 'simple-statistics'
import type { Window } from './resource-counters.ts'
import type { ResourceSample } from './resources.ts'

/** Of a longer load every second or third sample is taken, and so on: all pairs of more would take seconds. */
const MAX_SAMPLES = 400

/**
 * How fast the memory of the largest instance grew in the second half of the load, in bytes per second: the median of the slopes between all
 * pairs of samples (Theil 1950, Sen 1968), which one collection of garbage does not move. The first half is warm-up.
 *
 * @returns null: there are fewer than two samples
 */
export function memoryGrowthPerSecond(samples: readonly ResourceSample[], window: Window): number | null {
  const middle = (window.startSeconds + window.endSeconds) / 2
  const largest = new Map<number, number>()
  for (const { t, memoryBytes } of samples)
    if (t >= middle && t <= window.endSeconds) largest.set(t, Math.max(memoryBytes, largest.get(t) ?? 0))
  const all = [...largest]
  const step = Math.ceil(all.length / MAX_SAMPLES)
  const taken = all.filter((_, index) => index % step === 0)
  const slopes = taken.flatMap(([time, bytes], index) =>
    taken.slice(index + 1).map(([later, more]) => (more - bytes) / (later - time)),
  )
  return slopes.length === 0 ? null : median(slopes)
}
