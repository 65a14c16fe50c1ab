const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const NOT_ASCII = 0x80
const ZERO = 0x30
/** A number with more digits may not fit into a double exactly. */
const MAX_DIGITS = 15
/** The limit of fields. JMeter writes some 20. */
const MAX_FIELDS = 64

/** The fields of one row as positions in its bytes: field n goes from `starts[n]` to `starts[n + 1] - 1`. */
export type RowFields = { bytes: Uint8Array; count: number; readonly starts: Uint32Array }

export function createRowFields(): RowFields {
  return { bytes: new Uint8Array(), count: 0, starts: new Uint32Array(MAX_FIELDS + 1) }
}

/**
 * Finds the fields of the row that starts here. Returns where the next row starts, or 0 if the row has a quote, a
 * character that is not ASCII, too many fields or no end.
 */
export function findFields(fields: RowFields, bytes: Uint8Array, start: number, delimiter: number): number {
  const { starts } = fields
  const { length } = bytes
  const highest = Math.max(delimiter, QUOTE)
  fields.bytes = bytes
  let count = 1
  starts[0] = start
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    // Most bytes are letters and digits. They need only these two comparisons, instead of a comparison with each
    // special byte.
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

/** The number in a field. -1 if the field has anything besides digits. */
export function wholeNumberAt(fields: RowFields, field: number): number {
  const length = fieldLength(fields, field)
  if (length <= 0 || length > MAX_DIGITS) return -1
  return wholeNumber(fields.bytes, fieldStart(fields, field), length)
}

/** The number that these bytes write. -1 if any of them is not a digit. */
export function wholeNumber(bytes: Uint8Array, start: number, length: number): number {
  let value = 0
  for (let at = start; at < start + length; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
