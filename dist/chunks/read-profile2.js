import { xt as UserError } from "./both.js";
import { On as wholeFile } from "./compare.js";
import { n as explainUnreadableProfile } from "./unreadable-profile2.js";
// src/profiles/read-profile.ts
/** Most real profiles have a few megabytes; an hour of a busy server has a few tens. */
const MAX_BYTES = 33554432;
/** Reads one profile with the format that recognises its content. Throws a UserError that says what the file is and what to do. */
async function readProfile(chunks, formats) {
	const bytes = await wholeFile(chunks, MAX_BYTES);
	if (bytes === null) throw new UserError(`The profile is larger than ${MAX_BYTES / 1024 / 1024} MiB. Record for a shorter time or less often, or fold the stacks.`);
	const content = {
		bytes,
		text: textOf(bytes)
	};
	const format = formats.find((one) => one.recognizes(content));
	if (format === void 0) throw explainUnreadableProfile(content);
	const profile = format.parse(content);
	if (profile.stacks.length === 0 && profile.counted === "leaked-bytes") return profile;
	if (profile.stacks.length === 0) throw new UserError(`The file is ${format.title}, and holds no sample. Record for a longer time.`);
	if (!profile.stacks.some(({ frames }) => frames.some((position) => !isUnknown(profile.frames[position]?.name ?? "")))) throw new UserError(`The file is ${format.title}, and none of its functions has a name. Build with symbols (-g, and no strip), and record again.`);
	return profile;
}
/** Empty if the bytes are not text: a text has no NUL. */
function textOf(bytes) {
	if (bytes.subarray(0, 4096).includes(0)) return "";
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return "";
	}
}
function isUnknown(name) {
	return /^(?:\[?unknown\]?|\?\?\?|0x[0-9a-f]+.*)$/i.test(name);
}
export { readProfile as t };
