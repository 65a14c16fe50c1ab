import { UserError } from '../model/errors.ts'
import type { AcceptedOverride, OverrideFacts } from '../model/override.ts'
import { readCommand } from '../model/override-command.ts'
import { sameLabel } from '../model/same-label.ts'
import { absentAsNull, type GitHubClient, graphql } from './client.ts'
import { type ListedComment, listComments } from './list-comments.ts'
import type { PullRequest } from './pull-request.ts'
import { settleAll, settleInOrder } from './settle.ts'
import { loginOf } from './status.ts'

/** At most this many pages of events or comments are read. If there are more, nothing is decided. */
const PAGES = 10
const PAGE_SIZE = 100

export type OverrideQuery = Readonly<{
  /** The pull request. It is read again if it comes from an event. */
  pullRequest: Pick<PullRequest, 'number' | 'headSha' | 'headRef' | 'headRepoId' | 'live'>
  label: string
  ownerIsOrganization: boolean
  /** Does the policy ask for an approving review? Without it, reviews are not read. */
  withReviews: boolean
  /** The override that the gate recorded when this commit was accepted. The request for it is under way. */
  accepted: Promise<AcceptedOverride | null>
  /** The time by this machine. If GitHub's answer has a time, that counts instead, because labels have GitHub's times. */
  readAt: string
}>

/** The facts, and all comments of the pull request if they were read for it, so that nobody has to read them again. */
export type OverrideReading = Readonly<{ facts: OverrideFacts; comments: readonly ListedComment[] | null }>

/**
 * The current facts about an override. One request if the label is not set; otherwise four, one more for reviews, and one for each other
 * person whose role may count. Throws if a list is too long to be read, because a part of the events is not enough to decide an override.
 */
export async function readOverrideFacts(client: GitHubClient, query: OverrideQuery): Promise<OverrideReading> {
  const { label, ownerIsOrganization, readAt } = query
  const { labels, comments: listed, createdAt, ...pullRequest } = await livePullRequest(client, query.pullRequest)
  const { number, headSha, body } = pullRequest
  const labelPresent = labels.some((name) => sameLabel(name, label))
  const accepted = await query.accepted
  const known = { label, labelPresent, pullRequest, ownerIsOrganization, readAt, accepted }
  const unseen = { headSeenAt: null, headPushedBy: null, baseChangedAt: null, bodyEdited: null }
  const nothing = { events: [], actorRole: null, ...unseen, comments: [], reviews: [] }
  if (!labelPresent) return { facts: { ...known, ...nothing }, comments: null }
  const [{ ofLabel: events, forcePush, baseChangedAt }, all, reviews, bodyEdited] = await settleInOrder([
    readEvents(client, number, label),
    listed ?? allPages(listComments(client, number), 'comments', number),
    query.withReviews ? readReviews(client, number) : [],
    mayBeReason(body) ? readLastEdit(client, number) : null,
  ])
  const commands = commandsOf(all)
  const actor = events.at(-1)?.actor ?? null
  const people = peopleToLookUp(commands, events, approvalsOf(reviews, headSha))
  const [found, { githubTime, ...seen }, editors] = await settleInOrder([
    settleAll(
      actor === null ? people : [actor, ...people],
      async (login) => [login, await readRole(client, login)] as const,
    ),
    firstSeen(client, { ...query.pullRequest, headSha, createdAt }, forcePush),
    readEditors(client, commands),
  ])
  const roles = new Map(found)
  const facts = {
    ...known,
    events,
    actorRole: actor === null ? null : (roles.get(actor) ?? null),
    ...seen,
    baseChangedAt,
    bodyEdited,
    readAt: githubTime ?? readAt,
    comments: commands.map(({ nodeId, isInsider, ...comment }) => {
      const editedBy = editors.get(nodeId) ?? null
      return { ...comment, authorRole: roles.get(comment.author) ?? null, editedBy }
    }),
    reviews: reviews.map((review) => ({ ...review, authorRole: roles.get(review.author) ?? null })),
  }
  return { facts, comments: all }
}

