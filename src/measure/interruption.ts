import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGuard } from './guard.ts'
import { createProcesses, GRACE_MS, type Processes } from './process-group.ts'

/** Why the work was stopped: the name of the signal. */
export class Interrupted extends Error {}

/** What interruptible work is given. */
export type Interruptible = Readonly<{
  /** Aborted by Ctrl+C, and when a job is cancelled. */
  stop: AbortSignal
  processes: Processes
  /** A temporary folder. It is removed when the work ends, in whatever way. */
  scratch: string
}>

/**
 * Does work that starts processes. Ctrl+C or the cancelling of a job stops the work: its processes are ended, the work cleans
 * up, and `Interrupted` is thrown. A second signal ends everything at once. No started process outlives this process, however
 * it ends.
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
    // After a signal, code that was waiting throws errors of its own. The reason of the signal takes their place.
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    await processes.endAll()
    await rm(scratch, { recursive: true, force: true })
    guard.end()
    for (const name of signals) process.off(name, onSignal)
    process.off('exit', processes.killAll)
  }
}
