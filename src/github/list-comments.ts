import type { GitHubClient } from './client.ts'

/** One comment on a pull request, as far as the gate needs it. */
export type ListedComment = Readonly<{ id: number; author: string; body: string; createdAt: string }>

/** All comments of a pull request, oldest first, page by page. */
export async function* listComments(
  { octokit, owner, repo }: GitHubClient,
  pullRequest: number,
): AsyncGenerator<Readonly<{ data: ListedComment[] }>> {
  const parameters = { owner, repo, issue_number: pullRequest, per_page: 100 }
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, parameters)) {
    yield {
      data: data.map(({ id, user, body, created_at }) => {
        return { id, author: user?.login ?? 'ghost', body: body ?? '', createdAt: created_at }
      }),
    }
  }
}

export async function allComments(client: GitHubClient, pullRequest: number): Promise<readonly ListedComment[]> {
  const comments: ListedComment[] = []
  for await (const { data } of listComments(client, pullRequest)) comments.push(...data)
  return comments
}