/**
 * The people besides the one who set the label whose role is looked up. Everyone may comment and review, and each role costs a request, so
 * their number is limited: those who approved this commit come first, the newest first, then those who took the override back. The role of
 * others stays unknown, and their word does not count.
 */
const PEOPLE_LOOKED_UP = 2

type Command = ReturnType<typeof commandsOf>[number]

function peopleToLookUp(
  commands: readonly Command[],
  events: readonly LabelEvent[],
  approvals: readonly Readonly<{ author: string }>[],
): readonly string[] {
  const { actor = null, at = '' } = events.at(-1) ?? {}
  const reasons = commands.filter(({ kind }) => kind === 'reason')
  // The person who set the label may give the reason. Nobody else has to be looked up then.
  const writers = reasons.some(({ author }) => author === actor) ? [] : reasons
  const cancels = commands.filter(({ kind, updatedAt }) => kind === 'cancel' && isLater(updatedAt, at))
  // Many comments of outsiders must not hide a person whose role allows an override.
  const [outsiders, insiders] = [cancels.filter(({ isInsider }) => !isInsider), cancels.filter((one) => one.isInsider)]
  const newest = (...lists: readonly (readonly Readonly<{ author: string }>[])[]) =>
    [...new Set(lists.flatMap(newestAuthors))].filter((author) => author !== actor).slice(0, PEOPLE_LOOKED_UP)
  return [...new Set([...newest(insiders, outsiders), ...newest(approvals, writers)])]
}

function newestAuthors(written: readonly Readonly<{ author: string }>[]): readonly string[] {
  return [...new Set(written.map(({ author }) => author).reverse())]
}

async function livePullRequest(
  { octokit, owner, repo }: GitHubClient,
  { number, headSha, live }: OverrideQuery['pullRequest'],
): Promise<OverrideFacts['pullRequest'] & Pick<NonNullable<PullRequest['live']>, 'labels' | 'comments' | 'createdAt'>> {
  if (live !== null) return { number, headSha, ...live }
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number })
  const { user, head, body, labels, created_at: createdAt } = data
  return {
    number,
    author: user?.login ?? 'ghost',
    createdAt,
    headSha: head.sha,
    body: body ?? '',
    labels: labels.map(({ name }) => name),
  }
}

type LabelEvent = OverrideFacts['events'][number]

/** The last forced push of the head (to a commit that is no descendant of the head before): its time, and the new head. */
type ForcePush = Readonly<{ at: string; commit: string | null; actor: string | null }>

function isLater(at: string, known: string | null): boolean {
  return known === null || Date.parse(at) >= Date.parse(known)
}

/** The base was changed by a person, or by GitHub because the base branch was deleted: https://docs.github.com/en/rest/using-the-rest-api/issue-event-types */
const BASE_CHANGES = ['base_ref_changed', 'automatic_base_change_succeeded']

type Events = Readonly<{
  ofLabel: readonly LabelEvent[]
  /** The newest forced push. null: there was none. */
  forcePush: ForcePush | null
  baseChangedAt: string | null
}>

async function readEvents(client: GitHubClient, number: number, label: string): Promise<Events> {
  const { octokit, owner, repo } = client
  const events: LabelEvent[] = []
  let forcePush: ForcePush | null = null
  let baseChangedAt: string | null = null
  const parameters = { owner, repo, issue_number: number, per_page: PAGE_SIZE }
  const pages = octokit.paginate.iterator(octokit.rest.issues.listEvents, parameters)
  for (const event of await allPages(pages, 'events', number)) {
    const { event: kind, actor, created_at: at } = event
    if (kind === 'head_ref_force_pushed' && isLater(at, forcePush?.at ?? null))
      forcePush = { at, commit: event.commit_id ?? null, actor: actor?.login ?? null }
    if (BASE_CHANGES.includes(kind) && isLater(at, baseChangedAt)) baseChangedAt = at
    if ((kind !== 'labeled' && kind !== 'unlabeled') || !('label' in event)) continue
    if (!sameLabel(event.label?.name ?? '', label)) continue
    const actorIsBot = actor?.type === 'Bot' || event.performed_via_github_app != null
    events.push({ kind, actor: actor?.login ?? 'ghost', actorIsBot, at })
  }
  const ofLabel = events.sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
  return { ofLabel, forcePush, baseChangedAt }
}

