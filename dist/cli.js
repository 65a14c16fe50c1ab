#!/usr/bin/env node
import { Ln as USAGE } from "./chunks/compare.js";
import { wt as UserError } from "./chunks/both.js";
// src/cli.ts
/** Each command is loaded only when it is called. */
const COMMANDS = /* @__PURE__ */ new Map([
	["compare", async () => (await import("./chunks/compare2.js")).compare],
	["record", async () => (await import("./chunks/record.js")).record],
	["replay", async () => (await import("./chunks/replay.js")).replay],
	["inspect", async () => (await import("./chunks/inspect.js")).inspect],
	["digest", async () => (await import("./chunks/digest.js")).digest],
	["measure", async () => (await import("./chunks/measure2.js")).measure],
	["bisect", async () => (await import("./chunks/bisect.js")).bisect],
	["resources", async () => (await import("./chunks/resources3.js")).resources],
	["stamp", async () => (await import("./chunks/stamp2.js")).stamp],
	["capacity", async () => (await import("./chunks/capacity.js")).capacity],
	["complexity", async () => (await import("./chunks/complexity.js")).complexity],
	["history", async () => (await import("./chunks/history.js")).history],
	["profiles", async () => (await import("./chunks/profiles.js")).profiles],
	["monitor", async () => (await import("./chunks/monitor.js")).monitor],
	["watch", async () => (await import("./chunks/watch.js")).watch],
	["init", async () => (await import("./chunks/init.js")).init],
	["doctor", async () => (await import("./chunks/doctor.js")).doctor]
]);
async function main(args) {
	const [name, ...rest] = args;
	if (name === void 0 || name === "--help" || name === "-h") {
		process.stdout.write(USAGE);
		return name === void 0 ? 2 : 0;
	}
	const load = COMMANDS.get(name);
	if (load === void 0) throw new UserError(`Unknown command "${name}". The commands are:\n\n${USAGE}`);
	return await (await load())(rest);
}
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const text = error instanceof UserError ? error.message : error instanceof Error ? error.stack ?? error.message : String(error);
	process.stderr.write(`perf-gate: ${text}\n`);
	process.exitCode = 2;
}
export {};
