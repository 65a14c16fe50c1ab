import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackgroundWork } from './background-work.ts'
import { listenersAt } from './listener.ts'
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import type { Processes, ProcessGroup } from './process-group.ts'
import { isAlive, processTable } from './process-table.ts'
import type { Profiler } from './profiler.ts'
import type { RunningService } from './running-service.ts'

/** A program that records beside the load. */
export type ProfileRecorder = BackgroundWork &
  Readonly<{
    /** The part of the load that it saw: it may have ended before. */
    share(): number
    process: ProcessGroup
  }>

/** perf takes a while to write down the functions of a large recording. */
const WRITES_WITHIN_MS = 60_000

/** What the command may name, besides what a load command may. */
export type RecorderValues = PlaceholderValues & Readonly<{ seconds: string; scratch: string }>

/** @param folder where the command is called */
export async function startRecorder(
  { command }: Extract<Profiler, { kind: 'command' }>,
  { port, process: service }: RunningService,
  values: RecorderValues,
  folder: string,
  processes: Processes,
): Promise<ProfileRecorder> {
  const known = { ...values, ...(process.platform === 'linux' ? pidsOf(Number(port), service) : NO_PIDS) }
  // The interruption ends the program that records, and not the shell that calls what turns the recording into a text.
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
      // One that was told how long to record writes nothing when it is interrupted. A load that ended sooner takes no processor any more.
      if (!endsByItself) recorder.interrupt()
      const withinMs = WRITES_WITHIN_MS + (endsByItself ? Number(values.seconds) * 1000 : 0)
      await Promise.race([recorder.ended, pause(withinMs, undefined, { ref: false })])
      await recorder.end()
    },
  }
}

/** Only Linux tells what listens on a port. A recorder without a process says so itself. */
const NO_PIDS = { pid: '', pids: '' }

function pidsOf(port: number, service: ProcessGroup | null): typeof NO_PIDS {
  const listeners = listenersAt(port)
  const pids = service === null ? listeners : membersOf(service.pid)
  return { pid: String(listeners[0] ?? ''), pids: pids.join(',') }
}

/** All that runs in the session of the start command. */
function membersOf(session: number): readonly number[] {
  return processTable()
    .filter((one) => one.session === session && isAlive(one))
    .map(({ pid }) => pid)
}

/** Where a command writes its profile. What else it writes there is read as a profile too. */
export function profileFile(folder: string): string {
  return join(folder, 'profile')
}
