import type { RestEndpointMethodTypes } from '@octokit/rest'
import { type Artifact, listArtifacts, listNewestArtifacts, type NewestArtifacts } from './artifacts.ts'
import { type Attempt, attemptsOf, type RunNow } from './attempts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'
import { type GateJob, type RunEnd, runEnd } from './run-end.ts'
import { heardLater, settleAll } from './settle.ts'

/** One attempt of a load test, and how it ended. It has no artifacts if it is the newest attempt, and only earlier attempts left results. */
export type LoadTest = Attempt & RunEnd

/** The load tests of a commit that left results, or why there are none. */
export type LoadTestRuns =
  | Readonly<{
      kind: 'found'
      /** The newest first. At least one was not cut short. */
      loadTests: readonly LoadTest[]
      /** The newest run of this commit, whether it left results or not. */
      newest: Readonly<{ workflowRunId: number; conclusion: string | null }>
    }>
  /** All load tests of the commit were cancelled before they ended. */
  | Readonly<{ kind: 'cut-short'; loadTest: LoadTest }>
  /** The results were deleted by GitHub after their retention time. */
  | Readonly<{ kind: 'expired'; workflowRunId: number }>
  /** A load test still runs. Its end will start the gate again. */
  | Readonly<{ kind: 'in-progress'; workflowRunId: number }>
  /** A maintainer must allow the code of a new contributor to run. */
  | Readonly<{ kind: 'needs-approval'; workflowRunId: number }>
  /** The load test ended without an artifact whose name matches the pattern. */
  | Readonly<{ kind: 'without-results'; workflowRunId: number; conclusion: string | null }>
  /** There are more runs than can be checked, and those that were checked have no results. */
  | Readonly<{ kind: 'not-found'; runs: number }>
  /** This workflow has no run for this commit. */
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
  /** The gate's own run. */
  currentRunId: number
  /** The attempt of the gate's own run. */
  runAttempt: number
  /** The load test is not in the gate's own workflow. While it runs, nothing is judged. */
  isOtherWorkflow: boolean
  /** The load test is a job of the gate's own run. */
  hasMeasured: boolean
  /** The event comes some time after the load test, as those of labels, edits, comments and reviews do. */
  isLater: boolean
  gateJob: GateJob
  /** The run that has ended according to the event. Lists of runs may show its end only some seconds later. */
  ended: Readonly<{ runId: number; runAttempt: number }> | null
}>

type Run = RestEndpointMethodTypes['actions']['listWorkflowRuns']['response']['data']['workflow_runs'][number]

/**
 * All load tests of this commit that left results. A rerun adds results, whatever the event is. Artifacts are listed by their run and
 * never by name alone, because runs of forks may use the same names: https://github.com/zizmorcore/zizmor/issues/195
 */
export async function findLoadTests(client: GitHubClient, query: LoadTestQuery): Promise<LoadTestRuns> {
  // The artifacts are probably in this list, and the request for it need not wait for another answer.
  const early = query.isLater ? heardLater(listNewestArtifacts(client, query.pattern)) : null
  const runs = await listRuns(client, query)
  const [newest] = runs
  if (newest === undefined) return { kind: 'none' }
  const running = runs.find((run) => !hasEnded(run, query))
  // The status of a run that waits for approval is "completed": https://github.com/thedotmack/claude-mem/pull/3593
  if (newest.conclusion === 'action_required') return { kind: 'needs-approval', workflowRunId: newest.id }
  // This includes a re-run of an older run: without its results, the earlier results would be forgotten meanwhile.
  if (query.isOtherWorkflow && running !== undefined) return { kind: 'in-progress', workflowRunId: running.id }
  const { byRun, isComplete } = await artifactsOfRuns(client, runs, early, query.pattern)
  const found = runs.filter(({ id }) => byRun.get(id)?.some(({ expired }) => !expired))
  const tests = await settleAll(found, (run) => loadTestsOf(client, run, byRun.get(run.id) ?? [], query))
  const loadTests = tests.flat()
  const [cutShort] = loadTests.filter(({ isCutShort }) => isCutShort)
  if (loadTests.some(hasWholeResults)) {
    return { kind: 'found', loadTests, newest: { workflowRunId: newest.id, conclusion: newest.conclusion } }
  }
  if (running !== undefined) return { kind: 'in-progress', workflowRunId: running.id }
  if (cutShort !== undefined) return { kind: 'cut-short', loadTest: cutShort }
  const expired = runs.find(({ id }) => (byRun.get(id)?.length ?? 0) > 0)
  if (expired !== undefined) return { kind: 'expired', workflowRunId: expired.id }
  if (!isComplete) return { kind: 'not-found', runs: runs.length }
  return { kind: 'without-results', workflowRunId: newest.id, conclusion: newest.conclusion }
}

