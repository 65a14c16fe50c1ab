import type { Json, JsonObject } from './openapi.ts'
import { paginate } from './pagination.ts'
import { type Handler, NOT_FOUND, parameter, repositoryUrl, type World } from './world.ts'

/*
 * The attempts of a workflow run, and its jobs. Reports differ about what GitHub does with the artifacts of earlier attempts, so
 * each behaviour can be played.
 */
export type RerunTheory =
  /** All artifacts are kept, even several with one name. */
  | 'kept'
  /** The artifacts are not listed any more: https://github.com/actions/upload-artifact/issues/585 */
  | 'vanished'
  /** The artifacts are kept, and a second upload with the same name is refused: https://github.com/NVIDIA/aicr/pull/1928 */
  | 'conflict'
  /** The artifacts are listed, and their download answers 404. */
  | 'listed but gone'

export type Job = Readonly<{
  name: string
  /** null: the attempt is in progress. */
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | null
  /** The names of the job's steps. */
  steps?: readonly string[]
}>

/**
 * Starts the next attempt of a run, as "Re-run all jobs" does. The id stays the same, and the attempt is in progress from now on.
 */
export function startAttempt(world: World, runId: number): void {
  const run = world.runs.get(runId)
  if (run === undefined) throw new Error(`There is no workflow run ${runId}`)
  const attempt = Number(run.run_attempt)
  world.attempts.set(attemptKey(runId, attempt), { ...run })
  const startedAt = world.clock.tick()
  Object.assign(run, { run_attempt: attempt + 1, run_started_at: startedAt, status: 'in_progress', conclusion: null })
  for (const [id, artifact] of world.artifacts) {
    if (artifact.runId !== runId) continue
    if (world.rerunTheory.is === 'vanished') world.artifacts.delete(id)
    if (world.rerunTheory.is === 'listed but gone') artifact.isGone = true
  }
}

export function attemptKey(runId: number, attempt: number): string {
  return `${runId}/${attempt}`
}

function attemptOf(world: World, runId: number, attempt: number): JsonObject | null {
  const run = world.runs.get(runId)
  return (run?.run_attempt === attempt ? run : world.attempts.get(attemptKey(runId, attempt))) ?? null
}

/** If a test names no jobs, there is one job, which ended as the run did. */
function jobsOf(world: World, runId: number, attempt: number, run: JsonObject): readonly Job[] {
  const conclusion = run.conclusion as Job['conclusion']
  return world.jobs.get(attemptKey(runId, attempt)) ?? [{ name: 'load-test', conclusion }]
}

function viewJob(
  world: World,
  run: JsonObject,
  attempt: number,
  { name, conclusion, steps = [] }: Job,
  index: number,
): JsonObject {
  const id = Number(run.id) * 100 + index
  const url = `${repositoryUrl(world)}/actions/jobs/${id}`
  const status = conclusion === null ? 'in_progress' : 'completed'
  const time: Json = run.run_started_at ?? null
  return {
    id,
    run_id: run.id ?? 0,
    run_url: run.url ?? '',
    run_attempt: attempt,
    node_id: `CR_${id}`,
    head_sha: run.head_sha ?? '',
    url,
    html_url: url,
    status,
    conclusion,
    created_at: time,
    started_at: time,
    completed_at: conclusion === null ? null : time,
    name,
    steps: steps.map((step, at) => ({ name: step, status: 'completed', conclusion: 'success', number: at + 1 })),
    check_run_url: url,
    labels: [],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
    workflow_name: run.name ?? null,
    head_branch: run.head_branch ?? null,
  }
}

export function attemptHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    [
      'actions/get-workflow-run-attempt',
      (call) => {
        const [runId, attempt] = [Number(parameter(call, 'run_id')), Number(parameter(call, 'attempt_number'))]
        const run = attemptOf(world, runId, attempt)
        return run === null ? NOT_FOUND : { status: 200, body: { ...run, pull_requests: [] } }
      },
    ],
    [
      'actions/list-jobs-for-workflow-run-attempt',
      (call) => {
        const [runId, attempt] = [Number(parameter(call, 'run_id')), Number(parameter(call, 'attempt_number'))]
        const run = attemptOf(world, runId, attempt)
        if (run === null) return NOT_FOUND
        const all = jobsOf(world, runId, attempt, run).map((job, index) => viewJob(world, run, attempt, job, index))
        const { items, headers } = paginate(call, world.apiUrl, all)
        return { status: 200, headers, body: { total_count: all.length, jobs: [...items] } }
      },
    ],
  ]
}
