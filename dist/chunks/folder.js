import { t as UserError } from "./errors.js";
import { a as quote, i as pathTo, n as numberAt, o as textAt, r as objectAt, t as isObject } from "./foreign-json.js";
import { a as orNoRequests, c as requireBuiltInKind, d as isRequestTime, f as traitsOf, i as usableTrend, l as parseSubmetric, n as usableGauge, o as metricKindAt, r as usableRate, s as metricValuesAt, t as usableCounter } from "./usable-stats.js";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
/** The bytes as text, without a byte order mark. Throws a UserError where they are not UTF-8. */
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		const isUtf16 = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
		throw new UserError(isUtf16 ? "The file is UTF-16 text, such as PowerShell writes with \">\". Let k6 write the file itself, with --summary-export or --out." : "The file is not UTF-8 text, so it is not a k6 result. It may be damaged, or compressed with something other than gzip.");
	}
}
/** The JSON value of a whole file, or undefined where the bytes are not one. For telling formats apart. */
function jsonValue(bytes) {
	if (!startsWithBrace(bytes)) return void 0;
	try {
		return JSON.parse(decodeUtf8(bytes));
	} catch {
		return;
	}
}
/** All chunks as one JSON value. Throws a UserError where it is too large, not UTF-8, not JSON, or names a key twice. */
async function readJsonDocument(chunks) {
	return parseJson(await joinChunks(chunks));
}
/** The JSON value of these bytes. Throws a UserError that says where it breaks off. */
function parseJson(bytes) {
	const text = decodeUtf8(bytes);
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw explainSyntax(text, error);
	}
	const repeated = findRepeatedKey(text);
	if (repeated === null) return value;
	throw new UserError(`The name ${quote(repeated)} is twice in the same object, so it is not clear which value counts. k6 never writes this: the file was edited.`);
}
/** All chunks in one array. Throws a UserError above `MAX_DOCUMENT_BYTES`. */
async function joinChunks(chunks) {
	const parts = [];
	let size = 0;
	for await (const chunk of chunks) {
		parts.push(new Uint8Array(chunk));
		size += chunk.length;
		if (size > 67108864) throw new UserError("The JSON document is larger than 64 MiB. A k6 summary has a few kilobytes: this is something else.");
	}
	const whole = new Uint8Array(size);
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
/** The messages of JSON.parse quote the file, which may hold a secret: only the place is taken from them. */
function explainSyntax(text, error) {
	const message = error instanceof Error ? error.message : "";
	const position = Number(/at position (\d+)/.exec(message)?.[1] ?? NaN);
	const bare = /[:[,]\s*(-?(?:NaN|Infinity|undefined))\b/.exec(text);
	if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(text)) return new UserError("The file holds conflict markers of a Git merge. Take one side, or measure again.");
	if (bare !== null) return new UserError(`The file holds ${bare[1]} where a number belongs. That is not JSON, and k6 never writes it.`);
	if (/end of JSON|[Uu]nterminated/.test(message) || position >= text.length) return new UserError(`The JSON ends in the middle, after ${text.length} characters: the file is truncated. Was the disk full, or the job cancelled while k6 wrote?`);
	const where = Number.isNaN(position) ? "" : ` (character ${position + 1})`;
	return new UserError(`The file starts like JSON, but is not valid JSON${where}. It is damaged or was edited.`);
}
/** JSON.parse takes the last of two equal keys in silence. Returns the first key that its object has twice. */
function findRepeatedKey(text) {
	const open = [];
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (character === "{") open.push(/* @__PURE__ */ new Set());
		else if (character === "[") open.push(null);
		else if (character === "}" || character === "]") open.pop();
		if (character !== "\"") continue;
		const end = endOfString(text, index);
		const keys = open.at(-1);
		if (keys != null && nextToken(text, end) === ":") {
			const key = JSON.parse(text.slice(index, end));
			if (keys.has(key)) return key;
			keys.add(key);
		}
		index = end - 1;
	}
	return null;
}
/** The index after the closing quote of the string that starts at `start`. */
function endOfString(text, start) {
	let index = start + 1;
	while (text[index] !== "\"") index += text[index] === "\\" ? 2 : 1;
	return index + 1;
}
function nextToken(text, from) {
	let index = from;
	while (text[index] === " " || text[index] === "\n" || text[index] === "\r" || text[index] === "	") index += 1;
	return text[index];
}
function startsWithBrace(bytes) {
	let index = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
	while (bytes[index] === 32 || bytes[index] === 10 || bytes[index] === 13 || bytes[index] === 9) index += 1;
	return bytes[index] === 123;
}
// src/formats/read-options.ts
/** No window, no filter. k6 users reach 500 endpoints only when URLs are not grouped by a `name` tag. */
const DEFAULT_READ_OPTIONS = {
	excludeFirstMs: 0,
	excludeLastMs: 0,
	scenarios: null,
	tags: /* @__PURE__ */ new Map(),
	maxEndpoints: 500
};
/** Does the policy ask for something that a summary cannot give? */
function narrowsSamples(options) {
	return options.excludeFirstMs > 0 || options.excludeLastMs > 0 || options.scenarios !== null || options.tags.size > 0;
}
// src/formats/script-hash.ts
/** SHA-256 of a text as 64 hexadecimal digits. */
async function sha256Hex(text) {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
// src/formats/summary-run.ts
/** The run that a summary tells of. One measurement a metric and endpoint: of successful requests, where the file has both. */
async function summaryRun(summary, options) {
	const durationMs = summary.durationMs ?? recoverDuration(summary.metrics);
	const keyed = summary.metrics.map((metric) => ({
		...metric,
		...parseSubmetric(metric.key)
	}));
	const measurements = choosePopulation(keyed).map((metric) => measure(metric, keyed, durationMs));
	return {
		format: summary.format,
		toolVersion: summary.toolVersion,
		durationMs,
		scriptHash: summary.script === null ? null : await sha256Hex(summary.script),
		measurements: orNoRequests(measurements).sort(bySeries),
		thresholds: [...summary.thresholds].sort(byThreshold),
		notes: notesOf(summary, measurements, options)
	};
}
/** k6 divides counters by the duration of the run, so that any counter gives it back: metrics/sink.go, CounterSink. */
function recoverDuration(metrics) {
	const first = metrics.find((metric) => metric.key === "http_reqs");
	for (const metric of first === void 0 ? metrics : [first, ...metrics]) {
		if (metric.kind !== "counter") continue;
		const durationMs = (metric.values.get("count") ?? 0) / (metric.values.get("rate") ?? 0) * 1e3;
		if (Number.isFinite(durationMs) && durationMs > 0) return durationMs;
	}
	return null;
}
/** One metric for each metric name and endpoint. Failed requests are fast, so the one of successful requests is preferred. */
function choosePopulation(metrics) {
	const chosen = /* @__PURE__ */ new Map();
	for (const metric of [...metrics].sort((left, right) => compareText(left.key, right.key))) {
		const series = JSON.stringify([metric.metric, metric.endpoint]);
		const other = chosen.get(series);
		if (other === void 0 || other.population === "all" && metric.population === "successful") chosen.set(series, metric);
	}
	return [...chosen.values()];
}
function measure(metric, all, durationMs) {
	const traits = traitsOf(metric.metric, metric.kind, metric.contains);
	const { stats, unusable, sampleCount } = usable(metric, requestsOf(metric.endpoint, all), durationMs);
	return {
		metric: metric.metric,
		endpoint: metric.endpoint,
		kind: metric.kind,
		unit: traits.unit,
		better: traits.better,
		population: metric.population,
		sampleCount,
		stats,
		unusable
	};
}
function usable(metric, requests, durationMs) {
	if (metric.kind === "counter") return usableCounter(metric.values, durationMs, metric.metric === "http_reqs");
	if (metric.kind === "gauge") return usableGauge(metric.values);
	if (metric.kind === "rate") return usableRate(metric.values);
	const isTimeOfRequest = isRequestTime(metric.metric);
	const counted = isTimeOfRequest ? metric.population === "successful" ? requests.successful : requests.all : null;
	const allFailed = isTimeOfRequest && requests.successful === 0 && (requests.all ?? 0) > 0;
	return usableTrend(metric.values, {
		traits: traitsOf(metric.metric, metric.kind, metric.contains),
		sampleCount: counted,
		problem: allFailed ? `all ${requests.all} requests failed, so there is no time of a successful request` : null
	});
}
/** How many requests there were. In `http_req_failed`, `passes` counts the failed ones. null: the file does not say. */
function requestsOf(endpoint, all) {
	const find = (name) => all.find((metric) => metric.metric === name && metric.endpoint === endpoint && metric.population === "all")?.values;
	const failed = find("http_req_failed");
	const failures = failed?.get("passes") ?? null;
	const successful = failed?.get("fails") ?? null;
	const counted = failures === null || successful === null ? null : failures + successful;
	return {
		all: find("http_reqs")?.get("count") ?? counted,
		successful
	};
}
function notesOf(summary, measurements, options) {
	const notes = [];
	if (summary.hasSetupData) notes.push("The file has setup_data, which often holds a login token. It was not kept. Do not upload it: delete it before the upload.");
	const latency = measurements.find((one) => one.metric === "http_req_duration" && one.endpoint === null);
	if (latency?.population === "all" && latency.stats.size > 0) notes.push("The file does not tell successful requests apart: its latency is that of all requests, failed ones included.");
	if (narrowsSamples(options)) notes.push("The policy excludes or filters samples. A summary cannot be trimmed: it holds the whole run. Upload raw points.");
	const sampled = new Set(summary.metrics.filter(hasSamples).map((metric) => metric.key));
	for (const { metric, expression, crossed } of [...summary.thresholds].sort(byThreshold)) {
		if (crossed || sampled.has(metric)) continue;
		notes.push(`The k6 threshold ${expression} on ${metric} passed without a single sample: it checked nothing.`);
	}
	return notes;
}
/** A counter that nobody added to is truly 0. Any other metric without a value was never measured. */
function hasSamples(metric) {
	return metric.kind === "counter" || [...metric.values.values()].some((value) => value !== null && value !== 0);
}
/** The order of keys in a summary is random (Go maps), so the order here is by name. */
function bySeries(left, right) {
	return compareText(left.metric, right.metric) || compareText(left.endpoint ?? "", right.endpoint ?? "");
}
function byThreshold(left, right) {
	return compareText(left.metric, right.metric) || compareText(left.expression, right.expression);
}
function compareText(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
// src/formats/k6-handle-summary.ts
/**
* `JSON.stringify(data)` from a script's handleSummary(data), k6 v0.30 and later: every metric has `type` and `values`.
* Times are always milliseconds: `summaryTimeUnit` only changes the text that k6 prints.
* https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
*/
const k6HandleSummary = {
	id: "k6-handle-summary",
	title: "handleSummary() JSON",
	recognizes: (prefix) => isHandleSummary(jsonValue(prefix)),
	async parse(chunks, options) {
		const root = objectAt("the file", await readJsonDocument(chunks));
		const entries = Object.entries(objectAt("metrics", root.metrics)).map(([key, value]) => {
			const path = pathTo("metrics", key);
			return {
				key,
				path,
				metric: objectAt(path, value)
			};
		});
		return summaryRun({
			format: "k6-handle-summary",
			toolVersion: null,
			durationMs: durationOf$1(root),
			script: null,
			hasSetupData: root.setup_data !== void 0,
			metrics: entries.map(({ key, path, metric }) => readMetric$2(key, path, metric)),
			thresholds: entries.flatMap(({ key, path, metric }) => readThresholds$1(key, path, metric))
		}, options);
	}
};
function isHandleSummary(root) {
	if (!isObject(root) || !isObject(root.metrics)) return false;
	const metrics = Object.values(root.metrics);
	return metrics.length > 0 && metrics.every((metric) => isObject(metric) && "type" in metric && "values" in metric);
}
/** `state.testRunDurationMs`, since k6 v0.33; null before. */
function durationOf$1(root) {
	const state = root.state;
	if (state === void 0) return null;
	const path = "state.testRunDurationMs";
	const durationMs = numberAt(path, objectAt("state", state).testRunDurationMs ?? null);
	if (durationMs === null) return null;
	if (Number.isFinite(durationMs) && durationMs > 0) return durationMs;
	throw new UserError(`${path} is ${durationMs}, which is not the duration of a run.`);
}
function readMetric$2(key, path, metric) {
	const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type));
	requireBuiltInKind(key, path, kind);
	const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values));
	return {
		key,
		kind,
		contains: textAt(`${path}.contains`, metric.contains),
		values
	};
}
/** `{ok: true}` means passed here. */
function readThresholds$1(key, path, metric) {
	if (metric.thresholds === void 0) return [];
	const thresholds = objectAt(`${path}.thresholds`, metric.thresholds);
	return Object.entries(thresholds).map(([expression, outcome]) => {
		const ok = isObject(outcome) ? outcome.ok : void 0;
		if (typeof ok === "boolean") return {
			metric: key,
			expression,
			crossed: !ok
		};
		throw new UserError(`${pathTo(`${path}.thresholds`, expression)} is ${quote(outcome)}, where k6 writes {"ok": true} or {"ok": false}.`);
	});
}
// src/formats/k6-machine-readable.ts
/**
* The machine-readable summary 1.0.0, k6 v1.5 and later with --new-machine-readable-summary. It has no p99 and no thresholds.
* k6 writes `p95` and `k6_version`, its published schema says `p(95)` and `k6Version`: both are read.
* https://github.com/grafana/k6-summary, https://github.com/grafana/k6/issues/6004
*/
const k6MachineReadable = {
	id: "k6-machine-readable",
	title: "k6 machine-readable summary",
	recognizes: (prefix) => isMachineReadable(jsonValue(prefix)),
	async parse(chunks, options) {
		const root = objectAt("the file", await readJsonDocument(chunks));
		const config = objectAt("config", root.config);
		const metadata = objectAt("metadata", root.metadata ?? {});
		const results = objectAt("results", root.results);
		const metrics = listAt("results.metrics", results.metrics).map(readMetric$1);
		requireUniqueNames(metrics);
		return summaryRun({
			format: "k6-machine-readable",
			toolVersion: textAt("metadata.k6_version", metadata.k6_version ?? metadata.k6Version),
			durationMs: durationOf(config),
			script: textAt("config.script", config.script),
			hasSetupData: root.setup_data !== void 0,
			metrics: [...metrics, ...readChecks(results.checks)],
			thresholds: []
		}, options);
	}
};
function isMachineReadable(root) {
	if (!isObject(root) || !isObject(root.config) || !isObject(root.results)) return false;
	return typeof root.version === "string" && Array.isArray(root.results.metrics);
}
/** `config.duration` is in seconds. */
function durationOf(config) {
	const seconds = numberAt("config.duration", config.duration ?? null);
	if (seconds === null) return null;
	if (Number.isFinite(seconds) && seconds > 0) return seconds * 1e3;
	throw new UserError(`config.duration is ${seconds}, which is not the duration of a run in seconds.`);
}
function listAt(path, value) {
	if (Array.isArray(value)) return value;
	throw new UserError(`${path} is ${quote(value)}, where k6 writes a list. The file is damaged or was edited.`);
}
function readMetric$1(entry, index) {
	const place = `results.metrics[${index}]`;
	const metric = objectAt(place, entry);
	const key = textAt(`${place}.name`, metric.name);
	if (key === null) throw new UserError(`${place} has no name.`);
	const path = pathTo("results.metrics", key);
	const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type));
	requireBuiltInKind(key, path, kind);
	const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values));
	return {
		key,
		kind,
		contains: textAt(`${path}.contains`, metric.contains),
		values: kind === "rate" ? passesAndFails(values) : values
	};
}
/** This format counts `matches` of a `total`; the others `passes` and `fails`. */
function passesAndFails(values) {
	const passes = values.get("matches") ?? null;
	const total = values.get("total") ?? null;
	return /* @__PURE__ */ new Map([["passes", passes], ["fails", passes === null || total === null ? null : total - passes]]);
}
/** The metric `checks` of the other formats is called `checks_succeeded` here, and stands apart from the metrics. */
function readChecks(checks) {
	if (checks === void 0 || checks === null) return [];
	return listAt("results.checks.metrics", objectAt("results.checks", checks).metrics).map(readMetric$1).filter((metric) => metric.key === "checks_succeeded").map((metric) => ({
		...metric,
		key: "checks"
	}));
}
function requireUniqueNames(metrics) {
	const seen = /* @__PURE__ */ new Set();
	for (const { key } of metrics) {
		if (seen.has(key)) throw new UserError(`results.metrics has ${quote(key)} twice, so it is not clear which one counts. The file was edited.`);
		seen.add(key);
	}
}
// src/formats/k6-points-ndjson.ts
/**
* Raw points of `k6 run --out json=FILE`, every version since k6 v0.26: one JSON object a line, of any size.
* https://grafana.com/docs/k6/latest/results-output/real-time/json/
*/
const k6PointsNdjson = {
	id: "k6-points-ndjson",
	title: "k6 --out json points",
	recognizes: isPoints,
	async parse(chunks, options) {
		const [{ readPoints }, { createNdjsonScanner }] = await Promise.all([import("./read-points.js"), import("./ndjson-scanner.js")]);
		return readPoints("k6-points-ndjson", chunks, options, createNdjsonScanner);
	}
};
/** The first line is an object with `type` Metric or Point and `metric`. A summary on one line has neither. */
function isPoints(prefix) {
	const firstLine = new TextDecoder().decode(prefix.subarray(0, 16384)).trimStart().split("\n", 1)[0] ?? "";
	return /^\{(?=.*"type":"(?:Metric|Point)")(?=.*"metric":")(?=.*"data":\{)/.test(firstLine);
}
// src/formats/k6-summary-export.ts
/**
* `k6 run --summary-export FILE`: a flat shape without types and units, the same since 2019.
* Written by internal/js/summary-wrapper.js at https://github.com/grafana/k6/tree/v2.2.0.
*/
const k6SummaryExport = {
	id: "k6-summary-export",
	title: "k6 --summary-export",
	recognizes: (prefix) => isSummaryExport(jsonValue(prefix)),
	async parse(chunks, options) {
		const root = objectAt("the file", await readJsonDocument(chunks));
		const entries = Object.entries(objectAt("metrics", root.metrics)).map(([key, value]) => {
			const path = pathTo("metrics", key);
			return {
				key,
				path,
				metric: objectAt(path, value)
			};
		});
		return summaryRun({
			format: "k6-summary-export",
			toolVersion: null,
			durationMs: null,
			script: null,
			hasSetupData: root.setup_data !== void 0,
			metrics: entries.map(({ key, path, metric }) => readMetric(key, path, metric)),
			thresholds: entries.flatMap(({ key, path, metric }) => readThresholds(key, path, metric))
		}, options);
	}
};
function isSummaryExport(root) {
	if (!isObject(root) || !isObject(root.metrics)) return false;
	return Object.values(root.metrics).every((metric) => !isObject(metric) || metric.values === void 0);
}
function readMetric(key, path, metric) {
	const kind = kindOf(metric);
	requireBuiltInKind(key, path, kind);
	return {
		key,
		kind,
		contains: null,
		values: metricValuesAt(path, kind, metric)
	};
}
/** The file has no types. What a metric holds tells them apart: every counter has `rate`, whatever summaryTrendStats says. */
function kindOf(metric) {
	if ("passes" in metric && "fails" in metric) return "rate";
	if ("value" in metric) return "gauge";
	return "rate" in metric ? "counter" : "trend";
}
/** `true` means crossed here, the other way round than everywhere else: https://github.com/grafana/k6-docs/issues/30. */
function readThresholds(key, path, metric) {
	if (metric.thresholds === void 0) return [];
	const thresholds = objectAt(`${path}.thresholds`, metric.thresholds);
	return Object.entries(thresholds).map(([expression, crossed]) => {
		if (typeof crossed === "boolean") return {
			metric: key,
			expression,
			crossed
		};
		throw new UserError(`${pathTo(`${path}.thresholds`, expression)} is ${quote(crossed)}, where k6 writes true or false.`);
	});
}
// src/formats/registry.ts
/** Every format that the gate reads. A new format is one new file and one line here. */
const FORMATS = [
	k6MachineReadable,
	k6HandleSummary,
	k6SummaryExport,
	k6PointsNdjson
];
// src/formats/unreadable.ts
/** The file is whole, but it is not a result: a web page, a log, a report of another tool. */
var ForeignFileError = class extends UserError {
	name = "ForeignFileError";
};
const ADVICE = "Upload the file that \"k6 run --summary-export FILE\" writes, or JSON.stringify(data) from handleSummary.";
/** The error for content that no format recognises. It names what the content is. */
function explainUnreadable(content) {
	try {
		return explainText(decodeUtf8(content), content);
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
}
function explainText(text, content) {
	const start = text.trimStart();
	const firstLine = start.slice(0, start.indexOf("\n"));
	if (start === "") return new UserError("The file is empty. k6 was stopped before it wrote its result, or the disk was full. Measure again.");
	if (/^\{.*"type":"(?:Metric|Point)"/.test(firstLine)) return new UserError("The file is k6 JSON points, which are not supported yet. Upload a summary beside it.");
	if (start.startsWith("<<<<<<< ") || start.startsWith("{")) return explainJson(parseJson(content));
	if (start.startsWith("<")) return explainMarkup(start);
	if (start.startsWith("[") || start.startsWith("\"")) return new ForeignFileError(`The file is JSON, but not a k6 result. ${ADVICE}`);
	if (/^metric_name,timestamp,metric_value/.test(start)) return new UserError("The file is k6 CSV points, which are not supported yet. Upload a summary beside it.");
	if (/(?:http_req_duration|iteration_duration|http_reqs)\.{2,}:/.test(text) || /█ (?:THRESHOLDS|TOTAL RESULTS)/.test(text)) return new ForeignFileError(`The file is the text that k6 prints at the end of a test. Its numbers are rounded. ${ADVICE}`);
	return new ForeignFileError(`The file is not a k6 result: it starts with ${quote(start.slice(0, 40))}. ${ADVICE}`);
}
function explainMarkup(start) {
	if (/<testsuites?[\s>]/.test(start.slice(0, 2e3))) return new ForeignFileError(`The file is a JUnit report: it has no latencies, only passed and failed checks. ${ADVICE}`);
	if (/<!doctype html|<html/i.test(start.slice(0, 2e3))) return new ForeignFileError(`The file is an HTML report, for people only. ${ADVICE}`);
	return new ForeignFileError(`The file is XML or another markup, not a k6 result. ${ADVICE}`);
}
/** The JSON is valid, so its shape is what is wrong. */
function explainJson(value) {
	if (!isObject(value)) return new ForeignFileError(`The file is JSON, but not a k6 result. ${ADVICE}`);
	if (Array.isArray(value.data) || isObject(value.data) && value.data.type === "metrics") return new ForeignFileError(`The file is an answer of the k6 REST API (/v1/metrics), taken while the test ran. ${ADVICE}`);
	if (isObject(value.metrics)) return explainMetrics(value.metrics);
	const keys = Object.keys(value).slice(0, 5).map(quote).join(", ");
	return new ForeignFileError(`The file is JSON, but not a k6 result: its keys are ${keys === "" ? "none" : keys}. ${ADVICE}`);
}
function explainMetrics(metrics) {
	const odd = Object.entries(metrics).find(([, metric]) => !isObject(metric) || !("type" in metric) || !("values" in metric));
	const name = odd === void 0 ? "metrics" : quote(odd[0]);
	return new UserError(`The file mixes two shapes of k6 summaries: some metrics have "type" and "values", and ${name} does not. Was it rebuilt by the script? ${ADVICE}`);
}
/** True for an error that says "this is not a k6 result at all", such as a web page or a log. */
function isForeign(error) {
	return error instanceof ForeignFileError;
}
// src/formats/read-run.ts
/** Enough to tell any format apart, except a summary that is longer: it is then read whole. */
const PREFIX_BYTES = 65536;
const OPENING_BRACE = 123;
/**
* Reads one result file with the format that recognises its content.
* Throws a UserError that says what the file is and what to do, without its path: the caller knows that.
*/
async function readRun(file, formats, options = DEFAULT_READ_OPTIONS) {
	const { prefix, isWhole } = await peek(file);
	const format = formats.find((candidate) => candidate.recognizes(prefix));
	if (format !== void 0) return format.parse(file.open(), options);
	const content = isWhole || !looksLikeJson(prefix) ? prefix : await joinChunks(file.open());
	const document = content === prefix ? void 0 : formats.find((candidate) => candidate.recognizes(content));
	if (document !== void 0) return document.parse(single(content), options);
	throw explainUnreadable(content);
}
async function peek(file) {
	let prefix = /* @__PURE__ */ new Uint8Array();
	for await (const chunk of file.open()) {
		const joined = new Uint8Array(prefix.length + chunk.length);
		joined.set(prefix);
		joined.set(chunk, prefix.length);
		prefix = joined;
		if (prefix.length >= PREFIX_BYTES) return {
			prefix,
			isWhole: false
		};
	}
	return {
		prefix,
		isWhole: true
	};
}
function looksLikeJson(prefix) {
	return prefix.subarray(0, 64).includes(OPENING_BRACE);
}
async function* single(content) {
	yield content;
}
// src/results/exit-code.ts
/**
* What k6's exit codes mean. Source: errext/exitcodes/codes.go at https://github.com/grafana/k6/tree/v2.2.0.
* 137 and 143 are 128 plus the signal, as shells report it.
*/
const MEANINGS = /* @__PURE__ */ new Map([
	[97, "the test failed in Grafana Cloud"],
	[98, "k6 could not get the progress of the test from Grafana Cloud"],
	[100, "setup() took too long"],
	[101, "teardown() took too long"],
	[102, "k6 gave up waiting"],
	[103, "the test was stopped through the REST API of k6"],
	[104, "the options of the test are not valid"],
	[105, "k6 was interrupted, by Ctrl+C or by a cancelled job"],
	[106, "k6 could not start its REST API"],
	[107, "the script threw an error outside of an iteration, for example in setup()"],
	[108, "the script stopped the test with test.abort()"],
	[109, "k6 itself crashed"],
	[110, "the script marked the test as failed with test.fail()"],
	[137, "k6 was killed, often because the machine ran out of memory"],
	[143, "k6 was asked to stop by the system"]
]);
/** Reads the content of an `exit-code` file: one whole number. An aborted run writes a summary that looks whole, so anything but 0 and 99 is unusable. */
function readExitCode(text) {
	const match = /^\s*(\d{1,3})\s*$/.exec(text);
	if (match === null) return {
		kind: "unusable",
		problem: `The file exit-code holds ${JSON.stringify(text.slice(0, 20))}, not one number. Write it with: echo "$?" > exit-code`
	};
	const code = Number(match[1]);
	if (code === 0 || code === 99) return {
		kind: "usable",
		code
	};
	return {
		kind: "unusable",
		problem: `k6 ended with exit code ${code}: ${MEANINGS.get(code) ?? "which is not an exit code of k6"}. The run is not complete, so its numbers do not count. Measure again.`
	};
}
// src/results/run-files.ts
/** `exit-code` and `run.json` are a few hundred bytes. */
const MAX_SMALL_FILE_BYTES = 65536;
/** Reads all files of one run. Anything that is damaged or contradicts itself refuses the whole run, with the reason. */
async function readRunFiles(group, formats, options) {
	try {
		return await readResults(group, formats, options, await exitCodeOf(group), await runJsonOf(group));
	} catch (error) {
		if (error instanceof UserError) return {
			kind: "refused",
			problem: error.message
		};
		throw error;
	}
}
async function readResults(group, formats, options, exitCode, runJson) {
	const results = group.files.filter(({ placement }) => placement.role === "result");
	if (results.length === 0) throw new UserError("There is no result here, only what lies beside one. k6 wrote nothing: look into the log of the load test.");
	if (results.some(({ placement }) => placement.instance !== null)) throw new UserError("The run has several load generators (folders instance-<m>), which cannot be merged from summaries yet. Upload one result a run.");
	const read = [];
	const foreign = [];
	for (const { file } of results) try {
		read.push({
			file,
			run: await readRun(file, formats, options)
		});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		if (!isForeign(error)) throw new UserError(`${fileName(file)}: ${error.message}`);
		foreign.push(`${fileName(file)} was not read. ${error.message}`);
	}
	const [first, second] = read;
	if (first === void 0) return {
		kind: "foreign",
		problem: foreign.join(" ")
	};
	if (second !== void 0) throw new UserError(`Two results lie in one run: ${fileName(first.file)} (${titleOf(first.run, formats)}) and ${fileName(second.file)} (${titleOf(second.run, formats)}), and it is not clear which one counts. Give each run a folder of its own: run-1, run-2 and so on.`);
	return {
		kind: "read",
		run: {
			...first.run,
			notes: [...first.run.notes, ...foreign]
		},
		resultPath: first.file.path,
		exitCode,
		runJson
	};
}
async function exitCodeOf(group) {
	const file = withRole(group, "exit-code");
	if (file === void 0) return null;
	const exitCode = readExitCode(await readText(file));
	if (exitCode.kind === "usable") return exitCode.code;
	throw new UserError(exitCode.problem);
}
async function runJsonOf(group) {
	const file = withRole(group, "run-json");
	if (file === void 0) return null;
	const { parseRunJson } = await import("./run-json.js");
	return parseRunJson(await readText(file));
}
function withRole(group, role) {
	return group.files.find(({ placement }) => placement.role === role && placement.instance === null)?.file;
}
async function readText(file) {
	const decoder = new TextDecoder();
	let text = "";
	for await (const chunk of file.open()) {
		text += decoder.decode(chunk, { stream: true });
		if (text.length > MAX_SMALL_FILE_BYTES) throw new UserError(`The file ${fileName(file)} is larger than 64 KiB.`);
	}
	return text + decoder.decode();
}
function titleOf(run, formats) {
	return formats.find(({ id }) => id === run.format)?.title ?? run.format;
}
function fileName(file) {
	return file.path.slice(file.path.lastIndexOf("/") + 1);
}
// src/results/layout.ts
const SERVICE_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const NUMBERED_RUN = /^run-(\d{1,6})$/;
const NUMBERED_FILE = /^run-(\d{1,6})\.[^/]+$/;
const NUMBERED_INSTANCE = /^instance-(\d{1,6})$/;
const ARTIFACT_PREFIX = /^k6-results-/;
const EXPECTED = "Expected <service>/<baseline or candidate>/run-<n>/<file>, where each folder may be left out.";
/**
* Reads a path as `<service>/<variant>/run-<n>/[instance-<m>/]<file>`, each folder optional, and one file a run
* (`run-1.json`). A service that the path does not name comes from an artifact called `k6-results-<service>` or
* `k6-results-<service>--<leg>`, and else from the defaults.
*/
function placeFile(path, artifactName, defaults) {
	const folders = path.split("/");
	const file = folders.pop() ?? "";
	const rest = [...folders];
	const service = (rest[0] !== void 0 && !isReserved(rest[0]) ? rest.shift() : void 0) ?? serviceOfArtifact(artifactName) ?? defaults.service;
	const variant = isVariant(rest[0]) ? rest[0] : defaults.variant;
	if (isVariant(rest[0])) rest.shift();
	const role = roleOf(file, folders);
	const problem = problemWithService(service);
	if (problem !== null && role !== "ignored") return {
		kind: "misplaced",
		service: null,
		variant,
		problem
	};
	const run = takeNumber(rest, NUMBERED_RUN);
	const instance = takeNumber(rest, NUMBERED_INSTANCE);
	if (rest.length > 0 && role !== "ignored") return {
		kind: "misplaced",
		service,
		variant,
		problem: `The folder ${JSON.stringify(rest[0]).slice(0, 80)} is not part of the layout. ${EXPECTED}`
	};
	const ownRun = run === null && instance === null ? Number(NUMBERED_FILE.exec(file)?.[1] ?? NaN) : NaN;
	const isOneFile = !Number.isNaN(ownRun);
	const runFolders = instance === null ? folders : folders.slice(0, -1);
	return {
		kind: "placed",
		service,
		variant,
		slot: isOneFile ? ownRun : run,
		instance,
		role,
		runPath: isOneFile ? path : runFolders.join("/")
	};
}
/** Why a text cannot be the name of a service; null where it can. */
function problemWithService(name) {
	if (SERVICE_NAME.test(name) && !name.includes("--")) return null;
	return `The service name ${JSON.stringify(name.slice(0, 80))} is not allowed: use at most 64 of a-z, 0-9, ".", "_" and "-", starting with a letter or digit, without "--".`;
}
/** `k6-results-checkout--leg-2` is a leg of `checkout`; `k6-results` names no service. */
function serviceOfArtifact(name) {
	if (name === null || !ARTIFACT_PREFIX.test(name)) return null;
	return name.replace(ARTIFACT_PREFIX, "").split("--")[0] ?? null;
}
function roleOf(file, folders) {
	if ([...folders, file].some((part) => /^\.[^.]/.test(part) || part === "__MACOSX")) return "ignored";
	if (file === "exit-code") return "exit-code";
	if (file === "run.json") return "run-json";
	return /^resources\./.test(file) ? "resources" : "result";
}
function isReserved(folder) {
	return isVariant(folder) || NUMBERED_RUN.test(folder) || NUMBERED_INSTANCE.test(folder);
}
function isVariant(folder) {
	return folder === "baseline" || folder === "candidate";
}
/** Takes the first folder away where it has this form, and returns its number. */
function takeNumber(folders, form) {
	const match = form.exec(folders[0] ?? "");
	if (match === null) return null;
	folders.shift();
	return Number(match[1]);
}
// src/results/run-group.ts
/** Sorts files into runs by their paths. The order of `files` does not matter. A path that is not in the layout is a refusal. */
function groupByRun(files, defaults) {
	const groups = /* @__PURE__ */ new Map();
	const misplaced = [];
	for (const file of [...files].sort(byArtifactAndPath)) {
		const placement = placeFile(file.path, file.artifact?.name ?? null, defaults);
		if (placement.kind === "misplaced") {
			const { service, variant, problem } = placement;
			misplaced.push({
				service,
				variant,
				path: displayPath(file, file.path),
				problem
			});
			continue;
		}
		if (placement.role === "ignored") continue;
		const key = JSON.stringify([file.artifact?.id ?? null, placement.runPath]);
		const placed = {
			file,
			placement
		};
		const group = groups.get(key);
		if (group === void 0) groups.set(key, {
			first: placed,
			files: [placed]
		});
		else group.files.push(placed);
	}
	return {
		groups: [...groups.values()],
		misplaced
	};
}
/** The refusal of a whole run. */
function refuseRun({ first: { file, placement } }, problem) {
	const path = placement.runPath === "" ? file.path : placement.runPath;
	return {
		service: placement.service,
		variant: placement.variant,
		path: displayPath(file, path),
		problem
	};
}
function displayPath(file, path) {
	return file.artifact === null ? path : `${file.artifact.name}/${path}`;
}
function byArtifactAndPath(left, right) {
	if (left.artifact?.id !== right.artifact?.id) return (left.artifact?.id ?? 0) - (right.artifact?.id ?? 0);
	return left.path < right.path ? -1 : 1;
}
// src/results/error-code.ts
/** The `code` of an error of Node: `ENOENT`, `Z_BUF_ERROR`. null for anything else. */
function errorCode(error) {
	if (typeof error !== "object" || error === null || !("code" in error)) return null;
	return typeof error.code === "string" ? error.code : null;
}
// src/results/gunzip.ts
/** Large chunks: inflating in pieces of 16 KiB, the default, is several times slower. */
const CHUNK_BYTES$1 = 262144;
/**
* The bytes, decompressed where they start with gzip's magic number (https://www.rfc-editor.org/rfc/rfc1952, section 2.3.1) and
* unchanged where not, whatever the file is called. Several gzip members after each other are read as one.
* Throws a UserError with the byte offset where the compressed data is truncated or damaged.
*/
async function* gunzipped(chunks) {
	const iterator = chunks[Symbol.asyncIterator]();
	const head = await takeHead(iterator);
	const all = prepend(head, iterator);
	if (head[0] === 31 && head[1] === 139) yield* inflate(all);
	else yield* all;
}
async function* inflate(chunks) {
	const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import("node:zlib"), import("node:stream")]);
	let compressedBytes = 0;
	const counted = (async function* () {
		for await (const chunk of chunks) {
			compressedBytes += chunk.length;
			yield new Uint8Array(chunk);
		}
	})();
	const gunzip = createGunzip({ chunkSize: CHUNK_BYTES$1 });
	pipeline(Readable.from(counted, {
		objectMode: false,
		highWaterMark: CHUNK_BYTES$1
	}), gunzip, () => {});
	try {
		yield* gunzip;
	} catch (error) {
		throw explain(error, compressedBytes, gunzip);
	}
	requireAllRead(gunzip, compressedBytes);
}
/** Node stops in silence at bytes after the last member that are not gzip. A damaged second member would look like the end. */
function requireAllRead(gunzip, compressedBytes) {
	if (gunzip.bytesWritten >= compressedBytes) return;
	throw new UserError(`The gzip data is followed by something else at byte ${gunzip.bytesWritten} of ${compressedBytes}: the file is damaged.`);
}
function explain(error, compressedBytes, gunzip) {
	const code = errorCode(error);
	if (code === "Z_BUF_ERROR") return new UserError(`The gzip data ends in the middle, at byte ${compressedBytes}: the file is truncated. Was k6 killed, or the disk full?`);
	if (code === "Z_DATA_ERROR" || code === "Z_NEED_DICT") return new UserError(`The gzip data is damaged, before byte ${gunzip.bytesWritten} of the file.`);
	return error;
}
async function takeHead(iterator) {
	let head = /* @__PURE__ */ new Uint8Array();
	while (head.length < 2) {
		const next = await iterator.next();
		if (next.done === true) return head;
		head = head.length === 0 && next.value.length >= 2 ? next.value : new Uint8Array([...head, ...next.value]);
	}
	return head;
}
async function* prepend(head, iterator) {
	try {
		if (head.length > 0) yield head;
		for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
	} finally {
		await iterator.return?.();
	}
}
// src/results/folder.ts
/** Far more than any results folder has, and few enough to notice a wrong path such as `/`. */
const MAX_FILES = 1e4;
const CHUNK_BYTES = 524288;
/**
* All files of a folder and its folders, or the one file. Throws a UserError where the path does not exist, and where a
* symbolic link leads out of the folder: results must not make the gate read other files of the machine.
*/
async function readFolder(path) {
	const root = await resolveRoot(path);
	const info = await stat(root);
	if (info.isFile()) return [resultFile(root, basename(path))];
	if (!info.isDirectory()) throw new UserError(`${path} is neither a file nor a folder.`);
	const files = [];
	await addFiles(root, root, files);
	return files;
}
async function resolveRoot(path) {
	try {
		return await realpath(path);
	} catch (error) {
		const code = errorCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") throw new UserError(`${path} does not exist. Expected a folder with k6 results, or one result file.`);
		if (code === "EACCES") throw new UserError(`${path} cannot be read: permission denied.`);
		throw error;
	}
}
async function addFiles(root, folder, files) {
	const entries = await readdir(folder, { withFileTypes: true });
	for (const entry of entries.sort((left, right) => left.name < right.name ? -1 : 1)) {
		const path = join(folder, entry.name);
		if (entry.isSymbolicLink()) await requireInside(root, path);
		const info = entry.isSymbolicLink() ? await stat(path) : entry;
		if (info.isDirectory() && !entry.isSymbolicLink()) await addFiles(root, path, files);
		else if (info.isFile()) files.push(resultFile(path, relative(root, path).split(sep).join("/")));
		else throw new UserError(`${path} is neither a file nor a folder. Remove it from the results.`);
		if (files.length > MAX_FILES) throw new UserError(`${root} has more than ${MAX_FILES} files. Is it really a folder with k6 results?`);
	}
}
async function requireInside(root, link) {
	if ((await realpath(link).catch(() => null))?.startsWith(root + sep)) return;
	throw new UserError(`The symbolic link ${link} leads out of the results folder or to nothing. Copy the file instead.`);
}
function resultFile(location, path) {
	return {
		path,
		artifact: null,
		open: () => gunzipped(readChunks(location))
	};
}
/**
* The bytes of a file, through two buffers in turn: one is read while the other is looked at. A stream of Node takes a new buffer
* for each chunk, which costs more than the reading.
*/
async function* readChunks(location) {
	const file = await open(location);
	try {
		let ahead = readInto(file, new Uint8Array(CHUNK_BYTES));
		let spare = new Uint8Array(CHUNK_BYTES);
		for (;;) {
			const { bytesRead, buffer } = await ahead;
			if (bytesRead === 0) return;
			ahead = readInto(file, spare);
			yield buffer.subarray(0, bytesRead);
			spare = buffer;
		}
	} finally {
		await file.close();
	}
}
function readInto(file, buffer) {
	const reading = file.read(buffer, 0, buffer.length, null);
	reading.catch(() => {});
	return reading;
}
export { refuseRun as a, DEFAULT_READ_OPTIONS as c, groupByRun as i, gunzipped as n, readRunFiles as o, errorCode as r, FORMATS as s, readFolder as t };
