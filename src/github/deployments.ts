import type { GitHubClient } from './client.ts'

/** A deployment that succeeded. */
export type Deployment = Readonly<{
  id: number
  sha: string
  /** When it ended, in seconds since 1970, by GitHub's clock. */
  deployedAtS: number
  /** The newest status that this gate set. null: none yet. */
  told: Readonly<{ state: string; description: string }> | null
}>

/** At most this many deployments are searched for the two newest that succeeded. */
const MAX_DEPLOYMENTS = 8

/** GitHub cuts longer descriptions: https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
export const DESCRIPTION_CHARACTERS = 140

/** The newest successful deployments to an environment, the newest first, at most two. */
export async function endedDeployments(
  client: GitHubClient,
  environment: string,
  gateName: string,
): Promise<readonly Deployment[]> {
  const { octokit, owner, repo } = client
  const { data } = await octokit.rest.repos.listDeployments({ owner, repo, environment, per_page: MAX_DEPLOYMENTS })
  const newest = data.toSorted((left, right) => right.id - left.id)
  const ended: Deployment[] = []
  for (const { id, sha } of newest) {
    const deployment = await endedDeployment(client, id, sha, gateName)
    if (deployment !== null) ended.push(deployment)
    if (ended.length === 2) break
  }
  return ended
}

/** null: the deployment has not ended, or it failed. */
async function endedDeployment(
  { octokit, owner, repo }: GitHubClient,
  id: number,
  sha: string,
  gateName: string,
): Promise<Deployment | null> {
  const parameters = { owner, repo, deployment_id: id, per_page: 100 }
  const { data } = await octokit.rest.repos.listDeploymentStatuses(parameters)
  const statuses = data.toSorted((left, right) => left.id - right.id)
  const isOurs = ({ description }: { description: string }) => description.startsWith(`${gateName}: `)
  // The first success counts, because later statuses may be the gate's own or repeat the success.
  const success = statuses.find((status) => status.state === 'success' && !isOurs(status))
  if (success === undefined) return null
  const told = statuses.findLast(isOurs) ?? null
  return { id, sha, deployedAtS: Math.floor(Date.parse(success.created_at) / 1000), told }
}

export type DeploymentVerdict = Readonly<{
  state: 'success' | 'failure' | 'error'
  description: string
  logUrl: string
}>

/** `auto_inactive` is off, so that other deployments stay active. By default, a success makes all earlier deployments inactive. */
export async function setDeploymentStatus(
  { octokit, owner, repo }: GitHubClient,
  deployment_id: number,
  { state, description, logUrl }: DeploymentVerdict,
): Promise<void> {
  const status = { state, description, log_url: logUrl, auto_inactive: false }
  await octokit.rest.repos.createDeploymentStatus({ owner, repo, deployment_id, ...status })
}

/** The commits after one commit and up to another, the newest first, and their total number. */
export async function commitsBetween(
  { octokit, owner, repo }: GitHubClient,
  from: string,
  to: string,
): Promise<Readonly<{ commits: readonly Readonly<{ sha: string; subject: string }>[]; all: number }>> {
  const ask = async (page: number) => {
    const parameters = { owner, repo, basehead: `${from}...${to}`, per_page: PAGE_SIZE, page }
    return (await octokit.rest.repos.compareCommitsWithBasehead(parameters)).data
  }
  const first = await ask(1)
  const lastPage = Math.ceil(first.total_commits / PAGE_SIZE)
  // GitHub lists the oldest first.
  const { commits } = lastPage > 1 ? await ask(lastPage) : first
  const newest = commits.toReversed().map(({ sha, commit }) => ({ sha, subject: commit.message.split('\n')[0] ?? '' }))
  return { commits: newest, all: first.total_commits }
}

const PAGE_SIZE = 100

/** https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
export async function dispatchEvent(
  { octokit, owner, repo }: GitHubClient,
  event_type: string,
  client_payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  // Not retried: if only the answer was lost, a retry would send the event twice.
  await octokit.rest.repos.createDispatchEvent({ owner, repo, event_type, client_payload, request: { retries: 0 } })
}
