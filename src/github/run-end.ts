import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { RunNow } from './attempts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** How the jobs of the load test ended. */
export type RunEnd = Readonly<{
  /** The run was cancelled or timed out, so its results are incomplete. */
  isCutShort: boolean
  /** Failures, for people: `load-test (us) failed`. Empty: none is known. */
  problems: readonly string[]
  /** The names of the jobs, if they are known. */
  failedJobs: readonly string[]
  goodJobs: readonly string[]
}>

/** Distinguishes the gate's own job from the jobs of the load test, if both are in one workflow. */
export type GateJob = Readonly<{
  /** GITHUB_JOB: the key of the job, which is also its name if the workflow gives it none. */
  id: string | null
  /** GITHUB_ACTION_REPOSITORY: a step without a name is called `Run owner/name@ref`. */
  action: string | null
}>

type Job = RestEndpointMethodTypes['actions']['listJobsForWorkflowRunAttempt']['response']['data']['jobs'][number]

const NO_JOBS = { failedJobs: [], goodJobs: [] } as const

const WELL: readonly (string | null)[] = ['success', 'skipped', 'neutral']
const CUT_SHORT: readonly (string | null)[] = ['cancelled', 'timed_out']

/** One request, unless the whole run succeeded. If it failed, the jobs are read, because the failed job may be the gate's own. */
export async function runEnd(client: GitHubClient, run: RunNow, gateJob: GateJob): Promise<RunEnd> {
  const { conclusion } = run
  if (conclusion === 'success') return { isCutShort: false, problems: [], ...NO_JOBS }
  const jobs = await jobsOf(client, run)
  if (jobs.length === 0) {
    const problems = conclusion === null || WELL.includes(conclusion) ? [] : [`it ${words(conclusion)}`]
    return { isCutShort: CUT_SHORT.includes(conclusion), problems, ...NO_JOBS }
  }
  const bad = jobs.filter(
    (job) => job.status === 'completed' && !WELL.includes(job.conclusion) && !isGate(job, gateJob),
  )
  return {
    isCutShort: bad.some((job) => CUT_SHORT.includes(job.conclusion)),
    problems: bad.map(({ name, conclusion: how }) => `${name} ${words(how)}`),
    failedJobs: bad.map(({ name }) => name),
    goodJobs: jobs.flatMap(({ name, conclusion: how }) => (how === 'success' ? [name] : [])),
  }
}

async function jobsOf({ octokit, owner, repo }: GitHubClient, { workflowRunId, runAttempt }: RunNow) {
  const parameters = { owner, repo, run_id: workflowRunId, attempt_number: runAttempt, per_page: 100 }
  const answer = await absentAsNull(octokit.rest.actions.listJobsForWorkflowRunAttempt(parameters))
  return answer?.data.jobs ?? []
}

function isGate({ name, steps = [] }: Job, { id, action }: GateJob): boolean {
  const isOfId = id !== null && (name === id || name.endsWith(` / ${id}`))
  return isOfId || (action !== null && steps.some((step) => step.name.startsWith(`Run ${action}@`)))
}

function words(conclusion: string | null): string {
  switch (conclusion) {
    case 'failure':
      return 'failed'
    case 'cancelled':
      return 'was cancelled'
    case 'timed_out':
      return 'ran out of time'
    default:
      return `ended as ${conclusion ?? 'unknown'}`
  }
}
