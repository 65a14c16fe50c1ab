import type { ComplexityReading } from '../model/complexity.ts'
import { UserError } from '../model/errors.ts'

/** The output of one tool. It is recognised by its content, never by the name of the file. */
export type ComplexityFormat = Readonly<{
  tool: string
  recognizes: (text: string) => boolean
  /** Throws a UserError, without the place, if the output cannot be used. */
  read: (text: string) => ComplexityReading
}>

/** The parsed text; undefined: it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A path as every tool may write it: with `/`, without `./` before it. */
export function filePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}

/** A whole number of at least 1: a function without a branch has a complexity of 1. */
export function complexityOf(value: unknown, what: string): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= 1) return number
  throw new UserError(`the complexity of ${what} is ${JSON.stringify(value)}: it must be a whole number of at least 1`)
}
