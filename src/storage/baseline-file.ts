import type { StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { storedLines } from './stored-lines.ts'
import { formatStoredRun, measuredContent, parseStoredRun, runKey } from './stored-run.ts'

/** The number of jobs with the same comparability key that a file keeps. A baseline uses at most 20 of them. */
export const JOBS_KEPT = 50

export type ReadBaselineFile =
  | Readonly<{ kind: 'read'; runs: readonly StoredRun[] }>
  | Readonly<{ kind: 'unreadable'; problem: string }>

/**
 * The runs in the file of one service, oldest first. A bad line, a last line that was cut off, or two lines of one run with
 * different numbers make the whole file unreadable.
 */
export function parseBaselineFile(service: string, bytes: Uint8Array): ReadBaselineFile {
  const lines = storedLines(bytes)
  if (typeof lines === 'string') return unreadable(lines)
  if (lines.length === 0) return unreadable('It is empty')
  const runs = new Map<string, StoredRun>()
  for (const [index, line] of lines.entries()) {
    const read = parseStoredRun(line)
    if (read.kind === 'unreadable') return unreadable(`Line ${index + 1}: ${read.problem}`)
    const { stored } = read
    if (stored.run.service !== service) {
      return unreadable(`Line ${index + 1}: it is a run of "${stored.run.service}", in the file of "${service}"`)
    }
    const twin = runs.get(runKey(stored))
    if (twin !== undefined && formatStoredRun(twin) !== formatStoredRun(stored)) {
      return unreadable(`Line ${index + 1}: duplicate: this run is already in the file with different content`)
    }
    runs.set(runKey(stored), twin ?? stored)
  }
  return { kind: 'read', runs: [...runs.values()] }
}

/** The text of a file with these runs. Throws if the text could not be read again, so such a file is never written. */
export function formatBaselineFile(service: string, runs: readonly StoredRun[]): string {
  const text = runs.map((stored) => `${formatStoredRun(stored)}\n`).join('')
  const again = parseBaselineFile(service, new TextEncoder().encode(text))
  if (again.kind === 'unreadable') throw new Error(`The baseline of ${service} cannot be stored. ${again.problem}`)
  return text
}

/**
 * The existing runs, followed by the added runs that are not stored yet. A stored run never changes. Throws a UserError if an
 * added run has the identity of a stored run but other numbers, because one of the two would be lost. An artifact cannot change
 * under its id: if its numbers differ, a newer release reads more from it, and the stored run stays.
 */
export function mergeRuns(
  existing: readonly StoredRun[],
  added: readonly StoredRun[],
): Readonly<{ runs: readonly StoredRun[]; added: number; alreadyStored: number }> {
  const runs = new Map(existing.map((stored) => [runKey(stored), stored]))
  for (const stored of added) {
    const twin = runs.get(runKey(stored))
    if (twin === undefined) {
      runs.set(runKey(stored), stored)
      continue
    }
    if (stored.run.source.artifactId === null && measuredContent(twin) !== measuredContent(stored))
      throw identityTaken(stored)
  }
  const count = runs.size - existing.length
  return { runs: [...runs.values()], added: count, alreadyStored: added.length - count }
}

/**
 * Keeps the runs of the newest jobs of each comparability key, in their order. The job of the newest mark is kept too, because
 * the current level began there. The runs of pinned commits are kept too, because drift is measured from them.
 */
export function retainNewestJobs(
  runs: readonly StoredRun[],
  jobsKept: number = JOBS_KEPT,
  pinnedCommits: readonly string[] = [],
): readonly StoredRun[] {
  const jobsByKey = new Map<string, Set<string>>()
  const marked = runs.findLast((stored) => stored.mark !== null)
  for (const stored of runs.toReversed()) {
    const key = comparabilityKey(stored)
    const jobs = jobsByKey.get(key) ?? new Set()
    jobsByKey.set(key, jobs)
    if (jobs.size < jobsKept) jobs.add(jobKey(stored))
  }
  const markedJob = marked === undefined ? null : jobKey(marked)
  return runs.filter(
    (stored) =>
      jobKey(stored) === markedJob ||
      pinnedCommits.includes(stored.commit) ||
      jobsByKey.get(comparabilityKey(stored))?.has(jobKey(stored)),
  )
}

/**
 * Runs with different keys are never in one baseline, so each key has its own limit: a busy branch does not displace the runs of
 * another. The format is a part of the key, because formats compute percentiles differently.
 */
export function comparabilityKey({ run, branch = null }: StoredRun): string {
  const { load, machine, tool } = run.conditions
  return JSON.stringify([branch, load, machine, tool, run.run.format])
}

/** The job of a run. The results state their own job id, so the id holds only within one commit and workflow run. */
function jobKey({ run, commit }: StoredRun): string {
  const { workflowRunId, artifactId } = run.source
  return JSON.stringify([commit, workflowRunId, run.jobId === null ? artifactId : run.jobId])
}

function identityTaken({ run, commit }: StoredRun): UserError {
  return new UserError(
    `${run.source.path} of ${run.service} at commit ${commit} is already stored, with other numbers. ` +
      'A stored run is never replaced. Put the new results in a folder with another run number, such as run-2, and record again.',
  )
}

function unreadable(problem: string): ReadBaselineFile {
  return { kind: 'unreadable', problem: `${problem}.` }
}
