import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePoints } from './generate-points.ts'

// node __tests__/bench/points.ts [gigabytes]: how fast raw points are read, against other ways in the same rounds.
// Printed, not asserted: the machine's other work would make a test of it a test of the machine.

const READER = new URL('points-reader.ts', import.meta.url).pathname
const ROUNDS = 5

type Cost = { wallMs: number; peakMegabytes: number | null; p95: number | null }

const gigabytes = Number(process.argv[2] ?? '1')
const folder = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
try {
  measure(gigabytes)
} finally {
  rmSync(folder, { recursive: true })
}

function measure(size: number): void {
  const plain = join(folder, 'points.json')
  const { bytes, lines, requests } = generatePoints(plain, size * 1e9)
  const csv = join(folder, 'points.csv')
  const rows = generatePoints(csv, size * 0.4e9, 'csv')
  shell(`gzip -1 -k ${plain}`)
  shell(`cd ${folder} && zip -q -6 points.zip points.json`)
  print(
    `${(bytes / 1e9).toFixed(2)} GB of JSON points, ${lines} lines, ${requests} requests; ${rows.lines} rows of CSV`,
  )
  const ways: Readonly<Record<string, () => Cost>> = {
    stream: () => reader('stream', plain),
    readline: () => reader('readline', plain),
    plain: () => reader('plain', plain),
    gzip: () => reader('plain', `${plain}.gz`),
    zip: () => reader('zip', join(folder, 'points.zip')),
    csv: () => reader('plain', csv),
    'gzip -dc | wc -l': () => shell(`gzip -dc ${plain}.gz | wc -l`),
    'unzip -p | wc -l': () => shell(`unzip -p ${join(folder, 'points.zip')} | wc -l`),
  }
  const best = new Map<string, Cost>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [way, run] of Object.entries(ways)) {
      const cost = run()
      if (cost.wallMs < (best.get(way)?.wallMs ?? Infinity)) best.set(way, cost)
    }
  }
  for (const [way, { wallMs, peakMegabytes, p95 }] of best) {
    print(
      `${way.padEnd(18)} ${wallMs.toFixed(0).padStart(6)} ms  ${String(peakMegabytes ?? '').padStart(4)} MB  ${p95 ?? ''}`,
    )
  }
  const wall = (way: string): number => best.get(way)?.wallMs ?? Number.NaN
  print(
    `plain against readline with JSON.parse: ${(wall('readline') / wall('plain')).toFixed(2)} times as fast (wanted: 4.5)`,
  )
  print(
    `plain against a bare stream: ${(wall('plain') / wall('stream')).toFixed(2)} times its time (wanted: at most 3.7)`,
  )
  print(
    `gzip against gzip -dc | wc -l: ${(wall('gzip') / wall('gzip -dc | wc -l')).toFixed(2)} of its time (wanted: at most 0.45)`,
  )
  print(
    `zip against unzip -p | wc -l: ${(wall('zip') / wall('unzip -p | wc -l')).toFixed(2)} of its time (wanted: at most 0.5)`,
  )
  const rate = (samples: number, way: string): number => samples / wall(way)
  print(
    `CSV against JSON: ${(rate(rows.lines, 'csv') / rate(lines, 'plain')).toFixed(2)} of its samples a second (wanted: at least 0.5)`,
  )
}

function reader(way: string, path: string): Cost {
  const start = process.hrtime.bigint()
  const child = spawnSync(process.execPath, [READER, way, path], { encoding: 'utf8' })
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6
  if (child.status !== 0) throw new Error(`${way} failed: ${child.stderr}`)
  return { wallMs, ...JSON.parse(child.stdout) }
}

function shell(command: string): Cost {
  const start = process.hrtime.bigint()
  const child = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${command} failed: ${child.stderr}`)
  return { wallMs: Number(process.hrtime.bigint() - start) / 1e6, peakMegabytes: null, p95: null }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
