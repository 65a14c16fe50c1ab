import { readOwnLogin } from '../github/comment.ts'
import { allComments, type ListedComment } from '../github/list-comments.ts'
import type { Statuses } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { Command } from '../github/task.ts'
import type { OverrideDecision } from '../model/override.ts'
import { written } from '../model/text.ts'
import type { Verdict } from '../model/verdict.ts'
import { code, withPlainPipes } from '../report/escape.ts'
import { markerLine, parseMarker } from '../report/marker.ts'
import { MARKDOWN } from '../report/wording.ts'
import { attempt } from './attempt.ts'
import type { Judged } from './judge-pull-request.ts'

type Answer = Readonly<{
  /** https://docs.github.com/en/rest/reactions/reactions#about-reactions */
  reaction: '+1' | '-1' | 'eyes'
  /** Markdown; null: the reaction is the whole answer. */
  line: string | null
}>

/** Answers a command with a reaction at once, and with a comment of one line if the command had no effect. Never throws. */
export async function answerCommand(
  around: Surroundings,
  command: Command,
  judged: readonly Judged[],
  statuses: Statuses | null,
): Promise<void> {
  const { octokit, owner, repo } = around.client
  const one = verdictOn(command, judged)
  const { reaction, line } = answerTo(command, one?.result.verdict ?? null)
  await attempt(around, 'post the comment', async () => {
    const parameters = { owner, repo, comment_id: command.commentId, content: reaction }
    await octokit.rest.reactions.createForIssueComment(parameters)
    const known = { author: statuses?.ownLogin ?? null, listed: one?.reading?.comments ?? null }
    await writeLine(around, command, line, known)
  })
}

/** null: the pull request has no verdict yet, or its verdict cannot be made again. */
function verdictOn({ pullRequest }: Command, judged: readonly Judged[]) {
  return judged.filter((one) => one.kind === 'verdict').find((one) => one.pullRequest.number === pullRequest) ?? null
}

const NOTHING_DECIDED: OverrideDecision = { kind: 'none' }

function answerTo({ kind, author }: Command, verdict: Verdict | null): Answer {
  const decision = verdict?.override ?? NOTHING_DECIDED
  if (kind === 'cancel') {
    if (decision.kind !== 'valid') return { reaction: '+1', line: null }
    const who = code(`@${author}`)
    return {
      reaction: '-1',
      line: `The override stays: ${who} may not take it back. Whoever set the label may, and whoever has a role that may override.`,
    }
  }
  switch (decision.kind) {
    case 'valid':
      return { reaction: '+1', line: null }
    case 'refused':
      return {
        reaction: '-1',
        line: `This does not count yet. ${written(decision.why, MARKDOWN)} ${written(decision.next, MARKDOWN)}`,
      }
    case 'none':
      return {
        reaction: 'eyes',
        line: verdict?.blocked
          ? 'This does not count yet: the label is not set. Somebody whose role allows it must set it.'
          : null,
      }
  }
}

type KnownComments = Readonly<{ author: string | null; listed: readonly ListedComment[] | null }>

/** One comment for each command. If the command counts now, an earlier comment about it is updated, and no new comment is written. */
async function writeLine(
  { client, context, inputs }: Surroundings,
  { pullRequest, commentId, author }: Command,
  line: string | null,
  known: KnownComments,
): Promise<void> {
  const { octokit, owner, repo } = client
  const name = `${inputs.name}/answer-${commentId}`
  const marker = markerLine({ name, sha: null, run: String(context.workflowRunId) })
  const listed = known.listed ?? (await allComments(client, pullRequest))
  const own = known.author ?? (await readOwnLogin(client))
  const existing = listed.find((one) => one.author === own && parseMarker(one.body)?.name === name)
  const words = withPlainPipes(`${code(`@${author}`)} ${line ?? 'This counts now.'}`)
  const body = `${marker}\n${words}`
  if (existing !== undefined) await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body })
  else if (line !== null && !listed.some((one) => one.author === own && saysSo(one, words)))
    await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body })
}

/** The same command again gets no second comment, because GitHub mails each comment to everybody. */
function saysSo({ body }: ListedComment, words: string): boolean {
  return body.slice(body.indexOf('\n') + 1) === words
}
