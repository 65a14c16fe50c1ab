import type { PullRequest } from '../github/pull-request.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { acceptedParts } from '../model/blocked-parts.ts'
import type { AcceptedOverride, OverrideDecision } from '../model/override.ts'
import { decideOverride } from '../policy/override.ts'
import { readOverride } from './override.ts'
import { readPolicy } from './policy.ts'

/**
 * Does an override that was written down still hold? The label, who set it and their role, the review, the age and the policy are
 * asked for anew. What was measured is not: it is as it was written down.
 *
 * @param pullRequest where it was accepted, as it is now
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
