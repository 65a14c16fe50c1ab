import { absentAsNull, type GitHubClient } from './client.ts'
import type { ListedComment } from './list-comments.ts'

/** The fields of a pull request that a gate needs. */
export type PullRequest = Readonly<{
  number: number
  headSha: string
  headRef: string
  /** null: the fork was deleted. */
  headRepoId: number | null
  headOwner: string | null
  /** The code, and so the results, come from another repository. */
  isFork: boolean
  baseRef: string
  /** Fields that may change at any time. null: only known from an event, which may be old because a re-run replays it. */
  live: Readonly<{
    author: string
    createdAt: string
    body: string
    labels: readonly string[]
    /** The comments, if they were read in the same request. */
    comments?: readonly ListedComment[]
  }> | null
}>

/** The fields of a pull request that are in both webhooks and the API. */
export type PullRequestView = Readonly<{
  number: number
  head: Readonly<{
    sha: string
    ref: string
    repo: Readonly<{ id: number; owner: Readonly<{ login: string }> }> | null
  }>
  base: Readonly<{ ref: string; repo: Readonly<{ id: number }> }>
}>

/** Fields that are read only from the API, because they may change at any time. */
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

/** The current state of the pull request; null: there is none, or it is closed. */
export async function readOpenPullRequest(
  { octokit, owner, repo }: GitHubClient,
  number: number,
): Promise<OpenPullRequest | null> {
  const answer = await absentAsNull(octokit.rest.pulls.get({ owner, repo, pull_number: number }))
  if (answer === null || answer.data.state !== 'open') return null
  const { mergeable, labels } = answer.data
  // null: GitHub has not worked it out yet.
  return {
    pullRequest: livePullRequestOf(answer.data),
    hasConflict: mergeable === false,
    labels: labels.map(({ name }) => name),
  }
}

/** A pull request with its live fields, which are read now if they are not known. */
export async function withLive(client: GitHubClient, pullRequest: PullRequest): Promise<PullRequest> {
  if (pullRequest.live !== null) return pullRequest
  const { octokit, owner, repo } = client
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest.number })
  const { headSha, live } = livePullRequestOf(data)
  return { ...pullRequest, headSha, live }
}

/** The head commit of a branch of this repository or of a fork. */
export type Head = Readonly<{ sha: string; ref: string; repoId: number | null; owner: string | null }>

/** The heads of at most this many open pull requests are compared, the newest first: 5 pages of 100. */
const PAGES = 5
const PAGE_SIZE = 100

/**
 * The open pull requests whose head is this commit now. None if a newer push superseded the commit. Several if the branch has pull requests
 * into several base branches, or if several branches, also of forks, have the same head. Other branches are only searched with
 * `otherBranches`.
 *
 * The API is asked for the head, because other sources do not help: an artifact could name any pull request
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
  const onBranch = found.filter(({ headRef, headRepoId }) => headRef === head.ref && headRepoId === head.repoId)
  // The event belongs to this branch. If a newer push superseded the commit there, nothing is judged.
  return onBranch.length > 0 && otherBranches ? found : onBranch
}

/** The newest open pull requests whose head is this commit, from all repositories, and also from deleted forks. */
export async function findPullRequestsAt(client: GitHubClient, sha: string): Promise<readonly PullRequest[]> {
  return (await listOpen(client, {}, PAGES)).map(livePullRequestOf).filter(({ headSha }) => headSha === sha)
}

/** The pull requests of the branch itself. They are found even if there are more open pull requests than are read. */
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
