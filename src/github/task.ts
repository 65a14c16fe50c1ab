import picomatch from 'picomatch'
import { UserError } from '../model/errors.ts'
import type { OverrideCommand } from '../model/override-command.ts'
import type { RunContext } from './context.ts'
import type {
  CommentEvent,
  GitHubEvent,
  MergeGroupEvent,
  PullRequestEvent,
  ReviewEvent,
  WorkflowRunEvent,
} from './event.ts'
import type { ResultsQuery } from './event-results.ts'
import type { Inputs } from './inputs.ts'
import { pullRequestOfGroup } from './merge-group.ts'
import { withPermissionHint } from './permission-error.ts'
import {
  findPullRequests,
  findPullRequestsAt,
  type Head,
  type PullRequest,
  readOpenPullRequest,
} from './pull-request.ts'
import type { Surroundings } from './surroundings.ts'

/** The task that follows from an event. */
export type Task = JudgeTask | CarryOverTask | Nothing

/** `blocks`: the status of the commit must say why, because otherwise it would wait forever. */
type Nothing = Readonly<{ kind: 'nothing'; why: string; blocks?: boolean }>

/** Judge the results of a commit for each of these pull requests; the worst becomes the one status of the commit. */
export type JudgeTask = Readonly<{
  kind: 'judge'
  /** The commit that was measured and gets the status. */
  sha: string
  /** The request for the pull requests is under way. Other requests that need only the commit do not wait for it. */
  pullRequests: Promise<Readonly<{ kind: 'open'; pullRequests: readonly PullRequest[] }> | Nothing>
  /** The load test has probably not ended yet at this event. */
  isEarly: boolean
  results: Pick<ResultsQuery, 'from' | 'startedBy' | 'ended' | 'headRepoId' | 'isLater'>
  /** false for a merge group, which has no comments. */
  hasComments: boolean
  /** The label that was set or removed; null for other events. */
  label: string | null
  /** The command that is answered; null for other events. */
  command: Command | null
}>

/** A command of an override in a comment. */
export type Command = Readonly<{
  pullRequest: number
  commentId: number
  author: string
  kind: OverrideCommand['kind']
}>

/** Carry the status of a pull request's head over to the commit of a merge group. null: the pull request of the group is not known. */
export type CarryOverTask = Readonly<{ kind: 'carry-over'; sha: string; pullRequest: PullRequest | null }>

type Around = Pick<Surroundings, 'client' | 'context' | 'inputs'>

/**
 * Finds the task. The event only says which pull request or commit it is about. The state of the pull request, its labels and its load
 * test is read from the API, because events come late, twice or in another order, and re-runs replay them.
 */
export async function findTask(
  event: Exclude<GitHubEvent, { kind: 'push' | 'deployment' }>,
  around: Around,
): Promise<Task> {
  switch (event.kind) {
    case 'pull-request':
      return event.trigger === 'pull_request' ? ownRunTask(event) : targetTask(event, around)
    case 'workflow-run':
      return await workflowRunTask(event, around)
    case 'comment':
      return await commentTask(event, around)
    case 'review':
      return reviewTask(event, around)
    case 'merge-group':
      return event.action === 'checks_requested'
        ? await mergeGroupTask(event, around)
        : nothing('The merge group is gone.')
    case 'other':
      throw new UserError(
        `perf-gate does nothing on the event ${event.name}. It judges on pull_request, or on workflow_run, pull_request_target, pull_request_review, issue_comment and merge_group, records on push, schedule and workflow_dispatch, and watches production on deployment_status.`,
      )
  }
}

/** Are baselines recorded for a branch, so that its pull requests can be compared? */
export function isBaselineBranch(branch: string, { context, inputs }: Omit<Around, 'client'>): boolean {
  return branch === context.repository.defaultBranch || picomatch([...inputs.baselineBranches])(branch)
}

/** If gate and load test are one workflow, these actions start the load test. All other actions judge existing results. */
const MEASURING_ACTIONS = ['opened', 'synchronize', 'reopened']

