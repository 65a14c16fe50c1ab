import { isObject, type JsonObject } from '../model/json-object.ts'
import { jsonValue } from './json-document.ts'
import { statName } from './stat-name.ts'
import { parseSubmetric } from './submetric.ts'

/** The factor for the values of each metric, by its name. */
export type Factors = ReadonlyMap<string, number>

/**
 * Multiplies the values of some metrics in a summary of any of k6's three shapes. It changes the parsed document and
 * not the text. The number of samples of a trend stays the same: in this copy a slower service answers the same number
 * of requests.
 *
 * @returns the same bytes if they are not a summary
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

/** The metrics of a summary: an object by name, or the list of the machine-readable summary. */
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
  // A share of passes and fails does not depend on speed.
  const isShare = 'passes' in values || 'matches' in values
  // A counter has a rate beside its count. A trend may have a count, and no rate.
  const isCounter = 'rate' in values
  for (const [name, value] of Object.entries(values)) {
    const stat = statName(name) ?? (name === 'rate' || name === 'value' ? name : null)
    const isFixed = isShare || (stat === 'count' && !isCounter)
    if (typeof value === 'number' && stat !== null && !isFixed) values[name] = value * factor
  }
}
