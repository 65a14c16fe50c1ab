import { viewOf } from './byte-pattern.ts'
import { createCarriedBytes } from './carried-bytes.ts'
import type { LineScanner } from './point-receiver.ts'

const NEWLINE = 0x0a
const QUOTE = 0x22
/** A value that no byte has. */
const NEVER = -1
const NOTHING = new Uint8Array()
/** The slow reader refuses rows of more than 1 MiB characters, and a character has at most four bytes. */
const MAX_ROW_BYTES = 4 * 1024 * 1024

/**
 * Reads whole rows of any kind. `skipRow` tells it that a row was read elsewhere, so that its row numbers stay right.
 */
export type RowScanner = LineScanner & Readonly<{ skipRow(): void }>

type FastReader = Readonly<{
  /** Whether a field may be quoted and hold line breaks. */
  hasQuotes: boolean
  /**
   * Reads the row that starts here. Returns where the next row starts, or 0 if the row is cut or unusual. It is then
   * read as text.
   */
  read(bytes: Uint8Array, view: DataView, start: number): number
}>

/**
 * Reads plain rows (ASCII, no quotes) directly from the bytes. Nearly all rows are plain, and this is several times as
 * fast as making texts of them. `slow` reads the others.
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

  /** Returns where the next row starts, or 0 if the row does not end in these bytes. */
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

/**
 * The position after the line break that ends the row, which has an even number of quotes before it. 0 if there is
 * none.
 */
function endOfRow(bytes: Uint8Array, start: number, quote: number): number {
  let isOpen = false
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === quote) isOpen = !isOpen
    else if (bytes[at] === NEWLINE && !isOpen) return at + 1
  }
  return 0
}
