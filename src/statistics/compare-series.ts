import { median } from 'simple-statistics'
import type { Comparison, Design, Estimate, NoiseSource, Series, SeriesRole } from '../model/comparison.ts'
import type { Population } from '../model/measurement.ts'
import { type Interval, pairedInterval, unpairedInterval } from './interval.ts'
import { limitLogOf, towardsWorse, verdictOf, weakened } from './judge.ts'
import { logsOf } from './logs.ts'
import { ASSUMED_NOISE, type Noise, noisePrior } from './noise.ts'
import { type Reading, type RunGroup, readingOf } from './reading.ts'
import { detectableChangeRatio, requiredRunsPerSide } from './required-runs.ts'
import { studentTUpperTail } from './student-t.ts'

/** Both sides of one service, and what is known of its noise. */
export type SeriesContext = Readonly<{
  design: Design
  baseline: readonly RunGroup[]
  candidate: readonly RunGroup[]
  /** Stored jobs in the order of time, for the noise; empty where there is no store. */
  history: readonly RunGroup[]
  limitRatio: number
  /** In the unit of the series. */
  minDelta: number
  minTailSamples: number
}>

/** A comparison whose verdict still waits for the correction over all gated series. */
export type DraftComparison = Readonly<{
  comparison: Comparison
  /** null where nothing was estimated. */
  draft: Readonly<{
    worse: Interval
    limitLog: number
    belowMinDelta: boolean
    tooFewSamples: string | null
    pairs: boolean
  }> | null
}>

/** One-sided error rate of every bound. */
export const ALPHA = 0.05

/** Compares one series of one service. Total: whatever the data are, the answer is a comparison with a reason. */
export function compareSeries(series: Series, role: SeriesRole, context: SeriesContext): DraftComparison {
  const baseline = context.baseline.map((group) => readingOf(group, series))
  const candidate = context.candidate.map((group) => readingOf(group, series))
  const facts = {
    ...series,
    role,
    runs: { baseline: valuesOf(baseline).length, candidate: valuesOf(candidate).length },
    baseline: medianOf(baseline),
    candidate: medianOf(candidate),
    estimate: null,
    limitRatio: context.limitRatio,
  }
  const problem = problemOf(series, baseline, candidate, context)
  if (problem !== null) return { comparison: { ...facts, ...problem }, draft: null }
  if (series.unit === 'ratio')
    return { comparison: { ...facts, limitRatio: null, ...shareVerdict(facts) }, draft: null }
  return estimated(
    facts,
    valuesOf(baseline),
    valuesOf(candidate),
    series,
    context,
    tooFewSamples(series, [...baseline, ...candidate], context),
  )
}

type Facts = Omit<Comparison, 'verdict' | 'reason'>

function estimated(
  facts: Facts,
  baseline: readonly number[],
  candidate: readonly number[],
  series: Series,
  context: SeriesContext,
  tooFew: string | null,
): DraftComparison {
  const { interval, noiseSource } = intervalOf(baseline, candidate, series, context)
  const worse = towardsWorse(interval, series.better, studentTUpperTail)
  const limitLog = limitLogOf(context.limitRatio, series.better)
  const pairs = context.design === 'pairs'
  const draft = {
    worse,
    limitLog,
    belowMinDelta: Math.abs((facts.candidate ?? 0) - (facts.baseline ?? 0)) < context.minDelta,
    tooFewSamples: tooFew,
    pairs,
  }
  const estimate = {
    changeRatio: Math.expm1(interval.estimateLog),
    lower: Math.expm1(interval.lowerLog),
    upper: Math.expm1(interval.upperLog),
    confidence: 1 - ALPHA,
    pValue: worse.pValue,
    noiseRatio: pairs ? interval.sd / Math.SQRT2 : interval.sd,
    noiseSource,
    detectableRatio: detectable(worse, context.limitRatio, ALPHA),
    // The formula is for two independent sides; a log ratio of a pair holds the noise of both already.
    runsNeeded: requiredRunsPerSide(pairs ? interval.sd / Math.SQRT2 : interval.sd, 2 * context.limitRatio),
  } satisfies Estimate
  return settle({ comparison: { ...facts, estimate, verdict: 'inconclusive', reason: null }, draft }, worse.pValue, 1)
}

/**
 * Puts the verdict on a draft, after the correction for many series.
 *
 * @param correctedP Holm-corrected p-value of the series
 * @param family number of series that are corrected together
 */
export function settle(drafted: DraftComparison, correctedP: number, family: number): DraftComparison {
  const { comparison, draft } = drafted
  if (draft === null || comparison.estimate === null || comparison.limitRatio === null) return drafted
  const plain = verdictOf(draft.worse, draft.limitLog, draft.worse.lowerLog > 0 && correctedP < ALPHA)
  const judged = draft.tooFewSamples === null ? plain : weakened(plain)
  const forgiven = draft.belowMinDelta && (judged === 'regressed' || judged === 'unproven' || judged === 'slower')
  const reason = forgiven ? 'The difference is smaller than min-delta.' : draft.tooFewSamples
  const estimate = {
    ...comparison.estimate,
    pValue: correctedP,
    detectableRatio: detectable(draft.worse, comparison.limitRatio, ALPHA / family),
  }
  return { draft, comparison: { ...comparison, estimate, verdict: forgiven ? 'unchanged' : judged, reason } }
}

