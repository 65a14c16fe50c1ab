import { Ft as text, Nt as sentences, kt as name, xt as UserError } from "./both.js";
import { B as number, G as string, J as unknown, K as tuple, P as array, R as literal, U as record, V as object } from "./action.js";
// src/prometheus/query.ts
const TIMEOUT_MS = 6e4;
/**
* The server returns at most 11,000 points per series. An hour of a few hundred pods with one point per second stays below this.
*/
const MAX_ANSWER_BYTES = 1e7;
const label = record(string(), string());
/** Values are strings, because JSON has no NaN. */
const point = tuple([number(), string()]);
const vector = object({
	resultType: literal("vector"),
	result: array(object({
		metric: label,
		value: point
	}))
});
const scalar = object({
	resultType: literal("scalar"),
	result: point
});
const matrix = object({
	resultType: literal("matrix"),
	result: array(object({
		metric: label,
		values: array(point)
	}))
});
const failure = object({
	status: literal("error"),
	errorType: string(),
	error: string()
});
const success = object({
	status: literal("success"),
	data: unknown(),
	warnings: array(string()).optional()
});
/** Makes a server from the address that a person gave. Throws a UserError when the address is not a URL. */
function prometheusAt(address, how) {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) throw new UserError(`${JSON.stringify(address)} is not the address of a Prometheus server. Give an address such as http://127.0.0.1:9090.`);
	if (url.username !== "" || url.password !== "") throw new UserError("The address of Prometheus contains a user or a password, which would be printed. Give the address alone, and set PROMETHEUS_TOKEN to a token.");
	return {
		...how,
		url
	};
}
/**
* All series of a query at one time. Empty means that there is no series, which is not 0. Throws a UserError that names the
* query.
*/
async function queryInstant(server, query, atSeconds) {
	const data = await ask(server, "query", query, { time: String(atSeconds) });
	const one = scalar.safeParse(data);
	if (one.success) return [{
		labels: {},
		...pointOf(one.data.result)
	}];
	const { result } = expectShape(vector, data, query);
	return result.map(({ metric, value }) => ({
		labels: metric,
		...pointOf(value)
	}));
}
/** All series of a query over a time. Throws a UserError that names the query. */
async function queryRange(server, query, { startSeconds, endSeconds, stepSeconds }) {
	const { result } = expectShape(matrix, await ask(server, "query_range", query, {
		start: String(startSeconds),
		end: String(endSeconds),
		step: String(stepSeconds)
	}), query);
	return result.map(({ metric, values }) => ({
		labels: metric,
		points: values.map(pointOf)
	}));
}
/**
* The scraped samples themselves, each with its own time. (A range query would repeat the last sample for up to five minutes.)
* https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
*
* @param selector such as `up{job="shop"}`
*/
async function querySamples(server, selector, { startSeconds, endSeconds }) {
	const query = `${selector}[${Math.ceil(endSeconds - startSeconds)}s]`;
	const { result } = expectShape(matrix, await ask(server, "query", query, { time: String(endSeconds) }), query);
	return result.map(({ metric, values }) => ({
		labels: metric,
		points: values.map(pointOf)
	}));
}
function pointOf([t, text]) {
	const value = Number(text);
	return {
		t,
		value: text !== "" && Number.isFinite(value) ? value : null
	};
}
function expectShape(shape, data, query) {
	const read = shape.safeParse(data);
	if (read.success) return read.data;
	throw problem(query, text`the answer does not have the shape that the API describes`, text`Does the query give a number over time?`);
}
async function ask(server, endpoint, query, times) {
	const { status, text: answered } = await request(server, endpoint, query, times);
	const body = parseJson(answered);
	const failed = failure.safeParse(body);
	if (failed.success) throw problem(query, text`${failed.data.errorType}: ${failed.data.error}`);
	if (status === 401 || status === 403) throw problem(query, text`the server answers with status ${status}`, text`Set PROMETHEUS_TOKEN to a token that may read.`);
	if (status !== 200) throw problem(query, text`the server answers with status ${status}`);
	const read = success.safeParse(body);
	if (!read.success) throw problem(query, text`the answer does not come from the API of Prometheus`, text`Check the address and its path.`);
	const partial = (read.data.warnings ?? []).filter((one) => !one.startsWith("PromQL info"));
	if (partial.length > 0) throw problem(query, text`the answer may not be complete: ${partial.join("; ")}`);
	return read.data.data;
}
async function request({ url, token, fetch, timeoutMs = TIMEOUT_MS }, endpoint, query, times) {
	const target = new URL(`${url.pathname.replace(/\/+$/, "")}/api/v1/${endpoint}`, url);
	target.search = new URLSearchParams({
		query,
		...times
	}).toString();
	const headers = {
		accept: "application/json",
		...token === null ? {} : { authorization: `Bearer ${token}` }
	};
	try {
		const answer = await fetch(target, {
			headers,
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs)
		});
		if (answer.status >= 300 && answer.status < 400) throw problem(query, text`the server redirects to ${name(answer.headers.get("location") ?? "")}`, text`Give that address.`);
		return {
			status: answer.status,
			text: await textOf(answer, query)
		};
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw problem(query, text`${name(url.origin)} cannot be reached: ${reasonOf(error, timeoutMs)}`);
	}
}
async function textOf(answer, query) {
	const decoder = new TextDecoder();
	let read = "";
	let bytes = 0;
	for await (const piece of answer.body ?? []) {
		bytes += piece.byteLength;
		if (bytes > MAX_ANSWER_BYTES) throw problem(query, text`the answer is larger than ${MAX_ANSWER_BYTES / 1e6} MB`, text`Ask for fewer series or a shorter time.`);
		read += decoder.decode(piece, { stream: true });
	}
	return read + decoder.decode();
}
/** The message of the error is only `fetch failed`. Its cause holds the reason. */
function reasonOf(error, timeoutMs) {
	const { name, message, cause } = error;
	if (name === "TimeoutError") return `no answer within ${timeoutMs / 1e3} s`;
	const { code, message: why } = cause ?? {};
	return code || why || (message ?? String(error));
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
/** The server cannot be reached, or its answer is not complete. */
var PrometheusError = class extends UserError {
	problem;
	action;
	constructor(problem, action) {
		super(sentences(text`${problem}.`, action));
		this.problem = problem;
		this.action = action;
	}
};
function problem(query, what, action = []) {
	return new PrometheusError(text`Prometheus, query ${name(query)}: ${what}`, action);
}
export { querySamples as a, queryRange as i, prometheusAt as n, queryInstant as r, PrometheusError as t };
