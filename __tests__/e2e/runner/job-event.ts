import type { DeploymentData } from '../github/deployments.ts'
import { isObject, type JsonObject, loadOpenApi, objectAt } from '../github/openapi.ts'
import { viewPull } from '../github/pulls.ts'
import type { GitHub } from '../github/start-github.ts'
import type { Pull } from '../github/world.ts'

/** An event that starts a job: the variables and the event file that the runner makes from it. */
export type JobEvent = Readonly<{
  name:
    | 'pull_request'
    | 'pull_request_target'
    | 'pull_request_review'
    | 'push'
    | 'schedule'
    | 'issue_comment'
    | 'workflow_run'
    | 'merge_group'
    | 'deployment_status'
  payload: JsonObject & { readonly repository: JsonObject }
  /** GITHUB_SHA: the test merge commit for `pull_request`, and the tip of the default branch if its code runs. */
  sha: string
  ref: string
  /** Empty unless the event is about a pull request. */
  headRef: string
  baseRef: string
  actor: string
  /** The ref of the workflow file. */
  workflowRef: string
}>

type PullAction = 'opened' | 'synchronize' | 'reopened' | 'labeled' | 'unlabeled' | 'edited'

const DEFAULT_BRANCH = 'main'

/** Payloads must follow GitHub's description. Otherwise the tests would prove nothing. */
function checked(
  webhook: string,
  payload: JsonObject & { readonly repository: JsonObject },
): JsonObject & { readonly repository: JsonObject } {
  const problems = loadOpenApi().webhookProblems(webhook, payload)
  if (problems.length > 0)
    throw new Error(`The payload of ${webhook} is not as GitHub describes it: ${problems.join('; ')}`)
  return payload
}

async function repositoryOf(github: GitHub): Promise<JsonObject> {
  const { world } = github
  const { body } = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'repos/get',
    method: 'GET',
    pathAndQuery: `/repos/${github.owner}/${github.repo}`,
  })
  if (!isObject(body)) throw new Error('The emulator lost the repository')
  return body
}

function senderOf(github: GitHub, login: string): JsonObject {
  return github.world.upstream.account(login)
}

async function tipOf(github: GitHub, branch: string): Promise<string> {
  const sha = await github.refSha(`heads/${branch}`)
  if (sha === null) throw new Error(`There is no branch ${branch}`)
  return sha
}

function pullOf(github: GitHub, number: number): Pull {
  const pull = github.world.pulls.get(number)
  if (pull === undefined) throw new Error(`There is no pull request ${number}`)
  return pull
}

export type PullEventOptions = Readonly<{
  action: PullAction
  /** The person who caused the event. Default: the author. */
  sender?: string
  /** The label that was set or removed. */
  label?: string
  /** Does the code of the default branch run, instead of the code of the pull request? */
  target?: boolean
}>

async function pullDetails(github: GitHub, pull: Pull, { action, label }: PullEventOptions): Promise<JsonObject> {
  if (action === 'synchronize')
    return { before: (await github.world.git.parentsOf(pull.headSha))[0] ?? pull.headSha, after: pull.headSha }
  if (action === 'edited') return { changes: { body: { from: '' } } }
  if (action !== 'labeled' && action !== 'unlabeled') return {}
  const events = github.world.labelEvents.filter(
    (event) => event.issueNumber === pull.number && event.label.name === label,
  )
  const found = events.findLast((event) => event.event === action)
  if (found === undefined) throw new Error(`The label "${label}" was never ${action} on pull request ${pull.number}`)
  return { label: found.label }
}

/** A `pull_request` or `pull_request_target` event about the present state of the pull request. */
export async function pullRequestEvent(github: GitHub, number: number, options: PullEventOptions): Promise<JobEvent> {
  const pull = pullOf(github, number)
  const sender = options.sender ?? pull.author
  const view = await viewPull(github.world, pull)
  const isTarget = options.target === true
  if (!isTarget && pull.mergeCommitSha === null)
    throw new Error('GitHub starts no pull_request workflow while there is a conflict')
  const payload = {
    action: options.action,
    number,
    pull_request: { active_lock_reason: null, ...view },
    repository: await repositoryOf(github),
    sender: senderOf(github, sender),
    ...(await pullDetails(github, pull, options)),
  }
  return {
    name: isTarget ? 'pull_request_target' : 'pull_request',
    payload: checked(`pull-request-${options.action}`, payload),
    sha: isTarget ? await tipOf(github, DEFAULT_BRANCH) : (pull.mergeCommitSha ?? ''),
    ref: isTarget ? `refs/heads/${DEFAULT_BRANCH}` : `refs/pull/${number}/merge`,
    headRef: pull.headRef,
    baseRef: pull.baseRef,
    actor: sender,
    workflowRef: isTarget ? `refs/heads/${DEFAULT_BRANCH}` : `refs/pull/${number}/merge`,
  }
}

