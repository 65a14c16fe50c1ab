import "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
import { a as _enum, c as custom, d as map, l as int, m as object, o as array, p as number, s as boolean, v as string } from "./zod.js";
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
// src/storage/stored-run.ts
/** The version of the line format. A reader refuses any other version, so that it never takes "newer" for "empty". */
const SCHEMA_VERSION = 1;
/**
* One line (without its line break) for one run. The same run gives the same bytes: keys are in a fixed order, names are sorted.
* Notes of the reader and the load test's setup data are not stored.
*/
function formatStoredRun(stored) {
	const { run, commit, recordedAt, mark } = stored;
	const { source, conditions } = run;
	return JSON.stringify({
		schemaVersion: SCHEMA_VERSION,
		service: run.service,
		commit,
		recordedAt,
		source: {
			workflowRunId: source.workflowRunId,
			runAttempt: source.runAttempt,
			artifactId: source.artifactId,
			artifactDigest: source.artifactDigest,
			path: source.path
		},
		variant: run.variant,
		slot: run.slot,
		jobId: run.jobId,
		testedCommit: run.testedCommit,
		startedAt: run.startedAt,
		conditions: {
			machine: conditions.machine,
			load: conditions.load,
			scriptHash: conditions.scriptHash,
			tool: conditions.tool
		},
		exitCode: run.exitCode,
		format: run.run.format,
		toolVersion: run.run.toolVersion,
		durationMs: run.run.durationMs,
		scriptHash: run.run.scriptHash,
		measurements: run.run.measurements.map(measurementFields),
		thresholds: run.run.thresholds.map(({ metric, expression, crossed }) => ({
			metric,
			expression,
			crossed
		})),
		mark: mark === null ? null : markFields(mark)
	});
}
/** The run that a line holds, or why it cannot be trusted. */
function parseStoredRun(line) {
	const json = parseJson(line);
	if (json === void 0) return {
		kind: "unreadable",
		problem: "it is not JSON"
	};
	const version = object({ schemaVersion: number() }).safeParse(json);
	if (!version.success) return {
		kind: "unreadable",
		problem: "it has no schemaVersion"
	};
	if (version.data.schemaVersion !== SCHEMA_VERSION) return {
		kind: "unreadable",
		problem: `it has schema version ${version.data.schemaVersion}, and this release reads version ${SCHEMA_VERSION}`
	};
	const read = StoredLine.safeParse(json);
	if (!read.success) return {
		kind: "unreadable",
		problem: firstProblem(read.error)
	};
	return {
		kind: "read",
		stored: storedRunOf(read.data)
	};
}
/** Two stored runs with the same key are the same execution of the same load test. Service is given by the file. */
function runKey(stored) {
	const { workflowRunId, artifactId, path } = stored.run.source;
	return JSON.stringify([
		workflowRunId,
		artifactId,
		path,
		stored.commit
	]);
}
/** What was measured, without when it was recorded: equal for two recordings of the same results. */
function measuredContent(stored) {
	return formatStoredRun({
		...stored,
		recordedAt: "",
		mark: null
	});
}
const Name = string().min(1);
const Time = string().refine((text) => Number.isFinite(Date.parse(text)), "expected a date and time");
const Id = int().nonnegative();
/** An object whose keys come from outside. Never a plain record: `__proto__` must stay an ordinary name. */
function named(value) {
	return custom((data) => typeof data === "object" && data !== null && !Array.isArray(data), "expected an object").transform((data) => new Map(Object.entries(data))).pipe(map(Name, value));
}
const StoredMeasurement = object({
	metric: Name,
	endpoint: string().nullable(),
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
	sampleCount: Id.nullable(),
	stats: named(number()),
	unusable: named(string())
}).superRefine((measurement, context) => {
	for (const [stat, value] of measurement.stats) {
		const problem = implausible(measurement, stat, value);
		if (problem !== null) context.addIssue({
			code: "custom",
			path: ["stats", stat],
			message: problem
		});
	}
});
const StoredLine = object({
	service: Name,
	commit: string().regex(/^[\w.-]{1,100}$/, "expected a commit"),
	recordedAt: Time,
	source: object({
		workflowRunId: Id.nullable(),
		runAttempt: Id.nullable(),
		artifactId: Id.nullable(),
		artifactDigest: string().nullable(),
		path: string()
	}),
	variant: _enum(["baseline", "candidate"]),
	slot: Id,
	jobId: string().nullable(),
	testedCommit: string().nullable(),
	startedAt: string().nullable(),
	conditions: object({
		machine: string().nullable(),
		load: string().nullable(),
		scriptHash: string().nullable(),
		tool: string().nullable()
	}),
	exitCode: int().nullable(),
	format: Name,
	toolVersion: string().nullable(),
	durationMs: number().nonnegative().nullable(),
	scriptHash: string().nullable(),
	measurements: array(StoredMeasurement).min(1, "expected at least one measurement"),
	thresholds: array(object({
		metric: string(),
		expression: string(),
		crossed: boolean()
	})),
	mark: object({
		kind: _enum([
			"regressed",
			"overridden",
			"improved"
		]),
		changeRatio: number(),
		series: string(),
		override: object({
			by: string(),
			reason: string(),
			pullRequest: Id.nullable()
		}).nullable()
	}).nullable()
});
/** A plain number may be anything finite. What has a unit cannot be negative, and a share cannot be over 1. */
function implausible(measurement, stat, value) {
	if (measurement.unit === "none") return null;
	if (value < 0) return `${value} is negative`;
	if (measurement.kind === "rate" && stat === "rate" && value > 1) return `${value} is a share above 1`;
	return null;
}
function storedRunOf(line) {
	const { commit, recordedAt, mark, format, toolVersion, durationMs, scriptHash, measurements, thresholds, ...identity } = line;
	const run = {
		format,
		toolVersion,
		durationMs,
		scriptHash,
		measurements,
		thresholds,
		notes: []
	};
	return {
		run: {
			...identity,
			run
		},
		commit,
		recordedAt,
		mark
	};
}
function measurementFields(measurement) {
	const { metric, endpoint, kind, unit, better, population, sampleCount } = measurement;
	return {
		metric,
		endpoint,
		kind,
		unit,
		better,
		population,
		sampleCount,
		stats: sorted(measurement.stats),
		unusable: sorted(measurement.unusable)
	};
}
function markFields(mark) {
	const { kind, changeRatio, series, override } = mark;
	if (override === null) return {
		kind,
		changeRatio,
		series,
		override
	};
	return {
		kind,
		changeRatio,
		series,
		override: {
			by: override.by,
			reason: override.reason,
			pullRequest: override.pullRequest
		}
	};
}
/** `fromEntries` defines every name as an own property, `__proto__` too. The order is by code unit, the same everywhere. */
function sorted(map) {
	return Object.fromEntries([...map].sort(([left], [right]) => left < right ? -1 : 1));
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function firstProblem(error) {
	const issue = error.issues[0];
	if (issue === void 0) return "it is not a stored run";
	return `\`${issue.path.join(".")}\` is not valid: ${issue.message}`;
}
// src/storage/baseline-file.ts
/** How many jobs of the same comparability key a file keeps. A baseline uses at most 20 of them. */
const JOBS_KEPT = 50;
/**
* The runs of one service's file, oldest first. Every line counts: one bad line, one line that was cut off or one run
* that is there twice with different numbers makes the whole file unreadable.
*/
function parseBaselineFile(service, bytes) {
	const text = decodeUtf8(bytes);
	if (text === null) return unreadable("It is not UTF-8 text");
	if (text === "") return unreadable("It is empty");
	if (!text.endsWith("\n")) return unreadable("Its last line was cut off");
	const runs = /* @__PURE__ */ new Map();
	for (const [index, line] of text.slice(0, -1).split("\n").entries()) {
		const read = parseStoredRun(line);
		if (read.kind === "unreadable") return unreadable(`Line ${index + 1}: ${read.problem}`);
		const { stored } = read;
		if (stored.run.service !== service) return unreadable(`Line ${index + 1}: it is a run of "${stored.run.service}", in the file of "${service}"`);
		const twin = runs.get(runKey(stored));
		if (twin !== void 0 && formatStoredRun(twin) !== formatStoredRun(stored)) return unreadable(`Line ${index + 1}: duplicate: this run is already in the file with different content`);
		runs.set(runKey(stored), twin ?? stored);
	}
	return {
		kind: "read",
		runs: [...runs.values()]
	};
}
/** The text of a file that holds these runs. Throws when it could not be read again: such a file is never written. */
function formatBaselineFile(service, runs) {
	const text = runs.map((stored) => `${formatStoredRun(stored)}\n`).join("");
	const again = parseBaselineFile(service, new TextEncoder().encode(text));
	if (again.kind === "unreadable") throw new Error(`The baseline of ${service} cannot be stored. ${again.problem}.`);
	return text;
}
/**
* Existing runs, then the added ones that are not stored yet. What is stored stays as it is.
* Throws a UserError when results on disk have the identity of a stored run and other numbers: one of the two would be lost.
* An artifact cannot change under its id, so there a difference only means that a newer release reads more out of it.
*/
function mergeRuns(existing, added) {
	const runs = new Map(existing.map((stored) => [runKey(stored), stored]));
	for (const stored of added) {
		const twin = runs.get(runKey(stored));
		if (twin === void 0) {
			runs.set(runKey(stored), stored);
			continue;
		}
		if (stored.run.source.artifactId === null && measuredContent(twin) !== measuredContent(stored)) throw identityTaken(stored);
	}
	const count = runs.size - existing.length;
	return {
		runs: [...runs.values()],
		added: count,
		alreadyStored: added.length - count
	};
}
/**
* The runs of the newest jobs of each comparability key, in their order. The job of the newest mark is kept as well:
* the debt that it stands for must stay visible until it is repaid.
*/
function retainNewestJobs(runs, jobsKept = JOBS_KEPT) {
	const jobsByKey = /* @__PURE__ */ new Map();
	const marked = runs.findLast((stored) => stored.mark !== null);
	for (const stored of runs.toReversed()) {
		const key = comparabilityKey(stored);
		const jobs = jobsByKey.get(key) ?? /* @__PURE__ */ new Set();
		jobsByKey.set(key, jobs);
		if (jobs.size < jobsKept) jobs.add(jobKey(stored));
	}
	const markedJob = marked === void 0 ? null : jobKey(marked);
	return runs.filter((stored) => jobKey(stored) === markedJob || jobsByKey.get(comparabilityKey(stored))?.has(jobKey(stored)));
}
/** Runs with different keys are never in one baseline. The format stands for how its percentiles are computed. */
function comparabilityKey({ run }) {
	const { load, machine, tool } = run.conditions;
	return JSON.stringify([
		load,
		machine,
		tool,
		run.run.format
	]);
}
/** The machine that a run ran on. The results name it themselves, so the name counts only within its commit and workflow run. */
function jobKey({ run, commit }) {
	const { workflowRunId, artifactId } = run.source;
	return JSON.stringify([
		commit,
		workflowRunId,
		run.jobId === null ? artifactId : run.jobId
	]);
}
function identityTaken({ run, commit }) {
	return new UserError(`${run.source.path} of ${run.service} at commit ${commit} is already stored, with other numbers. A stored run is never replaced. Put the new results in a folder with another run number, such as run-2, and record again.`);
}
/** null: not UTF-8. A replaced character would be damage that nobody sees. */
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return null;
	}
}
function unreadable(problem) {
	return {
		kind: "unreadable",
		problem
	};
}
const FILE_NAME = /^(?<service>[a-z0-9][a-z0-9._-]{0,63})\.ndjson$/;
/** `checkout.ndjson`. Throws a UserError for a name that could leave the folder. */
function baselineFileName(service) {
	const name = `${service}.ndjson`;
	if (FILE_NAME.test(name)) return name;
	throw new UserError(`"${service}" cannot be the name of a service. Use lower-case letters, digits, dot, underscore and hyphen, starting with a letter or a digit, at most 64 characters.`);
}
/** Is this file part of the baseline? Hidden files, locks and notes beside it are not. */
function isBaselineFile(fileName) {
	return fileName.endsWith(".ndjson") && !fileName.startsWith(".");
}
/** What the files of a folder hold, by file name. `place` names the store to people. */
function readBaselineFolder(place, files) {
	const services = /* @__PURE__ */ new Map();
	for (const [fileName, bytes] of [...files].sort(([left], [right]) => left < right ? -1 : 1)) {
		const file = `v1/${fileName}`;
		const service = FILE_NAME.exec(fileName)?.groups?.service;
		if (service === void 0) return {
			kind: "unreadable",
			place,
			file,
			problem: "Its name is not the name of a service"
		};
		const read = parseBaselineFile(service, bytes);
		if (read.kind === "unreadable") return {
			kind: "unreadable",
			place,
			file,
			problem: read.problem
		};
		services.set(service, read.runs);
	}
	return {
		kind: "found",
		place,
		services
	};
}
/**
* Merges runs into the files that they belong to. `files` holds what is there now for each of `affectedFiles(runs)`.
* Throws a UserError when one of them cannot be read: it must be left as it is.
*/
function planAppend(place, files, runs) {
	const changed = /* @__PURE__ */ new Map();
	let added = 0;
	for (const service of new Set(runs.map(({ run }) => run.service))) {
		const fileName = baselineFileName(service);
		const newRuns = runs.filter(({ run }) => run.service === service);
		const merged = mergeRuns(existingRuns(place, service, files.get(fileName)), newRuns);
		if (merged.added === 0) continue;
		added += merged.added;
		changed.set(fileName, formatBaselineFile(service, retainNewestJobs(merged.runs)));
	}
	return {
		changed,
		added,
		alreadyStored: runs.length - added
	};
}
/** The files that adding these runs reads and may write, sorted. */
function affectedFiles(runs) {
	return [...new Set(runs.map(({ run }) => baselineFileName(run.service)))].sort();
}
function existingRuns(place, service, bytes) {
	if (bytes === void 0) return [];
	const read = parseBaselineFile(service, bytes);
	if (read.kind === "read") return read.runs;
	throw new UserError(`The baseline file v1/${service}.ndjson in ${place} cannot be read. ${read.problem}. Nothing was stored, and the file was left as it is. Restore an older version of it, or delete it to start again.`);
}
// src/storage/directory-store.ts
/** A lock is held for milliseconds, so whoever waits longer than 100 × 100 ms waits for a process that was killed. */
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
/**
* Baselines in a folder: `<directory>/v1/<service>.ndjson`. The command line's default.
*
* Writers keep apart as git does (https://github.com/git/git/blob/v2.45.0/lockfile.h): `<file>.lock` is created only when it is not
* there, receives the new content, and is renamed over the file. A reader sees the old file or the new one, never a half.
*/
function openDirectoryStore(directory, waitForLock = waitTenSeconds) {
	const folder = join(directory, "v1");
	return {
		load: () => load(directory, folder),
		append: (runs) => append(directory, folder, runs, waitForLock)
	};
}
async function load(place, folder) {
	const fileNames = (await listFolder(folder)).filter(isBaselineFile);
	if (fileNames.length === 0) return {
		kind: "never-written",
		place
	};
	return readBaselineFolder(place, await readFiles(folder, fileNames));
}
async function append(place, folder, runs, waitForLock) {
	const fileNames = affectedFiles(runs);
	await mkdir(folder, { recursive: true });
	const locked = [];
	try {
		for (const fileName of fileNames) {
			await lock(join(folder, fileName), waitForLock);
			locked.push(fileName);
		}
		const plan = planAppend(place, await readFiles(folder, fileNames), runs);
		for (const [fileName, text] of plan.changed) await writeLock(join(folder, fileName), text);
		for (const fileName of plan.changed.keys()) {
			await rename(lockPath(join(folder, fileName)), join(folder, fileName));
			locked.splice(locked.indexOf(fileName), 1);
		}
		return {
			added: plan.added,
			alreadyStored: plan.alreadyStored
		};
	} finally {
		for (const fileName of locked) await rm(lockPath(join(folder, fileName)), { force: true });
	}
}
/** Files are locked in sorted order by everybody, so two writers never wait for each other. */
async function lock(path, waitForLock) {
	for (let attempt = 1; !await createLock(path); attempt += 1) if (!await waitForLock(attempt)) throw locked(path);
}
async function waitTenSeconds(attempt) {
	await setTimeout(LOCK_PAUSE_MS);
	return attempt < LOCK_TRIES;
}
function locked(path) {
	return new UserError(`The baseline file ${path} is locked by another process: ${lockPath(path)} is there. Nothing was stored. If no other perf-gate is running, an earlier one was killed: delete the .lock file and try again.`);
}
/** false: someone else holds it. */
async function createLock(path) {
	try {
		await (await open(lockPath(path), "wx")).close();
		return true;
	} catch (error) {
		if (errorCode(error) === "EEXIST") return false;
		throw error;
	}
}
/** On disk before it is renamed: a power cut must not leave an empty file under the final name. */
async function writeLock(path, text) {
	const file = await open(lockPath(path), "w");
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
}
function lockPath(path) {
	return `${path}.lock`;
}
async function listFolder(folder) {
	try {
		return await readdir(folder);
	} catch (error) {
		if (errorCode(error) === "ENOENT") return [];
		throw error;
	}
}
async function readFiles(folder, fileNames) {
	const files = /* @__PURE__ */ new Map();
	for (const fileName of fileNames) try {
		files.set(fileName, await readFile(join(folder, fileName)));
	} catch (error) {
		if (errorCode(error) !== "ENOENT") throw error;
	}
	return files;
}
function errorCode(error) {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
}
export { readBaselineFolder as a, planAppend as i, affectedFiles as n, isBaselineFile as r, openDirectoryStore as t };
