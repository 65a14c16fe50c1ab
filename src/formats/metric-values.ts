import { UserError } from '../model/errors.ts'
import type { JsonObject } from '../model/json-object.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import type { MetricKind } from '../model/measurement.ts'
import { numberAt, objectAt, pathTo } from './foreign-json.ts'
import { statName } from './stat-name.ts'
import { parseSubmetric } from './submetric.ts'
import type { MetricValues } from './usable-stats.ts'

/**
 * The fields that the formats write for each kind of metric except trends:
 * https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
 */
const FIELDS: Readonly<Record<Exclude<MetricKind, 'trend'>, readonly string[]>> = {
  counter: ['count', 'rate'],
  gauge: ['value', 'min', 'max'],
  rate: ['passes', 'fails', 'matches', 'total', 'rate', 'value'],
}

/**
 * Each threshold on a series adds an entry. Real scripts have some hundred entries, and each is compared, stored and
 * shown.
 */
const MAX_ENTRIES = 2000

/** Throws a UserError if a summary has more entries than anybody could read in a report. */
export function requireFewEntries(count: number): void {
  if (count <= MAX_ENTRIES) return
  throw new UserError(
    `The summary has ${count} metrics and submetrics, and at most ${MAX_ENTRIES} are read. Give requests a \`name\` tag without numbers and ids.`,
  )
}

/** One entry of the `metrics` object of a summary. `path` names its place in messages. */
export type MetricEntry = Readonly<{ key: string; path: string; metric: JsonObject }>

/**
 * The entries of the `metrics` object of a summary. Throws a UserError if there is no such object, or if it has too
 * many entries.
 */
export function metricEntriesAt(root: JsonObject): readonly MetricEntry[] {
  const named = Object.entries(objectAt('metrics', root.metrics))
  requireFewEntries(named.length)
  return named.map(([key, value]) => {
    const path = pathTo('metrics', key)
    return { key, path, metric: objectAt(path, value) }
  })
}

/** The kind of metric that a file names. Throws a UserError for a kind that k6 does not have. */
export function metricKindAt(path: string, kind: string | null): MetricKind {
  if (kind === 'trend' || kind === 'counter' || kind === 'gauge' || kind === 'rate') return kind
  throw new UserError(`${path} is not trend, counter, gauge or rate, the kinds of metric that k6 has.`)
}

/** Throws a UserError if a built-in metric of k6 has the fields of another kind of metric. */
export function requireBuiltInKind(key: string, path: string, kind: MetricKind): void {
  const expected = builtInTraits(parseSubmetric(key).metric)?.kind ?? kind
  if (kind === expected) return
  throw new UserError(`${path} has the values of a ${kind}, and k6 makes it a ${expected}. The file was edited.`)
}

/** The values of one metric, with our names of statistics. Fields that k6 does not write are ignored. */
export function metricValuesAt(path: string, kind: MetricKind, raw: JsonObject): MetricValues {
  const values = new Map<string, number | null>()
  for (const [name, value] of Object.entries(raw)) {
    const stat = kind === 'trend' ? statName(name) : FIELDS[kind].includes(name) ? name : null
    if (stat === null) continue
    const number = numberAt(pathTo(path, name), value)
    if (values.has(stat) && values.get(stat) !== number) {
      throw new UserError(`${path} has two different values of ${stat}. The file was edited.`)
    }
    values.set(stat, number)
  }
  return values
}
