import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import { printable } from '../model/printable.ts'
import { outputOf } from './program.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The class of this machine, such as `AMD EPYC 7763 64-Core Processor, 4 cores, 16 GiB, linux/x64`. It must be equal in two
 * runs, so that they can be compared. It never contains the name or the address of the machine.
 */
export function machineClass(): string {
  const model = os.cpus()[0]?.model ?? 'unknown processor'
  const memory = `${memoryClassGib(os.totalmem())} GiB`
  return [fieldText(model), `${os.availableParallelism()} cores`, memory, `${process.platform}/${process.arch}`].join(
    ', ',
  )
}

/**
 * The size of the memory as it is sold, in GiB. A kernel keeps a varying part of the memory for itself, so 15.6 and 15.5 both
 * mean 16. The size is rounded up to a quarter of the next smaller power of two.
 */
export function memoryClassGib(memoryBytes: number): number {
  const gib = memoryBytes / 1024 ** 3
  const step = 2 ** (Math.floor(Math.log2(gib)) - 2)
  return Math.ceil(gib / step) * step
}

/**
 * Identifies the current job: runs of one job shared a machine. In a workflow it consists of the run, its attempt, the job and
 * the runner, because the jobs of a matrix have the same name. Elsewhere it is a hash of the host name and the last start of
 * the machine. https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
export async function jobId(env: Environment): Promise<string> {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, RUNNER_NAME } = env
  if (GITHUB_RUN_ID !== undefined && GITHUB_RUN_ID !== '') {
    const names = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, RUNNER_NAME]
    return fieldText(names.filter((name) => name !== undefined && name !== '').join('/'))
  }
  // Only Linux has this file. Elsewhere the host name alone is used.
  // https://docs.kernel.org/admin-guide/sysctl/kernel.html#random
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `host-${createHash('sha256').update(`${os.hostname()}\n${boot}`).digest('hex').slice(0, 16)}`
}

/**
 * The commit that is checked out in this folder. Without Git, the commit of the event. In a pull request GITHUB_SHA is a merge
 * commit, which may not be the one that was checked out, so it is not used. null: unknown.
 */
export async function checkedOutCommit(env: Environment, folder: string): Promise<string | null> {
  const head = await outputOf('git', ['rev-parse', '--verify', 'HEAD'], folder)
  if (head !== null) return head
  const isPullRequest = env.GITHUB_EVENT_NAME?.startsWith('pull_request') ?? true
  return isPullRequest ? null : (env.GITHUB_SHA ?? null)
}

/** The version of the installed k6, such as `2.2.0`. null: k6 is not installed. */
export async function installedK6Version(): Promise<string | null> {
  const printed = await outputOf('k6', ['version'])
  return /^k6(?:\.exe)? v(\d+\.\d+\.\d+\S*)/.exec(printed ?? '')?.[1] ?? null
}

/** Tools that print their version quickly. Tools on the JVM take seconds, and some of them write the version into their results. */
const VERSION_COMMANDS: ReadonlyMap<
  string,
  Readonly<{ program: string; args: readonly string[]; version: RegExp }>
> = new Map([
  ['Locust', { program: 'locust', args: ['--version'], version: /^locust (\d+\.\d+\S*)/ }],
  ['ghz', { program: 'ghz', args: ['--version'], version: /^v?(\d+\.\d+\S*)/ }],
  ['hyperfine', { program: 'hyperfine', args: ['--version'], version: /^hyperfine (\d+\.\d+\S*)/ }],
])

/** The version of an installed tool. null: unknown. */
export async function installedVersion(tool: string): Promise<string | null> {
  if (tool === 'k6') return await installedK6Version()
  const asked = VERSION_COMMANDS.get(tool)
  if (asked === undefined) return null
  return asked.version.exec((await outputOf(asked.program, asked.args)) ?? '')?.[1] ?? null
}

/** The fields of run.json have at most 300 characters. Some processors have several spaces in their name. */
function fieldText(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim(), 300)
}
