import { d as leftAxis, l as SIDES, p as linear, u as bottomAxis } from "./markdown-html.js";
import { I as runValue, gn as formatValue, jn as median, on as count, pn as formatRatio } from "./compare.js";
import { C as shortCommit$1, h as statisticName, l as PLAIN, qt as worseBy, x as plain } from "./both.js";
import { c as mark, f as tracks, n as area, p as words, s as line, t as COLOURS, u as ticksIn } from "./svg.js";
// src/report/html/runs-plot.ts
const BOTH = ["baseline", "candidate"];
/** Offsets of the points from the middle of a row, in pixels, so that neighbouring points do not hide each other. */
const OFFSETS = [
	0,
	-9,
	9,
	-4,
	5
];
/** The runs of both sides: one point per run, and a bar at the compared value. null: no side has a value. */
function runsPlot(series, sides) {
	const values = sides.flatMap(({ runs }) => runs.map(({ value }) => value));
	if (values.length === 0) return null;
	const title = statisticName(series, PLAIN);
	const frame = {
		left: 150,
		right: 736,
		top: 12,
		bottom: 124
	};
	const scale = linear(spread(values), [frame.left, frame.right]);
	const compared = [series.baseline, series.candidate];
	const axis = {
		at: scale,
		ticks: scale.ticks(5),
		text: ticksIn(series.unit),
		name: title
	};
	return {
		height: frame.bottom + 44,
		label: `${title} of each run: ${sides.map(({ name, runs }) => `${name}, ${count(runs.length, "run")}`).join("; ")}. The table below has the values.`,
		shapes: [...bottomAxis(axis, frame, true), ...sides.flatMap(({ side, name, runs }, index) => {
			const middle = frame.top + 28 + index * 56;
			const bar = compared[index] ?? null;
			return [
				words(name, frame.left - 10, middle, { anchor: "end" }),
				...bar === null ? [] : [line([scale(bar), middle - 22], [scale(bar), middle + 22], {
					stroke: COLOURS.text,
					width: 3
				})],
				...runs.map((run, position) => pointOf(side, [scale(run.value), middle + (OFFSETS[position % OFFSETS.length] ?? 0)], `${run.name}: ${formatValue(run.value, series.unit)}`))
			];
		})]
	};
}
/** One line per pair, from the baseline to the candidate. The change is estimated from these pairs. */
function pairsPlot(series, pairs, names) {
	const title = statisticName(series, PLAIN);
	const frame = {
		left: 190,
		right: 570,
		top: 40,
		bottom: 260
	};
	const scale = linear(spread(pairs.flatMap(({ baseline, candidate }) => [baseline, candidate])), [frame.bottom, frame.top]);
	const x = {
		baseline: frame.left + 40,
		candidate: frame.right - 40
	};
	const worse = pairs.filter(({ baseline, candidate }) => worseBy(series, candidate - baseline) > 0);
	const axis = {
		at: scale,
		ticks: scale.ticks(4),
		text: ticksIn(series.unit),
		name: title
	};
	const sloped = (chosen, stroke) => tracks(chosen.map(({ baseline, candidate }) => [[x.baseline, scale(baseline)], [x.candidate, scale(candidate)]]), {
		stroke,
		width: 2
	});
	return {
		height: frame.bottom + 36,
		label: `${title} of ${count(pairs.length, "pair")} of runs, from the baseline to the candidate: ${worse.length} became worse. The table below has the values.`,
		shapes: [
			...leftAxis(axis, frame),
			sloped(worse, COLOURS.bad),
			sloped(pairs.filter((pair) => !worse.includes(pair)), COLOURS.calm),
			...pairs.flatMap((pair) => BOTH.map((side) => {
				const title = `${pair.name}, ${names[side]}: ${formatValue(pair[side], series.unit)}`;
				return pointOf(side, [x[side], scale(pair[side])], title);
			})),
			...BOTH.map((side) => words(names[side], x[side], frame.bottom + 20, { anchor: "middle" }))
		]
	};
}
function pointOf(side, place, title) {
	const { shape, colour } = SIDES[side];
	return mark(shape, place, {
		radius: side === "baseline" ? 4 : 5,
		fill: colour,
		title
	});
}
/** From the smallest to the largest value, with some room. Equal values get room as well. */
function spread(values) {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const room = high > low ? (high - low) * .08 : Math.abs(high) * .1 || 1;
	return [low - room, high + room];
}
// src/report/html/history-plot.ts
/** The first seven characters of a commit, as the axis prints them. */
function shortCommit(commit) {
	return plain(shortCommit$1(commit), 12);
}
/** `overridden +8.3 % by dev: the cache comes back next week`. */
function markText({ kind, changeRatio, override }) {
	const by = override === null ? "" : ` by ${plain(override.by, 40)}: ${plain(override.reason, 200)}`;
	return `${kind} ${formatRatio(changeRatio)}${by}`;
}
/** The triangle of a marked job. */
function markShape(job, place) {
	const fill = job.kind === "improved" ? COLOURS.good : COLOURS.bad;
	return mark("triangle", place, {
		radius: 6.5,
		fill,
		title: markText(job)
	});
}
const MAX_TICKS = 10;
/** The stored jobs of one series, oldest first, with levels, limit, change points, marks and releases, and the candidate at the end. */
function historyPlot(input) {
	const { series, history, candidate, candidateTitle, releases } = input;
	const { jobs, windowStart } = history;
	const runs = jobs.flatMap((job, position) => runPoints(job, position, series));
	const steps = stepsOf(history, series);
	const title = statisticName(series, PLAIN);
	const format = (value) => formatValue(value, series.unit);
	const frame = {
		left: 96,
		right: 696,
		top: 44,
		bottom: 236
	};
	const limit = limitOf(series);
	const marked = markedJobs(jobs, runs);
	const value = linear(spread([
		...runs.map((run) => run.value),
		...candidate,
		...limit === null ? [] : [limit]
	]), [frame.bottom, frame.top]).nice(4);
	const position = linear([-1, jobs.length + 1], [frame.left, frame.right]);
	const nameOf = (at) => at === jobs.length ? candidateTitle : shortCommit(jobs[at]?.commit ?? "");
	const commits = "commits of the default branch, oldest first";
	return {
		height: frame.bottom + 44,
		label: `${title} of ${count(jobs.length, "stored job")} of the default branch, oldest first, with ${count(steps.length, "change")} of level and ${count(marked.length, "mark")}. The table below has the values.`,
		shapes: [
			...windowArea(position(windowStart - .5), position(jobs.length - .5), frame),
			...leftAxis({
				at: value,
				ticks: value.ticks(4),
				text: ticksIn(series.unit),
				name: title
			}, frame),
			...bottomAxis({
				at: position,
				ticks: ticksOf(jobs.length),
				text: nameOf,
				name: commits
			}, frame),
			...limit === null ? [] : limitLine(position(windowStart - .5), value(limit), frame),
			tracks(levelsOf(runs, steps, jobs.length).map(({ from, to, level }) => [[position(from - .5), value(level)], [position(to - .5), value(level)]]), {
				stroke: COLOURS.text,
				width: 1.5
			}),
			...steps.flatMap((at) => upright(position(at - .5), "new level", COLOURS.warn, false, frame)),
			...releasedJobs(jobs, releases).flatMap(({ at, name }) => upright(position(at), name, COLOURS.muted, true, frame)),
			...runs.map((run) => mark("circle", [position(run.position), value(run.value)], {
				radius: 3.5,
				fill: run.position < windowStart ? COLOURS.page : COLOURS.baseline,
				stroke: COLOURS.baseline,
				title: `${nameOf(run.position)}: ${format(run.value)}`
			})),
			...candidate.map((one) => mark("diamond", [position(jobs.length), value(one)], {
				radius: 5.5,
				fill: COLOURS.candidate,
				title: `${candidateTitle}: ${format(one)}`
			})),
			...marked.flatMap(({ at, job, highest }) => [markShape(job, [position(at), value(highest)]), words(job.kind, position(at), value(highest) - 16)])
		]
	};
}
/** The value beyond which the candidate is over its limit; null if the series has no limit. */
function limitOf({ baseline, limitRatio, role, better }) {
	if (baseline === null || limitRatio === null || role === "other") return null;
	return baseline * (1 + worseBy({ better }, limitRatio));
}
function limitLine(left, y, { right }) {
	return [line([left, y], [right, y], {
		stroke: COLOURS.bad,
		dash: "6 3"
	}), words("limit", right + 6, y, { fill: COLOURS.bad })];
}
function releasedJobs(jobs, releases) {
	return jobs.flatMap(({ commit }, at) => {
		const name = releases.get(commit);
		return name === void 0 ? [] : [{
			at,
			name: plain(name, 20)
		}];
	});
}
function markedJobs(jobs, runs) {
	return jobs.flatMap(({ mark: job }, at) => {
		const values = runs.filter(({ position }) => position === at).map(({ value }) => value);
		return job === null || values.length === 0 ? [] : [{
			at,
			job,
			highest: Math.max(...values)
		}];
	});
}
/** The positions at which the level of this series changes. */
function stepsOf({ changePoints }, { metric, stat }) {
	return changePoints.filter((point) => point.metric === metric && point.stat === stat).map(({ position }) => position);
}
function runPoints({ runs }, position, series) {
	return runs.flatMap((run) => {
		const value = runValue(run, series);
		return value === null ? [] : [{
			position,
			value
		}];
	});
}
/** As many jobs as there is room for, and the candidate. */
function ticksOf(jobs) {
	const every = Math.ceil((jobs + 1) / MAX_TICKS);
	return [...Array.from({ length: jobs }, (_, position) => position).filter((position) => position % every === 0 && jobs - position >= Math.max(every, 2)), jobs];
}
/** The median of each level. `from` is the first job of the level, `to` the first job after it. */
function levelsOf(runs, steps, end) {
	const starts = [0, ...steps];
	return starts.flatMap((from, index) => {
		const to = starts[index + 1] ?? end;
		const values = runs.filter(({ position }) => position >= from && position < to).map(({ value }) => value);
		return values.length === 0 ? [] : [{
			from,
			to,
			level: median(values)
		}];
	});
}
/** A vertical line with a name above it. */
function upright(x, name, stroke, isDotted, { top, bottom }) {
	return [line([x, top], [x, bottom], {
		stroke,
		width: 1.5,
		dash: isDotted ? "2 3" : void 0
	}), words(name, x, top - 12, { anchor: "middle" })];
}
/** Shades the jobs with which the candidate is compared. */
function windowArea(left, right, { top, bottom }) {
	return [area(left, top, right - left, bottom - top, COLOURS.baseline, .12), words("baseline window", (left + right) / 2, bottom - 12, {
		fill: COLOURS.muted,
		anchor: "middle"
	})];
}
export { stepsOf as a, spread as c, shortCommit as i, markShape as n, pairsPlot as o, markText as r, runsPlot as s, historyPlot as t };
