import { B as number, G as string, H as optional, N as _enum, P as array, R as literal, V as object, z as nullable } from "./action.js";
import { ft as withoutSecrets, jt as plainText, st as builtInTraits, xt as UserError } from "./both.js";
import { an as beganAt, in as problemWithStat } from "./compare.js";
// src/formats/digest-file.ts
/** A key that identifies a measurement within its run. */
function seriesKey({ metric, endpoint }) {
	return JSON.stringify([metric, endpoint]);
}
/** Incremented with every change that an older reader would misread. */
const SCHEMA_VERSION = 1;
/** Enough for a thousand endpoints with four metrics each, and some hundred metrics of the load test. */
const MAX_MEASUREMENTS = 5e3;
/** A million different times within a day take 33,000 characters. */
const MAX_HISTOGRAM_CHARACTERS = 5e4;
const finite = number();
const DigestMeasurement = object({
	metric: string().min(1).max(1e3),
	endpoint: nullable(string().max(1e4)),
	kind: _enum([
		"trend",
		"counter",
		"gauge",
		"rate"
	]),
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
	population: _enum(["all", "successful"]),
	sampleCount: nullable(number().int().nonnegative()),
	stats: array(object({
		stat: string(),
		value: finite
	})),
	unusable: array(object({
		stat: string(),
		reason: string()
	})),
	standardErrors: nullable(array(object({
		stat: string(),
		value: finite.nonnegative()
	}))),
	histogram: nullable(string().max(MAX_HISTOGRAM_CHARACTERS))
});
const DigestFile = object({
	digest: literal("perf-gate"),
	schemaVersion: literal(SCHEMA_VERSION),
	/** The format of the points that the digest was made from. */
	source: string().max(100),
	/** Which samples count; null: all. */
	selection: nullable(string().max(2e3)),
	durationMs: nullable(finite.positive()),
	/** Absent in older digests. */
	beganAtMs: optional(finite.positive()),
	measurements: array(DigestMeasurement).max(MAX_MEASUREMENTS),
	notes: array(string().max(2e3)).max(100),
	/** `setupSamples` and `abortThresholds` are absent in older digests. */
	setupSamples: optional(_enum([
		"counted",
		"left-out",
		"none"
	])),
	abortThresholds: optional(array(object({
		metric: string().max(1e3),
		expression: string().max(1e3),
		notBeforeMs: finite.nonnegative()
	})).max(1e3)),
	timeline: nullable(object({
		sliceMs: finite.positive(),
		slices: array(object({
			offsetMs: finite.nonnegative(),
			requests: finite.nonnegative(),
			p95Ms: nullable(finite)
		})).max(1e3)
	}))
});
/** The text of a digest: one line of JSON. It has some tens of kilobytes, whatever the size of the points. */
function writeDigest({ run, histograms }) {
	const file = {
		digest: "perf-gate",
		schemaVersion: SCHEMA_VERSION,
		selection: run.selection?.applied ?? null,
		source: run.format,
		durationMs: run.durationMs,
		...run.beganAtMs === void 0 ? {} : { beganAtMs: run.beganAtMs },
		measurements: run.measurements.map((measurement) => {
			const { metric, endpoint, kind, unit, better, population, sampleCount, stats, unusable, standardErrors } = measurement;
			return {
				metric,
				endpoint,
				kind,
				unit,
				better,
				population,
				sampleCount,
				stats: [...stats].map(([stat, value]) => ({
					stat,
					value
				})),
				unusable: [...unusable].map(([stat, reason]) => ({
					stat,
					reason: plainText(reason)
				})),
				standardErrors: standardErrors == null ? null : [...standardErrors].map(([stat, value]) => ({
					stat,
					value
				})),
				histogram: histograms.get(seriesKey(measurement))?.encode() ?? null
			};
		}),
		notes: run.notes.map(plainText),
		setupSamples: run.setupSamples,
		...run.abortThresholds === void 0 ? {} : { abortThresholds: [...run.abortThresholds] },
		timeline: run.timeline == null ? null : {
			sliceMs: run.timeline.sliceMs,
			slices: [...run.timeline.slices]
		}
	};
	return `${JSON.stringify(file)}\n`;
}
/**
* The run and its distributions, from the value of a digest file. Throws a UserError that names the first invalid
* field. `count` returns the number of samples in an encoded histogram, and throws if the text is not a valid
* histogram.
*/
async function readDigest(value, count) {
	const parsed = DigestFile.safeParse(value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new UserError(`The digest is damaged or of a newer perf-gate: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not valid"}.`);
	}
	const { data } = parsed;
	const histograms = /* @__PURE__ */ new Map();
	const keys = /* @__PURE__ */ new Set();
	for (const entry of data.measurements) {
		const key = seriesKey(entry);
		if (keys.has(key)) throw new UserError(`The digest has ${nameOf(entry)} twice: the file was edited.`);
		keys.add(key);
		if (entry.histogram === null) continue;
		await requireHistogram(entry, entry.histogram, count);
		histograms.set(key, entry.histogram);
	}
	const { durationMs, beganAtMs, notes, timeline, selection, setupSamples, abortThresholds } = data;
	return {
		run: {
			format: "perf-gate-digest",
			toolVersion: null,
			durationMs,
			...beganAt(beganAtMs ?? null),
			scriptHash: null,
			measurements: data.measurements.map(measurementOf),
			thresholds: [],
			notes: notes.map((note) => [note]),
			...setupSamples === void 0 ? {} : { setupSamples },
			...abortThresholds === void 0 ? {} : { abortThresholds },
			timeline
		},
		histograms,
		selection
	};
}
/**
* A digest is untrusted input, as points are. Its numbers pass the same checks, and the traits of a built-in metric of
* k6 come from our table and not from the file.
*/
function measurementOf({ histogram: _, stats, unusable, standardErrors, ...fields }) {
	const traits = builtInTraits(fields.metric);
	const known = traits === null ? fields : {
		...fields,
		kind: traits.kind,
		unit: traits.unit,
		better: traits.better
	};
	const problems = stats.flatMap(({ stat, value }) => {
		const problem = problemWithStat(stat, value, {
			...known,
			zeroIsNormal: traits?.zeroIsNormal ?? true
		});
		return problem === null ? [] : [[stat, problem]];
	});
	const bad = new Map(problems);
	return {
		...known,
		endpoint: fields.endpoint === null ? null : withoutSecrets(fields.endpoint),
		stats: new Map(stats.filter(({ stat }) => !bad.has(stat)).map(({ stat, value }) => [stat, value])),
		unusable: new Map([...unusable.map(({ stat, reason }) => [stat, [reason]]), ...problems]),
		standardErrors: standardErrors === null ? null : new Map(standardErrors.map(({ stat, value }) => [stat, value]))
	};
}
async function requireHistogram(entry, encoded, count) {
	let samples;
	try {
		samples = await count(encoded);
	} catch {
		throw new UserError(`The histogram of ${nameOf(entry)} in the digest cannot be read: the file is damaged.`);
	}
	if (samples === entry.sampleCount) return;
	throw new UserError(`The histogram of ${nameOf(entry)} in the digest holds ${samples} samples, and the digest counts ${entry.sampleCount ?? "none"}: the file is damaged.`);
}
function nameOf({ metric }) {
	return JSON.stringify(metric.slice(0, 60));
}
export { seriesKey as n, writeDigest as r, readDigest as t };
