import { w as proxyAwareFetch } from "./action.js";
import { xt as UserError } from "./both.js";
import { t as momentMs } from "./moment.js";
import { n as prometheusAt } from "./query.js";
import { c as watchMarkdown, f as timeText, i as askPrometheus, n as watchReport, o as lookAt, r as watchedServices, s as looksAt, u as watchJson } from "./watch-report.js";
import { c as readArguments, l as requiredFlag, o as checkCommit } from "./command-line.js";
import { a as OUTPUT_FLAGS, m as readPolicy, o as printReport } from "./compare.js";
// src/commands/watch.ts
const USAGE = {
	guide: "docs/guides/production.md",
	calls: ["--deployed-at TIME"],
	flags: {
		"deployed-at": {
			type: "string",
			value: "TIME",
			says: "when the deployment ended: 2026-11-25T10:00:00Z, or seconds since 1970"
		},
		prometheus: {
			type: "string",
			value: "URL",
			says: "the server; default: PROMETHEUS_URL. Its token is read from PROMETHEUS_TOKEN"
		},
		service: {
			type: "string",
			multiple: true,
			value: "NAME",
			says: "the service to watch; default: the services that the policy watches"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy with watch and objectives"
		},
		version: {
			type: "string",
			value: "LABEL",
			says: "the label of the new version, when its time does not identify it"
		},
		commit: {
			type: "string",
			value: "SHA",
			says: "the commit that was deployed"
		},
		"previous-commit": {
			type: "string",
			value: "SHA",
			says: "the commit that ran before"
		},
		environment: {
			type: "string",
			value: "NAME",
			says: "the environment of the deployment"
		},
		look: {
			type: "string",
			value: "1",
			says: "which of the four looks; default: the last that has ended"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: nothing worse was seen. 1: a service is worse. 2: it is not known."
};
const EXIT_CODES = {
	pass: 0,
	warn: 0,
	fail: 1,
	"no-data": 2
};
/**
* `perf-gate watch` tells what a deployment did to services in production. Exit code 0: nothing worse was seen. 1: a service
* became worse. 2: not known.
*/
async function watch(args) {
	const { values: flags } = readArguments(args, USAGE.flags);
	checkCommit("commit", flags.commit);
	checkCommit("previous-commit", flags["previous-commit"]);
	const policy = await readPolicy(flags.policy);
	const environment = flags.environment ?? null;
	const services = flags.service ?? watchedServices(policy, environment);
	if (services.length === 0) throw nothingToWatch(flags.policy, environment);
	const deployedAtS = timeOf(requiredFlag("deployed-at", flags["deployed-at"]));
	const server = prometheusAt(addressOf(flags.prometheus), {
		token: process.env.PROMETHEUS_TOKEN || null,
		fetch: await proxyAwareFetch(process.env)
	});
	const deployment = {
		environment,
		deployedAtS,
		commit: flags.commit ?? null,
		previousCommit: flags["previous-commit"] ?? null,
		version: flags.version ?? null,
		look: lookOf(flags.look, deployedAtS)
	};
	const report = await watchReport(services, policy, deployment, askPrometheus(server));
	await printReport(watchMarkdown(report), watchJson(report), flags);
	return EXIT_CODES[report.outcome];
}
/** The value of the flag, or of the environment variable in which a workflow passes its secret. */
function addressOf(flag) {
	const address = flag ?? process.env.PROMETHEUS_URL ?? "";
	if (address !== "") return address;
	throw new UserError("Where is Prometheus? Give --prometheus http://127.0.0.1:9090, or set PROMETHEUS_URL. A token belongs in PROMETHEUS_TOKEN.");
}
/** A time must have a time zone, because without a time zone it means different moments on different machines. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
function timeOf(given) {
	if (/^\d{9,11}$/.test(given)) return Number(given);
	const ms = TIME.test(given) ? momentMs(given) : null;
	if (ms !== null) return Math.floor(ms / 1e3);
	throw new UserError(`--deployed-at cannot be ${JSON.stringify(given)}. Give the time at which the deployment ended, such as 2026-11-25T10:00:00Z, or seconds since 1970.`);
}
function lookOf(given, deployedAtS) {
	const nowS = Date.now() / 1e3;
	const looks = looksAt(deployedAtS);
	const chosen = given === void 0 ? lookAt(deployedAtS, nowS) : looks[Number(given) - 1];
	if (chosen === void 0) throw new UserError(`--look cannot be ${JSON.stringify(given)}. Give 1 to ${looks.length}.`);
	if (chosen !== null && chosen.endsAtS <= nowS) return chosen;
	const ends = (chosen ?? looks[0])?.endsAtS ?? deployedAtS;
	throw new UserError(`This look ends at ${timeText(ends)}. Before, its last minutes would be missing: come again then.`);
}
function nothingToWatch(policy, environment) {
	if (policy === void 0) return new UserError("What is watched? Give --service checkout, or --policy with services that have `watch`.");
	const where = environment === null ? "" : ` in ${environment}`;
	return new UserError(`${policy}: no service that it names is watched${where}. Write services: { checkout: { watch: {} } }, or give --service.`);
}
export { USAGE, watch };
