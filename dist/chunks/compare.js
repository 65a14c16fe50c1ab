import "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
import { n as requiredFlag, t as readArguments } from "./arguments.js";
import { n as judge, t as readPolicy } from "./policy-option.js";
import { t as resultSet } from "./result-set.js";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
// src/commands/compare.ts
/** `perf-gate compare`: prints the report; exit code 1 when it blocks. */
async function compare(args) {
	const { values } = readArguments(args, {
		baseline: { type: "string" },
		candidate: { type: "string" },
		results: { type: "string" },
		policy: { type: "string" },
		"max-regression": { type: "string" },
		json: { type: "string" },
		markdown: { type: "string" }
	});
	const policy = await readPolicy(values.policy, values["max-regression"]);
	const { verdict, report } = await judge(policy, await sidesOf(values));
	const { markdown } = report;
	process.stdout.write(markdown);
	if (values.markdown !== void 0) await save(values.markdown, markdown);
	if (values.json !== void 0) {
		const { reportJson } = await import("./report-json.js");
		await save(values.json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`);
	}
	return verdict.blocked ? 1 : 0;
}
async function sidesOf(values) {
	const { baseline, candidate, results } = values;
	if (results !== void 0) {
		if (baseline !== void 0 || candidate !== void 0) throw new UserError("Give either --results, or --baseline and --candidate, not both.");
		return {
			origin: "same-results",
			sets: [await resultSet(results, "candidate")],
			lookup: async () => null
		};
	}
	const candidateSet = await resultSet(requiredFlag("candidate", candidate), "candidate");
	const baselinePath = requiredFlag("baseline", baseline);
	if (await isStore(baselinePath)) {
		const { openDirectoryStore } = await import("./directory-store2.js");
		const store = openDirectoryStore(baselinePath);
		return {
			origin: "other-results",
			sets: [candidateSet],
			lookup: () => store.load()
		};
	}
	return {
		origin: "other-results",
		sets: [await resultSet(baselinePath, "baseline"), candidateSet],
		lookup: async () => null
	};
}
/** A store has the folder v1; results never do, because a service's folder holds runs or variants. */
async function isStore(path) {
	return (await stat(join(path, "v1")).catch(() => null))?.isDirectory() ?? false;
}
async function save(path, text) {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}
export { compare };
