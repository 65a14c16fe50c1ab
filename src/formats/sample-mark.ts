/** A mark is a number with 22 bits for the time slot and 10 bits for the endpoint of a sample. */
export const SLOT_BITS = 22
export const MAX_ENDPOINT_INDEX = 1023

export function markOf(endpoint: number, slot: number): number {
  return ((endpoint << SLOT_BITS) | slot) >>> 0
}

export function slotOfMark(mark: number): number {
  return mark & ((1 << SLOT_BITS) - 1)
}

export function endpointOfMark(mark: number): number {
  return mark >>> SLOT_BITS
}
