import { Agent, type IncomingHttpHeaders } from 'node:http'
import { Octokit } from '@octokit/rest'
import { createEmulator } from 'emulate'
import { exchange, fetchBy } from './exchange.ts'
import { isObject, type Json, type JsonObject } from './openapi.ts'
import { APP_BOT, OWN_APP_BOT, repairAnswer, simpleAccount } from './upstream-repairs.ts'
import type { Answer } from './world.ts'

/**
 * The emulator `emulate` (https://github.com/vercel-labs/emulate). It keeps git objects, refs, contents, comparisons, issues,
 * comments, labels and reviews. The other files of this folder play what it lacks.
 */
export type Upstream = Readonly<{
  /** Passes a request on in the name of this person, and repairs answers that differ from GitHub's. */
  forward: (request: UpstreamRequest) => Promise<Answer>
  /** A client that acts as this person. Default: the site administrator. */
  client: (login?: string) => Octokit
  /** The public data of a person or organisation. */
  account: (login: string) => JsonObject
  close: () => Promise<void>
}>

type UpstreamRequest = Readonly<{
  login: string
  operationId: string
  method: string
  pathAndQuery: string
  body?: Json | undefined
  accept?: string
}>

export type UpstreamOptions = Readonly<{
  owner: string
  repo: string
  ownerType: 'Organization' | 'User'
  visibility: 'private' | 'public'
  people: readonly string[]
  /** The start of links in answers: the address of the server in front of the emulator. */
  apiUrl: string
}>

/** The type that GitHub sends with the raw bytes of a file. Clients read the bytes as text because of it. */
const RAW_CONTENT_TYPE = 'application/vnd.github.raw+json; charset=utf-8'

const SITE_ADMIN = 'site-admin'

const BOTS = [APP_BOT, OWN_APP_BOT]

function tokenOf(login: string): string {
  return `upstream-token-of-${login}`
}

function seedOf({
  owner,
  repo,
  ownerType,
  people,
}: UpstreamOptions): Record<string, unknown> & { tokens: Record<string, { login: string; scopes: string[] }> } {
  const logins = [...new Set([SITE_ADMIN, ...people, ...BOTS, ...(ownerType === 'User' ? [owner] : [])])]
  return {
    tokens: Object.fromEntries(logins.map((login) => [tokenOf(login), { login, scopes: ['repo'] }])),
    github: {
      users: logins.map((login) => ({ login, site_admin: login === SITE_ADMIN })),
      orgs: ownerType === 'Organization' ? [{ login: owner, members: [{ login: SITE_ADMIN, role: 'admin' }] }] : [],
      repos: [{ owner, name: repo, auto_init: false }],
    },
  }
}

/** Reads an answer. Its links must lead to the server in front, not to the emulator. */
function readBody(bytes: Buffer, headers: IncomingHttpHeaders, upstreamUrl: string, apiUrl: string) {
  if (bytes.length === 0) return undefined
  if (headers['content-type']?.includes('json') !== true) return bytes
  return JSON.parse(bytes.toString('utf8').replaceAll(upstreamUrl, apiUrl)) as Json
}

/** Starts the emulator on a loopback port, with one repository that has no commits. */
export async function startUpstream(options: UpstreamOptions): Promise<Upstream> {
  const { owner, repo, ownerType, people } = options
  const emulator = await createEmulator({ service: 'github', port: 0, seed: seedOf(options) })
  // The emulator only listens on IPv4. With `localhost`, IPv6 would be tried first.
  const url = emulator.url.replace('localhost', '127.0.0.1')
  const agent = new Agent({ keepAlive: true })
  const client = (login = SITE_ADMIN): Octokit =>
    new Octokit({ baseUrl: url, auth: tokenOf(login), log: silent, request: { fetch: fetchBy(agent) } })

  // Only the owner administers the repository of a person, so the owner gives the other two access.
  const ownerClient = client(ownerType === 'User' ? owner : SITE_ADMIN)
  for (const username of BOTS)
    await ownerClient.rest.repos.addCollaborator({ owner, repo, username, permission: 'push' })
  if (ownerType === 'User')
    await ownerClient.rest.repos.addCollaborator({ owner, repo, username: SITE_ADMIN, permission: 'admin' })

  const accounts = new Map<string, JsonObject>()
  for (const login of new Set([...people, ...BOTS, owner])) {
    const isOrganization = login === owner && ownerType === 'Organization'
    const { data } = isOrganization
      ? await client().rest.orgs.get({ org: login })
      : await client().rest.users.getByUsername({ username: login })
    const repaired = repairAnswer(
      options,
      'account',
      JSON.parse(JSON.stringify(data).replaceAll(emulator.url, options.apiUrl)) as Json,
    )
    if (isObject(repaired)) accounts.set(login, simpleAccount(repaired))
  }

  return {
    async forward({ login, operationId, method, pathAndQuery, body, accept }) {
      const { status, headers, bytes } = await exchange(agent, `${url}${pathAndQuery}`, {
        method,
        headers: {
          authorization: `Bearer ${tokenOf(login)}`,
          ...(accept === undefined ? {} : { accept }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answered = readBody(bytes, headers, emulator.url, options.apiUrl)
      // Links to other pages must lead to the server in front. Otherwise the program under test would go around it.
      const link = String(headers.link ?? '').replaceAll(url, options.apiUrl)
      const passedOn = {
        ...(link === '' ? {} : { link }),
        ...(Buffer.isBuffer(answered) ? { 'content-type': RAW_CONTENT_TYPE } : {}),
      }
      if (answered === undefined || Buffer.isBuffer(answered))
        return { status, headers: passedOn, ...(answered === undefined ? {} : { body: answered }) }
      return { status, headers: passedOn, body: repairAnswer(options, operationId, answered) }
    },
    client,
    account(login) {
      const found = accounts.get(login)
      if (found === undefined)
        throw new Error(`Nobody is called "${login}" here: name everybody in the option "people" of startGitHub`)
      return found
    },
    async close() {
      agent.destroy()
      await emulator.close()
    },
  }
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
function ignore(): void {}
