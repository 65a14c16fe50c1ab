import { UserError } from '../model/errors.ts'
import type { RowScanner } from './fast-rows.ts'
import { utf8Pieces } from './utf8-pieces.ts'

const MAX_ROW_CHARACTERS = 1024 * 1024
const QUOTE = '"'

/** Takes the rows of a CSV file one by one. `row` is the number of the row, starting at 1. */
export type RowReader = Readonly<{
  /** Called once with the first row, as it is in the file. */
  delimiterOf(firstRow: string): string
  read(fields: readonly string[], row: number): void
  end(): void
}>

/**
 * Reads CSV of any size and with any delimiter. Fields may be quoted, and then hold the delimiter, line breaks and
 * doubled quotes (https://www.rfc-editor.org/rfc/rfc4180). Most rows have no quotes and are simply split.
 */
export function createRowScanner(reader: RowReader): RowScanner {
  const decode = utf8Pieces(() => `, after row ${rows}`)
  let delimiter: string | null = null
  let carried = ''
  let rows = 0

  function take(added: string): void {
    const text = carried === '' ? added : carried + added
    let start = 0
    // Searched once per chunk and not once per row: most files have no quotes, and then the search goes to the end of
    // the chunk.
    let quote = text.indexOf(QUOTE)
    for (;;) {
      if (quote >= 0 && quote < start) quote = text.indexOf(QUOTE, start)
      const end = endOfRow(text, start, quote)
      if (end < 0) break
      readRow(text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end))
      start = end + 1
    }
    carried = text.slice(start)
    if (carried.length > MAX_ROW_CHARACTERS)
      throw new UserError(`Row ${rows + 1} is longer than 1 MiB, or a quote in it is not closed. The file is damaged.`)
  }

  function readRow(text: string): void {
    rows += 1
    if (text.trim() === '') return
    delimiter ??= reader.delimiterOf(text)
    const fields = text.includes(QUOTE) ? quotedFields(text, delimiter) : text.split(delimiter)
    if (fields === null) throw new UserError(`Row ${rows} has text after a closing quote. The file is damaged.`)
    reader.read(fields, rows)
  }

  function end(): void {
    take(decode())
    if (carried.trim() !== '') {
      throw new UserError(
        `The last row, ${rows + 1}, has no end. The file is truncated: was the tool killed while it wrote, or the disk full?`,
      )
    }
    reader.end()
  }

  return {
    push: (chunk) => take(decode(chunk)),
    end,
    skipRow() {
      rows += 1
    },
  }
}

/**
 * The position of the line break that ends the row: the first line break with an even number of quotes before it. -1 if
 * there is none.
 */
function endOfRow(text: string, start: number, firstQuote: number): number {
  let end = text.indexOf('\n', start)
  let quote = firstQuote
  while (end >= 0 && quote >= 0 && quote < end) {
    const closing = text.indexOf(QUOTE, quote + 1)
    if (closing < 0) return -1
    if (closing > end) end = text.indexOf('\n', closing)
    quote = text.indexOf(QUOTE, closing + 1)
  }
  return end
}

function quotedFields(row: string, delimiter: string): readonly string[] | null {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (row[at] !== QUOTE) {
      const next = row.indexOf(delimiter, at)
      fields.push(next < 0 ? row.slice(at) : row.slice(at, next))
      if (next < 0) return fields
      at = next + delimiter.length
      continue
    }
    let end = row.indexOf(QUOTE, at + 1)
    while (end >= 0 && row[end + 1] === QUOTE) end = row.indexOf(QUOTE, end + 2)
    if (end < 0) return null
    fields.push(row.slice(at + 1, end).replaceAll('""', QUOTE))
    if (end + 1 >= row.length) return fields
    if (!row.startsWith(delimiter, end + 1)) return null
    at = end + 1 + delimiter.length
  }
}
