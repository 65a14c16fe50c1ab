import { viewOf } from './byte-pattern.ts'
import { createCarriedBytes } from './carried-bytes.ts'
import type { LineScanner } from './point-receiver.ts'

const NEWLINE = 0x0a
const QUOTE = 0x22
/** No byte is this. */
const NEVER = -1
const NOTHING = new Uint8Array()
/** The slow reader refuses a row of more than 1 MiB, and a character has at most four bytes. */
const MAX_ROW_BYTES = 4 * 1024 * 1024

/** Reads whole rows of any kind, and is told of those that were read without it, so that its row numbers stay right. */
export type RowScanner = LineScanner & Readonly<{ skipRow(): void }>

type FastReader = Readonly<{
  /** May a field stand in quotes, and hold line breaks? */
  hasQuotes: boolean
  /** Reads the row that starts here. Returns where the next one starts; 0: it is cut, or not as nearly all are, and is read as text. */
  read(bytes: Uint8Array, view: DataView, start: number): number
}>

/**
 * Reads plain rows where they lie in the bytes: without quotes, in ASCII. That is nearly all of them, and some times as fast as to make
 * texts of them. All others go to `slow`.
 */
export function createFastRows({ hasQuotes, read }: FastReader, slow: RowScanner): LineScanner {
  const quote = hasQuotes ? QUOTE : NEVER
  const carried = createCarriedBytes()

  function push(chunk: Uint8Array): void {
    const bytes = carried.followedBy(chunk)
    const view = viewOf(bytes)
    let at = 0
    for (let end = readRow(bytes, view, at); end > 0; end = readRow(bytes, view, at)) at = end
    if (carried.leave(at) > MAX_ROW_BYTES) slow.push(carried.followedBy(NOTHING))
  }

  /** Returns where the next row starts, or 0 where this one does not end in these bytes. */
  function readRow(bytes: Uint8Array, view: DataView, start: number): number {
    const end = read(bytes, view, start)
    if (end > 0) {
      slow.skipRow()
      return end
    }
    const slowEnd = endOfRow(bytes, start, quote)
    if (slowEnd > 0) slow.push(bytes.subarray(start, slowEnd))
    return slowEnd
  }

  function end(): void {
    slow.push(carried.followedBy(NOTHING))
    slow.end()
  }

  return { push, end }
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
