import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import { name, sentences, type Text, text } from '../model/text.ts'

/** A server that speaks the HTTP API of Prometheus (also Thanos, Mimir, VictoriaMetrics): https://prometheus.io/docs/prometheus/latest/querying/api/ */
export type PrometheusServer = Readonly<{
  /** The URL may have a path, for a server behind a path prefix. */
  url: URL
  /** Sent as a bearer token, and never printed. */
  token: string | null
  /** Behind a proxy, the function that `proxyAwareFetch` returns. */
  fetch: typeof fetch
  /** A query without a complete answer after this time is given up. Default: 60,000. */
  timeoutMs?: number
}>

type Labels = Readonly<Record<string, string>>

/** null: the server answered with NaN or infinity, for example for a share of 0 requests. */
type Point = Readonly<{ t: number; value: number | null }>

/** One series over time. A time without a scrape has no point. A missing point is a gap and not 0. */
export type TimeSeries = Readonly<{ labels: Labels; points: readonly Point[] }>

/** The value of one series at one time. */
export type InstantValue = Readonly<{ labels: Labels } & Point>

/** The first and the last time in seconds since 1970, and the distance between two points. */
export type TimeRange = Readonly<{ startSeconds: number; endSeconds: number; stepSeconds: number }>

const TIMEOUT_MS = 60_000

/**
 * The server returns at most 11,000 points per series. An hour of a few hundred pods with one point per second stays below this.
 */
const MAX_ANSWER_BYTES = 10_000_000

const label = z.record(z.string(), z.string())
/** Values are strings, because JSON has no NaN. */
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

/** Makes a server from the address that a person gave. Throws a UserError when the address is not a URL. */
export function prometheusAt(
  address: string,
  how: Readonly<{ token: string | null; fetch: typeof fetch; timeoutMs?: number }>,
): PrometheusServer {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      `${JSON.stringify(address)} is not the address of a Prometheus server. Give an address such as http://127.0.0.1:9090.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      'The address of Prometheus contains a user or a password, which would be printed. Give the address alone, and set PROMETHEUS_TOKEN to a token.',
    )
  }
  return { ...how, url }
}

/**
 * All series of a query at one time. Empty means that there is no series, which is not 0. Throws a UserError that names the
 * query.
 */
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

/** All series of a query over a time. Throws a UserError that names the query. */
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
 * The scraped samples themselves, each with its own time. (A range query would repeat the last sample for up to five minutes.)
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
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
    text`the answer does not have the shape that the API describes`,
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
    throw problem(
      query,
      text`the server answers with status ${status}`,
      text`Set PROMETHEUS_TOKEN to a token that may read.`,
    )
  }
  if (status !== 200) throw problem(query, text`the server answers with status ${status}`)
  const read = success.safeParse(body)
  if (!read.success)
    throw problem(
      query,
      text`the answer does not come from the API of Prometheus`,
      text`Check the address and its path.`,
    )
  // A warning can mean that a part of the data is missing, and the answer does not show which part. Hints ("PromQL info") are
  // harmless; some versions list them among the warnings.
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
    // A redirect is not followed, because the token would be sent to its target.
    const answer = await fetch(target, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    if (answer.status >= 300 && answer.status < 400) {
      throw problem(
        query,
        text`the server redirects to ${name(answer.headers.get('location') ?? '')}`,
        text`Give that address.`,
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

/** The message of the error is only `fetch failed`. Its cause holds the reason. */
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

/** The server cannot be reached, or its answer is not complete. */
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
