import { isObject } from '../model/json-object.ts'
import type { AbortThreshold } from '../model/measurement.ts'

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/**
 * The thresholds of a metric that stop the test when they are crossed, as the `Metric` lines of raw points define them.
 * A threshold is a text, or `{threshold, abortOnFail, delayAbortEval}`
 * (https://grafana.com/docs/k6/latest/using-k6/thresholds/#abort-a-test-when-a-threshold-is-crossed).
 */
export function abortThresholds(metric: string, thresholds: unknown): readonly AbortThreshold[] {
  if (!Array.isArray(thresholds)) return []
  return thresholds.flatMap((one: unknown) => {
    if (!isObject(one) || one.abortOnFail !== true || typeof one.threshold !== 'string') return []
    return [{ metric, expression: one.threshold, notBeforeMs: durationMs(one.delayAbortEval) }]
  })
}

/** A Go duration such as `1m30s`, or a number of milliseconds. 0 if there is none. */
function durationMs(text: unknown): number {
  if (typeof text === 'number') return text
  if (typeof text !== 'string') return 0
  return [...text.slice(0, 40).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
    (total, [, amount, unit = '']) => total + Number(amount) * (UNIT_MS[unit] ?? 0),
    0,
  )
}
