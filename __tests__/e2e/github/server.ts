import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { storageAnswer } from './artifacts.ts'
import type { FaultEffect, Faults } from './faults.ts'
import { graphqlAnswer } from './graphql.ts'
import { forwardCall } from './issues.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { Json, Match, OpenApi } from './openapi.ts'
import { refusal, type Token } from './permissions.ts'
import { type Answer, type Call, failed, type Handler, NOT_FOUND, type World } from './world.ts'

/** The functions that the two servers need, besides the state of the played GitHub. */
export type Front = Readonly<{
  world: World
  openApi: OpenApi
  journal: Journal
  faults: Faults
  handlers: ReadonlyMap<string, Handler>
  readToken: (authorization: string | undefined) => Token
}>

type Received = Readonly<{ request: IncomingMessage; url: URL; body: Json | undefined; entry: JournalEntry }>

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A test that fails before it closes its server would otherwise keep the test run from ending.
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}

/** A server whose handler is set later, because its address is needed before the handler can be built. */
export function createFrontServer(origin: 'api' | 'storage', front: () => Front): Server {
  const server = createServer((request, response) => {
    receive(origin, front(), request, response).catch((error: unknown) => {
      // A mistake in the emulation must not look like a mistake of the program under test.
      front().journal.violations.push({
        request: `${request.method} ${request.url}`,
        side: 'answer',
        problems: [`the played GitHub failed: ${String(error instanceof Error ? error.stack : error)}`],
      })
      send(response, failed(500, 'The played GitHub failed'))
    })
  })
  // Idle connections stay open. Otherwise the program could send its next request on a connection just when it is closed.
  server.keepAliveTimeout = 0
  return server
}

async function receive(
  origin: 'api' | 'storage',
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, journal } = front
  const url = origin === 'api' ? apiUrlOf(world, request.url ?? '/') : new URL(request.url ?? '/', world.storageUrl)
  const bytes = await buffer(request)
  const body = bytes.length === 0 ? undefined : parseBody(bytes)
  const token = front.readToken(request.headers.authorization)
  const match = origin === 'api' ? front.openApi.match(request.method ?? '', url.pathname) : null
  const entry: JournalEntry = {
    origin,
    method: request.method ?? '',
    path: url.pathname,
    query: url.search,
    body,
    token: token.kind,
    operationId: match?.operation.id ?? null,
    userAgent: request.headers['user-agent'] ?? '',
    round: request.headers['x-played-round'] === undefined ? null : Number(request.headers['x-played-round']),
    isFaulty: false,
    status: 0,
  }
  journal.entries.push(entry)
  const received = { request, url, body, entry }

  const effect = front.faults.next(origin, entry.method, entry.path)
  entry.isFaulty = effect !== null && effect.kind !== 'meanwhile'
  if (effect?.kind === 'meanwhile') await effect.happens()
  if (effect?.kind === 'kill' && effect.when === 'before') {
    await front.faults.kill()
    return
  }
  if (effect?.kind === 'reset') {
    request.socket.destroy()
    return
  }
  const answer =
    effect?.kind === 'answer'
      ? plannedAnswer(effect)
      : origin === 'api'
        ? await apiAnswer(front, received, match, token)
        : downloadAnswer(front, received)
  if (effect?.kind === 'kill') {
    await front.faults.kill()
    return
  }
  if (effect?.kind === 'reset-after') {
    request.socket.destroy()
    return
  }
  entry.status = answer.status
  send(response, { ...answer, headers: { date: dateOf(world), ...answer.headers } }, effect?.kind === 'truncate')
}

/** The played time, in the form of a header. */
function dateOf({ clock }: World): string {
  return new Date(clock.now()).toUTCString()
}

/** The path of the request on GitHub.com. An Enterprise Server has its API below `/api/v3`, and GraphQL beside it. */
function apiUrlOf({ apiUrl, graphqlUrl }: World, path: string): URL {
  const url = new URL(path, apiUrl)
  const prefix = new URL(apiUrl).pathname.replace(/\/$/, '')
  if (`${url.origin}${url.pathname}` === graphqlUrl) url.pathname = '/graphql'
  else if (url.pathname.startsWith(`${prefix}/`)) url.pathname = url.pathname.slice(prefix.length)
  else url.pathname = `/outside-of-the-api${url.pathname}`
  return url
}

