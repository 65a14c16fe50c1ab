import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject, levelsOfJson } from '../model/json-object.ts'

/** JSON.parse itself gives up at some thousand levels, after it has taken much of the stack: V8 nests its heap profile by call. */
const MAX_LEVELS = 4000

/** V8 writes some megabytes a minute. Small values take twenty times their bytes in memory. */
const MAX_CHARACTERS = 16 * 1024 * 1024

/** The JSON object of a profile. Throws a UserError where it is none, or so deep that it was made to do harm. */
export function parseObject(text: string): JsonObject {
  if (text.length > MAX_CHARACTERS) {
    throw new UserError(
      `The profile is JSON of more than ${MAX_CHARACTERS / 1024 / 1024} MiB. Record for a shorter time.`,
    )
  }
  if (levelsOfJson(text) > MAX_LEVELS) {
    throw new UserError(`The JSON is nested more than ${MAX_LEVELS} levels deep, which no honest profile is.`)
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    throw new UserError(
      'The profile is not valid JSON: it is cut or damaged. The profiler writes it when the program ends in order.',
    )
  }
  throw new UserError('The profile is JSON, but not an object.')
}
