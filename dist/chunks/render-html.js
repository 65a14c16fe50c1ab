import { r as __toESM } from "./rolldown-runtime.js";
import { a as drawSvgFile, c as mark, d as tracks, f as words, l as tickText, m as text$1, n as area, o as inlineSvg, p as hash$1, s as line, t as COLOURS } from "./svg.js";
import { $t as formatRatio, C as comparisonRow, D as sentencesOf, F as headline, G as servicesWorstFirst, H as coverage, I as MARKDOWN, Jt as formatChange, K as verdictOfService, L as PLAIN, Qt as formatMs, R as candidateTitle, T as runValue, U as gatedComparisons, V as statisticName, en as formatSignedLimit, g as STANDARD_LOOK, k as require_runtime, nn as formatValue, q as worstFirst, qt as count, vn as median, vt as estimatedCandidate, w as countedWords, y as writtenSections, z as placeName } from "./compare.js";
import { a as contentPolicy, c as leftAxis, d as log, f as hash$2, i as figureHtml, l as legend, n as toneOf, o as SIDES, p as text$2, r as toneOfOutcome, s as bottomAxis, t as toneIcon, u as linear } from "./tone.js";
import { B as quantityOf, St as written, ct as isSameSeries, d as prose, ft as worseBy, l as link, u as plain } from "./both.js";
import { a as stepsOf, i as shortCommit, n as markText, o as pairsPlot, r as overrideText, s as runsPlot, t as historyPlot } from "./history-plot.js";
import { t as flameGraph } from "./flame-graph2.js";
// templates/html-page.hbs
var import_runtime = /* @__PURE__ */ __toESM(require_runtime());
var html_page_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<p>" + container.escapeExpression((helper = lookupProperty(helpers, "action") || container.strict(depth0, "action", {
			"start": {
				"line": 19,
				"column": 5
			},
			"end": {
				"line": 19,
				"column": 11
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "action",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 3
				},
				"end": {
					"line": 19,
					"column": 13
				}
			}
		}) : helper)) + "</p>\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(data, "index"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 32
				},
				"end": {
					"line": 23,
					"column": 56
				}
			}
		})) != null ? stack1 : "") + container.escapeExpression(container.lambda(depth0, depth0));
	},
	"2": function(container, depth0, helpers, partials, data) {
		return " · ";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " · <a href=\"" + container.escapeExpression((helper = lookupProperty(helpers, "runUrl") || container.strict(depth0, "runUrl", {
			"start": {
				"line": 23,
				"column": 101
			},
			"end": {
				"line": 23,
				"column": 107
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "runUrl",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 99
				},
				"end": {
					"line": 23,
					"column": 109
				}
			}
		}) : helper)) + "\" rel=\"noreferrer\">workflow run</a>";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h2 id=\"gated\">Gated series</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"gated\" tabindex=\"0\">\n<table class=\"forest\">\n<thead><tr><th scope=\"col\">Series</th><th scope=\"col\" class=\"n\">Baseline</th><th scope=\"col\" class=\"n\">" + container.escapeExpression((helper = lookupProperty(helpers, "candidateTitle") || alias1(depth0, "candidateTitle", {
			"start": {
				"line": 33,
				"column": 105
			},
			"end": {
				"line": 33,
				"column": 119
			}
		}), typeof helper === "function" ? helper.call(alias2, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 33,
					"column": 103
				},
				"end": {
					"line": 33,
					"column": 121
				}
			}
		}) : helper)) + "</th><th scope=\"col\" class=\"drawn\"><span class=\"hidden\">Drawn in %</span>" + ((stack1 = container.lambda(alias1(lookupProperty(depth0, "gated"), "axis", {
			"start": {
				"line": 33,
				"column": 197
			},
			"end": {
				"line": 33,
				"column": 207
			}
		}), depth0)) != null ? stack1 : "") + "</th><th scope=\"col\" class=\"n\">Change</th><th scope=\"col\" class=\"n\">Limit</th><th scope=\"col\">Verdict</th></tr></thead>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(lookupProperty(depth0, "gated"), "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 34,
					"column": 0
				},
				"end": {
					"line": 41,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</table>\n</div>\n<p class=\"note\">The line is the plausible range of the change, the shaded zone is over the limit." + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "gatedNote"), {
			"name": "if",
			"hash": {},
			"fn": container.program(9, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 44,
					"column": 97
				},
				"end": {
					"line": 44,
					"column": 135
				}
			}
		})) != null ? stack1 : "") + "</p>\n";
	},
	"6": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tbody>\n<tr><th scope=\"row\">" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 36,
				"column": 22
			},
			"end": {
				"line": 36,
				"column": 26
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 20
				},
				"end": {
					"line": 36,
					"column": 28
				}
			}
		}) : helper)) + " <span class=\"quiet\">" + alias4((helper = lookupProperty(helpers, "statistic") || alias1(depth0, "statistic", {
			"start": {
				"line": 36,
				"column": 51
			},
			"end": {
				"line": 36,
				"column": 60
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statistic",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 49
				},
				"end": {
					"line": 36,
					"column": 62
				}
			}
		}) : helper)) + "</span></th><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 36,
				"column": 90
			},
			"end": {
				"line": 36,
				"column": 98
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 88
				},
				"end": {
					"line": 36,
					"column": 100
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 36,
				"column": 121
			},
			"end": {
				"line": 36,
				"column": 130
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 119
				},
				"end": {
					"line": 36,
					"column": 132
				}
			}
		}) : helper)) + "</td><td class=\"drawn\">" + ((stack1 = (helper = lookupProperty(helpers, "interval") || alias1(depth0, "interval", {
			"start": {
				"line": 36,
				"column": 158
			},
			"end": {
				"line": 36,
				"column": 166
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "interval",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 155
				},
				"end": {
					"line": 36,
					"column": 169
				}
			}
		}) : helper)) != null ? stack1 : "") + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 36,
				"column": 190
			},
			"end": {
				"line": 36,
				"column": 196
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 188
				},
				"end": {
					"line": 36,
					"column": 198
				}
			}
		}) : helper)) + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "range"), {
			"name": "if",
			"hash": {},
			"fn": container.program(7, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 198
				},
				"end": {
					"line": 36,
					"column": 258
				}
			}
		})) != null ? stack1 : "") + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
			"start": {
				"line": 36,
				"column": 279
			},
			"end": {
				"line": 36,
				"column": 284
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "limit",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 277
				},
				"end": {
					"line": 36,
					"column": 286
				}
			}
		}) : helper)) + "</td><td class=\"" + alias4((helper = lookupProperty(helpers, "tone") || alias1(depth0, "tone", {
			"start": {
				"line": 36,
				"column": 304
			},
			"end": {
				"line": 36,
				"column": 308
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 302
				},
				"end": {
					"line": 36,
					"column": 310
				}
			}
		}) : helper)) + "\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 36,
				"column": 315
			},
			"end": {
				"line": 36,
				"column": 319
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 312
				},
				"end": {
					"line": 36,
					"column": 322
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + alias4((helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 36,
				"column": 325
			},
			"end": {
				"line": 36,
				"column": 332
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 323
				},
				"end": {
					"line": 36,
					"column": 334
				}
			}
		}) : helper)) + "</td></tr>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "reasons"), {
			"name": "each",
			"hash": {},
			"fn": container.program(8, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 37,
					"column": 0
				},
				"end": {
					"line": 39,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n";
	},
	"7": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<br><span class=\"quiet\">" + container.escapeExpression((helper = lookupProperty(helpers, "range") || container.strict(depth0, "range", {
			"start": {
				"line": 36,
				"column": 237
			},
			"end": {
				"line": 36,
				"column": 242
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "range",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 36,
					"column": 235
				},
				"end": {
					"line": 36,
					"column": 244
				}
			}
		}) : helper)) + "</span>";
	},
	"8": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "<tr class=\"reason\"><td colspan=\"7\">" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "</td></tr>\n";
	},
	"9": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " " + container.escapeExpression((helper = lookupProperty(helpers, "gatedNote") || container.strict(depth0, "gatedNote", {
			"start": {
				"line": 44,
				"column": 117
			},
			"end": {
				"line": 44,
				"column": 126
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "gatedNote",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 44,
					"column": 115
				},
				"end": {
					"line": 44,
					"column": 128
				}
			}
		}) : helper));
	},
	"10": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h2 id=\"findings\">" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(lookupProperty(depth0, "gated"), "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(11, data, 0),
			"inverse": container.program(12, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 47,
					"column": 18
				},
				"end": {
					"line": 47,
					"column": 73
				}
			}
		})) != null ? stack1 : "") + "</h2>\n<ul class=\"findings\">\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "findings"), {
			"name": "each",
			"hash": {},
			"fn": container.program(13, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 49,
					"column": 0
				},
				"end": {
					"line": 51,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</ul>\n";
	},
	"11": function(container, depth0, helpers, partials, data) {
		return "Other problems";
	},
	"12": function(container, depth0, helpers, partials, data) {
		return "Problems";
	},
	"13": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<li><span class=\"" + alias4((helper = lookupProperty(helpers, "tone") || alias1(depth0, "tone", {
			"start": {
				"line": 50,
				"column": 19
			},
			"end": {
				"line": 50,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 17
				},
				"end": {
					"line": 50,
					"column": 25
				}
			}
		}) : helper)) + "\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 50,
				"column": 30
			},
			"end": {
				"line": 50,
				"column": 34
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 27
				},
				"end": {
					"line": 50,
					"column": 37
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + alias4((helper = lookupProperty(helpers, "level") || alias1(depth0, "level", {
			"start": {
				"line": 50,
				"column": 40
			},
			"end": {
				"line": 50,
				"column": 45
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "level",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 38
				},
				"end": {
					"line": 50,
					"column": 47
				}
			}
		}) : helper)) + "</span> <strong>" + alias4((helper = lookupProperty(helpers, "place") || alias1(depth0, "place", {
			"start": {
				"line": 50,
				"column": 65
			},
			"end": {
				"line": 50,
				"column": 70
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "place",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 63
				},
				"end": {
					"line": 50,
					"column": 72
				}
			}
		}) : helper)) + "</strong>: " + alias4((helper = lookupProperty(helpers, "actual") || alias1(depth0, "actual", {
			"start": {
				"line": 50,
				"column": 85
			},
			"end": {
				"line": 50,
				"column": 91
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "actual",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 83
				},
				"end": {
					"line": 50,
					"column": 93
				}
			}
		}) : helper)) + ", expected " + alias4((helper = lookupProperty(helpers, "expected") || alias1(depth0, "expected", {
			"start": {
				"line": 50,
				"column": 106
			},
			"end": {
				"line": 50,
				"column": 114
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "expected",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 104
				},
				"end": {
					"line": 50,
					"column": 116
				}
			}
		}) : helper)) + ".<br>" + ((stack1 = (helper = lookupProperty(helpers, "message") || alias1(depth0, "message", {
			"start": {
				"line": 50,
				"column": 124
			},
			"end": {
				"line": 50,
				"column": 131
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "message",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 50,
					"column": 121
				},
				"end": {
					"line": 50,
					"column": 134
				}
			}
		}) : helper)) != null ? stack1 : "") + "</li>\n";
	},
	"14": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<li><a href=\"#" + alias4((helper = lookupProperty(helpers, "id") || alias1(depth0, "id", {
			"start": {
				"line": 57,
				"column": 16
			},
			"end": {
				"line": 57,
				"column": 18
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "id",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 14
				},
				"end": {
					"line": 57,
					"column": 20
				}
			}
		}) : helper)) + "\">" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 57,
				"column": 24
			},
			"end": {
				"line": 57,
				"column": 28
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 22
				},
				"end": {
					"line": 57,
					"column": 30
				}
			}
		}) : helper)) + "</a>" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "state"), {
			"name": "each",
			"hash": {},
			"fn": container.program(15, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 34
				},
				"end": {
					"line": 57,
					"column": 108
				}
			}
		})) != null ? stack1 : "") + "</li>\n";
	},
	"15": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " <span class=\"" + alias4((helper = lookupProperty(helpers, "tone") || alias1(depth0, "tone", {
			"start": {
				"line": 57,
				"column": 65
			},
			"end": {
				"line": 57,
				"column": 69
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 63
				},
				"end": {
					"line": 57,
					"column": 71
				}
			}
		}) : helper)) + "\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 57,
				"column": 76
			},
			"end": {
				"line": 57,
				"column": 80
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 73
				},
				"end": {
					"line": 57,
					"column": 83
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + alias4((helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 57,
				"column": 86
			},
			"end": {
				"line": 57,
				"column": 90
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 84
				},
				"end": {
					"line": 57,
					"column": 92
				}
			}
		}) : helper)) + "</span>";
	},
	"16": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "section") || container.strict(depth0, "section", {
			"start": {
				"line": 62,
				"column": 3
			},
			"end": {
				"line": 62,
				"column": 10
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "section",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 62,
					"column": 0
				},
				"end": {
					"line": 62,
					"column": 13
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"17": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<option>" + container.escapeExpression((helper = lookupProperty(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 67,
				"column": 93
			},
			"end": {
				"line": 67,
				"column": 97
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 91
				},
				"end": {
					"line": 67,
					"column": 99
				}
			}
		}) : helper)) + "</option>";
	},
	"18": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<th scope=\"col\"" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "isNumber"), {
			"name": "if",
			"hash": {},
			"fn": container.program(19, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 76,
					"column": 15
				},
				"end": {
					"line": 76,
					"column": 48
				}
			}
		})) != null ? stack1 : "") + ">" + container.escapeExpression((helper = lookupProperty(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 76,
				"column": 51
			},
			"end": {
				"line": 76,
				"column": 55
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 76,
					"column": 49
				},
				"end": {
					"line": 76,
					"column": 57
				}
			}
		}) : helper)) + "</th>\n";
	},
	"19": function(container, depth0, helpers, partials, data) {
		return " class=\"n\"";
	},
	"20": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = "function", alias4 = container.escapeExpression, alias5 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "isGated"), {
			"name": "if",
			"hash": {},
			"fn": container.program(21, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 3
				},
				"end": {
					"line": 81,
					"column": 36
				}
			}
		})) != null ? stack1 : "") + "><td>" + alias4((helper = lookupProperty(helpers, "service") || alias2(depth0, "service", {
			"start": {
				"line": 81,
				"column": 43
			},
			"end": {
				"line": 81,
				"column": 50
			}
		}), typeof helper === alias3 ? helper.call(alias1, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 41
				},
				"end": {
					"line": 81,
					"column": 52
				}
			}
		}) : helper)) + "</td><td>" + alias4((helper = lookupProperty(helpers, "endpoint") || alias2(depth0, "endpoint", {
			"start": {
				"line": 81,
				"column": 63
			},
			"end": {
				"line": 81,
				"column": 71
			}
		}), typeof helper === alias3 ? helper.call(alias1, {
			"name": "endpoint",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 61
				},
				"end": {
					"line": 81,
					"column": 73
				}
			}
		}) : helper)) + "</td><td>" + alias4((helper = lookupProperty(helpers, "metric") || alias2(depth0, "metric", {
			"start": {
				"line": 81,
				"column": 84
			},
			"end": {
				"line": 81,
				"column": 90
			}
		}), typeof helper === alias3 ? helper.call(alias1, {
			"name": "metric",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 82
				},
				"end": {
					"line": 81,
					"column": 92
				}
			}
		}) : helper)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "baseline"), "value", {
			"start": {
				"line": 81,
				"column": 121
			},
			"end": {
				"line": 81,
				"column": 135
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "baseline"), "text", {
			"start": {
				"line": 81,
				"column": 141
			},
			"end": {
				"line": 81,
				"column": 154
			}
		}), depth0)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "candidate"), "value", {
			"start": {
				"line": 81,
				"column": 185
			},
			"end": {
				"line": 81,
				"column": 200
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "candidate"), "text", {
			"start": {
				"line": 81,
				"column": 206
			},
			"end": {
				"line": 81,
				"column": 220
			}
		}), depth0)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "change"), "value", {
			"start": {
				"line": 81,
				"column": 251
			},
			"end": {
				"line": 81,
				"column": 263
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "change"), "text", {
			"start": {
				"line": 81,
				"column": 269
			},
			"end": {
				"line": 81,
				"column": 280
			}
		}), depth0)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "range"), "value", {
			"start": {
				"line": 81,
				"column": 311
			},
			"end": {
				"line": 81,
				"column": 322
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "range"), "text", {
			"start": {
				"line": 81,
				"column": 328
			},
			"end": {
				"line": 81,
				"column": 338
			}
		}), depth0)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "limit"), "value", {
			"start": {
				"line": 81,
				"column": 369
			},
			"end": {
				"line": 81,
				"column": 380
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "limit"), "text", {
			"start": {
				"line": 81,
				"column": 386
			},
			"end": {
				"line": 81,
				"column": 396
			}
		}), depth0)) + "</td><td class=\"n\" data-v=\"" + alias4(alias5(alias2(lookupProperty(depth0, "runs"), "value", {
			"start": {
				"line": 81,
				"column": 427
			},
			"end": {
				"line": 81,
				"column": 437
			}
		}), depth0)) + "\">" + alias4(alias5(alias2(lookupProperty(depth0, "runs"), "text", {
			"start": {
				"line": 81,
				"column": 443
			},
			"end": {
				"line": 81,
				"column": 452
			}
		}), depth0)) + "</td><td" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "tone"), {
			"name": "if",
			"hash": {},
			"fn": container.program(22, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 462
				},
				"end": {
					"line": 81,
					"column": 498
				}
			}
		})) != null ? stack1 : "") + ">" + alias4((helper = lookupProperty(helpers, "verdict") || alias2(depth0, "verdict", {
			"start": {
				"line": 81,
				"column": 501
			},
			"end": {
				"line": 81,
				"column": 508
			}
		}), typeof helper === alias3 ? helper.call(alias1, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 499
				},
				"end": {
					"line": 81,
					"column": 510
				}
			}
		}) : helper)) + "</td></tr>\n";
	},
	"21": function(container, depth0, helpers, partials, data) {
		return " data-gated";
	},
	"22": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " class=\"" + container.escapeExpression((helper = lookupProperty(helpers, "tone") || container.strict(depth0, "tone", {
			"start": {
				"line": 81,
				"column": 484
			},
			"end": {
				"line": 81,
				"column": 488
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 81,
					"column": 482
				},
				"end": {
					"line": 81,
					"column": 490
				}
			}
		}) : helper)) + "\"";
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
		}) : helper)) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>" + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 9,
				"column": 9
			},
			"end": {
				"line": 9,
				"column": 14
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 7
				},
				"end": {
					"line": 9,
					"column": 16
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
		}) : helper)) != null ? stack1 : "") + "</style>\n</head>\n<body>\n<header>\n<h1>Performance report: " + alias4((helper = lookupProperty(helpers, "gateName") || alias1(depth0, "gateName", {
			"start": {
				"line": 15,
				"column": 26
			},
			"end": {
				"line": 15,
				"column": 34
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "gateName",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 24
				},
				"end": {
					"line": 15,
					"column": 36
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
		}) : helper)) != null ? stack1 : "") + " " + alias4((helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 17,
				"column": 34
			},
			"end": {
				"line": 17,
				"column": 43
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
					"column": 45
				}
			}
		}) : helper)) + "</p>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "action"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 18,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "</div>\n<p>" + ((stack1 = (helper = lookupProperty(helpers, "coverage") || alias1(depth0, "coverage", {
			"start": {
				"line": 22,
				"column": 6
			},
			"end": {
				"line": 22,
				"column": 14
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "coverage",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 22,
					"column": 3
				},
				"end": {
					"line": 22,
					"column": 17
				}
			}
		}) : helper)) != null ? stack1 : "") + "</p>\n<p class=\"quiet\">" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "facts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 17
				},
				"end": {
					"line": 23,
					"column": 73
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "runUrl"), {
			"name": "if",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 73
				},
				"end": {
					"line": 23,
					"column": 151
				}
			}
		})) != null ? stack1 : "") + "</p>\n</header>\n<main>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "sections"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 26,
					"column": 0
				},
				"end": {
					"line": 28,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(lookupProperty(depth0, "gated"), "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 29,
					"column": 0
				},
				"end": {
					"line": 45,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "findings"), {
			"name": "if",
			"hash": {},
			"fn": container.program(10, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 46,
					"column": 0
				},
				"end": {
					"line": 53,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "<h2 id=\"services\">Services</h2>\n<nav aria-label=\"Services\"><ul>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(14, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 56,
					"column": 0
				},
				"end": {
					"line": 58,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "<li><a href=\"#all-series\">all series</a></li>\n</ul></nav>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(16, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 61,
					"column": 0
				},
				"end": {
					"line": 63,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "<h2 id=\"all-series\">All series</h2>\n<div class=\"tools\" hidden>\n<label>Search <input type=\"search\" id=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n<label>Service <select id=\"service\"><option value=\"\">all</option>" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(17, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 65
				},
				"end": {
					"line": 67,
					"column": 117
				}
			}
		})) != null ? stack1 : "") + "</select></label>\n<label class=\"inline\"><input type=\"checkbox\" id=\"gated-only\"> gated series only</label>\n<span role=\"status\" id=\"shown\" class=\"quiet\"></span>\n</div>\n<div class=\"scroll wide\" role=\"region\" aria-labelledby=\"all-series\" tabindex=\"0\">\n<table id=\"series\">\n<caption>Change: the best estimate; the number of “" + alias4((helper = lookupProperty(helpers, "candidateTitle") || alias1(depth0, "candidateTitle", {
			"start": {
				"line": 73,
				"column": 53
			},
			"end": {
				"line": 73,
				"column": 67
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 73,
					"column": 51
				},
				"end": {
					"line": 73,
					"column": 69
				}
			}
		}) : helper)) + "” is the baseline with this change. Runs: baseline / “" + alias4((helper = lookupProperty(helpers, "candidateTitle") || alias1(depth0, "candidateTitle", {
			"start": {
				"line": 73,
				"column": 125
			},
			"end": {
				"line": 73,
				"column": 139
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 73,
					"column": 123
				},
				"end": {
					"line": 73,
					"column": 141
				}
			}
		}) : helper)) + "”. –: not measured, or does not apply.</caption>\n<thead><tr>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "columns"), {
			"name": "each",
			"hash": {},
			"fn": container.program(18, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 75,
					"column": 0
				},
				"end": {
					"line": 77,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(20, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 0
				},
				"end": {
					"line": 82,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n</main>\n<script>" + ((stack1 = (helper = lookupProperty(helpers, "script") || alias1(depth0, "script", {
			"start": {
				"line": 87,
				"column": 11
			},
			"end": {
				"line": 87,
				"column": 17
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "script",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 87,
					"column": 8
				},
				"end": {
					"line": 87,
					"column": 20
				}
			}
		}) : helper)) != null ? stack1 : "") + "<\/script>\n</body>\n</html>\n";
	},
	"useData": true
});
// templates/html-report.browser.js
const text = "// Runs in the reader's browser. Without it the report is complete; with it the table can be searched and sorted.\n;(() => {\n  const table = /** @type {HTMLTableElement} */ (document.getElementById('series'))\n  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0])\n  const search = /** @type {HTMLInputElement} */ (document.getElementById('search'))\n  const service = /** @type {HTMLSelectElement} */ (document.getElementById('service'))\n  const gatedOnly = /** @type {HTMLInputElement} */ (document.getElementById('gated-only'))\n  const shown = /** @type {HTMLElement} */ (document.getElementById('shown'))\n  const rows = [...body.rows].map((row) => ({ row, text: (row.textContent ?? '').toLowerCase() }))\n\n  function filter() {\n    const words = search.value.toLowerCase().split(/\\s+/)\n    let count = 0\n    for (const { row, text } of rows) {\n      const isShown =\n        words.every((word) => text.includes(word)) &&\n        (service.value === '' || row.cells[0]?.textContent === service.value) &&\n        (!gatedOnly.checked || row.hasAttribute('data-gated'))\n      row.hidden = !isShown\n      if (isShown) count += 1\n    }\n    shown.textContent = `${count} of ${rows.length} series`\n  }\n\n  /** @param {HTMLTableCellElement | undefined} cell */\n  function keyOf(cell) {\n    const value = cell?.dataset.v\n    if (value === undefined) return cell?.textContent ?? ''\n    return value === '' ? null : Number(value)\n  }\n\n  /**\n   * Numbers by size and texts by letter; what is not known comes last in both directions.\n   * @param {string | number | null} left\n   * @param {string | number | null} right\n   * @param {number} direction\n   */\n  function compare(left, right, direction) {\n    if (left === null || right === null) return Number(left === null) - Number(right === null)\n    const order =\n      typeof left === 'number' && typeof right === 'number'\n        ? left - right\n        : String(left).localeCompare(String(right), 'en', { numeric: true })\n    return order * direction\n  }\n\n  /** @param {HTMLTableCellElement} header */\n  function sort(header) {\n    const isAscending = header.getAttribute('aria-sort') !== 'ascending'\n    for (const other of header.parentElement?.children ?? []) other.removeAttribute('aria-sort')\n    header.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending')\n    const keyed = rows.map(({ row }) => ({ row, key: keyOf(row.cells[header.cellIndex]) }))\n    keyed.sort((left, right) => compare(left.key, right.key, isAscending ? 1 : -1))\n    body.append(...keyed.map(({ row }) => row))\n  }\n\n  for (const header of table.tHead?.rows[0]?.cells ?? []) {\n    const button = document.createElement('button')\n    button.type = 'button'\n    button.textContent = header.textContent\n    button.addEventListener('click', () => sort(header))\n    header.replaceChildren(button)\n  }\n  for (const control of [search, service, gatedOnly]) control.addEventListener('input', filter)\n  for (const link of document.querySelectorAll('a[data-service]')) {\n    link.addEventListener('click', () => {\n      service.value = link.getAttribute('data-service') ?? ''\n      search.value = ''\n      gatedOnly.checked = false\n      filter()\n    })\n  }\n  filter()\n  const tools = document.querySelector('.tools')\n  if (tools !== null) tools.removeAttribute('hidden')\n\n  // A link to a folded service opens it, and paper has no folds.\n  const folds = [...document.querySelectorAll('details')]\n  const openTarget = () => {\n    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))\n    if (target instanceof HTMLDetailsElement) target.open = true\n  }\n  addEventListener('hashchange', openTarget)\n  openTarget()\n  /** @type {HTMLDetailsElement[]} */\n  let opened = []\n  addEventListener('beforeprint', () => {\n    opened = folds.filter((fold) => !fold.open)\n    for (const fold of opened) fold.open = true\n  })\n  addEventListener('afterprint', () => {\n    for (const fold of opened) fold.open = false\n  })\n})()\n";
const hash = "sha256-1GgTZoBxWiIbBOn+An4p3w1YbLLYLeocmwI1x2kvHZg=";
// src/report/html/interval-plot.ts
const ROW_HEIGHT = 24;
const NAMES_WIDTH = 320;
/** The most letters of a name that fit there in a wide font. */
const MAX_NAME$2 = 42;
/** The drawing inside a row of the table. */
const CELL = {
	width: 220,
	height: 22
};
/** Whether a series has an estimate that can be drawn. */
function isMeasured(comparison) {
	const { estimate } = comparison;
	return estimate !== null && [
		estimate.changeRatio,
		estimate.lower,
		estimate.upper
	].every(Number.isFinite);
}
/**
* Every series as a picture of its own: a line from its lower to its upper bound, against its limit.
*
* @returns null where no series has an estimate
*/
function intervalPlot(comparisons) {
	const rows = comparisons.filter(isMeasured);
	if (rows.length === 0) return null;
	const frame = {
		left: NAMES_WIDTH,
		right: 744,
		top: 8,
		bottom: 8 + rows.length * ROW_HEIGHT
	};
	const scale = percentScale(rows, frame.left, frame.right);
	const axis = {
		at: scale.at,
		ticks: scale.ticks,
		text: signedPercent,
		name: "change in %"
	};
	return {
		height: frame.bottom + 44,
		label: `Change of ${rows.length} series with its plausible range, against the limit.`,
		shapes: [...bottomAxis(axis, frame, true), ...rows.flatMap((row, index) => {
			const middle = frame.top + (index + .5) * ROW_HEIGHT;
			return [words(labelOf(row), 8, middle), ...rowShapes(row, scale, middle, ROW_HEIGHT)];
		})]
	};
}
/** Draws the interval of one row of the table. All rows share the scale of `rows`. */
function intervalCells(rows) {
	const scale = percentScale(rows, 8, CELL.width - 8);
	const tickLabels = [
		-scale.reach,
		0,
		scale.reach
	].map((tick, index) => words(signedPercent(tick), scale.at(tick), 11, {
		fill: COLOURS.muted,
		anchor: [
			"start",
			"middle",
			"end"
		][index] ?? "middle"
	}));
	return {
		axis: inlineSvg(CELL.width, CELL.height, tickLabels),
		cell: (row) => inlineSvg(CELL.width, CELL.height, rowShapes(row, scale, CELL.height / 2, CELL.height))
	};
}
/** How far from 0 a range is drawn. One that is far wider than the rest is cut, so that the rest can be read. */
function percentScale(rows, left, right) {
	const reach = Math.ceil(Math.max(1, ...rows.map(reachOf)));
	const scale = linear([-reach, reach], [left, right]).clamp(true);
	return {
		at: (value) => scale(value),
		ticks: scale.ticks(6),
		reach
	};
}
/** As far as the range goes, but at most twice as far as the estimate or the limit. */
function reachOf(row) {
	const { changeRatio, lower, upper } = row.estimate;
	const size = Math.max(...[changeRatio, signedLimit(row) ?? 0].map(Math.abs));
	return percent(Math.max(size, Math.min(2 * size, Math.max(Math.abs(lower), Math.abs(upper)))));
}
/** The zone over the limit, the line of no change, the range and the estimate. */
function rowShapes(row, { at, reach }, middle, height) {
	const { estimate } = row;
	const { colour, shape } = lookOf(row);
	const [top, bottom] = [middle - height / 2, middle + height / 2];
	const limit = signedLimit(row);
	const across = (value) => [at(percent(value)), middle];
	return [
		...limit === null ? [] : [limitZone(at(percent(limit)), at(limit < 0 ? -reach : reach), top, height)],
		line([at(0), top], [at(0), bottom], {
			stroke: COLOURS.muted,
			dash: "2 3"
		}),
		line(across(estimate.lower), across(estimate.upper), {
			stroke: colour,
			width: 3
		}),
		mark(shape, across(estimate.changeRatio), {
			radius: 5,
			fill: colour,
			title: titleOf(row)
		})
	];
}
function limitZone(from, to, top, height) {
	return area(Math.min(from, to), top, Math.abs(to - from), height, COLOURS.bad, .12);
}
/** The sign of the limit is that of the direction which is worse. null: the series is not held to a limit. */
function signedLimit(row) {
	if (row.limitRatio === null || row.role === "other") return null;
	return worseBy(row, row.limitRatio);
}
/** Shape and colour say the same thing, so that neither is needed. A series without a limit is never drawn as over it. */
function lookOf({ verdict, role }) {
	if (verdict === "improved") return {
		colour: COLOURS.good,
		shape: "square"
	};
	if (role === "other") return {
		colour: COLOURS.calm,
		shape: "circle"
	};
	if (verdict === "regressed" || verdict === "unproven") return {
		colour: COLOURS.bad,
		shape: "diamond"
	};
	if (verdict === "slower" || verdict === "inconclusive") return {
		colour: COLOURS.warn,
		shape: "triangle"
	};
	return {
		colour: COLOURS.calm,
		shape: "circle"
	};
}
/** What is cut is in the title of the point and in the table. */
function labelOf(row) {
	const statistic = statisticName(row, PLAIN);
	const place = [row.service, row.endpoint ?? ""].filter((part) => part !== "").join(" · ");
	return `${plain(place, Math.max(8, MAX_NAME$2 - statistic.length - 3))} · ${plain(statistic, 31)}`;
}
function titleOf(row) {
	const limit = signedLimit(row) === null ? "" : `, limit ${formatSignedLimit(row.limitRatio ?? 0, row.better)}`;
	const { verdict } = comparisonRow({
		...row,
		reason: null
	}, void 0);
	const name = [
		row.service,
		row.endpoint ?? "",
		statisticName(row, PLAIN)
	].filter((part) => part !== "").join(" · ");
	return `${plain(name)}: ${formatChange(row.estimate, row.limitRatio)}${limit}: ${verdict}`;
}
/** Two digits after the point are finer than a pixel. */
function percent(ratio) {
	return Math.round(ratio * 1e4) / 100;
}
function signedPercent(value) {
	return value > 0 ? `+${value}` : `${value}`.replace("-", "−");
}
// node_modules/marked/lib/marked.esm.js
/**
* marked v18.2.1 - a markdown parser
* Copyright (c) 2018-2026, MarkedJS. (MIT License)
* Copyright (c) 2011-2018, Christopher Jeffrey. (MIT License)
* https://github.com/markedjs/marked
*/
/**
* DO NOT EDIT THIS FILE
* The code in this file is generated from files in ./src/
*/
function G() {
	return {
		async: !1,
		breaks: !1,
		extensions: null,
		gfm: !0,
		hooks: null,
		pedantic: !1,
		renderer: null,
		silent: !1,
		tokenizer: null,
		walkTokens: null
	};
}
var S = G();
function ue(l) {
	S = l;
}
var q = { exec: () => null };
function D(l) {
	let e = [];
	return (t) => {
		let n = Math.max(0, Math.min(3, t - 1)), r = e[n];
		return r || (r = l(n), e[n] = r), r;
	};
}
function g(l, e = "") {
	let t = typeof l == "string" ? l : l.source, n = {
		replace: (r, s) => {
			let o = typeof s == "string" ? s : s.source;
			return o = o.replace(O.caret, "$1"), t = t.replace(r, o), n;
		},
		getRegex: () => new RegExp(t, e)
	};
	return n;
}
var _e = ((l = "") => {
	try {
		return !!new RegExp("(?<=1)(?<!1)" + l);
	} catch {
		return !1;
	}
})();
var O = {
	codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm,
	listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,
	outputLinkReplace: /\\([\[\]])/g,
	indentCodeCompensation: /^(\s+)(?:```)/,
	beginningSpace: /^\s+/,
	endingHash: /#$/,
	startingSpaceChar: /^ /,
	endingSpaceChar: / $/,
	endingSpaceTabChar: /[ \t]$/,
	nonSpaceChar: /[^ ]/,
	newLineCharGlobal: /\n/g,
	tabCharGlobal: /\t/g,
	leadingSpaceTab: /^[ \t]+/,
	multipleSpaceGlobal: /\s+/g,
	blankLine: /^[ \t]*$/,
	doubleBlankLine: /\n[ \t]*\n[ \t]*$/,
	blockquoteStart: /^ {0,3}>/,
	blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,
	blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm,
	blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm,
	nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,
	listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g,
	listIsTask: /^\[[ xX]\][ \t]+\S/,
	listReplaceTask: /^\[[ xX]\][ \t]+/,
	listTaskCheckbox: /\[[ xX]\]/,
	anyLine: /\n.*\n/,
	hrefBrackets: /^<(.*)>$/,
	tableDelimiter: /[:|]/,
	tableAlignChars: /^\||\| *$/g,
	tableRowBlankLine: /\n[ \t]*$/,
	tableAlignRight: /^ *-+: *$/,
	tableAlignCenter: /^ *:-+: *$/,
	tableAlignLeft: /^ *:-+ *$/,
	startATag: /^<a /i,
	endATag: /^<\/a>/i,
	startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i,
	endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i,
	startAngleBracket: /^</,
	endAngleBracket: />$/,
	pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/,
	unicodeAlphaNumeric: /[\p{L}\p{N}]/u,
	numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,
	numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,
	escapeTest: /[&<>"']/,
	escapeReplace: /[&<>"']/g,
	escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,
	escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,
	caret: /(^|[^\[])\^/g,
	percentDecode: /%25/g,
	findPipe: /\|/g,
	splitPipe: / \|/,
	slashPipe: /\\\|/g,
	carriageReturn: /\r\n|\r/g,
	spaceLine: /^ +$/gm,
	notSpaceStart: /^\S*/,
	endingNewline: /\n$/,
	listItemRegex: (l) => new RegExp(`^( {0,3}${l})((?:[	 ][^\\n]*)?(?:\\n|$))`),
	nextBulletRegex: D((l) => new RegExp(`^ {0,${l}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),
	hrRegex: D((l) => new RegExp(`^ {0,${l}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),
	fencesBeginRegex: D((l) => new RegExp(`^ {0,${l}}(?:\`\`\`|~~~)`)),
	headingBeginRegex: D((l) => new RegExp(`^ {0,${l}}#{1,6}(?:\\s|$)`)),
	pedanticHeadingBeginRegex: D((l) => new RegExp(`^ {0,${l}}#`)),
	htmlBeginRegex: D((l) => new RegExp(`^ {0,${l}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")),
	blockquoteBeginRegex: D((l) => new RegExp(`^ {0,${l}}>`)),
	nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/
};
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J = g(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J).getRegex();
var We = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l) => g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l).replace("html", J).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var fe = {
	blockquote: g(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex(),
	code: Ne,
	def: Ke,
	fences: Fe,
	heading: Qe,
	hr: V,
	html: Ve,
	lheading: Le,
	list: Xe,
	newline: Ge,
	paragraph: Je,
	table: q,
	text: Ue
};
var Pe = g("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J).getRegex();
var tt = {
	...fe,
	lheading: We,
	table: Pe,
	paragraph: g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J).getRegex()
};
var nt = {
	...fe,
	html: g(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),
	def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,
	heading: /^(#{1,6})(.*)(?:\n+|$)/,
	fences: q,
	lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,
	paragraph: g(de).replace("hr", V).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex()
};
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L = /[\p{P}\p{S}]/u;
var N = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g(Ee, "u").replace(/punct/g, L).getRegex();
var ht = g(Ee, "u").replace(/punct/g, Ae).getRegex();
var gt = g(/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/, "u").replace(/openQuote/g, at).replace(/punct/g, L).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var ft = g(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var xt = g("^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var bt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Tt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Ot = g(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L).getRegex();
var Pt = g("^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var yt = g(/\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var St = g(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var _t = g(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g("reflink|nolink(?!\\()", "g").replace("reflink", g(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Bt = g(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex();
var me = {
	_backpedal: q,
	anyPunctuation: yt,
	anyPunctuationOutsideCode: St,
	autolink: _t,
	blockSkip: pt,
	br: Ie,
	code: st,
	del: q,
	delLDelim: q,
	delRDelim: q,
	emStrongLDelim: ct,
	emStrongRDelimAst: kt,
	emStrongRDelimUnd: bt,
	escape: rt,
	link: Ct,
	nolink: At,
	punctuation: ot,
	reflink: It,
	reflinkSearch: zt,
	tag: Lt,
	text: it,
	url: q
};
var Dt = {
	...me,
	emStrongLDelim: gt,
	emStrongRDelimAst: xt,
	emStrongRDelimUnd: Tt,
	link: g(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(),
	reflink: g(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex()
};
var pe = {
	...me,
	emStrongRDelimAst: ft,
	emStrongLDelim: ht,
	delLDelim: Ot,
	delRDelim: Pt,
	url: g(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),
	_backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,
	del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,
	text: g(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex()
};
var qt = {
	...pe,
	br: g(Ie).replace("{2,}", "*").getRegex(),
	text: g(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex()
};
var ee = {
	normal: fe,
	gfm: tt,
	pedantic: nt
};
var F = {
	normal: me,
	gfm: pe,
	breaks: qt,
	pedantic: Dt
};
var vt = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
var Be = (l) => vt[l];
function y(l, e) {
	if (e) {
		if (O.escapeTest.test(l)) return l.replace(O.escapeReplace, Be);
	} else if (O.escapeTestNoEncode.test(l)) return l.replace(O.escapeReplaceNoEncode, Be);
	return l;
}
function De(l) {
	return O.numericCharacterReference.test(l) ? l.replace(O.numericCharacterReferenceOrAmpersand, (e, t, n) => {
		if (t === void 0 && n === void 0) return "&amp;";
		let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
		return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
	}) : l;
}
function xe(l) {
	try {
		l = encodeURI(l).replace(O.percentDecode, "%");
	} catch {
		return null;
	}
	return l;
}
function be(l, e) {
	let n = l.replace(O.findPipe, (s, o, i) => {
		let a = !1, c = o;
		for (; --c >= 0 && i[c] === "\\";) a = !a;
		return a ? "|" : " |";
	}).split(O.splitPipe), r = 0;
	if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), e) if (n.length > e) n.splice(e);
	else for (; n.length < e;) n.push("");
	for (; r < n.length; r++) n[r] = n[r].trim().replace(O.slashPipe, "|");
	return n;
}
function C(l, e, t) {
	let n = l.length;
	if (n === 0) return "";
	let r = 0;
	for (; r < n;) {
		let s = l.charAt(n - r - 1);
		if (s === e && !t) r++;
		else if (s !== e && t) r++;
		else break;
	}
	return l.slice(0, n - r);
}
function Re(l) {
	let e = l.split(`
`), t = e.length - 1;
	for (; t >= 0 && O.blankLine.test(e[t]);) t--;
	return e.length - t <= 2 ? l : e.slice(0, t + 1).join(`
`);
}
function W(l) {
	return l.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l, e) {
	if (l.indexOf(e[0]) === -1 && l.indexOf(e[1]) === -1) return -1;
	let t = 0;
	for (let n = 0; n < l.length; n++) if (l[n] === "\\") n++;
	else if (l[n] === e[0]) t++;
	else if (l[n] === e[1] && (t--, t < 0)) return n;
	return t > 0 ? -2 : -1;
}
var Q = /* @__PURE__ */ new WeakMap();
function Oe(l) {
	let e = {
		"*": -1,
		_: -1
	}, t = -1, n = l.length;
	for (let r = 0; r < n; r++) {
		let s = l[r];
		if (s !== "*" && s !== "_" && s !== "~") continue;
		let o = r === 0 ? `
` : l[r - 1], i = r + 1;
		for (; i < n && l[i] === s;) i++;
		o !== " " && o !== "	" && o !== `
` && o !== "\r" && o !== "\f" && (s === "~" ? t = r : e[s] = r), r = i - 1;
	}
	return {
		maskedSrc: l,
		lastPossibleEmStrongCloserIndex: e,
		lastPossibleDelCloserIndex: t
	};
}
function qe(l, e) {
	let t = Oe(e), n = Q.get(l);
	n ? n.push(t) : Q.set(l, [t]);
}
function ve(l) {
	let e = Q.get(l);
	e && (e.pop(), e.length === 0 && Q.delete(l));
}
function oe(l, e, t) {
	let n = Q.get(l)?.at(-1);
	return n && n.maskedSrc === e ? n.lastPossibleEmStrongCloserIndex[t] : Oe(e).lastPossibleEmStrongCloserIndex[t];
}
function ae(l, e) {
	let t = Q.get(l)?.at(-1);
	return t && t.maskedSrc === e ? t.lastPossibleDelCloserIndex : Oe(e).lastPossibleDelCloserIndex;
}
function te(l, e = 0) {
	let t = e, n = "";
	for (let r of l) if (r === "	") {
		let s = 4 - t % 4;
		n += " ".repeat(s), t += s;
	} else n += r, t++;
	return n;
}
function Ht(l, e) {
	let t = "";
	for (let n = 0; n < l.length; n++) {
		if (l[n] === "`") {
			let r = e.inline.code.exec(l.slice(n));
			if (r) {
				t += r[0], n += r[0].length - 1;
				continue;
			}
		}
		if (l[n] === "\\" && (l[n + 1] === "[" || l[n + 1] === "]")) {
			t += l[n + 1], n++;
			continue;
		}
		t += l[n];
	}
	return t;
}
function He(l, e, t, n, r) {
	let s = e.href, o = e.title || null, i = Ht(l[1], r), a = l[0].charAt(0) === "!", c = n.state.inLink, u = n.state.linkEmitted, d = n.state.inRawBlock;
	n.state.inLink = !0, n.state.linkEmitted = !1;
	let h = n.inlineTokens(i), p = n.state.linkEmitted;
	if (n.state.linkEmitted = u, n.state.inLink = c, !a) {
		if (p) {
			n.state.inRawBlock = d;
			return;
		}
		n.state.linkEmitted = !0;
	}
	return {
		type: a ? "image" : "link",
		raw: t,
		href: s,
		title: o,
		text: i,
		tokens: h
	};
}
function Zt(l, e, t) {
	let n = l.match(t.other.indentCodeCompensation);
	if (n === null) return e;
	let r = n[1];
	return e.split(`
`).map((s) => {
		let o = s.match(t.other.beginningSpace);
		if (o === null) return s;
		let [i] = o;
		return s.slice(Math.min(i.length, r.length));
	}).join(`
`);
}
function Ze(l, e, t, n) {
	if (!e.includes("<")) return !1;
	for (let r = 0; r < e.length; r++) {
		if (e[r] === "\\") {
			r++;
			continue;
		}
		if (e[r] === "`") {
			let i = n.inline.code.exec(e.slice(r));
			if (i) {
				r += i[0].length - 1;
				continue;
			}
		}
		if (e[r] !== "<") continue;
		let s = l.slice(t + r), o = n.inline.tag.exec(s) || n.inline.autolink.exec(s);
		if (o) {
			if (o[0].length > e.length - r) return !0;
			r += o[0].length - 1;
		}
	}
	return !1;
}
var _ = class {
	options;
	rules;
	lexer;
	constructor(e) {
		this.options = e || S;
	}
	space(e) {
		let t = this.rules.block.newline.exec(e);
		if (t && t[0].length > 0) return {
			type: "space",
			raw: t[0]
		};
	}
	code(e) {
		let t = this.rules.block.code.exec(e);
		if (t) {
			let n = this.options.pedantic ? t[0] : Re(t[0]);
			return {
				type: "code",
				raw: n,
				codeBlockStyle: "indented",
				text: n.replace(this.rules.other.codeRemoveIndent, "")
			};
		}
	}
	fences(e) {
		let t = this.rules.block.fences.exec(e);
		if (t) {
			let n = t[0], r = Zt(n, t[3] || "", this.rules);
			return t[3] !== void 0 && (r === "" || r.endsWith(`
`)) && (r += `
`), {
				type: "code",
				raw: n,
				lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2],
				text: r
			};
		}
	}
	heading(e) {
		let t = this.rules.block.heading.exec(e);
		if (t) {
			let n = t[2].trim();
			if (this.rules.other.endingHash.test(n)) {
				let r = C(n, "#");
				(this.options.pedantic || !r || this.rules.other.endingSpaceTabChar.test(r)) && (n = r.trim());
			}
			return {
				type: "heading",
				raw: C(t[0], `
`),
				depth: t[1].length,
				text: n,
				tokens: this.lexer.inline(n)
			};
		}
	}
	hr(e) {
		let t = this.rules.block.hr.exec(e);
		if (t) return {
			type: "hr",
			raw: C(t[0], `
`)
		};
	}
	blockquote(e) {
		let t = this.rules.block.blockquote.exec(e);
		if (t) {
			let n = C(t[0], `
`).split(`
`), r = "", s = "", o = [];
			for (; n.length > 0;) {
				let i = !1, a = [], c = 0;
				for (; c < n.length; c++) if (this.rules.other.blockquoteStart.test(n[c])) a.push(n[c]), i = !0;
				else if (!i) a.push(n[c]);
				else break;
				n = n.slice(c);
				let u = a.join(`
`), d = u.replace(this.rules.other.blockquoteMarkerWhitespace, (k, m, b) => b.startsWith(" ") ? m + " " + b.slice(1) : m + te(b, m.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
				r = r ? `${r}
${u}` : u, s = s ? `${s}
${d}` : d;
				let h = this.lexer.state.top;
				if (this.lexer.state.top = !0, this.lexer.blockTokens(d, o, !0), this.lexer.state.top = h, n.length === 0) break;
				let p = o.at(-1);
				if (p?.type === "code" || p?.type === "heading" || p?.type === "hr" || p?.type === "html" || p?.type === "table") break;
				if (p?.type === "blockquote") {
					let k = p, m = n.join(`
`), b = k.raw + `
` + m.replace(this.rules.other.blockquoteSetextReplace2, ""), f = this.blockquote(b);
					o[o.length - 1] = f;
					let R = b.substring(f.raw.length).replace(/^\n/, ""), E = R ? R.split(`
`).length : 0, T = E ? n.slice(0, -E) : n;
					if (T.length > 0 && (r = `${r}
${T.join(`
`)}`), s = s.substring(0, s.length - k.text.length) + f.text, n = n.slice(T.length), n.length > 0 && this.rules.other.blockquoteStart.test(n[0])) continue;
					break;
				} else if (p?.type === "list") {
					let k = p, m = k.raw + `
` + n.join(`
`), b = this.list(m);
					o[o.length - 1] = b;
					let f = b.raw.length > k.raw.length ? m.slice(k.raw.length + 1, b.raw.length).split(`
`).length : 0;
					if (f > 0) {
						let R = n.slice(0, f).join(`
`);
						r = `${r}
${R}`, s = `${s}
${R}`;
					}
					if (n = n.slice(f), n.length > 0 && !this.rules.other.blockquoteStart.test(n[0])) break;
					continue;
				}
			}
			return {
				type: "blockquote",
				raw: r,
				tokens: o,
				text: s
			};
		}
	}
	list(e) {
		let t = this.rules.block.list.exec(e);
		if (t) {
			if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
			let n = e, r = () => n.length - e.length, s = t[1].trim(), o = s.length > 1, i = {
				type: "list",
				raw: "",
				ordered: o,
				start: o ? +s.slice(0, -1) : "",
				loose: !1,
				items: []
			};
			s = o ? `\\d{1,9}\\${s.slice(-1)}` : `\\${s}`, this.options.pedantic && (s = o ? s : "[*+-]");
			let a = this.rules.other.listItemRegex(s), c = !1;
			for (; e;) {
				let h = !1, p = "";
				if (!(t = a.exec(e)) || this.rules.block.hr.test(e)) break;
				let k = r();
				e = e.substring(t[0].length);
				let m = t[2].split(`
`, 1)[0], b = t[1].length, f = this.options.pedantic ? te(m, b) : m.replace(this.rules.other.leadingSpaceTab, (H) => te(H, b)), R = e.split(`
`, 1)[0], E = !f.trim(), T = 0;
				if (this.options.pedantic ? (T = 2, p = f.trimStart()) : E ? T = b + 1 : (T = f.search(this.rules.other.nonSpaceChar), T = T > 4 ? 1 : T, p = f.slice(T), T += b), E && this.rules.other.blankLine.test(R) && (e = e.substring(R.length + 1), h = !0), !h) {
					let H = this.rules.other.nextBulletRegex(T), K = this.rules.other.hrRegex(T), re = this.rules.other.fencesBeginRegex(T), B = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T) : this.rules.other.headingBeginRegex(T), X = this.rules.other.htmlBeginRegex(T), se = this.rules.other.blockquoteBeginRegex(T), le = !1;
					for (; e;) {
						let we = e.split(`
`, 1)[0], Z;
						if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($) => te($)), re.test(R) || B.test(R) || X.test(R) || se.test(R) || H.test(R) || K.test(R)) break;
						if (Z.search(this.rules.other.nonSpaceChar) >= T || !R.trim()) p += `
` + Z.slice(T), le = !1;
						else {
							if (E) break;
							let $ = f;
							if (!this.options.pedantic && !p.includes(`
`) && !f.includes("	")) {
								let j;
								for (; !K.test($) && (j = this.rules.other.nestedBlockMarker.exec($));) $ = $.slice(j[0].length);
								if (!$.trim()) break;
							}
							if ($.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($) || B.test($) || X.test($) || K.test($)) break;
							if (!this.options.pedantic && !le) {
								let j = f.replace(this.rules.other.nestedContainerMarkers, "");
								if (this.rules.block.fences.test(j) || this.rules.block.heading.test(j) || this.rules.block.hr.test(j)) break;
							}
							let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
							p += `
` + je, le = !0;
						}
						E = !R.trim(), e = e.substring(we.length + 1), f = Z.slice(T);
					}
				}
				let U = n.slice(k, r());
				i.loose || (c ? i.loose = !0 : this.rules.other.doubleBlankLine.test(U) && (c = !0)), i.items.push({
					type: "list_item",
					raw: U,
					task: !!this.options.gfm && this.rules.other.listIsTask.test(p),
					loose: !1,
					text: p,
					tokens: []
				});
			}
			let u = i.items.at(-1);
			if (u) u.raw = u.raw.trimEnd(), u.text = u.text.trimEnd();
			else return;
			i.raw = n.slice(0, r()).trimEnd();
			let d = [];
			for (let h of i.items) if (this.lexer.state.top = !1, d.push(this.lexer.inlineQueue.length), h.tokens = this.lexer.blockTokens(h.text, []), !i.loose) {
				let p = h.tokens.filter((m) => m.type === "space");
				i.loose = p.length > 0 && p.some((m) => this.rules.other.anyLine.test(m.raw));
			}
			for (let h = 0; h < i.items.length; h++) {
				let p = i.items[h], k = p.tokens[0];
				if (p.task && (k?.type === "text" || k?.type === "paragraph")) {
					p.text = p.text.replace(this.rules.other.listReplaceTask, ""), k.raw = k.raw.replace(this.rules.other.listReplaceTask, ""), k.text = k.text.replace(this.rules.other.listReplaceTask, "");
					let m = this.lexer.inlineQueue;
					for (let f = d[h]; f < m.length; f++) if (m[f].tokens === k.tokens) {
						m[f].src = m[f].src.replace(this.rules.other.listReplaceTask, "");
						break;
					}
					let b = this.rules.other.listTaskCheckbox.exec(p.raw);
					if (b) {
						let f = {
							type: "checkbox",
							raw: b[0] + " ",
							checked: b[0] !== "[ ]"
						};
						p.checked = f.checked, i.loose ? p.tokens[0] && ["paragraph", "text"].includes(p.tokens[0].type) && "tokens" in p.tokens[0] && p.tokens[0].tokens ? (p.tokens[0].raw = f.raw + p.tokens[0].raw, p.tokens[0].text = f.raw + p.tokens[0].text, p.tokens[0].tokens.unshift(f)) : p.tokens.unshift({
							type: "paragraph",
							raw: f.raw,
							text: f.raw,
							tokens: [f]
						}) : p.tokens.unshift(f);
					}
				} else p.task && (p.task = !1);
			}
			if (i.loose) for (let h of i.items) {
				h.loose = !0;
				for (let p of h.tokens) p.type === "text" && (p.type = "paragraph");
			}
			return i;
		}
	}
	html(e) {
		let t = this.rules.block.html.exec(e);
		if (t) {
			if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
			let n = Re(t[0]);
			return {
				type: "html",
				block: !0,
				raw: n,
				pre: t[1] === "pre" || t[1] === "script" || t[1] === "style",
				text: n
			};
		}
	}
	def(e) {
		let t = this.rules.block.def.exec(e);
		if (t) {
			if (!this.rules.other.startAngleBracket.test(t[2]) && Te(t[2], "()") !== -1) return;
			let n = W(t[1]), r = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
			return {
				type: "def",
				tag: n,
				raw: C(t[0], `
`),
				href: r,
				title: s
			};
		}
	}
	table(e) {
		let t = this.rules.block.table.exec(e);
		if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
		let n = be(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), s = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o = {
			type: "table",
			raw: C(t[0], `
`),
			header: [],
			align: [],
			rows: []
		};
		if (n.length === r.length) {
			for (let i of r) this.rules.other.tableAlignRight.test(i) ? o.align.push("right") : this.rules.other.tableAlignCenter.test(i) ? o.align.push("center") : this.rules.other.tableAlignLeft.test(i) ? o.align.push("left") : o.align.push(null);
			for (let i = 0; i < n.length; i++) o.header.push({
				text: n[i],
				tokens: this.lexer.inline(n[i]),
				header: !0,
				align: o.align[i]
			});
			for (let i of s) o.rows.push(be(i, o.header.length).map((a, c) => ({
				text: a,
				tokens: this.lexer.inline(a),
				header: !1,
				align: o.align[c]
			})));
			return o;
		}
	}
	lheading(e) {
		let t = this.rules.block.lheading.exec(e);
		if (t) {
			let n = t[1].trim();
			return {
				type: "heading",
				raw: C(t[0], `
`),
				depth: t[2].charAt(0) === "=" ? 1 : 2,
				text: n,
				tokens: this.lexer.inline(n)
			};
		}
	}
	paragraph(e) {
		let t = this.rules.block.paragraph.exec(e);
		if (t) {
			let n = t[1].charAt(t[1].length - 1) === `
` ? t[1].slice(0, -1) : t[1];
			return {
				type: "paragraph",
				raw: t[0],
				text: n,
				tokens: this.lexer.inline(n)
			};
		}
	}
	text(e) {
		let t = this.rules.block.text.exec(e);
		if (t) return {
			type: "text",
			raw: t[0],
			text: t[0],
			tokens: this.lexer.inline(t[0])
		};
	}
	escape(e) {
		if (e.charCodeAt(0) !== 92) return;
		let t = this.rules.inline.escape.exec(e);
		if (t) return {
			type: "escape",
			raw: t[0],
			text: t[1]
		};
	}
	tag(e) {
		if (e.charCodeAt(0) !== 60) return;
		let t = this.rules.inline.tag.exec(e);
		if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = !0 : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = !1), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = !0 : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = !1), {
			type: "html",
			raw: t[0],
			inLink: this.lexer.state.inLink,
			inRawBlock: this.lexer.state.inRawBlock,
			block: !1,
			text: t[0]
		};
	}
	link(e) {
		if (this.lexer.state.linkParenPossible === !1) return;
		let t = e.charCodeAt(0);
		if (t !== 91 && t !== 33) return;
		let n = this.rules.inline.link.exec(e);
		if (n) {
			let r = n[0].charAt(0) === "!" ? 2 : 1;
			if (!this.options.pedantic && Ze(e, n[1], r, this.rules)) return;
			let s = n[2].trim();
			if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s)) {
				if (!this.rules.other.endAngleBracket.test(s)) return;
				let c = C(s.slice(0, -1), "\\");
				if ((s.length - c.length) % 2 === 0) return;
			} else {
				let c = Te(n[2], "()");
				if (c === -2) return;
				if (c > -1) {
					let d = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + c;
					n[2] = n[2].substring(0, c), n[0] = n[0].substring(0, d).trim(), n[3] = "";
				}
			}
			let o = C(n[0].slice(0, -1), "\\");
			if ((n[0].length - o.length) % 2 === 0) return;
			let i = n[2], a = "";
			if (this.options.pedantic) {
				let c = this.rules.other.pedanticHrefTitle.exec(i);
				c && (i = c[1], a = c[3]);
			} else a = n[3] ? n[3].slice(1, -1) : "";
			return i = i.trim(), this.rules.other.startAngleBracket.test(i) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s) ? i = i.slice(1) : i = i.slice(1, -1)), He(n, {
				href: i && i.replace(this.rules.inline.anyPunctuation, "$1"),
				title: a && a.replace(this.rules.inline.anyPunctuation, "$1")
			}, n[0], this.lexer, this.rules);
		}
	}
	reflink(e, t) {
		let n = e.charCodeAt(0);
		if (n !== 91 && n !== 33) return;
		let r;
		if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
			let s = r[0].charAt(0) === "!" ? 2 : 1;
			if (!this.options.pedantic && Ze(e, r[1], s, this.rules)) return;
			let o = t[W(r[2] || r[1])];
			if (!o) {
				let i = r[0].charAt(0);
				return {
					type: "text",
					raw: i,
					text: i
				};
			}
			return He(r, o, r[0], this.lexer, this.rules);
		}
	}
	emStrong(e, t, n = "") {
		let r = this.rules.inline.emStrongLDelim.exec(e);
		if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
		let s = r[0][0], o = n === s, i = t.length - e.length, a = i;
		for (; !this.options.pedantic && a > 0 && t[a - 1] === s;) a--;
		let c = [...t.slice(Math.max(0, a - 2), a)].at(-1) ?? "", u = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
		a < i && (n = c);
		let d = a < i ? u : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
		if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
		let h = r[1] || r[3] || "";
		if (!h || !n || d) {
			let p = [...r[0]].length - 1, k, m, b = p, f = 0, R = i - a + p, E = !this.options.pedantic && !!c.trim() && (!!h || s === "*" && !u);
			if (s !== "*" && s !== "_") return;
			let T = s === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U = oe(this, t, s), H = t.length - e.length + p;
			if (U < H) return;
			t = t.slice(-1 * e.length + p);
			let K = U - H;
			for (T.lastIndex = 0; (r = T.exec(t)) !== null && !(r.index > K);) {
				if (k = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !k) continue;
				if (m = [...k].length, r[3] || r[4]) {
					b += m;
					continue;
				} else if ((r[5] || r[6] || E) && R % 3 && !((R + m) % 3)) {
					if (o && (r[5] || r[6])) break;
					f += m;
					continue;
				}
				if (b -= m, b > 0) continue;
				m = Math.min(m, m + b + f);
				let re = [...r[0]][0].length, B = e.slice(0, p + r.index + re + m);
				if (Math.min(p, m) % 2) {
					let se = B.slice(1, -1);
					return {
						type: "em",
						raw: B,
						text: se,
						tokens: this.lexer.inlineTokens(se)
					};
				}
				let X = B.slice(2, -2);
				return {
					type: "strong",
					raw: B,
					text: X,
					tokens: this.lexer.inlineTokens(X)
				};
			}
		}
	}
	codespan(e) {
		if (e.charCodeAt(0) !== 96) return;
		let t = this.rules.inline.code.exec(e);
		if (t) {
			let n = t[2].replace(this.rules.other.newLineCharGlobal, " "), r = this.rules.other.nonSpaceChar.test(n), s = this.rules.other.startingSpaceChar.test(n) && this.rules.other.endingSpaceChar.test(n);
			return r && s && (n = n.substring(1, n.length - 1)), {
				type: "codespan",
				raw: t[0],
				text: n
			};
		}
	}
	br(e) {
		let t = e.charCodeAt(0);
		if (t !== 32 && t !== 92 && t !== 10) return;
		let n = this.rules.inline.br.exec(e);
		if (n) return {
			type: "br",
			raw: n[0]
		};
	}
	del(e, t, n = "") {
		if (e.charCodeAt(0) !== 126) return;
		let r = this.rules.inline.delLDelim.exec(e);
		if (!r) return;
		if (!(r[1] || "") || !n || this.rules.inline.punctuation.exec(n)) {
			let o = [...r[0]].length - 1, i, a, c = o, u = this.rules.inline.delRDelim, d = ae(this, t), h = t.length - e.length + o;
			if (d < h) return;
			t = t.slice(-1 * e.length + o);
			let p = d - h;
			for (u.lastIndex = 0; (r = u.exec(t)) !== null && !(r.index > p);) {
				if (i = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i || (a = [...i].length, a !== o)) continue;
				if (r[3] || r[4]) {
					c += a;
					continue;
				}
				if (c -= a, c > 0) continue;
				a = Math.min(a, a + c);
				let k = [...r[0]][0].length, m = e.slice(0, o + r.index + k + a), b = m.slice(o, -o);
				return {
					type: "del",
					raw: m,
					text: b,
					tokens: this.lexer.inlineTokens(b)
				};
			}
		}
	}
	autolink(e) {
		if (e.charCodeAt(0) !== 60) return;
		let t = this.rules.inline.autolink.exec(e);
		if (t) {
			let n, r;
			return t[2] === "@" ? (n = t[1], r = "mailto:" + n) : (n = t[1], r = n), {
				type: "link",
				raw: t[0],
				text: n,
				href: r,
				autolink: !0,
				tokens: [{
					type: "text",
					raw: n,
					text: n
				}]
			};
		}
	}
	url(e) {
		let t;
		if (t = this.rules.inline.url.exec(e)) {
			let n, r;
			if (t[2] === "@") n = t[0], r = "mailto:" + n;
			else {
				let s;
				do
					s = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
				while (s !== t[0]);
				n = t[0], t[1] === "www." ? r = "http://" + t[0] : r = t[0];
			}
			return {
				type: "link",
				raw: t[0],
				text: n,
				href: r,
				autolink: !0,
				tokens: [{
					type: "text",
					raw: n,
					text: n
				}]
			};
		}
	}
	inlineText(e) {
		let t = this.rules.inline.text.exec(e);
		if (t) {
			let n = this.lexer.state.inRawBlock;
			return {
				type: "text",
				raw: t[0],
				text: n ? t[0] : De(t[0]),
				escaped: n
			};
		}
	}
};
var w = class l {
	tokens;
	options;
	state;
	inlineQueue;
	tokenizer;
	constructor(e) {
		this.tokens = [], this.tokens.links = Object.create(null), this.options = e || S, this.options.tokenizer = this.options.tokenizer || new _(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = {
			inLink: !1,
			inRawBlock: !1,
			linkEmitted: !1,
			linkParenPossible: !0,
			top: !0
		};
		let t = {
			other: O,
			block: ee.normal,
			inline: F.normal
		};
		this.options.pedantic ? (t.block = ee.pedantic, t.inline = F.pedantic) : this.options.gfm && (t.block = ee.gfm, this.options.breaks ? t.inline = F.breaks : t.inline = F.gfm), this.tokenizer.rules = t;
	}
	static get rules() {
		return {
			block: ee,
			inline: F
		};
	}
	static lex(e, t) {
		return new l(t).lex(e);
	}
	static lexInline(e, t) {
		return new l(t).inlineTokens(e);
	}
	lex(e) {
		e = e.replace(O.carriageReturn, `
`), this.blockTokens(e, this.tokens);
		for (let t = 0; t < this.inlineQueue.length; t++) {
			let n = this.inlineQueue[t];
			this.state.inRawBlock = !1, this.inlineTokens(n.src, n.tokens);
		}
		return this.inlineQueue = [], this.tokens;
	}
	blockTokens(e, t = [], n = !1) {
		this.tokenizer.lexer = this;
		let r = this.state.lastToken;
		this.options.pedantic && (e = e.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
		let s = 1 / 0, o, i = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _.prototype.paragraph;
		for (; e;) {
			if (e.length < s) s = e.length;
			else {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
			this.state.lastToken = t.at(-1);
			let a;
			if (this.options.extensions?.block?.some((u) => (a = u.call({ lexer: this }, e, t)) ? (e = e.substring(a.raw.length), t.push(a), !0) : !1)) continue;
			if (a = this.tokenizer.space(e)) {
				e = e.substring(a.raw.length);
				let u = t.at(-1);
				a.raw.length === 1 && u !== void 0 ? u.raw += `
` : t.push(a);
				continue;
			}
			if (a = this.tokenizer.code(e)) {
				e = e.substring(a.raw.length);
				let u = t.at(-1);
				u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.at(-1).src = u.text) : t.push(a);
				continue;
			}
			if (a = this.tokenizer.fences(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.heading(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.hr(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.blockquote(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.list(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.html(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.def(e)) {
				e = e.substring(a.raw.length);
				let u = t.at(-1);
				u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.raw, this.inlineQueue.at(-1).src = u.text) : (this.tokens.links[a.tag] || (this.tokens.links[a.tag] = {
					href: a.href,
					title: a.title
				}), t.push(a));
				continue;
			}
			if (a = this.tokenizer.table(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			if (a = this.tokenizer.lheading(e)) {
				e = e.substring(a.raw.length), t.push(a);
				continue;
			}
			let c = e;
			if (this.options.extensions?.startBlock) {
				let u = 1 / 0, d = e.slice(1), h;
				this.options.extensions.startBlock.forEach((p) => {
					h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
				}), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
			}
			if (this.state.top && (a = this.tokenizer.paragraph(c))) {
				let u = t.at(-1);
				(n || u === o && i) && u?.type === "paragraph" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text, o = u) : (t.push(a), o = a), n = c.length !== e.length, e = e.substring(a.raw.length);
				continue;
			}
			if (a = this.tokenizer.text(e)) {
				e = e.substring(a.raw.length);
				let u = t.at(-1);
				u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text) : t.push(a);
				continue;
			}
			if (e) {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
		}
		return this.state.top = !0, this.state.lastToken = r, t;
	}
	inline(e, t = []) {
		return this.inlineQueue.push({
			src: e,
			tokens: t
		}), t;
	}
	linkInText(e) {
		if (!e.includes("[")) return !1;
		let t = this.tokenizer.rules.inline.link;
		for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return !0;
		for (let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
			let r = n[0], s = r.lastIndexOf("[");
			if (!(r.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r.slice(s + 1, -1)))) && !(s > 1 && this.linkInText(r.slice(1, s - 1)))) return !0;
		}
		return !1;
	}
	inlineTokens(e, t = []) {
		this.tokenizer.lexer = this;
		let n = this.state.linkParenPossible;
		this.state.linkParenPossible = e.includes(")");
		try {
			return this.#t(e, t);
		} finally {
			this.state.linkParenPossible = n;
		}
	}
	#t(e, t) {
		let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _.prototype.emStrong || this.tokenizer.del !== _.prototype.del ? this.#r(e) : e;
		if (!n) return this.#e(e, r, t);
		qe(this.tokenizer, r);
		try {
			return this.#e(e, r, t);
		} finally {
			ve(this.tokenizer);
		}
	}
	#e(e, t, n) {
		let r = !1, s = "", o = 1 / 0;
		for (; e;) {
			if (e.length < o) o = e.length;
			else {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
			r || (s = ""), r = !1;
			let i;
			if (this.options.extensions?.inline?.some((u) => (i = u.call({ lexer: this }, e, n)) ? (e = e.substring(i.raw.length), n.push(i), !0) : !1)) continue;
			if (i = this.tokenizer.escape(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.tag(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.link(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.reflink(e, this.tokens.links)) {
				e = e.substring(i.raw.length);
				let u = n.at(-1);
				i.type === "text" && u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
				continue;
			}
			let a = e[0];
			if (a === "*" || a === "_") {
				let u = t.length - e.length;
				if (oe(this.tokenizer, t, a) <= u) {
					let h = 1;
					for (; h < e.length && e.charCodeAt(h) === a.charCodeAt(0);) h++;
					let p = e.substring(0, h), k = n.at(-1);
					k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({
						type: "text",
						raw: p,
						text: p,
						escaped: !1
					}), e = e.substring(h), s = a, r = !0;
					continue;
				}
			} else if (a === "~") {
				let u = t.length - e.length;
				if (ae(this.tokenizer, t) <= u) {
					let h = 1;
					for (; h < e.length && e.charCodeAt(h) === 126;) h++;
					let p = e.substring(0, h), k = n.at(-1);
					k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({
						type: "text",
						raw: p,
						text: p,
						escaped: !1
					}), e = e.substring(h), s = a, r = !0;
					continue;
				}
			}
			if (i = this.tokenizer.emStrong(e, t, s)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.codespan(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.br(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.del(e, t, s)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (i = this.tokenizer.autolink(e)) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			if (!this.state.inLink && (i = this.tokenizer.url(e))) {
				e = e.substring(i.raw.length), n.push(i);
				continue;
			}
			let c = e;
			if (this.options.extensions?.startInline) {
				let u = 1 / 0, d = e.slice(1), h;
				this.options.extensions.startInline.forEach((p) => {
					h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
				}), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
			}
			if (i = this.tokenizer.inlineText(c)) {
				e = e.substring(i.raw.length), i.raw.slice(-1) !== "_" && (s = i.raw.slice(-1)), r = !0;
				let u = n.at(-1);
				u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
				continue;
			}
			if (e) {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
		}
		return n;
	}
	#n(e) {
		let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, s = "", o = 0, i;
		for (t.lastIndex = 0; i = t.exec(e);) {
			let a = i.index + (i[2] ? i[2].length : 0), c = i.index + i[0].length;
			if (e.charAt(a) === "<") {
				let u = e.slice(a), d = n.exec(u) || r.exec(u);
				if (!d) {
					t.lastIndex = a + 1;
					continue;
				}
				c = a + d[0].length, t.lastIndex = c;
			}
			s += e.slice(o, a) + "[" + "a".repeat(c - a - 2) + "]", o = c;
		}
		return s + e.slice(o);
	}
	#r(e) {
		let t = e;
		if (this.tokens.links && e.includes("[")) {
			let n = this.tokenizer.rules.inline.reflinkSearch, r = (s) => {
				let o = s.lastIndexOf("[");
				if (!Object.hasOwn(this.tokens.links, W(s.slice(o + 1, -1)))) return s;
				if (o > 1 && s.charAt(0) !== "!") {
					let i = s.slice(1, o - 1);
					if (this.linkInText(i)) return "[" + i.replace(n, r) + "][" + "a".repeat(s.length - o - 2) + "]";
				}
				return "[" + "a".repeat(s.length - 2) + "]";
			};
			t = t.replace(n, r);
		}
		return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n, r, s) => s ? "+".repeat(n.length) : r ? r + n.slice(r.length, -r.length).replace(/`/g, "+") + r : n), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
	}
	infiniteLoopError(e) {
		let t = "Infinite loop on byte: " + e;
		if (this.options.silent) console.error(t);
		else throw new Error(t);
	}
};
var I = class {
	options;
	parser;
	constructor(e) {
		this.options = e || S;
	}
	space(e) {
		return "";
	}
	code({ text: e, lang: t, escaped: n }) {
		let r = (t || "").match(O.notSpaceStart)?.[0], s = e ? e.replace(O.endingNewline, "") + `
` : "";
		return r ? "<pre><code class=\"language-" + y(r) + "\">" + (n ? s : y(s, !0)) + `</code></pre>
` : "<pre><code>" + (n ? s : y(s, !0)) + `</code></pre>
`;
	}
	blockquote({ tokens: e }) {
		return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
	}
	html({ text: e }) {
		return e;
	}
	def(e) {
		return "";
	}
	heading({ tokens: e, depth: t }) {
		return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
	}
	hr(e) {
		return `<hr>
`;
	}
	list(e) {
		let t = e.ordered, n = e.start, r = "";
		for (let i = 0; i < e.items.length; i++) {
			let a = e.items[i];
			r += this.listitem(a);
		}
		let s = t ? "ol" : "ul", o = t && n !== 1 ? " start=\"" + n + "\"" : "";
		return "<" + s + o + `>
` + r + "</" + s + `>
`;
	}
	listitem(e) {
		return `<li>${this.parser.parse(e.tokens)}</li>
`;
	}
	checkbox({ checked: e }) {
		return "<input " + (e ? "checked=\"\" " : "") + "disabled=\"\" type=\"checkbox\"> ";
	}
	paragraph({ tokens: e }) {
		return `<p>${this.parser.parseInline(e)}</p>
`;
	}
	table(e) {
		let t = "", n = "";
		for (let s = 0; s < e.header.length; s++) n += this.tablecell(e.header[s]);
		t += this.tablerow({ text: n });
		let r = "";
		for (let s = 0; s < e.rows.length; s++) {
			let o = e.rows[s];
			n = "";
			for (let i = 0; i < o.length; i++) n += this.tablecell(o[i]);
			r += this.tablerow({ text: n });
		}
		return r && (r = `<tbody>${r}</tbody>`), `<table>
<thead>
` + t + `</thead>
` + r + `</table>
`;
	}
	tablerow({ text: e }) {
		return `<tr>
${e}</tr>
`;
	}
	tablecell(e) {
		let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
		return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
	}
	strong({ tokens: e }) {
		return `<strong>${this.parser.parseInline(e)}</strong>`;
	}
	em({ tokens: e }) {
		return `<em>${this.parser.parseInline(e)}</em>`;
	}
	codespan({ text: e }) {
		return `<code>${y(e, !0)}</code>`;
	}
	br(e) {
		return "<br>";
	}
	del({ tokens: e }) {
		return `<del>${this.parser.parseInline(e)}</del>`;
	}
	link({ href: e, title: t, text: n, tokens: r, autolink: s }) {
		let o = s ? y(n, !0) : this.parser.parseInline(r), i = xe(e);
		if (i === null) return o;
		e = y(i, s);
		let a = "<a href=\"" + e + "\"";
		return t && (a += " title=\"" + y(t) + "\""), a += ">" + o + "</a>", a;
	}
	image({ href: e, title: t, text: n, tokens: r }) {
		r && (n = this.parser.parseInline(r, this.parser.textRenderer));
		let s = xe(e);
		if (s === null) return y(n);
		e = s;
		let o = `<img src="${y(e)}" alt="${y(n)}"`;
		return t && (o += ` title="${y(t)}"`), o += ">", o;
	}
	text(e) {
		return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : y(e.text);
	}
};
var z = class {
	parser;
	strong({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	em({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	codespan({ text: e }) {
		return e;
	}
	del({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	html({ text: e }) {
		return e;
	}
	text({ text: e }) {
		return e;
	}
	link({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	image({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	br() {
		return `
`;
	}
	checkbox({ raw: e }) {
		return e;
	}
};
var P = class l {
	options;
	renderer;
	textRenderer;
	constructor(e) {
		this.options = e || S, this.options.renderer = this.options.renderer || new I(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z(), this.textRenderer.parser = this;
	}
	static parse(e, t) {
		return new l(t).parse(e);
	}
	static parseInline(e, t) {
		return new l(t).parseInline(e);
	}
	parse(e) {
		this.renderer.parser = this;
		let t = "";
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (this.options.extensions?.renderers?.[r.type]) {
				let o = r, i = this.options.extensions.renderers[o.type].call({ parser: this }, o);
				if (i !== !1 || ![
					"space",
					"hr",
					"heading",
					"code",
					"table",
					"blockquote",
					"list",
					"checkbox",
					"html",
					"def",
					"paragraph",
					"text"
				].includes(o.type)) {
					t += i === !1 ? "" : i ?? "";
					continue;
				}
			}
			let s = r;
			switch (s.type) {
				case "space":
					t += this.renderer.space(s);
					break;
				case "hr":
					t += this.renderer.hr(s);
					break;
				case "heading":
					t += this.renderer.heading(s);
					break;
				case "code":
					t += this.renderer.code(s);
					break;
				case "table":
					t += this.renderer.table(s);
					break;
				case "blockquote":
					t += this.renderer.blockquote(s);
					break;
				case "list":
					t += this.renderer.list(s);
					break;
				case "checkbox":
					t += this.renderer.checkbox(s);
					break;
				case "html":
					t += this.renderer.html(s);
					break;
				case "def":
					t += this.renderer.def(s);
					break;
				case "paragraph":
					t += this.renderer.paragraph(s);
					break;
				case "text":
					t += this.renderer.text(s);
					break;
				default: {
					let o = "Token with \"" + s.type + "\" type was not found.";
					if (this.options.silent) return console.error(o), "";
					throw new Error(o);
				}
			}
		}
		return t;
	}
	parseInline(e, t = this.renderer) {
		this.renderer.parser = this;
		let n = "";
		for (let r = 0; r < e.length; r++) {
			let s = e[r];
			if (this.options.extensions?.renderers?.[s.type]) {
				let i = this.options.extensions.renderers[s.type].call({ parser: this }, s);
				if (i !== !1 || ![
					"escape",
					"html",
					"link",
					"image",
					"checkbox",
					"strong",
					"em",
					"codespan",
					"br",
					"del",
					"text"
				].includes(s.type)) {
					n += i === !1 ? "" : i ?? "";
					continue;
				}
			}
			let o = s;
			switch (o.type) {
				case "escape":
					n += t.text(o);
					break;
				case "html":
					n += t.html(o);
					break;
				case "link":
					n += t.link(o);
					break;
				case "image":
					n += t.image(o);
					break;
				case "checkbox":
					n += t.checkbox(o);
					break;
				case "strong":
					n += t.strong(o);
					break;
				case "em":
					n += t.em(o);
					break;
				case "codespan":
					n += t.codespan(o);
					break;
				case "br":
					n += t.br(o);
					break;
				case "del":
					n += t.del(o);
					break;
				case "text":
					n += t.text(o);
					break;
				default: {
					let i = "Token with \"" + o.type + "\" type was not found.";
					if (this.options.silent) return console.error(i), "";
					throw new Error(i);
				}
			}
		}
		return n;
	}
};
var A = class {
	options;
	block;
	constructor(e) {
		this.options = e || S;
	}
	static passThroughHooks = /* @__PURE__ */ new Set([
		"preprocess",
		"postprocess",
		"processAllTokens",
		"emStrongMask"
	]);
	static passThroughHooksRespectAsync = /* @__PURE__ */ new Set([
		"preprocess",
		"postprocess",
		"processAllTokens"
	]);
	preprocess(e) {
		return e;
	}
	postprocess(e) {
		return e;
	}
	processAllTokens(e) {
		return e;
	}
	emStrongMask(e) {
		return e;
	}
	provideLexer(e = this.block) {
		return e ? w.lex : w.lexInline;
	}
	provideParser(e = this.block) {
		return e ? P.parse : P.parseInline;
	}
};
function M(l, e) {
	if (Array.isArray(e)) for (let t = 0; t < e.length; t++) l.push(e[t]);
	else l.push(e);
}
var ne = class {
	defaults = G();
	options = this.setOptions;
	parse = this.parseMarkdown(!0);
	parseInline = this.parseMarkdown(!1);
	Parser = P;
	Renderer = I;
	TextRenderer = z;
	Lexer = w;
	Tokenizer = _;
	Hooks = A;
	constructor(...e) {
		this.use(...e);
	}
	walkTokens(e, t) {
		let n = [];
		for (let r of e) switch (M(n, t.call(this, r)), r.type) {
			case "table": {
				let s = r;
				for (let o of s.header) M(n, this.walkTokens(o.tokens, t));
				for (let o of s.rows) for (let i of o) M(n, this.walkTokens(i.tokens, t));
				break;
			}
			case "list": {
				let s = r;
				M(n, this.walkTokens(s.items, t));
				break;
			}
			default: {
				let s = r;
				this.defaults.extensions?.childTokens?.[s.type] ? this.defaults.extensions.childTokens[s.type].forEach((o) => {
					let i = s[o].flat(1 / 0);
					M(n, this.walkTokens(i, t));
				}) : s.tokens && M(n, this.walkTokens(s.tokens, t));
			}
		}
		return n;
	}
	use(...e) {
		let t = this.defaults.extensions || {
			renderers: Object.create(null),
			childTokens: Object.create(null)
		};
		return e.forEach((n) => {
			let r = { ...n };
			if (r.async = this.defaults.async || r.async || !1, n.extensions && (n.extensions.forEach((s) => {
				if (!s.name) throw new Error("extension name required");
				if ("renderer" in s) {
					let o = t.renderers[s.name];
					o ? t.renderers[s.name] = function(...i) {
						let a = s.renderer.apply(this, i);
						return a === !1 && (a = o.apply(this, i)), a;
					} : t.renderers[s.name] = s.renderer;
				}
				if ("tokenizer" in s) {
					if (!s.level || s.level !== "block" && s.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
					let o = t[s.level];
					o ? o.unshift(s.tokenizer) : t[s.level] = [s.tokenizer], s.start && (s.level === "block" ? t.startBlock ? t.startBlock.push(s.start) : t.startBlock = [s.start] : s.level === "inline" && (t.startInline ? t.startInline.push(s.start) : t.startInline = [s.start]));
				}
				"childTokens" in s && s.childTokens && (t.childTokens[s.name] = s.childTokens);
			}), r.extensions = t), n.renderer) {
				let s = this.defaults.renderer || new I(this.defaults);
				for (let o in n.renderer) {
					if (!(o in s)) throw new Error(`renderer '${o}' does not exist`);
					if (["options", "parser"].includes(o)) continue;
					let i = o, a = n.renderer[i], c = s[i];
					s[i] = (...u) => {
						let d = a.apply(s, u);
						return d === !1 && (d = c.apply(s, u)), d === !1 ? "" : d ?? "";
					};
				}
				r.renderer = s;
			}
			if (n.tokenizer) {
				let s = this.defaults.tokenizer || new _(this.defaults);
				for (let o in n.tokenizer) {
					if (!(o in s)) throw new Error(`tokenizer '${o}' does not exist`);
					if ([
						"options",
						"rules",
						"lexer"
					].includes(o)) continue;
					let i = o, a = n.tokenizer[i], c = s[i];
					s[i] = (...u) => {
						let d = a.apply(s, u);
						return d === !1 && (d = c.apply(s, u)), d;
					};
				}
				r.tokenizer = s;
			}
			if (n.hooks) {
				let s = this.defaults.hooks || new A();
				for (let o in n.hooks) {
					if (!(o in s)) throw new Error(`hook '${o}' does not exist`);
					if (["options", "block"].includes(o)) continue;
					let i = o, a = n.hooks[i], c = s[i];
					A.passThroughHooks.has(o) ? s[i] = (u) => {
						if (s.options.async && A.passThroughHooksRespectAsync.has(o)) return (async () => {
							let h = await a.call(s, u);
							return c.call(s, h);
						})();
						let d = a.call(s, u);
						return c.call(s, d);
					} : s[i] = (...u) => {
						if (s.options.async) return (async () => {
							let h = await a.apply(s, u);
							return h === !1 && (h = await c.apply(s, u)), h;
						})();
						let d = a.apply(s, u);
						return d === !1 && (d = c.apply(s, u)), d;
					};
				}
				r.hooks = s;
			}
			if (n.walkTokens) {
				let s = this.defaults.walkTokens, o = n.walkTokens;
				r.walkTokens = function(i) {
					let a = [];
					return M(a, o.call(this, i)), s && M(a, s.call(this, i)), a;
				};
			}
			this.defaults = {
				...this.defaults,
				...r
			};
		}), this;
	}
	setOptions(e) {
		return this.defaults = {
			...this.defaults,
			...e
		}, this;
	}
	lexer(e, t) {
		return w.lex(e, t ?? this.defaults);
	}
	parser(e, t) {
		return P.parse(e, t ?? this.defaults);
	}
	parseMarkdown(e) {
		return (n, r) => {
			let s = { ...r }, o = {
				...this.defaults,
				...s
			}, i = this.onError(!!o.silent, !!o.async);
			if (this.defaults.async === !0 && s.async === !1) return i(/* @__PURE__ */ new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
			if (typeof n > "u" || n === null) return i(/* @__PURE__ */ new Error("marked(): input parameter is undefined or null"));
			if (typeof n != "string") return i(/* @__PURE__ */ new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n) + ", string expected"));
			if (o.hooks && (o.hooks.options = o, o.hooks.block = e), o.async) return (async () => {
				let a = o.hooks ? await o.hooks.preprocess(n) : n, u = await (o.hooks ? await o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(a, o), d = o.hooks ? await o.hooks.processAllTokens(u) : u;
				o.walkTokens && await Promise.all(this.walkTokens(d, o.walkTokens));
				let p = await (o.hooks ? await o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(d, o);
				return o.hooks ? await o.hooks.postprocess(p) : p;
			})().catch(i);
			try {
				o.hooks && (n = o.hooks.preprocess(n));
				let c = (o.hooks ? o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(n, o);
				o.hooks && (c = o.hooks.processAllTokens(c)), o.walkTokens && this.walkTokens(c, o.walkTokens);
				let d = (o.hooks ? o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(c, o);
				return o.hooks && (d = o.hooks.postprocess(d)), d;
			} catch (a) {
				return i(a);
			}
		};
	}
	onError(e, t) {
		return (n) => {
			if (n.message += `
Please report this to https://github.com/markedjs/marked.`, e) {
				let r = "<p>An error occurred:</p><pre>" + y(n.message + "", !0) + "</pre>";
				return t ? Promise.resolve(r) : r;
			}
			if (t) return Promise.reject(n);
			throw n;
		};
	}
};
var v = new ne();
function x(l, e) {
	return v.parse(l, e);
}
x.options = x.setOptions = function(l) {
	return v.setOptions(l), x.defaults = v.defaults, ue(x.defaults), x;
};
x.getDefaults = G;
x.defaults = S;
function jt(...l) {
	return v.use(...l), x.defaults = v.defaults, ue(x.defaults), x;
}
x.use = jt;
x.walkTokens = function(l, e) {
	return v.walkTokens(l, e);
};
x.parseInline = v.parseInline;
x.Parser = P;
x.parser = P.parse;
x.Renderer = I;
x.TextRenderer = z;
x.Lexer = w;
x.lexer = w.lex;
x.Tokenizer = _;
x.Hooks = A;
x.parse = x;
x.options;
x.setOptions;
x.walkTokens;
x.parseInline;
P.parse;
w.lex;
// src/report/html/markdown-html.ts
/** The only tags that templates write. Any other `<` is text. */
const FOREIGN_TAG = /<(?!\/?(?:details|summary|sub|code)>)/g;
/** Signs of the Markdown report, drawn here, because not every machine has a font with them. */
const SIGNS = [
	[/❌/gu, toneIcon("bad")],
	[/⚠️/gu, toneIcon("caution")],
	[/✅/gu, toneIcon("better")]
];
const marked = new ne({
	gfm: true,
	renderer: {
		heading({ tokens }) {
			return `<h3>${this.parser.parseInline(tokens)}</h3>\n`;
		},
		list(token) {
			const items = token.items.map((item) => `<li>${this.parser.parse(item.tokens).trim()}</li>`).join("\n");
			return token.ordered ? `<ol>\n${items}\n</ol>\n` : `<ul class="plain">\n${items}\n</ul>\n`;
		},
		table({ header, rows }) {
			const cell = (tag, { tokens, align }) => {
				const text = this.parser.parseInline(tokens);
				return `<${text === "" ? "td" : tag}${tag === "th" && text !== "" ? " scope=\"col\"" : ""}${align === "right" ? " class=\"n\"" : ""}>${text}</${text === "" ? "td" : tag}>`;
			};
			const row = (tag, cells) => `<tr>${cells.map((one) => cell(tag, one)).join("")}</tr>`;
			return `<div class="scroll" tabindex="0"><table>\n${header.some(({ text }) => text !== "") ? `<thead>${row("th", header)}</thead>\n` : ""}<tbody>\n${rows.map((cells) => row("td", cells)).join("\n")}\n</tbody>\n</table></div>\n`;
		},
		link({ href, tokens }) {
			const text = this.parser.parseInline(tokens);
			return href.startsWith("https://") ? `<a href="${escaped(href)}" rel="noreferrer">${text}</a>` : text;
		},
		image({ text }) {
			return escaped(text);
		},
		html({ text }) {
			return text.replaceAll(FOREIGN_TAG, "&lt;");
		}
	}
});
/** Whole sections: headings, tables, lists, paragraphs. Headings are of the third level, because services are of the second. */
function blockHtml(markdown) {
	return drawn(marked.parse(markdown, { async: false }));
}
/** One sentence, without a paragraph around it. */
function inlineHtml(markdown) {
	return drawn(marked.parseInline(markdown, { async: false }));
}
function drawn(html) {
	return SIGNS.reduce((text, [sign, icon]) => text.replaceAll(sign, icon), html);
}
function escaped(text) {
	return text.replaceAll("&", "&amp;").replaceAll("\"", "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
// src/report/html/forest-table.ts
/** The table of these series, worst first as they come. Findings that speak of a series stand in its row. */
function forestTable(comparisons, verdict) {
	const { axis, cell } = intervalCells(comparisons.filter(isMeasured));
	return {
		axis,
		rows: comparisons.map((comparison) => {
			const { service, endpoint, estimate, limitRatio, reason } = comparison;
			const printed = comparisonRow({
				...comparison,
				reason: null
			}, void 0);
			const findings = findingsOf(comparison, verdict);
			const tone = levelTone(findings) ?? toneOf(comparison.verdict, comparison.role);
			return {
				name: [plain(service), endpoint === null ? "" : plain(endpoint, MAX_NAME$1)].filter((part) => part !== "").join(" · "),
				statistic: statisticName(comparison, PLAIN),
				baseline: printed.baseline,
				candidate: printed.candidate,
				change: estimate === null ? printed.change : formatRatio(estimate.changeRatio, limitRatio),
				range: estimate === null ? "" : `${formatRatio(estimate.lower)} … ${formatRatio(estimate.upper)}`,
				limit: printed.limit === "–" ? "" : printed.limit,
				verdict: printed.verdict,
				tone,
				icon: toneIcon(tone),
				interval: isMeasured(comparison) ? cell(comparison) : "",
				reasons: (findings.length > 0 ? findings.map((finding) => written(sentencesOf(finding), MARKDOWN)) : reason === null ? [] : [prose(reason)]).map(inlineHtml)
			};
		})
	};
}
/** What the policy says of exactly this series. */
function findingsOf(comparison, { findings }) {
	return findings.filter((finding) => isSameSeries(finding, comparison));
}
/** What blocks by a budget is bad also where nothing changed. null: the policy says nothing. */
function levelTone(findings) {
	if (findings.some(({ level }) => level === "fail")) return "bad";
	return findings.length > 0 ? "caution" : null;
}
const MAX_NAME$1 = 120;
// src/report/html/series-rows.ts
/** Columns of the table of all series. */
function seriesColumns(candidateTitle) {
	const text = (name) => ({
		name,
		isNumber: false
	});
	const number = (name) => ({
		name,
		isNumber: true
	});
	return [
		text("Service"),
		text("Endpoint"),
		text("Metric"),
		number("Baseline"),
		number(candidateTitle),
		number("Change"),
		number("Plausible range"),
		number("Limit"),
		number("Runs"),
		text("Verdict")
	];
}
/** One series as a row of the table of all series. Nothing in it is escaped. */
function seriesRow(comparison) {
	const { service, endpoint, estimate, role, limitRatio, better, runs, reason, verdict } = comparison;
	const printed = comparisonRow({
		...comparison,
		reason: null
	}, void 0);
	const limit = role === "other" || limitRatio === null ? null : worseBy({ better }, limitRatio);
	const change = estimate === null ? printed.change : formatRatio(estimate.changeRatio, limitRatio);
	return {
		isGated: role !== "other",
		service: plain(service),
		endpoint: endpoint === null ? "(all)" : plain(endpoint, MAX_NAME),
		metric: statisticName(comparison, PLAIN),
		baseline: cell(printed.baseline, comparison.baseline),
		candidate: cell(printed.candidate, estimatedCandidate(comparison)),
		change: cell(change, estimate?.changeRatio ?? null),
		range: estimate === null ? cell("–", null) : cell(`${formatRatio(estimate.lower)} … ${formatRatio(estimate.upper)}`, estimate.upper - estimate.lower),
		limit: cell(printed.limit, limit),
		runs: cell(`${runs.baseline} / ${runs.candidate}`, runs.candidate),
		verdict: reason === null ? printed.verdict : `${printed.verdict}: ${plain(reason)}`,
		tone: toneOf(verdict, role)
	};
}
const MAX_NAME = 120;
function cell(text, value) {
	return {
		text,
		value: value !== null && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : ""
	};
}
// templates/html-service.hbs
var html_service_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		return " open";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " <span class=\"" + alias4((helper = lookupProperty(helpers, "tone") || alias1(depth0, "tone", {
			"start": {
				"line": 2,
				"column": 48
			},
			"end": {
				"line": 2,
				"column": 52
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 46
				},
				"end": {
					"line": 2,
					"column": 54
				}
			}
		}) : helper)) + "\">" + ((stack1 = (helper = lookupProperty(helpers, "icon") || alias1(depth0, "icon", {
			"start": {
				"line": 2,
				"column": 59
			},
			"end": {
				"line": 2,
				"column": 63
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "icon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 56
				},
				"end": {
					"line": 2,
					"column": 66
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + alias4((helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 2,
				"column": 69
			},
			"end": {
				"line": 2,
				"column": 73
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 67
				},
				"end": {
					"line": 2,
					"column": 75
				}
			}
		}) : helper)) + "</span>";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h3>" + container.escapeExpression((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 8,
				"column": 6
			},
			"end": {
				"line": 8,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 4
				},
				"end": {
					"line": 8,
					"column": 13
				}
			}
		}) : helper)) + "</h3>\n" + ((stack1 = (helper = lookupProperty(helpers, "figure") || alias1(depth0, "figure", {
			"start": {
				"line": 9,
				"column": 3
			},
			"end": {
				"line": 9,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "figure",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 9,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<p class=\"note\">Not shown: " + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "notShown"), {
			"name": "each",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 27
				},
				"end": {
					"line": 12,
					"column": 63
				}
			}
		})) != null ? stack1 : "") + "</p>\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		return container.escapeExpression(container.lambda(depth0, depth0)) + " ";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<details class=\"service\" id=\"" + alias4((helper = lookupProperty(helpers, "id") || alias1(depth0, "id", {
			"start": {
				"line": 1,
				"column": 31
			},
			"end": {
				"line": 1,
				"column": 33
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "id",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 29
				},
				"end": {
					"line": 1,
					"column": 35
				}
			}
		}) : helper)) + "\"" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "isOpen"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 36
				},
				"end": {
					"line": 1,
					"column": 62
				}
			}
		})) != null ? stack1 : "") + ">\n<summary>" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 2,
				"column": 11
			},
			"end": {
				"line": 2,
				"column": 15
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 9
				},
				"end": {
					"line": 2,
					"column": 17
				}
			}
		}) : helper)) + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "state"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 17
				},
				"end": {
					"line": 2,
					"column": 91
				}
			}
		})) != null ? stack1 : "") + "</summary>\n<div>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "before"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "figures"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "notShown"), {
			"name": "if",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 11,
					"column": 0
				},
				"end": {
					"line": 13,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "<p class=\"note\"><a href=\"#all-series\" data-service=\"" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 14,
				"column": 54
			},
			"end": {
				"line": 14,
				"column": 58
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 52
				},
				"end": {
					"line": 14,
					"column": 60
				}
			}
		}) : helper)) + "\">All numbers of " + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 14,
				"column": 79
			},
			"end": {
				"line": 14,
				"column": 83
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 77
				},
				"end": {
					"line": 14,
					"column": 85
				}
			}
		}) : helper)) + "</a></p>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "after"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 17,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</div>\n</details>\n";
	},
	"useData": true
});
// src/report/html/history-figure.ts
/** The history of one series on the default branch, with its numbers. Empty where nothing is stored. */
function historyFigure({ history, candidateRuns, service }, series, { title, releases }) {
	if (history == null) return [];
	const candidate = candidateRuns.flatMap((run) => runValue(run, series) ?? []);
	const name = statisticName(series, PLAIN);
	const steps = stepsOf(history, series);
	const rows = history.jobs.map(({ commit, runs, mark, recordedAt }, position) => {
		const values = runs.flatMap((run) => runValue(run, series) ?? []);
		const events = [
			steps.includes(position) ? "new level" : "",
			position === history.windowStart ? "the baseline window starts" : "",
			mark === null ? "" : `${markText(mark)}${overrideText(mark)}`,
			releases.has(commit) ? `release ${plain(releases.get(commit) ?? "", 40)}` : ""
		];
		return [
			shortCommit(commit),
			plain(recordedAt.slice(0, 10)),
			values.length === 0 ? "unknown" : formatValue(median(values), series.unit),
			`${runs.length}`,
			events.filter((event) => event !== "").join("; ")
		];
	});
	return [figureHtml({
		title: `${name} of ${plain(service)} on the default branch`,
		plot: historyPlot({
			series,
			history,
			candidate,
			candidateTitle: title,
			releases
		}),
		caption: "Circle: a stored run, hollow before the baseline window. Diamond: this candidate. Triangle: a commit that was recorded as regressed, overridden or improved. Line: the median of each level.",
		table: {
			columns: [
				"Commit",
				"Recorded",
				`Median ${name}`,
				"Runs",
				"What happened"
			],
			rows
		}
	})];
}
// src/report/html/latency-curve.ts
/** What a summary may keep, and the share of the requests that it stands for. */
const STATISTICS = [
	["min", 0],
	["p50", .5],
	["p75", .75],
	["p90", .9],
	["p95", .95],
	["p99", .99],
	["p99.9", .999],
	["max", 1]
];
/** Fewer points are no curve. */
const MIN_POINTS = 3;
/** The curve of a side; null where its runs say too little. `series`: a latency, of the whole service or of one endpoint. */
function latencyCurve(runs, { metric, quantity, endpoint }, { side, name }) {
	const known = quantityOf({
		metric,
		quantity
	}) === "latency" && endpoint === null ? runs.map(({ run }) => run.distribution ?? null).filter((one) => one !== null) : [];
	if (known.length > 0 && known.length === runs.length) return {
		side,
		name,
		source: "requests",
		runs: runs.length,
		points: medianOf(known)
	};
	const measured = runs.filter((run) => STATISTICS.some(([stat]) => runValue(run, {
		metric,
		endpoint,
		stat
	}) !== null));
	const points = STATISTICS.flatMap(([stat, share]) => {
		const values = measured.flatMap((run) => runValue(run, {
			metric,
			endpoint,
			stat
		}) ?? []);
		return values.length === 0 || values.length < measured.length ? [] : [{
			share,
			valueMs: median(values)
		}];
	});
	return points.length < MIN_POINTS ? null : {
		side,
		name,
		source: "statistics",
		runs: measured.length,
		points
	};
}
function medianOf(distributions) {
	const [first = []] = distributions;
	return first.map(({ share }, index) => ({
		share,
		valueMs: median(distributions.flatMap((points) => points[index]?.valueMs ?? []))
	}));
}
// src/report/html/latency-plot.ts
/** From this ratio of the slowest to the fastest on, a linear axis shows nothing but the slowest. */
const LOG_RATIO = 20;
/** Ticks at 1, 2 and 5 of each decade have no room on more decades than this. */
const MANY_DECADES = 3;
/** Share of the requests that took at most so long, for both sides. */
function latencyPlot(curves) {
	const frame = {
		left: 64,
		right: 720,
		top: 34,
		bottom: 256
	};
	const values = curves.flatMap(({ points }) => points.map(({ valueMs }) => valueMs));
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const time = timeScale(low, high, frame.left, frame.right);
	const share = linear([0, 1], [frame.bottom, frame.top]);
	const timeName = `time of a request${time.isLog ? " (logarithmic axis)" : ""}`;
	return {
		height: frame.bottom + 44,
		label: `Latency of the requests: the share that took at most so long, from ${formatMs(low)} to ${formatMs(high)}, for ${curves.map(({ name, runs }) => `${name} (${count(runs, "run")})`).join(" and ")}. The table below has the values.`,
		shapes: [
			...leftAxis({
				at: share,
				ticks: [
					0,
					.25,
					.5,
					.75,
					1
				],
				text: (value) => `${value * 100} %`,
				name: "share of the requests"
			}, frame),
			...bottomAxis({
				at: time.at,
				ticks: time.ticks,
				text: (value) => tickText(value, "ms"),
				name: timeName
			}, frame),
			line([frame.left, share(.95)], [frame.right, share(.95)], {
				stroke: COLOURS.muted,
				dash: "4 4"
			}),
			words("p95", frame.right + 6, share(.95), { fill: COLOURS.muted }),
			...legend(curves, frame),
			...curves.flatMap(({ side, name, points }) => {
				const { colour, shape, dash } = SIDES[side];
				const placeOf = (point) => [time.at(point.valueMs), share(point.share)];
				return [tracks([points.map(placeOf)], {
					stroke: colour,
					width: 2,
					dash
				}), ...points.map((point) => mark(shape, placeOf(point), {
					radius: points.length > 10 ? 2 : 4,
					fill: colour,
					title: `${name}, ${shareText(point.share)}: ${formatMs(point.valueMs)}`
				}))];
			})
		]
	};
}
const LEVEL_HEIGHT = 34;
/** The few percentiles that summaries keep, both sides in one row each: nothing is guessed between them. */
function percentilesPlot(curves) {
	const shares = [
		.5,
		.9,
		.95,
		.99
	].filter((share) => curves.every(({ points }) => points.some((point) => point.share === share)));
	if (shares.length === 0) return null;
	const frame = {
		left: 64,
		right: 720,
		top: 34,
		bottom: 34 + shares.length * LEVEL_HEIGHT
	};
	const valueAt = (curve, share) => curve.points.find((point) => point.share === share)?.valueMs ?? 0;
	const highest = Math.max(...curves.flatMap((curve) => shares.map((share) => valueAt(curve, share))));
	const scale = linear([0, highest > 0 ? highest : 1], [frame.left, frame.right]).nice();
	return {
		height: frame.bottom + 44,
		label: `${shares.map(shareText).join(", ")} of the latency for ${curves.map(({ name, runs }) => `${name} (${count(runs, "run")})`).join(" and ")}. The table below has the values.`,
		shapes: [
			...bottomAxis({
				at: scale,
				ticks: scale.ticks(6),
				text: (value) => tickText(value, "ms"),
				name: "time of a request"
			}, frame, true),
			...legend(curves, frame),
			...shares.flatMap((share, index) => {
				const middle = frame.top + (index + .5) * LEVEL_HEIGHT;
				const places = curves.map((curve) => [scale(valueAt(curve, share)), middle]);
				return [
					words(shareText(share), frame.left - 10, middle, { anchor: "end" }),
					tracks([places], {
						stroke: COLOURS.muted,
						width: 2
					}),
					...curves.map((curve, side) => mark(SIDES[curve.side].shape, places[side] ?? [0, middle], {
						radius: 6,
						fill: SIDES[curve.side].colour,
						title: `${curve.name}, ${shareText(share)}: ${formatMs(valueAt(curve, share))}`
					}))
				];
			})
		]
	};
}
/** `p95`, `fastest`, `slowest`. */
function shareText(share) {
	if (share === 0) return "fastest";
	return share === 1 ? "slowest" : `p${Number((share * 100).toPrecision(6))}`;
}
/** A linear axis, or a logarithmic one where the slowest request is far from the fastest. */
function timeScale(low, high, left, right) {
	if (low > 0 && high / low >= LOG_RATIO) return {
		isLog: true,
		at: log([low * .9, high * 1.1], [left, right]),
		ticks: logTicks(low, high)
	};
	const scale = linear([low, high > low ? high : low + 1], [left, right]).nice();
	return {
		isLog: false,
		at: scale,
		ticks: scale.ticks(6)
	};
}
/** 1, 2 and 5 of each decade between both ends; where there are many decades, only the decades. */
function logTicks(low, high) {
	const decades = Math.log10(high / low);
	const steps = decades > MANY_DECADES ? [1] : [
		1,
		2,
		5
	];
	const first = Math.floor(Math.log10(low));
	return Array.from({ length: Math.ceil(decades) + 2 }, (_, index) => 10 ** (first + index)).flatMap((decade) => steps.map((step) => Number((step * decade).toPrecision(3)))).filter((tick) => tick >= low * .9 && tick <= high * 1.1);
}
// src/report/html/latency-figure.ts
/** How long the requests took on both sides: of the whole service, and of the endpoint that is worst, where one is over its limit. */
function latencyFigures(evidence, title) {
	return latenciesOf(evidence).flatMap((series) => {
		const curves = [latencyCurve(evidence.baselineRuns, series, {
			side: "baseline",
			name: "Baseline"
		}), latencyCurve(evidence.candidateRuns, series, {
			side: "candidate",
			name: title
		})].filter((curve) => curve !== null);
		const plot = plotOf(curves);
		if (plot === null) return [];
		const name = quantityOf(series) === "latency" ? "Latency" : plain(series.metric);
		const figure = figureHtml({
			title: `${name} of ${placeName(series, PLAIN)}: both sides`,
			plot,
			caption: captionOf(curves),
			table: tableOf$1(curves)
		});
		return [{
			place: series.endpoint === null ? "all requests" : plain(series.endpoint, 120),
			figure
		}];
	});
}
function latenciesOf({ comparisons, service }) {
	const latencies = comparisons.filter(({ role, unit }) => role !== "other" && unit === "ms");
	const whole = latencies.find(({ role, endpoint }) => role === "primary" && endpoint === null);
	const worst = worstFirst(latencies.filter(({ endpoint }) => endpoint !== null)).find(({ verdict }) => ["regressed", "unproven"].includes(verdict));
	return [whole ?? {
		service,
		endpoint: null,
		metric: "http_req_duration"
	}, ...worst === void 0 ? [] : [worst]];
}
/** A curve needs all requests. Of summaries only the few percentiles that they keep are drawn, where both sides have them. */
function plotOf(curves) {
	if (curves.length === 0) return null;
	if (curves.every(({ source }) => source === "requests")) return latencyPlot(curves);
	return curves.length === 2 ? percentilesPlot(curves) : null;
}
function captionOf(curves) {
	const absent = ["baseline", "candidate"].filter((side) => !curves.some((curve) => curve.side === side));
	return [
		curves.every((curve) => curve.source === "requests") ? "From all successful requests. A curve further to the right is slower." : "From the percentiles that the summaries keep.",
		curves.some(({ runs }) => runs > 1) ? "Median over the runs of a side." : "",
		...absent.map((side) => `The ${side} has no such numbers.`)
	].filter((text) => text !== "").join(" ");
}
function tableOf$1(curves) {
	const shares = [...new Set(curves.flatMap(({ points }) => points.map(({ share }) => share)))].toSorted((left, right) => left - right);
	return {
		columns: ["Share", ...curves.map(({ name }) => name)],
		rows: shares.map((share) => [shareText(share), ...curves.map(({ points }) => {
			const point = points.find((one) => one.share === share);
			return point === void 0 ? "–" : formatMs(point.valueMs);
		})])
	};
}
// src/report/html/profile-figures.ts
/** A flame graph for each tool. What it says in words and numbers stands in the section "Where the time goes". */
function profileFigures({ service, profiles }) {
	return (profiles?.comparisons ?? []).map((comparison) => {
		const title = `Flame graph: ${plain(comparison.tool)}, ${countedWords(comparison)}`;
		return {
			title,
			figure: figureHtml({
				title: `${title}, of ${plain(service)}`,
				plot: flameGraph(comparison),
				caption: "The numbers are in the section “Where the time goes”.",
				table: null
			})
		};
	});
}
// src/report/html/timeline-plot.ts
/** Marks tell the sides apart without colour. One at each slice would be most of the file. */
const MARKS = 12;
/** The runs that can be drawn over time: the last ones of a side. */
function timedRuns(runs, side) {
	return runs.flatMap(({ run, slot }) => run.timeline == null ? [] : [{
		side,
		name: `${side}, run ${slot}`,
		timeline: run.timeline
	}]).slice(-5);
}
const PANELS = [{
	name: "p95",
	unit: "ms",
	read: p95Points,
	top: 34
}, {
	name: "throughput",
	unit: "per-second",
	read: ratePoints,
	top: 198
}];
const PANEL_HEIGHT = 112;
/** p95 and throughput of both sides through the test: the median over the runs, and each run thin behind it. Both sides start at 0 s. */
function timelinePlot(baseline, candidate) {
	const endMs = Math.max(...[...baseline, ...candidate].map(({ timeline: { sliceMs, slices } }) => sliceMs * slices.length));
	const seconds = linear([0, endMs / 1e3], [96, 736]);
	const sides = [...baseline[0] === void 0 ? [] : [{
		side: "baseline",
		name: baseline[0].side
	}], ...candidate[0] === void 0 ? [] : [{
		side: "candidate",
		name: candidate[0].side
	}]];
	return {
		height: 356,
		label: `p95 and throughput through the test, ${count(baseline.length, "run")} of the baseline and ${candidate.length} of the candidate. The table below has the values.`,
		shapes: PANELS.flatMap(({ name, unit, read, top }, index) => {
			const frame = {
				left: 96,
				right: 736,
				top,
				bottom: top + PANEL_HEIGHT
			};
			const lines = [...linesOf(baseline, "baseline", read), ...linesOf(candidate, "candidate", read)];
			const highest = Math.max(1e-9, ...lines.flatMap(valuesOf));
			const value = linear([0, highest], [frame.bottom, frame.top]).nice(3);
			const isLast = index === PANELS.length - 1;
			return [
				...leftAxis({
					at: value,
					ticks: value.ticks(3),
					text: (tick) => tickText(tick, unit),
					name
				}, frame),
				...bottomAxis({
					at: seconds,
					ticks: seconds.ticks(8),
					text: String,
					name: isLast ? "seconds since the start of the load" : ""
				}, frame),
				...index === 0 ? legend(sides, frame) : [],
				...lines.flatMap((line) => lineShapes(line, ([second, y]) => [seconds(second), value(y)], unit))
			];
		})
	};
}
function valuesOf({ points, runs }) {
	return [points, ...runs].flat().flatMap(([, value]) => value ?? []);
}
/** Runs that were cut into other slices have no median: each is then a line of its own. */
function linesOf(runs, side, read) {
	const all = runs.map(({ timeline }) => read(timeline));
	const [first] = runs;
	if (first === void 0) return [];
	const isAlike = runs.every(({ timeline }) => timeline.sliceMs === first.timeline.sliceMs);
	if (runs.length === 1 || !isAlike) return runs.map(({ name }, index) => ({
		name,
		side,
		points: all[index] ?? [],
		runs: []
	}));
	return [{
		name: first.side,
		side,
		points: mediansBySecond(all),
		runs: all
	}];
}
/** The median over the runs at each second that one of them has, in the order of time; null where none has a value. */
function mediansBySecond(runs) {
	const values = /* @__PURE__ */ new Map();
	for (const [second, value] of runs.flat()) {
		const known = values.get(second) ?? [];
		if (value !== null) known.push(value);
		values.set(second, known);
	}
	return [...values].toSorted(([left], [right]) => left - right).map(([second, all]) => [second, all.length === 0 ? null : median(all)]);
}
/** The runs thin behind, then the line, then its marks. */
function lineShapes(line, place, unit) {
	const { colour, shape, dash } = SIDES[line.side];
	const drawn = (points) => unbrokenParts(points).map((part) => part.map(place));
	return [
		tracks(line.runs.flatMap(drawn), {
			stroke: colour,
			opacity: .45
		}),
		tracks(drawn(line.points), {
			stroke: colour,
			width: 2,
			dash
		}),
		...line.points.flatMap(([second, value], index) => value === null || !isMarked(line.points, index) ? [] : [mark(shape, place([second, value]), {
			radius: 3,
			fill: colour,
			title: `${line.name}, ${second} s: ${formatValue(value, unit)}`
		})])
	];
}
/** Whether a point has a mark: some of a line, and each that no line reaches because its neighbours are gaps. */
function isMarked(points, index) {
	const isGap = (at) => points[at]?.[1] == null;
	return index % Math.ceil(points.length / MARKS) === 0 || isGap(index - 1) && isGap(index + 1);
}
/** The parts of a line between its gaps. */
function unbrokenParts(points) {
	const parts = [[]];
	for (const [second, value] of points) if (value === null) parts.push([]);
	else parts.at(-1)?.push([second, value]);
	return parts.filter(({ length }) => length > 1);
}
/** A slice stands at its middle. */
function p95Points({ sliceMs, slices }) {
	return slices.map(({ offsetMs, p95Ms }) => [(offsetMs + sliceMs / 2) / 1e3, p95Ms]);
}
/** Successful requests per second. The last slice may be cut off by the end of the load, and would look like a fall: it is left out. */
function ratePoints({ sliceMs, slices }) {
	return slices.slice(0, -1).map(({ offsetMs, requests }) => [(offsetMs + sliceMs / 2) / 1e3, requests * 1e3 / sliceMs]);
}
// src/report/html/timeline-figure.ts
const NOTHING_MEASURED = "The course of the test: there is no usable result.";
const NO_TIMES = "The course of the test: these results are summaries, or digests of several load generators. Raw points, or the digest of one load generator, say how a run went over time.";
/** p95 and throughput through the test. Only results with raw points have them. */
function timelineFigure({ baselineRuns, candidateRuns, service }, title) {
	const baseline = timedRuns(baselineRuns, "Baseline");
	const candidate = timedRuns(candidateRuns, title);
	if (baseline.length + candidate.length === 0) return {
		kind: "reason",
		text: baselineRuns.length + candidateRuns.length === 0 ? NOTHING_MEASURED : NO_TIMES
	};
	const left = [
		baseline.length === 0 ? "The baseline has no raw points, so only the candidate is drawn." : "",
		candidate.length === 0 ? "The candidate has no raw points, so only the baseline is drawn." : "",
		baselineRuns.length > baseline.length && baseline.length > 0 ? `Drawn: the last ${baseline.length} of ${baselineRuns.length} baseline runs that have raw points.` : ""
	];
	return {
		kind: "figure",
		html: figureHtml({
			title: `p95 and throughput of ${plain(service)} through the test`,
			plot: timelinePlot(baseline, candidate),
			caption: [
				"Successful requests only.",
				baseline.length > 1 || candidate.length > 1 ? "Thick: the median of the runs of a side. Thin: each run." : "",
				...left
			].filter((sentence) => sentence !== "").join(" "),
			table: tableOf(baseline, candidate, title)
		})
	};
}
function tableOf(baseline, candidate, title) {
	const columns = [baseline, candidate].flatMap((side) => [atSecond(side, p95Points, formatMs), atSecond(side, ratePoints, (value) => formatValue(value, "per-second"))]);
	const seconds = [...new Set(columns.flatMap((column) => [...column.keys()]))].toSorted((left, right) => left - right);
	return {
		columns: [
			"Seconds",
			"p95, baseline",
			"throughput, baseline",
			`p95, ${title}`,
			`throughput, ${title}`
		],
		rows: seconds.map((second) => [`${second}`, ...columns.map((column) => column.get(second) ?? "–")])
	};
}
/** The median over the drawn runs, at each second. */
function atSecond(runs, read, format) {
	const medians = mediansBySecond(runs.map(({ timeline }) => read(timeline)));
	return new Map(medians.flatMap(([second, value]) => value === null ? [] : [[second, format(value)]]));
}
// src/report/html/service-section.ts
/** The part of one service: all its plots, and how it was measured. */
function serviceSection(evidence, verdict, position, { context, extras }) {
	const own = verdictOfService(verdict, evidence);
	const isOpen = own.findings.length > 0 || verdict.services.length === 1;
	const id = `service-${position + 1}`;
	const name = plain(evidence.service);
	const state = stateOf(own.findings);
	const title = candidateTitle(context);
	const primaries = evidence.comparisons.filter(({ role }) => role === "primary");
	const timeline = timelineFigure(evidence, title);
	const histories = primaries.flatMap((series) => historyFigure(evidence, series, {
		title,
		releases: extras.releases
	}).map((figure) => ({
		title: `On the default branch: ${statisticName(series, PLAIN)}`,
		figure
	})));
	const sectionsOf = (isWanted) => writtenSections(STANDARD_LOOK, "service", own, context, isWanted).map(blockHtml);
	return {
		id,
		name,
		state,
		section: html_service_default({
			id,
			name,
			state,
			isOpen,
			before: sectionsOf(({ page }) => page === void 0),
			figures: [
				...primaries.flatMap((series) => runsFigure(evidence, series, title)),
				...latencyFigures(evidence, title).map(({ place, figure }) => ({
					title: `How long the requests took: ${place}`,
					figure
				})),
				...timeline.kind === "figure" ? [{
					title: "Through the test",
					figure: timeline.html
				}] : [],
				...histories,
				...profileFigures(evidence)
			],
			notShown: [...timeline.kind === "reason" ? [timeline.text] : [], ...histories.length === 0 ? [`The default branch: ${historyReason(evidence)}`] : []],
			after: sectionsOf(({ page }) => page === "last")
		})
	};
}
function stateOf(findings) {
	const failing = findings.filter(({ level }) => level === "fail").length;
	const warnings = findings.length - failing;
	return [...failing === 0 ? [] : [{
		tone: "bad",
		icon: toneIcon("bad"),
		text: count(failing, "finding blocks", "findings block")
	}], ...warnings === 0 ? [] : [{
		tone: "caution",
		icon: toneIcon("caution"),
		text: count(warnings, "warning")
	}]];
}
/** The runs of both sides: pairs as lines from one side to the other, else one point per run. */
function runsFigure(evidence, series, title) {
	const name = statisticName(series, PLAIN);
	const pairs = evidence.design === "pairs" ? pairsOf(evidence, series) : [];
	const figureTitle = `${name} of each run of ${plain(evidence.service)}`;
	if (pairs.length > 0) {
		const figure = figureHtml({
			title: figureTitle,
			plot: pairsPlot(series, pairs, {
				baseline: "Baseline",
				candidate: title
			}),
			caption: "One line per pair: both runs on one machine, one after the other. The change is estimated from these lines.",
			table: {
				columns: [
					"Pair",
					"Baseline",
					title
				],
				rows: pairs.map((pair) => [
					pair.name,
					formatValue(pair.baseline, series.unit),
					formatValue(pair.candidate, series.unit)
				])
			}
		});
		return [{
			title: `${name}: each pair of runs`,
			figure
		}];
	}
	const sides = [{
		side: "baseline",
		name: "Baseline",
		runs: namedValues(evidence.baselineRuns, series)
	}, {
		side: "candidate",
		name: title,
		runs: namedValues(evidence.candidateRuns, series)
	}];
	const plot = runsPlot(series, sides);
	if (plot === null) return [];
	const figure = figureHtml({
		title: figureTitle,
		plot,
		caption: "One point per run. The bar is the value that is compared: the median over the runs, or over the machines where runs on one machine count as one.",
		table: {
			columns: [
				"Side",
				"Run",
				name
			],
			rows: sides.flatMap((side) => side.runs.map((run) => [
				side.name,
				run.name,
				formatValue(run.value, series.unit)
			]))
		}
	});
	return [{
		title: `${name}: the runs of both sides`,
		figure
	}];
}
/** Runs with the same number in the same job. */
function pairsOf({ baselineRuns, candidateRuns }, series) {
	return candidateRuns.flatMap((now) => {
		const before = baselineRuns.find(({ slot, jobId }) => slot === now.slot && jobId === now.jobId);
		const [baseline, candidate] = [before === void 0 ? null : runValue(before, series), runValue(now, series)];
		return baseline === null || candidate === null ? [] : [{
			name: `pair ${now.slot}`,
			baseline,
			candidate
		}];
	});
}
function namedValues(runs, series) {
	return runs.flatMap((run) => {
		const value = runValue(run, series);
		const commit = run.testedCommit === null ? "" : `${shortCommit(run.testedCommit)}, `;
		return value === null ? [] : [{
			name: `${commit}run ${run.slot}`,
			value
		}];
	});
}
/** Why there is no history to draw. */
function historyReason({ baselineState, baselineRuns }) {
	switch (baselineState) {
		case "used": return baselineRuns.length > 0 ? "The baseline was measured beside the candidate, so nothing stored was read." : "Nothing stored can be compared with these results.";
		case "never-written": return "No baseline was ever recorded.";
		case "unknown-service": return "Nothing is stored of this service yet.";
		case "unusable": return "Nothing that is stored of this service is at or before the commit that the change is measured against.";
		case "unreadable": return "The stored baseline cannot be read.";
	}
}
// src/report/html/render-html.ts
/** Of a long table in the part of a service. The table of all series has them all. */
const MAX_TABLE_ROWS = 200;
/** More rows than this are no overview. The worst stay. */
const MAX_MAIN_ROWS = 40;
/**
* The report as one HTML file that needs nothing else: no network, no server, no script to be read. Pure: the same verdict
* gives the same text.
*/
function renderHtml(verdict, context, extras) {
	const sectionContext = {
		...context,
		overrideLabel: null,
		maxRows: MAX_TABLE_ROWS,
		plots: "below"
	};
	const services = servicesWorstFirst(verdict).map((evidence, position) => serviceSection(evidence, verdict, position, {
		context: sectionContext,
		extras
	}));
	const { statement, action } = opening(verdict, context);
	const title = candidateTitle(context);
	const gated = gatedShown(verdict);
	const inTable = new Set(gated.shown.flatMap((comparison) => findingsOf(comparison, verdict)));
	const isShown = (finding) => inTable.has(finding);
	return html_page_default({
		policy: contentPolicy([hash$1, hash$2], [hash]),
		title: `${statement} – ${plain(context.gateName)}`,
		colours: text$1,
		style: text$2,
		script: text,
		gateName: plain(context.gateName),
		outcome: verdict.outcome,
		icon: toneIcon(verdict.enforced === false ? "caution" : toneOfOutcome(verdict.outcome)),
		statement,
		action,
		coverage: inlineHtml(coverage(verdict, context, MARKDOWN)),
		sections: writtenSections(STANDARD_LOOK, "top", verdict, sectionContext, ({ page }) => page !== "drawn").map(blockHtml),
		facts: factsOf(context),
		runUrl: link("", context.runUrl) === void 0 ? null : context.runUrl,
		gated: forestTable(gated.shown, verdict),
		gatedNote: gated.hidden === 0 ? null : `Left out: ${gated.hidden} more. The table of all series has them.`,
		findings: verdict.findings.filter((finding) => !isShown(finding)).map(findingRow),
		services,
		candidateTitle: title,
		columns: seriesColumns(title),
		rows: servicesWorstFirst(verdict).flatMap(({ comparisons }) => worstFirst(comparisons).map(seriesRow))
	});
}
/** The plot of the gated series against their limits as an SVG file. null where nothing was compared. */
function renderMainPlotSvg(verdict) {
	const plot = intervalPlot(gatedShown(verdict).shown);
	return plot === null ? null : drawSvgFile(plot, text$1);
}
/** All gated series where they are few. Where they are many, all services and the endpoints that have something to say. */
function gatedShown(verdict) {
	const all = worstFirst(gatedComparisons(verdict));
	const isQuiet = (one) => one.role === "endpoint" && ["unchanged", "inconclusive"].includes(one.verdict);
	const shown = (all.length <= MAX_MAIN_ROWS ? all : all.filter((one) => !isQuiet(one))).slice(0, MAX_MAIN_ROWS);
	return {
		shown,
		hidden: all.length - shown.length
	};
}
/** Line 1. What it announces for "below" stands in other reports, so it is said here where to find it. */
function opening(verdict, context) {
	const line = headline(verdict, {
		...context,
		overrideLabel: null
	}, PLAIN);
	if (verdict.outcome !== "no-baseline") return line;
	return {
		...line,
		action: "Nothing was checked, and nothing is blocked. The Markdown report says how to record a baseline."
	};
}
function factsOf(context) {
	const { repository, pullRequest, headSha, policySource, policyCommit } = context;
	return [
		repository === null ? "" : plain(repository),
		pullRequest === null ? "" : `pull request ${pullRequest}`,
		headSha === null ? "" : `judged ${plain(headSha).slice(0, 7)}`,
		policySource === null ? `no policy file${policyCommit === void 0 ? "" : ` at ${policyCommit.slice(0, 7)}`}: defaults` : `policy ${plain(policySource)}`
	].filter((fact) => fact !== "");
}
function findingRow(finding) {
	const { level, service, endpoint, metric, stat, expected, actual } = finding;
	const place = service === null ? "the whole gate" : placeName({
		service,
		endpoint
	}, PLAIN);
	const statistic = metric === null ? "" : `, ${stat === null ? plain(metric) : statisticName({
		metric,
		stat
	}, PLAIN)}`;
	return {
		level: level === "fail" ? "blocks" : "warns",
		tone: level === "fail" ? "bad" : "caution",
		icon: toneIcon(level === "fail" ? "bad" : "caution"),
		place: `${place}${statistic}`,
		expected: plain(expected),
		actual: plain(actual),
		message: inlineHtml(written(sentencesOf(finding), MARKDOWN))
	};
}
export { renderHtml, renderMainPlotSvg };
