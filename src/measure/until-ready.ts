import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const POLL_EVERY_MS = 50
/** The limit for one request. After it, the service is asked again. */
const ANSWER_WITHIN_MS = 2_000

export type Readiness = Readonly<{
  address: string
  /** null: the service is ready when its port is open. */
  path: string | null
  /** True: any answer is enough, including an error status. Absent: an error status means that the service is not ready. */
  anyStatus?: boolean
  withinMs: number
}>

/** Asks until the service is ready. Returns null, or the reason why it is not ready, as the end of a sentence. */
export async function untilReady(
  { address, path, anyStatus = false, withinMs }: Readiness,
  stop: AbortSignal,
): Promise<string | null> {
  const startedMs = performance.now()
  const accepted = anyStatus ? () => true : isSuccess
  for (;;) {
    const answer =
      path === null ? await connection(address, stop) : await status(new URL(path, address), accepted, stop)
    if (answer === null) return null
    stop.throwIfAborted()
    if (performance.now() - startedMs >= withinMs) return `was not ready within ${withinMs / 1000} s: ${answer}`
    await pause(POLL_EVERY_MS, undefined, { signal: stop })
  }
}

function isSuccess(status: number): boolean {
  return status < 400
}

/** null: the service is ready. */
async function status(url: URL, isAccepted: (status: number) => boolean, stop: AbortSignal): Promise<string | null> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(ANSWER_WITHIN_MS)])
  try {
    const response = await fetch(url, { signal, redirect: 'manual' })
    await response.body?.cancel()
    return isAccepted(response.status) ? null : `${url.pathname} answers with ${response.status}`
  } catch {
    return `${url} does not answer`
  }
}

async function connection(address: string, stop: AbortSignal): Promise<string | null> {
  const { hostname, port, protocol } = new URL(address)
  const socket = connect({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    timeout: ANSWER_WITHIN_MS,
  })
  const giveUp = () => socket.destroy(new Error('stopped'))
  socket.on('timeout', giveUp)
  stop.addEventListener('abort', giveUp)
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  stop.removeEventListener('abort', giveUp)
  socket.destroy()
  return isOpen ? null : `nothing listens at ${address}`
}
