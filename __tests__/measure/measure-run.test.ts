import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { parseMeasureFile } from '../../src/measure/measure-plan.ts'
import { measureRun, type PlannedRun } from '../../src/measure/measure-run.ts'
import { createProcesses } from '../../src/measure/process-group.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { readFolder } from '../../src/results/folder.ts'
import { saying } from '../saying.ts'

/* One run with real processes on loopback. `k6` is a stand-in that writes a recorded summary of real k6. */

const STAND_INS = fileURLToPath(new URL('stand-ins/', import.meta.url))

let folder: string
let k6: string

const { DOCKER_HOST } = process.env

beforeEach(() => {
  // The tests must not depend on an engine that this machine may have.
  process.env.DOCKER_HOST = 'unix:///nowhere.sock'
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-run-'))
  k6 = join(folder, 'k6')
  writeFileSync(k6, `#!/bin/sh\nexec ${execPath} ${STAND_INS}k6.mjs "$@"\n`)
  chmodSync(k6, 0o755)
})

afterEach(() => {
  if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST
  else process.env.DOCKER_HOST = DOCKER_HOST
  rmSync(folder, { recursive: true })
})

function plannedRun(settings: string): PlannedRun {
  const plan = parseMeasureFile(
    `version: 1\nservices:\n  checkout:\n${settings.replaceAll(/^/gm, '    ')}`,
    'measure.yml',
  )
  const service = plan.services[0]!
  return {
    service,
    side: 'candidate',
    reach: service.reach.candidate!,
    runNumber: 1,
    versionFolder: folder,
    loadFolder: folder,
    runFolder: join(folder, 'results/checkout/candidate/run-1'),
    scratch: folder,
    stamp: { schemaVersion: 1, slot: 1, seed: 5, position: 1, load: 'k6 run load.js', machine: 'm' },
  }
}

const service = (faults = '') => `start: ${execPath} ${STAND_INS}service.mjs {port} ${faults}`
/** Short limits, so that the tests need not wait for seconds. A service that answers does so as soon as it runs. */
const QUICK = { answersWithinMs: 1_000, diesWithinMs: 100 }

const run = async (settings: string, stop = new AbortController().signal) =>
  await measureRun({ ...plannedRun(settings), timeouts: QUICK }, createProcesses({ graceMs: 1 }), stop)

/** The runs and refusals that the gate reads from the folder. */
async function collected() {
  const options = {
    formats: FORMATS,
    defaultService: 'service',
    defaultSide: 'candidate',
    defaultCommit: null,
  } as const
  return await collectRuns(await readFolder(join(folder, 'results')), options)
}

const runJson = () => JSON.parse(readFileSync(join(folder, 'results/checkout/candidate/run-1/run.json'), 'utf8'))

