import { forwardCall } from './issues.ts'
import { isObject, objectAt } from './openapi.ts'
import { type Answer, type Call, type Handler, repositoryUrl, type World } from './world.ts'

/* emulate 0.12.2 shows a single branch in the short form of lists. GitHub shows it with its whole commit and its links. */

async function getBranch(world: World, call: Call): Promise<Answer> {
  const answer = await forwardCall(world, call)
  const branch = isObject(answer.body) ? answer.body : null
  const sha = objectAt(branch ?? {}, 'commit')?.sha
  if (branch === null || typeof sha !== 'string') return answer
  const commitPath = `/repos/${world.owner}/${world.repo}/commits/${sha}`
  const commit = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'repos/get-commit',
    method: 'GET',
    pathAndQuery: commitPath,
  })
  const url = `${repositoryUrl(world)}/branches/${String(branch.name)}`
  const contexts = [...(world.requiredContexts.get(String(branch.name)) ?? [])]
  const body = {
    name: branch.name ?? '',
    commit: isObject(commit.body) ? commit.body : {},
    _links: { self: url, html: url },
    protected: branch.protected === true,
    protection: {
      enabled: branch.protected === true,
      required_status_checks: { enforcement_level: contexts.length > 0 ? 'everyone' : 'off', contexts, checks: [] },
    },
    protection_url: `${url}/protection`,
  }
  return { status: 200, body }
}

/** emulate 0.12.2 only lists annotated tags, by the SHA of the tag. GitHub lists all tags, by the SHA of the commit. */
function listTags(world: World, { query }: Call): Answer {
  const url = repositoryUrl(world)
  const body = [...world.tags].slice(0, Number(query.get('per_page') ?? 30)).map(([name, sha]) => ({
    name,
    commit: { sha, url: `${url}/commits/${sha}` },
    zipball_url: `${url}/zipball/refs/tags/${name}`,
    tarball_url: `${url}/tarball/refs/tags/${name}`,
    node_id: 'REF_1',
  }))
  return { status: 200, body }
}

export function branchHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    ['repos/get-branch', (call) => getBranch(world, call)],
    ['repos/list-tags', (call) => listTags(world, call)],
  ]
}
