import { setTimeout as timer, setImmediate as turn } from 'node:timers/promises'

/*
 * Loaded into the program under test before it starts, so that its requests go out in rounds. A request is held until the program
 * can do nothing more without an answer. Then all held requests are sent, and their answers arrive at the same moment. So the
 * number of rounds is the longest chain of requests that waited for each other, on fast and slow machines. Each request carries
 * the number of its round.
 */

export const ROUND_HEADER = 'x-played-round'

type Held = Readonly<{ send: () => Promise<() => void> }>

const send = globalThis.fetch
let held: Held[] = []
let round = 0
let isWatching = false

globalThis.fetch = async (input, init) =>
  await new Promise<Response>((resolve, reject) => {
    held.push({ send: () => answer(input, init, resolve, reject) })
    if (!isWatching) void watch()
  })

/** The whole answer has arrived before the program sees any of it. */
async function answer(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  resolve: (response: Response) => void,
  reject: (error: unknown) => void,
): Promise<() => void> {
  try {
    const headers = new Headers(init?.headers)
    headers.set(ROUND_HEADER, String(round))
    const response = await send(input, { ...init, headers })
    const bytes = await response.arrayBuffer()
    const isEmpty = [204, 304].includes(response.status)
    const whole = new Response(isEmpty ? null : bytes, { status: response.status, headers: response.headers })
    return () => resolve(Object.defineProperty(whole, 'url', { value: response.url }))
  } catch (error) {
    return () => reject(error)
  }
}

async function watch(): Promise<void> {
  isWatching = true
  while (held.length > 0) {
    await idle()
    const sent = held
    held = []
    round += 1
    const answers = await Promise.all(sent.map((one) => one.send()))
    for (const hear of answers) hear()
    await idle()
  }
  isWatching = false
}

/** Work besides answers and timers that the program waits for: files and unpacking. */
const WORK = ['FSReqCallback', 'FSReqPromise', 'FSReqPromise', 'ZLIB', 'GetAddrInfoReqWrap', 'SimpleWriteWrap']

/**
 * Returns when some turns of the event loop brought nothing new. This timer runs after all timers that were set earlier for a
 * shorter time, so it misses none of them. It only uses this order, and does not wait for a fixed time.
 */
async function idle(): Promise<void> {
  for (let calm = 0, before = held.length; calm < 5; ) {
    await timer(5)
    await turn()
    const isBusy = process.getActiveResourcesInfo().some((resource) => WORK.includes(resource))
    calm = isBusy || held.length !== before ? 0 : calm + 1
    before = held.length
  }
}