/** A `pull_request_review` event: it runs in the pull request, as `pull_request` does. */
export async function reviewEvent(
  github: GitHub,
  number: number,
  { login, state }: Readonly<{ login: string; state: 'approved' | 'changes_requested' }>,
): Promise<JobEvent> {
  const event = await pullRequestEvent(github, number, { action: 'opened', sender: login })
  const pull = objectAt(event.payload, 'pull_request') ?? {}
  const url = `${String(pull.html_url)}#pullrequestreview-1`
  const review = {
    id: 1,
    node_id: 'PRR_1',
    user: senderOf(github, login),
    body: null,
    commit_id: pullOf(github, number).headSha,
    submitted_at: github.clock.now(),
    updated_at: github.clock.now(),
    state,
    html_url: url,
    pull_request_url: pull.url ?? '',
    author_association: 'MEMBER',
    _links: { html: { href: url }, pull_request: { href: pull.url ?? '' } },
  }
  const { repository, sender = null } = event.payload
  const payload = { action: 'submitted', review, pull_request: pull, repository, sender }
  return { ...event, name: 'pull_request_review', payload: checked('pull-request-review-submitted', payload) }
}

/** A `schedule` event: the code of the default branch runs, at its tip. It has no published schema. */
export async function scheduleEvent(github: GitHub): Promise<JobEvent> {
  const push = await pushEvent(github, { pusher: github.owner })
  const payload = { schedule: '17 3 * * *', repository: push.payload.repository }
  return { ...push, name: 'schedule', payload }
}

/** A `deployment_status` event: the workflow of the deployed commit runs. */
export async function deploymentStatusEvent(github: GitHub, deployment: DeploymentData): Promise<JobEvent> {
  const push = await pushEvent(github, { pusher: github.owner })
  const { sender = null, repository } = push.payload
  const [deployment_status = {}] = deployment.statuses.slice(-1)
  const payload = { action: 'created', deployment_status, deployment: deployment.data, repository, sender }
  const sha = String(deployment.data.sha)
  return { ...push, name: 'deployment_status', sha, payload: checked('deployment-status-created', payload) }
}

/** A `push` event: the branch was moved to its present tip. */
export async function pushEvent(
  github: GitHub,
  options: Readonly<{ branch?: string; pusher: string }>,
): Promise<JobEvent> {
  const { branch = DEFAULT_BRANCH, pusher } = options
  const sha = await tipOf(github, branch)
  const before = (await github.world.git.parentsOf(sha))[0] ?? '0'.repeat(40)
  const ref = `refs/heads/${branch}`
  const repository = await repositoryOf(github)
  const person = { name: pusher, email: `${pusher}@users.noreply.github.com`, username: pusher }
  const url = `${github.apiUrl}/${github.owner}/${github.repo}`
  const commit = {
    id: sha,
    tree_id: sha,
    distinct: true,
    message: 'Change',
    timestamp: github.clock.now(),
    url: `${url}/commit/${sha}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: [],
  }
  const payload = {
    ref,
    before,
    after: sha,
    created: false,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${url}/compare/${before}...${sha}`,
    commits: [commit],
    head_commit: commit,
    repository,
    pusher: { name: pusher, email: person.email },
    sender: senderOf(github, pusher),
  }
  return {
    name: 'push',
    payload: checked('push', payload),
    sha,
    ref,
    headRef: '',
    baseRef: '',
    actor: pusher,
    workflowRef: ref,
  }
}

