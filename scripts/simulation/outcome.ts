import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'

type Evidence = readonly ServiceEvidence[]

/** The default policy: primaries over the limit block, proven or not; endpoints only when it is proven. A test holds it to the real one. */
export function isBlocked(evidence: Evidence): boolean {
  return isProvenOverLimit(evidence) || primaries(evidence).some(({ verdict }) => verdict === 'unproven')
}

/** Some gated series is said to be over the limit, and this is called proven. */
export function isProvenOverLimit(evidence: Evidence): boolean {
  return gated(evidence).some(({ verdict }) => verdict === 'regressed')
}

export function isSaidUnchanged(evidence: Evidence): boolean {
  return primaries(evidence).every(({ verdict }) => verdict === 'unchanged' || verdict === 'improved')
}

/** No block and no warning. `inconclusive` warns only above half the limit. */
export function isSilent(evidence: Evidence): boolean {
  return gated(evidence).every(
    ({ verdict, estimate, limitRatio }) =>
      verdict === 'unchanged' ||
      verdict === 'improved' ||
      (verdict === 'inconclusive' && (estimate?.changeRatio ?? 1) <= (limitRatio ?? 0) / 2),
  )
}

/** The word "proven" stands beside some series that did not change: slower over the limit, slower within it, or faster. */
export function isProvenWrong(evidence: Evidence, changed: readonly string[]): boolean {
  return gated(evidence).some(
    (one) => isCalledProven(one) && !(changed.includes(one.service) && one.verdict !== 'improved'),
  )
}

/** The report says of this series that its change is proven. */
function isCalledProven({ verdict }: Comparison): boolean {
  return verdict === 'regressed' || verdict === 'slower' || verdict === 'improved'
}

function gated(evidence: Evidence): readonly Comparison[] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== 'other'))
}

export function primaries(evidence: Evidence): readonly Comparison[] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role === 'primary'))
}
