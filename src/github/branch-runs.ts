import type { RestEndpointMethodTypes } from '@octokit/rest'
import { type Artifact, listArtifacts } from './artifacts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** A completed load test of a branch of this repository. */
export type BranchRun = Readonly<{
  workflowRunId: number
  runAttempt: number | null
  headSha: string
  startedAt: string
}>

export type BranchRunQuery = Readonly<{
  /** File name of the workflow that runs the load test. */
  workflow: string
  branch: string
  repositoryId: number
  /** The run that asks. */
  currentRunId: number
}>

/**
 * Who pushes to a branch, or may start its workflows, is trusted with it. A pull request's author is not: also the runs of
 * a fork whose branch is called `main` are listed under `main`. Each event is asked for by itself, so that no number of
 * runs of a fork can push these off the list. https://github.com/zizmorcore/zizmor/issues/195
 */
const TRUSTED_EVENTS = ['push', 'schedule', 'workflow_dispatch'] as const

/** A run that was cancelled or timed out may have left half of its results. */
const CONCLUSIONS: readonly (string | null)[] = ['success', 'failure']

type Run = RestEndpointMethodTypes['actions']['listWorkflowRuns']['response']['data']['workflow_runs'][number]

/** The completed load tests of a branch, the newest first: the newest 100 of each event. Empty: there is no such workflow. */
export async function listBranchRuns(client: GitHubClient, query: BranchRunQuery): Promise<readonly BranchRun[]> {
  const { octokit, owner, repo } = client
  const runs: Run[] = []
  for (const event of TRUSTED_EVENTS) {
    const parameters = { owner, repo, workflow_id: query.workflow, branch: query.branch, event, per_page: 100 }
    const answer = await absentAsNull(octokit.rest.actions.listWorkflowRuns(parameters))
    runs.push(...(answer?.data.workflow_runs ?? []))
  }
  return runs
    .filter((run) => isTrusted(run, query) && run.id !== query.currentRunId)
    .sort((left, right) => right.id - left.id)
    .map((run) => ({
      workflowRunId: run.id,
      runAttempt: run.run_attempt ?? null,
      headSha: run.head_sha,
      startedAt: run.run_started_at ?? run.created_at,
    }))
}

/** Checked again, whatever the list was asked for. */
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

/** The artifacts of such a run that GitHub still has. Always from the run to its artifacts, never by name alone. */
export async function keptArtifacts(
  client: GitHubClient,
  { workflowRunId }: BranchRun,
  pattern: string,
): Promise<readonly Artifact[]> {
  return (await listArtifacts(client, workflowRunId, pattern)).filter(({ expired }) => !expired)
}
