import { median } from 'simple-statistics'
import type { StoredJob, StoredRun } from '../model/baseline.ts'
import type { Series } from '../model/comparison.ts'
import type { SeriesTrend, ServiceTrend, TrendLevel, TrendStep } from '../model/history.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { conditionsKey } from '../statistics/conditions.ts'
import { groupBy } from '../statistics/grouping.ts'
import { type SeriesReader, seriesReader } from '../statistics/reading.ts'
import { seriesOfService } from '../statistics/series-of-service.ts'
import { stepsOf, storedJobs } from '../statistics/window.ts'
import { debtsOf } from './debts.ts'
import { suspectWindows } from './suspect-windows.ts'

/** The jobs of the same conditions, with the position of each among all jobs of the service. */
type Group = Readonly<{ conditions: number; jobs: readonly StoredJob[]; positions: readonly number[] }>

/**
 * How one service changed on the default branch. Jobs of other conditions stay on the same axis but have their own levels and
 * steps, because jobs of different conditions are never compared.
 *
 * @param stored runs of the default branch, in the order of recording
 * @returns null where nothing is stored
 */
export function serviceTrend(
  service: string,
  stored: readonly StoredRun[],
  ledger: readonly LedgerEntry[],
  policy: ServicePolicy,
): ServiceTrend | null {
  const jobs = storedJobs(stored)
  const groups = groupsOf(jobs)
  if (jobs.length === 0) return null
  const conditionsAt = new Map(groups.flatMap(({ conditions, positions }) => positions.map((at) => [at, conditions])))
  const reader = seriesReader()
  const runs = jobs.map(({ runs: [first] }) => first).toReversed()
  const trendJobs = jobs.map(({ commit, recordedAt, runs: all, mark }, position) => {
    return { commit, recordedAt, runs: all.length, conditions: conditionsAt.get(position) ?? 0, mark }
  })
  const trends = seriesOfService(service, policy.primary, runs, [], new Set()).flatMap(({ series, role }) => {
    const trend = seriesTrend(series, jobs, groups, reader)
    return trend.values.every((value) => value === null) ? [] : [{ ...series, role, ...trend }]
  })
  return {
    service,
    jobs: trendJobs,
    conditions: groups.flatMap(({ jobs: [first] }) => (first === undefined ? [] : [first.runs[0].conditions])),
    series: trends,
    debts: debtsOf(ledger.filter((entry) => entry.service === service)),
    suspects: suspectWindows({ jobs: trendJobs, series: trends }),
  }
}

/** The conditions of the newest job come first. */
function groupsOf(jobs: readonly StoredJob[]): readonly Group[] {
  const newestFirst = jobs.map((job, position) => ({ job, position })).toReversed()
  return [...groupBy(newestFirst, ({ job }) => conditionsKey(job.runs[0].conditions)).values()].map(
    (group, conditions) => {
      const inOrder = group.toReversed()
      return { conditions, jobs: inOrder.map(({ job }) => job), positions: inOrder.map(({ position }) => position) }
    },
  )
}

function seriesTrend(
  series: Series,
  jobs: readonly StoredJob[],
  groups: readonly Group[],
  reader: SeriesReader,
): Pick<SeriesTrend, 'values' | 'levels' | 'steps'> {
  const values = jobs.map(({ runs }) => {
    const reading = reader.read(runs, series)
    return reading.kind === 'value' ? reading.value : null
  })
  const parts = groups.map((group) => groupTrend(series, group, values, reader))
  return {
    values,
    levels: parts.flatMap(({ levels }) => levels),
    steps: parts.flatMap(({ steps }) => steps).toSorted((left, right) => left.position - right.position),
  }
}

function groupTrend(
  series: Series,
  { conditions, jobs, positions }: Group,
  values: readonly (number | null)[],
  reader: SeriesReader,
): Pick<SeriesTrend, 'levels' | 'steps'> {
  const starts = [0, ...stepsOf(jobs, series, reader).map(({ position }) => position)]
  const levels = starts.flatMap((start, index): readonly TrendLevel[] => {
    const covered = positions.slice(start, starts[index + 1])
    const [from, to] = [covered[0], covered.at(-1)]
    const measured = covered.flatMap((position) => values[position] ?? [])
    if (from === undefined || to === undefined || measured.length === 0) return []
    return [{ conditions, from, to: to + 1, value: median(measured) }]
  })
  const steps = levels.slice(1).flatMap((level, index): readonly TrendStep[] => {
    const before = levels[index]
    const previous = positions[positions.indexOf(level.from) - 1]
    if (before === undefined || previous === undefined) return []
    const changeRatio = level.value / before.value - 1
    const isWorse = series.better === 'higher' ? changeRatio < 0 : series.better === 'lower' && changeRatio > 0
    return [{ position: level.from, previous, before: before.value, after: level.value, changeRatio, isWorse }]
  })
  return { levels, steps }
}
