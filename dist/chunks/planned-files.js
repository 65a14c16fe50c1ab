import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, Zt as require__builtin_path } from "./both.js";
// src/setup/planned-files.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** Compares files with those on disk, and writes nothing. */
async function planFiles(folder, files) {
	return await Promise.all(files.map(async ({ path, text }) => {
		const found = await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, path), "utf8").catch((error) => {
			if (error.code === "ENOENT") return null;
			throw error;
		});
		return {
			path,
			text,
			state: found === null ? "new" : found === text ? "same" : "differs"
		};
	}));
}
/** Writes the files that are missing or differ. */
async function writeFiles(folder, files) {
	for (const { path, text, state } of files) {
		if (state === "same") continue;
		await (0, import_promises.mkdir)((0, import__builtin_path.dirname)((0, import__builtin_path.join)(folder, path)), { recursive: true });
		await (0, import_promises.writeFile)((0, import__builtin_path.join)(folder, path), text);
	}
}
export { writeFiles as n, planFiles as t };
