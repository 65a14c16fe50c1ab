import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { HANGS_AFTER_MS } from '../../hangs-after.ts'
import { node24, REPOSITORY_ROOT } from './job-environment.ts'
import type { HostedJob } from './job-host.ts'
import { createLineSplitter } from './step-log.ts'

const HOST = join(REPOSITORY_ROOT, '__tests__/e2e/runner/job-host.ts')
/** The line that a host prints after each job. A program under test prints no null characters. */
const END = '\u0000end of the job\u0000'

/** One step of a job: a script with its variables. `onStart` gets what kills it, and then waits until it is dead. */
type Step = Readonly<{
  script: string
  env: Readonly<Record<string, string>>
  workspace: string
  onLine: (stream: 'stdout' | 'stderr', line: string) => void
  onStart: (kill: () => Promise<void>) => void
}>

/** exitCode: null where the process was killed. */
export type EndedStep = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>

/** A place for one job at a time. */
export type Runner = Readonly<{
  /** An empty folder for the job. */
  root: string
  run: (step: Step) => Promise<EndedStep>
  /** To be called after the job. */
  release: () => Promise<void>
}>

/** A runner whose job has a process of its own. */
export async function lonelyRunner(): Promise<Runner> {
  const root = await emptyFolder()
  return {
    root,
    async run(step) {
      const { script, env, workspace: cwd } = step
      return await follow(spawn(node24(), [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }), step)
    },
    release: () => rm(root, { recursive: true, force: true }),
  }
}

type Host = Readonly<{ root: string; child: ChildProcess }>

/**
 * Runners whose jobs share processes, one job at a time. Each keeps the path of its folder, like a machine that a team runs itself:
 * the toolkit of GitHub remembers the path of the job summary.
 */
export function createSharedRunners(): Readonly<{ take: () => Promise<Runner>; end: () => Promise<void> }> {
  const hosts = new Set<Host>()
  const idle: Host[] = []

  async function start(): Promise<Host> {
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
    const host = { root: await emptyFolder(), child: spawn(node24(), [HOST], { cwd: '/', env: {}, stdio: [...stdio] }) }
    hosts.add(host)
    return host
  }

  return {
    async take() {
      const host = idle.pop() ?? (await start())
      const { root, child } = host
      return {
        root,
        async run(step) {
          const { script, env, workspace } = step
          child.send({ script, env, workspace, end: END } satisfies HostedJob)
          return await follow(child, step)
        },
        async release() {
          await rm(root, { recursive: true, force: true })
          if (child.exitCode !== null || child.signalCode !== null) return
          await mkdir(root)
          idle.push(host)
        },
      }
    },
    async end() {
      for (const { root, child } of hosts) {
        child.kill()
        await rm(root, { recursive: true, force: true })
      }
    },
  }
}

const emptyFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'runner-'))

/** Passes the lines of a job on until its process ends, or until its host says that the job has ended. */
async function follow(child: ChildProcess, { onLine, onStart }: Step): Promise<EndedStep> {
  let hangs = false
  const patience = setTimeout(() => {
    hangs = true
    child.kill('SIGKILL')
  }, HANGS_AFTER_MS)
  onStart(async () => {
    child.kill('SIGKILL')
    if (child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
  })
  const stdout = read(child.stdout as Readable, (line) => onLine('stdout', line))
  const stderr = read(child.stderr as Readable, (line) => onLine('stderr', line))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
    child.once('message', (code) => Promise.all([stdout.ended, stderr.ended]).then(() => resolve(Number(code)), reject))
  })
  clearTimeout(patience)
  for (const event of ['error', 'close', 'message']) child.removeAllListeners(event)
  const text = { stdout: stdout.stop(), stderr: stderr.stop() }
  if (hangs) throw new Error(`The action did not end. It printed:\n${text.stdout}${text.stderr}`)
  return { exitCode, ...text }
}

/** Reads one stream of a job by lines. `ended` waits for the line END. `stop` returns all of the text. */
function read(
  stream: Readable,
  onLine: (line: string) => void,
): Readonly<{ ended: Promise<void>; stop: () => string }> {
  let text = ''
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const splitter = createLineSplitter((line) => {
    if (!line.endsWith(END)) return onLine(line)
    if (line !== END) onLine(line.slice(0, -END.length))
    end()
  })
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    text += chunk
    splitter.write(chunk)
  })
  stream.on('end', splitter.end)
  return {
    ended,
    stop() {
      stream.removeAllListeners('data').removeAllListeners('end')
      return text.replace(`${END}\n`, '')
    },
  }
}
