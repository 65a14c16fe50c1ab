import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { generatePoints } from './generate-points.ts'
import { median } from './process-cost.ts'

const READER = fileURLToPath(new URL('points-reader.ts', import.meta.url))
const ROUNDS = 3
const GB = 1e9
const SMALL_BYTES = 0.1 * GB

/** One question for all: p95 of the successful requests, by name, in one thread. */
const SQL = `select data.tags.name, quantile_cont(data.value, 0.95) from read_json('FILE', format = 'newline_delimited',
columns = {metric: 'VARCHAR', type: 'VARCHAR', data: 'STRUCT("value" DOUBLE, tags STRUCT("name" VARCHAR, expected_response VARCHAR))'})
where type = 'Point' and metric = 'http_req_duration' and data.tags.expected_response = 'true' group by all`
/** Only takes the values out: sorting them would come on top. */
const JQ = `select(.type == "Point" and .metric == "http_req_duration" and .data.tags.expected_response == "true") | "\\(.data.tags.name)\\t\\(.data.value)"`

type Cost = Readonly<{ wallMs: number; peakMegabytes: number | null }>
type Way = Readonly<{ name: string; bytes: number; samples: number; run: () => Cost | null }>

/**
 * How fast raw points are read, against other ways in the same rounds. Each figure is a ratio of medians, so that the speed of the
 * machine cancels out. `full` takes the sizes that the figures of docs/performance.md are for: 1 GB, and 4 GB for the memory.
 */
export async function points(full: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
  try {
    await measure(folder, full)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(folder: string, full: boolean): Promise<void> {
  const reader = await bundledReader(folder)
  const file = (name: string): string => join(folder, name)
  const json = generatePoints(file('points.json'), full ? GB : SMALL_BYTES)
  const small = full ? generatePoints(file('small.json'), SMALL_BYTES) : json
  const csv = generatePoints(file('points.csv'), 0.4 * json.bytes, 'csv')
  shell(`cd ${folder} && gzip -1 -k points.json && zip -q -6 points.zip points.json`)
  print(`\nRaw points: ${(json.bytes / GB).toFixed(1)} GB of JSON, ${json.lines} lines, ${json.requests} requests`)
  const read = (name: string, way: string, path: string, { bytes, lines } = json): Way => ({
    name,
    bytes,
    samples: lines,
    run: () => node([reader, way, file(path)]),
  })
  const other = (name: string, { bytes, lines } = json, run: () => Cost | null): Way => ({
    name,
    bytes,
    samples: lines,
    run,
  })
  const smallFile = full ? file('small.json') : file('points.json')
  const costs = rounds([
    read('bare stream', 'stream', 'points.json'),
    read('readline', 'readline', 'points.json'),
    read('plain', 'plain', 'points.json'),
    read('gzip', 'plain', 'points.json.gz'),
    read('zip', 'zip', 'points.zip'),
    read('csv', 'plain', 'points.csv', csv),
    other('gzip | wc', json, () => shell(`gzip -dc ${file('points.json.gz')} | wc -l`)),
    other('unzip | wc', json, () => shell(`unzip -p ${file('points.zip')} | wc -l`)),
    other('duckdb', json, () => duckdb(file('points.json'))),
    other('jq', small, () => shell(`jq -r '${JQ}' ${smallFile}`)),
  ])
  const ms = (name: string): number => costs.get(name)?.wallMs ?? Number.NaN
  const speed = (name: string, amount: number): number => amount / ms(name)
  ratio('times as fast as readline with JSON.parse', ms('readline') / ms('plain'), 'at least 4.5')
  ratio('of the time of a bare stream', ms('plain') / ms('bare stream'), 'at most 3.7')
  ratio('times as fast as DuckDB on one thread', ms('duckdb') / ms('plain'), 'more than 1')
  ratio('times as fast as jq', speed('plain', json.bytes) / speed('jq', small.bytes), 'at least 15')
  ratio('of the time of gzip -dc | wc -l, gzip', ms('gzip') / ms('gzip | wc'), 'at most 0.45')
  ratio('of the time of unzip -p | wc -l, zip', ms('zip') / ms('unzip | wc'), 'at most 0.5')
  ratio('of the samples a second of JSON, CSV', speed('csv', csv.lines) / speed('plain', json.lines), 'at least 0.5')
  for (const name of ['plain', 'gzip', 'zip'])
    print(`${name}: ${costs.get(name)?.peakMegabytes} MB at most (wanted: 200)`)
  if (!full) return
  generatePoints(file('large.json'), 4 * GB)
  const large = node([reader, 'plain', file('large.json')]).peakMegabytes ?? Number.NaN
  ratio('of the memory of 1 GB, 4 GB', large / (costs.get('plain')?.peakMegabytes ?? Number.NaN), 'at most 1.10')
}

/** As it is shipped: one file, without types. */
async function bundledReader(folder: string): Promise<string> {
  const bundle = await rolldown({ input: READER, platform: 'node', logLevel: 'silent' })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'reader.mjs', chunkFileNames: '[name].mjs' })
  await bundle.close()
  return join(folder, 'reader.mjs')
}

