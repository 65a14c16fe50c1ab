import type { MergedOverride } from '../model/ledger.ts'
import type { GitHubClient } from './client.ts'
import { readOverrideStatus } from './override-status.ts'
import { explained } from './permission-error.ts'

export type MergeQuery = Readonly<{
  /** The commit that was pushed, and the branch. */
  sha: string
  branch: string
  /** Was this commit recorded before? Then everything up to it was looked at. null: only the pushed commit is looked at. */
  isRecorded: ((commit: string) => boolean) | null
  /** Name of the gate. */
  name: string
  token: string
}>

/** A load test that was cancelled leaves commits unrecorded. So many of them are looked at; each is a request. */
const COMMITS_LOOKED_AT = 20

/**
 * The overrides that were in force when their pull requests were merged: of all commits since the last recorded one.
 * Throws a UserError that names the missing permission: who cannot see overrides must not record a slowdown as normal.
 */
export async function readMergedOverrides(client: GitHubClient, query: MergeQuery): Promise<readonly MergedOverride[]> {
  const heads = await explained('find the merged pull request', () => mergedHeads(client, query))
  const overrides: MergedOverride[] = []
  for (const [pullRequest, headSha] of heads) {
    const found = await explained('read the override of the merged pull request', () =>
      readOverrideStatus(client, { name: query.name, sha: headSha, token: query.token }),
    )
    if (found !== null) overrides.push({ ...found, pullRequest, headSha })
  }
  return overrides
}

/** The head commits of pull requests that were merged into this branch, by their numbers, the newest first. */
async function mergedHeads(client: GitHubClient, query: MergeQuery): Promise<ReadonlyMap<number, string>> {
  const { octokit, owner, repo } = client
  const heads = new Map<number, string>()
  for (const commit of await unrecordedCommits(client, query)) {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit })
    for (const { number, head, base, merged_at } of data) {
      if (merged_at != null && base.ref === query.branch) heads.set(number, head.sha)
    }
  }
  return heads
}

/**
 * From the pushed commit along first parents, which is how a branch moves: a merge commit stands for all that it merges.
 * Where nothing was ever recorded, only the pushed commit.
 */
async function unrecordedCommits(
  { octokit, owner, repo }: GitHubClient,
  { sha, isRecorded }: MergeQuery,
): Promise<readonly string[]> {
  if (isRecorded === null) return [sha]
  const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha, per_page: 100 })
  const parents = new Map(data.map((commit) => [commit.sha, commit.parents[0]?.sha]))
  const commits: string[] = []
  let at: string | undefined = sha
  while (at !== undefined && !isRecorded(at) && commits.length < COMMITS_LOOKED_AT) {
    commits.push(at)
    at = parents.get(at)
  }
  // No recorded commit in reach: there is no "since", and old merges are not this push's.
  return at !== undefined && isRecorded(at) ? commits : commits.slice(0, 1)
}
