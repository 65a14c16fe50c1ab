import { r as __toESM } from "./rolldown-runtime.js";
import { B as require_runtime, X as isResource, _n as listed, gn as formatValue, on as count, pn as formatRatio } from "./compare.js";
import { Ft as text, Rt as written, S as prose, St as capitalized, T as withPlainPipes, _ as commit, g as code, h as statisticName, kt as name, m as statistic, s as MARKDOWN, tt as quantityOf } from "./both.js";
import { c as openDebts, t as dayOf } from "./history-report.js";
// templates/phase-goals.hbs
var import_runtime = /* @__PURE__ */ __toESM(require_runtime());
var phase_goals_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Service |" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "goals"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 11
				},
				"end": {
					"line": 2,
					"column": 48
				}
			}
		})) != null ? stack1 : "") + "\n|---|" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "goals"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 5
				},
				"end": {
					"line": 3,
					"column": 33
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
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
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "spreads"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\nReached and missed are proven: at most one report in twenty has one of these words wrong. In brackets: the bounds of the change, each at 95 %.\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1;
		return " " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + " |";
	},
	"2": function(container, depth0, helpers, partials, data) {
		return "---|";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "service") || container.strict(depth0, "service", {
			"start": {
				"line": 5,
				"column": 5
			},
			"end": {
				"line": 5,
				"column": 12
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 2
				},
				"end": {
					"line": 5,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "cells"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 17
				},
				"end": {
					"line": 5,
					"column": 54
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "goals"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 13,
					"column": 7
				}
			}
		})) != null ? stack1 : "";
	},
	"useData": true
});
// templates/phase-service.hbs
var phase_service_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "conclusion") || container.strict(depth0, "conclusion", {
			"start": {
				"line": 4,
				"column": 3
			},
			"end": {
				"line": 4,
				"column": 13
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "conclusion",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 4,
					"column": 16
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "configuration"), {
			"name": "each",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 8,
					"column": 65
				}
			}
		})) != null ? stack1 : "") + " · " + ((stack1 = (helper = lookupProperty(helpers, "jobs") || container.strict(depth0, "jobs", {
			"start": {
				"line": 8,
				"column": 71
			},
			"end": {
				"line": 8,
				"column": 75
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "jobs",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 68
				},
				"end": {
					"line": 8,
					"column": 78
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(data, "index"), {
			"name": "if",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 23
				},
				"end": {
					"line": 8,
					"column": 46
				}
			}
		})) != null ? stack1 : "") + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "");
	},
	"3": function(container, depth0, helpers, partials, data) {
		return ", ";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "ends") || container.strict(depth0, "ends", {
			"start": {
				"line": 12,
				"column": 3
			},
			"end": {
				"line": 12,
				"column": 7
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "ends",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "title") || container.strict(depth0, "title", {
			"start": {
				"line": 16,
				"column": 4
			},
			"end": {
				"line": 16,
				"column": 9
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "title",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 2
				},
				"end": {
					"line": 16,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + " | Before | After | Change | Goal | |\n|---|---:|---:|---|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 18,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"6": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 19,
				"column": 5
			},
			"end": {
				"line": 19,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 2
				},
				"end": {
					"line": 19,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 19,
				"column": 18
			},
			"end": {
				"line": 19,
				"column": 24
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 15
				},
				"end": {
					"line": 19,
					"column": 27
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 19,
				"column": 33
			},
			"end": {
				"line": 19,
				"column": 38
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 30
				},
				"end": {
					"line": 19,
					"column": 41
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 19,
				"column": 47
			},
			"end": {
				"line": 19,
				"column": 53
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 44
				},
				"end": {
					"line": 19,
					"column": 56
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "goal") || alias1(depth0, "goal", {
			"start": {
				"line": 19,
				"column": 62
			},
			"end": {
				"line": 19,
				"column": 66
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "goal",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 59
				},
				"end": {
					"line": 19,
					"column": 69
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 19,
				"column": 75
			},
			"end": {
				"line": 19,
				"column": 82
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 19,
					"column": 72
				},
				"end": {
					"line": 19,
					"column": 85
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"7": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Complexity | Before | After | Change | Goal | |\n|---|---:|---:|---|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "complexity"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
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
		})) != null ? stack1 : "") + "\n";
	},
	"8": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Changed most | File | Before | After |\n|---|---|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "changed"), {
			"name": "each",
			"hash": {},
			"fn": container.program(9, data, 0),
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
		})) != null ? stack1 : "") + "\n";
	},
	"9": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 35,
				"column": 5
			},
			"end": {
				"line": 35,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 2
				},
				"end": {
					"line": 35,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "file") || alias1(depth0, "file", {
			"start": {
				"line": 35,
				"column": 18
			},
			"end": {
				"line": 35,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "file",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 15
				},
				"end": {
					"line": 35,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 35,
				"column": 30
			},
			"end": {
				"line": 35,
				"column": 36
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 28
				},
				"end": {
					"line": 35,
					"column": 38
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 35,
				"column": 43
			},
			"end": {
				"line": 35,
				"column": 48
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 35,
					"column": 41
				},
				"end": {
					"line": 35,
					"column": 50
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"10": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Function | Share before | Share after | Change |\n|---|---:|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "functions"), {
			"name": "each",
			"hash": {},
			"fn": container.program(11, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 42,
					"column": 0
				},
				"end": {
					"line": 44,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"11": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 43,
				"column": 5
			},
			"end": {
				"line": 43,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 43,
					"column": 2
				},
				"end": {
					"line": 43,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 43,
				"column": 17
			},
			"end": {
				"line": 43,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 43,
					"column": 15
				},
				"end": {
					"line": 43,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 43,
				"column": 30
			},
			"end": {
				"line": 43,
				"column": 35
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 43,
					"column": 28
				},
				"end": {
					"line": 43,
					"column": 37
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 43,
				"column": 42
			},
			"end": {
				"line": 43,
				"column": 48
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 43,
					"column": 40
				},
				"end": {
					"line": 43,
					"column": 50
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"12": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"13": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- Change of level: " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"14": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "- Capacity: " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "capacity") || container.strict(depth0, "capacity", {
			"start": {
				"line": 54,
				"column": 15
			},
			"end": {
				"line": 54,
				"column": 23
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "capacity",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 54,
					"column": 12
				},
				"end": {
					"line": 54,
					"column": 26
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"15": function(container, depth0, helpers, partials, data) {
		return "- Profiles: no function is proven to take more or less.\n";
	},
	"16": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "- Slowdowns that are owed: " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "owed") || container.strict(depth0, "owed", {
			"start": {
				"line": 60,
				"column": 30
			},
			"end": {
				"line": 60,
				"column": 34
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "owed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 60,
					"column": 27
				},
				"end": {
					"line": 60,
					"column": 37
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "### " + ((stack1 = (helper = lookupProperty(helpers, "service") || container.strict(depth0, "service", {
			"start": {
				"line": 1,
				"column": 7
			},
			"end": {
				"line": 1,
				"column": 14
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 4
				},
				"end": {
					"line": 1,
					"column": 17
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "conclusion"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "configuration"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 7,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "ends"), {
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
					"line": 14,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "groups"), {
			"name": "each",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 22,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "complexity"), {
			"name": "if",
			"hash": {},
			"fn": container.program(7, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 0
				},
				"end": {
					"line": 30,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "changed"), {
			"name": "if",
			"hash": {},
			"fn": container.program(8, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 31,
					"column": 0
				},
				"end": {
					"line": 38,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "functions"), {
			"name": "if",
			"hash": {},
			"fn": container.program(10, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 39,
					"column": 0
				},
				"end": {
					"line": 46,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "open"), {
			"name": "each",
			"hash": {},
			"fn": container.program(12, data, 0),
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
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "steps"), {
			"name": "each",
			"hash": {},
			"fn": container.program(13, data, 0),
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
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "capacity"), {
			"name": "if",
			"hash": {},
			"fn": container.program(14, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 53,
					"column": 0
				},
				"end": {
					"line": 55,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "noFunctions"), {
			"name": "if",
			"hash": {},
			"fn": container.program(15, data, 0),
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
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "owed"), {
			"name": "if",
			"hash": {},
			"fn": container.program(16, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 59,
					"column": 0
				},
				"end": {
					"line": 61,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/phase-words.ts
const GOAL_WORDS = {
	reached: "reached",
	missed: "missed",
	"cannot-tell": "cannot be told",
	"no-data": "no data",
	"not-comparable": "not comparable"
};
/** `p95 -20 %` */
function goalName({ metric, stat, changeRatio }) {
	return text`${metricName({
		metric,
		stat
	})} ${formatRatio(changeRatio).replace(".0 %", " %")}`;
}
function metricName({ metric, stat }) {
	if (stat === null) return text`complexity`;
	return stat === "value" ? [name(metric)] : statistic({
		metric,
		stat
	});
}
/** Whether two services have the same goal. */
function isSameGoal(left, right) {
	return keyOf(left) === keyOf(right);
}
function keyOf({ metric, stat, changeRatio }) {
	return JSON.stringify([
		metric,
		stat,
		changeRatio
	]);
}
/** `-24.1 % (-26.0 % … -22.0 %)`; empty: unknown. */
function changeText({ changeRatio, lower, upper }) {
	if (changeRatio === null) return "";
	return lower === null || upper === null ? formatRatio(changeRatio) : `${formatRatio(changeRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`;
}
/** How many more jobs would decide the goal, or why nothing can decide it. Empty: the goal is decided. */
function openText({ verdict, moreJobs, reason }) {
	if (verdict !== "cannot-tell" || moreJobs === null) return reason ?? [];
	if (moreJobs === 1e400) return text`It is too near to the goal: not even the 20 jobs that a window takes would tell.`;
	return text`${count(moreJobs, "more job")} at the later end would tell, if the change is what it looks like.`;
}
/** The goals of all services, each once, in the order in which they first appear. */
function goalsOf({ services }) {
	const goals = services.flatMap(({ results }) => results.map(({ goal }) => goal));
	return [...new Map(goals.map((goal) => [keyOf(goal), goal])).values()];
}
/** `2 of 3 goals reached, 1 cannot be told. 2 of 2 services measured.` */
function phaseStatement(phase) {
	const results = phase.services.flatMap((service) => service.results);
	const coverage = `${phase.services.filter(({ jobs }) => jobs !== null).length} of ${count(phase.services.length, "service")} measured at both ends.`;
	if (results.length === 0) return `The policy has no goals. ${coverage}`;
	const words = [
		"missed",
		"cannot-tell",
		"no-data",
		"not-comparable"
	].flatMap((verdict) => {
		const found = results.filter((one) => one.verdict === verdict).length;
		return found === 0 ? [] : [`${found} ${GOAL_WORDS[verdict]}`];
	});
	const reached = results.filter(({ verdict }) => verdict === "reached").length;
	return `${listed([`${reached} of ${count(results.length, "goal")} reached`, ...words])}. ${coverage}`;
}
/** `-12.3 % as a geometric mean (-24.0 % to +1.0 %), over 12 of 16 services`. The range shows services that the mean would hide. */
function spreadText(goal, phase) {
	const changes = phase.services.flatMap(({ results }) => results.flatMap((one) => isSameGoal(one.goal, goal) && one.changeRatio !== null ? [one.changeRatio] : []));
	if (changes.length === 0) return "no service was measured at both ends";
	const mean = Math.expm1(changes.reduce((sum, change) => sum + Math.log1p(change), 0) / changes.length);
	const range = `${formatRatio(Math.min(...changes))} to ${formatRatio(Math.max(...changes))}`;
	return `${formatRatio(mean)} as a geometric mean (${range}), over ${changes.length} of ${count(phase.services.length, "service")}`;
}
// src/report/phase-markdown.ts
const ICONS = {
	reached: "✅",
	missed: "❌",
	"cannot-tell": "❓",
	"no-data": "⚪",
	"not-comparable": "⚪"
};
/** The report of `perf-gate history --from` as Markdown: first the goals of all services, then each service. */
function phaseMarkdown(phase) {
	const parts = [
		`## Phase report: ${code(phase.from)} to ${code(phase.to)}`,
		`**${prose(phaseStatement(phase))}**`,
		phaseGoals(phase),
		...phase.services.map(phaseService)
	];
	return withPlainPipes(`${parts.filter((one) => one !== "").join("\n\n")}\n`);
}
/** Table of the goals by service. Empty: the policy has no goals. */
function phaseGoals(phase) {
	const goals = goalsOf(phase);
	return phase_goals_default({
		goals: goals.map(goalMarkdown),
		rows: phase.services.map(({ trend, results }) => ({
			service: code(trend.service),
			cells: goals.map((goal) => cellOf(results.find((one) => isSameGoal(one.goal, goal))))
		})),
		spreads: goals.map((goal) => `${goalMarkdown(goal)}: ${spreadText(goal, phase)}`)
	}).trim();
}
/** One service, in the order of the usual report: configuration, results, findings, conclusion. */
function phaseService({ trend, ends, conditions, changes, results, jobs, steps, extras }) {
	const owed = openDebts(trend);
	return phase_service_default({
		service: code(trend.service),
		configuration: (conditions === null ? [] : [
			"machine",
			"load",
			"tool"
		]).map((field) => {
			const value = conditions?.[field] ?? null;
			return value === null ? `${field} unknown` : `${field} ${code(value)}`;
		}),
		jobs: jobs === null ? null : `${count(jobs.before, "stored job")} before, ${jobs.after} after`,
		ends: ends === null ? null : written(ends, MARKDOWN),
		groups: GROUPS.flatMap((title) => {
			const rows = changes.filter(({ series }) => groupOf(series) === title).map((change) => rowOf(change, results));
			return rows.length === 0 ? [] : [{
				title,
				rows
			}];
		}),
		...extrasModel(extras, results),
		open: results.flatMap((result) => {
			const text = openText(result);
			return text.length === 0 || ends !== null ? [] : [`${goalMarkdown(result.goal)}: ${written(text, MARKDOWN)}`];
		}),
		steps: steps.map((step) => {
			return `${statisticName(step, MARKDOWN)} ${formatRatio(step.changeRatio)} ${step.isWorse ? "(worse)" : "(better)"} at ${commit(step.commit)}, ${dayOf(step.recordedAt)}`;
		}),
		owed: owed === 0 ? null : `${owed}`,
		conclusion: conclusionOf(results)
	}).trim();
}
const GROUPS = [
	"Latency",
	"Throughput and errors",
	"Resources"
];
function groupOf(series) {
	if (isResource(series.metric)) return "Resources";
	return quantityOf(series) === "latency" || quantityOf(series) === "duration" ? "Latency" : "Throughput and errors";
}
/** The worst result among the goals of the service. null: the service has no goals. */
function conclusionOf(results) {
	const worst = [
		"missed",
		"cannot-tell",
		"not-comparable",
		"no-data",
		"reached"
	].find((verdict) => results.some((one) => one.verdict === verdict));
	if (worst === void 0) return null;
	const goals = results.filter(({ verdict }) => verdict === worst).map(({ goal }) => goalMarkdown(goal));
	if (worst === "reached") return `${ICONS.reached} All of its goals are reached.`;
	return `${ICONS[worst]} ${written(capitalized([{ words: GOAL_WORDS[worst] }]), MARKDOWN)}: ${listed(goals)}.`;
}
function extrasModel({ complexity, capacity, functions }, results) {
	return {
		complexity: [...results.filter(({ goal }) => goal.stat === null).map((result) => goalRow(result)), ...complexity === null ? [] : FIGURES.flatMap(([name, of]) => figureRow(name, of(complexity)))],
		changed: (complexity?.functions ?? []).map(({ name, file, before, after }) => ({
			name: code(name),
			file: code(file),
			before: before ?? "new",
			after: after ?? "gone"
		})),
		capacity: capacity === null ? null : prose(capacityText(capacity)),
		functions: (functions ?? []).slice(0, MOST_FUNCTIONS).map((one) => ({
			name: code(one.name),
			before: formatValue(one.baselineShare, "ratio", 3),
			after: formatValue(one.candidateShare, "ratio", 3),
			change: one.changeRatio === null ? "" : formatRatio(one.changeRatio)
		})),
		noFunctions: functions?.length === 0
	};
}
const MOST_FUNCTIONS = 10;
const figure = (key) => ({ before, after }) => ({
	before: before[key] ?? null,
	after: after[key] ?? null
});
const FIGURES = [
	["mean", figure("mean")],
	["p90", figure("p90")],
	["largest", figure("max")]
];
function figureRow(name, { before, after }) {
	if (before === null || after === null) return [];
	const change = before === 0 ? "" : formatRatio(after / before - 1);
	return [{
		name,
		before: formatValue(before, "none"),
		after: formatValue(after, "none"),
		change,
		goal: "",
		verdict: ""
	}];
}
function capacityText({ maxThroughput, knee, sustainable, refused, changeRatio, changeInterval }) {
	if (maxThroughput === null) return `No answer. ${refused ?? "The ladder has none."}`;
	const against = changeText({
		changeRatio,
		lower: changeInterval?.[0] ?? null,
		upper: changeInterval?.[1] ?? null
	});
	return [
		`At most ${formatValue(maxThroughput, "per-second")}`,
		...knee === null ? [] : [`the knee at ${formatValue(knee, "none", 3)} users`],
		...sustainable === null ? [] : [`${formatValue(sustainable, "per-second")} can be relied on`],
		...against === "" ? [] : [`${against} against the start`]
	].join(", ");
}
function goalMarkdown(goal) {
	return written(goalName(goal), MARKDOWN);
}
function cellOf(result) {
	if (result === void 0) return "";
	const change = changeText(result);
	return `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}${change === "" ? "" : `, ${change}`}`;
}
function rowOf({ series, ...change }, results) {
	const result = results.find(({ goal }) => goal.metric === series.metric && goal.stat === series.stat);
	return {
		name: series.stat === "value" ? code(series.metric) : statisticName(series, MARKDOWN),
		before: formatValue(change.before, series.unit),
		after: formatValue(change.after, series.unit),
		change: changeText(change),
		goal: result === void 0 ? "" : formatRatio(result.goal.changeRatio),
		verdict: result === void 0 ? "" : `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`
	};
}
function goalRow(result) {
	return {
		name: "branch points",
		before: formatValue(result.before, "none"),
		after: formatValue(result.after, "none"),
		change: changeText(result),
		goal: formatRatio(result.goal.changeRatio),
		verdict: `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`
	};
}
export { phaseStatement as i, phaseMarkdown as n, phaseService as r, phaseGoals as t };
