import { UserError } from '../model/errors.ts'
import type { RowScanner } from './fast-rows.ts'
import { utf8Pieces } from './utf8-pieces.ts'

const MAX_LINE_CHARACTERS = 1024 * 1024

/**
 * Reads text of any size line by line. Each line ends with a line break, so a last line without a line break was cut.
 */
export function createTextLines(read: (line: string, number: number) => void): RowScanner {
  const decode = utf8Pieces(() => `, after line ${lines}`)
  let carried = ''
  let lines = 0

  function take(added: string): void {
    const text = carried + added
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines += 1
      read(text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end), lines)
      start = end + 1
    }
    carried = text.slice(start)
    if (carried.length > MAX_LINE_CHARACTERS)
      throw new UserError(`Line ${lines + 1} is longer than 1 MiB. The file is damaged.`)
  }

  function end(): void {
    take(decode())
    if (carried !== '') {
      throw new UserError(
        `The last line, ${lines + 1}, has no end. The file is truncated: was the tool killed while it wrote, or the disk full?`,
      )
    }
  }

  return {
    push: (chunk) => take(decode(chunk)),
    end,
    skipRow() {
      lines += 1
    },
  }
}
