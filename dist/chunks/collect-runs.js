import { a as refuseRun, c as DEFAULT_READ_OPTIONS, i as groupByRun, o as readRunFiles } from "./folder.js";
// src/results/identify-run.ts
/** Puts together what a run measured and where it came from. `run.json` can only make it less comparable, never more trusted. */
function identifyRun(group, content, defaultCommit) {
	const { file, placement } = group.first;
	const { run, runJson } = content;
	return {
		service: placement.service,
		variant: placement.variant,
		slot: placement.slot ?? runJson?.slot ?? 1,
		jobId: jobIdOf(file.artifact?.id ?? null, runJson?.jobId ?? null),
		testedCommit: runJson?.testedCommit ?? defaultCommit,
		startedAt: runJson?.startedAt ?? null,
		conditions: {
			machine: runJson?.machine ?? null,
			load: runJson?.load ?? null,
			scriptHash: bothHashes(run.scriptHash, runJson?.scriptHash ?? null),
			tool: majorVersion(run.toolVersion ?? runJson?.k6Version ?? null)
		},
		source: {
			workflowRunId: file.artifact?.workflowRunId ?? null,
			runAttempt: file.artifact?.runAttempt ?? null,
			artifactId: file.artifact?.id ?? null,
			artifactDigest: file.artifact?.digest ?? null,
			path: placement.runPath === "" ? content.resultPath : placement.runPath
		},
		exitCode: content.exitCode,
		run
	};
}
/** A job named in `run.json` counts only inside its own artifact: one artifact cannot claim the machine of another. */
function jobIdOf(artifactId, jobId) {
	if (artifactId === null) return jobId;
	return jobId === null ? `artifact-${artifactId}` : `artifact-${artifactId}:${jobId}`;
}
/** The result's own hash and the one of `run.json` must both be equal for two runs to be compared. */
function bothHashes(own, stamped) {
	if (own === null || stamped === null || own === stamped) return own ?? stamped;
	return `${own}+${stamped}`;
}
/** `k6 v2` from `2.2.0` or `v2.2.0`; null where it is not a version. */
function majorVersion(version) {
	const major = /^(?:k6 )?v?(\d{1,4})\./.exec(version ?? "")?.[1];
	return major === void 0 ? null : `k6 v${major}`;
}
// src/results/collect-runs.ts
/**
* Sorts result files into runs and reads them. What cannot be used becomes a refusal with its reason: nothing is left out in
* silence. The order of `files` does not matter.
*/
async function collectRuns(files, options) {
	const defaults = {
		service: options.defaultService,
		variant: options.defaultVariant
	};
	const { groups, misplaced } = groupByRun(files, defaults);
	const runs = [];
	const refusals = [...misplaced];
	for (const group of groups) {
		const content = await readRunFiles(group, options.formats, options.read ?? DEFAULT_READ_OPTIONS);
		if (content.kind === "read") runs.push(identifyRun(group, content, options.defaultCommit));
		else if (content.kind === "refused") refusals.push(refuseRun(group, content.problem));
		else if (!hasRunsBelow(group, groups)) refusals.push(refuseRun(group, content.problem));
	}
	return withoutSharedSlots(runs, refusals);
}
/** A README or a log beside the folders of the runs is no result that went missing. */
function hasRunsBelow(group, groups) {
	const { file, placement } = group.first;
	if (placement.slot !== null) return false;
	const folder = placement.runPath === "" ? "" : `${placement.runPath}/`;
	return groups.some(({ first }) => first !== group.first && first.file.artifact?.id === file.artifact?.id && first.placement.runPath.startsWith(folder));
}
/** Two runs with the same number on the same side cannot both be the partner of a run on the other side. */
function withoutSharedSlots(runs, refusals) {
	const firstOf = /* @__PURE__ */ new Map();
	const shared = [];
	for (const run of runs) {
		const { service, variant, slot, source } = run;
		const key = JSON.stringify([
			source.artifactId,
			service,
			variant,
			slot
		]);
		const first = firstOf.get(key);
		if (first === void 0) {
			firstOf.set(key, run);
			continue;
		}
		const problem = `This is run ${slot} of ${service} (${variant}), and so is ${first.source.path}. Give each run a folder of its own: run-1, run-2 and so on.`;
		shared.push({
			service,
			variant,
			path: source.path,
			problem
		});
	}
	return {
		runs: [...firstOf.values()],
		refusals: [...refusals, ...shared]
	};
}
export { collectRuns as t };
