import { J as setStatus, W as explained, g as carriedStatus } from "./action.js";
// src/action/carry-over.ts
/** The gate of a merge queue that does not measure again. */
async function carryOver({ client, inputs, context, log }, task) {
	const { sha, pullRequest } = task;
	const carried = pullRequest === null ? {
		state: "failure",
		description: "Blocked: GitHub does not say which pull request this merge group is for."
	} : await explained("set the commit status", () => carriedStatus(client, inputs.name, pullRequest));
	await explained("set the commit status", () => setStatus(client, {
		...carried,
		context: inputs.name,
		sha,
		targetUrl: context.runUrl
	}));
	if (carried.state === "success") log.info(carried.description);
	else log.error(carried.description);
	return carried.state === "success";
}
export { carryOver };
