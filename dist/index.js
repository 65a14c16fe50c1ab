import { $t as require_promises, xt as UserError } from "./chunks/both.js";
import { D as readContext, Dt as getInput, E as readInputs, T as createLog, Z as artifactSource, b as isBaselineBranch, jt as setSecret, p as openStore, w as proxyAwareFetch, x as isOtherWorkflow, y as findTask, yt as createClient } from "./chunks/action.js";
// src/index.ts
var import_promises = require_promises();
/** Reads the event and the inputs, and does the task that follows from them. Returns whether the job may be green. */
async function main(env, log) {
	const inputs = readInputs(getInput);
	setSecret(inputs.githubToken);
	const context = readContext(env, await (0, import_promises.readFile)(env.GITHUB_EVENT_PATH ?? "", "utf8"));
	const { owner, name: repo } = context.repository;
	const fetch = await proxyAwareFetch(env);
	const client = createClient({
		token: inputs.githubToken,
		apiUrl: context.apiUrl,
		owner,
		repo,
		fetch
	});
	const around = {
		inputs,
		context,
		client,
		store: openStore(inputs.baselineStore, {
			octokit: client.octokit,
			owner,
			repo,
			gateName: inputs.name,
			artifacts: artifactSource({
				client,
				context,
				inputs
			}),
			isJudged: (branch) => isBaselineBranch(branch, {
				context,
				inputs
			})
		}),
		log,
		env
	};
	const { event } = context;
	if (event.kind === "deployment" || inputs.mode === "watch") {
		const { watchProduction } = await import("./chunks/watch-production.js");
		return await watchProduction(around);
	}
	if (event.kind === "push") {
		if (asksForRecheck(event, around)) {
			const { recheckOverrides } = await import("./chunks/recheck-overrides.js");
			return await recheckOverrides(around);
		}
		if (inputs.mode === "gate") throw new UserError(`The mode gate does not go with the event ${event.trigger}.`);
		const { recordPush } = await import("./chunks/record-push.js");
		return await recordPush(around, event);
	}
	if (inputs.mode === "record") throw new UserError(`Nothing was recorded: the event ${env.GITHUB_EVENT_NAME} does not run the code of a recorded branch. Record on push, schedule or workflow_dispatch.`);
	const task = await findTask(event, around);
	switch (task.kind) {
		case "nothing":
			log.info(`Nothing to do. ${task.why}`);
			return true;
		case "carry-over": {
			const { carryOver } = await import("./chunks/carry-over.js");
			return await carryOver(around, task);
		}
		case "judge": {
			const { gateCommit } = await import("./chunks/gate-commit.js");
			return await gateCommit(around, task);
		}
	}
}
/** A schedule or a person started a workflow that measures nothing. There is nothing to record, so the overrides are checked again. */
function asksForRecheck({ trigger }, { inputs, context }) {
	if (trigger === "push") return false;
	return inputs.mode === "gate" || inputs.mode === "auto" && isOtherWorkflow(context, inputs);
}
/** A job of these events belongs to the default branch or to a review, which did nothing wrong. Only the commit status carries the verdict. */
const NEVER_FAILING_EVENTS = [
	"workflow_run",
	"pull_request_target",
	"pull_request_review",
	"issue_comment"
];
async function run(env, log) {
	const mayFail = !NEVER_FAILING_EVENTS.includes(env.GITHUB_EVENT_NAME ?? "") || getInput("mode") === "record";
	try {
		if (!await main(env, log) && mayFail) process.exitCode = 1;
	} catch (error) {
		if (mayFail) process.exitCode = 1;
		log.error(error instanceof UserError ? error.message : `perf-gate failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
	}
}
await run(process.env, createLog());
export {};
