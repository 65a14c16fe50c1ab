import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, Zt as require__builtin_path, xt as UserError } from "./both.js";
import { t as outputOf } from "./program.js";
// src/setup/k6-script.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/**
* Names that do not identify a service. `perf/load.js` in the repository `shop` loads `shop`, and
* `services/checkout/perf/load.js` loads `checkout`.
*/
const GENERIC = new Set("k6 load load-test loadtest load-tests loadtests perf performance performance-tests test tests e2e script scripts src main index smoke stress soak spike benchmark bench services apps packages ci".split(" "));
/** Whether k6 can run a module: it then has a default function or options. A module that is only imported has neither. */
function isRunnable(text) {
	return /\bexport\s+default\b|\bexport\s+(?:const|let|var)\s+options\b|\bexports\.(?:default|options)\b/.test(text);
}
/** The service of a script: the last name in its path that is not generic, or else the name of the repository. */
function serviceOfScript(path, repository) {
	return path.replace(/\.(?:test|spec|k6|load|perf)?\.?[cm]?[jt]s$/, "").split("/").map(serviceName).findLast((name) => name !== "" && !GENERIC.has(name)) ?? (serviceName(repository) || "service");
}
/** Turns a text into a name that results/layout.ts allows: at most 64 of a-z, 0-9, ".", "_" and "-", without "--". */
function serviceName(text) {
	return text.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/-{2,}/g, "-").replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "").slice(0, 64);
}
// src/setup/repository-facts.ts
/** Matches the import of a k6 module: https://grafana.com/docs/k6/latest/using-k6/modules/ */
const K6_IMPORT = "(from|import|require\\()[[:space:]]*['\"]k6(/[a-z0-9/_-]+)?['\"]";
/** Reads the facts. Throws a UserError when the folder is not in a Git checkout. */
async function readRepositoryFacts(folder) {
	const top = await outputOf("git", ["rev-parse", "--show-toplevel"], folder);
	if (top === null) throw new UserError(`${folder} is not in a git checkout. Run this command in a checkout of your repository.`);
	const slug = await slugOf(top);
	const name = slug?.split("/")[1] ?? top.slice(top.lastIndexOf("/") + 1);
	return {
		folder: top,
		slug,
		defaultBranch: await defaultBranchOf(top),
		scripts: await findScripts(top, name),
		startCommand: await findStartCommand(top)
	};
}
/** `owner/name` of the remote called origin. null: there is no such remote. */
async function slugOf(folder) {
	return slugOfUrl(await outputOf("git", [
		"remote",
		"get-url",
		"origin"
	], folder) ?? "");
}
/** `owner/name` of `git@github.com:owner/name.git`, `https://host/owner/name` or `ssh://git@host/owner/name`. */
function slugOfUrl(url) {
	return /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? null;
}
/** The default branch of origin. When the checkout does not know it, the checked out branch. */
async function defaultBranchOf(folder) {
	const head = await outputOf("git", [
		"symbolic-ref",
		"--short",
		"refs/remotes/origin/HEAD"
	], folder);
	if (head !== null) return head.replace(/^origin\//, "");
	return await outputOf("git", ["branch", "--show-current"], folder) || "main";
}
async function findScripts(folder, repository) {
	const listed = await outputOf("git", [
		"grep",
		"--untracked",
		"-lzE",
		K6_IMPORT,
		"--",
		...[
			"*.js",
			"*.mjs",
			"*.cjs",
			"*.ts",
			":!*.d.ts"
		]
	], folder);
	const scripts = [];
	for (const path of (listed ?? "").split("\0").filter((name) => name !== "").toSorted()) if (isRunnable(await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, path), "utf8"))) scripts.push({
		path,
		service: serviceOfScript(path, repository)
	});
	return scripts;
}
const INSTALLS = [
	[
		"pnpm-lock.yaml",
		"pnpm install --frozen-lockfile",
		"pnpm start"
	],
	[
		"yarn.lock",
		"yarn install --immutable",
		"yarn start"
	],
	[
		"package-lock.json",
		"npm ci",
		"npm start"
	],
	[
		"package.json",
		"npm install",
		"npm start"
	]
];
async function findStartCommand(folder) {
	const manifest = await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, "package.json"), "utf8").catch(() => "");
	if (/"start"\s*:/.test(manifest)) {
		for (const [file, install, start] of INSTALLS) if (await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, file)).catch(() => null) !== null) return `${install} && ${start}`;
	}
	return await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, "go.mod"), "utf8").catch(() => null) === null ? null : "go run .";
}
export { slugOf as n, serviceOfScript as r, readRepositoryFacts as t };
