import { holmAdjust } from '../statistics/holm.ts'
import { studentTQuantile, studentTUpperTail } from '../statistics/student-t.ts'

/** The measurements of the tested functions in one run. */
export type ProfiledRun = Readonly<{
  side: 'baseline' | 'candidate'
  /** Weight of each tested function, in the order of the functions. */
  weights: readonly number[]
  /** The weight of one sample. */
  sampleWeight: number
  /** null: not known. */
  requests: number | null
}>

export type TestedFunction = Readonly<{
  changeRatio: number
  interval: readonly [number, number]
  /** Adjusted for the number of functions. */
  pValue: number
  isProven: boolean
}>

/** Logarithms of weights, by function and then by run. */
type Logs = readonly (readonly number[])[]

export type FunctionTests = Readonly<{
  scale: 'per-request' | 'per-run' | 'relative'
  /** The common change of all functions per request. null: the requests are not known. */
  commonRatio: number | null
  functions: readonly TestedFunction[]
}>

/*
 * The usual test compares the shares of one profile with those of another. It is not used, because it names a function in 45 to
 * 100 % of pairs that did not change, and a second, unchanged function in 36 to 76 % of pairs that did: shares add up to 1, so
 * one change moves all others (measured on profiles of perf, Go and Node). Here the run is the unit, and the common change of all
 * functions is removed: docs/decisions/0022-profiles.md.
 */

/** The chance that any function is named wrongly, and the smallest change that is named. */
const ALPHA = 0.05
const LEAST_CHANGE_RATIO = 0.1

/**
 * The weight of the expected variance against the variance of a few runs, in degrees of freedom: Smyth 2004
 * (https://doi.org/10.2202/1544-6115.1027).
 */
const PRIOR_DEGREES = 4

/** The median of ten noisy functions shows a smaller common change by chance. */
const LEAST_COMMON_RATIO = 0.1

/** If runs differ by more than this, they did different work. */
const LEAST_SAME_WORK_RATIO = 0.03

/**
 * Which functions changed between the sides. Each side needs two runs at least.
 *
 * If the requests are known, functions are compared per request, unless that makes the runs of one side vary more, or all
 * functions changed together: a slow machine or another load is not a change of a function. Otherwise each function is compared
 * with the other functions, without those that are proven to have changed.
 *
 * @param canCountRequests false: the weights are wall time, which grows when the machine does something else
 * @returns null: one function takes most of the time, and it cannot be told whether this function takes more or the others less
 */
export function compareFunctions(runs: readonly ProfiledRun[], canCountRequests: boolean): FunctionTests | null {
  const logs = logsOf(runs)
  const knowsRequests = canCountRequests && runs.every(({ requests }) => requests !== null)
  const perRequest = logs.map((series) => series.map((log, run) => log - Math.log(runs[run]?.requests ?? 1)))
  if (isDominated(logs, runs)) {
    if (knowsRequests) return dominatedPerRequest(perRequest, runs)
    return canCountRequests ? dominatedPerRun(logs, runs) : null
  }
  const { others, functions } = relativeTest(logs, runs)
  if (!knowsRequests) return { scale: 'relative', commonRatio: null, functions }
  const common = commonShift(perRequest, runs, others)
  const isSteadier = residuals(perRequest, runs) <= residuals(shifted(perRequest, common), runs)
  const commonRatio = changeOf(common, runs)
  if (!isSteadier || Math.abs(commonRatio) >= LEAST_COMMON_RATIO) return { scale: 'relative', commonRatio, functions }
  return { scale: 'per-request', commonRatio, functions: testEach(perRequest, runs) }
}

/** If both the large function and the others changed, the cause may be the machine or the load, which cannot be told here. */
function dominatedPerRequest(perRequest: Logs, runs: readonly ProfiledRun[]): FunctionTests | null {
  const all = everyone(perRequest)
  const others = commonShift(perRequest, runs, all)
  const ratios = [changeOf(others, runs), changeOf(commonShift(perRequest, runs, all, 'also the largest'), runs)]
  const haveAll = Math.min(...ratios) >= LEAST_COMMON_RATIO || Math.max(...ratios) <= -LEAST_COMMON_RATIO
  const isSteady = residuals(perRequest, runs) <= 2 * residuals(shifted(perRequest, others), runs)
  if (haveAll || !isSteady) return null
  return { scale: 'per-request', commonRatio: changeOf(others, runs), functions: testEach(perRequest, runs) }
}

