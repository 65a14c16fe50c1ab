/** Bytes to look for. The view allows comparing eight bytes at a time. */
export type BytePattern = Readonly<{ bytes: Uint8Array; view: DataView }>

/** Makes a pattern from a copy of these bytes. */
export function bytePattern(bytes: Uint8Array): BytePattern {
  const copy = new Uint8Array(bytes)
  return { bytes: copy, view: viewOf(copy) }
}

/** Makes a pattern from the UTF-8 bytes of a text. */
export function textPattern(text: string): BytePattern {
  return bytePattern(new TextEncoder().encode(text))
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Whether the bytes of the pattern stand at this position of `bytes`. `view` is the view of `bytes`. */
export function isAt(pattern: BytePattern, bytes: Uint8Array, view: DataView, at: number): boolean {
  return areAt(pattern.bytes, pattern.view, pattern.bytes.length, bytes, view, at)
}

/**
 * Whether the first `length` bytes of `expected` stand at this position of `bytes`. Eight bytes at a time are compared
 * as doubles. If their bits mean NaN, equal bytes count as different, which only costs time. The bits of 0 and -0 count
 * as equal although they differ, but seven of their bytes are NUL, which no text here has.
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
