import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { median } from './process-cost.ts'

const READER = fileURLToPath(new URL('points-reader.ts', import.meta.url))
const ROUNDS = 3

export type Cost = Readonly<{ wallMs: number; peakMegabytes: number | null }>
/** One way of reading one file. */
export type Way = Readonly<{ name: string; bytes: number; samples: number; run: () => Cost | null }>

/** As it is shipped: one file, without types. */
export async function bundledReader(folder: string): Promise<string> {
  const bundle = await rolldown({ input: READER, platform: 'node', logLevel: 'silent' })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'reader.mjs', chunkFileNames: '[name].mjs' })
  await bundle.close()
  return join(folder, 'reader.mjs')
}

/** All ways in turns, so that what else the machine does meets all of them. Medians; what is not installed is left out. */
export function rounds(ways: readonly Way[]): ReadonlyMap<string, Cost> {
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

export function node(args: readonly string[]): Cost {
  const start = process.hrtime.bigint()
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return {
    wallMs: Number(process.hrtime.bigint() - start) / 1e6,
    peakMegabytes: JSON.parse(child.stdout).peakMegabytes,
  }
}

export function shell(command: string): Cost | null {
  const start = process.hrtime.bigint()
  const child = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (child.status === 127) return null
  if (child.status !== 0) throw new Error(`${command} failed: ${child.stderr}`)
  return { wallMs: Number(process.hrtime.bigint() - start) / 1e6, peakMegabytes: null }
}

/** PYTHON: one that has duckdb, such as that of a virtual environment after `pip install duckdb`. */
export function duckdb(sql: string): Cost | null {
  const python = process.env.PYTHON ?? 'python3'
  const call = (code: string) => spawnSync(python, ['-c', code], { encoding: 'utf8' })
  if (call('import duckdb').status !== 0) return null
  const start = process.hrtime.bigint()
  const query = JSON.stringify(sql)
  const child = call(`import duckdb; c = duckdb.connect(); c.sql('set threads = 1'); c.sql(${query}).fetchall()`)
  if (child.status !== 0) throw new Error(child.stderr)
  return { wallMs: Number(process.hrtime.bigint() - start) / 1e6, peakMegabytes: null }
}

/** JMETER: the program `jmeter`. It also draws charts, into a folder that must not be there yet. */
export function jmeterReport(path: string): Cost | null {
  if (process.env.JMETER === undefined) return null
  const folder = `${path}-report`
  const cost = shell(`"$JMETER" -g ${path} -o ${folder} -j ${path}.log`)
  rmSync(folder, { recursive: true, force: true })
  return cost
}

export function ratio(what: string, value: number, wanted: string): void {
  print(Number.isNaN(value) ? `not measured: ${what}` : `${value.toFixed(2)} ${what} (wanted: ${wanted})`)
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
