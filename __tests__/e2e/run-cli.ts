import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

export type CliResult = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>

export type CliOptions = Readonly<{
  /** Default: the root of the repository. */
  folder?: string
  /** The whole environment, besides PATH. Default: empty. */
  env?: Readonly<Record<string, string>>
  /** The Node that runs the command. Default: the Node that runs the tests. */
  node?: string
}>

/** Runs the committed bundle of the command line in its own process. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { folder = REPOSITORY_ROOT, env = {}, node = execPath } = options
  const child = spawn(node, [join(REPOSITORY_ROOT, 'dist/cli.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_AFTER_MS,
  })
  const exited = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { exitCode, stdout, stderr }
}
