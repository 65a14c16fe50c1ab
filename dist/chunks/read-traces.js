import { Ft as text, Nt as sentences, wt as distinct, xt as UserError } from "./both.js";
import { Ln as isObject, On as wholeFile, Rn as levelsOfJson, Vn as textOr, on as count } from "./compare.js";
// src/traces/ids.ts
/** 16 bytes of a trace are 32 digits. Some systems have their own kind of ids, but none is longer than this. */
const MAX_CHARACTERS = 64;
/**
* The id of a trace or a span, as lower-case hexadecimal without leading zeros; null: there is none. OTLP asks for hexadecimal in
* JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), but a plain protobuf library writes base64. Jaeger
* leaves out leading zeros, and an id of zeros only means that there is no parent.
*/
function idOf(value) {
	if (typeof value !== "string" || value === "" || value.length > MAX_CHARACTERS) return null;
	const hex = /^[0-9a-f]+$/i.test(value) ? value.toLowerCase() : fromBase64(value);
	return hex === null ? value : hex.replace(/^0+/, "") || null;
}
/** Base64 of eight bytes ends with one `=`, and of sixteen bytes with two, so it cannot be mistaken for hexadecimal. */
function fromBase64(value) {
	if (!/^(?:[A-Za-z0-9+/]{11}=|[A-Za-z0-9+/]{22}==)$/.test(value)) return null;
	return [...atob(value)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
// src/traces/span-list.ts
/** Ten minutes of a hundred requests per second with three spans each. More spans do not make a percentile more certain. */
const MAX_SPANS = 2e5;
/** A longer name is not the name of an operation, but a whole address or statement. */
const MAX_NAME_CHARACTERS = 200;
/** No request takes a month, so a longer time is damaged. */
const MAX_DURATION_NS = 2592e3 * 1e9;
/** Collects the spans of a file. Spans that cannot be used are counted, and a note names their number. */
var SpanList = class {
	#spans = [];
	#names = /* @__PURE__ */ new Map();
	#samplingRatios = /* @__PURE__ */ new Set();
	#notes = [];
	#unusable = 0;
	add({ traceId, spanId, parentId, service, operation, startNs, durationNs, isShared = false, ...rest }) {
		const [trace, span] = [idOf(traceId), idOf(spanId)];
		if (trace === null || span === null || !(startNs !== null && durationNs !== null && durationNs >= 0 && durationNs <= MAX_DURATION_NS)) {
			this.#unusable += 1;
			return;
		}
		if (this.#spans.length >= MAX_SPANS) throw new UserError(`The file has more than ${count(MAX_SPANS, "span")}. Keep the traces of fewer requests: one in ten is enough.`);
		this.#spans.push({
			...rest,
			traceId: trace,
			spanId: span,
			parentId: idOf(parentId),
			service: this.#name(service, "unknown service"),
			operation: this.#name(operation, "unknown operation"),
			startNs,
			durationNs,
			isShared
		});
	}
	/** Takes the share of requests that a tracer keeps: 0.1 is one in ten. */
	sampled(ratio) {
		if (ratio > 0 && ratio <= 1) this.#samplingRatios.add(ratio);
	}
	note(sentence) {
		this.#notes.push(sentence);
	}
	finish() {
		const unusable = this.#unusable === 0 ? [] : [text`${count(this.#unusable, "span")} without an id, a start or a duration that can be used: left out.`];
		return {
			spans: this.#spans,
			samplingRatios: [...this.#samplingRatios].sort((left, right) => left - right),
			notes: distinct([...this.#notes, ...unusable])
		};
	}
	/** Many spans share few names, so each name is stored once. */
	#name(value, otherwise) {
		const whole = typeof value === "string" && value.trim() !== "" ? value : otherwise;
		const name = whole.length > MAX_NAME_CHARACTERS ? `${whole.slice(0, MAX_NAME_CHARACTERS)}…` : whole;
		const known = this.#names.get(name);
		if (known !== void 0) return known;
		this.#names.set(name, name);
		return name;
	}
};
// src/traces/read-traces.ts
/** A span takes about 500 bytes of JSON, so a larger file has more spans than are allowed. */
const MAX_BYTES = 134217728;
/**
* The limit of one JSON value, because small values take twenty times their size in memory. A file with one value per line may
* have many.
*/
const MAX_DOCUMENT_CHARACTERS = 33554432;
/** Attributes of OTLP may be nested lists and maps, but ten levels are already unusual. */
const MAX_LEVELS = 100;
/** The file does not seem to be JSON of traces. */
var NoTracesError = class extends UserError {
	name = "NoTracesError";
};
/** Reads one file of traces with the format that recognises its content. Throws a UserError that says what the file is and what to do. */
async function readTraces(chunks, formats) {
	const bytes = await wholeFile(chunks, MAX_BYTES);
	if (bytes === null) throw new UserError(`The file is larger than ${MAX_BYTES / 1024 / 1024} MiB. Keep the traces of fewer requests: one in ten is enough.`);
	const content = textOf(bytes);
	if (!looksLikeTraces(content)) throw explainOther(content);
	const spans = new SpanList();
	let format;
	for (const document of documentsOf(content, spans)) {
		format ??= formats.find((one) => one.recognizes(document));
		if (format === void 0) throw explainAnswer(document);
		format.read(document, spans);
	}
	if (format === void 0) throw new NoTracesError("The file holds no JSON.");
	const { id, tool } = format;
	const found = spans.finish();
	if (found.spans.length > 0) return {
		format: id,
		tool,
		...found
	};
	throw new UserError(sentences(text`The file is ${tool} and holds no span that can be used.`, ...found.notes, text`Check the name of the service and the time of the query.`));
}
function textOf(bytes) {
	if (bytes[0] === 40 && bytes[1] === 181) throw new NoTracesError("The file is compressed with zstd. Write: `zstd -d FILE`, or let the exporter compress nothing.");
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		if (!text.includes("\0")) return text;
	} catch {}
	throw new NoTracesError("The file is not text. Let the file exporter of the collector write JSON: `format: json`, and no compression.");
}
/** The JSON values of a file: one value in all, or one per line, as the file exporter of the OpenTelemetry collector writes them. */
function* documentsOf(content, spans) {
	const whole = content.trim();
	if (whole === "") return;
	const firstEnd = whole.indexOf("\n");
	if ((firstEnd === -1 ? void 0 : jsonOf(whole.slice(0, firstEnd))) === void 0) {
		const document = jsonOf(whole);
		if (document === void 0) throw new UserError("The file is not valid JSON: it is cut or damaged. Fetch the traces again.");
		yield document;
		return;
	}
	for (let [start, line] = [0, 1]; start < content.length; line += 1) {
		const newline = content.indexOf("\n", start);
		const end = newline === -1 ? content.length : newline;
		const one = content.slice(start, end).trim();
		start = end + 1;
		if (one === "") continue;
		const document = jsonOf(one);
		if (document !== void 0) yield document;
		else if (newline === -1) spans.note(text`The last line is cut: it was left out.`);
		else throw new UserError(`Line ${line} of the file is not valid JSON. It is damaged.`);
	}
}
/** undefined: the text is not JSON. */
function jsonOf(text) {
	if (text.length > MAX_DOCUMENT_CHARACTERS) throw new UserError(`The file is JSON of more than ${MAX_DOCUMENT_CHARACTERS / 1024 / 1024} MiB in one piece. Keep the traces of fewer requests: one in ten is enough.`);
	if (levelsOfJson(text) > MAX_LEVELS) throw new UserError(`The JSON is nested more than ${MAX_LEVELS} levels deep, which no honest trace is.`);
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Names that each format has near its start, or that an answer without traces has. A text without any of them is not parsed. */
const MARKS = /"(?:traceID|traceId|trace_id|resource_?[A-Z_]\w+|batches|errors?)"|^\s*\[\s*(?:\[\s*)?\]/;
function looksLikeTraces(text) {
	const start = text.slice(0, 65536);
	return /^\s*[[{]/.test(start) && MARKS.test(start);
}
function explainOther(text) {
	if (text.trim() === "") return new NoTracesError("The file is empty.");
	return new NoTracesError(`The file starts with ${JSON.stringify(text.slice(0, 40))}, which is none of OTLP, Jaeger and Zipkin as JSON.`);
}
/** Jaeger writes its errors as JSON. */
function explainAnswer(document) {
	const error = isObject(document) && isObject(document.error) ? document.error : null;
	const message = error === null ? "" : textOr(error.message, "");
	if (message !== "") return new UserError(`The file is an answer that says: ${JSON.stringify(message.slice(0, 200))}.`);
	return new NoTracesError("The file is JSON, and is none of OTLP, Jaeger and Zipkin.");
}
export { NoTracesError, readTraces };
