import { X as isResource, gn as formatValue, on as count, pn as formatRatio } from "./compare.js";
import { h as statisticName, tt as quantityOf, x as plain } from "./both.js";
// src/report/history-report.ts
function windowKey({ from, to }) {
	return `${from}..${to}`;
}
/** Whether a series has a full plot: gated series, throughput, errors, CPU and memory. Other series are table rows with a small plot. */
function isDrawn(series) {
	const { role, endpoint, metric, stat } = series;
	if (role === "primary") return true;
	const quantity = quantityOf(series);
	const isOfLoad = stat === "rate" && (quantity === "throughput" || quantity === "error-share");
	return endpoint === null && (isResource(metric) || isOfLoad);
}
/** The first gated series; if no job has a gated series, the first drawn series, else the first series. */
function leadingSeries({ series }) {
	return series.find(({ role }) => role === "primary") ?? series.find(isDrawn) ?? series[0];
}
/** Gated series first, then throughput, then errors, then CPU and memory. */
function drawnSeries({ series }) {
	const rank = (series) => {
		if (series.role === "primary") return 0;
		const quantity = quantityOf(series);
		return quantity === "throughput" ? 1 : quantity === "error-share" ? 2 : 3;
	};
	return series.filter(isDrawn).toSorted((left, right) => rank(left) - rank(right));
}
/** `p95`, `p95 of GET /orders`, or only `memory` for a metric that is a single number. */
function trendName(series, wording) {
	const { endpoint, metric, stat } = series;
	const name = stat === "value" ? wording.name(metric) : statisticName(series, wording);
	return endpoint === null ? name : `${name} of ${wording.name(endpoint)}`;
}
/** The level of the newest job; unknown if no job under the newest conditions has the series. */
function levelText({ levels, unit }) {
	return formatValue(levels.findLast(({ conditions }) => conditions === 0)?.value ?? null, unit);
}
/** `+8.3 %, 2026-03-04`: the newest step under the newest conditions; empty if there is none. */
function lastStepText({ steps }, { jobs }) {
	const step = steps.findLast(({ position }) => jobs[position]?.conditions === 0);
	return step === void 0 ? "" : `${formatRatio(step.changeRatio)}, ${dayOf(jobs[step.position]?.recordedAt ?? "")}`;
}
function dayOf(time) {
	return plain(time.slice(0, 10));
}
function openDebts({ debts }) {
	return debts.filter(({ repaid }) => repaid === null).length;
}
function historyStatement({ services }) {
	const owing = services.filter((service) => openDebts(service) > 0);
	const debts = owing.reduce((sum, service) => sum + openDebts(service), 0);
	if (debts === 0) return "No slowdown is owed.";
	return `${count(debts, "slowdown is", "slowdowns are")} owed, in ${owing.length} of ${count(services.length, "service")}.`;
}
export { lastStepText as a, openDebts as c, isDrawn as i, trendName as l, drawnSeries as n, leadingSeries as o, historyStatement as r, levelText as s, dayOf as t, windowKey as u };
