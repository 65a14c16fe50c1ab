import { $ as unrecordedCommits, At as setOutput, Q as readMergedOverrides, a as readTemplates, b as isBaselineBranch, c as openHistory, ct as setStatus, dt as readOwnLogin, g as comparabilityKey, i as readResults, l as attempt, n as reportContext, nt as withPermissionHint, o as driftAncestry, r as findResults, s as ancestryOf, st as readStatuses, u as readPolicy, ut as stateOfVerdict } from "./action.js";
import { L as servicePolicy, jt as plainText, xt as UserError } from "./both.js";
import { Ot as isRepaidSince, _t as recordsOf, gt as owedBy, kt as repaidNow, on as count, vt as regressionsOf } from "./compare.js";
import { t as publishResult } from "./publish-result.js";
import { a as duplicateText, i as closedText, l as toldCommits, n as openIssues, o as issueTitle, r as updateIssue, s as parseIssueMarker, t as createIssue, u as withRegression } from "./issue.js";
// src/storage/pinned-commits.ts
/**
* The commits that drift is measured from. For each service, and for each machine, load and tool it was measured with, this is
* the newest stored commit at or before the anchor. All of them stay, whichever machine later pushes run on.
*
* @param commits the commits at or before the anchor, newest first
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
// src/action/records-for.ts
/** Merged pull requests are looked up for at most this many commits of a push. */
const MAX_COMMITS = 100;
/** What a push adds to the store: its runs, with a mark if the level changed, and new or repaid debts. `slower`: what became slower. */
async function recordsFor({ client, context, inputs, log }, event, branch, { verdict, lookup, ancestry, history }) {
	const found = lookup?.kind === "found" ? lookup : null;
	const recorded = new Set([...found?.services.values() ?? []].flat().map(({ commit }) => commit));
	const newest = await withPermissionHint("find the merged pull request", () => history(() => true));
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
	for (const note of [...since.notes, ...merged.notes]) log.warning(plainText(note));
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
/** For each service that may have become slower, the commits since its last recorded push. Not every push measures each service. */
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
// src/action/tell-push.ts
/**
* At most this many issues are written for one push, so that the job stays within 20 requests. If all services become slower at once,
* they probably have one cause.
*/
const MAX_ISSUES = 3;
/** The status of a recorded push. Its name differs from the required check, because the same commit may be the head of a pull request. */
function pushContext(name) {
	return `${name}/push`;
}
/** Reports the effect of a push as outputs, as a status and in issues. The push is recorded already, so a refusal of GitHub is a warning. */
async function tellPush(around, news) {
	const { client, inputs } = around;
	const services = [...new Set(news.regressions.map(({ subject }) => subject.service))];
	setOutput("regressed", String(services.length > 0));
	setOutput("services", JSON.stringify(services));
	let statuses = null;
	await attempt(around, "set the commit status", async () => {
		statuses = await readStatuses(client, news.sha, [pushContext(inputs.name)]);
		await setStatus(client, statusOf(around, news), statuses);
	});
	if (inputs.regressionIssue === "never" || news.ledger.length + news.regressions.length === 0) return;
	await attempt(around, "tell of the regression in an issue", async () => {
		await keepIssues(around, news, statuses?.ownLogin ?? await readOwnLogin(client));
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
/** One open issue per service. It is updated in place, only if its text changes, and closed when the slowdown is repaid. */
async function keepIssues(around, news, author) {
	const { client, inputs, log, context } = around;
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
			created.push(await open(around, regression, author));
			continue;
		}
		const body = withRegression(regression, there.issue.body);
		if (body !== there.issue.body) await updateIssue(client, there.issue.number, body, null);
	}
	if (news.regressions.length > told.length) log.warning(`${news.regressions.length} services became slower at once. The worst ${MAX_ISSUES} have an issue, which names others.`);
	if (created.length > 0) await withoutTwins(around, news, created, author);
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
/** Finds issues by marker and author, because anybody can write a marker. The oldest first. */
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
/** Two pushes may be recorded at the same time, and each may open an issue. Both then keep the oldest issue. */
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
/**
* Compares a push with the baseline before it, and stores its runs. The comparison also shows how often unchanged code is blocked. The job
* fails only if the runs cannot be stored.
*/
async function recordPush(around, event) {
	const { client, context, store, log } = around;
	const branch = event.ref.replace(/^refs\/heads\//, "");
	if (!event.ref.startsWith("refs/heads/") || !isBaselineBranch(branch, around)) throw new UserError(`Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}) and not one of \`baseline-branches\`. Only their results become baselines.`);
	if (context.workflowRef !== event.ref) throw new UserError(`Nothing was recorded: the workflow comes from ${context.workflowRef}, and the results from ${event.ref}.`);
	const inForce = await readPolicy(around, event.sha);
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
	const { set, notes } = await readResults(around, event.sha, await findResults(around, event.sha, query));
	const history = openHistory(client, event.sha);
	const { collect, runGate } = await import("./gate.js");
	const collected = await collect([set], policy);
	const loadAt = {
		branch,
		recordedAs: branch === context.repository.defaultBranch ? null : branch,
		history: async () => (await history(() => true)).map(({ sha }) => sha),
		read: async () => (service) => servicePolicy(policy, service).read
	};
	const lookup = await withPermissionHint("read the baseline", () => store.load(loadAt));
	const found = lookup.kind === "found" ? lookup : null;
	const ancestry = found === null ? null : await ancestryOf(found, event.sha, history);
	const drift = found === null || policy.drift === null ? null : await driftAncestry(around, policy.drift.anchor, found);
	const pinned = found === null || drift === null ? [] : pinnedCommits(found.services, drift.commits);
	const report = {
		...reportContext(around, inForce),
		generatedFor: "push",
		headSha: event.sha,
		baseBranch: branch,
		notes: [...inForce.notes, ...notes]
	};
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results",
		templates: await readTemplates(around, policy, event.sha)
	}, {
		sets: [set],
		collected,
		lookup,
		ancestry,
		driftAncestry: drift
	});
	await publishResult(around, result, report, {
		comments: [],
		status: null
	});
	const recorded = await recordsFor(around, event, branch, {
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
	for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${plainText(problem)}`);
	if (records.length === 0) {
		await tellPush(around, news);
		throw new UserError("Nothing was recorded: there is no usable result. The job summary says why.");
	}
	const { added, alreadyStored } = await withPermissionHint("store the baseline", () => store.append(records, entries, pinned));
	log.info(`Recorded ${count(added, "run")} at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`);
	await tellPush(around, news);
	return result.collected.refusals.length === 0;
}
export { recordPush };
