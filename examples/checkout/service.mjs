// A loopback service with a known latency law, so that the recorded results can be checked against the truth.
// Usage: node service.mjs PORT FACTOR    FACTOR multiplies the latency of POST /orders: 1 is the baseline, 1.15 is 15 % slower.
import { createServer } from 'node:http'

const [port, factor] = [Number(process.argv[2]), Number(process.argv[3] ?? 1)]

/** Log-normal with this median, as service times often are. The 95th percentile is 1.78 times the median. */
function latencyMs(medianMs) {
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
  return medianMs * Math.exp(0.35 * normal)
}

createServer((request, response) => {
  request.resume()
  const ms = request.url === '/orders' ? latencyMs(40) * factor : latencyMs(20)
  setTimeout(() => response.end('{"ok":true}'), ms)
}).listen(port, '127.0.0.1', () => console.log(`listening on ${port}`))
