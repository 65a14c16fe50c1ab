import type { LineScanner } from './point-receiver.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d

/** Whether each record takes many lines, as jq writes records without -c. The first line is then a single brace. */
export function hasMultilineRecords(start: string): boolean {
  return /^\s*\{[ \t\r]*\n/.test(start)
}

/** Makes a line scanner accept records of many lines, by replacing the line breaks inside a record with spaces. */
export function oneRecordPerLine(scanner: LineScanner): LineScanner {
  let isMultiline: boolean | null = null
  let depth = 0
  let isInString = false
  let isEscaped = false

  function push(chunk: Uint8Array): void {
    isMultiline ??= hasMultilineRecords(new TextDecoder().decode(chunk.subarray(0, 1024)))
    scanner.push(isMultiline ? joined(chunk) : chunk)
  }

  function joined(chunk: Uint8Array): Uint8Array {
    const line = new Uint8Array(chunk)
    for (const [index, byte] of line.entries()) {
      if (isInString) {
        if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isInString = false
      } else if (byte === QUOTE) isInString = true
      else if (byte === OPENING_BRACE) depth += 1
      else if (byte === CLOSING_BRACE) depth -= 1
      else if ((byte === NEWLINE || byte === RETURN) && depth > 0) line[index] = SPACE
    }
    return line
  }

  return { push, end: () => scanner.end() }
}
