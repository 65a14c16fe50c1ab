import { type OverrideReading, readOverrideFacts } from '../github/override-facts.ts'
import { permissionProblem } from '../github/permission-error.ts'
import { type OpenPullRequest, type PullRequest, withLive } from '../github/pull-request.ts'
import { settleInOrder } from '../github/settle.ts'
import type { OverrideFacts } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import type { Job } from './job.ts'

export type Override = Readonly<{
  /** null: it could not be read, or nobody has asked for it. */
  reading: OverrideReading | null
  /** The same, for a verdict that it may change: throws what kept it from being known. null: the token may not see it. */
  asked: () => OverrideReading | null
}>

export const NOT_READ: Override = { reading: null, asked: () => null }

/**
 * Reads what is true now of the label. Never fails: what failed is told only where something blocks.
 *
 * @param before what an earlier look of this run found out
 */
export async function overrideOf(
  job: Job,
  policy: Promise<Policy>,
  pullRequest: PullRequest,
  before: OverrideReading | null,
): Promise<Override> {
  try {
    const known = stillTrue(before, pullRequest)
    const reading = known ?? (await read(job, ...(await settleInOrder([policy, withLive(job.client, pullRequest)]))))
    return { reading, asked: () => reading }
  } catch (error) {
    const problem = permissionProblem(error, 'read the pull request')
    const asked = () => {
      if (problem === null) throw error
      // The report is made all the same.
      job.log.warning(`Whether there is an override is not known, so there is none. ${problem}`)
      return null
    }
    return { reading: null, asked }
  }
}

async function read({ client, context }: Job, policy: Policy, pullRequest: PullRequest): Promise<OverrideReading> {
  return await readOverrideFacts(client, {
    pullRequest,
    label: policy.override.label,
    ownerIsOrganization: context.repository.ownerIsOrganization,
    withReviews: policy.override.approval === 'review',
    readAt: new Date().toISOString(),
  })
}

/** The label stayed: who set it, and what was written in comments, was read a moment ago. Only the description is another. */
function stillTrue(earlier: OverrideReading | null, { headSha, live }: PullRequest): OverrideReading | null {
  if (earlier === null || live === null) return null
  const { facts, comments } = earlier
  const stayed = facts.labelPresent && live.labels.includes(facts.label) && facts.pullRequest.headSha === headSha
  return stayed ? { facts: { ...facts, pullRequest: { ...facts.pullRequest, body: live.body } }, comments } : null
}

/** The label came or went, or its reason in the description was changed: what was decided on it is no longer true. */
export function saysTheSame(
  { label, labelPresent, pullRequest: { body } }: OverrideFacts,
  then: OpenPullRequest,
): boolean {
  if (then.labels.includes(label) !== labelPresent) return false
  return !labelPresent || then.pullRequest.live === null || then.pullRequest.live.body === body
}