/** If the other functions took the same time in all runs, the runs did the same work, and their weights can be compared directly. */
function dominatedPerRun(logs: Logs, runs: readonly ProfiledRun[]): FunctionTests | null {
  const commonRatio = changeOf(commonShift(logs, runs, everyone(logs)), runs)
  if (Math.abs(commonRatio) >= LEAST_SAME_WORK_RATIO) return null
  return { scale: 'per-run', commonRatio: null, functions: testEach(logs, runs) }
}

function changeOf(common: readonly number[], runs: readonly ProfiledRun[]): number {
  return Math.expm1(meanOf(common, runs, 'candidate') - meanOf(common, runs, 'baseline'))
}

/** Whether one function weighs as much as all others together. It then cannot be told which of them changed. */
function isDominated(logs: readonly unknown[], runs: readonly ProfiledRun[]): boolean {
  const weights = logs.map((_, index) => steadiness(index, runs))
  return Math.max(...weights) >= weights.reduce((sum, weight) => sum + weight, 0) / 2
}

/** A count of n events varies by the root of n, so the weight of its logarithm is the root of n. */
function steadiness(index: number, runs: readonly ProfiledRun[]): number {
  return Math.sqrt(runs.reduce((sum, { weights }) => sum + (weights[index] ?? 0), 0))
}

/**
 * The smallest change of a function with this share of the samples that the test finds in 19 of 20 cases. About 200 samples in
 * the function on each side are needed to see a change by 60 % (measured with Go, where 112 were too few).
 */
export function detectableChange(runsOfSide: number, samplesOfRun: number, share: number): number {
  return Math.expm1(4.5 * Math.sqrt(2 / (runsOfSide * samplesOfRun * share)))
}

/** No samples count as half a sample, because 0 has no logarithm. */
function logsOf(runs: readonly ProfiledRun[]): Logs {
  const count = runs[0]?.weights.length ?? 0
  return Array.from({ length: count }, (_, index) =>
    runs.map(({ weights, sampleWeight }) => Math.log(Math.max(weights[index] ?? 0, sampleWeight / 2))),
  )
}

/** `others`: the functions with which all were compared in the last step. */
function relativeTest(
  logs: Logs,
  runs: readonly ProfiledRun[],
): Readonly<{ others: ReadonlySet<number>; functions: readonly TestedFunction[] }> {
  const others = new Set(everyone(logs))
  for (;;) {
    const common = commonShift(logs, runs, others)
    const functions = testEach(shifted(logs, common), runs)
    const strongest = strongestOf(functions, others)
    // A changed function makes the others look changed in the other direction, so it is taken out. When half of the functions are
    // out, too few are left for a comparison.
    if (strongest === null || others.size <= logs.length / 2) return { others, functions }
    others.delete(strongest)
  }
}

function everyone(logs: readonly unknown[]): ReadonlySet<number> {
  return new Set(logs.keys())
}

function strongestOf(functions: readonly TestedFunction[], among: ReadonlySet<number>): number | null {
  const proven = [...functions.entries()].filter(([index, { isProven }]) => isProven && among.has(index))
  const [first] = proven.sort(([, left], [, right]) => left.pValue - right.pValue || size(right) - size(left))
  return first?.[0] ?? null
}

function size({ changeRatio }: TestedFunction): number {
  return Math.abs(Math.log1p(changeRatio))
}

/** How far each run lies from the mean of all runs: the weighted median over these functions, which no single function can move. */
function commonShift(
  logs: Logs,
  runs: readonly ProfiledRun[],
  others: ReadonlySet<number>,
  heard: 'none above half' | 'also the largest' = 'none above half',
): readonly number[] {
  const means = logs.map((series) => (meanOf(series, runs, 'baseline') + meanOf(series, runs, 'candidate')) / 2)
  const weights = logs.map((_, index) => (others.has(index) ? steadiness(index, runs) : 0))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return runs.map((_, run) =>
    weightedMedian(
      [...others].map((index) => {
        const weight = weights[index] ?? 0
        // Slightly less than half of the weight, so that a function with most of the time does not decide alone.
        return {
          value: (logs[index]?.[run] ?? 0) - (means[index] ?? 0),
          weight: heard === 'also the largest' ? weight : Math.min(weight, 0.99 * (all - weight)),
        }
      }),
    ),
  )
}

