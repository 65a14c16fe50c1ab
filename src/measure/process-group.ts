import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, processTable } from './process-table.ts'

/** The end of a process. `exitCode` is its exit code or, as in shells, 128 plus the number of the signal. */
type Ending = Readonly<{ exitCode: number }>

/** A command and all processes that it starts. */
export type ProcessGroup = Readonly<{
  pid: number
  /** Resolves when the command itself has ended. The processes that it started may still run. */
  ended: Promise<Ending>
  /** The end of its output. */
  lastOutput(): string
  /** Interrupts the processes, as Ctrl+C does. */
  interrupt(): void
  /** Ends the command and all processes that it started, and waits until they are gone. */
  end(): Promise<void>
}>

type ProcessOptions = Readonly<{ folder: string; env: Readonly<Record<string, string | undefined>> }>

/** All started processes, so that none outlives the measurement. */
export type Processes = Readonly<{
  start(command: string, options: ProcessOptions): ProcessGroup
  endAll(): Promise<void>
  /** Kills all processes without waiting, when this process itself ends. */
  killAll(): void
}>

/** A service may finish its open requests before it ends. Kubernetes gives it 30 s. Here 5 s are enough, because the load has ended. */
export const GRACE_MS = 5_000
const POLL_EVERY_MS = 10
const CLOSES_WITHIN_MS = 1_000
const KILLED_WITHIN_MS = 5_000
const KEPT_OUTPUT_CHARACTERS = 4_000
/** The number of a command that could not be started. */
const NO_PID = 0

/** `128 + n`: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
}

type ProcessesOptions = Readonly<{
  /** How long a process may take to end itself before it is killed. */
  graceMs?: number
  /** Called with the running groups when a group is added or removed. */
  onChange?: (groups: readonly number[]) => void
}>

export function createProcesses({ graceMs = GRACE_MS, onChange = () => {} }: ProcessesOptions = {}): Processes {
  const running = new Set<ProcessGroup>()
  const tell = () => onChange([...running].flatMap(({ pid }) => (pid === NO_PID ? [] : [pid])))
  return {
    start(command, options) {
      const group = startGroup(command, options, graceMs)
      const whole: ProcessGroup = {
        ...group,
        end: async () => {
          await group.end()
          if (running.delete(whole)) tell()
        },
      }
      running.add(whole)
      tell()
      return whole
    },
    async endAll() {
      await Promise.all([...running].map((group) => group.end()))
    },
    killAll() {
      for (const { pid } of running) signal(pid, 'SIGKILL')
    },
  }
}

function startGroup(command: string, { folder, env }: ProcessOptions, graceMs: number): ProcessGroup {
  // In a session of their own, the processes do not get the Ctrl+C of the terminal. Only this process gets it, and ends the
  // others in order.
  const child = spawn(command, { shell: true, detached: true, cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARACTERS)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<Ending>((resolve) => {
    child.on('error', (error) => {
      keep(Buffer.from(error.message))
      resolve({ exitCode: 127 })
    })
    child.on('exit', (code, name) => resolve({ exitCode: code ?? 128 + (SIGNAL_NUMBERS[name ?? ''] ?? 0) }))
  })
  const closed = once(child, 'close').catch(() => null)
  const pid = child.pid ?? NO_PID
  let ending: Promise<void> | null = null
  return {
    pid,
    ended,
    lastOutput: () => output.trim(),
    interrupt: () => void signal(pid, 'SIGINT'),
    end: () => {
      ending ??= endGroup(pid, graceMs, closed)
      return ending
    },
  }
}

async function endGroup(pid: number, graceMs: number, closed: Promise<unknown>): Promise<void> {
  signal(pid, 'SIGTERM')
  if (!(await isGoneWithin(pid, graceMs))) {
    signal(pid, 'SIGKILL')
    // The system ends a killed process the next time it would run.
    await isGoneWithin(pid, KILLED_WITHIN_MS)
  }
  // Waits until all output has been read. A process that left the group may hold the output open forever, so the wait is
  // limited.
  await Promise.race([closed, pause(CLOSES_WITHIN_MS, undefined, { ref: false })])
}

async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  const startedMs = performance.now()
  while (hasMembers(pid)) {
    if (performance.now() - startedMs > limitMs) return false
    await pause(POLL_EVERY_MS)
  }
  return true
}

/**
 * Sends a signal, and says whether the group exists. A group that was never started has no number. The numbers 0 and 1 would
 * reach other processes.
 */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  if (pid <= 1) return false
  try {
    return process.kill(-pid, name)
  } catch {
    return false
  }
}

/** Whether a process of the group still runs. A zombie, which has ended but has not been waited for, does not. */
function hasMembers(group: number): boolean {
  if (!signal(group, 0)) return false
  if (process.platform !== 'linux') return true
  return processTable().some((one) => one.group === group && isAlive(one))
}
