import { t as readFolder } from "./folder.js";
// src/commands/result-set.ts
/** The service of results whose path names none. */
const DEFAULT_SERVICE = "service";
/** The results of a folder or a file. Runs whose path names no variant have this one. */
async function resultSet(path, variant) {
	return {
		files: await readFolder(path),
		refusals: [],
		options: {
			defaultService: DEFAULT_SERVICE,
			defaultVariant: variant,
			defaultCommit: null
		}
	};
}
export { resultSet as t };
