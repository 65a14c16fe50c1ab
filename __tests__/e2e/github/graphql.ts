import { forwardCall } from './issues.ts'
import { isObject, type Json, type JsonObject, objectAt } from './openapi.ts'
import { refusal, type Token } from './permissions.ts'
import { pullsOfCommit } from './pulls.ts'
import { type Answer, actorOf, type Handler, type World } from './world.ts'

/*
 * The requests of perf-gate to GraphQL: moving refs with a compare-and-set, which the REST API does not have, and reading the
 * pull requests of many commits or the files of a folder at once. The texts were validated against the published schema (npm
 * @octokit/graphql-schema 15): https://docs.github.com/en/graphql/reference/mutations#updaterefs,
 * https://docs.github.com/en/graphql/reference/objects#commit
 */

const UPDATE_REFS = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'

/** On GitHub, moving a ref is atomic. Here it is a read and a write, so each move waits for the one before. */
const lastMoves = new WeakMap<World, Promise<unknown>>()

function oneAfterAnother<Value>(world: World, move: () => Promise<Value>): Promise<Value> {
  const mine = (lastMoves.get(world) ?? Promise.resolve()).then(move)
  lastMoves.set(
    world,
    mine.catch(() => undefined),
  )
  return mine
}

const MERGED =
  /^query \(\$owner: String!, \$repo: String!, \$context: String!\) \{ repository\(owner: \$owner, name: \$repo\) \{ (?<objects>(?:c\d+: object\(oid: "[0-9a-f]{40}"\) \{ \.\.\.merged \} ?)+)\} \}\nfragment merged on Commit \{ messageHeadline status \{ \.\.\.override \} associatedPullRequests\(first: (?<first>\d+)\) \{ totalCount nodes \{ number title merged baseRefName headRefOid commits\(last: 1\) \{ nodes \{ commit \{ oid status \{ \.\.\.override \} \} \} \} \} \} \}\nfragment override on Status \{ context\(name: \$context\) \{ description createdAt creator \{ __typename login \} \} \}$/

/** Refuses as GitHub does: status 200, no data, and the name of the field. https://github.com/facebook/sapling/issues/993 */
function forbidden(...path: readonly string[]): Answer {
  const message = 'Resource not accessible by integration'
  const errors = [{ type: 'FORBIDDEN', path: [...path], extensions: { saml_failure: false }, message }]
  return { status: 200, body: { data: { repository: null }, errors } }
}

async function mergedPulls(
  world: World,
  { objects = '', first = '' }: Readonly<Record<string, string>>,
  context: string,
  token: Token,
): Promise<Answer> {
  const granted = world.granted.permissions
  const mayNot = (operationId: string): boolean => refusal(operationId, token, granted) !== null
  if (mayNot('git/get-commit')) return forbidden('repository', 'c0')
  if (mayNot('pulls/list')) return forbidden('repository', 'c0', 'associatedPullRequests')
  const repository: JsonObject = {}
  for (const [, alias = '', sha = ''] of objects.matchAll(/(c\d+): object\(oid: "([0-9a-f]{40})"\)/g)) {
    if (!(await world.git.exists(sha))) {
      repository[alias] = null
      continue
    }
    const pulls = await pullsOfCommit(world, sha)
    if (pulls.length > 0 && mayNot('repos/list-commit-statuses-for-ref'))
      return forbidden(
        'repository',
        alias,
        'associatedPullRequests',
        'nodes',
        '0',
        'commits',
        'nodes',
        '0',
        'commit',
        'status',
      )
    const titles = await titlesOf(world, pulls)
    const nodes = pulls.slice(0, Number(first)).map((pull) => ({
      number: pull.number,
      title: titles.get(pull.number) ?? '',
      merged: pull.mergedAt !== null,
      baseRefName: pull.baseRef,
      headRefOid: pull.headSha,
      commits: { nodes: [{ commit: { oid: pull.headSha, status: statusOf(world, pull.headSha, context) } }] },
    }))
    repository[alias] = {
      messageHeadline: (await world.git.message(sha)).split('\n')[0] ?? '',
      status: statusOf(world, sha, context),
      associatedPullRequests: { totalCount: pulls.length, nodes },
    }
  }
  return { status: 200, body: { data: { repository } } }
}

