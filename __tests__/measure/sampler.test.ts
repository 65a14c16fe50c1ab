import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { measureResources } from '../../src/formats/measure-resources.ts'
import { parseResources } from '../../src/formats/resources.ts'
import { freePort } from '../../src/measure/free-port.ts'
import { createProcesses } from '../../src/measure/process-group.ts'
import { membersOf, processSource } from '../../src/measure/process-source.ts'
import { parseStat } from '../../src/measure/process-table.ts'
import { pauseAfterMs, startSampler } from '../../src/measure/sampler.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-sampler-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A grandchild process: it uses a processor for a while, takes 64 MiB and keeps them, then writes a file and goes on. */
const WORKER = `
const memory = Buffer.alloc(64 * 1024 ** 2, 1)
while (process.cpuUsage().user + process.cpuUsage().system < 600_000);
require('node:fs').writeFileSync('done', JSON.stringify(process.cpuUsage()))
setInterval(() => memory.length, 1000)
`

test('the CPU and memory of all processes of a service are sampled', async () => {
  const processes = createProcesses()
  const group = processes.start(`"${execPath}" -e '${WORKER.replaceAll("'", `'\\''`)}' & wait`, {
    folder,
    env: process.env,
  })
  const file = join(folder, 'resources.ndjson')
  const watcher = watch(folder)
  const sampler = await startSampler(processSource({ session: group.pid, port: 0 }), 'checkout', file)
  const isDone = () => {
    try {
      return JSON.parse(readFileSync(join(folder, 'done'), 'utf8')) as NodeJS.CpuUsage
    } catch {
      return null
    }
  }
  while (isDone() === null) await once(watcher, 'change')
  watcher.close()
  await sampler.end()
  await processes.endAll()
  const record = parseResources(readFileSync(file, 'utf8'))
  expect(record.samples.length).toBeGreaterThanOrEqual(2)
  expect(record.samples[0]).toMatchObject({ target: 'checkout', instance: `p${group.pid}` })
  const found = new Map(
    measureResources(record, { excludeFirstMs: 0, excludeLastMs: 0, requests: 1 }).map(({ metric, stats }) => [
      metric,
      stats,
    ]),
  )
  // At least half of the CPU time that the worker counted: it used some before the first sample, and ticks of 10 ms are coarse.
  expect(found.get('cpu_per_request')?.get('avg')).toBeGreaterThan(300)
  expect(found.get('memory')?.get('max')).toBeGreaterThan(64 * 1024 ** 2)
  expect(found.get('restarts')?.get('count')).toBe(0)
})

test('a service that has ended leaves no sample with zeros', async () => {
  const processes = createProcesses()
  const group = processes.start('true', { folder, env: process.env })
  await group.ended
  await group.end()
  const file = join(folder, 'resources.ndjson')
  const sampler = await startSampler(processSource({ session: group.pid, port: 0 }), 'checkout', file)
  await sampler.end()
  expect(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('cpuSeconds')),
  ).toEqual([])
})

test('a process whose name has spaces and brackets', () => {
  const line = '4242 (a) b (c) S 1 4240 4241 0 -1 4194560 1 0 0 0 120 30 7 3 20 0 1 0 5 0 0 0'
  expect(parseStat(line)).toEqual({ pid: 4242, parent: 1, state: 'S', group: 4240, session: 4241, cpuSeconds: 1.6 })
})

test('the members are the session, and the listening process with its descendants', () => {
  const one = (pid: number, parent: number, session: number) => ({
    pid,
    parent,
    session,
    state: 'S',
    group: session,
    cpuSeconds: 0,
  })
  // Process 7 is a child of process 9. It has the lower number because numbers have started again from the beginning.
  const table = [one(7, 9, 9), one(9, 8, 9), one(8, 1, 8), one(20, 1, 20), one(21, 20, 20), one(30, 1, 30)]
  const pids = (session: number | null, root: number | null) =>
    membersOf(table, session, root)
      .map(({ pid }) => pid)
      .sort()
  expect(pids(null, 8)).toEqual([7, 8, 9])
  expect(pids(20, 20)).toEqual([20, 21])
  expect(pids(20, 8)).toEqual([20, 21, 7, 8, 9])
  expect(pids(99, 98)).toEqual([])
  expect(pids(null, null)).toEqual([])
})

describe('an expensive sample is taken less often, so that all samples need at most 1 % of a core', () => {
  test.each([
    [0, 1000],
    [3, 1000],
    [10, 1000],
    [40, 4000],
  ])('%s ms of processor: %s ms of pause', (usedMs, pauseMs) => {
    expect(pauseAfterMs(usedMs)).toBe(pauseMs)
  })
})

describe('a service that is not in the session of its start command', () => {
  /** Listens, writes its process number and its port to a file, and ends at the first request. */
  const SERVER = `
const server = require('node:http').createServer((_, response) => { response.end(); setImmediate(() => process.exit()) })
server.listen(Number(process.argv[1]), '127.0.0.1', () => require('node:fs').writeFileSync(process.argv[2], String(process.pid)))
`
  const isWritten = (file: string) => existsSync(file) && readFileSync(file, 'utf8') !== ''

  test('the process that listens on its port is the service, and the next such process is a restart', async () => {
    const processes = createProcesses({ graceMs: 1 })
    const port = await freePort()
    const watcher = watch(folder)
    const start = async (name: string) => {
      const file = join(folder, name)
      const script = `"${execPath}" -e '${SERVER.replaceAll("'", `'\\''`)}' ${port} ${name}`
      const group = processes.start(script, { folder, env: process.env })
      while (!isWritten(file)) await once(watcher, 'change')
      return { group, pid: Number(readFileSync(file, 'utf8')) }
    }
    const first = await start('one')
    const source = processSource({ session: null, port })
    expect(await source.read()).toMatchObject({ instance: `p${first.pid}`, source: 'procfs' })
    await fetch(`http://127.0.0.1:${port}`)
    await first.group.ended
    expect(await source.read()).toBeNull()
    const second = await start('two')
    expect(await source.read()).toMatchObject({ instance: `p${second.pid}` })
    watcher.close()
    await processes.endAll()
  })
})
