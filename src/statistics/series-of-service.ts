import type { Series, SeriesRole } from '../model/comparison.ts'
import type { Measurement } from '../model/measurement.ts'
import type { RunGroup, SeriesKey } from './reading.ts'

/** A series with its part in the gate. */
export type RoledSeries = Readonly<{ series: Series; role: SeriesRole }>

type Primary = readonly Readonly<{ metric: string; stat: string }>[]

/** The percentiles that a report shows of a latency that is gated. */
const LATENCY_STATS = ['p50', 'p95', 'p99']

/**
 * All series of one service, in a fixed order: those of the candidate, and those of the newest baseline unit. An
 * endpoint that only older baseline runs had was removed on purpose, on the default branch, and is not missed.
 * The primary series are always among them, whether any run has them or not.
 */
export function seriesOfService(
  service: string,
  primary: Primary,
  candidate: readonly RunGroup[],
  newestBaseline: RunGroup | undefined,
): readonly RoledSeries[] {
  const runs = [...candidate.flat(), ...(newestBaseline ?? [])]
  const found = new Map<string, RoledSeries>()
  for (const measurement of runs.flatMap(({ run }) => run.measurements)) {
    for (const stat of statsOf(measurement, primary)) {
      const { metric, endpoint, unit, better } = measurement
      const key = JSON.stringify([endpoint, metric, stat])
      const role = roleOf({ endpoint, metric, stat }, primary)
      if (!found.has(key)) found.set(key, { role, series: { service, endpoint, metric, stat, unit, better } })
    }
  }
  const absent = primary.filter(({ metric, stat }) => !found.has(JSON.stringify([null, metric, stat])))
  return [...absent.map(({ metric, stat }) => absentPrimary(service, metric, stat)), ...found.values()].toSorted(
    byPlace,
  )
}

function absentPrimary(service: string, metric: string, stat: string): RoledSeries {
  const unit = metric.endsWith('_duration') ? 'ms' : 'none'
  return { role: 'primary', series: { service, endpoint: null, metric, stat, unit, better: 'lower' } }
}

function statsOf(
  { metric, endpoint, kind, stats, unusable, better }: Measurement,
  primary: Primary,
): readonly string[] {
  const gated = primary.filter((series) => series.metric === metric).map(({ stat }) => stat)
  if (gated.length > 0) {
    const shown = kind === 'trend' ? LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat)) : []
    return [...new Set([...gated, ...shown])]
  }
  if (metric === 'http_req_duration') return LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat))
  if (endpoint !== null || better === 'neither') return []
  if (kind === 'trend') return stats.has('p95') ? ['p95'] : []
  if (kind === 'rate' || metric === 'http_reqs') return stats.has('rate') ? ['rate'] : []
  if (kind === 'gauge') return stats.has('value') ? ['value'] : []
  return []
}

function roleOf(key: SeriesKey, primary: Primary): SeriesRole {
  if (!primary.some(({ metric, stat }) => metric === key.metric && stat === key.stat)) return 'other'
  return key.endpoint === null ? 'primary' : 'endpoint'
}

/** Primary series first, then endpoints by name: never the order of files. */
function byPlace(left: RoledSeries, right: RoledSeries): number {
  return compareText(placeOf(left), placeOf(right))
}

function placeOf({ role, series }: RoledSeries): string {
  const rank = role === 'primary' ? 0 : role === 'endpoint' ? 1 : 2
  return JSON.stringify([rank, series.endpoint ?? '', series.metric, series.stat])
}

/** By code units, so that the order is the same on every machine. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
