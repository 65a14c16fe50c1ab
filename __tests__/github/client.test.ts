import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { createClient, hasStatus, rateLimitSeconds } from '../../src/github/client.ts'
import { API, scriptGitHub } from './scripted-github.ts'

const LABELS = 'GET /labels'
const ask = ({ client }: ReturnType<typeof scriptGitHub>) =>
  client.octokit.rest.issues.listLabelsForRepo({ owner: 'acme', repo: 'shop' }).then(({ data }) => data.length)

describe('the client', () => {
  test('names itself, and uses the API in the environment', async () => {
    const github = scriptGitHub({ [LABELS]: { body: [] } })
    await ask(github)
    expect(github.sent[0]?.url).toBe(`${API}/repos/acme/shop/labels`)
    expect(github.sent[0]?.headers.get('user-agent')).toMatch(/^perf-gate octokit/)
    expect(github.sent[0]?.headers.get('authorization')).toBe('token ghs_secret')
  })

  test('accepts an address with a slash at its end', async () => {
    const urls: string[] = []
    const fetch: typeof globalThis.fetch = async (url) => {
      urls.push(String(url))
      return Response.json([])
    }
    const { octokit } = createClient({
      token: 't',
      apiUrl: 'https://ghe.test/api/v3/',
      owner: 'acme',
      repo: 'shop',
      fetch,
    })
    await octokit.rest.issues.listLabelsForRepo({ owner: 'acme', repo: 'shop' })
    expect(urls).toEqual(['https://ghe.test/api/v3/repos/acme/shop/labels'])
  })

  test.each([
    ['a server error', { status: 502, body: { message: 'Bad Gateway' } }],
    ['a broken connection', new TypeError('fetch failed')],
    ['a request limit', { status: 429, headers: { 'retry-after': '7' }, body: { message: 'Slow down' } }],
    ['a secondary limit', { status: 403, body: { message: 'You have exceeded a secondary rate limit' } }],
    [
      'an answer that was cut off',
      { bytes: Buffer.from('[{"id": 1'), headers: { 'content-type': 'application/json; charset=utf-8' } },
    ],
    [
      'an answer of which nothing came',
      { bytes: Buffer.from(''), headers: { 'content-type': 'application/json; charset=utf-8' } },
    ],
  ])('tries again after %s', async (_, failure) => {
    const github = scriptGitHub({ [LABELS]: [failure, failure, { body: [{}, {}] }] })
    expect(await ask(github)).toBe(2)
    expect(github.requests).toEqual([LABELS, LABELS, LABELS])
  })

  test.each([400, 401, 403, 404, 409, 410, 422, 451])('does not try again after %d', async (status) => {
    const github = scriptGitHub({ [LABELS]: { status, body: { message: 'No' } } })
    await expect(ask(github)).rejects.toMatchObject({ status })
    expect(github.requests).toEqual([LABELS])
  })

  test('gives up after the fourth server error', async () => {
    const github = scriptGitHub({ [LABELS]: { status: 503, body: { message: 'Down' } } })
    await expect(ask(github)).rejects.toMatchObject({ status: 503, message: 'Down' })
    expect(github.requests).toHaveLength(4)
  })

  test('never takes a list that stays cut off for an empty one', async () => {
    const cut = { bytes: Buffer.from(''), headers: { 'content-type': 'application/json' } }
    const { client } = scriptGitHub({ [LABELS]: cut })
    const list = client.octokit.paginate(client.octokit.rest.issues.listLabelsForRepo, { owner: 'acme', repo: 'shop' })
    await expect(list).rejects.toThrow('was cut off')
  })

  const limited = (seconds: number) => ({
    status: 429,
    headers: { 'retry-after': `${seconds}` },
    body: { message: 'Slow down' },
  })

  /** The seconds at which the requests meet a limit, in order. */
  function clock(...seconds: number[]): () => number {
    return () => 1000 * (seconds.shift() ?? 0)
  }

  test('waits at most five minutes for limits in all', async () => {
    const github = scriptGitHub({ [LABELS]: [limited(200), limited(150), { body: [] }] }, clock(0, 200))
    await expect(ask(github)).rejects.toMatchObject({ status: 429 })
    expect(github.requests).toHaveLength(2)
    const patient = scriptGitHub({ [LABELS]: [limited(200), limited(100), { body: [] }] }, clock(0, 200))
    expect(await ask(patient)).toBe(0)
  })

  test('waits once for a limit that all requests of one moment meet', async () => {
    const script = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`GET /issues/${index + 1}`, [limited(60), { body: {} }]]),
    )
    const { client, requests } = scriptGitHub(script)
    const issues = Object.keys(script).map((_, index) =>
      client.octokit.rest.issues.get({ owner: 'acme', repo: 'shop', issue_number: index + 1 }),
    )
    expect((await Promise.all(issues)).map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(requests).toHaveLength(16)
  })

  test('has at most six reads and one change on their way', async () => {
    const open = { GET: 0, POST: 0 }
    const most = { GET: 0, POST: 0 }
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const method = init?.method === 'POST' ? 'POST' : 'GET'
      open[method] += 1
      most[method] = Math.max(most[method], open[method])
      await new Promise((resolve) => setImmediate(resolve))
      open[method] -= 1
      return Response.json({ data: {} })
    }
    const { octokit } = createClient({ token: 't', apiUrl: API, owner: 'acme', repo: 'shop', fetch })
    const issue = { owner: 'acme', repo: 'shop', issue_number: 1 }
    await Promise.all([
      ...Array.from({ length: 20 }, () => octokit.rest.issues.get(issue)),
      ...Array.from({ length: 5 }, () => octokit.rest.issues.createComment({ ...issue, body: 'x' })),
    ])
    expect(most).toEqual({ GET: 6, POST: 1 })
  })
})

