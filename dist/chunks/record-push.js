import { H as unrecordedCommits, V as readMergedOverrides, W as explained, a as readPolicy, c as driftAncestry, h as isBaselineBranch, i as readResults, l as ancestryOf, n as reportContext, p as comparabilityKey, r as findResults, s as readLook, u as openHistory } from "./action.js";
import { g as servicePolicy, x as UserError } from "./both.js";
import { t as publishResult } from "./publish-result.js";
import { At as owedBy, Mt as repaidNow, jt as recordsOf } from "./compare.js";
// src/storage/pinned-commits.ts
/**
* The commits that drift is measured against: of each service, and of each machine class, load and tool that it was measured
* under, the newest stored one at or before the anchor. Whatever a later push ran on, all of them stay.
*
* @param commits at or before the anchor, newest first
*/
function pinnedCommits(services, commits) {
	const age = new Map(commits.map((commit, index) => [commit, index]));
	const newest = /* @__PURE__ */ new Map();
	for (const [service, runs] of services) for (const stored of runs) {
		const key = `${service} ${comparabilityKey(stored)}`;
		const known = newest.get(key);
		const isOlder = known !== void 0 && (age.get(known) ?? 0) <= (age.get(stored.commit) ?? 1e400);
		if (age.has(stored.commit) && !isOlder) newest.set(key, stored.commit);
	}
	return [...new Set(newest.values())];
}
// src/action/records-for.ts
/** What a push adds to the store: its runs, marked where the level changed, and what is owed or repaid from now on. */
async function recordsFor({ client, context, inputs, log }, event, branch, { verdict, lookup, ancestry, history }) {
	const found = lookup?.kind === "found" ? lookup : null;
	const recorded = new Set([...found?.services.values() ?? []].flat().map(({ commit }) => commit));
	const newest = await explained("find the merged pull request", () => history(() => true));
	const since = unrecordedCommits(event.sha, newest, recorded);
	const query = {
		commits: since.commits,
		branch,
		name: inputs.name
	};
	const { byCommit, remarks } = await readMergedOverrides(client, query);
	for (const remark of [...since.remarks, ...remarks]) log.warning(remark);
	const stamp = {
		commit: event.sha,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString(),
		branch: branch === context.repository.defaultBranch ? null : branch,
		overrides: [...byCommit.values()].flat()
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
	const inForce = await readPolicy(job, event.sha);
	const policy = {
		...inForce.policy,
		confirmation: null
	};
	const query = {
		from: "this-run",
		startedBy: "pull_request",
		ended: null,
		headRepoId: context.repository.id
	};
	const { set, remarks } = await readResults(job, event.sha, await findResults(job, event.sha, query));
	const history = openHistory(client, event.sha);
	const { collect, runGate } = await import("./gate.js");
	const collected = await collect([set], policy);
	const loadAt = {
		branch,
		recordedAs: branch === context.repository.defaultBranch ? null : branch,
		history: async () => (await history(() => true)).map(({ sha }) => sha),
		read: async () => (service) => servicePolicy(policy, service).read
	};
	const lookup = await explained("read the baseline", () => store.load(loadAt));
	const found = lookup.kind === "found" ? lookup : null;
	const ancestry = found === null ? null : await ancestryOf(found, event.sha, history);
	const drift = found === null || policy.drift === null ? null : await driftAncestry(job, policy.drift.anchor, found);
	const pinned = found === null || drift === null ? [] : pinnedCommits(found.services, drift.commits);
	const report = {
		...reportContext(job, inForce),
		generatedFor: "push",
		headSha: event.sha,
		baseBranch: branch,
		remarks: [...inForce.remarks, ...remarks]
	};
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results",
		look: await readLook(job, policy, event.sha)
	}, {
		sets: [set],
		collected,
		lookup,
		ancestry,
		driftAncestry: drift
	});
	await publishResult(job, result, report, {
		comments: [],
		status: null
	});
	const { runs: records, entries } = await recordsFor(job, event, branch, {
		...result,
		history
	});
	for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`);
	if (records.length === 0) throw new UserError("Nothing was recorded: there is no usable result. The job summary says why.");
	const { added, alreadyStored } = await explained("store the baseline", () => store.append(records, entries, pinned));
	log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`);
	return result.collected.refusals.length === 0;
}
export { recordPush };
