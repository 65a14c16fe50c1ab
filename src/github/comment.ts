import { absentAsNull, type GitHubClient, graphql, hasStatus } from './client.ts'
import { allComments, type ListedComment } from './list-comments.ts'
import { readOpenPullRequest } from './pull-request.ts'

/** The data in the first line of our comments. `run` is the id of the workflow run that wrote the comment. */
type CommentMarker = Readonly<{ name: string; sha: string | null; run: string | null }>

export type StickyComment = Readonly<{
  pullRequest: number
  /** With its marker in the first line. */
  body: string
  parseMarker: (body: string) => CommentMarker | undefined
  /** May a new comment be created? An existing comment is updated in any case. */
  mayCreate: boolean
  /** The login of the token, as `readOwnLogin` finds it. */
  author: string
  /** All comments, if they were read a moment ago. null or absent: not known. */
  listed?: readonly ListedComment[] | null
}>

export type CommentResult =
  | Readonly<{ kind: 'created' | 'updated' | 'unchanged' | 'superseded'; id: number }>
  | Readonly<{ kind: 'not-wanted' }>

type Listed = Readonly<{ id: number; body: string; author: string; marker: CommentMarker }>

/**
 * The login that the token writes as: a person, the bot of GitHub Actions, or the bot of another app. GET /user refuses the tokens of
 * apps, but this query answers all of them: https://github.com/fullsend-ai/fullsend/pull/1953
 */
export async function readOwnLogin(client: GitHubClient): Promise<string> {
  const { viewer } = await graphql<Readonly<{ viewer: Readonly<{ login: string }> }>>(
    client,
    'query { viewer { login } }',
    {},
  )
  return viewer.login
}

/**
 * Creates the single comment of this gate, or updates it if the text changed. The comment is found on all pages by its marker and its
 * author, because anybody can write a marker.
 */
export async function upsertComment(client: GitHubClient, comment: StickyComment): Promise<CommentResult> {
  const existing = ours(comment.listed ?? (await allComments(client, comment.pullRequest)), comment, comment.author)
  if (existing !== null) return update(client, comment, existing)
  if (!comment.mayCreate) return { kind: 'not-wanted' }
  const created = await create(client, comment)
  // Another run may have created a comment meanwhile, or the login was wrong. Each run keeps the oldest comment, so one remains.
  const oldest = await findComment(client, comment, created.author)
  if (oldest === null || oldest.id === created.id) return { kind: 'created', id: created.id }
  const { octokit, owner, repo } = client
  await absentAsNull(octokit.rest.issues.deleteComment({ owner, repo, comment_id: created.id }))
  return update(client, comment, oldest)
}

async function findComment(client: GitHubClient, comment: StickyComment, author: string): Promise<Listed | null> {
  return ours(await allComments(client, comment.pullRequest), comment, author)
}

/** The oldest comment of this author with this gate's marker. */
function ours(listed: readonly ListedComment[], comment: StickyComment, author: string): Listed | null {
  const own = comment.parseMarker(comment.body)
  const found = listed.flatMap(({ id, body, author: by }) => {
    const marker = comment.parseMarker(body)
    return by === author && marker !== undefined && marker.name === own?.name ? [{ id, body, author, marker }] : []
  })
  return found.sort((left, right) => left.id - right.id)[0] ?? null
}

async function update(client: GitHubClient, comment: StickyComment, existing: Listed): Promise<CommentResult> {
  const { id } = existing
  const own = comment.parseMarker(comment.body)
  if (isOfNewerRun(existing.marker, own) && !(await isHead(client, comment.pullRequest, own?.sha ?? null)))
    return { kind: 'superseded', id }
  if (withoutRun(existing.body) === withoutRun(comment.body)) return { kind: 'unchanged', id }
  const { octokit, owner, repo } = client
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body: comment.body })
  return { kind: 'updated', id }
}

/** An equal text is not written again, because an edit is an event, which may start the next run. */
function withoutRun(body: string): string {
  return body.replaceAll(/(?<= run=)\d+(?= -->)|(?<=\/actions\/runs\/)\d+/g, '')
}

/** A slow run of an old commit must not overwrite the result of a newer run. The ids of workflow runs only grow. */
function isOfNewerRun(existing: CommentMarker, own: CommentMarker | undefined): boolean {
  return existing.sha !== own?.sha && Number(existing.run) > Number(own?.run)
}

/** People who can edit the comment can write any number into its marker: it is believed only if the commit in the marker is the head now. */
async function isHead(client: GitHubClient, pullRequest: number, sha: string | null): Promise<boolean> {
  return (await readOpenPullRequest(client, pullRequest))?.pullRequest.headSha === sha
}

/** The client does not retry this request: if only the answer was lost, a retry would write a second comment. */
async function create(client: GitHubClient, comment: StickyComment): Promise<Readonly<{ id: number; author: string }>> {
  const { octokit, owner, repo } = client
  const parameters = { owner, repo, issue_number: comment.pullRequest, body: comment.body, request: { retries: 0 } }
  try {
    const { data } = await octokit.rest.issues.createComment(parameters)
    return { id: data.id, author: data.user?.login ?? comment.author }
  } catch (error) {
    if (!hasStatus(error, 500, 502, 503, 504)) throw error
    const made = await findComment(client, comment, comment.author)
    if (made !== null) return { id: made.id, author: made.author }
    const { data } = await octokit.rest.issues.createComment(parameters)
    return { id: data.id, author: data.user?.login ?? comment.author }
  }
}
