import { type Artifact, listArtifacts } from './artifacts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** Every label that comes or goes starts a run without results. This many of them are looked through. */
const RUNS_SEARCHED = 8

/** The newest load test of a commit, when the event itself ran none. */
export type LoadTestRun =
  | Readonly<{ kind: 'found'; workflowRunId: number; runAttempt: number | null; artifacts: readonly Artifact[] }>
  /** The results were deleted by GitHub after their retention time. */
  | Readonly<{ kind: 'expired'; workflowRunId: number }>
  | Readonly<{ kind: 'in-progress'; workflowRunId: number }>
  /** `workflow` is what was looked for: its completed runs of this commit have no such artifact, or there are none. */
  | Readonly<{ kind: 'none'; workflow: string; runsSearched: number }>

export type LoadTestQuery = Readonly<{
  /** File name of the workflow. */
  workflow: string
  headSha: string
  /** Glob over the names of artifacts. */
  pattern: string
  /** The run that asks. */
  currentRunId: number
}>

/**
 * The newest completed run of this commit that has results. Always from the run to its artifacts, never by name alone:
 * runs of forks share the names. https://github.com/zizmorcore/zizmor/issues/195
 */
export async function findLoadTestRun(client: GitHubClient, query: LoadTestQuery): Promise<LoadTestRun> {
  const { octokit, owner, repo } = client
  const { workflow, headSha, pattern, currentRunId } = query
  const parameters = { owner, repo, workflow_id: workflow, head_sha: headSha, per_page: 100 }
  const answer = await absentAsNull(octokit.rest.actions.listWorkflowRuns(parameters))
  const runs = (answer?.data.workflow_runs ?? [])
    .filter((run) => run.id !== currentRunId && run.head_sha === headSha)
    .sort((left, right) => right.id - left.id)
    .slice(0, RUNS_SEARCHED)
  let expiredRun: number | null = null
  for (const { id, run_attempt } of runs.filter(({ status }) => status === 'completed')) {
    const artifacts = await listArtifacts(client, id, pattern)
    if (artifacts.some(({ expired }) => !expired)) {
      return { kind: 'found', workflowRunId: id, runAttempt: run_attempt ?? null, artifacts }
    }
    if (artifacts.length > 0) expiredRun ??= id
  }
  const running = runs.find(({ status }) => status !== 'completed')
  if (running !== undefined) return { kind: 'in-progress', workflowRunId: running.id }
  if (expiredRun !== null) return { kind: 'expired', workflowRunId: expiredRun }
  return { kind: 'none', workflow, runsSearched: runs.length }
}
