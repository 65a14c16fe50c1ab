import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGuard } from './guard.ts'
import { createProcesses, GRACE_MS, type Processes } from './process-group.ts'

/** Why the work was stopped: the name of the signal. */
export class Interrupted extends Error {}

/** What work gets that may be interrupted. */
export type Interruptible = Readonly<{
  /** Aborted by Ctrl+C, and by the end of a job. */
  stop: AbortSignal
  processes: Processes
  /** A folder that is gone afterwards, whatever happens. */
  scratch: string
}>

/**
 * Does work that starts processes. Ctrl+C and the end of a job stop it: the processes are ended, what the work has to clean up is cleaned
 * up, and `Interrupted` is thrown. A second signal ends all at once. Nothing that was started outlives this process, however it ends.
 */
export async function interruptible<T>(work: (means: Interruptible) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'perf-gate-measure-'))
  const guard = startGuard(scratch, GRACE_MS)
  const processes = createProcesses({ onChange: guard.watch })
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(2)
    controller.abort(new Interrupted(name))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, onSignal)
  process.on('exit', processes.killAll)
  try {
    return await work({ stop: controller.signal, processes, scratch })
  } catch (error) {
    // What waits for a signal throws errors of its own when it comes.
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    await processes.endAll()
    await rm(scratch, { recursive: true, force: true })
    guard.end()
    for (const name of signals) process.off(name, onSignal)
    process.off('exit', processes.killAll)
  }
}
