import type { Ancestry, BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { BaselineState, BaselineWindow, Comparison, Difference, ServiceEvidence } from '../model/comparison.ts'
import type { ServicePolicy } from '../model/policy.ts'
import type { CollectedRuns, Conditions, IdentifiedRun, Refusal } from '../model/run.ts'
import { compareSeries, type DraftComparison, settle } from './compare-series.ts'
import { type BaselineOrigin, chooseSides, groupByJob, type Sides } from './design.ts'
import { holmAdjust } from './holm.ts'
import type { RunGroup } from './reading.ts'
import { compareText, type RoledSeries, seriesOfService } from './series-of-service.ts'
import { atOrBeforeAnchor, sameConditions, selectWindow } from './window.ts'

/** Everything that a comparison rests on. */
export type ComparisonInput = Readonly<{
  collected: CollectedRuns
  /** Do both variants of `collected` come from one results folder or artifact, or from two folders? */
  origin: Exclude<BaselineOrigin, 'store'>
  /** null: this comparison has no store. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
  namedServices: readonly string[]
  policyFor: (service: string) => ServicePolicy
  limitFor: (policy: ServicePolicy, endpoint: string | null) => number
}>

/** Evidence of one service before the correction over all services. */
type Draft = Omit<ServiceEvidence, 'comparisons'> & Readonly<{ drafts: readonly DraftComparison[] }>

/** The baseline side of one service. */
type BaselineSide = Readonly<{
  state: BaselineState
  origin: BaselineOrigin
  runs: readonly IdentifiedRun[]
  history: readonly RunGroup[]
  window: BaselineWindow | null
  differences: ServiceEvidence['differences']
}>

/**
 * Compares every service that is known from the results, the policy or the store. Services come in the order of their
 * names. Nothing is left out: what cannot be compared is in the evidence with its reason.
 */
export function compareServices(input: ComparisonInput): readonly ServiceEvidence[] {
  const drafts = servicesOf(input).map((service) => draftOf(service, input))
  const all = drafts.flatMap((draft) => draft.drafts)
  const settled = new Map([...corrected(all, 'primary'), ...corrected(all, 'endpoint')])
  return drafts.map(({ drafts: own, ...evidence }) => ({
    ...evidence,
    comparisons: own.map((draft) => (settled.get(draft) ?? draft).comparison),
  }))
}

/** Holm over all series of one role: primaries are few and must not pay for the many endpoints. */
function corrected(
  drafts: readonly DraftComparison[],
  role: Comparison['role'],
): readonly [DraftComparison, DraftComparison][] {
  const family = drafts.filter(({ comparison, draft }) => comparison.role === role && draft !== null)
  const pValues = holmAdjust(family.map(({ comparison }) => comparison.estimate?.pValue ?? 1))
  return family.map((draft, index) => [draft, settle(draft, pValues[index] ?? 1, family.length)])
}

function servicesOf({ collected, lookup, ancestry, namedServices }: ComparisonInput): readonly string[] {
  const stored =
    lookup?.kind === 'found'
      ? [...lookup.services]
          .filter(([, runs]) => atOrBeforeAnchor(runs, ancestry).length > 0)
          .map(([service]) => service)
      : []
  const refused = collected.refusals.flatMap(({ service }) => (service === null ? [] : [service]))
  const measured = collected.runs.map(({ service }) => service)
  return [...new Set([...measured, ...refused, ...namedServices, ...stored])].toSorted(compareText)
}

function draftOf(service: string, input: ComparisonInput): Draft {
  const policy = input.policyFor(service)
  const candidateRuns = runsOf(input.collected, service, 'candidate')
  const refusals = input.collected.refusals.filter((refusal) => refusal.service === service)
  const baseline = baselineOf(service, candidateRuns, policy, input)
  const comparable = baseline.differences.length === 0
  const sides = chooseSides(comparable ? baseline.runs : [], candidateRuns, baseline.origin)
  const newest = groupByJob(baseline.runs).at(-1)
  const series = seriesOfService(service, policy.primary, sides.candidate, newest)
  const drafts = series.map((one) => draftSeries(one, sides, baseline, refusals, policy, input))
  return {
    service,
    known: isKnown(service, input),
    baselineState: baseline.state,
    design: sides.design,
    candidateRuns,
    baselineRuns: baseline.runs,
    refusals,
    window: baseline.window,
    differences: comparable ? populationDifference(drafts) : baseline.differences,
    remarks: sides.remarks,
    drafts,
  }
}

function draftSeries(
  { series, role }: RoledSeries,
  sides: Sides,
  baseline: BaselineSide,
  refusals: readonly Refusal[],
  policy: ServicePolicy,
  input: ComparisonInput,
): DraftComparison {
  const drafted = compareSeries(series, role, {
    ...sides,
    history: baseline.history,
    limitRatio: input.limitFor(policy, series.endpoint),
    minDelta: policy.minDelta,
    minTailSamples: policy.minTailSamples,
  })
  const better = explained(drafted.comparison, baseline, refusals)
  return better === null ? drafted : { draft: null, comparison: { ...drafted.comparison, ...better } }
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
  if (differences.length > 0)
    return { verdict: 'not-comparable', reason: differences.map(({ message }) => message).join(' ') }
  return null
}

function runsOf({ runs }: CollectedRuns, service: string, variant: IdentifiedRun['variant']): readonly IdentifiedRun[] {
  return runs.filter((run) => run.service === service && run.variant === variant)
}

function isKnown(service: string, { namedServices, lookup }: ComparisonInput): boolean {
  return namedServices.includes(service) || (lookup?.kind === 'found' && lookup.services.has(service))
}

function baselineOf(
  service: string,
  candidate: readonly IdentifiedRun[],
  policy: ServicePolicy,
  input: ComparisonInput,
): BaselineSide {
  const beside = runsOf(input.collected, service, 'baseline')
  if (beside.length > 0) return besideBaseline(beside, candidate, input.origin)
  const nothing = { origin: 'store', runs: [], history: [], window: null, differences: [] } as const
  const { lookup } = input
  if (lookup === null || lookup.kind === 'never-written') return { ...nothing, state: 'never-written' }
  if (lookup.kind === 'unreadable') return { ...nothing, state: 'unreadable' }
  const stored = atOrBeforeAnchor(lookup.services.get(service) ?? [], input.ancestry)
  if (stored.length > 0) return storedBaseline(stored, candidate, policy, input.ancestry)
  return { ...nothing, state: isKnown(service, input) ? 'unusable' : 'unknown-service' }
}

function besideBaseline(
  runs: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
  origin: BaselineOrigin,
): BaselineSide {
  const comparable =
    candidate.length === 0 ||
    candidate.some((one) => runs.some((other) => sameConditions(one.conditions, other.conditions)))
  return {
    state: 'used',
    origin,
    runs,
    history: [],
    window: null,
    differences: comparable ? [] : differencesOf(runs.at(-1)?.conditions, candidate.at(-1)?.conditions),
  }
}

function storedBaseline(
  stored: readonly StoredRun[],
  candidate: readonly IdentifiedRun[],
  policy: ServicePolicy,
  ancestry: Ancestry,
): BaselineSide {
  const newest = stored.at(-1)
  const conditions =
    candidate.length > 0 ? candidate.map((run) => run.conditions) : newest === undefined ? [] : [newest.run.conditions]
  const primary = { endpoint: null, ...(policy.primary[0] ?? { metric: 'http_req_duration', stat: 'p95' }) }
  const chosen = selectWindow(stored, conditions, primary, ancestry)
  if (chosen === null) {
    return {
      state: 'used',
      origin: 'store',
      runs: newest === undefined ? [] : [newest.run],
      history: [],
      window: null,
      differences: differencesOf(newest?.run.conditions, candidate.at(-1)?.conditions),
    }
  }
  return {
    state: 'used',
    origin: 'store',
    runs: chosen.jobs.flat(),
    history: chosen.history,
    window: chosen.window,
    differences: [],
  }
}

const CONDITION_NAMES = {
  scriptHash: ['changed-script', 'the load script'],
  load: ['changed-load', 'the configured load'],
  machine: ['changed-machine', 'the machine'],
  tool: ['changed-tool', 'the major version of the load tool'],
} as const satisfies Record<keyof Conditions, readonly [Difference, string]>

function differencesOf(
  baseline: Conditions | undefined,
  candidate: Conditions | undefined,
): ServiceEvidence['differences'] {
  if (baseline === undefined || candidate === undefined) return []
  return (['scriptHash', 'load', 'machine', 'tool'] as const)
    .filter((field) => baseline[field] !== candidate[field])
    .map((field) => {
      const [kind, name] = CONDITION_NAMES[field]
      return {
        kind,
        message: `Not compared, because ${name} changed: ${shown(baseline[field])} before, ${shown(candidate[field])} now.`,
      }
    })
}

function shown(condition: string | null): string {
  return condition === null ? 'unknown' : condition.length > 40 ? `${condition.slice(0, 12)}…` : condition
}

/** A primary series whose two sides count different requests is a difference between the sides as a whole. */
function populationDifference(drafts: readonly DraftComparison[]): ServiceEvidence['differences'] {
  const mixed = drafts.find(
    ({ comparison }) => comparison.role === 'primary' && comparison.verdict === 'not-comparable',
  )
  return mixed === undefined ? [] : [{ kind: 'changed-population', message: mixed.comparison.reason ?? '' }]
}
