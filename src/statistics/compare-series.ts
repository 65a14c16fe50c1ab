import { mean, median } from 'simple-statistics'
import type { Comparison, Design, NoiseSource, Series, SeriesRole, Unprovable } from '../model/comparison.ts'
import { SHARE_ROUNDING } from '../model/error-share.ts'
import { isOfBenchmark } from '../model/quantity.ts'
import { sentences, type Text, text } from '../model/text.ts'
import { lastSegmentStart } from './change-point.ts'
import { isOverLimit, limitLogOf, type Proof, towardsWorse, verdictOf, weakened } from './comparison-verdict.ts'
import { type Interval, pairedInterval, unpairedInterval } from './interval.ts'
import { likelihoodRatio } from './likelihood-ratio.ts'
import { logsOf } from './logs.ts'
import { ASSUMED_NOISE, type Noise, noisePrior } from './noise.ts'
import { type ComparedUnit, endOf, type SeriesReader, type SeriesReading, type Value } from './reading.ts'
import { detectableChangeRatio, requiredAgainst, requiredRunsPerSide } from './required-runs.ts'
import { roundingSd } from './resolution.ts'
import { storedOutlierShare } from './stored-outliers.ts'
import { studentTUpperTail } from './student-t.ts'
import { usableSides, valuesOf } from './usable-sides.ts'
import { withinBounds } from './within-bounds.ts'

/** Both sides of one service, and what is known of its noise. */
export type SeriesContext = Readonly<{
  design: Design
  baseline: readonly ComparedUnit[]
  candidate: readonly ComparedUnit[]
  /** Stored jobs in the order of time; the noise is read from them. The newest of them are the baseline. Empty without a store. */
  history: readonly ComparedUnit[]
  limitRatio: number
  /** In milliseconds. Holds for durations only. */
  minDelta: number
  minTailSamples: number
  /** The largest allowed rise of an error share, or fall of a share that should be high: 0.01 is one percentage point. */
  maxShareRise: number
  /** One-sided error rate of every bound. */
  alpha: number
  /** The error rate when more runs may be added: the data are then judged at several stages. */
  alphaAgain: number
  /** The baseline is a store and more candidate jobs can be measured. A second job must then agree with the first. */
  asksAgain: boolean
  /**
   * A search found that the level of the store changed a few jobs ago. A level that was found in this way is often more extreme
   * than the true level.
   */
  isNewLevel: boolean
  reader: SeriesReader
}>

/** A comparison whose verdict still waits for the correction over all gated series. */
export type EstimatedComparison = Readonly<{
  kind: 'estimated'
  facts: Facts
  /** The interval with "worse" as the positive direction. Its p-value is not corrected yet. */
  worse: Interval
  interval: Interval
  limitLog: number
  alpha: number
  alphaAgain: number
  design: Design
  noiseSource: NoiseSource
  /** The baseline is a store, so only the candidate can be measured again. */
  isStored: boolean
  isNewLevel: boolean
  /** Natural logarithms of all stored jobs, in the order of time. Empty where there is no store. */
  storedLogs: readonly number[]
  /** The candidate still looks changed when its worst job is left out. true when no further job can be measured. */
  restAgrees: boolean
  /** Changes up to this size are forgiven. 0: none are. */
  minDeltaRatio: number
  tooFewSamples: Text | null
  /** What was left out. */
  note: Text | null
}>

/** A comparison before the correction: with an estimate, or already decided because there is nothing to estimate. */
export type UncorrectedComparison = EstimatedComparison | Readonly<{ kind: 'decided'; comparison: Comparison }>

/** A comparison without what follows from its numbers. */
type Facts = Omit<Comparison, 'estimate' | 'verdict' | 'reason'>

type Values = Readonly<{ baseline: readonly Value[]; candidate: readonly Value[] }>

/**
 * Compares one series of one service. Never throws on bad data: a comparison that cannot be estimated is decided at once, with a
 * reason.
 */