function weightedMedian(items: readonly Readonly<{ value: number; weight: number }>[]): number {
  const ordered = [...items].sort((left, right) => left.value - right.value)
  const half = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (const [index, { value, weight }] of ordered.entries()) {
    below += weight
    if (below > half) return value
    if (below === half) return (value + (ordered[index + 1]?.value ?? value)) / 2
  }
  return ordered.at(-1)?.value ?? 0
}

function shifted(logs: Logs, common: readonly number[]): Logs {
  return logs.map((series) => series.map((log, run) => log - (common[run] ?? 0)))
}

/** How much the runs of a side differ, over all functions. */
function residuals(logs: Logs, runs: readonly ProfiledRun[]): number {
  return logs.reduce((sum, series) => sum + squaresWithin(series, runs), 0)
}

function testEach(logs: Logs, runs: readonly ProfiledRun[]): readonly TestedFunction[] {
  const [baselineRuns, candidateRuns] = [countOf(runs, 'baseline'), countOf(runs, 'candidate')]
  const degrees = runs.length - 2
  const variances = logs.map((series) => squaresWithin(series, runs) / degrees)
  const samples = logs.map((_, index) => samplesIn(index, runs))
  // The variance is at least that of counting.
  const excess = Math.max(1, median(variances.map((variance, index) => variance * (samples[index] ?? 1))))
  const tests = logs.map((series, index) => {
    const expected = excess / (samples[index] ?? 1)
    const variance = (degrees * (variances[index] ?? 0) + PRIOR_DEGREES * expected) / (degrees + PRIOR_DEGREES)
    const difference = meanOf(series, runs, 'candidate') - meanOf(series, runs, 'baseline')
    const error = Math.sqrt(variance * (1 / baselineRuns + 1 / candidateRuns))
    const pValue = Math.min(1, 2 * studentTUpperTail(Math.abs(difference) / error, degrees + PRIOR_DEGREES))
    return { difference, error, pValue }
  })
  // A change of a function with few samples can hardly be proven, so functions with more time get a larger part of the error
  // rate. These weights may be taken from the data: without a change, the sum of both sides is independent of their difference.
  const adjusted = holmAdjust(tests.map(({ pValue }, index) => ({ pValue, weight: samples[index] ?? 1 })))
  const t = studentTQuantile(1 - ALPHA / 2, degrees + PRIOR_DEGREES)
  return tests.map(({ difference, error }, index) => {
    const pValue = adjusted[index] ?? 1
    const changeRatio = Math.expm1(difference)
    return {
      changeRatio,
      interval: [Math.expm1(difference - t * error), Math.expm1(difference + t * error)] as const,
      pValue,
      isProven: pValue <= ALPHA && Math.abs(changeRatio) >= LEAST_CHANGE_RATIO,
    }
  })
}

/** Samples of a run in this function; half a sample if there are none. */
function samplesIn(index: number, runs: readonly ProfiledRun[]): number {
  const all = runs.reduce((sum, { weights, sampleWeight }) => sum + (weights[index] ?? 0) / sampleWeight, 0)
  return Math.max(0.5, all / runs.length)
}

function squaresWithin(series: readonly number[], runs: readonly ProfiledRun[]): number {
  const means = { baseline: meanOf(series, runs, 'baseline'), candidate: meanOf(series, runs, 'candidate') }
  return series.reduce((sum, value, run) => sum + (value - means[runs[run]?.side ?? 'baseline']) ** 2, 0)
}

function meanOf(series: readonly number[], runs: readonly ProfiledRun[], side: ProfiledRun['side']): number {
  const values = series.filter((_, run) => runs[run]?.side === side)
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function countOf(runs: readonly ProfiledRun[], side: ProfiledRun['side']): number {
  return runs.filter((run) => run.side === side).length
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((left, right) => left - right)
  const middle = Math.floor(ordered.length / 2)
  const upper = ordered[middle] ?? 1
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2
}
