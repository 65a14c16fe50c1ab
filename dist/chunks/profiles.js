import { F as countedWords, It as readFolder, Jt as readPath, Xt as FORMATS, a as OUTPUT_FLAGS, j as profilesMarkdown, o as printReport, s as save, w as runBeside, zt as collectRuns } from "./compare.js";
import { Ft as text, Tt as enumerated, kt as name, wt as distinct, xt as UserError } from "./both.js";
import { t as compareAll } from "./compare-all.js";
import { t as readProfile } from "./read-profile2.js";
import { t as PROFILE_FORMATS } from "./registry4.js";
import { t as NoProfileError } from "./unreadable-profile2.js";
import { n as profilesJson } from "./profiles-json.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
// src/commands/profiles.ts
const USAGE = {
	guide: "docs/guides/profiles.md",
	calls: ["--baseline DIR --candidate DIR"],
	flags: {
		baseline: {
			type: "string",
			value: "DIR",
			says: "the profiles of the version to compare with"
		},
		candidate: {
			type: "string",
			value: "DIR",
			says: "the profiles of the change"
		},
		own: {
			type: "string",
			value: "NAME,PATH",
			says: "your own functions: glob patterns, separated by commas"
		},
		flamegraph: {
			type: "string",
			value: "FILE",
			writes: "file",
			says: "a flame graph of the difference, as SVG"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: done, whatever changed. 2: nothing could be read, or the two sides have no kind of profile in common."
};
/**
* `perf-gate profiles` shows which functions changed between two folders of profiles. Exit code 0: the profiles were read. The
* command never blocks.
*/
async function profiles(args) {
	const { values: flags } = readArguments(args, USAGE.flags);
	const [before, after] = [requiredFlag("baseline", flags.baseline), requiredFlag("candidate", flags.candidate)];
	const sides = [await readSide(before, "baseline"), await readSide(after, "candidate")];
	const own = (flags.own ?? "").split(",").filter((pattern) => pattern !== "");
	const comparisons = compareAll(sides.flatMap(({ read }) => read), own);
	requireOneKind(comparisons);
	const report = {
		service: "",
		comparisons,
		refusals: sides.flatMap(({ refusals }) => refusals)
	};
	const [first] = comparisons;
	if (flags.flamegraph !== void 0 && first !== void 0) await saveFlameGraph(flags.flamegraph, first);
	const text = profilesMarkdown(report, flags.flamegraph ?? null);
	await printReport(text, profilesJson(report), flags);
	return 0;
}
/** Profiles of two tools, or of two things that were counted, would each be shown alone, as if the answer were that nothing changed. */
function requireOneKind(comparisons) {
	if (comparisons.some(({ runs }) => runs.baseline > 0 && runs.candidate > 0)) return;
	const [before, after] = ["baseline", "candidate"].map((side) => enumerated(distinct(comparisons.filter(({ runs }) => runs[side] > 0).map((one) => text`${name(one.tool)} (${{ words: countedWords(one) }})`))));
	throw new UserError(text`The two sides have no kind of profile in common, so nothing can be compared: the baseline has profiles of ${before ?? []}, and the candidate of ${after ?? []}. Record both sides with the same tool and the same options.`);
}
/**
* Reads all profiles of a folder. A file that is not a profile is named and left out; a folder without a profile is an error.
* When a result lies beside a profile, as `compare` expects them, it gives the number of served requests.
*/
async function readSide(path, side) {
	const read = [];
	const refusals = [];
	const files = await readFolder(path);
	const defaults = {
		defaultService: "service",
		defaultSide: side,
		defaultCommit: null
	};
	const { runs } = await collectRuns(files, {
		...defaults,
		formats: FORMATS
	});
	for (const file of files) {
		const { requests } = runBeside(file, runs, defaults);
		try {
			const profile = await readProfile(file.open(), PROFILE_FORMATS);
			read.push({
				profile,
				requests,
				side,
				...runOf(file.path)
			});
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			if (!(error instanceof NoProfileError && readPath(file.path).role !== "profile" && requests !== null)) refusals.push({
				path: `${side}/${file.path}`,
				problem: error.said
			});
		}
	}
	if (read.length > 0) return {
		read,
		refusals
	};
	const reasons = refusals.slice(0, 5).flatMap(({ path: file, problem }) => text`${"\n"}${name(file)}: ${problem}`);
	throw new UserError(text`${name(path)} holds no profile that can be read.${reasons}`);
}
/** `run-2/cpu.pb` and `run-2.cpu.pb` belong to run 2. Any other file is a run by itself. */
function runOf(path) {
	const [, run, name] = /^(.*?(?<![^/])run[-_ .]?\d+)[/.](.*)$/i.exec(path) ?? [];
	return run === void 0 || name === void 0 ? {
		run: path,
		name: ""
	} : {
		run,
		name
	};
}
async function saveFlameGraph(path, comparison) {
	const { flameGraphSvg } = await import("./flame-graph.js");
	await save(path, flameGraphSvg(comparison));
}
export { USAGE, profiles };
