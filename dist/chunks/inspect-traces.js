import { gn as formatValue, hn as formatSize } from "./compare.js";
import { X as printable, jt as plainText } from "./both.js";
import { t as compareTraces } from "./compare-traces.js";
// src/traces/inspect-traces.ts
const MAX_OPERATIONS = 10;
const MAX_CHARACTERS = 200;
const COMPARING = "is for information: put the traces of both sides into run-<n>/traces/, with the same share of the requests on both sides";
/** The text of `perf-gate inspect FILE` for a file of traces. Ends with a newline. */
function inspectTraces(path, file) {
	const [comparison] = compareTraces([{
		file,
		side: "candidate",
		run: "",
		requests: null,
		errorRatio: null
	}]);
	const { candidate: side, operations = [], operationsLeftOut = 0, notes = [] } = comparison ?? {};
	const services = [...new Set(file.spans.map(({ service }) => service))].sort();
	return [
		"Traces.",
		"",
		...[
			["path", path],
			["format", file.tool],
			["traces", `${side?.traces ?? 0}`],
			["spans", `${side?.spans ?? 0}`],
			["services", services.join(", ")],
			["operations", `${operations.length + operationsLeftOut}`],
			["sampling", samplingText(file)],
			["failed", `${formatSize(side?.tracedErrorRatio ?? 0)} of the traces`],
			["comparing", COMPARING],
			...notes.map((note) => ["note", plainText(note)])
		].map(([label, text]) => `  ${label.padEnd(10)}  ${printable(text, MAX_CHARACTERS)}`),
		"",
		"The operations that take most by themselves, in one trace:",
		...operations.slice(0, MAX_OPERATIONS).flatMap(operationLine),
		""
	].join("\n");
}
function samplingText({ samplingRatios }) {
	return samplingRatios.length === 0 ? "the file does not say it" : samplingRatios.map((ratio) => formatSize(ratio)).join(", ");
}
function operationLine({ service, kind, operation, candidate }) {
	if (candidate === null) return [];
	return [`  ${formatValue(candidate.selfMsPerTrace, "ms").padStart(10)}  ${printable(`${service} ${kind} ${operation}`, MAX_CHARACTERS)}, ${candidate.spans} spans, p95 ${formatValue(candidate.p95Ms, "ms")}`];
}
export { inspectTraces };
