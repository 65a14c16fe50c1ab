import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'

type Evidence = readonly ServiceEvidence[]

/**
 * Whether the default policy blocks: a primary series over the limit blocks, proven or not; a series of an endpoint only blocks
 * when it is proven. A test compares this function with the real policy.
 */
export function isBlocked(evidence: Evidence): boolean {
  return isProvenOverLimit(evidence) || primaries(evidence).some(({ verdict }) => verdict === 'unproven')
}

/** Whether a gated series is over the limit and called proven. */
export function isProvenOverLimit(evidence: Evidence): boolean {
  return gated(evidence).some(({ verdict }) => verdict === 'regressed')
}

export function isSaidUnchanged(evidence: Evidence): boolean {
  return primaries(evidence).every(({ verdict }) => verdict === 'unchanged' || verdict === 'improved')
}

/** Whether the gate neither blocks nor warns. An `inconclusive` series only gets a warning above half of the limit. */
export function isSilent(evidence: Evidence): boolean {
  return gated(evidence).every(
    ({ verdict, estimate, limitRatio }) =>
      verdict === 'unchanged' ||
      verdict === 'improved' ||
      (verdict === 'inconclusive' && (estimate?.changeRatio ?? 1) <= (limitRatio ?? 0) / 2),
  )
}

/** Whether a series that did not change is called proven: slower over the limit, slower within it, or faster. */
export function isProvenWrong(evidence: Evidence, changed: readonly string[]): boolean {
  return gated(evidence).some(
    (one) => isCalledProven(one) && !(changed.includes(one.service) && one.verdict !== 'improved'),
  )
}

/** Whether the report says that the change of this series is proven. */
function isCalledProven({ verdict }: Comparison): boolean {
  return verdict === 'regressed' || verdict === 'slower' || verdict === 'improved'
}

function gated(evidence: Evidence): readonly Comparison[] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== 'other'))
}

export function primaries(evidence: Evidence): readonly Comparison[] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role === 'primary'))
}
