import { UserError } from '../model/errors.ts'
import { hasStatus } from './client.ts'

const CONTENTS = '`contents: read`, or `contents: write` in the job that records'

/**
 * All uses of the token, with the line of the `permissions:` block that the whole job needs. It is the strongest one, so that nobody adds
 * `read` today and `write` tomorrow. docs/github.md has the same lines; a test compares them.
 */
const NEEDS = {
  'read the artifacts': '`actions: read`',
  'find the commit to compare with': CONTENTS,
  'read the policy file': CONTENTS,
  'read the report templates': CONTENTS,
  'read the tags': CONTENTS,
  'read the baseline': CONTENTS,
  'store the baseline': '`contents: write`',
  'read the pull request': '`pull-requests: write`',
  'post the comment': '`pull-requests: write`',
  'set the commit status': '`statuses: write`',
  'find the merged pull request': '`pull-requests: read`',
  'read the override of the merged pull request': '`statuses: write`',
  'tell of the regression in an issue': '`issues: write`',
  'read the deployments': '`deployments: write`',
  'set the deployment status': '`deployments: write`',
  'ask for a roll-back': '`contents: write`',
} as const

export type Operation = keyof typeof NEEDS

/** Runs a call to GitHub. If a missing permission or an outage made it fail, throws a UserError that says so. */
export async function withPermissionHint<Value>(operation: Operation, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call()
  } catch (error) {
    const problem = permissionProblem(error, operation) ?? outageProblem(error, operation)
    throw problem === null ? error : new UserError(problem, { cause: error })
  }
}

/**
 * The message for a request that GitHub refused, with the missing line of `permissions:`. null: the error has another cause.
 * GitHub answers 403 "Resource not accessible by integration", or 404 if the token may not know that the thing exists. So callers must ask
 * only for things that are sure to exist. https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function permissionProblem(error: unknown, operation: Operation): string | null {
  if (!hasStatus(error, 403, 404)) return null
  if (error.status === 403 && /rate limit/i.test(error.message)) return null
  const answer = error.status === 403 ? 'GitHub refuses it to this token' : 'GitHub does not show it to this token'
  return (
    `Could not ${operation}: ${answer} (${error.status}). ` +
    `Add this line to the job's \`permissions:\` block: ${NEEDS[operation]}. ` +
    'In a pull request from a fork the token can only read, whatever the block says.'
  )
}

/** Node's fetch throws these errors if a connection breaks or an answer takes too long: https://fetch.spec.whatwg.org/#fetch-method */
const CONNECTION_ERRORS = ['TypeError', 'TimeoutError', 'AbortError']

/** The message if GitHub did not answer, or asked for a longer wait than a job should have. null: the error has another cause. */
function outageProblem(error: unknown, operation: Operation): string | null {
  if (!isError(error)) return null
  const status = 'status' in error ? Number(error.status) : null
  const isLimit = status === 429 || (status === 403 && /rate limit/i.test(error.message))
  const isBroken = status === null && error.cause !== undefined && CONNECTION_ERRORS.includes(error.name)
  if (!isLimit && !isBroken && error.name !== 'TimeoutError' && (status ?? 0) < 500) return null
  const what = isLimit
    ? 'GitHub limits how many requests are sent'
    : isBroken || status === null
      ? 'the connection to GitHub broke'
      : `GitHub did not answer as it should (${status})`
  return `Could not ${operation}: ${what}. It said: ${error.message.replace(/[.\s]+$/, '')}. Run this job again in some minutes.`
}

/** An error is recognised by its fields, because the errors of `fetch` have no common class. */
function isError(error: unknown): error is Pick<Error, 'name' | 'message' | 'cause'> {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error
}

/** Any failure as the text of a warning, which names the missing permission or the outage if that is the cause. */
export function describeFailure(error: unknown, operation: Operation): string {
  const message = error instanceof Error ? error.message : String(error)
  if (operation === 'tell of the regression in an issue' && hasStatus(error, 410))
    return 'This repository has no issues, so the regression is told in none. Set the input `regression-issue: never`.'
  return permissionProblem(error, operation) ?? outageProblem(error, operation) ?? `Could not ${operation}: ${message}`
}
