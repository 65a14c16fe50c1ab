import type { Comparison, Drift, MissingParts, ServiceEvidence } from '../model/comparison.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { RESOURCE_STATS } from '../model/resources.ts'
import type { IdentifiedRun, Refusal } from '../model/run.ts'
import { setUpDifferences } from '../model/sampled-service.ts'
import { name, sentences, type Text, text } from '../model/text.ts'
import { type BaselineSide, baselineSide } from './baseline-side.ts'
import { compareSeries, type UncorrectedComparison } from './compare-series.ts'
import type { ComparisonInput } from './comparison-input.ts'
import { driftSince } from './drift.ts'
import { loadDifferencesOf } from './load-differences.ts'
import { missingParts } from './missing-parts.ts'
import { rareEndpoints, rareNotes } from './rare-endpoints.ts'
import { type SeriesReader, seriesReader } from './reading.ts'
import { ALPHA_EACH_STAGE, ALPHA_EACH_STORE_STAGE } from './rerun-plan.ts'
import { selectionNotes } from './selection-notes.ts'
import { type RoledSeries, seriesOfService } from './series-of-service.ts'
import { unlikeRequests } from './unlike-requests.ts'
import { atOrBeforeAnchor } from './window.ts'

/** Evidence of one service before the correction over all services. */
export type UncorrectedService = Readonly<{
  evidence: Omit<ServiceEvidence, 'comparisons'>
  comparisons: readonly UncorrectedComparison[]
}>

/** One-sided error rate of every bound, for data that are judged once. */
const ALPHA = 0.05

/** One service, and what its series are compared with. */
type ServiceParts = Readonly<{
  service: string
  policy: ServicePolicy
  baseline: BaselineSide
  refusals: readonly Refusal[]
  reader: SeriesReader
  input: ComparisonInput
}>

/** Compares one service, as far as that does not depend on the others. */
export function estimateService(
  service: string,
  runs: readonly IdentifiedRun[],
  input: ComparisonInput,
): UncorrectedService {
  const policy = input.policyFor(service)
  const candidate = runs.filter(({ side }) => side === 'candidate')
  const beside = runs.filter(({ side }) => side === 'baseline')
  const refusals = input.collected.refusals.filter((refusal) => refusal.service === service)
  const known = isKnown(service, input)
  const primaries = policy.primary.map((primary) => ({ ...primary, endpoint: null }))
  const reader = seriesReader()
  const baseline = baselineSide({ ...input, service, candidate, beside, known, primaries, reader })
  const { sides, window, history, differences, state } = baseline
  const { expected } = baseline
  const rare = rareEndpoints({ candidate, baseline: baseline.runs, expected, read: policy.read })
  const all = seriesOfService(service, policy.primary, candidate, expected, rare.names)
  const series = input.only === undefined ? all : all.filter(({ role }) => role === input.only)
  const parts = { service, policy, baseline, refusals, reader, input }
  // Existing results are always judged, whichever files the change touches. Refused results are not absent.
  const mayBeAbsent = candidate.length === 0 && refusals.length === 0 && input.isUntouched(service)
  const comparisons = series.map((one) => estimateSeries(one, parts))
  const drift = driftOf(series, parts)
  const unknownDrift = input.drift && window !== null && drift === null ? [driftUnknown(input.drift.name)] : []
  return {
    evidence: {
      service,
      known,
      baselineState: state,
      design: sides.design,
      candidateRuns: candidate,
      baselineRuns: baseline.runs,
      refusals,
      window,
      history,
      differences,
      missing: partsLost(service, candidate, input),
      drift,
      rareEndpoints: { names: [...rare.names], lost: rare.lost },
      loadDifferences: loadDifferencesOf(sides.baseline.flat(), sides.candidate.flat()),
      notes: [
        ...sides.notes,
        ...selectionNotes(candidate),
        ...rareNotes(rare),
        ...supersededNotes(service, input),
        ...unknownDrift,
      ],
    },
    comparisons: mayBeAbsent ? comparisons.map(notRun) : comparisons,
  }
}

function partsLost(
  service: string,
  candidate: readonly IdentifiedRun[],
  { lookup, ancestry }: ComparisonInput,
): MissingParts | null {
  if (lookup?.kind !== 'found') return null
  return missingParts(atOrBeforeAnchor(lookup.services.get(service) ?? [], ancestry), candidate)
}

function supersededNotes(service: string, { collected: { superseded = [] } }: ComparisonInput): readonly Text[] {
  return superseded
    .filter((one) => one.service === service)
    .map(({ path, problem }) => text`Measured again since: ${name(path)}. It was refused: ${problem}`)
}

function isKnown(service: string, { namedServices, lookup }: ComparisonInput): boolean {
  return namedServices.includes(service) || (lookup?.kind === 'found' && lookup.services.has(service))
}

