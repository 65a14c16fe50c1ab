import { mean } from 'simple-statistics'
import { name, type Text, text } from '../model/text.ts'
import { changePoints } from './change-point.ts'
import { roundingSd } from './resolution.ts'
import { studentTQuantile } from './student-t.ts'

/** Fewer stored jobs show neither. */
const MIN_JOBS = 12

/**
 * One-sided 5 % of a correlation of independent jobs, whose standard error is 1 / sqrt(n); shared by all services that are searched.
 * Measured on steady stores of 45 jobs: 2.5 % are called correlated, of 12 jobs 0.9 %. A machine that drifts (AR(1) .9) by as much
 * as runs vary is seen in 19 % of stores of 45 jobs and in 8 % of 20; by half as much again in 34 % and 13 %.
 */
const CORRELATED_SHARE = 0.05

/**
 * Two groups of jobs whose means lie this many of their own standard deviations apart. Normal noise cut in two has 2.7, and more where
 * there are few jobs: 3 + 30 / n is passed by 0.8 % of steady stores of 12 jobs, 1.1 % of 20, 0.9 % of 30 and 1.2 % of 45.
 * Two classes of machines, four times as far apart as runs vary, are seen in 36 % of stores of 20 jobs, 64 % of 30 and 87 % of 45.
 * All figures: 2,000 stores each.
 */
const minSeparation = (jobs: number, services: number) => 3 + 30 / jobs + SEPARATION_EACH_DOUBLING * Math.log2(services)
const SEPARATION_EACH_DOUBLING = 0.2
const MIN_GROUP = 4

/** What makes the jobs of a store poorer witnesses than their number says. */
export type Unevenness =
  | Readonly<{ kind: 'correlated'; correlation: number }>
  | Readonly<{ kind: 'two-levels'; changeRatio: number }>

/**
 * Whether stored jobs follow each other, or come from two kinds of machines that nobody told apart. A comparison with such a store
 * alarms too often, whatever the number of its jobs; pairs on one machine do not. Steps of the branch are taken out first: they
 * are of the code. So a machine that drifts far is taken for code that steps, and few such stores are seen.
 *
 * @param logs natural logarithms of one series, one a stored job, in the order of time
 * @param services how many are searched like this: the more, the stronger the signs must be
 */
export function unevennessOf(logs: readonly number[], services = 1): Unevenness | null {
  if (logs.length < MIN_JOBS) return null
  const level = withoutSteps(logs)
  const changeRatio = twoLevels(level, minSeparation(level.length, services), roundingSd(logs.map(Math.exp)))
  if (changeRatio !== null) return { kind: 'two-levels', changeRatio }
  const correlation = lagOneCorrelation(level)
  return correlation > normalQuantile(1 - CORRELATED_SHARE / services) / Math.sqrt(level.length)
    ? { kind: 'correlated', correlation }
    : null
}

/** Each value as its distance from the mean of its level. */
function withoutSteps(logs: readonly number[]): readonly number[] {
  const starts = [0, ...changePoints(logs)]
  return starts.flatMap((start, index) => {
    const level = logs.slice(start, starts[index + 1])
    const centre = mean([...level])
    return level.map((log) => log - centre)
  })
}

/** With so many degrees of freedom Student's t is normal. */
function normalQuantile(probability: number): number {
  return studentTQuantile(probability, 1e6)
}

function lagOneCorrelation(level: readonly number[]): number {
  const squares = level.reduce((sum, log) => sum + log ** 2, 0)
  const products = level.slice(1).reduce((sum, log, index) => sum + log * (level[index] ?? 0), 0)
  return squares > 0 ? products / squares : 0
}

/** The cut of the sorted values that separates best; null where it separates too little. Whole milliseconds are no levels. */
function twoLevels(level: readonly number[], minimum: number, hidden: number): number | null {
  const sorted = level.toSorted((left, right) => left - right)
  const cuts = sorted.flatMap((_, index) => (index >= MIN_GROUP && sorted.length - index >= MIN_GROUP ? [index] : []))
  const separations = cuts.map((index) => {
    const [low, high] = [sorted.slice(0, index), sorted.slice(index)]
    const within = Math.hypot(Math.sqrt((squaresOf(low) + squaresOf(high)) / (sorted.length - 2)), hidden)
    const apart = mean(high) - mean(low)
    return { apart, separation: within > 0 ? apart / within : 0 }
  })
  const [best] = separations.toSorted((left, right) => right.separation - left.separation)
  return best !== undefined && best.separation > minimum ? Math.expm1(best.apart) : null
}

function squaresOf(values: readonly number[]): number {
  const centre = mean([...values])
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}

/** The sentence of the report. */
export function unevennessText(service: string, uneven: Unevenness): Text {
  const found =
    uneven.kind === 'correlated'
      ? text`follow each other (correlation ${uneven.correlation.toFixed(2)})`
      : text`come at two levels, ${(100 * uneven.changeRatio).toFixed(1)} % apart`
  return text`The stored jobs of ${name(service)} ${found}, so its machines are not alike. A comparison with this store alarms more often than is said here, and nothing is called proven against it. Measure both versions in pairs, on one machine, instead.`
}
