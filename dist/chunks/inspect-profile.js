import { X as printable, jt as plainText } from "./both.js";
import { n as functionTimes, t as withoutInlining } from "./inlined.js";
// src/profiles/inspect-profile.ts
const MAX_FUNCTIONS = 10;
/** Longer lines are cut. */
const MAX_CHARACTERS = 200;
const COMPARING = {
	sampled: "needs at least 3 profiles per side, better 5, and about 200 samples in a function on each side to see +60 %",
	exact: "one profile per side is enough: run both sides with the same arguments, from paths of the same length",
	shown: "is not done for this kind of profile: it is only shown"
};
const NO_SAMPLES = {
	sampled: "the file does not say",
	exact: "none: it counts all",
	shown: "the file does not say"
};
/** The start lines of functions come from all profiles of a side, so a single profile shows less. */
const INLINED = "V8 inlines: a function without a sample of its own here is counted for the one above it in the script";
/** The text of `perf-gate inspect FILE` for a profile. Ends with a newline. */
function inspectProfile(path, profile) {
	const [repaired = profile] = withoutInlining([profile]);
	const { functions, totalWeight, ownWeight } = functionTimes(repaired, []);
	const top = [...functions.values()].filter((one) => one.ownWeight > 0).sort((left, right) => right.ownWeight - left.ownWeight || (left.name < right.name ? -1 : 1)).slice(0, MAX_FUNCTIONS);
	return [
		"A profile.",
		"",
		...[
			["path", path],
			["tool", profile.tool],
			["format", profile.format],
			["counts", `${profile.counted.replace("-", " ")}, in ${profile.unit}`],
			["samples", profile.samples === null ? NO_SAMPLES[profile.nature] : `${profile.samples}`],
			["language", profile.language],
			["own code", `${percent(ownWeight, totalWeight)} of the whole, with the libraries that it calls`],
			["comparing", COMPARING[profile.nature]],
			...[...profile.notes.map(plainText), ...profile.format === "cpuprofile" ? [INLINED] : []].map((note) => ["note", note])
		].map(([name, text]) => `  ${name.padEnd(10)}  ${printable(text, MAX_CHARACTERS)}`),
		"",
		"The functions of own code that take most:",
		...top.map(({ name, ownWeight: weight }) => `  ${percent(weight, ownWeight).padStart(8)}  ${printable(name, MAX_CHARACTERS)}`),
		""
	].join("\n");
}
function percent(part, whole) {
	return `${(100 * part / Math.max(whole, Number.MIN_VALUE)).toFixed(1)} %`;
}
export { inspectProfile };
