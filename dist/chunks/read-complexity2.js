import { xt as UserError } from "./both.js";
import { t as COMPLEXITY_FORMATS } from "./registry2.js";
// src/complexity/read-complexity.ts
/**
* Reads the output of a tool.
*
* @param place names the file in errors
* @throws UserError if no format recognises the file, or it cannot be used
*/
function readComplexity(bytes, place) {
	const text = new TextDecoder().decode(bytes).trimStart();
	const format = COMPLEXITY_FORMATS.find((one) => one.recognizes(text));
	if (format === void 0) throw new UserError(`${place} cannot be used: ${reasonOf(text)}`);
	try {
		const reading = format.read(text);
		if (reading.functions.length > 0) return reading;
		throw new UserError(`${format.tool} found no function in it`);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(`${place} cannot be used: ${error.message}.`);
	}
}
const KNOWN = "write it with lizard --csv -V, lizard --xml, eslint --format json (complexity: [\"warn\", 0]), radon cc -j, gocyclo, or api/measures/component_tree of SonarQube.";
function reasonOf(text) {
	if (text.trim() === "") return `it is empty: ${KNOWN}`;
	if (/^\[\s*\{\s*"PkgName"/.test(text)) return `it is cognitive complexity (gocognit), which grows with nesting: branch points cannot be read from it. Use gocyclo.`;
	if (text.startsWith("{") && text.includes("\"measures\"") && text.includes("\"complexity\"")) return `it has measures of SonarQube, but not those of its files: call api/measures/component_tree with qualifiers=FIL and metricKeys=complexity,functions.`;
	return `it is no output that is known: ${KNOWN}`;
}
export { readComplexity as t };
