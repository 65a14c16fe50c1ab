import { isObject, type JsonObject } from '../model/json-object.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import { parseSubmetric } from './submetric.ts'

/** The first keys that k6 and `perf-gate digest` write, without spaces. A file that was cut early has nothing else. */
const BEGINNINGS = [
  '{"root_group":',
  '{"metrics":',
  '{"options":',
  '{"state":',
  '{"setup_data":',
  '{"config":',
  '{"type":"Metric"',
  '{"type":"Point"',
  '{"metric":"',
  '{"digest":"perf-gate"',
]

/** Keys that every k6 result has. No other program is known to write them. */
const KEYS =
  /"(?:root_group|setup_data|k6_version|k6Version|summaryTrendStats|testRunDurationMs|http_reqs|iteration_duration|vus_max|data_(?:sent|received)|(?:http|grpc)_req_\w+)(?:\{[^"\n]*\})?"\s*:/

const POINT = /^\{.*"type"\s*:\s*"(?:Metric|Point)"/m
const CSV_ROW = /^"?(?:http_reqs|http_req_\w+|iteration_duration|vus_max)"?,"?\d{9,}/m

/**
 * Whether a text that no format recognises still looks like a file of k6. It is then a damaged result and not another
 * program's file.
 */
export function hasMarksOfK6(text: string): boolean {
  const start = text.slice(0, 64 * 1024).trimStart()
  if (POINT.test(start) || CSV_ROW.test(start)) return true
  if (!/^(?:[{[]|<{7} )/.test(start)) return false
  const compact = start.slice(0, 200).replaceAll(/\s/g, '')
  return KEYS.test(start) || BEGINNINGS.some((one) => compact.startsWith(one) || one.startsWith(compact))
}

/**
 * Whether a JSON value has the shape of a k6 summary. Other programs also write an object `metrics`, so a name or a
 * value in it must be k6's.
 */
export function isLikeSummary(value: unknown): value is JsonObject {
  if (!isObject(value)) return false
  if (isObject(value.results) && Array.isArray(value.results.metrics) && isObject(value.config)) return true
  if (!isObject(value.metrics)) return false
  return isObject(value.root_group) || Object.entries(value.metrics).some(([key, metric]) => isMetricOfK6(key, metric))
}

function isMetricOfK6(key: string, metric: unknown): boolean {
  if (builtInTraits(parseSubmetric(key).metric) !== null) return true
  if (!isObject(metric)) return false
  const values = isObject(metric.values) ? metric.values : metric
  return (
    ('passes' in values && 'fails' in values) ||
    ('count' in values && 'rate' in values) ||
    Object.keys(values).some((name) => name === 'med' || /^p\(\d+(?:\.\d+)?\)$/.test(name))
  )
}