/** All ways in turns, so that what else the machine does meets all of them. Medians; what is not installed is left out. */
function rounds(ways: readonly Way[]): ReadonlyMap<string, Cost> {
  const all = new Map<string, Cost[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, run } of ways) {
      const cost = run()
      if (cost !== null) all.set(name, [...(all.get(name) ?? []), cost])
    }
  }
  const costs = new Map<string, Cost>()
  for (const { name, bytes, samples } of ways) {
    const own = all.get(name)
    if (own === undefined) {
      print(`${name.padEnd(12)} is not installed: left out`)
      continue
    }
    const wallMs = median(own.map((one) => one.wallMs))
    const peakMegabytes = own[0]?.peakMegabytes == null ? null : Math.max(...own.map((one) => one.peakMegabytes ?? 0))
    costs.set(name, { wallMs, peakMegabytes })
    const speed = `${(bytes / 1000 / wallMs).toFixed(0).padStart(5)} MB/s  ${(samples / 1000 / wallMs).toFixed(2)} M samples/s`
    print(`${name.padEnd(12)} ${wallMs.toFixed(0).padStart(6)} ms  ${speed}`)
  }
  return costs
}

function node(args: readonly string[]): Cost {
  const start = process.hrtime.bigint()
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return {
    wallMs: Number(process.hrtime.bigint() - start) / 1e6,
    peakMegabytes: JSON.parse(child.stdout).peakMegabytes,
  }
}

function shell(command: string): Cost | null {
  const start = process.hrtime.bigint()
  const child = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (child.status === 127) return null
  if (child.status !== 0) throw new Error(`${command} failed: ${child.stderr}`)
  return { wallMs: Number(process.hrtime.bigint() - start) / 1e6, peakMegabytes: null }
}

/** PYTHON: one that has duckdb, such as that of a virtual environment after `pip install duckdb`. */
function duckdb(path: string): Cost | null {
  const python = process.env.PYTHON ?? 'python3'
  const call = (code: string) => spawnSync(python, ['-c', code], { encoding: 'utf8' })
  if (call('import duckdb').status !== 0) return null
  const start = process.hrtime.bigint()
  const query = JSON.stringify(SQL.replace('FILE', path))
  const child = call(`import duckdb; c = duckdb.connect(); c.sql('set threads = 1'); c.sql(${query}).fetchall()`)
  if (child.status !== 0) throw new Error(child.stderr)
  return { wallMs: Number(process.hrtime.bigint() - start) / 1e6, peakMegabytes: null }
}

function ratio(what: string, value: number, wanted: string): void {
  print(Number.isNaN(value) ? `not measured: ${what}` : `${value.toFixed(2)} ${what} (wanted: ${wanted})`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
