import type { GitHubClient } from './client.ts'

/** The fields of a pull request's comment that the gate needs. */
export type ListedComment = Readonly<{
  id: number
  /** The id of the comment in GraphQL. */
  nodeId: string
  author: string
  /** Does the author belong to the repository? false also for members of an organisation who hide their membership. */
  isInsider: boolean
  body: string
  createdAt: string
  updatedAt: string
}>

/** https://docs.github.com/en/graphql/reference/enums#commentauthorassociation */
const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR']

/** All comments of a pull request, oldest first, page by page. */
export async function* listComments(
  { octokit, owner, repo }: GitHubClient,
  pullRequest: number,
): AsyncGenerator<Readonly<{ data: ListedComment[] }>> {
  const parameters = { owner, repo, issue_number: pullRequest, per_page: 100 }
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, parameters)) {
    yield {
      data: data.map(({ id, node_id, user, author_association, body, created_at, updated_at }) => {
        const isInsider = INSIDERS.includes(author_association ?? '')
        const author = user?.login ?? 'ghost'
        return {
          id,
          nodeId: node_id,
          author,
          isInsider,
          body: body ?? '',
          createdAt: created_at,
          updatedAt: updated_at,
        }
      }),
    }
  }
}

export async function allComments(client: GitHubClient, pullRequest: number): Promise<readonly ListedComment[]> {
  const comments: ListedComment[] = []
  for await (const { data } of listComments(client, pullRequest)) comments.push(...data)
  return comments
}