/** The pull request in the form of an issue, which it also is. */
function issueView(pull: JsonObject, github: GitHub): JsonObject {
  const url = String(pull.issue_url)
  const shared = [
    'id',
    'node_id',
    'number',
    'title',
    'user',
    'labels',
    'state',
    'locked',
    'assignee',
    'assignees',
    'milestone',
    'created_at',
    'updated_at',
    'closed_at',
    'body',
    'author_association',
    'html_url',
    'comments',
  ]
  const { html_url, diff_url, patch_url, merged_at } = pull
  return {
    ...Object.fromEntries(shared.map((name) => [name, pull[name] ?? null])),
    url,
    repository_url: `${github.apiUrl}/repos/${github.owner}/${github.repo}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    active_lock_reason: null,
    performed_via_github_app: null,
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      '+1': 0,
      '-1': 0,
      laugh: 0,
      hooray: 0,
      confused: 0,
      heart: 0,
      rocket: 0,
      eyes: 0,
    },
    pull_request: {
      url: pull.url ?? null,
      html_url: html_url ?? null,
      diff_url: diff_url ?? null,
      patch_url: patch_url ?? null,
      merged_at: merged_at ?? null,
    },
  }
}

/** An `issue_comment` event: the code of the default branch runs, and GITHUB_SHA does not tell the pull request. */
export async function issueCommentEvent(
  github: GitHub,
  number: number,
  options: Readonly<{ commentId: number; action?: 'created' | 'edited' }>,
): Promise<JobEvent> {
  const { action = 'created' } = options
  const comment = (await github.commentsOf(number)).find((found) => found.id === options.commentId)
  const login = comment?.user?.login
  if (comment === undefined || login === undefined) throw new Error(`There is no comment ${options.commentId}`)
  const issue = issueView(await viewPull(github.world, pullOf(github, number)), github)
  const payload = {
    action,
    ...(action === 'edited' ? { changes: { body: { from: 'An older text.' } } } : {}),
    issue,
    comment: JSON.parse(JSON.stringify(comment)) as JsonObject,
    repository: await repositoryOf(github),
    sender: senderOf(github, login),
  }
  const ref = `refs/heads/${DEFAULT_BRANCH}`
  return {
    name: 'issue_comment',
    payload: checked(`issue-comment-${action}`, payload),
    sha: await tipOf(github, DEFAULT_BRANCH),
    ref,
    headRef: '',
    baseRef: '',
    actor: login,
    workflowRef: ref,
  }
}

/** A `workflow_run` event: the run was requested, has started or is completed. */
export async function workflowRunEvent(
  github: GitHub,
  runId: number,
  action: 'requested' | 'in_progress' | 'completed' = 'completed',
): Promise<JobEvent> {
  const run = github.world.runs.get(runId)
  const actor = objectAt(run, 'actor')?.login
  if (run === undefined || typeof actor !== 'string') throw new Error(`There is no workflow run ${runId}`)
  const url = String(run.workflow_url)
  const time = github.clock.now()
  const workflow = {
    id: run.workflow_id ?? 0,
    node_id: 'W_1',
    name: run.name ?? '',
    path: run.path ?? '',
    state: 'active',
    created_at: time,
    updated_at: time,
    url,
    html_url: url,
    badge_url: `${url}/badge.svg`,
  }
  const payload = {
    action,
    workflow,
    workflow_run: { ...run, pull_requests: [] },
    repository: await repositoryOf(github),
    sender: senderOf(github, actor),
  }
  const ref = `refs/heads/${DEFAULT_BRANCH}`
  return {
    name: 'workflow_run',
    payload: checked(`workflow-run-${action.replace('_', '-')}`, payload),
    sha: await tipOf(github, DEFAULT_BRANCH),
    ref,
    headRef: '',
    baseRef: '',
    actor,
    workflowRef: ref,
  }
}

/** A `merge_group` event: the queue tests the pull request on top of its base. */
export async function mergeGroupEvent(github: GitHub, number: number): Promise<JobEvent> {
  const pull = pullOf(github, number)
  await viewPull(github.world, pull)
  const base = await tipOf(github, pull.baseRef)
  const sha = pull.mergeCommitSha
  if (sha === null) throw new Error('A pull request with a conflict cannot be in the queue')
  const ref = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${number}-${base}`
  await github.world.git.writeRef(ref.replace('refs/', ''), sha)
  const person = { name: pull.author, email: `${pull.author.replaceAll(/[[\]]/g, '')}@users.noreply.github.com` }
  const head_commit = {
    id: sha,
    tree_id: sha,
    message: 'Merge',
    timestamp: github.clock.now(),
    author: person,
    committer: person,
  }
  const merge_group = {
    head_sha: sha,
    head_ref: ref,
    base_sha: base,
    base_ref: `refs/heads/${pull.baseRef}`,
    head_commit,
  }
  const payload = {
    action: 'checks_requested',
    merge_group,
    repository: await repositoryOf(github),
    sender: senderOf(github, pull.author),
  }
  return {
    name: 'merge_group',
    payload: checked('merge-group-checks-requested', payload),
    sha,
    ref,
    headRef: '',
    baseRef: '',
    actor: pull.author,
    workflowRef: ref,
  }
}
