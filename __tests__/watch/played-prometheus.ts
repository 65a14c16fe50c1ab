import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What one pod, old or new, answers to: requests in a window, those of them that are slow, and those that fail. */
type PlayedPods = Readonly<{ requests: number; slow: readonly number[]; failed: number }>

/** A service with old pods, and with new ones since the deployment, all of which serve on. */
export type PlayedService = Readonly<{ old: PlayedPods; young: PlayedPods }>

export type PlayedPrometheus = Readonly<{
  url: string
  /** The authorization of each request. */
  tokens: readonly (string | undefined)[]
  /** May be changed between two looks. null: no such series. */
  services: Map<string, PlayedService>
  /** Every request is answered with this status. null: as it should be. */
  failing: { status: number | null }
  close(): Promise<void>
}>

/**
 * Answers the queries of `watch` by their shape, as Prometheus would: what a real one makes of them is tested with a real one,
 * e2e/watch-prometheus.test.ts. Pods are of the versions 1.0 and 1.1.
 */
export async function playPrometheus(deployedAtS: () => number): Promise<PlayedPrometheus> {
  const services = new Map<string, PlayedService>()
  const failing: { status: number | null } = { status: null }
  const tokens: (string | undefined)[] = []
  const server: Server = createServer((request, response) => {
    tokens.push(request.headers.authorization)
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const data = answerTo(searchParams, services, deployedAtS())
    response.writeHead(failing.status ?? 200, { 'content-type': 'application/json' })
    response.end(failing.status === null ? JSON.stringify({ status: 'success', data }) : 'out of order')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A test that fails before it closes its server must not keep the test run from ending.
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    tokens,
    services,
    failing,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Metric = Readonly<Record<string, string>>

function answerTo(parameters: URLSearchParams, services: ReadonlyMap<string, PlayedService>, deployedAtS: number) {
  const query = parameters.get('query') ?? ''
  const service = services.get(/service="([^"]*)"/.exec(query)?.[1] ?? '')
  if (parameters.has('start')) {
    const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(parameters.get(name)))
    const result = service === undefined ? [] : presence(start ?? 0, end ?? 0, step ?? 60, deployedAtS)
    return { resultType: 'matrix', result }
  }
  const time = Number(parameters.get('time'))
  const value = (metric: Metric, count: number) => ({ metric, value: [time, String(count)] })
  const result = query.startsWith('count by (service)')
    ? [...services.keys()].map((name) => value({ service: name }, 1))
    : service === undefined
      ? []
      : podsOf(service).flatMap(({ version, pods, all }) => countsOf(query, version, pods, all, value))
  return { resultType: 'vector', result }
}

function countsOf<Value>(
  query: string,
  version: string,
  { requests, failed }: PlayedPods,
  slow: readonly number[],
  value: (metric: Metric, count: number) => Value,
): readonly Value[] {
  if (query.includes('code=~')) return [value({ version }, failed * slow.length)]
  if (query.includes('code!=')) return [value({ version }, requests * slow.length)]
  return slow.flatMap((one, index) => {
    const pod = `${version}-${index}`
    return [
      value({ version, pod, le: '0.1' }, requests / 2),
      value({ version, pod, le: '0.25' }, requests - one),
      value({ version, pod, le: '1' }, requests - one / 20),
      value({ version, pod, le: '+Inf' }, requests),
    ]
  })
}

function podsOf({ old, young }: PlayedService) {
  return [
    { version: '1.0', pods: old, all: old.slow },
    { version: '1.1', pods: young, all: young.slow },
  ]
}

/** Four pods of each, the new ones since five minutes before the deployment ended. */
function presence(start: number, end: number, step: number, deployedAtS: number) {
  const times = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step)
  return ['1.0', '1.1'].flatMap((version) =>
    [0, 1, 2, 3].map((index) => ({
      metric: { version, pod: `${version}-${index}` },
      values: times.filter((at) => version === '1.0' || at >= deployedAtS - 300).map((at) => [at, '1']),
    })),
  )
}
