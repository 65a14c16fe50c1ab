import { createHash } from 'node:crypto'
import { attemptKey, type Job } from './attempts.ts'
import { isObject, type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import { minimalPull } from './pulls.ts'
import { type Answer, type Call, type Handler, NOT_FOUND, parameter, repositoryUrl, type World } from './world.ts'

/*
 * Workflow runs are played here because emulate 0.12.2 only makes them by dispatching a workflow, and can filter them neither by
 * commit nor by event.
 */

export type WorkflowRun = Readonly<{
  event: string
  headSha: string
  headBranch: string
  /** The workflow's file. Default: `.github/workflows/perf.yml`. */
  path?: string
  status?: 'queued' | 'in_progress' | 'completed'
  conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped' | null
  actor: string
  runAttempt?: number
  /** The owner of the fork that contains the head. Default: the repository itself. */
  forkOwner?: string
  /** Default: one job, which ends as the run does. */
  jobs?: readonly Job[]
}>

async function repositoryView(world: World, owner: string): Promise<JsonObject> {
  const { body } = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'repos/get',
    method: 'GET',
    pathAndQuery: `/repos/${owner}/${world.repo}`,
  })
  const view = isObject(body) ? body : null
  if (view === null || typeof view.id !== 'number') throw new Error(`${owner} has no repository ${world.repo}`)
  return view
}

/** The numeric id of a workflow. It is computed from the path, so that a file has the same id in each test. */
function workflowId(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0)
}

/** Records a run as if GitHub had started it, and returns its id. */
export async function addWorkflowRun(world: World, run: WorkflowRun): Promise<number> {
  const path = run.path ?? '.github/workflows/perf.yml'
  const status = run.status ?? 'completed'
  const id = 9_000_000_000 + world.newId()
  const url = `${repositoryUrl(world)}/actions/runs/${id}`
  const repository = await repositoryView(world, world.owner)
  const headRepository = await repositoryView(world, run.forkOwner ?? world.owner)
  const actor = world.upstream.account(run.actor)
  // The brackets in a bot's login are not allowed in an address.
  const person = { name: run.actor, email: `${run.actor.replaceAll(/[[\]]/g, '')}@users.noreply.github.com` }
  const time = world.clock.tick()
  if (run.jobs !== undefined) world.jobs.set(attemptKey(id, run.runAttempt ?? 1), run.jobs)
  world.runs.set(id, {
    id,
    name: path.replace(/^.*\//, '').replace(/\.ya?ml$/, ''),
    node_id: `WFR_${id}`,
    check_suite_id: id + 1,
    check_suite_node_id: `CS_${id}`,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path,
    run_number: world.runs.size + 1,
    run_attempt: run.runAttempt ?? 1,
    event: run.event,
    display_title: `Run of ${path}`,
    status,
    conclusion: status === 'completed' ? (run.conclusion === undefined ? 'success' : run.conclusion) : null,
    workflow_id: workflowId(path),
    url,
    html_url: `${world.apiUrl}/${world.owner}/${world.repo}/actions/runs/${id}`,
    created_at: time,
    updated_at: time,
    run_started_at: time,
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(world)}/check-suites/${id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repositoryUrl(world)}/actions/workflows/${workflowId(path)}`,
    head_commit: {
      id: run.headSha,
      tree_id: run.headSha,
      message: 'commit',
      timestamp: time,
      author: person,
      committer: person,
    },
    repository,
    head_repository: headRepository,
  })
  return id
}

/**
 * Open pull requests of this repository with this head. The list is always empty for forks:
 * https://github.com/actions/runner/issues/3444
 */
function viewRun(world: World, run: JsonObject, excludePulls: boolean): JsonObject {
  const repository = objectAt(run, 'repository') ?? {}
  const matching = [...world.pulls.values()].filter(
    (pull) =>
      !pull.isFork && pull.mergedAt === null && (pull.headSha === run.head_sha || pull.headRef === run.head_branch),
  )
  const isOfFork = objectAt(run, 'head_repository')?.id !== repository.id
  return {
    ...run,
    pull_requests: excludePulls || isOfFork ? [] : matching.map((pull) => minimalPull(world, pull, repository)),
  }
}

function matches(call: Call, run: JsonObject): boolean {
  const wanted = (name: string): string | null => call.query.get(name)
  const status = wanted('status')
  return (
    (wanted('event') === null || run.event === wanted('event')) &&
    (wanted('head_sha') === null || run.head_sha === wanted('head_sha')) &&
    (wanted('branch') === null || run.head_branch === wanted('branch')) &&
    (wanted('actor') === null || objectAt(run, 'actor')?.login === wanted('actor')) &&
    (status === null || run.status === status || run.conclusion === status)
  )
}

/** GitHub never lists more than this for a filtered search: https://docs.github.com/en/rest/actions/workflow-runs */
const MAX_LISTED_RUNS = 1000

function listRuns(world: World, call: Call, filter: (run: JsonObject) => boolean): Answer {
  for (const name of ['created', 'check_suite_id'])
    if (call.query.has(name)) throw new Error(`The played GitHub does not filter workflow runs by "${name}"`)
  const found = [...world.runs.values()].filter((run) => filter(run) && matches(call, run)).reverse()
  const { items, headers } = paginate(call, world.apiUrl, found.slice(0, MAX_LISTED_RUNS))
  const excludePulls = call.query.get('exclude_pull_requests') === 'true'
  return {
    status: 200,
    headers,
    body: { total_count: found.length, workflow_runs: items.map((run) => viewRun(world, run, excludePulls)) },
  }
}

export function workflowRunHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    [
      'actions/get-workflow-run',
      (call) => {
        const run = world.runs.get(Number(parameter(call, 'run_id')))
        return run === undefined
          ? NOT_FOUND
          : { status: 200, body: viewRun(world, run, call.query.get('exclude_pull_requests') === 'true') }
      },
    ],
    ['actions/list-workflow-runs-for-repo', (call) => listRuns(world, call, () => true)],
    [
      'actions/list-workflow-runs',
      (call) => {
        const wanted = parameter(call, 'workflow_id')
        const ofWorkflow = (run: JsonObject): boolean =>
          String(run.workflow_id) === wanted || String(run.path).endsWith(`/${wanted}`)
        return [...world.runs.values()].some(ofWorkflow) ? listRuns(world, call, ofWorkflow) : NOT_FOUND
      },
    ],
  ]
}
