import { isObject, type Json, type JsonObject, objectAt } from './openapi.ts'
import { paginate } from './pagination.ts'
import { appOf } from './upstream-repairs.ts'
import { type Answer, actorOf, type Call, failed, type Handler, parameter, repositoryUrl, type World } from './world.ts'

/*
 * The emulator keeps comments and labels. Three things are played here: the limit of a comment's length, times that are the same
 * in each run, and the label events of pull requests, which emulate 0.12.2 records but answers with 404.
 */

/**
 * The API description does not name this limit, but others found it: https://github.com/gruntwork-io/terragrunt-action/issues/72
 */
const MAX_COMMENT_CHARACTERS = 65_536

export async function forwardCall(world: World, call: Call, body: Json | undefined = call.body): Promise<Answer> {
  const query = call.query.size === 0 ? '' : `?${call.query}`
  return world.upstream.forward({
    login: actorOf(call.token),
    operationId: call.operationId,
    method: call.method,
    pathAndQuery: `${call.path}${query}`,
    body,
    accept: call.accept,
  })
}

function withTimes(world: World, comment: Json): Json {
  if (!isObject(comment)) return comment
  const times = world.commentTimes.get(Number(comment.id))
  if (times === undefined) return comment
  return { ...comment, node_id: `IC_${comment.id}`, created_at: times.createdAt, updated_at: times.updatedAt }
}

function isTooLong(call: Call): boolean {
  const body = objectAt(call.body)?.body
  return typeof body === 'string' && body.length > MAX_COMMENT_CHARACTERS
}

function tooLong(): Answer {
  const message = `Body is too long (maximum is ${MAX_COMMENT_CHARACTERS} characters)`
  return failed(422, 'Validation Failed', {
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }],
  })
}

/** The emulator writes the comment, and this function records the time. */
async function writeComment(world: World, call: Call): Promise<Answer> {
  if (isTooLong(call)) return tooLong()
  const answer = await forwardCall(world, call)
  const comment = isObject(answer.body) ? answer.body : null
  if (comment === null || answer.status >= 300) return answer
  const time = world.clock.tick()
  const id = Number(comment.id)
  if (call.operationId === 'issues/update-comment') world.commentEdits.set(id, { at: time, by: actorOf(call.token) })
  world.commentTimes.set(id, { createdAt: world.commentTimes.get(id)?.createdAt ?? time, updatedAt: time })
  return { ...answer, body: withTimes(world, comment) }
}

async function readComments(world: World, call: Call): Promise<Answer> {
  const since = call.query.get('since')
  const answer = await forwardCall(world, call)
  if (!Array.isArray(answer.body))
    return { ...answer, ...(isObject(answer.body) ? { body: withTimes(world, answer.body) } : {}) }
  if (since !== null)
    throw new Error('The played GitHub does not know "since" for comments: its times are not those of the emulator')
  return { ...answer, body: answer.body.map((comment) => withTimes(world, comment)) }
}

function labelsOf(answer: Answer): readonly JsonObject[] {
  return Array.isArray(answer.body) ? answer.body.filter(isObject) : []
}

/** The emulator changes the labels, and this function records an event for each label that was set or removed. */
async function changeLabels(world: World, call: Call): Promise<Answer> {
  const issueNumber = Number(parameter(call, 'issue_number'))
  const pathAndQuery = `/repos/${world.owner}/${world.repo}/issues/${issueNumber}/labels`
  const before = labelsOf(
    await world.upstream.forward({
      login: 'site-admin',
      operationId: 'issues/list-labels-on-issue',
      method: 'GET',
      pathAndQuery,
    }),
  )
  const answer = await forwardCall(world, call)
  if (answer.status >= 300) return answer
  const after = labelsOf(answer)
  const record = (event: 'labeled' | 'unlabeled', label: JsonObject): void => {
    world.labelEvents.push({
      id: world.newId(),
      issueNumber,
      event,
      label,
      actor: actorOf(call.token),
      createdAt: world.clock.tick(),
    })
  }
  for (const label of after) if (!before.some((known) => known.id === label.id)) record('labeled', label)
  for (const label of before) if (!after.some((known) => known.id === label.id)) record('unlabeled', label)
  return answer
}

/**
 * Each person can give each reaction once, as on GitHub:
 * https://docs.github.com/en/rest/reactions/reactions#create-reaction-for-an-issue-comment
 */
function react(world: World, call: Call): Answer {
  const commentId = Number(parameter(call, 'comment_id'))
  if (!world.commentTimes.has(commentId)) return failed(404, 'Not Found')
  const content = String(objectAt(call.body)?.content)
  const login = actorOf(call.token)
  const isKnown = world.reactions.some(
    (one) => one.commentId === commentId && one.content === content && one.login === login,
  )
  if (!isKnown) world.reactions.push({ commentId, content, login })
  const id = world.newId()
  const body = { id, node_id: `R_${id}`, user: world.upstream.account(login), content, created_at: world.clock.now() }
  return { status: isKnown ? 200 : 201, body }
}

function listEvents(world: World, call: Call): Answer {
  const issueNumber = Number(parameter(call, 'issue_number'))
  const ofLabels = world.labelEvents.map((event) => ({
    ...event,
    shown: { event: event.event, label: { name: event.label.name ?? '', color: event.label.color ?? '' } },
  }))
  const ofPushes = world.forcePushes.map((event) => {
    const commit_url = `${repositoryUrl(world)}/commits/${event.sha}`
    return { ...event, shown: { event: 'head_ref_force_pushed', commit_id: event.sha, commit_url } }
  })
  const ofBases = world.baseChanges.map((event) => ({ ...event, shown: { event: 'base_ref_changed' } }))
  const events = [...ofLabels, ...ofPushes, ...ofBases]
    .filter((event) => event.issueNumber === issueNumber)
    .sort((left, right) => left.id - right.id)
  const { items, headers } = paginate(call, world.apiUrl, events)
  const body = items.map((event) => ({
    id: event.id,
    node_id: `LE_${event.id}`,
    url: `${repositoryUrl(world)}/issues/events/${event.id}`,
    actor: world.upstream.account(event.actor),
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    ...event.shown,
    performed_via_github_app: appOf(event.actor),
  }))
  return { status: 200, headers, body }
}

export function issueHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [
    ['issues/create-comment', (call) => writeComment(world, call)],
    ['issues/update-comment', (call) => writeComment(world, call)],
    ['issues/get-comment', (call) => readComments(world, call)],
    ['issues/list-comments', (call) => readComments(world, call)],
    ['reactions/create-for-issue-comment', (call) => react(world, call)],
    ['issues/add-labels', (call) => changeLabels(world, call)],
    ['issues/remove-label', (call) => changeLabels(world, call)],
    ['issues/list-events', (call) => listEvents(world, call)],
  ]
}
