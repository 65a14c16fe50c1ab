import { A as number, E as array, F as string, O as literal, T as _enum, j as object, k as nullable } from "./action.js";
import { b as UserError, y as withoutSecrets } from "./both.js";
// src/formats/digest-file.ts
/** Names one measurement of a run. */
function seriesKey({ metric, endpoint }) {
	return JSON.stringify([metric, endpoint]);
}
/** Raises with every change that an older reader would misread. */
const SCHEMA_VERSION = 1;
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
	histogram: nullable(string().max(1e6))
});
const DigestFile = object({
	digest: literal("perf-gate"),
	schemaVersion: literal(SCHEMA_VERSION),
	/** The format of the points. */
	source: string().max(100),
	/** Which samples count; null: all. */
	selection: nullable(string().max(2e3)),
	durationMs: nullable(finite.positive()),
	measurements: array(DigestMeasurement).max(2e4),
	notes: array(string().max(2e3)).max(100),
	timeline: nullable(object({
		sliceMs: finite.positive(),
		slices: array(object({
			offsetMs: finite.nonnegative(),
			requests: finite.nonnegative(),
			p95Ms: nullable(finite)
		})).max(1e3)
	}))
});
/** The text of a digest: one line of JSON, some tens of kilobytes whatever the size of the points. */
function writeDigest({ run, histograms }) {
	const file = {
		digest: "perf-gate",
		schemaVersion: SCHEMA_VERSION,
		selection: run.selection?.applied ?? null,
		source: run.format,
		durationMs: run.durationMs,
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
					reason
				})),
				standardErrors: standardErrors == null ? null : [...standardErrors].map(([stat, value]) => ({
					stat,
					value
				})),
				histogram: histograms.get(seriesKey(measurement))?.encode() ?? null
			};
		}),
		notes: [...run.notes],
		timeline: run.timeline == null ? null : {
			sliceMs: run.timeline.sliceMs,
			slices: [...run.timeline.slices]
		}
	};
	return `${JSON.stringify(file)}\n`;
}
/**
* The run and its distributions, from the value of a digest file. Throws a UserError that names the first field that is wrong.
* `decode` reads one histogram.
*/
function readDigest(value, decode) {
	const parsed = DigestFile.safeParse(value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new UserError(`The digest is damaged or of a newer perf-gate: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not valid"}.`);
	}
	const { data } = parsed;
	const histograms = /* @__PURE__ */ new Map();
	const measurements = data.measurements.map((entry) => {
		const { histogram, stats, unusable, standardErrors, ...fields } = entry;
		if (histogram !== null) histograms.set(seriesKey(entry), decodeOne(entry.metric, histogram, decode));
		return {
			...fields,
			endpoint: fields.endpoint === null ? null : withoutSecrets(fields.endpoint),
			stats: new Map(stats.map(({ stat, value: number }) => [stat, number])),
			unusable: new Map(unusable.map(({ stat, reason }) => [stat, reason])),
			standardErrors: standardErrors === null ? null : new Map(standardErrors.map(({ stat, value: number }) => [stat, number]))
		};
	});
	const { durationMs, notes, timeline, selection } = data;
	return {
		run: {
			format: "perf-gate-digest",
			toolVersion: null,
			durationMs,
			scriptHash: null,
			measurements,
			thresholds: [],
			notes,
			timeline
		},
		histograms,
		selection
	};
}
function decodeOne(metric, encoded, decode) {
	try {
		return decode(encoded);
	} catch {
		throw new UserError(`The histogram of ${JSON.stringify(metric.slice(0, 60))} in the digest cannot be read: the file is damaged.`);
	}
}
export { seriesKey as n, writeDigest as r, readDigest as t };
