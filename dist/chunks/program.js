import { execFile } from "node:child_process";
// src/setup/program.ts
/** A program that hangs must not hang a load test. */
const TIMEOUT_MS = 1e4;
/** What a program prints, without the last newline; null where it is not installed, fails or does not end. Runs no shell. */
async function outputOf(program, args, folder) {
	const options = {
		cwd: folder,
		timeout: TIMEOUT_MS,
		encoding: "utf8",
		maxBuffer: 64 * 1024 ** 2
	};
	return await new Promise((resolve) => {
		execFile(program, args, options, (error, stdout) => resolve(error === null ? stdout.trimEnd() : null));
	});
}
export { outputOf as t };
