// src/storage/records.ts
/**
* The runs of a default-branch job as they are stored. A service whose primary series is proven slower or faster than
* the baseline before it gets a mark: the next pull request is compared with this level, and the debt stays visible.
*/
function recordsOf(services, { commit, recordedAt }) {
	return services.flatMap((evidence) => {
		const mark = markOf(evidence);
		return evidence.candidateRuns.map((run) => ({
			run: {
				...run,
				testedCommit: commit
			},
			commit,
			recordedAt,
			mark
		}));
	});
}
function markOf({ comparisons }) {
	const primaries = comparisons.filter(({ role }) => role === "primary");
	const slower = primaries.find(({ verdict }) => verdict === "regressed");
	if (slower !== void 0) return mark("regressed", slower);
	const faster = primaries.find(({ verdict }) => verdict === "improved");
	return faster === void 0 ? null : mark("improved", faster);
}
function mark(kind, { estimate, service, stat, metric }) {
	return {
		kind,
		changeRatio: estimate?.changeRatio ?? 0,
		series: `${service} ${stat} of ${metric}`,
		override: null
	};
}
export { recordsOf as t };
