import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, Ct as code, Dt as joined, Ft as text, J as terminalLine, N as isTouched, Ot as listed, Zt as require__builtin_path, j as defaultPolicy, kt as name, xt as UserError } from "./both.js";
import { Ct as withoutRetired, Xt as FORMATS, on as count, u as print, zt as collectRuns } from "./compare.js";
import { Tt as require_picomatch, _t as downloadArtifact, d as readPolicySource, p as openStore, tt as permissionProblem, vt as absentAsNull, w as proxyAwareFetch, xt as hasStatus, yt as createClient } from "./action.js";
import { n as readPolicyFile, t as parsePolicy } from "./policy-file.js";
import { n as readArtifactZip } from "./zip.js";
import { t as shellWord } from "./shell-word.js";
import { t as require_dist } from "./dist.js";
import { t as outputOf } from "./program.js";
import { n as slugOf } from "./repository-facts.js";
import { c as readArguments } from "./command-line.js";
// src/policy/policy-doubts.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
const ROLES_OF_GITHUB = [
	"read",
	"triage",
	"write",
	"maintain",
	"admin"
];
/**
* What is valid in a policy file and probably not what its author meant. It is found before the first change is judged by it.
*
* @param files all files of the repository, from its root. null: not known
* @throws UserError if the file is no policy
*/
function policyDoubts(content, place, files) {
	const { data } = readPolicyFile(content, place);
	const paths = Object.entries(data.services ?? {}).flatMap(([service, settings]) => settings.paths === void 0 ? [] : pathDoubts(service, settings.paths, files));
	const unknown = (data.override?.roles ?? []).filter((role) => !ROLES_OF_GITHUB.includes(role));
	return [...paths, ...unknown.map(roleDoubt)];
}
function pathDoubts(service, paths, files) {
	if (paths.length === 0) return [text`The list ${code("paths")} of ${name(service)} is empty, which counts as no list: every change must have results of it.`];
	const unmatched = files === null ? [] : paths.filter((path) => !isTouched({ paths: [path] }, files));
	if (unmatched.length === 0) return [];
	return [text`No file of this repository fits ${listed(unmatched.map(name), 5)} under ${code("paths")} of ${name(service)}, so its results may be absent unseen.`];
}
function roleDoubt(role) {
	return text`${name(role)} under ${code("override.roles")} is no role of GitHub, which are ${ROLES_OF_GITHUB.join(", ")}: unless the organisation has a role of its own of this name, nobody has it.`;
}
// src/setup/diagnosis.ts
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
/** Prints one line per result, its fix in the next line, and then the totals. The text ends with a newline. */
function describeDiagnoses(repository, diagnoses) {
	const lines = diagnoses.flatMap(({ state, what, fix }) => [`${SIGNS[state]} ${terminalLine(what)}`, ...fix === null ? [] : [`   → ${terminalLine(fix)}`]]);
	const numberOf = (state) => diagnoses.filter((diagnosis) => diagnosis.state === state).length;
	const total = `${count(numberOf("problem"), "problem")}, ${count(numberOf("warning"), "warning")}, ${count(numberOf("ok"), "check")} passed.`;
	return `perf-gate doctor: ${repository}\n\n${lines.join("\n")}\n\n${total}\n`;
}
// src/setup/check-baseline.ts
/** An older baseline was probably measured on other machines and with other dependencies. */
const STALE_AFTER_DAYS = 30;
const DAY_MS$1 = 864e5;
/** Checks that there is a baseline, that it can be read, and that it is still being recorded. */
function checkBaseline(lookup, use, now) {
	switch (lookup.kind) {
		case "unreadable": return [problem(text`The baseline on ${name(lookup.place)} cannot be read: ${name(lookup.file)}: ${lookup.problem}`, text`Revert the last commit of that branch, or delete the file to start anew.`)];
		case "never-written":
			if (!use.records) return [ok(text`No workflow records a baseline: the results contain both versions.`)];
			return [warning(text`No baseline is recorded on ${name(lookup.place)}, so there is nothing to compare with yet.`, text`Push to the default branch, or start the workflow there by hand, and wait for the job that records.`)];
		case "found": return [...lookup.services].map(([service, runs]) => ageOf(service, runs, use, now));
	}
}
function ageOf(service, runs, use, now) {
	const newestMs = Math.max(...runs.map(({ recordedAt }) => Date.parse(recordedAt)));
	const ageDays = Math.floor((now.getTime() - newestMs) / DAY_MS$1);
	const recorded = ageDays === 0 ? "today" : `${count(ageDays, "day")} ago`;
	const age = `${count(runs.length, "run")}, the newest recorded ${recorded}`;
	if (ageDays <= STALE_AFTER_DAYS) return ok(text`The baseline of ${name(service)} can be read: ${age}.`);
	return warning(text`The baseline of ${name(service)} is old: ${age}.`, use.records ? text`Look at the newest runs of the workflow on the default branch: does the job that records still run? When the service is gone, name it under ${code("retired")} in the policy.` : text`No workflow records on pushes. Write one with: perf-gate init --setup stored-baseline`);
}
// src/setup/check-label.ts
/** Checks that the label exists. Without it, nobody can accept a regression. */
async function checkLabel({ octokit, owner, repo }, label) {
	if (await absentAsNull(octokit.rest.issues.getLabel({
		owner,
		repo,
		name: label
	})) !== null) return [ok(text`The label ${name(label)} exists.`)];
	return [warning(text`There is no label ${name(label)}, so nobody can accept a regression.`, text`gh label create ${name(shellWord(label))} --repo ${name(owner)}/${name(repo)} --description "Accept a performance regression, with a reason"`)];
}
// src/setup/check-load-test.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** A run that only judged after a change of labels has no results of its own, so the newest run alone is not enough. */
const RUNS_SEARCHED = 8;
/** When the artifacts of a pull request have been deleted, an override needs a new load test. */
const NEEDED_RETENTION_DAYS = 14;
const DAY_MS = 864e5;
/** Checks that the newest load test has results that the gate understands, and that they are kept long enough. */
async function checkLoadTest(client, use, readArtifact) {
	const { octokit, owner, repo } = client;
	const query = {
		owner,
		repo,
		workflow_id: use.loadTestWorkflow,
		status: "completed",
		per_page: RUNS_SEARCHED
	};
	const runs = (await absentAsNull(octokit.rest.actions.listWorkflowRuns(query)))?.data.workflow_runs ?? [];
	if (runs.length === 0) return [warning(text`${name(use.loadTestWorkflow)} has not finished a run yet.`, text`Open a pull request that changes a comment, and wait for it.`)];
	for (const { id } of runs) {
		const artifacts = await listMatching(client, id, use.artifacts);
		const [first] = artifacts;
		if (first === void 0) continue;
		return [...await checkResults(artifacts, readArtifact), retention(first)];
	}
	return [problem(text`None of the newest ${runs.length} runs of ${name(use.loadTestWorkflow)} has an artifact called ${name(use.artifacts)}.`, text`Upload the results with actions/upload-artifact, also when the load test fails (if: always()).`)];
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
async function checkResults(artifacts, readArtifact) {
	const found = [];
	for (const artifact of artifacts) {
		const where = text`${name(artifact.name)} of run ${artifact.workflowRunId}`;
		if (artifact.expired) {
			found.push(warning(text`${where} has expired, so it cannot be checked.`, text`Run the load test again.`));
			continue;
		}
		const { runs, refusals } = await readArtifact(artifact);
		const [refusal] = refusals;
		if (refusal !== void 0) {
			const more = refusals.length > 1 ? text` ${refusals.length - 1} more like it.` : [];
			found.push(problem(text`${where} has a result that cannot be used: ${refusal}${more}`, INSPECT));
		} else if (runs === 0) found.push(problem(text`${where} has no result at all.`, INSPECT));
		else found.push(ok(text`${where} has ${count(runs, "run")} that the gate understands.`));
	}
	return found;
}
const INSPECT = text`Download the artifact, and look at it with: perf-gate inspect PATH`;
function retention({ retentionDays, name: artifact }) {
	if (retentionDays === null || retentionDays >= NEEDED_RETENTION_DAYS) return ok(text`Artifacts are kept for ${retentionDays ?? "an unknown number of"} days.`);
	return warning(text`${name(artifact)} is kept for ${retentionDays} days only. After that, an override needs a new load test.`, text`Set retention-days: ${NEEDED_RETENTION_DAYS} or more where it is uploaded, or under Settings → Actions → General.`);
}
function daysBetween(from, to) {
	const days = Math.round((Date.parse(to ?? "") - Date.parse(from ?? "")) / DAY_MS);
	return Number.isFinite(days) ? days : null;
}
// src/setup/check-required.ts
/** Checks that the default branch requires the status of the gate, and that every pull request can get it. */
async function checkRequired(client, branch, use) {
	const { required, hasMergeQueue, isWhole } = await readBranchRules(client, branch);
	return [...requiredStatus(required, isWhole, branch, use), ...mergeQueue(hasMergeQueue, branch, use)];
}
function requiredStatus(required, isWhole, branch, use) {
	const own = required.find(({ context }) => context === use.name);
	if (own !== void 0) {
		const by = own.integrationId === null ? text`from any source` : text`from the app ${own.integrationId} only`;
		return [ok(text`The status ${name(use.name)} is required on ${name(branch)}, by ${name(own.source)}, ${by}.`)];
	}
	const job = required.find(({ context }) => use.jobNames.includes(context));
	if (job !== void 0) return [problem(text`${name(branch)} requires the job ${name(job.context)}, not the status ${name(use.name)}. A job that is skipped counts as passed.`, text`Require ${name(use.name)} instead.`)];
	if (!isWhole) return [warning(text`Unknown whether ${name(use.name)} is required on ${name(branch)}: this token does not see the branch protection.`, text`Run this command with the token of an administrator, or look into Settings → Branches.`)];
	return [problem(text`The status ${name(use.name)} is not required on ${name(branch)}: a failed check does not stop a merge.`, text`Require it under Settings → Rules → Rulesets. docs/required-check.md shows each step.`)];
}
function mergeQueue(hasMergeQueue, branch, use) {
	if (!hasMergeQueue) return [];
	if (use.judgesMergeQueue) return [ok(text`${name(branch)} has a merge queue, and the gate runs on merge_group.`)];
	return [problem(text`${name(branch)} has a merge queue, and no workflow that runs the gate starts on merge_group: every entry waits forever.`, text`Add merge_group to the events of the workflow that runs the gate.`)];
}
/** Reads the rulesets, which everybody may read, and the classic branch protection as far as this token may see it. */
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
/** The branch on which baselines are stored. null: they are stored elsewhere. */
function storeBranch({ baselineStore }) {
	const [, named] = /^branch(?::(.+))?$/.exec(baselineStore) ?? [];
	if (named !== void 0) return named;
	return baselineStore === "branch" ? "perf-gate-baselines" : null;
}
/**
* Checks that the store is not a branch with judged code. The gate refuses such a store, because its history would one day
* replace the code.
*/
function checkStorePlace(use, defaultBranch) {
	const branch = storeBranch(use);
	if (branch === null) return [];
	if (branch !== defaultBranch && !(0, import_picomatch.default)([...use.baselineBranches])(branch)) return [];
	return [problem(text`The input baseline-store names the branch ${name(branch)}, whose code is judged: the gate refuses to record there.`, text`Write baseline-store: branch, or name a branch that nothing else uses.`)];
}
/**
* Checks that the branch of the baselines is protected against deletion. GitHub does not tell everybody who may push to it, so
* this is not checked.
*/
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
	if (found.data.protected || rules.some(({ type }) => type === "deletion")) return [ok(text`The branch ${name(branch)} is protected against deletion.`)];
	return [warning(text`The branch ${name(branch)} is not protected: whoever may push can delete the baselines.`, text`Add a ruleset for ${name(branch)} with "Restrict deletions". docs/required-check.md, section 5.`)];
}
// src/setup/check-token.ts
/**
* Checks that the token can read what the gate and this command read. What the gate may write depends on the workflow's
* `permissions:` block.
*/
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
		refused.push(problem(text`The token may not ${operation}.`, [why]));
	}
	return refused.length > 0 ? refused : [ok(text`The token can read the code, the workflow runs and the pull requests.`)];
}
// src/setup/gate-use.ts
const PULL_REQUEST_EVENTS = ["pull_request", "pull_request_target"];
/** All workflows once for each gate, with only the jobs of that gate. Two gates in one repository have two names. */
function gatesOf(workflows) {
	const nameOf = ({ inputs }) => inputs.get("name") || "perf-gate";
	return [...new Set(workflows.flatMap(({ gateJobs }) => gateJobs.map(nameOf)))].map((name) => workflows.map((file) => ({
		...file,
		gateJobs: file.gateJobs.filter((job) => nameOf(job) === name)
	})));
}
/** Reads how the gate is used. null: no workflow runs it. Of several workflows, the first that judges pull requests counts. */
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
/** Whether this workflow judges pull requests and does not only record. */
function judgesPullRequests({ triggers, gateJobs }) {
	return PULL_REQUEST_EVENTS.some((event) => triggers.has(event)) && gateJobs.some(({ onlyRecords }) => !onlyRecords);
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
// src/setup/check-workflows.ts
/**
* The gate must run when a pull request is opened or changed. It must also run when a label changes, because a label can change
* the verdict.
*/
const NEEDED_TYPES = [
	"opened",
	"synchronize",
	"reopened"
];
const LABEL_TYPES = ["labeled", "unlabeled"];
/** The reason for an override may be in the description. */
const DESCRIPTION_TYPE = "edited";
/**
* The types of a pull_request event without `types:`.
* https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
*/
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
/** Without these permissions a push is recorded, but nobody is told about a regression in it. */
const TELL_PERMISSIONS = [["statuses", "write"], ["issues", "write"]];
/**
* The problems of the workflows that run the gate. Each kind of problem has happened in real repositories:
* https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks
*/
function checkWorkflows(workflows, { name: gateName, loadTestWorkflow }, defaultBranch = null) {
	const using = workflows.filter(({ gateJobs }) => gateJobs.length > 0);
	const isLoadTest = ({ path }) => path.endsWith(`/${loadTestWorkflow}`);
	const found = [
		...workflows.flatMap((workflow) => jobWithTheName(workflow, gateName)),
		...missingTriggers(using),
		...workflows.some(isLoadTest) ? [] : [noLoadTest(loadTestWorkflow)],
		...workflows.filter((workflow) => using.includes(workflow) || isLoadTest(workflow)).flatMap((workflow) => [...pathFilters(workflow), ...leftOutBranch(workflow, defaultBranch)]),
		...using.flatMap((workflow) => [
			...cancelledRuns(workflow),
			...unpinnedActions(workflow),
			...linesToReplace(workflow),
			...workflow.gateJobs.flatMap((job) => [
				...skippingCondition(workflow, job),
				...missingPermissions(workflow, job),
				...untrustedCheckout(workflow, job),
				...startedByOwnComments(workflow, job)
			])
		])
	];
	const paths = joined(using.map(({ path }) => name(path)), text` and `);
	return found.length > 0 ? found : [ok(text`The workflows that run the gate are sound: ${paths}.`)];
}
/** https://github.com/actions/runner/issues/1085 */
function jobWithTheName({ path, jobNames }, gateName) {
	if (!jobNames.includes(gateName)) return [];
	return [problem(text`${name(path)} has a job called ${name(gateName)}, like the status. GitHub requires both, and a skipped job counts as passed.`, text`Rename the job, for example to judge.`)];
}
/** The events on which the workflows that run the gate must start. */
function missingTriggers(using) {
	const judging = using.filter(judgesPullRequests);
	const [first] = judging;
	if (first === void 0) return [problem(text`No workflow that runs the gate starts on pull requests.`, text`Write the workflows with: perf-gate init`)];
	return [...missingTypes(judging, name(first.path)), ...missingEvents(using, judging, name(first.path))];
}
/** @param path of the workflow that is to be changed */
function missingTypes(judging, path) {
	const types = judging.flatMap(({ triggers }) => ["pull_request", "pull_request_target"].flatMap((event) => {
		const trigger = triggers.get(event);
		return trigger === void 0 ? [] : trigger.types ?? DEFAULT_TYPES;
	}));
	const missing = (wanted) => wanted.filter((type) => !types.includes(type)).join(", ");
	const [needed, labels] = [missing(NEEDED_TYPES), missing(LABEL_TYPES)];
	const found = [];
	if (needed !== "") found.push(problem(text`${path} does not start on ${name(needed)}, so the required check waits forever.`, typesLine()));
	if (labels !== "") found.push(warning(text`${path} does not start on ${name(labels)}, so an override counts only after the next push.`, typesLine()));
	else if (!types.includes(DESCRIPTION_TYPE)) found.push(warning(text`${path} does not start on ${name(DESCRIPTION_TYPE)}, so ${lateReason("the description")}`, typesLine()));
	return found;
}
/** @param path of the workflow that is to be changed */
function missingEvents(using, judging, path) {
	const readsComments = judging.some(({ triggers }) => triggers.has("issue_comment"));
	const judgesOnSchedule = using.some(({ triggers, gateJobs }) => triggers.has("schedule") && gateJobs.some((job) => !job.onlyRecords));
	const found = [];
	if (!readsComments) found.push(warning(text`${path} does not start on issue_comment, so ${lateReason("a comment")}`, text`Add ${name("\"issue_comment: { types: [created, edited] }\"")} to its events.`));
	if (!judgesOnSchedule) found.push(warning(text`${path} does not start on schedule, so an expired override counts until something happens in its pull request.`, text`Add ${name(`"schedule: [{ cron: '17 3 * * *' }]"`)} to its events, and "mode: gate" to the inputs of the job that judges.`));
	return found;
}
function lateReason(place) {
	return text`a reason that is written into ${place} after the label is seen only when the label is set again.`;
}
function typesLine() {
	const types = [
		...NEEDED_TYPES,
		DESCRIPTION_TYPE,
		...LABEL_TYPES
	];
	return text`Set ${name(`"types: [${types.join(", ")}]"`)} under its pull request event.`;
}
function noLoadTest(workflow) {
	return problem(text`The load test should run in ${name(workflow)}, but there is no such workflow, so the check stays pending.`, text`Name the right file in the input load-test-workflow.`);
}
function pathFilters({ path, triggers }) {
	return [...triggers].flatMap(([event, { filters }]) => event.startsWith("pull_request") && filters.length > 0 ? [problem(text`${name(path)} has ${filters.join(" and ")} under ${name(event)}: a pull request that touches other files never gets the required check.`, text`Remove the filter, and name the files under ${name("services.<name>.paths")} of the policy.`)] : []);
}
/**
* The last matching pattern decides:
* https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
*/
function startsFor(branch, patterns) {
	return patterns.reduce((starts, pattern) => {
		return (0, import_picomatch.default)(pattern.replace(/^!/, ""), { dot: true })(branch) ? !pattern.startsWith("!") : starts;
	}, false);
}
function leftOutBranch({ path, triggers }, defaultBranch) {
	if (defaultBranch === null) return [];
	return [...triggers].flatMap(([event, { branches, ignoredBranches }]) => {
		if (!(branches !== null && !startsFor(defaultBranch, branches) || ignoredBranches !== null && startsFor(defaultBranch, ignoredBranches))) return [];
		if (event.startsWith("pull_request")) return [problem(text`${name(path)} does not start on pull requests into ${name(defaultBranch)}, so they never get the required check.`, text`Name ${name(defaultBranch)} in the branches of ${name(event)}, or remove the filter.`)];
		if (event !== "push") return [];
		return [warning(text`${name(path)} does not start on pushes to ${name(defaultBranch)}, so no baseline of it is recorded.`, text`Name ${name(defaultBranch)} in the branches of push.`)];
	});
}
/**
* Comments that the job's own token writes start no workflow. Comments of another token do, and every report contains the
* command that the workflow waits for.
*/
function startedByOwnComments({ path, triggers }, { id, inputs, condition }) {
	const token = inputs.get("github-token") ?? "";
	if (token === "" || /\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/.test(token)) return [];
	if (!triggers.has("issue_comment") || condition?.includes("github.event.comment.user.type") === true) return [];
	return [warning(text`The job ${name(id)} in ${name(path)} has a github-token of its own, so each comment of the gate starts the workflow again. That run does nothing, but it costs time.`, text`Add to its condition: github.event.comment.user.type != 'Bot'`)];
}
/** https://github.com/apache/texera/issues/8522 */
function cancelledRuns({ path, cancelsInProgress }) {
	if (!cancelsInProgress) return [];
	return [warning(text`${name(path)} has "cancel-in-progress: true": a label that comes during a run cancels it, and the check stays without a verdict.`, text`Set "cancel-in-progress: false" for the job that runs the gate.`)];
}
/** https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions */
function unpinnedActions({ path, actions }) {
	const remote = actions.filter((action) => !action.startsWith("./") && !action.startsWith("docker://"));
	if (remote.some((action) => action.startsWith("OWNER/"))) return [problem(text`${name(path)} still uses the placeholder OWNER/perf-gate.`, text`Write the owner and the commit of a release.`)];
	const loose = [...new Set(remote.filter((action) => !/@[0-9a-f]{40}$/.test(action)))];
	if (loose.length === 0) return [];
	return [warning(text`${name(path)} uses ${loose.join(", ")}, which their owners can change.`, text`Pin each action to a full commit: ${name("owner/name@<40 hexadecimal digits> # v1.2.3")}`)];
}
function linesToReplace({ path, markedLines }) {
	if (markedLines.length === 0) return [];
	return [warning(text`${name(path)} has lines that are marked with REPLACE: ${markedLines.join(", ")}.`, text`Check that they start your service, and remove the mark.`)];
}
/**
* Conditions that never hide a commit from the gate, because they depend only on the event, on the command in a comment, or on
* the start of the load test. The required check is a commit status, so a job that is skipped by such a condition turns nothing
* green.
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
function skippingCondition({ path }, { id, condition, needsOthers }) {
	const own = (condition ?? "").replace(/^\s*\$\{\{|\}\}\s*$/g, "");
	const runsAlways = /\balways\(\)|!\s*cancelled\(\)/.test(own);
	if (needsOthers && !runsAlways) return [problem(text`The job ${name(id)} in ${name(path)} is skipped when the load test fails, so a failed load test goes unnoticed.`, text`Set "if: always()" on this job. The gate itself says what is missing.`)];
	if (SAFE_CONDITIONS.reduce((left, safe) => left.replace(safe, ""), own) === "") return [];
	return [warning(text`The job ${name(id)} in ${name(path)} has a condition of its own (if: ${name(own.trim())}). When it is false, the status stays as it was.`, text`Let the job run always, or on an event only: the gate itself decides what to do.`)];
}
function missingPermissions(workflow, { id, inputs, permissions, onlyRecords }) {
	const needed = (judgesPullRequests(workflow) || workflow.triggers.has("workflow_call")) && !onlyRecords ? JUDGE_PERMISSIONS : RECORD_PERMISSIONS;
	if (permissions === null) return [warning(text`The job ${name(id)} in ${name(workflow.path)} has no permissions: block, so what it may do depends on the repository's setting.`, text`Add: permissions: { ${permissionList(needed)} }`)];
	const missing = needed.filter(([name, level]) => !allows(permissions, name, level));
	if (missing.length > 0) return [problem(text`The job ${name(id)} in ${name(workflow.path)} lacks permissions.`, addLines(missing))];
	if (needed !== RECORD_PERMISSIONS) return [];
	const untold = (inputs.get("regression-issue") === "never" ? TELL_PERMISSIONS.slice(0, 1) : TELL_PERMISSIONS).filter(([name, level]) => !allows(permissions, name, level));
	if (untold.length === 0) return [];
	return [warning(text`The job ${name(id)} in ${name(workflow.path)} records, but may not report a regression that was merged.`, addLines(untold))];
}
function addLines(missing) {
	return text`Add to its permissions: block: ${permissionList(missing)}`;
}
function permissionList(permissions) {
	return permissions.map(([name, level]) => `${name}: ${level}`).join(", ");
}
function allows({ all, each }, name, level) {
	if (all !== null) return all === "write-all" || all === "read-all" && level === "read";
	const granted = each.get(name);
	return granted === "write" || granted === level;
}
/** https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target */
function untrustedCheckout({ path, triggers }, { id, checksOutPullRequest }) {
	if (!(triggers.has("pull_request_target") || triggers.has("workflow_run")) || !checksOutPullRequest) return [];
	return [problem(text`The job ${name(id)} in ${name(path)} checks out the code of the pull request where it has a token that can write.`, text`Remove the checkout. The gate needs no code.`)];
}
// src/setup/workflow-file.ts
var import_dist = require_dist();
/** `owner/perf-gate@ref`, or a local path to the repository of the action. */
const OWN_ACTION = /(?:^|\/)perf-gate@|^\.\/?$/;
/** Inputs that no other action has. They identify a fork of this action under any name. */
const OWN_INPUTS = [
	"load-test-workflow",
	"baseline-store",
	"baseline-branches",
	"override-label",
	"merge-queue",
	"max-regression",
	"regression-issue"
];
/** The actions with at least one of the OWN_INPUTS, without their version. */
function actionsByInputs(text) {
	return [...mapOf(mapOf((0, import_dist.parseDocument)(text).toJS()).get("jobs")).values()].flatMap((job) => stepsOf(mapOf(job))).flatMap(({ uses, inputs }) => uses !== null && OWN_INPUTS.some((name) => inputs.has(name)) ? [withoutVersion(uses)] : []);
}
function withoutVersion(uses) {
	return uses.replace(/@.*$/, "");
}
/**
* Reads a workflow. Parts that are not understood are treated as absent, because GitHub itself checks the syntax.
*
* @param forks the forks of this action under other names
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
/**
* Whether a new run cancels another one. A group that contains the number of the run applies to some events only. Every other
* event gets a group of its own and cancels nothing.
*/
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
/** The entries of a YAML mapping. Empty for any other value. */
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
/** Runs all checks. The results come in the order in which a person would fix them. */
async function examine(repository) {
	const { client, defaultBranch } = repository;
	const token = await checkToken(client, defaultBranch);
	const forks = [...new Set([...repository.workflows.values()].flatMap(actionsByInputs))];
	const read = [...repository.workflows].map(([path, text]) => ({
		path,
		...readWorkflow(path, text, forks)
	}));
	const unreadable = read.flatMap((file) => file.kind === "unreadable" ? [problem(text`${name(file.path)} is not YAML: ${name(file.problem)}`, text`Fix the file.`)] : []);
	const gates = gatesOf(read.flatMap((file) => file.kind === "read" ? [file.workflow] : []));
	if (gates.length === 0) {
		const none = problem(text`No workflow runs perf-gate.`, text`Write the workflows with: perf-gate init`);
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
		const ofGate = await examineUse(repository, gate, use);
		found.push(...gates.length === 1 ? ofGate : ofGate.map((one) => ({
			...one,
			what: text`${name(use.name)}: ${one.what}`
		})));
	}
	return [
		...token,
		...unreadable,
		...found
	];
}
async function examineUse(repository, workflows, use) {
	const { client, defaultBranch, now } = repository;
	const policy = await readPolicy$1(repository, use);
	return [
		...checkWorkflows(workflows, use, defaultBranch),
		...forks(repository, use),
		...policy.diagnoses,
		...await guarded("the label", "read the pull request", () => checkLabel(client, use.overrideLabel ?? policy.label)),
		...await guarded("the results", "read the artifacts", () => checkLoadTest(client, use, repository.readArtifact)),
		...await guarded("the baseline", "read the baseline", async () => {
			const misplaced = checkStorePlace(use, defaultBranch);
			if (misplaced.length > 0) return misplaced;
			return [...checkBaseline(await repository.loadBaseline(use), use, now), ...await checkStoreProtection(client, use)];
		}),
		...await guarded("the required check", "read the baseline", () => checkRequired(client, defaultBranch, use))
	];
}
/** In a pull request from a fork, the token of `pull_request` can only read, so it can write neither a status nor a comment. */
function forks({ isPublic }, use) {
	if (use.judgesForks || !isPublic) return [];
	return [warning(text`The repository is public, and pull requests from forks get neither a status nor a comment in one workflow.`, text`Use two workflows: perf-gate init --setup two-workflows`)];
}
const NOT_ENFORCED = warning(text`The policy says enforce: false: the status is green whatever is found, and nothing is blocked.`, text`Remove the line when the trial is over, and push to the open pull requests.`);
async function readPolicy$1(repository, { policyPath }) {
	try {
		const { label, isThere, isEnforced, note, doubts } = await repository.readPolicy(policyPath);
		const state = isThere ? text`The policy ${name(policyPath)} is valid.` : text`There is no policy file ${name(policyPath)}: the defaults hold.`;
		return {
			label,
			diagnoses: [
				note === null ? ok(state) : warning(note, text`Give the file the name that the workflow names.`),
				...doubts.map((one) => warning(one, text`Correct ${name(policyPath)} on the default branch.`)),
				...isEnforced ? [] : [NOT_ENFORCED]
			]
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			label: "perf-override",
			diagnoses: [problem(error.whole, text`Fix ${name(policyPath)} on the default branch.`)]
		};
	}
}
/** A refused request must not hide the results of the other checks. */
async function guarded(subject, operation, check) {
	try {
		return await check();
	} catch (error) {
		const why = permissionProblem(error, operation);
		if (why === null) throw error;
		return [warning(text`Not checked: ${subject}, because the token may not ${operation}.`, [why])];
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
		says: "the repository; default: that of this folder"
	} },
	exitCodes: "0: the gate works. 1: it does not, or somebody can get around it. 2: nothing could be checked."
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
			const { policy, text, note } = await readPolicy(client, path, repository.default_branch);
			const doubts = text === null ? [] : policyDoubts(text, path, isHere ? await filesOnDisk() : null);
			return {
				label: policy.override.label,
				isThere: policy.source !== null,
				isEnforced: policy.enforce,
				note,
				doubts
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
		readArtifact: (artifact) => readArtifact(client, artifact, repository.name.toLowerCase()),
		now: /* @__PURE__ */ new Date()
	});
	print(describeDiagnoses(`${client.owner}/${client.repo}`, diagnoses));
	return diagnoses.some(({ state }) => state === "problem") ? 1 : 0;
}
async function connect(slug, env) {
	const match = /^([\w.-]+)\/([\w.-]+)$/.exec(slug ?? "");
	if (match === null) {
		const found = slug === null ? "There is no remote called origin here" : `${JSON.stringify(slug)} is not OWNER/NAME`;
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
/** The files that Git has in the checkout. null: Git does not say. */
async function filesOnDisk() {
	return (await outputOf("git", [
		"ls-files",
		"-z",
		"--full-name",
		":/"
	]))?.split("\0").filter((path) => path !== "") ?? null;
}
const NO_POLICY = {
	policy: defaultPolicy({}),
	text: null,
	note: null
};
async function readPolicy(client, path, branch) {
	const { file, note } = await readPolicySource(client, path, `refs/heads/${branch}`);
	return {
		policy: file === null ? defaultPolicy({}) : parsePolicy(file.text, file.source, {}),
		text: file?.text ?? null,
		note
	};
}
async function readArtifact(client, artifact, defaultService) {
	const download = await downloadArtifact(client, artifact);
	if (download.kind === "expired") return {
		runs: 0,
		refusals: [text`the artifact has expired`]
	};
	if (download.kind === "refused") return {
		runs: 0,
		refusals: [[download.problem]]
	};
	const { id, name: name$1, digest, workflowRunId } = artifact;
	try {
		const bytes = Buffer.from(download.bytes);
		const files = await readArtifactZip(bytes, {
			id,
			name: name$1,
			digest,
			workflowRunId,
			runAttempt: null
		});
		const { runs, refusals } = await collectRuns(files, {
			formats: FORMATS,
			defaultService,
			defaultSide: "candidate",
			defaultCommit: null
		});
		return {
			runs: runs.length,
			refusals: refusals.map(({ path, problem }) => text`${name(path)}: ${problem}`)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			runs: 0,
			refusals: [error.whole]
		};
	}
}
export { USAGE, doctor };
