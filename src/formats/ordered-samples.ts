import { endpointOfMark, MAX_ENDPOINT_INDEX, slotOfMark } from './sample-mark.ts'

/** Samples of one metric in the order of time. */
export type OrderedSamples = Readonly<{ values: Float64Array; marks: Uint32Array }>

/**
 * k6 writes every 200 ms, so the lines of one file are out of order by less than this. Several files read one after the
 * other are far more out of order.
 */
const USUAL_DISORDER_SLOTS = 20

/** Sorts samples by time slot, unless they are already in order except for the usual disorder. */
export function orderByTime(samples: OrderedSamples): OrderedSamples {
  const { values, marks } = samples
  let latest = 0
  let isOrdered = true
  for (const mark of marks) {
    const slot = slotOfMark(mark)
    if (slot < latest - USUAL_DISORDER_SLOTS) isOrdered = false
    if (slot > latest) latest = slot
  }
  if (isOrdered) return samples
  const starts = new Uint32Array(latest + 2)
  for (const mark of marks) starts[slotOfMark(mark) + 1] = (starts[slotOfMark(mark) + 1] ?? 0) + 1
  for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0)
  const ordered = { values: new Float64Array(values.length), marks: new Uint32Array(marks.length) }
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index] ?? 0
    const at = starts[slotOfMark(mark)] ?? 0
    starts[slotOfMark(mark)] = at + 1
    ordered.values[at] = values[index] ?? 0
    ordered.marks[at] = mark
  }
  return ordered
}

/** The number of samples per endpoint, by the index of the endpoint. */
export function countByEndpoint({ marks }: OrderedSamples): Uint32Array {
  const counts = new Uint32Array(MAX_ENDPOINT_INDEX + 1)
  for (const mark of marks) {
    const endpoint = endpointOfMark(mark)
    counts[endpoint] = (counts[endpoint] ?? 0) + 1
  }
  return counts
}

/** The values of one endpoint in the order of time. They are written to `space`, which must be large enough. */
export function valuesOfEndpoint(
  { values, marks }: OrderedSamples,
  endpoint: number,
  space: Float64Array,
): Float64Array {
  let count = 0
  for (let index = 0; index < marks.length; index += 1) {
    if (endpointOfMark(marks[index] ?? 0) !== endpoint) continue
    space[count] = values[index] ?? 0
    count += 1
  }
  return space.subarray(0, count)
}
