import { r as __toESM } from "./rolldown-runtime.js";
import { B as require_runtime, fn as formatMs, gn as formatValue } from "./compare.js";
import { c as mark, f as tracks, h as text, l as tickText, m as hash, p as words, s as line, t as COLOURS, u as ticksIn } from "./svg.js";
import { c as contentPolicy, d as leftAxis, g as text$1, h as hash$1, i as toneIcon, p as linear, r as inlineText, s as figureHtml, u as bottomAxis } from "./markdown-html.js";
import { i as perS, n as capacityFacts, r as capacityStatement, t as rungRow } from "./capacity-rows.js";
import { x as plain } from "./both.js";
var html_capacity_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<table class=\"facts\">\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "facts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 24,
					"column": 0
				},
				"end": {
					"line": 26,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr><th scope=\"row\">" + container.escapeExpression((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 25,
				"column": 22
			},
			"end": {
				"line": 25,
				"column": 26
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 25,
					"column": 20
				},
				"end": {
					"line": 25,
					"column": 28
				}
			}
		}) : helper)) + "</th><td>" + ((stack1 = (helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 25,
				"column": 40
			},
			"end": {
				"line": 25,
				"column": 44
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 25,
					"column": 37
				},
				"end": {
					"line": 25,
					"column": 47
				}
			}
		}) : helper)) != null ? stack1 : "") + "</td></tr>\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "load") || alias1(depth0, "load", {
			"start": {
				"line": 40,
				"column": 20
			},
			"end": {
				"line": 40,
				"column": 24
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "load",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 18
				},
				"end": {
					"line": 40,
					"column": 26
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "good") || alias1(depth0, "good", {
			"start": {
				"line": 40,
				"column": 47
			},
			"end": {
				"line": 40,
				"column": 51
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "good",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 45
				},
				"end": {
					"line": 40,
					"column": 53
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "latency") || alias1(depth0, "latency", {
			"start": {
				"line": 40,
				"column": 74
			},
			"end": {
				"line": 40,
				"column": 81
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "latency",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 72
				},
				"end": {
					"line": 40,
					"column": 83
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "p95") || alias1(depth0, "p95", {
			"start": {
				"line": 40,
				"column": 104
			},
			"end": {
				"line": 40,
				"column": 107
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "p95",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 102
				},
				"end": {
					"line": 40,
					"column": 109
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "errors") || alias1(depth0, "errors", {
			"start": {
				"line": 40,
				"column": 130
			},
			"end": {
				"line": 40,
				"column": 136
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "errors",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 128
				},
				"end": {
					"line": 40,
					"column": 138
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "dropped") || alias1(depth0, "dropped", {
			"start": {
				"line": 40,
				"column": 159
			},
			"end": {
				"line": 40,
				"column": 166
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "dropped",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 157
				},
				"end": {
					"line": 40,
					"column": 168
				}
			}
		}) : helper)) + "</td><td>" + alias4((helper = lookupProperty(helpers, "note") || alias1(depth0, "note", {
			"start": {
				"line": 40,
				"column": 179
			},
			"end": {
				"line": 40,
				"column": 183
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "note",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 177
				},
				"end": {
					"line": 40,
					"column": 185
				}
			}
		}) : helper)) + "</td></tr>\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<li><span class=\"" + container.escapeExpression((helper = lookupProperty(helpers, "tone") || alias1(depth0, "tone", {
			"start": {
				"line": 48,
				"column": 19
			},
			"end": {
				"line": 48,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 48,
					"column": 17
				},
				"end": {
					"line": 48,
					"column": 25
				}
			}
		}) : helper)) + "\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 48,
				"column": 30
			},
			"end": {
				"line": 48,
				"column": 34
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 48,
					"column": 27
				},
				"end": {
					"line": 48,
					"column": 37
				}
			}
		}) : helper)) != null ? stack1 : "") + "</span> " + ((stack1 = (helper = lookupProperty(helpers, "message") || alias1(depth0, "message", {
			"start": {
				"line": 48,
				"column": 48
			},
			"end": {
				"line": 48,
				"column": 55
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "message",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 48,
					"column": 45
				},
				"end": {
					"line": 48,
					"column": 58
				}
			}
		}) : helper)) != null ? stack1 : "") + "</li>\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "<li>" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "</li>\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + alias4((helper = lookupProperty(helpers, "policy") || alias1(depth0, "policy", {
			"start": {
				"line": 5,
				"column": 54
			},
			"end": {
				"line": 5,
				"column": 60
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "policy",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 52
				},
				"end": {
					"line": 5,
					"column": 62
				}
			}
		}) : helper)) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>Capacity of " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 9,
				"column": 21
			},
			"end": {
				"line": 9,
				"column": 26
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 19
				},
				"end": {
					"line": 9,
					"column": 28
				}
			}
		}) : helper)) + "</title>\n<style>" + ((stack1 = (helper = lookupProperty(helpers, "colours") || alias1(depth0, "colours", {
			"start": {
				"line": 10,
				"column": 10
			},
			"end": {
				"line": 10,
				"column": 17
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "colours",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 7
				},
				"end": {
					"line": 10,
					"column": 20
				}
			}
		}) : helper)) != null ? stack1 : "") + "</style>\n<style>" + ((stack1 = (helper = lookupProperty(helpers, "style") || alias1(depth0, "style", {
			"start": {
				"line": 11,
				"column": 10
			},
			"end": {
				"line": 11,
				"column": 15
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "style",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 11,
					"column": 7
				},
				"end": {
					"line": 11,
					"column": 18
				}
			}
		}) : helper)) != null ? stack1 : "") + "</style>\n</head>\n<body>\n<header>\n<h1>Capacity of " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 15,
				"column": 18
			},
			"end": {
				"line": 15,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 16
				},
				"end": {
					"line": 15,
					"column": 25
				}
			}
		}) : helper)) + "</h1>\n<div class=\"verdict " + alias4((helper = lookupProperty(helpers, "outcome") || alias1(depth0, "outcome", {
			"start": {
				"line": 16,
				"column": 22
			},
			"end": {
				"line": 16,
				"column": 29
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "outcome",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 20
				},
				"end": {
					"line": 16,
					"column": 31
				}
			}
		}) : helper)) + "\">\n<p class=\"statement\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 17,
				"column": 24
			},
			"end": {
				"line": 17,
				"column": 28
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 21
				},
				"end": {
					"line": 17,
					"column": 31
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 17,
				"column": 35
			},
			"end": {
				"line": 17,
				"column": 44
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 32
				},
				"end": {
					"line": 17,
					"column": 47
				}
			}
		}) : helper)) != null ? stack1 : "") + "</p>\n</div>\n</header>\n<main>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "facts"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 0
				},
				"end": {
					"line": 29,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "<h2>Over the load</h2>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "figures"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 31,
					"column": 0
				},
				"end": {
					"line": 33,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "<h2 id=\"steps\">Steps</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"steps\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\" class=\"n\">" + alias4((helper = lookupProperty(helpers, "loadTitle") || alias1(depth0, "loadTitle", {
			"start": {
				"line": 37,
				"column": 39
			},
			"end": {
				"line": 37,
				"column": 48
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "loadTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 37,
					"column": 37
				},
				"end": {
					"line": 37,
					"column": 50
				}
			}
		}) : helper)) + "</th><th scope=\"col\" class=\"n\">Good answers</th><th scope=\"col\" class=\"n\">Mean</th><th scope=\"col\" class=\"n\">p95</th><th scope=\"col\" class=\"n\">Errors</th><th scope=\"col\" class=\"n\">Dropped</th><th scope=\"col\">Note</th></tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 39,
					"column": 0
				},
				"end": {
					"line": 41,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n<h2>Whether this ladder can be trusted</h2>\n<ul class=\"findings\">\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "checks"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 47,
					"column": 0
				},
				"end": {
					"line": 49,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 0
				},
				"end": {
					"line": 52,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</ul>\n<p class=\"note\">Not tested by a ladder: long load, failover, growing data, cold caches.</p>\n</main>\n</body>\n</html>\n";
	},
	"useData": true
});
// src/report/html/capacity-plots.ts
const FRAME = {
	left: 84,
	right: 664,
	top: 34,
	bottom: 236
};
const HEIGHT = FRAME.bottom + 44;
/** The number of straight pieces that draw a curve. */
const CURVE_PLACES = 60;
const MODEL_LOOKS = {
	pool: {
		name: "fixed workers",
		dash: void 0
	},
	usl: {
		name: "contention",
		dash: "6 4"
	}
};
/** Throughput, latency, and errors over the load. Steps that were left out are hollow. */
function capacityPlots({ capacity, maxP95Ms }) {
	const { rungs } = capacity;
	const anyLost = rungs.some((rung) => lostRatio(rung) > 0);
	return [
		throughputPanel(capacity),
		latencyPanel(maxP95Ms),
		...anyLost ? [LOST] : []
	].map((panel) => panelPlot(panel, rungs));
}
function throughputPanel({ curves, kneeUsers, model: chosen }) {
	return {
		name: "good answers",
		label: "Throughput of good answers over the load, with the models.",
		text: (value) => tickText(value, "per-second"),
		read: ({ goodPerS }) => goodPerS,
		extra: (at, value, highest) => [...["pool", "usl"].flatMap((model) => {
			const curve = curves[model];
			if (curve === void 0) return [];
			const isChosen = chosen === model;
			const places = Array.from({ length: 61 }, (_, index) => index / CURVE_PLACES * highest);
			return [tracks([places.map((load) => [at(load), value(curve(load))])], {
				stroke: isChosen ? COLOURS.candidate : COLOURS.muted,
				width: isChosen ? 2 : 1,
				dash: MODEL_LOOKS[model].dash
			}), words(MODEL_LOOKS[model].name, FRAME.right + 6, value(curve(highest)), { fill: isChosen ? COLOURS.candidate : COLOURS.muted })];
		}), ...kneeUsers === null ? [] : [line([at(kneeUsers), FRAME.top], [at(kneeUsers), FRAME.bottom], {
			stroke: COLOURS.warn,
			dash: "2 3"
		}), words("knee", at(kneeUsers), FRAME.top - 12, { anchor: "middle" })]]
	};
}
function latencyPanel(maxP95Ms) {
	return {
		name: "p95",
		label: "p95 of the good answers over the load.",
		text: ticksIn("ms"),
		read: ({ p95Ms }) => p95Ms,
		includes: maxP95Ms === null ? [] : [maxP95Ms],
		extra: (_, value) => maxP95Ms === null ? [] : [line([FRAME.left, value(maxP95Ms)], [FRAME.right, value(maxP95Ms)], {
			stroke: COLOURS.bad,
			dash: "6 3"
		}), words("budget", FRAME.right + 6, value(maxP95Ms), { fill: COLOURS.bad })]
	};
}
const LOST = {
	name: "errors and dropped iterations",
	label: "Share of answers that were errors and of iterations that were dropped, over the load.",
	text: (value) => tickText(value, "ratio"),
	read: lostRatio,
	includes: [.01]
};
function lostRatio({ errorRatio, droppedRatio }) {
	return Math.max(errorRatio, droppedRatio);
}
function panelPlot({ name, label, text, read, extra, includes = [] }, rungs) {
	const loadOf = (rung) => rung.offeredPerS ?? rung.users;
	const highest = Math.max(...rungs.map(loadOf));
	const values = rungs.flatMap((rung) => read(rung) ?? []);
	const at = linear([0, highest], [FRAME.left, FRAME.right]).nice();
	const value = linear([0, Math.max(...values, ...includes, 1e-9)], [FRAME.bottom, FRAME.top]).nice(4);
	const loadName = rungs.some(({ offeredPerS }) => offeredPerS !== null) ? "requests per second that were asked for" : "users";
	return {
		height: HEIGHT,
		label: `${label} The table of the steps has the values.`,
		shapes: [
			...leftAxis({
				at: value,
				ticks: value.ticks(4),
				text,
				name
			}, FRAME),
			...bottomAxis({
				at,
				ticks: at.ticks(8),
				text: String,
				name: loadName
			}, FRAME),
			...extra?.(at, value, highest) ?? [],
			...rungs.flatMap((rung) => {
				const one = read(rung);
				return one === null ? [] : [mark("circle", [at(loadOf(rung)), value(one)], {
					radius: 4.5,
					fill: rung.leftOut === null ? COLOURS.candidate : COLOURS.page,
					stroke: COLOURS.candidate,
					title: titleOf(rung)
				})];
			})
		]
	};
}
function titleOf(rung) {
	const load = rung.offeredPerS === null ? `${rung.users} users` : `${perS(rung.offeredPerS)} asked for`;
	const p95 = rung.p95Ms === null ? "" : `, p95 ${formatMs(rung.p95Ms)}`;
	const left = rung.leftOut === null ? "" : `, left out: ${rung.leftOut}`;
	return `${load}: ${perS(rung.goodPerS)}${p95}, errors ${formatValue(rung.errorRatio, "ratio")}${left}`;
}
// src/report/html/capacity-html.ts
const TONES = {
	passes: "better",
	warns: "caution",
	fails: "bad"
};
/** The report of `perf-gate capacity` as one HTML file without a script. */
function capacityHtml(report) {
	const { capacity, title, notes } = report;
	const isRefused = capacity.refused !== null;
	const plots = capacity.rungs.length === 0 ? [] : capacityPlots(report);
	return html_capacity_default({
		policy: contentPolicy([hash, hash$1], []),
		colours: text,
		style: text$1,
		title: plain(title),
		outcome: isRefused ? "warn" : "pass",
		icon: toneIcon(isRefused ? "caution" : "better"),
		statement: inlineText(capacityStatement(report)),
		facts: capacityFacts(report).map(({ name, text }) => ({
			name,
			text: inlineText(text)
		})),
		figures: plots.map((plot) => figureHtml({
			title: plot.label,
			plot,
			caption: null,
			table: null
		})),
		loadTitle: capacity.rungs.some(({ model }) => model === "open") ? "Rate" : "Users",
		rows: capacity.rungs.map(rungRow),
		checks: capacity.checks.map(({ state, message }) => ({
			tone: TONES[state],
			icon: toneIcon(TONES[state]),
			message: inlineText(message)
		})),
		notes: notes.map(inlineText)
	});
}
export { capacityHtml };