describe('rateLimitSeconds', () => {
  const error = (status: number, headers: Record<string, string>, message = '') =>
    Object.assign(new Error(message), { status, response: { headers } })
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'
  const reset = `${Date.parse(date) / 1000 + 90}`

  test.each([
    ['retry-after', error(403, { 'retry-after': '30' }), 30],
    ['retry-after of no time', error(429, { 'retry-after': '0' }), 0],
    [
      'retry-after as a date, by the clock of the server',
      error(403, { 'retry-after': 'Sun, 22 Nov 2026 10:00:20 GMT', date }),
      20,
    ],
    ['retry-after as a date that has passed', error(403, { 'retry-after': 'Sat, 21 Nov 2026 10:00:00 GMT', date }), 0],
    ['retry-after that is neither', error(429, { 'retry-after': 'soon' }), 60],
    [
      'the reset time, by the clock of the server',
      error(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date }),
      91,
    ],
    ['a reset time that has passed', error(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1', date }), 1],
    ['a reset time without a date', error(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }), 60],
    ['only the status', error(429, {}), 60],
    ['only the words', error(403, {}, 'You have exceeded a secondary rate limit.'), 60],
    [
      'a missing permission',
      error(403, { 'x-ratelimit-remaining': '4999' }, 'Resource not accessible by integration'),
      null,
    ],
    ['another status', error(500, { 'retry-after': '30' }), null],
    ['no answer at all', new Error('x'), null],
  ])('reads %s', (_, failure, seconds) => {
    expect(rateLimitSeconds(failure)).toBe(seconds)
  })
})

describe('an answer that does not end', () => {
  test.each([
    ['after its headers', 0],
    ['byte by byte', 1],
  ])('%s is given up, tried again, and is an error in the end', async (_, everyMs) => {
    const sent: NodeJS.Timeout[] = []
    let requests = 0
    const server = createServer((_request, response) => {
      requests += 1
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
      if (everyMs > 0) sent.push(setInterval(() => response.write(' '), everyMs))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const client = createClient({ token: 't', apiUrl, owner: 'acme', repo: 'shop', secondMs: 1, timeoutMs: 400 })
    const asking = client.octokit.rest.issues.listComments({ owner: 'acme', repo: 'shop', issue_number: 1 })
    const failure = await asking.then(
      () => null,
      (error: unknown) => error,
    )
    const download = await client
      .fetch(`${apiUrl}/a`)
      .then((response) => response.arrayBuffer())
      .catch(String)
    for (const timer of sent) clearInterval(timer)
    server.close()
    server.closeAllConnections()
    expect(hasStatus(failure, 500)).toBe(true)
    expect(requests).toBe(5)
    expect(download).toContain('TimeoutError')
  })
})
