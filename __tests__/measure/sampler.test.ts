import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { measureResources, parseResources } from '../../src/formats/resources.ts'
import { createProcesses } from '../../src/measure/process-group.ts'
import { parseStat } from '../../src/measure/process-table.ts'
import { oomFiles, oomKillsIn, startSampler } from '../../src/measure/sampler.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-sampler-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A child of a child: uses a processor for a while and 64 MiB for good, writes a file when it has, and goes on. */
const WORKER = `
const memory = Buffer.alloc(64 * 1024 ** 2, 1)
while (process.cpuUsage().user + process.cpuUsage().system < 600_000);
require('node:fs').writeFileSync('done', JSON.stringify(process.cpuUsage()))
setInterval(() => memory.length, 1000)
`

test('the processor and the memory of all that a service started', async () => {
  const processes = createProcesses()
  const group = processes.start(`"${execPath}" -e '${WORKER.replaceAll("'", `'\\''`)}' & wait`, {
    folder,
    env: process.env,
  })
  const file = join(folder, 'resources.ndjson')
  const watcher = watch(folder)
  const sampler = await startSampler(group.pid, 'checkout', file)
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
  const found = new Map(measureResources(record, 1).map(({ metric, stats }) => [metric, stats]))
  // At least what the worker itself counted, but for what it used before the first sample: ticks have 10 ms, so half of it is far enough.
  expect(found.get('cpu_per_request')?.get('avg')).toBeGreaterThan(300)
  expect(found.get('memory')?.get('max')).toBeGreaterThan(64 * 1024 ** 2)
  expect(found.get('restarts')?.get('count')).toBe(0)
})

test('a service that has ended leaves no sample that says it needed nothing', async () => {
  const processes = createProcesses()
  const group = processes.start('true', { folder, env: process.env })
  await group.ended
  await group.end()
  const file = join(folder, 'resources.ndjson')
  const sampler = await startSampler(group.pid, 'checkout', file)
  await sampler.end()
  expect(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('cpuSeconds')),
  ).toEqual([])
})

test('a process whose name has spaces and brackets', () => {
  const line = '4242 (a) b (c) S 1 4240 4241 0 -1 4194560 1 0 0 0 120 30 7 3 20 0 1 0 5 0 0 0'
  expect(parseStat(line)).toEqual({ pid: 4242, state: 'S', group: 4240, session: 4241, cpuSeconds: 1.6 })
})

describe('who counts the kills when memory runs out', () => {
  test.each([
    ['0::/system.slice/docker-1.scope\n', ['/sys/fs/cgroup/system.slice/docker-1.scope/memory.events']],
    ['9:memory:/docker/1\n4:cpu,cpuacct:/docker/1\n', ['/sys/fs/cgroup/memory/docker/1/memory.oom_control']],
    ['1:name=systemd:/\n', []],
    ['', []],
  ])('%j', (groups, files) => {
    expect(oomFiles(groups)).toEqual(files)
  })

  test.each([
    ['low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\noom_group_kill 0\n', 2],
    ['oom_kill_disable 0\nunder_oom 0\noom_kill 1\n', 1],
    ['oom_kill_disable 0\nunder_oom 0\n', null],
    ['', null],
  ])('%j', (text, kills) => {
    expect(oomKillsIn(text)).toBe(kills)
  })
})
