import { r as __toESM } from "./rolldown-runtime.js";
import { B as require_runtime, Mt as unmatchedServices, _n as listed, a as OUTPUT_FLAGS, et as storedPushes, m as readPolicy, nt as judgePushes, o as printReport, on as count, q as perHundred, tt as shareOf } from "./compare.js";
import { Ht as isSameSeries, S as prose, T as withPlainPipes, _ as commit, f as placeName, g as code, h as statisticName, s as MARKDOWN } from "./both.js";
import { c as readArguments, l as requiredFlag } from "./command-line.js";
import { t as foundStore } from "./found-store.js";
// src/replay/replay-store.ts
/** Judges every stored push again under two policies, so that the difference between them can be seen. */
function replayStore(store, { proposed, against }) {
	const pushes = storedPushes(store.services);
	const accepted = acceptedAt(store.ledger ?? []);
	const services = [...store.services.keys()];
	const replayed = (policy) => ({
		...policyReplay(judgePushes(pushes, policy), policy, accepted),
		unmatched: unmatchedServices(policy, services)
	});
	return {
		place: store.place,
		proposed: replayed(proposed),
		against: replayed(against)
	};
}
function acceptedAt(ledger) {
	return new Map(ledger.flatMap((entry) => {
		if (entry.kind !== "owed" || entry.accepted === null) return [];
		const { by, reason, pullRequest } = entry.accepted;
		return [[placeOf(entry), {
			by,
			reason,
			pullRequest
		}]];
	}));
}
function placeOf({ branch, commit }) {
	return JSON.stringify([branch, commit]);
}
function policyReplay(judged, policy, accepted) {
	const pushes = judged.map((one) => replayedPush(one, accepted));
	const blocked = pushes.filter(({ blockers }) => blockers.length > 0);
	const judgedPushes = pushes.filter(({ compared, blockers }) => compared > 0 || blockers.length > 0).length;
	return {
		source: policy.source,
		pushes,
		judged: judgedPushes,
		blocked: blocked.length,
		overridden: blocked.filter((push) => push.accepted !== null).length,
		alarms: judgedPushes === 0 ? null : shareOf(blocked.length, judgedPushes),
		hasConfirmation: policy.confirmation !== null
	};
}
function replayedPush({ push, verdict }, accepted) {
	const { commit, branch, recordedAt, runs } = push;
	const mark = runs.find((stored) => stored.mark?.kind === "overridden")?.mark ?? null;
	return {
		commit,
		branch,
		recordedAt,
		compared: verdict.compared,
		blockers: verdict.findings.filter(({ level }) => level === "fail").map((finding) => blockerOf(finding, verdict)),
		accepted: accepted.get(placeOf(push)) ?? mark?.override ?? null
	};
}
function blockerOf(finding, { services }) {
	const { service, endpoint, metric, stat, rule, actual } = finding;
	return {
		service,
		endpoint,
		metric,
		stat,
		rule,
		changeRatio: services.flatMap(({ comparisons }) => comparisons).find((one) => one.service === service && one.endpoint === endpoint && one.metric === metric && one.stat === stat)?.estimate?.changeRatio ?? null,
		actual
	};
}
// src/report/replay-json.ts
/** The replay as the JSON report. Pushes keep the order of recording; shares are 0..1. */
function replayJson(replay) {
	return {
		schemaVersion: 1,
		...replay
	};
}
var replay_default = (/* @__PURE__ */ __toESM(require_runtime())).default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 10,
				"column": 4
			},
			"end": {
				"line": 10,
				"column": 8
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 2
				},
				"end": {
					"line": 10,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "judged") || alias1(depth0, "judged", {
			"start": {
				"line": 10,
				"column": 15
			},
			"end": {
				"line": 10,
				"column": 21
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "judged",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 13
				},
				"end": {
					"line": 10,
					"column": 23
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "blocked") || alias1(depth0, "blocked", {
			"start": {
				"line": 10,
				"column": 28
			},
			"end": {
				"line": 10,
				"column": 35
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "blocked",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 26
				},
				"end": {
					"line": 10,
					"column": 37
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "overridden") || alias1(depth0, "overridden", {
			"start": {
				"line": 10,
				"column": 42
			},
			"end": {
				"line": 10,
				"column": 52
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "overridden",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 40
				},
				"end": {
					"line": 10,
					"column": 54
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "rate") || alias1(depth0, "rate", {
			"start": {
				"line": 10,
				"column": 59
			},
			"end": {
				"line": 10,
				"column": 63
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "rate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 57
				},
				"end": {
					"line": 10,
					"column": 65
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "\n| commit | recorded | blocked by | " + ((stack1 = (helper = lookupProperty(helpers, "proposedTitle") || alias1(depth0, "proposedTitle", {
			"start": {
				"line": 14,
				"column": 37
			},
			"end": {
				"line": 14,
				"column": 50
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "proposedTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 35
				},
				"end": {
					"line": 14,
					"column": 52
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "againstTitle") || alias1(depth0, "againstTitle", {
			"start": {
				"line": 14,
				"column": 57
			},
			"end": {
				"line": 14,
				"column": 69
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "againstTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 55
				},
				"end": {
					"line": 14,
					"column": 71
				}
			}
		}) : helper)) != null ? stack1 : "") + " | override |\n|---|---|---|---|---|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
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
		})) != null ? stack1 : "");
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "commit") || alias1(depth0, "commit", {
			"start": {
				"line": 17,
				"column": 4
			},
			"end": {
				"line": 17,
				"column": 10
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "commit",
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
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "recorded") || alias1(depth0, "recorded", {
			"start": {
				"line": 17,
				"column": 17
			},
			"end": {
				"line": 17,
				"column": 25
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "recorded",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 15
				},
				"end": {
					"line": 17,
					"column": 27
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "what") || alias1(depth0, "what", {
			"start": {
				"line": 17,
				"column": 32
			},
			"end": {
				"line": 17,
				"column": 36
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "what",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 30
				},
				"end": {
					"line": 17,
					"column": 38
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "proposed") || alias1(depth0, "proposed", {
			"start": {
				"line": 17,
				"column": 43
			},
			"end": {
				"line": 17,
				"column": 51
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "proposed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 41
				},
				"end": {
					"line": 17,
					"column": 53
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "against") || alias1(depth0, "against", {
			"start": {
				"line": 17,
				"column": 58
			},
			"end": {
				"line": 17,
				"column": 65
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "against",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 56
				},
				"end": {
					"line": 17,
					"column": 67
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "override") || alias1(depth0, "override", {
			"start": {
				"line": 17,
				"column": 72
			},
			"end": {
				"line": 17,
				"column": 80
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "override",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 17,
					"column": 70
				},
				"end": {
					"line": 17,
					"column": 82
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "# Replay of " + ((stack1 = (helper = lookupProperty(helpers, "place") || alias1(depth0, "place", {
			"start": {
				"line": 1,
				"column": 14
			},
			"end": {
				"line": 1,
				"column": 19
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "place",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 12
				},
				"end": {
					"line": 1,
					"column": 21
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "sentences"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "| policy | pushes judged | blocked | overridden | blocked per 100 pushes (95 % interval) |\n|---|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "policies"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 11,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 0
				},
				"end": {
					"line": 19,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = (helper = lookupProperty(helpers, "footer") || alias1(depth0, "footer", {
			"start": {
				"line": 21,
				"column": 2
			},
			"end": {
				"line": 21,
				"column": 8
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "footer",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 0
				},
				"end": {
					"line": 21,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"useData": true
});
// src/report/replay-markdown.ts
/** The report of `perf-gate replay`: what each policy would have blocked, the pushes of both side by side. */
function replayMarkdown(replay) {
	const { place, proposed, against } = replay;
	return withPlainPipes(replay_default({
		place: code(place),
		sentences: sentencesOf(replay),
		policies: [proposed, against].map((policy) => ({
			name: policyName(policy),
			...figures(policy)
		})),
		rows: rowsOf(replay),
		proposedTitle: policyName(proposed),
		againstTitle: policyName(against),
		footer: footerOf(replay)
	}));
}
/** What a reader must know before trusting the figures. */
function footerOf({ proposed, against }) {
	const unmatched = [proposed, against].filter((policy) => policy.unmatched.length > 0);
	const waiting = [proposed, against].filter(({ hasConfirmation }) => hasConfirmation).map(policyName);
	return [
		"Judged were the pushes that the store still has, each against those before it. A pull request that was never merged is not among them, and a service that a push has no runs of counts as not touched.",
		...unmatched.map((policy) => `${policyName(policy)} has settings for ${listed(policy.unmatched.map(code))}, and the store has no such service.`),
		...waiting.map((name) => `${name} has a confirmation: where it says \`unproven\`, it would have looked at more runs first.`)
	].join(" ");
}
function sentencesOf({ proposed, against }) {
	const pushes = proposed.pushes.length;
	if (proposed.judged === 0) return [`Nothing was judged: the store has ${count(pushes, "push", "pushes")}, and none of them has records before it.`];
	const unjudged = pushes - proposed.judged;
	return [`**${policyName(proposed)} ${wouldHave(proposed)}.** ${policyName(against)} ${wouldHave(against)}.`, ...unjudged === 0 ? [] : [`Not judged: ${count(unjudged, "push", "pushes")} without records before ${unjudged === 1 ? "it" : "them"}.`]];
}
function wouldHave({ blocked, judged, overridden }) {
	const share = `would have blocked ${blocked === 0 ? "none" : blocked} of ${count(judged, "push", "pushes")}`;
	if (blocked === 0) return share;
	if (blocked === 1) return `${share}; it was ${overridden === 1 ? "" : "not "}overridden`;
	return `${share}; ${overridden === 0 ? "none" : overridden} of those ${overridden === 1 ? "was" : "were"} overridden`;
}
/** The name of the policy: its file, or the defaults. */
function policyName({ source }) {
	return source === null ? "The default policy" : code(source);
}
function figures({ judged, blocked, overridden, alarms }) {
	return {
		judged,
		blocked,
		overridden,
		rate: alarms === null ? "" : rateText(alarms)
	};
}
/** `2.5 (0.5 to 7.1)`: blocked pushes per 100 pushes. */
function rateText({ ratio, lower, upper }) {
	return `${perHundred(ratio)} (${perHundred(lower)} to ${perHundred(upper)})`;
}
/** One row per finding that either policy blocks, in the order of recording. */
function rowsOf({ proposed, against }) {
	return proposed.pushes.flatMap((push, index) => {
		const other = against.pushes[index]?.blockers ?? [];
		return [...push.blockers, ...other.filter((one) => !push.blockers.some((own) => isSame(own, one)))].map((blocker) => ({
			commit: push.branch === null ? commit(push.commit) : `${commit(push.commit)} on ${code(push.branch)}`,
			recorded: push.recordedAt.slice(0, 10),
			what: whatText(blocker),
			proposed: verdictText(push.blockers.find((one) => isSame(one, blocker))),
			against: verdictText(other.find((one) => isSame(one, blocker))),
			override: overrideText(push)
		}));
	});
}
/** Treats a proven and an unproven change alike, because the same series may be proven under one policy and unproven under the other. */
function isSame(left, right) {
	const isChange = ({ rule }) => rule === "regressed" || rule === "unproven";
	return isSameSeries(left, right) && (left.rule === right.rule || isChange(left) && isChange(right));
}
function whatText({ service, endpoint, metric, stat }) {
	const place = service === null ? "" : placeName({
		service,
		endpoint
	}, MARKDOWN);
	return metric === null || stat === null ? place : `${statisticName({
		metric,
		stat
	}, MARKDOWN)} of ${place}`;
}
function verdictText(blocker) {
	return blocker === void 0 ? "not blocked" : `${blocker.rule}: ${prose(blocker.actual)}`;
}
function overrideText({ accepted }) {
	if (accepted === null) return "none";
	const where = accepted.pullRequest === null ? "" : ` in ${code(`#${accepted.pullRequest}`)}`;
	return `${code(`@${accepted.by}`)}${where}: ${prose(accepted.reason)}`;
}
// src/commands/replay.ts
const USAGE = {
	guide: "docs/guides/budgets.md",
	calls: ["--store DIR --policy FILE"],
	flags: {
		store: {
			type: "string",
			value: "DIR",
			says: "a store that record wrote, or a clone of its branch"
		},
		policy: {
			type: "string",
			value: "FILE",
			says: "the policy to try"
		},
		against: {
			type: "string",
			value: "FILE",
			says: "the policy to compare with; default: the built-in values"
		},
		...OUTPUT_FLAGS
	},
	exitCodes: "0: done, whatever would have been blocked. 2: nothing could be read."
};
/** `perf-gate replay` prints which stored pushes a policy would have blocked. The exit code is always 0. */
async function replay(args) {
	const { values } = readArguments(args, USAGE.flags);
	const directory = requiredFlag("store", values.store);
	const proposed = await readPolicy(requiredFlag("policy", values.policy));
	const against = await readPolicy(values.against, void 0, "against");
	const replayed = replayStore(await foundStore(directory), {
		proposed,
		against
	});
	const markdown = replayMarkdown(replayed);
	await printReport(markdown, replayJson(replayed), values);
	return 0;
}
export { USAGE, replay };
