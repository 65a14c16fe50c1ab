import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import { outputOf } from './program.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The class of this machine, such as `AMD EPYC 7763 64-Core Processor, 4 cores, 16 GiB, linux/x64`: what must be equal for
 * two runs to be compared. Never its name or its address.
 */
export function machineClass(): string {
  const model = os.cpus()[0]?.model ?? 'unknown processor'
  const memory = `${memoryClassGib(os.totalmem())} GiB`
  return [printable(model), `${os.availableParallelism()} cores`, memory, `${process.platform}/${process.arch}`].join(
    ', ',
  )
}

/**
 * Memory as it is sold, in GiB. A kernel keeps some of it for itself, and not always the same amount, so 15.6 and 15.5 are
 * both 16: rounded up to a quarter of the next smaller power of two.
 */
export function memoryClassGib(memoryBytes: number): number {
  const gib = memoryBytes / 1024 ** 3
  const step = 2 ** (Math.floor(Math.log2(gib)) - 2)
  return Math.ceil(gib / step) * step
}

/**
 * The job that this is: runs of one job shared a machine. In a workflow it is named by the run, its attempt, the job and the
 * runner (legs of a matrix have the same job name); elsewhere by a hash of the host's name and its last start.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
export async function jobId(env: Environment): Promise<string> {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, RUNNER_NAME } = env
  if (GITHUB_RUN_ID !== undefined && GITHUB_RUN_ID !== '') {
    const names = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, RUNNER_NAME]
    return printable(names.filter((name) => name !== undefined && name !== '').join('/'))
  }
  // Linux only; elsewhere the host's name has to do. https://docs.kernel.org/admin-guide/sysctl/kernel.html#random
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `host-${createHash('sha256').update(`${os.hostname()}\n${boot}`).digest('hex').slice(0, 16)}`
}

/**
 * The commit that is checked out in this folder; without git the one of the event. In a pull request GITHUB_SHA is a merge commit that
 * may not be the one that was checked out, so it does not count there. null: unknown.
 */
export async function checkedOutCommit(env: Environment, folder: string): Promise<string | null> {
  const head = await outputOf('git', ['rev-parse', '--verify', 'HEAD'], folder)
  if (head !== null) return head
  const isPullRequest = env.GITHUB_EVENT_NAME?.startsWith('pull_request') ?? true
  return isPullRequest ? null : (env.GITHUB_SHA ?? null)
}

/** The version of the k6 on the PATH, such as `2.2.0`; null where there is none. */
export async function installedK6Version(): Promise<string | null> {
  const printed = await outputOf('k6', ['version'])
  return /^k6(?:\.exe)? v(\d+\.\d+\.\d+\S*)/.exec(printed ?? '')?.[1] ?? null
}

/** Tools that say their version on the command line at once. Those of the JVM take seconds, and some of their results have it. */
const VERSION_COMMANDS: ReadonlyMap<
  string,
  Readonly<{ program: string; args: readonly string[]; version: RegExp }>
> = new Map([
  ['Locust', { program: 'locust', args: ['--version'], version: /^locust (\d+\.\d+\S*)/ }],
  ['ghz', { program: 'ghz', args: ['--version'], version: /^v?(\d+\.\d+\S*)/ }],
  ['hyperfine', { program: 'hyperfine', args: ['--version'], version: /^hyperfine (\d+\.\d+\S*)/ }],
])

/** The version of the tool on the PATH, by the name that people call it; null where it is not known. */
export async function installedVersion(tool: string): Promise<string | null> {
  if (tool === 'k6') return await installedK6Version()
  const asked = VERSION_COMMANDS.get(tool)
  if (asked === undefined) return null
  return asked.version.exec((await outputOf(asked.program, asked.args)) ?? '')?.[1] ?? null
}

/** On one line, without control characters, at most 300 characters: the limit of the fields of run.json. */
function printable(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}
