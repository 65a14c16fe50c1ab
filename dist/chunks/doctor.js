import { r as __toESM } from "./rolldown-runtime.js";
import { Kt as require_promises, O as defaultPolicy, Tt as plainText, Wt as require__builtin_path, ht as UserError } from "./both.js";
import { Ft as collectRuns, Kt as FORMATS, yt as withoutRetired } from "./compare.js";
import { C as proxyAwareFetch, _t as absentAsNull, bt as hasStatus, et as permissionProblem, f as openStore, gt as downloadArtifact, u as readPolicySource, vt as createClient, wt as require_picomatch } from "./action.js";
import { t as parsePolicy } from "./policy-file.js";
import { n as readArtifactZip } from "./zip.js";
import { t as require_dist } from "./dist.js";
import { t as outputOf } from "./program.js";
import { n as slugOf } from "./repository-facts.js";
import { u as readArguments } from "./command-line.js";
// src/setup/diagnosis.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
function ok(what) {
	return {
		state: "ok",
		what,
		fix: null
	};
}
function warning(what, fix) {
	return {
		state: "warning",
		what,
		fix
	};
}
function problem(what, fix) {
	return {
		state: "problem",
		what,
		fix
	};
}
const SIGNS = {
	ok: "✅",
	warning: "⚠️ ",
	problem: "❌"
};
/** One line a finding, with the fix on the next, and the count. Ends with a newline. */
function describeDiagnoses(repository, diagnoses) {
	const lines = diagnoses.flatMap(({ state, what, fix }) => [`${SIGNS[state]} ${printable(what)}`, ...fix === null ? [] : [`   → ${printable(fix)}`]]);
	const count = (state) => diagnoses.filter((diagnosis) => diagnosis.state === state).length;
	const total = `${count("problem")} problems, ${count("warning")} warnings, ${count("ok")} checks passed.`;
	return `perf-gate doctor: ${repository}\n\n${lines.join("\n")}\n\n${total}\n`;
}
/** Names come from outside: no control character may reach a terminal, and no line may start a workflow command. */
function printable(text) {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").replaceAll("::", ": :").replaceAll("##[", "## [");
}
// src/setup/check-baseline.ts
/** An older baseline was measured on other machines, with other dependencies. */
const STALE_AFTER_DAYS = 30;
const DAY_MS$1 = 864e5;
/** Is there a baseline to compare with, can it be read, and is it still recorded? */
function checkBaseline(lookup, use, now) {
	switch (lookup.kind) {
		case "unreadable": return [problem(`The baseline on ${lookup.place} cannot be read: ${lookup.file}: ${plainText(lookup.problem)}`, "Revert the last commit of that branch, or delete the file to start anew.")];
		case "never-written":
			if (!use.records) return [ok("No workflow records a baseline: the results bring both versions themselves.")];
			return [warning(`No baseline is recorded on ${lookup.place}, so there is nothing to compare with yet.`, "Push to the default branch, or start the workflow there by hand, and wait for the job that records.")];
		case "found": return [...lookup.services].map(([service, runs]) => ageOf(service, runs, use, now));
	}
}
function ageOf(service, runs, use, now) {
	const newestMs = Math.max(...runs.map(({ recordedAt }) => Date.parse(recordedAt)));
	const ageDays = Math.floor((now.getTime() - newestMs) / DAY_MS$1);
	const age = `${runs.length} runs, the newest recorded ${ageDays === 0 ? "today" : `${ageDays} days ago`}`;
	if (ageDays <= STALE_AFTER_DAYS) return ok(`The baseline of ${service} can be read: ${age}.`);
	return warning(`The baseline of ${service} is old: ${age}.`, use.records ? "Look at the newest runs of the workflow on the default branch: does the job that records still run? When the service is gone, name it under `retired` in the policy." : "No workflow records on pushes. Write one with: perf-gate init --setup stored-baseline");
}
// src/setup/check-label.ts
/** Without the label nobody can accept a regression. */
async function checkLabel({ octokit, owner, repo }, label) {
	if (await absentAsNull(octokit.rest.issues.getLabel({
		owner,
		repo,
		name: label
	})) !== null) return [ok(`The label ${label} exists.`)];
	return [warning(`There is no label ${label}, so nobody can accept a regression.`, `gh label create ${label} --repo ${owner}/${repo} --description "Accept a performance regression, with a reason"`)];
}
// src/setup/check-load-test.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Runs that only judged a label have no results of their own, so the newest run is not enough. */
const RUNS_SEARCHED = 8;
/** A pull request that is older than its artifacts needs a new load test before an override can count. */
const NEEDED_RETENTION_DAYS = 14;
const DAY_MS = 864e5;
/** Do the newest load tests have results that the gate understands, and do they live long enough? */
async function checkLoadTest(client, use, understand) {
	const { octokit, owner, repo } = client;
	const query = {
		owner,
		repo,
		workflow_id: use.loadTestWorkflow,
		status: "completed",
		per_page: RUNS_SEARCHED
	};
	const runs = (await absentAsNull(octokit.rest.actions.listWorkflowRuns(query)))?.data.workflow_runs ?? [];
	if (runs.length === 0) return [warning(`${use.loadTestWorkflow} has not run to its end yet.`, "Open a pull request that changes a comment, and wait for it.")];
	for (const { id } of runs) {
		const artifacts = await listMatching(client, id, use.artifacts);
		const [first] = artifacts;
		if (first === void 0) continue;
		return [...await checkResults(artifacts, understand), retention(first)];
	}
	return [problem(`None of the newest ${runs.length} runs of ${use.loadTestWorkflow} has an artifact called ${use.artifacts}.`, "Upload the results with actions/upload-artifact, also when the load test fails (if: always()).")];
}
async function listMatching({ octokit, owner, repo }, runId, pattern) {
	const query = {
		owner,
		repo,
		run_id: runId,
		per_page: 100
	};
	const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, query);
	const matches = (0, import_picomatch.default)(pattern);
	return listed.filter(({ name }) => matches(name)).map((artifact) => ({
		id: artifact.id,
		name: artifact.name,
		expired: artifact.expired,
		sizeBytes: artifact.size_in_bytes,
		digest: artifact.digest ?? null,
		workflowRunId: runId,
		retentionDays: daysBetween(artifact.created_at, artifact.expires_at)
	}));
}
async function checkResults(artifacts, understand) {
	const found = [];
	for (const artifact of artifacts) {
		const where = `${artifact.name} of run ${artifact.workflowRunId}`;
		if (artifact.expired) {
			found.push(warning(`${where} has expired, so it says nothing.`, "Run the load test again."));
			continue;
		}
		const { runs, refusals } = await understand(artifact);
		const [refusal] = refusals;
		if (refusal !== void 0) {
			const more = refusals.length > 1 ? ` ${refusals.length - 1} more like it.` : "";
			found.push(problem(`${where} has a result that cannot be used: ${refusal}${more}`, INSPECT));
		} else if (runs === 0) found.push(problem(`${where} has no result at all.`, INSPECT));
		else found.push(ok(`${where} has ${runs} ${runs === 1 ? "run" : "runs"} that the gate understands.`));
	}
	return found;
}
const INSPECT = "Download the artifact, and look at it with: perf-gate inspect PATH";
function retention({ retentionDays, name }) {
	if (retentionDays === null || retentionDays >= NEEDED_RETENTION_DAYS) return ok(`Artifacts are kept for ${retentionDays ?? "an unknown number of"} days.`);
	return warning(`${name} is kept for ${retentionDays} days only. After that, an override needs a new load test.`, `Set retention-days: ${NEEDED_RETENTION_DAYS} or more where it is uploaded, or under Settings → Actions → General.`);
}
function daysBetween(from, to) {
	const days = Math.round((Date.parse(to ?? "") - Date.parse(from ?? "")) / DAY_MS);
	return Number.isFinite(days) ? days : null;
}
// src/setup/check-required.ts
/** Is the status of the gate required on the default branch, and can it come for every pull request? */
async function checkRequired(client, branch, use) {
	const { required, hasMergeQueue, isWhole } = await readBranchRules(client, branch);
	return [...requiredStatus(required, isWhole, branch, use), ...mergeQueue(hasMergeQueue, branch, use)];
}
function requiredStatus(required, isWhole, branch, use) {
	const own = required.find(({ context }) => context === use.name);
	if (own !== void 0) {
		const by = own.integrationId === null ? "from any source" : `from the app ${own.integrationId} only`;
		return [ok(`The status ${use.name} is required on ${branch}, by ${own.source}, ${by}.`)];
	}
	const job = required.find(({ context }) => use.jobNames.includes(context));
	if (job !== void 0) return [problem(`${branch} requires the job ${job.context}, not the status ${use.name}. A job that is skipped counts as passed.`, `Require ${use.name} instead.`)];
	if (!isWhole) return [warning(`Unknown whether ${use.name} is required on ${branch}: this token does not see the branch protection.`, "Run this command with the token of an administrator, or look into Settings → Branches.")];
	return [problem(`The status ${use.name} is not required on ${branch}: a failed check does not stop a merge.`, "Require it under Settings → Rules → Rulesets. docs/required-check.md shows each step.")];
}
function mergeQueue(hasMergeQueue, branch, use) {
	if (!hasMergeQueue) return [];
	if (use.judgesMergeQueue) return [ok(`${branch} has a merge queue, and the gate runs on merge_group.`)];
	return [problem(`${branch} has a merge queue, and no workflow that runs the gate starts on merge_group: every entry waits forever.`, "Add merge_group to the events of the workflow that runs the gate.")];
}
/** Rulesets, which everybody may read, and the classic branch protection, as far as this token sees it. */
async function readBranchRules(client, branch) {
	const { octokit, owner, repo } = client;
	const rules = await octokit.paginate(octokit.rest.repos.getBranchRules, {
		owner,
		repo,
		branch,
		per_page: 100
	});
	const ofRulesets = rules.flatMap((rule) => rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []).map(({ context, integration_id }) => {
		return {
			context,
			source: `ruleset ${rule.ruleset_id ?? ""}`.trim(),
			integrationId: integration_id ?? null
		};
	}) : []);
	const { required, isWhole } = await readProtection(client, branch);
	const hasMergeQueue = rules.some(({ type }) => type === "merge_queue");
	return {
		required: [...ofRulesets, ...required],
		hasMergeQueue,
		isWhole
	};
}
async function readProtection(client, branch) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.repos.getBranch({
		owner,
		repo,
		branch
	});
	if (!data.protected || data.protection.enabled === false) return {
		required: [],
		isWhole: true
	};
	const shown = data.protection.required_status_checks;
	if (shown !== void 0) return {
		required: fromProtection(shown.contexts, shown.checks),
		isWhole: true
	};
	try {
		const whole = await absentAsNull(octokit.rest.repos.getBranchProtection({
			owner,
			repo,
			branch
		}));
		const checks = whole?.data.required_status_checks;
		return {
			required: fromProtection(checks?.contexts ?? [], checks?.checks ?? []),
			isWhole: whole !== null
		};
	} catch (error) {
		if (hasStatus(error, 403)) return {
			required: [],
			isWhole: false
		};
		throw error;
	}
}
function fromProtection(contexts, checks) {
	return contexts.map((context) => {
		const app = checks.find((check) => check.context === context)?.app_id ?? null;
		return {
			context,
			source: "branch protection",
			integrationId: app === -1 ? null : app
		};
	});
}
// src/setup/check-store.ts
/** The name of the branch that baselines are stored on; null: they are stored elsewhere. */
function storeBranch({ baselineStore }) {
	const [, named] = /^branch(?::(.+))?$/.exec(baselineStore) ?? [];
	if (named !== void 0) return named;
	return baselineStore === "branch" ? "perf-gate-baselines" : null;
}
/** Is the store a branch whose code is judged? The gate refuses it: one day it would replace the code. */
function checkStorePlace(use, defaultBranch) {
	const branch = storeBranch(use);
	if (branch === null) return [];
	if (branch !== defaultBranch && !(0, import_picomatch.default)([...use.baselineBranches])(branch)) return [];
	return [problem(`The input baseline-store names the branch ${branch}, whose code is judged: the gate refuses to record there.`, "Write baseline-store: branch, or name a branch that nothing else uses.")];
}
/** Can the branch of the baselines be deleted by accident? Whether others may push to it GitHub does not show to everybody. */
async function checkStoreProtection(client, use) {
	const branch = storeBranch(use);
	if (branch === null) return [];
	const { octokit, owner, repo } = client;
	const found = await absentAsNull(octokit.rest.repos.getBranch({
		owner,
		repo,
		branch
	}));
	if (found === null) return [];
	const rules = await octokit.paginate(octokit.rest.repos.getBranchRules, {
		owner,
		repo,
		branch,
		per_page: 100
	});
	if (found.data.protected || rules.some(({ type }) => type === "deletion")) return [ok(`The branch ${branch} is protected against deletion.`)];
	return [warning(`The branch ${branch} is not protected: whoever may push can delete the baselines.`, `Add a ruleset for ${branch} with "Restrict deletions". docs/required-check.md, section 5.`)];
}
// src/setup/check-token.ts
/** Can the token read what the gate and this command read? What it may write is in the workflow's `permissions:` block. */
async function checkToken(client, branch) {
	const { octokit, owner, repo } = client;
	const reads = [
		["read the baseline", () => octokit.rest.repos.getBranch({
			owner,
			repo,
			branch
		})],
		["read the artifacts", () => octokit.rest.actions.listWorkflowRunsForRepo({
			owner,
			repo,
			per_page: 1
		})],
		["read the pull request", () => octokit.rest.pulls.list({
			owner,
			repo,
			per_page: 1
		})]
	];
	const refused = [];
	for (const [operation, call] of reads) try {
		await call();
	} catch (error) {
		const why = permissionProblem(error, operation);
		if (why === null) throw error;
		refused.push(problem(`The token may not ${operation}.`, why));
	}
	return refused.length > 0 ? refused : [ok("The token can read the code, the workflow runs and the pull requests.")];
}
// src/setup/gate-use.ts
const PULL_REQUEST_EVENTS = ["pull_request", "pull_request_target"];
/** The workflows as each gate sees them: with its own jobs only. Two gates of one repository have two names. */
function gatesOf(workflows) {
	const nameOf = ({ inputs }) => inputs.get("name") || "perf-gate";
	return [...new Set(workflows.flatMap(({ gateJobs }) => gateJobs.map(nameOf)))].map((name) => workflows.map((file) => ({
		...file,
		gateJobs: file.gateJobs.filter((job) => nameOf(job) === name)
	})));
}
/** null: no workflow runs the gate. Where several do, the first that judges pull requests counts. */
function findGateUse(workflows) {
	const using = workflows.filter(({ gateJobs }) => gateJobs.length > 0);
	const judging = using.find(judgesPullRequests) ?? using[0];
	const job = judging?.gateJobs.find(({ onlyRecords }) => !onlyRecords) ?? judging?.gateJobs[0];
	if (judging === void 0 || job === void 0) return null;
	const input = (name) => job.inputs.get(name) || null;
	const starts = (event) => using.some(({ triggers }) => triggers.has(event));
	return {
		name: input("name") ?? "perf-gate",
		loadTestWorkflow: fileName(input("load-test-workflow") ?? judging.path),
		artifacts: input("artifacts") ?? "{k6,perf}-results*",
		policyPath: input("policy") ?? ".github/perf-gate.yml",
		baselineStore: input("baseline-store") ?? "branch",
		baselineBranches: (input("baseline-branches") ?? "").split(/[\s,]+/).filter((pattern) => pattern !== ""),
		overrideLabel: input("override-label"),
		records: starts("push") || starts("schedule") && job.inputs.get("mode") !== "gate",
		judgesForks: starts("workflow_run"),
		judgesMergeQueue: starts("merge_group"),
		jobNames: using.flatMap(({ jobNames }) => jobNames)
	};
}
/** Does this workflow judge pull requests, and not only record? */
function judgesPullRequests({ triggers, gateJobs }) {
	return PULL_REQUEST_EVENTS.some((event) => triggers.has(event)) && gateJobs.some(({ onlyRecords }) => !onlyRecords);
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
// src/setup/check-workflows.ts
/** A pull request must be judged when it comes and changes; a label must be able to change the verdict. */
const NEEDED_TYPES = [
	"opened",
	"synchronize",
	"reopened"
];
const LABEL_TYPES = ["labeled", "unlabeled"];
/** The reason of an override may be in the description. */
const DESCRIPTION_TYPE = "edited";
/** What an event starts without `types:`. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request */
const DEFAULT_TYPES = NEEDED_TYPES;
const JUDGE_PERMISSIONS = [
	["actions", "read"],
	["contents", "read"],
	["pull-requests", "write"],
	["statuses", "write"]
];
const RECORD_PERMISSIONS = [
	["actions", "read"],
	["contents", "write"],
	["pull-requests", "read"],
	["statuses", "read"]
];
/** Without them a push is recorded, and nobody is told what it did. */
const TELL_PERMISSIONS = [["statuses", "write"], ["issues", "write"]];
/**
* What is wrong with the workflows that run the gate. Each finding is something that went wrong in the field:
* https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks
*/
function checkWorkflows(workflows, { name, loadTestWorkflow }, defaultBranch = null) {
	const using = workflows.filter(({ gateJobs }) => gateJobs.length > 0);
	const isLoadTest = ({ path }) => path.endsWith(`/${loadTestWorkflow}`);
	const found = [
		...workflows.flatMap((workflow) => jobWithTheName(workflow, name)),
		...triggerTypes(using),
		...workflows.some(isLoadTest) ? [] : [noLoadTest(loadTestWorkflow)],
		...workflows.filter((workflow) => using.includes(workflow) || isLoadTest(workflow)).flatMap((workflow) => [...filters(workflow), ...otherBranches(workflow, defaultBranch)]),
		...using.flatMap((workflow) => [
			...cancelling(workflow),
			...unpinned(workflow),
			...leftToReplace(workflow),
			...workflow.gateJobs.flatMap((job) => [
				...condition(workflow, job),
				...permissions(workflow, job),
				...checkout(workflow, job),
				...ownComments(workflow, job)
			])
		])
	];
	const names = using.map(({ path }) => path).join(" and ");
	return found.length > 0 ? found : [ok(`The workflows that run the gate are sound: ${names}.`)];
}
/** https://github.com/actions/runner/issues/1085 */
function jobWithTheName({ path, jobNames }, gateName) {
	if (!jobNames.includes(gateName)) return [];
	return [problem(`${path} has a job called ${gateName}, like the status. GitHub requires both, and a skipped job counts as passed.`, "Rename the job, for example to judge.")];
}
function triggerTypes(using) {
	const judging = using.filter(judgesPullRequests);
	if (judging.length === 0) return [problem("No workflow that runs the gate starts on pull requests.", "Write the workflows with: perf-gate init")];
	const types = judging.flatMap(({ triggers }) => ["pull_request", "pull_request_target"].flatMap((event) => {
		const trigger = triggers.get(event);
		return trigger === void 0 ? [] : trigger.types ?? DEFAULT_TYPES;
	}));
	const missing = (wanted) => wanted.filter((type) => !types.includes(type)).join(", ");
	const { path } = judging[0] ?? { path: "" };
	const needed = missing(NEEDED_TYPES);
	const labels = missing(LABEL_TYPES);
	return [
		...needed === "" ? [] : [problem(`${path} does not start on ${needed}, so the required check waits forever.`, typesLine())],
		...labels === "" ? [] : [warning(`${path} does not start on ${labels}, so an override counts only after the next push.`, typesLine())],
		...labels !== "" || types.includes(DESCRIPTION_TYPE) ? [] : [warning(`${path} does not start on ${DESCRIPTION_TYPE}, so ${lateReason("the description")}`, typesLine())],
		...judging.some(({ triggers }) => triggers.has("issue_comment")) ? [] : [warning(`${path} does not start on issue_comment, so ${lateReason("a comment")}`, "Add \"issue_comment: { types: [created, edited] }\" to its events.")],
		...using.some(({ triggers, gateJobs }) => triggers.has("schedule") && gateJobs.some((job) => !job.onlyRecords)) ? [] : [warning(`${path} does not start on schedule, so an override whose time is over counts until something happens to its pull request.`, `Add "schedule: [{ cron: '17 3 * * *' }]" to its events, and "mode: gate" to the inputs of the job that judges.`)]
	];
}
function lateReason(place) {
	return `a reason that is written into ${place} after the label is seen only when the label is set again.`;
}
function typesLine() {
	return `Set "types: [${[
		...NEEDED_TYPES,
		DESCRIPTION_TYPE,
		...LABEL_TYPES
	].join(", ")}]" under its pull request event.`;
}
function noLoadTest(name) {
	return problem(`The load test is to run in ${name}, and there is no such workflow, so the check stays pending.`, "Name the right file in the input load-test-workflow.");
}
function filters({ path, triggers }) {
	return [...triggers].flatMap(([event, { filters }]) => event.startsWith("pull_request") && filters.length > 0 ? [problem(`${path} has ${filters.join(" and ")} under ${event}: a pull request that touches other files never gets the required check.`, "Remove the filter, and name the files under services.<name>.paths of the policy.")] : []);
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet: the last pattern that matches decides. */
function startsFor(branch, patterns) {
	return patterns.reduce((starts, pattern) => {
		return (0, import_picomatch.default)(pattern.replace(/^!/, ""), { dot: true })(branch) ? !pattern.startsWith("!") : starts;
	}, false);
}
function otherBranches({ path, triggers }, defaultBranch) {
	if (defaultBranch === null) return [];
	return [...triggers].flatMap(([event, { branches, ignoredBranches }]) => {
		if (!(branches !== null && !startsFor(defaultBranch, branches) || ignoredBranches !== null && startsFor(defaultBranch, ignoredBranches))) return [];
		if (event.startsWith("pull_request")) return [problem(`${path} does not start on pull requests into ${defaultBranch}, so they never get the required check.`, `Name ${defaultBranch} in the branches of ${event}, or remove the filter.`)];
		if (event !== "push") return [];
		return [warning(`${path} does not start on pushes to ${defaultBranch}, so no baseline of it is recorded.`, `Name ${defaultBranch} in the branches of push.`)];
	});
}
/** What the job's own token writes starts nothing. What another token writes does, and a report has the command in it. */
function ownComments({ path, triggers }, { id, inputs, condition }) {
	const token = inputs.get("github-token") ?? "";
	if (token === "" || /\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/.test(token)) return [];
	if (!triggers.has("issue_comment") || condition?.includes("github.event.comment.user.type") === true) return [];
	return [warning(`The job ${id} in ${path} has a github-token of its own, so each comment of the gate starts the workflow again. It does nothing then, but costs a run.`, `Add to its condition: github.event.comment.user.type != 'Bot'`)];
}
/** https://github.com/apache/texera/issues/8522 */
function cancelling({ path, cancelsInProgress }) {
	if (!cancelsInProgress) return [];
	return [warning(`${path} has "cancel-in-progress: true": a label that comes during a run cancels it, and the check stays without a verdict.`, "Set \"cancel-in-progress: false\" for the job that runs the gate.")];
}
/** https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions */
function unpinned({ path, actions }) {
	const remote = actions.filter((action) => !action.startsWith("./") && !action.startsWith("docker://"));
	if (remote.some((action) => action.startsWith("OWNER/"))) return [problem(`${path} still uses the placeholder OWNER/perf-gate.`, "Write the owner and the commit of a release.")];
	const loose = [...new Set(remote.filter((action) => !/@[0-9a-f]{40}$/.test(action)))];
	if (loose.length === 0) return [];
	return [warning(`${path} uses ${loose.join(", ")}, which whoever owns it can change.`, "Pin each action to a full commit: owner/name@<40 hexadecimal digits> # v1.2.3")];
}
function leftToReplace({ path, markedLines }) {
	if (markedLines.length === 0) return [];
	return [warning(`${path} has lines that are marked with REPLACE: ${markedLines.join(", ")}.`, "Check that they start your service, and remove the mark.")];
}
/**
* What can never be the gate's business: it depends on the event, on the command in a comment, or on what started the load test.
* Where the check is a commit status, a job that is skipped by it makes nothing green.
*/
const SAFE_CONDITIONS = [
	/github\.event_name\s*!=\s*'pull_request_review'\s*\|\|\s*github\.event\.pull_request\.head\.repo\.full_name\s*==\s*github\.repository/g,
	/\balways\(\)|!\s*cancelled\(\)/g,
	/contains\((?=[^&|]*\bgithub\.event\.comment\.body\b)(?:[^()]|\([^()]*\))*\)/g,
	/github\.event\.issue\.pull_request/g,
	/github\.event\.comment\.user\.type\s*!=\s*'Bot'/g,
	/github\.(?:event_name|event\.workflow_run\.event)\s*[!=]=\s*'[a-z_]+'/g,
	/[\s&|()]/g
];
/** https://github.com/cozystack/cozystack/issues/3587 */
function condition({ path }, { id, condition, needsOthers }) {
	const text = (condition ?? "").replace(/^\s*\$\{\{|\}\}\s*$/g, "");
	const runsAlways = /\balways\(\)|!\s*cancelled\(\)/.test(text);
	if (needsOthers && !runsAlways) return [problem(`The job ${id} in ${path} is skipped when the load test fails, so a failed load test goes unnoticed.`, "Set \"if: always()\" on this job. The gate itself says what is missing.")];
	if (SAFE_CONDITIONS.reduce((left, safe) => left.replace(safe, ""), text) === "") return [];
	return [warning(`The job ${id} in ${path} has a condition of its own (if: ${text.trim()}). When it is false, the status stays as it was.`, "Let the job run always, or on an event only: the gate decides by itself what there is to do.")];
}
function permissions(workflow, { id, inputs, permissions, onlyRecords }) {
	const needed = (judgesPullRequests(workflow) || workflow.triggers.has("workflow_call")) && !onlyRecords ? JUDGE_PERMISSIONS : RECORD_PERMISSIONS;
	if (permissions === null) return [warning(`The job ${id} in ${workflow.path} has no permissions: block, so what it may do depends on the repository's setting.`, `Add: permissions: { ${needed.map(([name, level]) => `${name}: ${level}`).join(", ")} }`)];
	const missing = needed.filter(([name, level]) => !allows(permissions, name, level));
	if (missing.length > 0) return [problem(`The job ${id} in ${workflow.path} lacks permissions.`, addLines(missing))];
	if (needed !== RECORD_PERMISSIONS) return [];
	const untold = (inputs.get("regression-issue") === "never" ? TELL_PERMISSIONS.slice(0, 1) : TELL_PERMISSIONS).filter(([name, level]) => !allows(permissions, name, level));
	if (untold.length === 0) return [];
	return [warning(`The job ${id} in ${workflow.path} records, and may not tell of a regression that was merged.`, addLines(untold))];
}
function addLines(missing) {
	return `Add to its permissions: block: ${missing.map(([name, level]) => `${name}: ${level}`).join(", ")}`;
}
function allows({ all, each }, name, level) {
	if (all !== null) return all === "write-all" || all === "read-all" && level === "read";
	const granted = each.get(name);
	return granted === "write" || granted === level;
}
/** https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target */
function checkout({ path, triggers }, { id, checksOutPullRequest }) {
	if (!(triggers.has("pull_request_target") || triggers.has("workflow_run")) || !checksOutPullRequest) return [];
	return [problem(`The job ${id} in ${path} checks out the code of the pull request where it has a token that can write.`, "Remove the checkout. The gate needs no code.")];
}
// src/setup/workflow-file.ts
var import_dist = require_dist();
/** `owner/perf-gate@ref`, or the action's own repository. */
const OWN_ACTION = /(?:^|\/)perf-gate@|^\.\/?$/;
/** Inputs that no other action has: by them a fork of this action is known, whatever it is called. */
const OWN_INPUTS = [
	"load-test-workflow",
	"baseline-store",
	"baseline-branches",
	"override-label",
	"merge-queue",
	"max-regression",
	"regression-issue"
];
/** The actions, without their version, that get inputs which only this one has. */
function actionsByInputs(text) {
	return [...mapOf(mapOf((0, import_dist.parseDocument)(text).toJS()).get("jobs")).values()].flatMap((job) => stepsOf(mapOf(job))).flatMap(({ uses, inputs }) => uses !== null && OWN_INPUTS.some((name) => inputs.has(name)) ? [withoutVersion(uses)] : []);
}
function withoutVersion(uses) {
	return uses.replace(/@.*$/, "");
}
/**
* Reads a workflow. What is there and not understood counts as absent: GitHub itself checks the syntax.
*
* @param forks actions that are this one under another name
*/
function readWorkflow(path, text, forks = []) {
	const document = (0, import_dist.parseDocument)(text);
	const [error] = document.errors;
	if (error !== void 0) return {
		kind: "unreadable",
		problem: error.message.split("\n")[0] ?? "not YAML"
	};
	const root = mapOf(document.toJS());
	const jobs = [...mapOf(root.get("jobs"))].map(([id, job]) => ({
		id,
		job: mapOf(job)
	}));
	const gateJobs = jobs.flatMap(({ id, job }) => readGateJob(id, job, root, forks));
	const isGateJob = (id) => gateJobs.some((gateJob) => gateJob.id === id);
	const cancelling = [root, ...jobs.filter(({ id }) => isGateJob(id)).map(({ job }) => job)];
	return {
		kind: "read",
		workflow: {
			path,
			triggers: readTriggers(root.get("on")),
			jobNames: jobs.map(({ id, job }) => textOf(job.get("name")) ?? id),
			cancelsInProgress: cancelling.some((holder) => cancelsOthers(mapOf(holder.get("concurrency")))),
			gateJobs,
			actions: jobs.flatMap(({ job }) => stepsOf(job).flatMap(({ uses }) => uses === null ? [] : [uses])),
			markedLines: text.split("\n").flatMap((line, index) => line.includes("# REPLACE") ? [index + 1] : [])
		}
	};
}
/** A group with the number of the run is for some events only: what else happens has a run of its own, and ends no other. */
function cancelsOthers(concurrency) {
	return concurrency.get("cancel-in-progress") === true && !String(concurrency.get("group")).includes("github.run_id");
}
function readGateJob(id, job, root, forks) {
	const steps = stepsOf(job);
	const isOwn = (uses) => OWN_ACTION.test(uses) || forks.includes(withoutVersion(uses));
	const own = steps.find(({ uses }) => uses !== null && isOwn(uses));
	if (own === void 0 || own.uses === null) return [];
	const permissions = job.has("permissions") ? job.get("permissions") : root.get("permissions");
	const isOfPullRequest = ({ uses, inputs }) => uses?.startsWith("actions/checkout@") === true && /\bhead\b|github\.event\.|refs\/pull/.test(inputs.get("ref") ?? "");
	const checksOutPullRequest = steps.some(isOfPullRequest);
	const condition = textOf(job.get("if"));
	const needsOthers = job.has("needs");
	const { uses, inputs } = own;
	const onlyRecords = inputs.get("mode") === "record" || /github\.event_name\s*==\s*'push'/.test(condition ?? "");
	return [{
		id,
		condition,
		needsOthers,
		permissions: readPermissions(permissions),
		uses,
		inputs,
		checksOutPullRequest,
		onlyRecords
	}];
}
function stepsOf(job) {
	return listOf(job.get("steps")).map((step) => {
		const given = [...mapOf(mapOf(step).get("with"))].map(([name, value]) => [name, String(value)]);
		return {
			uses: textOf(mapOf(step).get("uses")),
			inputs: new Map(given)
		};
	});
}
const ANY = {
	types: null,
	filters: [],
	branches: null,
	ignoredBranches: null
};
/** `on: push`, `on: [push, pull_request]` or `on: { push: { branches: [main] } }`. */
function readTriggers(on) {
	if (typeof on === "string") return /* @__PURE__ */ new Map([[on, ANY]]);
	if (Array.isArray(on)) return new Map(on.map((name) => [String(name), ANY]));
	return new Map([...mapOf(on)].map(([name, value]) => {
		const settings = mapOf(value);
		const types = settings.has("types") ? [settings.get("types")].flat().map(String) : null;
		const patterns = (key) => settings.has(key) ? [settings.get(key)].flat().map(String) : null;
		const filters = [...settings.keys()].filter((key) => key.startsWith("paths"));
		const [branches, ignoredBranches] = [patterns("branches"), patterns("branches-ignore")];
		return [name, {
			types,
			filters,
			branches,
			ignoredBranches
		}];
	}));
}
function readPermissions(value) {
	if (value === void 0) return null;
	if (typeof value === "string") return {
		all: value,
		each: /* @__PURE__ */ new Map()
	};
	return {
		all: null,
		each: new Map([...mapOf(value)].map(([name, level]) => [name, String(level)]))
	};
}
/** The entries of a YAML mapping; none where it is something else. */
function mapOf(value) {
	return new Map(typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
function textOf(value) {
	return typeof value === "string" || typeof value === "boolean" ? String(value) : null;
}
// src/setup/doctor.ts
/** All checks, in the order in which one would fix what they find. */
async function examine(patient) {
	const { client, defaultBranch } = patient;
	const token = await checkToken(client, defaultBranch);
	const forks = [...new Set([...patient.workflows.values()].flatMap(actionsByInputs))];
	const read = [...patient.workflows].map(([path, text]) => ({
		path,
		...readWorkflow(path, text, forks)
	}));
	const unreadable = read.flatMap((file) => file.kind === "unreadable" ? [problem(`${file.path} is not YAML: ${file.problem}`, "Fix the file.")] : []);
	const gates = gatesOf(read.flatMap((file) => file.kind === "read" ? [file.workflow] : []));
	if (gates.length === 0) {
		const none = problem("No workflow runs perf-gate.", "Write the workflows with: perf-gate init");
		return [
			...token,
			...unreadable,
			none
		];
	}
	const found = [];
	for (const gate of gates) {
		const use = findGateUse(gate);
		if (use === null) continue;
		const ofGate = await examineUse(patient, gate, use);
		found.push(...gates.length === 1 ? ofGate : ofGate.map((one) => ({
			...one,
			what: `${use.name}: ${one.what}`
		})));
	}
	return [
		...token,
		...unreadable,
		...found
	];
}
async function examineUse(patient, workflows, use) {
	const { client, defaultBranch, now } = patient;
	const policy = await readPolicy$1(patient, use);
	return [
		...checkWorkflows(workflows, use, defaultBranch),
		...forks(patient, use),
		...policy.diagnoses,
		...await guarded("the label", "read the pull request", () => checkLabel(client, use.overrideLabel ?? policy.label)),
		...await guarded("the results", "read the artifacts", () => checkLoadTest(client, use, patient.understand)),
		...await guarded("the baseline", "read the baseline", async () => {
			const misplaced = checkStorePlace(use, defaultBranch);
			if (misplaced.length > 0) return misplaced;
			return [...checkBaseline(await patient.loadBaseline(use), use, now), ...await checkStoreProtection(client, use)];
		}),
		...await guarded("the required check", "read the baseline", () => checkRequired(client, defaultBranch, use))
	];
}
/** In a pull request from a fork the token of `pull_request` can only read: there is no status and no comment. */
function forks({ isPublic }, use) {
	if (use.judgesForks || !isPublic) return [];
	return [warning("The repository is public, and pull requests from forks get neither a status nor a comment in one workflow.", "Use two workflows: perf-gate init --setup two-workflows")];
}
const NOT_ENFORCED = warning("The policy says enforce: false: the status is green whatever is found, and nothing is blocked.", "Take the line out when the trial is over, and push to the pull requests that are open.");
async function readPolicy$1(patient, { policyPath }) {
	try {
		const { label, isThere, isEnforced, note } = await patient.readPolicy(policyPath);
		const state = isThere ? `The policy ${policyPath} is valid.` : `There is no policy file ${policyPath}: the defaults hold.`;
		const found = note === null ? ok(state) : warning(plainText(note), "Give the file the name that the workflow names.");
		return {
			label,
			diagnoses: isEnforced ? [found] : [found, NOT_ENFORCED]
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			label: "perf-override",
			diagnoses: [problem(error.message, `Fix ${policyPath} on the default branch.`)]
		};
	}
}
/** One refused request must not hide what the other checks find. */
async function guarded(subject, operation, check) {
	try {
		return await check();
	} catch (error) {
		const why = permissionProblem(error, operation);
		if (why === null) throw error;
		return [warning(`Not checked: ${subject}, because the token may not ${operation}.`, why)];
	}
}
// src/commands/doctor.ts
const WORKFLOWS = ".github/workflows";
const USAGE = {
	guide: "docs/required-check.md",
	calls: [""],
	flags: { repo: {
		type: "string",
		value: "OWNER/NAME",
		says: "the repository; that of this folder without it"
	} },
	exitCodes: "0: the gate works. 1: it does not, or it can be passed by. 2: nothing could be asked."
};
/** `perf-gate doctor` checks a repository. Exit code 1: the gate does not work, or somebody can get around it. */
async function doctor(args) {
	const { values } = readArguments(args, USAGE.flags);
	const here = await slugOf(process.cwd());
	const slug = values.repo ?? process.env.GITHUB_REPOSITORY ?? here;
	const client = await connect(slug, process.env);
	const { data: repository } = await readRepository(client);
	const isHere = here !== null && here === slug;
	const diagnoses = await examine({
		client,
		defaultBranch: repository.default_branch,
		isPublic: !repository.private,
		workflows: isHere ? await workflowsOnDisk() : await workflowsOfBranch(client),
		readPolicy: async (path) => {
			const { policy, note } = await readPolicy(client, path, repository.default_branch);
			return {
				label: policy.override.label,
				isThere: policy.source !== null,
				isEnforced: policy.enforce,
				note
			};
		},
		loadBaseline: async ({ name, baselineStore, policyPath }) => {
			const lookup = await openStore(baselineStore, {
				...client,
				gateName: name
			}).load();
			const { policy } = await readPolicy(client, policyPath, repository.default_branch).catch(() => NO_POLICY);
			return withoutRetired(lookup, {
				runs: [],
				refusals: []
			}, policy);
		},
		understand: (artifact) => understand(client, artifact, repository.name.toLowerCase()),
		now: /* @__PURE__ */ new Date()
	});
	process.stdout.write(describeDiagnoses(`${client.owner}/${client.repo}`, diagnoses));
	return diagnoses.some(({ state }) => state === "problem") ? 1 : 0;
}
async function connect(slug, env) {
	const match = /^([\w.-]+)\/([\w.-]+)$/.exec(slug ?? "");
	if (match === null) {
		const found = slug === null ? "This is no checkout with a remote called origin" : `${JSON.stringify(slug)} is no name`;
		throw new UserError(`${found}. Name the repository: perf-gate doctor --repo owner/name`);
	}
	const [, owner = "", repo = ""] = match;
	const token = env.GITHUB_TOKEN || env.GH_TOKEN || await outputOf("gh", ["auth", "token"]);
	if (!token) throw new UserError("There is no token. Log in with \"gh auth login\", or set GITHUB_TOKEN to a token that can read the repository.");
	const apiUrl = env.GITHUB_API_URL || "https://api.github.com";
	return createClient({
		token,
		apiUrl,
		owner,
		repo,
		fetch: await proxyAwareFetch(env)
	});
}
async function readRepository({ octokit, owner, repo }) {
	try {
		return await octokit.rest.repos.get({
			owner,
			repo
		});
	} catch (error) {
		if (!hasStatus(error, 401, 403, 404)) {
			const why = error instanceof Error ? error.message : String(error);
			const { baseUrl } = octokit.request.endpoint.DEFAULTS;
			throw new UserError(`GitHub did not answer at ${baseUrl}: ${why}. Check the connection and GITHUB_API_URL.`, { cause: error });
		}
		throw new UserError(`GitHub does not show ${owner}/${repo} to this token (${error.status}). Check the name, and that the token can read the repository.`, { cause: error });
	}
}
/** Checks the checkout in which the command is called, so a change can be checked before it is pushed. */
async function workflowsOnDisk() {
	const folder = (0, import__builtin_path.join)(await outputOf("git", ["rev-parse", "--show-toplevel"]) ?? "", WORKFLOWS);
	const names = (await (0, import_promises.readdir)(folder).catch(() => [])).filter(isWorkflow).toSorted();
	const texts = await Promise.all(names.map((name) => (0, import_promises.readFile)((0, import__builtin_path.join)(folder, name), "utf8")));
	return new Map(names.map((name, index) => [`${WORKFLOWS}/${name}`, texts[index] ?? ""]));
}
async function workflowsOfBranch({ octokit, owner, repo }) {
	const listing = await absentAsNull(octokit.rest.repos.getContent({
		owner,
		repo,
		path: WORKFLOWS
	}));
	const files = Array.isArray(listing?.data) ? listing.data.filter(({ name }) => isWorkflow(name)) : [];
	const texts = /* @__PURE__ */ new Map();
	for (const { path } of files) {
		const { data } = await octokit.rest.repos.getContent({
			owner,
			repo,
			path
		});
		if (!Array.isArray(data) && data.type === "file") texts.set(path, Buffer.from(data.content, "base64").toString("utf8"));
	}
	return texts;
}
function isWorkflow(name) {
	return /\.ya?ml$/.test(name);
}
const NO_POLICY = {
	policy: defaultPolicy({}),
	note: null
};
async function readPolicy(client, path, branch) {
	const { file, note } = await readPolicySource(client, path, `refs/heads/${branch}`);
	return {
		policy: file === null ? defaultPolicy({}) : parsePolicy(file.text, file.source, {}),
		note
	};
}
async function understand(client, artifact, defaultService) {
	const download = await downloadArtifact(client, artifact);
	if (download.kind === "expired") return {
		runs: 0,
		refusals: ["the artifact has expired"]
	};
	if (download.kind === "refused") return {
		runs: 0,
		refusals: [download.problem]
	};
	const { id, name, digest, workflowRunId } = artifact;
	try {
		const bytes = Buffer.from(download.bytes);
		const files = await readArtifactZip(bytes, {
			id,
			name,
			digest,
			workflowRunId,
			runAttempt: null
		});
		const { runs, refusals } = await collectRuns(files, {
			formats: FORMATS,
			defaultService,
			defaultVariant: "candidate",
			defaultCommit: null
		});
		return {
			runs: runs.length,
			refusals: refusals.map(({ path, problem }) => `${path}: ${plainText(problem)}`)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			runs: 0,
			refusals: [error.message]
		};
	}
}
export { USAGE, doctor };
