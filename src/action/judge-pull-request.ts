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

/** What one pull request got: a verdict, or the reason to wait for one. */
export type Judged =
  | Readonly<{ kind: 'waiting'; words: string }>
  /** The verdict that is there already. It cannot be made again. */
  | Readonly<{ kind: 'standing'; state: 'success' | 'failure' }>
  | Readonly<{
      kind: 'verdict'
      pullRequest: PullRequest
      context: ReportContext
      result: GateResult
      /** Would the verdict be the same for the pull request as it is then? */
      isStillTrueFor: (then: OpenPullRequest) => boolean
      /** null: no label could have changed the verdict. */
      reading: OverrideReading | null
      /** The pull request whose label was looked at. */
      acceptedIn: number
    }>

/**
 * Runs the gate on what was gathered, for one pull request that has the commit at its head.
 *
 * @param lent the override of another pull request with this commit. null: its own
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
    // A verdict that is still to come can be overridden when it is there.
    if (awaited !== null) return null
    reading = override.asked()
    // What is true of a newer commit says nothing of this one.
    return reading?.facts.pullRequest.headSha === pullRequest.headSha ? reading.facts : null
  }
  const context = contextOf(around, task, gathered, about)
  const { runGate } = await import('../gate.ts')
  const request = { policy, context, origin: 'same-results', templates } as const
  const result = await runGate(request, { ...facts, override: overrideFacts })
  if (awaited !== null && isBlocking(result.verdict.outcome)) return await waiting(around, awaited, pullRequest)
  const asked = reading as OverrideReading | null
  const acceptedIn = asked?.facts.pullRequest.number ?? pullRequest.number
  // Whether the label of another one is still there, its own event says.
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
 * A label that has nothing to do with the gate must not take away a verdict, only because its results are too old to be
 * read again. null: there is none, or this event is no such label.
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

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request: no run while there is a conflict. */
async function waiting({ client }: Surroundings, absence: Absence | null, { number }: PullRequest): Promise<Judged> {
  const now = await withPermissionHint('read the pull request', () => readOpenPullRequest(client, number))
  const words = now?.hasConflict
    ? 'Waiting: GitHub runs no load test while this pull request has a merge conflict.'
    : (absence?.words ?? '')
  return { kind: 'waiting', words }
}
