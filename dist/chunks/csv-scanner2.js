import { Ft as text, xt as UserError } from "./both.js";
import { Cn as viewOf, In as quote, Sn as textPattern, vn as createCarriedBytes, xn as isAt } from "./compare.js";
import { t as parseCsvRow } from "./csv-row.js";
import { n as createDecimalReader, t as createLineEndings } from "./line-endings.js";
// src/formats/csv-scanner.ts
const CSV_HEADER = "metric_name,timestamp,metric_value";
const MAX_ROW_BYTES = 1048576;
const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const LEADING_COLUMNS = 3;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
* Reads k6's CSV points (https://grafana.com/docs/k6/latest/results-output/real-time/csv/). Columns are found by the
* header, because their number and order differ between versions. A second header in the stream starts the next file.
* Rows with quotes are parsed field by field.
*/
function createCsvScanner(receiver) {
	const metrics = [];
	const successors = [];
	const decimals = createDecimalReader();
	let columns = [];
	let endings = createLineEndings(parseEnding);
	let previousMetric = 0;
	let lastTime = null;
	let lastTimeMs = 0;
	const carried = createCarriedBytes();
	let left = 0;
	let offset = 0;
	let bytes = /* @__PURE__ */ new Uint8Array();
	let view = viewOf(bytes);
	function push(chunk) {
		bytes = carried.followedBy(chunk);
		view = viewOf(bytes);
		let position = 0;
		while (position < bytes.length) {
			const end = readFast(position) || readSlow(position);
			if (end === 0) break;
			position = end;
		}
		offset += position;
		left = carried.leave(position);
		if (left > MAX_ROW_BYTES) throw tooLong(offset);
	}
	function end() {
		if (left === 0) return;
		throw new UserError(`The last row has no end, at byte ${offset}. The file is truncated: k6 was killed while it wrote.`);
	}
	/** Returns the position after the row, or 0 if the row differs from the pattern of the rows before it. */
	function readFast(start) {
		const metric = metricAt(start);
		if (metric === void 0) return 0;
		const timeStart = start + metric.prefix.bytes.length;
		if (lastTime === null || !isAt(lastTime, bytes, view, timeStart)) {
			if (!readTime(timeStart)) return 0;
		}
		const valueEnd = decimals.read(bytes, timeStart + (lastTime?.bytes.length ?? 0));
		if (valueEnd === 0) return 0;
		const ending = endings.at(bytes, view, valueEnd);
		if (ending === null) return 0;
		const series = ending.series[metric.id] ?? receiver.series(metric.name, ending.tags);
		ending.series[metric.id] = series;
		receiver.add(series, lastTimeMs, decimals.value());
		return valueEnd + ending.bytes.length;
	}
	function metricAt(start) {
		const expected = metrics[successors[previousMetric] ?? -1];
		const found = expected !== void 0 && isAt(expected.prefix, bytes, view, start) ? expected : metrics.find((metric) => isAt(metric.prefix, bytes, view, start));
		if (found === void 0) return void 0;
		successors[previousMetric] = found.id;
		previousMetric = found.id;
		return found;
	}
	function readTime(start) {
		const comma = bytes.subarray(start, start + 64).indexOf(COMMA);
		if (comma < 0) return false;
		const row = String.fromCharCode(...bytes.subarray(start, start + comma));
		const timeMs = timeOf(row);
		if (Number.isNaN(timeMs)) return false;
		lastTime = textPattern(`${row},`);
		lastTimeMs = timeMs;
		return true;
	}
	/** Returns the position after the row, or 0 if the row does not end in this chunk. */
	function readSlow(start) {
		const end = endOfRow(bytes, start);
		if (end < 0) return 0;
		if (end - start > MAX_ROW_BYTES) throw tooLong(offset + start);
		const place = `at byte ${offset + start}`;
		const row = decode(bytes.subarray(start, end), place).replace(/\r$/, "");
		if (row !== "") readRow(row, place);
		return end + 1;
	}
	function readRow(row, place) {
		const fields = parseCsvRow(row);
		if (fields === null) throw new UserError(`A row has a quote that is not closed, ${place}. The file is damaged.`);
		if (row.startsWith(CSV_HEADER)) {
			columns = fields;
			endings = createLineEndings(parseEnding);
			return;
		}
		const [name = "", time = "", value = ""] = fields;
		if (fields.length !== columns.length) throw new UserError(`A row has ${fields.length} fields and the header ${columns.length}, ${place}. The file is damaged.`);
		const timeMs = timeOf(time);
		if (Number.isNaN(timeMs)) throw new UserError(text`The time of a point is ${quote(time)}, ${place}. The file is damaged.`);
		if (!NUMBER.test(value) || !Number.isFinite(Number(value))) throw new UserError(text`The value of a point of ${quote(name)} is ${quote(value)}, not a number, ${place}. The file is damaged.`);
		if (!metrics.some((metric) => metric.name === name)) metrics.push({
			name,
			id: metrics.length,
			prefix: textPattern(`${name},`)
		});
		receiver.add(receiver.series(name, tagsOf(fields.slice(LEADING_COLUMNS))), timeMs, Number(value));
	}
	/**
	* The tags of `,field,field…` up to the line break. null if the row continues, or if it has not the columns of the
	* header.
	*/
	function parseEnding(ending) {
		const row = new TextDecoder().decode(ending.subarray(1, -1)).replace(/\r$/, "");
		const fields = row.includes("�") ? null : parseCsvRow(row);
		return fields === null || fields.length !== columns.length - LEADING_COLUMNS ? null : tagsOf(fields);
	}
	function tagsOf(fields) {
		const tags = /* @__PURE__ */ new Map();
		for (const [index, field] of fields.entries()) {
			const column = columns[index + LEADING_COLUMNS] ?? "";
			if (field === "" || column === "metadata") continue;
			if (column === "extra_tags") for (const [name, value] of extraTags(field)) tags.set(name, value);
			else tags.set(column, field);
		}
		return Object.fromEntries(tags);
	}
	return {
		push,
		end
	};
}
/** `k=v&k2=v2`. k6 does not escape it, so a value with `&` or `=` looks like two tags. */
function extraTags(field) {
	return field.split("&").map((pair) => {
		const equals = pair.indexOf("=");
		return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
	});
}
/**
* The formats of K6_CSV_TIME_FORMAT: unix, unix_milli, unix_micro and unix_nano, which differ in length, rfc3339 and
* rfc3339_nano.
*/
function timeOf(row) {
	if (/^\d{9,11}$/.test(row)) return Number(row) * 1e3;
	if (/^\d{12,14}$/.test(row)) return Number(row);
	if (/^\d{15,17}$/.test(row)) return Number(row.slice(0, -3));
	if (/^\d{18,20}$/.test(row)) return Number(row.slice(0, -6));
	return /^\d{4}-\d\d-\d\dT/.test(row) ? Date.parse(row) : NaN;
}
/**
* The position of the line break that ends the row, which has an even number of quotes before it. -1 if there is none.
*/
function endOfRow(bytes, start) {
	let isOpen = false;
	for (let at = start; at < bytes.length; at += 1) {
		if (bytes[at] === QUOTE) isOpen = !isOpen;
		else if (bytes[at] === NEWLINE && !isOpen) return at;
		if (at - start > MAX_ROW_BYTES) return at;
	}
	return -1;
}
function decode(row, place) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(row);
	} catch {
		throw new UserError(`A row is not UTF-8 text, ${place}. The file is damaged.`);
	}
}
function tooLong(offset) {
	return new UserError(`A row is longer than 1 MiB, at byte ${offset}. The file is damaged.`);
}
export { createCsvScanner as t };
