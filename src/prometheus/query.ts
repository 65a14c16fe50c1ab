import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import { name, sentences, type Text, text } from '../model/text.ts'

/** A server that speaks the HTTP API of Prometheus (also Thanos, Mimir, VictoriaMetrics): https://prometheus.io/docs/prometheus/latest/querying/api/ */
export type PrometheusServer = Readonly<{
  /** May have a path, where the server is behind a prefix. */
  url: URL
  /** Sent as a bearer token, and never printed. */
  token: string | null
  /** `proxyAwareFetch` gives the right one behind a proxy. */
  fetch: typeof fetch
  /** A query that has no whole answer after this time in milliseconds is given up. Default: 60,000. */
  timeoutMs?: number
}>

type Labels = Readonly<Record<string, string>>

/** null: the server answered, but with no number (NaN, or an infinite one), such as a share of no requests. */
type Point = Readonly<{ t: number; value: number | null }>

/** One series over time. It has no point where nothing was scraped: a gap is a gap, and not 0. */
export type TimeSeries = Readonly<{ labels: Labels; points: readonly Point[] }>

/** One series at one time. */
export type InstantValue = Readonly<{ labels: Labels } & Point>

/** The first and the last time in seconds since 1970, and the distance between two. */
export type TimeRange = Readonly<{ startSeconds: number; endSeconds: number; stepSeconds: number }>

const TIMEOUT_MS = 60_000

/** The server gives at most 11,000 points a series; a few hundred pods at one per second of an hour are below this. */
const MAX_ANSWER_BYTES = 10_000_000

const label = z.record(z.string(), z.string())
/** Values are texts, because JSON has no NaN. */
const point = z.tuple([z.number(), z.string()])
const vector = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.object({ metric: label, value: point })),
})
const scalar = z.object({ resultType: z.literal('scalar'), result: point })
const matrix = z.object({
  resultType: z.literal('matrix'),
  result: z.array(z.object({ metric: label, values: z.array(point) })),
})
const failure = z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() })
const success = z.object({
  status: z.literal('success'),
  data: z.unknown(),
  warnings: z.array(z.string()).optional(),
})

