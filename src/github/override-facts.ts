import { UserError } from '../model/errors.ts'
import type { AcceptedOverride, OverrideFacts } from '../model/override.ts'
import { readCommand } from '../model/override-command.ts'
import { sameLabel } from '../model/same-label.ts'
import { absentAsNull, type GitHubClient, graphql } from './client.ts'
import { type ListedComment, listComments } from './list-comments.ts'
import type { PullRequest } from './pull-request.ts'
import { settleAll, settleInOrder } from './settle.ts'
import { loginOf } from './status.ts'

/** More events or comments than this are not read; then nothing is decided on a part of them. */
const PAGES = 10
const PAGE_SIZE = 100

export type OverrideQuery = Readonly<{
  /** Read again where it is not live. */
  pullRequest: Pick<PullRequest, 'number' | 'headSha' | 'headRef' | 'headRepoId' | 'live'>
  label: string
  ownerIsOrganization: boolean
  /** Does the policy ask for an approving review? Without it, reviews are not read. */
  withReviews: boolean
  /** What the gate wrote down when this commit was accepted. Being asked for. */
  accepted: Promise<AcceptedOverride | null>
  /** The time now, by this machine. The time of GitHub counts where it says it: labels have GitHub's times. */
  readAt: string
}>

/** The facts, and all comments of the pull request where they were read on the way: others need them too. */
export type OverrideReading = Readonly<{ facts: OverrideFacts; comments: readonly ListedComment[] | null }>

/**
 * What GitHub says now about an override: one request where the label is not set; four where it is, one more for reviews and
 * one for each other person whose word it may need.
 * Throws when a list is longer than what can be read: an override is never decided on a part of the events.
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

/** When the head last moved to a commit that does not stand on the one before, and to which one. */
type ForcePush = Readonly<{ at: string; commit: string | null; actor: string | null }>

function isLater(at: string, known: string | null): boolean {
  return known === null || Date.parse(at) >= Date.parse(known)
}

/** By a person, and by GitHub itself when the branch was deleted: https://docs.github.com/en/rest/using-the-rest-api/issue-event-types */
const BASE_CHANGES = ['base_ref_changed', 'automatic_base_change_succeeded']

type Events = Readonly<{
  ofLabel: readonly LabelEvent[]
  /** The newest. null: there was none. */
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

/** Has a description such a part? See override-reason.ts, which reads it. Without one nobody has to know who edited the text. */
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

/** https://docs.github.com/en/graphql/reference/objects#pullrequest: of the text, and not of the title. The REST API does not say it. */
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
 * Who edited comments of others, by the comment's name in GraphQL. Whoever may write in a repository may edit all comments.
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

/** Comments and drafts (COMMENTED, PENDING) change nothing of what somebody approved. GitHub lists reviews oldest first. */
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

/** `githubTime`: when GitHub answered; null where it does not say. */
type FirstSeen = Pick<OverrideFacts, 'headSeenAt' | 'headPushedBy'> & Readonly<{ githubTime: string | null }>

/** Events that a push itself starts. Another person may start other events long afterwards. */
const PUSH_EVENTS = ['push', 'pull_request', 'pull_request_target']

/**
 * At most this many pages of runs of the branch are read. If all runs are of the head, the oldest of them counts, because a later time is
 * the safe choice.
 */
const RUN_PAGES = 3

/**
 * Since when the commit is the head, and who pushed it: the start and the actor of its first workflow run on this very branch since
 * any other commit was there, since the head was last moved by force, and since the pull request was opened. A commit's own date and
 * names are written by its author, and a commit may have been seen before: on another branch, here before the head was moved
 * away from it and back, or before there was a pull request at all. null: there was no run.
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
  // Its run may be a moment older than the event, when the head was moved to this commit itself.
  if (forcePush?.commit === head.headSha) return { headSeenAt: forcePush.at, headPushedBy: forcePush.actor, githubTime }
  return { headSeenAt: null, headPushedBy: null, githubTime }
}

/** The runs of the branch that are of its head, newest first, as far as no run of another commit is between them. */
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
    // The branches of forks are listed under their names, too. GitHub lists the newest first; runs of one moment in any order.
    const visibleOn = data.workflow_runs
      .filter(({ head_branch, head_repository }) => head_branch === headRef && head_repository?.id === headRepoId)
      .sort((left, right) => Date.parse(right.created_at) - Date.parse(left.created_at))
    const others = visibleOn.findIndex(({ head_sha }) => head_sha !== headSha)
    found.push(...(others === -1 ? visibleOn : visibleOn.slice(0, others)))
    if (others !== -1 || data.workflow_runs.length < PAGE_SIZE) break
  }
  return { runs: found, githubTime }
}
