import { r as __toESM } from "./rolldown-runtime.js";
import { m as code, mt as UserError, y as prose } from "./both.js";
import { I as require_runtime, Zt as count, a as OUTPUT_FLAGS, f as readFlagFile, jn as isObject, o as save, on as formatValue, rn as formatRatio } from "./compare.js";
import { t as parseCsvRow } from "./csv-row.js";
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
	if (before.tool !== after.tool) throw new UserError(`Before it is ${before.tool}, after it is ${after.tool}: two tools count the same code differently. Use one, with the same version and options, on both sides.`);
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
		notes: [.../* @__PURE__ */ new Set([...before.notes, ...after.notes])]
	};
}
function byFile(functions) {
	const files = /* @__PURE__ */ new Map();
	for (const one of functions) files.set(one.file, [...files.get(one.file) ?? [], one]);
	return files;
}
/** The functions of a file, whatever their order. */
function shapeOf(functions = []) {
	return JSON.stringify(functions.map(({ name, complexity, functions: count }) => `${name}\n${complexity}\n${count}`).toSorted());
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
	const hasOnlyFiles = functions.some((one) => one.functions !== void 0);
	return {
		functions: count,
		branchPoints: sum - count,
		mean: count === 0 ? null : sum / count,
		p90: ascending[Math.ceil(.9 * ascending.length) - 1] ?? null,
		max: ascending.at(-1) ?? null,
		overTen: hasOnlyFiles ? null : ascending.filter((complexity) => complexity > COMPLEX).length
	};
}
function countOf({ functions = 1 }) {
	return functions;
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
function compareText(left, right) {
	return left < right ? -1 : Number(left > right);
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
// src/complexity/complexity-format.ts
/** The parsed text; undefined: it is not JSON. */
function parsedJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** A path as every tool may write it: with `/`, without `./` before it. */
function filePath(path) {
	return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
/** A whole number of at least 1: a function without a branch has a complexity of 1. */
function complexityOf(value, what) {
	const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
	if (typeof number === "number" && Number.isInteger(number) && number >= 1) return number;
	throw new UserError(`the complexity of ${what} is ${JSON.stringify(value)}: it must be a whole number of at least 1`);
}
// src/complexity/readers/eslint.ts
/** `eslint --format json` with `complexity: ["warn", 0]`: https://eslint.org/docs/latest/rules/complexity */
const MESSAGE = /^(.*?)(?: has a complexity of )(\d+)\. Maximum allowed is (\d+)\.$/;
const eslint = {
	tool: "eslint",
	recognizes(text) {
		const parsed = text.startsWith("[") ? parsedJson(text) : void 0;
		return Array.isArray(parsed) && parsed.length > 0 && parsed.every(isFile);
	},
	read(text) {
		const files = parsedJson(text).filter(isFile);
		const broken = files.filter(({ messages }) => messages.some((one) => isObject(one) && one.fatal === true));
		return {
			tool: "eslint",
			unit: "function",
			functions: files.flatMap((file) => file.messages.flatMap((message) => functionOf$1(file, message))),
			notes: broken.map((file) => `ESLint could not read ${file.filePath}: none of its functions are counted.`)
		};
	}
};
function isFile(value) {
	return isObject(value) && typeof value.filePath === "string" && Array.isArray(value.messages);
}
function functionOf$1(file, message) {
	if (!isObject(message) || message.ruleId !== "complexity") return [];
	const [, name = "", complexity, allowed] = MESSAGE.exec(String(message.message)) ?? [];
	if (complexity === void 0) throw new UserError(`this message of ESLint has no complexity: ${String(message.message).slice(0, 80)}`);
	if (allowed !== "0") throw new UserError(`ESLint only named functions above ${allowed}: set the rule to \`complexity: ["warn", 0]\`, on both sides`);
	return [{
		file: filePath(file.filePath),
		name,
		complexity: complexityOf(complexity, name)
	}];
}
// src/complexity/readers/gocyclo.ts
/** `8 queue Pick src/queue.go:8:1`: https://github.com/fzipp/gocyclo#usage */
const LINE = /^(\d+) (\S+) (.+) (\S.*):\d+:\d+$/;
const gocyclo = {
	tool: "gocyclo",
	recognizes: (text) => LINE.test(text.split(/\r?\n/, 1)[0] ?? ""),
	read(text) {
		return {
			tool: "gocyclo",
			unit: "function",
			functions: text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("Average: ")).map((line) => {
				const [, complexity, place, name, file] = LINE.exec(line) ?? [];
				if (name === void 0 || file === void 0) throw new UserError(`this line of gocyclo cannot be read: ${line.slice(0, 80)}`);
				return {
					file: filePath(file),
					name: `${place}.${name}`,
					complexity: complexityOf(complexity, name)
				};
			}),
			notes: []
		};
	}
};
// src/complexity/readers/lizard-csv.ts
/** `lizard --csv`, with or without the heading of `-V`. Columns: https://github.com/terryyin/lizard, lizard_ext/csvoutput.py */
const HEADING = /^NLOC,CCN,token,PARAM,length,location,file,function,long_name,start,end/;
const ROW = /^\d+,\d+,\d+,\d+,\d+,"/;
const [CCN, FILE, LONG_NAME, COLUMNS] = [
	1,
	6,
	8,
	11
];
const lizardCsv = {
	tool: "lizard",
	recognizes: (text) => HEADING.test(text) || ROW.test(text),
	read(text) {
		return {
			tool: "lizard",
			unit: "function",
			functions: text.split(/\r?\n/).filter((row) => row !== "" && !HEADING.test(row)).map((row) => {
				const fields = parseCsvRow(row);
				const [file, name] = [fields?.[FILE], fields?.[LONG_NAME]];
				if (fields?.length !== COLUMNS || file === void 0 || name === void 0) throw new UserError(`this row of lizard has no ${COLUMNS} columns: ${row.slice(0, 80)}`);
				return {
					file: filePath(file),
					name,
					complexity: complexityOf(fields[CCN], name)
				};
			}),
			notes: []
		};
	}
};
// src/complexity/readers/lizard-xml.ts
/** `lizard --xml`, as cppncss writes it: one item per function, whose third value is the complexity. */
const ITEM = /<item name="([^"]*)">\s*<value>\d+<\/value>\s*<value>\d+<\/value>\s*<value>(\d+)<\/value>/g;
const NAME = /^(.*)\(\.\.\.\) at (.+):\d+$/;
const ENTITIES = /* @__PURE__ */ new Map([
	["&lt;", "<"],
	["&gt;", ">"],
	["&quot;", "\""],
	["&apos;", "'"],
	["&amp;", "&"]
]);
const lizardXml = {
	tool: "lizard",
	recognizes: (text) => text.startsWith("<") && text.includes("<cppncss>"),
	read(text) {
		const [measured = ""] = text.split("<measure type=\"File\">");
		return {
			tool: "lizard",
			unit: "function",
			functions: [...measured.matchAll(ITEM)].map(([, item = "", complexity]) => {
				const [, name, file] = NAME.exec(item.replaceAll(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity)) ?? [];
				if (name === void 0 || file === void 0) throw new UserError(`this item of lizard names no function: ${item.slice(0, 80)}`);
				return {
					file: filePath(file),
					name,
					complexity: complexityOf(complexity, name)
				};
			}),
			notes: []
		};
	}
};
// src/complexity/readers/radon.ts
/** `radon cc -j`: https://radon.readthedocs.io/en/latest/commandline.html#the-cc-command */
const radon = {
	tool: "radon",
	recognizes(text) {
		const parsed = text.startsWith("{") ? parsedJson(text) : void 0;
		if (!isObject(parsed)) return false;
		const files = Object.values(parsed);
		return files.length > 0 && files.every((file) => isBlocks(file) || isObject(file) && "error" in file);
	},
	read(text) {
		const files = Object.entries(parsedJson(text));
		return {
			tool: "radon",
			unit: "function",
			functions: files.flatMap(([file, blocks]) => isBlocks(blocks) ? blocks.flatMap((block) => functionOf(file, block)) : []),
			notes: files.flatMap(([file, blocks]) => isBlocks(blocks) ? [] : [`radon could not read ${file}: none of its functions are counted.`])
		};
	}
};
function isBlocks(value) {
	return Array.isArray(value) && value.every((block) => isObject(block) && "complexity" in block && "type" in block);
}
/** Only functions and methods count. radon lists a method in its class and again on its own, and it also gives a figure for the class. */
function functionOf(file, { type, name, classname, complexity }) {
	if (type !== "function" && type !== "method") return [];
	const long = typeof classname === "string" ? `${classname}.${String(name)}` : String(name);
	return [{
		file: filePath(file),
		name: long,
		complexity: complexityOf(complexity, long)
	}];
}
// src/complexity/readers/sonarqube.ts
/**
* `api/measures/component_tree` with `qualifiers=FIL&metricKeys=complexity,functions`, or a list of its pages:
* https://next.sonarqube.com/sonarqube/web_api/api/measures/component_tree The complexity is a sum over a file, and each function
* adds at least 1. The branch points are therefore only known with the number of functions:
* https://docs.sonarsource.com/sonarqube-server/latest/user-guide/code-metrics/metrics-definition/
*/
const sonarqube = {
	tool: "sonarqube",
	recognizes: (text) => /^[[{]/.test(text) && pagesOf(text) !== null,
	read(text) {
		const pages = pagesOf(text) ?? [];
		const components = pages.flatMap(({ components: some }) => some);
		const total = Math.max(...pages.map(({ paging }) => Number(paging.total)));
		if (!(components.length >= total)) throw new UserError(`it has ${components.length} of ${total} files of SonarQube: ask for all pages (ps=500, p=1, 2, …), and put them into one list`);
		const files = components.filter(({ qualifier }) => qualifier === "FIL");
		const functions = files.flatMap(fileOf);
		const without = files.length - functions.length;
		return {
			tool: "sonarqube",
			unit: "file",
			functions,
			notes: ["SonarQube has figures of files and none of functions, so the largest and the p90 are those of files.", ...without === 0 ? [] : [`SonarQube has no complexity of ${without} files: they are not counted.`]]
		};
	}
};
/** null: the text is something else. */
function pagesOf(text) {
	const parsed = parsedJson(text);
	const pages = Array.isArray(parsed) ? parsed : [parsed];
	return pages.length > 0 && pages.every(isPage) ? pages : null;
}
function isPage(value) {
	return isObject(value) && isObject(value.baseComponent) && isObject(value.paging) && Array.isArray(value.components) && value.components.every(isObject);
}
/** Empty: SonarQube does not count the complexity of this language. */
function fileOf(component) {
	const place = component.path ?? component.key;
	if (typeof place !== "string") throw new UserError("a file of SonarQube has neither a path nor a key");
	const [complexity, functions] = [measureOf(component, "complexity"), measureOf(component, "functions")];
	if (complexity === null) return [];
	if (functions === null) throw new UserError(`${place} has no number of functions, without which there are no branch points: ask SonarQube for metricKeys=complexity,functions`);
	if (complexity < functions) throw new UserError(`${place} has a complexity of ${complexity} and ${functions} functions: each counts at least 1, so this cannot be`);
	const file = filePath(place);
	return [{
		file,
		name: file.slice(file.lastIndexOf("/") + 1),
		complexity,
		functions
	}];
}
function measureOf({ measures }, metric) {
	const found = Array.isArray(measures) ? measures.find((one) => isObject(one) && one.metric === metric) : null;
	if (!isObject(found)) return null;
	if (typeof found.value === "string" && /^\d{1,9}$/.test(found.value)) return Number(found.value);
	throw new UserError(`SonarQube's ${metric} is ${JSON.stringify(found.value)}: it must be a whole number, written as text`);
}
// src/complexity/registry.ts
/** Every format from which complexity is read. */
const COMPLEXITY_FORMATS = [
	lizardCsv,
	lizardXml,
	eslint,
	radon,
	gocyclo,
	sonarqube
];
// src/complexity/read-complexity.ts
/**
* Reads the output of a tool.
*
* @param place names the file in errors
* @throws UserError if no format recognises the file, or it cannot be used
*/
function readComplexity(bytes, place) {
	const text = new TextDecoder().decode(bytes).trimStart();
	const format = COMPLEXITY_FORMATS.find((one) => one.recognizes(text));
	if (format === void 0) throw new UserError(`${place} cannot be used: ${reasonOf(text)}`);
	try {
		const reading = format.read(text);
		if (reading.functions.length > 0) return reading;
		throw new UserError(`${format.tool} found no function in it`);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(`${place} cannot be used: ${error.message}.`);
	}
}
const KNOWN = "write it with lizard --csv -V, lizard --xml, eslint --format json (complexity: [\"warn\", 0]), radon cc -j, gocyclo, or api/measures/component_tree of SonarQube.";
function reasonOf(text) {
	if (text.trim() === "") return `it is empty: ${KNOWN}`;
	if (/^\[\s*\{\s*"PkgName"/.test(text)) return `it is cognitive complexity (gocognit), which grows with nesting: branch points cannot be read from it. Use gocyclo.`;
	if (text.startsWith("{") && text.includes("\"measures\"") && text.includes("\"complexity\"")) return `it has measures of SonarQube, but not those of its files: call api/measures/component_tree with qualifiers=FIL and metricKeys=complexity,functions.`;
	return `it is no output that is known: ${KNOWN}`;
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
	return complexity_default({
		statement: `**${statement(change)}**`,
		tool: code(tool),
		rows: changedFiles.length === 0 ? [] : rows.map(({ name, ofFiles, of }) => rowOf(unit === "file" ? ofFiles : name, of(changed.before), of(changed.after))),
		functions: functions.map(functionRow),
		notes: notes.map(prose)
	});
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
			says: "what the tool said of the code before"
		},
		after: {
			type: "string",
			value: "FILE",
			says: "what it says now"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: done, whatever changed. 2: a file could not be read."
};
/** `perf-gate complexity`: what a change did to the complexity of the code. Exit code 0, whatever it did. */
async function complexity(args) {
	const { values } = readArguments(args, USAGE.flags);
	const change = compareComplexity(await readingOf("before", requiredFlag("before", values.before)), await readingOf("after", requiredFlag("after", values.after)));
	const markdown = complexityMarkdown(change);
	process.stdout.write(markdown);
	if (values.markdown !== void 0) await save(values.markdown, markdown);
	if (values.json !== void 0) await save(values.json, `${JSON.stringify({
		schemaVersion: 1,
		...change
	}, null, 2)}\n`);
	return 0;
}
async function readingOf(flag, path) {
	return readComplexity(await readFlagFile(flag, path), path);
}
export { USAGE, complexity };
