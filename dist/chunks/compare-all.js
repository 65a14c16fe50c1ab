import { lt as distinct, pt as name, yt as text } from "./both.js";
import { nn as count, st as holmAdjust, vt as studentTQuantile, xt as groupBy, yt as studentTUpperTail } from "./compare.js";
import { n as functionTimes, r as functionName, t as withoutInlining } from "./inlined.js";
import { t as StackTable } from "./stack-table.js";
// src/profiles/compare-functions.ts
/** How sure it must be that not one function is named wrongly, and how large a change must be to be named at all. */
const ALPHA = .05;
const LEAST_CHANGE_RATIO = .1;
/** How much the expected variance weighs against that of a handful of runs: Smyth 2004 (https://doi.org/10.2202/1544-6115.1027). */
const PRIOR_DEGREES = 4;
/** A common change below this is what a median of ten noisy functions shows by chance. */
const LEAST_COMMON_RATIO = .1;
/** Runs that differ by more than this did other work. */
const LEAST_SAME_WORK_RATIO = .03;
/**
* Which functions changed between the sides. Each side needs two runs at least.
*
* Per request, where the requests are known, unless the runs of one side then vary more, or all functions moved together: a slow machine
* and another load are no change of a function. Else against the other functions; those that are proven to have changed do
* not count as the others.
*
* @param canCountRequests false: the weights are of wall time, which grows with what else the machine does
* @returns null: one function takes most of the time, and nothing says whether it takes more or the others less
*/
function compareFunctions(runs, canCountRequests) {
	const logs = logsOf(runs);
	const knowsRequests = canCountRequests && runs.every(({ requests }) => requests !== null);
	const perRequest = logs.map((series) => series.map((log, run) => log - Math.log(runs[run]?.requests ?? 1)));
	if (isDominated(logs, runs)) {
		if (knowsRequests) return dominatedPerRequest(perRequest, runs);
		return canCountRequests ? dominatedPerRun(logs, runs) : null;
	}
	const { others, functions } = relativeTest(logs, runs);
	if (!knowsRequests) return {
		scale: "relative",
		commonRatio: null,
		functions
	};
	const common = commonShift(perRequest, runs, others);
	const isSteadier = residuals(perRequest, runs) <= residuals(shifted(perRequest, common), runs);
	const commonRatio = changeOf$1(common, runs);
	if (!isSteadier || Math.abs(commonRatio) >= LEAST_COMMON_RATIO) return {
		scale: "relative",
		commonRatio,
		functions
	};
	return {
		scale: "per-request",
		commonRatio,
		functions: testEach(perRequest, runs)
	};
}
/** A change that both the large function and the others have is of the machine or the load, and here there is no telling. */
function dominatedPerRequest(perRequest, runs) {
	const all = everyone(perRequest);
	const others = commonShift(perRequest, runs, all);
	const ratios = [changeOf$1(others, runs), changeOf$1(commonShift(perRequest, runs, all, "also the largest"), runs)];
	const haveAll = Math.min(...ratios) >= LEAST_COMMON_RATIO || Math.max(...ratios) <= -.1;
	const isSteady = residuals(perRequest, runs) <= 2 * residuals(shifted(perRequest, others), runs);
	if (haveAll || !isSteady) return null;
	return {
		scale: "per-request",
		commonRatio: changeOf$1(others, runs),
		functions: testEach(perRequest, runs)
	};
}
/** Where the others took as much in all runs, the runs did the same work, and their weights can be compared as they are. */
function dominatedPerRun(logs, runs) {
	const commonRatio = changeOf$1(commonShift(logs, runs, everyone(logs)), runs);
	if (Math.abs(commonRatio) >= LEAST_SAME_WORK_RATIO) return null;
	return {
		scale: "per-run",
		commonRatio: null,
		functions: testEach(logs, runs)
	};
}
function changeOf$1(common, runs) {
	return Math.expm1(meanOf(common, runs, "candidate") - meanOf(common, runs, "baseline"));
}
/** Does one function weigh as much as all the others together? Then there is no telling which of them moved. */
function isDominated(logs, runs) {
	const weights = logs.map((_, index) => steadiness(index, runs));
	return Math.max(...weights) >= weights.reduce((sum, weight) => sum + weight, 0) / 2;
}
/** A count of n events varies by the root of n, so its logarithm is as steady as that root. */
function steadiness(index, runs) {
	return Math.sqrt(runs.reduce((sum, { weights }) => sum + (weights[index] ?? 0), 0));
}
/**
* The smallest change that this test finds in 19 of 20 cases, of a function with this share of the samples. About 200 samples in the
* function on each side are needed to see a change by 60 % (measured with Go, where 112 were too few).
*/
function detectableChange(runsOfSide, samplesOfRun, share) {
	return Math.expm1(4.5 * Math.sqrt(2 / (runsOfSide * samplesOfRun * share)));
}
/** Half a sample stands for none, which has no logarithm. */
function logsOf(runs) {
	const count = runs[0]?.weights.length ?? 0;
	return Array.from({ length: count }, (_, index) => runs.map(({ weights, sampleWeight }) => Math.log(Math.max(weights[index] ?? 0, sampleWeight / 2))));
}
/** `others`: those that the functions were compared with in the end. */
function relativeTest(logs, runs) {
	const others = new Set(everyone(logs));
	for (;;) {
		const functions = testEach(shifted(logs, commonShift(logs, runs, others)), runs);
		const strongest = strongestOf(functions, others);
		if (strongest === null || others.size <= logs.length / 2) return {
			others,
			functions
		};
		others.delete(strongest);
	}
}
function everyone(logs) {
	return new Set(logs.keys());
}
function strongestOf(functions, among) {
	const [first] = [...functions.entries()].filter(([index, { isProven }]) => isProven && among.has(index)).sort(([, left], [, right]) => left.pValue - right.pValue || size(right) - size(left));
	return first?.[0] ?? null;
}
function size({ changeRatio }) {
	return Math.abs(Math.log1p(changeRatio));
}
/** How far each run lies from the mean of all, by the weighted median over these functions: one of them alone cannot move it. */
function commonShift(logs, runs, others, heard = "none above half") {
	const means = logs.map((series) => (meanOf(series, runs, "baseline") + meanOf(series, runs, "candidate")) / 2);
	const weights = logs.map((_, index) => others.has(index) ? steadiness(index, runs) : 0);
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	return runs.map((_, run) => weightedMedian([...others].map((index) => {
		const weight = weights[index] ?? 0;
		return {
			value: (logs[index]?.[run] ?? 0) - (means[index] ?? 0),
			weight: heard === "also the largest" ? weight : Math.min(weight, .99 * (all - weight))
		};
	})));
}
function weightedMedian(items) {
	const ordered = [...items].sort((left, right) => left.value - right.value);
	const half = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let below = 0;
	for (const [index, { value, weight }] of ordered.entries()) {
		below += weight;
		if (below > half) return value;
		if (below === half) return (value + (ordered[index + 1]?.value ?? value)) / 2;
	}
	return ordered.at(-1)?.value ?? 0;
}
function shifted(logs, common) {
	return logs.map((series) => series.map((log, run) => log - (common[run] ?? 0)));
}
/** How much the runs of a side differ, over all functions. */
function residuals(logs, runs) {
	return logs.reduce((sum, series) => sum + squaresWithin(series, runs), 0);
}
function testEach(logs, runs) {
	const [baselineRuns, candidateRuns] = [countOf(runs, "baseline"), countOf(runs, "candidate")];
	const degrees = runs.length - 2;
	const variances = logs.map((series) => squaresWithin(series, runs) / degrees);
	const samples = logs.map((_, index) => samplesIn(index, runs));
	const excess = Math.max(1, median(variances.map((variance, index) => variance * (samples[index] ?? 1))));
	const tests = logs.map((series, index) => {
		const expected = excess / (samples[index] ?? 1);
		const variance = (degrees * (variances[index] ?? 0) + PRIOR_DEGREES * expected) / (degrees + PRIOR_DEGREES);
		const difference = meanOf(series, runs, "candidate") - meanOf(series, runs, "baseline");
		const error = Math.sqrt(variance * (1 / baselineRuns + 1 / candidateRuns));
		return {
			difference,
			error,
			pValue: Math.min(1, 2 * studentTUpperTail(Math.abs(difference) / error, degrees + PRIOR_DEGREES))
		};
	});
	const adjusted = holmAdjust(tests.map(({ pValue }, index) => ({
		pValue,
		weight: samples[index] ?? 1
	})));
	const t = studentTQuantile(1 - ALPHA / 2, degrees + PRIOR_DEGREES);
	return tests.map(({ difference, error }, index) => {
		const pValue = adjusted[index] ?? 1;
		const changeRatio = Math.expm1(difference);
		return {
			changeRatio,
			interval: [Math.expm1(difference - t * error), Math.expm1(difference + t * error)],
			pValue,
			isProven: pValue <= ALPHA && Math.abs(changeRatio) >= LEAST_CHANGE_RATIO
		};
	});
}
/** Samples of a run in this function, at least the half that stands for none. */
function samplesIn(index, runs) {
	const all = runs.reduce((sum, { weights, sampleWeight }) => sum + (weights[index] ?? 0) / sampleWeight, 0);
	return Math.max(.5, all / runs.length);
}
function squaresWithin(series, runs) {
	const means = {
		baseline: meanOf(series, runs, "baseline"),
		candidate: meanOf(series, runs, "candidate")
	};
	return series.reduce((sum, value, run) => sum + (value - means[runs[run]?.side ?? "baseline"]) ** 2, 0);
}
function meanOf(series, runs, side) {
	const values = series.filter((_, run) => runs[run]?.side === side);
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function countOf(runs, side) {
	return runs.filter((run) => run.side === side).length;
}
function median(values) {
	const ordered = [...values].sort((left, right) => left - right);
	const middle = Math.floor(ordered.length / 2);
	const upper = ordered[middle] ?? 1;
	return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2;
}
// src/profiles/flame-tree.ts
/** Narrower frames are less than two pixels wide. */
const LEAST_SHARE$1 = .002;
/** Deeper ones fit on no page. */
const MAX_DEPTH = 60;
/** The stacks of both sides as one tree. Each profile counts as much as any other of its side. */
function flameTree(baseline, candidate) {
	const root = emptyNode();
	for (const profile of baseline) addProfile(root, profile, "baseline", 1 / baseline.length);
	for (const profile of candidate) addProfile(root, profile, "candidate", 1 / candidate.length);
	return finished("all", root);
}
function addProfile(root, profile, side, part) {
	const names = profile.frames.map((frame) => functionName(frame, profile.language));
	const all = profile.stacks.reduce((sum, { weight }) => sum + weight, 0);
	for (const { frames, weight } of profile.stacks) {
		const share = part * weight / all;
		let node = root;
		node[side] += share;
		for (const position of frames.slice(0, MAX_DEPTH)) {
			const name = names[position] ?? "[unknown]";
			let child = node.children.get(name);
			if (child === void 0) {
				child = emptyNode();
				node.children.set(name, child);
			}
			child[side] += share;
			node = child;
		}
	}
}
function emptyNode() {
	return {
		baseline: 0,
		candidate: 0,
		children: /* @__PURE__ */ new Map()
	};
}
/** In the order of the names, so that the picture does not depend on the order of the samples. */
function finished(name, { baseline, candidate, children }) {
	return {
		name,
		baseline,
		candidate,
		children: [...children].filter(([, child]) => Math.max(child.baseline, child.candidate) >= LEAST_SHARE$1).map(([childName, child]) => finished(childName, child)).sort((left, right) => left.name < right.name ? -1 : 1)
	};
}
// src/profiles/moved-lambdas.ts
/** `org.example.Service.lambda$static$1`: javac counts the lambdas of a class, so that all behind a new one get another number. */
const LAMBDA = /^(.*\blambda\$[\w$]*\$)\d{1,6}$/;
/**
* The beginnings of names of lambdas that do not have the same numbers on both sides: which is which cannot be known, so they are added up.
* Empty: there are none.
*/
function movedLambdas(baseline, candidate) {
	if (baseline.length === 0 || candidate.length === 0) return /* @__PURE__ */ new Set();
	const [before, after] = [numbersOf(baseline), numbersOf(candidate)];
	const starts = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])];
	return new Set(starts.filter((start) => before.get(start) !== after.get(start)));
}
/** Which lambdas each class has, as one text. */
function numbersOf(side) {
	const names = [...new Set(side.flatMap((functions) => [...functions.keys()]))].sort();
	const numbers = /* @__PURE__ */ new Map();
	for (const name of names) {
		const start = LAMBDA.exec(name)?.[1];
		if (start !== void 0) numbers.set(start, `${numbers.get(start) ?? ""} ${name}`);
	}
	return numbers;
}
/** Adds up the lambdas that moved. */
function withoutMovedLambdas(functions, moved) {
	if (moved.size === 0) return functions;
	const sums = /* @__PURE__ */ new Map();
	for (const one of functions.values()) {
		const start = LAMBDA.exec(one.name)?.[1];
		const name = start !== void 0 && moved.has(start) ? `${start}…` : one.name;
		const known = sums.get(name);
		sums.set(name, {
			name,
			isOwn: one.isOwn,
			selfWeight: (known?.selfWeight ?? 0) + one.selfWeight,
			ownWeight: (known?.ownWeight ?? 0) + one.ownWeight,
			totalWeight: (known?.totalWeight ?? 0) + one.totalWeight
		});
	}
	return sums;
}
// src/profiles/compare-profiles.ts
/** Ten are looked at, on both sides together. A function below one percent is not where the time goes. */
const MAX_FUNCTIONS = 10;
const LEAST_SHARE = .01;
/** Below three runs per side there is no telling noise from change, and below 30 samples a run hardly a function has five. */
const LEAST_RUNS = 3;
const LEAST_SAMPLES = 30;
/** With more than half of the time in functions without a name, the others are not what matters. */
const MAX_UNKNOWN_SHARE = .5;
/** A function that took over the work of another one within this is perhaps the same with a new name. */
const RENAMED_RATIO = .2;
const AMBIGUOUS = "One function takes most of the time, and the requests are not known: it cannot be told whether it takes more or the others less. Put the profiles beside the results of their runs.";
/** What changed between two sides of one tool and one thing that is counted. `own`: see own-code.ts. */
function compareProfiles({ baseline, candidate }, own) {
	const { sides, notes } = withSameLambdas({
		baseline: sideOf("baseline", baseline, own),
		candidate: sideOf("candidate", candidate, own)
	});
	const all = [...sides.baseline, ...sides.candidate];
	const first = (baseline[0] ?? candidate[0])?.profile;
	if (first === void 0) throw new Error("There is no profile to compare.");
	const names = namesToShow(sides);
	const unfit = whyNotCompared(sides);
	const isTested = unfit === null && first.nature === "sampled";
	const profiledRuns = all.map((run) => profiledRun(run, names));
	const tests = isTested ? compareFunctions(profiledRuns, first.counted !== "wall-time") : null;
	const problem = isTested && tests === null ? AMBIGUOUS : unfit;
	const scale = tests?.scale ?? "per-run";
	const divisor = scale === "per-request" ? requestsOf : () => 1;
	const shown = names.map((name, index) => changeOf(name, sides, divisor, tests?.functions[index] ?? null, problem === null && first.nature === "exact")).sort(byImportance);
	const samples = {
		baseline: samplesOf(baseline),
		candidate: samplesOf(candidate)
	};
	return {
		tool: first.tool,
		counted: first.counted,
		unit: first.unit,
		notCompared: problem,
		runs: {
			baseline: baseline.length,
			candidate: candidate.length
		},
		samples,
		scale,
		commonRatio: tests?.commonRatio ?? null,
		detectableRatio: tests === null ? null : detectable(sides),
		total: first.nature === "exact" ? totalOf(sides) : null,
		functions: shown,
		flame: flameTree(sides.baseline.map(({ profile }) => profile), sides.candidate.map(({ profile }) => profile)),
		notes: [
			...distinct([...baseline, ...candidate].flatMap(({ profile }) => profile.notes)),
			...notes,
			...renamed(shown)
		]
	};
}
/** Where V8 put inlined functions is known from all profiles of a side together. */
function sideOf(side, recorded, own) {
	return withoutInlining(recorded.map(({ profile }) => profile)).map((profile, index) => ({
		side,
		profile,
		requests: recorded[index]?.requests ?? null,
		times: functionTimes(profile, own)
	}));
}
function withSameLambdas({ baseline, candidate }) {
	const functionsOf = (runs) => runs.map(({ times }) => times.functions);
	const moved = movedLambdas(functionsOf(baseline), functionsOf(candidate));
	if (moved.size === 0) return {
		sides: {
			baseline,
			candidate
		},
		notes: []
	};
	const mended = (runs) => runs.map((run) => {
		const functions = withoutMovedLambdas(run.times.functions, moved);
		return {
			...run,
			times: {
				...run.times,
				functions
			}
		};
	});
	const notes = [text`${count(moved.size, "group")} of lambdas whose numbers are not the same on both sides: each group is added up, because one that is new moves the numbers of the others.`];
	return {
		sides: {
			baseline: mended(baseline),
			candidate: mended(candidate)
		},
		notes
	};
}
/** The functions with the largest share on either side, the largest first. */
function namesToShow({ baseline, candidate }) {
	return [...new Set([...baseline, ...candidate].flatMap(({ times }) => [...times.functions.keys()]))].map((name) => ({
		name,
		share: Math.max(shareOf(name, baseline), shareOf(name, candidate))
	})).filter(({ share }) => share >= LEAST_SHARE).sort((left, right) => right.share - left.share || (left.name < right.name ? -1 : 1)).slice(0, MAX_FUNCTIONS).map(({ name }) => name);
}
/** Of the time in one's own code; the mean over the runs. */
function shareOf(name, runs) {
	return mean(runs.map(({ times }) => times.ownWeight === 0 ? 0 : (times.functions.get(name)?.ownWeight ?? 0) / times.ownWeight));
}
function weightOf(name, runs, divisor) {
	return mean(runs.map((run) => (run.times.functions.get(name)?.ownWeight ?? 0) / divisor(run)));
}
function requestsOf({ requests }) {
	return requests ?? 1;
}
function whyNotCompared({ baseline, candidate }) {
	const all = [...baseline, ...candidate];
	if (baseline.length === 0 || candidate.length === 0) return `Only the ${baseline.length === 0 ? "candidate" : "baseline"} has profiles of this tool, so there is nothing to compare with.`;
	if (all.some(({ profile }) => profile.nature === "shown")) return "This kind of profile is shown, and not compared.";
	const unknown = Math.max(...all.map(({ times }) => times.unknownWeight / Math.max(times.totalWeight, Number.MIN_VALUE)));
	if (unknown > MAX_UNKNOWN_SHARE) return `${Math.round(100 * unknown)} % of one of the profiles is in functions without a name: build with symbols (-g, and no strip), and record again.`;
	if (all.every(({ profile }) => profile.nature === "exact")) return null;
	if (baseline.length < LEAST_RUNS || candidate.length < LEAST_RUNS) return `Nothing is proven with ${baseline.length} against ${candidate.length} profiles: record at least ${LEAST_RUNS} of each side, better 5.`;
	const fewest = Math.min(...all.map(({ profile }) => profile.samples ?? 0));
	if (fewest >= LEAST_SAMPLES) return null;
	return `One of the profiles has only ${fewest} samples, and ${LEAST_SAMPLES} are the least: record for a longer time, or sample more often.`;
}
function profiledRun({ side, profile, requests, times }, names) {
	return {
		side,
		weights: names.map((name) => times.functions.get(name)?.ownWeight ?? 0),
		sampleWeight: times.totalWeight / Math.max(1, profile.samples ?? 1),
		requests
	};
}
function changeOf(name, { baseline, candidate }, divisor, test, isExact) {
	const [before, after] = [weightOf(name, baseline, divisor), weightOf(name, candidate, divisor)];
	const exactRatio = before === 0 || baseline.length === 0 ? null : after / before - 1;
	const isProven = test?.isProven ?? (isExact && isExactChange(name, {
		baseline,
		candidate
	}));
	const changeRatio = test?.changeRatio ?? exactRatio;
	return {
		name,
		baselineShare: shareOf(name, baseline),
		candidateShare: shareOf(name, candidate),
		baselineWeight: before,
		candidateWeight: after,
		changeRatio: before === 0 || after === 0 || candidate.length === 0 ? null : changeRatio,
		interval: test === null || before === 0 || after === 0 ? null : test.interval,
		pValue: test?.pValue ?? null,
		verdict: verdictOf(isProven, before, after)
	};
}
function verdictOf(isProven, before, after) {
	if (!isProven) return "not-proven";
	if (before === 0) return "new";
	if (after === 0) return "gone";
	return after > before ? "slower" : "faster";
}
/** All runs of one side lie above all of the other, by one percent at least. */
function isExactChange(name, { baseline, candidate }) {
	const of = (runs) => runs.map(({ times }) => times.functions.get(name)?.ownWeight ?? 0);
	const [before, after] = [of(baseline), of(candidate)];
	const isUp = Math.min(...after) > Math.max(...before) * 1.01;
	const isDown = Math.max(...after) < Math.min(...before) * .99;
	return isUp || isDown;
}
function totalOf({ baseline, candidate }) {
	const of = (runs) => mean(runs.map(({ times }) => times.totalWeight));
	const [before, after] = [of(baseline), of(candidate)];
	return {
		baseline: before,
		candidate: after,
		changeRatio: before === 0 || candidate.length === 0 ? null : after / before - 1
	};
}
function detectable({ baseline, candidate }) {
	const samples = mean([...baseline, ...candidate].map(({ profile }) => profile.samples ?? 0));
	return detectableChange(Math.min(baseline.length, candidate.length), samples, .1);
}
/** Proven first and the largest difference first; then by how much time they take. */
function byImportance(left, right) {
	const [leftProven, rightProven] = [left, right].map(({ verdict }) => verdict === "not-proven" ? 0 : 1);
	if (leftProven !== rightProven) return (rightProven ?? 0) - (leftProven ?? 0);
	if (leftProven === 1) return differenceOf(right) - differenceOf(left);
	return shareSum(right) - shareSum(left);
}
function differenceOf({ baselineShare, candidateShare, changeRatio }) {
	return changeRatio === null ? Math.abs(candidateShare - baselineShare) : baselineShare * Math.abs(changeRatio);
}
function shareSum({ baselineShare, candidateShare }) {
	return Math.max(baselineShare, candidateShare);
}
function renamed(functions) {
	const [appeared, vanished] = ["new", "gone"].map((verdict) => functions.filter((one) => one.verdict === verdict));
	return (appeared ?? []).flatMap(({ name: name$1, candidateShare }) => {
		const before = vanished?.find(({ baselineShare }) => Math.abs(candidateShare / baselineShare - 1) <= RENAMED_RATIO);
		return before === void 0 ? [] : [text`Perhaps ${name(before.name)} was renamed to ${name(name$1)}: they take as much.`];
	});
}
function samplesOf(recorded) {
	const all = recorded.map(({ profile }) => profile.samples);
	return all.length === 0 || all.includes(null) ? null : all.reduce((sum, one) => sum + (one ?? 0), 0);
}
function mean(values) {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
// src/profiles/compare-all.ts
/** One comparison for each tool and each thing that it counted; those of processor time first. */
function compareAll(profiles, own) {
	return [...groupBy(profiles, ({ profile }) => JSON.stringify([
		profile.format,
		profile.tool,
		profile.counted
	])).values()].flatMap(byName).map((kind) => compareProfiles({
		baseline: runsOf(kind, "baseline"),
		candidate: runsOf(kind, "candidate")
	}, own)).sort((left, right) => rank(left) - rank(right));
}
function rank({ counted, notCompared }) {
	return (notCompared === null ? 0 : 2) + (counted === "cpu-time" ? 0 : 1);
}
/**
* Several files of one tool in one run are of several processes, or count several things, where each run has the same names; else the tool
* named them after the time or the process, and they are parts of one.
*/
function byName(kind) {
	const runs = [...groupBy(kind, keyOfRun).values()];
	if (runs.every(({ length }) => length === 1)) return [kind];
	const names = runs.map((files) => JSON.stringify(files.map(({ name }) => name).sort()));
	return new Set(names).size === 1 ? [...groupBy(kind, ({ name }) => name).values()] : [kind];
}
function keyOfRun({ variant, run }) {
	return `${variant} ${run}`;
}
/** One profile a run: two of one run are not independent. */
function runsOf(kind, variant) {
	return [...groupBy(kind.filter((one) => one.variant === variant), keyOfRun).values()].map((files) => ({
		profile: merged(files.map(({ profile }) => profile)),
		requests: files[0]?.requests ?? null
	}));
}
function merged(profiles) {
	const [first] = profiles;
	if (first === void 0) throw new Error("There is no profile in this run.");
	if (profiles.length === 1) return first;
	const table = new StackTable();
	for (const profile of profiles) {
		const positions = profile.frames.map((frame) => table.frame(frame));
		for (const { frames, weight, line } of profile.stacks) table.add(frames.map((position) => positions[position] ?? 0), weight, line);
	}
	const { frames, stacks } = table.finish();
	const samples = profiles.some((one) => one.samples === null) ? null : profiles.reduce((sum, one) => sum + (one.samples ?? 0), 0);
	const notes = distinct(profiles.flatMap((one) => one.notes));
	return {
		...first,
		frames,
		stacks,
		samples,
		notes
	};
}
export { compareAll as t };
