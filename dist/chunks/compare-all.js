import { Ct as code, Ft as text, Ot as listed, kt as name, wt as distinct } from "./both.js";
import { bt as groupBy, ht as studentTUpperTail, mt as studentTQuantile, on as count, rt as holmAdjust } from "./compare.js";
import { i as functionName, n as functionTimes, r as hasOwnFrames, t as withoutInlining } from "./inlined.js";
import { t as StackTable } from "./stack-table.js";
// src/profiles/compare-functions.ts
/** The chance that any function is named wrongly, and the smallest change that is named. */
const ALPHA = .05;
const LEAST_CHANGE_RATIO = .1;
/**
* The weight of the expected variance against the variance of a few runs, in degrees of freedom: Smyth 2004
* (https://doi.org/10.2202/1544-6115.1027).
*/
const PRIOR_DEGREES = 4;
/** The median of ten noisy functions shows a smaller common change by chance. */
const LEAST_COMMON_RATIO = .1;
/** If runs differ by more than this, they did different work. */
const LEAST_SAME_WORK_RATIO = .03;
/**
* Which functions changed between the sides. Each side needs two runs at least.
*
* If the requests are known, functions are compared per request, unless that makes the runs of one side vary more, or all
* functions changed together: a slow machine or another load is not a change of a function. Otherwise each function is compared
* with the other functions, without those that are proven to have changed.
*
* @param canCountRequests false: the weights are wall time, which grows when the machine does something else
* @returns null: one function takes most of the time, and it cannot be told whether this function takes more or the others less
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
/** If both the large function and the others changed, the cause may be the machine or the load, which cannot be told here. */
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
/** If the other functions took the same time in all runs, the runs did the same work, and their weights can be compared directly. */
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
/** Whether one function weighs as much as all others together. It then cannot be told which of them changed. */
function isDominated(logs, runs) {
	const weights = logs.map((_, index) => steadiness(index, runs));
	return Math.max(...weights) >= weights.reduce((sum, weight) => sum + weight, 0) / 2;
}
/** A count of n events varies by the root of n, so the weight of its logarithm is the root of n. */
function steadiness(index, runs) {
	return Math.sqrt(runs.reduce((sum, { weights }) => sum + (weights[index] ?? 0), 0));
}
/**
* The smallest change of a function with this share of the samples that the test finds in 19 of 20 cases. About 200 samples in
* the function on each side are needed to see a change by 60 % (measured with Go, where 112 were too few).
*/
function detectableChange(runsOfSide, samplesOfRun, share) {
	return Math.expm1(4.5 * Math.sqrt(2 / (runsOfSide * samplesOfRun * share)));
}
/** No samples count as half a sample, because 0 has no logarithm. */
function logsOf(runs) {
	const count = runs[0]?.weights.length ?? 0;
	return Array.from({ length: count }, (_, index) => runs.map(({ weights, sampleWeight }) => Math.log(Math.max(weights[index] ?? 0, sampleWeight / 2))));
}
/** `others`: the functions with which all were compared in the last step. */
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
/** How far each run lies from the mean of all runs: the weighted median over these functions, which no single function can move. */
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
/** Samples of a run in this function; half a sample if there are none. */
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
/** Frames with a smaller share are less than two pixels wide. */
const LEAST_SHARE$1 = .002;
/** Deeper stacks fit on no page. */
const MAX_DEPTH = 60;
/** The stacks of both sides as one tree. All profiles of a side have the same weight. */
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
/** `org.example.Service.lambda$static$1`: javac numbers the lambdas of a class, so a new lambda changes the numbers of all later ones. */
const LAMBDA = /^(.*\blambda\$[\w$]*\$)\d{1,6}$/;
/**
* The beginnings of the names of lambdas whose numbers differ between the sides. It cannot be known which lambda is which, so
* they are added up. Empty: there are none.
*/
function movedLambdas(baseline, candidate) {
	if (baseline.length === 0 || candidate.length === 0) return /* @__PURE__ */ new Set();
	const [before, after] = [numbersOf(baseline), numbersOf(candidate)];
	const starts = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])];
	return new Set(starts.filter((start) => before.get(start) !== after.get(start)));
}
/** The lambdas of each class, as one text. */
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
/** At most ten functions of both sides are compared. A function with less than one percent of the time is not compared. */
const MAX_FUNCTIONS = 10;
const LEAST_SHARE = .01;
/**
* With fewer than three runs per side, noise cannot be told from a change. With fewer than 30 samples per run, hardly any
* function has five samples.
*/
const LEAST_RUNS = 3;
const LEAST_SAMPLES = 30;
/** If functions without a name take more than half of the time, the others do not matter. */
const MAX_UNKNOWN_SHARE = .5;
/** If the time of a new function is within this share of the time of a removed function, the function was perhaps renamed. */
const RENAMED_RATIO = .2;
const AMBIGUOUS = text`One function takes most of the time, and the requests are not known: it cannot be told whether it takes more or the others less. Put the profiles beside the results of their runs.`;
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
			...renamed(shown),
			...unmatchedOwn([...baseline, ...candidate], own)
		]
	};
}
/** A misspelt pattern would show every function as the own code, without a word. */
function unmatchedOwn(recorded, own) {
	const unmatched = own.filter((pattern) => !recorded.some(({ profile }) => hasOwnFrames(profile, [pattern])));
	return unmatched.length === 0 ? [] : [text`No function and no file of the profiles fits ${listed(unmatched.map(code), unmatched.length)}, so the own code is not told apart by it.`];
}
/** All profiles of a side are needed to know which functions V8 inlined. */
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
	const notes = [text`${count(moved.size, "group")} of lambdas with different numbers on the two sides: each group is added up, because a new lambda changes the numbers of the others.`];
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
	if (baseline.length === 0 || candidate.length === 0) {
		const side = { words: baseline.length === 0 ? "candidate" : "baseline" };
		return text`Only the ${side} has profiles of this tool, so there is nothing to compare with.`;
	}
	if (all.some(({ profile }) => profile.nature === "shown")) return text`This kind of profile is shown, and not compared.`;
	const unknown = Math.max(...all.map(({ times }) => times.unknownWeight / Math.max(times.totalWeight, Number.MIN_VALUE)));
	if (unknown > MAX_UNKNOWN_SHARE) {
		const share = `${Math.round(100 * unknown)} %`;
		return text`${share} of one of the profiles is in functions without a name: build with symbols (-g, and no strip), and record again.`;
	}
	if (all.every(({ profile }) => profile.nature === "exact")) return null;
	if (baseline.length < LEAST_RUNS || candidate.length < LEAST_RUNS) return text`Nothing is proven with ${baseline.length} against ${candidate.length} profiles: record at least ${LEAST_RUNS} of each side, better 5.`;
	const fewest = Math.min(...all.map(({ profile }) => profile.samples ?? 0));
	if (fewest >= LEAST_SAMPLES) return null;
	return text`One of the profiles has only ${fewest} samples, and ${LEAST_SAMPLES} are the least: record for a longer time, or sample more often.`;
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
/** All runs of one side are above all runs of the other side, by at least one percent. */
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
		return before === void 0 ? [] : [text`Perhaps ${name(before.name)} was renamed to ${name(name$1)}: both take the same time.`];
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
/** One comparison for each tool and each kind of measurement. Comparisons of processor time come first. */
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
* Groups the files of one tool by name, if each run has the same names: the files then come from several processes, or count
* several things. Otherwise the tool named its files after the time or the process, and all files of a run are parts of one
* profile.
*/
function byName(kind) {
	const runs = [...groupBy(kind, keyOfRun).values()];
	if (runs.every(({ length }) => length === 1)) return [kind];
	const names = runs.map((files) => JSON.stringify(files.map(({ name }) => name).sort()));
	return new Set(names).size === 1 ? [...groupBy(kind, ({ name }) => name).values()] : [kind];
}
function keyOfRun({ side, run }) {
	return `${side} ${run}`;
}
/** One profile per run, because two profiles of one run are not independent. */
function runsOf(kind, side) {
	return [...groupBy(kind.filter((one) => one.side === side), keyOfRun).values()].map((files) => ({
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
