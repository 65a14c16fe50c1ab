import { r as __toESM } from "./rolldown-runtime.js";
import { B as number, F as boolean, G as string, L as int, Nt as require__builtin_crypto, P as array, Pt as require__builtin_os, R as literal, U as record, V as object, W as strictObject, X as NEVER, v as require_promises } from "./action.js";
import { $t as require_promises$1, Ft as text, J as terminalLine, Qt as require__builtin_fs, U as parseDuration, Y as terminalText, Zt as require__builtin_path, kt as name, xt as UserError } from "./both.js";
import { n as require__builtin_child_process, t as outputOf } from "./program.js";
import { t as require__builtin_events } from "./_builtin_events.js";
import { t as readStrictYaml } from "./strict-yaml.js";
import { a as FlagError, c as readArguments, f as require_fastest_levenshtein, p as require__builtin_util } from "./command-line.js";
import { t as shellWord } from "./shell-word.js";
import { Ft as STAGES, It as readFolder, Xt as FORMATS, Yt as requestsOfRun, _ as judgeLocally, d as DEFAULT_POLICY_FILE, f as POLICY_FLAGS, i as writeReport, l as resultSet, m as readPolicy, p as policyOfText, t as REPORT_FLAGS, zt as collectRuns } from "./compare.js";
import { a as machineClass, i as jobId, n as installedK6Version, t as checkedOutCommit } from "./this-machine.js";
import { t as require__builtin_http } from "./_builtin_http2.js";
import { t as require__builtin_net } from "./_builtin_net.js";
// src/measure/build-versions.ts
var import_promises = require_promises$1();
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/**
* Calls the build command in the folder of each version, one after the other. When a build fails, throws a UserError with its
* last output.
*/
async function buildVersions(command, folders, processes, stop) {
	for (const { side, folder } of folders) {
		stop.throwIfAborted();
		const build = processes.start(command, {
			folder,
			env: process.env
		});
		const onStop = () => void build.end();
		stop.addEventListener("abort", onStop);
		const { exitCode } = await build.ended;
		stop.removeEventListener("abort", onStop);
		stop.throwIfAborted();
		await build.end();
		if (exitCode === 0) continue;
		throw new UserError(text`The build of the ${{ words: side }} ended with exit code ${exitCode}: ${name(command)}`, { output: build.lastOutput() });
	}
}
// src/measure/guard.ts
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
var import__builtin_child_process = /* @__PURE__ */ __toESM(require__builtin_child_process(), 1);
/**
* A process cannot react to `kill -9`, nor to being killed for lack of memory. Therefore a small shell in a session of its own
* reads from a pipe which groups run. However this process ends, the system closes the pipe. The shell then ends the groups, as
* process-group.ts does, and removes the folder. POSIX only. `--` prevents a negative number from being read as an option.
*/
const SCRIPT$1 = `
trap '' HUP INT TERM
groups=
while read -r line; do groups=$line; done
for group in $groups; do kill -s TERM -- "-$group" 2>/dev/null; done
for group in $groups; do
  tries=0
  while [ "$tries" -lt "$2" ] && kill -s 0 -- "-$group" 2>/dev/null; do tries=$((tries + 1)); sleep 0.1; done
  kill -s KILL -- "-$group" 2>/dev/null
done
rm -rf -- "$1"
`;
/** The `sleep` of the script. */
const POLL_EVERY_MS$3 = 100;
/**
* @param folder is removed when this process ends before it could remove the folder itself
* @param graceMs how long a group may take to end itself before it is killed
*/
function startGuard(folder, graceMs) {
	const args = [
		"-c",
		SCRIPT$1,
		"perf-gate-guard",
		folder,
		String(Math.ceil(graceMs / POLL_EVERY_MS$3))
	];
	const shell = (0, import__builtin_child_process.spawn)("/bin/sh", args, {
		detached: true,
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		]
	});
	shell.on("error", () => null);
	shell.stdin.on("error", () => null);
	shell.unref();
	return {
		watch: (groups) => void shell.stdin.write(`${groups.join(" ")}\n`),
		end: () => void shell.stdin.end("\n")
	};
}
// src/measure/process-table.ts
var import__builtin_events = /* @__PURE__ */ __toESM(require__builtin_events(), 1);
var import_promises$1 = require_promises();
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
/** Ticks per second in /proc, the same on every architecture of Linux: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS_PER_SECOND = 100;
/** All processes of this machine. Linux only. */
function processTable() {
	return (0, import__builtin_fs.readdirSync)("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => readProc(`/proc/${pid}/stat`).map(parseStat));
}
/**
* Reads a file of the kernel. The call is synchronous, because no disk is involved, and a promise for each of a hundred files
* costs ten times as much CPU time on the measured machine. Empty when the process has just ended.
*/
function readProc(path) {
	try {
		return [(0, import__builtin_fs.readFileSync)(path, "utf8")];
	} catch {
		return [];
	}
}
/** Parses `/proc/PID/stat`. The name of a process may contain spaces and brackets, so the fields are counted from the last bracket. */
function parseStat(text) {
	const end = text.lastIndexOf(")");
	const fields = text.slice(end + 2).split(" ");
	const number = (field) => Number(fields[field - 3]);
	const ticks = [
		14,
		15,
		16,
		17
	].reduce((sum, field) => sum + number(field), 0);
	return {
		pid: Number(text.slice(0, text.indexOf(" "))),
		state: fields[0] ?? "",
		parent: number(4),
		group: number(5),
		session: number(6),
		cpuSeconds: ticks / TICKS_PER_SECOND
	};
}
function isAlive({ state }) {
	return state !== "Z" && state !== "X";
}
// src/measure/process-group.ts
/** A service may finish its open requests before it ends. Kubernetes gives it 30 s. Here 5 s are enough, because the load has ended. */
const GRACE_MS = 5e3;
const POLL_EVERY_MS$2 = 10;
const CLOSES_WITHIN_MS = 1e3;
const KILLED_WITHIN_MS = 5e3;
/** The number of a command that could not be started. */
const NO_PID = 0;
/** `128 + n`: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
const SIGNAL_NUMBERS = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGABRT: 6,
	SIGKILL: 9,
	SIGSEGV: 11,
	SIGTERM: 15
};
function createProcesses({ graceMs = GRACE_MS, onChange = () => {} } = {}) {
	const running = /* @__PURE__ */ new Set();
	const tell = () => onChange([...running].flatMap(({ pid }) => pid === NO_PID ? [] : [pid]));
	return {
		start(command, options) {
			const group = startGroup(command, options, graceMs);
			const whole = {
				...group,
				end: async () => {
					await group.end();
					if (running.delete(whole)) tell();
				}
			};
			running.add(whole);
			tell();
			return whole;
		},
		async endAll() {
			await Promise.all([...running].map((group) => group.end()));
		},
		killAll() {
			for (const { pid } of running) signal(pid, "SIGKILL");
		}
	};
}
function startGroup(command, { folder, env }, graceMs) {
	const child = (0, import__builtin_child_process.spawn)(command, {
		shell: true,
		detached: true,
		cwd: folder,
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	let output = "";
	const keep = (chunk) => {
		output = (output + chunk.toString()).slice(-4e3);
	};
	child.stdout.on("data", keep);
	child.stderr.on("data", keep);
	const ended = new Promise((resolve) => {
		child.on("error", (error) => {
			keep(Buffer.from(error.message));
			resolve({ exitCode: 127 });
		});
		child.on("exit", (code, name) => resolve({ exitCode: code ?? 128 + (SIGNAL_NUMBERS[name ?? ""] ?? 0) }));
	});
	const closed = (0, import__builtin_events.once)(child, "close").catch(() => null);
	const pid = child.pid ?? NO_PID;
	let ending = null;
	return {
		pid,
		ended,
		lastOutput: () => output.trim(),
		interrupt: () => void signal(pid, "SIGINT"),
		end: () => {
			ending ??= endGroup(pid, graceMs, closed);
			return ending;
		}
	};
}
async function endGroup(pid, graceMs, closed) {
	signal(pid, "SIGTERM");
	if (!await isGoneWithin(pid, graceMs)) {
		signal(pid, "SIGKILL");
		await isGoneWithin(pid, KILLED_WITHIN_MS);
	}
	await Promise.race([closed, (0, import_promises$1.setTimeout)(CLOSES_WITHIN_MS, void 0, { ref: false })]);
}
async function isGoneWithin(pid, limitMs) {
	const startedMs = performance.now();
	while (hasMembers(pid)) {
		if (performance.now() - startedMs > limitMs) return false;
		await (0, import_promises$1.setTimeout)(POLL_EVERY_MS$2);
	}
	return true;
}
/**
* Sends a signal, and says whether the group exists. A group that was never started has no number. The numbers 0 and 1 would
* reach other processes.
*/
function signal(pid, name) {
	if (pid <= 1) return false;
	try {
		return process.kill(-pid, name);
	} catch {
		return false;
	}
}
/** Whether a process of the group still runs. A zombie, which has ended but has not been waited for, does not. */
function hasMembers(group) {
	if (!signal(group, 0)) return false;
	if (process.platform !== "linux") return true;
	return processTable().some((one) => one.group === group && isAlive(one));
}
// src/measure/interruption.ts
/** Why the work was stopped: the name of the signal. */
var Interrupted = class extends Error {};
/**
* Does work that starts processes. Ctrl+C or the cancelling of a job stops the work: its processes are ended, the work cleans
* up, and `Interrupted` is thrown. A second signal ends everything at once. No started process outlives this process, however
* it ends.
*/
async function interruptible(work) {
	const scratch = await (0, import_promises.mkdtemp)((0, import__builtin_path.join)((0, import__builtin_os.tmpdir)(), "perf-gate-measure-"));
	const guard = startGuard(scratch, GRACE_MS);
	const processes = createProcesses({ onChange: guard.watch });
	const controller = new AbortController();
	const onSignal = (name) => {
		if (controller.signal.aborted) process.exit(2);
		controller.abort(new Interrupted(name));
	};
	const signals = [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	];
	for (const name of signals) process.on(name, onSignal);
	process.on("exit", processes.killAll);
	try {
		return await work({
			stop: controller.signal,
			processes,
			scratch
		});
	} catch (error) {
		throw controller.signal.aborted ? controller.signal.reason : error;
	} finally {
		await processes.endAll();
		await (0, import_promises.rm)(scratch, {
			recursive: true,
			force: true
		});
		guard.end();
		for (const name of signals) process.off(name, onSignal);
		process.off("exit", processes.killAll);
	}
}
// src/measure/k6-options.ts
/** Used in examples and advice. */
const EXAMPLE_LOAD = "k6 run load.js";
/** `k6 run`, where `k6` is a separate word or the end of a path. */
const K6_RUN = /(?<=^|[\s;&|(/"'])k6(?:\.exe)?["']?\s+run(?=\s|$)/;
/**
* k6 leaves `p(99)` and `count` out of a summary unless they are requested:
* https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats
*/
const TREND_STATS = "avg,min,med,max,p(90),p(95),p(99),count";
function isK6(command) {
	return K6_RUN.test(command);
}
/** Adds the options without which k6 writes no usable result. Options that the command already has are kept. */
function withK6Options(command) {
	const missing = [command.includes("--summary-export") ? [] : ["--summary-export {output}"], command.includes("--summary-trend-stats") ? [] : [`--summary-trend-stats '${TREND_STATS}'`]].flat();
	return missing.length === 0 ? command : command.replace(K6_RUN, (found) => `${found} ${missing.join(" ")}`);
}
// src/measure/measure-schema.ts
/**
* The content of `.github/perf-gate.measure.yml`. `z.toJSONSchema(MeasureFile, { io: 'input' })` describes it to editors. Each
* message completes the sentence "`key` ...": policy/strict-yaml.ts adds the key, the line and the found value.
*/
/** The rule for names of folders in results: results/layout.ts. */
const SERVICE_NAME = /^(?!.*--)[a-z0-9][a-z0-9._-]{0,63}$/;
/** Pairs beyond the last stage of a confirmation add little, so a number above 100 is surely a mistake. */
const MAX_PAIRS = 100;
/** A name or id of a container, with or without placeholders. measure/engine.ts checks the filled name. */
const CONTAINER = /^[a-zA-Z0-9{][a-zA-Z0-9_.{}-]{0,254}$/;
const CONTAINER_MESSAGE = "must be the name or id of a container, such as checkout-{variant}";
const Address = string({ error: "must be an address such as http://127.0.0.1:8080" }).refine(isAddress, "must be an address such as http://127.0.0.1:8080, without a user and a password");
const reach = {
	start: command("that starts the service, such as node service.mjs {port}").optional(),
	address: Address.describe("Where the service runs already. It is neither started nor stopped.").optional(),
	container: string({ error: CONTAINER_MESSAGE }).regex(CONTAINER, CONTAINER_MESSAGE).describe("The name or id of the container whose processor and memory are sampled, such as checkout-{variant}. Default: the container that publishes the port, or the process that listens on it.").optional()
};
const Version = strictObject(reach, { error: "must be a mapping of start, address or container" }).describe("Settings for this version only.");
const Service = strictObject({
	...reach,
	baseline: Version.optional(),
	candidate: Version.optional(),
	ready: string({ error: "must be a path such as /health" }).regex(/^\/\S*$/, "must be a path such as /health").describe("The service is ready when this path answers with 200 to 399. Default: when its port is open.").optional(),
	"ready-within": duration$1("60s").describe("How long it may take until the service is ready. Default: 60s.").optional(),
	"warm-up": command("that warms the service up").describe("Called before each run, on the process that was just started. What it writes does not count.").optional(),
	load: command("that puts load on the service and writes its result to {output}").describe("Called once per run, in the folder in which measure is called."),
	benchmark: boolean({ error: "must be true or false" }).describe("The load command measures by itself, in the folder of its version. Nothing is started.").optional(),
	profile: command("that records a profile, or node, perf, pprof or py-spy").describe("How profiles are recorded where this service is slower: node, perf, pprof, py-spy, or a command that writes one to {output}.").optional()
}, { error: "must be a mapping of keys such as start, ready and load" });
const MeasureFile = strictObject({
	version: literal(1, { error: "must be 1: it is the version of this file format" }),
	pairs: wholeNumber(MAX_PAIRS).describe("Runs of each version, where the policy has no confirmation. Default: 5.").optional(),
	baseline: folder("../baseline").describe("The folder of the version to compare with.").optional(),
	candidate: folder(".").describe("The folder of the version to judge. Default: where measure is called.").optional(),
	build: command("that builds a version").describe("Called once in the folder of each version, before anything else.").optional(),
	services: record(string().regex(SERVICE_NAME, "is not a service name: use at most 64 of a-z, 0-9, `.`, `_` and `-` (not `--`)"), Service, { error: "must be a mapping of service names, each with its commands" }).refine((services) => Object.keys(services).length > 0, "must name at least one service")
}, { error: "must be a mapping of keys and values" }).meta({ title: "perf-gate measure" });
function isAddress(text) {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
function command(what) {
	return string({ error: `must be a command ${what}` }).trim().min(1, `must be a command ${what}`);
}
function folder(example) {
	return string({ error: `must be a folder such as ${example}` }).min(1, `must be a folder such as ${example}`);
}
function wholeNumber(max) {
	const message = `must be a whole number from 1 to ${max}`;
	return int({ error: message }).min(1, message).max(max, message);
}
function duration$1(example) {
	const message = `must be a duration such as ${example}`;
	return string({ error: message }).transform((raw, context) => {
		const parsed = parseDuration(raw);
		if (parsed.kind === "value" && parsed.value > 0) return parsed.value;
		context.addIssue({
			code: "custom",
			message
		});
		return NEVER;
	});
}
// src/measure/placeholders.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** The names that any command may contain in braces. */
const NAMES = [
	"port",
	"address",
	"service",
	"variant",
	"run",
	"output",
	"output-folder"
];
/** The names that a command for recording profiles may contain. */
const PROFILE_NAMES = [
	...NAMES,
	"pid",
	"pids",
	"seconds",
	"scratch"
];
/** Shells and programs use braces themselves, so only known names are replaced, and none after a `$`. */
const PLACEHOLDER = /(?<!\$)\{([a-z-]{2,})\}/g;
/** Replaces the placeholders of a command by values. Each value becomes one word of the shell. */
function fillPlaceholders(command, values) {
	const known = new Map(Object.entries(values));
	return command.replace(PLACEHOLDER, (found, name) => {
		const value = known.get(name);
		return value === void 0 ? found : shellWord(value);
	});
}
/**
* A misspelt placeholder such as `{ports}` would reach the program unchanged. One wrong letter is taken for a mistake; other
* names are left to the shell or the program.
*/
function checkPlaceholders(command, where, names = NAMES) {
	for (const [, word = ""] of command.matchAll(PLACEHOLDER)) {
		if (names.includes(word)) continue;
		const meant = names.find((name) => (0, import_fastest_levenshtein.distance)(name, word) === 1);
		if (meant === void 0) continue;
		const known = names.map((name) => `{${name}}`).join(", ");
		throw new UserError(`${where} has the placeholder {${word}}. Did you mean {${meant}}? Known: ${known}.`);
	}
}
// src/measure/profiler.ts
/**
* The commands of well-known profilers, as docs/guides/profiles.md names them. They record until they are interrupted, or for
* {seconds}.
*/
const COMMANDS = {
	perf: "perf record -F 499 -g -o {scratch}/perf.data -p {pids}; perf script -i {scratch}/perf.data > {output}",
	pprof: "curl --fail --location --silent --show-error -o {output} {address}/debug/pprof/profile'?'seconds={seconds}",
	"py-spy": "py-spy record --format raw --subprocesses -o {output} -p {pid}"
};
const KNOWN = ["node", ...Object.keys(COMMANDS)];
/** Reads the name of a known profiler, or a command that writes a profile to {output}. Throws a UserError that says what is missing. */
function parseProfiler(text, where) {
	if (text === "node") return { kind: "node" };
	const known = COMMANDS[text];
	if (known !== void 0) return {
		kind: "command",
		name: text,
		command: known
	};
	if (!/\{output(?:-folder)?\}/.test(text)) throw new UserError(`${where} is ${JSON.stringify(text)}. Give ${KNOWN.join(", ")}, or a command that writes a profile to {output}.`);
	checkPlaceholders(text, where, PROFILE_NAMES);
	return {
		kind: "command",
		name: text.split(/\s/)[0] ?? text,
		command: text
	};
}
// src/measure/measure-plan.ts
/** docs/accuracy.md recommends five pairs when there is no confirmation. */
const DEFAULT_PAIRS = 5;
const DEFAULT_READY_WITHIN_MS = 6e4;
/** The places in the file where a key may stand. The error for a misplaced key names the right place. */
const PLACES = [{
	place: "at the top of the file",
	path: []
}, {
	place: "under a service, such as `services: { checkout: … }`",
	path: ["services", "*"]
}];
/** Reads a measure file. Throws a UserError that names each mistake with its line. */
function parseMeasureFile(text, place) {
	const { data } = readStrictYaml(text, place, MeasureFile, {
		otherwise: "give the commands as flags",
		places: PLACES
	});
	return planOf(data, place);
}
/** The plan for the service that the flags describe. Throws a UserError that names each wrong flag. */
function planOfFlags({ service = "service", build, ...flags }) {
	const settings = Object.fromEntries([
		"start",
		"address",
		"container",
		"ready",
		"warm-up",
		"load",
		"benchmark"
	].flatMap((name) => flags[name] === void 0 ? [] : [[name, flags[name]]]));
	const file = {
		version: 1,
		...build === void 0 ? {} : { build },
		services: { [service]: settings }
	};
	const read = MeasureFile.safeParse(file);
	if (read.success) return planOf(read.data, "The command line");
	const lines = read.error.issues.map((issue) => {
		if (issue.code === "invalid_key") return `--service ${issue.issues[0]?.message ?? issue.message}.`;
		return `--${String(issue.path.at(-1))} ${issue.message}.`;
	});
	throw new UserError(lines.join("\n"));
}
function planOf(file, place) {
	const services = Object.entries(file.services).map(([name, service]) => {
		const where = `${place}: ${name}`;
		for (const command of [
			service.start,
			service.baseline?.start,
			service.candidate?.start
		]) checkPlaceholders(command ?? "", `${where}: start`);
		const containers = {
			baseline: service.baseline?.container ?? service.container ?? null,
			candidate: service.candidate?.container ?? service.container ?? null
		};
		for (const container of Object.values(containers)) checkPlaceholders(container ?? "", `${where}: container`);
		checkPlaceholders(service["warm-up"] ?? "", `${where}: warm-up`);
		const load = withK6Options(service.load);
		checkPlaceholders(load, `${where}: load`);
		requireOutput(load, where);
		const reach = (side) => reachOf({
			...reachSettings(service, where),
			...reachSettings(service[side] ?? {}, `${where}: ${side}`)
		});
		const reached = {
			baseline: reach("baseline"),
			candidate: reach("candidate")
		};
		if (service.benchmark) requireNoService(service, where);
		return {
			name,
			reach: service.benchmark ? {
				baseline: { kind: "none" },
				candidate: { kind: "none" }
			} : reached,
			containers,
			readyPath: service.ready ?? null,
			readyWithinMs: service["ready-within"] ?? DEFAULT_READY_WITHIN_MS,
			warmUp: service["warm-up"] ?? null,
			load,
			profiler: service.profile === void 0 ? null : parseProfiler(service.profile, `${where}: profile`)
		};
	});
	return {
		pairs: file.pairs ?? DEFAULT_PAIRS,
		folders: {
			baseline: file.baseline ?? null,
			candidate: file.candidate ?? null
		},
		build: file.build ?? null,
		services
	};
}
/** Nothing is started for a benchmark, so these settings would have no effect. */
function requireNoService(service, where) {
	const found = [
		...[
			"start",
			"address",
			"container",
			"ready",
			"ready-within",
			"warm-up",
			"profile"
		],
		"baseline",
		"candidate"
	].find((key) => service[key] !== void 0);
	if (found === void 0) return;
	throw new UserError(`${where} is a benchmark, which starts the measured program itself. Leave out ${found}, or \`benchmark: true\`.`);
}
function requireOutput(load, where) {
	if (/\{output(?:-folder)?\}/.test(load)) return;
	throw new UserError(`${where}: load does not say where the result goes. Have the command write it to {output}, or into {output-folder}.`);
}
/**
* The settings of one level of the file. The settings of a version replace the ones for both versions, so an address of a
* version also replaces a start command for both.
*/
function reachSettings({ start, address }, where) {
	if (start !== void 0 && address !== void 0) throw new UserError(`${where} has a start command and an address. Give only one of them.`);
	return start === void 0 && address === void 0 ? {} : {
		start,
		address
	};
}
function reachOf({ start, address }) {
	if (start !== void 0) return {
		kind: "start",
		command: start
	};
	return address === void 0 ? null : {
		kind: "address",
		address
	};
}
// src/measure/balanced-order.ts
/**
* The order of the two versions in a pair. Of every two consecutive pairs, one runs the baseline first and the other the
* candidate; a hash of the seed decides which. Both versions therefore run first equally often, wherever the measurement ends,
* and a drift or a rhythm of the machine affects both (statistics/run-order.ts has the figures).
*
* @param pair counted from 1
*/
function orderOfPair(seed, service, pair) {
	const block = Math.ceil(pair / 2);
	return (((0, import__builtin_crypto.createHash)("sha256").update(`${seed}/${service}/${block}`).digest()[0] ?? 0) % 2 + pair) % 2 === 0 ? ["baseline", "candidate"] : ["candidate", "baseline"];
}
// src/measure/load-facts.ts
/** Fields of run.json have at most 300 characters. Of a longer text, only the hash is kept. */
const MAX_LOAD_CHARACTERS = 300;
/** Larger files are not scripts. */
const MAX_SCRIPT_BYTES = 1024 ** 2;
/**
* The script consists of the files that the command names below the folder in which it is called: `k6 run load.js`, `wrk -s
* post.lua`. Absolute paths do not count. Several files are hashed together. A single file gets the hash that `perf-gate stamp
* --script` gives it.
*/
async function loadFactsOf(command, folder) {
	const hash = (0, import__builtin_crypto.createHash)("sha256");
	let hasScript = false;
	for (const word of new Set(command.split(/[\s"'=;&|<>()]+/))) {
		if (word === "" || word.startsWith("/")) continue;
		const path = (0, import__builtin_path.join)(folder, word);
		const found = await (0, import_promises.stat)(path).catch(() => null);
		if (found === null || !found.isFile() || found.size > MAX_SCRIPT_BYTES) continue;
		hash.update(await (0, import_promises.readFile)(path));
		hasScript = true;
	}
	return {
		load: command.length <= MAX_LOAD_CHARACTERS ? command : (0, import__builtin_crypto.createHash)("sha256").update(command).digest("hex"),
		scriptHash: hasScript ? hash.digest("hex") : null,
		k6Version: isK6(command) ? await installedK6Version() : null
	};
}
// src/measure/engine.ts
var import__builtin_http = /* @__PURE__ */ __toESM(require__builtin_http(), 1);
/** No request takes longer: the slowest is for the statistics, whose second sample takes up to 2 s. */
const ANSWER_WITHIN_MS$1 = 1e4;
const MAX_ANSWER_BYTES = 5e6;
/** Docker's own rule for names: https://github.com/moby/moby/blob/v27.0.0/daemon/names/names.go */
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;
const inspected = object({
	Id: string().regex(/^[0-9a-f]{12,64}$/),
	State: object({
		Running: boolean(),
		Pid: number().int().min(0),
		StartedAt: string().nullish()
	}),
	HostConfig: object({
		Memory: number().nullish(),
		NanoCpus: number().nullish(),
		AutoRemove: boolean().nullish()
	}).nullish()
});
const listed = array(object({
	Id: string(),
	Ports: array(object({ PublicPort: number().optional() })).nullish()
}));
const stats = object({
	read: string(),
	cpu_stats: object({
		cpu_usage: object({ total_usage: number().min(0) }),
		throttling_data: object({
			periods: number(),
			throttled_periods: number()
		}).optional()
	}),
	memory_stats: object({
		usage: number().optional(),
		max_usage: number().optional(),
		limit: number().optional(),
		stats: record(string(), number()).optional()
	})
});
const event = object({ Action: string() });
/**
* The sockets of Docker and Podman, including those that run without root:
* https://docs.podman.io/en/latest/markdown/podman-system-service.1.html
*/
function enginesOf(env) {
	const { DOCKER_HOST: host, XDG_RUNTIME_DIR: own } = env;
	if (host !== void 0 && host !== "") return host.startsWith("unix://") ? [{ socketPath: host.slice(7) }] : [];
	return [
		"/var/run/docker.sock",
		...own === void 0 ? [] : [`${own}/docker.sock`, `${own}/podman/podman.sock`],
		"/run/podman/podman.sock"
	].map((socketPath) => ({ socketPath }));
}
/** The container with this name or id. Throws a UserError when no engine has it. */
async function findContainer(name, engines) {
	if (!CONTAINER_NAME.test(name)) throw new UserError(`${JSON.stringify(name)} is not the name of a container: use letters, digits, "_", "." and "-".`);
	if (engines.length === 0) throw new UserError(`The container ${name} cannot be sampled: DOCKER_HOST names an engine of another machine. Measure on that machine.`);
	const problems = [];
	for (const engine of engines) try {
		return await containerOf(engine, name);
	} catch (error) {
		problems.push(`${engine.socketPath}: ${error instanceof Error ? error.message : String(error)}`);
	}
	throw new UserError(`No engine has the container ${name}. ${problems.join("; ")}. Give its name or id as \`docker ps\` shows it.`);
}
/** The container that publishes a port of this machine. null: no container does, or no engine answers. */
async function containerAtPort(port, engines) {
	for (const engine of engines) {
		const all = await ask(engine, "/containers/json").catch(() => null);
		const found = listed.safeParse(all).data?.find(({ Ports }) => Ports?.some(({ PublicPort }) => PublicPort === port));
		if (found !== void 0) return await containerOf(engine, found.Id).catch(() => null);
	}
	return null;
}
/** A container as its engine describes it now. `name`: its name or id. Fails when the engine has no such container. */
async function containerOf(engine, name) {
	const { Id, State, HostConfig } = inspected.parse(await ask(engine, `/containers/${encodeURIComponent(name)}/json`));
	return {
		engine,
		id: Id,
		pid: State.Running ? State.Pid : 0,
		startedMs: Date.parse(State.StartedAt ?? "") || null,
		removesItself: HostConfig?.AutoRemove ?? false,
		cpuLimitCores: (HostConfig?.NanoCpus ?? 0) / 1e9 || null,
		memoryLimitBytes: HostConfig?.Memory || null
	};
}
/** null: the container does not run. For a stopped container the engine answers with zeros and the year 1. */
async function statsOf({ engine, id }) {
	const answer = stats.safeParse(await ask(engine, `/containers/${id}/stats?stream=false`).catch(() => null)).data;
	return answer === void 0 || answer.read.startsWith("0001") ? null : answer;
}
/** How often a container ran out of memory. Works for a container that has been removed. 0 when the engine keeps no such events. */
async function oomEvents({ engine, id }, sinceSeconds, untilSeconds) {
	return (await textOf(engine, `/events?since=${sinceSeconds}&until=${untilSeconds}&filters=${encodeURIComponent(JSON.stringify({
		container: [id],
		event: ["oom"]
	}))}`).catch(() => "")).split("\n").filter((line) => event.safeParse(jsonOf(line)).data?.Action === "oom").length;
}
/** How long to wait for the engine to remove a container that was started with `--rm` and has ended. */
const REMOVED_WITHIN_MS = 5e3;
const POLL_EVERY_MS$1 = 50;
/**
* Kills a container. Waits until it has ended and, when it was started with `--rm`, until the engine has removed it, so that
* the next container can have its name.
*/
async function endContainer({ engine, id, removesItself }) {
	await textOf(engine, `/containers/${id}/kill`, "POST").catch(() => null);
	const beganMs = performance.now();
	while (performance.now() - beganMs < REMOVED_WITHIN_MS) {
		const left = await containerOf(engine, id).catch(() => null);
		if (left === null || left.pid === 0 && !removesItself) return;
		await (0, import_promises$1.setTimeout)(POLL_EVERY_MS$1);
	}
}
async function ask(engine, path) {
	return JSON.parse(await textOf(engine, path));
}
async function textOf({ socketPath }, path, method = "GET") {
	return await new Promise((resolve, reject) => {
		const signal = AbortSignal.timeout(ANSWER_WITHIN_MS$1);
		const asked = (0, import__builtin_http.request)({
			socketPath,
			path,
			method,
			signal,
			headers: { host: "localhost" }
		}, (answer) => {
			let text = "";
			answer.setEncoding("utf8");
			answer.on("data", (piece) => {
				text += piece;
				if (text.length > MAX_ANSWER_BYTES) asked.destroy(/* @__PURE__ */ new Error("it answers with more than 5 MB"));
			});
			answer.on("error", reject);
			answer.on("end", () => {
				if (answer.statusCode === 200 || answer.statusCode === 204) resolve(text);
				else reject(/* @__PURE__ */ new Error(answer.statusCode === 404 ? "no such container" : `it answers with ${answer.statusCode}`));
			});
		});
		asked.on("error", (error) => reject(new Error(reasonOf(error))));
		asked.end();
	});
}
function reasonOf({ code, message }) {
	if (code === "ENOENT") return "there is no such socket";
	if (code === "EACCES") return "this user may not open it (EACCES). Add the user to the group of the socket";
	return code ?? message;
}
function jsonOf(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
// src/measure/free-port.ts
var import__builtin_net = require__builtin_net();
/** A port of the loopback interface on which no process listens. The system hands out many other ports before it repeats one. */
async function freePort() {
	const server = (0, import__builtin_net.createServer)().listen(0, "127.0.0.1");
	await (0, import__builtin_events.once)(server, "listening");
	const { port } = server.address();
	server.close();
	await (0, import__builtin_events.once)(server, "close");
	return port;
}
// src/measure/sampler.ts
/** Counters are exact over any time span, so one sample per second is enough. More samples would be load themselves. */
const INTERVAL_MS = 1e3;
/**
* With thousands of processes a sample takes longer. The samples are then taken less often, so that together they use at most 1
* % of a core.
*/
const MAX_CORE_SHARE = .01;
/** How long to wait after a sample that used this much CPU time. */
function pauseAfterMs(usedMs) {
	return Math.max(INTERVAL_MS, usedMs / MAX_CORE_SHARE);
}
/**
* Writes what a service uses to `resources.ndjson` beside the result, from now until `end` is called. results/resource-lines.ts
* reads the file.
*/
async function startSampler(source, target, file) {
	const done = new AbortController();
	const write = async (line) => await (0, import_promises.appendFile)(file, `${JSON.stringify(line)}\n`);
	const sample = async () => {
		const counters = await source.read();
		if (counters !== null) await write({
			t: Date.now() / 1e3,
			target,
			...counters
		});
	};
	await write({
		t: Date.now() / 1e3,
		event: "load-start"
	});
	await sample();
	const sampled = (async () => {
		let usedMs = 0;
		while (!done.signal.aborted) {
			await (0, import_promises$1.setTimeout)(pauseAfterMs(usedMs), void 0, { signal: done.signal }).catch(() => null);
			const before = process.cpuUsage();
			await sample();
			const { user, system } = process.cpuUsage(before);
			usedMs = (user + system) / 1e3;
		}
	})();
	sampled.catch(() => null);
	return { async end() {
		done.abort();
		await sampled;
		const t = Date.now() / 1e3;
		const kills = await source.oomKills();
		await write({
			t,
			event: "load-end",
			...kills > 0 ? { oomKills: kills } : {}
		});
	} };
}
// src/measure/cgroup.ts
const ROOT = "/sys/fs/cgroup";
/**
* The control group that `/proc/PID/cgroup` names. A machine may mount both versions: version 2 is used when its path exists.
* https://man7.org/linux/man-pages/man7/cgroups.7.html
*
* @param part the path is cut after the last name that contains this text, because Podman puts a group of its own below that of
* the container
*/
function cgroupOf(groups, exists, part = "") {
	const two = upTo(/^0::(\/.*)$/m.exec(groups)?.[1], part);
	if (two !== null && exists(`${ROOT}${two}/memory.current`)) return {
		version: 2,
		path: `${ROOT}${two}`
	};
	const [cpu, cpuacct, memory] = [
		"cpu",
		"cpuacct",
		"memory"
	].map((controller) => {
		const path = upTo(new RegExp(`^\\d+:(?:[^:\\n]*,)?${controller}(?:,[^:\\n]*)?:(/.*)$`, "m").exec(groups)?.[1], part);
		return path === null ? null : `${ROOT}/${controller}${path}`;
	});
	return cpu && cpuacct && memory ? {
		version: 1,
		cpu,
		cpuacct,
		memory
	} : null;
}
function upTo(path, part) {
	if (path === void 0) return null;
	const names = path.split("/");
	const last = names.findLastIndex((name) => name.includes(part));
	return last === -1 ? null : names.slice(0, last + 1).join("/");
}
/** null: the group no longer exists. */
function readCgroup(cgroup, read) {
	if (cgroup.version === 2) return countersOfVersion2((name) => read(`${cgroup.path}/${name}`));
	const folderOf = (name) => name.startsWith("cpuacct.") ? cgroup.cpuacct : name.startsWith("cpu.") ? cgroup.cpu : cgroup.memory;
	return countersOfVersion1((name) => read(`${folderOf(name)}/${name}`));
}
/**
* https://docs.kernel.org/admin-guide/cgroup-v2.html. Cached file pages that the kernel can drop at any time (`inactive_file`)
* are not counted as memory in use.
*/
function countersOfVersion2(read) {
	const cpu = keyed(read("cpu.stat"));
	const [usage, current] = [cpu("usage_usec"), amount(read("memory.current"))];
	if (usage === null || current === null) return null;
	const [quota, period] = read("cpu.max").trim().split(" ").map(amount);
	return withoutNulls({
		source: "cgroup2",
		cpuSeconds: usage / 1e6,
		memoryBytes: current - (keyed(read("memory.stat"))("inactive_file") ?? 0),
		memoryPeakBytes: amount(read("memory.peak")),
		periods: cpu("nr_periods"),
		throttledPeriods: cpu("nr_throttled"),
		oomKills: oomKillsIn(read("memory.events")),
		cpuLimitCores: quota && period ? quota / period : null,
		memoryLimitBytes: amount(read("memory.max"))
	});
}
/** Without a memory limit, version 1 reports a number that no machine has: the largest page count of 64 bits. */
const NO_LIMIT_BYTES = 2 ** 60;
/** https://docs.kernel.org/admin-guide/cgroup-v1/memory.html and cpuacct.html, https://docs.kernel.org/scheduler/sched-bwc.html */
function countersOfVersion1(read) {
	const [usage, current] = [amount(read("cpuacct.usage")), amount(read("memory.usage_in_bytes"))];
	if (usage === null || current === null) return null;
	const [cpu, memory] = [keyed(read("cpu.stat")), keyed(read("memory.stat"))];
	const [quota, period] = [amount(read("cpu.cfs_quota_us")), amount(read("cpu.cfs_period_us"))];
	const limit = memory("hierarchical_memory_limit");
	return withoutNulls({
		source: "cgroup1",
		cpuSeconds: usage / 1e9,
		memoryBytes: current - (memory("total_inactive_file") ?? 0),
		memoryPeakBytes: amount(read("memory.max_usage_in_bytes")),
		periods: cpu("nr_periods"),
		throttledPeriods: cpu("nr_throttled"),
		oomKills: oomKillsIn(read("memory.oom_control")),
		cpuLimitCores: quota && period ? quota / period : null,
		memoryLimitBytes: limit !== null && limit < NO_LIMIT_BYTES ? limit : null
	});
}
/** The number in the line `oom_kill 3` of `memory.events` or `memory.oom_control`. null: the file has no such line. */
function oomKillsIn(text) {
	return keyed(text)("oom_kill");
}
/** Looks up a value in lines of the form `name number`. */
function keyed(text) {
	return (name) => amount(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? "");
}
/** null: the text is no number, such as `max` or `-1`, which both mean that there is no limit. */
function amount(text) {
	return /^\d+\s*$/.test(text) ? Number(text) : null;
}
/** The values that are not null. */
function withoutNulls(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
// src/measure/container-source.ts
/**
* The counters of a container. They are read from the files of the kernel, which costs the engine nothing. On macOS containers
* run in a virtual machine, so these files cannot be read and the engine is asked.
*/
function containerSource(first, nowSeconds = () => Date.now() / 1e3) {
	const beganSeconds = nowSeconds();
	let view = viewOf(first);
	const read = async () => {
		const counted = await countersOf(view);
		if (counted !== null) return counted;
		const again = await containerOf(first.engine, first.id).catch(() => null);
		if (again === null || again.pid === 0) return null;
		view = viewOf(again);
		return await countersOf(view);
	};
	return {
		read,
		async oomKills() {
			return await oomEvents(first, Math.floor(beganSeconds), Math.ceil(nowSeconds()));
		}
	};
}
function viewOf(container) {
	const [groups = ""] = readProc(`/proc/${container.pid}/cgroup`);
	return {
		container,
		cgroup: cgroupOf(groups, import__builtin_fs.existsSync, container.id)
	};
}
async function countersOf({ container, cgroup }) {
	const instance = `${container.id.slice(0, 12)}/${container.pid}`;
	if (cgroup === null) {
		if ((await containerOf(container.engine, container.id).catch(() => null))?.pid !== container.pid) return null;
		const stats = await statsOf(container);
		if (stats === null) return null;
		const { cpuLimitCores: cores, memoryLimitBytes: bytes } = container;
		const limits = {
			...cores === null ? {} : { cpuLimitCores: cores },
			...bytes === null ? {} : { memoryLimitBytes: bytes }
		};
		return {
			instance,
			...countersOfStats(stats),
			...limits
		};
	}
	if (!readProc(`/proc/${container.pid}/cgroup`)[0]?.includes(container.id)) return null;
	const counted = readCgroup(cgroup, (file) => readProc(file)[0] ?? "");
	return counted === null ? null : {
		instance,
		...counted
	};
}
/**
* The counters of the engine: https://docs.docker.com/reference/api/engine/. `inactive_file` has another name in version 1 of
* control groups.
*/
function countersOfStats({ cpu_stats: cpu, memory_stats: memory }) {
	const { throttling_data: throttling } = cpu;
	const droppable = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0;
	return {
		source: "engine",
		cpuSeconds: cpu.cpu_usage.total_usage / 1e9,
		memoryBytes: (memory.usage ?? 0) - droppable,
		...memory.max_usage === void 0 ? {} : { memoryPeakBytes: memory.max_usage },
		...throttling === void 0 ? {} : {
			periods: throttling.periods,
			throttledPeriods: throttling.throttled_periods
		}
	};
}
// src/measure/listener.ts
/** `0A` is LISTEN: https://docs.kernel.org/networking/proc_net_tcp.html */
const LISTEN = "0A";
/**
* The processes that listen on a port of this machine, the lowest process number first: a server that forks shares its socket
* with its workers. Empty: no process listens, or only processes of another user. Linux only.
*/
function listenersAt(port) {
	const inodes = new Set(["tcp", "tcp6"].flatMap((file) => socketsAt(port, readProc(`/proc/net/${file}`)[0] ?? "")));
	if (inodes.size === 0) return [];
	return (0, import__builtin_fs.readdirSync)("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => openFiles(pid).some((file) => inodes.has(/^socket:\[(\d+)\]$/.exec(file)?.[1] ?? ""))).map(Number).toSorted((left, right) => left - right);
}
/** The inodes of the sockets that listen on a port, read from `/proc/net/tcp` or `tcp6`. */
function socketsAt(port, table) {
	const hex = port.toString(16).toUpperCase().padStart(4, "0");
	return table.split("\n").flatMap((line) => {
		const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
		return state === LISTEN && local.endsWith(`:${hex}`) && inode !== void 0 ? [inode] : [];
	});
}
function openFiles(pid) {
	try {
		return (0, import__builtin_fs.readdirSync)(`/proc/${pid}/fd`).flatMap((name) => {
			try {
				return [(0, import__builtin_fs.readlinkSync)(`/proc/${pid}/fd/${name}`)];
			} catch {
				return [];
			}
		});
	} catch {
		return [];
	}
}
// src/measure/process-source.ts
/**
* The counters of the processes of a service. The process that listens on the port is the service when the service has left the
* session of its start command, or when it was not started here.
*/
function processSource({ session, port }) {
	let [root = session] = listenersAt(port);
	let cpuSeconds = 0;
	const countKills = oomCounter(root);
	const killsBefore = countKills();
	return {
		async read() {
			const table = processTable().filter(isAlive);
			if (!table.some(({ pid }) => pid === root)) {
				const [next] = listenersAt(port);
				if (next !== void 0 && next !== root) [root, cpuSeconds] = [next, 0];
			}
			const members = membersOf$1(table, session, root);
			if (members.length === 0 || root === null) return null;
			cpuSeconds = Math.max(cpuSeconds, members.reduce((sum, one) => sum + one.cpuSeconds, 0));
			const memoryBytes = members.reduce((sum, { pid }) => sum + residentBytes(pid), 0);
			const kills = countKills();
			const counters = {
				instance: `p${root}`,
				source: "procfs",
				cpuSeconds,
				memoryBytes
			};
			return kills === null ? counters : {
				...counters,
				oomKills: kills
			};
		},
		async oomKills() {
			return (countKills() ?? 0) - (killsBefore ?? 0);
		}
	};
}
/** All processes of the session, and the listening process with its descendants. */
function membersOf$1(table, session, root) {
	const members = new Set(table.filter((one) => one.pid === root || one.session === session));
	for (let before = 0; before < members.size;) {
		before = members.size;
		const pids = new Set([...members].map(({ pid }) => pid));
		for (const one of table) if (pids.has(one.parent)) members.add(one);
	}
	return [...members];
}
/** 0 when the process has just ended. Pages that several processes share are counted for each of them. */
function residentBytes(pid) {
	const [text = ""] = readProc(`/proc/${pid}/status`);
	return 1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1] ?? 0);
}
/** Counts how often the kernel killed a process in the service's control group for lack of memory. null: there is no such counter. */
function oomCounter(pid) {
	const [groups = ""] = pid === null ? [] : readProc(`/proc/${pid}/cgroup`);
	const cgroup = cgroupOf(groups, (file) => readProc(file).length > 0);
	if (cgroup === null) return () => null;
	const file = cgroup.version === 2 ? `${cgroup.path}/memory.events` : `${cgroup.memory}/memory.oom_control`;
	return () => oomKillsIn(readProc(file)[0] ?? "");
}
// src/measure/service-source.ts
/**
* Finds the source of a service's counters. null: they cannot be read here, because the service runs on another machine, for
* example. Throws a UserError when a named container does not exist or does not run.
*/
async function serviceSource({ container, session, address, port }, engines, platform) {
	if (container !== null) {
		const found = await findContainer(container, engines);
		if (found.pid === 0) throw new UserError(`The container ${container} does not run.`);
		return containerSource(found);
	}
	if (!isOwnMachine(address)) return null;
	const listeners = platform === "linux" ? listenersAt(port) : [];
	if (listeners.length > 0 && isIn(session, listeners)) return processSource({
		session,
		port
	});
	const published = await containerAtPort(port, engines);
	if (published !== null && published.pid > 0) return containerSource(published);
	return platform === "linux" && (session ?? listeners[0]) !== void 0 ? processSource({
		session,
		port
	}) : null;
}
function isIn(session, pids) {
	const members = new Set(processTable().flatMap((one) => one.session === session ? [one.pid] : []));
	return pids.every((pid) => members.has(pid));
}
/** https://datatracker.ietf.org/doc/html/rfc6761#section-6.3 */
function isOwnMachine(address) {
	const { hostname } = new URL(address);
	return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
// src/measure/until-ready.ts
const POLL_EVERY_MS = 50;
/** The limit for one request. After it, the service is asked again. */
const ANSWER_WITHIN_MS = 2e3;
/** Asks until the service is ready. Returns null, or the reason why it is not ready, as the end of a sentence. */
async function untilReady({ address, path, anyStatus = false, withinMs }, stop) {
	const startedMs = performance.now();
	const accepted = anyStatus ? () => true : isSuccess;
	for (;;) {
		const answer = path === null ? await connection(address, stop) : await status(new URL(path, address), accepted, stop);
		if (answer === null) return null;
		stop.throwIfAborted();
		if (performance.now() - startedMs >= withinMs) return `was not ready within ${withinMs / 1e3} s: ${answer}`;
		await (0, import_promises$1.setTimeout)(POLL_EVERY_MS, void 0, { signal: stop });
	}
}
function isSuccess(status) {
	return status < 400;
}
/** null: the service is ready. */
async function status(url, isAccepted, stop) {
	const signal = AbortSignal.any([stop, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
	try {
		const response = await fetch(url, {
			signal,
			redirect: "manual"
		});
		await response.body?.cancel();
		return isAccepted(response.status) ? null : `${url.pathname} answers with ${response.status}`;
	} catch {
		return `${url} does not answer`;
	}
}
async function connection(address, stop) {
	const { hostname, port, protocol } = new URL(address);
	const socket = (0, import__builtin_net.connect)({
		host: hostname.replace(/^\[|\]$/g, ""),
		port: Number(port) || (protocol === "https:" ? 443 : 80),
		timeout: ANSWER_WITHIN_MS
	});
	const giveUp = () => socket.destroy(/* @__PURE__ */ new Error("stopped"));
	socket.on("timeout", giveUp);
	stop.addEventListener("abort", giveUp);
	const isOpen = await (0, import__builtin_events.once)(socket, "connect").then(() => true, () => false);
	stop.removeEventListener("abort", giveUp);
	socket.destroy();
	return isOpen ? null : `nothing listens at ${address}`;
}
// src/measure/measure-run.ts
/** Formats are recognized by their content, so the name of the result has no meaning. */
const RESULT_NAME = "result.json";
const TIMEOUTS = {
	answersWithinMs: 5e3,
	diesWithinMs: 2e3
};
/** The reason why a run failed: the service did not start, or it ended too early. */
var RunFailure = class extends Error {
	/** The process that failed. null: measure did not start it. */
	process;
	constructor(message, process) {
		super(message);
		this.process = process;
	}
};
/**
* Makes one run: starts a new process of the service, puts load on it, and writes down what the gate must know about both.
* run.json says that the run was interrupted until its last file is written, so the gate refuses a run that was interrupted in
* any way.
*/
async function measureRun(planned, processes, stop) {
	await (0, import_promises.mkdir)(planned.runFolder, { recursive: true });
	await stampRun(planned, { problem: "It was interrupted." });
	try {
		return await startAndLoad(planned, processes, stop);
	} catch (error) {
		if (!(error instanceof RunFailure)) throw error;
		await stampRun(planned, { problem: error.message });
		await processes.endAll();
		return {
			kind: "failed",
			problem: error.message,
			output: error.process?.lastOutput() ?? ""
		};
	} finally {
		await processes.endAll();
	}
}
async function startAndLoad(planned, processes, stop) {
	const since = /* @__PURE__ */ new Date();
	planned.onPhase?.("starts");
	const running = await startService(planned, processes);
	try {
		return await warmUpAndLoad(planned, running, processes, stop);
	} finally {
		await running.process?.end();
		if (running.process !== null) await endLeftContainer(planned, running, since);
	}
}
/**
* When the client of a container engine is killed, its container goes on running. Many programs in containers also ignore the
* request to end.
*/
async function endLeftContainer(planned, running, since) {
	const [name, engines] = [containerNameOf(planned, running), enginesOf(process.env)];
	const left = name === null ? await containerAtPort(Number(running.port), engines) : await findContainer(name, engines).catch(() => null);
	if (left?.startedMs != null && left.startedMs >= since.getTime()) await endContainer(left);
}
async function warmUpAndLoad(planned, running, processes, stop) {
	const { service, runFolder } = planned;
	const beganMs = performance.now();
	await waitUntilReady(planned, running, stop);
	const readyAfterMs = performance.now() - beganMs;
	const call = async (one) => await callWhileServiceRuns(planned, running, one, processes, stop);
	await warmUp(planned, call);
	planned.onPhase?.("under load");
	const startedAt = /* @__PURE__ */ new Date();
	const underLoad = {
		command: service.load,
		output: runFolder,
		when: "under load"
	};
	const load = await whileSampled(planned, running, async () => await call(underLoad));
	const loadMs = Date.now() - startedAt.getTime();
	const { exitCode } = await load.ended;
	await (0, import_promises.writeFile)((0, import__builtin_path.join)(runFolder, "exit-code"), `${exitCode}\n`);
	await stampRun(planned, { startedAt: startedAt.toISOString() });
	return {
		kind: "loaded",
		exitCode,
		readyAfterMs,
		loadMs,
		output: load.lastOutput()
	};
}
async function waitUntilReady(planned, running, stop) {
	const { service, side, reach } = planned;
	if (reach.kind === "none") return;
	const wanted = {
		address: running.address,
		path: service.readyPath,
		withinMs: service.readyWithinMs
	};
	await whileServiceRuns(planned, running, "before it was ready", stop, async (until) => {
		const problem = await untilReady(wanted, until);
		if (problem !== null) throw new RunFailure(`The ${side} ${problem}.`, running.process);
	});
}
async function warmUp({ service, scratch, onPhase }, call) {
	if (service.warmUp === null) return;
	onPhase?.("warms up");
	const program = await call({
		command: service.warmUp,
		output: scratch,
		when: "during the warm-up"
	});
	const { exitCode } = await program.ended;
	if (exitCode !== 0) throw new RunFailure(`The warm-up ended with exit code ${exitCode}.`, program);
}
/** Calls a load tool. Throws when the service ends meanwhile, or does not answer afterwards. */
async function callWhileServiceRuns(planned, running, loadCall, processes, stop) {
	const { diesWithinMs } = planned.timeouts ?? TIMEOUTS;
	return await whileServiceRuns(planned, running, loadCall.when, stop, async (until) => {
		const load = await callLoad(planned, running, loadCall, processes, until);
		const { exitCode } = await load.ended;
		if (exitCode !== 0 && running.process !== null) await (0, import_promises$1.setTimeout)(diesWithinMs, void 0, { signal: until });
		await requireStillThere(planned, running, loadCall.when, until);
		return load;
	});
}
/**
* Does the work under load while the service is sampled, or while other background work goes on. When the work fails because
* the kernel killed the service for lack of memory, the error says it.
*/
async function whileSampled(planned, running, work) {
	if (planned.startBackgroundWork !== void 0) {
		const background = await planned.startBackgroundWork(running);
		return await work().finally(background.end);
	}
	const source = planned.reach.kind === "none" ? null : await sourceOf(planned, running);
	if (source === null) return await work();
	const sampler = await startSampler(source, planned.service.name, (0, import__builtin_path.join)(planned.runFolder, "resources.ndjson"));
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof RunFailure) || await source.oomKills() === 0) throw error;
		throw new RunFailure(`${error.message} It ran out of memory, and the kernel killed it.`, error.process);
	} finally {
		await sampler.end();
	}
}
/** The name of the container from the measure file. null: the file names no container. */
function containerNameOf(planned, { address, port }) {
	const named = planned.service.containers[planned.side];
	return named === null ? null : fillPlaceholders(named, valuesOf(planned, {
		address,
		port
	}, planned.runFolder));
}
async function sourceOf(planned, running) {
	const { address, port, process: started } = running;
	try {
		return await serviceSource({
			container: containerNameOf(planned, running),
			session: started?.pid ?? null,
			address,
			port: Number(port)
		}, enginesOf(process.env), process.platform);
	} catch (error) {
		if (error instanceof UserError) throw new RunFailure(error.message, started);
		throw error;
	}
}
async function startService(planned, processes) {
	const { reach, versionFolder } = planned;
	if (reach.kind === "none") return {
		address: "",
		port: "",
		process: null
	};
	if (reach.kind === "address") return {
		address: reach.address,
		port: portOf(reach.address),
		process: null
	};
	const port = String(await freePort());
	const address = `http://127.0.0.1:${port}`;
	const command = fillPlaceholders(reach.command, valuesOf(planned, {
		address,
		port
	}, planned.runFolder));
	const env = {
		...process.env,
		...planned.env,
		PORT: port
	};
	return {
		address,
		port,
		process: processes.start(command, {
			folder: versionFolder,
			env
		})
	};
}
/** Does work that needs the service. When the service ends, the work ends with an error. */
async function whileServiceRuns({ side }, { process: service }, when, stop, work) {
	const over = new AbortController();
	const worked = work(AbortSignal.any([stop, over.signal]));
	if (service === null) return await worked;
	const died = service.ended.then(({ exitCode }) => {
		throw new RunFailure(`The ${side} ended with exit code ${exitCode} ${when}.${exitCode === 0 ? " The start command must not end while the service runs." : ""}`, service);
	});
	try {
		return await Promise.race([worked, died]);
	} finally {
		over.abort();
		await worked.catch(() => null);
	}
}
/**
* Asks the service itself whether it still runs. A load tool that loses its service often ends before it, and some tools then
* report success. With a path, the service must answer a request, because the system still accepts connections for a process
* that it has begun to end.
*/
async function requireStillThere({ service, side, reach, timeouts = TIMEOUTS }, { address, process }, when, until) {
	if (reach.kind === "none") return;
	if (await untilReady({
		address,
		path: service.readyPath,
		anyStatus: true,
		withinMs: timeouts.answersWithinMs
	}, until) !== null) throw new RunFailure(`The ${side} does not answer any more, ${when}.`, process);
}
async function callLoad(planned, { address, port }, { command, output }, processes, until) {
	const filled = fillPlaceholders(command, valuesOf(planned, {
		address,
		port
	}, output));
	const env = {
		...process.env,
		BASE_URL: address
	};
	const load = processes.start(filled, {
		folder: planned.loadFolder,
		env
	});
	const onStop = () => void load.end();
	until.addEventListener("abort", onStop);
	if (until.aborted) onStop();
	await load.ended;
	until.removeEventListener("abort", onStop);
	await load.end();
	until.throwIfAborted();
	return load;
}
function valuesOf({ service, side, runNumber }, { address, port }, folder) {
	const output = (0, import__builtin_path.join)(folder, RESULT_NAME);
	return {
		address,
		port,
		service: service.name,
		variant: side,
		run: String(runNumber),
		output,
		"output-folder": folder
	};
}
function portOf(address) {
	const { port, protocol } = new URL(address);
	return port || (protocol === "https:" ? "443" : "80");
}
async function stampRun({ runFolder, stamp }, said) {
	await (0, import_promises.writeFile)((0, import__builtin_path.join)(runFolder, "run.json"), `${JSON.stringify({
		...stamp,
		...said
	}, null, 2)}\n`);
}
// src/measure/measure-rounds.ts
async function initialProgress(service, { loadFolder }) {
	return {
		service,
		facts: await loadFactsOf(service.load, loadFolder),
		pairs: 0,
		failed: false,
		shortestLoadMs: 1e400
	};
}
/**
* Adds pairs to the services, one pair of each service in turn, so that a drift of the machine affects all services alike. A
* service with a run that does not count is not measured again: the gate refuses its results in any case, and says why.
*/
async function addPairs(wanted, context) {
	const ofAll = (count) => context.sides.length * wanted.reduce((sum, one) => sum + count(one), 0);
	const runCounts = () => ({
		done: ofAll(({ progress }) => progress.pairs),
		total: ofAll(({ progress, wantedPairs }) => progress.failed ? progress.pairs : wantedPairs)
	});
	const rounds = Math.max(0, ...wanted.map(({ progress, wantedPairs }) => wantedPairs - progress.pairs));
	try {
		for (let round = 0; round < rounds; round += 1) for (const { progress, wantedPairs } of wanted) {
			if (progress.failed || progress.pairs >= wantedPairs) continue;
			await addPair(progress, wantedPairs, context, runCounts);
		}
	} finally {
		context.display.at(null);
	}
}
async function addPair(progress, wantedPairs, context, runCounts) {
	const { service } = progress;
	const pair = progress.pairs + 1;
	const order = orderOfPair(context.seed, service.name, pair).filter((one) => context.sides.includes(one));
	for (const [index, side] of order.entries()) {
		context.stop.throwIfAborted();
		const position = progress.pairs * order.length + index + 1;
		const kind = order.length === 1 ? "run" : "pair";
		const which = text`${name(service.name)}, ${kind} ${pair} of ${wantedPairs}, ${side}`;
		const { done, total } = runCounts();
		const onPhase = (phase) => context.display.at({
			done: done + index,
			total,
			what: text`${which} ${phase}`
		});
		const planned = {
			...plannedRun(progress, side, {
				pair,
				position
			}, context),
			onPhase
		};
		const outcome = await measureRun(planned, context.processes, context.stop);
		const problem = outcome.kind === "failed" ? outcome.problem : await refusalOf(planned);
		if (outcome.kind === "loaded") progress.shortestLoadMs = Math.min(progress.shortestLoadMs, outcome.loadMs);
		if (problem === null) {
			context.display.ran(text`${which}: ${timesOf(outcome)}`);
			continue;
		}
		context.display.tell(text`${which}: stopped. ${problem}${quoted(outcome.output)}`);
		progress.failed = true;
		return;
	}
	progress.pairs = pair;
}
/** The description of one run of one version. */
function plannedRun({ service, facts }, side, { pair, position }, { folders, commits, loadFolder, results, scratch, jobId, machine, seed }) {
	const reach = service.reach[side];
	return {
		service,
		side,
		reach,
		runNumber: pair,
		versionFolder: folders[side],
		loadFolder: reach.kind === "none" ? folders[side] : loadFolder,
		runFolder: (0, import__builtin_path.join)(results, service.name, side, `run-${pair}`),
		scratch,
		stamp: {
			schemaVersion: 1,
			testedCommit: reach.kind === "address" ? null : commits[side],
			jobId,
			machine,
			...facts,
			slot: pair,
			seed,
			position
		}
	};
}
/** Reads the run as the gate will. A run that does not count is noticed at once, and no further runs are wasted on it. */
async function refusalOf({ runFolder, service, side }) {
	const options = {
		formats: FORMATS,
		defaultService: service.name,
		defaultSide: side,
		defaultCommit: null
	};
	const { runs, refusals } = await collectRuns(await readFolder(runFolder), options);
	if (refusals[0] !== void 0) return refusals[0].problem;
	return runs.length === 1 ? null : text`The load command left no result. Write it to {output}.`;
}
function timesOf(outcome) {
	if (outcome.kind === "failed") return "";
	return `ready after ${seconds(outcome.readyAfterMs)}, load ${seconds(outcome.loadMs)}`;
}
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
/** The last lines of a program's output. */
function quoted(output) {
	return output === "" ? "" : ` It printed last:\n${output.split("\n").slice(-20).map((line) => `  ${line}`).join("\n")}`;
}
// src/measure/node-recorder.ts
/**
* Node loads this script in each process before the program. It records like `--cpu-prof`, which Node 20 does not allow in
* NODE_OPTIONS. It also writes the profile on SIGTERM, which ends a program without handlers before `--cpu-prof` can write.
* Package managers only start the service, so they are not recorded. https://nodejs.org/api/inspector.html
*/
const SCRIPT = `
const { writeFileSync } = require('node:fs')
const { Session } = require('node:inspector')
const { basename, join } = require('node:path')
const { isMainThread } = require('node:worker_threads')

const isPackageManager = /^(?:npm|npx|pnpm|yarn|corepack)(?:-cli)?\\.[cm]?js$|^(?:npm|npx|pnpm|yarn|corepack)$/
if (isMainThread && !isPackageManager.test(basename(process.argv[1] ?? ''))) {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.start')
  let isWritten = false
  const write = () => {
    if (isWritten) return
    isWritten = true
    session.post('Profiler.stop', (error, { profile } = {}) => {
      if (error === null) writeFileSync(join(process.env.PERF_GATE_PROFILES, process.pid + '.cpuprofile'), JSON.stringify(profile))
    })
  }
  process.on('exit', write)
  for (const [name, number] of [['SIGTERM', 15], ['SIGINT', 2]]) {
    process.on(name, () => {
      write()
      if (process.listenerCount(name) === 1) process.exit(128 + number)
    })
  }
}
`;
/**
* The environment variables that make each started Node process write a profile into a folder when it ends.
*
* @param scratch the folder for the script
*/
async function nodeRecorderEnvironment(profiles, scratch) {
	const script = (0, import__builtin_path.join)(scratch, "record-cpu-profile.cjs");
	await (0, import_promises.writeFile)(script, SCRIPT);
	return {
		NODE_OPTIONS: [process.env.NODE_OPTIONS, `--require ${JSON.stringify(script)}`].filter((one) => one !== void 0).join(" "),
		PERF_GATE_PROFILES: profiles
	};
}
// src/measure/profile-recorder.ts
/** perf needs a while to write down the functions of a large recording. */
const WRITES_WITHIN_MS = 6e4;
/** @param folder the command is called in this folder */
async function startRecorder({ command }, { port, process: service }, values, folder, processes) {
	const known = {
		...values,
		...process.platform === "linux" ? pidsOf(Number(port), service) : NO_PIDS
	};
	const recorder = processes.start(`trap : INT\n${fillPlaceholders(command, known)}`, {
		folder,
		env: process.env
	});
	const startedMs = performance.now();
	let endedMs = null;
	recorder.ended.then(() => {
		endedMs ??= performance.now();
	});
	const endsByItself = command.includes("{seconds}");
	let share = 1;
	return {
		process: recorder,
		share: () => share,
		async end() {
			const nowMs = performance.now();
			if (endedMs !== null) share = (endedMs - startedMs) / (nowMs - startedMs);
			if (!endsByItself) recorder.interrupt();
			const withinMs = WRITES_WITHIN_MS + (endsByItself ? Number(values.seconds) * 1e3 : 0);
			await Promise.race([recorder.ended, (0, import_promises$1.setTimeout)(withinMs, void 0, { ref: false })]);
			await recorder.end();
		}
	};
}
/** Only on Linux can the process that listens on a port be found. A recorder that gets no process number reports the error itself. */
const NO_PIDS = {
	pid: "",
	pids: ""
};
function pidsOf(port, service) {
	const listeners = listenersAt(port);
	const pids = service === null ? listeners : membersOf(service.pid);
	return {
		pid: String(listeners[0] ?? ""),
		pids: pids.join(",")
	};
}
/** All processes in the session of the start command. */
function membersOf(session) {
	return processTable().filter((one) => one.session === session && isAlive(one)).map(({ pid }) => pid);
}
/** The path at which a command writes its profile. Other files in that folder are read as profiles as well. */
function profileFile(folder) {
	return (0, import__builtin_path.join)(folder, "profile");
}
// src/measure/profile-runs.ts
/** The number of profiles on each side. With five, a function that changed can be told from noise: profiles/compare-profiles.ts. */
const PROFILES = 5;
/**
* Records profiles in additional runs, because recording slows a service down. They are stored in `run-<n>/profile/` after the
* judged runs, together with the number of requests. When a profile cannot be recorded, a message says it, and the verdict does
* not change.
*/
async function addProfiles(wanted, context) {
	const { sides, display, seed } = context;
	const failed = /* @__PURE__ */ new Set();
	let done = 0;
	try {
		for (let number = 1; number <= PROFILES; number += 1) for (const one of wanted) {
			const { service, pairs } = one.progress;
			for (const side of orderOfPair(seed, service.name, pairs + number)) {
				if (failed.has(one) || !sides.includes(side)) continue;
				const total = done + (PROFILES - number + 1) * (wanted.length - failed.size) * sides.length;
				const which = text`${name(service.name)}, profile ${number} of ${PROFILES}, ${side}`;
				display.at({
					done,
					total,
					what: which
				});
				const problem = await recordProfile(one, side, pairs + number, context);
				done += 1;
				if (problem === null) display.ran(text`${which}: recorded`);
				else {
					failed.add(one);
					display.tell(text`${which}: not recorded. ${problem}`);
				}
			}
		}
	} finally {
		display.at(null);
	}
}
/**
* Records one profile. Returns null, or the reason why it was not recorded. Files are copied to the results only when all of
* them are complete.
*/
async function recordProfile({ progress, profiler }, side, runNumber, context) {
	if (progress.service.reach[side]?.kind === "none") return text`A benchmark has no service to record.`;
	if (profiler.kind === "node" && progress.service.reach[side]?.kind !== "start") return text`A Node process records itself from its start, and this service already runs.`;
	const folder = (0, import__builtin_path.join)(context.scratch, "profiled");
	await (0, import_promises.rm)(folder, {
		recursive: true,
		force: true
	});
	const [runFolder, profiles] = [(0, import__builtin_path.join)(folder, "run-1"), (0, import__builtin_path.join)(folder, "profile")];
	await (0, import_promises.mkdir)(profiles, { recursive: true });
	const planned = {
		...plannedRun(progress, side, {
			pair: runNumber,
			position: runNumber
		}, context),
		runFolder
	};
	const recording = profiler.kind === "node" ? await recordedByNode(planned, profiles, context) : recordedByCommand(planned, profiler, profiles, progress.shortestLoadMs, context);
	const outcome = await measureRun({
		...planned,
		...recording.run
	}, context.processes, context.stop);
	if (outcome.kind === "failed") return text`${outcome.problem}${quoted(outcome.output)}`;
	return await keepProfile(planned, profiles, recording, context);
}
async function recordedByNode({ service }, profiles, { scratch }) {
	return {
		run: {
			env: await nodeRecorderEnvironment(profiles, scratch),
			service: {
				...service,
				warmUp: null
			},
			startBackgroundWork: async () => ({ end: async () => {} })
		},
		share: () => 1,
		whyNone: () => text`The service wrote no profile. It must run on Node, and end within 5 s when it gets SIGTERM.`
	};
}
function recordedByCommand(planned, profiler, profiles, shortestLoadMs, { scratch, processes }) {
	let recorder = null;
	const seconds = String(Math.max(1, Math.floor(shortestLoadMs / 1e3) - 1));
	return {
		run: { startBackgroundWork: async (running) => {
			recorder = await startRecorder(profiler, running, {
				...valuesOf(planned, running, profiles),
				output: profileFile(profiles),
				seconds,
				scratch
			}, planned.versionFolder, processes);
			return recorder;
		} },
		share: () => recorder?.share() ?? 1,
		whyNone: () => text`${name(profiler.name)} wrote nothing.${quoted(recorder?.process.lastOutput() ?? "")}`
	};
}
async function keepProfile({ service, side, runNumber, stamp, runFolder }, profiles, { share, whyNone }, { results }) {
	if ((await (0, import_promises.readdir)(profiles)).length === 0) return whyNone();
	const { runs, refusals } = await collectRuns(await readFolder(runFolder), {
		formats: FORMATS,
		defaultService: service.name,
		defaultSide: side,
		defaultCommit: null
	});
	const [run] = runs;
	if (run === void 0) return refusals[0]?.problem ?? text`The load command left no result.`;
	const requests = requestsOfRun(run.run);
	const served = requests === null ? {} : { requests: Math.max(1, Math.round(requests * share())) };
	const said = {
		...stamp,
		...served
	};
	await (0, import_promises.writeFile)((0, import__builtin_path.join)(profiles, "run.json"), `${JSON.stringify(said, null, 2)}\n`);
	await (0, import_promises.cp)(profiles, (0, import__builtin_path.join)(results, service.name, side, `run-${runNumber}`, "profile"), { recursive: true });
	return null;
}
// src/measure/results-folder.ts
/**
* Requires an empty folder, because runs of two measurements in one folder would be judged as one. `force` removes earlier
* results, and never files that measure did not write.
*/
async function requireEmptyResults(folder, force) {
	const services = await entriesOf(folder);
	if (services.length === 0) return;
	if (!force) throw new UserError(`${folder} is not empty. Remove it, replace it with --force, or give another folder: --results FOLDER.`);
	for (const service of services) {
		const variants = await entriesOf((0, import__builtin_path.join)(folder, service));
		if (variants.length > 0 && variants.every((name) => name === "baseline" || name === "candidate")) continue;
		throw new UserError(`${(0, import__builtin_path.join)(folder, service)} does not come from a measurement, so --force does not remove it.`);
	}
	await Promise.all(services.map((service) => (0, import_promises.rm)((0, import__builtin_path.join)(folder, service), { recursive: true })));
}
/** The names in a folder. Empty when the folder does not exist. */
async function entriesOf(folder) {
	return await (0, import_promises.readdir)(folder).catch((error) => {
		if (error.code === "ENOENT") return [];
		if (error.code === "ENOTDIR") return [];
		throw error;
	});
}
// src/measure/versions.ts
var import__builtin_util = require__builtin_util();
/**
* Checks out two commits in temporary folders, does the work, and removes the folders. The candidate is HEAD. The baseline is
* the commit at which HEAD left the base, so later changes on the base do not count. The checkout in which the command is
* called is not touched.
*
* @param scratch the folder in which the temporary folders are made
*/
async function withWorktrees(baseRef, folder, scratch, work) {
	const candidate = await commitOf("HEAD", folder);
	const base = await commitOf(baseRef, folder);
	const baseline = await outputOf("git", [
		"merge-base",
		base,
		candidate
	], folder);
	if (baseline === null) throw new UserError(`${baseRef} and HEAD have no commit in common here. In a shallow clone, fetch the history first: git fetch --unshallow. In a workflow: fetch-depth: 0.`);
	const commits = {
		baseline,
		candidate
	};
	return await withCheckouts(folder, scratch, async (checkOut) => {
		return await work({
			folders: {
				baseline: await checkOut(baseline, "baseline"),
				candidate: await checkOut(candidate, "candidate")
			},
			commits
		});
	});
}
/** Does work that checks out commits one by one, each under a name of its own. Removes them afterwards. */
async function withCheckouts(folder, scratch, work) {
	const top = (0, import__builtin_path.join)(scratch, "versions");
	await (0, import_promises.mkdir)(top);
	const below = await outputOf("git", ["rev-parse", "--show-prefix"], folder) ?? "";
	await outputOf("git", ["worktree", "prune"], folder);
	try {
		return await work(async (commit, name) => {
			await addWorktree(commit, (0, import__builtin_path.join)(top, name), folder);
			return (0, import__builtin_path.join)(top, name, below);
		});
	} finally {
		await (0, import_promises.rm)(top, {
			recursive: true,
			force: true
		});
		await outputOf("git", ["worktree", "prune"], folder);
	}
}
/** Files of the checkout that differ from HEAD. A version that is checked out does not contain these changes. */
async function uncommittedFiles(folder) {
	return (await outputOf("git", [
		"diff",
		"--name-only",
		"HEAD",
		"--"
	], folder) ?? "").split("\n").filter((name) => name !== "");
}
/** Checking out a large repository takes long, so there is no time limit. */
async function addWorktree(commit, target, repository) {
	const args = [
		"worktree",
		"add",
		"--detach",
		"--quiet",
		target,
		commit
	];
	await (0, import__builtin_util.promisify)(import__builtin_child_process.execFile)("git", args, { cwd: repository }).catch((error) => {
		throw new UserError(text`git worktree add failed for ${name(commit)}: ${error.stderr?.trim() || error.message}`);
	});
}
/** The commit to which a ref refers. Throws a UserError when the clone does not know the ref. */
async function commitOf(ref, folder) {
	const commit = await outputOf("git", [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	], folder);
	if (commit !== null) return commit;
	throw new UserError(`${ref} is not a commit of the checkout in ${folder}. Fetch it, or name another, such as origin/main.`);
}
// src/measure/progress-display.ts
const BAR_CHARACTERS = 24;
/** Shows a bar on a terminal, and prints lines elsewhere, such as in a log. `nowMs` is a clock. */
function createProgressDisplay(output, nowMs) {
	const startedMs = nowMs();
	let state = null;
	let doneAtMs = startedMs;
	let hasBar = false;
	function clear() {
		if (hasBar) output.write(CLEAR_LINE);
		hasBar = false;
	}
	function redraw() {
		if (!output.isTerminal || state === null) return;
		const line = barLine(state, leftMs(state, doneAtMs - startedMs, nowMs() - doneAtMs));
		output.write(CLEAR_LINE + line.slice(0, Math.max(0, output.columns() - 1)));
		hasBar = true;
	}
	function tell(line) {
		clear();
		output.write(`${terminalText(line)}\n`);
		redraw();
	}
	return {
		tell,
		ran: (line) => {
			if (!output.isTerminal) tell(line);
		},
		at: (next) => {
			if (next !== null && next.done !== (state?.done ?? 0)) doneAtMs = nowMs();
			state = next;
			clear();
			redraw();
		},
		redraw
	};
}
/** https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ section 8.3.41, EL */
const CLEAR_LINE = "\r\x1B[K";
/**
* The estimated remaining time: each remaining run takes as long as the average finished run. null: no run has finished.
*
* @param finishedMs how long the finished runs took in all
* @param currentMs how long the current run has taken
*/
function leftMs({ done, total }, finishedMs, currentMs) {
	return done === 0 ? null : Math.max(0, finishedMs / done * (total - done) - currentMs);
}
function barLine({ done, total, what }, remainingMs) {
	const full = Math.round(BAR_CHARACTERS * done / total);
	return `${"█".repeat(full) + "░".repeat(BAR_CHARACTERS - full)} ${done} of ${total} runs${remainingMs === null ? "" : `, about ${duration(remainingMs)} left`}. ${terminalLine(what)}`;
}
function duration(ms) {
	const seconds = Math.ceil(ms / 1e3);
	return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
// src/commands/measure-progress.ts
const REDRAW_EVERY_MS = 1e3;
/** Used when the terminal gives no width or the width 0, as a terminal without a window does. */
const USUAL_COLUMNS = 80;
/** Runs load tests and reports the progress on standard error, because standard output is for the report. */
async function withProgressDisplay(work) {
	const { stderr } = process;
	const display = createProgressDisplay({
		isTerminal: stderr.isTTY === true,
		columns: () => stderr.columns || USUAL_COLUMNS,
		write: (text) => stderr.write(text)
	}, () => performance.now());
	const timer = setInterval(display.redraw, REDRAW_EVERY_MS);
	try {
		return await work(display);
	} finally {
		clearInterval(timer);
	}
}
// src/commands/measure.ts
const USAGE = {
	guide: "docs/guides/measure.md",
	calls: ["[FILE] --baseline-ref main", "--baseline-ref main --start CMD --load CMD"],
	paths: { FILE: "the measure file; default: .github/perf-gate.measure.yml" },
	flags: {
		service: {
			type: "string",
			value: "NAME",
			needs: "load",
			says: "the name of the service in the results; default: service"
		},
		build: {
			type: "string",
			value: "CMD",
			says: "builds each version in its folder"
		},
		start: {
			type: "string",
			value: "CMD",
			needs: "load",
			says: "starts the service; {port} is a free port"
		},
		address: {
			type: "string",
			value: "URL",
			needs: "load",
			says: "the address of a service that already runs, in place of --start"
		},
		container: {
			type: "string",
			value: "NAME",
			needs: "load",
			says: "the container whose CPU and memory are measured; default: found by the port"
		},
		ready: {
			type: "string",
			value: "/health",
			needs: "load",
			says: "the path that answers when the service is ready; default: an open port"
		},
		"warm-up": {
			type: "string",
			value: "CMD",
			needs: "load",
			says: "load before each run, which is not measured"
		},
		load: {
			type: "string",
			value: "CMD",
			says: "the load test, called once per run"
		},
		benchmark: {
			type: "boolean",
			needs: "load",
			says: "the load is a benchmark: there is no service to start"
		},
		"baseline-ref": {
			type: "string",
			value: "main",
			says: "the commit to compare with; this folder is the candidate"
		},
		"baseline-folder": {
			type: "string",
			value: "DIR",
			says: "the folder of the version to compare with, in place of --baseline-ref"
		},
		"candidate-folder": {
			type: "string",
			value: "DIR",
			says: "the folder of the candidate; default: this folder"
		},
		candidate: {
			type: "boolean",
			says: "measures only the candidate, for a store"
		},
		pairs: {
			type: "string",
			value: "5",
			says: "the exact number of pairs; default: as the policy or the measure file says, or 5"
		},
		"until-settled": {
			type: "boolean",
			says: "three pairs, and more while the result is open"
		},
		"max-runs": {
			type: "string",
			value: "10",
			says: "the largest number of pairs; default: as the policy says"
		},
		seed: {
			type: "string",
			value: "N",
			says: "the seed of an earlier measurement, for the same order; default: a random number"
		},
		profile: {
			type: "string",
			value: "node",
			says: "records profiles after the runs: node, perf, pprof, py-spy, or a command"
		},
		results: {
			type: "string",
			value: "DIR",
			writes: "folder",
			says: "the folder for the results; default: perf-results"
		},
		force: {
			type: "boolean",
			says: "replaces the results of an earlier measurement"
		},
		...POLICY_FLAGS,
		policy: {
			...POLICY_FLAGS.policy,
			says: "the policy; default: .github/perf-gate.yml of the commit to compare with"
		},
		...REPORT_FLAGS
	},
	exitCodes: "0: not blocked. 1: blocked, or, with --candidate, incomplete. 2: nothing could be measured."
};
/** `perf-gate measure` runs two versions alternately under load and judges them. The exit codes are those of `compare`. */
async function measure(args) {
	const { values: given, positionals } = readArguments(args, USAGE.flags, true);
	if (process.platform === "win32") throw new UserError("measure needs Linux or macOS. On Windows, call it in WSL.");
	const plan = {
		...await readPlan(positionals, given, "measure --baseline-ref main"),
		profiler: profilerOf(given)
	};
	const flags = {
		...given,
		...baseOfPullRequest(given, plan, process.env.GITHUB_BASE_REF)
	};
	const sides = flags.candidate ? ["candidate"] : ["baseline", "candidate"];
	requireReach(plan, sides);
	const amount = amountOf(flags, plan, await policyOf(flags));
	const results = (0, import__builtin_path.resolve)(flags.results ?? "perf-results");
	await requireEmptyResults(results, flags.force ?? false);
	const seed = numberFlag("seed", flags.seed, 0, 2 ** 32 - 1) ?? (0, import__builtin_crypto.randomInt)(2 ** 32);
	const machine = {
		jobId: await jobId(process.env),
		machine: machineClass()
	};
	try {
		return await withProgressDisplay(async (display) => interruptible(async (means) => withVersions(flags, plan, means.scratch, async (versions) => {
			const loadFolder = process.cwd();
			return await measureVersions({
				...versions,
				...means,
				...machine,
				sides,
				loadFolder,
				results,
				seed,
				display
			}, plan, amount, flags);
		})));
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		tell(`Stopped by ${error.message}. Complete runs are in ${results}; the run that was cut off is refused.`);
		return 2;
	}
}
async function measureVersions(context, plan, amount, flags) {
	const { sides, folders, processes, stop } = context;
	tell(introduction(context));
	if (!flags.candidate) tell(policyInWords(amount.policy, flags["baseline-ref"]));
	if (plan.build !== null) {
		const toBuild = sides.map((side) => ({
			side,
			folder: folders[side]
		}));
		await buildVersions(plan.build, toBuild, processes, stop);
	}
	const services = await Promise.all(plan.services.map((service) => initialProgress(service, context)));
	if (flags.candidate) return await measureCandidate(services, amount.first, context);
	const judged = await measureAndJudge(services, amount, context);
	const wanted = profiledOf(services, judged, plan.profiler);
	if (wanted.length === 0) return await writeReport(judged, amount.policy, flags);
	await addProfiles(wanted, context);
	return await writeReport(await judgeResults(amount.policy, context), amount.policy, flags);
}
/**
* The services to profile. With the flag these are all services; without it, the blocked services whose entry in the measure file
* has a profiler.
*/
function profiledOf(services, { verdict }, given) {
	const blocked = new Set(verdict.findings.flatMap(({ level, service }) => level === "fail" ? [service] : []));
	return services.flatMap((progress) => {
		const { name, profiler } = progress.service;
		const how = given ?? (blocked.has(name) ? profiler : null);
		return how === null || progress.failed ? [] : [{
			progress,
			profiler: how
		}];
	});
}
async function judgeResults(policy, { results }) {
	return await judgeLocally(policy, {
		origin: "same-results",
		sets: [await resultSet(results, "candidate")],
		lookup: async () => null
	});
}
/** Prints a line on standard error, because standard output is for the report. */
function tell(line) {
	process.stderr.write(`${line}\n`);
}
/**
* The plan of a measure file or of flags.
*
* @param call the shortest call, for the error where there is neither
*/
async function readPlan([path, ...more], flags, call) {
	if (more.length > 0) throw new FlagError("Give one measure file.");
	if (flags.load !== void 0) {
		if (path === void 0) return planOfFlags(flags);
		throw new UserError("Give either a measure file or --load, not both.");
	}
	const file = path ?? ".github/perf-gate.measure.yml";
	const plan = parseMeasureFile(await (0, import_promises.readFile)(file, "utf8").catch((error) => {
		if (path !== void 0) throw new UserError(`The measure file ${file} cannot be read (${error.code}).`);
		throw new UserError(`There is no ${file}, and no --load says what to measure. docs/guides/measure.md shows both; the shortest is:\nperf-gate ${call} --start 'node server.js' --load '${EXAMPLE_LOAD}'`);
	}), file);
	return {
		...plan,
		build: flags.build ?? plan.build
	};
}
/** null: the measure file decides for each service. */
function profilerOf({ profile, candidate }) {
	if (profile === void 0) return null;
	if (candidate) throw new UserError("--profile compares two versions, and --candidate measures one.");
	return parseProfiler(profile, "--profile");
}
function requireReach({ services }, sides) {
	for (const { name, reach } of services) {
		const unknown = sides.find((side) => reach[side] === null);
		if (unknown === void 0) continue;
		throw new UserError(`${name}: nothing says how to reach the ${unknown}. Give a start command, or the address of a service that runs, or say that the load is a benchmark.`);
	}
}
/** The policy that would judge a pull request into the base branch. */
async function policyOf(flags) {
	const { policy: path, "max-regression": maxRegression, "baseline-ref": ref } = flags;
	if (path === void 0 && ref !== void 0) {
		const text = await outputOf("git", [
			"show",
			"--end-of-options",
			`${ref}:${DEFAULT_POLICY_FILE}`
		]);
		return await policyOfText(text, `${DEFAULT_POLICY_FILE} of ${ref}`, maxRegression);
	}
	const isThere = await (0, import_promises.readFile)(DEFAULT_POLICY_FILE).catch(() => null) !== null;
	return await readPolicy(path ?? (isThere ? ".github/perf-gate.yml" : void 0), maxRegression);
}
/** As in a pull request, a policy that only lies in this folder does not count. Whoever has just written one must read why. */
function policyInWords({ source }, baselineRef) {
	if (source !== null) return `Policy: ${source}.`;
	if (baselineRef === void 0) return "Policy: none, so the defaults hold.";
	return `Policy: none, because ${baselineRef} has no ${DEFAULT_POLICY_FILE}. The defaults hold; --policy FILE gives another.`;
}
/** The last stage for which statistics/rerun-plan.ts keeps the error rate of a confirmation. */
const MAX_RUNS = STAGES[STAGES.length - 1] ?? STAGES[0];
/**
* The number of pairs from the flags. Without flags, the number that the confirmation of the policy wants; without a
* confirmation, the number of the plan.
*/
function amountOf(flags, plan, policy) {
	const pairs = numberFlag("pairs", flags.pairs, 1, 100);
	const maxRuns = numberFlag("max-runs", flags["max-runs"], STAGES[0], MAX_RUNS);
	const settles = flags["until-settled"] ?? false;
	if (pairs !== null && (settles || maxRuns !== null)) throw new UserError("Give either --pairs, or --until-settled with --max-runs.");
	if (flags.candidate && (settles || maxRuns !== null)) throw new UserError("--candidate measures for a store, so nothing is judged here: give --pairs N instead of --until-settled.");
	const confirmation = pairs === null && !flags.candidate && (settles || maxRuns !== null || policy.confirmation !== null) ? { maxRuns: maxRuns ?? policy.confirmation?.maxRuns ?? MAX_RUNS } : null;
	return {
		first: confirmation === null ? pairs ?? plan.pairs : STAGES[0],
		policy: {
			...policy,
			confirmation
		}
	};
}
function numberFlag(name, text, least, most) {
	if (text === void 0) return null;
	const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
	if (value >= least && value <= most) return value;
	throw new UserError(`--${name} cannot be ${JSON.stringify(text)}. Give a whole number from ${least} to ${most}.`);
}
/**
* In the workflow of a pull request, the base branch is the baseline unless a flag or the plan names another.
* https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
*/
function baseOfPullRequest(flags, plan, baseBranch = "") {
	const said = flags["baseline-ref"] ?? flags["baseline-folder"] ?? plan.folders.baseline;
	if (baseBranch === "" || said !== null || flags.candidate || !plan.services.some(needsBaselineFolder)) return {};
	return { "baseline-ref": `origin/${baseBranch}` };
}
/** Works in two checkouts with `--baseline-ref`, and otherwise in the given folders. */
async function withVersions(flags, plan, scratch, work) {
	const { "baseline-ref": ref, "baseline-folder": baselineFlag, "candidate-folder": candidateFlag } = flags;
	if (ref !== void 0) {
		if ((baselineFlag ?? candidateFlag) !== void 0) throw new UserError("Give either --baseline-ref, which makes the folders of both versions, or the folders.");
		const uncommitted = await uncommittedFiles(process.cwd());
		if (uncommitted.length > 0) tell(`Changes that are not committed are not in the candidate: ${uncommitted.join(", ")}.`);
		return await withWorktrees(ref, process.cwd(), scratch, work);
	}
	const candidate = (0, import__builtin_path.resolve)(candidateFlag ?? plan.folders.candidate ?? ".");
	const said = baselineFlag ?? plan.folders.baseline;
	if (said === null && !flags.candidate && plan.services.some(needsBaselineFolder)) throw new UserError("Nothing says where the version is to compare with. Give --baseline-ref main, or a folder: --baseline-folder ../baseline.");
	const folders = {
		baseline: (0, import__builtin_path.resolve)(said ?? "."),
		candidate
	};
	const [baselineCommit, candidateCommit] = await Promise.all([folders.baseline, folders.candidate].map((folder) => checkedOutCommit({}, folder)));
	return await work({
		folders,
		commits: {
			baseline: baselineCommit ?? null,
			candidate: candidateCommit ?? null
		}
	});
}
/** The same start command in the same folder would start the same version twice. */
function needsBaselineFolder({ reach: { baseline, candidate } }) {
	return (baseline?.kind === "start" || baseline?.kind === "none") && JSON.stringify(baseline) === JSON.stringify(candidate);
}
function introduction({ sides, commits, seed, results }) {
	const described = sides.map((side) => `${side} ${commits[side]?.slice(0, 12) ?? "(commit not known)"}`);
	const note = sides.length === 2 && commits.baseline !== null && commits.baseline === commits.candidate ? " Both are the same commit." : "";
	return `Measuring ${described.join(" and ")}, results in ${results}, order of seed ${seed}.${note}`;
}
async function measureCandidate(services, runs, context) {
	await addPairs(services.map((progress) => ({
		progress,
		wantedPairs: runs
	})), context);
	const failed = services.filter((one) => one.failed).map(({ service }) => service.name);
	const { results, commits } = context;
	const next = `perf-gate record --store DIR --results ${results} --commit ${commits.candidate ?? "SHA"}`;
	tell(failed.length === 0 ? `Measured. To store it: ${next}` : `Incomplete: ${failed.join(", ")}. Nothing should be stored.`);
	return failed.length === 0 ? 0 : 1;
}
/**
* Judges after the first pairs, and again as long as the gate asks for more pairs. Only services without a settled result are
* measured again.
*/
async function measureAndJudge(services, { first, policy }, context) {
	let wanted = services.map((progress) => ({
		progress,
		wantedPairs: first
	}));
	for (;;) {
		await addPairs(wanted, context);
		const result = await judgeResults(policy, context);
		const open = result.verdict.rerunPlan ?? [];
		const measured = wanted.map(({ progress }) => progress);
		if (policy.confirmation !== null) for (const one of measured) tell(progressLine(one, policy.confirmation.maxRuns, open));
		wanted = measured.flatMap((progress) => {
			const need = open.find(({ service }) => service === progress.service.name);
			return need === void 0 || progress.failed ? [] : [{
				progress,
				wantedPairs: progress.pairs + need.add
			}];
		});
		if (wanted.length === 0) return result;
	}
}
/** A sentence that says why a service is measured again, or why it is not. */
function progressLine({ service: { name }, pairs, failed }, maxRuns, open) {
	const need = open.find(({ service }) => service === name);
	if (failed) return `${name}: stopped, because a run does not count.`;
	if (need !== void 0) return `${name}: open after ${pairs} pairs (${need.verdict}), ${need.add} more.`;
	if (pairs >= maxRuns) return `${name}: stopped after ${pairs} pairs, the largest number that is allowed.`;
	return `${name}: settled after ${pairs} pairs, or more pairs cannot help.`;
}
export { interruptible as _, policyOf as a, tell as c, withCheckouts as d, entriesOf as f, Interrupted as g, initialProgress as h, numberFlag as i, withProgressDisplay as l, addPairs as m, measure as n, readPlan as o, requireEmptyResults as p, measureAndJudge as r, requireReach as s, USAGE as t, commitOf as u, buildVersions as v };