export function compareSeries(series: Series, role: SeriesRole, context: SeriesContext): UncorrectedComparison {
  const { history } = context
  const read = (group: ComparedUnit) => context.reader.read(group, series)
  const stored = history.map(read)
  const baseline =
    history.length > 0 ? stored.slice(history.length - context.baseline.length) : context.baseline.map(read)
  const candidate = context.candidate.map(read)
  const readings = { baseline, candidate, stored }
  const isBounded = [...baseline, ...candidate].some(({ kind }) => kind === 'bounded')
  return isBounded ? compareBounds(series, role, context, readings) : compareReadings(series, role, context, readings)
}

type SideReadings = Readonly<{
  baseline: readonly SeriesReading[]
  candidate: readonly SeriesReading[]
  stored: readonly SeriesReading[]
}>

/**
 * A value that is only known within bounds is compared twice, with the best and with the worst possible value. There is a verdict
 * only if both are on the same side of the limit.
 */
function compareBounds(
  series: Series,
  role: SeriesRole,
  context: SeriesContext,
  readings: SideReadings,
): UncorrectedComparison {
  const ends = series.better === 'higher' ? (['upper', 'lower'] as const) : (['lower', 'upper'] as const)
  const [best, worst] = [ends, ends.toReversed()].map(([now = 'lower', before = 'upper']) =>
    compareReadings(series, role, context, {
      candidate: readings.candidate.map((reading) => endOf(reading, now)),
      baseline: readings.baseline.map((reading) => endOf(reading, before)),
      stored: readings.stored,
    }),
  )
  if (best === undefined || worst === undefined) throw new RangeError('Bounds have two ends.')
  return withinBounds(best, worst)
}

function compareReadings(
  series: Series,
  role: SeriesRole,
  context: SeriesContext,
  { baseline, candidate, stored }: SideReadings,
): UncorrectedComparison {
  const { design, limitRatio, history } = context
  const read = { baseline: valuesOf(baseline), candidate: valuesOf(candidate) }
  const known = factsOf(series, role, limitRatio, read)
  if (role !== 'other' && series.better === 'neither' && read.candidate.length > 0)
    return decidedAs(known, 'invalid', text`Whether more or less of it is better is not known.`)
  const usable = usableSides({ series, role, design, baseline, candidate })
  if (usable.kind === 'verdict') {
    const { verdict, reason, obstacle } = usable
    return decidedAs({ ...known, ...(obstacle === undefined ? {} : { obstacle }) }, verdict, reason)
  }
  const ownLevel = role === 'endpoint' && history.length > 0
  const values = { baseline: ownLevel ? newestLevel(usable.baseline) : usable.baseline, candidate: usable.candidate }
  const facts = factsOf(series, role, limitRatio, values)
  if (series.unit === 'ratio')
    return decidedAs({ ...facts, limitRatio: null }, shareVerdict(facts, values, context.maxShareRise), usable.note)
  const both = [...values.baseline, ...values.candidate]
  if (both.some(({ value }) => value === 0)) return decidedWithZero(facts, values, limitRatio, usable.note)
  const coarse = role === 'other' ? null : (notJudgedText(both) ?? coarseText(series, both, limitRatio))
  // Without its primary series the gate has no answer. Without one endpoint of many it still has.
  if (coarse !== null)
    return decidedAs(
      { ...facts, obstacle: 'not-judged' },
      role === 'primary' ? 'not-comparable' : 'inconclusive',
      coarse,
    )
  return { ...estimated(facts, values, stored, context), note: usable.note }
}

