import { type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import {
  type Answer,
  actorOf,
  type Call,
  failed,
  type Handler,
  NOT_FOUND,
  parameter,
  repositoryUrl,
  type World,
} from './world.ts'

/* Deployments, their statuses and repository_dispatch are played here, because emulate 0.12.2 has none of them. */

/** Kept only in the played world of a test. */
export type DeploymentData = { id: number; data: JsonObject; statuses: JsonObject[] }

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
const MAX_DESCRIPTION_CHARACTERS = 140

export function deploy(
  world: World,
  { sha, environment, login, at }: Readonly<{ sha: string; environment: string; login: string; at: string }>,
): DeploymentData {
  const id = world.newId()
  const data: JsonObject = {
    url: `${repositoryUrl(world)}/deployments/${id}`,
    id,
    node_id: `DE_${id}`,
    sha,
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: environment,
    environment,
    description: null,
    creator: world.upstream.account(login),
    created_at: at,
    updated_at: at,
    statuses_url: `${repositoryUrl(world)}/deployments/${id}/statuses`,
    repository_url: repositoryUrl(world),
  }
  const deployment = { id, data, statuses: [] }
  world.deployments.push(deployment)
  return deployment
}

export function addStatus(
  world: World,
  deployment: DeploymentData,
  status: Readonly<{ state: string; description: string; logUrl: string; login: string; at: string }>,
): JsonObject {
  const id = world.newId()
  const url = String(deployment.data.url)
  const data: JsonObject = {
    url: `${url}/statuses/${id}`,
    id,
    node_id: `DES_${id}`,
    state: status.state,
    creator: world.upstream.account(status.login),
    description: status.description,
    environment: deployment.data.environment ?? '',
    target_url: status.logUrl,
    log_url: status.logUrl,
    created_at: status.at,
    updated_at: status.at,
    deployment_url: url,
    repository_url: repositoryUrl(world),
  }
  deployment.statuses.push(data)
  return data
}

function find(world: World, call: Call): DeploymentData | undefined {
  return world.deployments.find(({ id }) => id === Number(parameter(call, 'deployment_id')))
}

function listDeployments(world: World, call: Call): Answer {
  const environment = call.query.get('environment')
  const all = world.deployments.filter(({ data }) => environment === null || data.environment === environment)
  const { items, headers } = paginate(call, world.apiUrl, all.toReversed())
  return { status: 200, headers, body: items.map(({ data }) => data) }
}

function listStatuses(world: World, call: Call): Answer {
  const deployment = find(world, call)
  if (deployment === undefined) return NOT_FOUND
  const { items, headers } = paginate(call, world.apiUrl, deployment.statuses.toReversed())
  return { status: 200, headers, body: [...items] }
}

function createStatus(world: World, call: Call): Answer {
  const deployment = find(world, call)
  if (deployment === undefined) return NOT_FOUND
  const { state = '', description = '', log_url = '', auto_inactive = true } = objectAt(call.body) ?? {}
  if ([...String(description)].length > MAX_DESCRIPTION_CHARACTERS) return failed(422, 'Validation Failed')
  const login = actorOf(call.token)
  const status = { state: String(state), description: String(description), logUrl: String(log_url), login }
  const body = addStatus(world, deployment, { ...status, at: world.clock.tick() })
  // https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status: "auto_inactive"
  if (state === 'success' && auto_inactive === true)
    for (const other of world.deployments)
      if (other !== deployment && other.data.environment === deployment.data.environment)
        addStatus(world, other, {
          state: 'inactive',
          description: '',
          logUrl: String(other.statuses[0]?.log_url),
          login,
          at: world.clock.now(),
        })
  return { status: 201, body }
}

function dispatch(world: World, call: Call): Answer {
  world.dispatches.push(objectAt(call.body) ?? {})
  return { status: 204 }
}

export function deploymentHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    ['repos/list-deployments', (call) => listDeployments(world, call)],
    ['repos/list-deployment-statuses', (call) => listStatuses(world, call)],
    ['repos/create-deployment-status', (call) => createStatus(world, call)],
    ['repos/create-dispatch-event', (call) => dispatch(world, call)],
  ]
}
