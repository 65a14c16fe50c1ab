import type { AcceptedOverride } from '../model/override.ts'
import { type GitHubClient, graphql } from './client.ts'
import { acceptedOf, overrideContext } from './override-status.ts'
import { type LatestAnswer, latestOf } from './status.ts'

/** An open pull request whose head has an override in force. */
export type OverriddenHead = Readonly<{ number: number; sha: string; accepted: AcceptedOverride }>

/** At most this many pages of 100 pull requests are read. */
const PAGES = 10

const QUERY = `query ($owner: String!, $repo: String!, $context: String!, $after: String) { viewer { login } repository(owner: $owner, name: $repo) { pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { pageInfo { hasNextPage endCursor } nodes { number headRefOid commits(last: 1) { nodes { commit { oid status { context(name: $context) { ...latest } } } } } } } } }
fragment latest on StatusContext { state description createdAt creator { __typename login } }`

type Answer = Readonly<{
  viewer: Readonly<{ login: string }>
  repository: Readonly<{
    pullRequests: Readonly<{
      pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>
      nodes: readonly Readonly<{
        number: number
        headRefOid: string
        commits: Readonly<{
          nodes: readonly Readonly<{
            commit: Readonly<{ oid: string; status: Readonly<{ context: LatestAnswer | null }> | null }>
          }>[]
        }>
      }>[]
    }>
  }>
}>

/**
 * The open pull requests that pass because of an override, among the newest 1,000 open pull requests. One request for each hundred.
 * `isComplete` false: there are more open pull requests.
 * https://docs.github.com/en/graphql/reference/objects#pullrequestconnection
 */
export async function overriddenHeads(
  client: GitHubClient,
  gateName: string,
): Promise<Readonly<{ heads: readonly OverriddenHead[]; isComplete: boolean }>> {
  const { owner, repo } = client
  const heads: OverriddenHead[] = []
  let after: string | null = null
  for (let page = 1; page <= PAGES; page += 1) {
    const answer: Answer = await graphql(client, QUERY, { owner, repo, context: overrideContext(gateName), after })
    const { viewer, repository } = answer
    const { pageInfo, nodes } = repository.pullRequests
    for (const { number, headRefOid: sha, commits } of nodes) {
      const status = commits.nodes.find(({ commit }) => commit.oid === sha)?.commit.status ?? null
      const accepted = status?.context == null ? null : acceptedOf(latestOf(status.context, viewer.login))
      if (accepted?.inForce === true && (accepted.pullRequest ?? number) === number)
        heads.push({ number, sha, accepted })
    }
    if (!pageInfo.hasNextPage) return { heads, isComplete: true }
    after = pageInfo.endCursor
  }
  return { heads, isComplete: false }
}
