import { execFile } from 'node:child_process'

/** A program that hangs must not stop a load test. */
const TIMEOUT_MS = 10_000

/**
 * Runs a program without a shell and returns its output without the last newline. null: it is not installed, it failed, or it
 * did not end in time.
 */
export async function outputOf(program: string, args: readonly string[], folder?: string): Promise<string | null> {
  const options = { cwd: folder, timeout: TIMEOUT_MS, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 } as const
  return await new Promise((resolve) => {
    execFile(program, args, options, (error, stdout) => resolve(error === null ? stdout.trimEnd() : null))
  })
}
