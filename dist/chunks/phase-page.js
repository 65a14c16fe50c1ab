import { r as __toESM } from "./rolldown-runtime.js";
import { h as text, m as hash } from "./svg.js";
import { B as require_runtime } from "./compare.js";
import { c as contentPolicy, g as text$1, h as hash$1, i as toneIcon, r as inlineText, s as figureHtml, t as blockHtml } from "./markdown-html.js";
import { c as PAGE, x as plain } from "./both.js";
import { l as trendName, o as leadingSeries } from "./history-report.js";
import { i as phaseStatement, r as phaseService, t as phaseGoals } from "./phase-markdown.js";
import { n as trendPlot } from "./trend-plot.js";
var html_phase_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "<p class=\"note\">" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "</p>\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "<h2>Goals</h2>\n" + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "goals") || container.strict(depth0, "goals", {
			"start": {
				"line": 26,
				"column": 3
			},
			"end": {
				"line": 26,
				"column": 8
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "goals",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 26,
					"column": 0
				},
				"end": {
					"line": 26,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h2>" + container.escapeExpression((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 29,
				"column": 6
			},
			"end": {
				"line": 29,
				"column": 10
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 29,
					"column": 4
				},
				"end": {
					"line": 29,
					"column": 12
				}
			}
		}) : helper)) + "</h2>\n" + ((stack1 = (helper = lookupProperty(helpers, "figure") || alias1(depth0, "figure", {
			"start": {
				"line": 30,
				"column": 3
			},
			"end": {
				"line": 30,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "figure",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 30,
					"column": 0
				},
				"end": {
					"line": 30,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n" + ((stack1 = (helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 31,
				"column": 3
			},
			"end": {
				"line": 31,
				"column": 7
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 31,
					"column": 0
				},
				"end": {
					"line": 31,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
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
		}) : helper)) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>Phase report: " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 9,
				"column": 23
			},
			"end": {
				"line": 9,
				"column": 28
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 21
				},
				"end": {
					"line": 9,
					"column": 30
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
		}) : helper)) != null ? stack1 : "") + "</style>\n</head>\n<body>\n<header>\n<h1>Phase report: " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 15,
				"column": 20
			},
			"end": {
				"line": 15,
				"column": 25
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 18
				},
				"end": {
					"line": 15,
					"column": 27
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
		}) : helper)) + "</p>\n</div>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 0
				},
				"end": {
					"line": 21,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</header>\n<main>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "goals"), {
			"name": "if",
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
					"line": 27,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 28,
					"column": 0
				},
				"end": {
					"line": 32,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</main>\n</body>\n</html>\n";
	},
	"useData": true
});
// src/report/html/phase-page.ts
/** The phase report as one HTML file without a script: the text of the Markdown report, with plots of each service. */
function phasePage(phase, report) {
	const verdicts = phase.services.flatMap(({ results }) => results.map(({ verdict }) => verdict));
	const isReached = verdicts.length > 0 && verdicts.every((verdict) => verdict === "reached");
	return html_phase_default({
		policy: contentPolicy([hash, hash$1], []),
		colours: text,
		style: text$1,
		title: `${plain(report.title)}, ${plain(phase.from)} to ${plain(phase.to)}`,
		outcome: isReached ? "pass" : "warn",
		icon: toneIcon(isReached ? "better" : "caution"),
		statement: plain(phaseStatement(phase)),
		goals: blockHtml(phaseGoals(phase)),
		notes: report.notes.map((note) => inlineText(note)),
		services: phase.services.map((service) => ({
			name: plain(service.trend.service),
			figure: figureOf(service, report),
			text: blockHtml(phaseService(service).replace(/^### .*\n/, ""))
		}))
	});
}
function figureOf({ trend }, { releases }) {
	const leading = leadingSeries(trend);
	if (leading === void 0) return "";
	const title = `${trendName(leading, PAGE)} of ${plain(trend.service)}`;
	return figureHtml({
		title,
		plot: trendPlot(leading, trend, releases),
		caption: null,
		table: null
	});
}
export { phasePage };
