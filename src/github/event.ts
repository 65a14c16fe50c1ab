import * as z from 'zod'
import { type OverrideCommand, readCommand } from '../model/override-command.ts'
import { type PullRequest, pullRequestOf } from './pull-request.ts'

/** Something happened to a pull request. The payload shows the state at that time, because a re-run replays the old event. */
export type PullRequestEvent = Readonly<{
  kind: 'pull-request'
  /** `pull_request` runs the code of the pull request, `pull_request_target` that of the default branch. */
  trigger: 'pull_request' | 'pull_request_target'
  action: string
  pullRequest: PullRequest
  /** The label that was set or removed; null for other actions. */
  label: string | null
}>

/** Another workflow was requested, started or ended. */
export type WorkflowRunEvent = Readonly<{
  kind: 'workflow-run'
  action: string
  runId: number
  runAttempt: number
  /** The file of that workflow: `.github/workflows/perf.yml`. The name of a workflow is no proof, because any workflow may have it. */
  path: string
  /** The event that started it. */
  startedBy: string
  headSha: string
  headBranch: string
  headRepoId: number | null
  headOwner: string | null
  repositoryId: number
}>

/** Somebody wrote or edited a comment. */
export type CommentEvent = Readonly<{
  kind: 'comment'
  /** null: the comment is on an issue. */
  pullRequest: number | null
  /** The comment has the command of an override, or had it before an edit. */
  hasCommand: boolean
  /** The command, if it is still in the comment. */
  command: Readonly<{ commentId: number; author: string; kind: OverrideCommand['kind'] }> | null
  /** The gate or another bot wrote the comment. It is not answered, because two programs might answer each other without end. */
  isByProgram: boolean
}>

/** Somebody reviewed a pull request, or a review was dismissed. */
export type ReviewEvent = Readonly<{ kind: 'review'; pullRequest: PullRequest }>

/** The merge queue asks for the checks of a commit. https://docs.github.com/en/webhooks/webhook-events-and-payloads#merge_group */
export type MergeGroupEvent = Readonly<{
  kind: 'merge-group'
  action: string
  headSha: string
  headRef: string
}>

/** The state of a deployment changed. https://docs.github.com/en/webhooks/webhook-events-and-payloads#deployment_status */
type DeploymentEvent = Readonly<{ kind: 'deployment'; environment: string; state: string }>

export type PushEvent = Readonly<{
  kind: 'push'
  /** All three events run the code of this ref, and the author of a pull request cannot start any of them. */
  trigger: 'push' | 'schedule' | 'workflow_dispatch'
  ref: string
  sha: string
}>

export type GitHubEvent =
  | PullRequestEvent
  | WorkflowRunEvent
  | CommentEvent
  | ReviewEvent
  | MergeGroupEvent
  | PushEvent
  | DeploymentEvent
  | Readonly<{ kind: 'other'; name: string }>

export const Sha = z.string().regex(/^[0-9a-f]{40}$/)
const Repository = z.object({ id: z.int(), owner: z.object({ login: z.string() }) })
const Head = z.object({ sha: Sha, ref: z.string(), repo: Repository.nullable() })

const PullRequestView = z.object({
  number: z.int(),
  head: Head,
  base: z.object({ sha: Sha, ref: z.string(), repo: z.object({ id: z.int() }) }),
})

const PullRequestPayload = z.object({
  action: z.string(),
  label: z.object({ name: z.string() }).optional(),
  pull_request: PullRequestView,
})

const ReviewPayload = z.object({ pull_request: PullRequestView })

const WorkflowRunPayload = z.object({
  action: z.string(),
  workflow_run: z.object({
    id: z.int(),
    run_attempt: z.int(),
    path: z.string(),
    event: z.string(),
    head_sha: Sha,
    head_branch: z.string().nullable(),
    head_repository: Repository.nullish(),
    repository: z.object({ id: z.int() }),
  }),
})

