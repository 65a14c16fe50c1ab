import { UserError } from '../model/errors.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import { type GitHubClient, graphql, hasStatus } from './client.ts'

/** The verdict as a status of the commit, which a branch can require. */
export type CommitStatus = Readonly<{
  /** The name of the gate. */
  context: string
  sha: string
  state: 'pending' | 'success' | 'failure' | 'error'
  description: string
  targetUrl: string
}>

/** The state of the status for an outcome. `error` and `failure` both block a required check; the description says which it is. */
const STATUS_STATES = {
  pass: 'success',
  warn: 'success',
  'no-baseline': 'success',
  overridden: 'success',
  fail: 'failure',
  pending: 'pending',
  invalid: 'error',
} as const satisfies Record<Outcome, CommitStatus['state']>

/** If the policy does not enforce the gate, nothing blocks, and the description says that it is a trial. */
export function stateOfVerdict({
  outcome,
  enforced = true,
}: Pick<Verdict, 'outcome' | 'enforced'>): CommitStatus['state'] {
  return enforced ? STATUS_STATES[outcome] : 'success'
}

/** The worst state first: blocks, blocks for now, does not block. */
const STATES_BY_WEIGHT = ['error', 'failure', 'pending', 'success'] as const

/** The item with the worst state, and its state. Throws if the list is empty. */
export function worstState<One>(
  all: readonly One[],
  stateOf: (one: One) => CommitStatus['state'],
): Readonly<{ one: One; state: CommitStatus['state'] }> {
  const [worst] = all
    .map((one) => ({ one, state: stateOf(one) }))
    .sort((left, right) => STATES_BY_WEIGHT.indexOf(left.state) - STATES_BY_WEIGHT.indexOf(right.state))
  if (worst === undefined) throw new Error('There is no item to set a status for.')
  return worst
}

/** GitHub refuses longer descriptions. The documentation does not say so, but others found out: https://github.com/AlexanderMattTurner/agent-glovebox/issues/3486 */
export const DESCRIPTION_CHARACTERS = 140

export type Latest = Readonly<{
  state: string
  description: string | null
  /** Did this token set the status? An equal status by another token may come from a source that the branch does not accept. */
  isOurs: boolean
  /** The time by GitHub's clock. */
  at: string
}>

/** The latest statuses by name, and the login that read them. Statuses that are set later are added, so that each is read only once. */
export type Statuses = Readonly<{ latest: Map<string, Latest>; ownLogin: string }>

/** The status as GraphQL has it. */
export type LatestAnswer = Readonly<{
  state: string
  description: string | null
  createdAt: string
  creator: Readonly<{ __typename: string; login: string }> | null
}>

type StatusAnswer = Readonly<{
  viewer: Readonly<{ login: string }>
  repository: Readonly<{
    object: Readonly<{
      status: Readonly<Record<string, LatestAnswer | null>> | null
    }> | null
  }>
}>

/**
 * The statuses of some names. They are asked for by name, because a commit may have hundreds of names and a list of them has pages. The
 * same request reads the login of the token.
 * https://docs.github.com/en/graphql/reference/objects#status
 */
export async function readStatuses(client: GitHubClient, sha: string, contexts: readonly string[]): Promise<Statuses> {
  const { owner, repo } = client
  const names = Object.fromEntries(contexts.map((context, index) => [`c${index}`, context]))
  const answer = await graphql<StatusAnswer>(client, queryText(Object.keys(names)), { owner, repo, sha, ...names })
  const ownLogin = answer.viewer.login
  const latest = new Map<string, Latest>()
  for (const [alias, context] of Object.entries(names)) {
    const found = answer.repository.object?.status?.[alias]
    if (found != null) latest.set(context, latestOf(found, ownLogin))
  }
  return { latest, ownLogin }
}

/** @param ownLogin the login of the token */
export function latestOf({ state, description, createdAt: at, creator }: LatestAnswer, ownLogin: string): Latest {
  const isOurs = creator !== null && loginOf(creator) === ownLogin
  return { state: state.toLowerCase(), description, isOurs, at }
}

