import { code, type Text, text } from './text.ts'

/*
 * What to change in a k6 script, so that a number that is missing is there the next time.
 */

/** k6 prints p(90) and p(95) only, unless told: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
export function adviceOnPercentile(percent: string): Text {
  return text`Add ${code(`p(${percent})`)} to ${code('summaryTrendStats')} in the options of the load test.`
}

/** k6 writes what has samples, or a threshold: metrics/engine at https://github.com/grafana/k6/tree/v2.2.0 */
export function adviceOnUnmeasured(): Text {
  return text`k6 leaves out what was not measured once: find out whether the load test still gets that far.`
}

/** What is counted, and was not counted once, is in the file where a threshold names it. */
export function keptByThreshold(metric: string, stat: string): Text {
  return text` A threshold such as ${code(`${metric}: ['${stat}>=0']`)} keeps it in the file at 0.`
}

export function adviceOnErrorShare(): Text {
  return text`k6 writes it into a summary where a threshold names it: keep that threshold.`
}

/** Where points lack something: CSV has whole seconds unless told, https://grafana.com/docs/k6/latest/results-output/real-time/csv/ */
export const ADVICE_ON_POINTS = {
  wholeSeconds: text`Set ${'K6_CSV_TIME_FORMAT=unix_milli'}.`,
  manyNames: text`Set a name tag on requests whose URL changes.`,
}

/** Where endpoints come from in its files. */
export function adviceOnEndpoints(): Text {
  return text`A summary of k6 has those that the script has thresholds for, and raw points have all.`
}
