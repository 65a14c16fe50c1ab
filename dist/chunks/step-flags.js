import { Et as getInput, Ot as setFailed } from "./action.js";
// src/step-flags.ts
/** The inputs of a step that are flags of its command; those that are empty are not given. */
function flagsOfInputs(names) {
	return names.flatMap((name) => {
		const value = getInput(name);
		return value === "" ? [] : [`--${name}=${value}`];
	});
}
/** Does the work of a step. What goes wrong is the error that the run shows. */
async function runStep(work) {
	try {
		await work();
	} catch (error) {
		setFailed(error instanceof Error ? error.message : String(error));
	}
}
export { runStep as n, flagsOfInputs as t };
