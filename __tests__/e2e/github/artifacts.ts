import { digestOf } from './artifact-zip.ts'
import { type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import {
  type Answer,
  failed,
  type Handler,
  NOT_FOUND,
  parameter,
  repositoryUrl,
  type StoredArtifact,
  type World,
} from './world.ts'

/* Artifacts are played here because emulate 0.12.2 does not keep their bytes. */

/** The link to the bytes is valid for one minute: https://docs.github.com/en/rest/actions/artifacts#download-an-artifact */
const LINK_LIFETIME_MS = 60_000

export function addArtifact(
  world: World,
  runId: number,
  name: string,
  bytes: Buffer,
  contentType = 'application/zip',
): number {
  if (!world.runs.has(runId)) throw new Error(`There is no workflow run ${runId}`)
  const isTaken = [...world.artifacts.values()].some((one) => one.runId === runId && one.name === name)
  if (isTaken && world.rerunTheory.is === 'conflict')
    throw new Error('409 Conflict: an artifact with this name already exists on the workflow run')
  const id = 5_000_000_000 + world.newId()
  world.artifacts.set(id, {
    runId,
    name,
    bytes,
    contentType,
    expired: false,
    isGone: false,
    digest: digestOf(bytes),
    createdAt: world.clock.tick(),
  })
  return id
}

function viewArtifact(world: World, id: number, artifact: StoredArtifact): JsonObject {
  const run = world.runs.get(artifact.runId) ?? {}
  const url = `${repositoryUrl(world)}/actions/artifacts/${id}`
  const expiresAt = new Date(Date.parse(artifact.createdAt) + world.retention.days * 24 * 3600 * 1000)
    .toISOString()
    .replace('.000Z', 'Z')
  return {
    id,
    node_id: `A_${id}`,
    name: artifact.name,
    size_in_bytes: artifact.bytes.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: expiresAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: objectAt(run, 'repository')?.id ?? 0,
      head_repository_id: objectAt(run, 'head_repository')?.id ?? 0,
      head_branch: run.head_branch ?? null,
      head_sha: run.head_sha ?? null,
    },
  }
}

/** The answer of the storage, which is the second origin: the bytes, if the link is correct and not too old. */
export function storageAnswer(world: World, url: URL): Answer {
  const id = Number(/^\/artifacts\/(\d+)$/.exec(url.pathname)?.[1])
  const artifact = world.artifacts.get(id)
  if (artifact === undefined) return failed(404, 'The specified blob does not exist.')
  const ageMs = Date.parse(world.clock.now()) - Number(url.searchParams.get('st'))
  if (url.searchParams.get('sig') !== signature(id) || !(ageMs >= 0 && ageMs <= LINK_LIFETIME_MS))
    return failed(403, 'Server failed to authenticate the request.')
  return {
    status: 200,
    body: artifact.bytes,
    headers: {
      'content-type': artifact.contentType,
      'content-disposition': `attachment; filename="${artifact.name}.zip"`,
    },
  }
}

function signature(id: number): string {
  return `signature-of-${id}`
}

export function artifactHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    [
      'actions/list-artifacts-for-repo',
      (call) => {
        const name = call.query.get('name')
        const found = [...world.artifacts].filter(([, artifact]) => name === null || artifact.name === name).reverse()
        const { items, headers } = paginate(call, world.apiUrl, found)
        const artifacts = items.map(([id, artifact]) => viewArtifact(world, id, artifact))
        return { status: 200, headers, body: { total_count: found.length, artifacts } }
      },
    ],
    [
      'actions/list-workflow-run-artifacts',
      (call) => {
        const runId = Number(parameter(call, 'run_id'))
        if (!world.runs.has(runId)) return NOT_FOUND
        const name = call.query.get('name')
        const found = [...world.artifacts].filter(
          ([, artifact]) => artifact.runId === runId && (name === null || artifact.name === name),
        )
        if (call.query.get('direction') !== 'asc') found.reverse()
        const { items, headers } = paginate(call, world.apiUrl, found)
        return {
          status: 200,
          headers,
          body: {
            total_count: found.length,
            artifacts: items.map(([id, artifact]) => viewArtifact(world, id, artifact)),
          },
        }
      },
    ],
    [
      'actions/get-artifact',
      (call) => {
        const id = Number(parameter(call, 'artifact_id'))
        const artifact = world.artifacts.get(id)
        return artifact === undefined ? NOT_FOUND : { status: 200, body: viewArtifact(world, id, artifact) }
      },
    ],
    [
      'actions/download-artifact',
      (call) => {
        const id = Number(parameter(call, 'artifact_id'))
        const artifact = world.artifacts.get(id)
        if (artifact === undefined || artifact.isGone || parameter(call, 'archive_format') !== 'zip') return NOT_FOUND
        if (artifact.expired) return failed(410, 'Artifact has expired')
        return {
          status: 302,
          headers: {
            location: `${world.storageUrl}/artifacts/${id}?st=${Date.parse(world.clock.now())}&sig=${signature(id)}`,
          },
        }
      },
    ],
  ]
}
