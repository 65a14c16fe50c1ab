import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UserError } from '../model/errors.ts'
import { USAGE } from './usage.ts'

/** The flags and paths of a command. Throws a UserError with the usage where one is unknown or lacks its value. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true })
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

/** Throws a UserError where a flag is given and is no commit. */
export function checkCommit(flag: string, value: string | undefined): void {
  if (value === undefined || /^[0-9a-f]{7,64}$/.test(value)) return
  throw new UserError(
    `--${flag} cannot be ${JSON.stringify(value)}. Give 40 hexadecimal digits, from git rev-parse HEAD.`,
  )
}

/** The value of a flag that a command cannot do without. */
export function requiredFlag(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UserError(`--${flag} is missing.\n\n${USAGE}`)
  return value
}
