import { UserError } from '../model/errors.ts'
import type { OverrideFacts } from '../model/override.ts'
import { absentAsNull, type GitHubClient } from './client.ts'
import { type ListedComment, listComments } from './list-comments.ts'
import type { PullRequest } from './pull-request.ts'
import { settleAll, settleInOrder } from './settle.ts'

/** More events or comments than this are not read; then nothing is decided on a part of them. */
const PAGES = 10
const PAGE_SIZE = 100

/** At the start of a line: only such comments can be a reason. */
const COMMAND = /^ {0,3}\/perf-override/m

export type OverrideQuery = Readonly<{
  /** Read again where it is not live. */
  pullRequest: Pick<PullRequest, 'number' | 'headSha' | 'headRef' | 'headRepoId' | 'live'>
  label: string
  ownerIsOrganization: boolean
  /** Does the policy ask for an approving review? Without it, reviews are not read. */
  withReviews: boolean
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
  const { labels, comments: listed, ...pullRequest } = await livePullRequest(client, query.pullRequest)
  const { number, headSha } = pullRequest
  const labelPresent = labels.includes(label)
  const known = { label, labelPresent, pullRequest, ownerIsOrganization, readAt }
  const nothing = { events: [], actorRole: null, headSeenAt: null, headPushedBy: null, comments: [], reviews: [] }
  if (!labelPresent) return { facts: { ...known, ...nothing }, comments: null }
  const [{ events, forcePush }, all, reviews] = await settleInOrder([
    readEvents(client, number, label),
    listed ?? allPages(listComments(client, number), 'comments', number),
    query.withReviews ? readReviews(client, number) : [],
  ])
  const commands = commandsOf(all)
  const actor = events.at(-1)?.actor ?? null
  const approvals = reviews.filter(({ state, commit }) => state === 'approved' && commit === headSha)
  // Who set the label may give the reason; nobody else has to be looked up for it then.
  const writers = commands.some(({ author }) => author === actor) ? [] : commands
  const others = [...newestAuthors(approvals), ...newestAuthors(writers)].filter((author) => author !== actor)
  const people = [...new Set(others)].slice(0, PEOPLE_LOOKED_UP)
  const [found, { githubTime, ...seen }] = await settleInOrder([
    settleAll(
      actor === null ? people : [actor, ...people],
      async (login) => [login, await readRole(client, login)] as const,
    ),
    firstSeen(client, { ...query.pullRequest, headSha }, forcePush),
  ])
  const roles = new Map(found)
  const facts = {
    ...known,
    events,
    actorRole: actor === null ? null : (roles.get(actor) ?? null),
    ...seen,
    readAt: githubTime ?? readAt,
    comments: commands.map((comment) => ({ ...comment, authorRole: roles.get(comment.author) ?? null })),
    reviews: reviews.map((review) => ({ ...review, authorRole: roles.get(review.author) ?? null })),
  }
  return { facts, comments: all }
}

/**
 * Besides whoever set the label. Everyone may comment and review, and each role is a request: so many people are looked up,
 * those who approved this commit first, the newest first. Of others it stays unknown, and their word does not count.
 */
const PEOPLE_LOOKED_UP = 2

function newestAuthors(written: readonly Readonly<{ author: string }>[]): readonly string[] {
  return [...new Set(written.map(({ author }) => author).reverse())]
}

async function livePullRequest(
  { octokit, owner, repo }: GitHubClient,
  { number, headSha, live }: OverrideQuery['pullRequest'],
): Promise<OverrideFacts['pullRequest'] & Pick<NonNullable<PullRequest['live']>, 'labels' | 'comments'>> {
  if (live !== null) return { number, headSha, ...live }
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number })
  const { user, head, body, labels } = data
  return {
    number,
    author: user?.login ?? 'ghost',
    headSha: head.sha,
    body: body ?? '',
    labels: labels.map(({ name }) => name),
  }
}

type LabelEvent = OverrideFacts['events'][number]

/** When the head last moved to a commit that does not stand on the one before, and to which one. */
type ForcePush = Readonly<{ at: string; commit: string | null; actor: string | null }>

function isLater(at: string, known: ForcePush | null): boolean {
  return known === null || Date.parse(at) >= Date.parse(known.at)
}

