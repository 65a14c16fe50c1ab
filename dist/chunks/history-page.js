import { r as __toESM } from "./rolldown-runtime.js";
import { h as text$1, m as hash$1 } from "./svg.js";
import { B as require_runtime, gn as formatValue, on as count, pn as formatRatio } from "./compare.js";
import { c as contentPolicy, g as text$2, h as hash$2, i as toneIcon, r as inlineText, s as figureHtml } from "./markdown-html.js";
import { c as PAGE, x as plain } from "./both.js";
import { a as lastStepText, c as openDebts, i as isDrawn, l as trendName, n as drawnSeries, o as leadingSeries, r as historyStatement, s as levelText, t as dayOf, u as windowKey } from "./history-report.js";
import { i as shortCommit, r as markText } from "./history-plot.js";
import { n as trendPlot, r as trendSpark, t as jobsPerPoint } from "./trend-plot.js";
// templates/html-history.browser.js
const text = "// Runs in the reader's browser. Without it the page is complete; with it services and series can be searched.\n;(() => {\n  const search = /** @type {HTMLInputElement} */ (document.getElementById('search'))\n  const shown = /** @type {HTMLElement} */ (document.getElementById('shown'))\n  const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.service'))]\n  const services = folds.map((fold) => ({\n    fold,\n    wasOpen: fold.open,\n    name: (fold.querySelector('summary')?.textContent ?? '').toLowerCase(),\n    overview: /** @type {HTMLElement | null} */ (document.querySelector(`tr[data-service=\"${fold.id}\"]`)),\n    rows: [.../** @type {NodeListOf<HTMLTableRowElement>} */ (fold.querySelectorAll('tr[data-series]'))].map((row) => ({\n      row,\n      name: (row.cells[0]?.textContent ?? '').toLowerCase(),\n    })),\n  }))\n\n  function filter() {\n    const words = search.value\n      .toLowerCase()\n      .split(/\\s+/)\n      .filter((word) => word !== '')\n    /** @param {string} text */\n    const matches = (text) => words.every((word) => text.includes(word))\n    let count = 0\n    for (const { fold, wasOpen, name, overview, rows } of services) {\n      const isNamed = matches(name)\n      let found = 0\n      for (const { row, name: series } of rows) {\n        const isShown = isNamed || matches(`${name} ${series}`)\n        row.hidden = !isShown\n        if (isShown) found += 1\n      }\n      fold.hidden = !isNamed && found === 0\n      if (overview !== null) overview.hidden = fold.hidden\n      // What was searched for is a series of this service: it is shown, and not behind a fold.\n      fold.open = words.length === 0 ? wasOpen : !isNamed && found > 0 ? true : fold.open\n      if (!fold.hidden) count += 1\n    }\n    shown.textContent = `${count} of ${services.length} services`\n  }\n\n  search.addEventListener('input', filter)\n  filter()\n  document.querySelector('.tools')?.removeAttribute('hidden')\n\n  // A link to a folded service opens it, and paper has no folds.\n  const openTarget = () => {\n    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))\n    if (target instanceof HTMLDetailsElement) target.open = true\n  }\n  addEventListener('hashchange', openTarget)\n  openTarget()\n  /** @type {HTMLDetailsElement[]} */\n  let opened = []\n  addEventListener('beforeprint', () => {\n    opened = folds.filter((fold) => !fold.open)\n    for (const fold of opened) fold.open = true\n  })\n  addEventListener('afterprint', () => {\n    for (const fold of opened) fold.open = false\n  })\n})()\n";
const hash = "sha256-cNDoCNK+VhyKew18sg92RHZRpQo87Vx2zXDbuJxrLd4=";
var html_history_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(data, "index"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 32
				},
				"end": {
					"line": 19,
					"column": 56
				}
			}
		})) != null ? stack1 : "") + container.escapeExpression(container.lambda(depth0, depth0));
	},
	"1": function(container, depth0, helpers, partials, data) {
		return " · ";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " · <a href=\"" + container.escapeExpression((helper = lookupProperty(helpers, "repositoryUrl") || container.strict(depth0, "repositoryUrl", {
			"start": {
				"line": 19,
				"column": 108
			},
			"end": {
				"line": 19,
				"column": 121
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "repositoryUrl",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 106
				},
				"end": {
					"line": 19,
					"column": 123
				}
			}
		}) : helper)) + "\" rel=\"noreferrer\">repository</a>";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "<p class=\"note\">" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "</p>\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr data-service=\"" + alias4((helper = lookupProperty(helpers, "id") || alias1(depth0, "id", {
			"start": {
				"line": 35,
				"column": 20
			},
			"end": {
				"line": 35,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "id",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 18
				},
				"end": {
					"line": 35,
					"column": 24
				}
			}
		}) : helper)) + "\"><th scope=\"row\"><a href=\"#" + alias4((helper = lookupProperty(helpers, "id") || alias1(depth0, "id", {
			"start": {
				"line": 35,
				"column": 54
			},
			"end": {
				"line": 35,
				"column": 56
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "id",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 52
				},
				"end": {
					"line": 35,
					"column": 58
				}
			}
		}) : helper)) + "\">" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 35,
				"column": 62
			},
			"end": {
				"line": 35,
				"column": 66
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 60
				},
				"end": {
					"line": 35,
					"column": 68
				}
			}
		}) : helper)) + "</a></th><td>" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "leading"), {
			"name": "if",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 81
				},
				"end": {
					"line": 35,
					"column": 119
				}
			}
		})) != null ? stack1 : "") + "</td><td class=\"drawn\">" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "leading"), {
			"name": "if",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 142
				},
				"end": {
					"line": 35,
					"column": 183
				}
			}
		})) != null ? stack1 : "") + "</td><td class=\"n\">" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "leading"), {
			"name": "if",
			"hash": {},
			"fn": container.program(7, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 202
				},
				"end": {
					"line": 35,
					"column": 241
				}
			}
		})) != null ? stack1 : "") + "</td><td" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(lookupProperty(depth0, "leading"), "tone"), {
			"name": "if",
			"hash": {},
			"fn": container.program(8, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 249
				},
				"end": {
					"line": 35,
					"column": 301
				}
			}
		})) != null ? stack1 : "") + ">" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "leading"), {
			"name": "if",
			"hash": {},
			"fn": container.program(9, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 302
				},
				"end": {
					"line": 35,
					"column": 340
				}
			}
		})) != null ? stack1 : "") + "</td><td>" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "owed"), {
			"name": "if",
			"hash": {},
			"fn": container.program(10, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 349
				},
				"end": {
					"line": 35,
					"column": 420
				}
			}
		})) != null ? stack1 : "") + "</td><td>" + alias4((helper = lookupProperty(helpers, "newest") || alias1(depth0, "newest", {
			"start": {
				"line": 35,
				"column": 431
			},
			"end": {
				"line": 35,
				"column": 437
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "newest",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 429
				},
				"end": {
					"line": 35,
					"column": 439
				}
			}
		}) : helper)) + "</td></tr>\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "leading"), "name", {
			"start": {
				"line": 35,
				"column": 98
			},
			"end": {
				"line": 35,
				"column": 110
			}
		}), depth0));
	},
	"6": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = container.lambda(container.strict(lookupProperty(depth0, "leading"), "spark", {
			"start": {
				"line": 35,
				"column": 160
			},
			"end": {
				"line": 35,
				"column": 173
			}
		}), depth0)) != null ? stack1 : "";
	},
	"7": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "leading"), "level", {
			"start": {
				"line": 35,
				"column": 219
			},
			"end": {
				"line": 35,
				"column": 232
			}
		}), depth0));
	},
	"8": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " class=\"" + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "leading"), "tone", {
			"start": {
				"line": 35,
				"column": 279
			},
			"end": {
				"line": 35,
				"column": 291
			}
		}), depth0)) + "\"";
	},
	"9": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "leading"), "step", {
			"start": {
				"line": 35,
				"column": 319
			},
			"end": {
				"line": 35,
				"column": 331
			}
		}), depth0));
	},
	"10": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<span class=\"caution\">" + ((stack1 = (helper = lookupProperty(helpers, "owedIcon") || alias1(depth0, "owedIcon", {
			"start": {
				"line": 35,
				"column": 386
			},
			"end": {
				"line": 35,
				"column": 394
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "owedIcon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 383
				},
				"end": {
					"line": 35,
					"column": 397
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + container.escapeExpression((helper = lookupProperty(helpers, "owed") || alias1(depth0, "owed", {
			"start": {
				"line": 35,
				"column": 400
			},
			"end": {
				"line": 35,
				"column": 404
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "owed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 398
				},
				"end": {
					"line": 35,
					"column": 406
				}
			}
		}) : helper)) + "</span>";
	},
	"11": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<details class=\"service\" id=\"" + alias4((helper = lookupProperty(helpers, "id") || alias1(depth0, "id", {
			"start": {
				"line": 41,
				"column": 31
			},
			"end": {
				"line": 41,
				"column": 33
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "id",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 41,
					"column": 29
				},
				"end": {
					"line": 41,
					"column": 35
				}
			}
		}) : helper)) + "\"" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "isOpen"), {
			"name": "if",
			"hash": {},
			"fn": container.program(12, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 41,
					"column": 36
				},
				"end": {
					"line": 41,
					"column": 62
				}
			}
		})) != null ? stack1 : "") + ">\n<summary>" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 42,
				"column": 11
			},
			"end": {
				"line": 42,
				"column": 15
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 42,
					"column": 9
				},
				"end": {
					"line": 42,
					"column": 17
				}
			}
		}) : helper)) + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "owed"), {
			"name": "if",
			"hash": {},
			"fn": container.program(13, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 42,
					"column": 17
				},
				"end": {
					"line": 42,
					"column": 89
				}
			}
		})) != null ? stack1 : "") + "</summary>\n<div>\n<p class=\"quiet\">" + alias4((helper = lookupProperty(helpers, "jobs") || alias1(depth0, "jobs", {
			"start": {
				"line": 44,
				"column": 19
			},
			"end": {
				"line": 44,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "jobs",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 44,
					"column": 17
				},
				"end": {
					"line": 44,
					"column": 25
				}
			}
		}) : helper)) + ", the newest of " + alias4((helper = lookupProperty(helpers, "newest") || alias1(depth0, "newest", {
			"start": {
				"line": 44,
				"column": 43
			},
			"end": {
				"line": 44,
				"column": 49
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "newest",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 44,
					"column": 41
				},
				"end": {
					"line": 44,
					"column": 51
				}
			}
		}) : helper)) + " at " + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(lookupProperty(depth0, "newestCommit"), "href"), {
			"name": "if",
			"hash": {},
			"fn": container.program(14, data, 0),
			"inverse": container.program(15, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 44,
					"column": 55
				},
				"end": {
					"line": 44,
					"column": 190
				}
			}
		})) != null ? stack1 : "") + "</p>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "debts"), {
			"name": "if",
			"hash": {},
			"fn": container.program(16, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 45,
					"column": 0
				},
				"end": {
					"line": 52,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "figures"), {
			"name": "each",
			"hash": {},
			"fn": container.program(20, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 53,
					"column": 0
				},
				"end": {
					"line": 55,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "figures"), {
			"name": "if",
			"hash": {},
			"fn": container.program(21, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 56,
					"column": 0
				},
				"end": {
					"line": 58,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "events"), {
			"name": "if",
			"hash": {},
			"fn": container.program(22, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 59,
					"column": 0
				},
				"end": {
					"line": 72,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(32, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 73,
					"column": 0
				},
				"end": {
					"line": 85,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "</div>\n</details>\n";
	},
	"12": function(container, depth0, helpers, partials, data) {
		return " open";
	},
	"13": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " <span class=\"caution\">" + ((stack1 = (helper = lookupProperty(helpers, "owedIcon") || alias1(depth0, "owedIcon", {
			"start": {
				"line": 42,
				"column": 55
			},
			"end": {
				"line": 42,
				"column": 63
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "owedIcon",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 42,
					"column": 52
				},
				"end": {
					"line": 42,
					"column": 66
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + container.escapeExpression((helper = lookupProperty(helpers, "owed") || alias1(depth0, "owed", {
			"start": {
				"line": 42,
				"column": 69
			},
			"end": {
				"line": 42,
				"column": 73
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "owed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 42,
					"column": 67
				},
				"end": {
					"line": 42,
					"column": 75
				}
			}
		}) : helper)) + "</span>";
	},
	"14": function(container, depth0, helpers, partials, data) {
		var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<a href=\"" + alias3(alias2(alias1(lookupProperty(depth0, "newestCommit"), "href", {
			"start": {
				"line": 44,
				"column": 91
			},
			"end": {
				"line": 44,
				"column": 108
			}
		}), depth0)) + "\" rel=\"noreferrer\">" + alias3(alias2(alias1(lookupProperty(depth0, "newestCommit"), "text", {
			"start": {
				"line": 44,
				"column": 131
			},
			"end": {
				"line": 44,
				"column": 148
			}
		}), depth0)) + "</a>";
	},
	"15": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "newestCommit"), "text", {
			"start": {
				"line": 44,
				"column": 164
			},
			"end": {
				"line": 44,
				"column": 181
			}
		}), depth0));
	},
	"16": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h3>Owed</h3>\n<ul class=\"plain\">\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "debts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(17, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 48,
					"column": 0
				},
				"end": {
					"line": 50,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</ul>\n";
	},
	"17": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<li>since " + alias4((helper = lookupProperty(helpers, "since") || alias1(depth0, "since", {
			"start": {
				"line": 49,
				"column": 12
			},
			"end": {
				"line": 49,
				"column": 17
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "since",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 49,
					"column": 10
				},
				"end": {
					"line": 49,
					"column": 19
				}
			}
		}) : helper)) + ", " + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(lookupProperty(depth0, "commit"), "href"), {
			"name": "if",
			"hash": {},
			"fn": container.program(18, data, 0),
			"inverse": container.program(19, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 49,
					"column": 21
				},
				"end": {
					"line": 49,
					"column": 132
				}
			}
		})) != null ? stack1 : "") + ": " + alias4((helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 49,
				"column": 136
			},
			"end": {
				"line": 49,
				"column": 140
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 49,
					"column": 134
				},
				"end": {
					"line": 49,
					"column": 142
				}
			}
		}) : helper)) + "</li>\n";
	},
	"18": function(container, depth0, helpers, partials, data) {
		var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<a href=\"" + alias3(alias2(alias1(lookupProperty(depth0, "commit"), "href", {
			"start": {
				"line": 49,
				"column": 51
			},
			"end": {
				"line": 49,
				"column": 62
			}
		}), depth0)) + "\" rel=\"noreferrer\">" + alias3(alias2(alias1(lookupProperty(depth0, "commit"), "text", {
			"start": {
				"line": 49,
				"column": 85
			},
			"end": {
				"line": 49,
				"column": 96
			}
		}), depth0)) + "</a>";
	},
	"19": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "commit"), "text", {
			"start": {
				"line": 49,
				"column": 112
			},
			"end": {
				"line": 49,
				"column": 123
			}
		}), depth0));
	},
	"20": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"21": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<p class=\"note\">" + container.escapeExpression((helper = lookupProperty(helpers, "caption") || container.strict(depth0, "caption", {
			"start": {
				"line": 57,
				"column": 18
			},
			"end": {
				"line": 57,
				"column": 25
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "caption",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 57,
					"column": 16
				},
				"end": {
					"line": 57,
					"column": 27
				}
			}
		}) : helper)) + "</p>\n";
	},
	"22": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h3>What happened</h3>\n<div class=\"scroll\" role=\"region\" aria-label=\"What happened to " + container.escapeExpression((helper = lookupProperty(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 61,
				"column": 65
			},
			"end": {
				"line": 61,
				"column": 69
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 61,
					"column": 63
				},
				"end": {
					"line": 61,
					"column": 71
				}
			}
		}) : helper)) + "\" tabindex=\"0\">\n<table class=\"events\">\n<caption>Newest first. A change of level lies at the commit or at a neighbour. Suspects: the commits since the last one that was recorded under the same conditions.</caption>\n<thead><tr><th scope=\"col\">Recorded</th><th scope=\"col\">Commit</th><th scope=\"col\">What</th><th scope=\"col\">Suspects</th></tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "events"), {
			"name": "each",
			"hash": {},
			"fn": container.program(23, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 66,
					"column": 0
				},
				"end": {
					"line": 68,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n";
	},
	"23": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr><td class=\"n\">" + container.escapeExpression((helper = lookupProperty(helpers, "day") || container.strict(depth0, "day", {
			"start": {
				"line": 67,
				"column": 20
			},
			"end": {
				"line": 67,
				"column": 23
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "day",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 18
				},
				"end": {
					"line": 67,
					"column": 25
				}
			}
		}) : helper)) + "</td><td class=\"n\">" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(lookupProperty(depth0, "commit"), "href"), {
			"name": "if",
			"hash": {},
			"fn": container.program(18, data, 0),
			"inverse": container.program(19, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 44
				},
				"end": {
					"line": 67,
					"column": 155
				}
			}
		})) != null ? stack1 : "") + "</td><td>" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "what"), {
			"name": "each",
			"hash": {},
			"fn": container.program(24, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 164
				},
				"end": {
					"line": 67,
					"column": 242
				}
			}
		})) != null ? stack1 : "") + "</td><td>" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "suspects"), {
			"name": "each",
			"hash": {},
			"fn": container.program(26, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 251
				},
				"end": {
					"line": 67,
					"column": 384
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "more"), {
			"name": "if",
			"hash": {},
			"fn": container.program(29, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 384
				},
				"end": {
					"line": 67,
					"column": 517
				}
			}
		})) != null ? stack1 : "") + "</td></tr>\n";
	},
	"24": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<div" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "tone"), {
			"name": "if",
			"hash": {},
			"fn": container.program(25, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 182
				},
				"end": {
					"line": 67,
					"column": 218
				}
			}
		})) != null ? stack1 : "") + ">" + container.escapeExpression((helper = lookupProperty(helpers, "text") || container.strict(depth0, "text", {
			"start": {
				"line": 67,
				"column": 221
			},
			"end": {
				"line": 67,
				"column": 225
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 219
				},
				"end": {
					"line": 67,
					"column": 227
				}
			}
		}) : helper)) + "</div>";
	},
	"25": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return " class=\"" + container.escapeExpression((helper = lookupProperty(helpers, "tone") || container.strict(depth0, "tone", {
			"start": {
				"line": 67,
				"column": 204
			},
			"end": {
				"line": 67,
				"column": 208
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "tone",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 202
				},
				"end": {
					"line": 67,
					"column": 210
				}
			}
		}) : helper)) + "\"";
	},
	"26": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<div>" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "href"), {
			"name": "if",
			"hash": {},
			"fn": container.program(27, data, 0),
			"inverse": container.program(28, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 274
				},
				"end": {
					"line": 67,
					"column": 357
				}
			}
		})) != null ? stack1 : "") + " " + container.escapeExpression((helper = lookupProperty(helpers, "subject") || container.strict(depth0, "subject", {
			"start": {
				"line": 67,
				"column": 360
			},
			"end": {
				"line": 67,
				"column": 367
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "subject",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 358
				},
				"end": {
					"line": 67,
					"column": 369
				}
			}
		}) : helper)) + "</div>";
	},
	"27": function(container, depth0, helpers, partials, data) {
		var helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<a href=\"" + alias4((helper = lookupProperty(helpers, "href") || alias1(depth0, "href", {
			"start": {
				"line": 67,
				"column": 297
			},
			"end": {
				"line": 67,
				"column": 301
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "href",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 295
				},
				"end": {
					"line": 67,
					"column": 303
				}
			}
		}) : helper)) + "\" rel=\"noreferrer\">" + alias4((helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 67,
				"column": 324
			},
			"end": {
				"line": 67,
				"column": 328
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 322
				},
				"end": {
					"line": 67,
					"column": 330
				}
			}
		}) : helper)) + "</a>";
	},
	"28": function(container, depth0, helpers, partials, data) {
		var helper, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression((helper = lookupProperty(helpers, "text") || container.strict(depth0, "text", {
			"start": {
				"line": 67,
				"column": 344
			},
			"end": {
				"line": 67,
				"column": 348
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 342
				},
				"end": {
					"line": 67,
					"column": 350
				}
			}
		}) : helper));
	},
	"29": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<div>" + ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(lookupProperty(depth0, "more"), "href"), {
			"name": "if",
			"hash": {},
			"fn": container.program(30, data, 0),
			"inverse": container.program(31, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 67,
					"column": 401
				},
				"end": {
					"line": 67,
					"column": 504
				}
			}
		})) != null ? stack1 : "") + "</div>";
	},
	"30": function(container, depth0, helpers, partials, data) {
		var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<a href=\"" + alias3(alias2(alias1(lookupProperty(depth0, "more"), "href", {
			"start": {
				"line": 67,
				"column": 429
			},
			"end": {
				"line": 67,
				"column": 438
			}
		}), depth0)) + "\" rel=\"noreferrer\">" + alias3(alias2(alias1(lookupProperty(depth0, "more"), "text", {
			"start": {
				"line": 67,
				"column": 461
			},
			"end": {
				"line": 67,
				"column": 470
			}
		}), depth0)) + "</a>";
	},
	"31": function(container, depth0, helpers, partials, data) {
		var lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0, "more"), "text", {
			"start": {
				"line": 67,
				"column": 486
			},
			"end": {
				"line": 67,
				"column": 495
			}
		}), depth0));
	},
	"32": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<h3>Other series</h3>\n<div class=\"scroll\" role=\"region\" aria-label=\"Other series of " + container.escapeExpression((helper = lookupProperty(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 75,
				"column": 64
			},
			"end": {
				"line": 75,
				"column": 68
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 75,
					"column": 62
				},
				"end": {
					"line": 75,
					"column": 70
				}
			}
		}) : helper)) + "\" tabindex=\"0\">\n<table class=\"trends\">\n<thead><tr><th scope=\"col\">Series</th><th scope=\"col\"><span class=\"hidden\">Over time</span></th><th scope=\"col\" class=\"n\">Level now</th><th scope=\"col\">Newest change of level</th></tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(33, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 79,
					"column": 0
				},
				"end": {
					"line": 81,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n";
	},
	"33": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<tr data-series><th scope=\"row\">" + alias4((helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 80,
				"column": 34
			},
			"end": {
				"line": 80,
				"column": 38
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 32
				},
				"end": {
					"line": 80,
					"column": 40
				}
			}
		}) : helper)) + "</th><td class=\"drawn\">" + ((stack1 = (helper = lookupProperty(helpers, "spark") || alias1(depth0, "spark", {
			"start": {
				"line": 80,
				"column": 66
			},
			"end": {
				"line": 80,
				"column": 71
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "spark",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 63
				},
				"end": {
					"line": 80,
					"column": 74
				}
			}
		}) : helper)) != null ? stack1 : "") + "</td><td class=\"n\">" + alias4((helper = lookupProperty(helpers, "level") || alias1(depth0, "level", {
			"start": {
				"line": 80,
				"column": 95
			},
			"end": {
				"line": 80,
				"column": 100
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "level",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 93
				},
				"end": {
					"line": 80,
					"column": 102
				}
			}
		}) : helper)) + "</td><td" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "tone"), {
			"name": "if",
			"hash": {},
			"fn": container.program(25, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 110
				},
				"end": {
					"line": 80,
					"column": 146
				}
			}
		})) != null ? stack1 : "") + ">" + alias4((helper = lookupProperty(helpers, "step") || alias1(depth0, "step", {
			"start": {
				"line": 80,
				"column": 149
			},
			"end": {
				"line": 80,
				"column": 153
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "step",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 80,
					"column": 147
				},
				"end": {
					"line": 80,
					"column": 155
				}
			}
		}) : helper)) + "</td></tr>\n";
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
		}) : helper)) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>Performance history: " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 9,
				"column": 30
			},
			"end": {
				"line": 9,
				"column": 35
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 28
				},
				"end": {
					"line": 9,
					"column": 37
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
		}) : helper)) != null ? stack1 : "") + "</style>\n</head>\n<body>\n<header>\n<h1>Performance history: " + alias4((helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
			"start": {
				"line": 15,
				"column": 27
			},
			"end": {
				"line": 15,
				"column": 32
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 25
				},
				"end": {
					"line": 15,
					"column": 34
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
		}) : helper)) + "</p>\n</div>\n<p class=\"quiet\">" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "facts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 17
				},
				"end": {
					"line": 19,
					"column": 73
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "repositoryUrl"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 73
				},
				"end": {
					"line": 19,
					"column": 163
				}
			}
		})) != null ? stack1 : "") + "</p>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 20,
					"column": 0
				},
				"end": {
					"line": 22,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</header>\n<main>\n<h2 id=\"services\">Services</h2>\n<div class=\"tools\" hidden>\n<label>Search <input type=\"search\" id=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n<span role=\"status\" id=\"shown\" class=\"quiet\"></span>\n</div>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"services\" tabindex=\"0\">\n<table id=\"overview\" class=\"trends\">\n<thead><tr><th scope=\"col\">Service</th><th scope=\"col\">Series</th><th scope=\"col\"><span class=\"hidden\">Over time</span></th><th scope=\"col\" class=\"n\">Level now</th><th scope=\"col\">Newest change of level</th><th scope=\"col\">Owed</th><th scope=\"col\">Newest job</th></tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 34,
					"column": 0
				},
				"end": {
					"line": 36,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "services"), {
			"name": "each",
			"hash": {},
			"fn": container.program(11, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 40,
					"column": 0
				},
				"end": {
					"line": 88,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "</main>\n<script>" + ((stack1 = (helper = lookupProperty(helpers, "script") || alias1(depth0, "script", {
			"start": {
				"line": 90,
				"column": 11
			},
			"end": {
				"line": 90,
				"column": 17
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "script",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 90,
					"column": 8
				},
				"end": {
					"line": 90,
					"column": 20
				}
			}
		}) : helper)) != null ? stack1 : "") + "<\/script>\n</body>\n</html>\n";
	},
	"useData": true
});
// src/report/html/trend-events.ts
/** A longer list does not help. A link shows the other commits. */
const MOST_SUSPECTS = 10;
/** The commits of a service that have events, the newest first. */
function trendEvents(service, report) {
	return service.jobs.flatMap((job, position) => {
		const what = [
			...stepsAt(service, position),
			...job.mark === null ? [] : [{
				text: `recorded as ${markText(job.mark)}`,
				tone: job.mark.kind === "improved" ? "better" : "bad"
			}],
			...debtsAt(service, position),
			...releaseAt(service, position, report.releases),
			...conditionsAt(service, position)
		];
		if (what.length === 0) return [];
		return [{
			day: dayOf(job.recordedAt),
			commit: commitLink(job.commit, report),
			what,
			...suspectsAt(service, position, report)
		}];
	}).toReversed();
}
/** `abc1234`, with a link to the commit if the repository is known. */
function commitLink(commit, { repositoryUrl }) {
	const isCommit = /^[0-9a-f]{7,64}$/.test(commit);
	return {
		text: shortCommit(commit),
		href: repositoryUrl === null || !isCommit ? null : `${repositoryUrl}/commit/${commit}`
	};
}
/** The text of a debt that is not repaid. */
function debtText(debt) {
	return `${formatRatio(debt.changeRatio)}, ${debt.accepted === null ? "nobody accepted it" : `accepted by ${plain(debt.accepted.by, 40)} (#${debt.accepted.pullRequest}): ${plain(debt.accepted.reason, 200)}`}`;
}
function stepsAt({ series }, position) {
	return series.flatMap((one) => {
		const step = isDrawn(one) ? one.steps.find((found) => found.position === position) : void 0;
		if (step === void 0) return [];
		const levels = `${formatValue(step.before, one.unit)} → ${formatValue(step.after, one.unit)}`;
		const tone = one.better === "neither" ? "" : step.isWorse ? "bad" : "better";
		return [{
			text: `new level of ${trendName(one, PAGE)}: ${formatRatio(step.changeRatio)} (${levels})`,
			tone
		}];
	});
}
function debtsAt({ jobs, debts }, position) {
	const { commit } = jobs[position] ?? {};
	const isFirst = jobs.findIndex((job) => job.commit === commit) === position;
	return debts.flatMap((debt) => [...isFirst && debt.commit === commit ? [owedText(debt)] : [], ...isFirst && debt.repaid?.commit === commit ? [{
		text: `debt of ${shortCommit(debt.commit)} repaid`,
		tone: "better"
	}] : []]);
}
function owedText({ repaid }) {
	if (repaid === null) return {
		text: "a debt from here on, not yet repaid",
		tone: "caution"
	};
	return {
		text: `a debt from here on, repaid ${dayOf(repaid.recordedAt)}`,
		tone: ""
	};
}
function releaseAt({ jobs }, position, releases) {
	const commit = jobs[position]?.commit ?? "";
	const name = releases.get(commit);
	const isFirst = jobs.findIndex((job) => job.commit === commit) === position;
	return name === void 0 || !isFirst ? [] : [{
		text: `release ${plain(name, 40)}`,
		tone: ""
	}];
}
const NAMES = {
	machine: "machine",
	load: "load",
	scriptHash: "load script",
	tool: "load tool"
};
/** The event of changed conditions, at the first job under each set of conditions. */
function conditionsAt({ jobs, conditions }, position) {
	const now = jobs[position]?.conditions;
	if (position === 0 || now === void 0 || jobs.findIndex((job) => job.conditions === now) !== position) return [];
	const [own, before] = [conditions[now], conditions[jobs[position - 1]?.conditions ?? 0]];
	return [{
		text: `measured under other conditions: ${[
			"machine",
			"load",
			"scriptHash",
			"tool"
		].filter((field) => own?.[field] !== before?.[field]).map((field) => NAMES[field]).join(", ")}`,
		tone: "caution"
	}];
}
function suspectsAt(service, position, report) {
	const window = service.suspects.find((one) => one.position === position);
	if (window === void 0) return {
		suspects: [],
		more: null
	};
	const known = report.suspects.get(windowKey(window));
	const href = compareLink(window.from, window.to, report);
	if (known === void 0) return {
		suspects: [],
		more: {
			text: `what came after ${shortCommit(window.from)}, up to ${shortCommit(window.to)}`,
			href
		}
	};
	const hidden = known.length - MOST_SUSPECTS;
	return {
		suspects: known.slice(0, MOST_SUSPECTS).map((one) => suspect(one, report)),
		more: hidden > 0 ? {
			text: `and ${count(hidden, "more commit")}`,
			href
		} : null
	};
}
function suspect({ commit, subject }, report) {
	return {
		...commitLink(commit, report),
		subject: plain(subject, 100)
	};
}
function compareLink(from, to, { repositoryUrl }) {
	const areCommits = [from, to].every((commit) => /^[0-9a-f]{7,64}$/.test(commit));
	return repositoryUrl === null || !areCommits ? null : `${repositoryUrl}/compare/${from}...${to}`;
}
// src/report/html/history-page.ts
/** With more services, all services are folded at first. */
const MOST_OPEN = 3;
/** The default branch over time as one HTML file: no network, no server. With its script it can be searched. */
function historyPage(report) {
	const { services, title, notes, repositoryUrl } = report;
	const owes = services.some((service) => openDebts(service) > 0);
	const newest = services.flatMap(({ jobs }) => jobs.map(({ recordedAt }) => recordedAt)).toSorted().at(-1) ?? "";
	return html_history_default({
		policy: contentPolicy([hash$1, hash$2], [hash]),
		colours: text$1,
		style: text$2,
		script: text,
		title: plain(title),
		repositoryUrl,
		outcome: owes ? "warn" : "pass",
		icon: toneIcon(owes ? "caution" : "better"),
		statement: historyStatement(report),
		facts: [
			count(services.length, "service"),
			count(services.reduce((sum, { jobs }) => sum + jobs.length, 0), "stored job"),
			`the newest of ${dayOf(newest)}`
		],
		notes: notes.map((note) => inlineText(note)),
		services: services.map((service, position) => serviceModel(service, position, report))
	});
}
function serviceModel(service, position, report) {
	const { jobs, series, debts, conditions } = service;
	const leading = leadingSeries(service);
	const owed = openDebts(service);
	return {
		id: `service-${position + 1}`,
		name: plain(service.service),
		isOpen: report.services.length <= MOST_OPEN,
		owed: owed === 0 ? "" : `${count(owed, "debt")}`,
		owedIcon: owed === 0 ? "" : toneIcon("caution"),
		leading: leading === void 0 ? null : {
			name: trendName(leading, PAGE),
			...rowOf(leading, service)
		},
		jobs: count(jobs.length, "stored job"),
		newest: dayOf(jobs.at(-1)?.recordedAt ?? ""),
		newestCommit: commitLink(jobs.at(-1)?.commit ?? "", report),
		figures: drawnSeries(service).map((one) => figureHtml({
			title: `${trendName(one, PAGE)} of ${plain(service.service)}`,
			plot: trendPlot(one, service, report.releases),
			caption: null,
			table: null
		})),
		caption: captionOf(service),
		otherConditions: conditions.length > 1,
		events: trendEvents(service, report),
		debts: debts.filter(({ repaid }) => repaid === null).map((debt) => ({
			since: dayOf(debt.recordedAt),
			commit: commitLink(debt.commit, report),
			text: debtText(debt)
		})),
		rows: series.filter((one) => !isDrawn(one)).map((one) => ({
			name: trendName(one, PAGE),
			...rowOf(one, service)
		}))
	};
}
function rowOf(series, service) {
	const step = series.steps.findLast(({ position }) => service.jobs[position]?.conditions === 0);
	const tone = step === void 0 || series.better === "neither" ? "" : step.isWorse ? "bad" : "better";
	return {
		level: levelText(series),
		step: lastStepText(series, service),
		tone,
		spark: trendSpark(series, service)
	};
}
function captionOf(service) {
	const each = jobsPerPoint(service);
	const { conditions } = service;
	return [
		each === 1 ? "Point: a stored job." : `Point: the median of ${each} neighbouring stored jobs, with a line from the lowest to the highest of them; levels and steps are those of all jobs.`,
		"Line: the median of each level. Triangle: a commit that was recorded as regressed, overridden or improved. Dotted: a release.",
		...conditions.length > 1 ? ["Hollow, with a dashed level: jobs of another machine, load, script or tool, which are never compared with the others."] : []
	].join(" ");
}
export { historyPage };
