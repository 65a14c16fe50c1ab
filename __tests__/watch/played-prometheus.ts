import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The answers about one pod, old or new: all requests in a window, the slow requests, and the failed requests. */
type PlayedPods = Readonly<{ requests: number; slow: readonly number[]; failed: number }>

/** A service with old pods, and with new pods since the deployment. All of them serve until the end. */
export type PlayedService = Readonly<{ old: PlayedPods; current: PlayedPods }>

export type PlayedPrometheus = Readonly<{
  url: string
  /** The authorization header of each request, in order. */
  tokens: readonly (string | undefined)[]
  /** A test may change it between two looks. null: Prometheus has no such series. */
  services: Map<string, PlayedService>
  /** The status of every answer. null: each request gets its usual answer. */
  failing: { status: number | null }
  close(): Promise<void>
}>

/**
 * Answers the queries of `watch` by their shape. e2e/watch-prometheus.test.ts tests the queries on a real Prometheus. The pods
 * have the versions 1.0 and 1.1.
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
  // A test that fails before it closes its server would otherwise keep the test run from ending.
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

function podsOf({ old, current }: PlayedService) {
  return [
    { version: '1.0', pods: old, all: old.slow },
    { version: '1.1', pods: current, all: current.slow },
  ]
}

/** Four pods of each version. The new pods started five minutes before the deployment ended. */
function presence(start: number, end: number, step: number, deployedAtS: number) {
  const times = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step)
  return ['1.0', '1.1'].flatMap((version) =>
    [0, 1, 2, 3].map((index) => ({
      metric: { version, pod: `${version}-${index}` },
      values: times.filter((at) => version === '1.0' || at >= deployedAtS - 300).map((at) => [at, '1']),
    })),
  )
}
