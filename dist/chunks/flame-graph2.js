import { a as drawSvgFile, d as titled, h as text, n as area, p as words, t as COLOURS } from "./svg.js";
import { F as countedWords, gn as formatValue, pn as formatRatio } from "./compare.js";
import { x as plain } from "./both.js";
// src/report/html/flame-graph.ts
const ROW_HEIGHT = 18;
const TOP = 40;
/** The approximate width of a letter in pixels. A name that does not fit is cut. */
const LETTER_WIDTH = 7;
const PADDING = 4;
/** Vanished frames with a smaller share are not drawn, because rare frames appear and disappear by chance of the sampling. */
const LEAST_GONE_SHARE = .005;
/**
* A flame graph of the candidate: the outermost function on top, as wide as its share. Only functions that are proven to have changed have
* a colour and a sign before the name. The colours are orange and blue, which colour-blind readers can tell apart. Vanished functions are
* drawn below, as wide as in the baseline. Two profiles of the same program give a grey graph.
*/
function flameGraph(comparison) {
	const { flame, runs, tool } = comparison;
	const isOneSide = runs.candidate === 0;
	const width = (node) => isOneSide ? node.baseline : node.candidate;
	const verdicts = new Map(comparison.functions.map(({ name, verdict }) => [name, verdict]));
	const shapes = [words(`Width: share of the ${countedWords(comparison)} of the ${isOneSide ? "baseline" : "candidate"}`, 0, 10, { fill: COLOURS.muted }), words("▲ takes more, ▼ takes less (proven). Grey: nothing is proven.", 0, 27, { fill: COLOURS.muted })];
	const depth = drawRow(flame.children, {
		left: 0,
		top: TOP,
		width,
		verdicts
	}, shapes);
	const gone = isOneSide || runs.baseline === 0 ? [] : goneFrom(flame);
	let bottom = TOP + depth * ROW_HEIGHT;
	if (gone.length > 0) {
		shapes.push(words("Gone: as wide as it was in the baseline", 0, bottom + 20, { fill: COLOURS.muted }));
		const goneDepth = drawRow(gone, {
			left: 0,
			top: bottom + 34,
			width: (node) => node.baseline,
			verdicts
		}, shapes);
		bottom += 34 + goneDepth * ROW_HEIGHT;
	}
	return {
		height: bottom + 6,
		label: `Flame graph of ${plain(tool)}: ${countedWords(comparison)}, baseline against candidate`,
		shapes
	};
}
/** The flame graph as an SVG file of its own. */
function flameGraphSvg(comparison) {
	return drawSvgFile(flameGraph(comparison), text);
}
/** Draws these nodes beside each other, with the functions that they call below. Returns the number of rows. */
function drawRow(nodes, row, shapes) {
	let [left, depth] = [row.left, 0];
	for (const node of nodes) {
		const pixels = row.width(node) * 760;
		if (pixels < .5) continue;
		shapes.push(frame(node, left, pixels, row));
		depth = Math.max(depth, 1 + drawRow(node.children, {
			...row,
			left,
			top: row.top + ROW_HEIGHT
		}, shapes));
		left += pixels;
	}
	return depth;
}
const LOOKS = {
	slower: {
		fill: COLOURS.warn,
		text: COLOURS.page,
		sign: "▲ "
	},
	new: {
		fill: COLOURS.warn,
		text: COLOURS.page,
		sign: "▲ "
	},
	faster: {
		fill: COLOURS.candidate,
		text: COLOURS.page,
		sign: "▼ "
	},
	gone: {
		fill: COLOURS.candidate,
		text: COLOURS.page,
		sign: "▼ "
	},
	"not-proven": {
		fill: COLOURS.line,
		text: COLOURS.text,
		sign: ""
	}
};
function frame(node, left, pixels, { top, verdicts }) {
	const look = LOOKS[verdicts.get(node.name) ?? "not-proven"];
	const name = plain(node.name, 200);
	const letters = Math.floor((pixels - 8) / LETTER_WIDTH);
	const shown = fitting(look.sign, name, letters);
	const change = node.baseline === 0 || node.candidate === 0 ? "" : ` (${formatRatio(node.candidate / node.baseline - 1)})`;
	const title = `${name}: ${formatValue(node.baseline, "ratio")} → ${formatValue(node.candidate, "ratio")} of the whole${change}`;
	return titled(title, [area(left, top, Math.max(.5, pixels - .5), 17, look.fill), ...shown === "" ? [] : [words(shown, left + PADDING, top + ROW_HEIGHT / 2, { fill: look.text })]]);
}
/** The longest form of a name that fits: all of it, its last part (`decodeBody` of `orders::decodeBody`), the last part without arguments, or the start of that. */
function fitting(sign, name, letters) {
	const room = letters - sign.length;
	const last = lastPart(name);
	const withoutArguments = last.replace(/[<[(].*$/, "").trim() || last;
	const whole = [
		name,
		last,
		withoutArguments
	].find((text) => text.length <= room);
	if (whole !== void 0) return `${sign}${whole}`;
	return room < 4 ? "" : `${sign}${withoutArguments.slice(0, room - 1)}…`;
}
/** The part after the last `::` or `.` outside of brackets. `operator()` keeps the part before it, because it has no meaning alone. */
function lastPart(name) {
	let [depth, start, before] = [
		0,
		0,
		0
	];
	for (let index = 0; index < name.length; index += 1) {
		const character = name[index] ?? "";
		if ("<([{".includes(character)) depth += 1;
		else if (">)]}".includes(character)) depth -= 1;
		else if (depth === 0 && (character === "." || name.startsWith("::", index))) {
			before = start;
			index += character === "." ? 0 : 1;
			start = index + 1;
		}
	}
	return name.slice(name.startsWith("operator", start) ? before : start) || name;
}
/** The outermost frames that only the baseline has. */
function goneFrom({ children }) {
	return children.flatMap((child) => {
		if (child.candidate > 0) return goneFrom(child);
		return child.baseline >= LEAST_GONE_SHARE ? [child] : [];
	});
}
export { flameGraphSvg as n, flameGraph as t };
