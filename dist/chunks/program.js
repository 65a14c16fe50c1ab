import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:child_process
var require__builtin_child_process = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:child_process");
}));
// src/setup/program.ts
var import__builtin_child_process = /* @__PURE__ */ __toESM(require__builtin_child_process(), 1);
/** A program that hangs must not stop a load test. */
const TIMEOUT_MS = 1e4;
/**
* Runs a program without a shell and returns its output without the last newline. null: it is not installed, it failed, or it
* did not end in time.
*/
async function outputOf(program, args, folder) {
	const options = {
		cwd: folder,
		timeout: TIMEOUT_MS,
		encoding: "utf8",
		maxBuffer: 64 * 1024 ** 2
	};
	return await new Promise((resolve) => {
		(0, import__builtin_child_process.execFile)(program, args, options, (error, stdout) => resolve(error === null ? stdout.trimEnd() : null));
	});
}
export { require__builtin_child_process as n, outputOf as t };
