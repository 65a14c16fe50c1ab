import type { MergedOverride } from '../model/ledger.ts'
import { name, type Text, text } from '../model/text.ts'
import type { HistoryCommit } from './anchor.ts'
import { type GitHubClient, graphql, isForbidden } from './client.ts'
import { parseOverrideText, readOverrideStatus } from './override-status.ts'
import { withPermissionHint } from './permission-error.ts'

export type MergeQuery = Readonly<{
  /** At most 100, the newest first. */
  commits: readonly string[]
  /** The branch that the pull requests were merged into. */
  branch: string
  /** The name of the gate. */
  name: string
}>

/** The message of a commit, and the pull requests that merged it. All texts come from outside. */
type MergedCommit = Readonly<{
  subject: string
  pullRequests: readonly Readonly<{ number: number; title: string }>[]
}>

/** The overrides by the commit that merged them, in the order of the query. `notes`: what could not be read, in full sentences. */
export type MergedOverrides = Readonly<{
  byCommit: ReadonlyMap<string, readonly MergedOverride[]>
  commits: ReadonlyMap<string, MergedCommit>
  notes: readonly Text[]
}>

/** A commit belongs to one merged pull request, but GitHub also lists open pull requests with this commit. */
const PULL_REQUESTS_OF_COMMIT = 10

/**
 * A commit of a branch, the pull requests that merged it, and the newest override status of their heads and of the commit itself. The
 * commit itself counts because a merge queue may have measured again, and its group may have needed an override of its own.
 */
type CommitAnswer = Readonly<{
  messageHeadline: string
  status: HeadAnswer['status']
  associatedPullRequests: Readonly<{
    totalCount: number
    nodes: readonly Readonly<{
      number: number
      title: string
      merged: boolean
      baseRefName: string
      headRefOid: string
      commits: Readonly<{ nodes: readonly Readonly<{ commit: HeadAnswer }>[] }>
    }>[]
  }>
}>
type HeadAnswer = Readonly<{
  oid: string
  status: Readonly<{
    context: Readonly<{
      description: string | null
      createdAt: string
      creator: Readonly<{ __typename: string; login: string }> | null
    }> | null
  }> | null
}>

/**
 * The overrides that were in force when the pull requests of these commits were merged, in one request for all commits. Throws a UserError
 * that names the missing permission, because without the overrides an accepted slowdown would be recorded as normal.
 * https://docs.github.com/en/graphql/reference/objects#commit
 */
export async function readMergedOverrides(client: GitHubClient, query: MergeQuery): Promise<MergedOverrides> {
  const { commits, branch, name } = query
  if (commits.length === 0) return { byCommit: new Map(), commits: new Map(), notes: [] }
  const { owner, repo } = client
  const variables = { owner, repo, context: `${name}/override` }
  const { repository } = await namingPermission(() =>
    graphql<Readonly<{ repository: Readonly<Record<string, CommitAnswer | null>> }>>(
      client,
      queryText(commits),
      variables,
    ),
  )
  const answers = commits.map((commit, index) => [commit, repository[`c${index}`] ?? null] as const)
  const seen = new Set<number>()
  const byCommit = new Map<string, MergedOverride[]>()
  const known = new Map<string, MergedCommit>()
  const notes: Text[] = []
  for (const [commit, answer] of answers) {
    const { totalCount, nodes } = answer?.associatedPullRequests ?? { totalCount: 0, nodes: [] }
    if (totalCount > nodes.length) notes.push(tooMany(commit, totalCount, nodes.length))
    const mergedHere = nodes.filter(({ merged, baseRefName }) => merged && baseRefName === branch)
    const pullRequests = mergedHere.map(({ number, title }) => ({ number, title }))
    if (answer !== null) known.set(commit, { subject: answer.messageHeadline, pullRequests })
    const ofGroup = await overrideOfGroup(client, query, commit, answer, mergedHere)
    if (ofGroup !== null) byCommit.set(commit, [ofGroup])
    for (const { number, headRefOid, commits: newest } of mergedHere) {
      if (seen.has(number)) continue
      seen.add(number)
      const head = newest.nodes.find(({ commit: { oid } }) => oid === headRefOid)?.commit
      const found = head === undefined ? null : await overrideOf(client, query, head)
      if (head === undefined) notes.push(headUnknown(number))
      if (found !== null)
        byCommit.set(commit, [...(byCommit.get(commit) ?? []), { ...found, pullRequest: number, headSha: headRefOid }])
    }
  }
  return { byCommit, commits: known, notes }
}

