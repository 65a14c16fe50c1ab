import { At as setOutput, Dt as getInput } from "./chunks/action.js";
import { n as measure } from "./chunks/measure.js";
import { n as runStep, t as flagsOfInputs } from "./chunks/step-flags.js";
// src/measure-step.ts
/** The inputs of measure/action.yml that are flags of the command. */
const FLAGS = [
	"baseline-ref",
	"policy",
	"results",
	"pairs"
];
/** `perf-gate measure` as a step. The step fails only if nothing could be measured, because the gate decides whether a change is blocked. */
await runStep(async () => {
	const exitCode = await measure([getInput("config"), ...flagsOfInputs(FLAGS)]);
	if (exitCode > 1) throw new Error("Nothing could be measured: the lines above say why.");
	setOutput("blocked", String(exitCode === 1));
});
export {};
