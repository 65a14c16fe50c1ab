/** A JSON object from outside, before anything of it is trusted. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Is this a JSON object, and not null, an array or a plain value? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
