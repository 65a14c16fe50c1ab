import { absentAsNull, type GitHubClient } from './client.ts'
import type { ListedComment } from './list-comments.ts'

/** A pull request as far as a gate needs it. */
export type PullRequest = Readonly<{
  number: number
  headSha: string
  headRef: string
  /** null: the fork was deleted. */
  headRepoId: number | null
  headOwner: string | null
  /** Its code, and so its results, come from another repository. */
  isFork: boolean
  baseRef: string
  baseSha: string
  /** What may change at any time. null: only an event says it, and a re-run replays old events. */
  live: Readonly<{
    author: string
    createdAt: string
    body: string
    labels: readonly string[]
    /** Where they were read at the same moment. */
    comments?: readonly ListedComment[]
  }> | null
}>

/** What webhooks and the API both say of a pull request. */
export type PullRequestView = Readonly<{
  number: number
  head: Readonly<{
    sha: string
    ref: string
    repo: Readonly<{ id: number; owner: Readonly<{ login: string }> }> | null
  }>
  base: Readonly<{ sha: string; ref: string; repo: Readonly<{ id: number }> }>
}>

/** What the API says on top of that, now. */
type LiveView = PullRequestView &
  Readonly<{
    user: Readonly<{ login: string }> | null
    created_at: string
    body: string | null
    labels: readonly Readonly<{ name: string }>[]
  }>

export function pullRequestOf({ number, head, base }: PullRequestView): PullRequest {
  return {
    number,
    headSha: head.sha,
    headRef: head.ref,
    headRepoId: head.repo?.id ?? null,
    headOwner: head.repo?.owner.login ?? null,
    isFork: head.repo?.id !== base.repo.id,
    baseRef: base.ref,
    baseSha: base.sha,
    live: null,
  }
}

function livePullRequestOf(view: LiveView): PullRequest {
  const { user, created_at: createdAt, body, labels } = view
  // GitHub shows a deleted account as the user "ghost": https://github.com/ghost
  const live = {
    author: user?.login ?? 'ghost',
    createdAt,
    body: body ?? '',
    labels: labels.map(({ name }) => name),
  }
  return { ...pullRequestOf(view), live }
}

export type OpenPullRequest = Readonly<{
  pullRequest: PullRequest
  hasConflict: boolean
  labels: readonly string[]
}>

/** The pull request as it is now; null: there is none, or it is closed. */
export async function readOpenPullRequest(
  { octokit, owner, repo }: GitHubClient,
  number: number,
): Promise<OpenPullRequest | null> {
  const answer = await absentAsNull(octokit.rest.pulls.get({ owner, repo, pull_number: number }))
  if (answer === null || answer.data.state !== 'open') return null
  const { mergeable, labels } = answer.data
  // null: GitHub is still finding out.
  return {
    pullRequest: livePullRequestOf(answer.data),
    hasConflict: mergeable === false,
    labels: labels.map(({ name }) => name),
  }
}

/** A pull request with what may change at any time, read now where it is not known. */
export async function withLive(client: GitHubClient, pullRequest: PullRequest): Promise<PullRequest> {
  if (pullRequest.live !== null) return pullRequest
  const { octokit, owner, repo } = client
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest.number })
  const { headSha, live } = livePullRequestOf(data)
  return { ...pullRequest, headSha, live }
}

/** A commit at the end of a branch of this repository or of a fork. */
export type Head = Readonly<{ sha: string; ref: string; repoId: number | null; owner: string | null }>

/** The heads of at most this many open pull requests are compared, the newest first: 5 pages of 100. */
const PAGES = 5
const PAGE_SIZE = 100

/**
 * The open pull requests whose head is this commit now; none when a newer push superseded it. Two when the branch is offered
 * to two base branches, or when two branches end with the commit, also of another fork: these are
 * only looked for with `otherBranches`.
 *
 * Always asked of the API, by the head that GitHub names. An artifact could name any pull request
 * (https://github.com/microsoft/fluentui/issues/36203); `workflow_run.pull_requests` is empty for forks
 * (https://github.com/actions/runner/issues/3444), and so is the list of pull requests of a fork's commit
 * (https://github.com/learningequality/kolibri/issues/14719).
 */
export async function findPullRequests(
  client: GitHubClient,
  head: Head,
  repositoryId: number,
  otherBranches: boolean,
): Promise<readonly PullRequest[]> {
  if (head.owner === null || head.repoId === null) return []
  const all = otherBranches ? await openOfAllBranches(client, head) : await openOfBranch(client, head)
  const found = all
    .filter(({ base }) => base.repo.id === repositoryId)
    .map(livePullRequestOf)
    .filter(({ headSha }) => headSha === head.sha)
    .sort((left, right) => left.number - right.number)
  const visibleOn = found.filter(({ headRef, headRepoId }) => headRef === head.ref && headRepoId === head.repoId)
  // The event is one of this branch: when a newer push superseded it there, nothing is judged.
  return visibleOn.length > 0 && otherBranches ? found : visibleOn
}

/** The newest open pull requests whose head is this commit, from wherever they come: also from a fork that is gone. */
export async function findPullRequestsAt(client: GitHubClient, sha: string): Promise<readonly PullRequest[]> {
  return (await listOpen(client, {}, PAGES)).map(livePullRequestOf).filter(({ headSha }) => headSha === sha)
}

/** Where there are more than are read, at least those of the branch itself are found. */
async function openOfAllBranches(client: GitHubClient, head: Head) {
  const newest = await listOpen(client, {}, PAGES)
  if (newest.length < PAGES * PAGE_SIZE) return newest
  const known = new Set(newest.map(({ number }) => number))
  const own = await openOfBranch(client, head)
  return [...newest, ...own.filter(({ number }) => !known.has(number))]
}

async function openOfBranch(client: GitHubClient, { owner, ref }: Head) {
  return await listOpen(client, { head: `${owner}:${ref}` }, 1)
}

async function listOpen({ octokit, owner, repo }: GitHubClient, filter: Readonly<{ head?: string }>, pages: number) {
  const all = []
  for (let page = 1; page <= pages; page += 1) {
    const parameters = { owner, repo, state: 'open', ...filter, per_page: PAGE_SIZE, page } as const
    const { data } = await octokit.rest.pulls.list(parameters)
    all.push(...data)
    if (data.length < PAGE_SIZE) break
  }
  return all
}