function estimated(
  facts: Facts,
  values: Values,
  stored: readonly SeriesReading[],
  context: SeriesContext,
): Omit<EstimatedComparison, 'note'> {
  const { alpha, alphaAgain, asksAgain, design, history, isNewLevel, minDelta, minTailSamples } = context
  const { interval, noiseSource } = intervalOf(values, facts, stored, context)
  const worse = towardsWorse(interval, facts.better)
  const limitLog = limitLogOf(context.limitRatio, facts.better)
  return {
    kind: 'estimated',
    facts,
    interval,
    worse,
    limitLog,
    alpha,
    alphaAgain,
    design,
    noiseSource,
    isStored: history.length > 0,
    isNewLevel,
    storedLogs: positiveLogs(stored),
    // Another job is only measured when the estimate is over the limit.
    restAgrees: !asksAgain || !isOverLimit(worse, limitLog) || restAgrees(facts, values, stored, context),
    minDeltaRatio: facts.unit === 'ms' && minDelta > 0 ? minDelta / (facts.baseline || Number.NaN) : 0,
    tooFewSamples: tooFewSamples(facts, [...values.baseline, ...values.candidate], minTailSamples),
  }
}

/** The result of the correction for all gated series, for one series. */
export type Correction = Readonly<{
  /** Corrected one-sided p-value: how often unchanged code would show an estimate at least this far in this direction. */
  pValueWorse: number
  pValueBetter: number
  /** The part of the error rate that is reserved for a slowdown of this series. */
  share: number
  /** The stored jobs are not alike, so an interval from their number is too narrow. */
  isUneven?: boolean
}>

/** No correction: the series is judged alone. */
export function judgedAlone(estimated: EstimatedComparison): Correction {
  const { worse, better } = pValuesOf(estimated)
  return { pValueWorse: worse, pValueBetter: better, share: 1 }
}

/**
 * One-sided p-values before the correction: how often unchanged code would show an estimate at least this much worse, and at
 * least this much better.
 */
export function pValuesOf(estimated: EstimatedComparison): Readonly<{ worse: number; better: number }> {
  const { estimateLog, standardError, degreesOfFreedom, pValue } = estimated.worse
  const seen = outlierShare(estimated, estimated.interval.estimateLog)
  const better = studentTUpperTail(-estimateLog / standardError, degreesOfFreedom)
  return { worse: Math.max(pValue, seen), better: Math.max(better, seen) }
}

/** Several candidate jobs show their own spread. A single job may be an outlier, as some stored jobs were. */
function outlierShare({ facts, storedLogs }: EstimatedComparison, changeLog: number): number {
  return facts.runs.candidate === 1 ? storedOutlierShare(storedLogs, changeLog) : 0
}

function forgivenText(overLimit: boolean): Text {
  return overLimit
    ? text`It is over the limit, and smaller than min-delta, so it does not block.`
    : text`The difference is smaller than min-delta.`
}

/** Twice the limit, on the scale of "worse". */
function doubledLimitLog({ limitRatio, better }: Facts): number {
  return limitLogOf(Math.min(2 * (limitRatio ?? 0), 0.99), better)
}

