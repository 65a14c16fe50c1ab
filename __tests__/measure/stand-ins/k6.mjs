// Stands in for k6: asks the service at BASE_URL how slow it is, and writes a recorded summary of real k6 that is slower by
// this factor.
// k6 run [--summary-export FILE] [--summary-trend-stats STATS] [-e NAME=VALUE] SCRIPT
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

const args = process.argv.slice(2)
const valueAfter = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : null)
const env = {
  ...process.env,
  ...Object.fromEntries(args.filter((_, i) => args[i - 1] === '-e').map((one) => one.split('='))),
}

if (env.CALLS) appendFileSync(env.CALLS, `${args.join(' ')}\n`)
let { factor } = await (await fetch(`${env.BASE_URL}/work`)).json()
if (env.SECOND === 'yes') await fetch(`${env.BASE_URL}/work`)
const output = valueAfter('--summary-export')
if (output !== null) {
  // Each run of each version uses another one of the five recorded runs, so that no two runs have equal numbers.
  const [, variant, run] = /(baseline|candidate)\/run-(\d+)\//.exec(output) ?? ['', 'candidate', '1']
  const number = ((Number(run) * 2 + (variant === 'candidate' ? 1 : 0)) % 5) + 1
  // Alternately slower and faster, so that a few pairs prove nothing.
  if (env.NOISE === 'yes' && variant === 'candidate') factor *= Number(run) % 2 === 0 ? 1.25 : 0.88
  const recorded = new URL(
    `../../../examples/checkout/results/checkout/baseline/run-${number}/summary.json`,
    import.meta.url,
  )
  const summary = JSON.parse(readFileSync(recorded, 'utf8'))
  for (const [name, metric] of Object.entries(summary.metrics)) {
    if (!name.startsWith('http_req_duration')) continue
    for (const stat of Object.keys(metric)) if (stat !== 'count' && stat !== 'thresholds') metric[stat] *= factor
  }
  writeFileSync(output, JSON.stringify(summary))
}
console.log('the load has ended')
process.exitCode = Number(env.EXIT_CODE ?? 0)
