import { i as __toESM } from "./rolldown-runtime.js";
import { C as require__builtin_path, w as require_promises } from "./both.js";
import { B as describeFailure, G as upsertComment, U as setStatus, W as commentAuthor, b as readOpenPullRequest, rt as summary, tt as setOutput } from "./action.js";
import { ft as placeName, mt as withService, pt as statisticName, ut as PLAIN } from "./compare.js";
import { t as reportJson } from "./report-json2.js";
// src/github/publish.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** A step's summary above this size is not shown: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const SUMMARY_BYTES = 1048576;
/**
* Writes the verdict down in all places, nearest first. The verdict stands before this is called and is not changed by it:
* a place that refuses gives a warning, with the permission that is missing, and the others are still written.
*/
async function publish(client, token, publication, files) {
	const { outputs, comments, status, statuses = null } = publication;
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
	if (status !== null) await attempt("set the commit status", () => setStatus(client, status, statuses));
	const seen = /* @__PURE__ */ new Map();
	for (const { headSha, ...comment } of comments) await attempt("post the comment", async () => {
		const now = await readOpenPullRequest(client, comment.pullRequest);
		seen.set(comment.pullRequest, now);
		if (now?.pullRequest.headSha === headSha) await postComment(client, token, comment);
	});
	return {
		warnings,
		seen
	};
}
async function postComment(client, token, comment) {
	return upsertComment(client, {
		...comment,
		author: await commentAuthor(client, token)
	});
}
function fittingSummary({ summary, shortSummary }) {
	return Buffer.byteLength(summary) <= SUMMARY_BYTES ? summary : shortSummary;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/report/annotations.ts
/**
* The runner shows 10 errors and 10 warnings of a step and drops the rest; one is left for line 1.
* https://github.com/actions/runner/blob/v2.336.0/src/Runner.Worker/ExecutionContext.cs (_maxCountPerIssueType)
*/
const MAX_ANNOTATIONS = 9;
/** The worst findings, those that block first. An override turns what it accepts into warnings. */
function annotations({ findings, blocked }, { gateName }) {
	return findings.slice(0, MAX_ANNOTATIONS).map((finding) => ({
		level: finding.level === "fail" && blocked ? "error" : "warning",
		title: titleOf(finding, gateName),
		message: withService(finding.service, finding.message, PLAIN.message(finding.message), PLAIN)
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
/** Writes a verdict to the runner's files, the log, the status and the comments. It cannot change it. */
async function publishResult({ inputs, client, env, log }, { verdict, report }, context, places) {
	const folder = (0, import__builtin_path.join)(env.RUNNER_TEMP ?? "", `perf-gate-${inputs.name}`);
	const [json, markdown] = [(0, import__builtin_path.join)(folder, "report.json"), (0, import__builtin_path.join)(folder, "report.md")];
	await (0, import_promises.mkdir)(folder, { recursive: true });
	await (0, import_promises.writeFile)(json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`);
	const summary$1 = report.markdown;
	await (0, import_promises.writeFile)(markdown, summary$1);
	const outputs = /* @__PURE__ */ new Map([
		["outcome", verdict.outcome],
		["blocked", String(verdict.blocked)],
		["report-json", json],
		["report-markdown", markdown],
		["detectable-change", detectableChange(verdict)],
		["rerun-plan", JSON.stringify(verdict.rerunPlan ?? [])]
	]);
	const files = {
		setOutput,
		writeSummary: async (text) => {
			await summary.addRaw(text).write();
		}
	};
	const { warnings, seen } = await publish(client, inputs.githubToken, {
		outputs,
		summary: summary$1,
		shortSummary: report.comment,
		...places
	}, files);
	const html = await writeHtml(folder, verdict, context).catch((error) => {
		log.warning(`The HTML report could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return "";
	});
	setOutput("report-html", html);
	for (const warning of warnings) log.warning(warning);
	if (verdict.blocked) log.error(report.title, context.gateName);
	else log.info(report.title);
	for (const { level, title, message } of annotations(verdict, context)) log[level](message, title);
	return seen;
}
/** Comes last, and loads the plotting library only now: the status and the comment do not wait for pictures. Returns the path. */
async function writeHtml(folder, verdict, context) {
	const { renderHtml, renderMainPlotSvg } = await import("./render-html.js");
	const html = (0, import__builtin_path.join)(folder, "report.html");
	await (0, import_promises.writeFile)(html, renderHtml(verdict, context, { releases: /* @__PURE__ */ new Map() }));
	const svg = renderMainPlotSvg(verdict);
	if (svg !== null) await (0, import_promises.writeFile)((0, import__builtin_path.join)(folder, "gated-series.svg"), svg);
	return html;
}
/** The largest of the smallest slowdowns that would have been proven, over the primary series; empty when nothing was compared. */
function detectableChange({ services }) {
	const ratios = services.flatMap(({ comparisons }) => comparisons).flatMap(({ role, estimate }) => role === "primary" && estimate !== null ? [estimate.detectableRatio] : []);
	return ratios.length === 0 ? "" : Math.max(...ratios).toFixed(4);
}
export { publishResult as t };
