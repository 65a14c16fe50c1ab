import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UserError } from '../model/errors.ts'
import { meantBy } from '../model/spelling.ts'
import { outputProblem } from './output-problem.ts'
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
  const given = tokens.filter((token) => token.kind === 'option')
  for (const token of given) checkFlag(token, flags)
  checkGivenOnce(given, flags)
  checkKeepsInputs(tokens, flags)
  checkNeeded(new Set(given.map(({ name }) => name)), flags)
  for (const token of tokens) {
    if (token.kind !== 'positional') continue
    if (!allowPositionals)
      throw new FlagError(`${JSON.stringify(token.value)} is not a flag, and this command takes only flags.`)
    if (token.value === '') throw new FlagError('A path is empty.')
  }
  return parseArgs({ ...config, strict: true })
}

type Given = Readonly<{ name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }>

function checkFlag({ name, rawName, value, inlineValue }: Given, flags: Readonly<Record<string, Flag>>): void {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (flag === undefined) {
    const meant = meantBy(name, Object.keys(flags))
    throw new FlagError(`This command has no flag ${rawName}.${meant === null ? '' : ` Did you mean --${meant}?`}`)
  }
  if (flag.type === 'string' && value === undefined)
    throw new FlagError(`${rawName} needs a value: ${rawName} ${flag.value}.`)
  if (flag.type === 'boolean' && value !== undefined) throw new FlagError(`${rawName} takes no value.`)
  if (value !== undefined) checkValue(rawName, name, value, inlineValue === true, flag)
}

function checkValue(rawName: string, name: string, value: string, isInline: boolean, flag: Flag): void {
  // An unset variable of a shell gives an empty value. The default must not be used for it, because somebody asked for something
  // else.
  if (value === '') throw new FlagError(`${rawName} is empty: ${rawName} ${flag.value}.`)
  if (!isInline && value.length > 1 && value.startsWith('-')) {
    throw new FlagError(
      `${rawName} needs a value, and ${value} looks like a flag. If it is the value: --${name}=${value}`,
    )
  }
  const problem = flag.writes === undefined ? null : outputProblem(value, flag.writes)
  if (problem !== null) throw new FlagError(`${rawName}: ${problem}`)
}

/** Two values of one flag contradict each other, and two reports in one file would overwrite each other. */
function checkGivenOnce(given: readonly Given[], flags: Readonly<Record<string, Flag>>): void {
  const files = new Map<string, string>()
  const names = new Set<string>()
  for (const { name, rawName, value } of given) {
    const flag = flags[name]
    if (value === undefined || flag === undefined) continue
    if (names.has(name) && flag.multiple !== true) throw new FlagError(`${rawName} is given more than once.`)
    names.add(name)
    if (flag.writes === undefined) continue
    const file = resolve(value)
    const first = files.get(file)
    if (first !== undefined && !file.startsWith('/dev/'))
      throw new FlagError(`${first} and ${rawName} are the same file: ${value}.`)
    files.set(file, rawName)
  }
}

type Token = Readonly<{ kind: string; name?: string; rawName?: string; value?: string | undefined }>

/** A report in the place of what it is made from would destroy it. */
function checkKeepsInputs(tokens: readonly Token[], flags: Readonly<Record<string, Flag>>): void {
  const inputs = new Set(
    tokens.flatMap(({ name, value }) => (value !== undefined && isInput(name, flags) ? [resolve(value)] : [])),
  )
  for (const { name, rawName, value } of tokens) {
    if (name === undefined || value === undefined || flags[name]?.writes === undefined) continue
    if (inputs.has(resolve(value)))
      throw new FlagError(`${rawName} would overwrite ${value}, which this command reads.`)
  }
}

/** Whether a file or folder, which a report must not replace, is read from the value. undefined: a value without a flag. */
function isInput(name: string | undefined, flags: Readonly<Record<string, Flag>>): boolean {
  if (name === undefined) return true
  const flag = flags[name]
  return flag?.writes === undefined && flag?.mayBeReplaced !== true && /^(?:PATH|FILE|DIR)/.test(flag?.value ?? '')
}

/** Whoever gives a flag wants it to change something, so a flag without effect is an error. */
function checkNeeded(given: ReadonlySet<string>, flags: Readonly<Record<string, Flag>>): void {
  for (const name of given) {
    const needs = flags[name]?.needs
    if (needs !== undefined && !given.has(needs)) throw new FlagError(`--${name} is used only with --${needs}.`)
  }
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
  if (value === undefined) throw new FlagError(`--${flag} is missing.`)
  return value
}

/** The path of a command that takes exactly one path. */
export function onePath([path, ...more]: readonly string[]): string {
  if (path !== undefined && more.length === 0) return path
  throw new FlagError(path === undefined ? 'No path is given.' : `One path is read, and ${more.length + 1} are given.`)
}
