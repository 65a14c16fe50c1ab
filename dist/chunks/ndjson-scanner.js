import { Ft as text, xt as UserError } from "./both.js";
import { Cn as viewOf, In as quote, Ln as isObject, Sn as textPattern, bn as bytePattern, xn as isAt, yn as areAt } from "./compare.js";
import { n as createDecimalReader, t as createLineEndings } from "./line-endings.js";
// src/formats/abort-thresholds.ts
const UNIT_MS = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
/**
* The thresholds of a metric that stop the test when they are crossed, as the `Metric` lines of raw points define them.
* A threshold is a text, or `{threshold, abortOnFail, delayAbortEval}`
* (https://grafana.com/docs/k6/latest/using-k6/thresholds/#abort-a-test-when-a-threshold-is-crossed).
*/
function abortThresholds(metric, thresholds) {
	if (!Array.isArray(thresholds)) return [];
	return thresholds.flatMap((one) => {
		if (!isObject(one) || one.abortOnFail !== true || typeof one.threshold !== "string") return [];
		return [{
			metric,
			expression: one.threshold,
			notBeforeMs: durationMs(one.delayAbortEval)
		}];
	});
}
/** A Go duration such as `1m30s`, or a number of milliseconds. 0 if there is none. */
function durationMs(text) {
	if (typeof text === "number") return text;
	if (typeof text !== "string") return 0;
	return [...text.slice(0, 40).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce((total, [, amount, unit = ""]) => total + Number(amount) * (UNIT_MS[unit] ?? 0), 0);
}
// src/formats/rfc3339-time.ts
const QUOTE = 34;
const POINT = 46;
const ZERO = 48;
/** The length of `2026-11-22T08:21:`. */
const MINUTE_LENGTH = 17;
const LONGEST = 40;
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/**
* Reads times as k6 writes them (https://www.rfc-editor.org/rfc/rfc3339 with up to nine decimals). Most times equal the
* time of the previous line, and nearly all others are in the same minute, so Date.parse is called only once per
* minute.
*/
function createTimeReader() {
	const last = new Uint8Array(LONGEST);
	const lastView = viewOf(last);
	let lastLength = 0;
	let lastMs = 0;
	let minute = null;
	let minuteMs = 0;
	/** The text after the decimals, including the quote: `Z"` or `+02:00"`. */
	let zone = null;
	function read(bytes, view, start) {
		if (lastLength > 0 && areAt(last, lastView, lastLength, bytes, view, start)) return start + lastLength - 1;
		const end = readInMinute(bytes, view, start) || readWhole(bytes, start);
		lastLength = end === 0 ? 0 : end + 1 - start;
		for (let index = 0; index < lastLength; index += 1) last[index] = bytes[start + index] ?? 0;
		return end;
	}
	function readInMinute(bytes, view, start) {
		if (minute === null || zone === null || !isAt(minute, bytes, view, start)) return 0;
		let at = start + MINUTE_LENGTH;
		const tens = (bytes[at] ?? 0) - ZERO;
		const ones = (bytes[at + 1] ?? 0) - ZERO;
		if (tens < 0 || tens > 5 || ones < 0 || ones > 9) return 0;
		at += 2;
		let milliseconds = 0;
		if (bytes[at] === POINT) {
			const first = at + 1;
			at = first;
			let weight = 100;
			for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
				milliseconds += digit * weight;
				weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
				at += 1;
			}
			if (at === first || at - first > 9) return 0;
		}
		if (!isAt(zone, bytes, view, at)) return 0;
		lastMs = minuteMs + (tens * 10 + ones) * 1e3 + milliseconds;
		return at + zone.bytes.length - 1;
	}
	function readWhole(bytes, start) {
		const end = bytes.subarray(start, start + LONGEST - 1).indexOf(QUOTE);
		if (end < 0) return 0;
		const text = String.fromCharCode(...bytes.subarray(start, start + end));
		const timeMs = FORM.test(text) ? Date.parse(text) : NaN;
		if (Number.isNaN(timeMs)) return 0;
		const zoneStart = Math.max(text.indexOf("Z"), text.lastIndexOf("+"), text.lastIndexOf("-"));
		minuteMs = Date.parse(`${text.slice(0, MINUTE_LENGTH)}00${text.slice(zoneStart)}`);
		minute = bytePattern(bytes.subarray(start, start + MINUTE_LENGTH));
		zone = bytePattern(bytes.subarray(start + zoneStart, start + end + 1));
		lastMs = timeMs;
		return start + end;
	}
	return {
		read,
		timeMs: () => lastMs
	};
}
// src/formats/ndjson-scanner.ts
/** A line of k6 has some 300 bytes. */
const MAX_LINE_BYTES = 1048576;
const UTF8 = new TextDecoder("utf-8", { fatal: true });
const NEWLINE = 10;
const NO_LINE = -1;
const STAND_IN = "the value";
const AFTER_TIME = textPattern("\",\"value\":");
/**
* Reads k6's JSON points (https://grafana.com/docs/k6/latest/results-output/real-time/json/), about five times as fast
* as JSON.parse of each line. It relies on the habits of k6: the metrics come in the same order, and all metrics of a
* request have the same time and tags. Each expectation is compared byte by byte. A line that differs in any way is
* read with JSON.parse. A property test holds that both ways give the same result.
*/
function createNdjsonScanner(receiver) {
	const metrics = [];
	const metricIds = /* @__PURE__ */ new Map();
	/** The metric that followed each metric last time. */
	const successors = [];
	const endings = createLineEndings(parseTags);
	const times = createTimeReader();
	const decimals = createDecimalReader();
	let previousMetric = 0;
	let carried = /* @__PURE__ */ new Uint8Array();
	let offset = 0;
	let bytes = carried;
	let view = viewOf(carried);
	function push(chunk) {
		let start = 0;
		if (carried.length > 0) {
			const newline = chunk.indexOf(NEWLINE);
			const end = newline < 0 ? chunk.length : newline + 1;
			carried = joined(carried, chunk.subarray(0, end));
			if (newline < 0) {
				requireShort(carried.length);
				return;
			}
			const line = carried;
			carried = /* @__PURE__ */ new Uint8Array();
			scan(line);
			start = end;
		}
		scan(chunk.subarray(start));
	}
	/** Reads all complete lines and carries the rest. */
	function scan(chunk) {
		bytes = chunk;
		view = viewOf(chunk);
		let position = 0;
		while (position < bytes.length) {
			const next = readLine(position);
			if (next === NO_LINE) break;
			position = next;
		}
		offset += position;
		carried = new Uint8Array(bytes.subarray(position));
		requireShort(carried.length);
	}
	function end() {
		if (carried.length === 0) return;
		parseLine(carried, 0);
		carried = /* @__PURE__ */ new Uint8Array();
	}
	/** Returns the position after the line, or NO_LINE if the line does not end in this chunk. */
	function readLine(start) {
		const metric = metricAt(start);
		if (metric !== void 0) {
			const next = readPoint(metric, start + metric.prefix.bytes.length);
			if (next > 0) return next;
		}
		const newline = bytes.indexOf(NEWLINE, start);
		if (newline < 0) return NO_LINE;
		parseLine(bytes.subarray(start, newline), start);
		return newline + 1;
	}
	function metricAt(start) {
		const expected = metrics[successors[previousMetric] ?? -1];
		if (expected !== void 0 && isAt(expected.prefix, bytes, view, start)) {
			previousMetric = expected.id;
			return expected;
		}
		for (const metric of metrics) {
			if (!isAt(metric.prefix, bytes, view, start)) continue;
			successors[previousMetric] = metric.id;
			previousMetric = metric.id;
			return metric;
		}
	}
	/** Reads a line from its time on. Returns the position after the line, or 0 if the line is not as expected. */
	function readPoint(metric, timeStart) {
		const timeEnd = times.read(bytes, view, timeStart);
		if (timeEnd === 0 || !isAt(AFTER_TIME, bytes, view, timeEnd)) return 0;
		const at = decimals.read(bytes, timeEnd + AFTER_TIME.bytes.length);
		if (at === 0) return 0;
		const ending = endings.at(bytes, view, at);
		if (ending === null) return 0;
		let series = ending.series[metric.id];
		if (series === void 0) {
			series = receiver.series(metric.name, ending.tags);
			ending.series[metric.id] = series;
		}
		receiver.add(series, times.timeMs(), decimals.value());
		return at + ending.bytes.length;
	}
	function parseLine(line, start) {
		const place = () => `at byte ${offset + start}`;
		if (line.length > MAX_LINE_BYTES) requireShort(line.length);
		const written = decode(line, place);
		if (written.trim() === "") return;
		const record = parse(written, place);
		const data = record.data;
		const metric = record.metric;
		if (typeof metric !== "string" || !isObject(data)) throw notPoints(place());
		if (record.type === "Metric") {
			define(metric, data, place);
			return;
		}
		if (record.type !== "Point") throw notPoints(place());
		const { time, value, tags } = data;
		const timeMs = typeof time === "string" ? Date.parse(time) : NaN;
		if (Number.isNaN(timeMs)) throw new UserError(text`The time of a point is ${quote(time)}, ${place()}. The file is damaged.`);
		if (typeof value !== "number" || !Number.isFinite(value)) throw new UserError(text`The value of a point of ${quote(metric)} is ${quote(value)}, not a number, ${place()}. The file is damaged.`);
		if (!metricIds.has(metric)) addKnownMetric(metric);
		receiver.add(receiver.series(metric, isObject(tags) ? tags : {}), timeMs, value);
	}
	function define(metric, data, place) {
		const { type, contains, thresholds } = data;
		if (typeof type !== "string") throw notPoints(place());
		const holds = typeof contains === "string" ? contains : null;
		receiver.defineMetric(metric, type, holds, abortThresholds(metric, thresholds));
		if (!metricIds.has(metric)) addKnownMetric(metric);
	}
	function addKnownMetric(name) {
		const id = metrics.length;
		metricIds.set(name, id);
		metrics.push({
			name,
			id,
			prefix: textPattern(`{"metric":${JSON.stringify(name)},"type":"Point","data":{"time":"`)
		});
	}
	function requireShort(length) {
		if (length <= MAX_LINE_BYTES) return;
		throw new UserError(`A line is longer than 1 MiB, at byte ${offset}. k6 writes some 300 bytes per line: the file is damaged.`);
	}
	return {
		push,
		end
	};
}
/**
* The tags of an ending. null if it is not JSON, or if it holds anything besides tags and metadata. Such a line is
* parsed as a whole.
*/
function parseTags(ending) {
	let line;
	try {
		line = JSON.parse(`{"data":{"value":"${STAND_IN}"${UTF8.decode(ending)}`);
	} catch {
		return null;
	}
	if (!isObject(line) || Object.keys(line).length !== 1 || !isObject(line.data)) return null;
	const { value, tags, metadata: _, ...others } = line.data;
	if (value !== STAND_IN || Object.keys(others).length > 0) return null;
	if (tags === null || tags === void 0) return {};
	return isObject(tags) ? tags : null;
}
function joined(first, second) {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
function decode(line, place) {
	try {
		return UTF8.decode(line);
	} catch {
		throw new UserError(`A line is not UTF-8 text, ${place()}. The file is damaged.`);
	}
}
function parse(written, place) {
	let value;
	try {
		value = JSON.parse(written);
	} catch {
		throw new UserError(`A line is not complete JSON, ${place()}. The file is damaged, or k6 was killed while it wrote.`);
	}
	if (isObject(value)) return value;
	throw notPoints(place());
}
function notPoints(place) {
	return new UserError(`A line is not a metric or a point of k6, ${place}. The file is damaged or was edited.`);
}
export { createNdjsonScanner as t };
