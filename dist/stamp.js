import { Et as getBooleanInput, Ot as getMultilineInput } from "./chunks/action.js";
import { n as stamp } from "./chunks/stamp.js";
import { n as runStep, t as flagsOfInputs } from "./chunks/step-flags.js";
// src/stamp-step.ts
/** The inputs of stamp/action.yml that are flags of the command. */
const FLAGS = [
	"commit",
	"baseline-commit",
	"script",
	"load",
	"part",
	"tool",
	"tool-version",
	"started-at",
	"machine",
	"job"
];
/** `perf-gate stamp` as a step, on the machine that generated the load. The step fails if a result could not be stamped. */
await runStep(async () => {
	const force = getBooleanInput("force") ? ["--force"] : [];
	if (await stamp([
		...flagsOfInputs(FLAGS),
		...force,
		"--",
		...getMultilineInput("results")
	]) !== 0) throw new Error("Not everything could be stamped: the lines above say why.");
});
export {};