/** null: none, or the commit is the head of its pull request, as after a rebase. */
async function overrideOfGroup(
  client: GitHubClient,
  query: MergeQuery,
  commit: string,
  answer: CommitAnswer | null,
  [first, ...others]: CommitAnswer['associatedPullRequests']['nodes'],
): Promise<MergedOverride | null> {
  if (answer === null || first === undefined) return null
  if ([first, ...others].some(({ headRefOid }) => headRefOid === commit)) return null
  const found = await overrideOf(client, query, { oid: commit, status: answer.status })
  return found === null ? null : { ...found, pullRequest: first.number, headSha: commit }
}

function tooMany(commit: string, count: number, seen: number): Text {
  return text`GitHub lists ${count} pull requests for ${commit.slice(0, 7)}, and ${seen} were looked at. Overrides of the others are not known, so their slowdowns count as not accepted.`
}

function headUnknown(pullRequest: number): Text {
  return text`GitHub does not show the head commit of pull request ${name(`#${pullRequest}`)}. If it was merged by an override, that is not known, so its slowdown counts as not accepted.`
}

/**
 * People with write access can set any status, but no person can use the name of a bot. GraphQL shows only the newest status. If a person
 * set it, the older status that the gate wrote is looked for.
 */
async function overrideOf(
  client: GitHubClient,
  { name }: MergeQuery,
  { oid, status }: HeadAnswer,
): Promise<Omit<MergedOverride, 'pullRequest' | 'headSha'> | null> {
  const newest = status?.context ?? null
  if (newest === null) return null
  if (newest.creator?.__typename !== 'Bot') {
    return await withPermissionHint('read the override of the merged pull request', () =>
      readOverrideStatus(client, { name, sha: oid }),
    )
  }
  const accepted = parseOverrideText(newest.description ?? '')
  return accepted === null ? null : { ...accepted, at: newest.createdAt }
}

/** Each commit is 40 hexadecimal digits from GitHub, so it needs no escaping. */
function queryText(commits: readonly string[]): string {
  const objects = commits.map((sha, index) => `c${index}: object(oid: "${sha}") { ...merged }`)
  return `query ($owner: String!, $repo: String!, $context: String!) { repository(owner: $owner, name: $repo) { ${objects.join(' ')} } }
fragment merged on Commit { messageHeadline status { ...override } associatedPullRequests(first: ${PULL_REQUESTS_OF_COMMIT}) { totalCount nodes { number title merged baseRefName headRefOid commits(last: 1) { nodes { commit { oid status { ...override } } } } } } }
fragment override on Status { context(name: $context) { description createdAt creator { __typename login } } }`
}

/** GitHub names the field that it refused: https://github.com/facebook/sapling/issues/993 */
async function namingPermission<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call()
  } catch (error) {
    const isStatus = isForbidden(error) && error.path.includes('status')
    return await withPermissionHint(
      isStatus ? 'read the override of the merged pull request' : 'find the merged pull request',
      () => Promise.reject(error),
    )
  }
}

/**
 * The commits since the last recorded commit, along first parents, which are the earlier states of the branch. There may be several, because
 * a cancelled load test records nothing. If no recorded commit is found, only the pushed commit counts: older merges are not part of it.
 *
 * @param history the newest commits, the pushed one first
 */
export function unrecordedCommits(
  sha: string,
  history: readonly HistoryCommit[],
  recorded: ReadonlySet<string>,
): Readonly<{ commits: readonly string[]; recordedBefore: string | null; notes: readonly Text[] }> {
  const parents = new Map(history.map((commit) => [commit.sha, commit.firstParent]))
  const commits: string[] = []
  let at: string | null | undefined = sha
  while (at != null && parents.has(at) && !recorded.has(at)) {
    commits.push(at)
    at = parents.get(at)
  }
  if (at != null && recorded.has(at)) return { commits, recordedBefore: at, notes: [] }
  const isKnownBranch = recorded.size > 0 && commits.length > 1
  const note = text`None of the newest ${commits.length} commits before ${sha.slice(0, 7)} was recorded. Overrides of their pull requests are not taken over, so their slowdowns count as not accepted.`
  return { commits: [sha], recordedBefore: null, notes: isKnownBranch ? [note] : [] }
}
