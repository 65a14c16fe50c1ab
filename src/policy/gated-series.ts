import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import { isJudged } from '../model/is-judged.ts'
import type { Policy, ServicePolicy } from '../model/policy.ts'
import { isOfBenchmark } from '../model/quantity.ts'
import type { Side } from '../model/run.ts'
import { servicePolicy } from './service-policy.ts'

/** How much of what should have been compared was compared: "compared N of M". */
export type Coverage = Readonly<{ compared: number; expected: number }>

/** Whether the two sides were judged against each other. */
export function isCompared(comparison: Pick<Comparison, 'verdict' | 'obstacle'>): boolean {
  return isJudged(comparison) && comparison.obstacle === undefined
}

/** The series that can block: the primaries and the endpoints. */
export function gatedSeries(evidence: ServiceEvidence): readonly Comparison[] {
  return evidence.comparisons.filter(({ role }) => role !== 'other')
}

/** Whether the change touched none of the service's paths, so that it may be absent. */
export function isExcused(evidence: ServiceEvidence): boolean {
  const gated = gatedSeries(evidence)
  return evidence.candidateRuns.length === 0 && gated.length > 0 && gated.every(({ verdict }) => verdict === 'not-run')
}

/** Whether results of this service must be there: someone named it or recorded it, and its paths are touched. */
export function isExpected(evidence: ServiceEvidence): boolean {
  return (evidence.known || evidence.baselineRuns.length > 0) && !isExcused(evidence)
}

/** Whether all results of one side were refused. */
export function wasRefused({ refusals, candidateRuns, baselineRuns }: ServiceEvidence, side: Side): boolean {
  const runs = side === 'baseline' ? baselineRuns : candidateRuns
  return runs.length === 0 && refusals.some((refusal) => refusal.side === side)
}

/**
 * Whether a baseline was given beside the candidate. Runs from a store have the side `candidate`, because they were candidates when they
 * were recorded.
 */
export function hasGivenBaseline({ baselineRuns }: ServiceEvidence): boolean {
  return baselineRuns.some(({ side }) => side === 'baseline')
}

/** Whether there is nothing to compare the candidate's primaries with, though both sides may be comparable. */
export function lacksBaseline(evidence: ServiceEvidence): boolean {
  if (evidence.candidateRuns.length === 0 || evidence.differences.length > 0) return false
  if (evidence.baselineRuns.length === 0) return true
  const primaries = evidence.comparisons.filter(({ role }) => role === 'primary')
  return primaries.length > 0 && primaries.every(({ verdict }) => verdict === 'new')
}

/** Whether there is a comparable baseline that lacks this gated series. The series is not new then, and it was not compared. */
export function isNotInBaseline({ verdict, runs }: Comparison, { design }: ServiceEvidence): boolean {
  return verdict === 'not-comparable' && runs.baseline === 0 && design !== 'none'
}

/** The primaries of the policy that have no comparison. A missing comparison must not look like "no change". */
export function silentPrimaries(evidence: ServiceEvidence, policy: ServicePolicy): ServicePolicy['primary'] {
  if (!isExpected(evidence)) return []
  return policy.primary.filter(
    ({ metric, stat }) =>
      !evidence.comparisons.some((one) => one.endpoint === null && one.metric === metric && one.stat === stat),
  )
}

/**
 * Counts the gated series of all services: from the policy and the baseline, never from the candidate alone.
 * Series that are new, and services whose paths were not touched, are not expected.
 */
export function coverageOf(services: readonly ServiceEvidence[], policy: Policy): Coverage {
  const counts = services.map((evidence) => {
    const gated = gatedSeries(evidence)
    const silent = silentPrimaries(evidence, servicePolicy(policy, evidence.service))
    return {
      compared: gated.filter(isCompared).length,
      expected: gated.filter((comparison) => isExpectedSeries(comparison, evidence)).length + silent.length,
    }
  })
  return {
    compared: counts.reduce((sum, { compared }) => sum + compared, 0),
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
  }
}

function isExpectedSeries(series: Comparison, evidence: ServiceEvidence): boolean {
  const { verdict, role } = series
  if (verdict === 'not-run') return false
  return verdict !== 'new' || (evidence.known && role === 'primary' && !isOfBenchmark(series))
}
