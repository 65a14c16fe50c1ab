import type { Comparison, ComparisonVerdict, RerunNeed, SelfTest } from '../model/comparison.ts'
import { estimatedCandidate } from '../model/estimated-candidate.ts'
import type { Better, Unit } from '../model/measurement.ts'
import { plainText, type Said } from '../model/text.ts'
import type { TraceComparison } from '../model/trace.ts'
import type { Finding, Outcome, Verdict } from '../model/verdict.ts'
import { messageOf } from './finding-text.ts'
import { type ProfileJson, profileJson } from './profiles-json.ts'

/**
 * The report for programs: a stable contract, published as schema/report.schema.json. Unknown values are null.
 * A new field may appear in the same version; a changed or removed one raises `schemaVersion`.
 */
export type ReportJson = {
  schemaVersion: 1
  outcome: Outcome
  blocked: boolean
  enforced: boolean
  compared: number
  expected: number
  comparisons: ReportComparison[]
  findings: ReportFinding[]
  /** What a rerun would add; empty: there is nothing to wait for. */
  rerunPlan: RerunNeed[]
  /** The verdicts on copies of these results that were made slower, one entry per primary series. */
  alarms: ReportAlarm[]
  /** How often this gate blocked unchanged code on the stored pushes; null: not known yet. */
  pastAlarms: ReportPastAlarms | null
  /** How often this set-up blocks an unchanged pull request; null: not known, or only proven slowdowns block. */
  expectedFalseAlarms: ReportExpectedFalseAlarms | null
  /** Comparisons of the profiles beside the runs, one entry per tool. They change no verdict. Empty: there are no profiles. */
  profiles: ReportProfile[]
  /** Comparisons of the traces beside the runs, one entry per format. They prove nothing and change no verdict. Empty: there are no traces. */
  traces: ReportTraces[]
}

type ReportProfile = ProfileJson & { service: string }

/** `service` is the tested service; each operation has the service that its spans name. Times are in milliseconds. */
type ReportTraces = Omit<TraceComparison, 'notes'> & { service: string; notes: string[] }

/** One series. `changeRatio` is 0.083 for +8.3 % and is never sign-flipped; `lower` and `upper` are one-sided bounds at `confidence`. */
type ReportComparison = {
  service: string
  endpoint: string | null
  metric: string
  stat: string
  unit: Unit
  better: Better
  runs: { baseline: number; candidate: number }
  baseline: number | null
  candidate: number | null
  /** `baseline` × (1 + `changeRatio`): what the reports for people show beside the baseline. `baseline` and `candidate` are medians. */
  estimatedCandidate: number | null
  changeRatio: number | null
  lower: number | null
  upper: number | null
  confidence: number | null
  verdict: ComparisonVerdict
  gated: boolean
  reason: string | null
}

/** A finding of one rule of the policy. */
type ReportFinding = Omit<Finding, 'word' | keyof Said> & { message: string }

/** The verdicts on copies that are just over the limit, and at twice the limit. */
type ReportAlarm = Omit<SelfTest, 'plantedRatio' | 'fired'>

/** Shares of pushes are 0..1; `lower` and `upper` are a two-sided 95 % interval. */
type ReportPastAlarms = {
  pushes: number
  blocked: number
  real: number
  falseAlarmRatio: number
  lower: number
  upper: number
}

/** Shares of unchanged pull requests, 0..1; `withConfirmation` is null where a confirmation is on. */
type ReportExpectedFalseAlarms = { ratio: number; withConfirmation: number | null }

/** The verdict as the JSON report. Services, comparisons and findings keep the order of the verdict. */
export function reportJson(verdict: Verdict): ReportJson {
  const { outcome, blocked, enforced = true, compared, expected } = verdict
  return {
    schemaVersion: 1,
    outcome,
    blocked,
    enforced,
    compared,
    expected,
    comparisons: verdict.services.flatMap(({ comparisons }) => comparisons.map(reportComparison)),
    findings: verdict.findings.map((finding) => {
      const { rule, level, service, endpoint, metric, stat, expected, actual } = finding
      return { rule, level, service, endpoint, metric, stat, expected, actual, message: messageOf(finding) }
    }),
    rerunPlan: [...(verdict.rerunPlan ?? [])],
    alarms: verdict.services.flatMap(({ alarm = [] }) =>
      alarm.map(({ service, metric, stat, limitRatio, justOver, atTwice, detectableRatio }) => ({
        service,
        metric,
        stat,
        limitRatio,
        justOver,
        atTwice,
        detectableRatio,
      })),
    ),
    pastAlarms: pastAlarmsJson(verdict.pastAlarms),
    expectedFalseAlarms: expectedJson(verdict.expectedFalseAlarms),
    profiles: verdict.services.flatMap(({ service, profiles }) =>
      (profiles?.comparisons ?? []).map((comparison) => ({ service, ...profileJson(comparison) })),
    ),
    traces: verdict.services.flatMap(({ service, traces }) =>
      (traces?.comparisons ?? []).map((comparison) => ({
        service,
        ...comparison,
        notes: comparison.notes.map(plainText),
      })),
    ),
  }
}

function expectedJson(expected: Verdict['expectedFalseAlarms']): ReportExpectedFalseAlarms | null {
  return expected == null ? null : { ratio: expected.ratio, withConfirmation: expected.confirmedRatio }
}

function pastAlarmsJson(past: Verdict['pastAlarms']): ReportPastAlarms | null {
  if (past == null) return null
  const { pushes, blocked, real, falseAlarms } = past
  return {
    pushes,
    blocked,
    real,
    falseAlarmRatio: falseAlarms.ratio,
    lower: falseAlarms.lower,
    upper: falseAlarms.upper,
  }
}

function reportComparison(comparison: Comparison): ReportComparison {
  const { service, endpoint, metric, stat, unit, better, runs, estimate, verdict, role, reason } = comparison
  return {
    service,
    endpoint,
    metric,
    stat,
    unit,
    better,
    runs: { baseline: runs.baseline, candidate: runs.candidate },
    baseline: finiteOrNull(comparison.baseline),
    candidate: finiteOrNull(comparison.candidate),
    estimatedCandidate: estimate === null ? null : finiteOrNull(estimatedCandidate(comparison)),
    changeRatio: finiteOrNull(estimate?.changeRatio),
    lower: finiteOrNull(estimate?.lower),
    upper: finiteOrNull(estimate?.upper),
    confidence: finiteOrNull(estimate?.confidence),
    verdict,
    gated: role !== 'other',
    reason: reason === null ? null : plainText(reason),
  }
}

/** JSON cannot express infinity, and `JSON.stringify` silently writes null. Converted here, so that the types of the contract show the null. */
function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null
}
