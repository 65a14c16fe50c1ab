import type { StoredRun } from '../model/baseline.ts'
import type { SeriesTrend, ServiceTrend, TrendJob } from '../model/history.ts'
import type { Measurement, MetricKind } from '../model/measurement.ts'
import type { IdentifiedRun } from '../model/run.ts'

/** One service as an earlier page had it. */
export type PreviousService = Readonly<{
  service: string
  jobs: readonly Pick<TrendJob, 'commit' | 'recordedAt' | 'conditions' | 'mark'>[]
  conditions: ServiceTrend['conditions']
  series: readonly Omit<SeriesTrend, 'service' | 'role' | 'levels' | 'steps'>[]
}>

/** With this many jobs the page is still small: docs/guides/history.md has its size. */
const MOST_JOBS = 1000

/**
 * The jobs of an earlier page, each as one run with the numbers that the page showed. That is enough to draw them again and to
 * find the same levels. The oldest jobs are dropped, because otherwise a page that is always made from the page before would grow
 * without end.
 *
 * @param known commits that a store still has, with all of their numbers
 */
export function storedBefore(previous: PreviousService, known: ReadonlySet<string>): readonly StoredRun[] {
  const { service, jobs, conditions, series } = previous
  return jobs.flatMap(({ commit, recordedAt, conditions: at, mark }, position): readonly StoredRun[] => {
    const of = conditions[at]
    if (of === undefined || known.has(commit) || position < jobs.length - MOST_JOBS) return []
    const run: IdentifiedRun = {
      service,
      side: 'candidate',
      runNumber: 1,
      jobId: `earlier page, job ${position + 1}`,
      testedCommit: commit,
      startedAt: null,
      conditions: of,
      source: {
        workflowRunId: null,
        runAttempt: null,
        artifactId: null,
        artifactDigest: null,
        path: `earlier page/${commit}/${recordedAt}`,
      },
      exitCode: null,
      run: {
        format: 'history',
        toolVersion: null,
        durationMs: null,
        scriptHash: null,
        measurements: measurementsAt(series, position),
        thresholds: [],
        notes: [],
      },
    }
    return [{ run, commit, recordedAt, mark }]
  })
}

function measurementsAt(series: PreviousService['series'], position: number): readonly Measurement[] {
  const measurements = new Map<string, Measurement & { stats: Map<string, number> }>()
  for (const one of series) {
    const value = one.values[position] ?? null
    if (value === null) continue
    const key = JSON.stringify([one.metric, one.endpoint])
    const known = measurements.get(key)
    if (known !== undefined) known.stats.set(one.stat, value)
    else measurements.set(key, measurementOf(one, value))
  }
  return [...measurements.values()]
}

function measurementOf(
  { metric, endpoint, stat, unit, better, quantity }: PreviousService['series'][number],
  value: number,
): Measurement & { stats: Map<string, number> } {
  return {
    metric,
    endpoint,
    kind: kindOf(stat, unit),
    unit,
    better,
    population: 'all',
    sampleCount: null,
    stats: new Map([[stat, value]]),
    unusable: new Map(),
    ...(quantity === undefined ? {} : { quantity }),
  }
}

/** The kind of a metric, as far as the page shows it. */
function kindOf(stat: string, unit: Measurement['unit']): MetricKind {
  if (/^p\d/.test(stat)) return 'trend'
  if (stat === 'rate') return unit === 'ratio' ? 'rate' : 'counter'
  return 'gauge'
}
