import { d as leftAxis, p as linear, u as bottomAxis } from "./markdown-html.js";
import { jn as median, on as count, pn as formatRatio } from "./compare.js";
import { c as PAGE, x as plain } from "./both.js";
import { l as trendName, t as dayOf } from "./history-report.js";
import { c as spread, n as markShape } from "./history-plot.js";
import { f as tracks, o as inlineSvg, p as words, r as dots, s as line, t as COLOURS, u as ticksIn } from "./svg.js";
// src/report/html/thinned.ts
/**
* The values of a long series as at most `most` points, each of the same number of neighbouring positions. A short series stays as it is.
*
* @param values one value per position; null: none was measured
*/
function thinned(values, most) {
	const size = Math.max(1, Math.ceil(values.length / most));
	return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => index * size).flatMap((start) => {
		const inside = values.slice(start, start + size);
		const known = inside.flatMap((value) => value ?? []);
		const position = start + (inside.length - 1) / 2;
		if (known.length === 0) return [];
		const [low, high] = [Math.min(...known), Math.max(...known)];
		return [{
			position,
			low,
			middle: median(known),
			high,
			count: known.length
		}];
	});
}
// src/report/html/trend-plot.ts
/** More points would touch each other. */
const MOST_POINTS = 180;
const FRAME = {
	left: 96,
	right: 736,
	top: 50,
	bottom: 226
};
/** Names above the plot with less distance would overlap, so the later name is left out. Its line is still drawn. */
const LABEL_WIDTH = 64;
/** All stored jobs of one series, oldest first, with levels, steps, marks and releases. */
function trendPlot(series, service, releases) {
	const { jobs, conditions } = service;
	const at = linear([-.5, jobs.length - .5], [FRAME.left, FRAME.right]);
	const known = series.values.flatMap((one) => one ?? []);
	const value = linear(rangeOf(known), [FRAME.bottom, FRAME.top]).nice(4);
	const name = trendName(series, PAGE);
	const groups = conditions.map((_, index) => binsOf(series, jobs, index));
	const marks = jobs.flatMap((job, position) => {
		const height = series.values[position];
		return job.mark === null || height == null || series.role !== "primary" ? [] : [{
			...job.mark,
			position,
			height
		}];
	});
	return {
		height: FRAME.bottom + 44,
		label: `${name} of ${count(jobs.length, "stored job")} of the default branch, oldest first, with ${count(series.steps.length, "change")} of level. The table of events names them.`,
		shapes: [
			...leftAxis({
				at: value,
				ticks: value.ticks(4),
				text: ticksIn(series.unit),
				name
			}, FRAME),
			...bottomAxis({
				at,
				ticks: ticksOf(jobs.length),
				text: (position) => dayOf(jobs[position]?.recordedAt ?? ""),
				name: "stored jobs, oldest first"
			}, FRAME),
			...uprights(series, jobs, releases, at),
			...groups.map((bins, index) => reaches(bins, at, value, colourOf(index))),
			...groups.map((bins, index) => points(bins, at, value, colourOf(index))),
			...levelLines(series, at, value),
			...marks.map((one) => markShape(one, [at(one.position), value(one.height)]))
		]
	};
}
const SPARK = {
	width: 150,
	height: 28,
	points: 50
};
/** A small plot for a row of a table: points and levels under the newest conditions. */
function trendSpark(series, { jobs }) {
	const bins = binsOf(series, jobs, 0, SPARK.points);
	if (bins.length === 0) return "";
	const at = linear([-.5, jobs.length - .5], [2, SPARK.width - 2]);
	const value = linear(rangeOf(bins.flatMap(({ low, high }) => [low, high])), [SPARK.height - 3, 3]);
	const middles = bins.map(({ position, middle }) => [at(position), value(middle)]);
	const shapes = [dots(middles, {
		radius: 1.5,
		fill: COLOURS.candidate
	}), ...levelLines({
		...series,
		levels: series.levels.filter(({ conditions }) => conditions === 0)
	}, at, value)];
	return inlineSvg(SPARK.width, SPARK.height, shapes);
}
/** How many neighbouring jobs share one point of the plot. */
function jobsPerPoint({ jobs }) {
	return Math.max(1, Math.ceil(jobs.length / MOST_POINTS));
}
function binsOf({ values }, jobs, conditions, most = MOST_POINTS) {
	return thinned(values.map((value, position) => jobs[position]?.conditions === conditions ? value : null), most);
}
function colourOf(conditions) {
	return conditions === 0 ? COLOURS.candidate : COLOURS.baseline;
}
/** Points are filled under the newest conditions and hollow under other conditions. */
function points(bins, at, value, colour) {
	const places = bins.map(({ position, middle }) => [at(position), value(middle)]);
	const full = dots(places, {
		radius: 2.5,
		fill: colour
	});
	return colour === COLOURS.candidate ? full : `${full}${dots(places, {
		radius: 1.5,
		fill: COLOURS.page
	})}`;
}
function reaches(bins, at, value, stroke) {
	const wide = bins.filter(({ low, high }) => high > low);
	return tracks(wide.map(({ position, low, high }) => [[at(position), value(low)], [at(position), value(high)]]), {
		stroke,
		width: 2,
		opacity: .35
	});
}
function levelLines({ levels }, at, value) {
	return [true, false].map((isNow) => tracks(levels.filter(({ conditions }) => conditions === 0 === isNow).map(({ from, to, value: level }) => [[at(from - .5), value(level)], [at(to - .5), value(level)]]), {
		stroke: isNow ? COLOURS.text : COLOURS.muted,
		width: 1.5,
		dash: isNow ? void 0 : "4 3"
	}));
}
/** Steps and releases have separate rows of names, so that the name of a release never replaces the name of a step. */
function uprights({ steps, better }, jobs, releases, at) {
	const stepLines = steps.map(({ position, changeRatio, isWorse }) => {
		const stroke = better === "neither" ? COLOURS.muted : isWorse ? COLOURS.bad : COLOURS.good;
		return {
			position: position - .5,
			name: formatRatio(changeRatio),
			stroke
		};
	});
	const releaseLines = jobs.flatMap(({ commit }, position) => {
		const name = releases.get(commit);
		const isFirst = jobs.findIndex((job) => job.commit === commit) === position;
		return name === void 0 || !isFirst ? [] : [{
			position,
			name: plain(name, 12),
			stroke: COLOURS.muted,
			dash: "2 3"
		}];
	});
	return [...named(stepLines, FRAME.top - 10, at), ...named(releaseLines, FRAME.top - 26, at)];
}
function named(lines, height, at) {
	let free = FRAME.left + LABEL_WIDTH;
	return lines.flatMap(({ position, name, stroke, dash }) => {
		const x = at(position);
		const drawn = line([x, height + 6], [x, FRAME.bottom], {
			stroke,
			width: dash === void 0 ? 1.5 : 1,
			dash
		});
		if (x < free) return [drawn];
		free = x + LABEL_WIDTH;
		return [drawn, words(name, Math.min(x, FRAME.right - 12), height, {
			anchor: "middle",
			fill: stroke
		})];
	});
}
/** Starts at 0 or above, because no measured value is negative. A plot of only zeros gets `ZERO_HEIGHT`, because an axis needs a height. */
function rangeOf(values) {
	const [low, high] = spread(values);
	const isZero = values.every((value) => value === 0);
	return [Math.max(0, low), isZero ? ZERO_HEIGHT : high];
}
/** Top of the axis for a plot of only zeros, usually of errors: one percent. */
const ZERO_HEIGHT = .01;
function ticksOf(jobs) {
	const every = Math.max(1, Math.ceil((jobs - 1) / 6));
	return Array.from({ length: Math.ceil(jobs / every) }, (_, index) => index * every).filter((position) => jobs - 1 - position >= every / 2 || position === jobs - 1);
}
export { trendPlot as n, trendSpark as r, jobsPerPoint as t };
