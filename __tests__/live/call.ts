import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { HANGS_AFTER_MS } from '../hangs-after.ts'

export type CallOptions = Readonly<{
  folder: string
  /** Besides the environment of the tests. */
  env?: Readonly<Record<string, string>>
}>

/** Runs a program and gives its standard output. An exit code other than 0 is an error that says what the program said. */
export async function call(command: string, args: readonly string[], { folder, env }: CallOptions): Promise<string> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_AFTER_MS,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (exitCode === 0) return stdout
  throw new Error(`${[command, ...args].join(' ')} ended with ${exitCode}: ${stdout}${stderr}`)
}
