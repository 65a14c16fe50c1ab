import { execFile } from 'node:child_process'

/** A program that hangs must not hang a load test. */
const TIMEOUT_MS = 10_000

/** What a program prints, without the last newline; null where it is not installed, fails or does not end. Runs no shell. */
export async function outputOf(program: string, args: readonly string[], folder?: string): Promise<string | null> {
  const options = { cwd: folder, timeout: TIMEOUT_MS, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 } as const
  return await new Promise((resolve) => {
    execFile(program, args, options, (error, stdout) => resolve(error === null ? stdout.trimEnd() : null))
  })
}
