import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePoints } from './generate-points.ts'
import { bundledReader, type Cost, duckdb, node, print, ratio, rounds, shell, type Way } from './ways.ts'

const GB = 1e9
const SMALL_BYTES = 0.1 * GB

/** One question for all: p95 of the successful requests, by name, in one thread. */
const SQL = `select data.tags.name, quantile_cont(data.value, 0.95) from read_json('FILE', format = 'newline_delimited',
columns = {metric: 'VARCHAR', type: 'VARCHAR', data: 'STRUCT("value" DOUBLE, tags STRUCT("name" VARCHAR, expected_response VARCHAR))'})
where type = 'Point' and metric = 'http_req_duration' and data.tags.expected_response = 'true' group by all`
/** Only takes the values out: sorting them would come on top. */
const JQ = `select(.type == "Point" and .metric == "http_req_duration" and .data.tags.expected_response == "true") | "\\(.data.tags.name)\\t\\(.data.value)"`

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
    other('duckdb', json, () => duckdb(SQL.replace('FILE', file('points.json')))),
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