/** The attempts of the load test that is a job of the gate's own run, the newest first. Empty: it left no results. */
export async function ownLoadTests(client: GitHubClient, query: LoadTestQuery): Promise<readonly LoadTest[]> {
  const { currentRunId, runAttempt, pattern } = query
  const run = { workflowRunId: currentRunId, runAttempt, startedAt: null, conclusion: null }
  // If this run has measured, its jobs say how the load test ended. A run that a label started has not measured.
  const end = query.hasMeasured ? heardLater(runEnd(client, run, query.gateJob)) : null
  const artifacts = await listArtifacts(client, currentRunId, pattern)
  if (artifacts.length === 0) return []
  return await withEnds(client, await attemptsOf(client, run, artifacts), query, end)
}

export function hasWholeResults({ artifacts, isCutShort }: LoadTest): boolean {
  return !isCutShort && artifacts.some(({ expired }) => !expired)
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

/** A re-run replays an old event. So if the API knows of a later attempt than the event, the API counts. */
function hasEnded({ id, status, run_attempt = 1 }: Run, { ended }: LoadTestQuery): boolean {
  return status === 'completed' || (ended?.runId === id && ended.runAttempt >= run_attempt)
}

type ArtifactsByRun = Readonly<{
  byRun: ReadonlyMap<number, readonly Artifact[]>
  /** Every run was checked. */
  isComplete: boolean
}>

/** If the newest artifacts of the repository do not reach back far enough, at most this many runs are asked for their artifacts. */
const ASKED_AT_MOST = 20

/**
 * If the load test is a job of the gate's own workflow, each label and each edit starts a run without results, so a commit may have dozens
 * of runs. One request for the newest artifacts of the repository tells about all of them, as far back as the list reaches.
 */
async function artifactsOfRuns(
  client: GitHubClient,
  runs: readonly Run[],
  early: Promise<NewestArtifacts> | null,
  pattern: string,
): Promise<ArtifactsByRun> {
  const newest = await (early ?? (runs.length === 1 ? null : listNewestArtifacts(client, pattern)))
  const since = newest?.wholeSince ?? null
  const unknown = runs.filter(({ created_at }) => since === null || Date.parse(created_at) < Date.parse(since))
  const asked = unknown.slice(0, ASKED_AT_MOST)
  const lists = await settleAll(asked, async ({ id }) => [id, await listArtifacts(client, id, pattern)] as const)
  const byRun = new Map<number, readonly Artifact[]>(
    runs.map(({ id }) => [id, newest?.artifacts.filter(({ workflowRunId }) => workflowRunId === id) ?? []]),
  )
  for (const [id, artifacts] of lists) byRun.set(id, artifacts)
  return { byRun, isComplete: asked.length === unknown.length }
}

async function loadTestsOf(
  client: GitHubClient,
  run: Run,
  artifacts: readonly Artifact[],
  query: LoadTestQuery,
): Promise<readonly LoadTest[]> {
  const { id, run_attempt = 1, run_started_at, conclusion } = run
  const now: RunNow = { workflowRunId: id, runAttempt: run_attempt, startedAt: run_started_at ?? null, conclusion }
  const attempts = await attemptsOf(client, now, artifacts)
  // A running attempt has left only a part of its results.
  const ended = hasEnded(run, query) ? attempts : attempts.filter(({ runAttempt }) => runAttempt !== run_attempt)
  return await withEnds(client, ended, query)
}

async function withEnds(
  client: GitHubClient,
  attempts: readonly Attempt[],
  { gateJob, currentRunId, runAttempt }: LoadTestQuery,
  ownEnd: Promise<RunEnd> | null = null,
): Promise<readonly LoadTest[]> {
  return await settleAll(attempts, async (one) => {
    const isOwn = one.workflowRunId === currentRunId && one.runAttempt === runAttempt
    return { ...one, ...(await ((isOwn ? ownEnd : null) ?? runEnd(client, one, gateJob))) }
  })
}
