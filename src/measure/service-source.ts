import { UserError } from '../model/errors.ts'
import { containerSource } from './container-source.ts'
import type { CounterSource } from './counters.ts'
import { containerAtPort, type Engine, findContainer } from './engine.ts'
import { listenersAt } from './listener.ts'
import { processSource } from './process-source.ts'
import { processTable } from './process-table.ts'

/** Where a service runs, as far as that is known. */
export type ServiceLocation = Readonly<{
  /** The name that the measure file gives; null: none. */
  container: string | null
  /** The session of the start command; null: it ran already. */
  session: number | null
  address: string
  port: number
}>

/**
 * Where the counters of a service are. null: nowhere that can be seen from here, such as on another machine.
 * Throws a UserError where a container is named and is not there: whoever names it wants to know.
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
  // What listens for a container is a program of its engine, and not the service.
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
