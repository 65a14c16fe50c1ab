import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, L as servicePolicy, Rt as written, St as capitalized, T as withPlainPipes, Zt as require__builtin_path, _ as commit, b as link, g as code, i as encode, l as PLAIN, r as decode, s as MARKDOWN, x as plain, xt as UserError } from "./both.js";
import { At as setOutput, Mt as summary, Q as readMergedOverrides, dt as readOwnLogin, jt as setSecret, l as attempt, lt as shortened, nt as withPermissionHint, u as readPolicy, w as proxyAwareFetch } from "./action.js";
import { n as prometheusAt } from "./query.js";
import { a as ALPHA, c as watchMarkdown, d as comparedWith, f as timeText, i as askPrometheus, l as watchRow, n as watchReport, o as lookAt, p as watchStatement, r as watchedServices, s as looksAt, t as OUTCOMES, u as watchJson } from "./watch-report.js";
import { c as suspectTable, d as fittingBody, n as openIssues, r as updateIssue, t as createIssue } from "./issue.js";
import { on as count } from "./compare.js";
// src/github/deployments.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** At most this many deployments are searched for the two newest that succeeded. */
const MAX_DEPLOYMENTS = 8;
/** The newest successful deployments to an environment, the newest first, at most two. */
async function endedDeployments(client, environment, gateName) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.repos.listDeployments({
		owner,
		repo,
		environment,
		per_page: MAX_DEPLOYMENTS
	});
	const newest = data.toSorted((left, right) => right.id - left.id);
	const ended = [];
	for (const { id, sha } of newest) {
		const deployment = await endedDeployment(client, id, sha, gateName);
		if (deployment !== null) ended.push(deployment);
		if (ended.length === 2) break;
	}
	return ended;
}
/** null: the deployment has not ended, or it failed. */
async function endedDeployment({ octokit, owner, repo }, id, sha, gateName) {
	const parameters = {
		owner,
		repo,
		deployment_id: id,
		per_page: 100
	};
	const { data } = await octokit.rest.repos.listDeploymentStatuses(parameters);
	const statuses = data.toSorted((left, right) => left.id - right.id);
	const isOurs = ({ description }) => description.startsWith(`${gateName}: `);
	const success = statuses.find((status) => status.state === "success" && !isOurs(status));
	if (success === void 0) return null;
	const told = statuses.findLast(isOurs) ?? null;
	return {
		id,
		sha,
		deployedAtS: Math.floor(Date.parse(success.created_at) / 1e3),
		told
	};
}
/** `auto_inactive` is off, so that other deployments stay active. By default, a success makes all earlier deployments inactive. */
async function setDeploymentStatus({ octokit, owner, repo }, deployment_id, { state, description, logUrl }) {
	const status = {
		state,
		description,
		log_url: logUrl,
		auto_inactive: false
	};
	await octokit.rest.repos.createDeploymentStatus({
		owner,
		repo,
		deployment_id,
		...status
	});
}
/** The commits after one commit and up to another, the newest first, and their total number. */
async function commitsBetween({ octokit, owner, repo }, from, to) {
	const ask = async (page) => {
		const parameters = {
			owner,
			repo,
			basehead: `${from}...${to}`,
			per_page: PAGE_SIZE,
			page
		};
		return (await octokit.rest.repos.compareCommitsWithBasehead(parameters)).data;
	};
	const first = await ask(1);
	const lastPage = Math.ceil(first.total_commits / PAGE_SIZE);
	const { commits } = lastPage > 1 ? await ask(lastPage) : first;
	return {
		commits: commits.toReversed().map(({ sha, commit }) => ({
			sha,
			subject: commit.message.split("\n")[0] ?? ""
		})),
		all: first.total_commits
	};
}
const PAGE_SIZE = 100;
/** https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
async function dispatchEvent({ octokit, owner, repo }, event_type, client_payload) {
	await octokit.rest.repos.createDispatchEvent({
		owner,
		repo,
		event_type,
		client_payload,
		request: { retries: 0 }
	});
}
// src/report/watch-issue.ts
const MARKER = /^<!-- perf-gate:v1 production name=(\S+) environment=(\S+) service=(\S+) -->(?:\r?\n|$)/;
const PART = /^<!-- perf-gate:deployment (\d+) slower=([\d.]+) failing=(-?[\d.]+) -->$/m;
function productionTitle({ name, environment, service }) {
	return `${name}: ${plain(service, 60)} became worse in ${plain(environment, 60)}`;
}
/** The subject of an issue; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
function parseProductionMarker(body) {
	const [name, environment, service] = (MARKER.exec(body)?.slice(1) ?? []).map((one) => decode(one));
	return name == null || environment == null || service == null ? void 0 : {
		name,
		environment,
		service
	};
}
/** The combined effect of all deployments in the issue, worse and better. */
function balanceOf(body) {
	return partsOf(body).reduce((sum, { effect }) => ({
		slower: sum.slower * effect.slower,
		failing: sum.failing + effect.failing
	}), {
		slower: 1,
		failing: 0
	});
}
/** The text of the issue with this deployment added at the top. An earlier part about the same deployment is replaced. */
function withDeployment(told, earlier = "") {
	const parts = [partOf(told), ...partsOf(earlier).filter(({ id }) => id !== told.id)];
	return fittingBody(parts, (fitting) => bodyOf(told.subject, opening(told.subject), fitting));
}
/** The text of the issue when it is closed. */
function mendedText(told, earlier) {
	const words = `✅ ${code(told.subject.service)} is as good as before: the deployment of ${commit(told.commit)} proves it.`;
	return bodyOf(told.subject, words, partsOf(withDeployment(told, earlier)));
}
function opening({ environment, service, name }) {
	return `${code(service)} became worse in ${code(environment)} with a deployment. ${code(name)} keeps this issue: it closes when a later deployment is proven to make it good. Nothing is rolled back by itself.`;
}
function bodyOf({ name, environment, service }, words, parts) {
	const marker = `<!-- perf-gate:v1 production name=${encode(name)} environment=${encode(environment)} service=${encode(service)} -->`;
	const told = parts.map(({ id, effect, text }) => `<!-- perf-gate:deployment ${id} slower=${effect.slower.toFixed(4)} failing=${effect.failing.toFixed(6)} -->\n${text}`);
	return `${[
		marker,
		withPlainPipes(words),
		...told
	].join("\n\n")}\n`;
}
/** Each part begins with a marker line. Text from outside never stands at the start of a line, so it cannot begin a part. */
function partsOf(body) {
	const [, ...pieces] = body.replaceAll("\r\n", "\n").split(PART);
	return Array.from({ length: Math.floor(pieces.length / 4) }, (_, index) => {
		const [id, slower, failing, text = ""] = pieces.slice(4 * index);
		return {
			id: Number(id),
			effect: {
				slower: Number(slower),
				failing: Number(failing)
			},
			text: text.trim()
		};
	});
}
function partOf(told) {
	const { watched, commit: commit$1, previousCommit, deployedAtS, runUrl, repositoryUrl, suspects } = told;
	const { comparison } = watched;
	const run = link("The whole report", runUrl);
	const compare = previousCommit === null ? void 0 : link("all changes", `${repositoryUrl}/compare/${previousCommit}...${commit$1}`);
	const text = [
		withPlainPipes(`**Deployment of ${commit(commit$1)} at ${timeText(deployedAtS)}: ${written(watchStatement(watched), MARKDOWN)}.**${run === void 0 ? "" : ` ${run}.`}`),
		watchRow(watched),
		comparison === null ? "" : `${withPlainPipes(written(capitalized(comparedWith(comparison)), MARKDOWN))}. To look yourself, ask Prometheus at ${timeText(comparison.untilS)}:\n\n${fenced(comparison.query)}`,
		suspectsText(told, compare),
		suspects.length === 0 ? "" : suspectTable(suspects, told.subject.service)
	];
	return {
		id: told.id,
		effect: told.effect,
		text: text.filter((one) => one !== "").join("\n\n")
	};
}
function suspectsText({ suspects, allCommits, previousCommit }, compare) {
	if (previousCommit === null) return "No earlier deployment is known, so no commit is named.";
	const since = `since ${commit(previousCommit)}, which was deployed before${compare === void 0 ? "" : ` (${compare})`}`;
	const shown = Math.min(suspects.length, 20);
	if (shown === 0) return `No commit is known ${since}.`;
	const all = Math.max(allCommits, shown);
	return `${count(all, "commit")} ${since}${shown < all ? `, of which ${shown} are named` : ""}:`;
}
/** The query can contain names from the policy. The fence is longer than any run of backticks in the query, so no name can end the block. */
function fenced(query) {
	const fence = "`".repeat(Math.max(3, ...[...query.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return `${fence}promql\n${query.replaceAll(/\s+/g, " ")}\n${fence}`;
}
// src/action/tell-production.ts
/** At most this many issues are written for one deployment. If all services become worse at once, they probably have one cause. */
const MAX_ISSUES = 3;
/** Reports the effect of a deployment as its status, as an event and in issues. If GitHub refuses a request, a warning says so. */
async function tellProduction(around, policy, watched) {
	await tellDeployment(around, watched);
	if (around.inputs.regressionIssue === "never") return;
	await attempt(around, "tell of the regression in an issue", () => keepIssues(around, policy, watched));
}
/**
* The status is set before the event is sent, because later looks see from the status that the event was sent. If the status cannot be
* set, no event is sent; otherwise each look would send the event again.
*/
async function tellDeployment(around, { deployment, report }) {
	const { client, inputs, log } = around;
	const verdict = verdictOf(around, report);
	const { told } = deployment;
	if (verdict === null || told?.state === "failure") return;
	if (told?.state === verdict.state && told.description === verdict.description) return;
	const isSet = await attempt(around, "set the deployment status", async () => {
		await setDeploymentStatus(client, deployment.id, verdict);
		return true;
	});
	const { rollbackEvent } = inputs;
	if (verdict.state !== "failure" || rollbackEvent === null) return;
	if (isSet === null) {
		log.error(`The event ${rollbackEvent} was not sent: without the deployment status it would be sent at every look.`);
		return;
	}
	if (await attempt(around, "ask for a roll-back", async () => {
		await dispatchEvent(client, rollbackEvent, payloadOf(deployment.id, report));
		return true;
	}) !== null) log.info(`Sent the event ${rollbackEvent}.`);
}
function payloadOf(deployment, { environment, commit, previousCommit, services }) {
	return {
		deployment,
		environment,
		commit,
		previous_commit: previousCommit,
		services: services.filter(({ outcome }) => outcome === "fail").map(({ service }) => service)
	};
}
/** A service that became worse is reported at once, any other result after the last look. null: wait for a later look. */
function verdictOf({ inputs, context }, { outcome, services, look }) {
	const [worst] = services;
	if (worst === void 0 || outcome !== "fail" && look.number < look.of) return null;
	const text = `${inputs.name}: ${written(watchStatement(worst), PLAIN)}.`;
	return {
		state: outcome === "fail" ? "failure" : outcome === "no-data" ? "error" : "success",
		description: shortened(text, 140),
		logUrl: context.runUrl
	};
}
/** One issue per service. It is updated in place, only if its text changes, and closed when a later deployment repairs the service. */
async function keepIssues(around, policy, watched) {
	const { client, inputs, log } = around;
	const environment = watched.report.environment ?? "";
	const told = watched.report.services.filter(({ comparison }) => comparison !== null);
	const worse = told.filter(({ outcome }) => outcome === "fail");
	const better = told.filter((service) => service.outcome !== "fail" && isBetter(effectOf(service, policy)));
	if (worse.length + better.length === 0) return;
	const author = await readOwnLogin(client);
	const listed = await openIssues(client, inputs.name);
	if (listed === null) {
		log.warning(`No issue was opened: more issues than can be read have the label ${inputs.name}.`);
		return;
	}
	const issueOf = (service) => listed.find((issue) => isAbout(issue, author, {
		name: inputs.name,
		environment,
		service
	}));
	const suspects = worse.length === 0 ? NO_SUSPECTS : await suspectsOf(around, watched.report);
	for (const service of worse.slice(0, MAX_ISSUES)) {
		const deployment = toldDeployment(around, watched, service, effectOf(service, policy), suspects);
		const there = issueOf(service.service);
		if (there === void 0) await open(around, deployment, author);
		else await update(around, there, withDeployment(deployment, there.body), null);
	}
	if (worse.length > MAX_ISSUES) log.warning(`${worse.length} services became worse at once. ${MAX_ISSUES} of them have an issue.`);
	for (const service of better) {
		const there = issueOf(service.service);
		if (there === void 0) continue;
		const deployment = toldDeployment(around, watched, service, effectOf(service, policy), NO_SUSPECTS);
		const body = withDeployment(deployment, there.body);
		const { maxRegressionRatio, maxErrorRateIncrease } = servicePolicy(policy, service.service);
		const { slower, failing } = balanceOf(body);
		const isMended = slower <= 1 + maxRegressionRatio && failing < maxErrorRateIncrease;
		await update(around, there, isMended ? mendedText(deployment, there.body) : body, isMended ? "completed" : null);
	}
}
/** Finds an issue by marker and author, because anybody can write a marker. */
function isAbout({ author: by, body }, author, subject) {
	const found = by === author ? parseProductionMarker(body) : void 0;
	return found?.name === subject.name && found.environment === subject.environment && found.service === subject.service;
}
async function open({ client, inputs, log }, deployment, author) {
	const number = await createIssue(client, {
		title: productionTitle(deployment.subject),
		body: withDeployment(deployment),
		label: inputs.name,
		isSame: (issue) => isAbout(issue, author, deployment.subject)
	});
	log.info(`Opened issue #${number}: ${productionTitle(deployment.subject)}`);
}
async function update({ client }, issue, body, closing) {
	if (body !== issue.body) await updateIssue(client, issue.number, body, closing);
}
function toldDeployment({ inputs, context }, { deployment, report }, watched, effect, { suspects, all }) {
	const { owner, name } = context.repository;
	return {
		subject: {
			name: inputs.name,
			environment: report.environment ?? "",
			service: watched.service
		},
		id: deployment.id,
		commit: deployment.sha,
		previousCommit: report.previousCommit,
		deployedAtS: report.deployedAtS,
		watched,
		effect,
		suspects,
		allCommits: all,
		repositoryUrl: `${context.serverUrl}/${owner}/${name}`,
		runUrl: context.runUrl
	};
}
function isBetter({ slower, failing }) {
	return slower < 1 || failing < 0;
}
/** The proven effect. A change that may be chance counts as no change. */
function effectOf({ service, comparison }, policy) {
	if (comparison === null) return {
		slower: 1,
		failing: 0
	};
	const { kind, pValue, changeRatio, failedRatio } = comparison;
	const alpha = ALPHA[kind];
	const isProven = pValue <= alpha || pValue >= 1 - alpha;
	const failing = failedRatio === null ? 0 : failedRatio.candidate - failedRatio.baseline;
	return {
		slower: isProven && changeRatio !== null ? 1 + changeRatio : 1,
		failing: Math.abs(failing) >= servicePolicy(policy, service).maxErrorRateIncrease ? failing : 0
	};
}
const NO_SUSPECTS = {
	suspects: [],
	all: 0
};
/** The commits since the previous deployment, with their pull requests and overrides if the token may read them. */
async function suspectsOf(around, { commit, previousCommit }) {
	const { client, inputs, context } = around;
	if (commit === null || previousCommit === null || commit === previousCommit) return NO_SUSPECTS;
	const between = await attempt(around, "find the commit to compare with", () => commitsBetween(client, previousCommit, commit));
	if (between === null) return NO_SUSPECTS;
	const commits = between.commits.slice(0, 20);
	const query = {
		commits: commits.map(({ sha }) => sha),
		branch: context.repository.defaultBranch,
		name: inputs.name
	};
	const merged = await attempt(around, "find the merged pull request", () => readMergedOverrides(client, query));
	return {
		suspects: commits.map(({ sha, subject }) => ({
			commit: sha,
			subject,
			pullRequests: merged?.commits.get(sha)?.pullRequests ?? [],
			overrides: merged?.byCommit.get(sha) ?? []
		})),
		all: between.all
	};
}
// src/action/watch-production.ts
/** A schedule may start late or not at all, so a deployment is still reported this long after its last look. */
const OVER_AFTER_S = 86400;
/**
* Looks at the newest deployment of each environment that the policy names. It stores nothing: the end of the deployment says which look is
* due, and the issue and the statuses of the deployment say what was reported. The alternative, a job that waits, would cost four hours.
*
* @returns whether the job may be green
*/
async function watchProduction(around) {
	const { context, inputs, log } = around;
	const { event, repository } = context;
	if (event.kind !== "deployment" && !(event.kind === "push" && event.trigger !== "push")) throw new UserError("The mode watch goes with the events deployment_status, schedule and workflow_dispatch.");
	const { policy } = await readPolicy(around, `refs/heads/${repository.defaultBranch}`);
	const environments = environmentsOf(policy);
	if (environments.length === 0) throw new UserError(`No service is watched. Write into ${inputs.policy}, on the default branch: services: { checkout: { watch: {} } }`);
	if (event.kind === "deployment" && (event.state !== "success" || !environments.includes(event.environment))) {
		log.info(`Nothing to do: ${event.environment} is ${event.state}, and ${environments.join(", ")} is watched after a success.`);
		return true;
	}
	const ask = await askFor(around);
	const reports = [];
	for (const environment of event.kind === "deployment" ? [event.environment] : environments) {
		const found = await look(around, policy, environment, ask);
		if (found !== null) reports.push(found);
	}
	await publish(around, reports.map(({ report }) => report));
	for (const watched of reports) await tellProduction(around, policy, watched);
	return reports.every(({ report }) => mayBeGreen(report));
}
function environmentsOf(policy) {
	const all = watchedServices(policy, null).flatMap((service) => servicePolicy(policy, service).watch?.environment ?? []);
	return [...new Set(all)].toSorted();
}
async function askFor({ inputs, env }) {
	if (inputs.prometheusUrl === null) throw new UserError("Where is Prometheus? Set the input `prometheus-url`, such as https://prometheus.example.");
	if (inputs.prometheusToken !== null) setSecret(inputs.prometheusToken);
	const fetch = await proxyAwareFetch(env);
	return askPrometheus(prometheusAt(inputs.prometheusUrl, {
		token: inputs.prometheusToken,
		fetch
	}));
}
/** null: no look is due now. */
async function look(around, policy, environment, ask) {
	const { client, inputs, log } = around;
	const [deployment, previous] = await withPermissionHint("read the deployments", () => endedDeployments(client, environment, inputs.name));
	if (deployment === void 0) {
		log.info(`No deployment to ${environment} has ended well.`);
		return null;
	}
	const due = dueLook(deployment.deployedAtS, Date.now() / 1e3);
	if (typeof due === "string") {
		log.info(`${environment}, ${deployment.sha.slice(0, 7)}: ${due}`);
		return null;
	}
	const seen = {
		environment,
		deployedAtS: deployment.deployedAtS,
		commit: deployment.sha,
		previousCommit: previous?.sha ?? null,
		version: null,
		look: due
	};
	return {
		deployment,
		report: await watchReport(watchedServices(policy, environment), policy, seen, ask)
	};
}
/** The look that is due because its time is over, or why none is due. */
function dueLook(deployedAtS, nowS) {
	const due = lookAt(deployedAtS, nowS);
	if (due === null) return `the first look ends at ${timeText(looksAt(deployedAtS)[0]?.endsAtS ?? deployedAtS)}.`;
	return due.number === due.of && nowS > due.endsAtS + OVER_AFTER_S ? `its last look ended at ${timeText(due.endsAtS)}.` : due;
}
/** Writes the summary, the files, the outputs and the log. */
async function publish({ inputs, env, log }, reports) {
	const [worst] = reports.toSorted((left, right) => OUTCOMES.indexOf(left.outcome) - OUTCOMES.indexOf(right.outcome));
	const services = reports.flatMap((report) => report.services);
	const worse = services.filter(({ outcome }) => outcome === "fail");
	setOutput("outcome", worst?.outcome ?? "");
	setOutput("regressed", String(worse.length > 0));
	setOutput("services", JSON.stringify(worse.map(({ service }) => service)));
	if (worst === void 0) return;
	const markdown = reports.map(watchMarkdown).join("\n");
	const folder = (0, import__builtin_path.join)(env.RUNNER_TEMP ?? "", `perf-gate-${inputs.name}`);
	await (0, import_promises.mkdir)(folder, { recursive: true });
	const [jsonPath, markdownPath] = [(0, import__builtin_path.join)(folder, "watch.json"), (0, import__builtin_path.join)(folder, "watch.md")];
	await (0, import_promises.writeFile)(jsonPath, `${JSON.stringify(watchJson(worst), null, 2)}\n`);
	await (0, import_promises.writeFile)(markdownPath, markdown);
	setOutput("report-json", jsonPath);
	setOutput("report-markdown", markdownPath);
	await summary.addRaw(markdown).write({ overwrite: true });
	for (const service of services) log[LOG_LEVELS[service.outcome]](lineOf(service), inputs.name);
}
const LOG_LEVELS = {
	fail: "error",
	"no-data": "warning",
	warn: "warning",
	pass: "info"
};
function lineOf(service) {
	return `${written(watchStatement(service), PLAIN)}.`;
}
/** Fails if the service became worse or could not be asked. A service with too few requests passes while later looks are to come. */
function mayBeGreen({ services, look: { number, of } }) {
	return services.every(({ outcome, mayComeLater }) => outcome === "pass" || outcome === "warn" || outcome === "no-data" && mayComeLater && number < of);
}
export { watchProduction };
