import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Comparison, Drift, ServiceEvidence } from '../model/comparison.ts'
import type { ServicePolicy } from '../model/policy.ts'
import type { CollectedRuns, IdentifiedRun, Refusal } from '../model/run.ts'
import { type BaselineSide, baselineSide } from './baseline-side.ts'
import { compareSeries, type DraftComparison, type OpenComparison, settle } from './compare-series.ts'
import type { Origin } from './design.ts'
import { type DriftAnchor, driftSince } from './drift.ts'
import { holmAdjust } from './holm.ts'
import { loadRemarks } from './load-remarks.ts'
import { movedAlike } from './moved-alike.ts'
import { type SeriesReader, seriesReader } from './reading.ts'
import { ALPHA_EACH_LOOK, type Confirmation } from './rerun-plan.ts'
import { sortedRuns } from './run-order.ts'
import { type RoledSeries, seriesOfService } from './series-of-service.ts'
import { compareText } from './text-order.ts'
import { atOrBeforeAnchor } from './window.ts'

/** Everything that a comparison rests on. */
export type ComparisonInput = Readonly<{
  collected: CollectedRuns
  /** Do both variants of `collected` come from one results folder or artifact, or from two folders? */
  origin: Origin
  /** null: this comparison has no store. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
  namedServices: readonly string[]
  policyFor: (service: string) => ServicePolicy
  /** Whether the change touches none of the service's `paths`, so that its results may be absent. */
  isUntouched: (service: string) => boolean
  limitFor: (policy: ServicePolicy, endpoint: string | null) => number
  /** Set where a rerun adds runs to those that are there, so that the data may be looked at more than once. */
  confirmation?: Confirmation | null
  /** A second anchor that the default branch must not drift away from. */
  drift?: DriftAnchor | null
}>

/** Evidence of one service before the correction over all services. */
export type ServiceDraft = Readonly<{
  evidence: Omit<ServiceEvidence, 'comparisons'>
  drafts: readonly DraftComparison[]
}>

/** One-sided error rate of every bound, for data that are looked at once. */
const ALPHA = 0.05

/**
 * Compares every service that is known from the results, the policy or the store. Services come in the order of their
 * names. Nothing is left out: what cannot be compared is in the evidence with its reason.
 */