async function titlesOf(
  world: World,
  pulls: readonly Readonly<{ number: number }>[],
): Promise<ReadonlyMap<number, string>> {
  const { owner, repo } = world
  const { get } = world.upstream.client().rest.pulls
  const asked = pulls.map(({ number }) => get({ owner, repo, pull_number: number }))
  return new Map((await Promise.all(asked)).map(({ data }) => [data.number, data.title]))
}

/** A commit without any status has none. In a commit without this context, the context is null. */
function statusOf(world: World, sha: string, context: string): JsonObject | null {
  if (!world.statuses.some((status) => status.sha === sha)) return null
  const latest = latestOf(world, sha, context)
  if (latest === null) return { context: null }
  const { description, createdAt, creator } = latest
  return { context: { description, createdAt, creator } }
}

/** GraphQL names bots without the suffix `[bot]`, and writes states in capitals. */
function latestOf(world: World, sha: string, context: string) {
  const latest = world.statuses.findLast((status) => status.sha === sha && status.context === context)?.data
  if (latest === undefined) return null
  const { state, description = null, created_at: createdAt = '' } = latest
  const creator = objectAt(latest, 'creator')
  const login = String(creator?.login ?? '').replace(/\[bot\]$/, '')
  const shown = { __typename: String(creator?.type ?? 'User'), login }
  return { state: String(state).toUpperCase(), description, createdAt, creator: shown }
}

const STATUSES =
  /^query \(\$owner: String!, \$repo: String!, \$sha: GitObjectID!(?:, \$c\d+: String!)+\) \{ viewer \{ login \} repository\(owner: \$owner, name: \$repo\) \{ object\(oid: \$sha\) \{ \.\.\. on Commit \{ status \{ (?<contexts>(?:c\d+: context\(name: \$c\d+\) \{ \.\.\.latest \} ?)+)\} \} \} \} \}\nfragment latest on StatusContext \{ state description createdAt creator \{ __typename login \} \}$/

const VIEWER = 'query { viewer { login } }'

/**
 * The account of the token. A bot has its whole name here, unlike as the author of something:
 * https://github.com/fullsend-ai/fullsend/pull/1953
 */
function viewerOf(token: Token): JsonObject {
  return { login: actorOf(token) }
}

/** The newest statuses of a commit with the given names. Other statuses of the commit do not count. */
async function statusesAnswer(world: World, contexts: string, variables: JsonObject, token: Token): Promise<Answer> {
  const granted = world.granted.permissions
  const sha = String(variables.sha)
  const viewer = viewerOf(token)
  if (refusal('git/get-commit', token, granted) !== null) return forbidden('repository', 'object')
  if (refusal('repos/list-commit-statuses-for-ref', token, granted) !== null)
    return forbidden('repository', 'object', 'status')
  if (!(await world.git.exists(sha))) return { status: 200, body: { data: { viewer, repository: { object: null } } } }
  const hasAny = world.statuses.some((status) => status.sha === sha)
  const named = [...contexts.matchAll(/(c\d+): context/g)].map(([, alias = '']) => {
    const latest = latestOf(world, sha, String(variables[alias]))
    if (latest === null) return [alias, null] as const
    return [alias, latest] as const
  })
  const status = hasAny ? Object.fromEntries(named) : null
  return { status: 200, body: { data: { viewer, repository: { object: { status } } } } }
}

const FOLDER =
  'query ($owner: String!, $repo: String!, $place: String!) { repository(owner: $owner, name: $repo) { object(expression: $place) { ... on Tree { entries { name object { ... on Blob { isTruncated text } } } } } } }'

