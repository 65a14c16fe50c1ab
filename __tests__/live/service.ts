import { createServer } from 'node:http'
import { createServer as createHttp2Server, type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'

export type Service = Readonly<{ port: number; stop: () => Promise<void> }>

/** Answers each HTTP request on the loopback interface after this time. */
export function startHttpService(delayMs: number): Promise<Service> {
  return listen(createServer((_, response) => setTimeout(() => response.end('ok'), delayMs)))
}

/** The message `Price { int32 cents = 1; }` with 100 cents, after the byte that says "not compressed" and four bytes for its length. */
const PRICE = Buffer.from([0, 0, 0, 0, 2, 0x08, 100])

/**
 * Answers each gRPC call with one message: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.
 * Node speaks HTTP/2, and one answer that is always the same needs no library.
 */
export function startGrpcService(delayMs: number): Promise<Service> {
  const server = createHttp2Server()
  server.on('stream', (stream: ServerHttp2Stream) => {
    stream.resume()
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
    stream.on('end', () =>
      setTimeout(() => {
        if (stream.destroyed) return
        stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
        stream.end(PRICE)
      }, delayMs),
    )
  })
  return listen(server)
}

async function listen(server: Server): Promise<Service> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
