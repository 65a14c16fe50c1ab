import "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
import { t as openDirectoryStore } from "./directory-store.js";
import { t as recordsOf } from "./records.js";
import { n as requiredFlag, t as readArguments } from "./arguments.js";
import { n as judge, t as readPolicy } from "./policy-option.js";
import { t as resultSet } from "./result-set.js";
// src/commands/record.ts
/** `perf-gate record`: stores the usable runs; exit code 1 when some could not be used. */
async function record(args) {
	const { values } = readArguments(args, {
		store: { type: "string" },
		results: { type: "string" },
		commit: { type: "string" },
		policy: { type: "string" }
	});
	const commit = requiredFlag("commit", values.commit);
	const directory = requiredFlag("store", values.store);
	const store = openDirectoryStore(directory);
	const policy = await readPolicy(values.policy, void 0);
	const sides = {
		origin: "same-results",
		sets: [await resultSet(requiredFlag("results", values.results), "candidate")],
		lookup: () => store.load()
	};
	const { verdict, report, collected } = await judge(policy, sides);
	for (const { path, problem } of collected.refusals) process.stderr.write(`Not recorded: ${path}: ${problem}\n`);
	const records = recordsOf(verdict.services, {
		commit,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString()
	});
	if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`);
	const { added, alreadyStored } = await store.append(records);
	process.stdout.write(`${report.title}\nRecorded ${added} runs in ${directory}; ${alreadyStored} were there already.\n`);
	return collected.refusals.length > 0 ? 1 : 0;
}
export { record };
