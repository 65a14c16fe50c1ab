import { V as explained, a as readLook, c as ancestryOf, i as readPolicy, l as ofBranch, m as isBaselineBranch, n as readResults, r as reportContext, s as driftAncestry, u as readAncestry, z as readMergedOverrides } from "./action.js";
import { b as UserError, g as servicePolicy } from "./both.js";
import { t as publishResult } from "./publish-result.js";
import { ct as repaidNow, ot as owedBy, st as recordsOf } from "./compare.js";
// src/action/records-for.ts
/** What a push adds to the store: its runs, marked where the level changed, and what is owed or repaid from now on. */
async function recordsFor({ client, context, inputs }, event, branch, { verdict, lookup, ancestry }) {
	const found = lookup?.kind === "found" ? lookup : null;
	const recorded = new Set([...found?.services.values() ?? []].flat().map(({ commit }) => commit));
	const overrides = await readMergedOverrides(client, {
		sha: event.sha,
		branch,
		isRecorded: (commit) => recorded.has(commit),
		name: inputs.name,
		token: inputs.githubToken
	});
	const stamp = {
		commit: event.sha,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString(),
		branch: branch === context.repository.defaultBranch ? null : branch,
		overrides
	};
	return {
		runs: recordsOf(verdict.services, stamp),
		entries: [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, found?.ledger ?? [], ancestry, stamp)]
	};
}
// src/action/record-push.ts
/** Judges what was pushed against the baseline before it, as a free measurement of false alarms, and stores it. Only a failure to store fails the job. */
async function recordPush(job, event) {
	const { client, context, store, log } = job;
	const branch = event.ref.replace(/^refs\/heads\//, "");
	if (!event.ref.startsWith("refs/heads/") || !isBaselineBranch(branch, job)) throw new UserError(`Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}) and not one of \`baseline-branches\`. Only their results become baselines.`);
	if (context.workflowRef !== event.ref) throw new UserError(`Nothing was recorded: the workflow comes from ${context.workflowRef}, and the results from ${event.ref}.`);
	const policy = {
		...await readPolicy(job, event.sha),
		confirmation: null
	};
	const query = {
		from: "this-run",
		startedBy: "pull_request",
		ended: null,
		headRepoId: context.repository.id
	};
	const { set } = await readResults(job, event.sha, query);
	const edges = {
		readResults: async () => [set],
		loadBaseline: async () => ofBranch(await explained("read the baseline", () => store.load({
			branch,
			history: async () => (await readAncestry(client, event.sha, () => true)).commits,
			read: (service) => servicePolicy(policy, service).read
		})), branch === context.repository.defaultBranch ? null : branch),
		readAncestry: async (lookup) => lookup?.kind === "found" ? await ancestryOf(job, lookup, async () => ({
			sha: event.sha,
			kind: "merge-base",
			remark: null
		})) : null,
		readDriftAncestry: async (anchor, lookup) => await driftAncestry(job, anchor, lookup),
		readOverrideFacts: async () => null
	};
	const report = {
		...reportContext(job, policy),
		generatedFor: "push",
		headSha: event.sha,
		baseBranch: branch
	};
	const look = await readLook(job, policy, event.sha);
	const { runGate } = await import("./gate.js");
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results",
		look
	}, edges);
	await publishResult(job, result, report, {
		comments: [],
		status: null
	});
	const { runs: records, entries } = await recordsFor(job, event, branch, result);
	for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`);
	if (records.length === 0) throw new UserError("Nothing was recorded: there is no usable result. The job summary says why.");
	const pinned = result.verdict.services.flatMap(({ drift }) => drift?.commit ?? []);
	const { added, alreadyStored } = await explained("store the baseline", () => store.append(records, entries, pinned));
	log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`);
	return result.collected.refusals.length === 0;
}
export { recordPush };
