import { type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import {
  type Answer,
  actorOf,
  type Call,
  failed,
  type Handler,
  NOT_FOUND,
  type Pull,
  parameter,
  repositoryUrl,
  type World,
} from './world.ts'

/* Commit statuses are played here because emulate 0.12.2 has none, so its merges do not wait for them. */

/**
 * The API description does not name this limit, but others found it:
 * https://github.com/AlexanderMattTurner/agent-glovebox/issues/3486
 */
const MAX_DESCRIPTION_CHARACTERS = 140

/** https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const MAX_STATUSES_PER_CONTEXT = 1000

const STATES: ReadonlySet<unknown> = new Set(['error', 'failure', 'pending', 'success'])

/** The newest status of each context of this commit, newest first. */
function latestStatuses(world: World, sha: string): readonly JsonObject[] {
  const latest = new Map<string, JsonObject>()
  for (const status of world.statuses) if (status.sha === sha) latest.set(status.context, status.data)
  return [...latest.values()].sort((left, right) => Number(right.id) - Number(left.id))
}

/**
 * The reason why the required statuses forbid this merge. null: they allow it. If the test merge commit has a status of a
 * required context, GitHub uses that status instead of the head's:
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks
 */
export function mergeRefusal(world: World, pull: Pull): string | null {
  const ofRulesets = (world.rulesetContexts.get(pull.baseRef) ?? []).map(({ context }) => context)
  for (const context of [...(world.requiredContexts.get(pull.baseRef) ?? []), ...ofRulesets]) {
    const ofMerge = pull.mergeCommitSha === null ? [] : latestStatuses(world, pull.mergeCommitSha)
    const state = [...ofMerge, ...latestStatuses(world, pull.headSha)].find(
      (status) => status.context === context,
    )?.state
    if (state === 'success') continue
    if (state === undefined) return `Required status check "${context}" is expected.`
    return `Required status check "${context}" is ${state === 'pending' ? 'pending' : 'failing'}.`
  }
  return null
}

async function shaOf(world: World, ref: string): Promise<string | null> {
  if (await world.git.exists(ref)) return ref
  return (await world.git.readRef(`heads/${ref}`)) ?? (await world.git.readRef(ref))
}

function problem(field: string, message: string): Answer {
  return failed(422, 'Validation Failed', { errors: [{ resource: 'Status', code: 'custom', field, message }] })
}

async function createStatus(world: World, call: Call): Promise<Answer> {
  const sha = parameter(call, 'sha')
  const body = objectAt(call.body) ?? {}
  const { state, description = null, target_url = null, context = 'default' } = body
  if (!(await world.git.exists(sha))) return failed(422, `No commit found for SHA: ${sha}`)
  if (!STATES.has(state)) return problem('state', 'state is not included in the list')
  if (typeof description === 'string' && [...description].length > MAX_DESCRIPTION_CHARACTERS)
    return problem('description', `description is too long (maximum is ${MAX_DESCRIPTION_CHARACTERS} characters)`)
  if (typeof target_url === 'string' && !/^https?:\/\//.test(target_url))
    return problem('target_url', 'target_url must use http(s) scheme')
  const sameContext = world.statuses.filter((status) => status.sha === sha && status.context === context)
  if (sameContext.length >= MAX_STATUSES_PER_CONTEXT)
    return problem('base', 'This SHA and context has reached the maximum number of statuses.')
  const id = world.newId()
  const time = world.clock.tick()
  const creator = world.upstream.account(actorOf(call.token))
  const url = `${repositoryUrl(world)}/statuses/${sha}`
  const data: JsonObject = {
    url,
    avatar_url: creator.avatar_url ?? null,
    id,
    node_id: `SC_${id}`,
    state: state ?? null,
    description,
    target_url,
    context,
    created_at: time,
    updated_at: time,
    creator,
  }
  world.statuses.push({ sha, context: String(context), data })
  return { status: 201, body: data }
}

function combinedState(statuses: readonly JsonObject[]): string {
  if (statuses.some((status) => status.state === 'failure' || status.state === 'error')) return 'failure'
  return statuses.length > 0 && statuses.every((status) => status.state === 'success') ? 'success' : 'pending'
}

async function combined(world: World, call: Call): Promise<Answer> {
  const sha = await shaOf(world, parameter(call, 'ref'))
  if (sha === null) return NOT_FOUND
  const latest = latestStatuses(world, sha)
  const { items, headers } = paginate(call, world.apiUrl, latest)
  const { body: repository } = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'repos/get',
    method: 'GET',
    pathAndQuery: `/repos/${world.owner}/${world.repo}`,
  })
  const statuses = items.map(({ creator, ...simple }) => simple)
  const url = repositoryUrl(world)
  const body = {
    state: combinedState(latest),
    statuses,
    sha,
    total_count: latest.length,
    repository: objectAt(repository as JsonObject) ?? {},
    commit_url: `${url}/commits/${sha}`,
    url: `${url}/commits/${sha}/status`,
  }
  return { status: 200, headers, body }
}

export function statusHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    ['repos/create-commit-status', (call) => createStatus(world, call)],
    ['repos/get-combined-status-for-ref', (call) => combined(world, call)],
    [
      'repos/list-commit-statuses-for-ref',
      async (call) => {
        const sha = await shaOf(world, parameter(call, 'ref'))
        const all = world.statuses.filter((status) => status.sha === sha).map((status) => status.data)
        const { items, headers } = paginate(call, world.apiUrl, all.reverse())
        return { status: 200, headers, body: [...items] }
      },
    ],
  ]
}
