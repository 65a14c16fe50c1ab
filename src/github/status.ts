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

/** GitHub refuses longer ones. Not in the API's description; found by others: https://github.com/AlexanderMattTurner/agent-glovebox/issues/3486 */
const DESCRIPTION_CHARACTERS = 140

/**
 * Sets the status, unless the latest one of that name says the same: a commit takes 1000 of them.
 * https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
 */
export async function setStatus(
  client: GitHubClient,
  status: CommitStatus,
): Promise<Readonly<{ kind: 'set' | 'unchanged' }>> {
  const { octokit, owner, repo } = client
  const { context, sha, state, targetUrl } = status
  const description = shortened(status.description)
  const latest = await latestStatus(client, sha, context)
  if (latest?.state === state && latest.description === description && latest.target_url === targetUrl) {
    return { kind: 'unchanged' }
  }
  await octokit.rest.repos.createCommitStatus({ owner, repo, sha, state, context, description, target_url: targetUrl })
  return { kind: 'set' }
}

/** The combined status holds the latest of every context. */
async function latestStatus({ octokit, owner, repo }: GitHubClient, sha: string, context: string) {
  const parameters = { owner, repo, ref: sha, per_page: 100 }
  const { data } = await octokit.rest.repos.getCombinedStatusForRef(parameters)
  return data.statuses.find((status) => status.context === context)
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= DESCRIPTION_CHARACTERS
    ? text
    : `${characters.slice(0, DESCRIPTION_CHARACTERS - 1).join('')}…`
}
