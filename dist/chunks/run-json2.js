import { B as object, L as literal, R as nullable, V as optional, W as string, z as number } from "./action.js";
import { ht as UserError } from "./both.js";
// src/results/run-json.ts
const shortText = nullable(optional(string().max(300)));
const positive = nullable(optional(number().int().min(1).max(999999)));
/**
* `run.json`, written on the load generator by `perf-gate stamp`. It is as untrusted as the rest of the results: it says
* what must be equal for two runs to be compared, and never what a run is worth. Unknown keys are left out.
*/
const runJson = object({
	schemaVersion: literal(1),
	testedCommit: nullable(optional(string().regex(/^[0-9a-f]{7,64}$/))),
	jobId: shortText,
	machine: shortText,
	/** What people call the tool, and its version. Older stamps have only that of k6. */
	tool: shortText,
	toolVersion: shortText,
	k6Version: shortText,
	scriptHash: shortText,
	load: shortText,
	/** Which of `parts` load generators that share the run, from 1. */
	part: positive,
	parts: positive,
	startedAt: nullable(optional(string().regex(/^\d{4}-\d{2}-\d{2}T[0-9:.]{5,20}(?:Z|[+-]\d{2}:\d{2})$/))),
	slot: nullable(optional(number().int().min(0).max(999999))),
	/** Why the run does not count, in full sentences: `perf-gate measure` says so from its start on, until the run is complete. */
	problem: shortText,
	/** What `perf-gate measure` drew the order of the runs from, and which run of the service this was, from 1. */
	seed: nullable(optional(number().int().min(0))),
	position: positive,
	/** Beside a profile: how many requests were served while it was recorded. A result says it itself. */
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
