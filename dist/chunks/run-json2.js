import { B as number, G as string, H as optional, R as literal, V as object, z as nullable } from "./action.js";
import { xt as UserError } from "./both.js";
import { t as momentMs } from "./moment.js";
// src/results/run-json.ts
const shortText = nullable(optional(string().max(300)));
const positive = nullable(optional(number().int().min(1).max(999999)));
/**
* The content of `run.json`, which `perf-gate stamp` writes on the load generator. It is as untrusted as the rest of the results:
* it says what must be equal for two runs to be compared, and has no influence on the numbers. Unknown keys are ignored.
*/
const runJson = object({
	schemaVersion: literal(1),
	testedCommit: nullable(optional(string().regex(/^[0-9a-f]{7,64}$/))),
	jobId: shortText,
	machine: shortText,
	/** The usual name of the tool, and its version. Stamps of older releases have only `k6Version`. */
	tool: shortText,
	toolVersion: shortText,
	k6Version: shortText,
	scriptHash: shortText,
	load: shortText,
	/** Which of the `parts` load generators of the run this is, from 1. */
	part: positive,
	parts: positive,
	startedAt: nullable(optional(string().regex(/^\d{4}-\d{2}-\d{2}T[0-9:.]{5,20}(?:Z|[+-]\d{2}:\d{2})$/).refine((time) => momentMs(time) !== null, "there is no such day or time"))),
	/** The number of the run, if no folder `run-<n>` says it. */
	slot: nullable(optional(number().int().min(0).max(999999))),
	/**
	* Why the run cannot be used, in full sentences. `perf-gate measure` writes it at the start of a run and removes it when the
	* run is complete.
	*/
	problem: shortText,
	/**
	* The seed from which `perf-gate measure` drew the order of the runs, and the position of this run among the runs of the
	* service, from 1.
	*/
	seed: nullable(optional(number().int().min(0))),
	position: positive,
	/** Beside a profile: the number of requests while it was recorded. Results hold this number themselves. */
	requests: nullable(optional(number().int().min(1)))
});
/** The content of a `run.json`. Throws a UserError that names the first field that is wrong. */
function parseRunJson(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw new UserError("The file run.json is not valid JSON. Write it with: perf-gate stamp PATH");
	}
	const parsed = runJson.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const field = issue === void 0 || issue.path.length === 0 ? "the file" : issue.path.join(".");
	throw new UserError(`The file run.json is not as "perf-gate stamp" writes it: ${field}: ${issue?.message ?? "not valid"}.`);
}
export { parseRunJson as t };
