import type { Timeline } from '../model/run.ts'
import { type LoadWindow, SLOT_MS } from './load-window.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'
import type { SampleCounts } from './sample-counts.ts'
import { slotOfMark } from './sample-mark.ts'
import { type CountedValue, quantilesOfCounts } from './value-counts.ts'

const MAX_SLICES = 60

/**
 * p95 and number of samples over time, in at most 60 slices. null: nothing was measured. The samples must be in the
 * order of time.
 */
export function timelineOf(
  samples: Readonly<{ values: Float64Array; marks: Uint32Array }>,
  window: LoadWindow,
): Timeline | null {
  const { values, marks } = samples
  if (values.length === 0 || window.durationMs === 0) return null
  const slotsPerSlice = slotsPerSliceOf(window)
  const sliceMs = slotsPerSlice * SLOT_MS
  const slices: Timeline['slices'][number][] = []
  let space = new Float64Array()
  let from = 0
  for (let index = 0; index * sliceMs <= window.durationMs; index += 1) {
    const endSlot = window.firstSlot + (index + 1) * slotsPerSlice
    let to = from
    while (to < marks.length && slotOfMark(marks[to] ?? 0) < endSlot) to += 1
    if (to - from > space.length) space = new Float64Array(2 * (to - from))
    const slice = space.subarray(0, to - from)
    slice.set(values.subarray(from, to))
    const p95Ms = to > from ? (quantilesInPlace(slice, [0.95])[0] ?? null) : null
    slices.push({ offsetMs: index * sliceMs, requests: to - from, p95Ms })
    from = to
  }
  return { sliceMs, slices }
}

/**
 * The timeline of counted samples. Counts have their own slices, and each slice of the timeline combines several of
 * them. The first slice may begin a little before the load.
 */
export function timelineOfCounts(counts: SampleCounts, window: LoadWindow): Timeline | null {
  if (window.durationMs === 0) return null
  const { slots, values } = counts.slices()
  const slotsPerSlice = Math.ceil(slotsPerSliceOf(window) / slots) * slots
  const firstSlot = Math.floor(window.firstSlot / slots) * slots
  const sliceMs = slotsPerSlice * SLOT_MS
  const slices = Array.from({ length: Math.floor(window.durationMs / sliceMs) + 1 }, (_, index) => {
    const from = firstSlot + index * slotsPerSlice
    const own = [...values].filter(([slot]) => slot >= from && slot < from + slotsPerSlice)
    const counted = own.flatMap(([, one]) => one)
    return { offsetMs: index * sliceMs, ...requestsAndP95(counted) }
  })
  return { sliceMs, slices }
}

function requestsAndP95(counted: readonly CountedValue[]): Pick<Timeline['slices'][number], 'requests' | 'p95Ms'> {
  const requests = counted.reduce((total, { times }) => total + times, 0)
  const sorted = counted.toSorted((left, right) => left.value - right.value)
  return { requests, p95Ms: requests === 0 ? null : (quantilesOfCounts(sorted, [0.95])[0] ?? null) }
}

function slotsPerSliceOf({ resolutionMs, durationMs }: LoadWindow): number {
  return Math.max(Math.ceil(resolutionMs / SLOT_MS), Math.ceil(durationMs / SLOT_MS / MAX_SLICES))
}
