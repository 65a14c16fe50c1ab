import { isObject, type JsonObject } from '../model/json-object.ts'
import { jsonValue } from './json-document.ts'
import { statName } from './stat-name.ts'
import { parseSubmetric } from './submetric.ts'

/** By how much the values of a metric are multiplied. */
export type Factors = ReadonlyMap<string, number>

/**
 * The bytes of a summary with the values of some metrics multiplied, in all three shapes that k6 writes: by the structure of
 * the document, never by its text. The number of samples of a trend stays as it is: a slower service answers the same number of
 * requests in this copy.
 *
 * @returns other bytes as they are
 */
export function slowedSummary(bytes: Uint8Array, factors: Factors): Uint8Array {
  const root = jsonValue(bytes)
  if (!isObject(root)) return bytes
  for (const [key, metric] of metricsOf(root)) {
    const factor = factors.get(parseSubmetric(key).metric)
    if (factor !== undefined) multiply(isObject(metric.values) ? metric.values : metric, factor)
  }
  return new TextEncoder().encode(JSON.stringify(root))
}

/** A mapping by name, or the list of the machine-readable summary. */
function metricsOf(root: JsonObject): readonly (readonly [string, JsonObject])[] {
  if (isObject(root.metrics)) {
    return Object.entries(root.metrics).flatMap(([key, metric]) => (isObject(metric) ? [[key, metric] as const] : []))
  }
  const list: unknown = isObject(root.results) ? root.results.metrics : undefined
  if (!Array.isArray(list)) return []
  return list.flatMap((metric: unknown) =>
    isObject(metric) && typeof metric.name === 'string' ? [[metric.name, metric] as const] : [],
  )
}

function multiply(values: Record<string, unknown>, factor: number): void {
  // A share of passes and fails has no speed.
  const isShare = 'passes' in values || 'matches' in values
  // A counter has a rate beside its count.
  const isCounter = 'rate' in values
  for (const [name, value] of Object.entries(values)) {
    const stat = statName(name) ?? (name === 'rate' || name === 'value' ? name : null)
    const isFixed = isShare || (stat === 'count' && !isCounter)
    if (typeof value === 'number' && stat !== null && !isFixed) values[name] = value * factor
  }
}
