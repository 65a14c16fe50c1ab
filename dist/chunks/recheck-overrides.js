import { S as openHeadTask, bt as graphql, et as describeFailure, it as overrideContext, nt as withPermissionHint, ot as latestOf, pt as readOpenPullRequest, rt as acceptedOf, t as gateCommit } from "./action.js";
import { t as acceptedNow } from "./accepted-now.js";
// src/github/overridden-heads.ts
/** At most this many pages of 100 pull requests are read. */
const PAGES = 10;
const QUERY = `query ($owner: String!, $repo: String!, $context: String!, $after: String) { viewer { login } repository(owner: $owner, name: $repo) { pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { pageInfo { hasNextPage endCursor } nodes { number headRefOid commits(last: 1) { nodes { commit { oid status { context(name: $context) { ...latest } } } } } } } } }
fragment latest on StatusContext { state description createdAt creator { __typename login } }`;
/**
* The open pull requests that pass because of an override, among the newest 1,000 open pull requests. One request for each hundred.
* `isComplete` false: there are more open pull requests.
* https://docs.github.com/en/graphql/reference/objects#pullrequestconnection
*/
async function overriddenHeads(client, gateName) {
	const { owner, repo } = client;
	const heads = [];
	let after = null;
	for (let page = 1; page <= PAGES; page += 1) {
		const { viewer, repository } = await graphql(client, QUERY, {
			owner,
			repo,
			context: overrideContext(gateName),
			after
		});
		const { pageInfo, nodes } = repository.pullRequests;
		for (const { number, headRefOid: sha, commits } of nodes) {
			const status = commits.nodes.find(({ commit }) => commit.oid === sha)?.commit.status ?? null;
			const accepted = status?.context == null ? null : acceptedOf(latestOf(status.context, viewer.login));
			if (accepted?.inForce === true && (accepted.pullRequest ?? number) === number) heads.push({
				number,
				sha,
				accepted
			});
		}
		if (!pageInfo.hasNextPage) return {
			heads,
			isComplete: true
		};
		after = pageInfo.endCursor;
	}
	return {
		heads,
		isComplete: false
	};
}
// src/action/recheck-overrides.ts
/**
* Looks at every open pull request whose head has an override in force. No event says that a time is over, that somebody lost a
* role, or that the policy allows it no more; where an override does not hold, the commit is judged anew.
*
* @returns whether all of them could be looked at
*/
async function recheckOverrides(around) {
	const { client, inputs, log } = around;
	const { heads, isComplete } = await withPermissionHint("read the pull request", () => overriddenHeads(client, inputs.name));
	log.info(`${heads.length} open pull requests have an override in force.`);
	if (!isComplete) log.warning("There are more open pull requests than can be looked at. The newest were.");
	let allSeen = isComplete;
	for (const head of heads) try {
		await lookAt(around, head);
	} catch (error) {
		allSeen = false;
		log.error(`The override of #${head.number} was not looked at. ${describeFailure(error, "read the pull request")}`);
	}
	return allSeen;
}
async function lookAt(around, { number, sha, accepted }) {
	const { client, log } = around;
	const open = await withPermissionHint("read the pull request", () => readOpenPullRequest(client, number));
	if (open?.pullRequest.headSha !== sha) return;
	if ((await acceptedNow(around, open.pullRequest, accepted)).kind === "valid") {
		log.info(`The override of #${number} by ${accepted.by} still holds.`);
		return;
	}
	log.info(`The override of #${number} by ${accepted.by} does not hold any more, so ${sha.slice(0, 7)} is judged anew.`);
	await gateCommit(around, openHeadTask(open.pullRequest, around));
}
export { recheckOverrides };
