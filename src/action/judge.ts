import type { Edges, GateResult } from '../gate.ts'
import type { Absence } from '../github/event-results.ts'
import { type OverrideReading, readOverrideFacts } from '../github/override-facts.ts'
import { explained, permissionProblem } from '../github/permission-error.ts'
import { type OpenPullRequest, type PullRequest, readOpenPullRequest } from '../github/pull-request.ts'
import { readStatuses } from '../github/status.ts'
import type { JudgeTask } from '../github/task.ts'
import { trustRemarks } from '../github/trust-remarks.ts'
import type { OverrideFacts } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import type { ReportContext } from '../model/report.ts'
import { namesPaths } from '../policy/service-policy.ts'
import type { Grounds } from './grounds.ts'
import type { Job } from './job.ts'
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
      holdsFor: (then: OpenPullRequest) => boolean
      /** null: no label could have changed the verdict. */
      reading: OverrideReading | null
    }>

/**
 * Runs the gate on the results of a commit, for one pull request that has it at its head.
 *
 * @param earlier what an earlier look of this run found out about the override
 */
export async function judge(
  job: Job,
  task: JudgeTask,
  grounds: Grounds,
  pullRequest: PullRequest,
  earlier: OverrideReading | null,
): Promise<Judged> {
  const { inputs, context } = job
  const policy = await grounds.policy()
  const { set, absence, remarks } = await grounds.results()
  const standing = absence?.hasExpired === true ? await standingVerdict(job, task, policy) : null
  if (standing !== null) return standing
  const waiting = absence?.isWaiting === true
  // Where the policy names paths, there may be nothing to wait for.
  if (waiting && !namesPaths(policy)) return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const { changedFiles } = await grounds.compared()
  let reading: OverrideReading | null = null
  const edges: Edges = {
    readResults: async () => [set],
    loadBaseline: grounds.baseline,
    readAncestry: async (lookup, collected) =>
      lookup?.kind === 'found' ? await grounds.ancestry(lookup, collected) : null,
    readDriftAncestry: grounds.driftAncestry,
    readChangedFiles: async () => changedFiles,
    readOverrideFacts: async () => {
      if (waiting) return null
      reading = stillTrue(earlier, pullRequest) ?? (await overrideFacts(job, policy, pullRequest))
      if (reading === null) return null
      // What is true of a newer commit says nothing of this one.
      return reading.facts.pullRequest.headSha === pullRequest.headSha ? reading.facts : null
    },
  }
  const loadTestWorkflow = `.github/workflows/${inputs.loadTestWorkflow ?? context.workflowFile}`
  const report = {
    ...reportContext(job, policy),
    generatedFor: 'pull-request',
    headSha: task.sha,
    baseBranch: pullRequest.baseRef,
    pullRequest: pullRequest.number,
    remarks: [...remarks, ...trustRemarks(pullRequest, changedFiles, { policy: inputs.policy, loadTestWorkflow })],
  } as const
  const look = await grounds.look()
  // Loaded while the answers of GitHub are on their way: nothing before this line needs it.
  const { runGate } = await import('../gate.ts')
  const result = await runGate({ policy, context: report, origin: 'same-results', look }, edges)
  if (waiting && result.verdict.blocked)
    return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const read = reading as OverrideReading | null
  const holdsFor = (then: OpenPullRequest) => read === null || saysTheSame(read.facts, then)
  return { kind: 'verdict', pullRequest, context: report, result, holdsFor, reading: read }
}

/** The label stayed: who set it, and what was written in comments, was read a moment ago. Only the description is another. */
function stillTrue(earlier: OverrideReading | null, { headSha, live }: PullRequest): OverrideReading | null {
  if (earlier === null || live === null) return null
  const { facts, comments } = earlier
  const stayed = facts.labelPresent && live.labels.includes(facts.label) && facts.pullRequest.headSha === headSha
  return stayed ? { facts: { ...facts, pullRequest: { ...facts.pullRequest, body: live.body } }, comments } : null
}

/** The label came or went, or its reason in the description was changed: what was decided on it is no longer true. */
function saysTheSame({ label, labelPresent, pullRequest: { body } }: OverrideFacts, then: OpenPullRequest): boolean {
  if (then.labels.includes(label) !== labelPresent) return false
  return !labelPresent || then.pullRequest.live === null || then.pullRequest.live.body === body
}

/**
 * A label that has nothing to do with the gate must not take away a verdict, only because its results are too old to be
 * read again. null: there is none, or this event is no such label.
 */
async function standingVerdict(job: Job, { label, sha }: JudgeTask, policy: Policy): Promise<Judged | null> {
  if (label === null || label === policy.override.label) return null
  const statuses = await explained('set the commit status', () => readStatuses(job.client, sha))
  const state = statuses.get(job.inputs.name)?.state
  return state === 'success' || state === 'failure' ? { kind: 'standing', state } : null
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request: no run while there is a conflict. */
async function waitingWords({ client }: Job, { words }: Absence, { number }: PullRequest): Promise<string> {
  const now = await explained('read the pull request', () => readOpenPullRequest(client, number))
  return now?.hasConflict ? 'Waiting: GitHub runs no load test while this pull request has a merge conflict.' : words
}

/** null: the token may not see them. Then nothing is overridden, and the report is made all the same. */
async function overrideFacts(
  { client, context, log }: Job,
  policy: Policy,
  pullRequest: PullRequest,
): Promise<OverrideReading | null> {
  const query = {
    pullRequest,
    label: policy.override.label,
    ownerIsOrganization: context.repository.ownerIsOrganization,
    withReviews: policy.override.approval === 'review',
    readAt: new Date().toISOString(),
  }
  try {
    return await readOverrideFacts(client, query)
  } catch (error) {
    const problem = permissionProblem(error, 'read the pull request')
    if (problem === null) throw error
    log.warning(`Whether there is an override is not known, so there is none. ${problem}`)
    return null
  }
}
