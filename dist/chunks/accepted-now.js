import { dt as acceptedParts } from "./both.js";
import { St as decideOverride } from "./compare.js";
import { d as readOverride, l as readPolicy } from "./action.js";
// src/action/accepted-now.ts
/**
* Does an override that was written down still hold? The label, who set it and their role, the review, the age and the policy are
* asked for anew. What was measured is not: it is as it was written down.
*
* @param pullRequest where it was accepted, as it is now
*/
async function acceptedNow(job, pullRequest, accepted) {
	const policy = readPolicy(job, `refs/heads/${pullRequest.baseRef}`).then((inForce) => inForce.policy);
	const { facts } = await readOverride(job, policy, pullRequest, Promise.resolve(accepted));
	return decideOverride(facts, (await policy).override, acceptedParts(accepted.services));
}
export { acceptedNow as t };
