import type { Series, SeriesRole } from '../model/comparison.ts'
import type { Better, Measurement, Unit } from '../model/measurement.ts'
import type { PrimarySeries } from '../model/policy.ts'
import { quantityOf } from '../model/quantity.ts'
import { isResource, RESOURCE_STATS } from '../model/resources.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'
import type { SeriesKey } from './reading.ts'

/** A series with its part in the gate. */
export type RoledSeries = Readonly<{ series: Series; role: SeriesRole }>

type Primary = readonly PrimarySeries[]

/** The percentiles that a report shows of a latency that is gated. */
const LATENCY_STATS = ['p50', 'p95', 'p99']

/**
 * All series of one service, in a fixed order: the series of the candidate and those that the candidate is expected to have. The
 * primary series are always included, even if no run has them.
 *
 * @param expected the newest baseline unit: an endpoint that only older stored runs have was removed on the default branch on
 * purpose, so it is not missing
 * @param rare names that are too rare to be endpoints
 */
export function seriesOfService(
  service: string,
  primary: Primary,
  candidate: readonly IdentifiedRun[],
  expected: readonly IdentifiedRun[],
  rare: ReadonlySet<string>,
): readonly RoledSeries[] {
  const measured = [...candidate, ...expected].flatMap(({ run }) =>
    run.measurements.flatMap((measurement) => {
      const { metric, endpoint } = measurement
      if (endpoint !== null && rare.has(endpoint)) return []
      const better = directionOf(measurement, primary)
      return statsOf({ ...measurement, better }, primary).map((stat): RoledSeries => {
        const quantity = measurement.quantity === undefined ? {} : { quantity: measurement.quantity }
        const series = { service, endpoint, metric, stat, unit: unitOf(measurement, stat), better, ...quantity }
        return { series, role: roleOf(series, primary) }
      })
    }),
  )
  const absent = primary.map((series) => absentPrimary(service, series))
  const places = new Map([...absent, ...measured.toReversed()].map((one) => [placeOf(one), one]))
  return [...places].toSorted(([left], [right]) => compareText(left, right)).map(([, one]) => one)
}

function absentPrimary(service: string, { metric, stat, better = 'lower' }: PrimarySeries): RoledSeries {
  const unit = metric.endsWith('_duration') ? 'ms' : 'none'
  return { role: 'primary', series: { service, endpoint: null, metric, stat, unit, better } }
}

/** The direction of the policy, otherwise that of the format. A gated time without either is better when it is shorter. */
function directionOf({ metric, kind, unit, better }: Measurement, primary: Primary): Better {
  const gated = primary.filter((series) => series.metric === metric)
  const said = gated.find((series) => series.better !== undefined)?.better
  const isTime = gated.length > 0 && kind === 'trend' && unit === 'ms'
  return said ?? (better === 'neither' && isTime ? 'lower' : better)
}

/** The unit of a counter is that of its rate. Its count has no unit. */
function unitOf({ kind, unit }: Measurement, stat: string): Unit {
  if (kind !== 'counter' || stat !== 'count') return unit
  return unit === 'bytes-per-second' ? 'bytes' : 'count'
}

function statsOf(measurement: Measurement, primary: Primary): readonly string[] {
  const { metric, quantity, endpoint, kind, stats, unusable, better } = measurement
  const known = quantityOf({ metric, quantity })
  const gated = primary.filter((series) => series.metric === metric).map(({ stat }) => stat)
  if (gated.length > 0) {
    const shown =
      kind === 'trend' && better !== 'neither'
        ? LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat))
        : []
    return [...new Set([...gated, ...shown])]
  }
  if (known === 'latency') return LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat))
  if (isResource(measurement)) {
    const [first = ''] = RESOURCE_STATS.get(metric)?.stats ?? []
    return stats.has(first) || unusable.has(first) ? [first] : []
  }
  if (endpoint !== null || better === 'neither') return []
  if (kind === 'trend') return stats.has('p95') ? ['p95'] : []
  if (kind === 'rate' || known === 'throughput') return stats.has('rate') ? ['rate'] : []
  if (kind === 'gauge') return stats.has('value') ? ['value'] : []
  return []
}

function roleOf(key: SeriesKey, primary: Primary): SeriesRole {
  if (!primary.some(({ metric, stat }) => metric === key.metric && stat === key.stat)) return 'other'
  return key.endpoint === null ? 'primary' : 'endpoint'
}

/**
 * The key by which series are sorted: primary series first, then endpoints by name, whatever the order of files. Equal series
 * have equal keys.
 */
function placeOf({ role, series }: RoledSeries): string {
  const rank = role === 'primary' ? 0 : role === 'endpoint' ? 1 : 2
  return JSON.stringify([rank, series.endpoint, series.metric, series.stat])
}
