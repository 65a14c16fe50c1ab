import type { RestEndpointMethodTypes } from '@octokit/rest'
import { type Artifact, listArtifacts } from './artifacts.ts'
import type { RunNow } from './attempts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** A completed load test of a branch of this repository. */
export type BranchRun = RunNow & Readonly<{ headSha: string; startedAt: string }>

export type BranchRunQuery = Readonly<{
  /** File name of the workflow that runs the load test. */
  workflow: string
  branch: string
  repositoryId: number
  /** The gate's own run. */
  currentRunId: number
}>

/**
 * The events of people who may push to the branch or start its workflows. The author of a pull request is not trusted: if a fork has a
 * branch called `main`, GitHub lists its runs under `main` as well. https://github.com/zizmorcore/zizmor/issues/195
 */
const TRUSTED_EVENTS = ['push', 'schedule', 'workflow_dispatch'] as const

const PAGE_SIZE = 100

/** A baseline of artifacts reads fewer runs than this, so the search stops at this number of trusted runs. */
const RUNS_WANTED = 20

/** A run that was cancelled or timed out may have left half of its results. */
const CONCLUSIONS: readonly (string | null)[] = ['success', 'failure']

type Run = RestEndpointMethodTypes['actions']['listWorkflowRuns']['response']['data']['workflow_runs'][number]

/** The completed load tests of a branch, the newest first. Empty: there is no such workflow. */
export async function listBranchRuns(client: GitHubClient, query: BranchRunQuery): Promise<readonly BranchRun[]> {
  const runs = await newestRuns(client, query)
  return runs
    .filter((run) => isTrusted(run, query) && run.id !== query.currentRunId)
    .sort((left, right) => right.id - left.id)
    .map((run) => ({
      workflowRunId: run.id,
      runAttempt: run.run_attempt ?? 1,
      conclusion: run.conclusion,
      headSha: run.head_sha,
      startedAt: run.run_started_at ?? run.created_at,
    }))
}

/**
 * One request is enough, unless runs of forks fill the page. Then each trusted event is asked for separately, so that no number of fork
 * runs can push trusted runs off the list.
 */
async function newestRuns(client: GitHubClient, query: BranchRunQuery): Promise<readonly Run[]> {
  const all = await listRuns(client, query)
  const isComplete = all.length < PAGE_SIZE || all.filter((run) => isTrusted(run, query)).length >= RUNS_WANTED
  if (isComplete) return all
  const ofEvents: Run[] = []
  for (const event of TRUSTED_EVENTS) ofEvents.push(...(await listRuns(client, query, event)))
  return ofEvents
}

async function listRuns(
  { octokit, owner, repo }: GitHubClient,
  { workflow, branch }: BranchRunQuery,
  event?: (typeof TRUSTED_EVENTS)[number],
): Promise<readonly Run[]> {
  const ofEvent = event === undefined ? {} : { event }
  const parameters = { owner, repo, workflow_id: workflow, branch, ...ofEvent, per_page: PAGE_SIZE }
  const answer = await absentAsNull(octokit.rest.actions.listWorkflowRuns(parameters))
  return answer?.data.workflow_runs ?? []
}

/** The event is checked again, even if the list was filtered by it. */
function isTrusted(run: Run, { branch, repositoryId }: BranchRunQuery): boolean {
  return (
    run.status === 'completed' &&
    CONCLUSIONS.includes(run.conclusion) &&
    TRUSTED_EVENTS.some((event) => event === run.event) &&
    run.head_branch === branch &&
    run.repository.id === repositoryId &&
    run.head_repository?.id === repositoryId
  )
}

/** The artifacts of a run that GitHub still has. They are listed by the run, because artifacts of forks may have the same names. */
export async function keptArtifacts(
  client: GitHubClient,
  { workflowRunId }: BranchRun,
  pattern: string,
): Promise<readonly Artifact[]> {
  return (await listArtifacts(client, workflowRunId, pattern)).filter(({ expired }) => !expired)
}