const CommentPayload = z.object({
  issue: z.object({ number: z.int(), pull_request: z.object({}).nullish() }),
  comment: z.object({
    id: z.int(),
    body: z.string().nullish(),
    user: z.object({ type: z.string(), login: z.string() }).nullish(),
  }),
  changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
})

const MergeGroupPayload = z.object({
  action: z.string(),
  merge_group: z.object({ head_sha: Sha, head_ref: z.string() }),
})

const DeploymentPayload = z.object({
  deployment_status: z.object({ state: z.string() }),
  deployment: z.object({ environment: z.string() }),
})

/** Every comment of a gate begins with this text: report/marker.ts. */
const MARKER = '<!-- perf-gate:'

type Check = <Output>(schema: z.ZodType<Output>, value: unknown, where: string) => Output

/**
 * Reads the event. `check` throws if the payload is not as GitHub documents it.
 * In a pull request, GITHUB_SHA is a merge commit that no page shows. A status of that commit would be lost, so it is never used.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
export function readEvent(
  env: Readonly<{ GITHUB_EVENT_NAME: string; GITHUB_REF: string; GITHUB_SHA: string }>,
  payload: unknown,
  check: Check,
): GitHubEvent {
  const name = env.GITHUB_EVENT_NAME
  switch (name) {
    case 'pull_request':
    case 'pull_request_target': {
      const { action, label, pull_request } = check(PullRequestPayload, payload, 'the event')
      const pullRequest = pullRequestOf(pull_request)
      return { kind: 'pull-request', trigger: name, action, pullRequest, label: label?.name ?? null }
    }
    case 'pull_request_review':
      return { kind: 'review', pullRequest: pullRequestOf(check(ReviewPayload, payload, 'the event').pull_request) }
    case 'workflow_run':
      return workflowRun(check(WorkflowRunPayload, payload, 'the event'))
    case 'issue_comment': {
      const { issue, comment, changes } = check(CommentPayload, payload, 'the event')
      const texts = [comment.body ?? '', changes?.body?.from ?? '']
      const kind = readCommand(comment.body ?? '')?.kind ?? null
      const author = comment.user?.login ?? 'ghost'
      return {
        kind: 'comment',
        pullRequest: issue.pull_request == null ? null : issue.number,
        hasCommand: texts.some((text) => text.toLowerCase().includes('/perf-override')),
        command: kind === null ? null : { commentId: comment.id, author, kind },
        // The gate may use the token of a person, so the marker counts as well. Comments by the token of a job start no workflow.
        isByProgram: comment.user?.type === 'Bot' || (comment.body ?? '').startsWith(MARKER),
      }
    }
    case 'merge_group': {
      const { action, merge_group } = check(MergeGroupPayload, payload, 'the event')
      return { kind: 'merge-group', action, headSha: merge_group.head_sha, headRef: merge_group.head_ref }
    }
    case 'deployment_status': {
      const { deployment, deployment_status } = check(DeploymentPayload, payload, 'the event')
      return { kind: 'deployment', environment: deployment.environment, state: deployment_status.state }
    }
    case 'push':
    case 'schedule':
    case 'workflow_dispatch':
      return { kind: 'push', trigger: name, ref: env.GITHUB_REF, sha: env.GITHUB_SHA }
    default:
      return { kind: 'other', name }
  }
}

function workflowRun({ action, workflow_run: run }: z.infer<typeof WorkflowRunPayload>): WorkflowRunEvent {
  return {
    kind: 'workflow-run',
    action,
    runId: run.id,
    runAttempt: run.run_attempt,
    // Some answers also have the ref: `perf.yml@main`.
    path: run.path.replace(/@.*$/, ''),
    startedBy: run.event,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? '',
    headRepoId: run.head_repository?.id ?? null,
    headOwner: run.head_repository?.owner.login ?? null,
    repositoryId: run.repository.id,
  }
}

/** `acme/shop/.github/workflows/perf.yml@refs/heads/main` → `perf.yml`. */
export function workflowFile(reference: string): string {
  const path = reference.replace(/@.*$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}
