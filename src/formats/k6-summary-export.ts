import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import type { MetricKind, ScriptThreshold } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import { objectAt, pathTo, quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { jsonValue, readJsonDocument } from './json-document.ts'
import { isLikeSummary } from './k6-marks.ts'
import { K6 } from './k6-tool.ts'
import { mergeSummaries } from './merge-summaries.ts'
import { metricEntriesAt, metricValuesAt, requireBuiltInKind } from './metric-values.ts'
import { type SummaryMetric, summaryRun } from './summary-run.ts'

/**
 * `k6 run --summary-export FILE`: a flat format without types and units, unchanged since 2019. Written by
 * internal/js/summary-wrapper.js at https://github.com/grafana/k6/tree/v2.2.0.
 */
export const k6SummaryExport: Format = {
  id: 'k6-summary-export',
  tool: K6,
  title: 'k6 --summary-export',
  content: 'summary',
  recognizes: (prefix, json = () => jsonValue(prefix)) => isSummaryExport(json()),
  parse,
  merge: async (parts, options) => mergeSummaries(await Promise.all(parts.map((part) => parse(part, options)))),
}

async function parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run> {
  const root = objectAt('the file', await readJsonDocument(chunks))
  const entries = metricEntriesAt(root)
  return summaryRun(
    {
      format: 'k6-summary-export',
      toolVersion: null,
      durationMs: null,
      script: null,
      hasSetupData: root.setup_data !== undefined,
      metrics: entries.map(({ key, path, metric }) => readMetric(key, path, metric)),
      thresholds: entries.flatMap(({ key, path, metric }) => readThresholds(key, path, metric)),
    },
    options,
  )
}

function isSummaryExport(root: unknown): boolean {
  if (!isLikeSummary(root) || !isObject(root.metrics)) return false
  return Object.values(root.metrics).every((metric) => !isObject(metric) || metric.values === undefined)
}

function readMetric(key: string, path: string, metric: JsonObject): SummaryMetric {
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
function readThresholds(key: string, path: string, metric: JsonObject): readonly ScriptThreshold[] {
  if (metric.thresholds === undefined) return []
  const thresholds = objectAt(`${path}.thresholds`, metric.thresholds)
  return Object.entries(thresholds).map(([expression, crossed]) => {
    if (typeof crossed === 'boolean') return { metric: key, expression, crossed }
    throw new UserError(
      text`${pathTo(`${path}.thresholds`, expression)} is ${quote(crossed)}, where k6 writes true or false.`,
    )
  })
}
