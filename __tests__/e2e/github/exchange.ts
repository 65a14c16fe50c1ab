import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

type Sent = Readonly<{ method: string; headers: Readonly<Record<string, string>>; body?: string | undefined }>
type Received = Readonly<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>

/**
 * One request on a connection that is kept. The server may close a connection at the moment when the next request is sent on it. It
 * has not read that request then, so it is sent again: https://nodejs.org/api/http.html#requestreusedsocket
 */
export async function exchange(agent: Agent, url: string, sent: Sent): Promise<Received> {
  return await new Promise<Received>((resolve, reject) => {
    const { method, headers, body } = sent
    const asked = request(url, { agent, method, headers }, (answer) => {
      buffer(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }),
        reject,
      )
    })
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (asked.reusedSocket && error.code === 'ECONNRESET') exchange(agent, url, sent).then(resolve, reject)
      else reject(error)
    })
    asked.end(body)
  })
}

/** `fetch` for a client of Octokit, which gives it an address and plain headers. */
export function fetchBy(agent: Agent): typeof fetch {
  return async (address, init) => {
    const { status, headers, bytes } = await exchange(agent, String(address), {
      method: init?.method ?? 'GET',
      headers: init?.headers as Record<string, string>,
      body: init?.body as string | undefined,
    })
    const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), { status, headers: given })
  }
}
