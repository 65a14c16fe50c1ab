import { L as servicePolicy, Nt as sentences, ut as isRequestTime, xt as UserError } from "./both.js";
import { Dn as joinChunks, En as selectionText, It as readFolder, Kt as ForeignFileError, Qt as k6PointsCsv, Rt as gunzipped, Tn as selectionOf, Xt as FORMATS, Zt as k6PointsNdjson, en as collectPoints, m as readPolicy, nn as ADVICE_ON_POINTS, qt as explainUnreadable, rn as pointsRun, s as save, v as withProgress } from "./compare.js";
import { t as createCsvScanner } from "./csv-scanner2.js";
import { n as seriesKey, r as writeDigest } from "./digest-file2.js";
import { t as createHistogram } from "./latency-histogram.js";
import { t as createNdjsonScanner } from "./ndjson-scanner.js";
import { c as readArguments, s as onePath } from "./command-line.js";
// src/formats/digest-points.ts
const NDJSON = {
	...k6PointsNdjson,
	hasTypes: true,
	createScanner: createNdjsonScanner
};
const CSV = {
	...k6PointsCsv,
	hasTypes: false,
	createScanner: createCsvScanner
};
/** The longest first line is the k6 line with the thresholds of a metric. It has some kilobytes. */
const MAX_FIRST_LINE_BYTES = 65536;
const NEWLINE = 10;
const RAW_POINTS = "Let k6 write raw points with --out json=FILE, and give that file.";
/**
* The text of a digest of raw points. JSON and CSV are told apart by content. The points are streamed, so they may
* still be written while they are read, for example through a pipe. Throws a UserError if they are damaged, or if the
* input is not points.
*/
async function digestPoints(chunks, options) {
	const iterator = chunks[Symbol.asyncIterator]();
	try {
		const start = await firstLine(iterator);
		if (start.length === 0) throw new UserError("There are no points: the input is empty.");
		const format = [CSV, NDJSON].find(({ recognizes }) => recognizes(start));
		if (format === void 0) throw explainNotPoints(await joinChunks(concatenated(start, iterator)).catch(() => start));
		return await digestOf(format, concatenated(start, iterator), options);
	} finally {
		await iterator.return?.();
	}
}
/** The bytes of the first chunks, up to the end of the first line. A pipe may deliver the line in pieces. */
async function firstLine(iterator) {
	let start = /* @__PURE__ */ new Uint8Array();
	while (start.length < MAX_FIRST_LINE_BYTES && !start.includes(NEWLINE)) {
		const next = await iterator.next();
		if (next.done === true) break;
		const joined = new Uint8Array(start.length + next.value.length);
		joined.set(start);
		joined.set(next.value, start.length);
		start = joined;
	}
	return start;
}
async function* concatenated(start, iterator) {
	yield start;
	for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}
/** The error for input that is not points. It says what the input is and what to do. */
function explainNotPoints(content) {
	const found = FORMATS.find(({ recognizes }) => recognizes(content));
	if (found === void 0) {
		const problem = explainUnreadable(content, "points.ndjson");
		return problem instanceof ForeignFileError ? new UserError(sentences(problem.what, [RAW_POINTS])) : problem;
	}
	return found.content === "summary" ? new UserError(`This is a summary (${found.title}), and digests are made of raw points: a summary has no samples. ${RAW_POINTS}`) : new UserError(`This is a ${found.content} already (${found.title}): there is nothing to do.`);
}
async function digestOf(format, points, options) {
	const histograms = /* @__PURE__ */ new Map();
	const run = pointsRun(format.id, await collectPoints(format, [points], options), ADVICE_ON_POINTS, (series, samples) => {
		if (!isJudged(series) || samples.count === 0) return;
		const histogram = createHistogram();
		samples.each(histogram.record);
		histograms.set(seriesKey(series), histogram);
	});
	return writeDigest({
		run: {
			...run,
			...selectionOf(options, selectionText(options))
		},
		histograms
	});
}
/**
* Whether services are judged by this time. The phases of a request are not: their histograms are left out, and only
* their statistics are kept.
*/
function isJudged({ metric, unit, better }) {
	return unit === "ms" && better === "lower" && (metric === "http_req_duration" || !isRequestTime(metric));
}
// src/commands/digest.ts
const USAGE = {
	guide: "docs/guides/scale-out.md",
	calls: ["PATH", "-"],
	paths: {
		PATH: "the raw points of one run",
		"-": "the same from standard input, while the load test still runs"
	},
	flags: {
		output: {
			type: "string",
			short: "o",
			value: "FILE",
			writes: "file",
			says: "the file for the digest; default: standard output"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy, which says how files are read; default: the built-in values"
		},
		service: {
			type: "string",
			value: "NAME",
			says: "the service whose rules in the policy apply; default: service"
		}
	},
	exitCodes: "0: written. 2: the points are damaged, and nothing is written."
};
/**
* `perf-gate digest` turns raw points into a small file that can be merged with the digests of other load generators. It can read
* standard input while k6 runs. When the points are damaged, it writes nothing.
*/
async function digest(args) {
	const { values, positionals } = readArguments(args, USAGE.flags, true);
	const path = onePath(positionals);
	const policy = await readPolicy(values.policy);
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
export { USAGE, digest };