describe('a whole run', () => {
  test.each([
    ['with an open port', `${service()}\nload: ./k6 run load.js`],
    ['with an address that is slow to answer', `${service('ready-after=3')}\nready: /health\nload: ./k6 run load.js`],
    ['with a warm-up', `${service()}\nwarm-up: ./k6 run --summary-export {output} load.js\nload: ./k6 run load.js`],
    ['that crossed a threshold', `${service()}\nload: EXIT_CODE=99 ./k6 run load.js`],
  ])('%s', async (_, settings) => {
    expect(await run(settings)).toMatchObject({ kind: 'loaded', output: 'the load has ended' })
    const { runs, refusals } = await collected()
    expect(refusals).toEqual([])
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({
      service: 'checkout',
      side: 'candidate',
      runNumber: 1,
      exitCode: settings.includes('99') ? 99 : 0,
      conditions: { machine: 'm', load: 'k6 run load.js' },
    })
    expect(runJson()).toEqual({
      schemaVersion: 1,
      slot: 1,
      seed: 5,
      position: 1,
      load: 'k6 run load.js',
      machine: 'm',
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
  })

  test('the warm-up runs first and leaves no results', async () => {
    const calls = join(folder, 'calls')
    await run(`${service()}\nwarm-up: CALLS=${calls} ./k6 run warm.js\nload: CALLS=${calls} ./k6 run load.js`)
    expect(
      readFileSync(calls, 'utf8')
        .split('\n')
        .map((line) => line.split(' ').at(-1)),
    ).toEqual(['warm.js', 'load.js', ''])
  })

  test('a service that already runs is not ended', async () => {
    const server = createServer((_, response) => response.end('{"factor":1}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await run(`address: http://127.0.0.1:${port}\nload: ./k6 run load.js`)).toMatchObject({ kind: 'loaded' })
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    server.close()
    server.closeAllConnections()
  })
})

describe('a run that does not count says why, and the gate refuses it', () => {
  test.each([
    [
      'never ready',
      `${service('never')}\nready-within: 300ms\nload: ./k6 run load.js`,
      /^The candidate was not ready within 0.3 s: nothing listens at http:\/\/127\.0\.0\.1:\d+\.$/,
    ],
    [
      'does not start',
      'start: echo no disk; exit 4\nload: ./k6 run load.js',
      /^The candidate ended with exit code 4 before it was ready\.$/,
    ],
    [
      'goes into the background',
      'start: exit 0\nload: ./k6 run load.js',
      /exit code 0 before it was ready\. The start command must not end/,
    ],
    [
      'crashes under load',
      `${service('crash=2')}\nload: SECOND=yes ./k6 run load.js`,
      /^The candidate ended with exit code 7 under load\.$/,
    ],
    [
      'is ended by the system under load',
      `${service('crash=2 kill')}\nload: SECOND=yes ./k6 run load.js`,
      /^The candidate ended with exit code 137 under load\.$/,
    ],
    [
      'crashes in the warm-up',
      `${service('crash=1')}\nwarm-up: ./k6 run load.js\nload: ./k6 run load.js`,
      /exit code 7 during the warm-up\.$/,
    ],
    [
      'names a container that is not there',
      `${service()}\ncontainer: none-{variant}-{run}\nload: ./k6 run load.js`,
      /^No engine has the container none-candidate-1\. .*: there is no such socket/,
    ],
    [
      'fails to warm up',
      `${service()}\nwarm-up: exit 3\nload: ./k6 run load.js`,
      /^The warm-up ended with exit code 3\.$/,
    ],
  ])('%s', async (_, settings, problem) => {
    const outcome = await run(settings)
    expect(outcome).toMatchObject({ kind: 'failed', problem: expect.stringMatching(problem) })
    const { runs, refusals } = await collected()
    expect(runs).toEqual([])
    expect(refusals).toMatchObject([{ service: 'checkout', problem: saying(/^The run cannot be used: /) }])
  })

  test('a service behind an address ends, and the load tool does not notice it', async () => {
    const server = createServer((_, response) => response.end('{"factor":1}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    server.once('request', () => server.close())
    const outcome = await run(`address: http://127.0.0.1:${port}\nload: ./k6 run load.js`)
    expect(outcome).toMatchObject({ kind: 'failed', problem: 'The candidate does not answer any more, under load.' })
    expect((await collected()).runs).toEqual([])
  })

  test.each([
    ['closes each connection', 'failed', (response: ServerResponse) => response.destroy()],
    ['is overloaded for a moment, and answers', 'loaded', (response: ServerResponse) => response.writeHead(503).end()],
  ])('a service that still listens after the load, and %s: %s', async (_, kind, afterLoad) => {
    let isLoaded = false
    const server = createServer(({ url }, response) => {
      if (url === '/health' && isLoaded) return afterLoad(response)
      isLoaded = url !== '/health'
      response.end('{"factor":1}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const outcome = await run(`address: http://127.0.0.1:${port}\nready: /health\nload: ./k6 run load.js`)
    const problem = 'The candidate does not answer any more, under load.'
    expect(outcome).toMatchObject(kind === 'failed' ? { kind, problem } : { kind })
    server.close()
    server.closeAllConnections()
  })

  test('a service that says that it is not ready', async () => {
    const server = createServer((_, response) => response.writeHead(503).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const settings = `address: http://127.0.0.1:${port}\nready: /health\nready-within: 1s\nload: ./k6 run load.js`
    expect(await run(settings)).toMatchObject({
      kind: 'failed',
      problem: expect.stringMatching(/not ready within 1 s: \/health answers with 503\.$/),
    })
    server.close()
    server.closeAllConnections()
  })

  test('the last output of the service is reported', async () => {
    const outcome = await run(`${service('crash=2')}\nload: SECOND=yes ./k6 run load.js`)
    expect(outcome).toMatchObject({ kind: 'failed', output: 'out of luck' })
  })

  test('a load tool that fails leaves its exit code, which the gate refuses', async () => {
    expect(await run(`${service()}\nload: EXIT_CODE=107 ./k6 run load.js`)).toMatchObject({
      kind: 'loaded',
      exitCode: 107,
    })
    expect((await collected()).refusals).toMatchObject([{ problem: saying(/exit code 107/) }])
  })

  test('a load tool that is killed in the middle', async () => {
    expect(await run(`${service()}\nload: ./k6 run load.js && kill -KILL $$`)).toMatchObject({ exitCode: 137 })
    expect((await collected()).refusals).toMatchObject([{ problem: saying(/137/) }])
  })
})

test('an interruption ends the service and the load, and leaves a run that is refused', async () => {
  const controller = new AbortController()
  const server = createServer((_, response) => {
    // The load has started.
    controller.abort(new Error('Ctrl+C'))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const load = `load: echo {output}; node -e 'fetch("http://127.0.0.1:${port}").then(() => setInterval(() => null, 1000))'`
  await expect(run(`${service()}\n${load}`, controller.signal)).rejects.toThrow('Ctrl+C')
  server.close()
  expect((await collected()).refusals).toMatchObject([
    { problem: saying('The run cannot be used: It was interrupted. Measure again.') },
  ])
})

describe('the container of a service that outlives its client', () => {
  const ID = 'd1aeaf27195d67e0021ac6ddfdafd5e93a7128a9fe9e0916efce598b260e8638'

  /** An engine with one container. It says since when the container runs, and records whether it is asked to end it. */
  async function killed(StartedAt: string): Promise<readonly string[]> {
    const asked: string[] = []
    let isThere = true
    const engine = createServer(({ method = '', url = '' }, response) => {
      if (method === 'POST') {
        asked.push(url)
        isThere = false
        return response.writeHead(204).end()
      }
      if (!url.endsWith('/json') || !isThere) return response.writeHead(404).end()
      response.end(
        JSON.stringify({ Id: ID, State: { Running: true, Pid: 1, StartedAt }, HostConfig: { AutoRemove: true } }),
      )
    })
    const socket = join(folder, 'engine.sock')
    await new Promise<void>((resolve) => engine.listen(socket, resolve))
    process.env.DOCKER_HOST = `unix://${socket}`
    await run(`${service()}\ncontainer: checkout\nload: ./k6 run load.js`)
    engine.closeAllConnections()
    await new Promise((resolve) => engine.close(resolve))
    return asked
  }

  test('is ended when this run started it', async () => {
    expect(await killed('2999-01-01T00:00:00Z')).toEqual([`/containers/${ID}/kill`])
  })

  test('is not ended when it ran before', async () => {
    expect(await killed('2026-01-01T00:00:00Z')).toEqual([])
  })
})
