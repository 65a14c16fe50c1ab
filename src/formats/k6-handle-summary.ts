import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import { numberAt, objectAt, textAt } from './foreign-json.ts'
import { k6SummaryFormat } from './k6-summary-format.ts'
import { thresholdsAt } from './k6-thresholds.ts'
import { type MetricEntry, metricEntriesAt, metricKindAt, metricValuesAt, requireBuiltInKind } from './metric-values.ts'
import type { SummaryMetric } from './summary-run.ts'

/**
 * `JSON.stringify(data)` from a script's handleSummary(data), k6 v0.30 and later: every metric has `type` and `values`.
 * Times are always in milliseconds, because `summaryTimeUnit` only changes the text that k6 prints.
 * https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
 */
export const k6HandleSummary = k6SummaryFormat({
  id: 'k6-handle-summary',
  title: 'handleSummary() JSON',
  recognizesJson: isHandleSummary,
  read(root) {
    const entries = metricEntriesAt(root)
    return {
      toolVersion: null,
      durationMs: durationOf(root),
      script: null,
      metrics: entries.map(readMetric),
      thresholds: entries.flatMap((entry) => thresholdsAt(entry, isCrossed, '{"ok": true} or {"ok": false}')),
    }
  },
})

function isHandleSummary(root: unknown): boolean {
  if (!isObject(root) || !isObject(root.metrics)) return false
  const metrics = Object.values(root.metrics)
  return metrics.length > 0 && metrics.every((metric) => isObject(metric) && 'type' in metric && 'values' in metric)
}

/** Reads `state.testRunDurationMs`, which exists since k6 v0.33. null for older versions. */
function durationOf(root: JsonObject): number | null {
  const state = root.state
  if (state === undefined) return null
  const path = 'state.testRunDurationMs'
  const durationMs = numberAt(path, objectAt('state', state).testRunDurationMs ?? null)
  if (durationMs === null) return null
  if (Number.isFinite(durationMs) && durationMs > 0) return durationMs
  throw new UserError(`${path} is ${durationMs}, which is not the duration of a run.`)
}

function readMetric({ key, path, metric }: MetricEntry): SummaryMetric {
  const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type))
  requireBuiltInKind(key, path, kind)
  const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values))
  return { key, kind, contains: textAt(`${path}.contains`, metric.contains), values }
}

/** In this format `{ok: true}` means that the threshold passed. */
function isCrossed(outcome: unknown): boolean | null {
  return isObject(outcome) && typeof outcome.ok === 'boolean' ? !outcome.ok : null
}
