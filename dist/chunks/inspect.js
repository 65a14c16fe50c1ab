import { C as collectProfiles, Dn as joinChunks, Et as isSampled, Gt as EmptyFileError, Kt as ForeignFileError, M as rightSizing, N as sizingText, Nt as withToolLimits, S as collectTraces, St as writtenPrimaries, Tt as RESOURCE_STATS, Wt as recognizeFile, Xt as FORMATS, gn as formatValue, l as resultSet, m as readPolicy, on as count, u as print, un as formatLimit, v as withProgress, zt as collectRuns } from "./compare.js";
import { Ft as text, J as terminalLine, L as servicePolicy, P as limitFor, et as measuredAs, jt as plainText, kt as name, lt as isOfEveryTest, ot as REQUEST_DURATION, tt as quantityOf, wt as distinct, xt as UserError, zt as compareText } from "./both.js";
import { c as readArguments, s as onePath } from "./command-line.js";
// src/results/listed-names.ts
const MAX_LISTED = 10;
/** The first ten texts, and how many more there are. */
function listedNames(texts) {
	const hidden = texts.length - MAX_LISTED;
	return hidden > 0 ? `${texts.slice(0, MAX_LISTED).join(", ")} and ${hidden} more` : texts.join(", ");
}
/** The names of the measured endpoints, as a text. */
function listedEndpoints(measurements) {
	const names = [...new Set(measurements.flatMap(({ endpoint }) => endpoint ?? []))].sort();
	if (names.length === 0) return "none";
	return names.length > MAX_LISTED ? `${names.length}: ${listedNames(names)}` : listedNames(names);
}
// src/results/k6-lines.ts
/** The lines of `inspect` for a run of k6, as pairs of name and text. */
function linesOfK6(identified) {
	const { run, source } = identified;
	return [
		["path", source.path],
		["format", run.format],
		["tool", run.toolVersion === null ? identified.conditions.tool ?? "version unknown" : `k6 ${run.toolVersion}`],
		["duration", run.durationMs === null ? "unknown" : `${(run.durationMs / 1e3).toFixed(1)} s`],
		["requests", describeRequests(run.measurements)],
		["p95", describeP95(run.measurements)],
		["also", describeOthers(run.measurements)],
		["endpoints", listedEndpoints(run.measurements)],
		["setup()", describeSetup(run)],
		["exit code", describeExitCode(identified.exitCode)],
		["thresholds", describeThresholds(identified)],
		...rareNames(run.measurements).map((note) => ["note", note])
	];
}
function describeRequests(measurements) {
	const requests = measuredAs(measurements, "throughput");
	const requestCount = requests?.stats.get("count");
	if (requestCount === void 0) return "unknown";
	const perSecond = requests?.stats.get("rate");
	const failed = measuredAs(measurements, "error-share")?.stats.get("rate");
	return `${requestCount}${perSecond === void 0 ? "" : `, ${perSecond.toFixed(1)} per second`}${failed === void 0 ? "" : `, ${(failed * 100).toFixed(2)} % failed`}`;
}
function describeP95(measurements) {
	const latency = measuredAs(measurements, "latency");
	if (latency === void 0) return `absent: the file has no ${REQUEST_DURATION}`;
	const p95 = latency.stats.get("p95");
	const why = plainText(latency.unusable.get("p95") ?? text`the file has no p95`);
	if (latency.bounds?.has("p95") === true) return why;
	if (p95 === void 0) return `cannot be used: ${why}`;
	const samples = latency.sampleCount === null ? "an unknown number of samples" : `${latency.sampleCount} samples`;
	const population = latency.population === "successful" ? "successful requests only" : "all requests, failed ones included";
	return `${p95.toFixed(3)} ms of ${REQUEST_DURATION} (${population}; ${samples})`;
}
/** Other metrics that a service could be gated on: all except those that every HTTP test has. */
function describeOthers(measurements) {
	const others = measurements.filter((one) => one.endpoint === null && one.stats.size > 0 && !isSampled(one) && !isOfEveryTest(one.metric));
	return others.length === 0 ? "nothing" : listedNames(others.map(describeOther));
}
function describeOther({ metric, kind, unit, better, stats }) {
	const [stat, value = NaN] = kind === "trend" ? ["p95", stats.get("p95")] : kind === "counter" ? ["count", stats.get("count")] : kind === "rate" ? ["rate", stats.get("rate")] : ["value", stats.get("value")];
	const number = unit === "ratio" ? `${(value * 100).toFixed(2)} %` : `${Number(value.toPrecision(5))}${unit === "ms" ? " ms" : ""}`;
	const isKnown = better !== "neither" || kind === "trend" && unit === "ms";
	return `${metric} (${stat} ${Number.isNaN(value) ? "unknown" : number}${isKnown ? "" : "; the better direction is not known"})`;
}
/** A name with fewer requests is not compared as an endpoint: see statistics/rare-endpoints.ts. */
const FEW_REQUESTS = 10;
function rareNames(measurements) {
	const rare = measurements.filter((one) => one.endpoint !== null && quantityOf(one) === "throughput" && (one.stats.get("count") ?? FEW_REQUESTS) < FEW_REQUESTS).length;
	if (rare === 0) return [];
	return [`${count(rare, "endpoint")} with fewer than ${FEW_REQUESTS} requests: these endpoints are only a part of the numbers of the whole service. Give requests with ids in their addresses a \`name\` tag, or group them in the policy.`];
}
/** Whether requests of setup() and teardown() are included. The points and the summary of the same run differ in this. */
function describeSetup({ setupSamples }) {
	if (setupSamples === "none") return "no request: neither in setup() nor in teardown()";
	if (setupSamples === "left-out") return "requests of setup() and teardown() are left out";
	return "requests of setup() and teardown() count among the others: the file does not tell them apart";
}
function describeExitCode(exitCode) {
	if (exitCode === null) return "unknown: there is no file exit-code, and an aborted run looks like a good one";
	return exitCode === 0 ? "0" : `${exitCode}: a threshold of the script was crossed, or stopped the test`;
}
function describeThresholds({ run }) {
	if (run.thresholds.length === 0) return "none in the file";
	const crossed = run.thresholds.filter((threshold) => threshold.crossed);
	const list = crossed.map(({ metric, expression }) => `${expression} on ${metric}`).join("; ");
	return `${crossed.length} of ${run.thresholds.length} crossed${list === "" ? "" : `: ${list}`}`;
}
// src/results/resource-lines.ts
/** The processor and memory of a run, if they were sampled. For numbers that cannot be used: the reason. */
function resourceLines({ measurements, sampled }) {
	const all = measurements.filter(isSampled);
	const reasons = distinct(all.flatMap(({ unusable }) => [...unusable.values()]));
	const values = all.flatMap((one) => one.stats.size === 0 ? [] : [`${one.metric} ${statsText(one)}`]);
	const by = sampled === void 0 ? [] : [`${count(sampled.instances, "instance")} by ${sampled.source ?? "an unknown source"}`];
	return [
		...values.length === 0 ? [] : [["resources", [...values, ...by].join(", ")]],
		...reasons.map((reason) => ["resources", `some cannot be used: ${plainText(reason)}`]),
		...sampled === void 0 ? [] : memoryLines(sampled)
	];
}
function memoryLines({ seconds, memoryGrowthBytesPerRequest: growth, memoryPeakBytes: peak }) {
	const text = growth == null ? null : seconds < 300 ? `too short to tell: the load took ${seconds.toFixed(0)} s, and 300 s are needed` : `${formatValue(growth, "bytes")} with each request in the second half of the load`;
	return [...peak == null ? [] : [["memory", `at most ${formatValue(peak, "bytes")} since the process started`]], ...text === null ? [] : [["growth", text]]];
}
/** The statistics in their usual order. */
function statsText({ metric, stats, unit }) {
	return (RESOURCE_STATS.get(metric)?.stats ?? [...stats.keys()]).map((stat) => [stat, stats.get(stat)]).flatMap(([stat, value]) => value === void 0 ? [] : `${stat} ${formatValue(value, unit)}`).join(" ");
}
/** The advised requests and limits of each service that ran with limits. */
function sizingLines(runs) {
	const candidates = runs.filter(({ side }) => side === "candidate");
	return [...new Set(candidates.map(({ service }) => service))].flatMap((service) => {
		const sizing = rightSizing(candidates.filter((run) => run.service === service));
		return sizing === null ? [] : [[service, sizingText(sizing)]];
	});
}
// src/results/tool-lines.ts
const MAX_ENDPOINTS_LISTED = 10;
/** The lines of `inspect` for a run of a tool other than k6: the tool, and all numbers that can be gated on. */
function linesOfTool({ run, source, conditions, exitCode, instances = 1 }, gating) {
	const gated = gatedSeries(run, gating);
	const others = wholeOf(run).filter((one) => !gated.some(({ metric }) => metric === one.metric));
	const besides = besidesOf(gated);
	return [
		["path", source.path],
		["format", run.format],
		["tool", [conditions.tool ?? run.tool ?? "", run.toolVersion].filter((word) => word != null).join(" · ")],
		...run.durationMs === null ? [] : [["duration", `${(run.durationMs / 1e3).toFixed(1)} s`]],
		...instances > 1 ? [["generators", `${instances}, with their samples merged`]] : [],
		...gated.length === 0 ? [["gated on", NOTHING]] : [],
		...gated.map((one) => ["gated on", describeGated(one, gating.limitRatio(null))]),
		...endpointLines(run, gated, gating),
		...besides === "" ? [] : [["instead", `${besides}: name it as \`primary\` in the policy`]],
		...others.length === 0 ? [] : [["shown", others.map(describeShown).join(", ")]],
		["exit code", exitCode === null ? "unknown: there is no file exit-code" : `${exitCode}`]
	];
}
const NOTHING = "nothing by default: name one of the numbers that are shown as `primary` in the policy";
/** The same as in policy/default-policy.ts, for all tools that name no series themselves. */
const DEFAULT_OF_K6 = [{
	metric: REQUEST_DURATION,
	stat: "p95"
}];
/** The series that the policy names, or else those of the tool. */
function gatedSeries(run, { primaries }) {
	const whole = wholeOf(run);
	if (primaries === null && run.tool !== void 0) return whole.flatMap((measurement) => measurement.central === void 0 ? [] : [{
		metric: measurement.metric,
		stat: measurement.central,
		measurement
	}]);
	return (primaries ?? DEFAULT_OF_K6).map(({ metric, stat }) => ({
		metric,
		stat,
		measurement: whole.find((one) => one.metric === metric) ?? null
	}));
}
/** Whether the run has a gated series, and all of them can be judged. */
function isJudged(run, gating) {
	const gated = gatedSeries(run, gating);
	return gated.length > 0 && gated.every((one) => canBeJudged(one, gating.limitRatio(null)));
}
function canBeJudged({ measurement, stat }, limitRatio) {
	if (measurement === null || measurement.notJudged?.has(stat) === true) return false;
	const range = measurement.bounds?.get(stat);
	if (range !== void 0) return !isCoarse(range.upper / range.lower - 1, limitRatio);
	const value = measurement.stats.get(stat);
	if (value === void 0) return false;
	return !isCoarse(stepRatio(measurement, stat, value), limitRatio);
}
/**
* If a tool reports numbers in steps as wide as the limit, the number cannot be judged: it either stays or jumps over the limit.
*/
function isCoarse(step, limitRatio) {
	return step > 0 && step >= limitRatio;
}
function stepRatio({ steps }, stat, value) {
	return (steps?.get(stat) ?? 0) / value;
}
function wholeOf({ measurements }) {
	return measurements.filter((one) => one.endpoint === null && !isSampled(one));
}
/** Steps narrower than a tenth of the usual limit do not matter to a reader. */
const SMALLEST_STEP = .005;
/** `p95 of latency, 338.4 ms (603 samples)` */
function describeGated({ metric, stat, measurement }, limitRatio) {
	if (measurement === null) return `${stat} of ${metric}: cannot be used, it is not in the file`;
	const { stats, unusable, unit, sampleCount, notJudged } = measurement;
	const value = stats.get(stat);
	if (value === void 0) return `${stat} of ${metric}: cannot be used, ${plainText(unusable.get(stat) ?? text`it is not in the file`)}`;
	const why = notJudged?.get(stat);
	if (why !== void 0) return `nothing by default. ${stat} of ${metric} is ${amount(value, unit)}. ${plainText(why)}`;
	const samples = sampleCount === null ? "" : ` (${count(sampleCount, "sample")})`;
	return `${stat} of ${metric}, ${amount(value, unit)}${samples}${widthOf(stepRatio(measurement, stat, value), limitRatio)}`;
}
function widthOf(step, limitRatio) {
	if (!(step >= SMALLEST_STEP)) return "";
	const width = `, in steps of ${(100 * step).toPrecision(2)} %`;
	return isCoarse(step, limitRatio) ? `${width}: not judged under a limit of ${formatLimit(limitRatio)}` : width;
}
/** The lines of the endpoints. An endpoint is judged on the statistic of the whole service. */
function endpointLines(run, gated, { limitRatio }) {
	const endpoints = run.measurements.flatMap((one) => one.endpoint === null ? [] : [{
		...one,
		endpoint: one.endpoint
	}]).sort((left, right) => compareText(left.endpoint, right.endpoint));
	const names = [...new Set(endpoints.map(({ endpoint }) => endpoint))];
	const described = names.map((name) => {
		return [name, ...gated.flatMap(({ metric, stat }) => {
			const measurement = endpoints.find((one) => one.endpoint === name && one.metric === metric);
			return measurement === void 0 ? [] : [describeEndpoint(measurement, stat, limitRatio(name))];
		})].join(": ");
	});
	const hidden = described.length - MAX_ENDPOINTS_LISTED;
	const listed = described.slice(0, MAX_ENDPOINTS_LISTED).map((one) => ["endpoint", one]);
	if (names.length === 0) return [["endpoints", "none"]];
	return hidden > 0 ? [...listed, ["endpoints", `${hidden} more`]] : listed;
}
/** `p95 87.2 ms (94 samples)` */
function describeEndpoint(measurement, stat, limitRatio) {
	const { stats, unusable, unit, sampleCount, notJudged } = measurement;
	const value = stats.get(stat);
	if (value === void 0) return `${stat} cannot be used, ${plainText(unusable.get(stat) ?? text`it is not in the file`)}`;
	const samples = sampleCount === null ? "" : ` (${count(sampleCount, "sample")})`;
	const width = notJudged?.has(stat) === true ? ", shown only" : widthOf(stepRatio(measurement, stat, value), limitRatio);
	return `${stat} ${amount(value, unit)}${samples}${width}`;
}
/**
* Other statistics of the metric that a load test is gated on. Benchmarks have none: their author chose the statistic, and there
* are many benchmarks.
*/
function besidesOf(gated) {
	const [only, ...more] = gated;
	if (only?.measurement == null || more.length > 0) return "";
	const { stats, notJudged, unit, metric } = only.measurement;
	const others = [...stats].filter(([stat]) => stat !== only.stat && notJudged?.has(stat) !== true);
	return others.length === 0 ? "" : `${others.map(([stat, value]) => `${stat} ${amount(value, unit)}`).join(", ")} of ${metric}`;
}
function describeShown({ metric, stats, unit, kind }) {
	const stat = (kind === "rate" || kind === "counter") && stats.has("rate") ? "rate" : [...stats.keys()][0];
	const value = stat === void 0 ? void 0 : stats.get(stat);
	if (value === void 0 || stat === void 0) return metric;
	return `${stat} of ${metric} ${amount(value, stat === "count" ? "count" : unit)}`;
}
function amount(value, unit) {
	const short = (number) => `${Number(number.toPrecision(6))}`;
	switch (unit) {
		case "ratio": return `${(100 * value).toFixed(2)} %`;
		case "ms":
			if (value > 0 && value < .001) return `${short(value * 1e6)} ns`;
			return value > 0 && value < 1 ? `${short(value * 1e3)} µs` : `${short(value)} ms`;
		case "per-second": return `${short(value)} per second`;
		case "count": return short(value);
		default: return formatValue(value, unit);
	}
}
// src/results/inspect.ts
/**
* The text of `perf-gate inspect PATH`: what each run holds, and which files were refused and why. Ends with a line break.
*
* @param gatingOf the policy of a service. Absent: there is no policy, and so no limit
*/
function inspectRuns(collected, gatingOf = () => NO_POLICY) {
	const { runs, refusals } = collected;
	if (runs.length === 0 && refusals.length === 0) return "No results found. Expected <service>/run-<n>/summary.json.\n";
	const unjudged = runsNotJudged(runs, gatingOf);
	const head = [`${count(runs.length, "run")} understood, ${count(refusals.length, "result")} refused.`, ...unjudged === 0 ? [] : [`In ${count(unjudged, "run")} a gated number cannot be judged.`]].join(" ");
	const shared = sharedNotes(runs);
	const notes = shared.length === 0 ? [] : [shared.map((note) => lineOf("note", note)).join("\n")];
	const each = runs.map((run) => describeRun(run, shared, gatingOf));
	const sizings = sizingLines(runs).map(([service, advice]) => `${service} · requests and limits\n${lineOf("advice", advice)}`);
	return `${[
		head,
		...notes,
		...each,
		...refusals.map(describeRefusal),
		...sizings
	].join("\n\n")}\n`;
}
/** The text of `perf-gate inspect PATH` on the profiles and traces beside runs, one per line. Ends with a line break. */
function inspectBeside(profiles, traces) {
	const ofProfiles = profiles.map((one) => lineBeside(one, one.content.kind === "unreadable" ? text`not read: ${one.content.problem}` : profileWords(one.content.profile)));
	const ofTraces = traces.map((one) => lineBeside(one, one.content.kind === "unreadable" ? text`not read: ${one.content.problem}` : traceWords(one.content.file)));
	return [
		...ofProfiles.length === 0 ? [] : [
			"",
			`${count(profiles.length, "profile")} beside the runs.`,
			...ofProfiles
		],
		...ofTraces.length === 0 ? [] : [
			"",
			`${count(traces.length, "file")} of traces beside the runs.`,
			...ofTraces
		],
		""
	].join("\n");
}
function lineBeside({ service, side, path }, what) {
	return `  ${terminalLine(text`${name(service)} · ${side} · ${name(path)}: ${what}`)}`;
}
function profileWords({ tool, samples }) {
	return text`${tool}, ${samples === null ? "exact" : count(samples, "sample")}`;
}
function traceWords({ tool, spans }) {
	const traces = new Set(spans.map(({ traceId }) => traceId)).size;
	return text`${tool}, ${count(traces, "trace")}, ${count(spans.length, "span")}`;
}
const NO_POLICY = {
	primaries: null,
	limitRatio: () => Number.POSITIVE_INFINITY
};
/**
* The number of runs with a gated series that cannot be judged, or with no gated series at all. The gate would block them, or
* would check nothing.
*/
function runsNotJudged(runs, gatingOf) {
	return runs.filter(({ run, service }) => !isJudged(run, gatingOf(service))).length;
}
/** The notes that all runs have, such as how the layout was understood. They are printed once. */
function sharedNotes([first, ...others]) {
	if (first === void 0 || others.length === 0) return [];
	return notesOf(first).filter((note) => others.every((run) => notesOf(run).includes(note)));
}
function notesOf({ run }) {
	return run.notes.map(plainText);
}
function describeRun(identified, shared, gatingOf) {
	const { run, service, side, runNumber } = identified;
	const lines = run.tool === void 0 ? linesOfK6(identified) : linesOfTool(identified, gatingOf(service));
	const reasons = run.measurements.flatMap(({ notJudged }) => [...notJudged?.values() ?? []].map(plainText));
	const notes = notesOf(identified).filter((note) => !shared.includes(note) && !reasons.includes(note)).map((note) => ["note", note]);
	return [`${service} · ${side} · run ${runNumber}`, ...[
		...lines,
		...resourceLines(run),
		...notes
	].map(([label, what]) => lineOf(label, what))].join("\n");
}
function describeRefusal({ service, side, path, problem }) {
	return [
		service === null ? "refused" : `${service} · ${side} · refused`,
		lineOf("path", path),
		lineOf("why", problem)
	].join("\n");
}
function lineOf(label, what) {
	return `  ${label.padEnd(10)}  ${terminalLine(text`${what}`)}`;
}
// src/commands/inspect-foreign.ts
/** More files are not described one by one, because nobody reads that in a terminal. */
const MAX_FILES = 20;
/**
* The texts about files that are traces, profiles or reports on complexity. null: a file is none of these, and the message of the
* readers of results helps more. Throws a UserError for a file that cannot be read.
*/
async function inspectForeign(files) {
	if (files.length === 0 || files.length > MAX_FILES) return null;
	const texts = [];
	for (const file of files) {
		const text = await textOf(file);
		if (text === null) return null;
		texts.push(text);
	}
	return texts.join("\n");
}
async function textOf(file) {
	if (!await isForeign(file)) return null;
	return await tracesText(file) ?? await profileText(file) ?? await complexityText(file);
}
/** Whether a file may be something else than a result. A cut or empty result is not. */
async function isForeign(file) {
	try {
		await recognizeFile(file, FORMATS);
		return false;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return error instanceof ForeignFileError && !(error instanceof EmptyFileError);
	}
}
async function profileText(file) {
	const [{ readProfile }, { PROFILE_FORMATS }, { NoProfileError }, { inspectProfile }] = await Promise.all([
		import("./read-profile.js"),
		import("./registry5.js"),
		import("./unreadable-profile.js"),
		import("./inspect-profile.js")
	]);
	try {
		return inspectProfile(file.path, await readProfile(file.open(), PROFILE_FORMATS));
	} catch (error) {
		if (error instanceof NoProfileError) return null;
		throw error;
	}
}
async function tracesText(file) {
	const [{ NoTracesError, readTraces }, { TRACE_FORMATS }, { inspectTraces }] = await Promise.all([
		import("./read-traces.js"),
		import("./registry6.js"),
		import("./inspect-traces.js")
	]);
	try {
		return inspectTraces(file.path, await readTraces(file.open(), TRACE_FORMATS));
	} catch (error) {
		if (error instanceof NoTracesError) return null;
		throw error;
	}
}
async function complexityText(file) {
	const [{ COMPLEXITY_FORMATS }, { readComplexity }] = await Promise.all([import("./registry3.js"), import("./read-complexity.js")]);
	const bytes = await joinChunks(file.open());
	const start = new TextDecoder().decode(bytes).trimStart();
	if (!COMPLEXITY_FORMATS.some((format) => format.recognizes(start))) return null;
	const { tool, unit, functions } = readComplexity(bytes, file.path);
	return `${file.path}: complexity, as ${tool} counts it, of ${count(functions.length, unit)}. Two such files are compared with: perf-gate complexity --before FILE --after FILE\n`;
}
// src/commands/inspect.ts
const USAGE = {
	guide: "docs/troubleshooting.md",
	calls: ["PATH"],
	paths: { PATH: "a result, a profile or traces, or a folder with results" },
	flags: { policy: {
		type: "string",
		value: "FILE",
		says: "the policy: how files are read, and what is gated; default: the built-in values"
	} },
	exitCodes: "0: everything can be judged. 1: something cannot, or there are no results. 2: nothing could be read."
};
/**
* `perf-gate inspect` prints what it understands of the results. Exit code 1: a file is refused, a run cannot be judged, or there
* are no results.
*/
async function inspect(args) {
	const { values, positionals } = readArguments(args, USAGE.flags, true);
	const path = onePath(positionals);
	const { files, options } = await resultSet(path, "candidate");
	const policy = await readPolicy(values.policy);
	const collected = await withProgress(async ({ watch }) => collectRuns(files.map(watch), {
		...options,
		formats: FORMATS,
		read: (service) => servicePolicy(policy, service).read
	}));
	const other = collected.runs.length === 0 ? await inspectForeign(files) : null;
	if (other !== null) {
		print(other);
		return 0;
	}
	const ofTools = withToolLimits(policy, collected.runs);
	const gatingOf = (service) => ({
		primaries: writtenPrimaries(ofTools, service),
		limitRatio: (endpoint) => limitFor(servicePolicy(ofTools, service), endpoint)
	});
	print(inspectRuns(collected, gatingOf));
	const profiles = await collectProfiles(files, collected.runs, options);
	const traces = await collectTraces(files, collected.runs, options);
	if (profiles.length + traces.length > 0) print(inspectBeside(profiles, traces));
	const isJudged = collected.runs.length > 0 && runsNotJudged(collected.runs, gatingOf) === 0;
	return collected.refusals.length === 0 && isJudged ? 0 : 1;
}
export { USAGE, inspect };