/** The files of `<commit>:<folder>`. A path that is no folder has no entries, and a path that does not exist is null. */
async function folderAnswer(world: World, place: string, token: Token): Promise<Answer> {
  if (refusal('repos/get-content', token, world.granted.permissions) !== null) return forbidden('repository', 'object')
  const [ref = '', path = ''] = place.split(':')
  const { owner, repo } = world
  const { repos } = world.upstream.client().rest
  const data = await repos.getContent({ owner, repo, path, ref }).then(
    (answer) => answer.data,
    () => null,
  )
  if (!Array.isArray(data))
    return { status: 200, body: { data: { repository: { object: data === null ? null : {} } } } }
  const entries = await Promise.all(
    data.map(async ({ name, type, path: file }) => {
      const text = type === 'file' ? await world.git.readFile(ref, file) : undefined
      return { name, object: text === undefined ? {} : { isTruncated: false, text } }
    }),
  )
  return { status: 200, body: { data: { repository: { object: { entries } } } } }
}

const FILE =
  'query ($owner: String!, $repo: String!, $at: String!, $path: String!, $twin: String!) { repository(owner: $owner, name: $repo) { object(expression: $at) { oid ... on Commit { file(path: $path) { mode object { ... on Blob { isTruncated text } } } twin: file(path: $twin) { mode } } } } }'

/**
 * A file at a commit or at the end of a branch, and whether another file exists there too. A file that does not exist is null.
 */
async function fileAnswer(world: World, variables: JsonObject, token: Token): Promise<Answer> {
  if (refusal('repos/get-content', token, world.granted.permissions) !== null) return forbidden('repository', 'object')
  const at = String(variables.at)
  const oid = at.startsWith('refs/') ? await world.git.readRef(at.replace('refs/', '')) : at
  if (oid === null || !(await world.git.exists(oid)))
    return { status: 200, body: { data: { repository: { object: null } } } }
  const text = await world.git.readFile(oid, String(variables.path))
  const twin = (await world.git.readFile(oid, String(variables.twin))) === null ? null : { mode: 0o100644 }
  const file = text === null ? null : { mode: 0o100644, object: { isTruncated: false, text } }
  return { status: 200, body: { data: { repository: { object: { oid, file, twin } } } } }
}

const LAST_EDIT =
  'query ($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt editor { login } } } }'

function lastEditAnswer(world: World, number: number, token: Token): Answer {
  if (refusal('pulls/get', token, world.granted.permissions) !== null) return forbidden('repository', 'pullRequest')
  const edit = world.descriptionEdits.get(number)
  const pullRequest = { lastEditedAt: edit?.at ?? null, editor: edit === undefined ? null : { login: edit.by } }
  return { status: 200, body: { data: { repository: { pullRequest } } } }
}

const EDITORS =
  'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id lastEditedAt editor { __typename login } } } }'

/** Who edited comments last. null: nobody edited the comment. */
function editorsAnswer(world: World, ids: readonly string[], token: Token): Answer {
  if (refusal('issues/list-comments', token, world.granted.permissions) !== null) return forbidden('nodes')
  const nodes = ids.map((id) => {
    const edit = world.commentEdits.get(Number(id.replace('IC_', '')))
    const editor = edit === undefined ? null : { __typename: 'User', login: edit.by }
    return { id, lastEditedAt: edit?.at ?? null, editor }
  })
  return { status: 200, body: { data: { nodes } } }
}

const OPEN_PULLS =
  /^query \(\$owner: String!, \$repo: String!, \$context: String!, \$after: String\) \{ viewer \{ login \} repository\(owner: \$owner, name: \$repo\) \{ pullRequests\(states: OPEN, first: 100, after: \$after, orderBy: \{ field: CREATED_AT, direction: DESC \}\) \{ pageInfo \{ hasNextPage endCursor \} nodes \{ number headRefOid commits\(last: 1\) \{ nodes \{ commit \{ oid status \{ context\(name: \$context\) \{ \.\.\.latest \} \} \} \} \} \} \} \} \}\nfragment latest on StatusContext \{ state description createdAt creator \{ __typename login \} \}$/

