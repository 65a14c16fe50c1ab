import { wt as UserError } from "./both.js";
import { At as checkCommit, Mt as requiredFlag, c as readPolicy, jt as readArguments, kt as repaidNow, l as judge, nt as owedBy, o as resultSet, rt as recordsOf } from "./compare.js";
import { m as openDirectoryStore } from "./action.js";
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
	checkCommit("commit", commit);
	const directory = requiredFlag("store", values.store);
	const store = openDirectoryStore(directory);
	const policy = {
		...await readPolicy(values.policy, void 0),
		confirmation: null
	};
	const sides = {
		origin: "same-results",
		sets: [await resultSet(requiredFlag("results", values.results), "candidate")],
		lookup: () => store.load()
	};
	const { verdict, report, collected, lookup, ancestry } = await judge(policy, sides);
	for (const { path, problem } of collected.refusals) process.stderr.write(`Not recorded: ${path}: ${problem}\n`);
	const stamp = {
		commit,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString()
	};
	const records = recordsOf(verdict.services, stamp);
	const ledger = lookup?.kind === "found" ? lookup.ledger ?? [] : [];
	const entries = [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, ledger, ancestry, stamp)];
	if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`);
	const { added, alreadyStored } = await store.append(records, entries);
	process.stdout.write(`${report.title}\nRecorded ${added} runs in ${directory}; ${alreadyStored} were there already.\n`);
	return collected.refusals.length > 0 ? 1 : 0;
}
export { record };
