import type { JsonObject } from '../model/json-object.ts'
import { type BytePattern, bytePattern, isAt, viewOf } from './byte-pattern.ts'

/** The end of a line after its value, with the newline, and the tags in it. */
type Tail<Series> = BytePattern & {
  readonly tags: JsonObject
  /** By the number of the metric. */
  readonly series: (Series | undefined)[]
  /** The tail that came after this one last time. */
  next: Tail<Series> | null
  readonly sameHash: Tail<Series> | null
  /** Its bytes are overwritten by the next one of this kind: nothing may lead to it but `previous`. */
  readonly isPassing: boolean
}

export type TailTable<Series> = Readonly<{
  /** The tail that starts here, or null where the line does not end here or is not as k6 writes it. */
  at(bytes: Uint8Array, view: DataView, start: number): Tail<Series> | null
}>

/** Where every request has a URL of its own, every line has a tail of its own: then the table must not grow with the file. */
const MAX_TAILS = 8192
/** A table that was of no use is tried again after so many lines. Until then only the newest tail is kept: k6 writes all metrics of a request in a row. */
const PASSING_TAILS = 64 * MAX_TAILS
const MAX_TAIL_BYTES = 64 * 1024
/** Of all tails together. k6's own have some 300 bytes. */
const MAX_TABLE_BYTES = 4 * 1024 * 1024
const NEWLINE = 0x0a

/**
 * Remembers tails, so that the tags of a request are parsed once and not once for each line. `parseTags` returns null for a tail that
 * cannot be understood without the rest of its line.
 */
export function createTailTable<Series>(parseTags: (tail: Uint8Array) => JsonObject | null): TailTable<Series> {
  const known = new Map<number, Tail<Series>>()
  let count = 0
  let tableBytes = 0
  let hits = 0
  let passing = 0
  let passingBytes = new Uint8Array()
  let previous: Tail<Series> | null = null

  function at(bytes: Uint8Array, view: DataView, start: number): Tail<Series> | null {
    if (previous !== null) {
      if (isAt(previous, bytes, view, start)) return previous
      const { next } = previous
      if (next !== null && isAt(next, bytes, view, start)) {
        previous = next
        return next
      }
    }
    const found = lookUp(bytes, view, start)
    if (previous !== null) previous.next = found?.isPassing === true ? null : found
    if (found !== null) previous = found
    return found
  }

  function lookUp(bytes: Uint8Array, view: DataView, start: number): Tail<Series> | null {
    const newline = bytes.indexOf(NEWLINE, start)
    const length = newline + 1 - start
    if (newline < 0 || length > MAX_TAIL_BYTES) return null
    const hash = hashOf(view, start, length)
    const first = known.get(hash) ?? null
    for (let tail = first; tail !== null; tail = tail.sameHash) {
      if (tail.bytes.length !== length || !isAt(tail, bytes, view, start)) continue
      hits += 1
      return tail
    }
    const own = bytes.subarray(start, newline + 1)
    const tags = parseTags(own)
    if (tags === null) return null
    if (count >= MAX_TAILS || tableBytes >= MAX_TABLE_BYTES) {
      passing = hits < count ? PASSING_TAILS : 0
      known.clear()
      count = 0
      tableBytes = 0
      hits = 0
      previous = null
    }
    if (passing > 0) {
      passing -= 1
      return passingTail(own, tags)
    }
    const sameHash = known.get(hash) ?? null
    const tail = { ...bytePattern(own), tags, series: [], next: null, sameHash, isPassing: false }
    known.set(hash, tail)
    count += 1
    tableBytes += length
    return tail
  }

  /** Copied to the same place each time: a million small copies take more memory than the file. */
  function passingTail(own: Uint8Array, tags: JsonObject): Tail<Series> {
    if (passingBytes.length === 0) passingBytes = new Uint8Array(MAX_TAIL_BYTES)
    const bytes = passingBytes.subarray(0, own.length)
    bytes.set(own)
    return { bytes, view: viewOf(bytes), tags, series: [], next: null, sameHash: null, isPassing: true }
  }

  return { at }
}

function hashOf(view: DataView, start: number, length: number): number {
  let hash = length
  const end = start + length - 4
  for (let at = start; at <= end; at += 4) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