/** May the description hold a reason? override-reason.ts reads it. If not, nobody needs to know who edited the description. */
export function mayBeReason(body: string): boolean {
  return /performance override/i.test(body)
}

const LAST_EDIT =
  'query ($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt editor { login } } } }'

type LastEdit = Readonly<{
  repository: Readonly<{
    pullRequest: Readonly<{ lastEditedAt: string | null; editor: Readonly<{ login: string }> | null }>
  }>
}>

/** https://docs.github.com/en/graphql/reference/objects#pullrequest: the editor of the text, not of the title. The REST API does not have it. */
async function readLastEdit(client: GitHubClient, number: number): Promise<OverrideFacts['bodyEdited']> {
  const { owner, repo } = client
  const { lastEditedAt, editor } = (await graphql<LastEdit>(client, LAST_EDIT, { owner, repo, number })).repository
    .pullRequest
  return lastEditedAt === null ? null : { at: lastEditedAt, by: editor?.login ?? null }
}

/** `at` is when a comment was written. A later edit does not make a reason newer. */
export function commandsOf(comments: readonly ListedComment[]) {
  return comments.flatMap(({ id, nodeId, author, isInsider, body, createdAt: at, updatedAt }) => {
    const kind = readCommand(body)?.kind
    return kind === undefined ? [] : [{ id, nodeId, author, isInsider, kind, body, at, updatedAt }]
  })
}

type EditedComment = Readonly<{
  id: string
  lastEditedAt: string | null
  editor: Readonly<{ __typename: string; login: string }> | null
}>

/**
 * Who edited a comment of another person, by the GraphQL id of the comment. People with write access can edit all comments.
 * https://docs.github.com/en/graphql/reference/objects#issuecomment
 */
async function readEditors(client: GitHubClient, commands: readonly Command[]): Promise<ReadonlyMap<string, string>> {
  const edited = commands.filter(({ kind, at, updatedAt }) => kind === 'reason' && updatedAt !== at)
  if (edited.length === 0) return new Map()
  const ids = edited.map(({ nodeId }) => nodeId)
  const query =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id lastEditedAt editor { __typename login } } } }'
  const { nodes } = await graphql<Readonly<{ nodes: readonly (EditedComment | null)[] }>>(client, query, { ids })
  const authors = new Map(edited.map(({ nodeId, author }) => [nodeId, author]))
  return new Map(
    nodes.flatMap((node) => {
      if (node === null || node.lastEditedAt === null) return []
      const editor = node.editor === null ? 'ghost' : loginOf(node.editor)
      return editor === authors.get(node.id) ? [] : [[node.id, editor] as const]
    }),
  )
}

const REVIEW_STATES: ReadonlyMap<string, OverrideFacts['reviews'][number]['state']> = new Map([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['DISMISSED', 'dismissed'],
])

/** The newest review of each person. Comments and drafts (COMMENTED, PENDING) leave an approval in force. GitHub lists the oldest first. */
async function readReviews(client: GitHubClient, number: number) {
  const { octokit, owner, repo } = client
  const parameters = { owner, repo, pull_number: number, per_page: PAGE_SIZE }
  const pages = octokit.paginate.iterator(octokit.rest.pulls.listReviews, parameters)
  return (await allPages(pages, 'reviews', number)).flatMap(({ user, state, commit_id, submitted_at }) => {
    const known = REVIEW_STATES.get(state)
    if (known === undefined) return []
    return [{ author: user?.login ?? 'ghost', state: known, commit: commit_id, at: submitted_at ?? '' }]
  })
}

