import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { RunNow } from './attempts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** How the jobs that measured ended. */
export type RunEnd = Readonly<{
  /** It was cancelled, or ran out of time: what it left is a part, and nobody knows of what. */
  isCutShort: boolean
  /** What did not end well, for people: `load-test (us) failed`. Empty: nothing that is known. */
  problems: readonly string[]
  /** Names of jobs, where they are known. */
  failedJobs: readonly string[]
  goodJobs: readonly string[]
}>

/** How the gate's own job is told from those that measure, where both are jobs of one workflow. */
export type GateJob = Readonly<{
  /** GITHUB_JOB: the job's key, which is its name where the workflow gives it none. */
  id: string | null
  /** GITHUB_ACTION_REPOSITORY: GitHub calls a step `Run owner/name@ref` where the workflow does not name it. */
  action: string | null
}>

type Job = RestEndpointMethodTypes['actions']['listJobsForWorkflowRunAttempt']['response']['data']['jobs'][number]

const NO_JOBS = { failedJobs: [], goodJobs: [] } as const

const WELL: readonly (string | null)[] = ['success', 'skipped', 'neutral']
const CUT_SHORT: readonly (string | null)[] = ['cancelled', 'timed_out']

/** Costs a request, unless the run as a whole succeeded: a run of which one job failed has failed, and the gate's job may be it. */
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
