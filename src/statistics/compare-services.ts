import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import { errorRise, errorShares, SHARE_ROUNDING } from '../model/error-share.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { type DraftComparison, type OpenComparison, settle } from './compare-series.ts'
import type { ComparisonInput } from './comparison-input.ts'
import { draftService, type ServiceDraft } from './draft-service.ts'
import { holmAdjust } from './holm.ts'
import { movedAlike } from './moved-alike.ts'
import { sortedRuns } from './run-order.ts'
import { compareText } from './text-order.ts'
import { atOrBeforeAnchor } from './window.ts'

/**
 * Compares every service that is known from the results, the policy or the store. Services come in the order of their
 * names. Nothing is left out: what cannot be compared is in the evidence with its reason.
 */
export function compareServices(input: ComparisonInput): readonly ServiceEvidence[] {
  const drafts = draftServices(input)
  const settled = settleAll(drafts.flatMap((draft) => draft.drafts))
  const judged = drafts.map(({ evidence, drafts: own }): ServiceEvidence => {
    const comparisons = besideErrors(
      own.flatMap((draft) => settled.get(draft) ?? []),
      evidence,
      input.policyFor(evidence.service),
    )
    return { ...evidence, differences: [...evidence.differences, ...populationDifference(comparisons)], comparisons }
  })
  const alike = movedAlike(judged)
  return judged.map((one) => {
    const remark = alike.get(one.service)
    return remark === undefined ? one : { ...one, remarks: [remark, ...one.remarks] }
  })
}

/** Everything but the verdicts that depend on each other. */
export function draftServices(input: ComparisonInput): readonly ServiceDraft[] {
  const runs = sortedRuns(input.collected.runs)
  return servicesOf(input).map((service) =>
    draftService(
      service,
      runs.filter((run) => run.service === service),
      input,
    ),
  )
}

/** The comparisons of all drafts: Holm over all primaries, and over all endpoints, so that the few do not pay for the many. */
export function settleAll(drafts: readonly DraftComparison[]): ReadonlyMap<DraftComparison, Comparison> {
  const open = drafts.filter((draft) => draft.kind === 'open')
  const family = (role: Comparison['role']) => open.filter(({ facts }) => facts.role === role)
  return new Map<DraftComparison, Comparison>([
    ...drafts.flatMap((draft) => (draft.kind === 'closed' ? [[draft, draft.comparison] as const] : [])),
    ...corrected(family('primary')),
    ...corrected(family('endpoint')),
    ...family('other').map((draft) => [draft, settle(draft, draft.worse.pValue, 1)] as const),
  ])
}

function corrected(family: readonly OpenComparison[]): readonly (readonly [OpenComparison, Comparison])[] {
  const pValues = holmAdjust(family.map(({ worse }) => worse.pValue))
  return family.map((draft, index) => [draft, settle(draft, pValues[index] ?? 1, family.length)])
}

/** Failed requests are fast, and what is left of a broken service may be fast as well: nothing is called better where more goes wrong. */
function besideErrors(
  comparisons: readonly Comparison[],
  { baselineRuns, candidateRuns }: ServiceDraft['evidence'],
  { maxErrorRateIncrease, primary }: ServicePolicy,
): readonly Comparison[] {
  if (!comparisons.some(({ verdict }) => verdict === 'improved')) return comparisons
  const failing = errorShares(baselineRuns, candidateRuns, primary).filter(
    (share) => errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING,
  )
  return comparisons.map((one): Comparison => {
    const isFailing = failing.some(({ endpoint }) => endpoint === null || endpoint === one.endpoint)
    return one.verdict === 'improved' && isFailing ? { ...one, verdict: 'inconclusive', reason: MORE_FAILS } : one
  })
}

const MORE_FAILS = 'More goes wrong than in the baseline, and what fails is often fast.'

function servicesOf({ collected, lookup, ancestry, namedServices }: ComparisonInput): readonly string[] {
  const stored =
    lookup?.kind === 'found'
      ? [...lookup.services].flatMap(([service, runs]) =>
          atOrBeforeAnchor(runs, ancestry).length > 0 ? [service] : [],
        )
      : []
  const refused = collected.refusals.flatMap(({ service }) => service ?? [])
  const measured = collected.runs.map(({ service }) => service)
  return [...new Set([...measured, ...refused, ...namedServices, ...stored])].toSorted(compareText)
}

/** A primary series whose two sides count different requests is a difference between the sides as a whole. */
function populationDifference(comparisons: readonly Comparison[]): ServiceEvidence['differences'] {
  const mixed = comparisons.find(
    ({ role, verdict, estimate, runs }) =>
      role === 'primary' && verdict === 'not-comparable' && estimate === null && runs.baseline > 0,
  )
  return mixed === undefined ? [] : [{ kind: 'changed-population', message: mixed.reason ?? '' }]
}
