import type { Ancestry } from '../model/baseline.ts'
import { absentAsNull, type GitHubClient, hasStatus } from './client.ts'

/** How far back the history is read: 3 pages of 100 commits. */
const HISTORY_PAGES = 3
const PAGE_SIZE = 100

export type AnchorQuery = Readonly<{
  /** The base branch: its name or its commit. */
  base: string
  headSha: string
  /** The commit that the results say they were measured on. Untrusted. null: unknown. */
  testedCommit: string | null
}>

/** The commit that the candidate is measured against. */
export type Anchor = Readonly<{
  sha: string
  kind: 'merge-base' | 'base-of-test-merge'
  /** What the reader should know; null: nothing. */
  remark: string | null
}>

/**
 * The merge base. But when GitHub's merge of the pull request was tested, the base branch's newer commits were tested
 * too, and the anchor is the commit that was merged into. The results only name that merge; that it merges this head into
 * this base branch is read from GitHub.
 */
export async function findAnchor(client: GitHubClient, query: AnchorQuery): Promise<Anchor> {
  const { base, headSha, testedCommit } = query
  if (testedCommit !== null && testedCommit !== headSha) {
    const merged = await baseOfTestMerge(client, base, headSha, testedCommit)
    if (merged !== null) return { sha: merged, kind: 'base-of-test-merge', remark: null }
  }
  const sha = await mergeBase(client, base, headSha)
  const isOther = testedCommit !== null && testedCommit !== headSha
  const remark = isOther
    ? `The results name ${testedCommit.slice(0, 7)} as the commit that was tested. It is neither the head commit nor its merge into ${base}.`
    : null
  return { sha, kind: 'merge-base', remark }
}

/** The first parent of the test merge; null when it is no merge of this head into the base branch. */
async function baseOfTestMerge(
  client: GitHubClient,
  base: string,
  headSha: string,
  testedCommit: string,
): Promise<string | null> {
  if (!/^[0-9a-f]{40}$/.test(testedCommit)) return null
  const { octokit, owner, repo } = client
  const commit = await absentAsNull(octokit.rest.git.getCommit({ owner, repo, commit_sha: testedCommit }))
  const [first, second, third] = commit?.data.parents.map(({ sha }) => sha) ?? []
  if (first === undefined || second !== headSha || third !== undefined) return null
  // Anyone can make a merge commit. Its first parent must be a commit of the base branch: then that is also the merge base.
  return (await mergeBase(client, base, first)) === first ? first : null
}

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits. One commit a page: only the merge base is needed. */
async function mergeBase({ octokit, owner, repo }: GitHubClient, base: string, head: string): Promise<string> {
  const parameters = { owner, repo, basehead: `${base}...${head}`, per_page: 1 }
  return (await octokit.rest.repos.compareCommitsWithBasehead(parameters)).data.merge_base_commit.sha
}

/**
 * The commit of a tag or of a SHA; null where there is none. GitHub answers 422 to a name that is no commit:
 * https://docs.github.com/en/rest/commits/commits#get-a-commit
 */
export async function resolveCommit({ octokit, owner, repo }: GitHubClient, ref: string): Promise<string | null> {
  try {
    return (await octokit.rest.repos.getCommit({ owner, repo, ref, per_page: 1 })).data.sha
  } catch (error) {
    if (hasStatus(error, 404, 422)) return null
    throw error
  }
}

/**
 * The commits at or before the anchor, newest first. Reads on until `isEnough` says so of what was read, at most 300 commits:
 * older baselines say little of today.
 */
export async function readAncestry(
  { octokit, owner, repo }: GitHubClient,
  anchor: string,
  isEnough: (commits: readonly string[]) => boolean,
): Promise<NonNullable<Ancestry>> {
  const commits: string[] = []
  for (let page = 1; page <= HISTORY_PAGES; page += 1) {
    const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha: anchor, per_page: PAGE_SIZE, page })
    commits.push(...data.map(({ sha }) => sha))
    if (data.length < PAGE_SIZE || isEnough(commits)) break
  }
  return { anchor, commits }
}