function estimateSeries({ series, role }: RoledSeries, parts: ServiceParts): UncorrectedComparison {
  const { policy, baseline, reader, input } = parts
  const alphaAgain = alphaEachStage(baseline)
  const uncorrected = compareSeries(series, role, {
    ...baseline.sides,
    history: baseline.history?.jobs.map(({ runs }) => runs) ?? [],
    limitRatio: input.limitFor(policy, series.endpoint),
    minDelta: policy.minDelta,
    minTailSamples: policy.minTailSamples,
    maxShareRise: policy.maxErrorRateIncrease,
    alpha: hasMoreStages(parts) ? alphaAgain : ALPHA,
    alphaAgain,
    asksAgain: hasMoreStages(parts) && baseline.window !== null,
    isNewLevel: isNewLevel(baseline),
    reader,
  })
  const unlike = unlikeResources(series, baseline)
  if (unlike !== null) return notCompared(uncorrected, unlike)
  if (uncorrected.kind === 'estimated') return uncorrected
  return { kind: 'decided', comparison: { ...uncorrected.comparison, ...explained(uncorrected.comparison, parts) } }
}

/** Why the processor and the memory of both sides cannot be compared; null: they can, or it is another series. */
function unlikeResources({ metric, endpoint }: RoledSeries['series'], { sides }: BaselineSide): Text | null {
  if (endpoint !== null || !RESOURCE_STATS.has(metric)) return null
  const [baseline, candidate] = [sides.baseline.flat(), sides.candidate.flat()]
  const differences = setUpDifferences(baseline, candidate)
  if (differences.length > 0) return sentences(...differences)
  return metric === 'cpu_per_request' ? unlikeRequests(baseline, candidate) : null
}

function notCompared(uncorrected: UncorrectedComparison, reason: Text): UncorrectedComparison {
  const facts = uncorrected.kind === 'estimated' ? uncorrected.facts : uncorrected.comparison
  return { kind: 'decided', comparison: { ...facts, estimate: null, verdict: 'not-comparable', reason } }
}

/** Data that are judged at several stages have a smaller error rate at each stage. */
function alphaEachStage({ window }: BaselineSide): number {
  return window === null ? ALPHA_EACH_STAGE : ALPHA_EACH_STORE_STAGE
}

function hasMoreStages({ input, baseline }: ServiceParts): boolean {
  return Boolean(input.confirmation) || hasSeveralAttempts(baseline.sides.candidate.flat())
}

/**
 * A level of fewer jobs is too new to prove anything. In 1.2 % of steady stores the search finds a step by mistake, and such a
 * false level is extreme. Against its three to seven jobs, unchanged code is "proven" to be slower 5 to 12 times as often as it
 * should be (60,000 simulated, 4 % noise).
 */
const NEW_LEVEL_JOBS = 8

function isNewLevel({ history, window }: BaselineSide): boolean {
  if (history === null || window === null || window.mark !== null || window.jobs >= NEW_LEVEL_JOBS) return false
  return history.changePoints.some(({ position }) => position === history.windowStart)
}

/** Runs of several attempts were judged after each attempt: a confirmation was configured, or somebody started the load test again. */
function hasSeveralAttempts(candidate: readonly IdentifiedRun[]): boolean {
  const attempts = candidate.map(({ source: { workflowRunId, runAttempt } }) => `${workflowRunId} ${runAttempt}`)
  return new Set(attempts).size > 1
}

function driftOf(
  series: readonly RoledSeries[],
  { service, policy, baseline, reader, input }: ServiceParts,
): Drift | null {
  const { drift, lookup } = input
  if (drift == null || baseline.window === null || lookup?.kind !== 'found') return null
  return driftSince(drift, {
    series: series.flatMap((one) => (one.role === 'primary' && one.series.unit !== 'ratio' ? [one.series] : [])),
    now: baseline.sides.baseline,
    stored: lookup.services.get(service) ?? [],
    policy,
    reader,
  })
}

function driftUnknown(anchor: string): Text {
  return text`How far this service has drifted since ${name(anchor)} is not known: no run that was stored at or before it was measured under the present conditions.`
}

/** The comparison of a series that did not have to be measured. */
function notRun(uncorrected: UncorrectedComparison): UncorrectedComparison {
  if (uncorrected.kind === 'estimated') return uncorrected
  const reason = text`The change touches none of the paths of this service.`
  return { kind: 'decided', comparison: { ...uncorrected.comparison, verdict: 'not-run', reason } }
}

/** Why the baseline or the candidate of a series is absent. The series alone does not show the reason. */
function explained(
  { verdict }: Comparison,
  { baseline: { state, differences }, refusals }: ServiceParts,
): Pick<Comparison, 'verdict' | 'reason'> | null {
  if (verdict === 'missing' && refusals.some(({ side }) => side === 'candidate')) {
    return { verdict: 'invalid', reason: text`Result files of this service were refused.` }
  }
  if (verdict !== 'new') return null
  if (state === 'unreadable') return { verdict: 'invalid', reason: text`The stored baseline cannot be read.` }
  if (refusals.some(({ side }) => side === 'baseline')) {
    return { verdict: 'invalid', reason: text`Result files of the baseline were refused.` }
  }
  if (differences.length === 0) return null
  return { verdict: 'not-comparable', reason: sentences(...differences.map(({ message }) => message)) }
}
