#!/usr/bin/env node
import { USAGE } from './commands/usage.ts'
import { UserError } from './model/errors.ts'

/** Takes the arguments after its name, and returns the exit code. */
type Command = (args: readonly string[]) => Promise<number>

/** Each command is loaded only when it is called. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['compare', async () => (await import('./commands/compare.ts')).compare],
  ['record', async () => (await import('./commands/record.ts')).record],
  ['replay', async () => (await import('./commands/replay.ts')).replay],
  ['inspect', async () => (await import('./commands/inspect.ts')).inspect],
  ['digest', async () => (await import('./commands/digest.ts')).digest],
  ['measure', async () => (await import('./commands/measure.ts')).measure],
  ['bisect', async () => (await import('./commands/bisect.ts')).bisect],
  ['resources', async () => (await import('./commands/resources.ts')).resources],
  ['stamp', async () => (await import('./commands/stamp.ts')).stamp],
  ['capacity', async () => (await import('./commands/capacity.ts')).capacity],
  ['complexity', async () => (await import('./commands/complexity.ts')).complexity],
  ['history', async () => (await import('./commands/history.ts')).history],
  ['profiles', async () => (await import('./commands/profiles.ts')).profiles],
  ['monitor', async () => (await import('./commands/monitor.ts')).monitor],
  ['watch', async () => (await import('./commands/watch.ts')).watch],
  ['init', async () => (await import('./commands/init.ts')).init],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctor],
])

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(USAGE)
    return name === undefined ? 2 : 0
  }
  const load = COMMANDS.get(name)
  if (load === undefined) throw new UserError(`Unknown command "${name}". The commands are:\n\n${USAGE}`)
  const command = await load()
  return await command(rest)
}

// A reader such as `head` may close the pipe early. That is not an error, and it changes no verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // Whoever can mend it needs the sentence; for our own mistakes the stack is what a bug report needs.
  const text =
    error instanceof UserError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`perf-gate: ${text}\n`)
  process.exitCode = 2
}
