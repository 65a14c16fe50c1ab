/** 16 bytes of a trace are 32 digits. Some systems make up ids of their own, and none makes them longer than this. */
const MAX_CHARACTERS = 64

/**
 * The id of a trace or a span, as hexadecimal in small letters and without zeros in front; null: there is none.
 * OTLP asks for hexadecimal in JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), but what is made by a plain
 * protobuf library has base64. Jaeger leaves zeros in front away, and all zeros mean that there is no parent.
 */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_CHARACTERS) return null
  const hex = /^[0-9a-f]+$/i.test(value) ? value.toLowerCase() : fromBase64(value)
  return hex === null ? value : hex.replace(/^0+/, '') || null
}

/** Eight bytes are written with one `=` at the end, and sixteen with two, so base64 of an id is never hexadecimal as well. */
function fromBase64(value: string): string | null {
  if (!/^(?:[A-Za-z0-9+/]{11}=|[A-Za-z0-9+/]{22}==)$/.test(value)) return null
  return [...atob(value)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
