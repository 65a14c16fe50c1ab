import { r as __toESM } from "./rolldown-runtime.js";
import { a as drawSvgFile, c as mark, f as tracks, h as text$1, l as tickText, m as hash$1, n as area, o as inlineSvg, p as words, s as line, t as COLOURS, u as ticksIn } from "./svg.js";
import { $ as worstFirst, At as estimatedCandidate, B as require_runtime, F as countedWords, I as runValue, J as headline, K as secondLine, O as writtenSections, P as comparisonRow, Q as verdictOfService, R as sentencesOf, T as STANDARD_TEMPLATES, Y as gatedComparisons, Z as servicesWorstFirst, cn as formatChange, fn as formatMs, gn as formatValue, jn as median, mn as formatSignedLimit, on as count, pn as formatRatio } from "./compare.js";
import { a as toneOf, c as contentPolicy, d as leftAxis, f as legend, g as text$2, h as hash$2, i as toneIcon, l as SIDES, m as log, n as inlineHtml, o as toneOfOutcome, p as linear, r as inlineText, s as figureHtml, t as blockHtml, u as bottomAxis } from "./markdown-html.js";
import { Ht as isSameSeries, Rt as written, b as link, d as candidateTitle, f as placeName, h as statisticName, l as PLAIN, qt as worseBy, s as MARKDOWN, tt as quantityOf, x as plain } from "./both.js";
import { a as stepsOf, i as shortCommit, o as pairsPlot, r as markText, s as runsPlot, t as historyPlot } from "./history-plot.js";
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
/** The largest number of letters that fit into `NAMES_WIDTH` in a wide font. */
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
* One plot with a row per series: a line from the lower to the upper bound, against the limit.
*
* @returns null if no series has an estimate
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
/** The scale of all rows. A range far wider than its estimate and limit is cut off, so that the other rows stay readable. */
function percentScale(rows, left, right) {
	const reach = Math.ceil(Math.max(1, ...rows.map(reachOf)));
	const scale = linear([-reach, reach], [left, right]).clamp(true);
	return {
		at: (value) => scale(value),
		ticks: scale.ticks(6),
		reach
	};
}
/** The larger bound of the range, but at most twice the estimate or the limit, whichever is larger. */
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
/** The limit with the sign of the worse direction. null: no limit applies to the series. */
function signedLimit(row) {
	if (row.limitRatio === null || row.role === "other") return null;
	return worseBy(row, row.limitRatio);
}
/** Shape and colour have the same meaning, so that readers need only one of them. A series without a limit is never drawn as over it. */
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
/** A long name is cut. The title of the point and the table have the whole name. */
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
// src/report/html/forest-table.ts
/**
* The table of these series, in the given order. A row has the numbers of a series, its interval as a picture, and the findings about
* it. `axis` is the scale above the intervals, which all rows share.
*/
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
				reasons: (findings.length > 0 ? findings.map((finding) => written(sentencesOf(finding), MARKDOWN)) : reason === null ? [] : [written(reason, MARKDOWN)]).map(inlineHtml)
			};
		})
	};
}
/** The findings about exactly this series. */
function findingsOf(comparison, { findings }) {
	return findings.filter((finding) => isSameSeries(finding, comparison));
}
/** Taken from the findings, because a series over its budget is bad even if it did not change. null: there is no finding. */
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
		verdict: reason === null ? printed.verdict : `${printed.verdict}: ${written(reason, PLAIN)}`,
		tone: toneOf(verdict, role)
	};
}
const MAX_NAME = 120;
/** A cell that is sorted by its number. `value`: empty if there is no number. */
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
/** The history of one series on the default branch, with its numbers. Empty if nothing is stored. */
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
			mark === null ? "" : markText(mark),
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
/** Statistics of a summary, and the share of the requests at or below each statistic. */
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
/** The smallest number of points of a curve. */
const MIN_POINTS = 3;
/** The curve of a side; null if its runs have too few points. `series`: a latency, of the whole service or of one endpoint. */
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
/** If the slowest request took at least this many times as long as the fastest, a linear axis would squeeze most requests together. */
const LOG_RATIO = 20;
/** With more decades, ticks at 1, 2 and 5 of each decade do not fit. */
const MANY_DECADES = 3;
/** The share of requests that took at most this time, for both sides. */
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
		label: `Latency of the requests: the share that took at most the time on the axis, from ${formatMs(low)} to ${formatMs(high)}, for ${curves.map(({ name, runs }) => `${name} (${count(runs, "run")})`).join(" and ")}. The table below has the values.`,
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
/** One row for each percentile that the summaries of both sides keep. No curve, because values between the percentiles are unknown. */
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
/** A linear axis, or a logarithmic axis if the slowest request is far from the fastest. */
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
/** Ticks at 1, 2 and 5 of each decade between both ends; with many decades, only at 1. */
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
/** The latency of both sides: of the whole service, and of the worst endpoint if an endpoint is over its limit. */
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
/** A curve needs all requests. Summaries keep only a few percentiles, which are drawn if both sides have them. */
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
/** A flame graph for each tool. The section "Where the time goes" has the same facts in words and numbers. */
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
/** About this many marks per line. Marks distinguish the sides without colour, but a mark at every slice would make the file large. */
const MARKS = 12;
/** The last runs of one side that have a timeline. */
function timedRuns(runs, side) {
	return runs.flatMap(({ run, runNumber }) => run.timeline == null ? [] : [{
		side,
		name: `${side}, run ${runNumber}`,
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
/** p95 and throughput of both sides through the test: the median over the runs, with each run as a thin line. Both sides start at 0 s. */
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
					text: ticksIn(unit),
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
/** Runs whose slices have different lengths have no median, so each run is a line of its own. */
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
/** The median over the runs at each second of any run, in the order of time; null if no run has a value at this second. */
function mediansBySecond(runs) {
	const values = /* @__PURE__ */ new Map();
	for (const [second, value] of runs.flat()) {
		const known = values.get(second) ?? [];
		if (value !== null) known.push(value);
		values.set(second, known);
	}
	return [...values].toSorted(([left], [right]) => left - right).map(([second, all]) => [second, all.length === 0 ? null : median(all)]);
}
/** First the thin lines of the runs, then the line, then its marks, so that later shapes cover earlier shapes. */
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
/** Every n-th point has a mark. A point between two gaps always has a mark, because no line reaches the point. */
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
/** The point of a slice is at the middle of the slice. */
function p95Points({ sliceMs, slices }) {
	return slices.map(({ offsetMs, p95Ms }) => [(offsetMs + sliceMs / 2) / 1e3, p95Ms]);
}
/** Successful requests per second. The last slice is left out: the end of the load may cut it short, which would look like a fall. */
function ratePoints({ sliceMs, slices }) {
	return slices.slice(0, -1).map(({ offsetMs, requests }) => [(offsetMs + sliceMs / 2) / 1e3, requests * 1e3 / sliceMs]);
}
// src/report/html/timeline-figure.ts
const NOTHING_MEASURED = "The course of the test: there is no usable result.";
const NO_TIMES = "The course of the test: these results are summaries, or digests of several load generators. Raw points, or the digest of one load generator, show how a run went over time.";
/** p95 and throughput through the test, if the results have a timeline. */
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
	const sectionsOf = (isWanted) => writtenSections(STANDARD_TEMPLATES, "service", own, context, isWanted).map(blockHtml);
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
/** The runs of both sides: one line per pair if the runs are pairs, else one point per run. */
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
		const before = baselineRuns.find(({ runNumber, jobId }) => runNumber === now.runNumber && jobId === now.jobId);
		const [baseline, candidate] = [before === void 0 ? null : runValue(before, series), runValue(now, series)];
		return baseline === null || candidate === null ? [] : [{
			name: `pair ${now.runNumber}`,
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
			name: `${commit}run ${run.runNumber}`,
			value
		}];
	});
}
/** Why the page has no plot of the history. */
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
/** The largest number of rows of a table in the part of a service. The table of all series has every row. */
const MAX_TABLE_ROWS = 200;
/** The largest number of rows that still gives an overview. The worst rows stay. */
const MAX_MAIN_ROWS = 40;
/**
* The report as one self-contained HTML file: no network, no server, and readable without its script. Pure: the same verdict gives the
* same text.
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
		coverage: inlineHtml(secondLine(verdict, context, MARKDOWN)),
		sections: writtenSections(STANDARD_TEMPLATES, "top", verdict, sectionContext, ({ page }) => page !== "drawn").map(blockHtml),
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
/** The plot of the gated series against their limits as an SVG file. null: nothing was compared. */
function renderMainPlotSvg(verdict) {
	const plot = intervalPlot(gatedShown(verdict).shown);
	return plot === null ? null : drawSvgFile(plot, text$1);
}
/** All gated series if they are few. If they are many: all services, and only the endpoints with a notable verdict. */
function gatedShown(verdict) {
	const all = worstFirst(gatedComparisons(verdict));
	const isQuiet = (one) => one.role === "endpoint" && ["unchanged", "inconclusive"].includes(one.verdict);
	const shown = (all.length <= MAX_MAIN_ROWS ? all : all.filter((one) => !isQuiet(one))).slice(0, MAX_MAIN_ROWS);
	return {
		shown,
		hidden: all.length - shown.length
	};
}
/** Line 1. Without a baseline, line 1 of other reports points to text below. This page does not have that text, so it names the report. */
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
		message: inlineText(sentencesOf(finding))
	};
}
export { renderHtml, renderMainPlotSvg };
