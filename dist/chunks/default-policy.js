import "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
// src/policy/quantity.ts
/** Plain decimals only: no sign, no exponent, no `NaN`. What is refused here is never read as 0. */
const QUANTITY = /^(\d{1,12}(?:\.\d{1,12})?) ?([^\d\s.][^\d\s]*)?$/;
const MS_PER_UNIT = /* @__PURE__ */ new Map([
	["us", .001],
	["ms", 1],
	["s", 1e3]
]);
/** Decimal and binary prefixes: https://www.iso.org/standard/87648.html (IEC 80000-13). */
const BYTES_PER_UNIT = /* @__PURE__ */ new Map([
	["B", 1],
	["kB", 1e3],
	["KB", 1e3],
	["MB", 1e6],
	["GB", 1e9],
	["KiB", 1024],
	["MiB", 1024 ** 2],
	["GiB", 1024 ** 3]
]);
/** `5%` → 0.05. More than 100 % is refused: it is nearly always the whole (105 %) where the change (5 %) was meant. */
function parsePercent(raw) {
	const { amount, unit } = split(raw);
	if (amount === null) return error("write a percentage such as `5%`");
	if (unit === "") return error(`it has no unit; for ${amount} percent write \`${amount}%\``);
	if (unit !== "%") return error("write a percentage such as `5%`");
	if (amount > 100) return error("more than 100% is not allowed; write the change, not the whole: `5%`, not `105%`");
	return value(amount / 100);
}
/** `1pp` (one percentage point) → 0.01. `1%` is refused, because it can mean 1 % more errors than before. */
function parsePercentagePoints(raw) {
	const { amount, unit } = split(raw);
	if (amount === null || unit !== "pp") return error("write percentage points such as `1pp`");
	if (amount > 100) return error("more than 100pp is not possible");
	return value(amount / 100);
}
/** `2ms` → 2; `1.5s` → 1500. In milliseconds. */
function parseDuration(raw) {
	const { amount, unit } = split(raw);
	const ms = MS_PER_UNIT.get(unit);
	if (amount === null || ms === void 0) return error("write a duration with its unit such as `2ms` or `1.5s`");
	return value(amount * ms);
}
/** `14d` or `12h`. In milliseconds. A day is 24 hours. 0 is refused: it would mean "never". */
function parseAge(raw) {
	const { amount, unit } = split(raw);
	const hours = unit === "d" ? 24 : unit === "h" ? 1 : null;
	if (amount === null || amount === 0 || hours === null) return error("write days or hours such as `14d` or `12h`");
	return value(amount * hours * 36e5);
}
/** The limit of a budget: `300ms`, `1.5s`, `0.5%`, `100/s`, `512MiB`, `10MB/s` or a plain number, converted to the unit of the metric. */
function parseLimit(raw) {
	const { amount, unit } = split(raw);
	if (amount === null) return error(`write a number with its unit such as ${LIMIT_EXAMPLES}`);
	if (unit === "") return {
		...value(amount),
		unit: "none"
	};
	if (unit === "%") return {
		...value(amount / 100),
		unit: "ratio"
	};
	if (unit === "/s") return {
		...value(amount),
		unit: "per-second"
	};
	const ms = MS_PER_UNIT.get(unit);
	if (ms !== void 0) return {
		...value(amount * ms),
		unit: "ms"
	};
	const perSecond = unit.endsWith("/s");
	const bytes = BYTES_PER_UNIT.get(perSecond ? unit.slice(0, -2) : unit);
	if (bytes === void 0) return error(`the unit \`${unit}\` is not known; write a limit such as ${LIMIT_EXAMPLES}`);
	return {
		...value(amount * bytes),
		unit: perSecond ? "bytes-per-second" : "bytes"
	};
}
const LIMIT_EXAMPLES = "`300ms`, `1.5s`, `0.5%`, `100/s` or `512MiB`";
function split(raw) {
	const [, digits, unit] = QUANTITY.exec(String(raw).trim()) ?? [];
	return {
		amount: digits === void 0 ? null : Number(digits),
		unit: unit ?? ""
	};
}
function value(amount) {
	return {
		kind: "value",
		value: amount
	};
}
function error(problem) {
	return {
		kind: "error",
		problem
	};
}
// src/policy/default-policy.ts
/** Every level key with its default level. */
const DEFAULT_LEVELS = {
	regressed: "fail",
	unproven: "fail",
	slower: "warn",
	inconclusive: "warn",
	missing: "fail",
	new: "warn",
	invalid: "fail",
	"changed-script": "fail",
	"changed-load": "fail",
	"changed-machine": "warn",
	"changed-tool": "warn",
	"changed-population": "fail",
	budget: "fail",
	"error-rate": "fail",
	"dropped-load": "fail",
	"too-few-samples": "warn",
	"missing-baseline": "fail",
	"k6-threshold": "warn",
	debt: "warn"
};
/** What holds for every service where no policy file says otherwise. */
const DEFAULT_SERVICE_POLICY = {
	maxRegressionRatio: .05,
	minDelta: 0,
	maxErrorRateIncrease: .01,
	maxDroppedRatio: .01,
	minTailSamples: 20,
	primary: [{
		metric: "http_req_duration",
		stat: "p95"
	}],
	endpoints: [],
	budgets: [],
	levels: DEFAULT_LEVELS,
	paths: []
};
/** Triage may set labels but not merge, so it may not override: https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
const DEFAULT_OVERRIDE_POLICY = {
	label: "perf-override",
	secondPerson: "auto",
	roles: [
		"write",
		"maintain",
		"admin"
	],
	minReasonLength: 10,
	approval: "none",
	services: [],
	maxRegressionRatio: null,
	expiresMs: null,
	bots: []
};
/**
* The policy where there is no policy file. Needs neither the YAML parser nor the schema, which cost start-up time.
* @throws UserError when an input is not a quantity
*/
function defaultPolicy(inputs) {
	return {
		source: null,
		namedServices: [],
		defaults: {
			...DEFAULT_SERVICE_POLICY,
			maxRegressionRatio: inputMaxRegression(inputs) ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio
		},
		services: [],
		override: {
			...DEFAULT_OVERRIDE_POLICY,
			label: inputOverrideLabel(inputs) ?? DEFAULT_OVERRIDE_POLICY.label
		},
		baselineBranches: []
	};
}
/** The input `max-regression` as a ratio; null: not set. */
function inputMaxRegression(inputs) {
	const text = inputs.maxRegression?.trim() ?? "";
	if (text === "") return null;
	const parsed = parsePercent(text);
	if (parsed.kind === "error") throw new UserError(`The input \`max-regression\` is \`${text}\`: ${parsed.problem}.`);
	return parsed.value;
}
/** The input `override-label`; null: not set. */
function inputOverrideLabel(inputs) {
	const text = inputs.overrideLabel?.trim() ?? "";
	return text === "" ? null : text;
}
export { inputMaxRegression as a, parseDuration as c, parsePercentagePoints as d, defaultPolicy as i, parseLimit as l, DEFAULT_OVERRIDE_POLICY as n, inputOverrideLabel as o, DEFAULT_SERVICE_POLICY as r, parseAge as s, DEFAULT_LEVELS as t, parsePercent as u };
