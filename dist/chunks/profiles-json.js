import { jt as plainText } from "./both.js";
// src/report/profiles-json.ts
/** The report of `perf-gate profiles` for programs. A new field may appear in the same version; a changed one raises `schemaVersion`. */
function profilesJson({ comparisons, refusals }) {
	return {
		schemaVersion: 1,
		comparisons: comparisons.map(profileJson),
		notRead: refusals.map(({ path, problem }) => ({
			path,
			problem: plainText(problem)
		}))
	};
}
function profileJson(comparison) {
	const { flame: _, functions, notCompared, notes, runs, samples, total, ...rest } = comparison;
	return {
		...rest,
		notCompared: notCompared === null ? null : plainText(notCompared),
		runs: { ...runs },
		samples: { ...samples },
		total: total === null ? null : { ...total },
		functions: functions.map(({ interval, ...one }) => ({
			...one,
			lower: interval?.[0] ?? null,
			upper: interval?.[1] ?? null
		})),
		notes: notes.map(plainText)
	};
}
export { profilesJson as n, profileJson as t };
