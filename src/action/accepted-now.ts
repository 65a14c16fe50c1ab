import type { PullRequest } from '../github/pull-request.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { acceptedParts } from '../model/blocked-parts.ts'
import type { AcceptedOverride, OverrideDecision } from '../model/override.ts'
import { decideOverride } from '../policy/override.ts'
import { readOverride } from './override.ts'
import { readPolicy } from './policy.ts'

/**
 * Does a recorded override still hold? The label, the person who set it, that person's role, the review, the age and the policy are
 * read again. The measured slowdown is taken from the record.
 *
 * @param pullRequest the current state of the pull request in which the slowdown was accepted
 */
export async function acceptedNow(
  around: Surroundings,
  pullRequest: PullRequest,
  accepted: AcceptedOverride,
): Promise<OverrideDecision> {
  const policy = readPolicy(around, `refs/heads/${pullRequest.baseRef}`).then((inForce) => inForce.policy)
  const { facts } = await readOverride(around, policy, pullRequest, Promise.resolve(accepted))
  return decideOverride(facts, (await policy).override, acceptedParts(accepted.services))
}
