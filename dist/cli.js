#!/usr/bin/env node
import { $t as require_promises, Y as terminalText, xt as UserError } from "./chunks/both.js";
import { a as FlagError, d as meantBy, i as COMMANDS, n as commandsText, r as usageText, t as callLines } from "./chunks/command-line.js";
// src/cli.ts
var import_promises = require_promises();
async function main([first, ...rest]) {
	if (first === "--version") return say(`${await version()}\n`);
	if (first === void 0 || isHelp(first) || first === "help" && rest.length === 0) return say(commandsText(COMMANDS), first === void 0 ? 2 : 0);
	const [name, args] = first === "help" ? [rest[0] ?? "", ["--help"]] : [first, rest];
	return await call(commandOf(name), args);
}
async function call({ name, does, load }, args) {
	const { run, usage } = await load();
	const end = args.indexOf("--");
	if (args.slice(0, end < 0 ? args.length : end).some(isHelp)) return say(usageText(name, does, usage));
	try {
		return await run(args);
	} catch (error) {
		if (!(error instanceof FlagError)) throw error;
		const lines = callLines(name, usage).map((line) => `  ${line}\n`);
		throw new UserError(`${error.message}\n${lines.join("")}See perf-gate ${name} --help.`, { cause: error });
	}
}
/** The version in package.json, which is in the parent folder of both src/ and dist/. */
async function version() {
	return JSON.parse(await (0, import_promises.readFile)(new URL("../package.json", import.meta.url), "utf8")).version;
}
function isHelp(argument) {
	return argument === "--help" || argument === "-h";
}
function commandOf(name) {
	const found = COMMANDS.find((command) => command.name === name);
	if (found !== void 0) return found;
	const names = COMMANDS.map((command) => command.name);
	const meant = meantBy(name, names);
	const hint = meant === null ? `The commands are ${names.join(", ")}.` : `Did you mean ${meant}?`;
	throw new UserError(`There is no command ${JSON.stringify(name)}. ${hint} See perf-gate --help.`);
}
function say(text, exitCode = 0) {
	process.stdout.write(text);
	return exitCode;
}
/**
* What to do about a path that the file system refuses: it is a folder, cannot be read or written, or does not exist. null: another error.
* https://nodejs.org/api/errors.html#class-systemerror
*/
function refusedPath(error) {
	if (!(error instanceof Error) || !("syscall" in error) || !("path" in error)) return null;
	return `${JSON.stringify(error.path)} cannot be used (${error.message}). Check the path, and who may read and write there.`;
}
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const text = error instanceof UserError ? terminalText(error.whole) : refusedPath(error) ?? (error instanceof Error ? error.stack ?? error.message : String(error));
	process.stderr.write(`perf-gate: ${text}\n`);
	process.exitCode = 2;
}
export {};