async function allPages<Item>(
  pages: AsyncIterable<{ data: Item[] }>,
  what: string,
  number: number,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let count = 0
  for await (const { data } of pages) {
    count += 1
    if (count > PAGES) {
      throw new UserError(
        `Pull request #${number} has more than ${PAGES * PAGE_SIZE} ${what}. The override cannot be decided on a part of them. ` +
          'Open a new pull request for this branch.',
      )
    }
    items.push(...data)
  }
  return items
}

function approvalsOf(reviews: Awaited<ReturnType<typeof readReviews>>, headSha: string) {
  return reviews.filter(({ state, commit }) => state === 'approved' && commit === headSha)
}

/** `role_name` is the real role; `permission` calls triage "read" and maintain "write". null: GitHub knows no such person. */
async function readRole({ octokit, owner, repo }: GitHubClient, login: string): Promise<string | null> {
  const parameters = { owner, repo, username: login }
  const answer = await absentAsNull(octokit.rest.repos.getCollaboratorPermissionLevel(parameters))
  return answer?.data.role_name ?? null
}

/** `githubTime`: the time of GitHub's answer; null if the answer has none. */
type FirstSeen = Pick<OverrideFacts, 'headSeenAt' | 'headPushedBy'> & Readonly<{ githubTime: string | null }>

/** Events that a push itself starts. Another person may start other events long afterwards. */
const PUSH_EVENTS = ['push', 'pull_request', 'pull_request_target']

/**
 * At most this many pages of runs of the branch are read. If all runs are of the head, the oldest of them counts, because a later time is
 * the safe choice.
 */
const RUN_PAGES = 3

/**
 * Since when the commit is the head, and who pushed it. Both come from a workflow run, because the author of a commit chooses its date and
 * names. It is the first run of the commit on this branch after any other commit, after the last forced push and after the pull request was
 * opened. Earlier runs do not count: the commit may have been on another branch, or have been the head before. null: there was no run.
 */
async function firstSeen(
  client: GitHubClient,
  head: Pick<PullRequest, 'headSha' | 'headRef' | 'headRepoId'> & Readonly<{ createdAt: string }>,
  forcePush: ForcePush | null,
): Promise<FirstSeen> {
  const { runs, githubTime } = await runsOfHead(client, head)
  const first = runs.findLast(({ created_at: at }) => isLater(at, forcePush?.at ?? null) && isLater(at, head.createdAt))
  if (first !== undefined) {
    const isPush = PUSH_EVENTS.includes(first.event)
    return { headSeenAt: first.created_at, headPushedBy: isPush ? (first.actor?.login ?? null) : null, githubTime }
  }
  // If the forced push was to this commit, its run may have started a moment before the event of the push.
  if (forcePush?.commit === head.headSha) return { headSeenAt: forcePush.at, headPushedBy: forcePush.actor, githubTime }
  return { headSeenAt: null, headPushedBy: null, githubTime }
}

/** The runs of the branch's head, newest first, back to the first run of another commit. */
async function runsOfHead(
  { octokit, owner, repo }: GitHubClient,
  { headSha, headRef, headRepoId }: Pick<PullRequest, 'headSha' | 'headRef' | 'headRepoId'>,
) {
  const found = []
  let githubTime: string | null = null
  for (let page = 1; page <= RUN_PAGES; page += 1) {
    const parameters = { owner, repo, branch: headRef, per_page: PAGE_SIZE, page }
    const { data, headers } = await octokit.rest.actions.listWorkflowRunsForRepo(parameters)
    if (headers.date !== undefined) githubTime = new Date(headers.date).toISOString()
    // GitHub also lists runs of forks whose branch has this name. The newest come first, but runs of the same second in any order.
    const onBranch = data.workflow_runs
      .filter(({ head_branch, head_repository }) => head_branch === headRef && head_repository?.id === headRepoId)
      .sort((left, right) => Date.parse(right.created_at) - Date.parse(left.created_at))
    const others = onBranch.findIndex(({ head_sha }) => head_sha !== headSha)
    found.push(...(others === -1 ? onBranch : onBranch.slice(0, others)))
    if (others !== -1 || data.workflow_runs.length < PAGE_SIZE) break
  }
  return { runs: found, githubTime }
}
