import { parseArgs } from 'node:util'
import { UserError } from '../model/errors.ts'
import { meantBy } from '../model/spelling.ts'
import type { Flag } from './usage.ts'

/** The command line is wrong, so the help of the command follows the message. */
export class FlagError extends UserError {}

/**
 * The flags and paths of a command. Throws a FlagError when a flag is unknown, lacks its value, or has a value that it does not
 * take.
 */
export function readArguments<T extends Readonly<Record<string, Flag>>>(
  args: readonly string[],
  flags: T,
  allowPositionals = false,
) {
  const config = { args: [...args], options: flags, allowPositionals: true }
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option') checkFlag(token, flags)
    if (token.kind === 'positional' && !allowPositionals)
      throw new FlagError(`${JSON.stringify(token.value)} is no flag, and this command takes only flags.`)
  }
  try {
    return parseArgs({ ...config, strict: true })
  } catch (error) {
    // The remaining error is a value that looks like a flag. Node's message says in whole sentences what to write instead.
    throw new FlagError(error instanceof Error ? error.message : String(error))
  }
}

type Given = Readonly<{ name: string; rawName: string; value?: string | undefined }>

function checkFlag({ name, rawName, value }: Given, flags: Readonly<Record<string, Flag>>): void {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (flag === undefined) {
    const meant = meantBy(name, Object.keys(flags))
    throw new FlagError(`This command has no flag ${rawName}.${meant === null ? '' : ` Did you mean --${meant}?`}`)
  }
  if (flag.type === 'string' && value === undefined)
    throw new FlagError(`${rawName} needs a value: ${rawName} ${flag.value}.`)
  if (flag.type === 'boolean' && value !== undefined) throw new FlagError(`${rawName} takes no value.`)
}

/** Throws a UserError when the value of a flag is not a commit. */
export function checkCommit(flag: string, value: string | undefined): void {
  if (value === undefined || /^[0-9a-f]{7,64}$/.test(value)) return
  throw new UserError(
    `--${flag} cannot be ${JSON.stringify(value)}. Give 40 hexadecimal digits, from git rev-parse HEAD.`,
  )
}

/** The value of a flag that the command requires. */
export function requiredFlag(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new FlagError(`--${flag} is missing.`)
  return value
}

/** The path of a command that takes exactly one path. */
export function onePath([path, ...more]: readonly string[]): string {
  if (path !== undefined && more.length === 0) return path
  throw new FlagError(path === undefined ? 'No path is given.' : `One path is read, and ${more.length + 1} are given.`)
}