export function compareServices(input: ComparisonInput): readonly ServiceEvidence[] {
  const drafts = draftServices(input)
  const settled = settleAll(drafts.flatMap((draft) => draft.drafts))
  const judged = drafts.map(({ evidence, drafts: own }): ServiceEvidence => {
    const comparisons = own.flatMap((draft) => settled.get(draft) ?? [])
    return { ...evidence, differences: [...evidence.differences, ...populationDifference(comparisons)], comparisons }
  })
  const alike = movedAlike(judged)
  return judged.map((one) => ({ ...one, remarks: [...one.remarks, ...[alike.get(one.service) ?? []].flat()] }))
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

function draftService(service: string, runs: readonly IdentifiedRun[], input: ComparisonInput): ServiceDraft {
  const { collected, origin, lookup, ancestry, namedServices } = input
  const policy = input.policyFor(service)
  const candidate = runs.filter(({ variant }) => variant === 'candidate')
  const beside = runs.filter(({ variant }) => variant === 'baseline')
  const refusals = collected.refusals.filter((refusal) => refusal.service === service)
  const known = namedServices.includes(service) || (lookup?.kind === 'found' && lookup.services.has(service))
  const primaries = policy.primary.map((primary) => ({ ...primary, endpoint: null }))
  const reader = seriesReader()
  const baseline = baselineSide({ service, candidate, beside, origin, lookup, ancestry, known, primaries, reader })
  const series = seriesOfService(service, policy.primary, candidate, baseline.expected)
  // Results that are there are judged, whatever was touched; and results that were refused are not absent.
  const mayBeAbsent = candidate.length === 0 && refusals.length === 0 && input.isUntouched(service)
  const drift = driftOf(series, baseline, input.drift ?? null, { service, policy, reader, lookup })
  return {
    evidence: {
      service,
      known,
      baselineState: baseline.state,
      design: baseline.sides.design,
      candidateRuns: candidate,
      baselineRuns: baseline.runs,
      refusals,
      window: baseline.window,
      history: baseline.history,
      differences: baseline.differences,
      drift,
      remarks: [...baseline.sides.remarks, ...loadRemarks(baseline.sides.baseline.flat(), candidate)],
    },
    drafts: series.map((one) => {
      const draft = draftSeries(one, baseline, reader, refusals, policy, input)
      return mayBeAbsent ? notRun(draft) : draft
    }),
  }
}

type DriftPlace = Readonly<{
  service: string
  policy: ServicePolicy
  reader: SeriesReader
  lookup: BaselineLookup | null
}>

function driftOf(
  series: readonly RoledSeries[],
  { window, sides }: BaselineSide,
  anchor: DriftAnchor | null,
  { service, policy, reader, lookup }: DriftPlace,
): Drift | null {
  if (anchor === null || window === null || lookup?.kind !== 'found') return null
  const primaries = series.flatMap((one) => (one.role === 'primary' ? [one.series] : []))
  const stored = lookup.services.get(service) ?? []
  return driftSince(anchor, { series: primaries, now: sides.baseline, stored, policy, reader })
}

function draftSeries(
  { series, role }: RoledSeries,
  baseline: BaselineSide,
  reader: SeriesReader,
  refusals: readonly Refusal[],
  policy: ServicePolicy,
  input: ComparisonInput,
): DraftComparison {
  const draft = compareSeries(series, role, {
    ...baseline.sides,
    reader,
    history: baseline.history?.jobs.map(({ runs: group }) => group) ?? [],
    limitRatio: input.limitFor(policy, series.endpoint),
    minDelta: policy.minDelta,
    minTailSamples: policy.minTailSamples,
    alpha: input.confirmation ? ALPHA_EACH_LOOK : ALPHA,
  })
  if (draft.kind === 'open') return draft
  return { kind: 'closed', comparison: { ...draft.comparison, ...explained(draft.comparison, baseline, refusals) } }
}

/** Every series of a service that did not have to be measured. */
function notRun(draft: DraftComparison): DraftComparison {
  if (draft.kind === 'open') return draft
  const reason = 'The change touches none of the paths of this service.'
  return { kind: 'closed', comparison: { ...draft.comparison, verdict: 'not-run', reason } }
}

/** What the series alone cannot know: why its baseline or its candidate is not there. */
function explained(
  { verdict }: Comparison,
  { state, differences }: BaselineSide,
  refusals: readonly Refusal[],
): Pick<Comparison, 'verdict' | 'reason'> | null {
  if (verdict === 'missing' && refusals.some(({ variant }) => variant === 'candidate')) {
    return { verdict: 'invalid', reason: 'Results of this service could not be used.' }
  }
  if (verdict !== 'new') return null
  if (state === 'unreadable') return { verdict: 'invalid', reason: 'The stored baseline cannot be read.' }
  if (refusals.some(({ variant }) => variant === 'baseline')) {
    return { verdict: 'invalid', reason: 'The baseline results could not be used.' }
  }
  if (differences.length === 0) return null
  return { verdict: 'not-comparable', reason: differences.map(({ message }) => message).join(' ') }
}

/** A primary series whose two sides count different requests is a difference between the sides as a whole. */
function populationDifference(comparisons: readonly Comparison[]): ServiceEvidence['differences'] {
  const mixed = comparisons.find(
    ({ role, verdict, estimate, runs }) =>
      role === 'primary' && verdict === 'not-comparable' && estimate === null && runs.baseline > 0,
  )
  return mixed === undefined ? [] : [{ kind: 'changed-population', message: mixed.reason ?? '' }]
}
