import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, Dt as joined, Ft as text, J as terminalLine, Ot as listed, Zt as require__builtin_path, kt as name, wt as distinct, xt as UserError } from "./both.js";
import { n as sampledService, t as measureResources } from "./measure-resources.js";
import { t as parseResources } from "./resources2.js";
import { w as proxyAwareFetch } from "./action.js";
import { t as momentMs } from "./moment.js";
import { gn as formatValue, ln as formatDuration, u as print } from "./compare.js";
import { a as querySamples, n as prometheusAt, r as queryInstant } from "./query.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
// src/prometheus/pod-series.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** The series that have a sample during the load. A pod that ended before the load or came after it took no part in it. */
function duringLoad(all, { startSeconds, endSeconds }) {
	return all.filter(({ points }) => points.some(({ t }) => t >= startSeconds && t <= endSeconds));
}
/** The samples during the load, the last sample before it and the first sample after it. */
function aroundLoad({ labels, points }, { startSeconds, endSeconds }) {
	const first = points.findLastIndex(({ t }) => t <= startSeconds);
	const last = points.findIndex(({ t }) => t >= endSeconds);
	return {
		labels,
		points: points.slice(Math.max(first, 0), last === -1 ? points.length : last + 1)
	};
}
/** A container that restarted in its pod has another id, so it is another instance. */
function instancesOf(all) {
	const byName = /* @__PURE__ */ new Map();
	for (const series of all) byName.set(nameOf(series), [...byName.get(nameOf(series)) ?? [], series]);
	return [...byName].flatMap(([container, same]) => {
		requireDistinct(container, same);
		return same.toSorted((left, right) => (left.points[0]?.t ?? 0) - (right.points[0]?.t ?? 0)).map((series, index) => ({
			instance: index === 0 ? container : `${container}/${index + 1}`,
			series
		}));
	});
}
/** The labels that differ between a container and the container that replaces it after a restart. */
const ID_LABELS = /* @__PURE__ */ new Set([
	"id",
	"name",
	"image"
]);
/** If two servers scrape a container, or if a server scrapes it twice, its use would count twice. */
function requireDistinct(instance, [first, ...others]) {
	for (const other of others) {
		const differing = [.../* @__PURE__ */ new Set([...Object.keys(first?.labels ?? {}), ...Object.keys(other.labels)])].filter((label) => first?.labels[label] !== other.labels[label]);
		if (differing.length > 0 && differing.every((label) => ID_LABELS.has(label))) continue;
		throw new UserError(text`${name(instance)} is there twice: its series differ in ${joined(differing.sort().map(name), text`, `)}. Choose one of the series in the selector.`);
	}
}
function nameOf({ labels }) {
	const { namespace, pod, container, instance } = labels;
	return (pod === void 0 ? [instance] : [
		namespace,
		pod,
		container
	]).filter((part) => part !== void 0 && part !== "").join("/") || "service";
}
function identityOf(series) {
	return JSON.stringify([nameOf(series), series.labels.id ?? null]);
}
function lookup(all, keyOf) {
	const byKey = new Map(all.map((series) => [keyOf(series), series.points]));
	return (of, t, withinSeconds) => {
		const points = byKey.get(keyOf(of)) ?? [];
		const after = points.findIndex((point) => point.t >= t);
		const [left, right] = [points[(after === -1 ? points.length : after) - 1], points[after]];
		const nearest = left !== void 0 && (right === void 0 || t - left.t < right.t - t) ? left : right;
		return nearest === void 0 || Math.abs(nearest.t - t) > withinSeconds ? null : nearest.value;
	};
}
function medianInterval({ points }) {
	const gaps = points.slice(1).map(({ t }, index) => t - (points[index]?.t ?? t));
	return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0;
}
// src/prometheus/pod-resources.ts
/**
* The kubelet counts the resources of each container (its built-in cAdvisor). Where it is not scraped, the metrics of the program
* about itself are used. cAdvisor's series without a container are sums of whole pods, and the container `POD` only holds the
* network of its pod.
* https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md,
* https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics
*/
const FAMILIES = [{
	source: "cadvisor",
	matchers: ",container!=\"\",container!=\"POD\"",
	cpu: "container_cpu_usage_seconds_total",
	memory: "container_memory_working_set_bytes",
	groupedBy: "namespace"
}, {
	source: "process metrics",
	matchers: "",
	cpu: "process_cpu_seconds_total",
	memory: "process_resident_memory_bytes",
	groupedBy: "job"
}];
/**
* Two scrapes at the slowest usual interval of one minute. One sample before the load and one after it are needed to know the
* counters at the start and the end of the load.
*/
const MARGIN_SECONDS = 120;
/**
* Limits and restarts come from another exporter, which is scraped at other times. Prometheus itself uses a sample for as long as
* this.
*/
const LOOKBACK_SECONDS = 300;
/** Asks for all resources of the containers of a service. Throws a UserError when Prometheus has none of them. */
async function podResources(server, query) {
	const range = {
		startSeconds: query.startSeconds - MARGIN_SECONDS,
		endSeconds: query.endSeconds + MARGIN_SECONDS
	};
	const selector = matchersOf(query.selector);
	const ask = async (metric, more = "") => await querySamples(server, `${metric}{${selector}${more}}`, range);
	for (const family of FAMILIES) {
		const cpu = duringLoad(await ask(family.cpu, family.matchers), query);
		if (cpu.length > 0) return await resourcesOf(family, cpu, query, ask);
	}
	throw new UserError(await nothingFound(server, selector, query.endSeconds));
}
async function resourcesOf(family, cpu, query, ask) {
	const others = await otherMetricsOf(family, ask);
	const samples = instancesOf(cpu).flatMap(({ instance, series }) => samplesOf(series, others, query).map((one) => ({
		...one,
		instance
	}))).map((one) => ({
		...one,
		target: query.target,
		source: family.source
	})).toSorted((left, right) => left.t - right.t);
	return {
		samples,
		oomKills: killedBetween(cpu, others, query),
		notes: notesOf(samples, query)
	};
}
async function otherMetricsOf(family, ask) {
	const own = async (metric) => lookup(await ask(metric, family.matchers), identityOf);
	const ofPod = async (metric, more = "") => lookup(await ask(metric, more), nameOf);
	const [quota, period, bytes] = [
		await own("container_spec_cpu_quota"),
		await own("container_spec_cpu_period"),
		await own("container_spec_memory_limit_bytes")
	];
	const toldCpu = await ofPod("kube_pod_container_resource_limits", ",resource=\"cpu\"");
	const toldMemory = await ofPod("kube_pod_container_resource_limits", ",resource=\"memory\"");
	return {
		memory: await own(family.memory),
		periods: await own("container_cpu_cfs_periods_total"),
		throttled: await own("container_cpu_cfs_throttled_periods_total"),
		oomEvents: await own("container_oom_events_total"),
		restarts: await ofPod("kube_pod_container_status_restarts_total"),
		killed: await ofPod("kube_pod_container_status_last_terminated_reason", ",reason=\"OOMKilled\""),
		cpuLimit: (...at) => toldCpu(...at) ?? coresOf(quota(...at), period(...at)),
		memoryLimit: (...at) => toldMemory(...at) ?? (bytes(...at) || null)
	};
}
function coresOf(quota, period) {
	return quota !== null && period !== null && quota > 0 && period > 0 ? quota / period : null;
}
function samplesOf(series, others, query) {
	const interval = medianInterval(series);
	return aroundLoad(series, query).points.flatMap(({ t, value: cpuSeconds }) => {
		const scraped = (which) => others[which](series, t, interval);
		const told = (which) => others[which](series, t, LOOKBACK_SECONDS);
		const memoryBytes = scraped("memory");
		if (cpuSeconds === null || memoryBytes === null) return [];
		return [{
			t,
			cpuSeconds,
			memoryBytes,
			...known("periods", scraped("periods")),
			...known("throttledPeriods", scraped("throttled")),
			...known("oomKills", scraped("oomEvents")),
			...known("restarts", told("restarts")),
			...known("cpuLimitCores", told("cpuLimit")),
			...known("memoryLimitBytes", told("memoryLimit"))
		}];
	});
}
/** A killed container is gone, and the container that replaces it counts from 0. Only the pod knows about both. */
function killedBetween(cpu, { restarts, killed }, query) {
	return [...new Map(cpu.map((series) => [nameOf(series), series])).values()].filter((series) => {
		const at = (t) => restarts(series, t, LOOKBACK_SECONDS) ?? 0;
		return at(query.endSeconds) > at(query.startSeconds) && killed(series, query.endSeconds, LOOKBACK_SECONDS) === 1;
	}).length;
}
/** Removes the braces, which people copy together with the matchers. */
function matchersOf(selector) {
	const inner = selector.trim().replace(/^\{/, "").replace(/\}$/, "").replace(/,\s*$/, "").trim();
	if (/^[a-zA-Z_]\w*\s*(?:=|!=|=~|!~)\s*"/.test(inner)) return inner;
	throw new UserError(`The selector ${JSON.stringify(selector)} names no label. Give one such as namespace="shop",pod=~"checkout-.*",container="checkout".`);
}
function known(key, value) {
	return value === null ? {} : { [key]: value };
}
function notesOf(samples, { endSeconds }) {
	const notes = [];
	if (samples.every(({ restarts }) => restarts === void 0)) notes.push(text`Prometheus has no count of restarts (kube-state-metrics exports it), so a restart only shows where a counter falls.`);
	if (samples.every((one) => one.cpuLimitCores === void 0 && one.memoryLimitBytes === void 0)) notes.push(text`No limits of processor and memory are known, so the use cannot be compared with them.`);
	const last = Math.max(...samples.map(({ t }) => t));
	if (last < endSeconds) {
		const seconds = (endSeconds - last).toFixed(0);
		notes.push(text`The last sample is ${seconds} s before the end of the load, and the resources used after it are not counted. Run the command again after the next scrape.`);
	}
	return notes;
}
async function nothingFound(server, selector, atSeconds) {
	const available = await Promise.all(FAMILIES.map(async ({ cpu, groupedBy }) => {
		const values = (await queryInstant(server, `count by (${groupedBy}) (${cpu})`, atSeconds)).flatMap(({ labels }) => labels[groupedBy] ?? []).sort();
		return values.length === 0 ? text`no ${cpu} at all` : text`${cpu} of the ${groupedBy} ${listed(values.map(name), MAX_NAMED)}`;
	}));
	return text`Prometheus has no CPU of {${name(selector)}} in this time. At the end of this time it has ${joined(available, text`, and `)}. Check the selector and the times.`;
}
const MAX_NAMED = 10;
// src/commands/resources.ts
/** The name of a target in the file is that of a service, so it follows the rules of results/layout.ts. */
const TARGET = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const USAGE = {
	guide: "docs/guides/resources.md",
	calls: ["--from prometheus=URL --selector LABELS --start TIME --end TIME --out PATH"],
	flags: {
		from: {
			type: "string",
			value: "prometheus=URL",
			says: "the server; its token is read from PROMETHEUS_TOKEN"
		},
		selector: {
			type: "string",
			value: "LABELS",
			says: "the containers of the service: namespace=\"shop\",pod=~\"checkout-.*\""
		},
		start: {
			type: "string",
			value: "TIME",
			says: "when the load began: 2026-11-25T10:00:00Z, or seconds since 1970"
		},
		end: {
			type: "string",
			value: "TIME",
			says: "when the load ended"
		},
		out: {
			type: "string",
			value: "PATH",
			writes: "file or folder",
			says: "the folder of the run, or a file"
		},
		service: {
			type: "string",
			value: "NAME",
			says: "the name of the service in the samples; default: service"
		}
	},
	exitCodes: "0: the gate can use it. 1: a line says what the gate will not use, and why. 2: nothing was written."
};
/**
* `perf-gate resources` asks a monitoring system for the CPU and the memory of a service during a load test, and writes
* `resources.ndjson`. Exit code 1: the file is written, but the gate will not use it.
*/
async function resources(args) {
	const { values } = readArguments(args, USAGE.flags);
	const address = /^prometheus=(.+)$/.exec(requiredFlag("from", values.from))?.[1];
	if (address === void 0) throw new UserError(`--from cannot be ${JSON.stringify(values.from)}. Give --from prometheus=http://127.0.0.1:9090.`);
	const selector = requiredFlag("selector", values.selector);
	const startSeconds = secondsOf("start", requiredFlag("start", values.start));
	const endSeconds = secondsOf("end", requiredFlag("end", values.end));
	if (endSeconds <= startSeconds) throw new UserError("--end is not after --start: give when the load began and when it ended.");
	const target = values.service ?? "service";
	if (!TARGET.test(target)) throw new UserError(`--service cannot be ${JSON.stringify(target)}: use at most 64 of a-z, 0-9, ".", "_" and "-".`);
	const out = await fileOf(requiredFlag("out", values.out));
	const token = process.env.PROMETHEUS_TOKEN || null;
	const found = await podResources(prometheusAt(address, {
		token,
		fetch: await proxyAwareFetch(process.env)
	}), {
		target,
		selector,
		startSeconds,
		endSeconds
	});
	const ndjson = linesOf(found, startSeconds, endSeconds);
	await (0, import_promises.writeFile)(out, ndjson);
	const problems = problemsOf(ndjson);
	print(`${[...summaryOf(out, ndjson, found), ...problems].map(terminalLine).join("\n")}\n`);
	return problems.length > 0 ? 1 : 0;
}
/** `1795600800`, `1795600800.5`, or `2026-11-25T10:00:00Z`. The commands `date +%s` and `date -u +%FT%TZ` print such times. */
function secondsOf(flag, text) {
	if (/^\d{9,11}(?:\.\d+)?$/.test(text)) return Number(text);
	const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? momentMs(text) : null;
	if (ms !== null) return ms / 1e3;
	throw new UserError(`--${flag} cannot be ${JSON.stringify(text)}. Give a time such as 2026-11-25T10:00:00Z, or seconds since 1970, as date +%s prints them.`);
}
async function fileOf(path) {
	return await (0, import_promises.stat)(path).then((found) => found.isDirectory(), () => false) ? (0, import__builtin_path.join)(path, "resources.ndjson") : path;
}
function linesOf({ samples, oomKills }, startSeconds, endSeconds) {
	const kills = oomKills > 0 ? { oomKills } : {};
	return [
		{
			t: startSeconds,
			event: "load-start"
		},
		...samples,
		{
			t: endSeconds,
			event: "load-end",
			...kills
		}
	].map((line) => `${JSON.stringify(line)}\n`).join("");
}
const WHOLE = {
	excludeFirstMs: 0,
	excludeLastMs: 0,
	requests: null
};
function summaryOf(out, ndjson, { samples, notes }) {
	const { instances, seconds, cpuLimitCores, memoryLimitBytes, source } = sampledService(parseResources(ndjson), WHOLE);
	const limits = [cpuLimitCores === null ? null : `${cpuLimitCores} cores`, memoryLimitBytes === null ? null : formatValue(memoryLimitBytes, "bytes")].filter((limit) => limit !== null);
	const each = limits.length === 0 ? [] : text` Limits of each: ${limits.join(", ")}.`;
	return [text`${name(out)}: ${samples.length} samples of ${instances} ${instances === 1 ? "instance" : "instances"} in ${formatDuration(1e3 * seconds)}, by ${name(source ?? "an unknown source")}.${each}`, ...notes.map((note) => text`Note: ${note}`)];
}
/** The problems that the gate will find in the file. CPU per request is left out, because another file has the requests. */
function problemsOf(ndjson) {
	const problems = measureResources(parseResources(ndjson), WHOLE).filter(({ metric }) => metric !== "cpu_per_request").flatMap(({ metric, unusable }) => [...unusable.values()].map((why) => text`Cannot be used: ${metric}: ${why}.`));
	return distinct(problems);
}
export { USAGE, resources };
