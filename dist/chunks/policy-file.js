import { A as DEFAULT_WATCH, D as DEFAULT_OBJECTIVE, E as DEFAULT_MONITORING, G as parsePercent, H as parseChange, K as parsePercentagePoints, O as DEFAULT_OVERRIDE_POLICY, U as parseDuration, V as parseAge, W as parseLimit, k as DEFAULT_SERVICE_POLICY, ot as REQUEST_DURATION, q as parseRate, st as builtInTraits } from "./both.js";
import { B as number, F as boolean, G as string, I as exactOptional, L as int, N as _enum, P as array, R as literal, U as record, W as strictObject, X as NEVER, q as union } from "./action.js";
import { Pt as endpointGroups, Tt as RESOURCE_STATS, wt as RULES } from "./compare.js";
import { n as reportOf, t as readStrictYaml } from "./strict-yaml.js";
// src/policy/levels.ts
/** Each key of the policy's `levels` as its rule declares it, in the order of the rules. Rules that share a key share its declaration. */
const LEVELS = new Map(RULES.flatMap(({ levels }) => Object.entries(levels)));
// src/policy/metric-unit.ts
const RESOURCE_EXAMPLES = {
	ms: "2ms",
	bytes: "512MiB",
	ratio: "80%"
};
/**
* The unit of one statistic of a metric that has one meaning everywhere, with an example, so that a budget with the wrong unit is an error of
* the policy file and not a limit that never bites. null: not known, any unit may be right.
*/
function metricUnit(metric, stat) {
	const resource = RESOURCE_STATS.get(metric);
	if (resource !== void 0) return resource.stats.includes(stat) ? {
		unit: resource.unit,
		example: RESOURCE_EXAMPLES[resource.unit] ?? "2"
	} : null;
	const traits = builtInTraits(metric);
	if (traits === null || traits.kind === "gauge") return null;
	if (traits.kind === "rate") return stat === "rate" ? {
		unit: "ratio",
		example: "1%"
	} : null;
	if (traits.kind === "counter" && stat === "rate") return traits.unit === "per-second" ? {
		unit: "per-second",
		example: "100/s"
	} : {
		unit: "bytes-per-second",
		example: "10MB/s"
	};
	if (traits.unit === "bytes-per-second") return {
		unit: "bytes",
		example: "512MiB"
	};
	if (traits.kind === "counter" || stat === "count") return {
		unit: "none",
		example: "1000"
	};
	return traits.unit === "ms" ? {
		unit: "ms",
		example: "300ms"
	} : null;
}
/**
* The only direction that can be good for such a metric: nobody wants slower requests or fewer passed checks. null: either direction may be
* good. Some want fewer bytes or fewer requests for the same page.
*/
function onlyDirection(metric) {
	const traits = builtInTraits(metric);
	if (traits === null || traits.better === "neither") return null;
	return traits.kind === "counter" && traits.better === "higher" ? null : traits.better;
}
// src/policy/policy-schema.ts
/**
* The policy file as a person writes it. `z.toJSONSchema(PolicyFile, { io: 'input' })` describes it to editors.
* Every message completes the sentence "`key` ...": policy-file.ts puts the key, the line and the found value around it.
*/
/** Same rule as for result folders, plus the characters of patterns. `--` is left out: it separates a service from its leg. */
const SERVICE_PATTERN = /^(?!.*--)[a-z0-9*?[{][a-z0-9._*?[\]{},-]{0,127}$/;
const STAT = /^(?:avg|min|max|med|p[1-9]\d?(?:\.\d{1,3})?|p\([1-9]\d?(?:\.\d{1,3})?\)|rate|count|value)$/;
const STAT_NAMES = "avg, min, max, p50, p95, p99.9, rate, count or value";
/** The last look that the error rate of a confirmation is made for: statistics/rerun-plan.ts. */
const MAX_LOOK = 10;
/** No option, range or path: https://git-scm.com/docs/git-check-ref-format */
const GIT_REF = /^(?!.*(?:\.\.|\/\/|@\{))[\w][\w./+@-]{0,199}$/;
/** The mark of a sample has 10 bits for its endpoint: formats/points-collector.ts. */
const MAX_ENDPOINTS = 1e3;
const Levels = strictObject(Object.fromEntries([...LEVELS].map(([key, declared]) => [key, levelValue(declared)])), mapping()).partial().describe("What each verdict and rule does: fail blocks, warn is shown, off is silent.");
function levelValue({ neverOff }) {
	if (neverOff === void 0) return _enum([
		"fail",
		"warn",
		"off"
	], { error: "must be fail, warn or off" });
	return _enum(["fail", "warn"], { error: `must be fail or warn: ${neverOff}` });
}
const Metric = text(`a metric name such as ${REQUEST_DURATION}`);
/** k6 itself writes `p(95)` and `med`: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
const Stat = matching(STAT, `must be a statistic: ${STAT_NAMES}`).transform((stat) => stat === "med" ? "p50" : stat.replace(/^p\(?([\d.]+)\)?$/, (_, percent) => `p${Number(percent)}`));
const Better = _enum(["lower", "higher"], { error: "must be lower or higher" }).describe("Which direction is good.");
const SeriesName = strictObject({
	metric: Metric,
	stat: Stat,
	better: exactOptional(Better)
}, mapping("a metric and a stat")).superRefine(({ metric, better }, context) => {
	const only = onlyDirection(metric);
	if (better === void 0 || only === null || better === only) return;
	refuse(context, `must be ${only}, or left out: \`${metric}\` gets worse when it is ${only === "lower" ? "higher" : "lower"}`, "better");
});
const Primary = array(SeriesName, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95 }]` }).min(1, "must name at least one series: a service that is gated on nothing would always be green").superRefine((all, context) => {
	for (const [index, { metric, stat, better }] of all.entries()) {
		const first = all.findIndex((one) => one.metric === metric && one.stat === stat);
		if (first < index) refuse(context, `is there twice: \`${stat}\` of \`${metric}\``, index);
		const other = all.slice(0, index).find((one) => one.metric === metric && one.better !== void 0 && one.better !== better);
		if (first === index && better !== void 0 && other !== void 0) refuse(context, `must have the same \`better\` as the other \`primary\` of \`${metric}\`: a metric has one good direction`, index);
	}
});
const Budget = strictObject({
	metric: Metric,
	stat: Stat,
	endpoint: text("an endpoint name or pattern").optional(),
	better: Better.optional(),
	max: limit().optional(),
	min: limit().optional()
}, mapping("a metric, a stat and a max or a min")).superRefine((budget, context) => {
	if (budget.max === void 0 && budget.min === void 0) refuse(context, "needs a `max` or a `min`");
	if (budget.max !== void 0 && budget.min !== void 0 && budget.min.value > budget.max.value) refuse(context, "has a `min` above its `max`, which nothing can meet");
	const [only, wrong] = budget.better === "higher" ? ["min", "max"] : ["max", "min"];
	if (budget.better !== void 0 && budget[wrong] !== void 0 && budget[only] === void 0) refuse(context, `is the good side where \`better\` is ${budget.better}: write a \`${only}\``, wrong);
	for (const side of ["max", "min"]) {
		const expected = metricUnit(budget.metric, budget.stat);
		const found = budget[side];
		if (found === void 0 || expected === null || found.unit === expected.unit) continue;
		refuse(context, `must have the unit of ${`${budget.stat} of ${budget.metric}`}, for example \`${expected.example}\``, side);
	}
}).describe("An absolute limit on one statistic, judged on the median of the candidate runs.");
const Goal = strictObject({
	metric: Metric,
	stat: Stat.optional(),
	change: quantity(parseChange, "-20%")
}, mapping("a metric, a stat and a change")).superRefine(({ metric, stat }, context) => {
	if (metric === "complexity" && stat !== void 0) refuse(context, "is not known for complexity: its figure is branch points", "stat");
	if (metric !== "complexity" && stat === void 0) refuse(context, "needs a `stat`");
}).describe("An improvement that somebody promised.");
const Exclude = strictObject({
	first: quantity(parseDuration, "30s").optional(),
	last: quantity(parseDuration, "5s").optional()
}, mapping("first and last")).describe("Time at the start and at the end of the load that does not count, such as `{ first: 30s, last: 5s }`. Needs raw points or digests.");
const Profiles = strictObject({ own: array(text("the beginning of a name such as orders::"), { error: "must be a list of names and paths such as [\"orders::\", src/]" }) }, mapping("own")).describe("Which functions of profiles are your own code: beginnings of names, or parts of paths. What libraries take counts for the function that called them.");
/**
* Prometheus writes the ends of buckets as Go does, which is plain decimals from 0.0001 to below 1e6, in seconds and in milliseconds:
* https://pkg.go.dev/strconv#FormatFloat
*/
const [LEAST_BUCKET_MS, MOST_BUCKET_MS] = [.1, 6e5];
/** A page comes at 14.4 times the allowed share (monitor/burn-rates.ts). Above 5 % that is hardly possible, or not at all. */
const MOST_BUDGET_RATIO = .05;
/** One in ten thousand. With a smaller share, a service with a hundred requests per second has too few failures in an hour to tell. */
const LEAST_BUDGET_RATIO = 1e-4;
const Objective = strictObject({
	bound: bucketEnd().describe("The time within which a request must be answered."),
	within: quantity(parsePercent, "99%").refine((ratio) => ratio >= .95 && ratio <= .9999, { error: "must be at least 95% and at most 99.99%: alerts compare with the share that may be slower" }).describe("The share of requests that must be answered within the bound."),
	errors: quantity(parsePercent, "1%").refine((ratio) => ratio >= LEAST_BUDGET_RATIO && ratio <= MOST_BUDGET_RATIO, { error: "must be at least 0.01% and at most 5%" }).describe("The share of requests that may fail.").optional(),
	"min-rate": quantity(parseRate, "0.1/s").describe("With fewer requests per second nobody is told: shares of so few are chance.").optional()
}, mapping("a bound and a share within it")).describe("What is promised in production, such as `{ bound: 250ms, within: 99% }`. `perf-gate monitor` writes alerts and dashboards from it; the gate does not judge it.");
const Watch = strictObject({
	name: text("the name of the service in Prometheus").describe("What the service is called in Prometheus. Default: as in this file.").optional(),
	"version-label": label().describe("The label that says which version a pod runs.").optional(),
	"pod-label": label().describe("The label that tells the pods of a service apart.").optional(),
	labels: record(label(), text("the value of a label"), mapping("labels and their values")).describe("Labels that its series must have, such as `{ namespace: production }` where one Prometheus has several environments.").optional(),
	environment: text("the name of an environment such as production").describe("The environment of GitHub's deployments that are watched.").optional()
}, mapping()).describe("Watches the service in production after each deployment; `watch: {}` does it with the defaults.");
const Monitoring = strictObject({
	histogram: string({ error: "must be the name of a histogram such as http_request_duration_seconds" }).regex(/^(?!.*_(?:bucket|count|sum)$)[a-zA-Z_:][\w:]*$/, "must be the name of a histogram without _bucket or _count, such as http_request_duration_seconds").describe("The histogram of response times. A name that ends in `_milliseconds` or `_ms` counts milliseconds.").optional(),
	counter: matching(/^[a-zA-Z_:][\w:]*$/, "must be the name of a counter such as http_requests_total").describe("What counts requests with their status. Default: the `_count` of the histogram.").optional(),
	"service-label": label().describe("The label that names the service.").optional(),
	"status-label": label().describe("The label that holds the status of a request.").optional(),
	"error-status": matching(/^[\w.]+(?:\|[\w.]+)*$/, "must be statuses such as \"5..\" or \"500|503\"").describe("Statuses of failed requests; `.` is any character, `|` is \"or\".").optional(),
	buckets: array(bucketEnd(), { error: "must be a list such as [100ms, 250ms, 1s]" }).min(1, "must name at least one bucket").refine((ends) => ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0)), { error: "must ascend, each end once" }).describe("The upper ends of the buckets that the histogram has. Default: those of the Prometheus clients.").optional()
}, mapping()).describe("How the services are measured in Prometheus. `perf-gate monitor` and `perf-gate watch` use it.");
/** What follows from how a tool measures: how far it can be trusted, and which of its numbers counts. */
const limits = {
	"max-regression": quantity(parsePercent, "5%").describe("The largest allowed change for the worse, relative to the baseline.").optional(),
	"min-delta": quantity(parseDuration, "2ms").describe("Changes smaller than this are not judged as regressions.").optional(),
	"max-error-rate-increase": quantity(parsePercentagePoints, "1pp").describe("The largest allowed rise of a share of errors, and fall of a share that should be high such as checks, in percentage points.").optional(),
	"max-dropped-iterations": quantity(parsePercent, "1%").describe("The largest allowed share of iterations that the load generator could not start.").optional(),
	"min-tail-samples": wholeNumber(0).describe("Requests that must lie above a gated percentile: 20 above p95 is 400 requests in all.").optional(),
	levels: Levels.optional(),
	primary: Primary.describe("What a service is gated on. `better` says which direction is good, where the metric does not.").optional(),
	budgets: array(Budget, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95, max: 300ms }]` }).describe("Absolute limits.").optional()
};
const settings = {
	...limits,
	goals: array(Goal, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95, change: -20% }]` }).describe("What `perf-gate history --from` is asked about. Nothing is judged by it. `metric: complexity` needs no stat.").optional(),
	exclude: Exclude.optional(),
	scenarios: array(text("the name of a scenario"), { error: "must be a list of scenarios such as [main]" }).min(1, "must name at least one scenario; leave it out to count all").describe("Only samples of these scenarios count. Needs raw points or digests.").optional(),
	tags: record(text("the name of a tag"), text("the value of a tag"), mapping("tags and their values")).describe("Only samples with these tags count. Needs raw points or digests.").optional(),
	"max-endpoints": wholeNumber(1).max(MAX_ENDPOINTS, `must be at most ${MAX_ENDPOINTS}`).describe("Endpoints by `name` tag that are kept apart in raw points. The rest are counted together as \"other\".").optional(),
	profiles: Profiles.optional(),
	objective: Objective.optional(),
	watch: Watch.optional(),
	owner: matching(/^[A-Za-z0-9][\w.-]{0,63}$/, "must be the name of a team such as team-shop").describe("Who gets the alerts. Default: the name of the service.").optional(),
	runbook: matching(/^https?:\/\/[^\s{}"'`]+$/, "must be the address of a page such as https://wiki.example/checkout").describe("The page that alerts point to.").optional(),
	container: matching(/^(?:[a-z0-9-]{1,63}\/)?[a-z0-9-]{1,63}$/, "must be the name of a container such as app or shop/app, or `none`").describe("Its containers in Kubernetes, as `NAME` or `NAMESPACE/NAME`, whose limits of CPU and memory are watched. Default: the name of the service. `none`: it runs in no container.").optional()
};
const Endpoint = strictObject({ "max-regression": quantity(parsePercent, "5%") }, mapping("a max-regression"));
const Service = strictObject({
	...settings,
	paths: array(text("a path pattern such as services/checkout/**").regex(/^[^!]/, "must not begin with `!`: list what belongs to the service instead"), { error: "must be a list of path patterns such as [services/checkout/**]" }).describe("Files of this service. When a change touches none of them, the service may be absent from the results.").optional(),
	endpoints: record(text("an endpoint name or pattern"), Endpoint, mapping("endpoint names, each with its settings")).describe("Endpoint names or patterns with limits of their own. An exact name wins, then the first pattern. In raw points `/users/*` is one endpoint.").optional()
}, mapping());
const Override = strictObject({
	label: text("the name of a label").describe("The label that accepts a slowdown.").optional(),
	"second-person": _enum([
		"auto",
		"always",
		"never"
	], { error: "must be auto, always or never" }).describe("Must someone other than the author set the label? auto: where an organisation owns the repository.").optional(),
	roles: array(text("a repository role such as maintain"), { error: "must be a list of repository roles such as [maintain, admin]" }).min(1, "must name at least one role").describe("Repository roles whose members may override.").optional(),
	"min-reason-length": wholeNumber(1).describe("Characters that a written reason must have.").optional(),
	approval: _enum(["none", "review"], { error: "must be none or review" }).describe("review: someone other than the author, whose role may override, must have approved this head commit in a review.").optional(),
	services: array(text("a service name or pattern"), { error: "must be a list of service names or patterns such as [checkout, \"payments-*\"]" }).min(1, "must name at least one service; leave it out to allow all").describe("Only these services may be overridden.").optional(),
	"max-regression": quantity(parsePercent, "50%").describe("The largest slowdown that may be overridden. Nobody can override more.").optional(),
	expires: quantity(parseAge, "14d").describe("How long a label counts after it was set.").optional(),
	bots: array(text("the login of a bot such as release-bot[bot]"), { error: "must be a list of logins such as [\"release-bot[bot]\"]" }).describe("Bots that may override. Without it only people may.").optional()
}, mapping()).describe("Who may override a failed gate, and how.");
const Confirmation = strictObject({ "max-runs": wholeNumber(3).max(MAX_LOOK, `must be at most ${MAX_LOOK}: more looks would find a regression by chance`) }, mapping("max-runs")).describe("More runs where the first ones leave the answer open: `{ max-runs: 10 }`. A rerun of the load test adds runs, until each side has `max-runs` of them. Until then an unproven or inconclusive service keeps the status pending.");
const Drift = strictObject({
	anchor: text("a tag or a commit such as v3.2").regex(GIT_REF, "must be a tag or a commit such as v3.2"),
	max: quantity(parsePercent, "12%")
}, mapping("an anchor and a max")).describe("How much slower the default branch may have become since a release, over all changes together: `{ anchor: v3.2, max: 12% }`.");
const PolicyFile = strictObject({
	version: literal(1, { error: "must be 1: it is the version of this file format" }).describe("The version of the format of this file: `1`. It must be there."),
	defaults: strictObject(settings, mapping()).describe("What holds for every service.").optional(),
	services: record(string().regex(SERVICE_PATTERN, "is not a service name or pattern: use a-z, 0-9, `.`, `_` and `-` (not `--`), and `*` in patterns"), Service, mapping("service names, each with its settings")).describe("Service names or patterns. An exact name wins, then the first pattern.").optional(),
	tools: record(string().regex(SERVICE_PATTERN, "is not the name of a tool: use small letters, digits and `-`, such as our-bench, and `*` in patterns"), strictObject(limits, mapping()), mapping("names of tools, each with its settings")).describe("What holds for the services that a tool measured, by its name in small letters with `-` for spaces, such as `our-bench`. An exact name wins, then the first pattern. What a service sets itself wins.").optional(),
	retired: array(string().regex(SERVICE_PATTERN, "is not a service name or pattern: use a-z, 0-9, `.`, `_` and `-`, and `*` in patterns"), { error: "must be a list of service names or patterns such as [old-checkout]" }).min(1, "must name at least one service; leave it out when none is gone").describe("Services that no longer exist. The baseline still has them, and their absence does not count.").optional(),
	override: Override.optional(),
	confirmation: Confirmation.optional(),
	drift: Drift.optional(),
	enforce: boolean({ error: "must be true or false" }).describe("false: a trial. The gate judges and comments, says what would be blocked, and blocks nothing.").optional(),
	monitoring: Monitoring.optional(),
	templates: matching(/^(?!.*(?:^|\/)\.\.(?:\/|$))[\w.][\w./-]*$/, "must be a folder inside the repository such as .github/perf-gate").transform((path) => path.replace(/\/+$/, "")).describe("Folder with report templates of your own, one file a section, such as .github/perf-gate.").optional()
}, mapping()).meta({ title: "perf-gate policy" });
function mapping(of = "keys and values") {
	return { error: `must be a mapping of ${of}` };
}
/** Says what is wrong with a value, or with the part of it at a key. */
function refuse(context, message, ...path) {
	context.addIssue({
		code: "custom",
		path: [...path],
		message
	});
}
function matching(shape, error) {
	return string({ error }).regex(shape, error);
}
function text(what) {
	return string({ error: `must be ${what}` }).trim().min(1, `must be ${what}`);
}
function wholeNumber(least) {
	const message = `must be a whole number of at least ${least}`;
	return int({ error: message }).min(least, message);
}
function quantity(parse, example) {
	return string({ error: `must be a number with its unit, such as \`${example}\`` }).meta({ examples: [example] }).transform((found, context) => {
		const parsed = parse(found);
		if (parsed.kind === "value") return parsed.value;
		context.addIssue({
			code: "custom",
			message: `cannot be used: ${parsed.problem}`
		});
		return NEVER;
	});
}
function label() {
	return matching(/^[a-zA-Z_]\w*$/, "must be the name of a Prometheus label such as service");
}
function bucketEnd() {
	return quantity(parseDuration, "250ms").refine((ms) => ms >= LEAST_BUCKET_MS && ms <= MOST_BUCKET_MS, { error: "must be between 0.1ms and 600s" });
}
/** A limit keeps its text, because reports show it as the file writes it. */
function limit() {
	return union([string(), number()], { error: "must be a number with its unit, such as `300ms`" }).meta({ examples: [
		"300ms",
		"0.5%",
		"100/s",
		"512MiB"
	] }).transform((found, context) => {
		const parsed = parseLimit(found);
		if (parsed.kind === "value") return {
			value: parsed.value,
			unit: parsed.unit,
			text: String(found).trim()
		};
		context.addIssue({
			code: "custom",
			message: `cannot be used: ${parsed.problem}`
		});
		return NEVER;
	});
}
// src/policy/policy-file.ts
/** Where else in the file each key may stand. */
const PLACES = [
	{
		place: "at the top of the file",
		path: []
	},
	{
		place: "under `defaults`",
		path: ["defaults"]
	},
	{
		place: "under a service, such as `services: { checkout: … }`, or `\"*\"` for all of them",
		path: ["services", "*"]
	},
	{
		place: "under a tool, such as `tools: { our-bench: … }`",
		path: ["tools", "*"]
	},
	{
		place: "under `override`",
		path: ["override"]
	},
	{
		place: "under `monitoring`",
		path: ["monitoring"]
	}
];
/**
* Reads a policy file.
*
* @param source what people call the file: `.github/perf-gate.yml at abc1234`
* @throws UserError naming every unknown key, wrong value and value set twice, each with its line
*/
function parsePolicy(text, source, inputs) {
	const place = source ?? "policy file";
	const { data, yaml } = readPolicyFile(text, place);
	const clashes = findClashes(data, yaml, inputs);
	if (clashes.length > 0) throw reportOf(place, clashes);
	return buildPolicy(data, place, inputs);
}
/** The file as its author wrote it, without the defaults. */
function readPolicyFile(text, place) {
	return readStrictYaml(text, place, PolicyFile, {
		otherwise: "delete it to use the defaults",
		places: PLACES
	});
}
function buildPolicy(file, source, inputs) {
	const defaults = withSettings({
		...DEFAULT_SERVICE_POLICY,
		maxRegressionRatio: inputs.maxRegressionRatio ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio
	}, file.defaults ?? {});
	const services = Object.entries(file.services ?? {});
	const over = (inherited) => services.map(([pattern, settings]) => ({
		pattern,
		policy: withSettings(inherited, settings)
	}));
	return {
		source,
		namedServices: services.map(([pattern]) => pattern).filter((pattern) => !/[*?[\]{},]/.test(pattern)),
		retired: file.retired ?? [],
		defaults,
		services: over(defaults),
		tools: Object.entries(file.tools ?? {}).map(([pattern, settings]) => {
			const own = withSettings(defaults, settings);
			return {
				pattern,
				defaults: own,
				services: over(own)
			};
		}),
		override: {
			label: inputs.overrideLabel ?? file.override?.label ?? DEFAULT_OVERRIDE_POLICY.label,
			secondPerson: file.override?.["second-person"] ?? DEFAULT_OVERRIDE_POLICY.secondPerson,
			roles: file.override?.roles ?? DEFAULT_OVERRIDE_POLICY.roles,
			minReasonLength: file.override?.["min-reason-length"] ?? DEFAULT_OVERRIDE_POLICY.minReasonLength,
			approval: file.override?.approval ?? DEFAULT_OVERRIDE_POLICY.approval,
			services: file.override?.services ?? DEFAULT_OVERRIDE_POLICY.services,
			maxRegressionRatio: file.override?.["max-regression"] ?? DEFAULT_OVERRIDE_POLICY.maxRegressionRatio,
			expiresMs: file.override?.expires ?? DEFAULT_OVERRIDE_POLICY.expiresMs,
			bots: file.override?.bots ?? DEFAULT_OVERRIDE_POLICY.bots
		},
		confirmation: file.confirmation === void 0 ? null : { maxRuns: file.confirmation["max-runs"] },
		drift: file.drift === void 0 ? null : {
			anchor: file.drift.anchor,
			maxDriftRatio: file.drift.max
		},
		enforce: file.enforce ?? true,
		monitoring: toMonitoring(file.monitoring ?? {}),
		templates: file.templates ?? null
	};
}
/** Puts settings on top of what they inherit. Levels are merged one by one; a list replaces the inherited list. */
function withSettings(base, settings) {
	const endpoints = Object.entries(settings.endpoints ?? {}).map(([pattern, endpoint]) => ({
		pattern,
		maxRegressionRatio: endpoint["max-regression"]
	}));
	return {
		maxRegressionRatio: settings["max-regression"] ?? base.maxRegressionRatio,
		minDelta: settings["min-delta"] ?? base.minDelta,
		maxErrorRateIncrease: settings["max-error-rate-increase"] ?? base.maxErrorRateIncrease,
		maxDroppedRatio: settings["max-dropped-iterations"] ?? base.maxDroppedRatio,
		minTailSamples: settings["min-tail-samples"] ?? base.minTailSamples,
		primary: settings.primary ?? base.primary,
		endpoints,
		budgets: settings.budgets?.map(toBudget) ?? base.budgets,
		goals: settings.goals?.map(({ metric, stat, change }) => ({
			metric,
			stat: stat ?? null,
			changeRatio: change
		})) ?? base.goals,
		levels: {
			...base.levels,
			...definedEntries(settings.levels ?? {})
		},
		paths: settings.paths ?? base.paths,
		read: withSelection(base.read, settings),
		ownCode: settings.profiles?.own ?? base.ownCode,
		objective: settings.objective === void 0 ? base.objective : toObjective(settings.objective),
		watch: settings.watch === void 0 ? base.watch : withWatch(base.watch ?? DEFAULT_WATCH, settings.watch),
		owner: settings.owner ?? base.owner,
		runbookUrl: settings.runbook ?? base.runbookUrl,
		container: settings.container === void 0 ? base.container : containerNameOf(settings.container)
	};
}
function withWatch(base, watch) {
	return {
		name: watch.name ?? base.name,
		versionLabel: watch["version-label"] ?? base.versionLabel,
		podLabel: watch["pod-label"] ?? base.podLabel,
		labels: watch.labels === void 0 ? base.labels : new Map(Object.entries(watch.labels)),
		environment: watch.environment ?? base.environment
	};
}
/** An objective replaces the inherited one as a whole: parts of two promises make no promise. */
function toObjective(objective) {
	return {
		boundMs: objective.bound,
		withinRatio: objective.within,
		maxErrorRatio: objective.errors ?? DEFAULT_OBJECTIVE.maxErrorRatio,
		minRatePerS: objective["min-rate"] ?? DEFAULT_OBJECTIVE.minRatePerS
	};
}
/** `app`, `shop/app`, `none` */
function containerNameOf(text) {
	if (text === "none") return null;
	const [name = "", namespace = null] = text.split("/").toReversed();
	return {
		namespace,
		name
	};
}
function toMonitoring(monitoring) {
	return {
		histogram: monitoring.histogram ?? DEFAULT_MONITORING.histogram,
		counter: monitoring.counter ?? DEFAULT_MONITORING.counter,
		serviceLabel: monitoring["service-label"] ?? DEFAULT_MONITORING.serviceLabel,
		statusLabel: monitoring["status-label"] ?? DEFAULT_MONITORING.statusLabel,
		errorStatus: monitoring["error-status"] ?? DEFAULT_MONITORING.errorStatus,
		bucketsMs: monitoring.buckets ?? DEFAULT_MONITORING.bucketsMs
	};
}
/** Each key replaces what is inherited as a whole: `exclude: { first: 10s }` excludes nothing at the end. */
function withSelection(base, settings) {
	const { exclude, scenarios, tags } = settings;
	return {
		excludeFirstMs: exclude === void 0 ? base.excludeFirstMs : exclude.first ?? 0,
		excludeLastMs: exclude === void 0 ? base.excludeLastMs : exclude.last ?? 0,
		scenarios: scenarios ?? base.scenarios,
		tags: tags === void 0 ? base.tags : new Map(Object.entries(tags)),
		maxEndpoints: settings["max-endpoints"] ?? base.maxEndpoints,
		endpointGroups: endpointGroups(Object.keys(settings.endpoints ?? {}))
	};
}
function definedEntries(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}
function toBudget({ metric, stat, endpoint, max, min }) {
	return {
		metric,
		stat,
		endpoint: endpoint ?? null,
		max: max?.value ?? null,
		min: min?.value ?? null,
		text: [min, max].flatMap((limit) => limit === void 0 ? [] : [limit.text]).join(" to ")
	};
}
function findClashes(file, yaml, inputs) {
	const clash = (path, input) => ({
		line: yaml.lineOf(path),
		text: `\`${path.join(".")}\` is also set by the input \`${input}\`. Set it in one place only.`
	});
	return [
		...(file.retired ?? []).flatMap((name, index) => file.services?.[name] === void 0 ? [] : [{
			line: yaml.lineOf(["retired", index]),
			text: `\`${name}\` is retired, and \`services.${name}\` says how it is judged. Remove one of them.`
		}]),
		...inputs.maxRegressionRatio != null && file.defaults?.["max-regression"] !== void 0 ? [clash(["defaults", "max-regression"], "max-regression")] : [],
		...inputs.overrideLabel != null && file.override?.label !== void 0 ? [clash(["override", "label"], "override-label")] : []
	];
}
export { readPolicyFile as n, parsePolicy as t };
