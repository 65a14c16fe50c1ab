import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, processCost } from './process-cost.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const SERVICES = 16
const STORED_RUNS = 20
const CANDIDATE_RUNS = 3
/** With the other series of a k6 summary, these make 50 series a service. */
const ENDPOINTS = 12
const ROUNDS = 5

type Summary = { metrics: Record<string, Record<string, unknown>> }

/** A whole `compare --html` of a full store, and the size of what it writes. `cli`: the built command line. */
export async function htmlReport(cli: string = join(root, 'dist/cli.js')): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-html-'))
  const store = join(folder, 'store')
  for (let index = 0; index < STORED_RUNS; index += 1) {
    const results = join(folder, `stored-${index}`)
    writeRuns(results, 1, index)
    const commit = `${index}`.padStart(2, '0').repeat(20)
    execFileSync(process.execPath, [cli, 'record', '--store', store, '--results', results, '--commit', commit])
  }
  const candidate = join(folder, 'candidate')
  writeRuns(candidate, CANDIDATE_RUNS, STORED_RUNS)
  const compare = [cli, 'compare', '--baseline', store, '--candidate', candidate]
  const [html, json] = [join(folder, 'report.html'), join(folder, 'report.json')]
  const [plain, templated, drawn] = [[] as number[], [] as number[], [] as number[]]
  const templates = join(root, 'examples/templates')
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push((await processCost(compare)).wallMs)
    templated.push((await processCost([...compare, '--templates', templates])).wallMs)
    drawn.push((await processCost([...compare, '--html', html])).wallMs)
  }
  await processCost([...compare, '--json', json])
  const series = (JSON.parse(readFileSync(json, 'utf8')) as { comparisons: unknown[] }).comparisons.length
  console.log(
    `compare --html of ${SERVICES} services, ${series} series, ${STORED_RUNS} stored runs: ${median(drawn).toFixed(0)} ms whole process (target at most 1,500 ms), ${(statSync(html).size / 1e6).toFixed(2)} MB (target at most 1.5 MB)`,
  )
  console.log(
    `the same as Markdown: ${median(plain).toFixed(0)} ms whole process (target at most 1,500 ms), ${median(templated).toFixed(0)} ms with templates of one's own`,
  )
  rmSync(folder, { recursive: true })
}

function writeRuns(folder: string, runs: number, seed: number): void {
  const source = join(root, 'examples/checkout/results/checkout/baseline/run-1/summary.json')
  const summary = JSON.parse(readFileSync(source, 'utf8')) as Summary
  for (let service = 0; service < SERVICES; service += 1) {
    for (let run = 1; run <= runs; run += 1) {
      const path = join(folder, `service-${service}`, `run-${run}`, 'summary.json')
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify(varied(summary, seed * 31 + run * 7 + service)))
    }
  }
}

/** The same summary with latencies that vary by a few percent, and more endpoints. */
function varied({ metrics }: Summary, seed: number): Summary {
  const duration = metrics['http_req_duration{expected_response:true}'] ?? {}
  const endpoints = Array.from({ length: ENDPOINTS }, (_, index) => [
    `http_req_duration{expected_response:true,name:GET /endpoint/${index}}`,
    scaled(duration, seed + index * 13),
  ])
  const all = Object.entries(metrics).map(([name, values]) => [
    name,
    name.startsWith('http_req_duration') ? scaled(values, seed) : values,
  ])
  return { metrics: Object.fromEntries([...all, ...endpoints]) }
}

function scaled(values: Readonly<Record<string, unknown>>, seed: number): Record<string, unknown> {
  const factor = 1 + 0.06 * (((seed * 7919) % 997) / 997 - 0.5)
  return Object.fromEntries(
    Object.entries(values).map(([stat, value]) => [
      stat,
      typeof value === 'number' && stat !== 'count' ? value * factor : value,
    ]),
  )
}