/** The open pull requests, newest first. Each has the newest status of one name on its head. */
function openPullsAnswer(world: World, { context, after }: JsonObject, token: Token): Answer {
  const granted = world.granted.permissions
  if (refusal('pulls/list', token, granted) !== null) return forbidden('repository', 'pullRequests')
  if (refusal('repos/list-commit-statuses-for-ref', token, granted) !== null)
    return forbidden('repository', 'pullRequests', 'nodes', '0', 'commits', 'nodes', '0', 'commit', 'status')
  const open = [...world.pulls.values()].filter(({ mergedAt }) => mergedAt === null)
  const sorted = open.sort((left, right) => right.number - left.number)
  const from = after === null ? 0 : Number(after)
  const nodes = sorted.slice(from, from + 100).map(({ number, headSha }) => {
    const hasAny = world.statuses.some((status) => status.sha === headSha)
    const status = hasAny ? { context: latestOf(world, headSha, String(context)) } : null
    return { number, headRefOid: headSha, commits: { nodes: [{ commit: { oid: headSha, status } }] } }
  })
  const hasNextPage = sorted.length > from + 100
  const pageInfo = { hasNextPage, endCursor: hasNextPage ? String(from + 100) : null }
  const repository = { pullRequests: { pageInfo, nodes } }
  return { status: 200, body: { data: { viewer: viewerOf(token), repository } } }
}

/** GraphQL answers with 200 even when it refuses. */
function refused(message: string): Answer {
  return {
    status: 200,
    body: { data: { updateRefs: null }, errors: [{ type: 'UNPROCESSABLE', path: ['updateRefs'], message }] },
  }
}

export async function graphqlAnswer(world: World, body: Json | undefined, token: Token): Promise<Answer> {
  const { query, variables } = objectAt(body) ?? {}
  const merged = MERGED.exec(String(query))?.groups
  if (merged !== undefined) return mergedPulls(world, merged, String(objectAt(body, 'variables')?.context), token)
  if (query === FILE) return fileAnswer(world, objectAt(variables) ?? {}, token)
  if (query === LAST_EDIT) return lastEditAnswer(world, Number(objectAt(variables)?.number), token)
  if (query === EDITORS) return editorsAnswer(world, (objectAt(variables)?.ids ?? []) as string[], token)
  if (OPEN_PULLS.test(String(query))) return openPullsAnswer(world, objectAt(variables) ?? {}, token)
  if (query === FOLDER) return folderAnswer(world, String(objectAt(body, 'variables')?.place), token)
  const contexts = STATUSES.exec(String(query))?.groups?.contexts
  if (contexts !== undefined) return statusesAnswer(world, contexts, isObject(variables) ? variables : {}, token)
  if (query === VIEWER) return { status: 200, body: { data: { viewer: viewerOf(token) } } }
  if (query !== UPDATE_REFS) throw new Error(`The played GitHub does not know this GraphQL: ${String(query)}`)
  if (refusal('git/update-ref', token, world.granted.permissions) !== null)
    return refused('Resource not accessible by integration')
  const input = objectAt(variables, 'input') ?? {}
  const updates = Array.isArray(input.refUpdates) ? input.refUpdates.filter(isObject) : []
  const [update] = updates
  if (update === undefined || updates.length > 1) throw new Error('The played GitHub moves one ref at a time')
  const ref = String(update.name).replace(/^refs\//, '')
  return oneAfterAnother(world, async () => {
    const now = await world.git.readRef(ref)
    if (now !== update.beforeOid)
      return refused(`Reference cannot be updated: it is at ${now}, not at ${String(update.beforeOid)}`)
    if (!(await world.git.exists(String(update.afterOid)))) return refused('Object does not exist')
    if (update.force !== true) throw new Error('The played GitHub does not check for a fast forward here')
    await world.git.writeRef(ref, String(update.afterOid))
    return { status: 200, body: { data: { updateRefs: { clientMutationId: null } } } }
  })
}

export function refHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [['git/update-ref', (call) => oneAfterAnother(world, () => forwardCall(world, call))]]
}
