/** Bytes that are expected somewhere, with a view for comparing eight at a time. */
export type BytePattern = Readonly<{ bytes: Uint8Array; view: DataView }>

/** A pattern of these bytes. They are copied. */
export function bytePattern(bytes: Uint8Array): BytePattern {
  const copy = new Uint8Array(bytes)
  return { bytes: copy, view: viewOf(copy) }
}

/** The UTF-8 bytes of a text as a pattern. */
export function textPattern(text: string): BytePattern {
  return bytePattern(new TextEncoder().encode(text))
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Are the bytes of the pattern at this position of `bytes`, whose view is `view`? */
export function isAt(pattern: BytePattern, bytes: Uint8Array, view: DataView, at: number): boolean {
  return areAt(pattern.bytes, pattern.view, pattern.bytes.length, bytes, view, at)
}

/**
 * Are the first `length` bytes of `expected` at this position of `bytes`? They are compared eight at a time, as doubles: a bit
 * pattern that is NaN can only cause a miss, and 0 equals only -0, which takes seven NUL bytes that no text here has.
 */
export function areAt(
  expected: Uint8Array,
  expectedView: DataView,
  length: number,
  bytes: Uint8Array,
  view: DataView,
  at: number,
): boolean {
  if (at + length > bytes.length) return false
  let index = 0
  for (; index + 8 <= length; index += 8) {
    if (view.getFloat64(at + index, true) !== expectedView.getFloat64(index, true)) return false
  }
  for (; index < length; index += 1) {
    if (bytes[at + index] !== expected[index]) return false
  }
  return true
}
