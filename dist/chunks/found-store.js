import { Ft as text, kt as name, xt as UserError } from "./both.js";
import { h as openDirectoryStore } from "./action.js";
// src/commands/found-store.ts
/** The content of a store in a folder. Throws a UserError when the folder has no store, or when the store cannot be read. */
async function foundStore(directory) {
	const lookup = await openDirectoryStore(directory).load();
	if (lookup.kind === "unreadable") throw new UserError(text`The store ${name(directory)} cannot be read: ${name(lookup.file)}: ${lookup.problem} Fix that file first.`);
	if (lookup.kind === "never-written") throw new UserError(`There is no store in ${directory}: it has no folder v1 with records. Check out the branch perf-gate-baselines, or write one with: perf-gate record --store DIR`);
	return lookup;
}
export { foundStore as t };
