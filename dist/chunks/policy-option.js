import { t as UserError } from "./errors.js";
import { t as runGate } from "./gate.js";
import { readFile } from "node:fs/promises";
// src/commands/judge.ts
/** The gate without GitHub: no ancestry and no overrides. */
async function judge(policy, { origin, sets, lookup }) {
	const edges = {
		readResults: async () => sets,
		loadBaseline: lookup,
		readAncestry: async () => null,
		readOverrideFacts: async () => null
	};
	return await runGate({
		policy,
		context: contextOf(policy),
		origin
	}, edges);
}
function contextOf(policy) {
	return {
		gateName: "perf-gate",
		generatedFor: "command-line",
		repository: null,
		headSha: null,
		baseBranch: null,
		pullRequest: null,
		runUrl: null,
		runId: null,
		policySource: policy.source,
		overrideLabel: null,
		actionReference: null
	};
}
// src/commands/policy-option.ts
/** The policy of `--policy` and `--max-regression`; without a file the defaults hold, and no YAML parser is loaded. */
async function readPolicy(path, maxRegression) {
	const inputs = { maxRegression };
	if (path === void 0) {
		const { defaultPolicy } = await import("./default-policy2.js");
		return defaultPolicy(inputs);
	}
	const text = await readFile(path, "utf8").catch((error) => {
		throw new UserError(`The policy file ${path} cannot be read (${error.code}). Check the path after --policy.`);
	});
	const { parsePolicy } = await import("./policy-file.js");
	return parsePolicy(text, path, inputs);
}
export { judge as n, readPolicy as t };
