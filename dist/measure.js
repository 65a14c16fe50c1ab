import { Ct as setFailed, St as getInput, wt as setOutput } from "./chunks/action.js";
import { t as measure } from "./chunks/measure.js";
// src/measure-step.ts
/** The inputs of measure/action.yml that are flags of the command. */
const FLAGS = [
	"baseline-ref",
	"policy",
	"results",
	"pairs"
];
/** `perf-gate measure` as a step. Whether the change is blocked is for the gate to say: the step fails only where nothing could be measured. */
async function run() {
	const flags = FLAGS.flatMap((name) => {
		const value = getInput(name);
		return value === "" ? [] : [`--${name}=${value}`];
	});
	const exitCode = await measure([getInput("config"), ...flags]);
	if (exitCode > 1) throw new Error("Nothing could be measured: the lines above say why.");
	setOutput("blocked", String(exitCode === 1));
}
try {
	await run();
} catch (error) {
	setFailed(error instanceof Error ? error.message : String(error));
}
export {};
