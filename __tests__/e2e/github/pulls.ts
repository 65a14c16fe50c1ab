import { isObject, type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import { mergeRefusal } from './statuses.ts'
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

/*
 * Pull requests are played here, on top of the emulator's. emulate 0.12.2 fixes their head when they are opened, has no test
 * merge commit (refs/pull/N/merge), invents the names of changed files, merges by taking the whole tree of the head, and enforces
 * check runs but not commit statuses.
 */

/** Updates the pull request from its branches: head, refs/pull/N/head and the test merge. */
export async function syncPull(world: World, pull: Pull): Promise<void> {
  if (pull.mergedAt !== null) return
  const baseTip = await world.git.readRef(`heads/${pull.baseRef}`)
  if (baseTip === null) throw new Error(`The base branch ${pull.baseRef} of pull request ${pull.number} is gone`)
  const headSha = pull.isFork ? pull.headSha : ((await world.git.readRef(`heads/${pull.headRef}`)) ?? pull.headSha)
  const mergedFrom = `${baseTip} ${headSha}`
  if (pull.mergedFrom === mergedFrom) return
  if (pull.headSha !== headSha || pull.baseSha === '') {
    pull.headSha = headSha
    pull.baseSha = baseTip
    pull.updatedAt = world.clock.tick()
  }
  await world.git.writeRef(`pull/${pull.number}/head`, headSha)
  const message = `Merge ${headSha} into ${baseTip}`
  pull.mergeCommitSha = await world.git.merge({ base: baseTip, head: headSha, message, author: pull.author })
  pull.mergedFrom = mergedFrom
  if (pull.mergeCommitSha !== null) await world.git.writeRef(`pull/${pull.number}/merge`, pull.mergeCommitSha)
}

async function changedFiles(world: World, pull: Pull): Promise<readonly JsonObject[]> {
  const pathAndQuery = `/repos/${world.owner}/${world.repo}/compare/${pull.baseSha}...${pull.headSha}`
  const { body } = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'repos/compare-commits-with-basehead',
    method: 'GET',
    pathAndQuery,
  })
  const files = objectAt(body as JsonObject)?.files
  return Array.isArray(files) ? files.filter(isObject) : []
}

async function mergeableState(world: World, pull: Pull): Promise<string> {
  if (pull.mergedAt !== null) return 'unknown'
  if (pull.mergeCommitSha === null) return 'dirty'
  return mergeRefusal(world, pull) === null ? 'clean' : 'blocked'
}

function sumOf(files: readonly JsonObject[], field: string): number {
  return files.reduce((sum, file) => sum + Number(file[field]), 0)
}

/** The pull request as `GET /pulls/{n}` shows it. */
export async function viewPull(world: World, pull: Pull): Promise<JsonObject> {
  await syncPull(world, pull)
  const path = `/repos/${world.owner}/${world.repo}`
  const read = async (pathAndQuery: string): Promise<Answer> =>
    world.upstream.forward({ login: 'site-admin', operationId: 'pulls/get', method: 'GET', pathAndQuery })
  const known = objectAt((await read(`${path}/pulls/${pull.number}`)).body as JsonObject)
  const labels = (await read(`${path}/issues/${pull.number}/labels`)).body as JsonObject[]
  const [head, base] = [objectAt(known ?? {}, 'head'), objectAt(known ?? {}, 'base')]
  if (known === null || head === null || base === null) throw new Error(`The emulator lost pull request ${pull.number}`)
  const files = await changedFiles(world, pull)
  const isMerged = pull.mergedAt !== null
  return {
    ...known,
    labels,
    head: {
      ...head,
      sha: pull.headSha,
      ref: pull.headRef,
      label: `${pull.headOwner}:${pull.headRef}`,
      user: world.upstream.account(pull.headOwner),
    },
    base: { ...base, sha: pull.baseSha },
    merge_commit_sha: pull.mergeCommitSha,
    mergeable: isMerged ? null : pull.mergeCommitSha !== null,
    mergeable_state: await mergeableState(world, pull),
    merged: isMerged,
    state: isMerged ? 'closed' : 'open',
    merged_at: pull.mergedAt,
    merged_by: pull.mergedBy === null ? null : world.upstream.account(pull.mergedBy),
    closed_at: pull.mergedAt,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    additions: sumOf(files, 'additions'),
    deletions: sumOf(files, 'deletions'),
    changed_files: files.length,
  }
}

/** The shorter form of lists, without the fields that GitHub computes for a single pull request. */
async function summarizePull(world: World, pull: Pull): Promise<JsonObject> {
  const {
    merged,
    mergeable,
    mergeable_state,
    rebaseable,
    merged_by,
    comments,
    review_comments,
    commits,
    additions,
    deletions,
    changed_files,
    maintainer_can_modify,
    ...rest
  } = await viewPull(world, pull)
  return rest
}

