import { median } from 'simple-statistics'
import type { Window } from './resource-counters.ts'
import type { ResourceSample } from './resources.ts'

/**
 * The limit of samples. In a longer load only every second sample is taken, or every third, and so on, because
 * comparing all pairs would take seconds.
 */
const MAX_SAMPLES = 400

/**
 * The growth of the memory of the largest instance in the second half of the load, in bytes per second. It is the
 * median of the slopes between all pairs of samples (Theil 1950, Sen 1968), which a single garbage collection does not
 * change. The first half is left out as warm-up.
 *
 * @returns null if there are fewer than two samples
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
