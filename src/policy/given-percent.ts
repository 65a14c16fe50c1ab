import { UserError } from '../model/errors.ts'
import { parsePercent } from './limit-text.ts'

/**
 * The percentage that a flag or an input gives, as a ratio. null: it is not given.
 *
 * @param where its name, for the error: `--max-regression`
 */
export function givenPercent(where: string, given: string | null | undefined): number | null {
  if (given == null) return null
  const parsed = parsePercent(given.trim())
  if (parsed.kind === 'value') return parsed.value
  throw new UserError(`${where} cannot be ${JSON.stringify(given)}: ${parsed.problem}.`)
}
