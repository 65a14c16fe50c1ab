import { UserError } from '../model/errors.ts'
import { containerSource } from './container-source.ts'
import type { CounterSource } from './counters.ts'
import { containerAtPort, type Engine, findContainer } from './engine.ts'
import { listenersAt } from './listener.ts'
import { processSource } from './process-source.ts'
import { processTable } from './process-table.ts'

/** Where a service runs, as far as it is known. */
export type ServiceLocation = Readonly<{
  /** The name of the container from the measure file. null: the file names no container. */
  container: string | null
  /** The session of the start command. null: the service was not started here. */
  session: number | null
  address: string
  port: number
}>

/**
 * Finds the source of a service's counters. null: they cannot be read here, because the service runs on another machine, for
 * example. Throws a UserError when a named container does not exist or does not run.
 */
export async function serviceSource(
  { container, session, address, port }: ServiceLocation,
  engines: readonly Engine[],
  platform: string,
): Promise<CounterSource | null> {
  if (container !== null) {
    const found = await findContainer(container, engines)
    if (found.pid === 0) throw new UserError(`The container ${container} does not run.`)
    return containerSource(found)
  }
  if (!isOwnMachine(address)) return null
  const listeners = platform === 'linux' ? listenersAt(port) : []
  if (listeners.length > 0 && isIn(session, listeners)) return processSource({ session, port })
  // On the port of a container an engine's program listens, not the service.
  const published = await containerAtPort(port, engines)
  if (published !== null && published.pid > 0) return containerSource(published)
  return platform === 'linux' && (session ?? listeners[0]) !== undefined ? processSource({ session, port }) : null
}

function isIn(session: number | null, pids: readonly number[]): boolean {
  const members = new Set(processTable().flatMap((one) => (one.session === session ? [one.pid] : [])))
  return pids.every((pid) => members.has(pid))
}

/** https://datatracker.ietf.org/doc/html/rfc6761#section-6.3 */
function isOwnMachine(address: string): boolean {
  const { hostname } = new URL(address)
  return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
