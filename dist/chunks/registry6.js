import { Ft as text, xt as UserError } from "./both.js";
import { Bn as objects, Ln as isObject, Vn as textOr, zn as numberOr } from "./compare.js";
// src/traces/microseconds.ts
/** Whole microseconds of a file as nanoseconds; null: the value is not a time. */
function microseconds(value) {
	if (typeof value !== "number" || !Number.isFinite(value) || value < 0 || value > Number.MAX_SAFE_INTEGER) return null;
	return BigInt(Math.round(value)) * 1000n;
}
// src/traces/readers/jaeger.ts
const KINDS$2 = /* @__PURE__ */ new Set([
	"server",
	"client",
	"producer",
	"consumer"
]);
/**
* The answer of `/api/traces` of Jaeger, which its page also saves as a file:
* https://github.com/jaegertracing/jaeger/blob/main/internal/uimodel/model.go
*/
const jaeger = {
	id: "jaeger",
	tool: "Jaeger",
	recognizes: (document) => isObject(document) && ("errors" in document || isTrace(objects(document.data)[0])) && "data" in document,
	read(document, spans) {
		if (!isObject(document)) return;
		const message = objects(document.errors).map(({ msg }) => textOr(msg, ""))[0];
		if (document.data === null) throw new UserError(`Jaeger answered with an error${message ? `: ${JSON.stringify(message.slice(0, 200))}` : ""}.`);
		for (const trace of objects(document.data)) {
			const processes = isObject(trace.processes) ? trace.processes : {};
			for (const span of objects(trace.spans)) addSpan$2(span, processes, spans);
		}
	}
};
function isTrace(value) {
	return isObject(value) && "traceID" in value && Array.isArray(value.spans);
}
function addSpan$2(span, processes, spans) {
	const tags = new Map(objects(span.tags).map(({ key, value }) => [key, value]));
	const process = span.process ?? (typeof span.processID === "string" ? processes[span.processID] : void 0);
	const start = microseconds(span.startTime);
	const duration = microseconds(span.duration);
	const kind = textOr(tags.get("span.kind"), "").toLowerCase();
	if (tags.get("sampler.type") === "probabilistic") spans.sampled(numberOr(tags.get("sampler.param"), 0));
	spans.add({
		traceId: span.traceID,
		spanId: span.spanID,
		parentId: parentOf(span),
		service: isObject(process) ? process.serviceName : void 0,
		kind: KINDS$2.has(kind) ? kind : "internal",
		operation: span.operationName,
		startNs: start,
		durationNs: duration === null ? null : Number(duration),
		isError: tags.get("error") === true || tags.get("error") === "true" || tags.get("otel.status_code") === "ERROR"
	});
}
/**
* A span that follows from another span is not its child, because the other span did not wait for it. Old versions of Jaeger name
* the parent in `parentSpanID`.
*/
function parentOf({ traceID, references, parentSpanID }) {
	const parents = objects(references).filter((one) => one.refType === "CHILD_OF");
	return (parents.find((one) => one.traceID === traceID) ?? parents[0])?.spanID ?? parentSpanID;
}
// src/traces/readers/otlp.ts
/** The specification has numbers; a plain protobuf library writes names. */
const KINDS$1 = /* @__PURE__ */ new Map([
	[2, "server"],
	[3, "client"],
	[4, "producer"],
	[5, "consumer"],
	["SPAN_KIND_SERVER", "server"],
	["SPAN_KIND_CLIENT", "client"],
	["SPAN_KIND_PRODUCER", "producer"],
	["SPAN_KIND_CONSUMER", "consumer"]
]);
/** The file exporter of a collector can put logs and metrics into the same file. */
const OTHER_SIGNALS = [
	"resourceLogs",
	"resourceMetrics",
	"resourceProfiles",
	"resource_logs",
	"resource_metrics"
];
/**
* The files of the OpenTelemetry collector and the SDKs, with one request of an exporter per line or in all, and the answers of
* Jaeger and Tempo.
*/
const otlp = {
	id: "otlp",
	tool: "OTLP",
	recognizes: (document) => isObject(document) && (resourcesOf(document) !== null || OTHER_SIGNALS.some((key) => key in document)),
	read(document, spans) {
		if (!isObject(document)) return;
		if (OTHER_SIGNALS.some((key) => key in document)) spans.note(text`Logs and metrics in the same file: they were left out.`);
		for (const resource of objects(resourcesOf(document))) {
			const service = serviceOf(resource);
			const scopes = field(resource, "scopeSpans", "scope_spans") ?? field(resource, ...OLD_SCOPES);
			for (const scope of objects(scopes)) for (const span of objects(scope.spans)) addSpan$1(span, service, spans);
		}
	}
};
/** Before OTLP 0.15, scopes were called libraries. */
const OLD_SCOPES = ["instrumentationLibrarySpans", "instrumentation_library_spans"];
/**
* The resources of an answer: `/api/v3/traces` of Jaeger has them in `result`, `/api/v2/traces` of Tempo in `trace`, and
* `/api/traces` of Tempo in `batches`.
*/
function resourcesOf(document) {
	for (const holder of [
		document,
		document.result,
		document.trace
	]) {
		const found = isObject(holder) ? field(holder, "resourceSpans", "resource_spans", "batches") : void 0;
		if (Array.isArray(found)) return found;
	}
	return null;
}
function field(object, ...names) {
	const name = names.find((one) => one in object);
	return name === void 0 ? void 0 : object[name];
}
function serviceOf({ resource }) {
	const value = (isObject(resource) ? objects(resource.attributes) : []).find(({ key }) => key === "service.name")?.value;
	return isObject(value) ? field(value, "stringValue", "string_value") : void 0;
}
function addSpan$1(span, service, spans) {
	const start = nanoseconds(field(span, "startTimeUnixNano", "start_time_unix_nano"));
	const end = nanoseconds(field(span, "endTimeUnixNano", "end_time_unix_nano"));
	const code = isObject(span.status) ? span.status.code : void 0;
	const ratio = samplingRatio(textOr(field(span, "traceState", "trace_state"), ""));
	if (ratio !== null) spans.sampled(ratio);
	spans.add({
		traceId: field(span, "traceId", "trace_id"),
		spanId: field(span, "spanId", "span_id"),
		parentId: field(span, "parentSpanId", "parent_span_id"),
		service,
		kind: KINDS$1.get(span.kind) ?? "internal",
		operation: span.name,
		startNs: start,
		durationNs: start === null || end === null ? null : Number(end - start),
		isError: code === 2 || code === "STATUS_CODE_ERROR"
	});
}
/** The specification has a string. A JSON number has already lost its last digits. */
function nanoseconds(value) {
	if (typeof value === "number") return Number.isInteger(value) && value > 0 && value < 2 ** 63 ? BigInt(value) : null;
	const time = typeof value === "string" && /^\d{1,20}$/.test(value) ? BigInt(value) : 0n;
	return time === 0n ? null : time;
}
/**
* `ot=th:c`: traces whose random number is below c000… of 2^56 were dropped.
* https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/#sampling-threshold-value-th
*/
function samplingRatio(traceState) {
	const threshold = /(?:^|,)\s*ot=(?:[^,]*;)?th:([0-9a-f]{1,14})(?:[;,\s]|$)/.exec(traceState.slice(0, 512))?.[1];
	return threshold === void 0 ? null : 1 - Number.parseInt(threshold.padEnd(14, "0"), 16) / 2 ** 56;
}
// src/traces/readers/zipkin.ts
const KINDS = /* @__PURE__ */ new Set([
	"server",
	"client",
	"producer",
	"consumer"
]);
/** The number of traces that `/api/v2/traces` returns without a limit in the query. */
const DEFAULT_LIMIT = 10;
/** Version 2: a list of spans, or of traces that are lists of spans. https://zipkin.io/zipkin-api/#/default/get_traces */
const zipkin = {
	id: "zipkin",
	tool: "Zipkin",
	recognizes(document) {
		if (!Array.isArray(document)) return false;
		const [first] = document.flat();
		return document.length === 0 || isObject(first) && "traceId" in first && "id" in first;
	},
	read(document, spans) {
		if (!Array.isArray(document)) return;
		if (Array.isArray(document[0]) && document.length === DEFAULT_LIMIT) spans.note(text`Exactly ${DEFAULT_LIMIT} traces, the number that Zipkin returns without a limit: add ${"&limit=10000"} to the query.`);
		for (const span of document.flat()) if (isObject(span)) addSpan(span, spans);
	}
};
function addSpan(span, spans) {
	if ("binaryAnnotations" in span) throw new UserError("The file is version 1 of the format of Zipkin. Fetch it from /api/v2/traces.");
	const duration = microseconds(span.duration);
	const kind = textOr(span.kind, "").toLowerCase();
	spans.add({
		traceId: span.traceId,
		spanId: span.id,
		parentId: span.parentId,
		service: isObject(span.localEndpoint) ? span.localEndpoint.serviceName : void 0,
		kind: KINDS.has(kind) ? kind : "internal",
		operation: span.name,
		startNs: microseconds(span.timestamp),
		durationNs: duration === null ? null : Number(duration),
		isError: isObject(span.tags) && "error" in span.tags,
		isShared: span.shared === true
	});
}
// src/traces/registry.ts
/** Every format of traces. */
const TRACE_FORMATS = [
	otlp,
	jaeger,
	zipkin
];
export { TRACE_FORMATS };
