import { r as __toESM } from "./rolldown-runtime.js";
import { Dt as joined, Ft as text, Rt as written, T as withPlainPipes, U as parseDuration, Zt as require__builtin_path, g as code, jt as plainText, kt as name, s as MARKDOWN, t as givenPercent, tt as quantityOf, xt as UserError } from "./both.js";
import { $t as K6, An as mean, B as require_runtime, Fn as sum, It as readFolder, Mn as quantile, Nn as sampleStandardDeviation, Pn as sampleVariance, Wt as recognizeFile, Xt as FORMATS, a as OUTPUT_FLAGS, h as readFlagFile, jn as median, mt as studentTQuantile, o as printReport, s as save, v as withProgress, wn as DEFAULT_READ_OPTIONS } from "./compare.js";
import { n as capacityFacts, r as capacityStatement, t as rungRow } from "./capacity-rows.js";
import { c as readArguments, s as onePath } from "./command-line.js";
import { t as createCsvScanner } from "./csv-scanner2.js";
import { t as createNdjsonScanner } from "./ndjson-scanner.js";
// src/capacity/answer.ts
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
const NO_ANSWER = {
	model: null,
	kneeUsers: null,
	maxPerS: null,
	curves: {}
};
// src/capacity/carried.ts
/** Whether a step got as many good answers as it asked for. In a few seconds, counts may differ by about one answer. */
function isCarried({ offeredPerS, goodPerS, iterationsPerS, droppedRatio }) {
	if (offeredPerS === null) return true;
	const missing = offeredPerS - goodPerS / Math.max(1, Math.round(goodPerS / Math.max(iterationsPerS, 1e-9)));
	return droppedRatio <= .010000000000000009 && missing <= Math.max(1, .010000000000000009 * offeredPerS);
}
// src/capacity/hull.ts
/**
* How far the throughput of each point lies below the concave hull of the points up to the peak, as a ratio. Throughput cannot
* dip on its way up, so a dip is noise. 0 for points on the hull and right of the peak.
*
* @param points in ascending order of users
*/
function dipsBelowHull(points) {
	const peak = points.reduce((best, point, index) => point.perS > (points[best]?.perS ?? 0) ? index : best, 0);
	const hull = [];
	for (const point of points.slice(0, peak + 1)) {
		while (hull.length >= 2 && !isConcave(hull.at(-2), hull.at(-1), point)) hull.pop();
		hull.push(point);
	}
	return points.map(({ users, perS }, index) => index > peak ? 0 : Math.max(0, 1 - perS / heightAt(hull, users)));
}
function isConcave(first, middle, last) {
	if (first === void 0 || middle === void 0) return true;
	return (middle.perS - first.perS) * (last.users - first.users) > (last.perS - first.perS) * (middle.users - first.users);
}
function heightAt(hull, users) {
	const right = hull.findIndex((point) => point.users >= users);
	const [from, to] = [hull[Math.max(0, right - 1)], hull[right]];
	if (from === void 0 || to === void 0) return Number.POSITIVE_INFINITY;
	if (to.users === from.users) return to.perS;
	return from.perS + (to.perS - from.perS) * (users - from.users) / (to.users - from.users);
}
// src/capacity/same-load.ts
/** Set rates that differ by less than this are one step, because rates are computed from counts. */
const SAME_RATE_RATIO = .03;
/** The load of a step: users that wait, or the rate that was set. */
function loadOf({ model, users, offeredPerS }) {
	return model === "closed" ? users : offeredPerS ?? 0;
}
/**
* Steps in ascending order of load. Steps of equal load, from several ladders or from the way up and down, become one step with
* their medians.
*/
function mergeSameLoad(rungs) {
	const groups = [];
	for (const rung of rungs.toSorted((left, right) => loadOf(left) - loadOf(right))) {
		const group = groups.at(-1);
		const first = group?.[0];
		if (group !== void 0 && first !== void 0 && isSameLoad(first, rung)) group.push(rung);
		else groups.push([rung]);
	}
	return groups.map(merged);
}
function isSameLoad(left, right) {
	if (left.model !== right.model) return false;
	if (left.model === "closed") return left.users === right.users;
	return Math.abs(loadOf(left) - loadOf(right)) <= SAME_RATE_RATIO * loadOf(left);
}
function merged(group) {
	const [first] = group;
	if (first === void 0) throw new RangeError("A group has at least one step.");
	if (group.length === 1) return first;
	const middle = (read) => median(group.map(read));
	const known = (read) => {
		const values = group.flatMap((rung) => read(rung) ?? []);
		return values.length === 0 ? null : median(values);
	};
	return {
		source: group.map(({ source }) => source).join("; "),
		model: first.model,
		users: middle(({ users }) => users),
		offeredPerS: known(({ offeredPerS }) => offeredPerS),
		goodPerS: middle(({ goodPerS }) => goodPerS),
		iterationsPerS: middle(({ iterationsPerS }) => iterationsPerS),
		latencyMs: middle(({ latencyMs }) => latencyMs),
		p95Ms: known(({ p95Ms }) => p95Ms),
		iterationMs: known(({ iterationMs }) => iterationMs),
		requestsMs: known(({ requestsMs }) => requestsMs),
		errorRatio: middle(({ errorRatio }) => errorRatio),
		droppedRatio: middle(({ droppedRatio }) => droppedRatio),
		seconds: group.reduce((sum, { seconds }) => sum + seconds, 0)
	};
}
// src/capacity/checks.ts
/**
* The time that an iteration spends outside of its requests may grow by at most this share of the iteration. On sound ladders it
* grew by 0.1 ms.
*/
const MAX_OUTSIDE_GROWTH = .1;
/** A smaller share of dropped iterations comes from the start of the load. */
const MAX_DROPPED_RATIO = .01;
/**
* If the latency grew by this factor, the users ran out because the service became slow. Otherwise there were too few users for
* its normal latency.
*/
const SLOWED_RATIO = 1.5;
/** If the last step still brings more than this share of proportional growth, the throughput has not stopped growing. */
const MAX_LAST_GAIN = .3;
/** Two steps must be this far apart to show whether the throughput still grows. */
const WIDE_STEP_RATIO = 1.5;
/** How far a step may lie below the concave hull, and how many steps may lie farther. */
const MAX_DIP_RATIO = .1;
const MAX_DIPS_RATIO = .2;
/**
* Users equal throughput times iteration time (Little's law). If a step breaks this by more than this share, it was cut off or
* too short.
*/
const MAX_LITTLE_RATIO = .1;
const passes = (name, message) => ({
	name,
	state: "passes",
	message
});
const warns = (name, message) => ({
	name,
	state: "warns",
	message
});
const fails = (name, message) => ({
	name,
	state: "fails",
	message
});
/** `8 users` or `115/s`. */
function loadText(rung) {
	return rung.model === "closed" ? `${round(loadOf(rung))} users` : `${round(loadOf(rung))}/s`;
}
/** The load generator must not become the limit. It is responsible for the time outside of requests. */
function checkGenerator(rungs) {
	const outside = rungs.map(({ iterationMs, requestsMs }) => iterationMs === null || requestsMs === null ? null : iterationMs - requestsMs);
	const first = outside.flatMap((one) => one ?? []).slice(0, 3);
	if (first.length === 0) return fails("generator", text`The results do not say how long iterations took, so a load generator that was the limit cannot be told from a slow service. Use results that have the time of iterations, or runs with waiting users.`);
	const usualMs = median(first);
	const index = outside.findIndex((one, at) => one !== null && one - usualMs > MAX_OUTSIDE_GROWTH * (rungs[at]?.iterationMs ?? Number.POSITIVE_INFINITY));
	const rung = rungs[index];
	if (rung === void 0) return passes("generator", text`Outside of requests an iteration takes the same time at every load (${round(usualMs)} ms).`);
	return fails("generator", text`At ${loadText(rung)} an iteration spends ${round(outside[index] ?? 0)} ms outside of requests, and ${round(usualMs)} ms at small loads. The load generator is the limit: use a larger machine or several.`);
}
/** With too few users, the arrival rate is not reached although the service could answer more requests. */
function checkUsers(rungs) {
	const calmMs = median(rungs.slice(0, 3).map(({ latencyMs }) => latencyMs));
	const calm = rungs.findLast(isCarried);
	const short = rungs.find((rung) => rung.droppedRatio > MAX_DROPPED_RATIO && (rung.latencyMs < SLOWED_RATIO * calmMs || calm !== void 0 && gainByUsers(calm, rung) > MAX_LAST_GAIN));
	if (short === void 0) return passes("users", text`Where iterations were dropped, the service had become slow.`);
	const state = short.latencyMs < SLOWED_RATIO * calmMs ? text`the service was as fast as before (${round(short.latencyMs)} ms)` : text`the throughput still grew with the users that were busy`;
	return fails("users", text`At ${loadText(short)} ${percent(short.droppedRatio)} of the iterations were dropped while ${state}. There were too few virtual users: raise preAllocatedVUs and maxVUs.`);
}
/** How much of the growth of the busy users (by Little's law) the throughput follows. 0: not known. */
function gainByUsers(from, to) {
	const [fewer, more] = [busyUsers(from), busyUsers(to)];
	return fewer > 0 && more > fewer ? (to.goodPerS / from.goodPerS - 1) / (more / fewer - 1) : 0;
}
function busyUsers({ iterationsPerS, iterationMs }) {
	return iterationsPerS * (iterationMs ?? 0) / 1e3;
}
/** Which steps break Little's law, N = X (iteration time). For the closed model only: in the open model not all users are busy. */
function breaksLittle({ model, users, iterationsPerS, iterationMs }) {
	if (model === "open" || iterationMs === null) return false;
	return Math.abs(users - iterationsPerS * iterationMs / 1e3) > MAX_LITTLE_RATIO * users;
}
function littleCheck(broken) {
	if (broken.length === 0) return passes("little", text`Users, throughput and iteration time agree at every step (Little’s law).`);
	return warns("little", text`Users, throughput and iteration time do not agree at ${broken.map(loadText).join(", ")}. Left out: these steps are cut off, or too short for their iterations.`);
}
/** The throughput must have stopped growing. Otherwise its maximum was not measured. */
function checkKnee(rungs) {
	const [before, last] = rungs.slice(-2);
	if (before === void 0 || last === void 0) return fails("knee", text`A ladder needs at least two steps.`);
	const gain = gainOf(before, last);
	const flatFrom = [before, rungs.findLast((rung) => loadOf(rung) * WIDE_STEP_RATIO <= loadOf(last)) ?? before].find((rung) => gainOf(rung, last) <= MAX_LAST_GAIN);
	if (flatFrom !== void 0) return passes("knee", text`From ${loadText(flatFrom)} to ${loadText(last)} the throughput no longer grows with the load.`);
	return fails("knee", text`From ${loadText(before)} to ${loadText(last)} the throughput still grows by ${percent(gain)} of what the load grows. The knee was not reached: go on with more load.`);
}
/** How much of the load's growth the throughput follows: 1 where it is proportional. */
function gainOf(from, to) {
	return (to.goodPerS / from.goodPerS - 1) / (loadOf(to) / loadOf(from) - 1);
}
/** When the machine is busy with something else, the throughput of some steps drops. */
function checkNoise(rungs) {
	const depths = dipsBelowHull(rungs.map((rung) => ({
		users: loadOf(rung),
		perS: rung.goodPerS
	})));
	const dips = rungs.filter((_, index) => index > 0 && (depths[index] ?? 0) > MAX_DIP_RATIO);
	const names = dips.map(loadText).join(", ");
	if (dips.length === 0) return {
		dips,
		check: passes("noise", text`No step lies far below its neighbours.`)
	};
	return {
		dips,
		check: dips.length <= MAX_DIPS_RATIO * rungs.length ? warns("noise", text`The throughput at ${names} lies more than ${percent(MAX_DIP_RATIO)} below its neighbours, and is left out.`) : fails("noise", text`The throughput at ${names} lies more than ${percent(MAX_DIP_RATIO)} below its neighbours: repeat on a quiet machine.`)
	};
}
/** Whether the machine was the same at the start and later: the smallest load, twice. null: it was run once. */
function checkHost(all) {
	const smallest = Math.min(...all.map(loadOf));
	const latencies = all.filter((rung) => loadOf(rung) === smallest).map(({ latencyMs }) => latencyMs);
	if (latencies.length < 2) return null;
	const [low, high] = [Math.min(...latencies), Math.max(...latencies)];
	const message = text`At the smallest load the mean latency was ${round(low)} to ${round(high)} ms in ${latencies.length} steps`;
	return high <= 1.1 * low ? passes("host", text`${message}.`) : warns("host", text`${message}: the machine did not keep its speed.`);
}
function round(value) {
	return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
function percent(ratio) {
	return `${Number((ratio * 100).toPrecision(2))} %`;
}
// src/capacity/models.ts
/**
* X = min(N / (R + Z), C), by least absolute residuals of logarithms, so that one bad step changes neither part. Every split of
* the steps into a rising and a flat part is tried, each part with its median.
*/
function fitPool(points) {
	const sorted = points.toSorted((left, right) => left.users - right.users);
	return bestOf(sorted.slice(1).map((_, index) => {
		const rising = sorted.slice(0, index + 1);
		const flat = sorted.slice(index + 1);
		const perUserPerS = median(rising.map(({ users, perS }) => perS / users));
		const maxPerS = median(flat.map(({ perS }) => perS));
		const at = (users) => Math.min(users * perUserPerS, maxPerS);
		return {
			perUserPerS,
			maxPerS,
			knee: maxPerS / perUserPerS,
			at,
			misfit: misfitOf$1(sorted, at)
		};
	}));
}
/** The search for sigma and kappa starts on this grid. Each zoom is a finer grid around the best point. */
const GRID = 12;
const ZOOMS = 8;
const MAX_SIGMA = 1;
const MAX_KAPPA = .1;
/**
* X = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)), N. Gunther, "A General Theory of Computational Scalability" (2008), by
* least soft-L1 of the logarithms. For each sigma and kappa the best lambda is a median, so two parameters are searched; all are
* at least 0. A search on a grid needs no starting value, and gives the same result on every machine.
*/
function fitUsl(points) {
	let best = {
		sigma: 0,
		kappa: 0,
		...lossAt(points, 0, 0)
	};
	let [sigmaFrom, sigmaTo, kappaFrom, kappaTo] = [
		0,
		MAX_SIGMA,
		0,
		MAX_KAPPA
	];
	for (let zoom = 0; zoom < ZOOMS; zoom += 1) {
		for (let row = 0; row <= GRID; row += 1) for (let column = 0; column <= GRID; column += 1) {
			const sigma = sigmaFrom + (sigmaTo - sigmaFrom) * (zoom === 0 ? (row / GRID) ** 3 : row / GRID);
			const kappa = kappaFrom + (kappaTo - kappaFrom) * (zoom === 0 ? (column / GRID) ** 3 : column / GRID);
			const found = lossAt(points, sigma, kappa);
			if (found.loss < best.loss) best = {
				sigma,
				kappa,
				...found
			};
		}
		const [sigmaReach, kappaReach] = [(sigmaTo - sigmaFrom) / 4, (kappaTo - kappaFrom) / 4];
		[sigmaFrom, sigmaTo] = [Math.max(0, best.sigma - sigmaReach), best.sigma + sigmaReach];
		[kappaFrom, kappaTo] = [Math.max(0, best.kappa - kappaReach), best.kappa + kappaReach];
	}
	return uslOf(points, best);
}
function shapeAt(users, sigma, kappa) {
	return users / (1 + sigma * (users - 1) + kappa * users * (users - 1));
}
/** The best lambda for this shape, and what is left. */
function lossAt(points, sigma, kappa) {
	const logs = points.map(({ users, perS }) => Math.log(perS / shapeAt(users, sigma, kappa)));
	const lambdaLog = median(logs);
	const loss = logs.reduce((sum, log) => sum + Math.sqrt(1 + ((log - lambdaLog) / SOFT) ** 2) - 1, 0);
	return {
		lambda: Math.exp(lambdaLog),
		loss
	};
}
function uslOf(points, { lambda, sigma, kappa }) {
	const at = (users) => lambda * shapeAt(users, sigma, kappa);
	const peakUsers = kappa > 0 && sigma < 1 ? Math.sqrt((1 - sigma) / kappa) : Number.POSITIVE_INFINITY;
	const ceilingPerS = sigma > 0 ? lambda / sigma : Number.POSITIVE_INFINITY;
	return {
		lambda,
		sigma,
		kappa,
		peakUsers,
		maxPerS: Number.isFinite(peakUsers) ? at(Math.max(1, peakUsers)) : ceilingPerS,
		at,
		misfit: misfitOf$1(points, at)
	};
}
/**
* Residuals well below this count by their square. Larger residuals count by their size, because they come from a busy moment of
* the machine.
*/
const SOFT = .02;
function misfitOf$1(points, at) {
	return points.reduce((sum, { users, perS }) => sum + Math.abs(Math.log(perS / at(users))), 0);
}
function bestOf(fits) {
	const [first, ...others] = fits;
	if (first === void 0) throw new RangeError("A model needs at least two steps.");
	return others.reduce((best, one) => one.misfit < best.misfit ? one : best, first);
}
// src/capacity/choose-model.ts
/** A model is chosen if the sum of the misfits of the other model is this many times larger. */
const CLEARLY_BETTER = 1.3;
/**
* The steps together must also give this much evidence. If the residuals follow Laplace's distribution, n ln(ratio) is the logarithm of
* the likelihood ratio, and e^3 is 20 to 1. The four recorded ladders of known truth have values from 7 to 11.
*/
const MIN_EVIDENCE = 3;
/** How far the bounds at 90 % (by the jackknife) may lie from the answer, as a share. A wider range depends too much on single steps. */
const MAX_KNEE_DOUBT = .2;
const MAX_THROUGHPUT_DOUBT = .1;
const NORMAL_95 = 1.645;
/** A smaller misfit comes from rounding: the steps lie exactly on the curve. */
const EXACT_MISFIT = 1e-9;
/** Fits both models. The better one is the answer if it is clearly better. */
function chooseModel(points) {
	const fits = fitsOf(points);
	const [better, other] = fits.pool.misfit <= fits.usl.misfit ? ["pool", "usl"] : ["usl", "pool"];
	const ratio = (fits[other].misfit + EXACT_MISFIT) / (fits[better].misfit + EXACT_MISFIT);
	const isClear = ratio > CLEARLY_BETTER && points.length * Math.log(ratio) >= MIN_EVIDENCE;
	const without = points.map((one) => fitsOf(points.filter((point) => point !== one))[better]);
	return {
		model: isClear ? better : null,
		kneeUsers: doubted(fits[better].kneeUsers, without.map(({ kneeUsers }) => kneeUsers), MAX_KNEE_DOUBT),
		maxPerS: doubted(fits[better].maxPerS, without.map(({ maxPerS }) => maxPerS), MAX_THROUGHPUT_DOUBT),
		ratio,
		maximaPerS: [fits.pool.maxPerS, fits.usl.maxPerS].toSorted((left, right) => left - right),
		curves: {
			pool: fits.pool.at,
			usl: fits.usl.at
		}
	};
}
function fitsOf(points) {
	const [pool, usl] = [fitPool(points), fitUsl(points)];
	return {
		pool: {
			...pool,
			kneeUsers: pool.knee
		},
		usl: {
			...usl,
			kneeUsers: usl.peakUsers
		}
	};
}
/**
* The jackknife: how much the answer moves when each step in turn is left out. B. Efron, "The Jackknife, the Bootstrap and Other
* Resampling Plans" (1982), chapter 3. On logarithms, because both are ratios of positive numbers.
*/
function doubted(value, without, maxDoubt) {
	const logs = without.map(Math.log);
	const middle = mean([...logs]);
	const squares = sum(logs.map((one) => (one - middle) ** 2));
	const reach = Number.isFinite(middle) ? NORMAL_95 * Math.sqrt((logs.length - 1) / logs.length * squares) : Number.POSITIVE_INFINITY;
	return {
		value,
		low: value * Math.exp(-reach),
		high: value * Math.exp(reach),
		isUnsure: reach > Math.log1p(maxDoubt)
	};
}
// src/capacity/closed-answer.ts
/** With fewer steps, any curve fits them. */
const MIN_RUNGS = 6;
const MIN_RUNGS_A_SIDE = 2;
/** A peak at more than this multiple of the highest load was not measured. */
const MAX_BEYOND_RATIO = 1.2;
/** Waiting users: the knee is where the throughput stops growing, by the model that the steps follow. */
function closedAnswer(rungs, noise) {
	const knee = checkKnee(rungs);
	if (knee.state === "fails") return {
		...NO_ANSWER,
		checks: [knee]
	};
	if (noise.state === "fails") return {
		...NO_ANSWER,
		checks: [knee, noise]
	};
	if (rungs.length < MIN_RUNGS) {
		const message = text`${rungs.length} steps are too few for a model; at least ${MIN_RUNGS} are needed, ${MIN_RUNGS_A_SIDE} of them on each side of the knee.`;
		return {
			...NO_ANSWER,
			checks: [
				knee,
				noise,
				{
					name: "enough",
					state: "fails",
					message
				}
			]
		};
	}
	const choice = chooseModel(rungs.map((rung) => ({
		users: loadOf(rung),
		perS: rung.goodPerS
	})));
	const checks = [
		knee,
		noise,
		...modelChecks(choice, rungs.map(loadOf))
	];
	const { model, kneeUsers, maxPerS, curves } = choice;
	return model === null || checks.some(({ state }) => state === "fails") ? {
		...NO_ANSWER,
		curves,
		checks
	} : {
		model,
		kneeUsers: kneeUsers.value,
		maxPerS: maxPerS.value,
		curves,
		checks
	};
}
/** Whether the answer of the model can be used. The checks end with the first reason against it. */
function modelChecks(choice, loads) {
	const { model, kneeUsers, maximaPerS } = choice;
	if (model === null) return refusal("model", text`Both models fit the steps equally well, so there is no knee. The service carries at most ${maximaPerS.map(round).join(" to ")}/s. Repeat the ladder, with more steps around the bend.`);
	const largest = Math.max(...loads);
	if (kneeUsers.value > MAX_BEYOND_RATIO * largest) return refusal("model", text`By the model the most is reached at ${round(kneeUsers.value)} users, and only ${round(largest)} were tested. Go on with more load.`);
	const sides = [loads.filter((users) => users <= kneeUsers.value), loads.filter((users) => users > kneeUsers.value)];
	const counts = sides.map(({ length }) => length).join(" and ");
	if (sides.some(({ length }) => length < MIN_RUNGS_A_SIDE)) return refusal("enough", text`Only ${counts} steps lie below and above the knee at ${round(kneeUsers.value)} users; at least ${MIN_RUNGS_A_SIDE} are needed on each side.`);
	return [{
		name: "enough",
		state: "passes",
		message: text`${loads.length} steps, with ${counts} of them below and above the knee.`
	}, doubtCheck(choice)];
}
/** One step more or less must not change the answer. */
function doubtCheck({ model, kneeUsers, maxPerS, ratio }) {
	const unsure = [...kneeUsers.isUnsure ? [text`the knee ${rangeText(kneeUsers, " users")}`] : [], ...maxPerS.isUnsure ? [text`the most ${rangeText(maxPerS, "/s")}`] : []];
	if (unsure.length > 0) return {
		name: "model",
		state: "fails",
		message: text`The answer depends on single steps: they leave ${joined(unsure, text`, and `)}. Repeat the ladder, with longer steps and more of them around the bend.`
	};
	const [better, other] = model === "pool" ? [text`A fixed number of workers`, text`contention (USL)`] : [text`Contention (USL)`, text`a fixed number of workers`];
	const times = ratio < MOST_TIMES ? `${round(ratio)} times` : "far";
	return {
		name: "model",
		state: "passes",
		message: text`${better} fits the steps ${times} better than ${other}.`
	};
}
function rangeText({ low, high }, unit) {
	return Number.isFinite(high) ? `at ${round(low)} to ${round(high)}${unit}` : "open";
}
/** From this ratio on, the message says "far better" without a number, because an exact curve fits infinitely many times better. */
const MOST_TIMES = 1e3;
function refusal(name, message) {
	return [{
		name,
		state: "fails",
		message
	}];
}
// src/capacity/open-answer.ts
/** A single step may have been measured in a busy moment of the machine. */
const MIN_OVERLOADED = 2;
/** With a set rate, the number of good answers stops growing above what the service carries. */
function openAnswer(rungs, budgets) {
	const overloaded = rungs.slice(1 + rungs.findLastIndex((rung) => isWithin(rung, budgets)));
	const [first] = overloaded;
	const last = rungs.at(-1);
	if (first === void 0) {
		const message = text`Every rate was carried, also ${last === void 0 ? "the highest" : loadText(last)}. The most was not reached: go on with more load.`;
		return {
			...NO_ANSWER,
			checks: [{
				name: "knee",
				state: "fails",
				message
			}]
		};
	}
	const knee = {
		name: "knee",
		state: "passes",
		message: text`From ${loadText(first)} on the service gives fewer good answers than were asked for.`
	};
	if (overloaded.length < MIN_OVERLOADED) {
		const few = text`Only one step, ${loadText(first)}, lies above what is carried; at least ${MIN_OVERLOADED} are needed, because one may be chance. Add steps with more load.`;
		return {
			...NO_ANSWER,
			checks: [knee, {
				name: "enough",
				state: "fails",
				message: few
			}]
		};
	}
	return {
		...NO_ANSWER,
		maxPerS: median(overloaded.map(({ goodPerS }) => goodPerS)),
		checks: [knee]
	};
}
function isWithin(rung, { maxErrorRatio }) {
	return isCarried(rung) && rung.errorRatio <= maxErrorRatio;
}
// src/capacity/assess.ts
/** With fewer ladders there is no interval, because all steps of one ladder share the same error. */
const MIN_LADDERS$1 = 3;
const INTERVAL_CONFIDENCE = .95;
/**
* What a service carries, from one ladder or from several ladders of the same version. Every doubt refuses the answer and names
* the step that it comes from.
*/
function assessCapacity(ladders, budgets) {
	const one = assessRungs(ladders.flat(), budgets);
	const ladderMaximaPerS = ladders.flatMap((ladder) => assessRungs(ladder, budgets).maxPerS ?? []);
	return {
		...one,
		ladders: ladders.length,
		ladderMaximaPerS,
		maxPerSInterval: one.maxPerS === null ? null : intervalOf(ladderMaximaPerS)
	};
}
/** Student's t interval on the logarithms of the ladders. null: fewer than three ladders have an answer. */
function intervalOf(maximaPerS) {
	const logs = maximaPerS.map(Math.log);
	if (logs.length < MIN_LADDERS$1) return null;
	const reach = studentTQuantile(INTERVAL_CONFIDENCE, logs.length - 1) * sampleStandardDeviation(logs) / Math.sqrt(logs.length);
	return [Math.exp(mean(logs) - reach), Math.exp(mean(logs) + reach)];
}
function assessRungs(all, budgets) {
	const rungs = mergeSameLoad(all);
	const isOpen = rungs.some(({ model }) => model === "open");
	if (isOpen && rungs.some(({ model }) => model === "closed")) return emptyCapacity(rungs, text`Some steps have waiting users and some have a set rate. These are two ladders: give them one by one.`);
	const early = [checkGenerator(rungs), checkUsers(rungs)];
	const broken = rungs.filter(breaksLittle);
	const sound = rungs.filter((rung) => !broken.includes(rung));
	const bracket = breakingPoint(sound, budgets);
	const noise = checkNoise(sound);
	const used = sound.filter((rung) => !noise.dips.includes(rung));
	const refusedEarly = early.some(({ state }) => state === "fails");
	const answer = refusedEarly ? {
		...NO_ANSWER,
		checks: []
	} : isOpen ? openAnswer(sound, budgets) : closedAnswer(used, noise.check);
	const host = checkHost(all);
	const checks = [
		...early,
		littleCheck(broken),
		...answer.checks,
		...host === null ? [] : [host]
	];
	const failed = checks.find(({ state }) => state === "fails");
	return {
		...answer,
		maxPerSInterval: null,
		atLeastPerS: answer.maxPerS === null && !refusedEarly ? Math.max(0, ...sound.map(({ goodPerS }) => goodPerS)) : null,
		...refusedEarly ? {
			lastGood: null,
			firstBad: null
		} : bracket,
		refused: failed?.message ?? null,
		checks,
		rungs: rungs.map((rung) => ({
			...rung,
			leftOut: leftOut(rung, broken, isOpen ? [] : noise.dips)
		})),
		ladders: 1,
		ladderMaximaPerS: []
	};
}
function leftOut(rung, broken, dips) {
	if (broken.includes(rung)) return "users, throughput and time do not agree";
	return dips.includes(rung) ? "far below its neighbours" : null;
}
function emptyCapacity(rungs, refused) {
	return {
		...NO_ANSWER,
		maxPerSInterval: null,
		atLeastPerS: null,
		lastGood: null,
		firstBad: null,
		refused,
		checks: [{
			name: "enough",
			state: "fails",
			message: refused
		}],
		rungs: rungs.map((rung) => ({
			...rung,
			leftOut: null
		})),
		ladders: 1,
		ladderMaximaPerS: []
	};
}
/** The breaking point lies between two steps. It is not one number, because nothing between the steps was measured. */
function breakingPoint(rungs, { maxErrorRatio, maxP95Ms }) {
	const isBad = (rung) => rung.errorRatio > maxErrorRatio || !isCarried(rung) || maxP95Ms !== null && rung.p95Ms !== null && rung.p95Ms > maxP95Ms;
	const index = rungs.findIndex(isBad);
	if (index === -1) return {
		lastGood: rungs.at(-1) ?? null,
		firstBad: null
	};
	return {
		lastGood: rungs[index - 1] ?? null,
		firstBad: rungs[index] ?? null
	};
}
// src/capacity/compare-capacity.ts
/** With fewer ladders on one side, it is not known how much the results of ladders differ. */
const MIN_LADDERS = 3;
/** The confidence of each bound. */
const CONFIDENCE$1 = .95;
/** How much more or less is carried than before. null: one side has no answer. Welch's t on logarithms. */
function compareCapacity(before, now) {
	if (before.maxPerS === null || now.maxPerS === null) return null;
	const changeRatio = now.maxPerS / before.maxPerS - 1;
	const sides = [before, now].map(({ ladderMaximaPerS }) => ladderMaximaPerS.map(Math.log));
	const [old, recent] = sides;
	if (old === void 0 || recent === void 0 || sides.some(({ length }) => length < MIN_LADDERS)) return {
		changeRatio,
		interval: null
	};
	const [a, b] = [sampleVariance(old) / old.length, sampleVariance(recent) / recent.length];
	const degrees = (a + b) ** 2 / (a ** 2 / (old.length - 1) + b ** 2 / (recent.length - 1));
	const middle = mean(recent) - mean(old);
	const reach = a + b > 0 ? studentTQuantile(CONFIDENCE$1, degrees) * Math.sqrt(a + b) : 0;
	return {
		changeRatio,
		interval: [Math.expm1(middle - reach), Math.expm1(middle + reach)]
	};
}
// src/capacity/forecast.ts
const MIN_POINTS = 6;
const DAY_MS = 864e5;
const DAYS_PER_MONTH = 30.44;
/** A shorter history cannot tell growth from a season. */
const SEASON_UNTIL_DAYS = 18 * DAYS_PER_MONTH;
/** If neighbouring residuals are correlated more than this, they count as fewer observations. */
const MAX_LAG_CORRELATION = .3;
/** The confidence of each bound. */
const CONFIDENCE = .95;
/** The dates between which the peaks reach the limit. Dates of the points are in ascending order and valid. */
function forecastExhaustion({ points, limitPerS, seasonRatio }) {
	const days = points.map(({ date }) => Date.parse(date) / DAY_MS);
	const [first, last] = [days[0], days.at(-1)];
	if (points.length < MIN_POINTS || first === void 0 || last === void 0) return {
		kind: "refused",
		reason: text`The history has ${points.length} peaks. A date needs at least ${MIN_POINTS}; with fewer, growth cannot be told from chance.`
	};
	const line = fitLine(days, points.map(({ peakPerS }) => Math.log(peakPerS)));
	const length = last - first;
	const season = length < SEASON_UNTIL_DAYS ? Math.log1p(seasonRatio) : 0;
	const horizon = Math.floor(last + length / 2);
	const firstDay = (direction) => {
		for (let day = Math.ceil(last); day <= horizon; day += 1) if (line.at(day) + direction * (line.reachAt(day) + season) >= Math.log(limitPerS)) return dateText(day);
		return null;
	};
	return {
		kind: "dates",
		growthRatioPerMonth: Math.expm1(line.slope * DAYS_PER_MONTH),
		earliest: firstDay(1),
		latest: firstDay(-1),
		horizon: dateText(horizon)
	};
}
/** Least squares, and how far a future value may lie from the line: the usual prediction interval of a regression. */
function fitLine(x, y) {
	const [middleX, middleY] = [mean([...x]), mean([...y])];
	const spread = x.reduce((sum, one) => sum + (one - middleX) ** 2, 0);
	const slope = x.reduce((sum, one, index) => sum + (one - middleX) * ((y[index] ?? 0) - middleY), 0) / spread;
	const at = (day) => middleY + slope * (day - middleX);
	const residuals = x.map((one, index) => (y[index] ?? 0) - at(one));
	const squares = residuals.reduce((sum, one) => sum + one ** 2, 0);
	const count = effectiveCount(residuals, squares);
	const deviation = Math.sqrt(squares / (x.length - 2));
	const quantile = studentTQuantile(CONFIDENCE, Math.max(1, count - 2));
	const reachAt = (day) => quantile * deviation * Math.sqrt(1 + 1 / count + (day - middleX) ** 2 / spread * (x.length / count));
	return {
		slope,
		at,
		reachAt
	};
}
/** n (1 - r) / (1 + r) where neighbouring residuals are correlated by r: the usual correction for an AR(1) series. */
function effectiveCount(residuals, squares) {
	const products = residuals.slice(1).reduce((sum, one, index) => sum + one * (residuals[index] ?? 0), 0);
	const correlation = squares > 0 ? products / squares : 0;
	if (correlation <= MAX_LAG_CORRELATION) return residuals.length;
	return Math.max(3, residuals.length * (1 - correlation) / (1 + correlation));
}
function dateText(day) {
	return (/* @__PURE__ */ new Date(day * DAY_MS)).toISOString().slice(0, 10);
}
// src/capacity/plan.ts
/** What follows from a capacity for running the service. null: the ladder gives no rate that can be relied on. */
function planFor(capacity, input) {
	const sustainablePerS = sustainableOf(capacity, input.headroomRatio);
	if (sustainablePerS === null) return null;
	const replicas = (perS) => Math.ceil(perS / sustainablePerS) + input.spareReplicas;
	return {
		sustainablePerS,
		peakShareRatio: input.peakPerS === null ? null : input.peakPerS / sustainablePerS,
		replicas: input.peakPerS === null ? null : replicas(input.peakPerS),
		costPerMillionFull: input.pricePerHour === null ? null : costPerMillion(input.pricePerHour, sustainablePerS),
		costPerMillionToday: input.pricePerHour === null || input.loadPerS === null ? null : costPerMillion(input.pricePerHour * replicas(input.peakPerS ?? input.loadPerS), input.loadPerS)
	};
}
/** The last step that was carried, or the maximum minus a reserve, whichever is smaller. */
function sustainableOf({ lastGood, firstBad, maxPerS, refused }, headroomRatio) {
	if (refused !== null && firstBad === null) return null;
	const rates = [...maxPerS === null ? [] : [maxPerS * (1 - headroomRatio)], ...lastGood === null ? [] : [lastGood.goodPerS]];
	return rates.length === 0 ? null : Math.min(...rates);
}
function costPerMillion(pricePerHour, perS) {
	return pricePerHour / (perS * 3600) * 1e6;
}
// src/report/capacity-json.ts
function capacityJson({ capacity, plan, forecast, change }) {
	const { model, kneeUsers, maxPerS, maxPerSInterval, atLeastPerS, lastGood, firstBad, refused, checks, rungs } = capacity;
	return {
		schemaVersion: 1,
		model,
		knee: kneeUsers,
		maxThroughput: maxPerS,
		maxThroughputInterval: maxPerSInterval,
		atLeast: atLeastPerS,
		lastGood: lastGood === null ? null : lastGood.offeredPerS ?? lastGood.goodPerS,
		firstBad: firstBad === null ? null : firstBad.offeredPerS ?? firstBad.goodPerS,
		sustainable: plan?.sustainablePerS ?? null,
		replicas: plan?.replicas ?? null,
		costPerMillion: plan?.costPerMillionFull ?? null,
		changeRatio: change?.changeRatio ?? null,
		changeInterval: change?.interval ?? null,
		forecast: forecast?.kind === "refused" ? {
			...forecast,
			reason: plainText(forecast.reason)
		} : forecast,
		refused: refused === null ? null : plainText(refused),
		checks: checks.map((check) => ({
			...check,
			message: plainText(check.message)
		})),
		rungs: rungs.map((rung) => ({
			users: rung.users,
			offered: rung.offeredPerS,
			throughput: rung.goodPerS,
			latencyMs: rung.latencyMs,
			p95Ms: rung.p95Ms,
			errorRatio: rung.errorRatio,
			droppedRatio: rung.droppedRatio,
			leftOut: rung.leftOut
		}))
	};
}
var capacity_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| | |\n|---|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "facts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 9,
				"column": 5
			},
			"end": {
				"line": 9,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 2
				},
				"end": {
					"line": 9,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 9,
				"column": 18
			},
			"end": {
				"line": 9,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 15
				},
				"end": {
					"line": 9,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "load") || alias1(depth0, "load", {
			"start": {
				"line": 16,
				"column": 5
			},
			"end": {
				"line": 16,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "load",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 2
				},
				"end": {
					"line": 16,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "good") || alias1(depth0, "good", {
			"start": {
				"line": 16,
				"column": 18
			},
			"end": {
				"line": 16,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "good",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 15
				},
				"end": {
					"line": 16,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "latency") || alias1(depth0, "latency", {
			"start": {
				"line": 16,
				"column": 31
			},
			"end": {
				"line": 16,
				"column": 38
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "latency",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 28
				},
				"end": {
					"line": 16,
					"column": 41
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "p95") || alias1(depth0, "p95", {
			"start": {
				"line": 16,
				"column": 47
			},
			"end": {
				"line": 16,
				"column": 50
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "p95",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 44
				},
				"end": {
					"line": 16,
					"column": 53
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "errors") || alias1(depth0, "errors", {
			"start": {
				"line": 16,
				"column": 59
			},
			"end": {
				"line": 16,
				"column": 65
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "errors",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 56
				},
				"end": {
					"line": 16,
					"column": 68
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "dropped") || alias1(depth0, "dropped", {
			"start": {
				"line": 16,
				"column": 74
			},
			"end": {
				"line": 16,
				"column": 81
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "dropped",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 71
				},
				"end": {
					"line": 16,
					"column": 84
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "note") || alias1(depth0, "note", {
			"start": {
				"line": 16,
				"column": 90
			},
			"end": {
				"line": 16,
				"column": 94
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "note",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 87
				},
				"end": {
					"line": 16,
					"column": 97
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "- " + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 22,
				"column": 5
			},
			"end": {
				"line": 22,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 22,
					"column": 2
				},
				"end": {
					"line": 22,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "message") || alias1(depth0, "message", {
			"start": {
				"line": 22,
				"column": 16
			},
			"end": {
				"line": 22,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "message",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 22,
					"column": 13
				},
				"end": {
					"line": 22,
					"column": 26
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Capacity of " + ((stack1 = (helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 1,
				"column": 18
			},
			"end": {
				"line": 1,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 15
				},
				"end": {
					"line": 1,
					"column": 26
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 3,
				"column": 3
			},
			"end": {
				"line": 3,
				"column": 12
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 3,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "facts"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "| " + ((stack1 = (helper = lookupProperty(helpers, "loadTitle") || alias1(depth0, "loadTitle", {
			"start": {
				"line": 13,
				"column": 4
			},
			"end": {
				"line": 13,
				"column": 13
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "loadTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 2
				},
				"end": {
					"line": 13,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + " | Good answers | Mean | p95 | Errors | Dropped | |\n|---:|---:|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 17,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n### Whether this ladder can be trusted\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "checks"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 0
				},
				"end": {
					"line": 23,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 24,
					"column": 0
				},
				"end": {
					"line": 26,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\nNot tested by a ladder: long load, failover, growing data, cold caches.\n";
	},
	"useData": true
});
// src/report/capacity-markdown.ts
const ICONS = {
	passes: "✅",
	warns: "⚠️",
	fails: "❌"
};
/** The report of `perf-gate capacity` as Markdown. */
function capacityMarkdown(report) {
	const { capacity, title, notes } = report;
	return withPlainPipes(capacity_default({
		title: code(title),
		statement: `**${written(capacityStatement(report), MARKDOWN)}**`,
		facts: capacityFacts(report).map(({ name, text }) => ({
			name,
			text: written(text, MARKDOWN)
		})),
		loadTitle: capacity.rungs.some(({ model }) => model === "open") ? "Rate" : "Users",
		rows: capacity.rungs.map(rungRow),
		checks: capacity.checks.map(({ state, message }) => ({
			icon: ICONS[state],
			message: written(message, MARKDOWN)
		})),
		notes: notes.map((note) => written(note, MARKDOWN))
	}));
}
// src/capacity/rate-steps.ts
/**
* Small counts vary by about one, and rates of hundreds vary by some percent. With this number added, the logarithms of both vary by the
* same amount.
*/
const SCALE_FROM_PER_S = 30;
const NOISE = .025;
/** The cost of one more step, in squares of the noise. It is higher than the usual 2 ln(n), so that one late second is not a step. */
const STEP_COST = 15;
/**
* Divides a series into parts of one level each: the partition with the smallest sum of squares around the means of its parts,
* plus a cost per part. R. Killick et al., "Optimal Detection of Changepoints With a Linear Computational Cost" (2012),
* https://doi.org/10.1080/01621459.2012.737745
*
* @param ratesPerS one value per second
* @returns first and last position (excluded) of each part, in order
*/
function rateParts(ratesPerS) {
	const values = withoutSpikes(ratesPerS).map((rate) => Math.log(rate + SCALE_FROM_PER_S) / NOISE);
	const misfit = misfitOf(values);
	const least = [-15];
	const starts = [0];
	let candidates = [0];
	for (let end = 1; end <= values.length; end += 1) {
		const costs = candidates.map((start) => (least[start] ?? 0) + misfit(start, end));
		const best = Math.min(...costs);
		least.push(best + STEP_COST);
		starts.push(candidates[costs.indexOf(best)] ?? 0);
		candidates = [...candidates.filter((_, index) => (costs[index] ?? 0) <= best + STEP_COST), end];
	}
	return partsUpTo(values.length, starts);
}
function partsUpTo(end, starts) {
	const parts = [];
	for (let at = end; at > 0; at = starts[at] ?? 0) parts.unshift([starts[at] ?? 0, at]);
	return parts;
}
/** The sum of squares around the mean of a part, from running sums. */
function misfitOf(values) {
	const [sums, squares] = [[0], [0]];
	for (const value of values) {
		sums.push((sums.at(-1) ?? 0) + value);
		squares.push((squares.at(-1) ?? 0) + value ** 2);
	}
	return (start, end) => {
		const sum = (sums[end] ?? 0) - (sums[start] ?? 0);
		return (squares[end] ?? 0) - (squares[start] ?? 0) - sum ** 2 / (end - start);
	};
}
/** A second that stalls and the next that catches up are not a step, so each value becomes the median of three. */
function withoutSpikes(rates) {
	return rates.map((rate, index) => {
		const [, middle = rate] = [
			rates[index - 1] ?? rate,
			rate,
			rates[index + 1] ?? rate
		].toSorted((a, b) => a - b);
		return middle;
	});
}
// src/capacity/plateaus.ts
/** A shorter step does not show how the service behaves at this load. */
const MIN_SECONDS = 5;
/** The first part of a step still shows the load of the step before: queues fill, connections open. */
const SETTLING_RATIO = .2;
/** The steps of a ladder that was run in one test, in the order of time. */
function plateausOf(seconds, source) {
	const whole = withUsers(seconds.slice(1, -1));
	const inSteps = stretchesOf(whole, ({ users }, previous) => users !== null && users === previous.users).filter(({ length }) => length >= MIN_SECONDS);
	if (inSteps.reduce((sum, { length }) => sum + length, 0) >= whole.length / 2 && whole.every(({ dropped }) => dropped === 0)) {
		const rungs = inSteps.map((part) => rungOf(settled(part), "closed", source));
		if (rungs.filter(breaksLittle).length <= rungs.length / 2) return rungs;
	}
	return rateSteps(whole).map((part) => rungOf(settled(part), "open", source));
}
/** k6 samples the users once a second, and a second may fall between two samples. That second then gets the users of the second before. */
function withUsers(seconds) {
	let last = null;
	return seconds.map((second) => {
		last = second.users ?? last;
		return {
			...second,
			users: last
		};
	});
}
/** The seconds in stretches: as long as `same` holds for a second and the one before it. */
function stretchesOf(seconds, same) {
	const parts = [];
	for (const second of seconds) {
		const part = parts.at(-1);
		const previous = part?.at(-1);
		if (part !== void 0 && previous !== void 0 && same(second, previous)) part.push(second);
		else parts.push([second]);
	}
	return parts;
}
/**
* The iterations that an arrival rate asked for in a second: those that ended, those that were dropped, and those that began and
* have not ended.
*/
function offeredIterations(second, next) {
	const started = next?.users == null || second.users === null ? 0 : next.users - second.users;
	return second.iterations + second.dropped + started;
}
/** Steps of constant arrival rate. */
function rateSteps(seconds) {
	return rateParts(seconds.map((second, index) => offeredIterations(second, seconds[index + 1]))).map(([from, to]) => seconds.slice(from, to)).filter(({ length }) => length >= MIN_SECONDS);
}
function settled(part) {
	return part.slice(Math.max(1, Math.ceil(part.length * SETTLING_RATIO)));
}
function rungOf(part, model, source) {
	const sum = (read) => part.reduce((total, second) => total + read(second), 0);
	const durationsMs = part.flatMap(({ goodDurationsMs }) => goodDurationsMs);
	const [bad, iterations, dropped] = [
		sum((one) => one.bad),
		sum((one) => one.iterations),
		sum((one) => one.dropped)
	];
	const goodMs = durationsMs.reduce((total, value) => total + value, 0);
	const users = part.flatMap(({ users: known }) => known ?? []);
	return {
		source: `${source}, second ${part[0]?.offsetS ?? 0} to ${part.at(-1)?.offsetS ?? 0}`,
		model,
		users: users.length === 0 ? 0 : median(users),
		offeredPerS: model === "open" ? interquartileMean(part.map((second, index) => offeredIterations(second, part[index + 1]))) : null,
		goodPerS: interquartileMean(part.map((second) => second.goodDurationsMs.length)),
		iterationsPerS: interquartileMean(part.map((second) => second.iterations)),
		latencyMs: durationsMs.length === 0 ? 0 : mean(durationsMs),
		p95Ms: durationsMs.length === 0 ? null : quantile(durationsMs, .95),
		iterationMs: iterations === 0 ? null : sum((one) => one.iterationsMs) / iterations,
		requestsMs: iterations === 0 ? null : (goodMs + sum((one) => one.badMs)) / iterations,
		errorRatio: durationsMs.length + bad === 0 ? 0 : bad / (durationsMs.length + bad),
		droppedRatio: iterations + dropped === 0 ? 0 : dropped / (iterations + dropped),
		seconds: part.length
	};
}
/** The mean of the middle half of the values: one stalled second changes neither the mean nor the order of the steps. */
function interquartileMean(values) {
	const sorted = values.toSorted((left, right) => left - right);
	const cut = Math.floor(sorted.length / 4);
	const middle = sorted.slice(cut, sorted.length - cut);
	return middle.length === 0 ? 0 : mean([...middle]);
}
// src/capacity/rung-of-run.ts
/** `users-8` as a folder, or before the ending of a file. */
const USERS = /(?:^|\/)users-(\d{1,7})(?=\/|\.[a-z]|$)/g;
/** The number of waiting users that a path names, the innermost folder first. null: it names none. */
function usersIn(path) {
	const users = Number([...path.matchAll(USERS)].at(-1)?.[1] ?? 0);
	return users > 0 ? users : null;
}
/**
* The step of a ladder from one run of any load tool, in which a known number of users waited for their answers. Only k6 says how
* long an iteration took. For other tools it follows from Little's law: an iteration takes N / X, and the part that is not the
* request was spent in the load generator or in its pauses. At a set rate a slow load generator cannot be told from a slow
* service, so these runs give no steps.
*
* @throws UserError if the result does not say what was carried
*/
function rungOfRun(run, users, source) {
	const stat = (quantity, name) => run.measurements.find((one) => isOfService(one, quantity))?.stats.get(name) ?? null;
	const [perS, latencyMs] = [stat("throughput", "rate"), stat("latency", "avg")];
	if (perS === null || latencyMs === null || perS <= 0) {
		const tool = run.tool === void 0 ? [] : text` of ${name(run.tool)}`;
		const missing = perS === null ? text`number of requests per second` : text`mean latency`;
		throw new UserError(text`This result${tool} has no ${missing}, so the load that was carried is not known.`);
	}
	const errorRatio = stat("error-share", "rate") ?? 0;
	return {
		source,
		model: "closed",
		users,
		offeredPerS: null,
		goodPerS: perS * (1 - errorRatio),
		iterationsPerS: perS,
		latencyMs,
		p95Ms: stat("latency", "p95"),
		iterationMs: 1e3 * users / perS,
		requestsMs: latencyMs,
		errorRatio,
		droppedRatio: 0,
		seconds: (run.durationMs ?? 0) / 1e3
	};
}
function isOfService({ endpoint, ...measurement }, quantity) {
	return endpoint === null && quantityOf(measurement) === quantity;
}
// src/formats/k6-load-seconds.ts
/** A ladder takes minutes. A file with more than a day of seconds is the wrong file. */
const MAX_SECONDS = 86400;
/**
* Enough for a ladder of an hour at 2,000 requests per second. More samples would not fit into the memory of a small
* runner.
*/
const MAX_SAMPLES = 8e6;
/** Reads the raw points of one k6 test, second by second. `createScanner` makes the scanner of their format. */
async function readLoadSeconds(chunks, createScanner) {
	const seconds = /* @__PURE__ */ new Map();
	let samples = 0;
	const scanner = createScanner({
		defineMetric() {},
		series: roleOf,
		add(role, timeMs, value) {
			if (role === null) return;
			samples += 1;
			if (samples > MAX_SAMPLES) throw new UserError(`The file has more than ${MAX_SAMPLES} samples. Make the steps of the ladder shorter.`);
			addTo(secondAt(seconds, timeMs), role, value);
		}
	});
	for await (const chunk of chunks) scanner.push(chunk);
	scanner.end();
	const sorted = [...seconds.values()].toSorted((left, right) => left.offsetS - right.offsetS);
	const startS = sorted[0]?.offsetS ?? 0;
	return sorted.map((second) => ({
		...second,
		offsetS: second.offsetS - startS
	}));
}
/** The role of k6's built-in metrics: https://grafana.com/docs/k6/latest/using-k6/metrics/reference/ */
function roleOf(metric, tags) {
	if (typeof tags.group === "string" && /^::(?:setup|teardown)$/.test(tags.group)) return null;
	switch (metric) {
		case "vus": return "users";
		case "http_req_duration": return isGood(tags) ? "good" : "bad";
		case "iteration_duration": return "iteration";
		case "dropped_iterations": return "dropped";
		default: return null;
	}
}
/**
* Whether the request succeeded, according to the tag `expected_response` of k6. Without the tag the default of k6
* applies, which expects a status from 200 to 399.
* https://grafana.com/docs/k6/latest/javascript-api/k6-http/set-response-callback/
*/
function isGood({ expected_response: expected, status }) {
	if (expected === "true" || expected === "false") return expected === "true";
	const code = Number(status);
	return code >= 200 && code < 400;
}
function secondAt(seconds, timeMs) {
	const offsetS = Math.floor(timeMs / 1e3);
	const known = seconds.get(offsetS);
	if (known !== void 0) return known;
	if (seconds.size >= MAX_SECONDS) throw new UserError(`The points span more than ${MAX_SECONDS} seconds. Is this really one ladder?`);
	const created = {
		offsetS,
		users: null,
		goodDurationsMs: [],
		bad: 0,
		badMs: 0,
		iterations: 0,
		iterationsMs: 0,
		dropped: 0
	};
	seconds.set(offsetS, created);
	return created;
}
function addTo(second, role, value) {
	switch (role) {
		case "users":
			second.users = value;
			break;
		case "good":
			second.goodDurationsMs.push(value);
			break;
		case "bad":
			second.bad += 1;
			second.badMs += value;
			break;
		case "iteration":
			second.iterations += 1;
			second.iterationsMs += value;
			break;
		case "dropped": second.dropped += value;
	}
}
// src/formats/k6-summary-rung.ts
/**
* The rung for one run of k6 at constant load, from its summary. Throws a UserError if the load varied, because a
* summary does not separate the parts of a run.
*/
function rungFromSummary(run, source) {
	const stat = (metric, name) => run.measurements.find((one) => one.metric === metric && one.endpoint === null)?.stats.get(name) ?? null;
	const [iterationsPerS, requestsPerS, latencyMs] = [
		stat("iterations", "rate"),
		stat("http_reqs", "rate"),
		stat("http_req_duration", "avg")
	];
	if (iterationsPerS === null || requestsPerS === null || latencyMs === null) throw new UserError("It has no iterations, http_reqs or mean of http_req_duration, so the load that was carried is not known.");
	const droppedPerS = stat("dropped_iterations", "rate") ?? 0;
	const [users, least, most] = [
		stat("vus", "value"),
		stat("vus", "min"),
		stat("vus", "max")
	];
	const isClosed = droppedPerS === 0 && users !== null && least === most;
	if (!isClosed && droppedPerS === 0 && isRamp(least, most)) {
		if (least === null || most === null) throw new UserError("The summary does not have the least and the most virtual users (vus), so it is not known whether the load was one step. Give the raw points of this run, or a summary with vus.");
		throw new UserError(`The virtual users went from ${least} to ${most} in one summary, which cannot tell the steps apart. Give the raw points of this run, or one run for each step.`);
	}
	const errorRatio = stat("http_req_failed", "rate") ?? 0;
	return {
		source,
		model: isClosed ? "closed" : "open",
		users: users ?? 0,
		offeredPerS: isClosed ? null : iterationsPerS + droppedPerS,
		goodPerS: requestsPerS * (1 - errorRatio),
		iterationsPerS,
		latencyMs,
		p95Ms: stat("http_req_duration", "p95"),
		iterationMs: stat("iteration_duration", "avg"),
		requestsMs: latencyMs * requestsPerS / iterationsPerS,
		errorRatio,
		droppedRatio: droppedPerS / (iterationsPerS + droppedPerS),
		seconds: (run.durationMs ?? 0) / 1e3
	};
}
/**
* Whether the number of users was ramped. With a constant arrival rate it varies a little, with ramping users a lot.
*/
function isRamp(least, most) {
	return least === null || most === null || most > 2 * Math.max(1, least);
}
// src/commands/read-ladders.ts
/**
* A file with raw points of several loads is a ladder; files with one load each are the steps of one ladder together. A summary
* beside raw points of the same run is left alone, because it says less. Throws a UserError that names a file that cannot be read.
*/
async function readLadders(files, formats) {
	const [ladders, steps, notes] = [
		[],
		[],
		[]
	];
	const claimed = await claim(files, formats, notes);
	const withPoints = new Set(claimed.filter(({ format }) => format.content === "points").map(({ file }) => folderOf(file)));
	for (const { file, format } of claimed) {
		if (format.content === "summary" && withPoints.has(folderOf(file))) {
			notes.push(text`${name(file.path)} was not read: the raw points beside it say more.`);
			continue;
		}
		const rungs = await named(file, () => rungsOf(file, format));
		if (rungs.length > 1) ladders.push(rungs);
		else steps.push(...rungs);
		if (rungs.length === 0) notes.push(text`${name(file.path)} has no 5 seconds of the same load.`);
	}
	if (steps.length > 0) ladders.push(steps);
	return {
		ladders,
		notes
	};
}
async function claim(files, formats, notes) {
	const claimed = [];
	for (const file of files) try {
		claimed.push(await recognizeFile(file, formats));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		notes.push(text`${name(file.path)} was not read: ${error.said}`);
	}
	return claimed;
}
async function rungsOf(file, format) {
	if (format.tool !== K6) return [await rungOfTool(file, format)];
	switch (format.content) {
		case "points": {
			const createScanner = format.id === "k6-points-csv" ? createCsvScanner : createNdjsonScanner;
			return plateausOf(await readLoadSeconds(file.open(), createScanner), file.path);
		}
		case "summary": return [rungFromSummary(await format.parse(file.open(), DEFAULT_READ_OPTIONS), file.path)];
		case "digest": throw new UserError("It is a digest, which does not say how the load changed. Give the raw points, or one run for each load.");
	}
}
/** Other tools do not report the number of users, so the name of the folder gives it. */
async function rungOfTool(file, format) {
	const users = usersIn(file.path);
	if (users === null) throw new UserError(text`A result of ${name(format.tool.name)} does not say how many users there were. Put each run into a folder that does: users-8 for 8 users that wait for their answers.`);
	return rungOfRun(await format.parse(file.open(), DEFAULT_READ_OPTIONS), users, file.path);
}
async function named(file, read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof UserError) throw new UserError(text`${name(file.path)}: ${error.said}`);
		throw error;
	}
}
function folderOf({ path }) {
	return path.slice(0, path.lastIndexOf("/") + 1);
}
// src/commands/capacity.ts
const USAGE = {
	guide: "docs/guides/capacity.md",
	calls: ["PATH"],
	paths: { PATH: "a folder with a ladder: one result with several loads, or one run for each load" },
	flags: {
		against: {
			type: "string",
			value: "PATH",
			says: "the ladders of another version, to compare with"
		},
		peak: {
			type: "string",
			value: "120/s",
			says: "the planned peak"
		},
		load: {
			type: "string",
			value: "80/s",
			needs: "price",
			says: "today's load, for the cost of a million requests"
		},
		headroom: {
			type: "string",
			value: "30%",
			says: "the share of the sustainable rate that stays unused; default: 30%"
		},
		spare: {
			type: "string",
			value: "1",
			says: "replicas beyond those that the load needs; default: 0"
		},
		price: {
			type: "string",
			value: "0.12",
			says: "the price of a replica per hour"
		},
		"max-p95": {
			type: "string",
			value: "300ms",
			says: "a step with a higher p95 is beyond the capacity; default: no limit"
		},
		"max-errors": {
			type: "string",
			value: "1%",
			says: "a step with more errors is beyond the capacity; default: 1%"
		},
		history: {
			type: "string",
			value: "FILE",
			says: "the peak of each month, the oldest first: one line per month, such as 2026-08,118"
		},
		season: {
			type: "string",
			value: "15%",
			needs: "history",
			says: "how far a season may move the peaks; default: 15%"
		},
		...OUTPUT_FLAGS,
		html: {
			type: "string",
			value: "FILE",
			writes: "file",
			says: "a page with plots"
		}
	},
	exitCodes: "0: there is an answer. 1: the ladder is refused, with the reason. 2: nothing could be read."
};
/**
* `perf-gate capacity` finds how much load a service carries, from a ladder of loads. Exit code 0: it has an answer. 1: it has
* none, and says why.
*/
async function capacity(args) {
	const { values: flags, positionals } = readArguments(args, USAGE.flags, true);
	const path = onePath(positionals);
	const budgets = budgetsOf(flags);
	const input = planInputOf(flags);
	const history = flags.history === void 0 ? null : await readPeaks(flags.history);
	const season = ratio(flags, "season", .15);
	const files = await laddersAt(path);
	const assessed = assessCapacity(files.ladders, budgets);
	const before = flags.against === void 0 ? null : assessCapacity((await laddersAt(flags.against)).ladders, budgets);
	const plan = planFor(assessed, input);
	await writeReports({
		title: (0, import__builtin_path.basename)(path),
		capacity: assessed,
		plan,
		forecast: history === null ? null : forecast(history, plan?.sustainablePerS ?? null, season),
		change: before === null ? null : compareCapacity(before, assessed),
		peakPerS: input.peakPerS,
		maxP95Ms: budgets.maxP95Ms,
		notes: [...files.notes, ...noteOnAgainst(before)]
	}, flags);
	return assessed.refused === null ? 0 : 1;
}
async function laddersAt(path) {
	const files = await readFolder(path);
	const read = await withProgress(async ({ watch }) => await readLadders(files.map(watch), FORMATS));
	if (read.ladders.length > 0) return read;
	throw new UserError(text`${name(path)} holds no ladder: no file has several loads, and no file is one run at one load.${read.notes.flatMap((note) => text`${"\n"}${note}`)}`);
}
async function writeReports(report, flags) {
	const { html } = flags;
	await printReport(capacityMarkdown(report), capacityJson(report), flags);
	if (html !== void 0) await save(html, (await import("./capacity-html.js")).capacityHtml(report));
}
function noteOnAgainst(before) {
	return before?.refused == null ? [] : [text`The other version has no answer, so nothing is compared. ${before.refused}`];
}
function forecast(points, limitPerS, seasonRatio) {
	if (limitPerS === null) return {
		kind: "refused",
		reason: text`Without a sustainable rate there is no date on which it is reached.`
	};
	return forecastExhaustion({
		points,
		limitPerS,
		seasonRatio
	});
}
function budgetsOf(flags) {
	const p95 = flags["max-p95"];
	return {
		maxErrorRatio: ratio(flags, "max-errors", .01),
		maxP95Ms: p95 === void 0 ? null : durationOf("max-p95", p95)
	};
}
function planInputOf(flags) {
	return {
		headroomRatio: headroomOf(flags),
		peakPerS: rate(flags, "peak"),
		loadPerS: rate(flags, "load"),
		spareReplicas: number(flags, "spare", /^\d{1,6}$/, "a whole number such as 1") ?? 0,
		pricePerHour: number(flags, "price", /^\d{1,9}(?:\.\d{1,9})?$/, "the price of one replica for an hour, such as 0.12")
	};
}
function headroomOf(flags) {
	const value = ratio(flags, "headroom", .3);
	if (value < 1) return value;
	throw new UserError("--headroom cannot be 100%: nothing of what a replica carries would be used. Write less, such as 30%.");
}
function ratio(flags, name, otherwise) {
	return givenPercent(`--${name}`, flags[name]) ?? otherwise;
}
function rate(flags, name) {
	return number(flags, name, /^\d{1,9}(?:\.\d{1,9})?(?:\/s)?$/, "requests per second, such as 120/s");
}
/** 0 is refused. There is nothing to plan for no load or no price, and leaving the flag out says that the value is not known. */
function number(flags, name, shape, wanted) {
	const text = flags[name];
	if (text === void 0) return null;
	const value = Number.parseFloat(text);
	if (!shape.test(text) || value === 0 && name !== "spare") throw invalid(name, text, `write ${wanted}`);
	return value;
}
function durationOf(name, text) {
	const parsed = parseDuration(text);
	if (parsed.kind === "value") return parsed.value;
	throw invalid(name, text, parsed.problem);
}
function invalid(name, text, problem) {
	return new UserError(`--${name} cannot be ${JSON.stringify(text)}: ${problem}.`);
}
/** Each line is `date,peak`, the oldest first: `2026-08-31,118` or `2026-08,118`. The first line may be a heading. */
async function readPeaks(path) {
	const text = `${await readFlagFile("history", path)}`;
	const points = text.split(/\r?\n/).flatMap((line, index) => {
		if (line.trim() === "" || index === 0 && /^[a-z]/i.test(line)) return [];
		const [, date, peak] = /^(\d{4}-\d\d(?:-\d\d)?)[,;\t] *(\d+(?:\.\d+)?)$/.exec(line.trim()) ?? [];
		if (date === void 0 || Number.isNaN(Date.parse(date)) || !(Number(peak) > 0)) throw new UserError(`${path}, line ${index + 1}: ${JSON.stringify(line.slice(0, 80))} is no peak. Write a date and requests per second: 2026-08,118`);
		return [{
			date,
			peakPerS: Number(peak)
		}];
	});
	if (points.length === 0) {
		const found = text.trim() === "" ? "it is empty" : "it has a heading, and no line below it";
		throw new UserError(`${path} holds no peak: ${found}. Write one line for each month, the oldest first, with a date and requests per second: 2026-08,118`);
	}
	const unordered = points.findIndex(({ date }, index) => index > 0 && date <= (points[index - 1]?.date ?? ""));
	if (unordered !== -1) throw new UserError(`${path}: ${points[unordered]?.date} does not come after ${points[unordered - 1]?.date}. Put the oldest first, each date once.`);
	return points;
}
export { USAGE, capacity };
