import { Tt as RESOURCE_STATS, jn as median, kn as quantilesInPlace } from "./compare.js";
import { Et as isText, Ft as text } from "./both.js";
// src/formats/memory-growth.ts
/**
* The limit of samples. In a longer load only every second sample is taken, or every third, and so on, because
* comparing all pairs would take seconds.
*/
const MAX_SAMPLES = 400;
/**
* The growth of the memory of the largest instance in the second half of the load, in bytes per second. It is the
* median of the slopes between all pairs of samples (Theil 1950, Sen 1968), which a single garbage collection does not
* change. The first half is left out as warm-up.
*
* @returns null if there are fewer than two samples
*/
function memoryGrowthPerSecond(samples, window) {
	const middle = (window.startSeconds + window.endSeconds) / 2;
	const largest = /* @__PURE__ */ new Map();
	for (const { t, memoryBytes } of samples) if (t >= middle && t <= window.endSeconds) largest.set(t, Math.max(memoryBytes, largest.get(t) ?? 0));
	const all = [...largest];
	const step = Math.ceil(all.length / MAX_SAMPLES);
	const taken = all.filter((_, index) => index % step === 0);
	const slopes = taken.flatMap(([time, bytes], index) => taken.slice(index + 1).map(([later, more]) => (more - bytes) / (later - time)));
	return slopes.length === 0 ? null : median(slopes);
}
// src/formats/resource-counters.ts
function instancesOf(samples) {
	const found = /* @__PURE__ */ new Map();
	for (const one of samples) {
		const key = JSON.stringify([one.target, one.instance ?? ""]);
		const own = found.get(key);
		if (own === void 0) found.set(key, [one]);
		else own.push(one);
	}
	return [...found.values()];
}
/** The rise of a counter in the window, summed over all instances. */
function riseOf(instances, counter, window) {
	const [before = 0, after = 0] = sumsAt(instances, counter, [window.startSeconds, window.endSeconds]);
	return after - before;
}
/** The rise per second of a counter of all instances, for each step of the window. Steps begin and end at samples. */
function ratesOf(instances, counter, window) {
	const times = stepsOf(instances, window);
	const sums = sumsAt(instances, counter, times);
	return times.slice(1).map((time, index) => {
		const [before = time, sum = 0] = [times[index], sums[index]];
		return ((sums[index + 1] ?? sum) - sum) / (time - before);
	});
}
function stepsOf(instances, { startSeconds, endSeconds }) {
	const all = instances.flatMap((own) => own.map(({ t }) => t)).toSorted((left, right) => left - right);
	const steps = [startSeconds];
	for (const time of [...all, endSeconds]) {
		const isLater = time - (steps.at(-1) ?? time) >= .95;
		if (time <= endSeconds && isLater) steps.push(time);
	}
	return steps;
}
/**
* The sum of a counter over all instances at each of these ascending times. Between two samples a counter is assumed to
* rise evenly. Before the first sample and after the last it is assumed to be constant.
*/
function sumsAt(instances, counter, times) {
	const sums = times.map(() => 0);
	for (const own of instances) {
		let next = 0;
		for (const [index, time] of times.entries()) {
			while (next < own.length && (own[next]?.t ?? time) < time) next += 1;
			const [left, right] = [own[next - 1] ?? own[next], own[next] ?? own[next - 1]];
			sums[index] = (sums[index] ?? 0) + (left === void 0 || right === void 0 ? 0 : between(left, right, counter, time));
		}
	}
	return sums;
}
function between(left, right, counter, time) {
	if (right.t === left.t) return counter(left);
	return counter(left) + (time - left.t) / (right.t - left.t) * (counter(right) - counter(left));
}
/** null: there are no values. */
function spreadOf(values) {
	if (values.length === 0) return {
		max: null,
		p95: null
	};
	const [p95 = null] = quantilesInPlace(Float64Array.from(values), [.95]);
	return {
		max: largest(values),
		p95
	};
}
/** null: there is no limit, or it changed. */
function limitOf(samples, which) {
	const [limit, ...others] = new Set(samples.map((one) => one[which]));
	return !limit || others.length > 0 ? null : limit;
}
/** Math.max(...values) would fail for a large file, which has more samples than a call may have arguments. */
function largest(values) {
	return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
// src/formats/resource-cpu.ts
const cpuSeconds = (one) => one.cpuSeconds;
const cpuPerRequest = {
	metric: "cpu_per_request",
	needs: "both-ends",
	measure: ({ instances, window, requests }) => requests ? { avg: 1e3 * riseOf(instances, cpuSeconds, window) / requests } : text`the number of requests of the whole load is not known`
};
const cpuCores = {
	metric: "cpu_cores",
	needs: "both-ends",
	measure: ({ instances, window }) => ({
		avg: riseOf(instances, cpuSeconds, window) / (window.endSeconds - window.startSeconds),
		...spreadOf(ratesOf(instances, cpuSeconds, window))
	})
};
const cpuOfLimit = {
	metric: "cpu_of_limit",
	needs: "both-ends",
	measure({ instances, window, within }) {
		const limitCores = limitOf(within, "cpuLimitCores");
		if (limitCores === null) return null;
		const rates = instances.flatMap((own) => ratesOf([own], cpuSeconds, window));
		return rates.length === 0 ? text`the load was shorter than a second` : { max: largest([0, ...rates]) / limitCores };
	}
};
const cpuThrottled = {
	metric: "cpu_throttled",
	needs: "both-ends",
	measure({ instances, window }) {
		const periods = riseOf(instances, (one) => one.periods ?? 0, window);
		const throttled = riseOf(instances, (one) => one.throttledPeriods ?? 0, window);
		return periods > 0 ? { rate: throttled / periods } : null;
	}
};
// src/formats/resource-memory.ts
const memory = {
	metric: "memory",
	needs: "all-the-time",
	measure(load) {
		const values = largestBytes(load);
		const sum = values.reduce((total, one) => total + one, 0);
		return {
			...spreadOf(values),
			avg: values.length === 0 ? null : sum / values.length
		};
	}
};
const memoryOfLimit = {
	metric: "memory_of_limit",
	needs: "all-the-time",
	measure(load) {
		const limitBytes = limitOf(load.within, "memoryLimitBytes");
		return limitBytes === null ? null : { max: largest([0, ...largestBytes(load)]) / limitBytes };
	}
};
/** The memory of the largest instance at each time. */
function largestBytes({ within }) {
	const largestAt = /* @__PURE__ */ new Map();
	for (const { t, memoryBytes } of within) largestAt.set(t, Math.max(memoryBytes, largestAt.get(t) ?? 0));
	return [...largestAt.values()];
}
// src/formats/resource-registry.ts
/**
* All resources of a service that are measured. A new resource is one new file, one line here and one line in
* model/resources.ts.
*/
const RESOURCES = [
	cpuPerRequest,
	cpuCores,
	cpuOfLimit,
	cpuThrottled,
	memory,
	memoryOfLimit
];
// src/formats/measure-resources.ts
/**
* The longest gap between an end of the load and the nearest sample: two intervals. After a longer gap, the counter at
* that end is not known.
*/
const MAX_INTERVALS_AT_ENDS = 2;
/**
* The longest gap between samples of memory, as a share of the load. Memory is not a counter, so its course in a longer
* gap is unknown.
*/
const MAX_GAP_SHARE = .1;
/** Measures what the service used during the load. */
function measureResources(record, counted) {
	const { samples } = record;
	const window = windowOf(record, counted);
	const within = samples.filter(({ t }) => t >= window.startSeconds && t <= window.endSeconds);
	const instances = instancesOf(samples);
	const limits = presenceLimitsOf(record);
	const restarts = restartsIn(instances, limits);
	const oomKills = Math.max(record.oomKills, instances.reduce((sum, own) => sum + oomKillsOf(own, limits), 0));
	const wrong = interruption(restarts, oomKills) ?? emptyWindow(window);
	const problems = {
		"both-ends": wrong ?? problemAtEnds(samples, window),
		"all-the-time": wrong ?? problemInGap(within, window)
	};
	const load = {
		window,
		within,
		instances,
		requests: counted.requests
	};
	return [
		...RESOURCES.flatMap(({ metric, needs, measure }) => {
			const values = measure(load);
			return values === null ? [] : [gauge(metric, problems[needs] ?? values)];
		}),
		count("restarts", restarts),
		count("oom_kills", oomKills)
	];
}
/** How the service was set up, and how much its busiest instance used. */
function sampledService(record, counted) {
	const window = windowOf(record, counted);
	const instances = instancesOf(record.samples);
	const sources = [...new Set(record.samples.flatMap(({ source }) => source ?? []))].sort();
	const p90 = instances.flatMap((own) => {
		const rates = ratesOf([own], cpuSeconds, window);
		return rates.length === 0 ? [] : quantilesInPlace(Float64Array.from(rates), [.9]);
	});
	return {
		source: sources.length === 0 ? null : sources.join(", "),
		instances: instances.length,
		seconds: window.endSeconds - window.startSeconds,
		busiestCores: p90.length === 0 ? null : largest(p90),
		cpuLimitCores: limitOf(record.samples, "cpuLimitCores"),
		memoryLimitBytes: limitOf(record.samples, "memoryLimitBytes"),
		memoryGrowthBytesPerRequest: growthPerRequest(record, window, counted),
		memoryPeakBytes: peakOf(record)
	};
}
function growthPerRequest({ samples }, window, { requests }) {
	const perSecond = memoryGrowthPerSecond(samples, window);
	const seconds = window.endSeconds - window.startSeconds;
	return perSecond === null || !requests ? null : perSecond * seconds / requests;
}
function peakOf({ samples }) {
	const peaks = samples.flatMap(({ memoryPeakBytes }) => memoryPeakBytes ?? []);
	return peaks.length === 0 ? null : largest(peaks);
}
function windowOf({ startSeconds, endSeconds }, { excludeFirstMs, excludeLastMs }) {
	return {
		startSeconds: startSeconds + excludeFirstMs / 1e3,
		endSeconds: endSeconds - excludeLastMs / 1e3
	};
}
function emptyWindow({ startSeconds, endSeconds }) {
	return endSeconds > startSeconds ? null : text`the policy leaves out the whole load`;
}
/** Counts counters that fall, instances that started late, and instances that ended early. */
function restartsIn(instances, limits) {
	const late = instances.filter((own) => isLate(own, limits)).length;
	const early = instances.filter((own) => isEarly(own, limits)).length;
	return Math.max(late, early) + instances.reduce((sum, own) => sum + ownRestarts(own), 0);
}
function ownRestarts(own) {
	const falls = own.filter(({ cpuSeconds }, index) => cpuSeconds < (own[index - 1]?.cpuSeconds ?? 0)).length;
	return Math.max(falls, (own.at(-1)?.restarts ?? 0) - (own[0]?.restarts ?? 0));
}
function presenceLimitsOf({ startSeconds, endSeconds, samples }) {
	const limit = limitAtEnds(samples);
	const last = Math.min(endSeconds, samples.at(-1)?.t ?? endSeconds);
	return {
		latestFirst: startSeconds + limit,
		earliestLast: last - limit
	};
}
function isLate(own, { latestFirst }) {
	return (own[0]?.t ?? latestFirst) > latestFirst;
}
function isEarly(own, { earliestLast }) {
	return (own.at(-1)?.t ?? earliestLast) < earliestLast;
}
/** The counter of an instance that started during the load began at 0. */
function oomKillsOf(own, limits) {
	const first = isLate(own, limits) ? 0 : own[0]?.oomKills ?? 0;
	return Math.max(0, (own.at(-1)?.oomKills ?? 0) - first);
}
function interruption(restarts, oomKills) {
	if (oomKills > 0) return text`the service ran out of memory and was killed during the load`;
	return restarts > 0 ? text`the service was restarted during the load` : null;
}
function limitAtEnds(samples) {
	return MAX_INTERVALS_AT_ENDS * intervalOf(samples);
}
function problemAtEnds(samples, { startSeconds, endSeconds }) {
	const limit = limitAtEnds(samples);
	const isNear = (end) => samples.some(({ t }) => Math.abs(t - end) <= limit);
	return isNear(startSeconds) && isNear(endSeconds) ? null : text`nothing was sampled when the load began or ended`;
}
/** Looks for the longest gap of any single instance. While only other instances were sampled, its use is unknown. */
function problemInGap(within, { startSeconds, endSeconds }) {
	const gap = largest([[], ...instancesOf(within)].map((own) => {
		const times = [
			startSeconds,
			...(own.length === 0 ? within : own).map(({ t }) => t),
			endSeconds
		];
		return largest(times.map((time, index) => time - (times[index - 1] ?? time)));
	}));
	if (gap <= Math.max(MAX_GAP_SHARE * (endSeconds - startSeconds), limitAtEnds(within))) return null;
	return text`nothing was sampled for ${gap.toFixed(1)} s of the load`;
}
/** The usual time between two samples of an instance. The longest counts if instances differ. */
function intervalOf(samples) {
	return largest([0, ...instancesOf(samples).map(usualGap)]);
}
function usualGap(own) {
	const gaps = own.slice(1).map(({ t }, index) => t - (own[index]?.t ?? t));
	return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0;
}
/**
* @param values the statistics, or a text that says why none is known. If the first statistic of the metric is unknown,
* all are left out.
*/
function gauge(metric, values) {
	const { unit, better, stats } = RESOURCE_STATS.get(metric) ?? {
		unit: "none",
		better: "lower",
		stats: ["count"]
	};
	const [first = ""] = stats;
	const known = Object.entries(isText(values) ? {} : values).flatMap(([stat, value]) => value === null ? [] : [[stat, value]]);
	const isKnown = known.some(([stat]) => stat === first);
	const why = isText(values) ? values : text`nothing was sampled during the load`;
	return {
		metric,
		endpoint: null,
		kind: "gauge",
		unit,
		better,
		population: "all",
		sampleCount: null,
		stats: new Map(isKnown ? known : []),
		unusable: new Map(isKnown ? [] : stats.map((stat) => [stat, why]))
	};
}
function count(metric, value) {
	return {
		...gauge(metric, { count: value }),
		kind: "counter",
		unit: "count"
	};
}
export { sampledService as n, measureResources as t };