/** A server from the address that a person gives. Throws a UserError where it is none. */
export function prometheusAt(
  address: string,
  how: Readonly<{ token: string | null; fetch: typeof fetch; timeoutMs?: number }>,
): PrometheusServer {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      `${JSON.stringify(address)} is no address of Prometheus. Give one such as http://127.0.0.1:9090.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      'The address of Prometheus holds a user or a password, which would be printed. Give the address alone, and a token in PROMETHEUS_TOKEN.',
    )
  }
  return { ...how, url }
}

/** All series that a query gives at one time. Empty: no such series, which is not 0. Throws a UserError that names the query. */
export async function queryInstant(
  server: PrometheusServer,
  query: string,
  atSeconds: number,
): Promise<readonly InstantValue[]> {
  const data = await ask(server, 'query', query, { time: String(atSeconds) })
  const one = scalar.safeParse(data)
  if (one.success) return [{ labels: {}, ...pointOf(one.data.result) }]
  const { result } = expectShape(vector, data, query)
  return result.map(({ metric, value }) => ({ labels: metric, ...pointOf(value) }))
}

/** All series that a query gives over a time. Throws a UserError that names the query. */
export async function queryRange(
  server: PrometheusServer,
  query: string,
  { startSeconds, endSeconds, stepSeconds }: TimeRange,
): Promise<readonly TimeSeries[]> {
  const times = { start: String(startSeconds), end: String(endSeconds), step: String(stepSeconds) }
  const { result } = expectShape(matrix, await ask(server, 'query_range', query, times), query)
  return result.map(({ metric, values }) => ({ labels: metric, points: values.map(pointOf) }))
}

/**
 * The samples themselves, as they were scraped: each has its own time, and where nothing was scraped there is none. A query over a time
 * repeats the last sample for up to five minutes instead. https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 *
 * @param selector such as `up{job="shop"}`
 */
export async function querySamples(
  server: PrometheusServer,
  selector: string,
  { startSeconds, endSeconds }: Pick<TimeRange, 'startSeconds' | 'endSeconds'>,
): Promise<readonly TimeSeries[]> {
  const query = `${selector}[${Math.ceil(endSeconds - startSeconds)}s]`
  const { result } = expectShape(matrix, await ask(server, 'query', query, { time: String(endSeconds) }), query)
  return result.map(({ metric, values }) => ({ labels: metric, points: values.map(pointOf) }))
}

function pointOf([t, text]: readonly [number, string]): Point {
  const value = Number(text)
  return { t, value: text !== '' && Number.isFinite(value) ? value : null }
}

function expectShape<T>(shape: z.ZodType<T>, data: unknown, query: string): T {
  const read = shape.safeParse(data)
  if (read.success) return read.data
  throw problem(
    query,
    text`the answer has another shape than the API describes`,
    text`Does the query give a number over time?`,
  )
}

async function ask(
  server: PrometheusServer,
  endpoint: 'query' | 'query_range',
  query: string,
  times: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { status, text: answered } = await request(server, endpoint, query, times)
  const body = parseJson(answered)
  const failed = failure.safeParse(body)
  if (failed.success) throw problem(query, text`${failed.data.errorType}: ${failed.data.error}`)
  if (status === 401 || status === 403) {
    throw problem(query, text`it answers with ${status}`, text`Set PROMETHEUS_TOKEN to a token that may read.`)
  }
  if (status !== 200) throw problem(query, text`it answers with ${status}`)
  const read = success.safeParse(body)
  if (!read.success)
    throw problem(query, text`what answers is not the API of Prometheus`, text`Check the address and its path.`)
  // Part of the data looks like all of it. Some versions list harmless hints among the warnings.
  const partial = (read.data.warnings ?? []).filter((one) => !one.startsWith('PromQL info'))
  if (partial.length > 0) throw problem(query, text`the answer may not be complete: ${partial.join('; ')}`)
  return read.data.data
}

async function request(
  { url, token, fetch, timeoutMs = TIMEOUT_MS }: PrometheusServer,
  endpoint: string,
  query: string,
  times: Readonly<Record<string, string>>,
): Promise<Readonly<{ status: number; text: string }>> {
  const target = new URL(`${url.pathname.replace(/\/+$/, '')}/api/v1/${endpoint}`, url)
  target.search = new URLSearchParams({ query, ...times }).toString()
  const headers = { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  try {
    // A redirection would carry the token to wherever it points.
    const answer = await fetch(target, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    if (answer.status >= 300 && answer.status < 400) {
      throw problem(
        query,
        text`it refers to another address, ${name(answer.headers.get('location') ?? '')}`,
        text`Give that one.`,
      )
    }
    return { status: answer.status, text: await textOf(answer, query) }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw problem(query, text`${name(url.origin)} cannot be reached: ${reasonOf(error, timeoutMs)}`)
  }
}

async function textOf(answer: Response, query: string): Promise<string> {
  const decoder = new TextDecoder()
  let read = ''
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.byteLength
    if (bytes > MAX_ANSWER_BYTES) {
      throw problem(
        query,
        text`the answer is larger than ${MAX_ANSWER_BYTES / 1e6} MB`,
        text`Ask for fewer series or a shorter time.`,
      )
    }
    read += decoder.decode(piece, { stream: true })
  }
  return read + decoder.decode()
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = error as Readonly<{ name?: string; message?: string; cause?: unknown }>
  if (name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  const { code, message: why } = (cause ?? {}) as Readonly<{ code?: string; message?: string }>
  return code || why || (message ?? String(error))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A server that cannot be asked, or whose answer is not whole. */
export class PrometheusError extends UserError {
  readonly problem: Text
  readonly action: Text

  constructor(problem: Text, action: Text) {
    super(sentences(text`${problem}.`, action))
    this.problem = problem
    this.action = action
  }
}

function problem(query: string, what: Text, action: Text = []): PrometheusError {
  return new PrometheusError(text`Prometheus, query ${name(query)}: ${what}`, action)
}
