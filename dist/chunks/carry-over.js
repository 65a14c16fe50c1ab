import { S as carriedStatus, et as explained, ft as readOpenPullRequest, st as setStatus } from "./action.js";
import { At as written, s as PLAIN } from "./both.js";
import { t as acceptedNow } from "./accepted-now.js";
// src/action/carry-over.ts
/** The gate of a merge queue that does not measure again. */
async function carryOver(job, { sha, pullRequest }) {
	const { client, inputs, context, log } = job;
	const { state, description } = pullRequest === null ? UNKNOWN_GROUP : await carriedOf(job, pullRequest);
	await explained("set the commit status", () => setStatus(client, {
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
async function carriedOf(job, pullRequest) {
	const { client, inputs } = job;
	const carried = await explained("set the commit status", () => carriedStatus(client, inputs.name, pullRequest));
	if (carried.state !== "success") return carried;
	const ended = carried.accepted?.inForce === true ? await endOf(carried.accepted, job, pullRequest) : null;
	return ended === null ? carried : {
		state: "failure",
		description: ended
	};
}
/** An override may have ended since the head was judged: its time is over, its review was dismissed. null: it holds. */
async function endOf(accepted, job, { number, headSha }) {
	const holder = accepted.pullRequest ?? number;
	const open = await explained("read the pull request", () => readOpenPullRequest(job.client, holder));
	if (open?.pullRequest.headSha !== headSha) return `Blocked: #${holder}, which had the override, is closed or has another commit.`;
	const decision = await acceptedNow(job, open.pullRequest, accepted);
	if (decision.kind === "valid") return null;
	return `Blocked: the override of #${holder} does not hold any more. ${decision.kind === "refused" ? written(decision.why, PLAIN) : "The label is gone."}`;
}
export { carryOver };