const PAGE_SIZE = 100

/** A status in a list of statuses, which does not have the login that set it. */
type ListedStatus = Readonly<{ context: string; state: string; description: string | null; created_at: string }>

/**
 * The latest statuses of some names, page by page. This takes more requests if a commit has hundreds of names, but it needs only
 * `statuses: read`, which is the only permission in the job of a merge queue.
 * https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
 */
export async function findStatuses(
  { octokit, owner, repo }: GitHubClient,
  sha: string,
  contexts: readonly string[],
): Promise<ReadonlyMap<string, ListedStatus>> {
  const found = new Map<string, ListedStatus>()
  for (let page = 1; ; page += 1) {
    const parameters = { owner, repo, ref: sha, per_page: PAGE_SIZE, page }
    const { statuses } = (await octokit.rest.repos.getCombinedStatusForRef(parameters)).data
    for (const status of statuses) if (contexts.includes(status.context)) found.set(status.context, status)
    if (statuses.length < PAGE_SIZE || found.size === contexts.length) return found
  }
}

function queryText(aliases: readonly string[]): string {
  const variables = aliases.map((alias) => `, $${alias}: String!`).join('')
  const asked = aliases.map((alias) => `${alias}: context(name: $${alias}) { ...latest }`).join(' ')
  return `query ($owner: String!, $repo: String!, $sha: GitObjectID!${variables}) { viewer { login } repository(owner: $owner, name: $repo) { object(oid: $sha) { ... on Commit { status { ${asked} } } } } }
fragment latest on StatusContext { state description createdAt creator { __typename login } }`
}

/** GraphQL names a bot that wrote something by its app, `app`. Everywhere else the same bot is `app[bot]`. */
export function loginOf({ __typename, login }: Readonly<{ __typename: string; login: string }>): string {
  return __typename === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login
}

/** GitHub takes at most 1,000 statuses of one name per commit: https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const LIMIT_MESSAGE = /maximum number of statuses/i

/**
 * Sets the status, unless the latest status of that name is ours and equal. If the latest status cannot be read, the status is set.
 * Throws a UserError if GitHub takes no more statuses for this commit.
 *
 * @param known the statuses of the commit. They are read if they are not given
 */
export async function setStatus(
  client: GitHubClient,
  status: CommitStatus,
  known: Statuses | null = null,
): Promise<Readonly<{ kind: 'set' | 'unchanged' }>> {
  const { octokit, owner, repo } = client
  const { context, sha, state, targetUrl } = status
  const description = shortened(status.description, DESCRIPTION_CHARACTERS)
  const statuses = known ?? (await readStatuses(client, sha, [context]).catch(() => null))
  const latest = statuses?.latest.get(context)
  if (latest?.state === state && latest.description === description && latest.isOurs) return { kind: 'unchanged' }
  const body = { owner, repo, sha, state, context, description, target_url: targetUrl }
  try {
    const { data } = await octokit.rest.repos.createCommitStatus(body)
    statuses?.latest.set(context, { state, description, isOurs: true, at: data.created_at })
  } catch (error) {
    if (!hasStatus(error, 422) || !LIMIT_MESSAGE.test(error.message)) throw error
    throw new StatusLimitError(status, latest?.state ?? null, error)
  }
  return { kind: 'set' }
}

/** The check of a commit cannot be changed any more, even if the verdict changes. */
export class StatusLimitError extends UserError {
  /** @param shown the state that the check keeps forever; null: not known */
  constructor({ context, sha, state }: CommitStatus, shown: string | null, cause: unknown) {
    const stays = shown === null ? 'The check keeps what it says' : `The check stays ${shown}`
    super(
      `GitHub takes no more statuses ${context} for the commit ${sha.slice(0, 7)}: it has 1,000. ${stays}, and the verdict is ${state}. Push a new commit.`,
      { cause },
    )
  }
}

/** A text with at most this number of characters. */
export function shortened(text: string, maxCharacters: number): string {
  const characters = [...text]
  return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join('')}…`
}