/** `forcePush`: the newest. null: there was none. */
async function readEvents(
  client: GitHubClient,
  number: number,
  label: string,
): Promise<Readonly<{ events: readonly LabelEvent[]; forcePush: ForcePush | null }>> {
  const { octokit, owner, repo } = client
  const events: LabelEvent[] = []
  let forcePush: ForcePush | null = null
  const parameters = { owner, repo, issue_number: number, per_page: PAGE_SIZE }
  const pages = octokit.paginate.iterator(octokit.rest.issues.listEvents, parameters)
  for (const event of await allPages(pages, 'events', number)) {
    const { event: kind, actor, created_at: at } = event
    if (kind === 'head_ref_force_pushed' && isLater(at, forcePush))
      forcePush = { at, commit: event.commit_id ?? null, actor: actor?.login ?? null }
    if ((kind !== 'labeled' && kind !== 'unlabeled') || !('label' in event) || event.label?.name !== label) continue
    const actorIsBot = actor?.type === 'Bot' || event.performed_via_github_app != null
    events.push({ kind, actor: actor?.login ?? 'ghost', actorIsBot, at })
  }
  return { events: events.sort((left, right) => Date.parse(left.at) - Date.parse(right.at)), forcePush }
}

/** `at` is when a comment was written. A later edit does not make it newer. */
export function commandsOf(comments: readonly ListedComment[]) {
  return comments
    .filter(({ body }) => COMMAND.test(body))
    .map(({ id, author, body, createdAt }) => ({ id, author, body, at: createdAt }))
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

/** `role_name` is the real role; `permission` calls triage "read" and maintain "write". null: GitHub knows no such person. */
async function readRole({ octokit, owner, repo }: GitHubClient, login: string): Promise<string | null> {
  const parameters = { owner, repo, username: login }
  const answer = await absentAsNull(octokit.rest.repos.getCollaboratorPermissionLevel(parameters))
  return answer?.data.role_name ?? null
}

/** `githubTime`: when GitHub answered; null where it does not say. */
type FirstSeen = Pick<OverrideFacts, 'headSeenAt' | 'headPushedBy'> & Readonly<{ githubTime: string | null }>

/** What a push starts, by itself. Other events may be started by somebody else long after it. */
const PUSH_EVENTS = ['push', 'pull_request', 'pull_request_target']

/**
 * Since when the commit is the head, and who pushed it: the start and the actor of its first workflow run on this very branch,
 * after the head was last moved by force. A commit's own date and names are written by its author, and a commit may have been
 * seen before: on another branch, or here before the head was moved away from it and back. Runs come newest first, so with
 * more than one page the last page holds the first run. null: there was no run.
 */
async function firstSeen(
  { octokit, owner, repo }: GitHubClient,
  { headSha, headRef, headRepoId }: Pick<PullRequest, 'headSha' | 'headRef' | 'headRepoId'>,
  forcePush: ForcePush | null,
): Promise<FirstSeen> {
  const parameters = { owner, repo, head_sha: headSha, branch: headRef, per_page: PAGE_SIZE }
  const { data, headers } = await octokit.rest.actions.listWorkflowRunsForRepo(parameters)
  const githubTime = headers.date === undefined ? null : new Date(headers.date).toISOString()
  // After a move by force only the newest count. Where these are more than a page, a later one is taken for the first.
  const lastPage = forcePush === null ? Math.ceil(data.total_count / PAGE_SIZE) : 1
  const runs =
    lastPage <= 1
      ? data.workflow_runs
      : (await octokit.rest.actions.listWorkflowRunsForRepo({ ...parameters, page: lastPage })).data.workflow_runs
  // The branches of forks are listed under their names, too.
  const [first] = runs
    .filter(({ head_branch, head_repository }) => head_branch === headRef && head_repository?.id === headRepoId)
    .filter(({ created_at }) => forcePush === null || Date.parse(created_at) >= Date.parse(forcePush.at))
    .sort((left, right) => Date.parse(left.created_at) - Date.parse(right.created_at))
  if (first !== undefined) {
    const isPush = PUSH_EVENTS.includes(first.event)
    return { headSeenAt: first.created_at, headPushedBy: isPush ? (first.actor?.login ?? null) : null, githubTime }
  }
  // Its run may be a moment older than the event, when the head was moved to this commit itself.
  if (forcePush?.commit === headSha) return { headSeenAt: forcePush.at, headPushedBy: forcePush.actor, githubTime }
  return { headSeenAt: null, headPushedBy: null, githubTime }
}