/** The comparison with its verdict, after the correction. */
export function withVerdict(estimated: EstimatedComparison, correction: Correction): Comparison {
  const { facts, worse, interval, limitLog, alpha, design, tooFewSamples, minDeltaRatio } = estimated
  const { pValueWorse, pValueBetter, share } = correction
  const plain = verdictOf(worse, limitLog, proofOf(estimated, correction))
  const judged = tooFewSamples === null ? plain : weakened(plain)
  const isSmall = Math.abs(Math.expm1(interval.estimateLog)) < minDeltaRatio
  const forgiven = isSmall && (judged === 'regressed' || judged === 'unproven' || judged === 'slower')
  const overLimit = isOverLimit(worse, limitLog)
  const reason = sentences(forgiven ? forgivenText(overLimit) : tooFewSamples, estimated.note)
  // The formula for the number of runs expects the noise of one run. The log ratio of a pair holds the noise of two runs.
  const noiseRatio = design === 'pairs' ? interval.sd / Math.SQRT2 : interval.sd
  const { limitRatio } = facts
  const reach = detectableChangeRatio({ ...worse, alpha: alpha * share, limitLog })
  const unprovable = unprovableOf(estimated, reach, correction)
  return {
    ...facts,
    estimate: {
      changeRatio: Math.expm1(interval.estimateLog),
      lower: Math.expm1(interval.lowerLog),
      upper: Math.expm1(interval.upperLog),
      confidence: 1 - alpha,
      pValue: worse.estimateLog >= 0 ? pValueWorse : pValueBetter,
      noiseRatio,
      noiseSource: estimated.noiseSource,
      // `reach` is the slowdown. For a throughput, 25 % slower is 1 − 1/1.25 = 20 % less.
      detectableRatio: unprovable !== null ? null : facts.better === 'higher' ? reach / (1 + reach) : reach,
      unprovable,
      likelihoodRatio: limitRatio === null || limitRatio === 0 ? null : likelihoodRatio(worse, doubledLimitLog(facts)),
      restAgrees: estimated.restAgrees,
      runsNeeded:
        limitRatio === null || limitRatio === 0
          ? Infinity
          : runsNeeded(estimated, noiseRatio, estimated.alphaAgain * share),
    },
    // min-delta keeps a small change from blocking. A change over the limit is still not called "no change".
    verdict: forgiven ? (overLimit ? 'inconclusive' : 'unchanged') : judged,
    reason: reason.length === 0 ? null : reason,
  }
}

/** The direction in which a change is proven. When another job can be measured, one slow job among several proves no slowdown. */
function proofOf(estimated: EstimatedComparison, { pValueWorse, pValueBetter, isUneven }: Correction): Proof {
  if (storeDoubt(estimated, isUneven) !== null) return null
  const isDoubted = isOverLimit(estimated.worse, estimated.limitLog) && !estimated.restAgrees
  if (pValueWorse < estimated.alpha) return isDoubted ? null : 'worse'
  return pValueBetter < estimated.alpha ? 'better' : null
}

/** Why no comparison with this baseline proves anything. */
function storeDoubt({ noiseSource, isStored, isNewLevel }: EstimatedComparison, isUneven = false): Unprovable | null {
  if (noiseSource === 'assumed') return 'assumed-noise'
  if (isStored && isUneven) return 'uneven-store'
  return isNewLevel ? 'new-level' : null
}

/** @param reach the smallest slowdown that would be proven */
function unprovableOf(
  estimated: EstimatedComparison,
  reach: number,
  { share, isUneven }: Correction,
): Unprovable | null {
  const { facts, alpha, tooFewSamples, minDeltaRatio } = estimated
  const doubt = tooFewSamples !== null ? 'too-few-requests' : storeDoubt(estimated, isUneven)
  if (doubt !== null) return doubt
  const reachLog = facts.better === 'higher' ? -Math.log1p(reach) : Math.log1p(reach)
  if (outlierShare(estimated, reachLog) > alpha * share) return 'stored-outliers'
  return minDeltaRatio > reach ? 'min-delta' : null
}

/** The number of runs per side; against a store, the number of candidate runs. */
function runsNeeded({ facts, isStored, design }: EstimatedComparison, noiseRatio: number, alpha: number): number {
  const effectRatio = 2 * (facts.limitRatio ?? 0)
  const perSide = requiredRunsPerSide({ sd: noiseRatio, effectRatio, alpha, isPaired: design === 'pairs' })
  return isStored ? requiredAgainst(facts.runs.baseline, perSide) : perSide
}

function factsOf(series: Series, role: SeriesRole, limitRatio: number, { baseline, candidate }: Values): Facts {
  const runs = { baseline: baseline.length, candidate: candidate.length }
  const step = stepThatMatters([...baseline, ...candidate], limitRatio)
  return {
    ...series,
    role,
    runs,
    baseline: medianOf(baseline),
    candidate: medianOf(candidate),
    limitRatio,
    ...(step === null ? {} : { step }),
  }
}

