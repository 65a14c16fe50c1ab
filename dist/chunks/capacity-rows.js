import { fn as formatMs, gn as formatValue, pn as formatRatio } from "./compare.js";
import { Dt as joined, Ft as text, Nt as sentences } from "./both.js";
// src/report/capacity-words.ts
/** The answer in one sentence, or why there is none. */
function capacityStatement({ capacity }) {
	const { refused, maxPerS, kneeUsers, model, atLeastPerS } = capacity;
	if (refused !== null) {
		const least = atLeastPerS === null ? null : text`It carried at least ${perS(atLeastPerS)}.`;
		return sentences(text`No answer. ${refused}`, least);
	}
	const most = text`It carries at most ${perS(maxPerS ?? 0)}`;
	if (kneeUsers === null) return text`${most}.`;
	return model === "usl" ? text`${most}, with ${users(kneeUsers)}. With more it slows down.` : text`${most}. From ${users(kneeUsers)} on, more of them only wait.`;
}
/** The measured capacity and its consequences for planning, one fact per row. */
function capacityFacts(report) {
	const { capacity, plan, peakPerS, change, forecast } = report;
	const { lastGood, firstBad, maxPerSInterval, maxPerS, ladders } = capacity;
	return [
		...maxPerSInterval === null ? [] : [{
			name: "Range of the most",
			text: text`${perS(maxPerSInterval[0])} to ${perS(maxPerSInterval[1])} (90 %, ${ladders} ladders)`
		}],
		...lastGood === null && firstBad === null ? [] : [{
			name: "Breaking point",
			text: breakingPoint(lastGood, firstBad)
		}],
		...plan === null ? [] : planFacts(plan, peakPerS),
		...change === null ? [] : [{
			name: "Against the other version",
			text: changeText(change)
		}],
		...forecast === null ? [] : [{
			name: "Forecast",
			text: forecastText(forecast)
		}],
		...maxPerS !== null && maxPerSInterval === null ? [{
			name: "How exact",
			text: ACCURACY
		}] : []
	];
}
/**
* Measured on ladders whose true capacity is known. The error comes from the gaps between the steps, so one ladder cannot
* estimate its own error. docs/guides/capacity.md has the figures.
*/
const ACCURACY = text`One ladder gives no range. On ladders of known truth the most was 8 % too low to right, and the knee 6 % too low to 10 % too high. Run the ladder three times for a range.`;
function planFacts(plan, peakPerS) {
	const { sustainablePerS, peakShareRatio, replicas, costPerMillionFull, costPerMillionToday } = plan;
	return [
		{
			name: "Sustainable",
			text: text`${perS(sustainablePerS)} per replica`
		},
		...peakShareRatio === null || peakPerS === null ? [] : [{
			name: "Planned peak",
			text: text`${perS(peakPerS)}: ${peakShareText(peakShareRatio)} what one replica sustains`
		}],
		...replicas === null ? [] : [{
			name: "Replicas",
			text: text`${formatValue(replicas, "none")}, if they scale linearly, which was not measured`
		}],
		...costPerMillionFull === null ? [] : [{
			name: "Cost of a million requests",
			text: costText(costPerMillionFull, costPerMillionToday)
		}]
	];
}
/** `80 % of`, `12.5 times`. */
function peakShareText(ratio) {
	return ratio < 10 ? `${formatValue(ratio, "ratio")} of` : `${formatValue(ratio, "none")} times`;
}
function costText(perMillionFull, perMillionToday) {
	const today = perMillionToday === null ? [] : text`, ${money(perMillionToday)} at the load of today`;
	return text`${money(perMillionFull)} with busy replicas${today}`;
}
function breakingPoint(lastGood, firstBad) {
	const load = (rung) => rung.offeredPerS === null ? users(rung.users) : perS(rung.offeredPerS);
	if (firstBad === null) {
		const where = lastGood === null ? text`every load` : text`${load(lastGood)}`;
		return text`not reached: still inside the budgets at ${where}`;
	}
	const before = lastGood === null ? text`below` : text`between ${load(lastGood)} (inside the budgets) and`;
	return text`${before} ${load(firstBad)} (${stateText(firstBad)})`;
}
function stateText({ errorRatio, goodPerS, offeredPerS, p95Ms }) {
	return joined([
		...errorRatio > 0 ? [text`${formatValue(errorRatio, "ratio")} errors`] : [],
		...offeredPerS === null ? [] : [text`${perS(goodPerS)} good answers`],
		...p95Ms === null ? [] : [text`p95 ${formatMs(p95Ms)}`]
	], text`, `);
}
function changeText({ changeRatio, interval }) {
	if (interval === null) return text`${formatRatio(changeRatio)}. Not known how sure: that takes three ladders of each version.`;
	const [lower, upper] = interval;
	const sure = lower > 0 ? text`proven more` : upper < 0 ? text`proven less` : text`no proven change`;
	return text`${formatRatio(changeRatio)} (${formatRatio(lower)} … ${formatRatio(upper)}): ${sure}`;
}
function forecastText(forecast) {
	if (forecast.kind === "refused") return forecast.reason;
	const { growthRatioPerMonth, earliest, latest, horizon } = forecast;
	const growth = text`The peaks grow by ${formatRatio(growthRatioPerMonth)} per month.`;
	if (earliest === null) return text`${growth} They do not reach what is sustained before ${horizon}, which is as far as this history allows to say.`;
	const end = latest === null ? text`a date after ${horizon}` : text`${latest}`;
	return text`${growth} They reach what is sustained between ${earliest} and ${end} (90 %).`;
}
function perS(value) {
	return formatValue(value, "per-second");
}
function users(value) {
	return `${formatValue(value >= 100 ? Math.round(value) : Number(value.toFixed(1)), "none")} ${value === 1 ? "user" : "users"}`;
}
/** Without a currency, because the configured price has none. */
function money(value) {
	if (value >= 1e3) return formatValue(value, "none");
	return value >= .01 ? value.toFixed(2) : value.toPrecision(2);
}
// src/report/capacity-rows.ts
/** One step of the ladder, ready to print. */
function rungRow(rung) {
	return {
		load: rung.offeredPerS === null ? String(Math.round(rung.users)) : perS(rung.offeredPerS),
		good: perS(rung.goodPerS),
		latency: formatMs(rung.latencyMs),
		p95: rung.p95Ms === null ? "–" : formatMs(rung.p95Ms),
		errors: formatValue(rung.errorRatio, "ratio"),
		dropped: formatValue(rung.droppedRatio, "ratio"),
		note: rung.leftOut === null ? "" : `left out: ${rung.leftOut}`
	};
}
export { perS as i, capacityFacts as n, capacityStatement as r, rungRow as t };
