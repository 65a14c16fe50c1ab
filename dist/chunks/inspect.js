import { $t as count, D as rightSizing, Lt as collectRuns, O as sizingText, Ot as RESOURCE_STATS, _ as collectTraces, c as resultSet, cn as formatValue, d as readPolicy, kt as isSampled, p as withProgress, qt as FORMATS, v as collectProfiles } from "./compare.js";
import { B as measuredAs, D as servicePolicy, K as REQUEST_DURATION, V as quantityOf, Y as isOfEveryTest } from "./both.js";
import { t as printable } from "./printable.js";
import { c as readArguments, s as onePath } from "./command-line.js";
// src/results/listed-names.ts
const MAX_LISTED = 10;
/** The first ten, and how many more there are. */
function listedNames(texts) {
	const hidden = texts.length - MAX_LISTED;
	return hidden > 0 ? `${texts.slice(0, MAX_LISTED).join(", ")} and ${hidden} more` : texts.join(", ");
}
/** The endpoints that were measured, for people. */
function listedEndpoints(measurements) {
	const names = [...new Set(measurements.flatMap(({ endpoint }) => endpoint ?? []))].sort();
	if (names.length === 0) return "none";
	return names.length > MAX_LISTED ? `${names.length}: ${listedNames(names)}` : listedNames(names);
}
// src/results/k6-lines.ts
/** What `inspect` says of a run of k6, as names and texts. */
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
	if (p95 === void 0) return `cannot be used: ${latency.unusable.get("p95") ?? "the file has no p95"}`;
	const samples = latency.sampleCount === null ? "an unknown number of samples" : `${latency.sampleCount} samples`;
	const population = latency.population === "successful" ? "successful requests only" : "all requests, failed ones included";
	return `${p95.toFixed(3)} ms of ${REQUEST_DURATION} (${population}; ${samples})`;
}
/** What a service could be gated on instead: all but what every HTTP test has. */
function describeOthers(measurements) {
	const others = measurements.filter((one) => one.endpoint === null && one.stats.size > 0 && !isSampled(one) && !isOfEveryTest(one.metric));
	return others.length === 0 ? "nothing" : listedNames(others.map(describeOther));
}
function describeOther({ metric, kind, unit, better, stats }) {
	const [stat, value = NaN] = kind === "trend" ? ["p95", stats.get("p95")] : kind === "counter" ? ["count", stats.get("count")] : kind === "rate" ? ["rate", stats.get("rate")] : ["value", stats.get("value")];
	const number = unit === "ratio" ? `${(value * 100).toFixed(2)} %` : `${Number(value.toPrecision(5))}${unit === "ms" ? " ms" : ""}`;
	const isKnown = better !== "neither" || kind === "trend" && unit === "ms";
	return `${metric} (${stat} ${Number.isNaN(value) ? "unknown" : number}${isKnown ? "" : "; which direction is good is not known"})`;
}
/** As many requests as make an endpoint of a name: statistics/rare-endpoints.ts. */
const FEW_REQUESTS = 10;
function rareNames(measurements) {
	const rare = measurements.filter((one) => one.endpoint !== null && quantityOf(one) === "throughput" && (one.stats.get("count") ?? FEW_REQUESTS) < FEW_REQUESTS).length;
	if (rare === 0) return [];
	return [`${count(rare, "endpoint")} with fewer than ${FEW_REQUESTS} requests: such names count in the whole service only. Give requests with ids in their addresses a \`name\` tag, or group them in the policy.`];
}
/** Points and summaries of one and the same run differ in this. */
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
/** Processor and memory of a run, where they were sampled; of what cannot be used, the reason. */
function resourceLines({ measurements, sampled }) {
	const all = measurements.filter(isSampled);
	const reasons = [...new Set(all.flatMap(({ unusable }) => [...unusable.values()]))];
	const values = all.flatMap((one) => one.stats.size === 0 ? [] : [`${one.metric} ${statsText(one)}`]);
	const by = sampled === void 0 ? [] : [`${count(sampled.instances, "instance")} by ${sampled.source ?? "an unknown source"}`];
	return [
		...values.length === 0 ? [] : [["resources", [...values, ...by].join(", ")]],
		...reasons.map((reason) => ["resources", `some cannot be used: ${reason}`]),
		...sampled === void 0 ? [] : memoryLines(sampled)
	];
}
function memoryLines({ seconds, memoryGrowthBytesPerRequest: growth, memoryPeakBytes: peak }) {
	const text = growth == null ? null : seconds < 300 ? `too short to tell: the load took ${seconds.toFixed(0)} s, and 300 s are needed` : `${formatValue(growth, "bytes")} with each request in the second half of the load`;
	return [...peak == null ? [] : [["memory", `at most ${formatValue(peak, "bytes")} since the process started`]], ...text === null ? [] : [["growth", text]]];
}
/** In the order in which the metric is known by them. */
function statsText({ metric, stats, unit }) {
	return (RESOURCE_STATS.get(metric)?.stats ?? [...stats.keys()]).map((stat) => [stat, stats.get(stat)]).flatMap(([stat, value]) => value === void 0 ? [] : `${stat} ${formatValue(value, unit)}`).join(" ");
}
/** What a manifest of each service could say, where it has limits. */
function sizingLines(runs) {
	const candidates = runs.filter(({ variant }) => variant === "candidate");
	return [...new Set(candidates.map(({ service }) => service))].flatMap((service) => {
		const sizing = rightSizing(candidates.filter((run) => run.service === service));
		return sizing === null ? [] : [[service, sizingText(sizing)]];
	});
}
// src/results/inspect.ts
/** The text of `perf-gate inspect PATH`: what was understood of each run, and what was refused and why. Ends with a newline. */
function inspectRuns(collected) {
	const { runs, refusals } = collected;
	if (runs.length === 0 && refusals.length === 0) return "No results found. Expected <service>/run-<n>/summary.json.\n";
	const head = `${count(runs.length, "run")} understood, ${count(refusals.length, "result")} refused.`;
	const shared = sharedNotes(runs);
	const notes = shared.length === 0 ? [] : [shared.map((note) => lineOf("note", note)).join("\n")];
	const each = runs.map((run) => describeRun(run, shared));
	const sizings = sizingLines(runs).map(([service, advice]) => `${service} · requests and limits\n${lineOf("advice", advice)}`);
	return `${[
		head,
		...notes,
		...each,
		...refusals.map(describeRefusal),
		...sizings
	].join("\n\n")}\n`;
}
/** The text of `perf-gate inspect PATH` on profiles and traces beside runs, one a line. Ends with a newline. */
function inspectBeside(profiles, traces) {
	const ofProfiles = profiles.map((one) => lineBeside(one, one.content.kind === "unreadable" ? `not read: ${one.content.problem}` : profileWords(one.content.profile)));
	const ofTraces = traces.map((one) => lineBeside(one, one.content.kind === "unreadable" ? `not read: ${one.content.problem}` : traceWords(one.content.file)));
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
function lineBeside({ service, variant, path }, what) {
	return `  ${service} · ${variant} · ${printable(path)}: ${printable(what)}`;
}
function profileWords({ tool, samples }) {
	return `${tool}, ${samples === null ? "exact" : count(samples, "sample")}`;
}
function traceWords({ tool, spans }) {
	const traces = new Set(spans.map(({ traceId }) => traceId)).size;
	return `${tool}, ${count(traces, "trace")}, ${count(spans.length, "span")}`;
}
/** How the layout was understood is true of all runs, and said once. */
function sharedNotes([first, ...others]) {
	if (first === void 0 || others.length === 0) return [];
	return first.run.notes.filter((note) => others.every(({ run }) => run.notes.includes(note)));
}
function describeRun(identified, shared) {
	const { run, service, variant, slot } = identified;
	const lines = run.tool === void 0 ? linesOfK6(identified) : linesOfTool(identified);
	const reasons = run.measurements.flatMap(({ notJudged }) => [...notJudged?.values() ?? []]);
	const notes = run.notes.filter((note) => !shared.includes(note) && !reasons.includes(note)).map((note) => ["note", note]);
	return [`${service} · ${variant} · run ${slot}`, ...[
		...lines,
		...resourceLines(run),
		...notes
	].map(([name, text]) => lineOf(name, text))].join("\n");
}
/** What it is, and all that can be gated on. */
function linesOfTool({ run, source, conditions, exitCode }) {
	const whole = run.measurements.filter((one) => one.endpoint === null && !isSampled(one));
	const gated = whole.filter(({ central }) => central !== void 0);
	const others = whole.filter(({ central }) => central === void 0);
	return [
		["path", source.path],
		["format", run.format],
		["tool", [conditions.tool ?? run.tool ?? "", run.toolVersion].filter((word) => word != null).join(" · ")],
		...run.durationMs === null ? [] : [["duration", `${(run.durationMs / 1e3).toFixed(1)} s`]],
		...gated.map((one) => ["gated on", describeGated(one)]),
		...others.length === 0 ? [] : [["shown", others.map(describeShown).join(", ")]],
		["endpoints", listedEndpoints(run.measurements)],
		["exit code", exitCode === null ? "unknown: there is no file exit-code" : `${exitCode}`]
	];
}
/** Narrower steps than a tenth of the usual limit tell a reader nothing. */
const SMALLEST_STEP = .005;
/** `p95 of latency, 338.4 ms (603 samples)` */
function describeGated({ metric, central = "", stats, unusable, unit, sampleCount, steps, notJudged }) {
	const value = stats.get(central);
	if (value === void 0) return `${central} of ${metric}: cannot be used, ${unusable.get(central) ?? "it is not in the file"}`;
	const why = notJudged?.get(central);
	if (why !== void 0) return `nothing by default. ${central} of ${metric} is ${amount(value, unit)}. ${why}`;
	const step = steps?.get(central);
	const width = step === void 0 || step / value < SMALLEST_STEP ? "" : `, in steps of ${(100 * step / value).toPrecision(2)} %`;
	return `${central} of ${metric}, ${amount(value, unit)}${sampleCount === null ? "" : ` (${count(sampleCount, "sample")})`}${width}`;
}
function describeShown({ metric, stats, unit, kind }) {
	const stat = (kind === "rate" || kind === "counter") && stats.has("rate") ? "rate" : [...stats.keys()][0];
	const value = stat === void 0 ? void 0 : stats.get(stat);
	return value === void 0 || stat === void 0 ? metric : `${stat} of ${metric} ${amount(value, unit)}`;
}
function amount(value, unit) {
	const text = (number) => `${Number(number.toPrecision(6))}`;
	switch (unit) {
		case "ratio": return `${(100 * value).toFixed(2)} %`;
		case "ms":
			if (value > 0 && value < .001) return `${text(value * 1e6)} ns`;
			return value > 0 && value < 1 ? `${text(value * 1e3)} µs` : `${text(value)} ms`;
		case "per-second": return `${text(value)} per second`;
		case "count": return text(value);
		default: return formatValue(value, unit);
	}
}
function describeRefusal({ service, variant, path, problem }) {
	return [
		service === null ? "refused" : `${service} · ${variant} · refused`,
		lineOf("path", path),
		lineOf("why", problem)
	].join("\n");
}
function lineOf(name, text) {
	return `  ${name.padEnd(10)}  ${printable(text)}`;
}
// src/commands/inspect.ts
const USAGE = {
	guide: "docs/troubleshooting.md",
	calls: ["PATH"],
	flags: { policy: {
		type: "string",
		value: "FILE",
		says: "the rules that say how files are read; without it the defaults hold"
	} },
	exitCodes: "0: all of it can be used. 1: something is refused, or there is nothing. 2: nothing could be read."
};
/** `perf-gate inspect`: says what is understood; exit code 1 when something is refused or there is nothing. */
async function inspect(args) {
	const { values, positionals } = readArguments(args, USAGE.flags, true);
	const path = onePath(positionals);
	const { files, options } = await resultSet(path, "candidate");
	const policy = await readPolicy(values.policy, void 0);
	const collected = await withProgress(async ({ watch }) => collectRuns(files.map(watch), {
		...options,
		formats: FORMATS,
		read: (service) => servicePolicy(policy, service).read
	}));
	const other = collected.runs.length > 0 ? null : await tracesText(files) ?? await profileText(files);
	if (other !== null) {
		process.stdout.write(other);
		return 0;
	}
	process.stdout.write(inspectRuns(collected));
	const profiles = await collectProfiles(files, collected.runs, options);
	const traces = await collectTraces(files, collected.runs, options);
	if (profiles.length + traces.length > 0) process.stdout.write(inspectBeside(profiles, traces));
	return collected.refusals.length > 0 || collected.runs.length === 0 ? 1 : 0;
}
/** What is said of one file that is a profile and no result. null: it is none. Throws a UserError for one that cannot be read. */
async function profileText(files) {
	const [file, ...others] = files;
	if (file === void 0 || others.length > 0) return null;
	const [{ readProfile }, { PROFILE_FORMATS }, { NoProfileError }, { inspectProfile }] = await Promise.all([
		import("./read-profile.js"),
		import("./registry3.js"),
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
/** What is said of one file of traces. null: it is none. Throws a UserError for one that cannot be read. */
async function tracesText(files) {
	const [file, ...others] = files;
	if (file === void 0 || others.length > 0) return null;
	const [{ NoTracesError, readTraces }, { TRACE_FORMATS }, { inspectTraces }] = await Promise.all([
		import("./read-traces.js"),
		import("./registry4.js"),
		import("./inspect-traces.js")
	]);
	try {
		return inspectTraces(file.path, await readTraces(file.open(), TRACE_FORMATS));
	} catch (error) {
		if (error instanceof NoTracesError) return null;
		throw error;
	}
}
export { USAGE, inspect };
