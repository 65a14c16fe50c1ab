import { mean, median, quantile, sampleStandardDeviation, sampleVariance } from 'simple-statistics'
import type { Samples } from '../../src/model/samples.ts'
import { hodgesLehmannShift } from '../../src/statistics/hodges-lehmann.ts'
import { logsOf } from '../../src/statistics/logs.ts'
import { studentTQuantile, studentTUpperTail } from '../../src/statistics/student-t.ts'
import { mannWhitneyUpperTail } from './mann-whitney.ts'
import { ONE_WINDOW, otavaChangePoints } from './otava.ts'

/** The data of a rule: one p95 per run, in milliseconds. */
export type RuleData = Readonly<{
  baseline: Samples
  candidate: Samples
  /** The newest runs of the old version, in the order of time. The runs of the baseline are the last of them. */
  history: Samples
}>

/** A rule of another tool. `null`: the rule needs more runs for an answer. */
export type RivalRule = Readonly<{ id: string; label: string; alarm(data: RuleData): boolean | null }>

/** The limit of all rules that have a limit. */
const LIMIT = 1.05

const ALPHA = 0.05

/** With fewer stored runs, no rule uses the history. */
const MIN_HISTORY = 8

/** The rules as the other tools document them, with the limit of 5 % if a rule has a limit. */
export const RIVAL_RULES: readonly RivalRule[] = [
  {
    id: 'plain',
    label: 'mean over 5 %',
    alarm: ({ baseline, candidate }) => meanRatio(baseline, candidate) > LIMIT,
  },
  {
    id: 'welch',
    label: 'Welch p < .05 and over 5 %',
    alarm: ({ baseline, candidate }) =>
      baseline.length < 2 || candidate.length < 2
        ? null
        : welchUpperTail(logsOf(baseline), logsOf(candidate)) < ALPHA &&
          mean(logsOf(candidate).slice()) - mean(logsOf(baseline).slice()) > Math.log(LIMIT),
  },
  {
    id: 'mann-whitney',
    label: 'exact Mann-Whitney and over 5 %',
    alarm: ({ baseline, candidate }) =>
      baseline.length < 3 || candidate.length < 3
        ? null
        : mannWhitneyUpperTail(baseline, candidate).pValue <= ALPHA + 1e-12 &&
          hodgesLehmannShift(logsOf(baseline), logsOf(candidate)) > Math.log(LIMIT),
  },
  {
    // `alert-threshold: 105%`: one value per benchmark against the last one that was stored. https://github.com/benchmark-action/github-action-benchmark#alert-threshold-optional
    id: 'ratio-to-last',
    label: 'github-action-benchmark, 105 %',
    alarm: ({ baseline, candidate }) => candidate[0] / (baseline.at(-1) ?? baseline[0]) > LIMIT,
  },
  {
    // The default value of the same input.
    id: 'ratio-to-last-default',
    label: 'github-action-benchmark, default 200 %',
    alarm: ({ baseline, candidate }) => candidate[0] / (baseline.at(-1) ?? baseline[0]) > 2,
  },
  {
    // `--threshold-test t_test --threshold-upper-boundary 0.99`, the example of https://bencher.dev/docs/explanation/thresholds/,
    // with `--fold mean`.
    id: 'bencher-t',
    label: 'Bencher t-test .99',
    alarm: ({ candidate, history }) =>
      history.length < MIN_HISTORY ? null : mean([...candidate]) > predictionBound(history, 0.99),
  },
  {
    // `--threshold-test iqr --threshold-upper-boundary 2.0`, from the same page.
    id: 'bencher-iqr',
    label: 'Bencher IQR × 2',
    alarm: ({ candidate, history }) =>
      history.length < MIN_HISTORY ? null : mean([...candidate]) > iqrBound(history, 2),
  },
  {
    // benchstat shows a delta if the two-sided test has p < .05. https://pkg.go.dev/golang.org/x/perf/cmd/benchstat
    id: 'benchstat',
    label: 'benchstat, two-sided U test',
    alarm: ({ baseline, candidate }) =>
      mannWhitneyTwoSided(baseline, candidate) < ALPHA && median([...candidate]) > median([...baseline]),
  },
  {
    id: 'otava',
    label: 'Otava change point',
    alarm: ({ candidate, history }) => (history.length < MIN_HISTORY ? null : hasNewLevel(history, candidate)),
  },
]

function meanRatio(baseline: Samples, candidate: Samples): number {
  return mean([...candidate]) / mean([...baseline])
}

/** The one-sided p-value of Welch's t test that the candidate is higher. https://doi.org/10.1093/biomet/34.1-2.28 */
export function welchUpperTail(baseline: Samples, candidate: Samples): number {
  const [before, now] = [baseline, candidate].map((side) => sampleVariance([...side]) / side.length) as [number, number]
  const t = (mean([...candidate]) - mean([...baseline])) / Math.sqrt(before + now)
  const degreesOfFreedom =
    (before + now) ** 2 / (before ** 2 / (baseline.length - 1) + now ** 2 / (candidate.length - 1))
  return studentTUpperTail(t, degreesOfFreedom)
}

/** The exact two-sided p-value: twice the smaller tail. */
export function mannWhitneyTwoSided(baseline: Samples, candidate: Samples): number {
  const tails = [mannWhitneyUpperTail(baseline, candidate), mannWhitneyUpperTail(candidate, baseline)]
  return Math.min(1, 2 * Math.min(...tails.map(({ pValue }) => pValue)))
}

/** With this probability, one more value of the same normal distribution stays below this bound. */
export function predictionBound(history: Samples, probability: number): number {
  const reach = studentTQuantile(probability, history.length - 1) * Math.sqrt(1 + 1 / history.length)
  return mean([...history]) + reach * sampleStandardDeviation([...history])
}

/** The median plus a multiple of the interquartile range. */
export function iqrBound(history: Samples, multiplier: number): number {
  const [lower, upper] = [quantile([...history], 0.25), quantile([...history], 0.75)]
  return median([...history]) + multiplier * (upper - lower)
}

/** Whether a new, higher level begins at one of the candidate's runs. */
function hasNewLevel(history: Samples, candidate: Samples): boolean {
  const kept = history.slice(-(ONE_WINDOW - candidate.length))
  const points = otavaChangePoints([...kept, ...candidate])
  const isHigher = mean([...candidate]) > mean([...kept])
  return isHigher && points.some((point) => point >= kept.length)
}
