// Requests a page several times in sequence and writes how long that took: node ask.mjs URL OUTPUT TIMES
// An unanswered request is no error of this program, because other code reports what the service did.
import { writeFileSync } from 'node:fs'

const [url, output, times] = process.argv.slice(2)
const values = []
for (let i = 0; i < Number(times); i += 1) {
  const startedMs = performance.now()
  await fetch(url)
    .then((response) => response.text())
    .catch(() => null)
  values.push(performance.now() - startedMs)
}
const metrics = [
  { name: 'latency', quantity: 'latency', unit: 'ms', values, gate: 'p50' },
  { name: 'requests', quantity: 'throughput', unit: 'per-second', samples: values.length, stats: { rate: 1 } },
]
writeFileSync(output, JSON.stringify({ perfGateMetrics: 1, tool: 'ask', metrics }))
