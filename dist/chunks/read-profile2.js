import { et as UserError } from "./both.js";
import { n as explainUnreadableProfile } from "./unreadable-profile2.js";
// src/profiles/read-profile.ts
/** Real profiles have at most some megabytes; those of a busy server for an hour some ten. */
const MAX_BYTES = 67108864;
/** A fifth of the whole is the least that names must be known of. The rest could be anything. */
const MAX_UNKNOWN_SHARE = .5;
/** Reads one profile with the format that recognises its content. Throws a UserError that says what the file is and what to do. */
async function readProfile(chunks, formats) {
	const bytes = await joined(chunks);
	const content = {
		bytes,
		text: textOf(bytes)
	};
	const format = formats.find((one) => one.recognizes(content));
	if (format === void 0) throw explainUnreadableProfile(content);
	const profile = format.parse(content);
	if (profile.stacks.length === 0) throw new UserError(`The file is ${format.title}, and holds no sample. Record for a longer time.`);
	const unknown = unknownShare(profile);
	if (unknown === 1) throw new UserError(`The file is ${format.title}, and none of its functions has a name. Build with symbols (-g, and no strip), and record again.`);
	if (unknown <= MAX_UNKNOWN_SHARE || profile.nature === "shown") return profile;
	const note = `${Math.round(unknown * 100)} % of it is in functions without a name, so it is shown and not compared. Build with symbols (-g, and no strip).`;
	return {
		...profile,
		nature: "shown",
		notes: [...profile.notes, note]
	};
}
async function joined(chunks) {
	const parts = [];
	let size = 0;
	for await (const chunk of chunks) {
		size += chunk.length;
		if (size > MAX_BYTES) throw new UserError(`The profile is larger than ${MAX_BYTES / 1024 / 1024} MiB. Record for a shorter time.`);
		parts.push(new Uint8Array(chunk));
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
/** Empty for what is not text: no text has a NUL. */
function textOf(bytes) {
	if (bytes.subarray(0, 4096).includes(0)) return "";
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return "";
	}
}
function unknownShare({ frames, stacks }) {
	let [unknown, all] = [0, 0];
	for (const stack of stacks) {
		all += stack.weight;
		if (stack.frames.every((position) => isUnknown(frames[position]?.name ?? ""))) unknown += stack.weight;
	}
	return unknown / all;
}
function isUnknown(name) {
	return /^(?:\[?unknown\]?|\?\?\?|0x[0-9a-f]+.*)$/i.test(name);
}
export { readProfile as t };
