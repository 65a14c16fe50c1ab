import { code, type Text, text } from './text.ts'

/* How to change a k6 script so that the next run has a missing number. */

/**
 * k6 only writes p(90) and p(95) unless it is configured:
 * https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats
 */
export function adviceOnPercentile(percent: string): Text {
  return text`Add ${code(`p(${percent})`)} to ${code('summaryTrendStats')} in the options of the load test.`
}

/** k6 only writes metrics that have samples or a threshold: metrics/engine at https://github.com/grafana/k6/tree/v2.2.0 */
export function adviceOnUnmeasured(): Text {
  return text`k6 leaves out a metric without values: find out whether the load test still reaches this part of the script.`
}

/** A counter that stayed at 0 is only in the file if a threshold names it. */
export function keptByThreshold(metric: string, stat: string): Text {
  return text` A threshold such as ${code(`${metric}: ['${stat}>=0']`)} keeps it in the file at 0.`
}

export function adviceOnErrorShare(): Text {
  return text`k6 writes it into a summary only if a threshold names it: keep that threshold.`
}

/**
 * If points lack something: CSV has whole seconds unless it is configured,
 * https://grafana.com/docs/k6/latest/results-output/real-time/csv/
 */
export const ADVICE_ON_POINTS = {
  wholeSeconds: text`Set ${'K6_CSV_TIME_FORMAT=unix_milli'}.`,
  manyNames: text`Set a name tag on requests whose URL changes.`,
}

/** How endpoints get into the files of k6. */
export function adviceOnEndpoints(): Text {
  return text`A summary of k6 has only the endpoints that the script has thresholds for; raw points have all.`
}
