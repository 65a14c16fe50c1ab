import type { JsonObject } from '../model/json-object.ts'
import { type BytePattern, bytePattern, isAt, viewOf } from './byte-pattern.ts'

/** The part of a line after its value, including the newline, with its parsed tags. */
type LineEnding<Series> = BytePattern & {
  readonly tags: JsonObject
  /** The series by the number of its metric. */
  readonly series: (Series | undefined)[]
  /** The ending that followed last time. */
  next: LineEnding<Series> | null
  readonly sameHash: LineEnding<Series> | null
  /** true: its bytes are overwritten by the next passing ending. Only `previous` may refer to it. */
  readonly isPassing: boolean
}

export type LineEndings<Series> = Readonly<{
  /** The ending that starts here. null if the line does not end in these bytes, or does not look like k6's lines. */
  at(bytes: Uint8Array, view: DataView, start: number): LineEnding<Series> | null
}>

/**
 * If each request has its own URL, each line has its own ending. The limit keeps the table from growing with the file.
 */
const MAX_ENDINGS = 8192
/**
 * If a full table had few hits, only the newest ending is kept for this number of lines, and then a table is tried
 * again. The newest ending is enough for the metrics of a request, because k6 writes them one after the other.
 */
const PASSING_LINES = 64 * MAX_ENDINGS
const MAX_ENDING_BYTES = 64 * 1024
/** The limit for all endings together. An ending of k6 has some 300 bytes. */
const MAX_TABLE_BYTES = 4 * 1024 * 1024
const NEWLINE = 0x0a

/**
 * Remembers endings, so that the tags of a request are parsed once instead of once per line. `parseTags` returns null
 * for an ending that cannot be understood without the rest of its line.
 */
export function createLineEndings<Series>(parseTags: (ending: Uint8Array) => JsonObject | null): LineEndings<Series> {
  const known = new Map<number, LineEnding<Series>>()
  let count = 0
  let tableBytes = 0
  let hits = 0
  let passing = 0
  let passingBytes = new Uint8Array()
  let previous: LineEnding<Series> | null = null

  function at(bytes: Uint8Array, view: DataView, start: number): LineEnding<Series> | null {
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

  function lookUp(bytes: Uint8Array, view: DataView, start: number): LineEnding<Series> | null {
    const newline = bytes.indexOf(NEWLINE, start)
    const length = newline + 1 - start
    if (newline < 0 || length > MAX_ENDING_BYTES) return null
    const hash = hashOf(view, start, length)
    const first = known.get(hash) ?? null
    for (let ending = first; ending !== null; ending = ending.sameHash) {
      if (ending.bytes.length !== length || !isAt(ending, bytes, view, start)) continue
      hits += 1
      return ending
    }
    const own = bytes.subarray(start, newline + 1)
    const tags = parseTags(own)
    if (tags === null) return null
    if (count >= MAX_ENDINGS || tableBytes >= MAX_TABLE_BYTES) {
      passing = hits < count ? PASSING_LINES : 0
      known.clear()
      count = 0
      tableBytes = 0
      hits = 0
      previous = null
    }
    if (passing > 0) {
      passing -= 1
      return passingEnding(own, tags)
    }
    const sameHash = known.get(hash) ?? null
    const ending = { ...bytePattern(own), tags, series: [], next: null, sameHash, isPassing: false }
    known.set(hash, ending)
    count += 1
    tableBytes += length
    return ending
  }

  /**
   * Copies the bytes to the same place each time, because a million small copies would take more memory than the file.
   */
  function passingEnding(own: Uint8Array, tags: JsonObject): LineEnding<Series> {
    if (passingBytes.length === 0) passingBytes = new Uint8Array(MAX_ENDING_BYTES)
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
