import { retry } from '@octokit/plugin-retry'
import { Octokit } from '@octokit/rest'
import { createPool } from './pool.ts'

/** All requests to GitHub go through this client: the API with retries, and the same `fetch` for downloads that the API links to. */
export type GitHubClient = Readonly<{ octokit: Octokit; fetch: typeof fetch; owner: string; repo: string }>

export type ClientOptions = Readonly<{
  token: string
  /** `https://api.github.com`, or GITHUB_API_URL. */
  apiUrl: string
  owner: string
  repo: string
  /** Default: the global `fetch`. Behind a proxy: that of `proxyAwareFetch`. */
  fetch?: typeof fetch
  /** Milliseconds that count as one second of waiting. For tests. Default: 1000. */
  secondMs?: number
  /** After this time in milliseconds, a request without a complete answer is given up. For tests. Default: 60,000. */
  timeoutMs?: number
  /** A clock in milliseconds that never goes back. It may start at any number. For tests. */
  now?: () => number
}>

/** After this time, a request without a complete answer has failed and is tried again. */
const REQUEST_TIMEOUT_MS = 60_000

/** A server error or a lost connection is tried again after 1, 4 and 9 seconds. */
const RETRIES = 3

/**
 * How long one run may wait for rate limits. Requests that wait at the same time count once. If GitHub asks for a longer wait, the job fails
 * and says why.
 */
const RATE_LIMIT_WAIT_SECONDS = 300

/**
 * At most this many reading requests run at once. GitHub recommends one request after the other, to stay below secondary limits, and
 * allows 100 at once: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api. A judgement has
 * about six requests that do not depend on others. Writing requests run one by one, in the order in which they were made.
 */
const READS_AT_ONCE = 6
const WRITES_AT_ONCE = 1

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: "wait for at least one minute" */
const SECONDARY_LIMIT_SECONDS = 60

/** Statuses that stay the same when a request is repeated. 403 and 429 are left to `waitForRateLimits`. */
const FINAL_STATUSES = [400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 429, 451]

/** The fields of a request error that are read. Octokit's class is not imported, because a dependency tree may hold it twice. */
type RequestFailure = Error &
  Readonly<{ status: number; response?: Readonly<{ headers: Readonly<Record<string, string | number | undefined>> }> }>

/** The part of a client that a plugin uses. */
type Hooked = Pick<Octokit, 'hook'>

/** A client with our retries and limits. Nothing is sent yet. */
export function createClient(options: ClientOptions): GitHubClient {
  const { token, apiUrl, owner, repo, fetch: send = globalThis.fetch, secondMs = 1000 } = options
  const { now = () => performance.now() } = options
  const fetch = withTimeout(send, options.timeoutMs ?? REQUEST_TIMEOUT_MS)
  const silent = (): void => {}
  // The order matters: the plugin `retry` must see the error after the rate limit was handled.
  const RetryingOctokit = Octokit.plugin(refuseDamagedAnswers, waitForRateLimits(now), retry)
  const octokit = new RetryingOctokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'perf-gate',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: pooled(fetch), log: { debug: silent, info: silent, warn: silent, error: silent } },
    retry: { doNotRetry: FINAL_STATUSES, retries: RETRIES, retryAfterBaseValue: secondMs },
  })
  return { octokit, fetch, owner, repo }
}

/** Is this an answer of GitHub with one of these statuses? */
export function hasStatus(error: unknown, ...statuses: readonly number[]): error is RequestFailure {
  return typeof error === 'object' && error !== null && 'status' in error && statuses.includes(Number(error.status))
}

/** If GraphQL refuses a field, its answer still has the status 200, and names the field. */
type Forbidden = RequestFailure & Readonly<{ path: readonly (string | number)[] }>

export function isForbidden(error: unknown): error is Forbidden {
  return hasStatus(error, 403) && 'path' in error && Array.isArray(error.path)
}

/**
 * Asks GraphQL where REST would need many requests. An incomplete answer is thrown as an error, so no part of the data is used. If the
 * token may not read something, the error has the status 403, as with REST. https://docs.github.com/en/graphql
 */
