import { r as __toESM } from "./rolldown-runtime.js";
import { $t as require_promises, Ct as code, Ft as text, J as terminalLine, L as servicePolicy, Tt as enumerated, Y as terminalText, Zt as require__builtin_path, kt as name, xt as UserError } from "./both.js";
import { t as require_dist } from "./dist.js";
import { n as countsMilliseconds, t as bucketFor } from "./bucket.js";
import { n as writeFiles, t as planFiles } from "./planned-files.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
import { m as readPolicy, u as print } from "./compare.js";
// src/monitor/monitored-service.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
var import_dist = require_dist();
/**
* The services that the policy names and that have an objective, in the order of their names.
*
* @throws UserError if no service has an objective, or if an objective belongs to a pattern, which names no service
*/
function monitoredServices(policy) {
	const { monitoring, namedServices, services } = policy;
	const place = policy.source ?? "The policy";
	const unnamed = services.find(({ pattern, policy: { objective } }) => !namedServices.includes(pattern) && objective !== null && objective !== policy.defaults.objective);
	if (unnamed !== void 0) throw new UserError(`${place}: \`services.${unnamed.pattern}\` has an objective, and a pattern does not say which services there are. Write the objective under \`defaults\`, and name each service.`);
	const found = namedServices.toSorted().flatMap((name) => {
		const { objective, owner, runbookUrl, container } = servicePolicy(policy, name);
		if (objective === null) return [];
		const bucket = bucketFor(name, objective.boundMs, monitoring);
		return [{
			name,
			owner: owner ?? name,
			runbookUrl,
			objective,
			bucket,
			metrics: monitoring,
			container
		}];
	});
	if (found.length > 0) return found;
	throw new UserError(policy.defaults.objective === null ? `${place}: no service has an objective, so there is nothing to watch. Write an objective: services: { checkout: { objective: { bound: 250ms, within: 99% } } }` : `${place}: the defaults have an objective, and no service is named. Name each service: services: { checkout: {} }`);
}
/** What the reader should know about the alerts of a service, in full sentences. */
function notesOn(service) {
	const { runbookUrl, container } = service;
	const own = name(service.name);
	return [
		...bucketNotes(service),
		...runbookUrl === null ? [text`${own}: its alerts have no link to a runbook. Set ${code("runbook")}.`] : [],
		...container !== null && container.name === null ? [text`${own}: its alerts watch the limits of containers with the name ${own}. If the containers have another name, set ${code("container")}. If the service runs in no container, set it to ${code("none")}.`] : []
	];
}
function bucketNotes({ name: service, objective, bucket, metrics }) {
	if (bucket.endMs === objective.boundMs) return [];
	const [bound, end] = [durationText(objective.boundMs), durationText(bucket.endMs)];
	const nearest = [...bucket.belowMs === null ? [] : [bucket.belowMs], bucket.endMs].map(durationText);
	return [text`${name(service)}: no bucket of ${name(metrics.histogram)} ends at ${bound}. Its alerts look at ${end}, the next end above, and requests between the two count as fast. Add a bucket at ${bound} to the service and to ${code("monitoring.buckets")}, or set ${code("bound")} to ${enumerated(nearest, "or")}.`];
}
/** `250ms`, `2.5s` */
function durationText(ms) {
	return ms < 1e3 ? `${plain$1(ms)}ms` : `${plain$1(ms / 1e3)}s`;
}
/** Without the error of binary fractions: 1.1 times 1000 is 1100.0000000000002. No quantity of a policy needs more than 12 digits. */
function plain$1(value) {
	return String(Number(value.toPrecision(12)));
}
// src/monitor/queries.ts
function selectorsOf({ name, bucket, metrics }) {
	const { histogram, serviceLabel, statusLabel, errorStatus } = metrics;
	const counter = metrics.counter ?? `${histogram}_count`;
	const service = `${serviceLabel}="${name}"`;
	return {
		all: `${histogram}_count{${service}}`,
		fast: `${histogram}_bucket{${service},${endMatcher(bucket)}}`,
		counted: `${counter}{${service}}`,
		failed: `${counter}{${service},${statusLabel}=~"${escaped(errorStatus)}"}`,
		withStatus: `${counter}{${service},${statusLabel}!=""}`
	};
}
/** The point is escaped, because the pattern `1.0` also matches the bucket `100`. */
function endMatcher({ ends }) {
	const [only, ...more] = ends;
	return more.length === 0 ? `le="${only}"` : `le=~"${ends.map((end) => end.replace(".", "[.]")).join("|")}"`;
}
function escaped(pattern) {
	return pattern.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"");
}
/** Requests per second. `rate` must stand inside of `sum`: it recognises the restart of a pod only in the series of that pod. */
function rateOf(selector, window) {
	return `sum(rate(${selector}[${window}]))`;
}
/** The share of slow requests. Without traffic the share is not a number, and no alert fires on that. */
function slowShare({ all, fast }, window) {
	return `1 - ${rateOf(fast, window)} / ${rateOf(all, window)}`;
}
/** The share of failed requests. A service without failed requests has no series of them, so the share is 0. */
function failedShare({ counted, failed }, window) {
	return `(${rateOf(failed, window)} or vector(0)) / ${rateOf(counted, window)}`;
}
// src/monitor/alerts.ts
/** The two shares that have a limit. Recording rules store each share over each window. */
const SHARES = {
	latency: "perf_gate:slow_requests",
	errors: "perf_gate:failed_requests"
};
/** The name of the recorded share over a window. */
function shareSeries(share, window) {
	return `${SHARES[share]}:ratio_rate${window}`;
}
/** The alert fires if the traffic is less than this share of the traffic a week before. */
const LEAST_TRAFFIC_RATIO = .5;
/** The alerts of both shares for one burn rate. */
function burnAlerts(service, burn) {
	return [burnAlert(service, "latency", burn), burnAlert(service, "errors", burn)];
}
/** The share of requests that may be slow, or may fail. */
function budgetOf({ objective }, share) {
	return share === "latency" ? plain(1 - objective.withinRatio) : objective.maxErrorRatio;
}
/** An alert fires above this share. */
function thresholdOf(service, share, { factor }) {
	return plain(factor * budgetOf(service, share));
}
function burnAlert(service, share, burn) {
	const { name, objective } = service;
	const { all, counted } = selectorsOf(service);
	const recorded = (window) => `${shareSeries(share, window)}{service="${name}"}`;
	const threshold = thresholdOf(service, share, burn);
	const traffic = rateOf(share === "latency" ? all : counted, burn.short);
	return {
		alert: `PerfGate${share === "latency" ? "Latency" : "Errors"}Burn${burn.long}`,
		expr: [
			`${recorded(burn.long)} > ${threshold}`,
			`and ${recorded(burn.short)} > ${threshold}`,
			`and on() ${traffic} >= ${objective.minRatePerS}`,
			`and count_over_time(${recorded("5m")}[${burn.long}]) > ${burn.leastMinutes}`
		].join("\n"),
		for: burn.for,
		labels: labelsOf(service, burn.severity, share),
		annotations: annotationsOf(service, `${name}: {{ $value | humanizePercentage }} ${rateWords(service, share, burn)}`)
	};
}
function rateWords(service, share, { longText }) {
	const allowed = `The objective allows ${percentText(budgetOf(service, share))}`;
	if (share === "errors") return `of the requests failed in the last ${longText}. ${allowed}.`;
	const { bucket, objective } = service;
	const bound = bucket.endMs === objective.boundMs ? "" : ` above ${durationText(objective.boundMs)}`;
	return `of the requests took longer than ${durationText(bucket.endMs)} in the last ${longText}. ${allowed}${bound}.`;
}
/**
* Traffic is compared with the same time of the week before, because less traffic at night is not a fault. Without a week of history,
* the alert is silent.
*/
function trafficAlert(service) {
	const { all } = selectorsOf(service);
	const before = `sum(rate(${all}[30m] offset 1w))`;
	return {
		alert: "PerfGateTrafficFell",
		expr: [`${rateOf(all, "30m")} / ${before} < ${LEAST_TRAFFIC_RATIO}`, `and on() ${before} >= ${service.objective.minRatePerS}`].join("\n"),
		for: "15m",
		labels: labelsOf(service, "ticket", "traffic"),
		annotations: annotationsOf(service, `${service.name}: the traffic is {{ $value | humanizePercentage }} of that of the same time a week ago.`)
	};
}
/**
* An alert on a series that does not exist never fires. If a bucket or a label has another name than in the policy, the other alerts
* would therefore be silent. `absent` copies labels from the selector; `sum` removes them.
*/
function dataAlerts(service) {
	const { all, fast, counted, withStatus } = selectorsOf(service);
	const { name, bucket, metrics } = service;
	const absent = (alert, expr, summary) => ({
		alert,
		expr,
		for: "10m",
		labels: labelsOf(service, "ticket", "data"),
		annotations: annotationsOf(service, `${name}: ${summary}`)
	});
	return [
		absent("PerfGateNoData", all === counted ? `absent(sum(${all}))` : `absent(sum(${all})) or absent(sum(${counted}))`, "Prometheus has no measurements of it, so nothing else can alarm."),
		absent("PerfGateNoBucket", `absent(sum(${fast})) and on() count(${all}) > 0`, `${metrics.histogram} has no bucket that ends at ${durationText(bucket.endMs)}, so latency cannot alarm.`),
		absent("PerfGateNoStatus", `absent(sum(${withStatus})) and on() count(${counted}) > 0`, `its requests have no label ${metrics.statusLabel}, so errors cannot alarm.`)
	];
}
/** Alertmanager routes an alert by these labels: to its owner, as a page or as a ticket. */
function labelsOf({ name, owner }, severity, signal) {
	return {
		service: name,
		owner,
		severity,
		signal
	};
}
function annotationsOf({ runbookUrl }, summary) {
	return runbookUrl === null ? { summary } : {
		summary,
		runbook_url: runbookUrl
	};
}
function percentText(ratio) {
	return `${plain(100 * ratio)}%`;
}
/** Without the error of binary fractions: 1 - 0.99 is 0.010000000000000009. */
function plain(value) {
	return Number(value.toPrecision(10));
}
// src/monitor/mark.ts
/** Every file of `perf-gate monitor` contains this mark, so that files of an earlier policy can be told from the team's own files. */
const MARK = "Written by perf-gate monitor from the policy. Do not edit it: change the policy.";
// src/monitor/dashboard.ts
/** The reader chooses the data source in Grafana, because each server has other data sources. */
const DATA_SOURCE = {
	type: "prometheus",
	uid: "${ds}"
};
const GRAFANA = {
	type: "grafana",
	uid: "-- Grafana --"
};
/** Grafana's grid has 24 columns: https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
const PANEL = {
	width: 12,
	height: 8,
	inARow: 2
};
/** A dashboard in the classic model, which newer versions of Grafana migrate. Version 42 of the schema is the one of Grafana's Foundation SDK 0.0.21. */
function dashboard(uid, title, panels) {
	return {
		uid,
		title,
		description: MARK,
		tags: [TAG],
		schemaVersion: 42,
		editable: false,
		time: {
			from: "now-6h",
			to: "now"
		},
		refresh: "1m",
		timezone: "browser",
		templating: { list: [{
			type: "datasource",
			name: "ds",
			label: "Prometheus",
			query: "prometheus"
		}] },
		annotations: { list: [
			marks("Merges", "merge", "blue"),
			marks("Overrides", "override", "orange"),
			marks("Load tests", "load-test", "purple")
		] },
		links: [{
			type: "dashboards",
			title: "Services",
			tags: [TAG],
			asDropdown: true,
			keepTime: true,
			includeVars: true
		}],
		panels: panels.map(panelAt)
	};
}
/** Every dashboard and every annotation of perf-gate has this tag. */
const TAG = "perf-gate";
/** Grafana stores these annotations itself. The dashboard finds them by their tags. */
function marks(name, tag, iconColor) {
	return {
		name,
		datasource: GRAFANA,
		enable: true,
		hide: false,
		iconColor,
		target: {
			type: "tags",
			tags: [TAG, tag],
			matchAny: false,
			limit: 100
		}
	};
}
function panelAt({ title, unit, limit, queries }, index) {
	const { width, height, inARow } = PANEL;
	const good = {
		color: "green",
		value: null
	};
	return {
		id: index + 1,
		type: "timeseries",
		title,
		datasource: DATA_SOURCE,
		gridPos: {
			x: index % inARow * width,
			y: Math.floor(index / inARow) * height,
			w: width,
			h: height
		},
		fieldConfig: {
			defaults: {
				unit,
				min: 0,
				custom: { thresholdsStyle: { mode: limit === null ? "off" : "line" } },
				thresholds: {
					mode: "absolute",
					steps: limit === null ? [good] : [good, {
						color: "red",
						value: limit
					}]
				}
			},
			overrides: []
		},
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: []
			},
			tooltip: {
				mode: "multi",
				sort: "desc"
			}
		},
		targets: queries.map(({ expr, legend }, place) => ({
			refId: refId(place),
			datasource: DATA_SOURCE,
			expr,
			legendFormat: legend,
			range: true
		}))
	};
}
/** A to Z, then A1 and so on. */
function refId(place) {
	return `${String.fromCharCode(65 + place % 26)}${place < 26 ? "" : Math.floor(place / 26)}`;
}
// src/monitor/limit-alerts.ts
/** The same limit as in `CPUThrottlingHigh` of Kubernetes: https://github.com/kubernetes-monitoring/kubernetes-mixin/blob/master/config.libsonnet */
const MOST_THROTTLED_RATIO = .25;
/** With less free memory, the next request may exceed the limit, and then the kernel kills the container. */
const MOST_MEMORY_RATIO = .9;
/** One or two restarts in an hour are usual, for example during a deployment. */
const MOST_RESTARTS_AN_HOUR = 2;
/** The alerts of a service. null: it runs in no container. */
function limitAlerts(service) {
	if (service.container === null) return null;
	const queries = limitQueries(service);
	const { working, restarts, outOfMemory } = countersOf(service);
	const alert = (fields) => limitAlert(service, fields);
	return {
		throttled: throttledAlert(service),
		memory: alert({
			alert: "PerfGateMemoryAtLimit",
			expr: `${queries.memoryOfLimit} > ${MOST_MEMORY_RATIO}`,
			for: "10m",
			summary: "the pod {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit."
		}),
		outOfMemory: alert({
			alert: "PerfGateOutOfMemory",
			expr: [`max by (namespace, pod) (increase(${restarts}[15m])) > 0`, `and max by (namespace, pod) (${outOfMemory}) > 0`].join("\n"),
			for: "1m",
			summary: "the pod {{ $labels.pod }} needed more memory than its limit, and was killed."
		}),
		restarts: alert({
			alert: "PerfGateRestarts",
			expr: `${queries.restartsAnHour} > ${MOST_RESTARTS_AN_HOUR}`,
			for: "1m",
			summary: "the pod {{ $labels.pod }} was restarted {{ $value }} times in the last hour."
		}),
		noContainer: alert({
			alert: "PerfGateNoContainer",
			expr: `absent(sum(${working})) or absent(sum(${restarts}))`,
			for: "10m",
			summary: `Prometheus has no container ${nameOf(service)}, so no alert on its limits can fire. Name the container in the policy, with \`container\`.`
		})
	};
}
function throttledAlert(service) {
	const requests = rateOf(selectorsOf(service).all, "5m");
	return limitAlert(service, {
		alert: "PerfGateThrottled",
		expr: [`${limitQueries(service).throttledShare} > ${MOST_THROTTLED_RATIO}`, `and on() ${requests} >= ${service.objective.minRatePerS}`].join("\n"),
		for: "15m",
		summary: "the CPU limit held it back in {{ $value | humanizePercentage }} of the time."
	});
}
function limitAlert(service, { summary, ...fields }) {
	return {
		...fields,
		labels: labelsOf(service, "ticket", fields.alert === "PerfGateNoContainer" ? "data" : "limits"),
		annotations: annotationsOf(service, `${service.name}: ${summary}`)
	};
}
/** The queries of containers that dashboards show and alerts compare. */
function limitQueries(service) {
	const { cpu, periods, throttled, working, limit, restarts } = countersOf(service);
	return {
		throttledShare: `${rateOf(throttled, "5m")} / ${rateOf(periods, "5m")}`,
		memoryOfLimit: `max by (namespace, pod) (${working}) / max by (namespace, pod) (${limit})`,
		restartsAnHour: `round(max by (namespace, pod) (increase(${restarts}[1h])))`,
		cpuCores: rateOf(cpu, "5m")
	};
}
function countersOf(service) {
	const matchers = matchersOf(service);
	return {
		cpu: `container_cpu_usage_seconds_total{${matchers}}`,
		periods: `container_cpu_cfs_periods_total{${matchers}}`,
		throttled: `container_cpu_cfs_throttled_periods_total{${matchers}}`,
		working: `container_memory_working_set_bytes{${matchers}}`,
		limit: `kube_pod_container_resource_limits{${matchers},resource="memory"}`,
		restarts: `kube_pod_container_status_restarts_total{${matchers}}`,
		outOfMemory: `kube_pod_container_status_last_terminated_reason{${matchers},reason="OOMKilled"}`
	};
}
function matchersOf({ name, container }) {
	const own = `container="${container?.name ?? name}"`;
	return container?.namespace ? `namespace="${container.namespace}",${own}` : own;
}
/** The container as the policy writes it: `NAME` or `NAMESPACE/NAME`. */
function nameOf({ name, container }) {
	return `${container?.namespace ? `${container.namespace}/` : ""}${container?.name ?? name}`;
}
// src/monitor/dashboards.ts
/** Of the windows of the alerts, the two that react first and the one that reacts last. */
const SHOWN_WINDOWS = [
	"5m",
	"1h",
	"3d"
];
/** One service: its response times, slow and failed requests, traffic, containers and alerts. */
function serviceDashboard(service) {
	const { name, objective } = service;
	const { all } = selectorsOf(service);
	return dashboard(uidOf(name), `perf-gate: ${name}`, [
		{
			title: `Response time, ${percentText(objective.withinRatio)} within ${durationText(objective.boundMs)}`,
			unit: timeUnit(service),
			limit: countsMilliseconds(service.metrics.histogram) ? objective.boundMs : objective.boundMs / 1e3,
			queries: [
				.5,
				.95,
				.99
			].map((quantile) => ({
				expr: `histogram_quantile(${quantile}, sum by (le) (rate(${bucketsOf(service)}[5m])))`,
				legend: `p${100 * quantile}`
			}))
		},
		{
			title: "Requests per second",
			unit: "reqps",
			limit: null,
			queries: [{
				expr: rateOf(all, "5m"),
				legend: "now"
			}, {
				expr: `sum(rate(${all}[5m] offset 1w))`,
				legend: "a week ago"
			}]
		},
		sharePanel(service, "latency", `Slower than ${durationText(service.bucket.endMs)}`),
		sharePanel(service, "errors", "Failed"),
		...containerPanels(service),
		alertsPanel([service])
	]);
}
/** All services on one page. */
function overviewDashboard(services) {
	const [first] = services;
	const each = (expr) => services.map((service) => ({
		expr: expr(service),
		legend: service.name
	}));
	const used = (share) => each((service) => `${shareSeries(share, "1h")}{service="${service.name}"} / ${budgetOf(service, share)}`);
	return dashboard("perf-gate-overview", "perf-gate: overview", [
		{
			title: "Slow requests, 1 is what is allowed",
			unit: "short",
			limit: 1,
			queries: used("latency")
		},
		{
			title: "Failed requests, 1 is what is allowed",
			unit: "short",
			limit: 1,
			queries: used("errors")
		},
		{
			title: "p95",
			unit: first === void 0 ? "s" : timeUnit(first),
			limit: null,
			queries: each((service) => `histogram_quantile(0.95, sum by (le) (rate(${bucketsOf(service)}[5m])))`)
		},
		{
			title: "Requests per second",
			unit: "reqps",
			limit: null,
			queries: each((service) => rateOf(selectorsOf(service).all, "5m"))
		},
		...memoryPanels(services),
		alertsPanel(services)
	]);
}
/** How much of its limits a container uses, per pod. */
function containerPanels(service) {
	if (service.container === null) return [];
	const { cpuCores, throttledShare, memoryOfLimit, restartsAnHour } = limitQueries(service);
	return [
		{
			title: "CPU, in cores",
			unit: "short",
			limit: null,
			queries: [{
				expr: cpuCores,
				legend: "all pods"
			}]
		},
		{
			title: "Time that the CPU limit held it back",
			unit: "percentunit",
			limit: MOST_THROTTLED_RATIO,
			queries: [{
				expr: throttledShare,
				legend: "all pods"
			}]
		},
		{
			title: "Memory, of its limit",
			unit: "percentunit",
			limit: MOST_MEMORY_RATIO,
			queries: [{
				expr: memoryOfLimit,
				legend: "{{pod}}"
			}]
		},
		{
			title: "Restarts in the last hour",
			unit: "short",
			limit: null,
			queries: [{
				expr: restartsAnHour,
				legend: "{{pod}}"
			}]
		}
	];
}
function memoryPanels(services) {
	const queries = services.filter(({ container }) => container !== null).map((service) => ({
		expr: `max(${limitQueries(service).memoryOfLimit})`,
		legend: service.name
	}));
	return queries.length === 0 ? [] : [{
		title: "Memory of the fullest pod, of its limit",
		unit: "percentunit",
		limit: MOST_MEMORY_RATIO,
		queries
	}];
}
function sharePanel(service, share, title) {
	const allowed = budgetOf(service, share);
	return {
		title: `${title}, ${percentText(allowed)} is allowed`,
		unit: "percentunit",
		limit: allowed,
		queries: SHOWN_WINDOWS.map((window) => ({
			expr: `${shareSeries(share, window)}{service="${service.name}"}`,
			legend: `over ${window}`
		}))
	};
}
/** Prometheus has the series ALERTS only while an alert fires. Without a series, the panel shows 0. */
function alertsPanel(services) {
	return {
		title: "Alerts that fire",
		unit: "short",
		limit: null,
		queries: services.map(({ name }) => ({
			expr: `count(ALERTS{alertname=~"PerfGate.+",alertstate="firing",service="${name}"}) or vector(0)`,
			legend: name
		}))
	};
}
function bucketsOf({ name, metrics }) {
	return `${metrics.histogram}_bucket{${metrics.serviceLabel}="${name}"}`;
}
function timeUnit({ metrics }) {
	return countsMilliseconds(metrics.histogram) ? "ms" : "s";
}
/**
* Grafana takes at most 40 characters, of letters, digits, `-` and `_`:
* https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid
* A name that does not fit is cut. A hash of the whole name tells it from other names with the same beginning.
*/
function uidOf(name) {
	return `perf-gate-${/^[a-z0-9_-]{1,30}$/.test(name) && name !== "overview" ? name : `${name.replaceAll(/[^a-z0-9_-]/g, "-").slice(0, 21)}-${fnv1a(name)}`}`;
}
/** FNV-1a of 32 bits as eight hexadecimal digits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function fnv1a(text) {
	return [...text].reduce((state, character) => Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261).toString(16).padStart(8, "0");
}
// src/monitor/rule-test.ts
function silent({ alert }, evalTime) {
	return {
		eval_time: evalTime,
		alertname: alert,
		exp_alerts: []
	};
}
/** @param found the labels of the series that the alert has as well */
function fires({ alert, labels, annotations }, evalTime, value, found = {}) {
	const summary = (annotations.summary ?? "").replace("{{ $value | humanizePercentage }}", percentOf(value)).replace("{{ $value }}", String(value)).replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label) => found[label] ?? "");
	return {
		eval_time: evalTime,
		alertname: alert,
		exp_alerts: [{
			exp_labels: {
				...found,
				...labels
			},
			exp_annotations: {
				...annotations,
				summary
			}
		}]
	};
}
/** Prometheus prints four digits: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers */
function percentOf(value) {
	return `${Number((100 * value).toPrecision(4))}%`;
}
// src/monitor/limit-tests.ts
const MEMORY_LIMIT_BYTES = 536870912;
/** A period of the scheduler is 100 ms: https://docs.kernel.org/scheduler/sched-bwc.html */
const PERIODS_A_MINUTE = 600;
/** Histories of a container, each with the alerts that it must fire. */
function limitTests(service, alerts, rulesPath) {
	const told = (name, hour, evalTime, alert, value) => toldTest(service, alerts, historyOf(name, service, hour), {
		alert,
		evalTime,
		value
	});
	const untold = (name, hour) => untoldTest(alerts, historyOf(name, service, hour));
	const onceKilled = {
		restarts: "0x20 1x40",
		outOfMemory: "_x20 1x40"
	};
	return {
		rule_files: [rulesPath],
		evaluation_interval: "1m",
		tests: [
			untold("a fifth of the time throttled, 85% of the memory, two restarts: nobody is told", {
				throttledRatio: .2,
				memoryRatio: .85,
				restarts: "0x10 1x20 2x30"
			}),
			told("half of the time throttled", { throttledRatio: .5 }, "30m", alerts.throttled, .5),
			untold("half of the time throttled, and too few requests to tell", {
				throttledRatio: .5,
				requestsPerS: service.objective.minRatePerS / 2
			}),
			told("95% of the memory limit", { memoryRatio: .95 }, "30m", alerts.memory, .95),
			told("killed once for its memory", onceKilled, "25m", alerts.outOfMemory, 1),
			untold("killed once for its memory, half an hour ago", onceKilled),
			told("three restarts in an hour", { restarts: "0x10 1x10 2x10 3x30" }, "50m", alerts.restarts, 3),
			untoldTest(alerts, withoutLimits(historyOf("the container has no limits: nobody is told", service, {}))),
			absentTest$1(alerts)
		]
	};
}
function historyOf(name, service, hour) {
	return {
		name,
		interval: "1m",
		input_series: containerSeries(service, {
			...quiet(service),
			...hour
		})
	};
}
function withoutLimits({ input_series: series, ...history }) {
	return {
		...history,
		input_series: series.filter((one) => !/_limits\{|_periods_/.test(one.series))
	};
}
/** The history must fire this alert and no other. */
function toldTest(service, alerts, history, { alert, evalTime, value }) {
	const others = Object.values(alerts).filter((other) => other !== alert);
	return {
		...history,
		alert_rule_test: [fires(alert, evalTime, value, alert === alerts.throttled ? {} : podOf(service)), ...others.map((other) => silent(other, evalTime))]
	};
}
function untoldTest(alerts, history) {
	return {
		...history,
		alert_rule_test: Object.values(alerts).map((alert) => silent(alert, "50m"))
	};
}
function absentTest$1(alerts) {
	return {
		name: "Prometheus has nothing of the container: limits cannot alarm, and that is told",
		interval: "1m",
		input_series: [{
			series: "up{job=\"another\"}",
			values: "1x40"
		}],
		alert_rule_test: Object.values(alerts).map((alert) => alert === alerts.noContainer ? fires(alert, "15m", 1) : silent(alert, "15m"))
	};
}
/** A container far below its limits. `0x60`: no restart. `_x60`: the series does not exist, because no container was ended. */
function quiet({ objective }) {
	return {
		throttledRatio: 0,
		memoryRatio: .5,
		restarts: "0x60",
		outOfMemory: "_x60",
		requestsPerS: 2 * objective.minRatePerS
	};
}
function containerSeries(service, hour) {
	const labels = Object.entries({
		...podOf(service),
		container: service.container?.name ?? service.name
	}).map(([name, value]) => `${name}="${value}"`).join(",");
	const of = (metric, values, more = "") => ({
		series: `${metric}{${labels}${more}}`,
		values
	});
	return [
		{
			series: selectorsOf(service).all,
			values: `0+${Number((60 * hour.requestsPerS).toPrecision(6))}x60`
		},
		of("container_cpu_cfs_periods_total", `0+${PERIODS_A_MINUTE}x60`),
		of("container_cpu_cfs_throttled_periods_total", `0+${hour.throttledRatio * PERIODS_A_MINUTE}x60`),
		of("container_memory_working_set_bytes", `${hour.memoryRatio * MEMORY_LIMIT_BYTES}x60`),
		of("kube_pod_container_resource_limits", `${MEMORY_LIMIT_BYTES}x60`, ",resource=\"memory\""),
		of("kube_pod_container_status_restarts_total", hour.restarts),
		of("kube_pod_container_status_last_terminated_reason", hour.outOfMemory, ",reason=\"OOMKilled\"")
	];
}
/** The labels of the pod that its alerts have as well. */
function podOf({ name, container }) {
	return {
		namespace: container?.namespace ?? "production",
		pod: `${name}-1`
	};
}
// src/monitor/routes.ts
/** Each owner has two receivers: a page calls a person at once, and a ticket is a task for later. */
const SEVERITIES = ["page", "ticket"];
/** The receiver of all alerts that no other route takes. The team adds its address. */
const DEFAULT_RECEIVER = "default";
/**
* A complete configuration, because amtool checks only complete ones: https://prometheus.io/docs/alerting/latest/configuration/
* The receivers have names but no addresses, because addresses are secrets of the team.
*/
function routes(services) {
	const receivers = [...new Set(services.map(({ owner }) => owner))].toSorted().flatMap((owner) => SEVERITIES.map((severity) => ({
		owner,
		severity
	})));
	return {
		route: {
			receiver: DEFAULT_RECEIVER,
			routes: [{
				receiver: DEFAULT_RECEIVER,
				matchers: ["alertname=~\"PerfGate.+\""],
				group_by: [
					"service",
					"signal",
					"severity"
				],
				routes: receivers.map(({ owner, severity }) => ({
					receiver: receiverOf(owner, severity),
					matchers: [`owner="${owner}"`, `severity="${severity}"`]
				}))
			}]
		},
		inhibit_rules: [{
			source_matchers: ["alertname=~\"PerfGate.+\"", "severity=\"page\""],
			target_matchers: ["alertname=~\"PerfGate.+\"", "severity=\"ticket\""],
			equal: ["service", "signal"]
		}],
		receivers: [{ name: DEFAULT_RECEIVER }, ...receivers.map(({ owner, severity }) => ({ name: receiverOf(owner, severity) }))]
	};
}
/** A shell script that asks amtool for the receiver of each alert. Its argument is the path of the team's own configuration. */
function routeChecks(services) {
	return `config="\${1:-"$(dirname "$0")/alertmanager.yml"}"
failed=0

goes_to() {
  receiver="$1"
  shift
  amtool config routes test --config.file="$config" --verify.receivers="$receiver" alertname=PerfGateCheck "$@" > /dev/null 2>&1 && return
  echo "$config: an alert with $* does not go to $receiver alone." >&2
  failed=1
}

checked="$(amtool check-config "$config" 2>&1)" || {
  echo "$checked" >&2
  exit 1
}
${services.flatMap(({ name, owner }) => SEVERITIES.map((severity) => `goes_to ${receiverOf(owner, severity)} service=${name} owner=${owner} severity=${severity}`)).join("\n")}
exit "$failed"
`;
}
function receiverOf(owner, severity) {
	return `${owner}-${severity}`;
}
// src/monitor/burn-rates.ts
/**
* 2 % of a month's budget in one hour, 5 % in six hours, 10 % in three days:
* https://sre.google/workbook/alerting-on-slos/#recommended_parameters_for_an_slo_based_alerting_configuration
*/
const BURN_RATES = [
	{
		long: "1h",
		longText: "hour",
		short: "5m",
		interval: "1m",
		factor: 14.4,
		for: "2m",
		severity: "page",
		leastMinutes: 30
	},
	{
		long: "6h",
		longText: "six hours",
		short: "30m",
		interval: "5m",
		factor: 6,
		for: "15m",
		severity: "page",
		leastMinutes: 180
	},
	{
		long: "3d",
		longText: "three days",
		short: "6h",
		interval: "5m",
		factor: 1,
		for: "1h",
		severity: "ticket",
		leastMinutes: 2160
	}
];
// src/monitor/rule-tests.ts
/** With this many requests, most shares are whole numbers of requests. */
const REQUESTS_A_MINUTE = 1e4;
/** Histories of a service, each with the alerts that it must fire. */
function ruleTests(service, rulesPath) {
	return {
		rule_files: [rulesPath],
		evaluation_interval: "1m",
		tests: [
			...BURN_RATES.map((burn) => burnTest(service, burn)),
			...untoldTests(service),
			absentTest(service),
			unreadableTest(service)
		]
	};
}
/** The test of the file with the alert on traffic. */
function trafficTests(service, rulesPath) {
	return {
		rule_files: [rulesPath],
		evaluation_interval: "5m",
		tests: [trafficFellTest(service)]
	};
}
/**
* At these times each burn rate has enough history, and no slower burn rate fires. The three days are as short as they can be (36 hours
* of history, and one hour of fire), because promtool takes ten seconds and more for them.
*/
const BURNED_AFTER = {
	"1h": "45m",
	"6h": "5h",
	"3d": "38h"
};
const TOO_EARLY = {
	"1h": "20m",
	"6h": "2h",
	"3d": "24h"
};
function burnTest(service, burn) {
	const [slowRatio, failedRatio] = [above(service, "latency", burn), above(service, "errors", burn)];
	const late = BURNED_AFTER[burn.long];
	const early = TOO_EARLY[burn.long];
	const end = service.bucket.ends[BURN_RATES.indexOf(burn) % service.bucket.ends.length];
	const own = burnAlerts(service, burn);
	const faster = BURN_RATES.slice(0, BURN_RATES.indexOf(burn)).flatMap((other) => burnAlerts(service, other));
	return {
		name: `${percentText(slowRatio)} slow and ${percentText(failedRatio)} failed: told after ${late} as a ${burn.severity}`,
		interval: "1m",
		input_series: history(service, [[{
			requests: busyMinute(service),
			slowRatio,
			failedRatio
		}, 2400]], end),
		alert_rule_test: [
			...own.map((alert) => silent(alert, early)),
			...own.map((alert) => fires(alert, late, alert.labels.signal === "latency" ? slowRatio : failedRatio)),
			...faster.map((alert) => silent(alert, late))
		],
		promql_expr_test: [shareTest(service, "latency", burn.short, slowRatio, late), shareTest(service, "errors", burn.short, failedRatio, late)]
	};
}
/** A share above this burn rate and below the next faster one. */
function above(service, share, burn) {
	const next = BURN_RATES[BURN_RATES.indexOf(burn) - 1];
	const upper = next === void 0 ? 1 : thresholdOf(service, share, next);
	return sixDigits((thresholdOf(service, share, burn) + upper) / 2);
}
function shareTest(service, share, window, value, evalTime) {
	return {
		expr: `round(${shareSeries(share, window)}, 0.000001)`,
		eval_time: evalTime,
		exp_samples: [{
			labels: `{service="${service.name}"}`,
			value
		}]
	};
}
/** Histories of which nobody is told. */
function untoldTests(service) {
	const { minRatePerS } = service.objective;
	const fine = healthyMinute(service);
	const little = {
		requests: Number((minRatePerS * 30).toPrecision(6)),
		slowRatio: 1,
		failedRatio: 1
	};
	const untold = (name, stretches, ...evalTimes) => ({
		name,
		interval: "1m",
		input_series: history(service, stretches),
		alert_rule_test: alertsOf(service).flatMap((alert) => evalTimes.map((evalTime) => silent(alert, evalTime)))
	});
	return [
		untold(`${percentText(fine.slowRatio)} slow and ${percentText(fine.failedRatio)} failed: nobody is told`, [[fine, 600]], "9h"),
		untold("a restart sets the counters back: nobody is told", [[fine, 50], [fine, 70]], "52m", "2h"),
		untold("no request comes: shares are not a number, and nobody is told of them", [[{
			requests: 0,
			slowRatio: 0,
			failedRatio: 0
		}, 90]], "80m"),
		untold(`half of ${minRatePerS} requests per second, all slow and failed: too few to tell`, [[little, 90]], "80m")
	];
}
function trafficFellTest(service) {
	const minute = healthyMinute(service);
	const requests = 5 * busyMinute(service);
	const fell = trafficAlert(service);
	return {
		name: "a quarter of the traffic of a week ago",
		interval: "5m",
		input_series: history(service, [[{
			...minute,
			requests
		}, 2040], [
			{
				...minute,
				requests: requests / 4
			},
			24,
			"goes on"
		]]),
		alert_rule_test: [silent(fell, "169h"), fires(fell, "171h", .25)]
	};
}
function absentTest(service) {
	return {
		name: "Prometheus has nothing of the service",
		interval: "1m",
		input_series: [{
			series: "up{job=\"another\"}",
			values: "1x40"
		}],
		alert_rule_test: alertsOf(service).map((alert) => alert.alert === "PerfGateNoData" ? fires(alert, "15m", 1) : silent(alert, "15m"))
	};
}
function unreadableTest(service) {
	const { histogram, counter, serviceLabel } = service.metrics;
	return {
		name: "requests without the bucket and without a status: latency and errors cannot alarm, and that is told",
		interval: "1m",
		input_series: [.../* @__PURE__ */ new Set([`${histogram}_count`, counter ?? `${histogram}_count`])].map((name) => ({
			series: `${name}{${serviceLabel}="${service.name}"}`,
			values: `0+${REQUESTS_A_MINUTE}x60`
		})),
		alert_rule_test: dataAlerts(service).map((alert) => alert.alert === "PerfGateNoData" ? silent(alert, "30m") : fires(alert, "30m", 1))
	};
}
function healthyMinute(service) {
	const half = (share) => sixDigits(budgetOf(service, share) / 2);
	return {
		requests: busyMinute(service),
		slowRatio: half("latency"),
		failedRatio: half("errors")
	};
}
/** The series of a service. The buckets have no label for the status, because the rules sum over all other labels. */
function history(service, stretches, end = service.bucket.ends[0]) {
	const { histogram, counter, serviceLabel, statusLabel, errorStatus } = service.metrics;
	const labels = `${serviceLabel}="${service.name}"`;
	const [failed, fine] = statusesOf(errorStatus);
	const counted = counter ?? `${histogram}_count`;
	const of = (share) => counterValues(stretches, share);
	return [
		{
			series: `${histogram}_bucket{${labels},le="${end}"}`,
			values: of(({ slowRatio }) => 1 - slowRatio)
		},
		...counter === null ? [] : [{
			series: `${histogram}_count{${labels}}`,
			values: of(() => 1)
		}],
		{
			series: `${counted}{${labels},${statusLabel}="${fine}"}`,
			values: of(({ failedRatio }) => 1 - failedRatio)
		},
		{
			series: `${counted}{${labels},${statusLabel}="${failed}"}`,
			values: of(({ failedRatio }) => failedRatio)
		}
	];
}
/** `0+420x90`: 0, then 90 steps of 420. */
function counterValues(stretches, share) {
	let reached = 0;
	return stretches.map(([minute, steps, carriesOn]) => {
		const step = sixDigits(minute.requests * share(minute));
		const start = carriesOn === void 0 ? 0 : reached + step;
		reached = start + steps * step;
		return `${start}+${step}x${steps}`;
	}).join(" ");
}
/** A status that matches the pattern of errors, and a status that does not. `5..` matches 500. */
function statusesOf(errorStatus) {
	return [(errorStatus.split("|")[0] ?? "").replaceAll(".", "0"), new RegExp(`^(?:${errorStatus})$`).test("200") ? "no-failure" : "200"];
}
function busyMinute(service) {
	return Math.max(REQUESTS_A_MINUTE, Math.ceil(120 * service.objective.minRatePerS));
}
/** All alerts of the file of rules. */
function alertsOf(service) {
	return [...BURN_RATES.flatMap((burn) => burnAlerts(service, burn)), ...dataAlerts(service)];
}
/** The smallest share that a policy may allow is 0.0001 (policy/policy-schema.ts), so six digits tell half of it from the whole. */
function sixDigits(value) {
	return Math.round(value * 1e6) / 1e6;
}
// src/monitor/rules-file.ts
/** The windows by how often Prometheus computes them. BurnRate.leastMinutes relies on one value of the 5-minute window per minute. */
const WINDOWS = {
	"1m": [
		"5m",
		"30m",
		"1h"
	],
	"5m": ["6h", "3d"]
};
/** The rules of a service: first the shares over each window, then the alerts, which use the shares. */
function rulesFile(service) {
	const [often, rarely] = ["1m", "5m"].map((interval) => [...WINDOWS[interval].flatMap((window) => recordings(service, window)), ...BURN_RATES.filter((burn) => burn.interval === interval).flatMap((burn) => burnAlerts(service, burn))]);
	return { groups: [{
		name: `perf-gate ${service.name}`,
		interval: "1m",
		rules: [...often ?? [], ...dataAlerts(service)]
	}, {
		name: `perf-gate ${service.name}, long windows`,
		interval: "5m",
		rules: rarely ?? []
	}] };
}
/** A file of its own, because its test needs a week of history, and promtool computes all rules of a file over the whole history. */
function trafficFile(service) {
	return { groups: [{
		name: `perf-gate ${service.name}, traffic`,
		interval: "5m",
		rules: [trafficAlert(service)]
	}] };
}
/** The alerts on the limits of containers have a file of their own, because not every service runs in a container. */
function limitsFile(service, alerts) {
	return { groups: [{
		name: `perf-gate ${service.name}, limits`,
		interval: "1m",
		rules: Object.values(alerts)
	}] };
}
function recordings(service, window) {
	const selectors = selectorsOf(service);
	const labels = { service: service.name };
	return [{
		record: shareSeries("latency", window),
		expr: slowShare(selectors, window),
		labels
	}, {
		record: shareSeries("errors", window),
		expr: failedShare(selectors, window),
		labels
	}];
}
// src/monitor/files.ts
function monitorFiles(policy) {
	const services = monitoredServices(policy);
	return {
		files: [
			...services.flatMap(filesOf),
			...services.map((service) => ({
				path: `dashboards/services/${service.name}.json`,
				text: jsonText(serviceDashboard(service))
			})),
			{
				path: "dashboards/overview.json",
				text: jsonText(overviewDashboard(services))
			},
			{
				path: "alertmanager/alertmanager.yml",
				text: yamlText(routes(services), [ROUTES_NOTE])
			},
			{
				path: "alertmanager/check-routes.sh",
				text: `#!/bin/sh\n# ${MARK}\n${routeChecks(services)}`
			}
		],
		notes: services.flatMap(notesOn)
	};
}
const ROUTES_NOTE = text`Copy the route, the inhibit rule and the receivers into your own configuration, and add the addresses of the receivers. Without addresses they tell nobody.`;
/**
* Tests have a folder of their own, because Prometheus would load them as rules with the pattern rules/*.yml. No name of a service contains
* `--`, so no two files have the same name.
*/
function filesOf(service) {
	const [file, traffic, limits] = [
		`${service.name}.yml`,
		`${service.name}--traffic.yml`,
		`${service.name}--limits.yml`
	];
	const alerts = limitAlerts(service);
	return [
		{
			path: `rules/${file}`,
			text: yamlText(rulesFile(service), notesOn(service))
		},
		{
			path: `rules/${traffic}`,
			text: yamlText(trafficFile(service))
		},
		{
			path: `rule-tests/${file}`,
			text: yamlText(ruleTests(service, `../rules/${file}`))
		},
		{
			path: `rule-tests/${traffic}`,
			text: yamlText(trafficTests(service, `../rules/${traffic}`))
		},
		...alerts === null ? [] : [{
			path: `rules/${limits}`,
			text: yamlText(limitsFile(service, alerts))
		}, {
			path: `rule-tests/${limits}`,
			text: yamlText(limitTests(service, alerts, `../rules/${limits}`))
		}]
	];
}
function yamlText(value, notes = []) {
	return `${[MARK, ...notes.map(terminalLine)].map((line) => `# ${line}\n`).join("")}${(0, import_dist.stringify)(value, {
		lineWidth: 0,
		aliasDuplicateObjects: false
	})}`;
}
function jsonText(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
// src/commands/monitor.ts
const USAGE = {
	guide: "docs/guides/monitoring.md",
	calls: ["--out DIR"],
	flags: {
		out: {
			type: "string",
			value: "DIR",
			writes: "folder",
			says: "the folder for the alerts, tests, routes and dashboards"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy with the objectives; default: .github/perf-gate.yml"
		},
		check: {
			type: "boolean",
			says: "writes nothing, and says whether the files are up to date"
		}
	},
	exitCodes: "0: written, or up to date. 1: with --check, not up to date. 2: nothing could be read."
};
/**
* `perf-gate monitor` writes alerts, routes and dashboards from the policy. Exit code 1: with `--check`, the files are out of
* date.
*/
async function monitor(args) {
	const { values } = readArguments(args, USAGE.flags);
	const folder = requiredFlag("out", values.out);
	const { files, notes } = monitorFiles(await readPolicy(values.policy ?? ".github/perf-gate.yml"));
	const [planned, leftOver] = [await plan(folder, files), await leftOvers(folder, files)];
	if (values.check === true) return check(folder, planned, leftOver);
	await writeFiles(folder, planned);
	print(summary(folder, planned, leftOver, notes));
	return 0;
}
async function plan(folder, files) {
	return await planFiles(folder, files).catch((error) => {
		throw new UserError(`The folder ${folder} cannot be read (${error.code}). Check the path after --out.`);
	});
}
function check(folder, planned, leftOver) {
	const old = [...planned.flatMap(({ path, state }) => state === "same" ? [] : [`${state === "new" ? "missing" : "old".padEnd(7)}   ${(0, import__builtin_path.join)(folder, path)}\n`]), ...leftOver.map((path) => `left over ${(0, import__builtin_path.join)(folder, path)}\n`)];
	if (old.length === 0) {
		print(`${folder} is what the policy says: ${planned.length} files.\n`);
		return 0;
	}
	const deletion = leftOver.length === 0 ? "" : ", delete what is left over";
	print(`${old.join("")}Run perf-gate monitor again without --check${deletion}, and commit the result.\n`);
	return 1;
}
const VERBS = {
	new: "wrote",
	same: "already there",
	differs: "replaced"
};
function summary(folder, planned, leftOver, notes) {
	const written = planned.map(({ path, state }) => `${VERBS[state].padEnd(14)} ${(0, import__builtin_path.join)(folder, path)}\n`);
	const left = leftOver.map((path) => `${"left over".padEnd(14)} ${(0, import__builtin_path.join)(folder, path)}: delete it, the policy has no such service.\n`);
	return [
		...written,
		...left,
		...notes.map((note) => `${terminalText(text`Note: ${note}`)}\n`)
	].join("");
}
/**
* The files that an earlier policy left in these folders. Their mark tells them from the files of the team, which may lie beside
* them.
*/
async function leftOvers(folder, files) {
	const wanted = new Set(files.map(({ path }) => path));
	const folders = new Set(files.map(({ path }) => path.split("/")[0] ?? ""));
	const others = (await Promise.all([...folders].map(async (name) => await filesBelow(folder, name)))).flat().filter((path) => !wanted.has(path));
	return (await Promise.all(others.map(async (path) => (await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, path), "utf8")).includes("Written by perf-gate monitor from the policy. Do not edit it: change the policy.") ? [path] : []))).flat().toSorted();
}
async function filesBelow(folder, name) {
	return (await (0, import_promises.readdir)((0, import__builtin_path.join)(folder, name), {
		recursive: true,
		withFileTypes: true
	}).catch((error) => {
		if (error.code === "ENOENT") return [];
		throw new UserError(`The folder ${(0, import__builtin_path.join)(folder, name)} cannot be read (${error.code}). Check the path after --out.`);
	})).filter((entry) => entry.isFile()).map((entry) => (0, import__builtin_path.relative)(folder, (0, import__builtin_path.join)(entry.parentPath, entry.name)).replaceAll(import__builtin_path.sep, "/"));
}
export { USAGE, monitor };
