import { type BytePattern, bytePattern, isAt, viewOf } from './byte-pattern.ts'
import type { LineScanner } from './point-receiver.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const NOT_ASCII = 0x80
/** No byte is this. */
const NEVER = -1
const ZERO = 0x30
/** More digits than this do not fit a double exactly. */
const MAX_DIGITS = 15
/** JMeter and Gatling write some 20 fields. */
const MAX_FIELDS = 64
const MAX_REMEMBERED = 4096
/** The slow reader refuses a row of more than 1 MiB, and a character has at most four bytes. */
const MAX_ROW_BYTES = 4 * 1024 * 1024

/** Reads whole rows of any kind, and is told of those that were read without it, so that its row numbers stay right. */
export type RowScanner = LineScanner & Readonly<{ skipRow(): void }>

/** The fields of one row, as places in its bytes: field n goes from `starts[n]` to `starts[n + 1] - 1`. */
export type RowFields = { bytes: Uint8Array; view: DataView; count: number; readonly starts: Uint32Array }

type FastReader = Readonly<{
  /** null: not known yet, so that no row is read here. */
  delimiter(): number | null
  /** May a field stand in quotes, and hold line breaks? */
  hasQuotes: boolean
  /** false: not a row as nearly all are. It is read as text then. */
  read(fields: RowFields): boolean
}>

/**
 * Reads plain rows where they lie in the bytes: without quotes, in ASCII. That is nearly all of them, and some times as fast as to make
 * texts of them. All others go to `slow`.
 */
export function createFastRows({ delimiter, hasQuotes, read }: FastReader, slow: RowScanner): LineScanner {
  const quote = hasQuotes ? QUOTE : NEVER
  const fields: RowFields = {
    bytes: new Uint8Array(),
    view: viewOf(new Uint8Array()),
    count: 0,
    starts: new Uint32Array(MAX_FIELDS + 1),
  }
  let carried: Uint8Array = new Uint8Array()

  function push(chunk: Uint8Array): void {
    fields.bytes = carried.length === 0 ? chunk : joined(carried, chunk)
    fields.view = viewOf(fields.bytes)
    let at = 0
    for (let end = readRow(at); end > 0; end = readRow(at)) at = end
    // Copied, as the caller may use its buffer again. (slice() of a Buffer would not copy.)
    carried = new Uint8Array(fields.bytes.subarray(at))
    if (carried.length > MAX_ROW_BYTES) slow.push(carried)
  }

  /** Returns where the next row starts, or 0 where this one does not end in these bytes. */
  function readRow(start: number): number {
    const cut = delimiter()
    const end = cut === null ? 0 : findFields(fields, start, cut, quote)
    if (end > 0 && read(fields)) {
      slow.skipRow()
      return end
    }
    const slowEnd = endOfRow(fields.bytes, start, quote)
    if (slowEnd > 0) slow.push(fields.bytes.subarray(start, slowEnd))
    return slowEnd
  }

  function end(): void {
    slow.push(carried)
    slow.end()
  }

  return { push, end }
}

/** Returns where the next row starts, or 0 where this one has a quote, other letters, too many fields or no end. */
function findFields(fields: RowFields, start: number, delimiter: number, quote: number): number {
  const { bytes, starts } = fields
  const { length } = bytes
  let count = 1
  starts[0] = start
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === delimiter) {
      if (count === MAX_FIELDS) return 0
      starts[count] = at + 1
      count += 1
    } else if (byte === NEWLINE) {
      starts[count] = at > start && bytes[at - 1] === RETURN ? at : at + 1
      fields.count = count
      return at + 1
    } else if (byte === quote || byte >= NOT_ASCII) return 0
  }
  return 0
}

/** After the line break that ends the row: one with an even number of quotes before it. 0 where there is none. */
function endOfRow(bytes: Uint8Array, start: number, quote: number): number {
  let isOpen = false
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === quote) isOpen = !isOpen
    else if (bytes[at] === NEWLINE && !isOpen) return at + 1
  }
  return 0
}

export function fieldLength({ starts }: RowFields, field: number): number {
  return (starts[field + 1] ?? 0) - (starts[field] ?? 0) - 1
}

/** The first byte of a field; the delimiter where it is empty. */
export function firstByte({ bytes, starts }: RowFields, field: number): number {
  return bytes[starts[field] ?? 0] ?? 0
}

/** A field of digits only. -1 for any other. */
export function wholeNumberAt({ bytes, starts }: RowFields, field: number): number {
  const start = starts[field] ?? 0
  const end = (starts[field + 1] ?? 0) - 1
  if (end <= start || end - start > MAX_DIGITS) return -1
  let value = 0
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

type Remembered<Known> = Readonly<{ pattern: BytePattern; known: Known }>

/** Remembers what the bytes of fields stand for, so that a text is made once for each name and not once for each row. */
export function createFieldMemory<Known>(
  know: (...texts: readonly string[]) => Known,
): (fields: RowFields, first: number, count: number) => Known {
  const remembered = new Map<number, Remembered<Known>>()

  /** What `count` fields from `first` on stand for, together. */
  return (fields, first, count) => {
    const { bytes, view, starts } = fields
    const start = starts[first] ?? 0
    const end = (starts[first + count] ?? 0) - 1
    let hash = end - start
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
    const found = remembered.get(hash)
    if (found !== undefined && found.pattern.bytes.length === end - start && isAt(found.pattern, bytes, view, start))
      return found.known
    const own = bytes.subarray(start, end)
    const texts = Array.from({ length: count }, (_, index) =>
      String.fromCharCode(...bytes.subarray(starts[first + index], (starts[first + index + 1] ?? 0) - 1)),
    )
    const known = know(...texts)
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(hash, { pattern: bytePattern(own), known })
    return known
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
