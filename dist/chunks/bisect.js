import { r as __toESM } from "./rolldown-runtime.js";
import { Nt as require__builtin_crypto } from "./action.js";
import { Ft as text, Jt as worseningOf, Rt as written, T as withPlainPipes, Ut as messageName, Zt as require__builtin_path, _ as commit, g as code, jt as plainText, kt as name, s as MARKDOWN, xt as UserError } from "./both.js";
import { _ as interruptible, a as policyOf, c as tell, d as withCheckouts, f as entriesOf, g as Interrupted, h as initialProgress, i as numberFlag, l as withProgressDisplay, m as addPairs, o as readPlan, p as requireEmptyResults, r as measureAndJudge, s as requireReach, t as USAGE$1, u as commitOf, v as buildVersions } from "./measure.js";
import { An as mean, B as require_runtime, Fn as sum, Ft as STAGES, It as readFolder, Xt as FORMATS, a as OUTPUT_FLAGS, f as POLICY_FLAGS, o as printReport, on as count, pn as formatRatio, yt as seriesReader, zt as collectRuns } from "./compare.js";
import { a as namedCommit, i as mainLineBetween } from "./clone-history.js";
import { a as machineClass, i as jobId } from "./this-machine.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
// src/model/bisection.ts
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** The reason, and what the program printed below it. */
function skippedLines({ reason, output }) {
	return [plainText(reason), ...output === "" ? [] : [output]].join("\n");
}
// src/report/bisection-json.ts
/** The stable JSON of `perf-gate bisect`. Unknown values are null; ratios are 0.083 for +8.3 %. */
function bisectionJson({ change, reason, commits, ...found }) {
	return {
		schemaVersion: 1,
		...found,
		reason: reason === null ? null : plainText(reason),
		commits: commits.map(({ skipped, ...commit }) => ({
			...commit,
			skipped: skipped === null ? null : skippedLines(skipped)
		})),
		changeRatio: change?.changeRatio ?? null,
		lower: change?.lower ?? null,
		upper: change?.upper ?? null
	};
}
var bisection_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "what") || container.strict(depth0, "what", {
			"start": {
				"line": 6,
				"column": 3
			},
			"end": {
				"line": 6,
				"column": 7
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "what",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "reason") || container.strict(depth0, "reason", {
			"start": {
				"line": 10,
				"column": 3
			},
			"end": {
				"line": 10,
				"column": 9
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "reason",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Commit | | Pairs | Against the good one |\n|---|---|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 0
				},
				"end": {
					"line": 18,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "commit") || alias1(depth0, "commit", {
			"start": {
				"line": 17,
				"column": 5
			},
			"end": {
				"line": 17,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "commit",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 2
				},
				"end": {
					"line": 17,
					"column": 14
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "subject") || alias1(depth0, "subject", {
			"start": {
				"line": 17,
				"column": 20
			},
			"end": {
				"line": 17,
				"column": 27
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "subject",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 17
				},
				"end": {
					"line": 17,
					"column": 30
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "pairs") || alias1(depth0, "pairs", {
			"start": {
				"line": 17,
				"column": 35
			},
			"end": {
				"line": 17,
				"column": 40
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "pairs",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 33
				},
				"end": {
					"line": 17,
					"column": 42
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 17,
				"column": 48
			},
			"end": {
				"line": 17,
				"column": 54
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 45
				},
				"end": {
					"line": 17,
					"column": 57
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		return "A commit counts as slower where it is nearer to the newest than to the good one.\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## First slower commit\n\n" + ((stack1 = (helper = lookupProperty(helpers, "statement") || container.strict(depth0, "statement", {
			"start": {
				"line": 3,
				"column": 3
			},
			"end": {
				"line": 3,
				"column": 12
			}
		}), typeof helper === "function" ? helper.call(alias1, {
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
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "what"), {
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
					"line": 8,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "reason"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "what"), {
			"name": "if",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 0
				},
				"end": {
					"line": 23,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/bisection-markdown.ts
/** The report of `perf-gate bisect` as Markdown. */
function bisectionMarkdown(found) {
	const { good, series, change, commits, suspects, reason } = found;
	const isSuspect = new Set(suspects.map((one) => one.commit));
	const text = bisection_default({
		statement: statementOf(found),
		what: series === null || change === null ? null : `${code(series.service)}: ${code(messageName(series))} of the newest commit is ${formatRatio(change.changeRatio)} (${formatRatio(change.lower)} … ${formatRatio(change.upper)}) against ${named(good)}.`,
		reason: reason === null ? null : written(reason, MARKDOWN),
		rows: series === null ? [] : commits.map((one) => rowOf(one, isSuspect.has(one.commit)))
	});
	return withPlainPipes(`${text.trimEnd()}\n`);
}
function statementOf({ kind, suspects, certainty, good, commits }) {
	const [first] = suspects;
	const last = suspects.at(-1);
	const newest = commits.at(-1);
	if (first === void 0 || last === void 0 || newest === void 0 || certainty === null) return `**${newest === void 0 ? "Nothing" : commit(newest.commit)} is not proven to be slower than ${commit(good.commit)}.** There is nothing to look for.`;
	const sure = `${percent(certainty)} certain`;
	if (kind === "named") return `**The first slower commit is ${named(first)}** (${sure}).`;
	return `**The first slower commit is one of ${count(suspects.length, "commit")}, from ${commit(first.commit)} to ${commit(last.commit)}** (${sure}).`;
}
/** Rounded down, and never 100 %: a statistical answer is never certain. */
function percent(certainty) {
	return certainty > .999 ? "more than 99.9 %" : `${(Math.floor(certainty * 1e3) / 10).toFixed(1)} %`;
}
function named({ commit: sha, subject }) {
	return `${commit(sha)} ${code(subject)}`;
}
function rowOf({ commit: sha, subject, pairs, changeRatio, skipped }, isSuspect) {
	const word = skipped === null ? "not measured" : `left out: ${written(skipped.reason, MARKDOWN)}`;
	return {
		commit: isSuspect ? `**${commit(sha)}**` : commit(sha),
		subject: code(subject),
		pairs: pairs === 0 ? "" : `${pairs}`,
		change: changeRatio === null ? word : formatRatio(changeRatio)
	};
}
// src/statistics/first-slower.ts
/** At most 5 % of answers are wrong. */
const CERTAIN = .95;
/**
* All runs of a build are a little faster or slower by chance, because its code and data lie at other addresses. More runs of the
* same build do not tell this effect from a change. T. Mytkowicz et al., "Producing Wrong Data Without Doing Anything Obviously
* Wrong!" (2009), https://doi.org/10.1145/1508244.1508275
*/
const BUILD_NOISE = .01;
/**
* Probabilistic bisection. At first every commit has the same probability of being the first slower commit. Each pair of runs
* changes these probabilities by its likelihood at the level of the good commit and at the level of the bad commit. The next
* commit to measure halves the remaining probability. With little noise this is the usual binary search with one pair per commit;
* with more noise it measures the same commits again. R. Waeber, P. Frazier, S. Henderson, "Bisection Search with Noisy
* Responses" (2013), https://doi.org/10.1137/120861898
*/
function searchFirstSlower({ commits, probes, skipped }) {
	const blocks = blocksOf(posteriorOf(commits, evidenceOf(commits, probes)), skipped);
	const best = blocks.reduce((left, right) => right.probability > left.probability ? right : left);
	if (best.probability >= CERTAIN) return {
		kind: "settled",
		suspects: best
	};
	return {
		kind: "open",
		suspects: smallestRange(blocks),
		next: middleOf(blocks)
	};
}
function evidenceOf(commits, probes) {
	const bad = probes.find(({ position }) => position === commits);
	if (bad === void 0) throw new RangeError("The bad commit is measured first.");
	const stepLog = mean([...bad.logRatios]);
	const { variance, degreesOfFreedom } = noiseOf(probes);
	return probes.filter(({ position }) => position !== commits).map(({ position, logRatios }) => {
		const found = mean([...logRatios]);
		const own = variance / logRatios.length + BUILD_NOISE ** 2;
		const density = (expected, square) => logStudentDensity((found - expected) / Math.sqrt(square), degreesOfFreedom) - Math.log(square) / 2;
		return {
			position,
			logLikelihood: {
				0: density(0, own),
				1: density(stepLog, own + variance / bad.logRatios.length + BUILD_NOISE ** 2)
			}
		};
	});
}
/** The variance of a pair around the level of its commit, from all commits together. */
function noiseOf(probes) {
	const squares = sum(probes.flatMap(({ logRatios }) => logRatios.map((one) => (one - mean([...logRatios])) ** 2)));
	const degreesOfFreedom = sum(probes.map(({ logRatios }) => logRatios.length - 1));
	return {
		variance: squares / Math.max(1, degreesOfFreedom),
		degreesOfFreedom
	};
}
/** The logarithm of the density without its constant. */
function logStudentDensity(t, degreesOfFreedom) {
	const degrees = Math.max(1, degreesOfFreedom);
	return -(degrees + 1) / 2 * Math.log1p(t ** 2 / degrees);
}
/** For each position from 1 on: the probability that it is the first slower one. */
function posteriorOf(commits, evidence) {
	const logs = Array.from({ length: commits }, (_, index) => sum(evidence.map(({ position, logLikelihood }) => logLikelihood[position > index ? 1 : 0])));
	const most = Math.max(...logs);
	const weights = logs.map((log) => Math.exp(log - most));
	const total = sum(weights);
	return weights.map((weight) => weight / total);
}
/** Positions that no measurement can tell apart: a skipped commit is in the block of the next commit that is not skipped. */
function blocksOf(posterior, skipped) {
	const blocks = [];
	let from = 1;
	posterior.forEach((_, index) => {
		const position = index + 1;
		if (skipped.has(position) && position < posterior.length) return;
		blocks.push({
			from,
			to: position,
			probability: sum(posterior.slice(from - 1, position))
		});
		from = position + 1;
	});
	return blocks;
}
/** The fewest neighbouring blocks that are certain enough together. */
function smallestRange(blocks) {
	return blocks.flatMap((first, index) => {
		let probability = 0;
		for (const last of blocks.slice(index)) {
			probability += last.probability;
			if (probability >= CERTAIN) return [{
				from: first.from,
				to: last.to,
				probability
			}];
		}
		return [];
	}).reduce((left, right) => right.to - right.from < left.to - left.from ? right : left);
}
/**
* A measurement at the end of a block tells the commits up to that end from those after it. The last end is the bad commit, which
* is already measured.
*/
function middleOf(blocks) {
	let [below, best, distance] = [
		0,
		0,
		Number.POSITIVE_INFINITY
	];
	for (const { to, probability } of blocks.slice(0, -1)) {
		below += probability;
		if (Math.abs(below - .5) < distance) [best, distance] = [to, Math.abs(below - .5)];
	}
	return best;
}
// src/commands/bisect-commits.ts
/**
* First measures the bad commit against the good commit until the gate has a verdict. If the bad commit is proven to be slower,
* measures the commits between them against the good commit. Each time it measures one pair, of the commit whose result tells
* most.
*/
async function bisectCommits(request, means) {
	const { good, commits, plan, policy } = request;
	const goodFolder = await request.checkOut(good.commit, "good");
	if (plan.build !== null) await buildVersions(plan.build, [{
		side: "baseline",
		folder: goodFolder
	}], means.processes, means.stop);
	const bad = commits.length;
	const badContext = await contextOf(bad, goodFolder, request, means);
	const services = await Promise.all(plan.services.map((service) => initialProgress(service, badContext)));
	const confirmed = {
		...policy,
		confirmation: { maxRuns: STAGES[STAGES.length - 1] ?? STAGES[0] }
	};
	const { verdict } = await measureAndJudge(services, {
		first: STAGES[0],
		policy: confirmed
	}, badContext);
	const slower = slowerSeries(verdict);
	if (slower === null) return notSlower(good, commits, verdict);
	const service = plan.services.find(({ name }) => name === slower.service);
	const progress = services.find((one) => one.service === service);
	if (service === void 0 || progress === void 0) throw new RangeError("A series is of a service of the plan.");
	const found = /* @__PURE__ */ new Map([[bad, {
		kind: "built",
		context: badContext,
		progress,
		logRatios: [],
		logRatios: await logRatiosOf(slower, badContext)
	}]]);
	const measure = async (position) => {
		const before = found.get(position) ?? await built(position, goodFolder, service, request, means);
		found.set(position, before.kind === "skipped" ? before : await withOnePair(before, slower));
	};
	return await search(request, slower, found, measure, means);
}
async function search({ good, commits, maxPairs }, slower, found, measure, { display }) {
	const look = () => searchFirstSlower({
		commits: commits.length,
		probes: probesOf(found),
		skipped: skippedOf(found)
	});
	const pairs = () => [...found].reduce((sum, [position, one]) => sum + (position === commits.length ? 0 : pairsOf(one)), 0);
	let state = look();
	while (state.kind === "open" && pairs() < maxPairs) {
		const left = state.suspects.to - state.suspects.from + 1;
		display.tell(text`${count(left, "commit")} may be the first slower one. Next: ${name(nameOf(commits[state.next - 1]))}`);
		await measure(state.next);
		const now = found.get(state.next);
		if (now?.kind === "skipped") display.tell(text`Left out: ${skippedLines(now)}`);
		state = look();
	}
	const { from, to, probability } = state.suspects;
	return {
		kind: from === to ? "named" : "range",
		good,
		series: seriesOf(slower),
		change: slower.estimate,
		commits: commits.map((commit, index) => bisected(commit, found.get(index + 1))),
		suspects: commits.slice(from - 1, to),
		certainty: probability,
		reason: from === to ? null : reasonOf(state.kind, maxPairs)
	};
}
function reasonOf(kind, maxPairs) {
	return kind === "settled" ? text`The commits among them that could not be measured cannot be told from the next.` : text`It was stopped after ${count(maxPairs, "pair")}. More of them may tell: ${name(`--max-pairs ${2 * maxPairs}`)}.`;
}
/**
* The series that is proven to be slower. A primary series comes before a series of an endpoint, and then the largest change
* comes first.
*/
function slowerSeries({ services }) {
	const proven = services.flatMap(({ comparisons }) => comparisons).filter((one) => one.estimate !== null && ["regressed", "slower"].includes(one.verdict));
	const rank = (one) => one.role === "primary" ? 0 : one.role === "endpoint" ? 1 : 2;
	return proven.toSorted((left, right) => rank(left) - rank(right) || (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0] ?? null;
}
function seriesOf({ service, endpoint, metric, stat, unit, better }) {
	return {
		service,
		endpoint,
		metric,
		stat,
		unit,
		better
	};
}
function notSlower(good, commits, { services }) {
	const refused = services.flatMap(({ refusals }) => refusals)[0];
	if (refused !== void 0) throw new UserError(text`Nothing can be compared: ${name(refused.path)}: ${refused.problem}`);
	return {
		kind: "not-slower",
		good,
		series: null,
		change: null,
		commits: commits.map((commit) => bisected(commit, void 0)),
		suspects: [],
		certainty: null,
		reason: null
	};
}
function bisected(commit, measured) {
	if (measured?.kind !== "built") {
		const skipped = measured === void 0 ? null : {
			reason: measured.reason,
			output: measured.output
		};
		return {
			...commit,
			pairs: 0,
			changeRatio: null,
			skipped
		};
	}
	const { logRatios } = measured;
	return {
		...commit,
		pairs: logRatios.length,
		changeRatio: Math.expm1(mean([...logRatios])),
		skipped: null
	};
}
async function contextOf(position, goodFolder, { good, commits, plan, checkOut }, means) {
	const { commit } = commits[position - 1];
	const name = `${String(position).padStart(4, "0")}-${commit.slice(0, 12)}`;
	const candidate = await checkOut(commit, name);
	if (plan.build !== null) await buildVersions(plan.build, [{
		side: "candidate",
		folder: candidate
	}], means.processes, means.stop);
	return {
		...means,
		sides: ["baseline", "candidate"],
		folders: {
			baseline: goodFolder,
			candidate
		},
		commits: {
			baseline: good.commit,
			candidate: commit
		},
		results: (0, import__builtin_path.join)(means.results, name)
	};
}
/** Builds a commit. A commit that cannot be built is left out, as `git bisect skip` does. */
async function built(position, goodFolder, service, request, means) {
	try {
		const context = await contextOf(position, goodFolder, request, means);
		return {
			kind: "built",
			context,
			progress: await initialProgress(service, context),
			logRatios: []
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			kind: "skipped",
			reason: error.said,
			output: error.output
		};
	}
}
async function withOnePair({ context, progress }, series) {
	const wantedPairs = progress.pairs + 1;
	await addPairs([{
		progress,
		wantedPairs
	}], context);
	if (progress.failed) return {
		kind: "skipped",
		reason: text`One of its runs does not count.`,
		output: ""
	};
	const logRatios = await logRatiosOf(series, context);
	return logRatios.length === wantedPairs ? {
		kind: "built",
		context,
		progress,
		logRatios
	} : {
		kind: "skipped",
		reason: text`Its runs do not have the ${name(series.stat)} of ${name(series.metric)}.`,
		output: ""
	};
}
/** For each pair: the logarithm of the commit's value divided by the value of the good commit. */
async function logRatiosOf(series, { results }) {
	const options = {
		formats: FORMATS,
		defaultService: series.service,
		defaultSide: "candidate",
		defaultCommit: null
	};
	const { runs } = await collectRuns(await readFolder(results), options);
	const reader = seriesReader();
	const valueIn = (run) => {
		const reading = run === void 0 ? null : reader.read([run], series);
		return reading?.kind === "value" && reading.value > 0 ? reading.value : null;
	};
	const ofService = runs.filter(({ service }) => service === series.service);
	return ofService.filter(({ side }) => side === "candidate").flatMap((candidate) => {
		const baseline = ofService.find(({ side, runNumber }) => side === "baseline" && runNumber === candidate.runNumber);
		const [now, before] = [valueIn(candidate), valueIn(baseline)];
		return now === null || before === null ? [] : [Math.log(now / before)];
	});
}
function probesOf(found) {
	return [...found].flatMap(([position, one]) => one.kind === "built" ? [{
		position,
		logRatios: one.logRatios
	}] : []);
}
function skippedOf(found) {
	return new Set([...found].flatMap(([position, { kind }]) => kind === "skipped" ? [position] : []));
}
function pairsOf(one) {
	return one.kind === "built" ? one.logRatios.length : 0;
}
function nameOf(commit) {
	return commit === void 0 ? "" : `${commit.commit.slice(0, 12)} ${commit.subject}`;
}
// src/commands/bisect.ts
const USAGE = {
	guide: "docs/guides/bisect.md",
	calls: ["[FILE] --good REF"],
	paths: USAGE$1.paths,
	flags: {
		good: {
			type: "string",
			value: "REF",
			says: "a commit that is fast"
		},
		bad: {
			type: "string",
			value: "REF",
			says: "a commit that is slow; default: HEAD"
		},
		service: USAGE$1.flags.service,
		build: {
			type: "string",
			value: "CMD",
			says: "builds each commit in its folder"
		},
		start: USAGE$1.flags.start,
		ready: USAGE$1.flags.ready,
		"warm-up": USAGE$1.flags["warm-up"],
		load: USAGE$1.flags.load,
		"max-pairs": {
			type: "string",
			value: "40",
			says: "the largest number of pairs in the search; default: 40"
		},
		seed: {
			type: "string",
			value: "N",
			says: "the seed of an earlier search, for the same order; default: a random number"
		},
		results: {
			type: "string",
			value: "DIR",
			writes: "folder",
			says: "the folder for the results; default: perf-bisect"
		},
		force: {
			type: "boolean",
			says: "replaces the results of an earlier search"
		},
		...POLICY_FLAGS,
		policy: {
			...POLICY_FLAGS.policy,
			says: "the policy; default: .github/perf-gate.yml of the good commit"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: one commit was found. 1: a range was found, or nothing is slower. 2: nothing could be measured."
};
/** These pairs are enough for the noise and the slowdown of docs/guides/bisect.md, and they end a search that cannot succeed. */
const DEFAULT_MAX_PAIRS = 40;
/**
* `perf-gate bisect` finds the first slower commit. Exit code 0: it found one commit. 1: it found a range, or nothing is slower.
*/
async function bisect(args) {
	const { values: flags, positionals } = readArguments(args, USAGE.flags, true);
	if (process.platform === "win32") throw new UserError("bisect needs Linux or macOS. On Windows, call it in WSL.");
	const plan = await readPlan(positionals, flags, "bisect --good main");
	requireCommits(plan);
	const [goodRef, badRef] = [requiredFlag("good", flags.good), flags.bad ?? "HEAD"];
	const { good, commits } = await commitsOf(goodRef, badRef);
	const policy = await policyOf({
		...flags,
		"baseline-ref": goodRef
	});
	const maxPairs = numberFlag("max-pairs", flags["max-pairs"], 1, 1e3) ?? DEFAULT_MAX_PAIRS;
	const results = (0, import__builtin_path.resolve)(flags.results ?? "perf-bisect");
	for (const name of await entriesOf(results)) await requireEmptyResults((0, import__builtin_path.join)(results, name), flags.force ?? false);
	const seed = numberFlag("seed", flags.seed, 0, 2 ** 32 - 1) ?? (0, import__builtin_crypto.randomInt)(2 ** 32);
	const machine = {
		jobId: await jobId(process.env),
		machine: machineClass()
	};
	const title = `Looking for the first slower of ${count(commits.length, "commit")}`;
	tell(`${title} after ${good.commit.slice(0, 12)}, results in ${results}, order of seed ${seed}.`);
	try {
		const found = await withProgressDisplay(async (display) => interruptible(async (means) => withCheckouts(process.cwd(), means.scratch, async (checkOut) => bisectCommits({
			good,
			commits,
			plan,
			policy,
			maxPairs,
			checkOut
		}, {
			...means,
			...machine,
			loadFolder: process.cwd(),
			results,
			seed,
			display
		}))));
		const text = bisectionMarkdown(found);
		await printReport(text, bisectionJson(found), flags);
		return found.kind === "named" ? 0 : 1;
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		tell(`Stopped by ${error.message}. The results so far are in ${results}.`);
		return 2;
	}
}
/** The checked out commit does not change a service that runs elsewhere, so bisect has to start the service itself. */
function requireCommits(plan) {
	requireReach(plan, ["baseline", "candidate"]);
	for (const { name, reach } of plan.services) {
		if (reach.baseline?.kind !== "address" && JSON.stringify(reach.baseline) === JSON.stringify(reach.candidate)) continue;
		throw new UserError(`${name}: bisect starts many commits, so it needs one start command for all of them. Give --start, or \`start\` in the measure file.`);
	}
}
async function commitsOf(goodRef, badRef) {
	const folder = process.cwd();
	const [from, to] = [await commitOf(goodRef, folder), await commitOf(badRef, folder)];
	const commits = await mainLineBetween(folder, {
		from,
		to
	});
	if (commits === null) throw new UserError(`--good ${goodRef} is not part of the history of ${badRef}. Give a commit that it grew from: git merge-base ${goodRef} ${badRef}. In a shallow clone, fetch the history first: git fetch --unshallow.`);
	if (commits.length === 0) throw new UserError(`There is no commit after --good ${goodRef}, up to ${badRef}.`);
	return {
		good: await namedCommit(folder, from),
		commits
	};
}
export { USAGE, bisect };
