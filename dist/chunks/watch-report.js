import { r as __toESM } from "./rolldown-runtime.js";
import { A as DEFAULT_WATCH, At as names, Ct as code$1, Ft as text, L as servicePolicy, Ot as listed, Rt as written, St as capitalized, T as withPlainPipes, _ as commit, g as code, jt as plainText, kt as name, s as MARKDOWN } from "./both.js";
import { B as require_runtime, L as messageOf, R as sentencesOf, dn as formatLimitPoints, gn as formatValue, hn as formatSize, ht as studentTUpperTail, mt as studentTQuantile, on as count, pn as formatRatio, un as formatLimit } from "./compare.js";
import { i as queryRange, r as queryInstant, t as PrometheusError } from "./query.js";
import { n as countsMilliseconds } from "./bucket.js";
// src/report/watch-words.ts
/** `2026-11-25T10:00:00Z` */
function atUtc(seconds) {
	return (/* @__PURE__ */ new Date(1e3 * seconds)).toISOString().replace(".000Z", "Z");
}
/** Marked as words of the gate. Otherwise escaping would print the time as code, because of the colon. */
function moment(seconds) {
	return [{ words: timeText(seconds) }];
}
/** `2026-11-25 10:00 UTC` */
function timeText(seconds) {
	return `${(/* @__PURE__ */ new Date(1e3 * seconds)).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
/** The result for a service, in one sentence without a full stop. */
function watchStatement({ service, outcome, findings, comparison }) {
	const problem = findings[0]?.said.problem;
	switch (outcome) {
		case "fail":
		case "warn": return text`${name(service)}: ${problem ?? []}`;
		case "no-data": return text`${name(service)} cannot be judged: ${problem ?? []}`;
		case "pass": return text`${name(service)} shows no slowdown${seen(comparison)}`;
	}
}
function seen(comparison) {
	const visible = comparison?.visibleRatio ?? null;
	return visible === null ? [] : text`; one of less than about ${formatSize(visible)} would not be seen`;
}
/** How the two sides were compared. */
function comparedWith({ kind, units, versions, fromS, untilS }) {
	const minutes = Math.round((untilS - fromS) / 60).toString();
	if (kind === "pods") {
		const { baseline, candidate } = versions;
		return text`${count(units.candidate, "pod")} of ${name(candidate ?? "the new version")} beside ${count(units.baseline, "pod")} of ${name(baseline ?? "the old version")}, for ${minutes} minutes until ${moment(untilS)}`;
	}
	return text`${minutes} minutes until ${moment(untilS)} against those before the deployment, beside the same step on ${count(units.baseline, "day")} before`;
}
/** The number and the time of this look. */
function lookText({ look, deployedAtS, environment }) {
	const where = environment === null ? text`` : text` to ${name(environment)}`;
	return text`Deployed${where} at ${moment(deployedAtS)}. Look ${look.number.toString()} of ${look.of.toString()}, ${look.minutes.toString()} minutes, until ${moment(look.endsAtS)}.`;
}
// src/report/watch-json.ts
function watchJson(report) {
	const { outcome, environment, deployedAtS, commit, previousCommit, look, services } = report;
	return {
		schemaVersion: 1,
		outcome,
		environment,
		deployedAt: atUtc(deployedAtS),
		commit,
		previousCommit,
		look: {
			number: look.number,
			of: look.of,
			minutes: look.minutes,
			endsAt: atUtc(look.endsAtS)
		},
		services: services.map(({ service, outcome: own, findings, notes, comparison }) => ({
			service,
			outcome: own,
			findings: findings.map(({ level, said }) => ({
				level,
				message: messageOf({
					service: null,
					...said
				})
			})),
			notes: notes.map(plainText),
			comparison: comparison === null ? null : timed(comparison)
		}))
	};
}
function timed({ fromS, untilS, ...rest }) {
	return {
		...rest,
		from: atUtc(fromS),
		until: atUtc(untilS)
	};
}
var watch_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "**" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "**\n\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return " " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "commits") || container.strict(depth0, "commits", {
			"start": {
				"line": 7,
				"column": 29
			},
			"end": {
				"line": 7,
				"column": 36
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "commits",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 26
				},
				"end": {
					"line": 7,
					"column": 39
				}
			}
		}) : helper)) != null ? stack1 : "");
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "service") || alias1(depth0, "service", {
			"start": {
				"line": 12,
				"column": 5
			},
			"end": {
				"line": 12,
				"column": 12
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 2
				},
				"end": {
					"line": 12,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 12,
				"column": 21
			},
			"end": {
				"line": 12,
				"column": 28
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 18
				},
				"end": {
					"line": 12,
					"column": 31
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "bound") || alias1(depth0, "bound", {
			"start": {
				"line": 12,
				"column": 37
			},
			"end": {
				"line": 12,
				"column": 42
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "bound",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 34
				},
				"end": {
					"line": 12,
					"column": 45
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 12,
				"column": 51
			},
			"end": {
				"line": 12,
				"column": 57
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 48
				},
				"end": {
					"line": 12,
					"column": 60
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 12,
				"column": 66
			},
			"end": {
				"line": 12,
				"column": 71
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 63
				},
				"end": {
					"line": 12,
					"column": 74
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 12,
				"column": 80
			},
			"end": {
				"line": 12,
				"column": 86
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 77
				},
				"end": {
					"line": 12,
					"column": 89
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "visible") || alias1(depth0, "visible", {
			"start": {
				"line": 12,
				"column": 95
			},
			"end": {
				"line": 12,
				"column": 102
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "visible",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 92
				},
				"end": {
					"line": 12,
					"column": 105
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "errors") || alias1(depth0, "errors", {
			"start": {
				"line": 12,
				"column": 111
			},
			"end": {
				"line": 12,
				"column": 117
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "errors",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 108
				},
				"end": {
					"line": 12,
					"column": 120
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"3": function(container, depth0, helpers, partials, data, blockParams, depths) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "sentences"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0, blockParams, depths),
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
		})) != null ? stack1 : "";
	},
	"4": function(container, depth0, helpers, partials, data, blockParams, depths) {
		var stack1, alias1 = container.lambda;
		return "- " + ((stack1 = alias1(container.strict(depths[1], "service", {
			"start": {
				"line": 17,
				"column": 5
			},
			"end": {
				"line": 17,
				"column": 15
			}
		}), depth0)) != null ? stack1 : "") + ": " + ((stack1 = alias1(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data, blockParams, depths) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Production after a deployment\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "statements"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0, blockParams, depths),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = (helper = lookupProperty(helpers, "look") || container.strict(depth0, "look", {
			"start": {
				"line": 7,
				"column": 3
			},
			"end": {
				"line": 7,
				"column": 7
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "look",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 0
				},
				"end": {
					"line": 7,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "commits"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0, blockParams, depths),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 10
				},
				"end": {
					"line": 7,
					"column": 46
				}
			}
		})) != null ? stack1 : "") + "\n\n| Service | | Slow is above | Before | Now | Change | Smallest visible | Errors |\n|---|---|---:|---:|---:|---:|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0, blockParams, depths),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 11,
					"column": 0
				},
				"end": {
					"line": 13,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "details"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0, blockParams, depths),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 19,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\nShares of slow requests are counted at the end of a bucket. Changes of the response time are read between buckets, so they say \"about\".\n";
	},
	"useData": true,
	"useDepths": true
});
// src/report/watch-markdown.ts
const ICONS = {
	fail: "❌",
	"no-data": "❓",
	warn: "⚠️",
	pass: "✅"
};
const VERDICTS = {
	fail: "worse",
	"no-data": "not known",
	warn: "look at it",
	pass: "no slowdown seen"
};
/** The result of one look at production, as Markdown. */
function watchMarkdown(report) {
	const { services, commit: sha, previousCommit } = report;
	return withPlainPipes(watch_default({
		statements: services.map((one) => `${ICONS[one.outcome]} ${markdown(watchStatement(one))}.`),
		look: markdown(lookText(report)),
		commits: sha === null ? "" : `Commit ${commit(sha)}${previousCommit === null ? "" : `, before it ${commit(previousCommit)}`}.`,
		rows: services.map(row),
		details: services.map(details)
	}));
}
const HEADING = [
	"Service",
	"",
	"Slow is above",
	"Before",
	"Now",
	"Change",
	"Smallest visible",
	"Errors"
];
/** The numbers of one service as a table. */
function watchRow(service) {
	const { verdict, bound, before, after, change, visible, errors } = row(service);
	const cells = [
		code(service.service),
		verdict,
		bound,
		before,
		after,
		change,
		visible,
		errors
	];
	return [
		HEADING,
		HEADING.map(() => "---"),
		cells
	].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
const NO_NUMBERS = {
	bound: "–",
	before: "–",
	after: "–",
	change: "–",
	visible: "–",
	errors: "–"
};
function row({ service, outcome, comparison }) {
	const judged = {
		service: code(service),
		verdict: `${ICONS[outcome]} ${VERDICTS[outcome]}`
	};
	if (comparison === null) return {
		...judged,
		...NO_NUMBERS
	};
	const { boundMs, slowRatio, visibleRatio } = comparison;
	return {
		...judged,
		bound: formatValue(boundMs, "ms"),
		before: formatValue(slowRatio.baseline, "ratio", 3),
		after: formatValue(slowRatio.candidate, "ratio", 3),
		change: changeText(comparison),
		visible: visibleRatio === null ? "–" : formatSize(visibleRatio),
		errors: errorsText(comparison)
	};
}
function changeText({ changeRatio, lower, upper }) {
	if (changeRatio === null) return "–";
	const range = lower === null || upper === null ? "" : ` (${formatRatio(lower)} … ${formatRatio(upper)})`;
	return `about ${formatRatio(changeRatio)}${range}`;
}
function errorsText({ failedRatio }) {
	if (failedRatio === null) return "not judged";
	return `${formatValue(failedRatio.baseline, "ratio", 3)} → ${formatValue(failedRatio.candidate, "ratio", 3)}`;
}
function details({ service, findings, notes, comparison }) {
	const sentences = [
		...findings.map(({ said }) => sentencesOf({
			service,
			...said
		})),
		...comparison === null ? [] : [sentencesOf({
			service,
			problem: comparedWith(comparison)
		})],
		...notes
	];
	return {
		service: code(service),
		sentences: sentences.map((one) => markdown(capitalized(one)))
	};
}
function markdown(parts) {
	return written(parts, MARKDOWN);
}
// src/watch/looks.ts
/** The length of each look. Most slowdowns show within the first half hour, and some only when the load grows later. */
const LOOK_MINUTES = [
	30,
	60,
	120,
	240
];
/**
* The false alarm rate of one look. The four looks overlap, so together they have less than four times this rate. By
* __tests__/watch/rates.test.ts, the four looks alarm on at most 5 % of the deployments that change nothing.
*/
const ALPHA = {
	pods: .03,
	days: .01
};
/** All looks at a deployment, in the order of time. */
function looksAt(deployedAtS) {
	return LOOK_MINUTES.map((minutes, index) => ({
		number: index + 1,
		of: LOOK_MINUTES.length,
		minutes,
		endsAtS: deployedAtS + 600 + 60 * minutes
	}));
}
/**
* The last look that has ended. null: the first look has not ended. A look that ends later than now would take missing minutes
* for a gap.
*/
function lookAt(deployedAtS, nowS) {
	return looksAt(deployedAtS).findLast(({ endsAtS }) => endsAtS <= nowS) ?? null;
}
// src/watch/no-data.ts
/** The reason why nothing is known about a service. Without data a service never passes. */
var NoDataError = class NoDataError extends Error {
	name = "NoDataError";
	said;
	/** There was too little data; a later look may have enough. */
	mayComeLater;
	constructor(problem, { action = [], detail = [], mayComeLater = false } = {}) {
		super("Nothing can be said of a service.");
		this.said = {
			problem,
			action,
			detail
		};
		this.mayComeLater = mayComeLater;
	}
	/** The same error with a detail. */
	with(detail) {
		const { problem, action = [] } = this.said;
		return new NoDataError(problem, {
			action,
			detail,
			mayComeLater: this.mayComeLater
		});
	}
};
// src/watch/prometheus-ask.ts
/** Asks a Prometheus server. When the server gives no complete answer, there is no data. */
function askPrometheus(server) {
	return {
		instant: (query, atS) => answered(queryInstant(server, query, atS)),
		range: (query, range) => answered(queryRange(server, query, range))
	};
}
async function answered(asked) {
	try {
		return await asked;
	} catch (error) {
		if (!(error instanceof PrometheusError)) throw error;
		throw new NoDataError(error.problem, { action: error.action });
	}
}
// src/watch/histogram.ts
/**
* Prometheus 2 writes the end of a bucket as `1`, and Prometheus 3 as `1.0`. After an upgrade a window can contain both series,
* each with a part of the requests: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
*
* @returns null when there is no series at all
* @throws NoDataError when there are series, but no histogram can be made from them
*/
function histogramOf(values) {
	if (values.length === 0) return null;
	const within = /* @__PURE__ */ new Map();
	for (const { le, value } of values) {
		const end = endOf(le);
		if (value === null) throw new NoDataError(text`a bucket of the histogram is not a number`);
		within.set(end, (within.get(end) ?? 0) + value);
	}
	const requests = within.get(1e400);
	if (requests === void 0) throw new NoDataError(text`the histogram has no bucket +Inf, so the number of requests is not known`);
	within.delete(1e400);
	return {
		requests,
		buckets: sorted(within)
	};
}
function endOf(le) {
	const end = le === "+Inf" ? 1e400 : Number(le);
	if (le === "" || Number.isNaN(end)) throw new NoDataError(text`a bucket of the histogram ends at ${le}, which is not a number`);
	return end;
}
/** The sum of several histograms. It only has the buckets that all of them have, because a new version may have other buckets. */
function sumOf(histograms) {
	const within = /* @__PURE__ */ new Map();
	for (const { end } of histograms[0]?.buckets ?? []) {
		const all = histograms.map(({ buckets }) => buckets.find((bucket) => bucket.end === end)?.within);
		if (all.every((one) => one !== void 0)) within.set(end, total(all));
	}
	return {
		requests: total(histograms.map(({ requests }) => requests)),
		buckets: sorted(within)
	};
}
/** The number of requests that took longer than the end of a bucket. null: the histogram has no such bucket. */
function slowerThan({ requests, buckets }, end) {
	const within = buckets.find((bucket) => bucket.end === end)?.within;
	return within === void 0 ? null : Math.max(0, requests - within);
}
function sorted(within) {
	return [...within].map(([end, count]) => ({
		end,
		within: count
	})).sort((left, right) => left.end - right.end);
}
function total(values) {
	return values.reduce((sum, value) => sum + (value ?? 0), 0);
}
// src/watch/ask.ts
/** null: Prometheus has no series for the query. */
async function askHistogram(ask, query, atS) {
	return histogramOf((await ask.instant(query, atS)).map(({ labels, value }) => ({
		le: labels.le ?? "",
		value
	})));
}
/** The values by the value of a label. Empty: Prometheus has no series for the query. */
async function askByLabel(ask, query, label, atS) {
	const values = await ask.instant(query, atS);
	return new Map(values.map(({ labels, value }) => {
		if (value === null) throw new NoDataError(text`the count of requests is not a number`);
		return [labels[label] ?? "", value];
	}));
}
// src/watch/log-odds.ts
/** ln(p / (1 - p)). A slowdown moves the log odds by about the same amount, whether the share is large or small. */
function logOdds(ratio) {
	return Math.log(ratio / (1 - ratio));
}
/**
* The log odds of two counts. Half a request is added to each, so that 0 slow requests do not give infinity: Cox, Analysis of
* Binary Data, section 2.1.
*/
function countedLogOdds(slow, requests) {
	return Math.log((slow + .5) / (requests - slow + .5));
}
/** The variance of `countedLogOdds` that comes from counting alone. */
function countingVariance(slow, requests) {
	return 1 / (slow + .5) + 1 / (requests - slow + .5);
}
// src/watch/bound.ts
/**
* The best share of slow requests to compare. With a smaller share the number of slow requests is small, and with a larger share
* a slower tail does not show. A share between 1 % and 50 % still moves with the latency.
*/
const BEST_RATIO = .1;
const MOST_RATIO = .5;
const LEAST_RATIO = .01;
/** A message names at most this number of bucket ends. */
const MAX_NAMED$1 = 6;
/**
* The end of a bucket. Requests that take longer are slow. Only the old version decides which bucket it is, so that the new
* version cannot influence how it is judged. A share at the end of a bucket is counted; a percentile inside a bucket would be a
* guess.
*
* @param baseline all requests of the old version
* @param unit the unit of the bucket ends, for the message
* @throws NoDataError when no bucket divides the requests, or when there are too few requests
*/
function boundFor(baseline, unit) {
	const { requests, buckets } = baseline;
	if (requests < 100) throw tooLittle(requests);
	const shares = buckets.map(({ end }) => ({
		end,
		ratio: (slowerThan(baseline, end) ?? 0) / requests
	}));
	const [best] = shares.filter(({ ratio }) => ratio >= LEAST_RATIO && ratio <= MOST_RATIO).toSorted((left, right) => distance(left.ratio) - distance(right.ratio) || left.end - right.end);
	if (best === void 0) {
		const ends = nearest(shares).map(({ end, ratio }) => `${end}${unit} (${(100 * ratio).toFixed(1)} %)`);
		throw new NoDataError(ends.length === 0 ? text`the two versions have no bucket in common` : text`no bucket divides the requests into slow and fast (slow per bucket end: ${ends.join(", ")})`, { action: text`Give the histogram a bucket that about 10 % of the requests exceed.` });
	}
	if ((slowerThan(baseline, best.end) ?? 0) < 100) throw tooLittle(requests, `${Math.ceil(100 / best.ratio)}`);
	return best.end;
}
function tooLittle(requests, needed = `at least ${100 / BEST_RATIO}`) {
	return new NoDataError(text`too little traffic: the old version got ${Math.round(requests)} requests, and ${needed} are needed`, { mayComeLater: true });
}
function distance(ratio) {
	return Math.abs(logOdds(ratio) - logOdds(BEST_RATIO));
}
/** The buckets around the place where a usable bucket should be. */
function nearest(shares) {
	const first = shares.findIndex(({ ratio }) => ratio < LEAST_RATIO);
	const from = Math.max(0, (first === -1 ? shares.length : first) - MAX_NAMED$1 / 2);
	return shares.slice(from, from + MAX_NAMED$1);
}
// src/watch/spread.ts
/**
* The variance of observations beyond counting, pooled within the groups. It is never below 0: otherwise a few observations that
* agree by chance would prove anything.
*/
function varianceBeyondCounting(groups) {
	const all = groups.flat();
	const squares = groups.reduce((sum, group) => sum + squaresOf(group.map(({ value }) => value)), 0);
	const counting = mean(all.map(({ countingVariance }) => countingVariance));
	return Math.max(0, squares / (all.length - groups.length) - counting);
}
/** The mean of a group, and the variance of that mean. */
function meanOf(group, beyondCounting) {
	const variance = group.reduce((sum, { countingVariance }) => sum + beyondCounting + countingVariance, 0);
	return {
		value: mean(group.map(({ value }) => value)),
		variance: variance / group.length ** 2
	};
}
function squaresOf(values) {
	const middle = mean(values);
	return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
// src/watch/compare-pods.ts
/**
* Compares old and new pods that served at the same time. Each pod is one observation. The requests of a pod share its machine
* and its neighbours, so they are not independent: a test that counted requests would alarm on a third of all unchanged
* deployments or more (docs/guides/production.md).
*/
function comparePods(oldPods, newPods, end) {
	const sides = [oldPods, newPods].map((pods) => pods.map((pod) => oddsOf(pod, end)));
	const beyond = varianceBeyondCounting(sides);
	const [baseline, candidate] = sides.map((side) => meanOf(side, beyond));
	return {
		logRatio: (candidate?.value ?? 0) - (baseline?.value ?? 0),
		standardError: Math.sqrt((candidate?.variance ?? 0) + (baseline?.variance ?? 0)),
		degreesOfFreedom: oldPods.length + newPods.length - 2
	};
}
function oddsOf(pod, end) {
	const slow = slowerThan(pod, end) ?? 0;
	return {
		value: countedLogOdds(slow, pod.requests),
		countingVariance: countingVariance(slow, pod.requests)
	};
}
// src/watch/ask-pods.ts
/** What to do when there are no buckets. */
const NOT_CLASSIC = { action: text`Only classic histograms can be read, not native histograms.` };
/** Compares old and new pods in the time in which both serve. */
async function askPods({ queries, ask, sides, overlap, labels, unit }) {
	const { fromS, untilS } = overlap;
	const windowS = untilS - fromS;
	const query = queries.bucketsByPod(windowS);
	const values = await ask.instant(query, untilS);
	const histogramsOf = (version, pods) => pods.map((pod) => {
		const histogram = histogramOf(values.filter((value) => value.labels[labels.version] === version && value.labels[labels.pod] === pod).map(({ labels: found, value }) => ({
			le: found.le ?? "",
			value
		})));
		if (histogram === null) throw new NoDataError(text`the pod ${name(pod)} is scraped but has no buckets`, NOT_CLASSIC);
		return histogram;
	});
	const [oldPods, newPods] = [histogramsOf(sides.baseline, overlap.baseline), histogramsOf(sides.candidate, overlap.candidate)];
	const end = boundFor(withSharedBuckets(sumOf(oldPods), sumOf(newPods)), unit);
	const [baseline, candidate] = [sumOf(oldPods), sumOf(newPods)];
	requireTraffic(baseline, candidate, end);
	return {
		kind: "pods",
		fromS,
		untilS,
		units: {
			baseline: oldPods.length,
			candidate: newPods.length
		},
		query,
		unit,
		end,
		difference: comparePods(oldPods, newPods, end),
		baseline,
		candidate,
		failures: await failuresOf$1({
			queries,
			ask,
			sides,
			labels
		}, windowS, untilS)
	};
}
/** The requests of the old version, in the buckets that both versions have. */
function withSharedBuckets(baseline, candidate) {
	const buckets = baseline.buckets.filter(({ end }) => candidate.buckets.some((bucket) => bucket.end === end));
	return {
		...baseline,
		buckets
	};
}
/**
* The new version needs 100 slow requests if it is as fast as the old one.
*
* @throws NoDataError when the new version has fewer requests than that takes
*/
function requireTraffic(baseline, candidate, end) {
	const slowRatio = (slowerThan(baseline, end) ?? 0) / baseline.requests;
	const needed = Math.ceil(100 / slowRatio);
	if (candidate.requests >= needed) return;
	throw new NoDataError(text`too little traffic: the new version got ${Math.round(candidate.requests)} requests, and ${needed} are needed`, { mayComeLater: true });
}
async function failuresOf$1({ queries, ask, sides, labels }, windowS, atS) {
	const all = await askByLabel(ask, queries.withStatusByVersion(windowS), labels.version, atS);
	const failed = await askByLabel(ask, queries.failedByVersion(windowS), labels.version, atS);
	const [baseline, candidate] = [sides.baseline, sides.candidate].map((version) => {
		return {
			failed: failed.get(version ?? "") ?? 0,
			requests: all.get(version ?? "") ?? 0
		};
	});
	if (baseline === void 0 || candidate === void 0) return null;
	return baseline.requests === 0 || candidate.requests === 0 ? null : {
		baseline,
		candidate
	};
}
// src/watch/compare-days.ts
/**
* Compares the step at the deployment with the steps at the same time on the days before. The traffic changes during a day, and
* not every day changes by the same amount: the days before show by how much. Each day is one observation, so with seven days
* only large changes are visible.
*/
function compareDays(today, days, end) {
	const steps = days.map((day) => sizeOf(day, end));
	const step = sizeOf(today, end);
	const beyond = varianceBeyondCounting([steps]);
	const usual = meanOf(steps, beyond);
	return {
		logRatio: step.value - usual.value,
		standardError: Math.sqrt(beyond + step.countingVariance + usual.variance),
		degreesOfFreedom: steps.length - 1
	};
}
function sizeOf({ before, after }, end) {
	const [from, to] = [before, after].map((one) => {
		const slow = slowerThan(one, end) ?? 0;
		return {
			value: countedLogOdds(slow, one.requests),
			variance: countingVariance(slow, one.requests)
		};
	});
	return {
		value: (to?.value ?? 0) - (from?.value ?? 0),
		countingVariance: (to?.variance ?? 0) + (from?.variance ?? 0)
	};
}
// src/watch/sides.ts
/** A version that was first seen less than an hour before the deployment ended belongs to the deployment. */
const ROLLOUT_S = 3600;
/** Four scrapes at the longest interval that Prometheus bridges. */
const LEAST_OVERLAP_S = 1200;
/** The longest interval of scrapes that Prometheus bridges: https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness */
const SCRAPE_S = 300;
/** A pod must have been there for this part of a window. */
const LEAST_COVERAGE = .8;
/** Finds the version that came with a deployment, the version before it, and the time in which both served. */
function sidesOf(pods, question) {
	const { deployedAtS, gridS } = question;
	const seen = versionsOf(pods);
	const candidate = candidateOf(seen, question);
	if (candidate === null) {
		const [only, ...more] = seen;
		return {
			baseline: only === void 0 || more.length > 0 ? null : only.version,
			candidate: null,
			startedAtS: deployedAtS,
			supersededAtS: null,
			overlap: null
		};
	}
	const others = seen.filter((one) => one !== candidate);
	const later = others.filter(({ firstS }) => firstS > deployedAtS + 600).map(({ firstS }) => firstS);
	const supersededAtS = later.length === 0 ? null : Math.min(...later);
	const baseline = others.map(({ version, timesS }) => ({
		version,
		count: timesS.filter((time) => time <= deployedAtS).length
	})).filter(({ count }) => count > 0).toSorted((left, right) => right.count - left.count)[0]?.version ?? null;
	return {
		baseline,
		candidate: candidate.version,
		startedAtS: Math.min(deployedAtS, Math.max(candidate.firstS, deployedAtS - ROLLOUT_S)),
		supersededAtS,
		overlap: baseline === null ? null : overlapOf(pods, baseline, candidate.version, gridS, supersededAtS ?? 1e400)
	};
}
/** Each version with the times of all its pods. */
function versionsOf(pods) {
	return [...new Set(pods.map(({ version }) => version).filter((version) => version !== ""))].map((version) => {
		const timesS = pods.filter((pod) => pod.version === version).flatMap((pod) => pod.timesS);
		return {
			version,
			timesS,
			firstS: Math.min(...timesS)
		};
	});
}
/** The version that was asked for. If it is not there, the last version that appeared during the deployment. */
function candidateOf(seen, { version: wanted, deployedAtS }) {
	const named = seen.find(({ version }) => isNamed(version, wanted));
	const came = seen.filter(({ firstS }) => firstS >= deployedAtS - ROLLOUT_S && firstS <= deployedAtS + 600);
	return named ?? came.toSorted((left, right) => right.firstS - left.firstS)[0] ?? null;
}
/** A label holds the version, or at least the first 7 characters of the commit. */
function isNamed(version, wanted) {
	if (wanted === null) return false;
	return version === wanted || version.length >= 7 && /^[0-9a-f]+$/.test(version) && wanted.startsWith(version);
}
/**
* The longest time without a break in which both versions had enough pods. Pods of the new version count once they have settled.
*/
function overlapOf(pods, baseline, candidate, gridS, supersededAtS) {
	const [fromS = 0, untilS = 0] = longestStretch(timesWithEnough(pods, baseline, candidate).filter((time) => time <= supersededAtS), gridS);
	if (untilS - fromS < LEAST_OVERLAP_S) return null;
	const all = (untilS - fromS) / gridS + 1;
	const present = (version) => pods.filter((pod) => pod.version === version).filter(({ timesS }) => timesS.filter((time) => time >= fromS && time <= untilS).length >= LEAST_COVERAGE * all).map(({ pod }) => pod);
	const [oldPods, newPods] = [present(baseline), present(candidate)];
	if (oldPods.length < 3 || newPods.length < 3) return null;
	return {
		fromS,
		untilS,
		baseline: oldPods,
		candidate: newPods,
		lost: pods.filter(({ version, timesS }) => {
			const last = timesS.at(-1) ?? 0;
			return version === candidate && last > fromS && last < untilS - SCRAPE_S;
		}).map(({ pod }) => pod)
	};
}
/** The times at which enough old pods and enough settled new pods served, in ascending order. */
function timesWithEnough(pods, baseline, candidate) {
	const counts = /* @__PURE__ */ new Map();
	const start = Math.min(...pods.map(({ timesS }) => timesS[0] ?? 1e400));
	for (const { version, timesS } of pods) {
		if (version !== baseline && version !== candidate) continue;
		const settledAt = version === baseline || timesS[0] === start ? -1e400 : (timesS[0] ?? 0) + 600;
		for (const time of timesS) {
			const at = counts.get(time) ?? {
				oldPods: 0,
				newPods: 0
			};
			if (version === baseline) at.oldPods += 1;
			else if (time >= settledAt) at.newPods += 1;
			counts.set(time, at);
		}
	}
	return [...counts].filter(([, { oldPods, newPods }]) => oldPods >= 3 && newPods >= 3).map(([time]) => time).sort((left, right) => left - right);
}
/** The first and the last of the times that follow each other for longest without a break. */
function longestStretch(times, gridS) {
	let best = [0, 0];
	let from = times[0] ?? 0;
	for (const [index, time] of times.entries()) {
		if (index > 0 && time - (times[index - 1] ?? 0) > gridS * 1.5) from = time;
		if (time - from > best[1] - best[0]) best = [from, time];
	}
	return best;
}
// src/watch/ask-days.ts
const DAY_S = 86400;
/** With fewer slow requests, the step of a day is mostly chance. */
const LEAST_SLOW_OF_A_DAY = 30;
/**
* The grid on which a service counts as scraped or not. Prometheus bridges gaps of five minutes, so a finer grid would show no
* more.
*/
const GRID_S$1 = 300;
/** Compares the step at the deployment with the steps at the same time on the days before. */
async function askDays(question) {
	const { queries, sides, unit } = question;
	const windows = windowsOf(question);
	const { before, after } = windows;
	const scraped = await scrapedTimes(question, daysEarlier(before, 7).fromS, after.untilS);
	requireScraped(scraped, windows, question.look);
	const today = await stepAtDeployment(question, windows);
	const end = boundFor(withSharedBuckets(today.before, today.after), unit);
	requireTraffic(today.before, today.after, end);
	const days = await stepsBefore(question, windows, scraped, end);
	return {
		kind: "days",
		fromS: after.fromS,
		untilS: after.untilS,
		units: {
			baseline: days.length,
			candidate: 1
		},
		query: queries.buckets(lengthOf(after), sides.candidate),
		unit,
		end,
		difference: compareDays(today, days, end),
		baseline: today.before,
		candidate: today.after,
		failures: await failuresOf(question, windows)
	};
}
/** During the roll-out old and new pods serve, so neither window contains it. */
function windowsOf({ sides, look, deployedAtS }) {
	const lengthS = 60 * look.minutes;
	const beforeUntilS = sides.startedAtS - (sides.candidate === null ? 600 : 0);
	const afterFromS = deployedAtS + 600;
	return {
		before: {
			fromS: beforeUntilS - lengthS,
			untilS: beforeUntilS
		},
		after: {
			fromS: afterFromS,
			untilS: afterFromS + lengthS
		}
	};
}
function lengthOf({ fromS, untilS }) {
	return untilS - fromS;
}
function requireScraped(scraped, windows, { minutes }) {
	for (const which of ["before", "after"]) {
		const covered = coverage(scraped, windows[which]);
		if (covered < .8) throw new NoDataError(text`Prometheus scraped the service in only ${Math.round(100 * covered)} % of the ${minutes} minutes ${which} the deployment`);
	}
}
/**
* Old pods may still serve after the deployment. The second query leaves them out, because they would hide a part of the change.
*/
async function stepAtDeployment({ queries, ask, sides }, { before, after }) {
	return {
		before: await requiredHistogram(ask, queries.buckets(lengthOf(before), null), before.untilS, "before"),
		after: await requiredHistogram(ask, queries.buckets(lengthOf(after), sides.candidate), after.untilS, "after")
	};
}
/** The steps on the days before. Days on which too little is known are left out. */
async function stepsBefore({ queries, ask }, { before, after }, scraped, end) {
	const days = [];
	for (let day = 1; day <= 7; day += 1) {
		const [earlier, later] = [daysEarlier(before, day), daysEarlier(after, day)];
		if (Math.min(coverage(scraped, earlier), coverage(scraped, later)) < .8) continue;
		const [left, right] = [await askHistogram(ask, queries.buckets(lengthOf(earlier), null), earlier.untilS), await askHistogram(ask, queries.buckets(lengthOf(later), null), later.untilS)];
		if (left !== null && right !== null && isUsable(left, end) && isUsable(right, end)) days.push({
			before: left,
			after: right
		});
	}
	if (days.length >= 5) return days;
	throw new NoDataError(text`only ${days.length} of the ${7} days before the deployment have enough requests at this time of day, and ${5} are needed`);
}
function daysEarlier({ fromS, untilS }, days) {
	return {
		fromS: fromS - days * DAY_S,
		untilS: untilS - days * DAY_S
	};
}
async function scrapedTimes({ queries, ask }, from, until) {
	const range = {
		startSeconds: from,
		endSeconds: until,
		stepSeconds: GRID_S$1
	};
	const [series] = await ask.range(queries.anyPod, range);
	return (series?.points ?? []).filter(({ value }) => value !== null).map(({ t }) => t);
}
/** The part of a window in which the service was scraped, 0..1. */
function coverage(times, { fromS, untilS }) {
	const inside = times.filter((time) => time > fromS && time <= untilS).length;
	return Math.min(1, inside / Math.floor((untilS - fromS) / GRID_S$1));
}
async function requiredHistogram(ask, query, atS, which) {
	const histogram = await askHistogram(ask, query, atS);
	if (histogram !== null) return histogram;
	throw new NoDataError(text`Prometheus has no buckets ${which} the deployment`, NOT_CLASSIC);
}
function isUsable(histogram, end) {
	return (slowerThan(histogram, end) ?? 0) >= LEAST_SLOW_OF_A_DAY;
}
async function failuresOf({ queries, ask, sides }, { before, after }) {
	const side = async (version, window) => ({
		requests: await requestCount(ask, queries.withStatus(lengthOf(window), version), window.untilS),
		failed: await requestCount(ask, queries.failed(lengthOf(window), version), window.untilS)
	});
	const [baseline, candidate] = [await side(null, before), await side(sides.candidate, after)];
	return baseline.requests === 0 || candidate.requests === 0 ? null : {
		baseline,
		candidate
	};
}
/** The number of requests that a query counts: 0 when there is no series. */
async function requestCount(ask, query, atS) {
	const [found] = await ask.instant(query, atS);
	if (found?.value === null) throw new NoDataError(text`the count of requests is not a number`);
	return found?.value ?? 0;
}
// src/watch/difference.ts
/** The probability with which a change of the named size is seen. The gate uses the same probability. */
const POWER = .95;
/** The probability that chance alone makes the new version look at least this slow. */
function pValueOf({ logRatio, standardError, degreesOfFreedom }) {
	return studentTUpperTail(logRatio / standardError, degreesOfFreedom);
}
/** Two one-sided bounds. Each has this error rate. */
function boundsOf(difference, alpha) {
	const { logRatio, standardError, degreesOfFreedom } = difference;
	const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError;
	return {
		lower: logRatio - reach,
		upper: logRatio + reach
	};
}
/** The smallest difference that would be proven with a probability of 95 %. */
function visibleDifference({ standardError, degreesOfFreedom }, alpha) {
	return (studentTQuantile(1 - alpha, degreesOfFreedom) + studentTQuantile(POWER, degreesOfFreedom)) * standardError;
}
// src/watch/latency-change.ts
/**
* The change of latency that turns the old odds of a slow request into the new odds, if all requests change by the same factor.
* It is an approximation: between the ends of two buckets nothing is known, so a straight line is drawn through the logarithms of
* time and odds.
*
* @param end the end of the bucket; requests that take longer are slow
* @param logRatio the difference of the log odds
* @returns 0.1 for 10 % slower; null when one bucket has all requests
*/
function latencyChange(baseline, end, logRatio) {
	const curve = curveOf(baseline);
	const here = curve.find((point) => point.end === end);
	if (here === void 0 || curve.length < 2) return null;
	const wanted = here.odds + logRatio;
	const after = curve.findIndex(({ odds }) => odds <= wanted);
	const index = Math.min(Math.max(after === -1 ? curve.length - 1 : after, 1), curve.length - 1);
	const [from, to] = [curve[index - 1] ?? here, curve[index] ?? here];
	const slope = Math.log(to.end / from.end) / (to.odds - from.odds);
	return end / (from.end * Math.exp((wanted - from.odds) * slope)) - 1;
}
/**
* The buckets that some requests exceed and some do not, with the log odds of exceeding their ends. The odds fall from bucket to
* bucket.
*/
function curveOf(baseline) {
	let last = 1e400;
	return baseline.buckets.flatMap(({ end }) => {
		const slow = slowerThan(baseline, end) ?? 0;
		const odds = countedLogOdds(slow, baseline.requests);
		if (end <= 0 || slow < 1 || slow > baseline.requests - 1 || odds >= last) return [];
		last = odds;
		return [{
			end,
			odds
		}];
	});
}
// src/watch/evidence.ts
/** The numbers of a judgement. The Markdown report and the JSON report both use them. */
function comparisonOf(evidence) {
	const { kind, fromS, untilS, units, query, unit, end, difference, baseline, candidate, failures, sides, alpha } = evidence;
	const { lower, upper } = boundsOf(difference, alpha);
	const change = (logRatio) => latencyChange(baseline, end, logRatio);
	const slowRatio = (side) => (slowerThan(side, end) ?? 0) / side.requests;
	return {
		kind,
		fromS,
		untilS,
		units,
		query,
		versions: {
			baseline: sides.baseline,
			candidate: sides.candidate
		},
		requests: {
			baseline: Math.round(baseline.requests),
			candidate: Math.round(candidate.requests)
		},
		boundMs: unit === "s" ? Number((1e3 * end).toPrecision(12)) : end,
		slowRatio: {
			baseline: slowRatio(baseline),
			candidate: slowRatio(candidate)
		},
		changeRatio: change(difference.logRatio),
		lower: change(lower),
		upper: change(upper),
		confidence: 1 - alpha,
		pValue: pValueOf(difference),
		visibleRatio: change(visibleDifference(difference, alpha)),
		failedRatio: failures === null ? null : {
			baseline: ratioOf(failures.baseline),
			candidate: ratioOf(failures.candidate)
		}
	};
}
/** 0 when there was no request. */
function ratioOf({ failed, requests }) {
	return requests === 0 ? 0 : failed / requests;
}
// src/watch/judge-watch.ts
/** A difference of four standard errors. Chance alone exceeds it less than once in 30,000 times. */
const ERROR_Z = 4;
/** An alert pages at this multiple of the share that an objective allows. monitor/burn-rates.ts names the source. */
const PAGE_FACTOR = 14.4;
/** First decides, then makes the sentences from the decision. */
function judgeWatch(evidence, task) {
	const comparison = comparisonOf(evidence);
	const findings = [
		...latencyFindings(comparison, evidence, task),
		...errorFindings(evidence, task),
		...objectiveFindings(evidence, task),
		...lostFindings(evidence)
	].toSorted((left, right) => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level));
	const notes = [...evidence.notes, ...statusNote(evidence, task)];
	return {
		service: task.service,
		outcome: findings[0]?.level ?? "pass",
		findings,
		notes,
		comparison,
		mayComeLater: false
	};
}
const LEVELS = [
	"fail",
	"no-data",
	"warn"
];
function latencyFindings({ pValue, changeRatio, boundMs, slowRatio }, { alpha, failures }, { maxRegressionRatio }) {
	const shares = text`${formatValue(slowRatio.candidate, "ratio", 3)} of the requests take longer than ${formatValue(boundMs, "ms")} (before: ${formatValue(slowRatio.baseline, "ratio", 3)})`;
	if (pValue <= alpha) {
		const isSmall = changeRatio !== null && changeRatio <= maxRegressionRatio;
		const size = changeRatio === null ? text`slower` : text`about ${formatSize(changeRatio)} slower`;
		const limit = `(limit ${formatLimit(maxRegressionRatio)})`;
		return [{
			level: isSmall ? "warn" : "fail",
			said: { problem: text`${size} ${limit}: ${shares}` }
		}];
	}
	if (pValue < 1 - alpha || failures !== null) return [];
	return [{
		level: "warn",
		said: {
			problem: text`faster, but no request has a status: ${shares}`,
			action: text`Failed requests are often fast. Set ${code$1("monitoring.status-label")} to the label that holds the status.`
		}
	}];
}
function errorFindings({ failures }, { maxErrorRateIncrease }) {
	if (failures === null) return [];
	const [before, after] = [ratioOf(failures.baseline), ratioOf(failures.candidate)];
	if (after - before < maxErrorRateIncrease || after - before < ERROR_Z * standardError(failures)) return [];
	const limit = formatLimitPoints(maxErrorRateIncrease);
	return [{
		level: "fail",
		said: { problem: text`${formatValue(after, "ratio", 3)} of the requests fail (before: ${formatValue(before, "ratio", 3)}, limit: ${limit} more)` }
	}];
}
/** Each side has its own variance. With few requests, a pooled variance would make three failures in a hundred look proven. */
function standardError(sides) {
	const [left, right] = [sides.baseline, sides.candidate].map((side) => {
		const ratio = ratioOf(side);
		return ratio * (1 - ratio) / side.requests;
	});
	return Math.sqrt((left ?? 0) + (right ?? 0));
}
/** An objective that was broken before by as much is not the fault of this deployment. It is a warning. */
function objectiveFindings(evidence, { objective }) {
	if (objective === null) return [];
	const { failures } = evidence;
	return [...slowShares(evidence, objective) ?? [], ...failures === null ? [] : brokenObjective(ratioOf(failures.baseline), ratioOf(failures.candidate), objective.maxErrorRatio, text`fail`)];
}
/**
* Uses the first bucket that ends at the bound or above it: a request that takes longer than that end exceeds the bound for
* certain.
*/
function slowShares({ baseline, candidate, unit }, { boundMs, withinRatio }) {
	const bound = unit === "s" ? boundMs / 1e3 : boundMs;
	const end = candidate.buckets.find((bucket) => bucket.end >= bound * (1 - 1e-9))?.end;
	if (end === void 0) return null;
	const [before, after] = [baseline, candidate].map((side) => {
		const slow = slowerThan(side, end);
		return slow === null ? 0 : slow / side.requests;
	});
	return brokenObjective(before ?? 0, after ?? 0, 1 - withinRatio, text`take longer than ${formatValue(boundMs, "ms")}`);
}
function brokenObjective(before, after, allowed, what) {
	if (after < PAGE_FACTOR * allowed) return [];
	const isNew = before <= after / 2;
	const then = isNew ? "before" : "already before the deployment";
	const problem = text`${formatValue(after, "ratio", 3)} of the requests ${what} (${then}: ${formatValue(before, "ratio", 3)}, objective: at most ${formatValue(allowed, "ratio", 3)})`;
	return [{
		level: isNew ? "fail" : "warn",
		said: { problem }
	}];
}
function lostFindings({ sides: { overlap } }) {
	if (overlap === null || overlap.lost.length === 0) return [];
	const lost = count(overlap.lost.length, "pod");
	return [{
		level: "warn",
		said: {
			problem: text`${lost} of the new version disappeared from Prometheus during the comparison`,
			action: text`Find out why: ${names(overlap.lost)}.`
		}
	}];
}
function statusNote({ failures }, { metrics }) {
	if (failures !== null) return [];
	const { statusLabel, histogram } = metrics;
	return [text`Errors are not judged, because no series of ${code$1(metrics.counter ?? `${histogram}_count`)} has the label ${code$1(statusLabel)}. Set ${code$1("monitoring.status-label")} to the label that holds the status.`];
}
// src/watch/queries.ts
function queriesFor(service, metrics, { version, pod, more: others }) {
	const { histogram, statusLabel, serviceLabel, errorStatus } = metrics;
	const counter = metrics.counter ?? `${histogram}_count`;
	const selector = (metric, one, more = []) => {
		return `${metric}{${[
			`${serviceLabel}=${quoted(service)}`,
			...[...others].map(([name, value]) => `${name}=${quoted(value)}`),
			...one === null ? [] : [`${version}=${quoted(one)}`],
			...more
		].join(",")}}`;
	};
	const hasStatus = `${statusLabel}!=""`;
	const isFailed = `${statusLabel}=~${quoted(errorStatus)}`;
	const sum = (by, inner, windowS) => `sum${by} (increase(${inner}[${windowS}s]))`;
	const versions = ` by (${version})`;
	return {
		pods: `count by (${version}, ${pod}) (${selector(`${histogram}_count`, null)})`,
		anyPod: `count(${selector(`${histogram}_count`, null)})`,
		buckets: (windowS, one) => sum(" by (le)", selector(`${histogram}_bucket`, one), windowS),
		bucketsByPod: (windowS) => sum(` by (${version}, ${pod}, le)`, selector(`${histogram}_bucket`, null), windowS),
		withStatus: (windowS, one) => sum("", selector(counter, one, [hasStatus]), windowS),
		failed: (windowS, one) => sum("", selector(counter, one, [isFailed]), windowS),
		withStatusByVersion: (windowS) => sum(versions, selector(counter, null, [hasStatus]), windowS),
		failedByVersion: (windowS) => sum(versions, selector(counter, null, [isFailed]), windowS),
		services: `count by (${serviceLabel}) (${histogram}_count)`
	};
}
/** A string in PromQL has the escapes of Go: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
function quoted(value) {
	return `"${value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n")}"`;
}
// src/watch/watch-service.ts
/** The distance between two times at which pods are looked for. */
const GRID_S = 60;
/**
* Pods are looked for from two hours before the deployment: an hour of roll-out, and an hour in which only the old version
* served.
*/
const BEFORE_S = 7200;
/** A message names at most this number of values. */
const MAX_NAMED = 5;
/** Looks once at one service. Without enough data the outcome is `no-data`, and never `pass`. */
async function watchService(task, ask) {
	const { service } = task;
	try {
		return judgeWatch(await evidenceOf(task, ask), task);
	} catch (error) {
		if (!(error instanceof NoDataError)) throw error;
		return {
			service,
			outcome: "no-data",
			findings: [{
				level: "no-data",
				said: error.said
			}],
			notes: [],
			comparison: null,
			mayComeLater: error.mayComeLater
		};
	}
}
async function evidenceOf(task, ask) {
	const queries = queriesFor(task.label, task.metrics, task.labels);
	const pods = await presenceOf(task, queries, ask);
	const sides = sidesIn(pods, task);
	const look = lookBeforeNextVersion(task, sides);
	const unit = countsMilliseconds(task.metrics.histogram) ? "ms" : "s";
	const { overlap } = sides;
	if (overlap !== null) return {
		...await askPods({
			queries,
			ask,
			sides,
			overlap,
			unit,
			labels: task.labels
		}),
		sides,
		notes: [],
		alpha: ALPHA.pods
	};
	const why = whyNotPods(pods, sides, task);
	try {
		return {
			...await askDays({
				queries,
				ask,
				sides,
				look,
				deployedAtS: task.deployedAtS,
				unit
			}),
			sides,
			notes: [why],
			alpha: ALPHA.days
		};
	} catch (error) {
		throw error instanceof NoDataError ? error.with(why) : error;
	}
}
/** @throws NoDataError when Prometheus has no pod of the service */
async function presenceOf(task, queries, ask) {
	const { deployedAtS, look, labels } = task;
	const startSeconds = deployedAtS - BEFORE_S;
	const pods = (await ask.range(queries.pods, {
		startSeconds,
		endSeconds: look.endsAtS,
		stepSeconds: GRID_S
	})).map(({ labels: found, points }) => ({
		version: found[labels.version] ?? "",
		pod: found[labels.pod] ?? "",
		timesS: points.filter(({ value }) => value !== null).map(({ t }) => t)
	}));
	if (pods.some(({ timesS }) => timesS.length > 0)) return pods;
	const known = (await ask.instant(queries.services, look.endsAtS)).map((one) => one.labels[task.metrics.serviceLabel]);
	throw new NoDataError(text`Prometheus has no series of ${name(task.label)} around the deployment`, { action: adviceOnNames(task, known) });
}
function adviceOnNames({ metrics }, known) {
	const { histogram, serviceLabel } = metrics;
	const named = known.flatMap((one) => one === void 0 || one === "" ? [] : [one]);
	if (known.length === 0) return text`Prometheus has no series ${code$1(`${histogram}_count`)} of any service. Set ${code$1("monitoring.histogram")} to the name of your histogram.`;
	if (named.length === 0) return text`${code$1(`${histogram}_count`)} has no label ${code$1(serviceLabel)}. Set ${code$1("monitoring.service-label")} to the label that names the service.`;
	return text`The values of the label ${code$1(serviceLabel)} are: ${listed(named.toSorted().map(name), MAX_NAMED)}. Set ${code$1("watch.name")} of the service to the right value.`;
}
function sidesIn(pods, task) {
	const { version, commit, deployedAtS } = task;
	const sides = sidesOf(pods, {
		version: version ?? commit,
		deployedAtS,
		gridS: GRID_S
	});
	if (version === null || sides.candidate === version) return sides;
	const found = [...new Set(pods.map((pod) => pod.version))].filter((one) => one !== "").toSorted();
	throw new NoDataError(text`no pod has the version ${name(version)}`, { action: found.length === 0 ? text`No series has the label ${code$1(task.labels.version)}.` : text`The values of the label ${code$1(task.labels.version)} are: ${listed(found.map(name), MAX_NAMED)}.` });
}
/**
* The given look. If the next version came before the look ended, the last look that ended before that version: what happened
* later is not the doing of this deployment.
*/
function lookBeforeNextVersion({ deployedAtS, look }, { supersededAtS }) {
	if (supersededAtS === null || supersededAtS >= look.endsAtS) return look;
	const earlier = looksAt(deployedAtS).findLast(({ endsAtS }) => endsAtS <= supersededAtS);
	if (earlier !== void 0) return earlier;
	throw new NoDataError(text`the next version came ${Math.round((supersededAtS - deployedAtS) / 60)} minutes after this one, before it could be judged`);
}
function whyNotPods(pods, { candidate, baseline }, { labels }) {
	const days = text`Therefore the step at the deployment is compared with the step at the same time on the days before, which shows only large changes.`;
	if (pods.every(({ version }) => version === "")) return text`No series has the label ${code$1(labels.version)}, which tells old pods from new ones. ${days}`;
	if (candidate === null) return text`No new version came with the deployment. ${days}`;
	if (baseline === null) return text`No older version served before ${name(candidate)}. ${days}`;
	return text`Fewer than 3 pods of both versions served together for 20 minutes. ${days}`;
}
// src/watch/watch-report.ts
/** The worst first. A service without data comes before a service with a warning, because its fault may be of any size. */
const OUTCOMES = [
	"fail",
	"no-data",
	"warn",
	"pass"
];
/**
* The services that a policy watches, in the order of their names. With an environment, only the services of that environment.
*/
function watchedServices(policy, environment) {
	return policy.namedServices.filter((service) => {
		const { watch } = servicePolicy(policy, service);
		return watch !== null && (environment === null || watch.environment === environment);
	}).toSorted();
}
/**
* Looks once at each service.
*
* @param services never empty
*/
async function watchReport(services, policy, deployment, ask) {
	const watched = [];
	for (const service of services) {
		const { watch, objective, maxRegressionRatio, maxErrorRateIncrease } = servicePolicy(policy, service);
		const { name, versionLabel, podLabel, labels: more } = watch ?? DEFAULT_WATCH;
		const limits = {
			objective,
			maxRegressionRatio,
			maxErrorRateIncrease
		};
		const names = {
			label: name ?? service,
			metrics: policy.monitoring,
			labels: {
				version: versionLabel,
				pod: podLabel,
				more
			}
		};
		watched.push(await watchService({
			service,
			...names,
			...limits,
			...deployment
		}, ask));
	}
	const sorted = watched.toSorted((left, right) => OUTCOMES.indexOf(left.outcome) - OUTCOMES.indexOf(right.outcome));
	const { environment, deployedAtS, commit, previousCommit, look } = deployment;
	return {
		outcome: sorted[0]?.outcome ?? "no-data",
		environment,
		deployedAtS,
		commit,
		previousCommit,
		look,
		services: sorted
	};
}
export { ALPHA as a, watchMarkdown as c, comparedWith as d, timeText as f, askPrometheus as i, watchRow as l, watchReport as n, lookAt as o, watchStatement as p, watchedServices as r, looksAt as s, OUTCOMES as t, watchJson as u };
