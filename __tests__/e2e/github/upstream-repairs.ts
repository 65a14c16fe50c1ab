import { isObject, type Json, type JsonObject } from './openapi.ts'
import type { UpstreamOptions } from './upstream.ts'

/** The account of a job's token. The id is the one on github.com (https://api.github.com/users/github-actions%5Bbot%5D). */
export const APP_BOT = 'github-actions[bot]'
const APP_BOT_ID = 41_898_282

/** An app that an organisation made for the gate. Its actions start workflows; those of the job's bot do not. */
export const OWN_APP_BOT = 'gatekeeper[bot]'

/** The app behind the token of a job (https://api.github.com/apps/github-actions). */
const APP_ID = 15_368

/** Larger contents come without their bytes: https://docs.github.com/en/rest/repos/contents#get-repository-content */
const MAX_INLINE_CONTENT_BYTES = 1_048_576

const REPOSITORY_CREATED_AT = '2025-12-01T00:00:00Z'

/** How GitHub shows the app that acted, in comments and events. null: a person acted. */
export function appOf(login: string): JsonObject | null {
  if (login === APP_BOT) return actionsApp()
  if (login !== OWN_APP_BOT) return null
  return { ...actionsApp(), id: APP_ID + 1, slug: 'gatekeeper', node_id: 'A_2', name: 'Gatekeeper' }
}

function actionsApp(): JsonObject {
  return {
    id: APP_ID,
    slug: 'github-actions',
    node_id: 'MDM6QXBwMTUzNjg=',
    owner: {
      login: 'github',
      id: 9919,
      node_id: 'MDEyOk9yZ2FuaXphdGlvbjk5MTk=',
      ...accountUrls('https://api.github.com', 'github'),
      type: 'Organization',
      site_admin: false,
    },
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: 'https://github.com/apps/github-actions',
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: { actions: 'write', contents: 'write', metadata: 'read' },
    events: ['push'],
  }
}

function accountUrls(apiUrl: string, login: string): JsonObject {
  const encoded = encodeURIComponent(login)
  const url = `${apiUrl}/users/${encoded}`
  return {
    avatar_url: `${apiUrl}/avatars/u/${encoded}`,
    gravatar_id: '',
    url,
    html_url: `${apiUrl}/${encoded}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
  }
}

/** Bots get the type Bot and a link that is a valid URI. Organisations get all links of an account. */
function repairAccount(options: UpstreamOptions, account: JsonObject): JsonObject {
  const login = String(account.login)
  const type = login.endsWith('[bot]') ? 'Bot' : (account.type ?? 'User')
  const id = login === APP_BOT ? APP_BOT_ID : (account.id ?? 0)
  const { name, email } = account
  const details =
    'public_repos' in account
      ? { ...account, created_at: REPOSITORY_CREATED_AT, updated_at: REPOSITORY_CREATED_AT }
      : { ...(name === undefined ? {} : { name, email: email ?? null }) }
  return {
    ...details,
    login,
    id,
    node_id: account.node_id ?? `U_${id}`,
    ...accountUrls(options.apiUrl, login),
    type,
    site_admin: false,
  }
}

/** The short form of a person or organisation inside other answers. */
export function simpleAccount({ login, id, node_id, type, site_admin, ...rest }: JsonObject): JsonObject {
  const urls = Object.entries(rest).filter(([key]) => key.endsWith('_url') || key === 'url' || key === 'gravatar_id')
  return {
    login: login ?? '',
    id: id ?? 0,
    node_id: node_id ?? '',
    ...Object.fromEntries(urls),
    type: type ?? 'User',
    site_admin: site_admin ?? false,
  }
}

function repairRepository(options: UpstreamOptions, repository: JsonObject): JsonObject {
  const isPrivate = options.visibility === 'private'
  const times = {
    created_at: REPOSITORY_CREATED_AT,
    updated_at: REPOSITORY_CREATED_AT,
    pushed_at: REPOSITORY_CREATED_AT,
  }
  const visible = { private: isPrivate, visibility: options.visibility }
  const api = `${options.apiUrl}/repos/${String(repository.full_name)}`
  return {
    ...repository,
    ...times,
    ...visible,
    ...repositoryUrls(repository),
    network_count: 0,
    subscribers_count: 0,
    deployments_url: `${api}/deployments`,
    has_discussions: false,
    web_commit_signoff_required: false,
  }
}

function repositoryUrls(repository: JsonObject): JsonObject {
  const name = String(repository.full_name)
  return { git_url: `git://github.com/${name}.git`, ssh_url: `git@github.com:${name}.git` }
}

/** Repairs each person, organisation and repository in the answer. */
function repairEverywhere(options: UpstreamOptions, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => repairEverywhere(options, item))
  if (!isObject(value)) return value
  const walked = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, repairEverywhere(options, item)]))
  if (typeof walked.login === 'string' && typeof walked.id === 'number') return repairAccount(options, walked)
  if (typeof walked.full_name === 'string' && 'forks_url' in walked) return repairRepository(options, walked)
  // On GitHub, a new label that nobody defined is grey and has an empty description. The emulator gives it a random colour and no
  // description.
  if (typeof walked.color === 'string' && 'default' in walked)
    return { ...walked, color: 'ededed', description: walked.description ?? '' }
  return walked
}

function repairComment(comment: JsonObject): JsonObject {
  const app = isObject(comment.user) ? appOf(String(comment.user.login)) : null
  return app === null ? comment : { ...comment, performed_via_github_app: app }
}

function withoutLargeContent(file: JsonObject): JsonObject {
  return typeof file.size === 'number' && file.size > MAX_INLINE_CONTENT_BYTES && 'content' in file
    ? { ...file, content: '', encoding: 'none' }
    : file
}

/** Turns an answer of the emulator into the answer of GitHub. */
export function repairAnswer(options: UpstreamOptions, operationId: string, answered: Json): Json {
  const value = repairEverywhere(options, answered)
  if (Array.isArray(value))
    return operationId === 'issues/list-comments'
      ? value.map((item) => (isObject(item) ? repairComment(item) : item))
      : value
  if (!isObject(value)) return value
  // The messages of GitHub, which programs look for.
  if (value.message === 'Update is not a fast-forward') return { ...value, message: 'Update is not a fast forward' }
  if (operationId === 'repos/get-content') return withoutLargeContent(value)
  if (operationId.endsWith('-comment')) return repairComment(value)
  if (operationId === 'repos/get-branch-protection')
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
  return value
}
