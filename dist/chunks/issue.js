import { S as prose, T as withPlainPipes, _ as commit, b as link, g as code, i as encode, p as seriesName, r as decode, s as MARKDOWN, x as plain } from "./both.js";
import { xt as hasStatus } from "./action.js";
import { _n as listed, gn as formatValue, jt as changeInWords, on as count, sn as firstOf } from "./compare.js";
// src/report/fitting-body.ts
/** GitHub accepts 65,536 characters, as for a comment. */
const MAX_BODY_UNITS = 6e4;
/** The text of an issue with its parts, the newest first. If it is too long, the oldest parts are left out. */
function fittingBody(parts, bodyOf) {
	const body = bodyOf(parts);
	return body.length > MAX_BODY_UNITS && parts.length > 1 ? fittingBody(parts.slice(0, -1), bodyOf) : body;
}
// src/report/regression-issue.ts
const MARKER = /^<!-- perf-gate:v1 regression name=(\S+) branch=(\S+) service=(\S+) -->(?:\r?\n|$)/;
const PART = /^<!-- perf-gate:at ([0-9a-f]{40}) -->$/m;
const MAX_OTHERS = 5;
const MAX_PULL_REQUESTS = 3;
function issueTitle({ name, branch, service }) {
	return `${name}: ${plain(service, 60)} became slower on ${plain(branch, 60)}`;
}
/** The subject of an issue; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
function parseIssueMarker(body) {
	const [name, branch, service] = (MARKER.exec(body)?.slice(1) ?? []).map((text) => decode(text));
	return name == null || branch == null || service == null ? void 0 : {
		name,
		branch,
		service
	};
}
/** The pushed commits that the issue already reports. */
function toldCommits(body) {
	return partsOf(body).map(([commit]) => commit);
}
/** The text of the issue with this slowdown added at the top. An earlier part about the same commit is replaced. */
function withRegression(regression, earlier = "") {
	const { subject, commit } = regression;
	const kept = partsOf(earlier).filter(([at]) => at !== commit);
	return fittingBody([[commit, partText(regression)], ...kept], (fitting) => bodyOf(subject, opening(subject), fitting));
}
/** The text of the issue when it is closed. */
function closedText(subject, earlier, repaidAt, runUrl) {
	const run = link("that run", runUrl) ?? "that run";
	return bodyOf(subject, `✅ ${code(subject.service)} is back within its limit on ${code(subject.branch)}: the push of ${commit(repaidAt)} proves it (${run}).`, partsOf(earlier));
}
/** The text of an issue that duplicates another issue, because two runs opened an issue at the same moment. */
function duplicateText(subject, other) {
	return bodyOf(subject, `Two pushes were recorded at once. #${other} tells of both.`, []);
}
function opening({ branch, service, name }) {
	return `${code(service)} became slower on ${code(branch)}, and this is proven. ${code(name)} keeps this issue: it closes when a later push proves that the service is back within its limit.`;
}
function bodyOf({ name, branch, service }, words, parts) {
	const marker = `<!-- perf-gate:v1 regression name=${encode(name)} branch=${encode(branch)} service=${encode(service)} -->`;
	const told = parts.map(([commit, text]) => `<!-- perf-gate:at ${commit} -->\n${text}`);
	return withPlainPipes(`${[
		marker,
		words,
		...told
	].join("\n\n")}\n`);
}
/** Each part begins with a marker line. Text from outside never stands at the start of a line, so it cannot begin a part. */
function partsOf(body) {
	const [, ...pieces] = body.replaceAll("\r\n", "\n").split(PART);
	return pieces.flatMap((commit, index) => index % 2 === 0 ? [[commit, (pieces[index + 1] ?? "").trim()]] : []);
}
function partText(regression) {
	const { comparison, commit: commit$1, lastGood, suspects, runUrl, repositoryUrl } = regression;
	const { baseline, unit, estimate } = comparison;
	const change = estimate === null ? "is worse" : `is ${changeInWords(comparison, estimate.changeRatio)}`;
	const was = baseline === null ? "" : ` It was ${formatValue(baseline, unit)}.`;
	const run = link("The whole report", runUrl);
	const compare = lastGood === null ? void 0 : link("all changes", `${repositoryUrl}/compare/${lastGood}...${commit$1}`);
	return [
		`**At ${commit(commit$1)}, ${seriesName(comparison, MARKDOWN)} ${change}.**${was}${run === void 0 ? "" : ` ${run}.`}`,
		othersText(regression),
		suspectsTitle(suspects.length, lastGood, compare),
		suspectTable(suspects, comparison.service),
		suspects.length > 20 ? `And ${count(suspects.length - 20, "more commit")}.` : ""
	].filter((text) => text !== "").join("\n\n");
}
function suspectsTitle(commits, lastGood, compare) {
	if (lastGood === null) return "No recorded commit before it is in reach, so only the pushed commit is named:";
	return `${commits === 1 ? "One commit was" : `${count(commits, "commit")} were`} pushed since ${commit(lastGood)}, the last one that was recorded before${compare === void 0 ? "" : ` (${compare})`}:`;
}
function suspectTable(suspects, service) {
	return [
		"| commit | what it says | pull request | override |",
		"|---|---|---|---|",
		...suspects.slice(0, 20).map((one) => suspectRow(one, service))
	].join("\n");
}
function suspectRow({ commit: commit$2, subject, pullRequests, overrides }, service) {
	const pulls = pullRequests.slice(0, MAX_PULL_REQUESTS).map(({ number, title }) => `#${number} ${code(title)}`);
	const accepted = overrides.map(({ by, reason, pullRequest, services, hasMore }) => {
		return `🔓 ${services.some((one) => one.service === service) ? "accepted" : hasMore ? "accepted, perhaps with this service," : "accepted for other services"} by ${code(by)} in #${pullRequest}: “${prose(reason)}”`;
	});
	return `| ${commit(commit$2)} | ${code(subject)} | ${pulls.join(", ") || "–"} | ${accepted.join("<br>") || "–"} |`;
}
function othersText({ others }) {
	if (others.length === 0) return "";
	return `The same push made ${listed(firstOf(others.map(code), MAX_OTHERS))} slower, too.`;
}
// src/github/issue.ts
/** At most 5 pages, 500 open issues with the label, are read: the gate itself never opens that many. */
const PAGES = 5;
const PAGE_SIZE = 100;
/** Open issues with a label, oldest first, of all pages. null: there are more than are read, so the list would be incomplete. */
async function openIssues({ octokit, owner, repo }, label) {
	const found = [];
	for (let page = 1; page <= PAGES; page += 1) {
		const parameters = {
			owner,
			repo,
			labels: label,
			state: "open",
			sort: "created",
			direction: "asc",
			per_page: PAGE_SIZE,
			page
		};
		const { data } = await octokit.rest.issues.listForRepo(parameters);
		const issues = data.filter((issue) => issue.pull_request === void 0);
		found.push(...issues.map(({ number, body, user }) => ({
			number,
			body: body ?? "",
			author: user?.login ?? "ghost"
		})));
		if (data.length < PAGE_SIZE) return found;
	}
	return null;
}
/** The client does not retry this request: if only the answer was lost, a retry would open a second issue. Returns the issue's number. */
async function createIssue(client, issue) {
	const { octokit, owner, repo } = client;
	const { title, body, label, isSame } = issue;
	const parameters = {
		owner,
		repo,
		title,
		body,
		labels: [label],
		request: { retries: 0 }
	};
	try {
		return (await octokit.rest.issues.create(parameters)).data.number;
	} catch (error) {
		if (!hasStatus(error, 500, 502, 503, 504)) throw error;
		return ((await openIssues(client, label))?.find(isSame))?.number ?? (await octokit.rest.issues.create(parameters)).data.number;
	}
}
/** @param closing null: the issue stays open */
async function updateIssue({ octokit, owner, repo }, issue_number, body, closing) {
	const state = closing === null ? {} : {
		state: "closed",
		state_reason: closing
	};
	await octokit.rest.issues.update({
		owner,
		repo,
		issue_number,
		body,
		...state
	});
}
export { duplicateText as a, suspectTable as c, fittingBody as d, closedText as i, toldCommits as l, openIssues as n, issueTitle as o, updateIssue as r, parseIssueMarker as s, createIssue as t, withRegression as u };
