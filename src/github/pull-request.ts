import { absentAsNull, type GitHubClient } from './client.ts'

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
  live: Readonly<{ author: string; body: string; labels: readonly string[] }> | null
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
  const { user, body, labels } = view
  // GitHub shows a deleted account as the user "ghost": https://github.com/ghost
  const live = { author: user?.login ?? 'ghost', body: body ?? '', labels: labels.map(({ name }) => name) }
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

/** A commit at the end of a branch of this repository or of a fork. */
export type Head = Readonly<{ sha: string; ref: string; repoId: number | null; owner: string | null }>

/**
 * The open pull requests whose head is this commit of this branch now; none when a newer push superseded it. Two when the
 * branch is offered to two base branches.
 *
 * Always asked of the API, by the head that GitHub names. An artifact could name any pull request
 * (https://github.com/microsoft/fluentui/issues/36203); `workflow_run.pull_requests` is empty for forks
 * (https://github.com/actions/runner/issues/3444), and so is the list of pull requests of a fork's commit
 * (https://github.com/learningequality/kolibri/issues/14719).
 */
export async function findPullRequests(
  { octokit, owner, repo }: GitHubClient,
  head: Head,
  repositoryId: number,
): Promise<readonly PullRequest[]> {
  if (head.owner === null || head.repoId === null) return []
  const parameters = { owner, repo, state: 'open', head: `${head.owner}:${head.ref}`, per_page: 100 } as const
  const { data } = await octokit.rest.pulls.list(parameters)
  return data
    .filter(({ base }) => base.repo.id === repositoryId)
    .map(livePullRequestOf)
    .filter(({ headSha, headRepoId }) => headSha === head.sha && headRepoId === head.repoId)
    .sort((left, right) => left.number - right.number)
}
