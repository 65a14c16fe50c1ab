import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import { errorRise, errorShares, SHARE_ROUNDING } from '../model/error-share.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { compareText, worseBy } from '../model/series.ts'
import { sentences, type Text, text } from '../model/text.ts'
import { commonChanges } from './common-change.ts'
import {
  type EstimatedComparison,
  judgedAlone,
  pValuesOf,
  type UncorrectedComparison,
  withVerdict,
} from './compare-series.ts'
import type { ComparisonInput } from './comparison-input.ts'
import { estimateService, type UncorrectedService } from './estimate-service.ts'
import { holmAdjust } from './holm.ts'
import { withoutOwnAddresses } from './own-addresses.ts'
import { sortedRuns } from './run-order.ts'
import { unevennessOf, unevennessText } from './uneven-store.ts'
import { atOrBeforeAnchor } from './window.ts'

/**
 * Compares every service that is known from the results, the policy or the store. Services come in the order of their names.
 * Nothing is left out: a series that cannot be compared is in the evidence with the reason.
 */
export function compareServices(input: ComparisonInput): readonly ServiceEvidence[] {
  const services = estimateServices(input)
  const uneven = unevenStore(services)
  const verdicts = withVerdicts(
    services.flatMap(({ comparisons }) => comparisons),
    uneven !== null,
  )
  const judged = services.map(({ evidence, comparisons: own }): ServiceEvidence => {
    const comparisons = besideErrors(
      own.flatMap((uncorrected) => verdicts.get(uncorrected) ?? []),
      evidence,
      input.policyFor(evidence.service),
    )
    return { ...evidence, differences: [...evidence.differences, ...populationDifference(comparisons)], comparisons }
  })
  const alike = commonChanges(judged)
  return judged.map((one) => {
    const notes = [alike.get(one.service), uneven?.service === one.service ? uneven.note : undefined]
    return { ...one, notes: [...notes.filter((note) => note !== undefined), ...one.notes] }
  })
}

/** The note on the first service whose stored jobs are not alike. It is given once, because all services run on the same machines. */
function unevenStore(services: readonly UncorrectedService[]): Readonly<{ service: string; note: Text }> | null {
  const stores = services.flatMap(({ evidence, comparisons: own }) => {
    const primary = own.find((uncorrected) => uncorrected.kind === 'estimated' && uncorrected.facts.role === 'primary')
    return evidence.window === null || primary?.kind !== 'estimated' ? [] : [{ service: evidence.service, primary }]
  })
  for (const { service, primary } of stores) {
    const uneven = unevennessOf(primary.storedLogs, stores.length)
    if (uneven !== null) return { service, note: unevennessText(service, uneven) }
  }
  return null
}

/** All services with their estimates. The verdicts come later, because the correction depends on all services together. */
export function estimateServices(input: ComparisonInput): readonly UncorrectedService[] {
  const runs = sortedRuns(input.collected.runs)
  return servicesOf(input).map((service) => {
    const measured = runs.filter((run) => run.service === service)
    const { runs: own, lookup, note } = withoutOwnAddresses(service, measured, input)
    const uncorrected = estimateService(service, own, { ...input, lookup })
    if (note === null) return uncorrected
    const asMeasured = measured.filter(({ side }) => side === 'candidate')
    return {
      ...uncorrected,
      evidence: { ...uncorrected.evidence, asMeasured, notes: [note, ...uncorrected.evidence.notes] },
    }
  })
}

/**
 * How the error rate of a report is divided. Slowdowns of primary series block, so they get the largest part. Slowdowns of
 * endpoints and all improvements share the rest. The chance that any "proven" of a report is wrong is then at most the whole
 * error rate.
 */
const WEIGHTS = { primaryWorse: 0.8, endpointWorse: 0.12, better: 0.08 } as const

/**
 * Corrects the estimates and gives each comparison its verdict. All gated series, of every role and in both directions, are
 * corrected as one family.
 *
 * @param isUneven whether the stored jobs are not alike: then nothing is proven against them
 */
export function withVerdicts(
  comparisons: readonly UncorrectedComparison[],
  isUneven = false,
): ReadonlyMap<UncorrectedComparison, Comparison> {
  const estimated = comparisons.filter((uncorrected) => uncorrected.kind === 'estimated')
  const isGated = ({ facts }: EstimatedComparison) => facts.role !== 'other'
  return new Map<UncorrectedComparison, Comparison>([
    ...comparisons.flatMap((uncorrected) =>
      uncorrected.kind === 'decided' ? [[uncorrected, uncorrected.comparison] as const] : [],
    ),
    ...correctedFamily(estimated.filter(isGated), isUneven),
    ...estimated
      .filter((uncorrected) => !isGated(uncorrected))
      .map(
        (uncorrected) => [uncorrected, withVerdict(uncorrected, { ...judgedAlone(uncorrected), isUneven })] as const,
      ),
  ])
}

function correctedFamily(
  family: readonly EstimatedComparison[],
  isUneven: boolean,
): readonly (readonly [EstimatedComparison, Comparison])[] {
  const primaries = family.filter(({ facts }) => facts.role === 'primary').length
  const endpoints = family.length - primaries
  const weightOf = ({ facts }: EstimatedComparison) =>
    facts.role === 'primary' ? WEIGHTS.primaryWorse / primaries : WEIGHTS.endpointWorse / endpoints
  const weights = family.map(weightOf)
  const weightBetter = WEIGHTS.better / family.length
  const all = weights.reduce((sum, weight) => sum + weight, 0) + WEIGHTS.better
  const own = family.map(pValuesOf)
  const pValues = holmAdjust([
    ...own.map(({ worse }, index) => ({ pValue: worse, weight: weights[index] ?? 0 })),
    ...own.map(({ better }) => ({ pValue: better, weight: weightBetter })),
  ])
  return family.map((uncorrected, index) => {
    const [pValueWorse, better] = [pValues[index] ?? 1, pValues[family.length + index] ?? 1]
    const share = (weights[index] ?? 0) / all
    return [uncorrected, withVerdict(uncorrected, { pValueWorse, pValueBetter: better, share, isUneven })]
  })
}

/**
 * Nothing is called better when more requests fail: failed requests are fast, and the remaining requests of a broken service may
 * be fast as well.
 */
function besideErrors(
  comparisons: readonly Comparison[],
  { baselineRuns, candidateRuns }: UncorrectedService['evidence'],
  { maxErrorRateIncrease, primary }: ServicePolicy,
): readonly Comparison[] {
  if (!comparisons.some(looksBetter)) return comparisons
  const failing = errorShares(baselineRuns, candidateRuns, primary).filter(
    (share) => errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING,
  )
  return comparisons.map((one): Comparison => {
    const isFailing = failing.some(({ endpoint }) => endpoint === null || endpoint === one.endpoint)
    if (!isFailing || !looksBetter(one)) return one
    const reason = sentences(one.reason, MORE_FAILS)
    return { ...one, verdict: one.verdict === 'improved' ? 'inconclusive' : one.verdict, reason }
  })
}

function looksBetter({ estimate, better }: Comparison): boolean {
  return estimate !== null && worseBy({ better }, estimate.changeRatio) < 0
}

const MORE_FAILS = text`More goes wrong than in the baseline, and what fails is often fast.`

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

/** If the two sides of a primary series count different requests, the sides as a whole differ. */
function populationDifference(comparisons: readonly Comparison[]): ServiceEvidence['differences'] {
  const mixed = comparisons.find(({ role, obstacle }) => role === 'primary' && obstacle === 'other-requests')
  return mixed === undefined ? [] : [{ kind: 'changed-population', message: mixed.reason ?? [] }]
}
