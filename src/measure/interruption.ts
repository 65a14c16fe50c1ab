import { createProcesses, type Processes } from './process-group.ts'

/** Why the work was stopped: the name of the signal. */
export class Interrupted extends Error {}

/**
 * Does work that starts processes. Ctrl+C and the end of a job stop it: the processes are ended, what the work has to clean up is cleaned
 * up, and `Interrupted` is thrown. A second signal ends all at once. Nothing that was started outlives this process.
 */
export async function interruptible<T>(work: (stop: AbortSignal, processes: Processes) => Promise<T>): Promise<T> {
  const processes = createProcesses()
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(2)
    controller.abort(new Interrupted(name))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, onSignal)
  process.on('exit', processes.killAll)
  try {
    return await work(controller.signal, processes)
  } catch (error) {
    // What waits for a signal throws errors of its own when it comes.
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    await processes.endAll()
    for (const name of signals) process.off(name, onSignal)
    process.off('exit', processes.killAll)
  }
}
