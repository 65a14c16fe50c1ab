import type { Edges, GateResult } from '../gate.ts'
import { findAnchor, readAncestry } from '../github/anchor.ts'
import { readChangedFiles } from '../github/changed-files.ts'
import type { Absence } from '../github/event-results.ts'
import { readOverrideFacts } from '../github/override-facts.ts'
import { explained } from '../github/permission-error.ts'
import { type PullRequest, readOpenPullRequest } from '../github/pull-request.ts'
import { readStatuses } from '../github/status.ts'
import type { JudgeTask } from '../github/task.ts'
import { trustRemarks } from '../github/trust-remarks.ts'
import type { OverrideFacts } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import type { ReportContext } from '../model/report.ts'
import { namesPaths, servicePolicy } from '../policy/service-policy.ts'
import { ofBranch } from '../storage/of-branch.ts'
import { ancestryOf } from './ancestry.ts'
import { driftAncestry } from './drift-ancestry.ts'
import type { Job } from './job.ts'
import { readLook } from './look.ts'
import { readPolicy } from './policy.ts'
import { reportContext } from './report-context.ts'
import { readResults } from './results.ts'

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
      /** Was the label of an override there? null: it made no difference. */
      hasLabel: boolean | null
      overrideLabel: string
    }>

/** Runs the gate on the results of a commit, for one pull request that has it at its head. */
export async function judge(job: Job, task: JudgeTask, pullRequest: PullRequest): Promise<Judged> {
  const { client, store, inputs, context } = job
  const loadTestWorkflow = `.github/workflows/${inputs.loadTestWorkflow ?? context.workflowFile}`
  const { headSha, baseRef, baseSha } = pullRequest
  const policy = await readPolicy(job, baseSha)
  const { set, absence } = await readResults(job, task.sha, {
    ...task.results,
    headRepoId: headRepoOf(task, pullRequest),
    addsRuns: policy.confirmation !== null,
  })
  const standing = absence?.hasExpired === true ? await standingVerdict(job, task, policy) : null
  if (standing !== null) return standing
  const waiting = absence?.isWaiting === true
  // Where the policy names paths, there may be nothing to wait for.
  if (waiting && !namesPaths(policy)) return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const changedFiles = await explained('read the pull request', () => readChangedFiles(client, pullRequest.number))
  let facts: OverrideFacts | null = null
  const baseHistory = async () =>
    await explained('find the commit to compare with', async () => {
      const { sha } = await findAnchor(client, { base: baseRef, headSha: task.sha, testedCommit: null })
      return (await readAncestry(client, sha, () => true)).commits
    })
  const edges: Edges = {
    readResults: async () => [set],
    loadBaseline: async () =>
      ofBranch(
        await explained('read the baseline', () =>
          store.load({ branch: baseRef, history: baseHistory, read: (service) => servicePolicy(policy, service).read }),
        ),
        baseRef === context.repository.defaultBranch ? null : baseRef,
      ),
    readAncestry: async (lookup, { runs }) => {
      if (lookup?.kind !== 'found') return null
      const candidate = runs.find((run) => run.variant === 'candidate' && run.testedCommit !== null)
      const testedCommit = candidate?.testedCommit ?? null
      return await ancestryOf(job, lookup, () => findAnchor(client, { base: baseRef, headSha: task.sha, testedCommit }))
    },
    readDriftAncestry: async (anchor, lookup) => await driftAncestry(job, anchor, lookup),
    readChangedFiles: async () => changedFiles,
    readOverrideFacts: async () => {
      if (waiting) return null
      facts = await overrideFacts(job, policy, pullRequest)
      // What is true of a newer commit says nothing of this one.
      return facts.pullRequest.headSha === headSha ? facts : null
    },
  }
  const report = {
    ...reportContext(job, policy),
    generatedFor: 'pull-request',
    headSha: task.sha,
    baseBranch: baseRef,
    pullRequest: pullRequest.number,
    remarks: trustRemarks(pullRequest, changedFiles, { policy: inputs.policy, loadTestWorkflow }),
  } as const
  const look = await readLook(job, policy, baseSha)
  // Loaded while the answers of GitHub are on their way: nothing before this line needs it.
  const { runGate } = await import('../gate.ts')
  const result = await runGate({ policy, context: report, origin: 'same-results', look }, edges)
  if (waiting && result.verdict.blocked)
    return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const hasLabel = (facts as OverrideFacts | null)?.labelPresent ?? null
  return { kind: 'verdict', pullRequest, context: report, result, hasLabel, overrideLabel: policy.override.label }
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

/** A merge group is a commit of this repository, whoever wrote the pull request. */
export function headRepoOf({ results }: JudgeTask, { headRepoId }: PullRequest): number | null {
  return results.startedBy === 'merge_group' ? null : headRepoId
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request: no run while there is a conflict. */
async function waitingWords({ client }: Job, { words }: Absence, { number }: PullRequest): Promise<string> {
  const now = await explained('read the pull request', () => readOpenPullRequest(client, number))
  return now?.hasConflict ? 'Waiting: GitHub runs no load test while this pull request has a merge conflict.' : words
}

async function overrideFacts(
  { client, context }: Job,
  policy: Policy,
  pullRequest: PullRequest,
): Promise<OverrideFacts> {
  return await explained('read the pull request', () =>
    readOverrideFacts(client, {
      pullRequest,
      label: policy.override.label,
      ownerIsOrganization: context.repository.ownerIsOrganization,
      withReviews: policy.override.approval === 'review',
      readAt: new Date().toISOString(),
    }),
  )
}
