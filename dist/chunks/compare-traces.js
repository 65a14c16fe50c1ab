import { Mn as quantile, bt as groupBy, on as count } from "./compare.js";
import { Ft as text, wt as distinct } from "./both.js";
// src/statistics/quantile.ts
/**
* The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, the default of R and NumPy).
* k6 computes its own percentiles in this way:
* https://github.com/grafana/k6/blob/87883085/metrics/sink.go (TrendSink.P).
* simple-statistics computes type 7 only since 7.9.0, which a test holds.
*
* @param values in any order and any unit
* @param probability from 0 (the smallest value) to 1 (the largest)
* @returns the quantile in the unit of the values
* @throws Error when the probability is outside 0 to 1
*/
function quantileType7(values, probability) {
	return quantile(values, probability);
}
// src/traces/self-times.ts
/**
* The own time of each span: its duration minus the time that is covered by the spans that it called, which may run at the same
* time. What a called span does after the end of its caller does not count. Each span is only compared with its direct children,
* so a circle of callers does no harm.
*/
function selfTimes(all) {
	const spans = withoutDuplicates(all);
	const byId = /* @__PURE__ */ new Map();
	for (const span of spans) push(byId, `${span.traceId} ${span.spanId}`, span);
	const called = /* @__PURE__ */ new Map();
	let [orphans, skewed] = [0, 0];
	for (const span of spans) {
		if (span.parentId === null || span.isShared) continue;
		const parent = parentOf(span, byId.get(`${span.traceId} ${span.parentId}`) ?? []);
		if (parent === null) orphans += 1;
		else if (parent !== span) {
			const { interval, isSkewed } = intervalIn(parent, span);
			if (isSkewed) skewed += 1;
			push(called, parent, interval);
		}
	}
	return {
		spans: spans.map((span) => ({
			span,
			selfNs: span.durationNs - covered(called.get(span) ?? [], span.durationNs)
		})),
		duplicates: all.length - spans.length,
		orphans,
		skewed
	};
}
/** An exporter that gets no answer sends its spans again. If a span was reported twice, the longer report is complete. */
function withoutDuplicates(all) {
	const first = /* @__PURE__ */ new Map();
	for (const span of all) {
		const key = JSON.stringify([
			span.traceId,
			span.spanId,
			span.kind,
			span.service
		]);
		const known = first.get(key);
		if (known === void 0 || span.durationNs > known.durationNs) first.set(key, span);
	}
	return [...first.values()];
}
/**
* In Zipkin two spans may share an id: one is of the calling side of a call, the other of the called side. The parent of a span is the one
* of the same service. If none is, it is the called side.
*/
function parentOf(span, found) {
	return found.find(({ service }) => service === span.service) ?? found.find(({ kind }) => kind === "server") ?? found[0] ?? null;
}
/**
* When the called span ran, counted from the start of its caller. The clocks of services differ. A server cannot answer before it
* is called or after its answer arrived, so in this case its span is moved to the middle of the call, as Jaeger's page does:
* https://github.com/jaegertracing/jaeger/blob/v1.67.0/model/adjuster/clockskew.go
*/
function intervalIn(parent, span) {
	const from = Number(span.startNs - parent.startNs);
	const to = from + span.durationNs;
	if (!(parent.kind === "client" && span.kind === "server" && parent.service !== span.service) || from >= 0 && to <= parent.durationNs) return {
		interval: [from, to],
		isSkewed: false
	};
	const middle = (parent.durationNs - span.durationNs) / 2;
	return {
		interval: [middle, middle + span.durationNs],
		isSkewed: true
	};
}
/** How much of a span is covered by these intervals. */
function covered(intervals, durationNs) {
	let [sum, reached] = [0, 0];
	for (const [from, to] of [...intervals].sort((left, right) => left[0] - right[0])) {
		const [start, end] = [Math.max(from, reached), Math.min(to, durationNs)];
		if (end > start) sum += end - start;
		reached = Math.max(reached, end);
	}
	return sum;
}
function push(map, key, item) {
	const known = map.get(key);
	if (known === void 0) map.set(key, [item]);
	else known.push(item);
}
// src/traces/compare-traces.ts
/** Nobody reads more rows. Names with ids in them would make thousands. */
const MAX_OPERATIONS = 100;
const MS_PER_NS = 1e-6;
/**
* One comparison for each format. Two formats are never compared with each other: Zipkin keeps both sides of a call in one span,
* so the own time of the caller includes the time of the called service.
*/
function compareTraces(traces) {
	return [...groupBy(traces, ({ file }) => file.format).values()].map(compareFormat);
}
function compareFormat(traces) {
	const [baseline, candidate] = [sideOf(traces, "baseline"), sideOf(traces, "candidate")];
	const operations = operationsOf(baseline, candidate);
	return {
		format: traces[0]?.file.format ?? "",
		tool: traces[0]?.file.tool ?? "",
		baseline: tracedSide(baseline),
		candidate: tracedSide(candidate),
		operations: operations.slice(0, MAX_OPERATIONS),
		operationsLeftOut: Math.max(0, operations.length - MAX_OPERATIONS),
		notes: distinct([...traces.flatMap(({ file }) => file.notes), ...oddities([...baseline.runs, ...candidate.runs])])
	};
}
/** The files of one run are joined, because each service may write its own file, and the services call each other. */
function sideOf(traces, side) {
	const own = traces.filter((one) => one.side === side);
	const runs = [...groupBy(own, ({ run }) => run).values()].map((files) => ({
		requests: files[0]?.requests ?? null,
		errorRatio: files[0]?.errorRatio ?? null,
		timed: selfTimes(files.flatMap(({ file }) => file.spans))
	}));
	return {
		runs,
		traces: runs.reduce((sum, { timed }) => sum + new Set(timed.spans.map(({ span }) => span.traceId)).size, 0),
		samplingRatios: [...new Set(own.flatMap(({ file }) => file.samplingRatios))].sort((left, right) => left - right)
	};
}
function operationsOf(baseline, candidate) {
	const [before, after] = [sumsOf(baseline), sumsOf(candidate)];
	const changes = [...new Map([...before.examples, ...after.examples])].map(([key, { service, kind, operation }]) => {
		const [old, now] = [timesOf(before.sums.get(key), baseline), timesOf(after.sums.get(key), candidate)];
		return {
			service,
			kind,
			operation,
			baseline: old,
			candidate: now,
			changeRatio: old !== null && now !== null && old.selfMsPerTrace > 0 ? now.selfMsPerTrace / old.selfMsPerTrace - 1 : null
		};
	});
	const size = baseline.traces === 0 || candidate.traces === 0 ? mostMs : differenceMs;
	return changes.sort((left, right) => size(right) - size(left) || mostMs(right) - mostMs(left) || (nameOf(left) < nameOf(right) ? -1 : 1));
}
function sumsOf({ runs }) {
	const sums = /* @__PURE__ */ new Map();
	const examples = /* @__PURE__ */ new Map();
	for (const { span, selfNs } of runs.flatMap(({ timed }) => timed.spans)) {
		const key = nameOf(span);
		const known = sums.get(key);
		const errors = span.isError ? 1 : 0;
		examples.set(key, span);
		if (known === void 0) sums.set(key, {
			durations: [span.durationNs],
			selfNs,
			errors
		});
		else {
			known.durations.push(span.durationNs);
			known.selfNs += selfNs;
			known.errors += errors;
		}
	}
	return {
		sums,
		examples
	};
}
function timesOf(sums, { traces }) {
	if (sums === void 0) return null;
	const { durations, selfNs, errors } = sums;
	return {
		spans: durations.length,
		errorRatio: errors / durations.length,
		callsPerTrace: durations.length / traces,
		selfMsPerTrace: selfNs * MS_PER_NS / traces,
		p50Ms: quantileType7(durations, .5) * MS_PER_NS,
		p95Ms: quantileType7(durations, .95) * MS_PER_NS
	};
}
function nameOf({ service, kind, operation }) {
	return JSON.stringify([
		service,
		kind,
		operation
	]);
}
function differenceMs({ baseline, candidate }) {
	return Math.abs((candidate?.selfMsPerTrace ?? 0) - (baseline?.selfMsPerTrace ?? 0));
}
function mostMs({ baseline, candidate }) {
	return Math.max(candidate?.selfMsPerTrace ?? 0, baseline?.selfMsPerTrace ?? 0);
}
function tracedSide({ runs, traces, samplingRatios }) {
	const spans = runs.flatMap(({ timed }) => timed.spans.map(({ span }) => span));
	const requests = runs.map((run) => run.requests);
	const errors = runs.map((run) => run.errorRatio);
	const isKnown = runs.length > 0 && !requests.includes(null);
	const all = sum(requests);
	const failed = sum(runs.map((run) => (run.requests ?? 0) * (run.errorRatio ?? 0)));
	return {
		runs: runs.length,
		traces,
		spans: spans.length,
		requests: isKnown ? all : null,
		tracedErrorRatio: traces === 0 ? 0 : failedTraces(spans) / traces,
		errorRatio: isKnown && !errors.includes(null) && all > 0 ? failed / all : null,
		samplingRatios
	};
}
/** A request failed if its root span, which has no caller, failed. */
function failedTraces(spans) {
	return new Set(spans.filter(({ isError, parentId }) => isError && parentId === null).map(({ traceId }) => traceId)).size;
}
function oddities(runs) {
	const sumOf = (key) => sum(runs.map(({ timed }) => timed[key]));
	const [duplicates, orphans, skewed] = [
		sumOf("duplicates"),
		sumOf("orphans"),
		sumOf("skewed")
	];
	return [
		...duplicates === 0 ? [] : [text`${count(duplicates, "span")} in the files more than once: counted once.`],
		...orphans === 0 ? [] : [text`${count(orphans, "span")} called by a span that is not in the files: these traces are incomplete, so the own time of callers may be too large.`],
		...skewed === 0 ? [] : [text`${count(skewed, "call")} answered outside of the call, by the clocks: the clocks of the services differ, so the answer was moved to the middle of the call.`]
	];
}
function sum(values) {
	return values.reduce((all, value) => all + (value ?? 0), 0);
}
export { compareTraces as t };
