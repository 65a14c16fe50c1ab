import { forwardCall } from './issues.ts'
import { isObject, objectAt } from './openapi.ts'
import { type Answer, type Call, type Handler, repositoryUrl, type World } from './world.ts'

/*
 * emulate 0.12.2 shows a branch in the short form of lists; a single branch has its whole commit and its links.
 */

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

export function branchHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [['repos/get-branch', (call) => getBranch(world, call)]]
}
