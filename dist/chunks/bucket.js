import { xt as UserError } from "./both.js";
// src/monitor/bucket.ts
/**
* A histogram counts requests up to the ends of its buckets only. If no bucket ends at the bound, the next end above is used: requests
* that are slower than that end are slower than the bound as well, so no alert is false.
*
* @throws UserError if the bound lies above the ends of all buckets, because then no bucket counts the requests within the bound
*/
function bucketFor(service, boundMs, { bucketsMs, histogram }) {
	const index = bucketsMs.findIndex((end) => end >= boundMs);
	const endMs = bucketsMs[index];
	if (endMs === void 0) throw new UserError(`The objective of ${service} has a bound of ${boundMs}ms, above the last bucket of ${histogram}, which ends at ${bucketsMs.at(-1)}ms. Nothing counts the requests beyond it: add a bucket to the service and to \`monitoring.buckets\`, or set a lower bound.`);
	return {
		endMs,
		belowMs: bucketsMs[index - 1] ?? null,
		ends: endsOf(endMs, histogram)
	};
}
/**
* Prometheus 2 stores a whole number as its client writes it, often `1`, and Prometheus 3 always as `1.0`:
* https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
*/
function endsOf(endMs, histogram) {
	const text = String(Number((countsMilliseconds(histogram) ? endMs : endMs / 1e3).toPrecision(12)));
	return text.includes(".") ? [text] : [text, `${text}.0`];
}
/** The name of a metric ends with its unit: https://prometheus.io/docs/practices/naming/ */
function countsMilliseconds(histogram) {
	return /_(?:ms|milliseconds)$/.test(histogram);
}
export { countsMilliseconds as n, bucketFor as t };
