import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { containerSource, countersOfStats } from '../../src/measure/container-source.ts'
import {
  containerAtPort,
  endContainer,
  enginesOf,
  findContainer,
  oomEvents,
  statsOf,
} from '../../src/measure/engine.ts'
import { serviceSource } from '../../src/measure/service-source.ts'

/* An engine that gives recorded answers of Docker 20.10, on a socket of this test. containers-live.test.ts has a real one. */

const FIXTURES = 'fixtures/resources/engine'
const recorded = (name: string): string => readFileSync(join(import.meta.dirname, '..', FIXTURES, name), 'utf8')
const ID = 'd1aeaf27195d67e0021ac6ddfdafd5e93a7128a9fe9e0916efce598b260e8638'

let folder: string
let server: Server
/** The answers: from a path without its query to a status and a text. */
let answers: Map<string, readonly [number, string]>
let asked: string[]
let onAsked: (url: string) => void

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-engine-'))
  answers = new Map()
  asked = []
  onAsked = () => undefined
  server = createServer(({ url = '', method }, response) => {
    onAsked(url)
    asked.push(`${method === 'GET' ? '' : `${method} `}${url}`)
    const [status, text] = answers.get(url.split('?')[0] ?? '') ?? [404, recorded('engine-404.json')]
    response.writeHead(status).end(text)
  })
  await new Promise<void>((resolve) => server.listen(join(folder, 'engine.sock'), resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const engine = () => ({ socketPath: join(folder, 'engine.sock') })
const container = () => ({
  engine: engine(),
  id: ID,
  pid: 4242,
  startedMs: null,
  removesItself: false,
  cpuLimitCores: 0.3,
  memoryLimitBytes: 67108864,
})

function running(changes: object = {}, name = 'checkout'): void {
  const State = { Running: true, Pid: 4242, ...changes }
  const HostConfig = { Memory: 67108864, NanoCpus: 300000000 }
  for (const key of [name, ID])
    answers.set(`/containers/${key}/json`, [200, JSON.stringify({ Id: ID, State, HostConfig })])
}

describe('a container', () => {
  test('is found by its name, with its limits', async () => {
    running()
    expect(await findContainer('checkout', [{ socketPath: join(folder, 'none.sock') }, engine()])).toEqual(container())
  })

  test('has no limits, or does not run', async () => {
    const State = { Running: false, Pid: 0 }
    answers.set('/containers/checkout/json', [200, JSON.stringify({ Id: ID, State, HostConfig: { Memory: 0 } })])
    expect(await findContainer('checkout', [engine()])).toMatchObject({
      pid: 0,
      cpuLimitCores: null,
      memoryLimitBytes: null,
    })
    await expect(
      serviceSource({ container: 'checkout', session: null, address: 'http://a', port: 1 }, [engine()], 'linux'),
    ).rejects.toThrow('The container checkout does not run.')
  })

  test('an unknown container is an error that names the engines', async () => {
    const away = join(folder, 'none.sock')
    await expect(findContainer('checkout', [{ socketPath: away }, engine()])).rejects.toThrow(
      `No engine has the container checkout. ${away}: there is no such socket; ${engine().socketPath}: no such container. Give its name or id as \`docker ps\` shows it.`,
    )
  })

  test('an engine that answers with an error or with other data', async () => {
    answers.set('/containers/checkout/json', [500, 'out of disk'])
    await expect(findContainer('checkout', [engine()])).rejects.toThrow('it answers with 500')
    answers.set('/containers/checkout/json', [200, '{}'])
    await expect(findContainer('checkout', [engine()])).rejects.toThrow('No engine has the container checkout.')
  })

  test.each(['', '../x', 'a b', '-x', 'a/json?'])('%j is not a name, and no engine is asked', async (name) => {
    await expect(findContainer(name, [engine()])).rejects.toThrow('is not the name of a container')
    expect(asked).toEqual([])
  })

  test('is found by the port that it publishes', async () => {
    running()
    const Ports = [{ PrivatePort: 8080, PublicPort: 49153, Type: 'tcp' }]
    answers.set('/containers/json', [
      200,
      JSON.stringify([
        { Id: 'other', Ports: [{ PrivatePort: 1 }] },
        { Id: ID, Ports },
      ]),
    ])
    expect(await containerAtPort(49153, [engine()])).toEqual(container())
    expect(await containerAtPort(8080, [engine()])).toBeNull()
    expect(await containerAtPort(49153, [{ socketPath: join(folder, 'none.sock') }])).toBeNull()
  })
})

describe('where an engine listens', () => {
  test.each([
    [{}, ['/var/run/docker.sock', '/run/podman/podman.sock']],
    [{ DOCKER_HOST: 'unix:///x/y.sock' }, ['/x/y.sock']],
    [{ DOCKER_HOST: 'tcp://10.0.0.1:2375' }, []],
    [
      { XDG_RUNTIME_DIR: '/run/user/7' },
      ['/var/run/docker.sock', '/run/user/7/docker.sock', '/run/user/7/podman/podman.sock', '/run/podman/podman.sock'],
    ],
  ])('%j', (env, paths) => {
    expect(enginesOf(env).map(({ socketPath }) => socketPath)).toEqual(paths)
  })

  test('an engine of another machine is not used', async () => {
    await expect(findContainer('checkout', [])).rejects.toThrow('DOCKER_HOST names an engine of another machine')
  })
})

type Expected = Readonly<{ engine: Record<string, { samples: Record<string, number>[] }> }>

test.each(['engine-checkout', 'engine-throttled'])(
  'the counters of %s are those that another program computed',
  async (name) => {
    const { samples = [] } = (JSON.parse(recorded('expected.json')) as Expected).engine[name] ?? {}
    const found = []
    for (const line of recorded(`${name}.ndjson`).trim().split('\n')) {
      answers.set(`/containers/${ID}/stats`, [200, line])
      const stats = await statsOf(container())
      if (stats !== null) found.push(countersOfStats(stats))
    }
    expect(found).toHaveLength(samples.length)
    expect(found).toMatchObject(
      samples.map((one) => ({
        source: 'engine',
        cpuSeconds: one.cpu_seconds_total,
        memoryBytes: one.memory_bytes,
        periods: one.periods,
        throttledPeriods: one.throttled_periods,
      })),
    )
  },
)

test('a stopped container has no statistics, although its engine answers', async () => {
  const stopped = { read: '0001-01-01T00:00:00Z', cpu_stats: { cpu_usage: { total_usage: 0 } }, memory_stats: {} }
  answers.set(`/containers/${ID}/stats`, [200, JSON.stringify(stopped)])
  expect(await statsOf(container())).toBeNull()
})

test('the engine counts when the files of the kernel cannot be read, and a restart is another instance', async () => {
  running()
  const [line = ''] = recorded('engine-throttled.ndjson').split('\n')
  answers.set(`/containers/${ID}/stats`, [200, line])
  const source = containerSource(container())
  expect(await source.read()).toMatchObject({
    instance: 'd1aeaf27195d/4242',
    source: 'engine',
    cpuSeconds: 0.386711865,
    cpuLimitCores: 0.3,
    memoryLimitBytes: 67108864,
  })
  running({ Pid: 4343 })
  expect(await source.read()).toMatchObject({ instance: 'd1aeaf27195d/4343' })
  running({ Running: false, Pid: 0 })
  expect(await source.read()).toBeNull()
})

test('kills for lack of memory are counted, also in a removed container', async () => {
  const line = (Action: string) => JSON.stringify({ Type: 'container', Action, Actor: { ID } })
  answers.set('/events', [200, `${['start', 'oom', 'oom', 'die'].map(line).join('\n')}\n`])
  expect(await oomEvents(container(), 100, 110)).toBe(2)
  expect(decodeURIComponent(asked[0] ?? '')).toBe(
    `/events?since=100&until=110&filters={"container":["${ID}"],"event":["oom"]}`,
  )
  answers.set('/events', [500, ''])
  expect(await oomEvents(container(), 100, 110)).toBe(0)
})

describe('ends a container that was left behind', () => {
  test.each([
    ['and its engine removes it', true, () => answers.delete(`/containers/${ID}/json`)],
    ['and stays, ended', false, () => running({ Running: false, Pid: 0 })],
  ])('%s', async (_, removesItself, whenKilled) => {
    running()
    answers.set(`/containers/${ID}/kill`, [204, ''])
    onAsked = (url) => {
      if (url.endsWith('/kill')) whenKilled()
    }
    await endContainer({ ...container(), removesItself })
    expect(asked).toEqual([`POST /containers/${ID}/kill`, `/containers/${ID}/json`])
  })
})
