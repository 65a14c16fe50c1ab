import { B as number, G as string, H as optional, R as literal, V as object } from "./action.js";
import { xt as UserError } from "./both.js";
// src/formats/resources.ts
/**
* `resources.ndjson` has counters of the service during the load, one JSON object per line. They are counters and not
* percentages: the difference of two counters is exact over any window, is not affected by gaps, and shows a restart as
* a fall.
*/
const amount = number().min(0).max(0x38d7ea4c68000);
const sample = object({
	/** Seconds since 1970, by the clock of the load generator. */
	t: amount,
	target: string().max(64),
	/** The process or container. A new instance means a restart. */
	instance: optional(string().max(256)),
	/** The source of the numbers. Numbers from different sources are not comparable. */
	source: optional(string().max(64)),
	cpuSeconds: amount,
	memoryBytes: amount,
	periods: optional(amount),
	throttledPeriods: optional(amount),
	oomKills: optional(amount),
	/** The number of restarts, if the platform counts them, as a cluster does. */
	restarts: optional(amount),
	cpuLimitCores: optional(amount),
	memoryLimitBytes: optional(amount),
	/** The peak since the process started. It includes the time before the load, so it is shown and not judged. */
	memoryPeakBytes: optional(amount)
});
const loadStart = object({
	t: amount,
	event: literal("load-start")
});
/** `oomKills`: the OOM kills during the load, including those of instances that no longer exist. */
const loadEnd = object({
	t: amount,
	event: literal("load-end"),
	oomKills: optional(amount)
});
/** More instances than any service has. Each instance costs time for every second of the load. */
const MAX_INSTANCES = 1e3;
/**
* Reads the file. An incomplete last line is ignored. Any other error throws a UserError with the number of the line.
*/
function parseResources(text) {
	const lines = text.split("\n");
	const last = lines.pop() ?? "";
	const values = lines.map((line, index) => parseLine(line, index + 1));
	const cut = last === "" ? void 0 : tryJson(last);
	if (cut !== void 0) values.push(cut);
	const samples = [];
	let startSeconds = null;
	let endSeconds = null;
	let oomKills = 0;
	for (const [index, value] of values.entries()) {
		const start = loadStart.safeParse(value);
		const end = loadEnd.safeParse(value);
		if (start.success) startSeconds = start.data.t;
		else if (end.success) [endSeconds, oomKills] = [end.data.t, end.data.oomKills ?? 0];
		else samples.push(parseSample(value, index + 1));
	}
	if (startSeconds === null || endSeconds === null || endSeconds <= startSeconds) throw new UserError("resources.ndjson does not say when the load began and ended: it needs a line with the event load-start and one with load-end.");
	const instances = new Set(samples.map(({ target, instance = "" }) => JSON.stringify([target, instance]))).size;
	if (instances > MAX_INSTANCES) throw new UserError(`resources.ndjson has ${instances} instances, and at most ${MAX_INSTANCES} are read. An instance is a process or container, not a sample.`);
	return {
		startSeconds,
		endSeconds,
		samples: samples.toSorted((left, right) => left.t - right.t),
		oomKills
	};
}
function parseLine(line, number) {
	const value = tryJson(line);
	if (value === void 0) throw new UserError(`resources.ndjson, line ${number} is not JSON.`);
	return value;
}
function tryJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function parseSample(value, line) {
	const parsed = sample.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new UserError(`resources.ndjson, line ${line}: ${issue?.path.join(".") || "the line"}: ${issue?.message}.`);
}
export { parseResources as t };
