import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import { withoutSecrets } from '../model/secret.ts'
import { name, type Part, text } from '../model/text.ts'

const LONGEST_QUOTE = 60

/** The object at a path. Throws a UserError that names the path and the value found there. */
export function objectAt(path: string, value: unknown): JsonObject {
  if (isObject(value)) return value
  throw new UserError(text`${path} is ${quote(value)}, where k6 writes an object. The file is damaged or was edited.`)
}

/**
 * The number at a path, or null if the file has null, because k6 writes Infinity and NaN as null. Throws a UserError
 * for text, true, false, an array or an object, which are never read as numbers.
 */
export function numberAt(path: string, value: unknown): number | null {
  if (typeof value === 'number' || value === null) return value
  throw new UserError(text`${path} is ${quote(value)}, where k6 writes a number. The file is damaged or was edited.`)
}

/** The text at a path, or null if the file has none. Throws a UserError for any other value. */
export function textAt(path: string, value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return null
  throw new UserError(text`${path} is ${quote(value)}, where k6 writes text. The file is damaged or was edited.`)
}

/** A foreign value as a part of a message. */
export function quote(value: unknown): Part {
  return name(quotedLine(value))
}

/** A foreign value as one short line without control characters. */
export function quotedLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[] (an empty list)' : 'a list'
  if (isObject(value)) return 'an object'
  const line = withoutSecrets(JSON.stringify(value) ?? 'nothing').replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '?',
  )
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}

/** Joins a path and a key for a message: `metrics.http_reqs.count`. Unusual keys are quoted. */
export function pathTo(parent: string, key: string): string {
  return `${parent}.${/^[\w(){}:./=,-]{1,120}$/.test(key) ? withoutSecrets(key) : quotedLine(key)}`
}
