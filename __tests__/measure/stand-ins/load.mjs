// Stands in for a load tool: requests /order several times in sequence. Instead of the measured latency it writes the amount of
// work that the service reports, so that no verdict depends on a clock.
// node load.mjs ADDRESS OUTPUT COUNT
import { writeFileSync } from 'node:fs'

const [address, output, count] = process.argv.slice(2)
let work = 0
for (let request = 0; request < Number(count); request += 1) {
  ;({ work } = await (await fetch(`${address}/order`)).json())
}
const latency = { name: 'latency', quantity: 'latency', unit: 'ms', samples: Number(count), stats: { p95: work } }
writeFileSync(output, JSON.stringify({ perfGateMetrics: 1, tool: 'stand-in', metrics: [{ ...latency, gate: 'p95' }] }))
