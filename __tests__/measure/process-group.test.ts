import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createProcesses } from '../../src/measure/process-group.ts'

const SERVICE = fileURLToPath(new URL('stand-ins/service.mjs', import.meta.url))

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-processes-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Whether the process still runs. A zombie, which has ended but has not been waited for, does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** The processes of a service, which writes their numbers down before it listens. */
async function pidsOf(file: string): Promise<readonly number[]> {
  const watcher = watch(folder)
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await once(watcher, 'change')
  watcher.close()
  return readFileSync(file, 'utf8').split('\n').map(Number)
}

const start = (graceMs: number, faults: string) => {
  const processes = createProcesses({ graceMs })
  const file = join(folder, 'pids')
  const command = `${execPath} ${SERVICE} 0 pids=${file} ${faults}`
  return { processes, file, group: processes.start(`${command}; true`, { folder, env: process.env }) }
}

describe('a started process is ended', () => {
  test.each([
    ['a service below a shell', 60_000, 'ready'],
    ['what the service started', 60_000, 'child'],
    ['one that does not end when it is asked to', 1, 'deaf'],
    ['the child of one that does not', 1, 'deaf child'],
  ])('%s', async (_, graceMs, faults) => {
    const { group, file } = start(graceMs, faults)
    const pids = await pidsOf(file)
    expect(pids.map(isRunning)).toEqual(pids.map(() => true))
    await group.end()
    expect(pids.map(isRunning)).toEqual(pids.map(() => false))
  })

  test('is killed at once when the whole program ends', async () => {
    const { processes, group, file } = start(60_000, 'deaf')
    await pidsOf(file)
    processes.killAll()
    expect(await group.ended).toEqual({ exitCode: 137 })
  })
})

test.each([
  ['exit 3', 3],
  ['kill -TERM $$', 143],
  ['kill -KILL $$', 137],
  ['no-such-program-anywhere', 127],
])('%s ends with exit code %i', async (command, exitCode) => {
  const processes = createProcesses()
  const group = processes.start(command, { folder, env: process.env })
  expect(await group.ended).toEqual({ exitCode })
  await processes.endAll()
})

test('a missing folder ends the command, and no other process gets a signal', async () => {
  const processes = createProcesses()
  const group = processes.start('true', { folder: join(folder, 'nowhere'), env: process.env })
  expect(await group.ended).toEqual({ exitCode: 127 })
  processes.killAll()
  await processes.endAll()
  expect(group.lastOutput()).toContain('ENOENT')
})

test('only the last output of both streams is kept', async () => {
  const processes = createProcesses()
  const group = processes.start('seq 1 5000; echo the end >&2', { folder, env: process.env })
  await group.ended
  await group.end()
  expect(group.lastOutput()).toContain('the end')
  expect(group.lastOutput()).toContain('5000')
  expect(group.lastOutput().length).toBeLessThanOrEqual(4000)
})
