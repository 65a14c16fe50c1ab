import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'

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
  if (levelsOf(text) > MAX_LEVELS) {
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

export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

export function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function levelsOf(text: string): number {
  let [level, deepest, isQuoted] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (isQuoted && character === 0x5c) index += 1
    else if (character === 0x22) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++level)
    else if (character === 0x7d || character === 0x5d) level -= 1
  }
  return deepest
}