/** Gate and load test are one workflow: the load test is a job of this run, or of an earlier run for this commit. */
function ownRunTask({ action, pullRequest, label }: PullRequestEvent): Task {
  if (action === 'closed') return nothing('The pull request is closed.')
  const hasMeasured = MEASURING_ACTIONS.includes(action)
  const from = hasMeasured ? 'this-run-and-older' : 'this-run-or-older'
  const { headRepoId } = pullRequest
  const results = { from, startedBy: 'pull_request', ended: null, headRepoId, isLater: !hasMeasured } as const
  return { ...judgeTask(pullRequest.headSha, opened([pullRequest]), results), label }
}

function targetTask({ pullRequest, action, label }: PullRequestEvent, around: Around): Task {
  loadTestWorkflow(around)
  const isEarly = MEASURING_ACTIONS.includes(action)
  return { ...headTask(headOf(pullRequest), { ended: null, isLater: !isEarly }, around), isEarly, label }
}

async function commentTask(event: CommentEvent, around: Around): Promise<Task> {
  const { pullRequest: number, hasCommand, isByProgram, command } = event
  if (number === null || !hasCommand) return nothing('The comment has no command for perf-gate.')
  if (isByProgram)
    return nothing('The comment was written by a program: the gate obeys people, and never answers itself.')
  const found = await withPermissionHint('read the pull request', () => readOpenPullRequest(around.client, number))
  if (found === null) return nothing(`The pull request #${number} is closed.`)
  // Also if gate and load test are one workflow: its runs for the pull request have the results.
  return { ...openHeadTask(found.pullRequest, around), command: command && { ...command, pullRequest: number } }
}

/** An override may have waited for this review, or have depended on it. */
function reviewTask({ pullRequest }: ReviewEvent, around: Around): Task {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_review
  if (pullRequest.isFork) return nothing('A review in a pull request from a fork brings a token that can only read.')
  return headTask(headOf(pullRequest), { ended: null, isLater: true }, around)
}

/** The origin of the run is checked by its repository, file and event, because its author cannot choose them. */
async function workflowRunTask(event: WorkflowRunEvent, around: Around): Promise<Task> {
  const { runId, runAttempt, path, startedBy, headSha, headBranch, headRepoId, headOwner } = event
  const expected = `.github/workflows/${loadTestWorkflow(around)}`
  if (event.repositoryId !== around.context.repository.id || path !== expected) {
    return nothing(`Run ${runId} belongs to ${path}, but the load test is ${expected}.`)
  }
  const ended = event.action === 'completed' ? { runId, runAttempt } : null
  if (startedBy === 'merge_group' && around.inputs.mergeQueue === 'rerun') {
    return await groupTask(headSha, headBranch, ended, around)
  }
  if (startedBy !== 'pull_request') return nothing(`Run ${runId} was started by ${startedBy}, not by a pull request.`)
  const head = { sha: headSha, ref: headBranch, repoId: headRepoId, owner: headOwner }
  loadTestWorkflow(around)
  return { ...headTask(head, { ended, isLater: false }, around), isEarly: ended === null }
}

/** The task for the head of a pull request that was just read, some time after the load test. */
export function openHeadTask(pullRequest: PullRequest, around: Around): JudgeTask {
  return headTask(headOf(pullRequest), { ended: null, isLater: true }, around, pullRequest)
}

/**
 * All open pull requests of this head are judged together, because they share the status of the commit. A second pull request into a branch
 * with a milder policy must not turn the first green.
 *
 * @param known the current state of a pull request with this head
 */
function headTask(
  head: Head,
  moment: Pick<ResultsQuery, 'ended' | 'isLater'>,
  around: Around,
  known: PullRequest | null = null,
): JudgeTask {
  // All pull requests of this head are judged by its own results, also if a fork offers the same commit.
  const results = { from: 'load-test', startedBy: 'pull_request', headRepoId: head.repoId, ...moment } as const
  return judgeTask(head.sha, openPullRequests(head, around, known), results)
}

