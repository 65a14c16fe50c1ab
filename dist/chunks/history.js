import { r as __toESM } from "./rolldown-runtime.js";
import { Ct as code, Ft as text, L as servicePolicy, Rt as written, S as prose, T as withPlainPipes, Tt as enumerated, Z as QUANTITIES, Zt as require__builtin_path, g as code$1, jt as plainText, kt as name, s as MARKDOWN, xt as UserError } from "./both.js";
import { B as require_runtime, Mt as unmatchedServices, a as OUTPUT_FLAGS, at as levelContext, bt as groupBy, ct as stepsOf, dt as conditionsKey, ft as requiredAgainst, g as readFlagJson, ht as studentTUpperTail, it as seriesOfService, jn as median, lt as storedJobs, m as readPolicy, ot as newestRuns, pt as requiredRunsPerSide, rt as holmAdjust, s as save, st as selectWindow, u as print, ut as compareSeries, xt as withToolPrimaries, yt as seriesReader } from "./compare.js";
import { a as lastStepText, c as openDebts, l as trendName, o as leadingSeries, r as historyStatement, s as levelText, u as windowKey } from "./history-report.js";
import { t as releasesOf } from "./releases2.js";
import { n as phaseMarkdown } from "./phase-markdown.js";
import { n as commitsUpTo, o as webAddress, r as hasCommit, s as webAddressOf, t as commitsBetween } from "./clone-history.js";
import { t as gitTags } from "./git-tags2.js";
import { B as number, G as string, K as tuple, L as int, N as _enum, P as array, R as literal, V as object, Y as _isoDateTime, _ as runKey, k as ZodISODateTime, m as visibleOn } from "./action.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
import { t as foundStore } from "./found-store.js";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/history/goal-result.ts
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/**
* One-sided level of the words "reached" and "missed", each over all goals of a report. It is lower than the error rate of 5 %
* that results from it, because windows begin at levels that a search found, and residuals are clipped. At .05, a goal that was
* exactly met (-20 %) was called "reached" in 4.8 to 6.0 % of 3,000 simulated phases per setting.
*/
const PROOF_ALPHA = .03;
/** The window of the gate has at most this many jobs: statistics/window.ts. */
const MOST_JOBS$1 = 20;
/** Compares one series between the two ends, as the gate does. */
function compareEnds(series, { before, after }, policy, reader) {
	const limits = {
		limitRatio: policy.maxRegressionRatio,
		minDelta: 0
	};
	return compareSeries(series, "other", levelContext(before, after, policy, limits, reader));
}
/**
* The results of all goals of a report. A goal is reached if the whole interval lies on the good side of the goal, and missed if
* it lies on the other side. Both are corrected for all goals of the report (Holm), because otherwise one goal of twenty would
* look reached by chance.
*/
function judgeGoals(measured) {
	const chances = measured.map(chancesOf);
	const [reached, missed] = ["reached", "missed"].map((word) => corrected(chances.map((one) => one?.[word] ?? null)));
	const family = chances.filter((one) => one !== null).length;
	return measured.map((one, index) => {
		return resultOf(one, (reached?.[index] ?? 1) < PROOF_ALPHA ? "reached" : (missed?.[index] ?? 1) < PROOF_ALPHA ? "missed" : "cannot-tell", family);
	});
}
/** null: nothing can be proven, so the goal is not in the correction for the others. */
function chancesOf({ goal, comparison }) {
	if (comparison.kind === "decided" || doubtOf(comparison) !== null) return null;
	const { estimateLog, standardError, degreesOfFreedom } = comparison.interval;
	const beyond = (goal.changeRatio < 0 ? 1 : -1) * (Math.log1p(goal.changeRatio) - estimateLog) / standardError;
	return {
		reached: studentTUpperTail(beyond, degreesOfFreedom),
		missed: studentTUpperTail(-beyond, degreesOfFreedom)
	};
}
function corrected(pValues) {
	const known = pValues.flatMap((pValue) => pValue === null ? [] : [{
		pValue,
		weight: 1
	}]);
	const adjusted = [...holmAdjust(known)];
	return pValues.map((pValue) => pValue === null ? null : adjusted.shift() ?? null);
}
/** One fast or slow machine must not decide about a phase. */
const FEWEST_JOBS = 3;
function doubtOf({ facts, noiseSource, tooFewSamples }) {
	if (noiseSource === "assumed" || Math.min(facts.runs.baseline, facts.runs.candidate) < FEWEST_JOBS) return text`Fewer than ${FEWEST_JOBS} jobs at one end are too few to prove anything.`;
	return tooFewSamples;
}
function resultOf({ service, goal, comparison }, word, family) {
	if (comparison.kind === "decided") {
		const { baseline, candidate, runs, unit, reason } = comparison.comparison;
		const verdict = baseline === null || candidate === null ? "no-data" : "cannot-tell";
		const jobs = {
			before: runs.baseline,
			after: runs.candidate
		};
		const why = unit === "ratio" ? text`A share has no relative change, so a goal cannot be compared with it.` : reason ?? text`It was not measured at both ends.`;
		return {
			service,
			goal,
			verdict,
			before: baseline,
			after: candidate,
			unit,
			...UNKNOWN,
			jobs,
			moreJobs: null,
			reason: why
		};
	}
	const { facts } = comparison;
	const doubt = doubtOf(comparison);
	return {
		service,
		goal,
		verdict: word,
		before: facts.baseline,
		after: facts.candidate,
		unit: facts.unit,
		...rangeOf(comparison),
		jobs: {
			before: facts.runs.baseline,
			after: facts.runs.candidate
		},
		moreJobs: word === "cannot-tell" && doubt === null ? moreJobs(comparison, goal, family) : null,
		reason: doubt ?? comparison.note
	};
}
/** The change and its bounds. There are no bounds if the noise was not measured. */
function rangeOf({ interval, noiseSource }) {
	const isKnown = noiseSource !== "assumed";
	return {
		changeRatio: Math.expm1(interval.estimateLog),
		lower: isKnown ? Math.expm1(interval.lowerLog) : null,
		upper: isKnown ? Math.expm1(interval.upperLog) : null
	};
}
const UNKNOWN = {
	changeRatio: null,
	lower: null,
	upper: null
};
/** How many more jobs decide in 95 % of cases, if the true change is the estimate. */
function moreJobs({ facts, interval }, goal, family) {
	const distance = Math.abs(interval.estimateLog - Math.log1p(goal.changeRatio));
	if (distance < 1e-9) return 1e400;
	const alpha = PROOF_ALPHA / Math.max(1, family);
	const perSide = requiredRunsPerSide({
		sd: interval.sd,
		effectRatio: Math.expm1(distance),
		alpha,
		isPaired: false
	});
	const needed = requiredAgainst(facts.runs.baseline, perSide);
	return needed > MOST_JOBS$1 ? 1e400 : Math.max(1, needed - facts.runs.candidate);
}
// src/history/phase-ends.ts
/**
* The levels of one service at both ends. A level is the jobs since the last change of level before that end, at most 20, under
* the conditions of the newest job of the later end. No job is in both levels.
*
* @param stored runs of the default branch, in the order of the history
*/
function endsOf(stored, { from, to, primaries }, reader) {
	const upTo = stored.filter(to.includes);
	const later = upTo.filter((one) => !from.includes(one));
	const newest = later.at(-1);
	if (newest === void 0) return {
		kind: "no-data",
		reason: text`Nothing was recorded after ${name(from.name)}, up to ${name(to.name)}.`
	};
	const wanted = conditionsKey(newest.run.conditions);
	const isComparable = ({ run }) => conditionsKey(run.conditions) === wanted;
	const before = selectWindow(stored.filter(from.includes).filter(isComparable), primaries, null, reader);
	const after = selectWindow(upTo.filter(isComparable), primaries, null, reader);
	const isLater = new Set(later.map(({ run }) => run));
	if (after === null) return {
		kind: "no-data",
		reason: text`Nothing was recorded up to ${name(to.name)}.`
	};
	if (before === null) {
		if (!stored.some(from.includes)) return {
			kind: "no-data",
			reason: text`Nothing was recorded up to ${name(from.name)}.`
		};
		return {
			kind: "not-comparable",
			first: upTo.find(isComparable)?.commit ?? newest.commit
		};
	}
	return {
		kind: "comparable",
		before,
		after: after.jobs.filter(([first]) => isLater.has(first))
	};
}
// src/history/phase.ts
const NO_EXTRAS = {
	complexity: null,
	capacity: null,
	functions: null
};
/** What became of the goals of all services between two refs. All goals are judged together. */
function phaseOf(services, from, to) {
	const parts = services.map((input) => partOf(input, from, to));
	const asked = parts.flatMap((part) => part.asked);
	const judged = [...judgeGoals(asked.flatMap((one) => "measured" in one ? [one.measured] : []))];
	const results = asked.flatMap((one) => "known" in one ? [one.known] : judged.shift() ?? []);
	return {
		from: from.name,
		to: to.name,
		services: parts.map(({ service }) => ({
			...service,
			results: results.filter((one) => one.service === service.trend.service)
		}))
	};
}
function partOf({ trend, stored, policy, extras = NO_EXTRAS }, from, to) {
	const reader = seriesReader();
	const ends = endsOf(stored, {
		from,
		to,
		primaries: policy.primary.map((primary) => ({
			...primary,
			endpoint: null
		}))
	}, reader);
	return {
		service: {
			trend,
			extras,
			ends: ends.kind === "comparable" ? null : reasonOf(ends, from),
			changes: ends.kind === "comparable" ? changesOf(trend, ends, policy, reader) : [],
			results: [],
			conditions: ends.kind === "comparable" ? ends.before.newest[0].conditions : null,
			jobs: ends.kind === "comparable" ? {
				before: ends.before.jobs.length,
				after: ends.after.length
			} : null,
			steps: stepsBetween(trend, stored, from, to)
		},
		asked: policy.goals.map((goal) => goal.stat === null ? {
			service: trend.service,
			known: complexityResult(trend.service, goal, extras.complexity)
		} : ask(goal, goal.stat, trend, ends, {
			policy,
			reader,
			from
		}))
	};
}
function ask(goal, stat, { service }, ends, { policy, reader, from }) {
	const known = (verdict, reason) => ({
		service,
		known: {
			service,
			goal,
			verdict,
			...NOTHING,
			reason
		}
	});
	if (ends.kind !== "comparable") return known(ends.kind, reasonOf(ends, from));
	const { metric } = goal;
	const measurement = [...ends.after, ...ends.before.jobs].flatMap((job) => job.flatMap(({ run }) => run.measurements)).find((one) => one.metric === metric && one.endpoint === null);
	if (measurement === void 0) return known("no-data", text`No stored run has ${name(metric)}.`);
	const better = goal.changeRatio < 0 ? "lower" : "higher";
	return {
		service,
		measured: {
			service,
			goal,
			comparison: compareEnds({
				service,
				endpoint: null,
				metric,
				stat,
				unit: measurement.unit,
				better
			}, ends, policy, reader)
		}
	};
}
/** The result is exact, because branch points are counted. */
function complexityResult(service, goal, complexity) {
	const unknown = {
		service,
		goal,
		...NOTHING
	};
	if (complexity === null) return {
		...unknown,
		verdict: "no-data",
		reason: text`Its complexity before and after was not given: ${code("--complexity SERVICE=FILE")}.`
	};
	const points = {
		before: complexity.before.branchPoints,
		after: complexity.after.branchPoints
	};
	const { before, after } = points;
	if (before === 0) return {
		...unknown,
		...points,
		verdict: "cannot-tell",
		reason: text`There were no branch points before.`
	};
	const changeRatio = after / before - 1;
	const isReached = goal.changeRatio < 0 ? changeRatio <= goal.changeRatio + 1e-9 : changeRatio >= goal.changeRatio - 1e-9;
	return {
		...unknown,
		...points,
		verdict: isReached ? "reached" : "missed",
		changeRatio,
		reason: null
	};
}
const NOTHING = {
	before: null,
	after: null,
	unit: "none",
	changeRatio: null,
	lower: null,
	upper: null,
	jobs: {
		before: 0,
		after: 0
	},
	moreJobs: null
};
function reasonOf(ends, from) {
	if (ends.kind === "no-data") return ends.reason;
	return text`The machine, the load, the script or the load tool changed since ${name(from.name)}. Compare from the first commit under the present conditions: ${code(`--from ${ends.first}`)}`;
}
function changesOf(trend, ends, policy, reader) {
	return trend.series.filter(({ endpoint }) => endpoint === null).map(({ values: _, levels: __, steps: ___, ...series }) => ({
		series,
		...changeOf(compareEnds(series, ends, policy, reader))
	}));
}
function changeOf(comparison) {
	if (comparison.kind === "decided") {
		const { baseline, candidate } = comparison.comparison;
		return {
			before: baseline,
			after: candidate,
			changeRatio: null,
			lower: null,
			upper: null
		};
	}
	const { baseline, candidate } = comparison.facts;
	return {
		before: baseline,
		after: candidate,
		...rangeOf(comparison)
	};
}
/** Steps of the gated series at commits after one end, up to the other. */
function stepsBetween({ series, jobs }, stored, from, to) {
	const inside = new Set(stored.filter((one) => to.includes(one) && !from.includes(one)).map(({ commit }) => commit));
	return series.filter(({ role }) => role === "primary").flatMap(({ metric, stat, steps }) => steps.flatMap(({ position, changeRatio, isWorse }) => {
		const { commit = "", recordedAt = "" } = jobs[position] ?? {};
		return inside.has(commit) ? [{
			metric,
			stat,
			commit,
			recordedAt,
			changeRatio,
			isWorse
		}] : [];
	}));
}
// src/history/debts.ts
/** The past and present debts of a service, in the order of the ledger. A line `repaid` belongs to the debt that it names. */
function debtsOf(ledger) {
	const repaid = new Map(ledger.flatMap((entry) => entry.kind === "repaid" ? [[keyOf(entry, entry.debtCommit), entry]] : []));
	return ledger.flatMap((entry) => {
		if (entry.kind !== "owed") return [];
		const found = repaid.get(keyOf(entry, entry.commit));
		return [{
			...entry,
			repaid: found === void 0 ? null : {
				commit: found.commit,
				recordedAt: found.recordedAt
			}
		}];
	});
}
function keyOf({ service, endpoint, metric, stat }, commit) {
	return JSON.stringify([
		service,
		endpoint,
		metric,
		stat,
		commit
	]);
}
// src/history/suspect-windows.ts
/** Where something became worse: at each step for the worse of a gated series, and at each commit that was recorded as slower. */
function suspectWindows({ jobs, series }) {
	const steps = series.flatMap(({ role, steps: all }) => role === "other" ? [] : all.filter(({ isWorse }) => isWorse));
	const marks = jobs.flatMap(({ mark, conditions }, position) => {
		const previous = jobs.findLastIndex((one, at) => at < position && one.conditions === conditions);
		return mark === null || mark.kind === "improved" || previous === -1 ? [] : [{
			position,
			previous
		}];
	});
	return [...new Map([...steps, ...marks].flatMap(({ position, previous }) => {
		const [from, to] = [jobs[previous]?.commit, jobs[position]?.commit];
		return from === void 0 || to === void 0 || from === to ? [] : [[position, {
			from,
			to,
			position
		}]];
	})).values()].toSorted((left, right) => left.position - right.position);
}
// src/history/service-trend.ts
/**
* How one service changed on the default branch. Jobs of other conditions stay on the same axis but have their own levels and
* steps, because jobs of different conditions are never compared.
*
* @param stored runs of the default branch, in the order of recording
* @returns null where nothing is stored
*/
function serviceTrend(service, stored, ledger, policy) {
	const jobs = storedJobs(stored);
	const groups = groupsOf(jobs);
	if (jobs.length === 0) return null;
	const conditionsAt = new Map(groups.flatMap(({ conditions, positions }) => positions.map((at) => [at, conditions])));
	const reader = seriesReader();
	const runs = jobs.map(({ runs: [first] }) => first).toReversed();
	const trendJobs = jobs.map(({ commit, recordedAt, runs: all, mark }, position) => {
		return {
			commit,
			recordedAt,
			runs: all.length,
			conditions: conditionsAt.get(position) ?? 0,
			mark
		};
	});
	const trends = seriesOfService(service, policy.primary, runs, [], /* @__PURE__ */ new Set()).flatMap(({ series, role }) => {
		const trend = seriesTrend(series, jobs, groups, reader);
		return trend.values.every((value) => value === null) ? [] : [{
			...series,
			role,
			...trend
		}];
	});
	return {
		service,
		jobs: trendJobs,
		conditions: groups.flatMap(({ jobs: [first] }) => first === void 0 ? [] : [first.runs[0].conditions]),
		series: trends,
		debts: debtsOf(ledger.filter((entry) => entry.service === service)),
		suspects: suspectWindows({
			jobs: trendJobs,
			series: trends
		})
	};
}
/** The conditions of the newest job come first. */
function groupsOf(jobs) {
	const newestFirst = jobs.map((job, position) => ({
		job,
		position
	})).toReversed();
	return [...groupBy(newestFirst, ({ job }) => conditionsKey(job.runs[0].conditions)).values()].map((group, conditions) => {
		const inOrder = group.toReversed();
		return {
			conditions,
			jobs: inOrder.map(({ job }) => job),
			positions: inOrder.map(({ position }) => position)
		};
	});
}
function seriesTrend(series, jobs, groups, reader) {
	const values = jobs.map(({ runs }) => {
		const reading = reader.read(runs, series);
		return reading.kind === "value" ? reading.value : null;
	});
	const parts = groups.map((group) => groupTrend(series, group, values, reader));
	return {
		values,
		levels: parts.flatMap(({ levels }) => levels),
		steps: parts.flatMap(({ steps }) => steps).toSorted((left, right) => left.position - right.position)
	};
}
function groupTrend(series, { conditions, jobs, positions }, values, reader) {
	const starts = [0, ...stepsOf(jobs, series, reader).map(({ position }) => position)];
	const levels = starts.flatMap((start, index) => {
		const covered = positions.slice(start, starts[index + 1]);
		const [from, to] = [covered[0], covered.at(-1)];
		const measured = covered.flatMap((position) => values[position] ?? []);
		if (from === void 0 || to === void 0 || measured.length === 0) return [];
		return [{
			conditions,
			from,
			to: to + 1,
			value: median(measured)
		}];
	});
	return {
		levels,
		steps: levels.slice(1).flatMap((level, index) => {
			const before = levels[index];
			const previous = positions[positions.indexOf(level.from) - 1];
			if (before === void 0 || previous === void 0) return [];
			const changeRatio = level.value / before.value - 1;
			const isWorse = series.better === "higher" ? changeRatio < 0 : series.better === "lower" && changeRatio > 0;
			return [{
				position: level.from,
				previous,
				before: before.value,
				after: level.value,
				changeRatio,
				isWorse
			}];
		})
	};
}
// src/report/history-json.ts
function historyJson(report) {
	return {
		schemaVersion: 1,
		services: report.services.map((service) => ({
			...service,
			suspects: service.suspects.map(({ from, to, position }) => {
				return {
					from,
					to,
					position,
					commits: report.suspects.get(windowKey({
						from,
						to
					})) ?? null
				};
			})
		})),
		releases: [...report.releases].map(([commit, name]) => ({
			commit,
			name
		}))
	};
}
var history_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "service") || alias1(depth0, "service", {
			"start": {
				"line": 8,
				"column": 5
			},
			"end": {
				"line": 8,
				"column": 12
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 2
				},
				"end": {
					"line": 8,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "series") || alias1(depth0, "series", {
			"start": {
				"line": 8,
				"column": 21
			},
			"end": {
				"line": 8,
				"column": 27
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "series",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 18
				},
				"end": {
					"line": 8,
					"column": 30
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "jobs") || alias1(depth0, "jobs", {
			"start": {
				"line": 8,
				"column": 36
			},
			"end": {
				"line": 8,
				"column": 40
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "jobs",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 33
				},
				"end": {
					"line": 8,
					"column": 43
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "level") || alias1(depth0, "level", {
			"start": {
				"line": 8,
				"column": 49
			},
			"end": {
				"line": 8,
				"column": 54
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "level",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 46
				},
				"end": {
					"line": 8,
					"column": 57
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "step") || alias1(depth0, "step", {
			"start": {
				"line": 8,
				"column": 63
			},
			"end": {
				"line": 8,
				"column": 67
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "step",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 60
				},
				"end": {
					"line": 8,
					"column": 70
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "owed") || alias1(depth0, "owed", {
			"start": {
				"line": 8,
				"column": 76
			},
			"end": {
				"line": 8,
				"column": 80
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "owed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 73
				},
				"end": {
					"line": 8,
					"column": 83
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "\n" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Performance history: " + ((stack1 = (helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 1,
				"column": 27
			},
			"end": {
				"line": 1,
				"column": 32
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 24
				},
				"end": {
					"line": 1,
					"column": 35
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
		}) : helper)) != null ? stack1 : "") + "\n\n| Service | Series | Stored jobs | Level now | Newest change of level | Owed |\n|---|---|---:|---:|---|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 0
				},
				"end": {
					"line": 9,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 13,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/history-markdown.ts
/** The history in short, as Markdown: a line per service. */
function historyMarkdown(report) {
	return withPlainPipes(history_default({
		title: code$1(report.title),
		statement: `**${prose(historyStatement(report))}**`,
		rows: report.services.map((service) => {
			const leading = leadingSeries(service);
			const owed = openDebts(service);
			return {
				service: code$1(service.service),
				series: leading === void 0 ? "" : trendName(leading, MARKDOWN),
				jobs: `${service.jobs.length}`,
				level: leading === void 0 ? "" : levelText(leading),
				step: leading === void 0 ? "" : lastStepText(leading, service),
				owed: owed === 0 ? "" : `${owed}`
			};
		}),
		notes: report.notes.map((note) => written(note, MARKDOWN))
	}));
}
// src/report/phase-json.ts
function phaseJson({ from, to, services }) {
	return {
		schemaVersion: 1,
		from,
		to,
		goals: services.flatMap(({ results }) => results.map(goalJson)),
		services: services.map(({ trend, ends, jobs, steps, changes, extras }) => {
			return {
				service: trend.service,
				notCompared: ends === null ? null : plainText(ends),
				jobs,
				steps,
				changes,
				...extras
			};
		})
	};
}
function goalJson({ goal, moreJobs, reason, ...result }) {
	const isNear = moreJobs === 1e400;
	return {
		metric: goal.metric,
		stat: goal.stat,
		...result,
		reason: reason === null ? null : plainText(reason),
		goal: goal.changeRatio,
		moreJobs: isNear ? null : moreJobs,
		tooNear: isNear
	};
}
// src/storage/join-copies.ts
/**
* Joins several copies of one store, such as those of older commits of its branch: each copy keeps only its newest jobs. If
* several copies have a run, the run of the first copy is used. The runs are in the order of recording.
*/
function joinCopies(first, older) {
	if (older.length === 0) return first;
	const all = [first, ...older];
	const services = [...new Set(all.flatMap(({ services }) => [...services.keys()]))].map((service) => {
		const runs = /* @__PURE__ */ new Map();
		for (const stored of all.flatMap((store) => store.services.get(service) ?? [])) if (!runs.has(runKey(stored))) runs.set(runKey(stored), stored);
		return [service, [...runs.values()].toSorted((left, right) => timeOf(left) - timeOf(right))];
	});
	const ledger = [...new Map(all.flatMap(({ ledger = [] }) => ledger).map((entry) => [JSON.stringify(entry), entry])).values()].toSorted((left, right) => timeOf(left) - timeOf(right));
	return {
		kind: "found",
		place: first.place,
		services: new Map(services),
		ledger
	};
}
function timeOf({ recordedAt }) {
	return Date.parse(recordedAt);
}
// src/commands/phase-end.ts
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 864e5;
/**
* One end of a phase: a day, a tag or another ref of the clone, or a recorded commit.
*
* @param stored all stored runs of the default branch
* @throws UserError when the end is unknown, or when nothing was recorded at or before it
*/
async function readPhaseEnd(flag, name, stored, clone) {
	const end = DATE.test(name) ? dayEnd(flag, name) : await cloneEnd(name, clone) ?? recordedEnd(name, stored);
	if (end === null) throw new UserError(`--${flag} cannot be ${JSON.stringify(name)}: it is no day such as 2026-09-01, no tag, branch or commit of the clone in ${clone}, and no recorded commit.`);
	if (stored.some(end.includes)) return end;
	const oldest = stored.map(({ recordedAt }) => recordedAt).toSorted()[0]?.slice(0, 10);
	throw new UserError(`Nothing was recorded at or before --${flag} ${name}. The oldest stored run is of ${oldest}. Give a later ref, or older copies of the store with more --store.`);
}
/** The whole day in UTC belongs to the phase. */
function dayEnd(flag, name) {
	const start = Date.parse(name);
	if (Number.isNaN(start)) throw new UserError(`--${flag} cannot be ${JSON.stringify(name)}: there is no such day.`);
	return {
		name,
		includes: ({ recordedAt }) => Date.parse(recordedAt) < start + DAY_MS
	};
}
async function cloneEnd(name, clone) {
	const commits = await commitsUpTo(clone, name);
	return commits === null ? null : {
		name,
		includes: ({ commit }) => commits.has(commit)
	};
}
/** Without a clone, the order of recording takes the place of the history. */
function recordedEnd(name, stored) {
	const named = stored.filter(({ commit }) => commit === name || name.length >= 7 && commit.startsWith(name));
	if (new Set(named.map(({ commit }) => commit)).size !== 1) return null;
	const last = Math.max(...named.map(({ recordedAt }) => Date.parse(recordedAt)));
	return {
		name,
		includes: ({ recordedAt }) => Date.parse(recordedAt) <= last
	};
}
// src/commands/phase-extras.ts
/**
* The results of other commands about the services, from their JSON reports. Throws a UserError that names a file of another
* kind.
*/
async function readPhaseExtras(flags, services) {
	const complexity = await readEach("complexity", flags.complexity, services);
	const capacity = await readEach("capacity", flags.capacity, services);
	const functions = await readEach("profiles", flags.profiles, services);
	const named = [...services].filter((one) => complexity.has(one) || capacity.has(one) || functions.has(one));
	return new Map(named.map((service) => [service, {
		complexity: complexity.get(service) ?? null,
		capacity: capacity.get(service) ?? null,
		functions: functions.get(service) ?? null
	}]));
}
const Number_ = number().nullable();
const Figures = object({
	branchPoints: int().min(0),
	functions: int().optional(),
	mean: Number_.optional(),
	p90: Number_.optional(),
	max: Number_.optional()
});
const FunctionChange = object({
	file: string(),
	name: string(),
	before: Number_,
	after: Number_
});
const Complexity = object({
	schemaVersion: literal(1),
	changed: object({
		before: Figures,
		after: Figures
	}),
	functions: array(FunctionChange).max(100).default([])
}).transform(({ changed, functions }) => ({
	...changed,
	functions
}));
const Capacity = object({
	schemaVersion: literal(1),
	maxThroughput: Number_,
	knee: Number_,
	sustainable: Number_,
	refused: string().nullable(),
	changeRatio: Number_,
	changeInterval: tuple([number(), number()]).nullable()
});
const ProfiledFunction = object({
	name: string(),
	baselineShare: number(),
	candidateShare: number(),
	changeRatio: Number_,
	verdict: string()
});
const Profiles = object({
	schemaVersion: literal(1),
	comparisons: array(object({ functions: array(ProfiledFunction).max(1e4) }))
}).transform(({ comparisons }) => comparisons.flatMap(({ functions }) => functions.filter(({ verdict }) => verdict !== "not-proven")).map(({ name, baselineShare, candidateShare, changeRatio }) => ({
	name,
	baselineShare,
	candidateShare,
	changeRatio
})));
const READERS = {
	complexity: {
		schema: Complexity,
		write: "perf-gate complexity --before F --after F --json"
	},
	capacity: {
		schema: Capacity,
		write: "perf-gate capacity PATH --against OLDER --json"
	},
	profiles: {
		schema: Profiles,
		write: "perf-gate profiles --baseline DIR --candidate DIR --json"
	}
};
async function readEach(flag, given = [], services) {
	const found = /* @__PURE__ */ new Map();
	for (const text of given) {
		const [, service = "", path = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
		if (!services.has(service)) throw new UserError(`--${flag} cannot be ${JSON.stringify(text)}: write SERVICE=FILE. The services of the store are ${[...services].join(", ")}.`);
		found.set(service, await readOne(flag, path));
	}
	return found;
}
async function readOne(flag, path) {
	const { schema, write } = READERS[flag];
	const parsed = schema.safeParse(await readFlagJson(flag, path));
	if (parsed.success) return parsed.data;
	throw new UserError(`${path} is no report of perf-gate ${flag}. Write one: ${write} ${path}`);
}
// src/history/previous-jobs.ts
/** With this many jobs the page is still small: docs/guides/history.md has its size. */
const MOST_JOBS = 1e3;
/**
* The jobs of an earlier page, each as one run with the numbers that the page showed. That is enough to draw them again and to
* find the same levels. The oldest jobs are dropped, because otherwise a page that is always made from the page before would grow
* without end.
*
* @param known commits that a store still has, with all of their numbers
*/
function storedBefore(previous, known) {
	const { service, jobs, conditions, series } = previous;
	return jobs.flatMap(({ commit, recordedAt, conditions: at, mark }, position) => {
		const of = conditions[at];
		if (of === void 0 || known.has(commit) || position < jobs.length - MOST_JOBS) return [];
		return [{
			run: {
				service,
				side: "candidate",
				runNumber: 1,
				jobId: `earlier page, job ${position + 1}`,
				testedCommit: commit,
				startedAt: null,
				conditions: of,
				source: {
					workflowRunId: null,
					runAttempt: null,
					artifactId: null,
					artifactDigest: null,
					path: `earlier page/${commit}/${recordedAt}`
				},
				exitCode: null,
				run: {
					format: "history",
					toolVersion: null,
					durationMs: null,
					scriptHash: null,
					measurements: measurementsAt(series, position),
					thresholds: [],
					notes: []
				}
			},
			commit,
			recordedAt,
			mark
		}];
	});
}
function measurementsAt(series, position) {
	const measurements = /* @__PURE__ */ new Map();
	for (const one of series) {
		const value = one.values[position] ?? null;
		if (value === null) continue;
		const key = JSON.stringify([one.metric, one.endpoint]);
		const known = measurements.get(key);
		if (known !== void 0) known.stats.set(one.stat, value);
		else measurements.set(key, measurementOf(one, value));
	}
	return [...measurements.values()];
}
function measurementOf({ metric, endpoint, stat, unit, better, quantity }, value) {
	return {
		metric,
		endpoint,
		kind: kindOf(stat, unit),
		unit,
		better,
		population: "all",
		sampleCount: null,
		stats: /* @__PURE__ */ new Map([[stat, value]]),
		unusable: /* @__PURE__ */ new Map(),
		...quantity === void 0 ? {} : { quantity }
	};
}
/** The kind of a metric, as far as the page shows it. */
function kindOf(stat, unit) {
	if (/^p\d/.test(stat)) return "trend";
	if (stat === "rate") return unit === "ratio" ? "rate" : "counter";
	return "gauge";
}
// src/commands/previous-history.ts
const Text = string().max(2e3);
const Nullable = Text.nullable();
const Conditions = object({
	machine: Nullable,
	load: Nullable,
	scriptHash: Nullable,
	tool: Nullable
});
const Override = object({
	by: Text,
	reason: Text,
	pullRequest: int().nullable()
});
const Mark = object({
	kind: _enum([
		"regressed",
		"overridden",
		"improved"
	]),
	changeRatio: number(),
	series: Text,
	override: Override.nullable()
});
const Job = object({
	commit: string().regex(/^[\w.-]{1,64}$/),
	recordedAt: datetime(),
	conditions: int().min(0),
	mark: Mark.nullable()
});
const Series = object({
	endpoint: Nullable,
	metric: Text,
	stat: string().max(20),
	unit: _enum([
		"ms",
		"ratio",
		"per-second",
		"bytes",
		"bytes-per-second",
		"count",
		"none"
	]),
	better: _enum([
		"lower",
		"higher",
		"neither"
	]),
	quantity: _enum(QUANTITIES).optional().catch(void 0),
	values: array(number().nullable())
});
const Service = object({
	service: string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
	jobs: array(Job),
	conditions: array(Conditions),
	series: array(Series)
}).refine(({ jobs, conditions, series }) => jobs.every((job) => job.conditions < conditions.length) && series.every(({ values }) => values.length === jobs.length));
const History = object({
	schemaVersion: literal(1),
	services: array(Service)
});
/**
* Puts the history of the previous page in front of the newest history. A store forgets old runs, and its branch may start again.
*
* @throws UserError when the file cannot be read, or is not a history
*/
async function readPrevious(path, newest) {
	const parsed = History.safeParse(await readFlagJson("previous", path));
	if (!parsed.success) throw new UserError(`${path} is no history. Give the JSON of the page before this one: perf-gate history --store DIR --json ${path}`);
	const services = parsed.data.services.map((one) => {
		const known = new Set((newest.services.get(one.service) ?? []).map(({ commit }) => commit));
		return [one.service, storedBefore(one, known)];
	});
	return {
		kind: "found",
		place: path,
		services: new Map(services)
	};
}
// src/commands/history.ts
const USAGE = {
	guide: "docs/guides/history.md",
	calls: ["--store DIR", "--store DIR --from REF"],
	flags: {
		store: {
			type: "string",
			multiple: true,
			value: "DIR",
			says: "a store; further stores, the newest first, go further back"
		},
		previous: {
			type: "string",
			value: "FILE",
			mayBeReplaced: true,
			says: "the --json file of the previous page, for records that the store has forgotten"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy; default: the built-in values"
		},
		clone: {
			type: "string",
			value: "DIR",
			says: "the repository, for releases and suspects; default: this folder"
		},
		repository: {
			type: "string",
			value: "URL",
			says: "the web page of the repository, for links; default: that of origin"
		},
		title: {
			type: "string",
			value: "TEXT",
			says: "the title of the page; default: the name of the repository"
		},
		from: {
			type: "string",
			value: "REF",
			says: "a tag, commit or day: shows whether the goals have been reached since then"
		},
		to: {
			type: "string",
			value: "REF",
			needs: "from",
			says: "the end of the phase; default: now"
		},
		complexity: {
			type: "string",
			multiple: true,
			value: "SERVICE=FILE",
			needs: "from",
			says: "the --json file of complexity"
		},
		capacity: {
			type: "string",
			multiple: true,
			value: "SERVICE=FILE",
			needs: "from",
			says: "the --json file of capacity"
		},
		profiles: {
			type: "string",
			multiple: true,
			value: "SERVICE=FILE",
			needs: "from",
			says: "the --json file of profiles"
		},
		html: {
			type: "string",
			value: "FILE",
			writes: "file",
			says: "the page"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: done. 2: nothing could be read."
};
/** `perf-gate history` shows how the numbers of the default branch changed. The exit code is 0. */
async function history(args) {
	const { values: flags } = readArguments(args, USAGE.flags);
	const [directory, ...older] = storesOf(flags.store);
	const address = repositoryFlag(flags.repository);
	const policy = await readPolicy(flags.policy);
	const stores = joinCopies(await foundStore(directory), await Promise.all(older.map(foundStore)));
	const lookup = flags.previous === void 0 ? stores : joinCopies(stores, [await readPrevious(flags.previous, stores)]);
	const services = trendsOf(directory, lookup, policy);
	const clone = await readClone(flags.clone ?? ".", services);
	const report = {
		title: flags.title ?? titleOf(address ?? clone.address, directory),
		services,
		releases: clone.releases,
		suspects: clone.suspects,
		repositoryUrl: address ?? clone.address,
		notes: [...notesOf(lookup, policy), ...clone.notes]
	};
	const phase = await askedPhase(flags, {
		lookup,
		services,
		policy,
		clone: flags.clone ?? "."
	});
	const markdown = phase === null ? historyMarkdown(report) : phaseMarkdown(phase);
	print(markdown);
	if (flags.markdown !== void 0) await save(flags.markdown, markdown);
	const json = phase === null ? historyJson(report) : phaseJson(phase);
	if (flags.json !== void 0) await save(flags.json, `${JSON.stringify(json)}\n`);
	if (flags.html !== void 0) await save(flags.html, await htmlOf(report, phase));
	return 0;
}
/** Loaded here, because most calls do not ask for a picture. */
async function htmlOf(report, phase) {
	if (phase === null) return (await import("./history-page.js")).historyPage(report);
	return (await import("./phase-page.js")).phasePage(phase, report);
}
/** null: the command line asks for no phase. */
async function askedPhase({ from, to, ...files }, sources) {
	if (from === void 0) return null;
	return await phaseBetween(from, to, sources, await readPhaseExtras(files, new Set(sources.services.map(({ service }) => service))));
}
async function phaseBetween(from, to, { lookup, services, policy, clone }, extras) {
	const inputs = services.map((trend) => ({
		trend,
		stored: (lookup.services.get(trend.service) ?? []).filter(({ branch }) => branch == null),
		policy: servicePolicy(policy, trend.service),
		extras: extras.get(trend.service)
	}));
	const stored = inputs.flatMap((input) => input.stored);
	const start = await readPhaseEnd("from", from, stored, (0, import__builtin_path.resolve)(clone));
	const end = to === void 0 ? {
		name: "now",
		includes: () => true
	} : await readPhaseEnd("to", to, stored, (0, import__builtin_path.resolve)(clone));
	if (!stored.some((one) => end.includes(one) && !start.includes(one))) throw new UserError(`Nothing was recorded after --from ${from}, up to ${end.name}. Give two refs with recorded pushes between them.`);
	return phaseOf(inputs, start, end);
}
function storesOf([newest, ...older] = []) {
	return [requiredFlag("store", newest), ...older];
}
function trendsOf(directory, lookup, policy) {
	const own = visibleOn(lookup, null);
	const services = own.kind === "found" ? [...own.services] : [];
	const ledger = own.kind === "found" ? own.ledger ?? [] : [];
	const gated = withToolPrimaries(policy, newestRuns(own, null));
	const trends = services.flatMap(([service, stored]) => serviceTrend(service, stored, ledger, servicePolicy(gated, service)) ?? []);
	if (trends.length > 0) return trends.toSorted((left, right) => left.service < right.service ? -1 : 1);
	throw new UserError(`The store ${directory} has no run of the default branch, so there is no history. Record a push to it: perf-gate record --store DIR`);
}
function notesOf({ services, ledger = [] }, policy) {
	const unmatched = unmatchedServices(policy, [...services.keys()]);
	const others = new Set([...services.values()].flat().flatMap(({ branch }) => branch ?? []));
	const gone = new Set(ledger.flatMap(({ service }) => (services.get(service) ?? []).length === 0 ? [service] : []));
	const all = (found) => enumerated([...found].map(name));
	return [
		...unmatched.length === 0 ? [] : [text`The policy has settings for ${all(unmatched)}, and the store has no such service.`],
		...others.size === 0 ? [] : [text`Not shown: records of other branches (${all(others)}).`],
		...gone.size === 0 ? [] : [text`Only in the ledger, without a stored run: ${all(gone)}.`]
	];
}
/**
* What the clone knows about the recorded commits. A clone that has none of the newest recorded commits belongs to another
* repository, so nothing is read from it.
*/
async function readClone(folder, services) {
	const place = (0, import__builtin_path.resolve)(folder);
	const newest = services.flatMap(({ jobs }) => jobs.at(-1)?.commit ?? []);
	if (!(await Promise.all(newest.map((commit) => hasCommit(place, commit)))).includes(true)) {
		const note = text`The folder ${name(folder)} is no clone with the recorded commits, so there are no suspects, releases and links. Give one with ${name("--clone DIR")}, with its whole history.`;
		return {
			releases: /* @__PURE__ */ new Map(),
			suspects: /* @__PURE__ */ new Map(),
			address: null,
			notes: [note]
		};
	}
	const suspects = /* @__PURE__ */ new Map();
	for (const window of services.flatMap((service) => service.suspects)) {
		const key = windowKey(window);
		const commits = suspects.has(key) ? null : await commitsBetween(place, window);
		if (commits !== null) suspects.set(key, commits);
	}
	return {
		releases: releasesOf(await gitTags(place)),
		suspects,
		address: await webAddressOf(place),
		notes: []
	};
}
function repositoryFlag(text) {
	if (text === void 0) return null;
	const address = webAddress(text);
	if (address !== null) return address;
	throw new UserError(`--repository cannot be ${JSON.stringify(text)}: write the address of the repository, such as https://github.com/octo-org/shop.`);
}
function titleOf(address, directory) {
	return address === null ? (0, import__builtin_path.basename)((0, import__builtin_path.resolve)(directory)) : address.replace(/^https:\/\/[^/]+\//, "");
}
export { USAGE, history };
