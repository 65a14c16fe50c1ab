import { Dt as getInput, kt as setFailed } from "./action.js";
// src/step-flags.ts
/** The inputs of a step as flags of its command. Empty inputs are left out. */
function flagsOfInputs(names) {
	return names.flatMap((name) => {
		const value = getInput(name);
		return value === "" ? [] : [`--${name}=${value}`];
	});
}
/** Does the work of a step. If it throws, the run shows the message as its error. */
async function runStep(work) {
	try {
		await work();
	} catch (error) {
		setFailed(error instanceof Error ? error.message : String(error));
	}
}
export { runStep as n, flagsOfInputs as t };
