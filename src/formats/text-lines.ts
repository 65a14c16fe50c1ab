import { UserError } from '../model/errors.ts'
import type { RowScanner } from './fast-rows.ts'

const MAX_LINE_CHARACTERS = 1024 * 1024

/**
 * Reads text of any size line by line. Each line ends with a line break, so a last line without a line break was cut.
 */
export function createTextLines(read: (line: string, number: number) => void): RowScanner {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let carried = ''
  let lines = 0

  function push(chunk: Uint8Array): void {
    take(decode(chunk, { stream: true }))
  }

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
    take(decode(new Uint8Array(), {}))
    if (carried !== '') {
      throw new UserError(
        `The last line, ${lines + 1}, has no end. The file is truncated: was the tool killed while it wrote, or the disk full?`,
      )
    }
  }

  function decode(bytes: Uint8Array, options: Readonly<{ stream?: boolean }>): string {
    try {
      return decoder.decode(bytes, options)
    } catch {
      throw new UserError(`The file is not UTF-8 text, after line ${lines}. It is damaged.`)
    }
  }

  return {
    push,
    end,
    skipRow() {
      lines += 1
    },
  }
}
