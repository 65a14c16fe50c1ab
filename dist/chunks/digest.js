import { b as UserError, g as servicePolicy } from "./both.js";
import { t as createCsvScanner } from "./csv-scanner.js";
import { n as seriesKey, r as writeDigest } from "./digest-file2.js";
import { J as k6PointsCsv, a as readFolder, c as readPolicy, dt as readArguments, n as save, nt as selectionText, o as gunzipped, ot as isRequestTime, q as k6PointsNdjson, tt as selected, u as withProgress } from "./compare.js";
import { t as createHistogram } from "./latency-histogram.js";
import { t as createNdjsonScanner } from "./ndjson-scanner.js";
import { r as pointsRun, t as collectPoints } from "./read-points.js";
// src/formats/digest-points.ts
const NDJSON = {
	id: k6PointsNdjson.id,
	hasTypes: true,
	createScanner: createNdjsonScanner
};
const CSV = {
	id: k6PointsCsv.id,
	hasTypes: false,
	createScanner: createCsvScanner
};
/**
* The text of a digest of raw points, JSON or CSV, told apart by content. Streams: the points may still be written while they are
* read, as from a pipe. Throws a UserError where they are damaged or are not points.
*/
async function digestPoints(chunks, options) {
	const iterator = chunks[Symbol.asyncIterator]();
	const first = await iterator.next();
	if (first.done === true) throw new UserError("There are no points: the input is empty.");
	const format = k6PointsCsv.recognizes(first.value) ? CSV : NDJSON;
	const all = (async function* () {
		yield first.value;
		for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
	})();
	const histograms = /* @__PURE__ */ new Map();
	const run = pointsRun(format.id, await collectPoints(format, [all], options), (series, values) => {
		if (!isJudged(series) || values.length === 0) return;
		const histogram = createHistogram();
		for (const value of values) histogram.record(value);
		histograms.set(seriesKey(series), histogram);
	});
	return writeDigest({
		run: {
			...run,
			...selected(options, selectionText(options))
		},
		histograms
	});
}
/** The times that services are judged by. The phases of a request only keep their statistics. */
function isJudged({ metric, unit, better }) {
	return unit === "ms" && better === "lower" && (metric === "http_req_duration" || !isRequestTime(metric));
}
// src/commands/digest.ts
/**
* `perf-gate digest`: raw points to a small file that can be merged with those of other load generators. Reads standard input
* while k6 still runs. Nothing is written where the points are damaged.
*/
async function digest(args) {
	const { values, positionals } = readArguments(args, {
		output: {
			type: "string",
			short: "o"
		},
		policy: { type: "string" },
		service: { type: "string" }
	}, true);
	const [path, ...more] = positionals;
	if (path === void 0 || more.length > 0) throw new UserError("Give one path: perf-gate digest PATH, or perf-gate digest - for standard input");
	const policy = await readPolicy(values.policy, void 0);
	const { read } = servicePolicy(policy, values.service ?? "service");
	const input = path === "-" ? STANDARD_INPUT : await onlyFile(path);
	const text = await withProgress(async ({ watch }) => await digestPoints(watch(input).open(), read)).catch((error) => {
		if (error instanceof UserError) throw new UserError(`${input.path}: ${error.message}`);
		throw error;
	});
	if (values.output === void 0) process.stdout.write(text);
	else await save(values.output, text);
	return 0;
}
const STANDARD_INPUT = {
	path: "standard input",
	artifact: null,
	open: () => gunzipped(process.stdin)
};
async function onlyFile(path) {
	const [file, ...others] = await readFolder(path);
	if (file !== void 0 && others.length === 0) return file;
	throw new UserError(`${path} holds ${others.length + (file === void 0 ? 0 : 1)} files. Give the one file with the points.`);
}
export { digest };