function plannedAnswer(effect: FaultEffect & { kind: 'answer' }): Answer {
  return {
    status: effect.status,
    body: effect.body ?? { message: 'A planned fault' },
    ...(effect.headers === undefined ? {} : { headers: effect.headers }),
  }
}

function parseBody(bytes: Buffer): Json {
  try {
    return JSON.parse(bytes.toString('utf8')) as Json
  } catch {
    return bytes.toString('utf8')
  }
}

/** Another company owns the storage, so a token that reaches it has leaked. */
function downloadAnswer({ world, journal }: Front, { request, url }: Received): Answer {
  if (request.headers.authorization !== undefined)
    journal.violations.push({
      request: `GET ${url.pathname}`,
      side: 'request',
      problems: ['the token was sent to the storage'],
    })
  return request.method === 'GET' ? storageAnswer(world, url) : failed(405, 'Method Not Allowed')
}

async function apiAnswer(
  front: Front,
  { request, url, body, entry }: Received,
  match: Match | null,
  token: Token,
): Promise<Answer> {
  const { world, openApi, journal } = front
  const line = `${entry.method} ${url.pathname}${url.search}`
  if (entry.method === 'POST' && url.pathname === '/graphql') return graphqlAnswer(world, body, token)
  if (match === null) {
    journal.violations.push({
      request: line,
      side: 'route',
      problems: ['this operation is not in github-openapi.json'],
    })
    return NOT_FOUND
  }
  const problems = [...openApi.requestProblems(match, url.searchParams, body), ...headerProblems(request)]
  if (problems.length > 0) {
    journal.violations.push({ request: line, side: 'request', problems })
    return failed(422, 'Invalid request.', { errors: [...problems] })
  }
  const elsewhere =
    match.parameters.has('owner') &&
    (match.parameters.get('owner') !== world.owner || match.parameters.get('repo') !== world.repo)
  const refused = refusal(match.operation.id, token, world.granted.permissions)
  const answer = refused ?? (elsewhere ? NOT_FOUND : await handle(front, match, { request, url, body, entry }, token))
  const answerBody = Buffer.isBuffer(answer.body) ? undefined : answer.body
  const wrong = Buffer.isBuffer(answer.body) ? [] : openApi.answerProblems(match.operation, answer.status, answerBody)
  if (wrong.length > 0)
    journal.violations.push({ request: `${line} → ${answer.status}`, side: 'answer', problems: wrong })
  return answer
}

/**
 * GitHub refuses requests without a user agent:
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent
 */
function headerProblems(request: IncomingMessage): string[] {
  return request.headers['user-agent'] === undefined ? ['the header "user-agent" is missing'] : []
}

async function handle(
  { world, handlers }: Front,
  match: Match,
  { request, url, body, entry }: Received,
  token: Token,
): Promise<Answer> {
  const call: Call = {
    operationId: match.operation.id,
    parameters: match.parameters,
    query: url.searchParams,
    body,
    token,
    method: entry.method,
    path: url.pathname,
    accept: request.headers.accept ?? 'application/vnd.github+json',
  }
  const handler = handlers.get(call.operationId)
  return handler === undefined ? forwardCall(world, call, datedBody(world, call)) : handler(call)
}

/** A commit without dates gets the time of the played clock, so that its SHA is the same in each run of a test. */
function datedBody(world: World, call: Call): Json | undefined {
  if (
    call.operationId !== 'git/create-commit' ||
    typeof call.body !== 'object' ||
    call.body === null ||
    Array.isArray(call.body)
  )
    return call.body
  const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }
  const author = { ...bot, date: world.clock.tick(), ...(call.body.author as object | undefined) }
  return { ...call.body, author, committer: { ...author, ...(call.body.committer as object | undefined) } }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer, truncated = false): void {
  const isBinary = Buffer.isBuffer(body)
  const bytes = body === undefined ? Buffer.alloc(0) : isBinary ? body : Buffer.from(JSON.stringify(body))
  const type = isBinary || body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, {
    ...type,
    'content-length': bytes.length,
    'x-github-request-id': 'PLAY:1',
    'x-github-media-type': 'github.v3',
    ...headers,
  })
  if (!truncated) {
    response.end(bytes)
    return
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
}
