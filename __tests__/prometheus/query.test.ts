import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { prometheusAt, queryInstant, queryRange } from '../../src/prometheus/query.ts'

/*
 * The answers in fixtures/prometheus were recorded from Prometheus 2.42 and, with `v3` in their names, from 3.16. A server of
 * this test replays them.
 */

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serving(listener: RequestListener, how: { token?: string; path?: string; timeoutMs?: number } = {}) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const { port } = server.address() as AddressInfo
  const { token = null, path = '', timeoutMs = 60_000 } = how
  return prometheusAt(`http://127.0.0.1:${port}${path}`, { token, fetch: globalThis.fetch, timeoutMs })
}

const answering = (status: number, body: string): RequestListener => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

type Recorded = { request: { params: { query: string } }; status: number; response: object }

function recorded(name: string): { query: string; listener: RequestListener } {
  const text = readFileSync(new URL(`../fixtures/prometheus/${name}.json`, import.meta.url), 'utf8')
  const { request, status, response } = JSON.parse(text) as Recorded
  return { query: request.params.query, listener: answering(status, JSON.stringify(response)) }
}

const RANGE = { startSeconds: 1795597200, endSeconds: 1795604400, stepSeconds: 60 }

test('returns each series with its labels and points', async () => {
  const { query, listener } = recorded('rss-range')
  const series = await queryRange(await serving(listener), query, RANGE)
  expect(series.map(({ labels, points }) => [labels, points.length, points[0]])).toEqual([
    [{ pod: 'checkout-a' }, 121, { t: 1795597200, value: 120565940 }],
    [{ pod: 'checkout-b' }, 121, { t: 1795597200, value: 120331558 }],
  ])
})

test('returns one value per series at one time, and ignores hints', async () => {
  const { query, listener } = recorded('v3-infos')
  expect(await queryInstant(await serving(listener), query, 1795600800)).toEqual([
    { labels: { pod: 'checkout-a', service: 'checkout' }, t: 1795600800, value: 997703.8208333333 },
    { labels: { pod: 'checkout-b', service: 'checkout' }, t: 1795600800, value: 510068.9166666667 },
  ])
})

test.each(['empty', 'v3-range-of-one-step-is-empty'])('no series is an empty list: %s', async (name) => {
  const { query, listener } = recorded(name)
  expect(await queryInstant(await serving(listener), query, 1795600800)).toEqual([])
})

test('a value that is not a number is null, and never 0', async () => {
  const { query, listener } = recorded('nan')
  expect(await queryInstant(await serving(listener), query, 1795600800)).toEqual([
    { labels: {}, t: 1795600800, value: null },
  ])
  const values = [
    [1, 'NaN'],
    [2, '+Inf'],
    [3, '-Inf'],
    [4, ''],
    [5, '1e3'],
  ]
  const body = { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values }] } }
  const [series] = await queryRange(await serving(answering(200, JSON.stringify(body))), 'x', RANGE)
  expect(series?.points.map(({ value }) => value)).toEqual([null, null, null, null, 1000])
})

test('a scalar is one value without labels', async () => {
  const body = { status: 'success', data: { resultType: 'scalar', result: [7, '0.25'] } }
  const server = await serving(answering(200, JSON.stringify(body)))
  expect(await queryInstant(server, '0.25', 7)).toEqual([{ labels: {}, t: 7, value: 0.25 }])
})

test('sends requests below the path of the address, with the times and the token', async () => {
  const asked: (string | undefined)[] = []
  const listener: RequestListener = (request: IncomingMessage, response) => {
    asked.push(request.url, request.headers.authorization)
    answering(200, '{"status":"success","data":{"resultType":"matrix","result":[]}}')(request, response as never)
  }
  await queryRange(await serving(listener, { token: 'hush', path: '/prometheus/' }), 'up{job="a b"}', RANGE)
  expect(asked).toEqual([
    '/prometheus/api/v1/query_range?query=up%7Bjob%3D%22a+b%22%7D&start=1795597200&end=1795604400&step=60',
    'Bearer hush',
  ])
})

test("a query that the server refuses is reported with the server's message", async () => {
  const { query, listener } = recorded('error-parse')
  await expect(queryInstant(await serving(listener), query, 1)).rejects.toThrow(
    'Prometheus, query sum(: bad_data: invalid parameter "query": 1:5: parse error: unclosed left parenthesis',
  )
})

test.each([
  [401, '', 'the server answers with status 401. Set PROMETHEUS_TOKEN to a token that may read.'],
  [403, '<html>', 'the server answers with status 403. Set PROMETHEUS_TOKEN to a token that may read.'],
  [502, 'Bad gateway', 'the server answers with status 502.'],
  [200, '<html>login</html>', 'the answer does not come from the API of Prometheus. Check the address and its path.'],
  [200, '{"status":"success","data":{"resultType":"streams","result":[]}}', 'the answer does not have the shape'],
  [
    200,
    '{"status":"success","data":{"resultType":"vector","result":[]},"warnings":["remote storage is away"]}',
    'the answer may not be complete: remote storage is away',
  ],
])('an answer of %s that holds no data is an error: %j', async (status, body, message) => {
  await expect(queryInstant(await serving(answering(status, body)), 'up', 1)).rejects.toThrow(
    `Prometheus, query up: ${message}`,
  )
})

test('hints that some versions list among the warnings are ignored', async () => {
  const body =
    '{"status":"success","data":{"resultType":"vector","result":[]},"warnings":["PromQL info: might not be a counter"]}'
  expect(await queryInstant(await serving(answering(200, body)), 'up', 1)).toEqual([])
})

test('does not follow a redirect, which would send the token elsewhere', async () => {
  const listener: RequestListener = (_, response) => response.writeHead(302, { location: 'https://other/' }).end()
  await expect(queryInstant(await serving(listener, { token: 'hush' }), 'up', 1)).rejects.toThrow(
    'Prometheus, query up: the server redirects to https://other/. Give that address.',
  )
})

test('an answer that is too large is refused', async () => {
  const listener: RequestListener = (_, response) => {
    response.writeHead(200)
    const piece = ' '.repeat(1_000_000)
    const more = (): void => {
      if (response.destroyed) return
      response.write(piece)
      setImmediate(more)
    }
    more()
  }
  await expect(queryInstant(await serving(listener), 'up', 1)).rejects.toThrow('the answer is larger than 10 MB')
})

test('a server that does not answer, and a server that does not exist', async () => {
  const silent = await serving(() => {}, { timeoutMs: 20 })
  await expect(queryInstant(silent, 'up', 1)).rejects.toThrow(/cannot be reached: no answer within 0\.02 s\.$/)
  const closed = prometheusAt('http://127.0.0.1:1', { token: null, fetch: globalThis.fetch })
  await expect(queryInstant(closed, 'up', 1)).rejects.toThrow('http://127.0.0.1:1 cannot be reached: ')
})

test.each([
  [
    'localhost:9090',
    '"localhost:9090" is not the address of a Prometheus server. Give an address such as http://127.0.0.1:9090.',
  ],
  ['', '"" is not the address of a Prometheus server. Give an address such as http://127.0.0.1:9090.'],
  ['http://me:secret@host', 'The address of Prometheus contains a user or a password'],
])('refuses the address %j', (address, message) => {
  let said = ''
  try {
    prometheusAt(address, { token: null, fetch: globalThis.fetch })
  } catch (error) {
    said = String(error)
  }
  expect(said).toContain(message)
  expect(said).not.toContain('secret')
})
