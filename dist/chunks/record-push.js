import { Q as explained, X as unrecordedCommits, Y as readMergedOverrides, Z as describeFailure, _t as hasStatus, a as readLook, at as setStatus, c as openHistory, h as comparabilityKey, i as readResults, it as readStatuses, l as readPolicy, n as reportContext, o as driftAncestry, ot as stateOfVerdict, r as findResults, s as ancestryOf, st as readOwnLogin, wt as setOutput, y as isBaselineBranch } from "./action.js";
import { Ct as UserError, D as servicePolicy, d as prose, l as link, n as decode, o as code, r as encode, s as commit, u as plain } from "./both.js";
import { t as publishResult } from "./publish-result.js";
import { $ as recordsOf, B as seriesName, Ct as isRepaidSince, I as MARKDOWN, Q as owedBy, et as regressionsOf, nn as formatValue, qt as count, rn as listed, wt as repaidNow, yt as changeInWords } from "./compare.js";
// src/storage/pinned-commits.ts
/**
* The commits that drift is measured against: of each service, and of each machine class, load and tool that it was measured
* under, the newest stored one at or before the anchor. Whatever a later push ran on, all of them stay.
*
* @param commits at or before the anchor, newest first
*/
function pinnedCommits(services, commits) {
	const age = new Map(commits.map((commit, index) => [commit, index]));
	const newest = /* @__PURE__ */ new Map();
	for (const [service, runs] of services) for (const stored of runs) {
		const key = `${service} ${comparabilityKey(stored)}`;
		const known = newest.get(key);
		const isOlder = known !== void 0 && (age.get(known) ?? 0) <= (age.get(stored.commit) ?? 1e400);
		if (age.has(stored.commit) && !isOlder) newest.set(key, stored.commit);
	}
	return [...new Set(newest.values())];
}
// src/report/regression-issue.ts
const MARKER = /^<!-- perf-gate:v1 regression name=(\S+) branch=(\S+) service=(\S+) -->(?:\r?\n|$)/;
const PART = /^<!-- perf-gate:at ([0-9a-f]{40}) -->$/m;
const MAX_OTHERS = 5;
const MAX_PULL_REQUESTS = 3;
/** GitHub takes 65,536 characters, as of a comment. Older parts go first. */
const MAX_BODY_UNITS = 6e4;
function issueTitle({ name, branch, service }) {
	return `${name}: ${plain(service, 60)} became slower on ${plain(branch, 60)}`;
}
/** What an issue is about; undefined when its very first line does not say it. Text further down never counts. */
function parseIssueMarker(body) {
	const [name, branch, service] = (MARKER.exec(body)?.slice(1) ?? []).map((text) => decode(text));
	return name == null || branch == null || service == null ? void 0 : {
		name,
		branch,
		service
	};
}
/** The pushed commits that an issue tells of. */
function toldCommits(body) {
	return partsOf(body).map(([commit]) => commit);
}
/** The text of the issue with this slowdown in it, the newest on top. What an earlier text says of the same commit is replaced. */
function withRegression(regression, earlier = "") {
	const { subject, commit } = regression;
	const kept = partsOf(earlier).filter(([at]) => at !== commit);
	const parts = [[commit, partText(regression)], ...kept];
	let text = bodyOf(subject, opening(subject), parts);
	while (text.length > MAX_BODY_UNITS && parts.length > 1) {
		parts.pop();
		text = bodyOf(subject, opening(subject), parts);
	}
	return text;
}
/** The text of the issue when it is closed. */
function closedText(subject, earlier, repaidAt, runUrl) {
	const run = link("that run", runUrl) ?? "that run";
	return bodyOf(subject, `✅ ${code(subject.service)} is back within its limit on ${code(subject.branch)}: the push of ${commit(repaidAt)} proves it (${run}).`, partsOf(earlier));
}
/** The text of an issue that was opened at the same moment as another one. */
function duplicateText(subject, other) {
	return bodyOf(subject, `Two pushes were recorded at once. #${other} tells of both.`, []);
}
function opening({ branch, service, name }) {
	return `${code(service)} became slower on ${code(branch)}, and this is proven. ${code(name)} keeps this issue: it closes when a later push proves that the service is back within its limit.`;
}
function bodyOf({ name, branch, service }, words, parts) {
	return `${[
		`<!-- perf-gate:v1 regression name=${encode(name)} branch=${encode(branch)} service=${encode(service)} -->`,
		words,
		...parts.map(([commit, text]) => `<!-- perf-gate:at ${commit} -->\n${text}`)
	].join("\n\n")}\n`;
}
/** Each begins with a line of its own. No text from outside can stand at the beginning of a line, so none can begin one. */
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
		[
			"| commit | what it says | pull request | override |",
			"|---|---|---|---|",
			...suspects.slice(0, 20).map((one) => suspectRow(one, comparison.service))
		].join("\n"),
		suspects.length > 20 ? `And ${count(suspects.length - 20, "more commit")}.` : ""
	].filter((text) => text !== "").join("\n\n");
}
function suspectsTitle(commits, lastGood, compare) {
	if (lastGood === null) return "No recorded commit before it is in reach, so only the pushed commit is named:";
	return `${commits === 1 ? "One commit was" : `${count(commits, "commit")} were`} pushed since ${commit(lastGood)}, the last one that was recorded before${compare === void 0 ? "" : ` (${compare})`}:`;
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
	const hidden = others.length - MAX_OTHERS;
	const names = [...others.slice(0, MAX_OTHERS).map(code), ...hidden > 0 ? [`${hidden} more`] : []];
	return `The same push made ${listed(names)} slower, too.`;
}
// src/action/records-for.ts
/** GitHub's answer on more commits than these is not asked for. */
const MAX_COMMITS = 100;
/** What a push adds to the store: its runs, marked where the level changed, and what is owed or repaid from now on; and what became slower. */
async function recordsFor({ client, context, inputs, log }, event, branch, { verdict, lookup, ancestry, history }) {
	const found = lookup?.kind === "found" ? lookup : null;
	const recorded = new Set([...found?.services.values() ?? []].flat().map(({ commit }) => commit));
	const newest = await explained("find the merged pull request", () => history(() => true));
	const since = unrecordedCommits(event.sha, newest, recorded);
	const suspected = suspectedCommits(event.sha, newest, {
		verdict,
		lookup
	});
	const query = {
		commits: [.../* @__PURE__ */ new Set([...since.commits, ...[...suspected.values()].flatMap((one) => one.commits.slice(0, 20))])].slice(0, MAX_COMMITS),
		branch,
		name: inputs.name
	};
	const merged = await readMergedOverrides(client, query);
	for (const remark of [...since.remarks, ...merged.remarks]) log.warning(remark);
	const stamp = {
		commit: event.sha,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString(),
		branch: branch === context.repository.defaultBranch ? null : branch,
		overrides: since.commits.flatMap((commit) => merged.byCommit.get(commit) ?? [])
	};
	const slower = regressionsOf(verdict.services, stamp);
	const names = slower.map(({ comparison }) => comparison.service);
	const regressions = slower.map(({ comparison }) => {
		const { service } = comparison;
		const { commits: all = [event.sha], recordedBefore = null } = suspected.get(service) ?? {};
		return {
			subject: {
				name: inputs.name,
				branch,
				service
			},
			commit: event.sha,
			lastGood: recordedBefore,
			comparison,
			suspects: all.map((commit) => suspect(commit, merged)),
			others: names.filter((other) => other !== service),
			repositoryUrl: `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`,
			runUrl: context.runUrl
		};
	});
	return {
		runs: recordsOf(verdict.services, stamp),
		entries: [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, found?.ledger ?? [], ancestry, stamp)],
		slower: {
			regressions,
			accepted: new Map(slower.flatMap(({ comparison, accepted }) => accepted === null ? [] : [[comparison.service, accepted]]))
		}
	};
}
/** For each service that may have become slower, the commits since it was recorded last: a service is not measured by every push. */
function suspectedCommits(sha, newest, { verdict, lookup }) {
	const stored = lookup?.kind === "found" ? lookup.services : /* @__PURE__ */ new Map();
	const slower = verdict.services.filter(({ comparisons }) => comparisons.some((one) => one.verdict === "regressed"));
	return new Map(slower.map(({ service }) => {
		const before = (stored.get(service) ?? []).map(({ commit }) => commit).filter((commit) => commit !== sha);
		return [service, unrecordedCommits(sha, newest, new Set(before))];
	}));
}
function suspect(commit, { commits, byCommit }) {
	const { subject = "", pullRequests = [] } = commits.get(commit) ?? {};
	return {
		commit,
		subject,
		pullRequests,
		overrides: byCommit.get(commit) ?? []
	};
}
// src/github/issue.ts
/** 500 open issues with the label: more are not ours. */
const PAGES = 5;
const PAGE_SIZE = 100;
/** Open issues with a label, oldest first, over all pages. null: more than can be read, so nobody knows what is there. */
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
/** Not retried by the client: when only the answer was lost, a second issue would stand there. Returns its number. */
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
/** @param closing null: it stays open */
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
// src/action/tell-push.ts
/** So many issues are written for one push, so that it stays within 20 requests: where all services become slower at once it has one cause. */
const MAX_ISSUES = 3;
/** The status of a recorded push. It is none that a branch could require: a pull request's head may be the same commit. */
function pushContext(name) {
	return `${name}/push`;
}
/** Tells what a push did: by outputs, a status and issues. What GitHub refuses is a warning: it was recorded all the same. */
async function tellPush(job, news) {
	const { client, inputs, log } = job;
	const services = [...new Set(news.regressions.map(({ subject }) => subject.service))];
	setOutput("regressed", String(services.length > 0));
	setOutput("services", JSON.stringify(services));
	const attempt = async (operation, action) => {
		try {
			return await action();
		} catch (error) {
			log.warning(describeFailure(error, operation));
			return null;
		}
	};
	let statuses = null;
	await attempt("set the commit status", async () => {
		statuses = await readStatuses(client, news.sha, [pushContext(inputs.name)]);
		await setStatus(client, statusOf(job, news), statuses);
	});
	if (inputs.regressionIssue === "never" || news.ledger.length + news.regressions.length === 0) return;
	await attempt("tell of the regression in an issue", async () => {
		await keepIssues(job, news, statuses?.ownLogin ?? await readOwnLogin(client));
	});
}
function statusOf({ inputs, context }, { sha, result, accepted }) {
	const { verdict, report } = result;
	const place = {
		context: pushContext(inputs.name),
		sha,
		targetUrl: context.runUrl
	};
	const failing = verdict.findings.filter(({ level }) => level === "fail");
	const [by, ...others] = [...accepted].filter(([service]) => failing.some((finding) => finding.service === service));
	if (!(verdict.outcome === "fail" && failing.every(({ service }) => accepted.has(service ?? ""))) || by === void 0) return {
		...place,
		state: stateOfVerdict(verdict),
		description: report.statusDescription
	};
	const [service, { by: login, pullRequest }] = by;
	const more = others.length === 0 ? "" : ` and ${others.length} more`;
	const where = pullRequest === null ? "" : ` in #${pullRequest}`;
	return {
		...place,
		state: "success",
		description: `Overridden by @${login}${where}: ${service}${more} became slower, and that was accepted.`
	};
}
/** One issue per service, over all that are open: updated in place, closed when it is repaid, and written only where words change. */
async function keepIssues(job, news, author) {
	const { client, inputs, log, context } = job;
	const listed = await openIssues(client, inputs.name);
	if (listed === null) {
		log.warning(`No issue was opened: more issues than can be read have the label ${inputs.name}.`);
		return;
	}
	const own = ownIssues(listed, author, inputs.name, news.branch);
	const told = news.regressions.slice(0, MAX_ISSUES);
	const created = [];
	for (const regression of told) {
		const there = own.find(({ subject }) => subject.service === regression.subject.service);
		if (there === void 0) {
			created.push(await open(job, regression, author));
			continue;
		}
		const body = withRegression(regression, there.issue.body);
		if (body !== there.issue.body) await updateIssue(client, there.issue.number, body, null);
	}
	if (news.regressions.length > told.length) log.warning(`${news.regressions.length} services became slower at once. The worst ${MAX_ISSUES} have an issue, which names others.`);
	if (created.length > 0) await withoutTwins(job, news, created, author);
	const isSlower = new Set(news.regressions.map(({ subject }) => subject.service));
	const repaid = own.filter(({ subject, issue }) => {
		const commits = toldCommits(issue.body);
		const isPaid = (commit) => isRepaidSince(news.ledger, subject.service, commit);
		return !isSlower.has(subject.service) && commits.length > 0 && commits.every(isPaid);
	});
	for (const { subject, issue } of repaid.slice(0, MAX_ISSUES)) {
		const body = closedText(subject, issue.body, news.sha, context.runUrl);
		await updateIssue(client, issue.number, body, "completed");
	}
}
/** By marker and author: a marker alone can be written by anyone. The oldest first. */
function ownIssues(listed, author, name, branch) {
	return listed.flatMap((issue) => {
		const subject = issue.author === author ? parseIssueMarker(issue.body) : void 0;
		return subject?.name === name && subject.branch === branch ? [{
			issue,
			subject
		}] : [];
	}).sort((left, right) => left.issue.number - right.issue.number);
}
async function open({ client, inputs, log }, regression, author) {
	const { subject } = regression;
	const { name, branch, service } = subject;
	const number = await createIssue(client, {
		title: issueTitle(subject),
		body: withRegression(regression),
		label: inputs.name,
		isSame: (issue) => ownIssues([issue], author, name, branch).some((one) => one.subject.service === service)
	});
	log.info(`Opened issue #${number}: ${issueTitle(subject)}`);
	return {
		number,
		regression
	};
}
/** Two pushes may be recorded at the same moment. The oldest issue stays, by the judgement of both. */
async function withoutTwins({ client, inputs }, { branch }, created, author) {
	const own = ownIssues(await openIssues(client, inputs.name) ?? [], author, inputs.name, branch);
	for (const { number, regression } of created) {
		const { subject } = regression;
		const oldest = own.find((one) => one.subject.service === subject.service);
		if (oldest === void 0 || oldest.issue.number >= number) continue;
		await updateIssue(client, oldest.issue.number, withRegression(regression, oldest.issue.body), null);
		await updateIssue(client, number, duplicateText(subject, oldest.issue.number), "not_planned");
	}
}
// src/action/record-push.ts
/** Judges what was pushed against the baseline before it, as a free measurement of false alarms, and stores it. Only a failure to store fails the job. */
async function recordPush(job, event) {
	const { client, context, store, log } = job;
	const branch = event.ref.replace(/^refs\/heads\//, "");
	if (!event.ref.startsWith("refs/heads/") || !isBaselineBranch(branch, job)) throw new UserError(`Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}) and not one of \`baseline-branches\`. Only their results become baselines.`);
	if (context.workflowRef !== event.ref) throw new UserError(`Nothing was recorded: the workflow comes from ${context.workflowRef}, and the results from ${event.ref}.`);
	const inForce = await readPolicy(job, event.sha);
	const policy = {
		...inForce.policy,
		confirmation: null
	};
	const query = {
		from: "this-run",
		startedBy: "pull_request",
		ended: null,
		headRepoId: context.repository.id,
		isLater: false
	};
	const { set, remarks } = await readResults(job, event.sha, await findResults(job, event.sha, query));
	const history = openHistory(client, event.sha);
	const { collect, runGate } = await import("./gate.js");
	const collected = await collect([set], policy);
	const loadAt = {
		branch,
		recordedAs: branch === context.repository.defaultBranch ? null : branch,
		history: async () => (await history(() => true)).map(({ sha }) => sha),
		read: async () => (service) => servicePolicy(policy, service).read
	};
	const lookup = await explained("read the baseline", () => store.load(loadAt));
	const found = lookup.kind === "found" ? lookup : null;
	const ancestry = found === null ? null : await ancestryOf(found, event.sha, history);
	const drift = found === null || policy.drift === null ? null : await driftAncestry(job, policy.drift.anchor, found);
	const pinned = found === null || drift === null ? [] : pinnedCommits(found.services, drift.commits);
	const report = {
		...reportContext(job, inForce),
		generatedFor: "push",
		headSha: event.sha,
		baseBranch: branch,
		remarks: [...inForce.remarks, ...remarks]
	};
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results",
		look: await readLook(job, policy, event.sha)
	}, {
		sets: [set],
		collected,
		lookup,
		ancestry,
		driftAncestry: drift
	});
	await publishResult(job, result, report, {
		comments: [],
		status: null
	});
	const recorded = await recordsFor(job, event, branch, {
		...result,
		history
	});
	const { runs: records, entries } = recorded;
	const news = {
		sha: event.sha,
		branch,
		result,
		...recorded.slower,
		ledger: [...found?.ledger ?? [], ...entries]
	};
	for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`);
	if (records.length === 0) {
		await tellPush(job, news);
		throw new UserError("Nothing was recorded: there is no usable result. The job summary says why.");
	}
	const { added, alreadyStored } = await explained("store the baseline", () => store.append(records, entries, pinned));
	log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`);
	await tellPush(job, news);
	return result.collected.refusals.length === 0;
}
export { recordPush };
