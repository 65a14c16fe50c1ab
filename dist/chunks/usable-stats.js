import { t as UserError } from "./errors.js";
import { i as pathTo, n as numberAt } from "./foreign-json.js";
// src/formats/k6-metrics.ts
const LATENCY = {
	kind: "trend",
	unit: "ms",
	better: "lower",
	zeroIsNormal: false
};
const PHASE = {
	...LATENCY,
	zeroIsNormal: true
};
/** A time that the script itself decides on: sleep, think time, how long a socket stays open. */
const SCRIPTED_TIME = {
	...LATENCY,
	better: "neither"
};
const COUNTER = {
	kind: "counter",
	unit: "per-second",
	better: "neither",
	zeroIsNormal: true
};
const BYTES = {
	...COUNTER,
	unit: "bytes-per-second"
};
const GAUGE = {
	kind: "gauge",
	unit: "count",
	better: "neither",
	zeroIsNormal: true
};
const RATE = {
	kind: "rate",
	unit: "ratio",
	better: "neither",
	zeroIsNormal: true
};
/**
* Metrics that k6 itself makes. Sources: metrics/builtin.go, internal/js/modules/k6/grpc/metrics.go and
* internal/js/modules/k6/browser/k6ext/metrics.go at https://github.com/grafana/k6/tree/v2.2.0,
* https://grafana.com/docs/k6/latest/using-k6/metrics/reference/.
*/
const BUILT_IN = /* @__PURE__ */ new Map([
	["http_req_duration", LATENCY],
	["http_req_waiting", LATENCY],
	["http_req_blocked", PHASE],
	["http_req_connecting", PHASE],
	["http_req_tls_handshaking", PHASE],
	["http_req_sending", PHASE],
	["http_req_receiving", PHASE],
	["http_req_failed", {
		...RATE,
		better: "lower"
	}],
	["http_reqs", {
		...COUNTER,
		better: "higher"
	}],
	["iterations", COUNTER],
	["iteration_duration", SCRIPTED_TIME],
	["dropped_iterations", {
		...COUNTER,
		better: "lower"
	}],
	["checks", {
		...RATE,
		better: "higher"
	}],
	["group_duration", SCRIPTED_TIME],
	["data_sent", BYTES],
	["data_received", BYTES],
	["vus", GAUGE],
	["vus_max", GAUGE],
	["grpc_req_duration", LATENCY],
	["grpc_streams", COUNTER],
	["grpc_streams_msgs_sent", COUNTER],
	["grpc_streams_msgs_received", COUNTER],
	["ws_connecting", LATENCY],
	["ws_ping", LATENCY],
	["ws_session_duration", SCRIPTED_TIME],
	["ws_sessions", COUNTER],
	["ws_msgs_sent", COUNTER],
	["ws_msgs_received", COUNTER],
	["browser_http_req_duration", LATENCY],
	["browser_http_req_failed", {
		...RATE,
		better: "lower"
	}],
	["browser_data_sent", BYTES],
	["browser_data_received", BYTES],
	["browser_web_vital_lcp", LATENCY],
	["browser_web_vital_inp", LATENCY],
	["browser_web_vital_fid", LATENCY],
	["browser_web_vital_fcp", LATENCY],
	["browser_web_vital_ttfb", LATENCY],
	["browser_web_vital_cls", {
		...PHASE,
		unit: "none"
	}]
]);
/** Latencies that end with a request, so that k6 can tell successful and failed requests apart. */
const REQUEST_TIMES = new Set([...BUILT_IN.keys()].filter((metric) => metric.startsWith("http_req_") && metric !== "http_req_failed"));
/** The traits of a metric that k6 makes itself; null for a metric of the script. */
function builtInTraits(metric) {
	return BUILT_IN.get(metric) ?? null;
}
/** True for the times of an HTTP request, of which k6 keeps the successful requests apart. */
function isRequestTime(metric) {
	return REQUEST_TIMES.has(metric);
}
/**
* The traits of any metric. `contains` is k6's own word for what a metric of the script holds
* (https://grafana.com/docs/k6/latest/javascript-api/k6-metrics/trend/); null where the file does not say.
* Which direction is good is unknown for a metric of the script, except that a time is better when it is shorter.
*/
function traitsOf(metric, kind, contains) {
	const builtIn = BUILT_IN.get(metric);
	if (builtIn !== void 0) return builtIn;
	if (kind === "counter") return contains === "data" ? BYTES : COUNTER;
	if (kind === "rate") return RATE;
	const zeroIsNormal = kind === "gauge";
	if (contains === "time") return {
		kind,
		unit: "ms",
		better: kind === "trend" ? "lower" : "neither",
		zeroIsNormal
	};
	return {
		kind,
		unit: contains === "data" ? "bytes" : "none",
		better: "neither",
		zeroIsNormal
	};
}
// src/formats/stat-name.ts
/** k6's own names of trend statistics: metrics/sample.go at https://github.com/grafana/k6/tree/v2.2.0. */
const PLAIN = /* @__PURE__ */ new Map([
	["avg", "avg"],
	["min", "min"],
	["max", "max"],
	["med", "p50"],
	["count", "count"]
]);
/** `p(95)`, `p(99.9)`, and the spelling of the machine-readable summary, `p95`. */
const PERCENTILE = /^p(?:\((\d{1,3}(?:\.\d{1,6})?)\)|(\d{1,3}(?:\.\d{1,6})?))$/;
/**
* Our name of a trend statistic: `med` is `p50`, `p(95)` is `p95`, `p(99.90)` is `p99.9`.
* null for a name that k6 does not have.
*/
function statName(name) {
	const plain = PLAIN.get(name);
	if (plain !== void 0) return plain;
	const match = PERCENTILE.exec(name);
	const percent = Number(match?.[1] ?? match?.[2] ?? NaN);
	return percent >= 0 && percent <= 100 ? `p${percent}` : null;
}
// src/formats/submetric.ts
/**
* Reads a key such as `http_req_duration{name:/list,expected_response:true}`.
* The rules are k6's: the selector runs from the first `{` to a `}` at the very end, tags are split at commas, a tag at its
* first colon, and spaces and quotes around both are dropped (ParseMetricName and AddSubmetric in
* https://github.com/grafana/k6/blob/v2.2.0/metrics/metric.go). A key that has no such selector is a plain name.
*/
function parseSubmetric(key) {
	const open = key.indexOf("{");
	if (open <= 0 || !key.endsWith("}")) return {
		metric: key,
		endpoint: null,
		population: "all"
	};
	const metric = key.slice(0, open);
	const tags = key.slice(open + 1, -1).split(",").filter((tag) => tag.trim() !== "");
	const others = tags.filter((tag) => !isSuccessful(tag));
	return {
		metric,
		endpoint: endpointOf(others),
		population: others.length < tags.length ? "successful" : "all"
	};
}
function endpointOf(tags) {
	const [first, ...rest] = tags;
	if (first === void 0) return null;
	if (rest.length > 0) return tags.join(",");
	const { name, value } = splitTag(first);
	return name === "name" ? value : first;
}
function isSuccessful(tag) {
	const { name, value } = splitTag(tag);
	return name === "expected_response" && value === "true";
}
function splitTag(tag) {
	const colon = tag.indexOf(":");
	if (colon < 0) return {
		name: unquote(tag),
		value: ""
	};
	return {
		name: unquote(tag.slice(0, colon)),
		value: unquote(tag.slice(colon + 1))
	};
}
function unquote(text) {
	return text.trim().replace(/^["']+|["']+$/g, "");
}
// src/formats/metric-values.ts
/** What the formats write for each kind of metric, besides a trend: https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/ */
const FIELDS = {
	counter: ["count", "rate"],
	gauge: [
		"value",
		"min",
		"max"
	],
	rate: [
		"passes",
		"fails",
		"matches",
		"total",
		"rate",
		"value"
	]
};
/** The kind of metric that a file names. Throws a UserError for a word that k6 does not have. */
function metricKindAt(path, kind) {
	if (kind === "trend" || kind === "counter" || kind === "gauge" || kind === "rate") return kind;
	throw new UserError(`${path} is not trend, counter, gauge or rate, the kinds of metric that k6 has.`);
}
/** Throws a UserError where a metric that k6 makes itself has the values of another kind of metric. */
function requireBuiltInKind(key, path, kind) {
	const expected = builtInTraits(parseSubmetric(key).metric)?.kind ?? kind;
	if (kind === expected) return;
	throw new UserError(`${path} has the values of a ${kind}, and k6 makes it a ${expected}. The file was edited.`);
}
/** The values of one metric under our names of statistics. Fields that k6 does not have are left out. */
function metricValuesAt(path, kind, raw) {
	const values = /* @__PURE__ */ new Map();
	for (const [name, value] of Object.entries(raw)) {
		const stat = kind === "trend" ? statName(name) : FIELDS[kind].includes(name) ? name : null;
		if (stat === null) continue;
		const number = numberAt(pathTo(path, name), value);
		if (values.has(stat) && values.get(stat) !== number) throw new UserError(`${path} has two different values of ${stat}. The file was edited.`);
		values.set(stat, number);
	}
	return values;
}
// src/formats/no-requests.ts
/**
* The measurements; where none of them is a time of anything that a load test does, with a latency that cannot be used. A script
* that fails in setup() leaves a file without any request: that is a finding, not an absent metric.
*/
function orNoRequests(measurements) {
	return measurements.some(hasRequests) ? [...measurements] : [...measurements, noRequests()];
}
function hasRequests(measurement) {
	if (measurement.metric === "http_req_duration" && measurement.endpoint === null) return true;
	const isOwnTime = measurement.metric === "iteration_duration" || measurement.metric === "group_duration";
	return measurement.kind === "trend" && !isOwnTime && measurement.stats.size > 0;
}
function noRequests() {
	const why = "the run made no request: the file has no http_req_duration and no other times";
	return {
		metric: "http_req_duration",
		endpoint: null,
		kind: "trend",
		unit: "ms",
		better: "lower",
		population: "all",
		sampleCount: 0,
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map([
			"avg",
			"p50",
			"p90",
			"p95",
			"p99"
		].map((stat) => [stat, why]))
	};
}
// src/formats/usable-stats.ts
/** `null` is what JSON makes of Infinity and NaN, and what the machine-readable summary writes for a statistic not asked for. */
const NULL = "the file has null: the value was not finite, or summaryTrendStats does not name it";
/** A counter: `count`, and `rate` per second. A rate that the file leaves out is worked out from the duration. */
function usableCounter(values, durationMs, zeroIsNothing) {
	const count = values.get("count") ?? null;
	if (count === null) return allUnusable(["count", "rate"], "the file has no count");
	if (!Number.isFinite(count) || count < 0) return allUnusable(["count", "rate"], `${count} is not a count`);
	if (count === 0 && zeroIsNothing) return allUnusable(["count", "rate"], "no request was made");
	const rate = values.get("rate") ?? (durationMs === null ? null : count * 1e3 / durationMs);
	const stats = /* @__PURE__ */ new Map([["count", count]]);
	if (rate === null) return {
		stats,
		unusable: /* @__PURE__ */ new Map([["rate", "the duration of the run is unknown"]]),
		sampleCount: null
	};
	if (!Number.isFinite(rate) || rate < 0) return {
		stats,
		unusable: /* @__PURE__ */ new Map([["rate", `${rate} per second is not a rate`]]),
		sampleCount: null
	};
	return {
		stats: stats.set("rate", rate),
		unusable: /* @__PURE__ */ new Map(),
		sampleCount: null
	};
}
/** A gauge: its last `value`, `min` and `max`. */
function usableGauge(values) {
	const stats = /* @__PURE__ */ new Map();
	const unusable = /* @__PURE__ */ new Map();
	for (const [stat, value] of values) {
		const why = value === null ? NULL : problemWith(value);
		if (value === null || why !== null) unusable.set(stat, why ?? NULL);
		else stats.set(stat, value);
	}
	return {
		stats,
		unusable,
		sampleCount: null
	};
}
/** A rate metric: the share of true samples, always from the counts. k6 up to v0.29 writes 0 as its value: grafana/k6#1611. */
function usableRate(values) {
	const passes = values.get("passes") ?? null;
	const fails = values.get("fails") ?? null;
	if (passes === null || fails === null) return allUnusable(["rate"], "the file does not have both counts");
	if (!isCount(passes) || !isCount(fails)) return allUnusable(["rate"], `${passes} and ${fails} are not both counts`);
	const sampleCount = passes + fails;
	if (sampleCount === 0) return {
		...allUnusable(["rate"], "no samples"),
		sampleCount: 0
	};
	return {
		stats: /* @__PURE__ */ new Map([["rate", passes / sampleCount]]),
		unusable: /* @__PURE__ */ new Map(),
		sampleCount
	};
}
/** A trend. k6 writes 0 for every statistic of a trend without samples, which must not look like a fast run. */
function usableTrend(values, context) {
	const own = values.get("count") ?? null;
	const statistics = [...values].filter(([stat]) => stat !== "count");
	const names = statistics.map(([stat]) => stat);
	if (own !== null && !isCount(own)) return allUnusable(names, `its count is ${own}, which is not a count`);
	const sampleCount = own ?? context.sampleCount;
	if (context.problem !== null) return {
		...allUnusable(names, context.problem),
		sampleCount
	};
	if (isWithoutSamples(statistics, own, sampleCount, context.traits)) return {
		...allUnusable(names, "no samples: k6 writes 0 for a metric that was never measured"),
		sampleCount: 0
	};
	const stats = /* @__PURE__ */ new Map();
	const unusable = /* @__PURE__ */ new Map();
	for (const [stat, value] of statistics) {
		const why = value === null ? NULL : problemWith(value) ?? problemWithTime(stat, value, context.traits);
		if (value === null || why !== null) unusable.set(stat, why ?? NULL);
		else stats.set(stat, value);
	}
	return {
		stats,
		unusable,
		sampleCount
	};
}
/**
* Without `count` the only sign is that every statistic is 0. The phases of a request are often really 0, so there the
* number of requests decides.
*/
function isWithoutSamples(statistics, own, counted, traits) {
	if (own !== null) return own === 0;
	if (counted === 0) return true;
	const present = statistics.filter(([, value]) => value !== null);
	if (present.length === 0 || present.some(([, value]) => value !== 0)) return false;
	return !(traits.zeroIsNormal && counted !== null);
}
function problemWith(value) {
	return Number.isFinite(value) ? null : `the value is ${value}`;
}
function problemWithTime(stat, value, traits) {
	if (traits.unit !== "ms") return null;
	if (value < 0) return `${value} ms is not a time`;
	const isLatency = traits.better === "lower" && !traits.zeroIsNormal;
	return value === 0 && isLatency && stat !== "min" ? "0 ms is not a time that anything can take" : null;
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function allUnusable(stats, why) {
	return {
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map(stats.map((stat) => [stat, why])),
		sampleCount: null
	};
}
export { orNoRequests as a, requireBuiltInKind as c, isRequestTime as d, traitsOf as f, usableTrend as i, parseSubmetric as l, usableGauge as n, metricKindAt as o, usableRate as r, metricValuesAt as s, usableCounter as t, builtInTraits as u };
