import { Ft as text, kt as name, xt as UserError } from "./both.js";
import { Ln as isObject } from "./compare.js";
import { t as parseCsvRow } from "./csv-row.js";
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
	recognizes(output) {
		const parsed = output.startsWith("[") ? parsedJson(output) : void 0;
		return Array.isArray(parsed) && parsed.length > 0 && parsed.every(isFile);
	},
	read(output) {
		const files = parsedJson(output).filter(isFile);
		const broken = files.filter(({ messages }) => messages.some((one) => isObject(one) && one.fatal === true));
		return {
			tool: "eslint",
			unit: "function",
			functions: files.flatMap((file) => file.messages.flatMap((message) => functionOf$1(file, message))),
			notes: broken.map((file) => text`ESLint could not read ${name(file.filePath)}: none of its functions are counted.`)
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
	recognizes(output) {
		const parsed = output.startsWith("{") ? parsedJson(output) : void 0;
		if (!isObject(parsed)) return false;
		const files = Object.values(parsed);
		return files.length > 0 && files.every((file) => isBlocks(file) || isObject(file) && "error" in file);
	},
	read(output) {
		const files = Object.entries(parsedJson(output));
		return {
			tool: "radon",
			unit: "function",
			functions: files.flatMap(([file, blocks]) => isBlocks(blocks) ? blocks.flatMap((block) => functionOf(file, block)) : []),
			notes: files.flatMap(([file, blocks]) => isBlocks(blocks) ? [] : [text`radon could not read ${name(file)}: none of its functions are counted.`])
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
	recognizes: (output) => /^[[{]/.test(output) && pagesOf(output) !== null,
	read(output) {
		const pages = pagesOf(output) ?? [];
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
			notes: [text`SonarQube has figures of files and none of functions, so the largest and the p90 are those of files.`, ...without === 0 ? [] : [text`SonarQube has no complexity of ${without} files: they are not counted.`]]
		};
	}
};
/** null: the text is something else. */
function pagesOf(output) {
	const parsed = parsedJson(output);
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
	const [complexity, functionCount] = [measureOf(component, "complexity"), measureOf(component, "functions")];
	if (complexity === null) return [];
	if (functionCount === null) throw new UserError(`${place} has no number of functions, without which there are no branch points: ask SonarQube for metricKeys=complexity,functions`);
	if (complexity < functionCount) throw new UserError(`${place} has a complexity of ${complexity} and ${functionCount} functions: each counts at least 1, so this cannot be`);
	const file = filePath(place);
	return [{
		file,
		name: file.slice(file.lastIndexOf("/") + 1),
		complexity,
		functionCount
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
export { COMPLEXITY_FORMATS as t };
