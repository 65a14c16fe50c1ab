import { r as __toESM } from "./rolldown-runtime.js";
import { Nt as require__builtin_crypto, Pt as require__builtin_os } from "./action.js";
import { $t as require_promises, X as printable } from "./both.js";
import { t as outputOf } from "./program.js";
// src/setup/this-machine.ts
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import_promises = require_promises();
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
/**
* The class of this machine, such as `AMD EPYC 7763 64-Core Processor, 4 cores, 16 GiB, linux/x64`. It must be equal in two
* runs, so that they can be compared. It never contains the name or the address of the machine.
*/
function machineClass() {
	const model = import__builtin_os.default.cpus()[0]?.model ?? "unknown processor";
	const memory = `${memoryClassGib(import__builtin_os.default.totalmem())} GiB`;
	return [
		fieldText(model),
		`${import__builtin_os.default.availableParallelism()} cores`,
		memory,
		`${process.platform}/${process.arch}`
	].join(", ");
}
/**
* The size of the memory as it is sold, in GiB. A kernel keeps a varying part of the memory for itself, so 15.6 and 15.5 both
* mean 16. The size is rounded up to a quarter of the next smaller power of two.
*/
function memoryClassGib(memoryBytes) {
	const gib = memoryBytes / 1024 ** 3;
	const step = 2 ** (Math.floor(Math.log2(gib)) - 2);
	return Math.ceil(gib / step) * step;
}
/**
* Identifies the current job: runs of one job shared a machine. In a workflow it consists of the run, its attempt, the job and
* the runner, because the jobs of a matrix have the same name. Elsewhere it is a hash of the host name and the last start of
* the machine. https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
*/
async function jobId(env) {
	const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, RUNNER_NAME } = env;
	if (GITHUB_RUN_ID !== void 0 && GITHUB_RUN_ID !== "") return fieldText([
		GITHUB_RUN_ID,
		GITHUB_RUN_ATTEMPT,
		GITHUB_JOB,
		RUNNER_NAME
	].filter((name) => name !== void 0 && name !== "").join("/"));
	const boot = await (0, import_promises.readFile)("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
	return `host-${(0, import__builtin_crypto.createHash)("sha256").update(`${import__builtin_os.default.hostname()}\n${boot}`).digest("hex").slice(0, 16)}`;
}
/**
* The commit that is checked out in this folder. Without Git, the commit of the event. In a pull request GITHUB_SHA is a merge
* commit, which may not be the one that was checked out, so it is not used. null: unknown.
*/
async function checkedOutCommit(env, folder) {
	const head = await outputOf("git", [
		"rev-parse",
		"--verify",
		"HEAD"
	], folder);
	if (head !== null) return head;
	return env.GITHUB_EVENT_NAME?.startsWith("pull_request") ?? true ? null : env.GITHUB_SHA ?? null;
}
/** The version of the installed k6, such as `2.2.0`. null: k6 is not installed. */
async function installedK6Version() {
	const printed = await outputOf("k6", ["version"]);
	return /^k6(?:\.exe)? v(\d+\.\d+\.\d+\S*)/.exec(printed ?? "")?.[1] ?? null;
}
/** Tools that print their version quickly. Tools on the JVM take seconds, and some of them write the version into their results. */
const VERSION_COMMANDS = /* @__PURE__ */ new Map([
	["Locust", {
		program: "locust",
		args: ["--version"],
		version: /^locust (\d+\.\d+\S*)/
	}],
	["ghz", {
		program: "ghz",
		args: ["--version"],
		version: /^v?(\d+\.\d+\S*)/
	}],
	["hyperfine", {
		program: "hyperfine",
		args: ["--version"],
		version: /^hyperfine (\d+\.\d+\S*)/
	}]
]);
/** The version of an installed tool. null: unknown. */
async function installedVersion(tool) {
	if (tool === "k6") return await installedK6Version();
	const asked = VERSION_COMMANDS.get(tool);
	if (asked === void 0) return null;
	return asked.version.exec(await outputOf(asked.program, asked.args) ?? "")?.[1] ?? null;
}
/** The fields of run.json have at most 300 characters. Some processors have several spaces in their name. */
function fieldText(text) {
	return printable(text.replace(/\s+/g, " ").trim(), 300);
}
export { machineClass as a, jobId as i, installedK6Version as n, installedVersion as r, checkedOutCommit as t };