/** The report shows the step when it is at least a fifth of the limit: from there on, the last digits of a value mislead the reader. */
function stepThatMatters(values: readonly Value[], limitRatio: number): number | null {
  const matters = values.filter(({ value, step }) => step !== null && step > 0 && step / value >= limitRatio / 5)
  return matters.length === 0 ? null : Math.max(...matters.map(({ step }) => step ?? 0))
}

function decidedAs(facts: Facts, verdict: Comparison['verdict'], reason: Text | null): UncorrectedComparison {
  return { kind: 'decided', comparison: { ...facts, estimate: null, verdict, reason } }
}

function intervalOf(
  values: Values,
  series: Series,
  history: readonly SeriesReading[],
  context: SeriesContext,
): Readonly<{ interval: Interval; noiseSource: NoiseSource }> {
  const baseline = values.baseline.map(({ value }) => value)
  const candidate = values.candidate.map(({ value }) => value)
  const { design, alpha } = context
  // The tool may round more than the last decimal shows. The variance of rounding to steps of width w is w²/12.
  const stepSds = [...values.baseline, ...values.candidate].map(
    ({ step, value }) => (step ?? 0) / Math.sqrt(12) / value,
  )
  const hidden = Math.max(roundingSd([...baseline, ...candidate]), ...stepSds)
  if (design === 'pairs') {
    const logRatios = logsOf(candidate.map((value, index) => value / (baseline[index] ?? Number.NaN)))
    return {
      interval: pairedInterval({ logRatios, prior: null, alpha, roundingSd: hidden }),
      noiseSource: 'these-runs',
    }
  }
  const { prior, noiseSource } = noiseFor(values, series, history, context)
  const data = { baselineLogs: logsOf(baseline), candidateLogs: logsOf(candidate), prior, alpha, roundingSd: hidden }
  return { interval: unpairedInterval(data), noiseSource }
}

/**
 * Whether the candidate still looks changed when its worst job is left out. A single job says nothing about a second one, so a
 * primary series needs two jobs. An endpoint never causes another job to be measured, so one job is enough.
 */
function restAgrees(facts: Facts, values: Values, history: readonly SeriesReading[], context: SeriesContext): boolean {
  if (facts.limitRatio === null || facts.limitRatio === 0) return true
  if (values.candidate.length === 1) return facts.role !== 'primary'
  const order = facts.better === 'higher' ? 1 : -1
  const [, ...candidate] = values.candidate.toSorted((left, right) => order * (left.value - right.value))
  const { interval } = intervalOf({ ...values, candidate }, facts, history, context)
  return likelihoodRatio(towardsWorse(interval, facts.better), doubledLimitLog(facts)) > 1
}

function positiveLogs(readings: readonly SeriesReading[]): readonly number[] {
  return valuesOf(readings).flatMap(({ value }) => (value > 0 ? [Math.log(value)] : []))
}

function noiseFor(
  { baseline, candidate }: Values,
  series: Series,
  history: readonly SeriesReading[],
  context: SeriesContext,
): Readonly<{ prior: Noise | null; noiseSource: NoiseSource }> {
  const known = noisePrior(positiveLogs(history), baseline.length)
  const few = Math.min(baseline.length, candidate.length) < 3
  const prior = known ?? (few ? ASSUMED_NOISE : null)
  return {
    prior: prior === null || context.design !== 'single' ? prior : atLeastSampling(prior, series, context),
    noiseSource: known !== null ? 'history' : few ? 'assumed' : 'these-runs',
  }
}

/**
 * One run per side does not show its own noise. But a percentile of few requests has at least the uncertainty that follows from
 * their number.
 */
function atLeastSampling(prior: Noise, series: Series, { baseline, candidate, reader }: SeriesContext): Noise {
  const errors = [...baseline, ...candidate].map((group) => reader.samplingError(group, series))
  return { ...prior, sd: Math.max(prior.sd, ...errors) }
}

/**
 * The number of endpoints for which the search is corrected. A service has dozens of endpoints. Without a correction each would
 * have a false step with a chance of 1 in 40, so a few of them would always be compared with a false level.
 */