function listed(call: Call, pulls: Iterable<Pull>): readonly Pull[] {
  const [state, head, base] = [call.query.get('state') ?? 'open', call.query.get('head'), call.query.get('base')]
  const ascending = call.query.get('direction') === 'asc'
  const matching = [...pulls].filter(
    (pull) =>
      (state === 'all' || (state === 'open') === (pull.mergedAt === null)) &&
      // GitHub ignores the filter `head` if it has no owner.
      (head === null || !head.includes(':') || head === `${pull.headOwner}:${pull.headRef}`) &&
      (base === null || base === pull.baseRef),
  )
  return matching.sort((left, right) => (ascending ? left.number - right.number : right.number - left.number))
}

const ROLES_THAT_MERGE: ReadonlySet<string> = new Set(['write', 'maintain', 'admin'])

/** Merges or refuses as `PUT /pulls/{n}/merge` does. */
export async function mergePull(world: World, pull: Pull, login: string, expectedHead?: string): Promise<Answer> {
  await syncPull(world, pull)
  const role = world.roles.get(login) ?? 'none'
  const permission = typeof role === 'string' ? role : role.permission
  const isOwner = login === world.owner
  if (!isOwner && login !== 'github-actions[bot]' && !ROLES_THAT_MERGE.has(permission))
    return failed(403, 'Resource not accessible by personal access token')
  if (pull.mergedAt !== null || pull.mergeCommitSha === null) return failed(405, 'Pull Request is not mergeable')
  if (expectedHead !== undefined && expectedHead !== pull.headSha)
    return failed(409, 'Head branch was modified. Review and try the merge again.')
  const refused = mergeRefusal(world, pull)
  if (refused !== null) return failed(405, refused)
  const message = `Merge pull request #${pull.number} from ${pull.headOwner}/${pull.headRef}`
  const base = await world.git.readRef(`heads/${pull.baseRef}`)
  const sha = base === null ? null : await world.git.merge({ base, head: pull.headSha, message, author: login })
  if (sha === null) return failed(405, 'Pull Request is not mergeable')
  await world.git.writeRef(`heads/${pull.baseRef}`, sha)
  pull.mergedAt = world.clock.tick()
  pull.updatedAt = pull.mergedAt
  pull.mergedBy = login
  pull.mergeCommitSha = sha
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
}

/** The pull requests that a commit belongs to. Empty for commits of a fork: https://github.com/learningequality/kolibri/issues/14719 */
export async function pullsOfCommit(world: World, sha: string): Promise<readonly Pull[]> {
  const found: Pull[] = []
  for (const pull of world.pulls.values()) {
    if (pull.isFork && pull.mergedAt === null) continue
    const own =
      (await world.git.mergeBase(sha, pull.headSha)) === sha && (await world.git.mergeBase(sha, pull.baseSha)) !== sha
    if (own || pull.mergeCommitSha === sha) found.push(pull)
  }
  return found
}

export function pullHandlers(world: World): readonly (readonly [string, Handler])[] {
  function withPull(then: (call: Call, pull: Pull) => Promise<Answer>): Handler {
    return async (call) => {
      const pull = world.pulls.get(Number(parameter(call, 'pull_number')))
      return pull === undefined ? NOT_FOUND : then(call, pull)
    }
  }
  async function page(call: Call, pulls: readonly Pull[]): Promise<Answer> {
    const { items, headers } = paginate(call, world.apiUrl, pulls)
    return { status: 200, headers, body: await Promise.all(items.map((pull) => summarizePull(world, pull))) }
  }
  return [
    ['pulls/get', withPull(async (_call, pull) => ({ status: 200, body: await viewPull(world, pull) }))],
    ['pulls/list', async (call) => page(call, listed(call, world.pulls.values()))],
    [
      'pulls/list-files',
      withPull(async (call, pull) => {
        await syncPull(world, pull)
        const { items, headers } = paginate(call, world.apiUrl, await changedFiles(world, pull))
        return { status: 200, headers, body: [...items] }
      }),
    ],
    [
      'pulls/merge',
      withPull(async (call, pull) => {
        const expected = objectAt(call.body)?.sha
        return mergePull(world, pull, actorOf(call.token), typeof expected === 'string' ? expected : undefined)
      }),
    ],
    [
      'repos/list-pull-requests-associated-with-commit',
      async (call) => {
        const sha = parameter(call, 'commit_sha')
        if (!(await world.git.exists(sha))) return failed(422, `No commit found for SHA: ${sha}`)
        return page(call, await pullsOfCommit(world, sha))
      },
    ],
  ]
}

/** The short form that workflow runs list. */
export function minimalPull(world: World, pull: Pull, repository: JsonObject): JsonObject {
  const repo = { id: repository.id ?? 0, url: repository.url ?? '', name: repository.name ?? '' }
  return {
    id: 1000 + pull.number,
    number: pull.number,
    url: `${repositoryUrl(world)}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  }
}
