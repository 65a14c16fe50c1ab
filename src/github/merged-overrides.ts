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
  /** Name of the gate. */
  name: string
}>

/** What a commit says of itself, and the pull requests that brought it. All texts come from outside. */
type MergedCommit = Readonly<{
  subject: string
  pullRequests: readonly Readonly<{ number: number; title: string }>[]
}>

/** The overrides by the commit that brought them, in the order of the query. `notes`: what could not be seen, in full sentences. */
export type MergedOverrides = Readonly<{
  byCommit: ReadonlyMap<string, readonly MergedOverride[]>
  commits: ReadonlyMap<string, MergedCommit>
  notes: readonly Text[]
}>

/** A commit belongs to one merged pull request; GitHub also lists open ones that have it. */
const PULL_REQUESTS_OF_COMMIT = 10

/**
 * A commit that a branch was at, the pull requests that brought it, and the newest status of the override on their heads, and on the
 * commit itself: where a merge queue measures again, an override may have been needed by the group alone.
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
 * The overrides that were in force when the pull requests of these commits were merged, in one request however many commits
 * there are. Throws a UserError that names the missing permission: who cannot see overrides must not record a slowdown as normal.
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
  return text`GitHub lists ${count} pull requests for ${commit.slice(0, 7)}, and ${seen} were looked at. An override of another one is not known, so its slowdown counts as not accepted.`
}

function headUnknown(pullRequest: number): Text {
  return text`GitHub does not show the head commit of pull request ${name(`#${pullRequest}`)}. If it was merged by an override, that is not known, so its slowdown counts as not accepted.`
}

/**
 * People with write access can set any status, and a bot's name cannot be taken by a person. GraphQL shows the newest only, so
 * where that is a person's, what the gate wrote before it is looked for.
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

/** The commits' names are 40 hexadecimal digits from GitHub, so they need no escaping. */
function queryText(commits: readonly string[]): string {
  const objects = commits.map((sha, index) => `c${index}: object(oid: "${sha}") { ...merged }`)
  return `query ($owner: String!, $repo: String!, $context: String!) { repository(owner: $owner, name: $repo) { ${objects.join(' ')} } }
fragment merged on Commit { messageHeadline status { ...override } associatedPullRequests(first: ${PULL_REQUESTS_OF_COMMIT}) { totalCount nodes { number title merged baseRefName headRefOid commits(last: 1) { nodes { commit { oid status { ...override } } } } } } }
fragment override on Status { context(name: $context) { description createdAt creator { __typename login } } }`
}

/** GitHub says at which field it refused: https://github.com/facebook/sapling/issues/993 */
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
 * From the pushed commit along first parents, which is how a branch moves, until one that was recorded: a load test that was
 * cancelled leaves commits unrecorded. Where none is in reach, only the pushed commit: there is no "since", and old merges are
 * not this push's.
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
  const note = text`None of the newest ${commits.length} commits before ${sha.slice(0, 7)} was recorded. Overrides of their pull requests are not taken over, so a slowdown of theirs counts as not accepted.`
  return { commits: [sha], recordedBefore: null, notes: isKnownBranch ? [note] : [] }
}
