import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackgroundWork } from './background-work.ts'
import { listenersAt } from './listener.ts'
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import type { Processes, ProcessGroup } from './process-group.ts'
import { isAlive, processTable } from './process-table.ts'
import type { Profiler } from './profiler.ts'
import type { RunningService } from './running-service.ts'

/** A program that records a profile during the load. */
export type ProfileRecorder = BackgroundWork &
  Readonly<{
    /** The share of the load during which it recorded. It may have ended before the load. */
    share(): number
    process: ProcessGroup
  }>

/** perf needs a while to write down the functions of a large recording. */
const WRITES_WITHIN_MS = 60_000

/** The values for the command: those of a load command and two more. */
export type RecorderValues = PlaceholderValues & Readonly<{ seconds: string; scratch: string }>

/** @param folder the command is called in this folder */
export async function startRecorder(
  { command }: Extract<Profiler, { kind: 'command' }>,
  { port, process: service }: RunningService,
  values: RecorderValues,
  folder: string,
  processes: Processes,
): Promise<ProfileRecorder> {
  const known = { ...values, ...(process.platform === 'linux' ? pidsOf(Number(port), service) : NO_PIDS) }
  // The shell ignores the interruption. Only the recording program ends, and the shell then calls the command that converts the
  // recording into text.
  const recorder = processes.start(`trap : INT\n${fillPlaceholders(command, known)}`, { folder, env: process.env })
  const startedMs = performance.now()
  let endedMs: number | null = null
  void recorder.ended.then(() => {
    endedMs ??= performance.now()
  })
  const endsByItself = command.includes('{seconds}')
  let share = 1
  return {
    process: recorder,
    share: () => share,
    async end() {
      const nowMs = performance.now()
      if (endedMs !== null) share = (endedMs - startedMs) / (nowMs - startedMs)
      // A recorder with a fixed time writes nothing when it is interrupted, so it runs to its end. After the load has ended, it
      // records an idle service, which adds no samples of CPU time.
      if (!endsByItself) recorder.interrupt()
      const withinMs = WRITES_WITHIN_MS + (endsByItself ? Number(values.seconds) * 1000 : 0)
      await Promise.race([recorder.ended, pause(withinMs, undefined, { ref: false })])
      await recorder.end()
    },
  }
}

/** Only on Linux can the process that listens on a port be found. A recorder that gets no process number reports the error itself. */
const NO_PIDS = { pid: '', pids: '' }

function pidsOf(port: number, service: ProcessGroup | null): typeof NO_PIDS {
  const listeners = listenersAt(port)
  const pids = service === null ? listeners : membersOf(service.pid)
  return { pid: String(listeners[0] ?? ''), pids: pids.join(',') }
}

/** All processes in the session of the start command. */
function membersOf(session: number): readonly number[] {
  return processTable()
    .filter((one) => one.session === session && isAlive(one))
    .map(({ pid }) => pid)
}

/** The path at which a command writes its profile. Other files in that folder are read as profiles as well. */
export function profileFile(folder: string): string {
  return join(folder, 'profile')
}
