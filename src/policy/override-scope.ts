import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import type { OverridePolicy } from '../model/policy.ts'
import type { Finding } from '../model/verdict.ts'
import { matchesName } from './service-policy.ts'
import { limitPercent, signedPercent } from './wording.ts'

/** What an override would lift: the findings that block, and the numbers behind them. */
export type Overridable = Readonly<{ findings: readonly Finding[]; evidence: readonly ServiceEvidence[] }>

/** Why the policy lets nobody override this, whoever asks; null: it does. */
export function outOfScope(
  { findings, evidence }: Overridable,
  { services, maxRegressionRatio }: OverridePolicy,
): Readonly<{ why: string; next: string }> | null {
  const blocking = findings.filter(({ level }) => level === 'fail')
  const foreign = blocking.find(({ service }) => services.length > 0 && !isNamed(services, service))
  if (foreign !== undefined) {
    const what = foreign.service === null ? 'the whole gate' : `the service ${foreign.service}`
    return {
      why: `The policy lets nobody override ${what}. Services that may be overridden: ${services.join(', ')}.`,
      next: 'Mend what blocks there. Only a change of `override.services` in the policy of the base branch allows more.',
    }
  }
  if (maxRegressionRatio === null) return null
  const sized = blocking.map((finding) => ({ finding, comparison: comparisonOf(finding, evidence) }))
  const unknown = sized.find(({ comparison }) => comparison?.estimate == null)
  if (unknown !== undefined) {
    const of = unknown.finding.service === null ? '' : ` of ${unknown.finding.service}`
    return {
      why: `How much slower it is, is not known for what blocks${of}. The policy lets nobody override more than ${limitPercent(maxRegressionRatio)}, so nothing of unknown size.`,
      next: 'Mend what keeps the two versions from being compared. Only a change of `override.max-regression` in the policy of the base branch allows more.',
    }
  }
  const large = sized.flatMap(({ comparison }) => comparison ?? []).find((one) => worseRatio(one) > maxRegressionRatio)
  if (large === undefined) return null
  const change = signedPercent(large.estimate?.changeRatio ?? 0)
  return {
    why: `${large.stat} of ${large.metric} of ${large.service} changed by ${change}. The policy lets nobody override more than ${limitPercent(maxRegressionRatio)}.`,
    next: 'Make it smaller. Only a change of `override.max-regression` in the policy of the base branch allows more.',
  }
}

function isNamed(patterns: readonly string[], service: string | null): boolean {
  return service !== null && patterns.some((pattern) => matchesName(pattern, service))
}

function comparisonOf(
  { service, endpoint, metric, stat }: Finding,
  evidence: readonly ServiceEvidence[],
): Comparison | undefined {
  return evidence
    .find((one) => one.service === service)
    ?.comparisons.find((one) => one.endpoint === endpoint && one.metric === metric && one.stat === stat)
}

/** The change for the worse: for throughput a fall is one. */
function worseRatio({ estimate, better }: Pick<Comparison, 'estimate' | 'better'>): number {
  const change = estimate?.changeRatio ?? 0
  return better === 'higher' ? -change : change
}
