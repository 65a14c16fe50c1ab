import { createClient, type GitHubClient } from '../../src/github/client.ts'

type Scripted = Readonly<{ status?: number; headers?: Record<string, string>; body?: unknown; bytes?: Uint8Array }>
/** An error stands for a connection that broke. */
type Answer = Scripted | Error

export type ScriptedGitHub = Readonly<{
  client: GitHubClient
  /** `GET /path?query` in the order of sending. Requests to other hosts have the full address. */
  requests: readonly string[]
  /** The requests themselves, with headers and bodies. */
  sent: readonly Readonly<{ url: string; headers: Headers; body: unknown }>[]
}>

export const API = 'https://api.github.test'
export const SHA = (digit: string): string => digit.repeat(40)

/**
 * Answers each request with the next answer of its line, and repeats the last answer of the line. A request without a line is an
 * error.
 *
 * @param now the clock of the waiting for limits. No test really waits.
 */
export function scriptGitHub(
  script: Readonly<Record<string, Answer | readonly Answer[]>>,
  now: () => number = () => 0,
): ScriptedGitHub {
  const requests: string[] = []
  const sent: { url: string; headers: Headers; body: unknown }[] = []
  const waiting = new Map(Object.entries(script).map(([line, answers]) => [line, [answers].flat()]))
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input)
    const line = `${init?.method ?? 'GET'} ${url.startsWith(`${API}/repos/acme/shop`) ? url.slice(`${API}/repos/acme/shop`.length) : url.replace(API, '')}`
    requests.push(line)
    sent.push({
      url,
      headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    })
    const answers = waiting.get(line)
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]
    if (answer === undefined) throw new Error(`Nothing is scripted for ${line}`)
    if (answer instanceof Error) throw answer
    return Object.defineProperty(responseOf(answer), 'url', { value: url })
  }
  const client = createClient({
    token: 'ghs_secret',
    apiUrl: API,
    owner: 'acme',
    repo: 'shop',
    fetch,
    secondMs: 0,
    now,
  })
  return { client, requests, sent }
}

function responseOf({ status = 200, headers = {}, body, bytes }: Scripted): Response {
  if (bytes !== undefined) return new Response(new Uint8Array(bytes), { status, headers })
  if (body === undefined) return new Response(null, { status, headers })
  return Response.json(body, { status, headers })
}
