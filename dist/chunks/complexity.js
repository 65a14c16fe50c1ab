import { r as __toESM } from "./rolldown-runtime.js";
import { Ft as text, Rt as written, T as withPlainPipes, g as code, jt as plainText, kt as name, s as MARKDOWN, wt as distinct, xt as UserError, zt as compareText } from "./both.js";
import { t as readComplexity } from "./read-complexity2.js";
import { B as require_runtime, a as OUTPUT_FLAGS, gn as formatValue, h as readFlagFile, o as printReport, on as count, pn as formatRatio } from "./compare.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
// src/complexity/compare-complexity.ts
const MOST_FUNCTIONS = 5;
/** Above this, lizard and radon call a function complex: McCabe 1976, https://doi.org/10.1109/TSE.1976.233837 */
const COMPLEX = 10;
/**
* Compares exact counts, so there is no noise. Throws a UserError for the outputs of two tools, because their figures differ for
* the same code.
*/
function compareComplexity(before, after) {
	if (before.tool !== after.tool) throw new UserError(text`Before it is ${name(before.tool)}, after it is ${name(after.tool)}: two tools count the same code differently. Use one, with the same version and options, on both sides.`);
	const [left, right] = [byFile(before.functions), byFile(after.functions)];
	const changedFiles = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].toSorted().filter((file) => shapeOf(left.get(file)) !== shapeOf(right.get(file)));
	const isChanged = new Set(changedFiles);
	const changed = ({ file }) => isChanged.has(file);
	return {
		tool: before.tool,
		unit: before.unit,
		changedFiles,
		changed: sidesOf(before.functions.filter(changed), after.functions.filter(changed)),
		all: sidesOf(before.functions, after.functions),
		functions: mostChanged(before.functions.filter(changed), after.functions.filter(changed)),
		notes: distinct([...before.notes, ...after.notes])
	};
}
function byFile(functions) {
	const files = /* @__PURE__ */ new Map();
	for (const one of functions) files.set(one.file, [...files.get(one.file) ?? [], one]);
	return files;
}
/** The functions of a file, whatever their order. */
function shapeOf(functions = []) {
	return JSON.stringify(functions.map(({ name, complexity, functionCount: count }) => `${name}\n${complexity}\n${count}`).toSorted());
}
function sidesOf(before, after) {
	const [left, right] = [figuresOf(before), figuresOf(after)];
	return {
		before: left,
		after: right,
		changeRatio: left.branchPoints === 0 ? null : right.branchPoints / left.branchPoints - 1
	};
}
function figuresOf(functions) {
	const ascending = functions.map(({ complexity }) => complexity).toSorted((left, right) => left - right);
	const count = functions.reduce((total, one) => total + countOf(one), 0);
	const sum = ascending.reduce((total, complexity) => total + complexity, 0);
	const hasOnlyFiles = functions.some((one) => one.functionCount !== void 0);
	return {
		functions: count,
		branchPoints: sum - count,
		mean: count === 0 ? null : sum / count,
		p90: ascending[Math.ceil(.9 * ascending.length) - 1] ?? null,
		max: ascending.at(-1) ?? null,
		overTen: hasOnlyFiles ? null : ascending.filter((complexity) => complexity > COMPLEX).length
	};
}
function countOf({ functionCount = 1 }) {
	return functionCount;
}
/** The functions whose number of branch points changed most. A function that is on one side only counts with all its branch points. */
function mostChanged(before, after) {
	const branchPoints = (one) => one === null ? 0 : one.complexity - countOf(one);
	return pairsOf(before, after).map(([was, is]) => ({
		change: changeOf(was, is),
		size: Math.abs(branchPoints(is) - branchPoints(was))
	})).filter(({ size }) => size > 0).toSorted((left, right) => right.size - left.size || compareText(nameOf(left.change), nameOf(right.change))).slice(0, MOST_FUNCTIONS).map(({ change }) => change);
}
function changeOf(was, is) {
	const { file, name } = is ?? was;
	return {
		file,
		name,
		before: was?.complexity ?? null,
		after: is?.complexity ?? null
	};
}
function nameOf({ file, name }) {
	return `${file}\n${name}`;
}
/**
* Pairs the functions of both sides. Functions of the same file and name are paired; if several share both, as functions without
* a name do, the n-th is paired with the n-th. The others are paired by name across files if each side has exactly one of that
* name, because then its file was renamed.
*/
function pairsOf(before, after) {
	const [left, right] = [numbered(before), numbered(after)];
	const stayed = [...left].flatMap(([key, one]) => {
		const now = right.get(key);
		return now === void 0 ? [] : [[one, now]];
	});
	const gone = [...left].flatMap(([key, one]) => right.has(key) ? [] : [one]);
	const come = [...right].flatMap(([key, one]) => left.has(key) ? [] : [one]);
	const partner = (one) => {
		const same = come.filter(({ name }) => name === one.name);
		return same.length === 1 && gone.filter(({ name }) => name === one.name).length === 1 ? same[0] : void 0;
	};
	const moved = new Set(gone.flatMap((one) => partner(one) ?? []));
	return [
		...stayed,
		...gone.map((one) => [one, partner(one) ?? null]),
		...come.filter((one) => !moved.has(one)).map((one) => [null, one])
	];
}
function numbered(functions) {
	const seen = /* @__PURE__ */ new Map();
	return new Map(functions.map((one) => {
		const key = JSON.stringify([one.file, one.name]);
		const number = (seen.get(key) ?? 0) + 1;
		seen.set(key, number);
		return [`${key} ${number}`, one];
	}));
}
// src/report/complexity-json.ts
/** The stable JSON of `perf-gate complexity`. Unknown values are null; ratios are 0.083 for +8.3 %. */
function complexityJson({ notes, ...change }) {
	return {
		schemaVersion: 1,
		...change,
		notes: notes.map(plainText)
	};
}
var complexity_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| | Before | After | Change |\n|---|---:|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
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
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 9,
				"column": 5
			},
			"end": {
				"line": 9,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 2
				},
				"end": {
					"line": 9,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 9,
				"column": 18
			},
			"end": {
				"line": 9,
				"column": 24
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 15
				},
				"end": {
					"line": 9,
					"column": 27
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 9,
				"column": 33
			},
			"end": {
				"line": 9,
				"column": 38
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 30
				},
				"end": {
					"line": 9,
					"column": 41
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 9,
				"column": 47
			},
			"end": {
				"line": 9,
				"column": 53
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 44
				},
				"end": {
					"line": 9,
					"column": 56
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Changed most | File | Before | After |\n|---|---|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "functions"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 0
				},
				"end": {
					"line": 18,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 17,
				"column": 5
			},
			"end": {
				"line": 17,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 2
				},
				"end": {
					"line": 17,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "file") || alias1(depth0, "file", {
			"start": {
				"line": 17,
				"column": 18
			},
			"end": {
				"line": 17,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "file",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 15
				},
				"end": {
					"line": 17,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "before") || alias1(depth0, "before", {
			"start": {
				"line": 17,
				"column": 31
			},
			"end": {
				"line": 17,
				"column": 37
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "before",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 28
				},
				"end": {
					"line": 17,
					"column": 40
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "after") || alias1(depth0, "after", {
			"start": {
				"line": 17,
				"column": 46
			},
			"end": {
				"line": 17,
				"column": 51
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "after",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 43
				},
				"end": {
					"line": 17,
					"column": 54
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "\n" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Complexity\n\n" + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 3,
				"column": 3
			},
			"end": {
				"line": 3,
				"column": 12
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 3,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "functions"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "Counted by " + ((stack1 = (helper = lookupProperty(helpers, "tool") || alias1(depth0, "tool", {
			"start": {
				"line": 21,
				"column": 14
			},
			"end": {
				"line": 21,
				"column": 18
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "tool",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 11
				},
				"end": {
					"line": 21,
					"column": 21
				}
			}
		}) : helper)) != null ? stack1 : "") + ". Splitting a function lowers the mean and the largest, and leaves the branch points as they are.\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 22,
					"column": 0
				},
				"end": {
					"line": 25,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/complexity-markdown.ts
/** The report of `perf-gate complexity` as Markdown. */
function complexityMarkdown(change) {
	const { tool, unit, changedFiles, changed, functions, notes } = change;
	const rows = ROWS.filter(({ of }) => of(changed.before) !== null || of(changed.after) !== null);
	return withPlainPipes(complexity_default({
		statement: `**${statement(change)}**`,
		tool: code(tool),
		rows: changedFiles.length === 0 ? [] : rows.map(({ name, ofFiles, of }) => rowOf(unit === "file" ? ofFiles : name, of(changed.before), of(changed.after))),
		functions: functions.map(functionRow),
		notes: notes.map((note) => written(note, MARKDOWN))
	}));
}
/** `ofFiles`: the numbers are per file, because the tool does not report functions. */
const ROWS = [
	{
		name: "Branch points",
		ofFiles: "Branch points",
		of: ({ branchPoints }) => branchPoints
	},
	{
		name: "Functions",
		ofFiles: "Functions",
		of: ({ functions }) => functions
	},
	{
		name: "Mean",
		ofFiles: "Mean of a function",
		of: ({ mean }) => mean
	},
	{
		name: "p90",
		ofFiles: "p90 of files",
		of: ({ p90 }) => p90
	},
	{
		name: "Largest",
		ofFiles: "Largest file",
		of: ({ max }) => max
	},
	{
		name: "Functions over 10",
		ofFiles: "",
		of: ({ overTen }) => overTen
	}
];
function statement({ unit, changedFiles, changed }) {
	if (changedFiles.length === 0) return unit === "file" ? "No file differs." : "No function differs.";
	const files = count(changedFiles.length, "changed file");
	const change = changed.changeRatio === null ? "" : ` (${formatRatio(changed.changeRatio)})`;
	return `${changed.before.branchPoints} → ${changed.after.branchPoints} branch points${change} in ${files}.`;
}
function rowOf(name, before, after) {
	const change = before === null || after === null || before === 0 ? "" : formatRatio(after / before - 1);
	return {
		name,
		before: formatValue(before, "none"),
		after: formatValue(after, "none"),
		change
	};
}
function functionRow({ file, name, before, after }) {
	return {
		name: code(name),
		file: code(file),
		before: before === null ? "new" : `${before}`,
		after: after === null ? "gone" : `${after}`
	};
}
// src/commands/complexity.ts
const USAGE = {
	guide: "docs/guides/complexity.md",
	calls: ["--before FILE --after FILE"],
	flags: {
		before: {
			type: "string",
			value: "FILE",
			says: "the report of the tool on the code before the change"
		},
		after: {
			type: "string",
			value: "FILE",
			says: "its report on the code after the change"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: done, whatever changed. 2: a file could not be read."
};
/** `perf-gate complexity` tells how a change altered the complexity of the code. The exit code is always 0. */
async function complexity(args) {
	const { values } = readArguments(args, USAGE.flags);
	const change = compareComplexity(await readingOf("before", requiredFlag("before", values.before)), await readingOf("after", requiredFlag("after", values.after)));
	const markdown = complexityMarkdown(change);
	await printReport(markdown, complexityJson(change), values);
	return 0;
}
async function readingOf(flag, path) {
	return readComplexity(await readFlagFile(flag, path), path);
}
export { USAGE, complexity };
