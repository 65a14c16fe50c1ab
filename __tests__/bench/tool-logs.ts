import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateToolLog, type ToolLogKind } from './generate-tool-logs.ts'
import { bundledReader, duckdb, jmeterReport, node, print, ratio, rounds, type Way } from './ways.ts'

/** One question for both: p95 of the successful requests, by label, in one thread. */
const SQL = `select label, quantile_cont(elapsed, 0.95) from read_csv('FILE') where success group by all`

/** What JMeter's report generator reads: it takes two minutes for 1 GB, so its speed is compared. */
const SMALL_BYTES = 2e8

/** Each file against what anything that reads it has to do at least: its lines counted, or its bytes read. */
const WANTED = [
  { kind: 'jtl', title: 'JTL of JMeter', least: 'lines' },
  { kind: 'gatling-text', title: 'simulation.log of Gatling, text', least: 'stream' },
  { kind: 'gatling-binary', title: 'simulation.log of Gatling, binary', least: 'stream' },
] as const satisfies readonly Readonly<{ kind: ToolLogKind; title: string; least: string }>[]

/** How fast and in how much memory logs of other tools are read. `full` takes files of 1 GB. */
export async function toolLogs(full: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
  try {
    const reader = await bundledReader(folder)
    for (const one of WANTED) measure(reader, join(folder, one.kind), one, full ? 1e9 : SMALL_BYTES)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(reader: string, path: string, { kind, title, least }: (typeof WANTED)[number], size: number): void {
  const { bytes, requests } = generateToolLog(path, size, kind)
  print(`\n${title}: ${(bytes / 1e9).toFixed(1)} GB, ${requests} requests`)
  const way = (name: string, run: Way['run'], read = { bytes, requests }): Way => ({
    name,
    bytes: read.bytes,
    samples: read.requests,
    run,
  })
  const others = (): readonly Way[] => {
    const small = generateToolLog(`${path}-small`, SMALL_BYTES, kind)
    return [
      way('duckdb', () => duckdb(SQL.replace('FILE', path))),
      way('jmeter -g', () => jmeterReport(`${path}-small`), small),
    ]
  }
  const costs = rounds([
    way(least, () => node([reader, least, path])),
    way('plain', () => node([reader, 'plain', path])),
    ...(kind === 'jtl' ? others() : []),
  ])
  rmSync(path)
  const ms = (name: string): number => costs.get(name)?.wallMs ?? Number.NaN
  const what = least === 'lines' ? 'counting its lines' : 'a bare stream'
  ratio(`of the time of ${what}, ${title}`, ms('plain') / ms(least), 'at most 3')
  if (kind === 'jtl') {
    ratio('times as fast as DuckDB on one thread, JTL', ms('duckdb') / ms('plain'), 'more than 1')
    const perByte = ms('jmeter -g') / SMALL_BYTES / (ms('plain') / bytes)
    ratio("times as fast as JMeter's report generator, JTL", perByte, 'more than 1')
  }
  print(`${title}: ${costs.get('plain')?.peakMegabytes} MB at most (wanted: 200)`)
}
