import type { Timeline } from '../model/run.ts'
import { type LoadWindow, SLOT_MS } from './load-window.ts'
import { slotOfMark } from './points-collector.ts'
import { takeQuantiles } from './take-quantiles.ts'

const MAX_SLICES = 60

/** p95 and number of samples over time, in at most 60 slices. null where nothing was measured. Samples are in the order of time. */
export function timelineOf(
  samples: Readonly<{ values: Float64Array; marks: Uint32Array }>,
  window: LoadWindow,
): Timeline | null {
  const { values, marks } = samples
  if (values.length === 0 || window.durationMs === 0) return null
  const slotsASlice = Math.max(
    Math.ceil(window.resolutionMs / SLOT_MS),
    Math.ceil(window.durationMs / SLOT_MS / MAX_SLICES),
  )
  const sliceMs = slotsASlice * SLOT_MS
  const slices: Timeline['slices'][number][] = []
  let space = new Float64Array()
  let from = 0
  for (let index = 0; index * sliceMs <= window.durationMs; index += 1) {
    const endSlot = window.firstSlot + (index + 1) * slotsASlice
    let to = from
    while (to < marks.length && slotOfMark(marks[to] ?? 0) < endSlot) to += 1
    if (to - from > space.length) space = new Float64Array(2 * (to - from))
    const slice = space.subarray(0, to - from)
    slice.set(values.subarray(from, to))
    const p95Ms = to > from ? (takeQuantiles(slice, [0.95])[0] ?? null) : null
    slices.push({ offsetMs: index * sliceMs, requests: to - from, p95Ms })
    from = to
  }
  return { sliceMs, slices }
}
