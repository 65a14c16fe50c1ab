import { UserError } from '../model/errors.ts'
import { absentAsNull, type GitHubClient, hasStatus } from './client.ts'
import { heardLater } from './settle.ts'

/** How far back the history is read: 3 pages of 100 commits. */
const HISTORY_PAGES = 3
const PAGE_SIZE = 100

/** GitHub lists at most this many files of a comparison, all of them on its first page. */
const FILES_COMPARED = 300

/** How a head commit relates to its base branch. */
export type Compared = Readonly<{
  mergeBase: string
  /** The paths that the head changes, with the old and the new path of a renamed file. null: more paths than GitHub lists. */
  changedFiles: readonly string[] | null
}>

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits. One commit per page, because the commits are not needed. */
export async function compareWithBase(
  { octokit, owner, repo }: GitHubClient,
  base: string,
  head: string,
): Promise<Compared> {
  const parameters = { owner, repo, basehead: `${base}...${head}`, per_page: 1 }
  const answer = octokit.rest.repos.compareCommitsWithBasehead(parameters)
  const { merge_base_commit, files } = (
    await answer.catch((error: unknown) => Promise.reject(unrelated(error, base, head)))
  ).data
  const isComplete = files !== undefined && files.length < FILES_COMPARED
  const paths = files?.flatMap(({ filename, previous_filename: old }) =>
    (old === undefined ? [] : [old]).concat(filename),
  )
  return { mergeBase: merge_base_commit.sha, changedFiles: isComplete ? (paths ?? null) : null }
}

/** The two commits have no common ancestor. GitHub answers 404 to this, and also if the token may not read the commits. */
class UnrelatedHistories extends UserError {
  constructor(base: string, head: string, cause: unknown) {
    super(
      `${head.slice(0, 7)} and ${base} have no common ancestor, so nobody knows what to compare with. Make the change on top of ${base}: check out ${base}, and cherry-pick it.`,
      { cause },
    )
  }
}

const NO_ANCESTOR = /no common ancestor/i

function unrelated(error: unknown, base: string, head: string): unknown {
  return hasStatus(error, 404) && NO_ANCESTOR.test(error.message) ? new UnrelatedHistories(base, head, error) : error
}

export type AnchorQuery = Readonly<{
  /** The name or the commit of the base branch. */
  base: string
  headSha: string
  /** The commit that the results say they were measured on. Untrusted. null: unknown. */
  testedCommit: string | null
  /** The head commit and its base branch. */
  compared: () => Promise<Compared>
}>

/**
 * The commit that the candidate is measured against: the merge base. If GitHub's merge of the pull request was tested, newer commits of the base branch were tested too, and the anchor is the
 * commit that was merged into. The results only name the merge. GitHub says whether it merges this head into this base branch.
 */
export async function findAnchor(client: GitHubClient, query: AnchorQuery): Promise<string> {
  const { base, headSha, testedCommit, compared } = query
  if (testedCommit !== null && testedCommit !== headSha) {
    const merged = await baseOfTestMerge(client, base, headSha, testedCommit)
    if (merged !== null) return merged
  }
  return (await compared()).mergeBase
}

/** The first parent of the test merge; null if the commit is no merge of this head into the base branch. */
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
  // Anyone can make a merge commit, so its first parent must be a commit of the base branch. That commit is then also the merge base.
  try {
    return (await compareWithBase(client, base, first)).mergeBase === first ? first : null
  } catch (error) {
    if (error instanceof UnrelatedHistories) return null
    throw error
  }
}

/**
 * The commit of a tag or of a SHA; null if there is none. GitHub answers 422 to a name that is no commit:
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

/** A commit, and the commit of its branch before it (the first parent, so a merge counts as one step). null: the first commit. */
export type HistoryCommit = Readonly<{ sha: string; firstParent: string | null }>

/** The commits at or before a commit, newest first. Pages are read until `isEnough` accepts the commits read so far. */
export type History = (isEnough: (commits: readonly HistoryCommit[]) => boolean) => Promise<readonly HistoryCommit[]>

/**
 * The history of a commit. Pages are read only when they are needed, and each page once, even if several callers need it at the same
 * time. At most 300 commits, because older baselines say little about the current code.
 */
export function openHistory({ octokit, owner, repo }: GitHubClient, anchor: string): History {
  const commits: HistoryCommit[] = []
  let page = 0
  const readOn: History = async (isEnough) => {
    while (commits.length === page * PAGE_SIZE && page < HISTORY_PAGES && !(page > 0 && isEnough(commits))) {
      const { data } = await octokit.rest.repos.listCommits({
        owner,
        repo,
        sha: anchor,
        per_page: PAGE_SIZE,
        page: page + 1,
      })
      page += 1
      commits.push(...data.map(({ sha, parents }) => ({ sha, firstParent: parents?.[0]?.sha ?? null })))
    }
    return [...commits]
  }
  let before: Promise<unknown> = Promise.resolve()
  return (isEnough) => {
    const read = before.then(() => readOn(isEnough))
    before = heardLater(read).catch(() => undefined)
    return read
  }
}
