import * as z from 'zod'
import { UserError } from '../model/errors.ts'

export type PullRequestEvent = Readonly<{
  kind: 'pull-request'
  trigger: 'pull_request' | 'pull_request_target'
  action: string
  number: number
  headSha: string
  headRef: string
  /** null: the fork was deleted. */
  headRepoId: number | null
  baseRef: string
  baseSha: string
  author: string
  /** The label that came or went; null for other actions. */
  label: string | null
  sender: string
}>

export type PushEvent = Readonly<{
  kind: 'push'
  /** All three ran the code of this ref, and none of them can be started by a pull request's author. */
  trigger: 'push' | 'schedule' | 'workflow_dispatch'
  ref: string
  sha: string
  isDefaultBranch: boolean
}>

type GitHubEvent = PullRequestEvent | PushEvent | Readonly<{ kind: 'other'; name: string }>

type Repository = Readonly<{
  owner: string
  name: string
  id: number
  ownerIsOrganization: boolean
  defaultBranch: string
}>

/** Where this run is: what the runner and the event say. */
export type RunContext = Readonly<{
  event: GitHubEvent
  repository: Repository
  workflowRunId: number
  runAttempt: number
  /** File name of the workflow: `perf.yml`. */
  workflowFile: string
  apiUrl: string
  serverUrl: string
  /** The page of this run. */
  runUrl: string
}>

const Sha = z.string().regex(/^[0-9a-f]{40}$/)
const Login = z.object({ login: z.string() })

const RepositoryPayload = z.object({
  repository: z.object({
    id: z.int(),
    name: z.string(),
    default_branch: z.string(),
    owner: z.object({ login: z.string(), type: z.string() }),
  }),
})

const PullRequestPayload = z.object({
  action: z.string(),
  label: z.object({ name: z.string() }).optional(),
  sender: Login,
  pull_request: z.object({
    number: z.int(),
    user: Login.nullable(),
    head: z.object({ sha: Sha, ref: z.string(), repo: z.object({ id: z.int() }).nullable() }),
    base: z.object({ sha: Sha, ref: z.string() }),
  }),
})

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
const Environment = z.object({
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_REF: z.string(),
  GITHUB_SHA: Sha,
  GITHUB_RUN_ID: z.string().regex(/^\d+$/).transform(Number),
  GITHUB_RUN_ATTEMPT: z.string().regex(/^\d+$/).transform(Number),
  GITHUB_WORKFLOW_REF: z.string().min(1),
  GITHUB_API_URL: z.url(),
  GITHUB_SERVER_URL: z.url(),
})

/**
 * Reads where this run is from the environment and from the text of the event's file (GITHUB_EVENT_PATH).
 * Throws a UserError when something is missing: outside of a workflow, the command line is the way.
 */
export function readContext(env: Readonly<Record<string, string | undefined>>, payloadText: string): RunContext {
  const variables = checked(Environment, env, 'the environment of the runner')
  const payload = parseJson(payloadText)
  const { repository } = checked(RepositoryPayload, payload, 'the event')
  const [owner = '', name = ''] = variables.GITHUB_REPOSITORY.split('/')
  const serverUrl = variables.GITHUB_SERVER_URL.replace(/\/+$/, '')
  return {
    event: readEvent(variables, payload, repository.default_branch),
    repository: {
      owner,
      name,
      id: repository.id,
      ownerIsOrganization: repository.owner.type === 'Organization',
      defaultBranch: repository.default_branch,
    },
    workflowRunId: variables.GITHUB_RUN_ID,
    runAttempt: variables.GITHUB_RUN_ATTEMPT,
    workflowFile: workflowFile(variables.GITHUB_WORKFLOW_REF),
    apiUrl: variables.GITHUB_API_URL,
    serverUrl,
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${variables.GITHUB_RUN_ID}`,
  }
}

/**
 * In a pull request GITHUB_SHA is a merge commit that nobody sees: a status there is lost, so it is never used.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
function readEvent(env: z.infer<typeof Environment>, payload: unknown, defaultBranch: string): GitHubEvent {
  const name = env.GITHUB_EVENT_NAME
  if (name === 'pull_request' || name === 'pull_request_target') return readPullRequest(name, payload)
  if (name === 'push' || name === 'schedule' || name === 'workflow_dispatch') {
    const isDefaultBranch = env.GITHUB_REF === `refs/heads/${defaultBranch}`
    return { kind: 'push', trigger: name, ref: env.GITHUB_REF, sha: env.GITHUB_SHA, isDefaultBranch }
  }
  return { kind: 'other', name }
}

function readPullRequest(trigger: PullRequestEvent['trigger'], payload: unknown): PullRequestEvent {
  const { action, label, sender, pull_request } = checked(PullRequestPayload, payload, 'the event')
  const { number, user, head, base } = pull_request
  return {
    kind: 'pull-request',
    trigger,
    action,
    number,
    headSha: head.sha,
    headRef: head.ref,
    headRepoId: head.repo?.id ?? null,
    baseRef: base.ref,
    baseSha: base.sha,
    // GitHub shows a deleted account as the user "ghost": https://github.com/ghost
    author: user?.login ?? 'ghost',
    label: label?.name ?? null,
    sender: sender.login,
  }
}

/** `acme/shop/.github/workflows/perf.yml@refs/heads/main` → `perf.yml`. */
function workflowFile(reference: string): string {
  const path = reference.replace(/@.*$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError('The file of the event (GITHUB_EVENT_PATH) is not JSON.', { cause: error })
  }
}

function checked<Output>(schema: z.ZodType<Output>, value: unknown, where: string): Output {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UserError(
    `This does not look like a GitHub workflow: \`${issue?.path.join('.')}\` in ${where}: ${issue?.message}. ` +
      'To compare results elsewhere, use the command line: `node dist/cli.js compare`.',
  )
}
