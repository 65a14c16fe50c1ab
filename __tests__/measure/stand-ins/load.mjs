// Stands in for a load tool: asks for /order so many times, one after the other. The latency that it writes is the work that the service
// says it did, so that no verdict depends on a clock.
//   node load.mjs ADDRESS OUTPUT COUNT
import { writeFileSync } from 'node:fs'

const [address, output, count] = process.argv.slice(2)
let work = 0
for (let request = 0; request < Number(count); request += 1) {
  ;({ work } = await (await fetch(`${address}/order`)).json())
}
const latency = { name: 'latency', quantity: 'latency', unit: 'ms', samples: Number(count), stats: { p95: work } }
writeFileSync(output, JSON.stringify({ perfGateMetrics: 1, tool: 'stand-in', metrics: [{ ...latency, gate: 'p95' }] }))
