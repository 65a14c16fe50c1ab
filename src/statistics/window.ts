import type { Ancestry, BaselineLookup, ServiceHistory, StoredJob, StoredRun } from '../model/baseline.ts'
import type { BaselineWindow } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { changePoints } from './change-point.ts'
import { groupBy } from './grouping.ts'
import { logsOf } from './logs.ts'
import type { ComparedUnit, SeriesKey, SeriesReader } from './reading.ts'

/** The baseline of one service from the store. */
export type StoredBaseline = Readonly<{
  window: BaselineWindow
  /** The jobs that the candidate is compared with, oldest first. */
  jobs: readonly ComparedUnit[]
  newest: ComparedUnit
  /** All comparable jobs. The noise is read from them. */
  history: ServiceHistory
}>

/** A longer window lags behind a drift of the default branch: simulated with 20 jobs. */
const MAX_WINDOW_JOBS = 20

/**
 * The stored runs of one service at or before the anchor, in the order of the history, oldest first. If the history is not known,
 * the order of recording is used instead.
 */
export function atOrBeforeAnchor(stored: readonly StoredRun[], ancestry: Ancestry): readonly StoredRun[] {
  if (ancestry === null) return stored
  const age = new Map(ancestry.commits.map((commit, index) => [commit, index]))
  return stored
    .filter(({ commit }) => age.has(commit))
    .toSorted((left, right) => (age.get(right.commit) ?? 0) - (age.get(left.commit) ?? 0))
}

/**
 * Chooses the baseline: jobs since the last change of level, at most 20. A level starts at a marked job (regressed, overridden or
 * improved) or where a primary series steps. A change that the next job reverts is not a new level.
 *
 * @param comparable stored runs of the same conditions at or before the anchor, oldest first
 * @returns null when there is none
 */
export function selectWindow(
  comparable: readonly StoredRun[],
  primaries: readonly SeriesKey[],
  ancestry: Ancestry,
  reader: SeriesReader,
): StoredBaseline | null {
  const jobs = storedJobs(comparable)
  const marked = lastMarkedLevel(jobs)
  const steps = primaries.flatMap((primary) => stepsOf(jobs, primary, reader))
  const windowStart = Math.max(0, marked, jobs.length - MAX_WINDOW_JOBS, ...steps.map(({ position }) => position))
  const chosen = jobs.slice(windowStart)
  const newest = chosen.at(-1)
  if (newest === undefined) return null
  return {
    jobs: chosen.map(({ runs }) => runs),
    newest: newest.runs,
    history: { jobs, windowStart, changePoints: steps },
    window: {
      commit: newest.commit,
      commitsBehind: ancestry === null ? null : ancestry.commits.indexOf(newest.commit),
      jobs: chosen.length,
      runs: chosen.reduce((count, { runs }) => count + runs.length, 0),
      newestRecordedAt: newest.recordedAt,
      mark: marked === windowStart ? (jobs[marked]?.mark ?? null) : null,
    },
  }
}

/** A step counts as reverted if the next job comes back to within this part of it. */
const TAKEN_BACK = 0.25

/**
 * Where the last marked level starts. If one job was marked and the next job was marked because it came back, the first was an
 * outlier or a change that was reverted at once, so the level before them continues. Otherwise each outlier would throw all good
 * jobs away.
 *
 * @returns -1 where there is none
 */
function lastMarkedLevel(jobs: readonly StoredJob[]): number {
  const last = jobs.findLastIndex(({ mark }) => mark !== null)
  const [left, back] = [jobs[last - 1]?.mark, jobs[last]?.mark]
  return isStep(left) && isStep(back) && isTakenBack(left, back) ? lastMarkedLevel(jobs.slice(0, last - 1)) : last
}

/** An overridden slowdown always starts a level, because a person accepted it. */
function isStep(mark: StoredJob['mark'] | undefined): mark is NonNullable<StoredJob['mark']> {
  return mark != null && mark.kind !== 'overridden'
}

function isTakenBack(left: NonNullable<StoredJob['mark']>, back: NonNullable<StoredJob['mark']>): boolean {
  const [away, home] = [Math.log1p(left.changeRatio), Math.log1p(back.changeRatio)]
  return Math.abs(away + home) < TAKEN_BACK * Math.abs(away)
}

/** Stored runs by the job that they shared, in the order in which the jobs first appear. */
export function storedJobs(stored: readonly StoredRun[]): readonly StoredJob[] {
  const jobs = groupBy(stored, ({ commit, run }) => JSON.stringify([commit, run.jobId]))
  return [...jobs.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            commit: first.commit,
            runs: [first.run, ...rest.map(({ run }) => run)] as const,
            mark: [first, ...rest].find(({ mark }) => mark !== null)?.mark ?? null,
            recordedAt: rest.at(-1)?.recordedAt ?? first.recordedAt,
          },
        ],
  )
}

/** Positions at which one series changes its level, among jobs of the same conditions. */
export function stepsOf(
  jobs: readonly StoredJob[],
  { metric, stat, endpoint }: SeriesKey,
  reader: SeriesReader,
): ServiceHistory['changePoints'] {
  const values = jobs.flatMap(({ runs }, position) => {
    const reading = reader.read(runs, { metric, stat, endpoint })
    return reading.kind === 'value' && reading.value > 0 ? [{ position, value: reading.value }] : []
  })
  if (values.length === 0) return []
  return changePoints(logsOf(values.map(({ value }) => value))).flatMap((index) => {
    const position = values[index]?.position
    return position === undefined ? [] : [{ metric, stat, position }]
  })
}

/** All runs of the store. */
export function storedRuns(lookup: BaselineLookup | null): readonly StoredRun[] {
  return lookup?.kind === 'found' ? [...lookup.services.values()].flat() : []
}

/** The runs of the newest stored commit of each service, at or before the anchor, as a baseline. */
export function newestRuns(lookup: BaselineLookup | null, ancestry: Ancestry): readonly IdentifiedRun[] {
  if (lookup?.kind !== 'found') return []
  return [...lookup.services.values()].flatMap((all) => {
    const stored = atOrBeforeAnchor(all, ancestry)
    const commit = stored.at(-1)?.commit
    return stored.flatMap((one) => (one.commit === commit ? [{ ...one.run, side: 'baseline' as const }] : []))
  })
}