const ENDPOINTS_SEARCHED = 50

/** The newest level of one endpoint: an endpoint may have changed its level while the service as a whole did not. */
function newestLevel(values: readonly Value[]): readonly Value[] {
  const logs = logsOf(values.map(({ value }) => value))
  return values.slice(lastSegmentStart(logs, ENDPOINTS_SEARCHED))
}

function notJudgedText(values: readonly Value[]): Text | null {
  return values.find(({ notJudged }) => notJudged !== null)?.notJudged ?? null
}

/** A limit that is not wider than one rounding step cannot be judged: the number either stays, or jumps over the limit. */
function coarseText({ stat }: Series, values: readonly Value[], limitRatio: number): Text | null {
  const widest = Math.max(0, ...values.map(({ value, step }) => (step ?? 0) / value))
  if (widest < limitRatio || widest === 0) return null
  const percent = (ratio: number) => `${Number((100 * ratio).toPrecision(2))} %`
  return text`The tool rounds ${stat} to steps of ${percent(widest)} here, and the limit is ${percent(limitRatio)}: it cannot be judged. Gate on a number that moves in narrower steps, such as the mean, or give a file of the tool that has more digits.`
}

function tooFewSamples(series: Series, values: readonly Value[], minTailSamples: number): Text | null {
  if (isOfBenchmark(series)) return null
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1]
  if (percentile === undefined) return null
  const counts = values.flatMap(({ sampleCount }) => (sampleCount === null ? [] : [sampleCount]))
  // Rounded to millionths of a percent, because 100 - 99.9 is not exactly 0.1 in binary fractions.
  const share = Math.max(Math.round((100 - Number(percentile)) * 1e6) / 1e8, 0)
  const fewest = Math.min(...counts)
  if (counts.length === 0 || fewest * share >= minTailSamples - 1e-9) return null
  const needed = Math.ceil(minTailSamples / share - 1e-6)
  return text`Only ${fewest} requests in a run: ${series.stat} rests on ${Math.floor(fewest * share)} of them. ${needed} are needed.`
}

/**
 * Shares are compared in percentage points, by their mean: if everything fails in one run of three, that is not noise. The rule
 * for error rates decides what blocks. For a share that is not gated, the verdict only says in which direction it changed.
 */
function shareVerdict({ better, role }: Facts, values: Values, maxRise: number): Comparison['verdict'] {
  const [before, now] = [values.baseline, values.candidate].map((side) => mean(side.map(({ value }) => value)))
  const rise = (now ?? 0) - (before ?? 0)
  const worse = better === 'higher' ? -rise : rise
  if (role === 'primary') return worse > maxRise + SHARE_ROUNDING ? 'unproven' : 'unchanged'
  return worse > 0 && better !== 'neither' ? 'inconclusive' : 'unchanged'
}

/**
 * A counter or a gauge that is 0 in some runs has no logarithm, so it is compared by the mean and nothing is proven. A first
 * error after a baseline without errors is over every limit. If both sides did no work at all, there is nothing to compare.
 */
function decidedWithZero(facts: Facts, values: Values, limitRatio: number, note: Text | null): UncorrectedComparison {
  const [before = 0, now = 0] = [values.baseline, values.candidate].map((side) => mean(side.map(({ value }) => value)))
  const isHigher = facts.better === 'higher'
  if (isHigher && before === 0 && now === 0)
    return decidedAs(facts, 'invalid', text`It is 0 on both sides: nothing was counted.`)
  const isOver = isHigher ? now < before * (1 - limitRatio) : now > before * (1 + limitRatio)
  const reason = text`It is 0 in some runs, so it is compared by the mean: ${rounded(before)} before, ${rounded(now)} now.`
  return decidedAs(facts, isOver ? 'unproven' : 'unchanged', sentences(reason, note))
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)))
}

function medianOf(values: readonly Value[]): number | null {
  return values.length === 0 ? null : median(values.map(({ value }) => value))
}