function detectable(worse: Interval, limitRatio: number, alpha: number): number {
  const { standardError, degreesOfFreedom } = worse
  return detectableChangeRatio({ standardError, degreesOfFreedom, alpha, limitRatio })
}

function intervalOf(
  baseline: readonly number[],
  candidate: readonly number[],
  series: Series,
  { design, history }: SeriesContext,
): Readonly<{ interval: Interval; noiseSource: NoiseSource }> {
  if (design === 'pairs') {
    const logRatios = logsOf(candidate.map((value, index) => value / (baseline[index] ?? Number.NaN)))
    return { interval: pairedInterval({ logRatios, prior: null, alpha: ALPHA }), noiseSource: 'these-runs' }
  }
  const { prior, noiseSource } = noiseFor(baseline.length, candidate.length, series, design === 'runs' ? [] : history)
  const data = { baselineLogs: logsOf(baseline), candidateLogs: logsOf(candidate), prior, alpha: ALPHA }
  return { interval: unpairedInterval(data), noiseSource }
}

function noiseFor(
  baselineUnits: number,
  candidateUnits: number,
  series: Series,
  history: readonly RunGroup[],
): Readonly<{ prior: Noise | null; noiseSource: NoiseSource }> {
  const stored = valuesOf(history.map((group) => readingOf(group, series))).filter((value) => value > 0)
  const prior = stored.length === 0 ? null : noisePrior(logsOf(stored))
  if (prior !== null) return { prior, noiseSource: 'history' }
  if (Math.min(baselineUnits, candidateUnits) < 3) return { prior: ASSUMED_NOISE, noiseSource: 'assumed' }
  return { prior: null, noiseSource: 'these-runs' }
}

/** What keeps a series from being compared, the candidate's problems first. */
function problemOf(
  series: Series,
  baseline: readonly Reading[],
  candidate: readonly Reading[],
  { design }: SeriesContext,
): Pick<Comparison, 'verdict' | 'reason'> | null {
  const zeroIsUnusable = series.unit !== 'ratio'
  const bad = firstUnusable(candidate, zeroIsUnusable)
  if (bad !== null) return { verdict: 'invalid', reason: `This run's value cannot be used: ${bad}.` }
  const absent = candidate.filter((reading) => reading.kind === 'absent').length
  if (candidate.length === 0 || absent === candidate.length) return { verdict: 'missing', reason: null }
  if (absent > 0)
    return { verdict: 'missing', reason: `Only ${candidate.length - absent} of ${candidate.length} runs have it.` }
  const badBaseline = firstUnusable(baseline, zeroIsUnusable)
  if (badBaseline !== null)
    return { verdict: 'invalid', reason: `The baseline's value cannot be used: ${badBaseline}.` }
  const known = valuesOf(baseline).length
  if (known === 0) return { verdict: 'new', reason: null }
  if (design === 'pairs' && known < baseline.length) {
    return { verdict: 'invalid', reason: `Only ${known} of ${baseline.length} baseline runs have it.` }
  }
  return populationProblem(baseline, candidate)
}

function populationProblem(
  baseline: readonly Reading[],
  candidate: readonly Reading[],
): Pick<Comparison, 'verdict' | 'reason'> | null {
  const populations = new Set<Population>(
    [...baseline, ...candidate].flatMap((reading) => (reading.kind === 'value' ? [reading.population] : [])),
  )
  if (populations.size < 2) return null
  return {
    verdict: 'not-comparable',
    reason: 'One side has the latency of successful requests, the other only that of all requests.',
  }
}

function firstUnusable(readings: readonly Reading[], zeroIsUnusable: boolean): string | null {
  for (const reading of readings) {
    if (reading.kind === 'unusable') return reading.reason
    if (reading.kind === 'value' && zeroIsUnusable && reading.value <= 0) return `it is ${reading.value}`
  }
  return null
}

function tooFewSamples(series: Series, readings: readonly Reading[], { minTailSamples }: SeriesContext): string | null {
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1]
  if (percentile === undefined) return null
  const share = Math.max(1 - Number(percentile) / 100, 0)
  const counts = readings.flatMap((reading) =>
    reading.kind === 'value' && reading.sampleCount !== null ? [reading.sampleCount] : [],
  )
  const fewest = Math.min(...counts)
  if (counts.length === 0 || fewest * share >= minTailSamples - 1e-9) return null
  const needed = Math.ceil(minTailSamples / share - 1e-9)
  return `Only ${fewest} requests in a run: ${series.stat} rests on ${Math.floor(fewest * share)} of them. ${needed} are needed.`
}

/** A share such as the error rate is compared in points by its own rule; here is only which way it moved. */
function shareVerdict({ baseline, candidate, better }: Facts): Pick<Comparison, 'verdict' | 'reason'> {
  const rise = (candidate ?? 0) - (baseline ?? 0)
  const worse = better === 'higher' ? -rise : rise
  if (worse === 0 || better === 'neither') return { verdict: 'unchanged', reason: null }
  return { verdict: worse > 0 ? 'inconclusive' : 'unchanged', reason: null }
}

function valuesOf(readings: readonly Reading[]): readonly number[] {
  return readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []))
}

function medianOf(readings: readonly Reading[]): number | null {
  const values = valuesOf(readings)
  return values.length === 0 ? null : median([...values])
}
