import { et as UserError, q as withoutSecrets } from "./both.js";
import { Ct as isRequestTime, Dt as quote, L as groupedName, St as builtInTraits, bt as orNoRequests, ct as takeQuantiles, gt as usableTrend, ht as usableRate, mt as usableGauge, ot as distributionOf, pt as usableCounter, st as distributionOfHistogram, ut as oneRecordALine, vt as selected, wt as traitsOf, xt as metricKindAt, yt as selectionText } from "./compare.js";
// src/formats/batch-standard-errors.ts
/** 20 batches of at least 50 samples: with fewer, a p95 inside a batch rests on one or two samples. */
const BATCHES = 20;
const MIN_SAMPLES = 1e3;
const STATS = [
	["p50", .5],
	["p90", .9],
	["p95", .95],
	["p99", .99]
];
/**
* Standard errors of percentiles by batch means: the samples of a run are cut into 20 batches in the order of time, and the spread of
* the percentile between batches says how much it moves within a run. Unlike textbook errors it stays right when requests that
* follow each other are alike (https://doi.org/10.1287/opre.31.6.1090, Schmeiser 1982 on the number of batches).
*
* @param values in the order of time
* @returns in the unit of the values; null for fewer than 1000 samples
*/
function batchStandardErrors(values) {
	if (values.length < MIN_SAMPLES) return null;
	const space = new Float64Array(Math.ceil(values.length / BATCHES));
	const batches = Array.from({ length: BATCHES }, (_, index) => {
		const from = Math.floor(index * values.length / BATCHES);
		const to = Math.floor((index + 1) * values.length / BATCHES);
		const batch = space.subarray(0, to - from);
		batch.set(values.subarray(from, to));
		return takeQuantiles(batch, STATS.map(([, probability]) => probability));
	});
	return new Map(STATS.map(([stat], at) => [stat, standardError(batches.map((batch) => batch[at] ?? 0))]));
}
function standardError(values) {
	const mean = values.reduce((total, value) => total + value, 0) / values.length;
	const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1) / values.length);
}
// src/formats/hold-back.ts
const PAGE$1 = 4096;
/** Keeps samples until their place in the run is known, so that the end of the load can be cut off while the file streams past. */
function createHoldBack(release) {
	let pages = [createPage()];
	function add(series, slot, value) {
		let page = pages.at(-1);
		if (page === void 0 || page.length === PAGE$1) {
			page = createPage();
			pages.push(page);
		}
		page.series[page.length] = series;
		page.slots[page.length] = slot;
		page.values[page.length] = value;
		page.length += 1;
		if (slot > page.lastSlot) page.lastSlot = slot;
	}
	function releaseBefore(slot) {
		const first = pages.findIndex((page) => page.length < PAGE$1 || page.lastSlot >= slot);
		for (const page of pages.slice(0, first)) emit(page);
		pages = pages.slice(first);
	}
	function releaseAll() {
		for (const page of pages) emit(page);
		pages = [createPage()];
	}
	function emit(page) {
		for (let index = 0; index < page.length; index += 1) {
			const series = page.series[index];
			if (series !== void 0) release(series, page.slots[index] ?? 0, page.values[index] ?? 0);
		}
	}
	return {
		add,
		releaseBefore,
		releaseAll
	};
}
function createPage() {
	return {
		length: 0,
		lastSlot: 0,
		series: [],
		slots: new Uint32Array(PAGE$1),
		values: new Float64Array(PAGE$1)
	};
}
/** Lines are not in the order of time: k6 writes every 200 ms, and an hour leaves room for badly ordered files. */
const SLOTS_BEFORE_FIRST = 36e3;
/** After this time no sample from the very start of the load is still to come. */
const SETTLED_MS = 2e3;
/** k6's own limit on a request: https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/, `timeout`. */
const LONGEST_REQUEST_MS = 6e4;
/**
* Finds where the load starts and ends, while points stream past. A request ends at its time, so that it starts its
* duration before it.
*/
function createLoadWindow(options, slotBits) {
	const { excludeFirstMs, excludeLastMs } = options;
	const maxSlot = 2 ** slotBits;
	const latencies = /* @__PURE__ */ new Map();
	let baseMs = NaN;
	let startMs = Number.POSITIVE_INFINITY;
	let endMs = Number.NEGATIVE_INFINITY;
	let isCoarse = true;
	let lastMs = NaN;
	let lastSlot = 0;
	function see(metric, timeMs, value) {
		if (timeMs === lastMs && timeMs >= startMs + LONGEST_REQUEST_MS) return lastSlot;
		if (Number.isNaN(baseMs)) baseMs = (Math.floor(timeMs / 100) - SLOTS_BEFORE_FIRST) * 100;
		if (isCoarse && timeMs % 1e3 !== 0) isCoarse = false;
		if (metric.kind !== "gauge") {
			if (timeMs > endMs) endMs = timeMs;
			const sinceMs = timeMs < startMs + LONGEST_REQUEST_MS && isLatency(metric.name) && value > 0 ? timeMs - value : timeMs;
			if (sinceMs < startMs) startMs = sinceMs;
		}
		const slot = Math.floor((timeMs - baseMs) / 100);
		if (metric.kind !== "gauge") {
			lastMs = timeMs;
			lastSlot = slot;
		}
		if (slot >= 0 && slot < maxSlot) return slot;
		throw new UserError(`The times of two points are more than four days apart: ${new Date(timeMs).toISOString()} is one. The file is damaged.`);
	}
	function isLatency(name) {
		const known = latencies.get(name);
		if (known !== void 0) return known;
		const traits = builtInTraits(name);
		const answer = traits?.unit === "ms" && traits.better === "lower";
		latencies.set(name, answer);
		return answer;
	}
	function certainSlot() {
		return endMs - startMs > excludeFirstMs + SETTLED_MS ? slotOf(endMs - excludeLastMs) : 0;
	}
	function holds(slot) {
		if (excludeFirstMs > 0 && slot < slotOf(startMs + excludeFirstMs)) return false;
		return excludeLastMs === 0 || slot < slotOf(endMs - excludeLastMs);
	}
	function close() {
		const resolutionMs = isCoarse ? 1e3 : 1;
		if (endMs < startMs) return {
			firstSlot: 0,
			durationMs: 0,
			resolutionMs
		};
		const fromMs = excludeFirstMs > 0 ? edge(startMs + excludeFirstMs) : startMs;
		const toMs = excludeLastMs > 0 ? edge(endMs - excludeLastMs) : endMs;
		return {
			firstSlot: Math.max(0, slotOf(fromMs)),
			durationMs: Math.max(0, toMs - fromMs),
			resolutionMs
		};
	}
	function slotOf(timeMs) {
		return Math.floor((timeMs - baseMs) / 100);
	}
	function edge(timeMs) {
		return baseMs + slotOf(timeMs) * 100;
	}
	return {
		isNarrowed: excludeFirstMs > 0 || excludeLastMs > 0,
		see,
		certainSlot,
		holds,
		close
	};
}
// src/formats/sample-column.ts
/** Samples a page. Pages are added as samples come, so that nothing is ever copied to grow. */
const PAGE = 16384;
function createColumn(limit, createHistogram) {
	return {
		length: 0,
		values: new Float64Array(PAGE),
		marks: new Uint32Array(PAGE),
		full: [],
		histogram: null,
		limit,
		createHistogram
	};
}
/** Adds one sample. */
function pushSample(column, value, mark) {
	if (column.histogram !== null) {
		column.histogram.record(value);
		return;
	}
	const at = column.length % PAGE;
	if (at === 0 && column.length > 0) turnPage(column);
	column.values[at] = value;
	column.marks[at] = mark;
	column.length += 1;
	if (column.length === column.limit) becomeHistogram(column);
}
function turnPage(column) {
	column.full.push({
		values: column.values,
		marks: column.marks
	});
	column.values = new Float64Array(PAGE);
	column.marks = new Uint32Array(PAGE);
}
function becomeHistogram(column) {
	const histogram = column.createHistogram();
	for (const value of takeArrays(column).values) histogram.record(value);
	column.histogram = histogram;
	column.full = [];
}
/** All values and marks in two arrays, in the order in which they came. Empties the column, page by page: both would take twice the memory. */
function takeArrays(column) {
	const length = column.histogram === null ? column.length : 0;
	const values = new Float64Array(length);
	const marks = new Uint32Array(length);
	const last = {
		values: column.values,
		marks: column.marks
	};
	const pages = column.histogram === null ? [...column.full, last] : [];
	column.full = [];
	for (let at = 0; at < length; at += PAGE) {
		const page = pages.shift() ?? last;
		values.set(page.values.subarray(0, length - at), at);
		marks.set(page.marks.subarray(0, length - at), at);
	}
	column.length = 0;
	return {
		values,
		marks
	};
}
// src/formats/points-collector.ts
/** A mark of a sample has 22 bits for its time slot and 10 bits for its endpoint. */
const SLOT_BITS = 22;
const MAX_ENDPOINTS = 1e3;
/** Metrics that are sampled from outside of any iteration: they have no scenario and no tags. */
const WHOLE_TEST = /* @__PURE__ */ new Set(["vus", "vus_max"]);
/** Metrics that setup() and teardown() have even where they do nothing: their own time, and no bytes. */
const OF_ANY_SETUP = /* @__PURE__ */ new Set([
	"iteration_duration",
	"group_duration",
	"data_sent",
	"data_received"
]);
const MAX_EXACT_PHASE_SAMPLES = 1e5;
/** k6 has about 30 metrics, and a script adds some. Each is looked for in every line, and a trend has its own 150 kB. */
const MAX_METRICS = 500;
/** Longer than any address of a browser. Names are kept, so that their length decides how much memory a file can take. */
const MAX_NAME_CHARACTERS = 8192;
/** How many characters of further names are kept, only to count them. A short name takes more memory than its characters. */
const MAX_OTHER_CHARACTERS = 8388608;
const NAME_CHARACTERS = 64;
/** How often samples that are held back are looked at again. */
const RELEASE_EVERY = 8192;
/** The time slot and the endpoint of a mark. */
function slotOfMark(mark) {
	return mark & (1 << SLOT_BITS) - 1;
}
function endpointOfMark(mark) {
	return mark >>> SLOT_BITS;
}
/**
* Takes points one by one and keeps what statistics need: counts and sums for each series, and every sample of a trend.
* Samples of setup() and teardown(), and those that the options leave out, are only counted.
*/
function createPointsCollector(options, { createHistogram, hasTypes, isInOrderOfTime }) {
	const metrics = /* @__PURE__ */ new Map();
	const endpoints = createEndpointNames(Math.min(options.maxEndpoints, MAX_ENDPOINTS), options.endpointGroups);
	const seriesByKey = /* @__PURE__ */ new Map();
	const window = createLoadWindow(options, SLOT_BITS);
	const holdBack = window.isNarrowed ? createHoldBack(recordInWindow) : null;
	const untyped = /* @__PURE__ */ new Set();
	const skipped = {
		setup: 0,
		filtered: 0,
		excluded: 0,
		untyped: 0
	};
	const abortThresholds = /* @__PURE__ */ new Map();
	let setupSamples = "none";
	let added = 0;
	function defineMetric(name, type, contains, aborts) {
		for (const abort of aborts) abortThresholds.set(`${name} ${abort.expression}`, abort);
		const kind = metricKindAt(`The type of ${quote(name)}`, type);
		const expected = builtInTraits(name)?.kind ?? metrics.get(name)?.kind ?? kind;
		if (kind !== expected) throw new UserError(`The metric ${quote(name)} is a ${kind} here, and k6 makes it a ${expected}. The file was edited.`);
		if (!metrics.has(name)) addMetric(name, kind, contains);
	}
	function addMetric(name, kind, contains) {
		requireShortName(name);
		if (metrics.size >= MAX_METRICS) throw new UserError(`The file has more than ${MAX_METRICS} metrics. k6 has about 30, and a script adds some.`);
		const metric = {
			name,
			kind,
			contains,
			series: [],
			column: kind === "trend" ? createColumn(exactSamples(name), createHistogram) : null
		};
		metrics.set(name, metric);
		return metric;
	}
	function series(name, tags) {
		const metric = metrics.get(name) ?? addBuiltIn(name);
		const role = untyped.has(name) ? "untyped" : roleOf(name, tags, options);
		const endpoint = role === "load" ? endpoints.indexOf(tags.name) : 0;
		const successful = tags.expected_response === "true" ? true : tags.expected_response === "false" ? false : null;
		const key = `${role} ${endpoint} ${successful} ${name}`;
		const known = seriesByKey.get(key);
		if (known !== void 0) return known;
		const created = {
			metric,
			role,
			endpoint,
			successful,
			column: successful === false ? null : metric.column,
			count: 0,
			sum: 0,
			min: 1e400,
			max: -1e400,
			last: 0
		};
		seriesByKey.set(key, created);
		noteSetup(created, tags);
		if (role === "load") metric.series.push(created);
		return created;
	}
	/** A script can switch tags off. A request without a scenario and without a group may be one of setup(). */
	function noteSetup({ role, metric }, { group, scenario }) {
		if (OF_ANY_SETUP.has(metric.name) || WHOLE_TEST.has(metric.name)) return;
		if (role === "setup") setupSamples = "left-out";
		else if (setupSamples === "none" && group === void 0 && scenario === void 0) setupSamples = "counted";
	}
	function addBuiltIn(name) {
		const traits = builtInTraits(name);
		if (traits !== null) return addMetric(name, traits.kind, traits.unit === "ms" ? "time" : "default");
		if (!hasTypes) {
			untyped.add(name);
			return addMetric(name, "gauge", null);
		}
		throw new UserError(`Points of ${quote(name)} come before the line that says what kind of metric it is. The start of the file is missing.`);
	}
	function add(one, timeMs, value) {
		if (one.role !== "load") {
			skipped[one.role] += 1;
			return;
		}
		const slot = window.see(one.metric, timeMs, value);
		if (holdBack === null) {
			record(one, slot, value);
			return;
		}
		holdBack.add(one, slot, value);
		added += 1;
		if (isInOrderOfTime && added % RELEASE_EVERY === 0) holdBack.releaseBefore(window.certainSlot());
	}
	function recordInWindow(one, slot, value) {
		if (window.holds(slot)) record(one, slot, value);
		else skipped.excluded += 1;
	}
	function finish() {
		holdBack?.releaseAll();
		return {
			metrics,
			endpoints: endpoints.names,
			otherEndpoints: endpoints.others.size,
			otherNames: endpoints.hasAllOthers() ? endpoints.others : null,
			window: window.close(),
			setupSamples,
			abortThresholds: [...abortThresholds.values()],
			skipped,
			untyped: [...untyped].sort()
		};
	}
	return {
		defineMetric,
		series,
		add,
		finish
	};
}
/** Times that services are judged by are kept exactly, all of them. The phases of a request become a histogram when there are many. */
function exactSamples(metric) {
	const traits = builtInTraits(metric);
	return traits !== null && (traits.zeroIsNormal || traits.better === "neither" || metric === "http_req_waiting") ? MAX_EXACT_PHASE_SAMPLES : Number.POSITIVE_INFINITY;
}
function record(one, slot, value) {
	one.count += 1;
	one.sum += value;
	one.last = value;
	if (value < one.min) one.min = value;
	if (value > one.max) one.max = value;
	if (one.column !== null) pushSample(one.column, value, (one.endpoint << SLOT_BITS | slot) >>> 0);
}
/** setup() and teardown() run outside of any scenario, in groups of their own: lib/consts.go at https://github.com/grafana/k6/tree/v2.2.0. */
function roleOf(metric, tags, options) {
	const { group, scenario } = tags;
	if (typeof group === "string" && scenario === void 0 && /^::(?:setup|teardown)(?:::|$)/.test(group)) return "setup";
	if (WHOLE_TEST.has(metric)) return "load";
	if (options.scenarios !== null && !(typeof scenario === "string" && options.scenarios.includes(scenario))) return "filtered";
	for (const [tag, value] of options.tags) if (tags[tag] !== value) return "filtered";
	return "load";
}
/** The first names get a number of their own, the rest share one. */
function createEndpointNames(maxEndpoints, groups) {
	const names = [null];
	const indices = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Set();
	let otherCharacters = 0;
	function indexOf(tag) {
		if (typeof tag !== "string" || tag === "") return 0;
		requireShortName(tag);
		const name = groupedName(withoutSecrets(tag), groups);
		const known = indices.get(name);
		if (known !== void 0) return known;
		if (indices.size < maxEndpoints) return create(name);
		if (otherCharacters < MAX_OTHER_CHARACTERS && !others.has(name)) {
			others.add(name);
			otherCharacters += name.length + NAME_CHARACTERS;
		}
		return indices.get("other") ?? create("other");
	}
	function create(name) {
		const index = names.length;
		names.push(name);
		indices.set(name, index);
		return index;
	}
	return {
		names,
		others,
		hasAllOthers: () => otherCharacters < MAX_OTHER_CHARACTERS,
		indexOf
	};
}
function requireShortName(name) {
	if (name.length <= MAX_NAME_CHARACTERS) return;
	throw new UserError(`A name has ${name.length} characters, and at most ${MAX_NAME_CHARACTERS} are read: ${quote(name)}. Give requests a short \`name\` tag.`);
}
// src/formats/ordered-samples.ts
/** k6 writes every 200 ms, so that lines are this much out of order at most. Files after each other are much more. */
const USUAL_DISORDER_SLOTS = 20;
/** By time slot, as far as the file is not in order already. */
function orderByTime(samples) {
	const { values, marks } = samples;
	let latest = 0;
	let isOrdered = true;
	for (const mark of marks) {
		const slot = slotOfMark(mark);
		if (slot < latest - USUAL_DISORDER_SLOTS) isOrdered = false;
		if (slot > latest) latest = slot;
	}
	if (isOrdered) return samples;
	const starts = new Uint32Array(latest + 2);
	for (const mark of marks) starts[slotOfMark(mark) + 1] = (starts[slotOfMark(mark) + 1] ?? 0) + 1;
	for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
	const ordered = {
		values: new Float64Array(values.length),
		marks: new Uint32Array(marks.length)
	};
	for (let index = 0; index < marks.length; index += 1) {
		const mark = marks[index] ?? 0;
		const at = starts[slotOfMark(mark)] ?? 0;
		starts[slotOfMark(mark)] = at + 1;
		ordered.values[at] = values[index] ?? 0;
		ordered.marks[at] = mark;
	}
	return ordered;
}
/** How many samples each endpoint has, by its index. */
function countByEndpoint({ marks }) {
	const counts = /* @__PURE__ */ new Uint32Array(1024);
	for (const mark of marks) {
		const endpoint = endpointOfMark(mark);
		counts[endpoint] = (counts[endpoint] ?? 0) + 1;
	}
	return counts;
}
/** The values of one endpoint, in the order of time. They lie in `space`, which must have room for them. */
function valuesOfEndpoint({ values, marks }, endpoint, space) {
	let count = 0;
	for (let index = 0; index < marks.length; index += 1) {
		if (endpointOfMark(marks[index] ?? 0) !== endpoint) continue;
		space[count] = values[index] ?? 0;
		count += 1;
	}
	return space.subarray(0, count);
}
// src/formats/timeline.ts
const MAX_SLICES = 60;
/** p95 and number of samples over time, in at most 60 slices. null where nothing was measured. Samples are in the order of time. */
function timelineOf(samples, window) {
	const { values, marks } = samples;
	if (values.length === 0 || window.durationMs === 0) return null;
	const slotsASlice = Math.max(Math.ceil(window.resolutionMs / 100), Math.ceil(window.durationMs / 100 / MAX_SLICES));
	const sliceMs = slotsASlice * 100;
	const slices = [];
	let space = /* @__PURE__ */ new Float64Array();
	let from = 0;
	for (let index = 0; index * sliceMs <= window.durationMs; index += 1) {
		const endSlot = window.firstSlot + (index + 1) * slotsASlice;
		let to = from;
		while (to < marks.length && slotOfMark(marks[to] ?? 0) < endSlot) to += 1;
		if (to - from > space.length) space = new Float64Array(2 * (to - from));
		const slice = space.subarray(0, to - from);
		slice.set(values.subarray(from, to));
		const p95Ms = to > from ? takeQuantiles(slice, [.95])[0] ?? null : null;
		slices.push({
			offsetMs: index * sliceMs,
			requests: to - from,
			p95Ms
		});
		from = to;
	}
	return {
		sliceMs,
		slices
	};
}
// src/formats/points-run.ts
/** k6's percentiles are type 7, which is what simple-statistics has since 7.9. */
const PERCENTILES = [
	["p50", .5],
	["p75", .75],
	["p90", .9],
	["p95", .95],
	["p99", .99],
	["p99.9", .999]
];
/** Metrics that an endpoint is judged by. The rest is of the whole service only. */
const BY_ENDPOINT = /* @__PURE__ */ new Set([
	"http_req_duration",
	"http_req_failed",
	"http_reqs",
	"grpc_req_duration"
]);
/** The run that points tell of. Percentiles are exact, over successful requests where the points tell them apart. */
function pointsRun(format, points, visit = () => {}) {
	const measurements = [];
	let timeline = null;
	let distribution = null;
	for (const metric of points.metrics.values()) {
		if (metric.series.length === 0) continue;
		const samples = metric.column === null ? null : orderByTime(takeArrays(metric.column));
		if (metric.name === "http_req_duration" && samples !== null) timeline = timelineOf(samples, points.window);
		if (BY_ENDPOINT.has(metric.name)) measurements.push(...measureEndpoints(metric, samples, points, visit));
		measurements.push(measure(metric, metric.series, null, samples?.values ?? null, points, visit));
		if (metric.name === "http_req_duration" && samples !== null) {
			const histogram = metric.column?.histogram ?? null;
			distribution = histogram === null ? distributionOf(samples.values) : distributionOfHistogram(histogram);
		}
	}
	return {
		format,
		toolVersion: null,
		durationMs: durationOf(points),
		scriptHash: null,
		measurements: orNoRequests(measurements).sort(bySeries),
		thresholds: [],
		...points.abortThresholds.length === 0 ? {} : { abortThresholds: points.abortThresholds },
		notes: notesOf(points),
		setupSamples: points.setupSamples,
		...points.otherEndpoints > 0 ? { cutOffNames: points.otherNames } : {},
		timeline,
		distribution
	};
}
/** null where times are so coarse that a throughput would be wrong by more than 1 %. */
function durationOf({ window }) {
	return window.durationMs > 0 && window.durationMs >= 100 * window.resolutionMs ? window.durationMs : null;
}
function measureEndpoints(metric, samples, points, visit) {
	const indices = new Set(metric.series.map(({ endpoint }) => endpoint).filter((index) => index > 0));
	const counts = samples === null ? null : countByEndpoint(samples);
	const space = new Float64Array([...indices].reduce((most, index) => Math.max(most, counts?.[index] ?? 0), 0));
	return [...indices].map((index) => {
		const series = metric.series.filter(({ endpoint }) => endpoint === index);
		const own = samples === null ? null : valuesOfEndpoint(samples, index, space);
		return measure(metric, series, points.endpoints[index] ?? null, own, points, visit);
	});
}
function measure(metric, series, endpoint, samples, points, visit) {
	const traits = traitsOf(metric.name, metric.kind, metric.contains);
	const tellsSuccess = metric.kind === "trend" && series.some(({ successful }) => successful !== null);
	const seriesOf = {
		metric: metric.name,
		endpoint,
		kind: metric.kind,
		unit: traits.unit,
		better: traits.better,
		population: tellsSuccess ? "successful" : "all"
	};
	const standardErrors = samples !== null && traits.better === "lower" && !traits.zeroIsNormal ? batchStandardErrors(samples) : null;
	if (samples !== null) visit(seriesOf, samples);
	const { stats, unusable, sampleCount } = usable(metric, series, samples, points);
	return {
		...seriesOf,
		sampleCount,
		stats,
		unusable,
		standardErrors
	};
}
function usable(metric, series, samples, points) {
	const count = series.reduce((total, one) => total + one.count, 0);
	const sum = series.reduce((total, one) => total + one.sum, 0);
	if (metric.kind === "counter") return usableCounter(/* @__PURE__ */ new Map([["count", sum]]), durationOf(points), metric.name === "http_reqs");
	if (metric.kind === "rate") return usableRate(/* @__PURE__ */ new Map([["passes", sum], ["fails", count - sum]]));
	if (metric.kind === "gauge") return usableGauge(gaugeValues(series, count));
	const histogram = metric.column?.histogram ?? null;
	const values = histogram === null ? trendValues(samples ?? /* @__PURE__ */ new Float64Array()) : histogramValues(histogram, series);
	const allFailed = isRequestTime(metric.name) && count > 0 && values.get("count") === 0;
	return usableTrend(values, {
		traits: traitsOf(metric.name, metric.kind, metric.contains),
		sampleCount: null,
		problem: allFailed ? `all ${count} requests failed, so there is no time of a successful request` : null
	});
}
function gaugeValues(series, count) {
	if (count === 0) return /* @__PURE__ */ new Map([["value", null]]);
	return /* @__PURE__ */ new Map([
		["value", series.at(-1)?.last ?? null],
		["min", series.reduce((min, one) => Math.min(min, one.min), 1e400)],
		["max", series.reduce((max, one) => Math.max(max, one.max), -1e400)]
	]);
}
function trendValues(values) {
	const names = [
		"avg",
		"min",
		"max",
		...PERCENTILES.map(([name]) => name)
	];
	if (values.length === 0) return new Map([...names.map((name) => [name, 0]), ["count", 0]]);
	return new Map([
		["avg", values.reduce((total, value) => total + value, 0) / values.length],
		["min", values.reduce((min, value) => Math.min(value, min), 1e400)],
		["max", values.reduce((max, value) => Math.max(value, max), -1e400)],
		...percentilesOf(values),
		["count", values.length]
	]);
}
/** Comes last, as it rearranges the values. */
function percentilesOf(values) {
	const quantiles = takeQuantiles(values, PERCENTILES.map(([, probability]) => probability));
	return PERCENTILES.map(([name], index) => [name, quantiles[index] ?? null]);
}
/** The histogram has the successful requests only, and so do these sums. */
function histogramValues(histogram, series) {
	const counted = series.filter(({ column }) => column !== null);
	const count = histogram.count();
	return new Map([
		["avg", counted.reduce((total, one) => total + one.sum, 0) / count],
		["min", counted.reduce((min, one) => Math.min(min, one.min), 1e400)],
		["max", counted.reduce((max, one) => Math.max(max, one.max), -1e400)],
		...PERCENTILES.map(([name, probability]) => [name, histogram.quantileMs(probability)]),
		["count", count]
	]);
}
function notesOf(points) {
	const { untyped, skipped, endpoints, otherEndpoints, metrics, window } = points;
	const notes = [];
	if (window.durationMs > 0 && durationOf(points) === null && window.resolutionMs > 1) notes.push("Times are whole seconds, too coarse for the throughput of a run of less than 100 s. Set K6_CSV_TIME_FORMAT=unix_milli.");
	if (skipped.setup > 0) notes.push(`${skipped.setup} points of setup() and teardown() do not count.`);
	if (skipped.filtered > 0) notes.push(`${skipped.filtered} points do not match the scenarios and tags of the policy.`);
	if (skipped.excluded > 0) notes.push(`${skipped.excluded} points lie outside of the window of the policy.`);
	const rounded = [...metrics.values()].filter(({ column }) => column?.histogram != null).map(({ name }) => name);
	if (rounded.length > 0) notes.push(`Percentiles of ${rounded.sort().join(", ")} are within 0.1 %: there are more than 100,000 samples.`);
	if (untyped.length > 0) notes.push(`CSV does not say what kind of metric ${untyped.join(", ")} is, so it was left out. Upload --out json points instead.`);
	if (otherEndpoints > 0) notes.push(`There are more than ${endpoints.length - 2} names: ${otherEndpoints} of them are counted together as "other". Set a name tag on requests whose URL changes.`);
	if (metrics.get("http_req_duration")?.series.some(({ successful }) => successful === null)) notes.push("The points do not tell successful requests apart: latency is that of all requests, failed ones included.");
	return notes;
}
function bySeries(left, right) {
	if (left.metric !== right.metric) return left.metric < right.metric ? -1 : 1;
	return (left.endpoint ?? "") < (right.endpoint ?? "") ? -1 : 1;
}
// src/formats/read-points.ts
/** Small files need no histograms, which take a while to load. A column that needs one has 100,000 samples of at least 20 bytes. */
const HISTOGRAMS_FROM_BYTES = 1048576;
/**
* Streams points through the scanner of their format. Memory does not grow with the size of the files. Several parts are those of
* load generators that shared one run: their points are taken together, so that every statistic is exact.
*/
async function readPoints(format, parts, options) {
	const points = await collectPoints(format, parts, options);
	const run = {
		...pointsRun(format.id, points),
		...selected(options, selectionText(options))
	};
	return parts.length === 1 ? run : withoutOwnGauges(run, parts.length);
}
/** All points of all parts. Throws a UserError that says which part is damaged. */
async function collectPoints(format, parts, options) {
	const isInOrderOfTime = parts.length === 1;
	let factory = null;
	let bytes = 0;
	const createHistogram = () => {
		if (factory === null) throw new RangeError("Histograms are loaded before the first of them is needed.");
		return factory();
	};
	const collector = createPointsCollector(options, {
		createHistogram,
		hasTypes: format.hasTypes,
		isInOrderOfTime
	});
	for (const [index, chunks] of parts.entries()) try {
		const scanner = oneRecordALine(format.createScanner(collector));
		for await (const chunk of chunks) {
			bytes += chunk.length;
			if (factory === null && bytes > HISTOGRAMS_FROM_BYTES) factory = (await import("./latency-histogram2.js")).createHistogram;
			scanner.push(chunk);
		}
		scanner.end();
	} catch (error) {
		if (parts.length === 1 || !(error instanceof UserError)) throw error;
		throw new UserError(`Load generator ${index + 1}: ${error.message}`);
	}
	return collector.finish();
}
/** Each load generator samples only its own virtual users, at its own moments: taken together, these numbers mean nothing. */
function withoutOwnGauges(run, generators) {
	return {
		...run,
		measurements: run.measurements.filter(({ metric }) => metric !== "vus" && metric !== "vus_max"),
		notes: [...run.notes, `The points of ${generators} load generators were taken together.`]
	};
}
export { readPoints as n, pointsRun as r, collectPoints as t };
