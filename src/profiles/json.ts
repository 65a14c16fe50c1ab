import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject, levelsOfJson } from '../model/json-object.ts'

/**
 * JSON.parse fails at some thousand levels, after it has used much of the stack. V8 nests its heap profile by call, so honest
 * files are deep too.
 */
const MAX_LEVELS = 4000

/** V8 writes a few megabytes per minute. Small values take twenty times their size in memory. */
const MAX_CHARACTERS = 16 * 1024 * 1024

/** The JSON object of a profile. Throws a UserError if the text is not a JSON object, or nested deeper than any honest file. */
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
