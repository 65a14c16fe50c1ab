import { v as escapedXml } from "./both.js";
import { gn as formatValue } from "./compare.js";
// templates/html-colours.css
const text = ":root {\n  color-scheme: light dark;\n  --text: #1f2328;\n  --muted: #57606a;\n  --page: #ffffff;\n  --panel: #f6f8fa;\n  --line: #d1d9e0;\n  --link: #0550ae;\n  --bad: #b3261e;\n  --warn: #8a5a00;\n  --good: #116329;\n  --calm: #3f6288;\n  --baseline: #6e7781;\n  --candidate: #0969da;\n}\n\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --text: #e6edf3;\n    --muted: #a9b3bd;\n    --page: #0d1117;\n    --panel: #161b22;\n    --line: #343b44;\n    --link: #79b8ff;\n    --bad: #ff8a80;\n    --warn: #e3b341;\n    --good: #6fdd8b;\n    --calm: #9cc0e7;\n    --baseline: #98a2ac;\n    --candidate: #58a6ff;\n  }\n}\n";
const hash = "sha256-nJ+n9ibaDa1VLl7hXiERECA3k/Sqmy7OhkOePjooXFQ=";
/** Colours are variables of the page, so that one drawing serves light, dark and paper: templates/html-colours.css. */
const COLOURS = {
	text: "var(--text)",
	muted: "var(--muted)",
	line: "var(--line)",
	page: "var(--page)",
	bad: "var(--bad)",
	warn: "var(--warn)",
	good: "var(--good)",
	calm: "var(--calm)",
	baseline: "var(--baseline)",
	candidate: "var(--candidate)"
};
const FONT_SIZE = 12;
/** Distance from the middle of a letter to its foot, in pixels. */
const HALF_LETTER = 4;
/** Lines through several places each, as one shape. */
function tracks(lines, { stroke, width = 1, dash, opacity }) {
	const data = lines.map((places) => `M${places.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}`).join("");
	if (data === "") return "";
	return `<path d="${data}" fill="none" stroke="${stroke}" stroke-width="${width}"${dash === void 0 ? "" : ` stroke-dasharray="${dash}"`}${opacity === void 0 ? "" : ` opacity="${opacity}"`}/>`;
}
/** A straight line. */
function line(from, to, stroke) {
	return tracks([[from, to]], stroke);
}
/** A filled rectangle. */
function area(x, y, width, height, fill, opacity = 1) {
	return `<rect ${`x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`} fill="${fill}"${opacity === 1 ? "" : ` opacity="${opacity}"`}/>`;
}
/** Many equal points as one shape: a line without length that has round ends. */
function dots(places, { radius, fill }) {
	const data = places.map(([x, y]) => `M${short(x)} ${short(y)}h0`).join("");
	return data === "" ? "" : `<path d="${data}" fill="none" stroke="${fill}" stroke-width="${2 * radius}" stroke-linecap="round"/>`;
}
/** A text whose middle is at the height `y`. */
function words(text, x, y, { fill = COLOURS.text, anchor = "start" } = {}) {
	return `<text ${`x="${short(x)}" y="${short(y + HALF_LETTER)}"`} fill="${fill}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`}>${escapedXml(text)}</text>`;
}
/** A point. `title` is what the pointer shows over it. */
function mark(shape, [x, y], { radius, fill, stroke, title }) {
	const colours = `fill="${fill}"${stroke === void 0 ? "" : ` stroke="${stroke}" stroke-width="1.5"`}`;
	const name = shape === "circle" ? "circle" : "path";
	const geometry = shape === "circle" ? `cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"` : `d="${outline(shape, x, y, radius)}"`;
	return title === void 0 ? `<${name} ${geometry} ${colours}/>` : `<${name} ${geometry} ${colours}><title>${escapedXml(title)}</title></${name}>`;
}
function outline(shape, x, y, radius) {
	const [left, right, top, bottom] = [
		x - radius,
		x + radius,
		y - radius,
		y + radius
	];
	return `M${{
		diamond: [
			[x, top],
			[right, y],
			[x, bottom],
			[left, y]
		],
		triangle: [
			[x, top],
			[right, bottom],
			[left, bottom]
		],
		square: [
			[left, top],
			[right, top],
			[right, bottom],
			[left, bottom]
		]
	}[shape].map(([cornerX, cornerY]) => `${short(cornerX)} ${short(cornerY)}`).join("L")}Z`;
}
/** Shapes that belong together, with what the pointer shows over them. */
function titled(title, shapes) {
	return `<g><title>${escapedXml(title)}</title>${shapes.join("")}</g>`;
}
/** A small picture inside a row of a table. Hidden from screen readers, because the other cells have the same facts in words. */
function inlineSvg(width, height, shapes) {
	return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="11" aria-hidden="true">${shapes.join("")}</svg>`;
}
/** A plot as SVG for the page. */
function drawPlot(plot) {
	return withRoot(plot, plot.shapes);
}
/** A plot as an SVG file of its own. `style` holds the colours. */
function drawSvgFile(plot, style) {
	const background = `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`;
	return `${withRoot(plot, [
		`<style>${style}</style>`,
		background,
		...plot.shapes
	])}\n`;
}
function withRoot({ height, label }, shapes) {
	const size = `viewBox="0 0 760 ${height}" width="760" height="${height}"`;
	const font = `font-family="system-ui, sans-serif" font-size="${FONT_SIZE}"`;
	const content = shapes.filter((shape) => shape !== "").join("\n");
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-label="${escapedXml(label)}">\n${content}\n</svg>`;
}
/**
* A value at a tick of an axis, without trailing zeros. They would suggest the precision of a measurement.
*
* @param ticks those that have one unit. Default: the tick alone, as on an axis from microseconds to seconds.
*/
function tickText(value, unit, ticks = [value]) {
	return formatValue(value, unit, 4, Math.max(...ticks.map(Math.abs))).replace(/(\.\d*?)0+(?=\D|$)/, "$1").replace(/\.(?=\D|$)/, "");
}
/** The texts of an axis whose ticks have one unit. */
function ticksIn(unit) {
	return (tick, ticks) => tickText(tick, unit, ticks);
}
/** A tenth of a pixel is finer than any screen. */
function short(value) {
	return String(Math.round(value * 10) / 10);
}
export { drawSvgFile as a, mark as c, titled as d, tracks as f, text as h, drawPlot as i, tickText as l, hash as m, area as n, inlineSvg as o, words as p, dots as r, line as s, COLOURS as t, ticksIn as u };
