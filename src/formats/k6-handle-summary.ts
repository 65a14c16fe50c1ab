import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import type { ScriptThreshold } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import { numberAt, objectAt, pathTo, quote, textAt } from './foreign-json.ts'
import type { Format } from './format.ts'
import { jsonValue, readJsonDocument } from './json-document.ts'
import { K6 } from './k6-tool.ts'
import { mergeSummaries } from './merge-summaries.ts'
import { metricEntriesAt, metricKindAt, metricValuesAt, requireBuiltInKind } from './metric-values.ts'
import { type SummaryMetric, summaryRun } from './summary-run.ts'

/**
 * `JSON.stringify(data)` from a script's handleSummary(data), k6 v0.30 and later: every metric has `type` and `values`.
 * Times are always in milliseconds, because `summaryTimeUnit` only changes the text that k6 prints.
 * https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
 */
export const k6HandleSummary: Format = {
  id: 'k6-handle-summary',
  tool: K6,
  title: 'handleSummary() JSON',
  content: 'summary',
  recognizes: (prefix, json = () => jsonValue(prefix)) => isHandleSummary(json()),
  parse,
  merge: async (parts, options) => mergeSummaries(await Promise.all(parts.map((part) => parse(part, options)))),
}

async function parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run> {
  const root = objectAt('the file', await readJsonDocument(chunks))
  const entries = metricEntriesAt(root)
  return summaryRun(
    {
      format: 'k6-handle-summary',
      toolVersion: null,
      durationMs: durationOf(root),
      script: null,
      hasSetupData: root.setup_data !== undefined,
      metrics: entries.map(({ key, path, metric }) => readMetric(key, path, metric)),
      thresholds: entries.flatMap(({ key, path, metric }) => readThresholds(key, path, metric)),
    },
    options,
  )
}

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

function readMetric(key: string, path: string, metric: JsonObject): SummaryMetric {
  const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type))
  requireBuiltInKind(key, path, kind)
  const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values))
  return { key, kind, contains: textAt(`${path}.contains`, metric.contains), values }
}

/** In this format `{ok: true}` means that the threshold passed. */
function readThresholds(key: string, path: string, metric: JsonObject): readonly ScriptThreshold[] {
  if (metric.thresholds === undefined) return []
  const thresholds = objectAt(`${path}.thresholds`, metric.thresholds)
  return Object.entries(thresholds).map(([expression, outcome]) => {
    const ok = isObject(outcome) ? outcome.ok : undefined
    if (typeof ok === 'boolean') return { metric: key, expression, crossed: !ok }
    throw new UserError(
      text`${pathTo(`${path}.thresholds`, expression)} is ${quote(outcome)}, where k6 writes {"ok": true} or {"ok": false}.`,
    )
  })
}
