import type { Series } from '../model/comparison.ts'
import type { GoalResult } from '../model/milestone.ts'
import type { Goal, ServicePolicy } from '../model/policy.ts'
import { type Text, text } from '../model/text.ts'
import { compareSeries, type EstimatedComparison, type UncorrectedComparison } from '../statistics/compare-series.ts'
import { holmAdjust } from '../statistics/holm.ts'
import { levelContext } from '../statistics/level-context.ts'
import type { SeriesReader } from '../statistics/reading.ts'
import { requiredAgainst, requiredRunsPerSide } from '../statistics/required-runs.ts'
import { studentTUpperTail } from '../statistics/student-t.ts'
import type { Ends } from './phase-ends.ts'

/**
 * One-sided level of the words "reached" and "missed", each over all goals of a report. It is lower than the error rate of 5 %
 * that results from it, because windows begin at levels that a search found, and residuals are clipped. At .05, a goal that was
 * exactly met (-20 %) was called "reached" in 4.8 to 6.0 % of 3,000 simulated phases per setting.
 */
const PROOF_ALPHA = 0.03

/** The window of the gate has at most this many jobs: statistics/window.ts. */
const MOST_JOBS = 20

type Comparable = Extract<Ends, { kind: 'comparable' }>

/** Compares one series between the two ends, as the gate does. */
export function compareEnds(
  series: Series,
  { before, after }: Comparable,
  policy: ServicePolicy,
  reader: SeriesReader,
): UncorrectedComparison {
  const limits = { limitRatio: policy.maxRegressionRatio, minDelta: 0 }
  return compareSeries(series, 'other', levelContext(before, after, policy, limits, reader))
}

/** A goal with what was measured of it. */
export type MeasuredGoal = Readonly<{ service: string; goal: Goal; comparison: UncorrectedComparison }>

/** p-values: how often a change that just misses the goal, or just reaches it, would look like this change. */
type Chances = Readonly<{ reached: number; missed: number }>

/**
 * The results of all goals of a report. A goal is reached if the whole interval lies on the good side of the goal, and missed if
 * it lies on the other side. Both are corrected for all goals of the report (Holm), because otherwise one goal of twenty would
 * look reached by chance.
 */
export function judgeGoals(measured: readonly MeasuredGoal[]): readonly GoalResult[] {
  const chances = measured.map(chancesOf)
  const [reached, missed] = (['reached', 'missed'] as const).map((word) =>
    corrected(chances.map((one) => one?.[word] ?? null)),
  )
  const family = chances.filter((one) => one !== null).length
  return measured.map((one, index) => {
    const word =
      (reached?.[index] ?? 1) < PROOF_ALPHA
        ? 'reached'
        : (missed?.[index] ?? 1) < PROOF_ALPHA
          ? 'missed'
          : 'cannot-tell'
    return resultOf(one, word, family)
  })
}

/** null: nothing can be proven, so the goal is not in the correction for the others. */
function chancesOf({ goal, comparison }: MeasuredGoal): Chances | null {
  if (comparison.kind === 'decided' || doubtOf(comparison) !== null) return null
  const { estimateLog, standardError, degreesOfFreedom } = comparison.interval
  const beyond = ((goal.changeRatio < 0 ? 1 : -1) * (Math.log1p(goal.changeRatio) - estimateLog)) / standardError
  return {
    reached: studentTUpperTail(beyond, degreesOfFreedom),
    missed: studentTUpperTail(-beyond, degreesOfFreedom),
  }
}

function corrected(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const known = pValues.flatMap((pValue) => (pValue === null ? [] : [{ pValue, weight: 1 }]))
  const adjusted = [...holmAdjust(known)]
  return pValues.map((pValue) => (pValue === null ? null : (adjusted.shift() ?? null)))
}

/** One fast or slow machine must not decide about a phase. */
const FEWEST_JOBS = 3

function doubtOf({ facts, noiseSource, tooFewSamples }: EstimatedComparison): Text | null {
  if (noiseSource === 'assumed' || Math.min(facts.runs.baseline, facts.runs.candidate) < FEWEST_JOBS)
    return text`Fewer than ${FEWEST_JOBS} jobs at one end are too few to prove anything.`
  return tooFewSamples
}

function resultOf(
  { service, goal, comparison }: MeasuredGoal,
  word: GoalResult['verdict'],
  family: number,
): GoalResult {
  if (comparison.kind === 'decided') {
    const { baseline, candidate, runs, unit, reason } = comparison.comparison
    const verdict = baseline === null || candidate === null ? 'no-data' : 'cannot-tell'
    const jobs = { before: runs.baseline, after: runs.candidate }
    const why =
      unit === 'ratio'
        ? text`A share has no relative change, so a goal cannot be compared with it.`
        : (reason ?? text`It was not measured at both ends.`)
    return {
      service,
      goal,
      verdict,
      before: baseline,
      after: candidate,
      unit,
      ...UNKNOWN,
      jobs,
      moreJobs: null,
      reason: why,
    }
  }
  const { facts } = comparison
  const doubt = doubtOf(comparison)
  return {
    service,
    goal,
    verdict: word,
    before: facts.baseline,
    after: facts.candidate,
    unit: facts.unit,
    ...rangeOf(comparison),
    jobs: { before: facts.runs.baseline, after: facts.runs.candidate },
    moreJobs: word === 'cannot-tell' && doubt === null ? moreJobs(comparison, goal, family) : null,
    reason: doubt ?? comparison.note,
  }
}

/** The change and its bounds. There are no bounds if the noise was not measured. */
export function rangeOf({
  interval,
  noiseSource,
}: EstimatedComparison): Pick<GoalResult, 'changeRatio' | 'lower' | 'upper'> {
  const isKnown = noiseSource !== 'assumed'
  return {
    changeRatio: Math.expm1(interval.estimateLog),
    lower: isKnown ? Math.expm1(interval.lowerLog) : null,
    upper: isKnown ? Math.expm1(interval.upperLog) : null,
  }
}

const UNKNOWN = { changeRatio: null, lower: null, upper: null } as const

/** How many more jobs decide in 95 % of cases, if the true change is the estimate. */
function moreJobs({ facts, interval }: EstimatedComparison, goal: Goal, family: number): number {
  const distance = Math.abs(interval.estimateLog - Math.log1p(goal.changeRatio))
  if (distance < 1e-9) return Infinity
  const alpha = PROOF_ALPHA / Math.max(1, family)
  const perSide = requiredRunsPerSide({ sd: interval.sd, effectRatio: Math.expm1(distance), alpha, isPaired: false })
  const needed = requiredAgainst(facts.runs.baseline, perSide)
  return needed > MOST_JOBS ? Infinity : Math.max(1, needed - facts.runs.candidate)
}
