import type { Ancestry, BaselineMark, StoredRun } from '../model/baseline.ts'
import type { BaselineWindow } from '../model/comparison.ts'
import type { Conditions } from '../model/run.ts'
import { lastSegmentStart } from './change-point.ts'
import { logsOf } from './logs.ts'
import { type RunGroup, readingOf, type SeriesKey } from './reading.ts'

/** One stored job: the runs that shared a machine at one commit. */
type StoredJob = Readonly<{ commit: string; runs: RunGroup; mark: BaselineMark | null; recordedAt: string }>

/** What the store offers as a baseline for one service. */
export type StoredBaseline = Readonly<{
  window: BaselineWindow
  /** The jobs that the candidate is compared with, oldest first. Never empty. */
  jobs: readonly RunGroup[]
  /** All comparable jobs, oldest first: what noise is read from. */
  history: readonly RunGroup[]
}>

/** A longer window lags behind a drift of the default branch: simulated with 20 jobs. */
const MAX_WINDOW_JOBS = 20

/**
 * The stored runs of one service at or before the anchor, in the order of the history, oldest first.
 * Without a known history, the order of recording stands for it.
 */
export function atOrBeforeAnchor(stored: readonly StoredRun[], ancestry: Ancestry): readonly StoredRun[] {
  if (ancestry === null) return stored
  const age = new Map(ancestry.commits.map((commit, index) => [commit, index]))
  return stored
    .filter(({ commit }) => age.has(commit))
    .toSorted((left, right) => (age.get(right.commit) ?? 0) - (age.get(left.commit) ?? 0))
}

/** Equal in everything that must be equal to compare two runs. Unknown equals only unknown. */
export function sameConditions(left: Conditions, right: Conditions): boolean {
  return (
    left.machine === right.machine &&
    left.load === right.load &&
    left.scriptHash === right.scriptHash &&
    left.tool === right.tool
  )
}

/**
 * Chooses the baseline: comparable jobs since the last change of level, at most 20. A level starts at a marked job
 * (regressed, overridden or improved) or where the primary series steps.
 *
 * @param stored runs at or before the anchor, oldest first
 * @returns null when no stored run is comparable
 */
export function selectWindow(
  stored: readonly StoredRun[],
  conditions: readonly Conditions[],
  primary: SeriesKey,
  ancestry: Ancestry,
): StoredBaseline | null {
  const comparable = stored.filter(({ run }) => conditions.some((wanted) => sameConditions(run.conditions, wanted)))
  const jobs = storedJobs(comparable)
  const start = Math.max(levelStart(jobs, primary), jobs.length - MAX_WINDOW_JOBS)
  const chosen = jobs.slice(start)
  const newest = chosen.at(-1)
  if (newest === undefined) return null
  return {
    jobs: chosen.map(({ runs }) => runs),
    history: jobs.map(({ runs }) => runs),
    window: {
      commit: newest.commit,
      commitsBehind: ancestry === null ? null : ancestry.commits.indexOf(newest.commit),
      jobs: chosen.length,
      runs: chosen.reduce((count, { runs }) => count + runs.length, 0),
      newestRecordedAt: newest.recordedAt,
      mark: chosen.findLast(({ mark }) => mark !== null)?.mark ?? null,
    },
  }
}

function storedJobs(stored: readonly StoredRun[]): readonly StoredJob[] {
  const jobs = new Map<string, StoredJob>()
  for (const { run, commit, mark, recordedAt } of stored) {
    const key = `${commit} ${run.jobId ?? 'unknown'}`
    const job = jobs.get(key)
    if (job === undefined) jobs.set(key, { commit, runs: [run], mark, recordedAt })
    else jobs.set(key, { ...job, runs: [...job.runs, run], mark: job.mark ?? mark, recordedAt })
  }
  return [...jobs.values()]
}

function levelStart(jobs: readonly StoredJob[], primary: SeriesKey): number {
  const marked = jobs.findLastIndex(({ mark }) => mark !== null)
  const values = jobs.flatMap(({ runs }, index) => {
    const reading = readingOf(runs, primary)
    return reading.kind === 'value' && reading.value > 0 ? [{ index, value: reading.value }] : []
  })
  if (values.length === 0) return Math.max(marked, 0)
  const step = values[lastSegmentStart(logsOf(values.map(({ value }) => value)))]?.index ?? 0
  return Math.max(marked, step === values[0]?.index ? 0 : step)
}