async function openPullRequests(head: Head, around: Around, known: PullRequest | null): ReturnType<typeof opened> {
  const { client, context, inputs } = around
  // If only one base branch is judged, other branches are searched only for a fork, which may offer the commit of somebody else. GitHub
  // allows a branch only one pull request into a base, and people who may push here could change the commit anyway.
  const otherBranches = inputs.baselineBranches.length > 0 || head.repoId !== context.repository.id
  const isKnown = known !== null && !otherBranches
  const open = isKnown
    ? [known]
    : await withPermissionHint('read the pull request', () =>
        findPullRequests(client, head, context.repository.id, otherBranches),
      )
  if (open.length === 0 && head.repoId === null) return await withoutFork(head, around)
  if (open.length === 0) {
    return nothing(
      `No open pull request has ${head.sha.slice(0, 7)} at the end of ${head.ref}: a newer push superseded it, or it is closed.`,
    )
  }
  const gated = open.filter(({ baseRef }) => isBaselineBranch(baseRef, around))
  if (gated.length === 0) {
    const bases = open.map(({ number, baseRef }) => `#${number} into ${baseRef}`).join(', ')
    return nothing(
      `Baselines are recorded for other branches: ${bases} is not judged. See the input baseline-branches.`,
    )
  }
  return await opened(gated)
}

/**
 * The repository of the fork was deleted. If the commit is also the head of a pull request whose repository exists, the status
 * belongs to that pull request.
 */
async function withoutFork({ sha }: Head, { client }: Around): Promise<Nothing> {
  const open = await withPermissionHint('read the pull request', () => findPullRequestsAt(client, sha))
  const [first] = open
  const commit = sha.slice(0, 7)
  if (first === undefined)
    return nothing(`No open pull request has ${commit} as its head, and the fork it came from is gone.`)
  if (open.some(({ headRepoId }) => headRepoId !== null))
    return nothing(`The fork that this event came from was deleted. Another pull request has ${commit} as well.`)
  const why = `The fork of #${first.number} was deleted, so nothing can be measured. Push ${commit} to another repository and open a new pull request.`
  return { kind: 'nothing', why, blocks: true }
}

async function mergeGroupTask({ headSha, headRef }: MergeGroupEvent, around: Around): Promise<Task> {
  return await groupTask(headSha, headRef, null, around)
}

async function groupTask(
  sha: string,
  headRef: string,
  ended: ResultsQuery['ended'],
  { client, context, inputs }: Around,
): Promise<Task> {
  const group = pullRequestOfGroup(headRef)
  const found =
    group === null
      ? null
      : await withPermissionHint('read the pull request', () => readOpenPullRequest(client, group.number))
  const pullRequest = found !== null && found.pullRequest.baseRef === group?.baseRef ? found.pullRequest : null
  if (inputs.mergeQueue === 'carry-over' || pullRequest === null) return { kind: 'carry-over', sha, pullRequest }
  const from = isOtherWorkflow(context, inputs) ? 'load-test' : 'this-run'
  // The commit of a merge group belongs to this repository, even if the pull request came from a fork.
  const results = { from, startedBy: 'merge_group', ended, headRepoId: null, isLater: false } as const
  return { ...judgeTask(sha, opened([pullRequest]), results), hasComments: false }
}

function judgeTask(sha: string, pullRequests: JudgeTask['pullRequests'], results: JudgeTask['results']): JudgeTask {
  return { kind: 'judge', sha, pullRequests, isEarly: false, results, hasComments: true, label: null, command: null }
}

async function opened(pullRequests: readonly PullRequest[]): JudgeTask['pullRequests'] {
  return { kind: 'open', pullRequests }
}

/** Is the load test in another workflow than the gate? */
export function isOtherWorkflow({ workflowFile }: RunContext, inputs: Inputs): boolean {
  return inputs.loadTestWorkflow !== null && inputs.loadTestWorkflow !== workflowFile
}

function loadTestWorkflow({ context, inputs }: Around): string {
  if (inputs.loadTestWorkflow !== null && isOtherWorkflow(context, inputs)) return inputs.loadTestWorkflow
  throw new UserError(
    'This event runs the code of the default branch, which measures nothing. Set the input `load-test-workflow` to the file of the workflow that runs the load test, such as `perf.yml`.',
  )
}

function headOf({ headSha, headRef, headRepoId, headOwner }: PullRequest): Head {
  return { sha: headSha, ref: headRef, repoId: headRepoId, owner: headOwner }
}

function nothing(why: string): Nothing {
  return { kind: 'nothing', why }
}
