import type { GitHubClient } from './client.ts'
import { readOwnLogin, type StickyComment, upsertComment } from './comment.ts'
import { allComments, type ListedComment } from './list-comments.ts'
import { describeFailure, type Operation } from './permission-error.ts'
import { type OpenPullRequest, readOpenPullRequest } from './pull-request.ts'
import { heardLater, settleInOrder } from './settle.ts'
import { type CommitStatus, type Statuses, StatusLimitError, setStatus } from './status.ts'

/** The texts of a verdict for all places. null: the place gets none. */
export type Publication = Readonly<{
  outputs: ReadonlyMap<string, string>
  /** Markdown for the page of the run. */
  summary: string
  /** Replaces the summary if it is too long for GitHub. */
  shortSummary: string
  /**
   * One comment per pull request. `isStillTrueFor`: is the verdict true for the current state of the pull request? It is also asked if
   * `isWanted` is false, because the status must be true as well.
   */
  comments: readonly (Omit<StickyComment, 'author'> &
    Readonly<{ headSha: string; isWanted: boolean; isStillTrueFor: (then: OpenPullRequest) => boolean }>)[]
  status: CommitStatus | null
  /** The statuses of the commit. null or absent: not known. */
  statuses?: Statuses | null
  /** Called after the status was set, at the same time as the comments. It logs its own failures. */
  afterStatus?: () => Promise<void>
  /** Called when a verdict is known to be still true, before its comment is written, to start work that can run at the same time. */
  onTrueStill?: () => void
}>

/** `outdated`: the current state of pull requests that changed while they were judged. They got no comment. */
export type PublishedPlaces = Readonly<{
  warnings: readonly string[]
  outdated: readonly OpenPullRequest[]
  /** Not null: GitHub takes no more statuses, so the check does not show this verdict. */
  frozen: Error | null
}>

/** The runner's files: @actions/core, or a recorder in tests. */
export type RunnerFiles = Readonly<{
  setOutput: (name: string, value: string) => void
  writeSummary: (markdown: string) => Promise<void>
}>

/** A step's summary above this size is not shown: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const SUMMARY_BYTES = 1024 * 1024

/**
 * Writes the verdict to all places, first to the runner's files. Publishing does not change the verdict: if one place refuses, a warning
 * names the missing permission, and the other places are still written.
 */
export async function publish(
  client: GitHubClient,
  publication: Publication,
  files: RunnerFiles,
): Promise<PublishedPlaces> {
  const { outputs, comments, status, statuses = null } = publication
  const { afterStatus = async () => undefined, onTrueStill = () => undefined } = publication
  const warnings: string[] = []
  const attempt = async (operation: Operation | null, action: () => Promise<unknown> | undefined): Promise<void> => {
    try {
      await action()
    } catch (error) {
      warnings.push(
        operation === null ? `Could not write for the runner: ${messageOf(error)}` : describeFailure(error, operation),
      )
    }
  }
  await attempt(null, () => {
    for (const [name, value] of outputs) files.setOutput(name, value)
  })
  await attempt(null, () => files.writeSummary(fittingSummary(publication)))
  // The status decides over the merge, so it comes before the comment, which many repositories cannot write.
  let frozen: StatusLimitError | null = null
  if (status !== null) {
    await attempt('set the commit status', () =>
      setStatus(client, status, statuses).catch((error: unknown) => {
        if (!(error instanceof StatusLimitError)) throw error
        frozen = error
      }),
    )
  }
  const written = heardLater(afterStatus())
  const author = statuses === null ? null : statuses.ownLogin
  const outdated: OpenPullRequest[] = []
  for (const { headSha, isStillTrueFor, isWanted, ...comment } of comments) {
    await attempt('post the comment', async () => {
      const [read, listed] = await settleInOrder([
        readOpenPullRequest(client, comment.pullRequest),
        comment.listed ?? allComments(client, comment.pullRequest),
      ])
      // A status belongs to its commit; a comment belongs to the pull request, which may have a newer commit by now.
      if (read?.pullRequest.headSha !== headSha) return
      const now = withComments(read, listed)
      if (!isStillTrueFor(now)) {
        outdated.push(now)
        return
      }
      onTrueStill()
      if (!isWanted) return
      const body = frozen === null ? comment.body : withWarning(comment.body, frozen)
      await upsertComment(client, { ...comment, body, listed, author: author ?? (await readOwnLogin(client)) })
    })
  }
  await written
  return { warnings, outdated, frozen }
}

function withComments(now: OpenPullRequest, comments: readonly ListedComment[]): OpenPullRequest {
  const { pullRequest } = now
  const live = pullRequest.live === null ? null : { ...pullRequest.live, comments }
  return { ...now, pullRequest: { ...pullRequest, live } }
}

/** Adds a caution below the marker, which must stay the first line. */
function withWarning(body: string, { message }: Error): string {
  const [marker = '', ...rest] = body.split('\n')
  return [marker, '> [!CAUTION]', `> **Do not go by the check of this commit.** ${message}`, '', ...rest].join('\n')
}

function fittingSummary({ summary, shortSummary }: Publication): string {
  return Buffer.byteLength(summary) <= SUMMARY_BYTES ? summary : shortSummary
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
