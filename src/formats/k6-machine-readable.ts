import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import { text } from '../model/text.ts'
import { firstRepeated } from './first-repeated.ts'
import { numberAt, objectAt, pathTo, quote, textAt } from './foreign-json.ts'
import { k6SummaryFormat } from './k6-summary-format.ts'
import { metricKindAt, metricValuesAt, requireBuiltInKind, requireFewEntries } from './metric-values.ts'
import type { SummaryMetric } from './summary-run.ts'
import type { MetricValues } from './usable-stats.ts'

/**
 * The machine-readable summary 1.0.0, which k6 v1.5 and later write with --new-machine-readable-summary. It has no p99
 * and no thresholds. k6 writes `p95` and `k6_version`, but its published schema says `p(95)` and `k6Version`, so both
 * are read.
 * https://github.com/grafana/k6-summary, https://github.com/grafana/k6/issues/6004
 */
export const k6MachineReadable = k6SummaryFormat({
  id: 'k6-machine-readable',
  title: 'k6 machine-readable summary',
  recognizesJson: isMachineReadable,
  read(root) {
    const config = objectAt('config', root.config)
    const metadata = objectAt('metadata', root.metadata ?? {})
    const results = objectAt('results', root.results)
    const list = listAt('results.metrics', results.metrics)
    requireFewEntries(list.length)
    const metrics = list.map(readMetric)
    requireUniqueNames(metrics)
    return {
      toolVersion: textAt('metadata.k6_version', metadata.k6_version ?? metadata.k6Version),
      durationMs: durationOf(config),
      script: textAt('config.script', config.script),
      metrics: [...metrics, ...readChecks(results.checks)],
      thresholds: [],
    }
  },
})

function isMachineReadable(root: unknown): boolean {
  if (!isObject(root) || !isObject(root.config) || !isObject(root.results)) return false
  return typeof root.version === 'string' && Array.isArray(root.results.metrics)
}

/** The unit of `config.duration` is the second. */
function durationOf(config: JsonObject): number | null {
  const seconds = numberAt('config.duration', config.duration ?? null)
  if (seconds === null) return null
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000
  throw new UserError(`config.duration is ${seconds}, which is not the duration of a run in seconds.`)
}

function listAt(path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new UserError(text`${path} is ${quote(value)}, where k6 writes a list. The file is damaged or was edited.`)
}

function readMetric(entry: unknown, index: number): SummaryMetric {
  const place = `results.metrics[${index}]`
  const metric = objectAt(place, entry)
  const key = textAt(`${place}.name`, metric.name)
  if (key === null) throw new UserError(`${place} has no name.`)
  const path = pathTo('results.metrics', key)
  const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type))
  requireBuiltInKind(key, path, kind)
  const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values))
  const contains = textAt(`${path}.contains`, metric.contains)
  return { key, kind, contains, values: kind === 'rate' ? passesAndFails(values) : values }
}

/** This format has `matches` and `total`. The other formats have `passes` and `fails`. */
function passesAndFails(values: MetricValues): MetricValues {
  const passes = values.get('matches') ?? null
  const total = values.get('total') ?? null
  return new Map([
    ['passes', passes],
    ['fails', passes === null || total === null ? null : total - passes],
  ])
}

/** This format has the metric `checks` of the other formats as `checks_succeeded`, outside the list of metrics. */
function readChecks(checks: unknown): readonly SummaryMetric[] {
  if (checks === undefined || checks === null) return []
  const entries = listAt('results.checks.metrics', objectAt('results.checks', checks).metrics).map(readMetric)
  return entries.filter((metric) => metric.key === 'checks_succeeded').map((metric) => ({ ...metric, key: 'checks' }))
}

function requireUniqueNames(metrics: readonly SummaryMetric[]): void {
  const repeated = firstRepeated(metrics.map(({ key }) => key))
  if (repeated === undefined) return
  throw new UserError(
    text`results.metrics has ${quote(repeated)} twice, so it is not clear which of them is meant. The file was edited.`,
  )
}
