import { d as meantBy, f as require_fastest_levenshtein } from "./command-line.js";
import { A as ZodObject, M as ZodRecord, O as ZodArray, j as ZodOptional } from "./action.js";
import { xt as UserError } from "./both.js";
import { t as require_dist } from "./dist.js";
// src/policy/policy-yaml.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
var import_dist = require_dist();
/** Reads YAML 1.2, strictly: duplicate keys, keys that are lists or maps, unknown tags, aliases and a second document are errors. */
function readYaml(text) {
	const counter = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		prettyErrors: false,
		uniqueKeys: true,
		stringKeys: true
	});
	const line = (node) => node?.range ? Math.max(counter.linePos(node.range[0]).line, 1) : null;
	const problems = [...notCaused(document.errors), ...document.warnings].map(({ code, pos, message }) => ({
		line: Math.max(counter.linePos(pos[0]).line, 1),
		problem: PROBLEMS[code]?.(text.slice(pos[0])) ?? message
	}));
	(0, import_dist.visit)(document, {
		Alias: (_, node) => {
			problems.push({
				line: line(node) ?? 1,
				problem: "Aliases (`*name`) are not supported; write the value again"
			});
		},
		Pair: (_, { key }) => {
			if ((0, import_dist.isScalar)(key) && key.value === "__proto__") problems.push({
				line: line(key) ?? 1,
				problem: "The key `__proto__` is not allowed"
			});
		}
	});
	if (problems.length > 0) return {
		kind: "error",
		problems
	};
	function lineOf(path) {
		return line(document.getIn(path, true)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
	}
	function lineOfKey(path, key) {
		const parent = path.length === 0 ? document.contents : document.getIn(path, true);
		const pair = (0, import_dist.isMap)(parent) ? parent.items.find((item) => (0, import_dist.isScalar)(item.key) && String(item.key.value) === key) : null;
		return line(pair?.key) ?? lineOf(path);
	}
	return {
		kind: "value",
		value: document.toJS({ maxAliasCount: 0 }),
		lineOf,
		lineOfKey
	};
}
/** Mistakes after which the rest of the text is understood all the same. */
const LIMITED = /* @__PURE__ */ new Set([
	"DUPLICATE_KEY",
	"MULTIPLE_DOCS",
	"TAG_RESOLVE_FAILED",
	"TAB_AS_INDENT",
	"NON_STRING_KEY"
]);
/** The mistakes down to the first one that confuses the parser: what it says of the lines below follows from that one. */
function notCaused(errors) {
	const confusing = errors.findIndex(({ code }) => !LIMITED.has(code));
	return confusing === -1 ? errors : errors.slice(0, confusing + 1);
}
/** What the parser says in words of its own code, or without saying what to do. `from`: the text from the mistake on. */
const PROBLEMS = {
	DUPLICATE_KEY: (from) => `The key \`${keyAt(from)}\` stands here a second time; keep one of the two`,
	MULTIPLE_DOCS: () => "A second document begins here with `---`; keep one",
	TAG_RESOLVE_FAILED: () => "Tags such as `!!float` are not supported; write the value without it",
	TAB_AS_INDENT: () => "Tabs are not allowed as indentation; use spaces",
	BLOCK_AS_IMPLICIT_KEY: () => "A mapping cannot begin in the middle of a line: check the indentation, and put a text with `: ` into quotes",
	MULTILINE_IMPLICIT_KEY: noColon,
	MISSING_CHAR: (from) => /^[^:,"'{}[\]\n]+$/m.exec(from)?.index === 0 ? noColon(from) : null,
	NON_STRING_KEY: () => "A key must be a text, not a list or a mapping"
};
function noColon(from) {
	return `\`${keyAt(from)}\` has no colon after the key: write \`key: value\`, or \`key:\` with what belongs to it indented below`;
}
function keyAt(from) {
	return /^(?:"[^"]*"|'[^']*'|[^:\n]*)/.exec(from)?.[0].trim().replaceAll(/\s+/g, " ") ?? "";
}
// src/policy/strict-yaml.ts
/**
* Reads a file that people write, by a schema whose messages complete the sentence "`key` ...".
*
* @param place what people call the file
* @throws UserError naming every unknown key and every wrong value, each with its line
*/
function readStrictYaml(text, place, schema, { otherwise, places }) {
	const yaml = readYaml(text);
	if (yaml.kind === "error") throw reportOf(place, yaml.problems.map(({ line, problem }) => ({
		line,
		text: `${problem}.`
	})));
	if (yaml.value === null) throw new UserError(`${place} is empty. Write \`version: 1\` in it, or ${otherwise}.`);
	const parsed = schema.safeParse(yaml.value);
	if (!parsed.success) throw reportOf(place, parsed.error.issues.flatMap((issue) => explain(issue, yaml, schema, places)));
	return {
		data: parsed.data,
		yaml
	};
}
function explain(issue, yaml, schema, places) {
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		line: yaml.lineOfKey(issue.path, key),
		text: `unknown key \`${key}\`${issue.path.length === 0 ? "" : ` in \`${pathText(issue.path)}\``}. ${hint(key, issue.path, schema, places)}`
	}));
	const path = pathText(issue.path);
	const name = path === "" ? "the file" : `\`${path}\``;
	if (issue.code === "invalid_key") return [{
		line: yaml.lineOfKey(issue.path.slice(0, -1), String(issue.path.at(-1))),
		text: `${name} ${issue.issues[0]?.message ?? issue.message}.`
	}];
	const found = valueAt(yaml.value, issue.path);
	if (found === void 0) return [{
		line: yaml.lineOf(issue.path),
		text: `${name} is missing: it ${issue.message}.`
	}];
	return [{
		line: yaml.lineOf(issue.path),
		text: `${name} ${issue.message}. Found ${shown(found)}.`
	}];
}
function hint(key, path, schema, places) {
	if (/^\d/.test(key)) return "Between `{` and `}` a comma ends an entry: write decimals with a point, such as `5.5%`.";
	const known = knownKeys(schema, path);
	const nearest = (0, import_fastest_levenshtein.closest)(key, [...known]);
	const elsewhere = places.find((one) => knownKeys(schema, one.path).includes(key));
	if (elsewhere !== void 0 && (0, import_fastest_levenshtein.distance)(key, nearest) > 1) return `It stands ${elsewhere.place}.`;
	const meant = meantBy(key, known);
	return meant === null ? `Known keys: ${known.join(", ")}.` : `Did you mean \`${meant}\`?`;
}
/** The keys that the schema allows at a path. */
function knownKeys(schema, path) {
	if (schema instanceof ZodOptional) return knownKeys(schema.unwrap(), path);
	const [step, ...rest] = path;
	if (schema instanceof ZodObject) {
		if (step === void 0) return Object.keys(schema.shape);
		const next = schema.shape[String(step)];
		return next === void 0 ? [] : knownKeys(next, rest);
	}
	if (schema instanceof ZodRecord) return knownKeys(schema.valueType, rest);
	if (schema instanceof ZodArray) return knownKeys(schema.element, rest);
	return [];
}
/** `services.checkout.budgets[0].max` */
function pathText(path) {
	return path.map((step) => typeof step === "number" ? `[${step}]` : `.${String(step)}`).join("").slice(1);
}
function valueAt(value, path) {
	return path.reduce((inner, step) => typeof inner === "object" && inner !== null ? Reflect.get(inner, step) : void 0, value);
}
function shown(value) {
	if (value === null || value === void 0) return "nothing";
	const text = isPlain(value) ? String(value) : JSON.stringify(value);
	return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
/** A text that without its quotes would be a number, `true` or nothing keeps them: "must be 1. Found `1`" would contradict itself. */
function isPlain(value) {
	if (typeof value === "string") return !/^(?:|true|false|null|[-+]?[\d.]+)$/i.test(value);
	return typeof value === "number" || typeof value === "boolean";
}
function reportOf(place, problems) {
	const lines = problems.toSorted((left, right) => left.line - right.line).map(({ line, text }) => `${place}, line ${line}: ${text}`);
	return new UserError(lines.join("\n"));
}
export { reportOf as n, readStrictYaml as t };
