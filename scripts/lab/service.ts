import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { seededRandom } from '../simulation/random.ts'
import { drawMs, LAB_LAW, wholeMs } from './latency-law.ts'

/*
 * The service of the lab. It answers each request after a time drawn from a known law. It prints its port, and runs until
 * somebody ends it.
 *
 *   node scripts/lab/service.ts FACTOR SEED      FACTOR 1.1 is 10 % slower
 */
const [factor, seed] = [Number(process.argv[2]), Number(process.argv[3])]
if (!(factor > 0) || !Number.isSafeInteger(seed)) {
  throw new Error('Give a factor above 0 and a seed: node scripts/lab/service.ts 1.1 42')
}
const law = { ...LAB_LAW, factor }
const random = seededRandom(seed)

const server = createServer((request, response) => {
  request.resume()
  setTimeout(() => response.end('ok'), wholeMs(drawMs(law, random), random))
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
