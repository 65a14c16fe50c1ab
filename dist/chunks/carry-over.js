import { C as carriedStatus, ct as setStatus, nt as withPermissionHint, pt as readOpenPullRequest } from "./action.js";
import { Rt as written, l as PLAIN } from "./both.js";
import { t as acceptedNow } from "./accepted-now.js";
// src/action/carry-over.ts
/** The gate for a merge queue without a load test of its own: the status of the pull request is carried over to the merge group. */
async function carryOver(around, { sha, pullRequest }) {
	const { client, inputs, context, log } = around;
	const { state, description } = pullRequest === null ? UNKNOWN_GROUP : await carriedOf(around, pullRequest);
	await withPermissionHint("set the commit status", () => setStatus(client, {
		state,
		description,
		context: inputs.name,
		sha,
		targetUrl: context.runUrl
	}));
	if (state === "success") log.info(description);
	else log.error(description);
	return state === "success";
}
const UNKNOWN_GROUP = {
	state: "failure",
	description: "Blocked: GitHub does not say which pull request this merge group is for."
};
async function carriedOf(around, pullRequest) {
	const { client, inputs } = around;
	const carried = await withPermissionHint("set the commit status", () => carriedStatus(client, inputs.name, pullRequest));
	if (carried.state !== "success") return carried;
	const ended = carried.accepted?.inForce === true ? await endOf(carried.accepted, around, pullRequest) : null;
	return ended === null ? carried : {
		state: "failure",
		description: ended
	};
}
/** Why the override ended after the head was judged: it is too old, say, or its review was dismissed. null: the override holds. */
async function endOf(accepted, around, { number, headSha }) {
	const holder = accepted.pullRequest ?? number;
	const open = await withPermissionHint("read the pull request", () => readOpenPullRequest(around.client, holder));
	if (open?.pullRequest.headSha !== headSha) return `Blocked: #${holder}, which had the override, is closed or has another commit.`;
	const decision = await acceptedNow(around, open.pullRequest, accepted);
	if (decision.kind === "valid") return null;
	return `Blocked: the override of #${holder} does not hold any more. ${decision.kind === "refused" ? written(decision.why, PLAIN) : "The label is gone."}`;
}
export { carryOver };
