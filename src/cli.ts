#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { FlagError } from './commands/arguments.ts'
import { type CliCommand, COMMANDS } from './commands/registry.ts'
import { callLines, commandsText, usageText } from './commands/usage.ts'
import { UserError } from './model/errors.ts'
import { meantBy } from './model/spelling.ts'
import { terminalText } from './model/terminal-text.ts'

async function main([first, ...rest]: readonly string[]): Promise<number> {
  if (first === '--version') return say(`${await version()}\n`)
  if (first === undefined || isHelp(first) || (first === 'help' && rest.length === 0)) {
    return say(commandsText(COMMANDS), first === undefined ? 2 : 0)
  }
  const [name, args] = first === 'help' ? [rest[0] ?? '', ['--help']] : [first, rest]
  return await call(commandOf(name), args)
}

async function call({ name, does, load }: CliCommand, args: readonly string[]): Promise<number> {
  const { run, usage } = await load()
  // An argument after `--` is a path, even if it looks like a flag.
  const end = args.indexOf('--')
  if (args.slice(0, end < 0 ? args.length : end).some(isHelp)) return say(usageText(name, does, usage))
  try {
    return await run(args)
  } catch (error) {
    if (!(error instanceof FlagError)) throw error
    const lines = callLines(name, usage).map((line) => `  ${line}\n`)
    throw new UserError(`${error.message}\n${lines.join('')}See perf-gate ${name} --help.`, { cause: error })
  }
}

/** The version in package.json, which is in the parent folder of both src/ and dist/. */
async function version(): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.version
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h'
}

function commandOf(name: string): CliCommand {
  const found = COMMANDS.find((command) => command.name === name)
  if (found !== undefined) return found
  const names = COMMANDS.map((command) => command.name)
  const meant = meantBy(name, names)
  const hint = meant === null ? `The commands are ${names.join(', ')}.` : `Did you mean ${meant}?`
  throw new UserError(`There is no command ${JSON.stringify(name)}. ${hint} See perf-gate --help.`)
}

function say(text: string, exitCode = 0): number {
  process.stdout.write(text)
  return exitCode
}

/**
 * What to do about a path that the file system refuses: it is a folder, cannot be read or written, or does not exist. null: another error.
 * https://nodejs.org/api/errors.html#class-systemerror
 */
function refusedPath(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('path' in error)) return null
  return `${JSON.stringify(error.path)} cannot be used (${error.message}). Check the path, and who may read and write there.`
}

// A reader such as `head` may close the pipe early. That is not an error, and it changes no verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // A UserError is for a person who can fix it, so its message is enough. Any other error is our mistake: a bug report needs the stack.
  const text =
    error instanceof UserError
      ? terminalText(error.whole)
      : (refusedPath(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)))
  process.stderr.write(`perf-gate: ${text}\n`)
  process.exitCode = 2
}
