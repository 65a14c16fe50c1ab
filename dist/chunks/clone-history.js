import { t as outputOf } from "./program.js";
// src/setup/clone-history.ts
/** More than 200 commits between two records do not help to find the cause. */
const MAX_COMMITS = 200;
/** Only text of this form is passed to Git, because anybody may have written the store. */
const COMMIT = /^[0-9a-f]{7,64}$/;
/** Whether the clone in this folder has the commit. */
async function hasCommit(folder, commit) {
	if (!COMMIT.test(commit)) return false;
	return await outputOf("git", [
		"cat-file",
		"-e",
		`${commit}^{commit}`
	], folder) !== null;
}
/**
* The commits after `from` up to `to`, the newest first.
*
* @returns null when the clone lacks one of them, or when `from` is not an ancestor of `to`
*/
async function commitsBetween(folder, { from, to }) {
	if (!COMMIT.test(from) || !COMMIT.test(to)) return null;
	if (await outputOf("git", [
		"merge-base",
		"--is-ancestor",
		from,
		to
	], folder) === null) return null;
	const printed = await outputOf("git", [
		"log",
		"--format=%H %s",
		`--max-count=${MAX_COMMITS}`,
		`${from}..${to}`
	], folder);
	return printed === null ? null : namedCommits(printed);
}
/**
* The commits of the main line after `from` up to `to`, the oldest first. Of a merge, only the merge commit is listed and not
* the commits of the merged branch.
*
* @returns null when `from` is not an ancestor of `to`
*/
async function mainLineBetween(folder, { from, to }) {
	if (await outputOf("git", [
		"merge-base",
		"--is-ancestor",
		from,
		to
	], folder) === null) return null;
	const args = [
		"log",
		"--first-parent",
		"--reverse",
		"--format=%H %s",
		`${from}..${to}`
	];
	const printed = await outputOf("git", args, folder);
	return printed === null ? null : namedCommits(printed);
}
/** A commit and the first line of its message. */
async function namedCommit(folder, commit) {
	return {
		commit,
		subject: await outputOf("git", [
			"log",
			"-1",
			"--format=%s",
			commit
		], folder) ?? ""
	};
}
function namedCommits(printed) {
	return printed.split("\n").flatMap((text) => {
		const [, commit, subject] = /^([0-9a-f]{40,64}) (.*)$/.exec(text) ?? [];
		return commit === void 0 ? [] : [{
			commit,
			subject: subject ?? ""
		}];
	});
}
/** The web page of the remote called origin. null: there is no such page. */
async function webAddressOf(folder) {
	return webAddress(await outputOf("git", [
		"remote",
		"get-url",
		"origin"
	], folder) ?? "");
}
/**
* Turns `git@github.com:octo-org/shop.git`, `ssh://git@github.com/octo-org/shop` or an https address into
* `https://github.com/octo-org/shop`. A user name or token before the host is removed, because the page is public. null for a
* folder, a file or any other text.
*/
function webAddress(remote) {
	const [, host, path] = /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|[\w.-]+@)([\w.-]+(?::\d+)?)[/:]([\w.-]+(?:\/[\w.-]+?)+)(?:\.git)?\/?$/.exec(remote) ?? [];
	if (host === void 0 || path === void 0) return null;
	return `https://${remote.startsWith("http") ? host : host.replace(/:\d+$/, "")}/${path}`;
}
/** Neither an option nor a range nor a path: https://git-scm.com/docs/git-check-ref-format */
const REF = /^(?!.*(?:\.\.|\/\/|@\{))\w[\w./+@-]{0,199}$/;
/** A tag, branch or commit and all its ancestors. null: the clone does not know it. */
async function commitsUpTo(folder, ref) {
	if (!REF.test(ref)) return null;
	const printed = await outputOf("git", [
		"rev-list",
		`${ref}^{commit}`,
		"--"
	], folder);
	return printed === null ? null : new Set(printed.split("\n"));
}
export { namedCommit as a, mainLineBetween as i, commitsUpTo as n, webAddress as o, hasCommit as r, webAddressOf as s, commitsBetween as t };
