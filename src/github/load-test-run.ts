import type { RestEndpointMethodTypes } from '@octokit/rest'
import { type Artifact, distinctUploads, listArtifacts } from './artifacts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/**
 * Where the load test is a job of the gate's own workflow, every label starts a run of it without results. Of the runs of
 * a commit, so many of the newest and of the oldest are looked through: a push starts the oldest, beside a run of each label
 * that the pull request was opened with, and every look is a request.
 */
const NEWEST_SEARCHED = 1
const OLDEST_SEARCHED = 2
/** Where the results of all load tests are added up. */
const NEWEST_ADDED = 2

/** The newest load test of a commit, when the event itself ran none. */
export type LoadTestRun =
  | Readonly<{
      kind: 'found'
      /** The newest of them. */
      workflowRunId: number
      /** null: not known, or of several runs. */
      runAttempt: number | null
      artifacts: readonly Artifact[]
    }>
  /** The results were deleted by GitHub after their retention time. */
  | Readonly<{ kind: 'expired'; workflowRunId: number }>
  /** It will end, and start the gate again. */
  | Readonly<{ kind: 'in-progress'; workflowRunId: number }>
  /** A maintainer must allow the code of a new contributor to run. */
  | Readonly<{ kind: 'needs-approval'; workflowRunId: number }>
  /** It ended and left nothing that is called so. */
  | Readonly<{ kind: 'without-results'; workflowRunId: number; conclusion: string | null }>
  /** No run of this workflow for this commit. */
  | Readonly<{ kind: 'none' }>

export type LoadTestQuery = Readonly<{
  /** File name of the workflow. */
  workflow: string
  headSha: string
  /** The repository that the commit was offered from; a fork may have the same commit. null: any. */
  headRepoId: number | null
  /** The event that runs the load test. */
  startedBy: 'pull_request' | 'merge_group'
  /** Glob over the names of artifacts. */
  pattern: string
  /** The run that asks. */
  currentRunId: number
  /** The load test is another workflow than the gate: then its newest run decides, and while that runs, nothing is judged. */
  isOtherWorkflow: boolean
  /** What the event says has ended. Lists may say so only some seconds later. */
  ended: Readonly<{ runId: number; runAttempt: number }> | null
  /**
   * A confirmation adds measurements: the results of all its load tests count, not only of the newest. The policy says so, and
   * may still be on its way while the first artifacts are listed. Absent: false.
   */
  addsRuns?: Promise<boolean>
}>

type Run = RestEndpointMethodTypes['actions']['listWorkflowRuns']['response']['data']['workflow_runs'][number]

/**
 * The newest run of this commit that has results. Always from the run to its artifacts, never by name alone:
 * runs of forks share the names. https://github.com/zizmorcore/zizmor/issues/195
 */
export async function findLoadTestRun(client: GitHubClient, query: LoadTestQuery): Promise<LoadTestRun> {
  const runs = await listRuns(client, query)
  const [newest] = runs
  if (newest === undefined) return { kind: 'none' }
  const running = runs.find((run) => !hasEnded(run, query))
  // GitHub calls a run that waits for approval completed: https://github.com/thedotmack/claude-mem/pull/3593
  if (newest.conclusion === 'action_required') return { kind: 'needs-approval', workflowRunId: newest.id }
  if (query.isOtherWorkflow && running?.id === newest.id) return { kind: 'in-progress', workflowRunId: newest.id }
  const found = await searchResults(client, runs, query)
  if (found?.kind === 'found') return found
  if (running !== undefined) return { kind: 'in-progress', workflowRunId: running.id }
  return found ?? { kind: 'without-results', workflowRunId: newest.id, conclusion: newest.conclusion }
}

/** Runs of this commit, newest first. */
async function listRuns({ octokit, owner, repo }: GitHubClient, query: LoadTestQuery): Promise<readonly Run[]> {
  const { workflow, headSha, headRepoId, startedBy, currentRunId } = query
  const parameters = { owner, repo, workflow_id: workflow, head_sha: headSha, event: startedBy, per_page: 100 }
  const answer = await absentAsNull(octokit.rest.actions.listWorkflowRuns(parameters))
  return (answer?.data.workflow_runs ?? [])
    .filter(({ id, head_sha }) => id !== currentRunId && head_sha === headSha)
    .filter(({ head_repository }) => headRepoId === null || head_repository?.id === headRepoId)
    .sort((left, right) => right.id - left.id)
}

/** A re-run replays an old event, so what is true now wins where it is of a later attempt. */
function hasEnded({ id, status, run_attempt = 1 }: Run, { ended }: LoadTestQuery): boolean {
  return status === 'completed' || (ended?.runId === id && ended.runAttempt >= run_attempt)
}

async function searchResults(
  client: GitHubClient,
  runs: readonly Run[],
  query: LoadTestQuery,
): Promise<Extract<LoadTestRun, { kind: 'found' | 'expired' }> | null> {
  // A run that was cancelled may have left a part of its results: one that was not comes first.
  const ended = runs.filter((run) => hasEnded(run, query))
  const cancelled = ended.filter(({ conclusion }) => conclusion === 'cancelled')
  const ordered = [...ended.filter((run) => !cancelled.includes(run)), ...cancelled]
  const isSearched = async (index: number): Promise<boolean> =>
    index < NEWEST_SEARCHED ||
    index >= ordered.length - OLDEST_SEARCHED ||
    (index < NEWEST_ADDED && (await query.addsRuns) === true)
  let expiredRun: number | null = null
  const found: Extract<LoadTestRun, { kind: 'found' }>[] = []
  for (const [index, run] of ordered.entries()) {
    if (!(await isSearched(index))) continue
    // What a cancelled run left is used where there is nothing else, and never added to whole results.
    if (found.length > 0 && (cancelled.includes(run) || (await query.addsRuns) !== true)) break
    const { id, run_attempt } = run
    const artifacts = await listArtifacts(client, id, query.pattern)
    if (artifacts.some(({ expired }) => !expired)) {
      found.push({ kind: 'found', workflowRunId: id, runAttempt: run_attempt ?? null, artifacts })
    } else if (artifacts.length > 0) expiredRun ??= id
  }
  const [latest] = found
  if (latest === undefined) return expiredRun === null ? null : { kind: 'expired', workflowRunId: expiredRun }
  if (found.length === 1) return latest
  return { ...latest, runAttempt: null, artifacts: distinctUploads(found.flatMap(({ artifacts }) => artifacts)) }
}
