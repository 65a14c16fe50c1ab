import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { Qt as require__builtin_fs, Zt as require__builtin_path, xt as UserError } from "./both.js";
// \0builtin:util
var require__builtin_util = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:util");
}));
// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = 1e400;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));
// src/model/spelling.ts
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
var import__builtin_util = require__builtin_util();
var import_fastest_levenshtein = require_fastest_levenshtein();
/**
* The known word that a misspelt word means. null: no known word is similar. If half of the letters differ, it is not a spelling
* mistake.
*/
function meantBy(word, known) {
	if (known.length === 0) return null;
	const nearest = (0, import_fastest_levenshtein.closest)(word, known);
	return (0, import_fastest_levenshtein.distance)(word, nearest) <= nearest.length / 2 ? nearest : null;
}
// src/results/error-code.ts
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
/** The `code` of a Node.js error: `ENOENT`, `Z_BUF_ERROR`. null: the value is no such error. */
function errorCode(error) {
	if (typeof error !== "object" || error === null || !("code" in error)) return null;
	return typeof error.code === "string" ? error.code : null;
}
// src/commands/output-problem.ts
/**
* The reason why nothing can be written at this path, as a sentence. null: it can be written. Checked before the work, so that a
* wrong path does not lose the result.
*/
function outputProblem(path, output) {
	if (path === "-") return "\"-\" is no path. Standard output is /dev/stdout.";
	const found = statsOf(path);
	if (found === null) return folderProblem((0, import__builtin_path.dirname)((0, import__builtin_path.resolve)(path)));
	if (found.isDirectory()) return output === "file" ? `${path} is a folder. Give the path of a file.` : writeProblem(path);
	return output === "folder" ? `${path} is a file. Give the path of a folder.` : writeProblem(path);
}
/** A folder that does not exist will be created, so the nearest existing parent is checked. */
function folderProblem(folder) {
	const found = statsOf(folder);
	const parent = (0, import__builtin_path.dirname)(folder);
	if (found === null) return parent === folder ? `${folder} does not exist.` : folderProblem(parent);
	return found.isDirectory() ? writeProblem(folder) : `${folder} is a file, so no folder can be there.`;
}
function writeProblem(path) {
	try {
		(0, import__builtin_fs.accessSync)(path, import__builtin_fs.constants.W_OK);
		return null;
	} catch (error) {
		return `${path} cannot be written (${errorCode(error)}).`;
	}
}
function statsOf(path) {
	try {
		return (0, import__builtin_fs.statSync)(path);
	} catch {
		return null;
	}
}
// src/commands/arguments.ts
/** The command line is wrong, so the help of the command follows the message. */
var FlagError = class extends UserError {};
/**
* The flags and paths of a command. Throws a FlagError when a flag is unknown, lacks its value, or has a value that it does not
* take.
*/
function readArguments(args, flags, allowPositionals = false) {
	const config = {
		args: [...args],
		options: flags,
		allowPositionals: true
	};
	const { tokens } = (0, import__builtin_util.parseArgs)({
		...config,
		strict: false,
		tokens: true
	});
	const given = tokens.filter((token) => token.kind === "option");
	for (const token of given) checkFlag(token, flags);
	checkGivenOnce(given, flags);
	checkKeepsInputs(tokens, flags);
	checkNeeded(new Set(given.map(({ name }) => name)), flags);
	for (const token of tokens) {
		if (token.kind !== "positional") continue;
		if (!allowPositionals) throw new FlagError(`${JSON.stringify(token.value)} is not a flag, and this command takes only flags.`);
		if (token.value === "") throw new FlagError("A path is empty.");
	}
	return (0, import__builtin_util.parseArgs)({
		...config,
		strict: true
	});
}
function checkFlag({ name, rawName, value, inlineValue }, flags) {
	const flag = Object.hasOwn(flags, name) ? flags[name] : void 0;
	if (flag === void 0) {
		const meant = meantBy(name, Object.keys(flags));
		throw new FlagError(`This command has no flag ${rawName}.${meant === null ? "" : ` Did you mean --${meant}?`}`);
	}
	if (flag.type === "string" && value === void 0) throw new FlagError(`${rawName} needs a value: ${rawName} ${flag.value}.`);
	if (flag.type === "boolean" && value !== void 0) throw new FlagError(`${rawName} takes no value.`);
	if (value !== void 0) checkValue(rawName, name, value, inlineValue === true, flag);
}
function checkValue(rawName, name, value, isInline, flag) {
	if (value === "") throw new FlagError(`${rawName} is empty: ${rawName} ${flag.value}.`);
	if (!isInline && value.length > 1 && value.startsWith("-")) throw new FlagError(`${rawName} needs a value, and ${value} looks like a flag. If it is the value: --${name}=${value}`);
	const problem = flag.writes === void 0 ? null : outputProblem(value, flag.writes);
	if (problem !== null) throw new FlagError(`${rawName}: ${problem}`);
}
/** Two values of one flag contradict each other, and two reports in one file would overwrite each other. */
function checkGivenOnce(given, flags) {
	const files = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Set();
	for (const { name, rawName, value } of given) {
		const flag = flags[name];
		if (value === void 0 || flag === void 0) continue;
		if (names.has(name) && flag.multiple !== true) throw new FlagError(`${rawName} is given more than once.`);
		names.add(name);
		if (flag.writes === void 0) continue;
		const file = (0, import__builtin_path.resolve)(value);
		const first = files.get(file);
		if (first !== void 0 && !file.startsWith("/dev/")) throw new FlagError(`${first} and ${rawName} are the same file: ${value}.`);
		files.set(file, rawName);
	}
}
/** A report in the place of what it is made from would destroy it. */
function checkKeepsInputs(tokens, flags) {
	const inputs = new Set(tokens.flatMap(({ name, value }) => value !== void 0 && isInput(name, flags) ? [(0, import__builtin_path.resolve)(value)] : []));
	for (const { name, rawName, value } of tokens) {
		if (name === void 0 || value === void 0 || flags[name]?.writes === void 0) continue;
		if (inputs.has((0, import__builtin_path.resolve)(value))) throw new FlagError(`${rawName} would overwrite ${value}, which this command reads.`);
	}
}
/** Whether a file or folder, which a report must not replace, is read from the value. undefined: a value without a flag. */
function isInput(name, flags) {
	if (name === void 0) return true;
	const flag = flags[name];
	return flag?.writes === void 0 && flag?.mayBeReplaced !== true && /^(?:PATH|FILE|DIR)/.test(flag?.value ?? "");
}
/** Whoever gives a flag wants it to change something, so a flag without effect is an error. */
function checkNeeded(given, flags) {
	for (const name of given) {
		const needs = flags[name]?.needs;
		if (needs !== void 0 && !given.has(needs)) throw new FlagError(`--${name} is used only with --${needs}.`);
	}
}
/** Throws a UserError when the value of a flag is not a commit. */
function checkCommit(flag, value) {
	if (value === void 0 || /^[0-9a-f]{7,64}$/.test(value)) return;
	throw new UserError(`--${flag} cannot be ${JSON.stringify(value)}. Give 40 hexadecimal digits, from git rev-parse HEAD.`);
}
/** The value of a flag that the command requires. */
function requiredFlag(flag, value) {
	if (value === void 0) throw new FlagError(`--${flag} is missing.`);
	return value;
}
/** The path of a command that takes exactly one path. */
function onePath([path, ...more]) {
	if (path !== void 0 && more.length === 0) return path;
	throw new FlagError(path === void 0 ? "No path is given." : `One path is read, and ${more.length + 1} are given.`);
}
// src/commands/registry.ts
/**
* All commands. A new command is one file, which exports USAGE and a function with the name of the command, and one line here.
*/
const COMMANDS = [
	command("compare", "compares the results of two versions, and says whether one is slower", () => import("./compare2.js")),
	command("measure", "starts two versions, puts load on them in turns, and compares them", () => import("./measure2.js")),
	command("bisect", "finds the first slower commit", () => import("./bisect.js")),
	command("inspect", "says how result files are understood, and which are refused and why", () => import("./inspect.js")),
	command("stamp", "writes run.json beside each result, on the machine that measured", () => import("./stamp2.js")),
	command("digest", "makes a small file from raw points, which can be merged with those of other load generators", () => import("./digest.js")),
	command("record", "stores results as a baseline", () => import("./record.js")),
	command("replay", "says what a policy would have done to the stored pushes", () => import("./replay.js")),
	command("history", "shows how the default branch went, and whether goals were reached", () => import("./history.js")),
	command("resources", "fetches CPU and memory of a service in a cluster, after its load test", () => import("./resources3.js")),
	command("profiles", "says which functions cost more or less than before", () => import("./profiles.js")),
	command("capacity", "says how much load a service carries, from a ladder of loads", () => import("./capacity.js")),
	command("complexity", "counts branch points before and after, as lizard, ESLint, radon, gocyclo or SonarQube found them", () => import("./complexity.js")),
	command("monitor", "writes alerts with tests, routes and dashboards for production, from the objectives of the policy", () => import("./monitor.js")),
	command("watch", "says whether services became worse in production with a deployment", () => import("./watch.js")),
	command("init", "writes the workflows and a commented policy file into this checkout", () => import("./init.js")),
	command("doctor", "checks a repository: permissions, the required check, the label, results", () => import("./doctor.js"))
];
function command(name, does, load) {
	return {
		name,
		does,
		load: async () => {
			const module = await load();
			return {
				run: module[name],
				usage: module.USAGE
			};
		}
	};
}
// src/commands/usage.ts
const EXIT_CODES = "0: not blocked. 1: blocked. 2: no report was possible.";
/** The text that `perf-gate --help` prints. */
function commandsText(commands) {
	return [
		"perf-gate COMMAND [FLAGS]    perf-gate COMMAND --help explains the flags of one command",
		"",
		...columns(commands.map(({ name, does }) => [name, does])),
		"",
		`Exit code ${EXIT_CODES}`,
		""
	].join("\n");
}
/** The ways to call a command, one per line. */
function callLines(name, { calls }) {
	return calls.map((call) => `perf-gate ${name} ${call}`.trimEnd());
}
/** The text that `perf-gate NAME --help` prints. */
function usageText(name, does, usage) {
	return [
		...callLines(name, usage),
		"",
		`It ${does}.`,
		"",
		...columns(usageRows(usage)),
		"",
		`Exit code ${usage.exitCodes ?? "0: not blocked. 1: blocked. 2: no report was possible."}`,
		`More in ${usage.guide}.`,
		""
	].join("\n");
}
/** The paths and the flags of a command, each with its meaning. */
function usageRows({ paths = {}, flags }) {
	const rows = Object.entries(flags).map(([flag, { says, needs, ...shape }]) => {
		const condition = needs === void 0 ? "" : `; only with --${needs}`;
		return [flagText(flag, shape), `${says}${condition}`];
	});
	return [...Object.entries(paths), ...rows];
}
/** `--output FILE, -o FILE`. */
function flagText(flag, { value, short, multiple }) {
	const names = short === void 0 ? [`--${flag}`] : [`-${short}`, `--${flag}`];
	const text = value === void 0 ? names.join(", ") : `${names.join(", ")} ${value}`;
	return multiple ? `${text} ...` : text;
}
/** Two columns: the names, and what they mean. */
function columns(rows) {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
export { FlagError as a, readArguments as c, meantBy as d, require_fastest_levenshtein as f, COMMANDS as i, requiredFlag as l, commandsText as n, checkCommit as o, require__builtin_util as p, usageText as r, onePath as s, callLines as t, errorCode as u };
