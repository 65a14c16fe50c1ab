import type { AcceptedOverride } from '../model/override.ts'
import type { GitHubClient } from './client.ts'
import { acceptedOf, overrideContext } from './override-status.ts'
import type { PullRequest } from './pull-request.ts'
import { type CommitStatus, findStatuses } from './status.ts'

/**
 * The pull request at the end of a merge group, from the name of its ref: `gh-readonly-queue/<base>/pr-<number>-<sha>`.
 * The event itself names no pull request (https://docs.github.com/en/webhooks/webhook-events-and-payloads#merge_group). A group also
 * holds the pull requests before it in the queue (https://github.com/oxcaml/oxcaml/issues/6298). null: the ref has another form.
 */
export function pullRequestOfGroup(headRef: string): Readonly<{ number: number; baseRef: string }> | null {
  const found = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]{40}$/.exec(headRef)
  const [, baseRef, number] = found ?? []
  return baseRef === undefined ? null : { number: Number(number), baseRef }
}

/** `accepted`: the override that the gate recorded. null or absent: none. */
export type CarriedStatus = Pick<CommitStatus, 'state' | 'description'> &
  Readonly<{ accepted?: AcceptedOverride | null }>

/**
 * The status of the pull request's head, carried over to the commit that the queue tests. Any other status than a success blocks the
 * merge, so that a queue is no way around the gate.
 */
export async function carriedStatus(
  client: GitHubClient,
  context: string,
  pullRequest: PullRequest,
): Promise<CarriedStatus> {
  const { number, headSha } = pullRequest
  const from = `#${number} at ${headSha.slice(0, 7)}`
  const found = await findStatuses(client, headSha, [context, overrideContext(context)])
  const latest = found.get(context)
  if (latest === undefined) {
    return { state: 'failure', description: `Blocked: ${from} has no status ${context} that could be carried over.` }
  }
  const said = latest.description ?? latest.state
  if (latest.state === 'success') {
    const record = found.get(overrideContext(context))
    // `isOurs` may be assumed: a forged record would only make the gate check the override once more.
    const accepted = record === undefined ? null : acceptedOf({ ...record, at: record.created_at, isOurs: true })
    return { state: 'success', description: `Carried over from ${from}: ${said}`, accepted }
  }
  return { state: 'failure', description: `Blocked: ${context} of ${from} is ${latest.state}: ${said}` }
}
