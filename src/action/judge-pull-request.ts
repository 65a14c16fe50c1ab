import type { GateResult } from '../gate.ts'
import type { Absence } from '../github/event-results.ts'
import type { OverrideReading } from '../github/override-facts.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import { type OpenPullRequest, type PullRequest, readOpenPullRequest } from '../github/pull-request.ts'
import { readStatuses } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { JudgeTask } from '../github/task.ts'
import { trustNotes } from '../github/trust-notes.ts'
import type { Policy } from '../model/policy.ts'
import type { ReportContext } from '../model/report.ts'
import { sameLabel } from '../model/same-label.ts'
import { isBlocking } from '../model/verdict.ts'
import type { Gathered, PullRequestFacts } from './gather.ts'
import { isEqualReading, type Override } from './override.ts'
import { reportContext } from './report-context.ts'

/** The result for one pull request: a verdict, the verdict that stands already, or the reason to wait for a verdict. */
export type Judged =
  | Readonly<{ kind: 'waiting'; words: string }>
  /** An earlier verdict, which cannot be made again because its results have expired. */
  | Readonly<{ kind: 'standing'; state: 'success' | 'failure' }>
  | Readonly<{
      kind: 'verdict'
      pullRequest: PullRequest
      context: ReportContext
      result: GateResult
      /** Would the verdict be the same for a later state of the pull request? */
      isStillTrueFor: (then: OpenPullRequest) => boolean
      /** null: the label was not read, because no label could have changed the verdict. */
      reading: OverrideReading | null
      /** The number of the pull request whose label was read. */
      acceptedIn: number
    }>

/**
 * Runs the gate on the gathered facts, for one of the pull requests with this head commit.
 *
 * @param lent the override of another pull request with this commit. null: the override of this pull request
 */
export async function judgePullRequest(
  around: Surroundings,
  task: JudgeTask,
  gathered: Gathered,
  about: PullRequestFacts,
  lent: Override | null = null,
): Promise<Judged> {
  const { pullRequest, commitFacts } = about
  const override = lent ?? about.override
  const { policy } = about.inForce
  const { absence } = gathered.results
  const awaited = absence?.isWaiting === true ? absence : null
  if (commitFacts === null) return await waiting(around, absence, pullRequest)
  const { facts, templates } = commitFacts
  const standing = absence?.hasExpired === true ? await standingVerdict(around, task, policy, gathered) : null
  if (standing !== null) return standing
  let reading: OverrideReading | null = null
  const overrideFacts = () => {
    // Without results there is no verdict yet that somebody could have accepted.
    if (awaited !== null) return null
    reading = override.asked()
    // If the pull request has a newer head by now, its label says nothing about this commit.
    return reading?.facts.pullRequest.headSha === pullRequest.headSha ? reading.facts : null
  }
  const context = contextOf(around, task, gathered, about)
  const { runGate } = await import('../gate.ts')
  const request = { policy, context, origin: 'same-results', templates } as const
  const result = await runGate(request, { ...facts, override: overrideFacts })
  if (awaited !== null && isBlocking(result.verdict.outcome)) return await waiting(around, awaited, pullRequest)
  const asked = reading as OverrideReading | null
  const acceptedIn = asked?.facts.pullRequest.number ?? pullRequest.number
  // If the label of the other pull request changes, that event starts a run of its own.
  const read = lent === null ? asked : about.override.reading
  const isStillTrueFor = (then: OpenPullRequest) => read === null || isEqualReading(read.facts, then)
  return { kind: 'verdict', pullRequest, context, result, isStillTrueFor, reading: read, acceptedIn }
}

function contextOf(
  around: Surroundings,
  task: JudgeTask,
  { results }: Gathered,
  { pullRequest, inForce, commitFacts }: PullRequestFacts,
): ReportContext {
  const { inputs, context } = around
  const loadTestWorkflow = `.github/workflows/${inputs.loadTestWorkflow ?? context.workflowFile}`
  return {
    ...reportContext(around, inForce),
    generatedFor: 'pull-request',
    headSha: task.sha,
    baseBranch: pullRequest.baseRef,
    pullRequest: pullRequest.number,
    notes: [
      ...inForce.notes,
      ...results.notes,
      ...trustNotes(pullRequest, commitFacts?.changedFiles ?? null, { policy: inputs.policy, loadTestWorkflow }),
    ],
  }
}

/**
 * The event of an unrelated label starts the gate as well. If the results have expired by then, the earlier verdict stands, because it
 * cannot be made again. null: there is no earlier verdict, or this event is not that of an unrelated label.
 */
async function standingVerdict(
  { client, inputs }: Surroundings,
  { label, sha }: JudgeTask,
  policy: Policy,
  { statuses }: Gathered,
): Promise<Judged | null> {
  if (label === null || sameLabel(label, policy.override.label)) return null
  const known =
    statuses ?? (await withPermissionHint('set the commit status', () => readStatuses(client, sha, [inputs.name])))
  const state = known.latest.get(inputs.name)?.state
  return state === 'success' || state === 'failure' ? { kind: 'standing', state } : null
}

/**
 * GitHub starts no `pull_request` run while the pull request has a merge conflict:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
async function waiting({ client }: Surroundings, absence: Absence | null, { number }: PullRequest): Promise<Judged> {
  const now = await withPermissionHint('read the pull request', () => readOpenPullRequest(client, number))
  const words = now?.hasConflict
    ? 'Waiting: GitHub runs no load test while this pull request has a merge conflict.'
    : (absence?.words ?? '')
  return { kind: 'waiting', words }
}
