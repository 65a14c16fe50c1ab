import { vt as acceptedParts } from "./both.js";
import { Dt as decideOverride } from "./compare.js";
import { f as readOverride, u as readPolicy } from "./action.js";
// src/action/accepted-now.ts
/**
* Does a recorded override still hold? The label, the person who set it, that person's role, the review, the age and the policy are
* read again. The measured slowdown is taken from the record.
*
* @param pullRequest the current state of the pull request in which the slowdown was accepted
*/
async function acceptedNow(around, pullRequest, accepted) {
	const policy = readPolicy(around, `refs/heads/${pullRequest.baseRef}`).then((inForce) => inForce.policy);
	const { facts } = await readOverride(around, policy, pullRequest, Promise.resolve(accepted));
	return decideOverride(facts, (await policy).override, acceptedParts(accepted.services));
}
export { acceptedNow as t };
