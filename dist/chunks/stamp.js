import { r as __toESM } from "./rolldown-runtime.js";
import { Nt as require__builtin_crypto } from "./action.js";
import { $t as require_promises, Ft as text, Y as terminalText, Zt as require__builtin_path, kt as name, xt as UserError } from "./both.js";
import { $t as K6, Ht as groupByRun, It as readFolder, Jt as readPath, Ut as readRunFiles, Xt as FORMATS, h as readFlagFile, on as count, u as print, wn as DEFAULT_READ_OPTIONS } from "./compare.js";
import { t as parseRunJson } from "./run-json2.js";
import { a as machineClass, i as jobId, r as installedVersion, t as checkedOutCommit } from "./this-machine.js";
import { a as FlagError, c as readArguments, o as checkCommit } from "./command-line.js";
// src/results/stamp.ts
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/**
* Plans one run.json for each run below the path. The path is a folder of results, the folder of one run, or a result file in it.
* Nothing is written yet. Throws a UserError if there is no result.
*/
async function planStamps(path, facts, formats) {
	const files = await readFolder(path);
	const folderOfFiles = (0, import__builtin_path.resolve)((await (0, import_promises.stat)(path)).isFile() ? (0, import__builtin_path.dirname)(path) : path);
	const root = folderOfRun(folderOfFiles);
	const { groups, misplaced } = await groupByRun(files, formats, {
		service: "service",
		side: sideOf(root)
	});
	const stamps = [];
	const problems = misplaced.map(({ path: file, problem }) => text`${name(file)}: ${problem}`);
	for (const group of groups.filter(hasResult)) {
		const planned = await planStamp(group, {
			root,
			folderOfFiles
		}, facts);
		if ("problem" in planned) problems.push(planned.problem);
		else stamps.push(planned);
	}
	if (stamps.length === 0 && problems.length === 0) {
		const found = files.length === 0 ? "no file" : count(files.length, "file that is no result", "files that are no results");
		throw new UserError(`${path} holds no result to stamp. Found: ${found}. Run the load test first.`);
	}
	return {
		stamps,
		problems
	};
}
/** The run.json of one run, or why there can be none: of a result that is empty or damaged, nobody knows which tool wrote it. */
async function planStamp(group, { root, folderOfFiles }, facts) {
	const { runPath, side } = group.first.placement;
	if (group.files.some(({ file }) => file.path === runPath)) return { problem: text`${name(runPath)}: This run is a single file. Move it to a folder of its own: run-1/summary.json.` };
	for (const { file, claim } of group.files) if (claim.kind === "damaged") return { problem: text`${name(file.path)}: ${claim.problem}` };
	const folder = (0, import__builtin_path.join)(root, runPath);
	const content = await contentOf(group);
	const tool = toolOf(group, content);
	if (facts.tool !== null && plainName(facts.tool) !== plainName(tool)) return { problem: text`${name(runPath)}: This is a result of ${name(tool)}, and --tool says ${name(facts.tool)}.` };
	const toolVersion = versionIn(content) ?? await facts.versionOf(tool);
	const path = (0, import__builtin_path.join)(folder, "run.json");
	const stamp = {
		schemaVersion: 1,
		testedCommit: facts.commits[side],
		jobId: facts.jobId,
		machine: facts.machine,
		tool,
		toolVersion,
		...tool === K6.name ? { k6Version: toolVersion } : {},
		scriptHash: facts.scriptHash,
		load: facts.load,
		...facts.parts == null ? {} : {
			part: facts.part,
			parts: facts.parts
		},
		startedAt: facts.startedAt === "of-file" ? await startOf(folderOfFiles, content) : facts.startedAt,
		slot: runNumberOf(folder)
	};
	return {
		path,
		exists: await (0, import_promises.stat)(path).catch(() => null) !== null,
		content: stamp
	};
}
/** A web page or a log beside the runs is no run. A damaged result is one, so that it is named. */
function hasResult({ files }) {
	return files.some(({ claim }) => claim.kind === "result" || claim.kind === "damaged");
}
/**
* The start of the run. Dates in the result come first. Without them: a tool writes its result when the run ends, on the machine
* that ran it, so the time of the file minus the duration is the start. null: the result has no duration or cannot be read, which
* the gate reports.
*/
async function startOf(folder, content) {
	if (content.kind !== "read") return null;
	if (content.run.beganAtMs !== void 0) return new Date(content.run.beganAtMs).toISOString();
	if (content.run.durationMs === null) return null;
	const { mtimeMs } = await (0, import_promises.stat)((0, import__builtin_path.join)(folder, content.resultPath));
	return new Date(mtimeMs - content.run.durationMs).toISOString();
}
/** Reads the result without the files beside it: an existing run.json must not influence the new one. */
async function contentOf(group) {
	const files = group.files.filter(({ placement }) => placement.role === "result");
	return await readRunFiles({
		...group,
		files
	}, DEFAULT_READ_OPTIONS);
}
function toolOf({ files }, content) {
	if (content.kind === "read" && content.run.tool !== void 0) return content.run.tool;
	const claim = files.map((file) => file.claim).find(({ kind }) => kind === "result");
	return claim?.kind === "result" ? claim.format.tool.name : K6.name;
}
function versionIn(content) {
	return content.kind === "read" ? content.run.toolVersion : null;
}
/** A name without its spelling: `google-benchmark` is Google Benchmark. */
function plainName(tool) {
	return tool.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
/** The folder of the run, of which the folder of one load generator is a part. */
function folderOfRun(folder) {
	return /^instance-\d+$/.test(lastPart(folder)) ? (0, import__builtin_path.dirname)(folder) : folder;
}
function sideOf(folder) {
	return folder.split(import__builtin_path.sep).slice(-2).includes("baseline") ? "baseline" : "candidate";
}
function runNumberOf(folder) {
	return readPath(`${lastPart(folder)}/summary.json`).runNumber;
}
function lastPart(path) {
	return path.slice(path.lastIndexOf(import__builtin_path.sep) + 1);
}
// src/commands/stamp.ts
/** The value of a flag for a fact that nobody knows. The fact is then not looked up on this machine. */
const UNKNOWN = "unknown";
/** Of a longer text, only the hash is kept. */
const MAX_LOAD_CHARACTERS = 300;
const USAGE = {
	guide: "docs/results.md",
	calls: ["PATH..."],
	paths: { PATH: "a result, or a folder with results" },
	flags: {
		commit: {
			type: "string",
			value: "SHA",
			says: "the commit of the candidate; default: the one that is checked out here"
		},
		"baseline-commit": {
			type: "string",
			value: "SHA",
			says: "the commit of the baseline"
		},
		script: {
			type: "string",
			value: "FILE",
			says: "the load script, whose hash is written"
		},
		load: {
			type: "string",
			value: "TEXT",
			says: "a description of the load, in your words"
		},
		part: {
			type: "string",
			value: "2/3",
			says: "which of several load generators this is"
		},
		tool: {
			type: "string",
			value: "NAME",
			says: "the tool, when the results do not name it"
		},
		"tool-version": {
			type: "string",
			value: "X.Y.Z",
			needs: "tool",
			says: "its version; default: the installed version"
		},
		"k6-version": {
			type: "string",
			value: "X.Y.Z",
			says: "the version, when --tool is not given; default: the installed version"
		},
		"started-at": {
			type: "string",
			value: "TIME",
			says: "when the load began; default: found in the result"
		},
		machine: {
			type: "string",
			value: "TEXT",
			says: "the class of the machine; default: that of this machine"
		},
		job: {
			type: "string",
			value: "TEXT",
			says: "the job that measured; default: this job"
		},
		force: {
			type: "boolean",
			says: "replaces what an earlier call wrote"
		}
	},
	exitCodes: "0: all is stamped. 1: a result could not be stamped. 2: nothing was stamped."
};
/** `perf-gate stamp` writes run.json beside each result. Exit code 1: a result could not be stamped. */
async function stamp(args) {
	const { values, positionals } = readArguments(args, USAGE.flags, true);
	if (positionals.length === 0) throw new FlagError("No path is given.");
	for (const flag of ["commit", "baseline-commit"]) if (values[flag] !== UNKNOWN) checkCommit(flag, values[flag]);
	checkStart(values["started-at"]);
	const facts = {
		commits: {
			candidate: await given(values.commit, () => checkedOutCommit(process.env, process.cwd())),
			baseline: await given(values["baseline-commit"], () => null)
		},
		jobId: await given(values.job, () => jobId(process.env)),
		machine: await given(values.machine, machineClass),
		tool: values.tool ?? null,
		versionOf: versionsOf(values),
		scriptHash: values.script === void 0 ? null : await hashOfFile(values.script),
		load: values.load === void 0 ? null : shortened(values.load),
		...partOf(values.part),
		startedAt: await given(values["started-at"], () => "of-file")
	};
	let isWhole = true;
	for (const path of positionals) isWhole = await stampPath(path, facts, values.force ?? false) && isWhole;
	return isWhole ? 0 : 1;
}
/** Asks each tool for its version at most once, and only when no result and no flag gives the version. */
function versionsOf(said) {
	const known = /* @__PURE__ */ new Map();
	return (tool) => {
		const flag = said["tool-version"] ?? (tool === K6.name ? said["k6-version"] : void 0);
		const version = known.get(tool) ?? given(flag, () => installedVersion(tool));
		known.set(tool, version);
		return version;
	};
}
/** The value of the flag. With `unknown` the fact stays unknown, because results may be stamped much later on another machine. */
async function given(said, find) {
	if (said === void 0) return await find();
	return said === UNKNOWN ? null : said;
}
/** `2/3`: the second of three load generators that share the run. */
function partOf(text) {
	if (text === void 0) return {};
	const [, part = 0, parts = 0] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
	if (part >= 1 && part <= parts) return {
		part,
		parts
	};
	throw new UserError(`--part cannot be ${JSON.stringify(text)}. Give the number of this load generator and how many there are, such as 2/3.`);
}
/** The written time must be readable again, so the reader of run.json checks it. */
function checkStart(startedAt) {
	if (startedAt === void 0 || startedAt === UNKNOWN) return;
	try {
		parseRunJson(JSON.stringify({
			schemaVersion: 1,
			startedAt
		}));
	} catch (error) {
		const message = `--started-at cannot be ${JSON.stringify(startedAt)}. Give a time such as 2026-01-31T09:00:00Z.`;
		throw new UserError(message, { cause: error });
	}
}
async function stampPath(path, facts, force) {
	const { stamps, problems } = await planStamps(path, facts, FORMATS);
	const writable = stamps.filter(({ exists }) => force || !exists);
	for (const { path: file, content } of writable) await (0, import_promises.writeFile)(file, `${JSON.stringify(content, null, 2)}\n`);
	const kept = stamps.length - writable.length;
	const note = kept === 0 ? "" : ` ${kept} had a run.json, which was kept; --force replaces it.`;
	print(`Stamped ${writable.length} of ${stamps.length + problems.length} runs in ${path}.${note}\n`);
	if (facts.startedAt === "of-file" && writable.some(({ content }) => content.startedAt === null)) process.stderr.write("The start of some runs is not known. Give it with --started-at, or stamp each run when it ends.\n");
	for (const problem of problems) process.stderr.write(`${terminalText(text`Not stamped: ${problem}`)}\n`);
	return problems.length === 0;
}
async function hashOfFile(path) {
	return (0, import__builtin_crypto.createHash)("sha256").update(await readFlagFile("script", path)).digest("hex");
}
/** The text may be a whole configuration file: --load "$(cat options.json)". */
function shortened(load) {
	return load.length <= MAX_LOAD_CHARACTERS ? load : (0, import__builtin_crypto.createHash)("sha256").update(load).digest("hex");
}
export { stamp as n, USAGE as t };
