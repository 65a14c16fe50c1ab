const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const NOT_ASCII = 0x80
const ZERO = 0x30
/** More digits than this do not fit a double exactly. */
const MAX_DIGITS = 15
/** JMeter writes some 20 fields. */
const MAX_FIELDS = 64

/** The fields of one row, as places in its bytes: field n goes from `starts[n]` to `starts[n + 1] - 1`. */
export type RowFields = { bytes: Uint8Array; count: number; readonly starts: Uint32Array }

export function createRowFields(): RowFields {
  return { bytes: new Uint8Array(), count: 0, starts: new Uint32Array(MAX_FIELDS + 1) }
}

/** Returns where the next row starts, or 0 where this one has a quote, letters that are not ASCII, too many fields or no end. */
export function findFields(fields: RowFields, bytes: Uint8Array, start: number, delimiter: number): number {
  const { starts } = fields
  const { length } = bytes
  const highest = Math.max(delimiter, QUOTE)
  fields.bytes = bytes
  let count = 1
  starts[0] = start
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    // Most bytes are letters and digits: they take two comparisons, and not one with each byte that is none.
    if (byte > highest && byte < NOT_ASCII) continue
    if (byte === delimiter) {
      if (count === MAX_FIELDS) return 0
      starts[count] = at + 1
      count += 1
    } else if (byte === NEWLINE) {
      starts[count] = at > start && bytes[at - 1] === RETURN ? at : at + 1
      fields.count = count
      return at + 1
    } else if (byte === QUOTE || byte >= NOT_ASCII) return 0
  }
  return 0
}

export function fieldStart({ starts }: RowFields, field: number): number {
  return starts[field] ?? 0
}

export function fieldLength({ starts }: RowFields, field: number): number {
  return (starts[field + 1] ?? 0) - (starts[field] ?? 0) - 1
}

/** A field of digits only. -1 for any other. */
export function wholeNumberAt(fields: RowFields, field: number): number {
  const length = fieldLength(fields, field)
  if (length <= 0 || length > MAX_DIGITS) return -1
  return wholeNumber(fields.bytes, fieldStart(fields, field), length)
}

/** The number that these digits are. -1 where one of them is none. */
export function wholeNumber(bytes: Uint8Array, start: number, length: number): number {
  let value = 0
  for (let at = start; at < start + length; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
