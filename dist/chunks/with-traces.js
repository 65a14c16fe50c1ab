import { t as compareTraces } from "./compare-traces.js";
// src/traces/with-traces.ts
/** The evidence, with the comparison of the traces that lie beside the runs of each service. */
function withTraces(evidence, traces) {
	return evidence.map((one) => {
		const own = traces.filter(({ service }) => service === one.service);
		if (own.length === 0) return one;
		const read = own.flatMap(({ content, ...place }) => content.kind === "traces" ? [{
			...place,
			file: content.file
		}] : []);
		const refusals = own.flatMap(({ path, content }) => content.kind === "unreadable" ? [{
			path,
			problem: content.problem
		}] : []);
		return {
			...one,
			traces: {
				comparisons: compareTraces(read),
				refusals
			}
		};
	});
}
export { withTraces };
