import { At as estimatedCandidate, L as messageOf } from "./compare.js";
import { jt as plainText } from "./both.js";
import { t as profileJson } from "./profiles-json.js";
// src/report/report-json.ts
/** The verdict as the JSON report. Services, comparisons and findings keep the order of the verdict. */
function reportJson(verdict) {
	const { outcome, blocked, enforced = true, compared, expected } = verdict;
	return {
		schemaVersion: 1,
		outcome,
		blocked,
		enforced,
		compared,
		expected,
		comparisons: verdict.services.flatMap(({ comparisons }) => comparisons.map(reportComparison)),
		findings: verdict.findings.map((finding) => {
			const { rule, level, service, endpoint, metric, stat, expected, actual } = finding;
			return {
				rule,
				level,
				service,
				endpoint,
				metric,
				stat,
				expected,
				actual,
				message: messageOf(finding)
			};
		}),
		rerunPlan: [...verdict.rerunPlan ?? []],
		alarms: verdict.services.flatMap(({ alarm = [] }) => alarm.map(({ service, metric, stat, limitRatio, justOver, atTwice, detectableRatio }) => ({
			service,
			metric,
			stat,
			limitRatio,
			justOver,
			atTwice,
			detectableRatio
		}))),
		pastAlarms: pastAlarmsJson(verdict.pastAlarms),
		expectedFalseAlarms: expectedJson(verdict.expectedFalseAlarms),
		profiles: verdict.services.flatMap(({ service, profiles }) => (profiles?.comparisons ?? []).map((comparison) => ({
			service,
			...profileJson(comparison)
		}))),
		traces: verdict.services.flatMap(({ service, traces }) => (traces?.comparisons ?? []).map((comparison) => ({
			service,
			...comparison,
			notes: comparison.notes.map(plainText)
		})))
	};
}
function expectedJson(expected) {
	return expected == null ? null : {
		ratio: expected.ratio,
		withConfirmation: expected.confirmedRatio
	};
}
function pastAlarmsJson(past) {
	if (past == null) return null;
	const { pushes, blocked, real, falseAlarms } = past;
	return {
		pushes,
		blocked,
		real,
		falseAlarmRatio: falseAlarms.ratio,
		lower: falseAlarms.lower,
		upper: falseAlarms.upper
	};
}
function reportComparison(comparison) {
	const { service, endpoint, metric, stat, unit, better, runs, estimate, verdict, role, reason } = comparison;
	return {
		service,
		endpoint,
		metric,
		stat,
		unit,
		better,
		runs: {
			baseline: runs.baseline,
			candidate: runs.candidate
		},
		baseline: finiteOrNull(comparison.baseline),
		candidate: finiteOrNull(comparison.candidate),
		estimatedCandidate: estimate === null ? null : finiteOrNull(estimatedCandidate(comparison)),
		changeRatio: finiteOrNull(estimate?.changeRatio),
		lower: finiteOrNull(estimate?.lower),
		upper: finiteOrNull(estimate?.upper),
		confidence: finiteOrNull(estimate?.confidence),
		verdict,
		gated: role !== "other",
		reason: reason === null ? null : plainText(reason)
	};
}
/** JSON cannot express infinity, and `JSON.stringify` silently writes null. Converted here, so that the types of the contract show the null. */
function finiteOrNull(value) {
	return value != null && Number.isFinite(value) ? value : null;
}
export { reportJson as t };
