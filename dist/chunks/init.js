import "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
import { t as outputOf } from "./program.js";
import { t as readArguments } from "./arguments.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
// src/setup/fill-workflow.ts
/** What stands in the examples for what differs from repository to repository. */
const PLACEHOLDERS = {
	action: /\bOWNER\/perf-gate@v0\b/g,
	branches: /\bbranches: \[main\]/g,
	artifact: /\bk6-results-checkout\b/g,
	results: /\bresults\/checkout\b/g,
	script: /\bload\.js\b/g,
	/** In a version's own folder, where there are two. */
	start: /- run: node (?:(baseline|candidate)\/)?service\.mjs (\d+) & sleep 1/g
};
/** A workflow of the examples for this repository. Every line that a person has to look at ends with `# REPLACE`. */
function fillWorkflow(template, values) {
	const { defaultBranch, script, service, startCommand, action } = values;
	return template.replace(PLACEHOLDERS.branches, () => `branches: [${JSON.stringify(defaultBranch)}]`).replace(PLACEHOLDERS.artifact, `k6-results-${service}`).replace(PLACEHOLDERS.results, `results/${service}`).replace(PLACEHOLDERS.script, () => shellWord(script)).replace(PLACEHOLDERS.start, (line, folder, port) => startCommand === null ? `${line} # REPLACE: the command that starts your service on port ${port}` : startLine(startCommand, folder, port)).replace(PLACEHOLDERS.action, () => action === null ? "OWNER/perf-gate@v0 # REPLACE: the owner and the commit of a release" : action);
}
function startLine(command, folder, port) {
	const enter = folder === void 0 ? "" : `cd ${folder} && `;
	const steps = command.split(" && ");
	const install = steps.slice(0, -1).map((step) => `${step} && `);
	const start = `(PORT=${port} ${steps.at(-1)} &) && sleep 5`;
	return `- run: ${enter}${install.join("")}${start} # REPLACE: when this does not start your service on port ${port}`;
}
/** In a `run: |` block, for bash. */
function shellWord(path) {
	return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
// src/setup/planned-files.ts
/** Compares files with what is on disk. Nothing is written. */
async function planFiles(folder, files) {
	return await Promise.all(files.map(async ({ path, text }) => {
		const found = await readFile(join(folder, path), "utf8").catch((error) => {
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
/** Writes what is not there in the same words. */
async function writeFiles(folder, files) {
	for (const { path, text, state } of files) {
		if (state === "same") continue;
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}
// src/setup/policy-text.ts
/**
* A policy file that changes nothing, with every default and an example of everything else in comments. Prose starts
* with `# `; a line that starts with `#` alone is a setting that works when the `#` is removed.
*/
function policyText(scripts) {
	const services = [...new Set(scripts.map(({ service }) => service))];
	const first = services[0] ?? "checkout";
	const others = services.slice(1).map((service) => `#  ${service}: {}`);
	return `# The policy of perf-gate. It is read from the base branch, so a pull request cannot relax its own gate.
# Everything here is optional. Settings that are commented out show the default, or an example.
version: 1

#defaults:
#  max-regression: 5%             # a p95 that is more than this slower blocks
#  min-delta: 0ms                 # a smaller difference is not a regression, whatever its percentage
#  max-error-rate-increase: 1pp   # percentage points of failed requests
#  max-dropped-iterations: 1%
#  min-tail-samples: 20           # requests above the percentile; fewer prove nothing
#  primary: [{ metric: http_req_duration, stat: p95 }]
#  levels: { unproven: fail, slower: warn, new: warn, budget: fail }   # fail, warn or off

# A service that is named here must have results in every pull request that touches its paths.
#services:
#  ${first}:
#    paths: ["**"]                # without results this service blocks only when one of these files changed
#    budgets: [{ metric: http_req_duration, stat: p95, max: 300ms }]
#    endpoints: { "GET /orders": { max-regression: 8% } }
${others.join("\n")}${others.length > 0 ? "\n" : ""}
# Who may accept a regression: someone with one of these roles, who sets the label and writes the reason.
#override: { label: perf-override, second-person: auto, roles: [write, maintain, admin] }
`;
}
// src/setup/k6-script.ts
/**
* Names that say nothing of the service: `perf/load.js` of the repository `shop` loads `shop`, and
* `services/checkout/perf/load.js` loads `checkout`.
*/
const GENERIC = new Set("k6 load load-test loadtest load-tests loadtests perf performance performance-tests test tests e2e script scripts src main index smoke stress soak spike benchmark bench services apps packages ci".split(" "));
/** A module that k6 can run has a default function or options; what only others import has neither. */
function isRunnable(text) {
	return /\bexport\s+default\b|\bexport\s+(?:const|let|var)\s+options\b|\bexports\.(?:default|options)\b/.test(text);
}
/** The service of a script: the nearest name in its path that says something, and else the name of the repository. */
function serviceOfScript(path, repository) {
	return path.replace(/\.(?:test|spec|k6|load|perf)?\.?[cm]?[jt]s$/, "").split("/").map(serviceName).findLast((name) => name !== "" && !GENERIC.has(name)) ?? (serviceName(repository) || "service");
}
/** As results/layout.ts allows it: at most 64 of a-z, 0-9, ".", "_" and "-", without "--". */
function serviceName(text) {
	return text.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/-{2,}/g, "-").replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "").slice(0, 64);
}
// src/setup/repository-facts.ts
/** How a module imports k6: https://grafana.com/docs/k6/latest/using-k6/modules/ */
const K6_IMPORT = "(from|import|require\\()[[:space:]]*['\"]k6(/[a-z0-9/_-]+)?['\"]";
/** Throws a UserError where the folder is not in a git checkout. */
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
/** `owner/name` of the remote called origin; null where there is none. */
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
/** The branch that origin calls its head; in a checkout that does not know it, the branch that is checked out. */
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
	for (const path of (listed ?? "").split("\0").filter((name) => name !== "").toSorted()) if (isRunnable(await readFile(join(folder, path), "utf8"))) scripts.push({
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
	const manifest = await readFile(join(folder, "package.json"), "utf8").catch(() => "");
	if (/"start"\s*:/.test(manifest)) {
		for (const [file, install, start] of INSTALLS) if (await readFile(join(folder, file)).catch(() => null) !== null) return `${install} && ${start}`;
	}
	return await readFile(join(folder, "go.mod"), "utf8").catch(() => null) === null ? null : "go run .";
}
// src/setup/set-ups.ts
/** Every set-up, the recommended one first. */
const SET_UPS = [{
	name: "pairs",
	purpose: "Both versions run in turns on one machine. For pull requests from the same repository.",
	workflows: [{
		path: ".github/workflows/performance.yml",
		template: "# perf-gate, one workflow, interleaved pairs: baseline and candidate run in turns on one machine, so the machine's speed\n# cancels out. No stored baseline is needed. For pull requests from the same repository.\nname: performance\non:\n  pull_request:\n    # A label that comes or goes judges the stored results again; it does not run the load test again.\n    types: [opened, synchronize, reopened, labeled, unlabeled]\npermissions: {}\njobs:\n  load-test:\n    if: github.event.action != 'labeled' && github.event.action != 'unlabeled'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 30\n    permissions: { contents: read }\n    steps:\n      # The head commit, not GitHub's merge commit: what is measured is what is named.\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with: { ref: '${{ github.event.pull_request.head.sha }}', path: candidate, persist-credentials: false, fetch-depth: 0 }\n      - name: Check out the commit that the branch started from\n        run: git -C candidate worktree add ../baseline \"$(git -C candidate merge-base \"origin/$BASE\" HEAD)\"\n        env: { BASE: '${{ github.event.pull_request.base.ref }}' }\n      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1\n        with: { k6-version: '2.2.0' }\n      # Replace these two lines: start the service of each version, on two ports.\n      - run: node baseline/service.mjs 8081 & sleep 1\n      - run: node candidate/service.mjs 8082 & sleep 1\n      - name: Five pairs in turns\n        run: |\n          run() { # VARIANT NUMBER PORT\n            local dir=\"results/checkout/$1/run-$2\" code=0\n            mkdir -p \"$dir\"\n            k6 run --quiet --no-usage-report -e BASE_URL=\"http://127.0.0.1:$3\" \\\n              --summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count' \\\n              --summary-export \"$dir/summary.json\" candidate/load.js || code=$?\n            echo \"$code\" > \"$dir/exit-code\"\n          }\n          for n in 1 2 3 4 5; do\n            if (( n % 2 )); then run baseline $n 8081; run candidate $n 8082\n            else run candidate $n 8082; run baseline $n 8081; fi\n          done\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always()\n        with: { name: k6-results-checkout, path: results/checkout, if-no-files-found: error }\n  judge:\n    needs: load-test\n    # Always: also when the load test failed or did not run. The gate itself says what is missing.\n    if: always()\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    concurrency: { group: 'perf-gate-${{ github.event.pull_request.number }}', cancel-in-progress: false }\n    permissions:\n      actions: read # read the results\n      contents: read # read the policy file, the history and the baselines\n      pull-requests: write # post the comment\n      statuses: write # set the commit status `perf-gate`, which is the check to require\n    steps:\n      - uses: OWNER/perf-gate@v0\n"
	}]
}, {
	name: "stored-baseline",
	purpose: "Pushes to the default branch are recorded, and pull requests are compared with them.",
	workflows: [{
		path: ".github/workflows/performance.yml",
		template: "# perf-gate, one workflow, stored baselines: every push to the default branch is recorded, and a pull request is compared\n# with what was recorded. For pull requests from the same repository. See pairs.yml for the set-up that tells more.\nname: performance\non:\n  push: { branches: [main] }\n  pull_request:\n    # A label that comes or goes judges the stored results again; it does not run the load test again.\n    types: [opened, synchronize, reopened, labeled, unlabeled]\npermissions: {}\njobs:\n  load-test:\n    if: github.event.action != 'labeled' && github.event.action != 'unlabeled'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 30\n    permissions: { contents: read }\n    steps:\n      # The head commit, not GitHub's merge commit: what is measured is what is named.\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with: { ref: '${{ github.event.pull_request.head.sha || github.sha }}', persist-credentials: false }\n      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1\n        with: { k6-version: '2.2.0' }\n      # Replace this line: start your service.\n      - run: node service.mjs 8080 & sleep 1\n      - name: Three runs\n        run: |\n          for n in 1 2 3; do\n            dir=\"results/run-$n\" code=0\n            mkdir -p \"$dir\"\n            k6 run --quiet --no-usage-report -e BASE_URL=http://127.0.0.1:8080 \\\n              --summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count' \\\n              --summary-export \"$dir/summary.json\" load.js || code=$?\n            echo \"$code\" > \"$dir/exit-code\"\n          done\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always()\n        with: { name: k6-results-checkout, path: results, if-no-files-found: error }\n  judge:\n    needs: load-test\n    # Always: also when the load test failed or did not run. The gate itself says what is missing.\n    if: always() && github.event_name == 'pull_request'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    concurrency: { group: 'perf-gate-${{ github.event.pull_request.number }}', cancel-in-progress: false }\n    permissions:\n      actions: read # read the results\n      contents: read # read the policy file, the history and the baselines\n      pull-requests: write # post the comment\n      statuses: write # set the commit status `perf-gate`, which is the check to require\n    steps:\n      - uses: OWNER/perf-gate@v0\n  record:\n    needs: load-test\n    if: always() && github.event_name == 'push'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    permissions:\n      actions: read # read the results\n      contents: write # store the baseline on the branch perf-gate-baselines\n    steps:\n      - uses: OWNER/perf-gate@v0\n"
	}]
}];
// src/commands/init.ts
/** `perf-gate init`: writes the workflows of a set-up and a policy file into the checkout that it is called in. */
async function init(args) {
	const { values } = readArguments(args, {
		setup: { type: "string" },
		action: { type: "string" },
		force: { type: "boolean" }
	});
	const setUp = findSetUp(values.setup ?? "pairs");
	const facts = await readRepositoryFacts(process.cwd());
	const action = values.action ?? await ownReference(facts.folder);
	const files = await planFiles(facts.folder, filesOf(setUp, facts, action));
	const differing = files.filter(({ state }) => state === "differs");
	if (differing.length > 0 && values.force !== true) {
		const list = differing.map(({ path }) => `  ${path}\n`).join("");
		throw new UserError(`These files exist and differ from what would be written. Nothing was written.\n${list}Move them away, or replace them with --force.`);
	}
	await writeFiles(facts.folder, files);
	process.stdout.write(summary(setUp, facts, files));
	return 0;
}
function findSetUp(name) {
	const found = SET_UPS.find((setUp) => setUp.name === name);
	if (found !== void 0) return found;
	const list = SET_UPS.map(({ name, purpose }) => `  ${name.padEnd(16)} ${purpose}\n`).join("");
	throw new UserError(`--setup cannot be ${JSON.stringify(name)}. The set-ups are:\n${list}`);
}
function filesOf(setUp, facts, action) {
	const { path: script, service } = facts.scripts[0] ?? NO_SCRIPT;
	const values = {
		defaultBranch: facts.defaultBranch,
		script,
		service,
		startCommand: facts.startCommand,
		action
	};
	return [...setUp.workflows.map(({ path, template }) => ({
		path,
		text: fillWorkflow(template, values)
	})), {
		path: ".github/perf-gate.yml",
		text: policyText(facts.scripts)
	}];
}
const NO_SCRIPT = {
	path: "load.js",
	service: "checkout"
};
/** How this very program is written in a workflow, where it lies in a checkout of its repository: owner/name@commit. */
async function ownReference(folder) {
	const own = dirname(process.argv[1] ?? "");
	const top = await outputOf("git", ["rev-parse", "--show-toplevel"], own);
	if (top === null || top === folder) return null;
	const [slug, commit] = [await slugOf(own), await outputOf("git", ["rev-parse", "HEAD"], own)];
	return slug === null || commit === null ? null : `${slug}@${commit}`;
}
const VERBS = {
	new: "wrote",
	same: "already there",
	differs: "replaced"
};
function summary(setUp, facts, files) {
	const written = files.map(({ path, state }) => `${VERBS[state].padEnd(14)} ${path}\n`).join("");
	const marked = files.flatMap(({ path, text }) => text.split("\n").flatMap((line, index) => line.includes("# REPLACE") ? [`     ${path}:${index + 1}: ${line.trim()}\n`] : []));
	return `Set-up ${setUp.name}. ${setUp.purpose}
${written}
Found: ${found(facts)}

What is left to do:
  1. ${marked.length === 0 ? "Read the workflow." : "Look at the lines that are marked with REPLACE:"}
${marked.join("")}  2. gh label create perf-override --description "Accept a performance regression, with a reason"
  3. Commit, push, and open a pull request.
  4. Require the status perf-gate: docs/required-check.md says how.
  5. perf-gate doctor
`;
}
function found({ slug, defaultBranch, scripts }) {
	const [first, ...others] = scripts;
	const list = others.map(({ path, service }) => `\n  ${path} (${service})`).join("");
	const script = first === void 0 ? "no k6 script, so the workflow runs load.js: write it, or change the line" : `the k6 script ${first.path} of the service ${first.service}`;
	const more = others.length === 0 ? "" : `. These k6 scripts are not in the workflow yet:${list}`;
	return `${slug ?? "a repository without a remote"}, default branch ${defaultBranch}, ${script}${more}`;
}
export { init };