export async function graphql<Data>(
  { octokit }: GitHubClient,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  try {
    return await octokit.graphql<Data>(query, variables)
  } catch (error) {
    const refused = graphqlErrors(error).find(({ type }) => type === 'FORBIDDEN')
    if (refused === undefined) throw error
    throw Object.assign(new Error(refused.message), { status: 403, path: refused.path ?? [] })
  }
}

type GraphqlError = Readonly<{ type?: string; message: string; path?: readonly (string | number)[] }>

function graphqlErrors(error: unknown): readonly GraphqlError[] {
  const isResponse = typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
  return isResponse ? (error.errors as readonly GraphqlError[]) : []
}

/** The answer, or null if GitHub answers that the thing does not exist. */
export async function absentAsNull<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer
  } catch (error) {
    if (hasStatus(error, 404)) return null
    throw error
  }
}

/** The time limit includes the body, which is read under the same signal. https://fetch.spec.whatwg.org/#abort-fetch */
function withTimeout(fetch: typeof globalThis.fetch, timeoutMs: number): typeof globalThis.fetch {
  return (input, init) => fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) })
}

/** Reads and writes have separate limits. A query to GraphQL is a read, although it is sent as a POST like a change. */
function pooled(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const [reads, writes] = [createPool(READS_AT_ONCE), createPool(WRITES_AT_ONCE)]
  return async (input, init) => {
    const isQuery = typeof init?.body === 'string' && /^\{"query":"\s*(?:query\b|\{)/.test(init.body)
    const isRead = (init?.method ?? 'GET') === 'GET' || isQuery
    return await (isRead ? reads : writes)(1, () => fetch(input, init))
  }
}

/**
 * If Octokit cannot parse a JSON answer, it returns the text, and pagination takes an empty text for an empty list. A list that was cut
 * off must not be taken for a short list, so such an answer counts as a server error.
 */
function refuseDamagedAnswers(octokit: Hooked): Record<string, never> {
  octokit.hook.after('request', (response, options) => {
    const isJson = response.headers['content-type']?.startsWith('application/json') ?? false
    if (!isJson || typeof response.data !== 'string') return
    const error = new Error(`The answer to ${options.method} ${options.url} was cut off`)
    throw Object.assign(error, { status: 500, request: options })
  })
  return {}
}

/**
 * Waits as long as GitHub asks, within a limit for the whole run, and tries again. Requests that run at the same time reach the same
 * rate limit and wait together, so their waiting time counts once.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function waitForRateLimits(now: () => number): (octokit: Hooked) => Record<string, never> {
  let leftMs = 1000 * RATE_LIMIT_WAIT_SECONDS
  let waitsUntil = Number.NEGATIVE_INFINITY
  return (octokit) => {
    octokit.hook.error('request', (error) => {
      const seconds = rateLimitSeconds(error)
      if (seconds === null) throw error
      const metAt = now()
      const until = metAt + 1000 * seconds
      const moreMs = Math.max(0, until - Math.max(metAt, waitsUntil))
      if (moreMs > leftMs) throw error
      leftMs -= moreMs
      waitsUntil = Math.max(waitsUntil, until)
      throw (octokit as Hooked & ReturnType<typeof retry>).retry.retryRequest(error as never, RETRIES, seconds)
    })
    return {}
  }
}

/** How long to wait before the next try; null: this is no rate limit. The clock of the server counts, not that of this machine. */
export function rateLimitSeconds(error: unknown): number | null {
  if (!hasStatus(error, 403, 429)) return null
  const headers = error.response?.headers ?? {}
  const asked = retryAfterSeconds(headers)
  if (asked !== null) return asked
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const seconds = Number(headers['x-ratelimit-reset']) - Date.parse(String(headers.date)) / 1000
    return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds) + 1) : SECONDARY_LIMIT_SECONDS
  }
  return error.status === 429 || /secondary rate limit/i.test(error.message) ? SECONDARY_LIMIT_SECONDS : null
}

/**
 * `retry-after` in seconds from now. The header holds seconds, or a date by the clock of the server. null: neither.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function retryAfterSeconds(headers: NonNullable<RequestFailure['response']>['headers']): number | null {
  const text = String(headers['retry-after'] ?? '')
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.parse(String(headers.date))) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}
