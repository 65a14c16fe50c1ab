import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, M as isBlocking, Rt as written, Zt as require__builtin_path, f as placeName, h as statisticName, l as PLAIN } from "./both.js";
import { At as setOutput, Mt as summary, at as StatusLimitError, ct as setStatus, dt as readOwnLogin, et as describeFailure, ft as upsertComment, gt as settleInOrder, ht as heardLater, mt as allComments, pt as readOpenPullRequest } from "./action.js";
import { z as sentencesWithService } from "./compare.js";
import { t as releasesOf } from "./releases2.js";
import { t as reportJson } from "./report-json2.js";
// src/github/publish.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** A step's summary above this size is not shown: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const SUMMARY_BYTES = 1048576;
/**
* Writes the verdict to all places, first to the runner's files. Publishing does not change the verdict: if one place refuses, a warning
* names the missing permission, and the other places are still written.
*/
async function publish(client, publication, files) {
	const { outputs, comments, status, statuses = null } = publication;
	const { afterStatus = async () => void 0, onTrueStill = () => void 0 } = publication;
	const warnings = [];
	const attempt = async (operation, action) => {
		try {
			await action();
		} catch (error) {
			warnings.push(operation === null ? `Could not write for the runner: ${messageOf(error)}` : describeFailure(error, operation));
		}
	};
	await attempt(null, () => {
		for (const [name, value] of outputs) files.setOutput(name, value);
	});
	await attempt(null, () => files.writeSummary(fittingSummary(publication)));
	let frozen = null;
	if (status !== null) await attempt("set the commit status", () => setStatus(client, status, statuses).catch((error) => {
		if (!(error instanceof StatusLimitError)) throw error;
		frozen = error;
	}));
	const written = heardLater(afterStatus());
	const author = statuses === null ? null : statuses.ownLogin;
	const outdated = [];
	for (const { headSha, isStillTrueFor, isWanted, ...comment } of comments) await attempt("post the comment", async () => {
		const [read, listed] = await settleInOrder([readOpenPullRequest(client, comment.pullRequest), comment.listed ?? allComments(client, comment.pullRequest)]);
		if (read?.pullRequest.headSha !== headSha) return;
		const now = withComments(read, listed);
		if (!isStillTrueFor(now)) {
			outdated.push(now);
			return;
		}
		onTrueStill();
		if (!isWanted) return;
		const body = frozen === null ? comment.body : withWarning(comment.body, frozen);
		await upsertComment(client, {
			...comment,
			body,
			listed,
			author: author ?? await readOwnLogin(client)
		});
	});
	await written;
	return {
		warnings,
		outdated,
		frozen
	};
}
function withComments(now, comments) {
	const { pullRequest } = now;
	const live = pullRequest.live === null ? null : {
		...pullRequest.live,
		comments
	};
	return {
		...now,
		pullRequest: {
			...pullRequest,
			live
		}
	};
}
/** Adds a caution below the marker, which must stay the first line. */
function withWarning(body, { message }) {
	const [marker = "", ...rest] = body.split("\n");
	return [
		marker,
		"> [!CAUTION]",
		`> **Do not go by the check of this commit.** ${message}`,
		"",
		...rest
	].join("\n");
}
function fittingSummary({ summary, shortSummary }) {
	return Buffer.byteLength(summary) <= SUMMARY_BYTES ? summary : shortSummary;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/github/tags.ts
/** One page of tags is enough, because a report shows fewer commits. */
const MAX_TAGS = 100;
/** At most 100 tags of the repository, in one request. https://docs.github.com/en/rest/repos/repos#list-repository-tags */
async function readTags({ octokit, owner, repo }) {
	const { data } = await octokit.rest.repos.listTags({
		owner,
		repo,
		per_page: MAX_TAGS
	});
	return data.map(({ name, commit }) => ({
		name,
		commit: commit.sha
	}));
}
// src/report/annotations.ts
/**
* The runner shows 10 errors and 10 warnings per step and drops the rest. Line 1 takes one of the 10.
* https://github.com/actions/runner/blob/v2.336.0/src/Runner.Worker/ExecutionContext.cs (_maxCountPerIssueType)
*/
const MAX_ANNOTATIONS = 9;
/** The worst findings, with blocking findings first. If an override accepts a finding, its annotation is a warning. */
function annotations({ findings, blocked }, { gateName }) {
	return findings.slice(0, MAX_ANNOTATIONS).map((finding) => ({
		level: finding.level === "fail" && blocked ? "error" : "warning",
		title: titleOf(finding, gateName),
		message: written(sentencesWithService(finding), PLAIN)
	}));
}
/** `perf-gate: p95 of GET /orders in checkout`. */
function titleOf({ service, endpoint, metric, stat }, gateName) {
	if (service === null) return gateName;
	const place = placeName({
		service,
		endpoint
	}, PLAIN);
	return `${gateName}: ${metric === null || stat === null ? place : `${statisticName({
		metric,
		stat
	}, PLAIN)} of ${place}`}`;
}
// src/action/publish-result.ts
/**
* Writes a verdict to the runner's files, the log, the status and the comments. Publishing cannot change the verdict.
*
* @param isLaterTry this run has sent GitHub many requests already
*/
async function publishResult(around, { verdict, report }, context, places, isLaterTry = false) {
	const { inputs, client, env, log } = around;
	const folder = (0, import__builtin_path.join)(env.RUNNER_TEMP ?? "", `perf-gate-${inputs.name}`);
	const [json, markdown] = [(0, import__builtin_path.join)(folder, "report.json"), (0, import__builtin_path.join)(folder, "report.md")];
	await (0, import_promises.mkdir)(folder, { recursive: true });
	await (0, import_promises.writeFile)(json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`);
	const summary$1 = report.markdown;
	await (0, import_promises.writeFile)(markdown, summary$1);
	const outputs = /* @__PURE__ */ new Map([
		["outcome", verdict.outcome],
		["blocked", String(verdict.blocked)],
		["enforced", String(verdict.enforced ?? true)],
		["report-json", json],
		["report-markdown", markdown],
		["detectable-change", detectableChange(verdict)],
		["rerun-plan", JSON.stringify(verdict.rerunPlan ?? [])]
	]);
	const files = {
		setOutput,
		writeSummary: async (text) => {
			await summary.addRaw(text).write({ overwrite: true });
		}
	};
	let asked = null;
	const releases = () => {
		asked ??= isLaterTry ? Promise.resolve(/* @__PURE__ */ new Map()) : readReleases(around, verdict);
		return asked;
	};
	const { warnings, outdated, frozen } = await publish(client, {
		outputs,
		summary: summary$1,
		shortSummary: report.comment,
		...places,
		onTrueStill: releases
	}, files);
	for (const warning of warnings) log.warning(warning);
	if (frozen !== null) log.error(frozen.message, "The check cannot be changed");
	if (outdated.length > 0) return outdated;
	const html = await writeHtml(folder, verdict, context, await releases()).catch((error) => {
		log.warning(`The HTML report could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return "";
	});
	setOutput("report-html", html);
	if (verdict.blocked) log.error(report.title, context.gateName);
	else if (isBlocking(verdict.outcome)) log.warning(report.title, context.gateName);
	else log.info(report.title);
	for (const { level, title, message } of annotations(verdict, context)) log[level](message, title);
	return outdated;
}
/** Comes last, and loads the plotting library only now, so that status and comment do not wait for pictures. Returns the path. */
async function writeHtml(folder, verdict, context, releases) {
	const { renderHtml, renderMainPlotSvg } = await import("./render-html.js");
	const html = (0, import__builtin_path.join)(folder, "report.html");
	await (0, import_promises.writeFile)(html, renderHtml(verdict, context, { releases }));
	const svg = renderMainPlotSvg(verdict);
	if (svg !== null) await (0, import_promises.writeFile)((0, import__builtin_path.join)(folder, "gated-series.svg"), svg);
	return html;
}
/**
* Reads the names of tags, only if a history is drawn and no override was decided. Runs that decide an override send the most requests,
* and an earlier run has made the report of the same results. Without tags, only these names are missing, and the log says so.
*/
async function readReleases({ client, log }, { services, override }) {
	if (override.kind !== "none" || services.every(({ history }) => history == null)) return /* @__PURE__ */ new Map();
	try {
		return releasesOf(await readTags(client));
	} catch (error) {
		log.warning(`The HTML report names no releases. ${describeFailure(error, "read the tags")}`);
		return /* @__PURE__ */ new Map();
	}
}
/**
* For each primary series there is a smallest slowdown that would have been proven. This is the largest of them. Empty if nothing was
* compared, or if for one of the series no slowdown could have been proven.
*/
function detectableChange({ services }) {
	const ratios = services.flatMap(({ comparisons }) => comparisons).flatMap(({ role, estimate }) => role === "primary" && estimate !== null ? [estimate.detectableRatio] : []);
	const known = ratios.filter((ratio) => ratio !== null);
	return known.length === 0 || known.length < ratios.length ? "" : Math.max(...known).toFixed(4);
}
export { publishResult as t };
