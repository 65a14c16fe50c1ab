import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const STAND_INS = fileURLToPath(new URL('stand-ins/', import.meta.url))

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-guard-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Each process of the service holds a connection, which the system closes when the process ends. */
async function callsTo(server: Server, count: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = []
  await new Promise<void>((resolve) => {
    server.on('connection', (socket) => {
      sockets.push(socket.on('error', () => null).resume())
      if (sockets.length === count) resolve()
    })
  })
  return sockets
}

test.each([
  ['that ends when it is asked to', 'child', 'SIGKILL'],
  ['that does not', 'child deaf', 'SIGKILL'],
  // The kernel ends a program with this signal when the program cannot go on.
  ['of one that crashed', 'child', 'SIGSEGV'],
] as const)('a service %s does not outlive a killed measurement', async (_, faults, signal) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const scratch = join(folder, "scra'tch of it")
  mkdirSync(scratch)
  writeFileSync(join(scratch, 'versions'), '')
  const called = callsTo(server, 2)
  const command = `${execPath} ${STAND_INS}service.mjs 0 calls=${port} ${faults}; true`
  const measurement = spawn(execPath, [`${STAND_INS}killed.ts`, scratch, command], { stdio: 'ignore' })
  const sockets = await called
  const watcher = watch(folder)
  const hangUps = Promise.all(sockets.map(async (socket) => await once(socket, 'close')))
  measurement.kill(signal)
  await hangUps
  while (existsSync(scratch)) await once(watcher, 'change')
  watcher.close()
  server.close()
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true])
  expect(existsSync(scratch)).toBe(false)
})
