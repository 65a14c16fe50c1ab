import { Ft as text, Y as terminalText, kt as name, xt as UserError } from "./both.js";
import { _ as judgeLocally, _t as recordsOf, gt as owedBy, kt as repaidNow, l as resultSet, m as readPolicy, on as count, u as print } from "./compare.js";
import { h as openDirectoryStore } from "./action.js";
import { c as readArguments, l as requiredFlag, o as checkCommit } from "./command-line.js";
// src/commands/record.ts
const USAGE = {
	guide: "docs/baselines.md",
	calls: ["--store DIR --results PATH --commit SHA"],
	flags: {
		store: {
			type: "string",
			value: "DIR",
			writes: "folder",
			says: "the store; it is created when it does not exist"
		},
		results: {
			type: "string",
			value: "PATH",
			says: "a folder or a file with results of one commit"
		},
		commit: {
			type: "string",
			value: "SHA",
			says: "the commit that was measured"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy; default: the built-in values"
		}
	},
	exitCodes: "0: stored. 1: some results could not be used. 2: nothing was stored."
};
/** `perf-gate record` stores the usable runs. Exit code 1: some runs could not be used. */
async function record(args) {
	const { values } = readArguments(args, USAGE.flags);
	const commit = requiredFlag("commit", values.commit);
	checkCommit("commit", commit);
	const directory = requiredFlag("store", values.store);
	const store = openDirectoryStore(directory);
	const policy = {
		...await readPolicy(values.policy),
		confirmation: null
	};
	const sides = {
		origin: "same-results",
		sets: [await resultSet(requiredFlag("results", values.results), "candidate")],
		lookup: () => store.load()
	};
	const { verdict, report, collected, lookup, ancestry } = await judgeLocally(policy, sides);
	for (const { path, problem } of collected.refusals) process.stderr.write(`${terminalText(text`Not recorded: ${name(path)}: ${problem}`)}\n`);
	const stamp = {
		commit,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString()
	};
	const records = recordsOf(verdict.services, stamp);
	const ledger = lookup?.kind === "found" ? lookup.ledger ?? [] : [];
	const entries = [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, ledger, ancestry, stamp)];
	if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`);
	const { added, alreadyStored } = await store.append(records, entries);
	print(`Recorded ${count(added, "run")} in ${directory}; ${alreadyStored} were there already.\n`);
	if (lookup?.kind === "found") print(`The report of a pull request would begin: ${report.title}\n`);
	return collected.refusals.length > 0 ? 1 : 0;
}
export { USAGE, record };
