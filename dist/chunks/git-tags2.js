import { t as outputOf } from "./program.js";
// src/setup/git-tags.ts
/** More tags than a report can show. */
const MAX_TAGS = 1e3;
/** An annotated tag is an object of its own and points at its commit. */
const FORMAT = "%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end) %(refname:strip=2)";
/** The newest tags of the clone that contains the folder. Empty when there is no clone, or when Git is not installed. */
async function gitTags(folder) {
	return ((await outputOf("git", [
		"for-each-ref",
		"--sort=-version:refname",
		"--sort=-creatordate",
		`--count=${MAX_TAGS}`,
		`--format=${FORMAT}`,
		"refs/tags"
	], folder))?.split("\n") ?? []).flatMap((line) => {
		const [, commit, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
		return commit === void 0 || name === void 0 ? [] : [{
			name,
			commit
		}];
	});
}
export { gitTags as t };
