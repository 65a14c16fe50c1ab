/** 16 bytes of a trace are 32 digits. Some systems have their own kind of ids, but none is longer than this. */
const MAX_CHARACTERS = 64

/**
 * The id of a trace or a span, as lower-case hexadecimal without leading zeros; null: there is none. OTLP asks for hexadecimal in
 * JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), but a plain protobuf library writes base64. Jaeger
 * leaves out leading zeros, and an id of zeros only means that there is no parent.
 */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_CHARACTERS) return null
  const hex = /^[0-9a-f]+$/i.test(value) ? value.toLowerCase() : fromBase64(value)
  return hex === null ? value : hex.replace(/^0+/, '') || null
}

/** Base64 of eight bytes ends with one `=`, and of sixteen bytes with two, so it cannot be mistaken for hexadecimal. */
function fromBase64(value: string): string | null {
  if (!/^(?:[A-Za-z0-9+/]{11}=|[A-Za-z0-9+/]{22}==)$/.test(value)) return null
  return [...atob(value)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
