import type { Outcome } from '../model/verdict.ts'
import type { GitHubClient } from './client.ts'

/** The verdict beside the commit: what a branch can require. */
export type CommitStatus = Readonly<{
  /** The gate's name. */
  context: string
  sha: string
  state: 'pending' | 'success' | 'failure' | 'error'
  description: string
  targetUrl: string
}>

/** What a branch sees of an outcome. `error` and `failure` both keep a required check red; the words tell them apart. */
export const STATUS_STATES = {
  pass: 'success',
  warn: 'success',
  'no-baseline': 'success',
  overridden: 'success',
  fail: 'failure',
  pending: 'pending',
  invalid: 'error',
} as const satisfies Record<Outcome, CommitStatus['state']>

/** Worst first: what blocks for good, what blocks for now, what does not. */
const STATES_BY_WEIGHT = ['error', 'failure', 'pending', 'success'] as const

/** The one of several with the worst state, and that state. Throws when there is none. */
export function worstState<One>(
  all: readonly One[],
  stateOf: (one: One) => CommitStatus['state'],
): Readonly<{ one: One; state: CommitStatus['state'] }> {
  const [worst] = all
    .map((one) => ({ one, state: stateOf(one) }))
    .sort((left, right) => STATES_BY_WEIGHT.indexOf(left.state) - STATES_BY_WEIGHT.indexOf(right.state))
  if (worst === undefined) throw new Error('There is nothing to give a status to.')
  return worst
}

/** GitHub refuses longer ones. Not in the API's description; found by others: https://github.com/AlexanderMattTurner/agent-glovebox/issues/3486 */
const DESCRIPTION_CHARACTERS = 140

/** The latest status of each name that a commit has. What is set from here on is added, so that it is read only once. */
export type Statuses = Map<string, Readonly<{ state: string; description: string | null; target_url: string | null }>>

/** The combined status holds the latest of every name: https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export async function readStatuses({ octokit, owner, repo }: GitHubClient, sha: string): Promise<Statuses> {
  const parameters = { owner, repo, ref: sha, per_page: 100 }
  const { data } = await octokit.rest.repos.getCombinedStatusForRef(parameters)
  return new Map(data.statuses.map((status) => [status.context, status]))
}

/**
 * Sets the status, unless the latest one of that name says the same: a commit takes 1000 of them.
 * https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
 *
 * @param known what the commit has; read where it is not given
 */
export async function setStatus(
  client: GitHubClient,
  status: CommitStatus,
  known: Statuses | null = null,
): Promise<Readonly<{ kind: 'set' | 'unchanged' }>> {
  const { octokit, owner, repo } = client
  const { context, sha, state, targetUrl } = status
  const description = shortened(status.description)
  const statuses = known ?? (await readStatuses(client, sha))
  const latest = statuses.get(context)
  if (latest?.state === state && latest.description === description && latest.target_url === targetUrl) {
    return { kind: 'unchanged' }
  }
  await octokit.rest.repos.createCommitStatus({ owner, repo, sha, state, context, description, target_url: targetUrl })
  statuses.set(context, { state, description, target_url: targetUrl })
  return { kind: 'set' }
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= DESCRIPTION_CHARACTERS
    ? text
    : `${characters.slice(0, DESCRIPTION_CHARACTERS - 1).join('')}…`
}
