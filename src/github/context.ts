import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import { type GitHubEvent, readEvent, Sha, workflowFile } from './event.ts'

type Repository = Readonly<{
  owner: string
  name: string
  id: number
  ownerIsOrganization: boolean
  defaultBranch: string
}>

/** The workflow run in which this program works, as the runner and the event describe it. */
export type RunContext = Readonly<{
  event: GitHubEvent
  repository: Repository
  workflowRunId: number
  runAttempt: number
  /** File name of the workflow: `perf.yml`. */
  workflowFile: string
  /** The branch or tag that the workflow's file was read from: `refs/heads/main`. */
  workflowRef: string
  apiUrl: string
  serverUrl: string
  /** The page of this run. */
  runUrl: string
}>

const RepositoryPayload = z.object({
  repository: z.object({
    id: z.int(),
    name: z.string(),
    default_branch: z.string(),
    owner: z.object({ login: z.string(), type: z.string() }),
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
 * Reads the context of this run from the environment and from the text of the event's file (GITHUB_EVENT_PATH).
 * Throws a UserError if something is missing. Outside of a workflow, people use the command line instead.
 */
export function readContext(env: Readonly<Record<string, string | undefined>>, payloadText: string): RunContext {
  const variables = checked(Environment, env, 'the environment of the runner')
  const payload = parseJson(payloadText)
  const { repository } = checked(RepositoryPayload, payload, 'the event')
  const [owner = '', name = ''] = variables.GITHUB_REPOSITORY.split('/')
  const serverUrl = variables.GITHUB_SERVER_URL.replace(/\/+$/, '')
  return {
    event: readEvent(variables, payload, checked),
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
    workflowRef: variables.GITHUB_WORKFLOW_REF.replace(/^[^@]*@/, ''),
    apiUrl: variables.GITHUB_API_URL,
    serverUrl,
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${variables.GITHUB_RUN_ID}`,
  }
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
