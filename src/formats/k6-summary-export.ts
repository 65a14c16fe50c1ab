import { isObject, type JsonObject } from '../model/json-object.ts'
import type { MetricKind } from '../model/measurement.ts'
import { isLikeSummary } from './k6-marks.ts'
import { k6SummaryFormat } from './k6-summary-format.ts'
import { thresholdsAt } from './k6-thresholds.ts'
import { type MetricEntry, metricEntriesAt, metricValuesAt, requireBuiltInKind } from './metric-values.ts'
import type { SummaryMetric } from './summary-run.ts'

/**
 * `k6 run --summary-export FILE`: a flat format without types and units, unchanged since 2019. Written by
 * internal/js/summary-wrapper.js at https://github.com/grafana/k6/tree/v2.2.0.
 */
export const k6SummaryExport = k6SummaryFormat({
  id: 'k6-summary-export',
  title: 'k6 --summary-export',
  recognizesJson: isSummaryExport,
  read(root) {
    const entries = metricEntriesAt(root)
    return {
      toolVersion: null,
      durationMs: null,
      script: null,
      metrics: entries.map(readMetric),
      thresholds: entries.flatMap((entry) => thresholdsAt(entry, isCrossed, 'true or false')),
    }
  },
})

function isSummaryExport(root: unknown): boolean {
  if (!isLikeSummary(root) || !isObject(root.metrics)) return false
  return Object.values(root.metrics).every((metric) => !isObject(metric) || metric.values === undefined)
}

function readMetric({ key, path, metric }: MetricEntry): SummaryMetric {
  const kind = kindOf(metric)
  requireBuiltInKind(key, path, kind)
  return { key, kind, contains: null, values: metricValuesAt(path, kind, metric) }
}

/**
 * The file does not have the kind of a metric, so its fields decide. Every counter has `rate`, whatever
 * summaryTrendStats says.
 */
function kindOf(metric: JsonObject): MetricKind {
  if ('passes' in metric && 'fails' in metric) return 'rate'
  if ('value' in metric) return 'gauge'
  return 'rate' in metric ? 'counter' : 'trend'
}

/**
 * In this format `true` means that the threshold was crossed. All other formats mean the opposite:
 * https://github.com/grafana/k6-docs/issues/30.
 */
function isCrossed(outcome: unknown): boolean | null {
  return typeof outcome === 'boolean' ? outcome : null
}
