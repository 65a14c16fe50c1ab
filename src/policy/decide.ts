import type { BaselineLookup } from '../model/baseline.ts'
import type { RerunNeed, ServiceEvidence } from '../model/comparison.ts'
import type { OverrideDecision } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import type { Refusal } from '../model/run.ts'
import type { Said } from '../model/text.ts'
import { type Finding, isBlocking, type Outcome, type Verdict } from '../model/verdict.ts'
import { sortFindings } from './check-rules.ts'
import { allExcused, gateFindings } from './gate-findings.ts'
import { type Coverage, coverageOf, hasGivenBaseline } from './gated-series.ts'
import { levelOf } from './rule.ts'
import { regression } from './rules/regression.ts'
import { servicePolicy } from './service-policy.ts'

export type DecisionInput = Readonly<{
  evidence: readonly ServiceEvidence[]
  /** What the rules found: the answer of checkRules. */
  findings: readonly Finding[]
  /** null: this gate has no store. */
  lookup: BaselineLookup | null
  /** All refused files; those of a service are in its evidence too. */
  refusals: readonly Refusal[]
  /** Why there is no result at all, in full sentences. null: nobody knows, or there are results. */
  absence?: Said | null
  /** Jobs of the load test that failed and left nothing, though others like them did. Absent: none is known. */
  lostJobs?: readonly string[]
  policy: Policy
  override: OverrideDecision
  /** What a rerun would add for each service that is still open. Absent: no confirmation is configured. */
  rerunPlan?: readonly RerunNeed[]
}>

/** Puts evidence and findings together into the one verdict. Publishing it can fail; it cannot change it. */
export function decide(input: DecisionInput): Verdict {
  const { evidence, findings, lookup, refusals, absence = null, lostJobs = [], policy, override } = input
  const rerunPlan = (input.rerunPlan ?? []).filter((need) => isAwaited(need, policy))
  const coverage = coverageOf(evidence, policy)
  const all = [
    ...gateFindings({ evidence, lookup, refusals, absence, lostJobs, policy, coverage }),
    ...allowFirstRecording(findings, input, coverage),
  ]
  const outcome = outcomeOf(all, { ...input, rerunPlan }, coverage)
  return {
    outcome,
    blocked: policy.enforce && isBlocking(outcome),
    enforced: policy.enforce,
    ...coverage,
    findings: sortFindings(all, evidence),
    services: evidence,
    override,
    rerunPlan,
  }
}

/** A verdict that the policy turns off is not waited for. */
function isAwaited({ service, verdict }: RerunNeed, policy: Policy): boolean {
  return levelOf(regression, verdict, servicePolicy(policy, service)) !== 'off'
}

/** Worst first. An override lifts `fail` only, because nobody can answer for numbers that could not be read. */
function outcomeOf(
  findings: readonly Finding[],
  { evidence, lookup, override, rerunPlan = [] }: DecisionInput,
  { compared }: Coverage,
): Outcome {
  const failed = findings.filter(({ level }) => level === 'fail')
  if (failed.some(({ rule }) => rule === 'invalid')) return 'invalid'
  if (failed.length + rerunPlan.length > 0 && override.kind === 'valid') return 'overridden'
  const awaited = new Set(rerunPlan.map(({ service }) => service))
  if (failed.some(({ rule, service }) => rule !== 'unproven' || service === null || !awaited.has(service)))
    return 'fail'
  if (rerunPlan.length > 0) return 'pending'
  if (compared === 0 && lookup?.kind === 'never-written' && !allExcused(evidence)) return 'no-baseline'
  return findings.length > 0 ? 'warn' : 'pass'
}

/**
 * A store that was never written does not block, because it holds nothing to compare with yet. If nothing at all was compared, the outcome
 * `no-baseline` says so. If pairs were compared, the services without a baseline still get a warning. A missing part of a baseline that was
 * given beside the candidate is not excused.
 */
function allowFirstRecording(
  findings: readonly Finding[],
  { lookup, evidence }: DecisionInput,
  { compared }: Coverage,
): readonly Finding[] {
  if (lookup?.kind !== 'never-written') return findings
  const given = new Set(evidence.filter(hasGivenBaseline).map(({ service }) => service))
  const isSoft = ({ rule, service }: Finding) => rule === 'missing-baseline' && !given.has(service ?? '')
  if (compared === 0) return findings.filter((finding) => !isSoft(finding))
  return findings.map((finding) => (isSoft(finding) ? { ...finding, level: 'warn' } : finding))
}
