import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { formatBaselineFile, mergeRuns, parseBaselineFile, retainNewestJobs } from './baseline-file.ts'

/** The folder of every store. A later layout gets a folder of its own, so that old and new releases never share a file. */
export const BASELINE_FOLDER = 'v1'

const FILE_NAME = /^(?<service>[a-z0-9][a-z0-9._-]{0,63})\.ndjson$/

/** `checkout.ndjson`. Throws a UserError for a name that could leave the folder. */
function baselineFileName(service: string): string {
  const name = `${service}.ndjson`
  if (FILE_NAME.test(name)) return name
  throw new UserError(
    `"${service}" cannot be the name of a service. Use lower-case letters, digits, dot, underscore and hyphen, ` +
      'starting with a letter or a digit, at most 64 characters.',
  )
}

/** Is this file part of the baseline? Hidden files, locks and notes beside it are not. */
export function isBaselineFile(fileName: string): boolean {
  return fileName.endsWith('.ndjson') && !fileName.startsWith('.')
}

/** What the files of a folder hold, by file name. `place` names the store to people. */
export function readBaselineFolder(place: string, files: ReadonlyMap<string, Uint8Array>): BaselineLookup {
  const services = new Map<string, readonly StoredRun[]>()
  for (const [fileName, bytes] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const file = `${BASELINE_FOLDER}/${fileName}`
    const service = FILE_NAME.exec(fileName)?.groups?.service
    if (service === undefined) {
      return { kind: 'unreadable', place, file, problem: 'Its name is not the name of a service' }
    }
    const read = parseBaselineFile(service, bytes)
    if (read.kind === 'unreadable') return { kind: 'unreadable', place, file, problem: read.problem }
    services.set(service, read.runs)
  }
  return { kind: 'found', place, services }
}

/** The new text of every file that changes when runs are added. */
export type AppendPlan = Readonly<{ changed: ReadonlyMap<string, string>; added: number; alreadyStored: number }>

/**
 * Merges runs into the files that they belong to. `files` holds what is there now for each of `affectedFiles(runs)`.
 * Throws a UserError when one of them cannot be read: it must be left as it is.
 */
export function planAppend(
  place: string,
  files: ReadonlyMap<string, Uint8Array>,
  runs: readonly StoredRun[],
): AppendPlan {
  const changed = new Map<string, string>()
  let added = 0
  for (const service of new Set(runs.map(({ run }) => run.service))) {
    const fileName = baselineFileName(service)
    const newRuns = runs.filter(({ run }) => run.service === service)
    const merged = mergeRuns(existingRuns(place, service, files.get(fileName)), newRuns)
    if (merged.added === 0) continue
    added += merged.added
    changed.set(fileName, formatBaselineFile(service, retainNewestJobs(merged.runs)))
  }
  return { changed, added, alreadyStored: runs.length - added }
}

/** The files that adding these runs reads and may write, sorted. */
export function affectedFiles(runs: readonly StoredRun[]): readonly string[] {
  return [...new Set(runs.map(({ run }) => baselineFileName(run.service)))].sort()
}

function existingRuns(place: string, service: string, bytes: Uint8Array | undefined): readonly StoredRun[] {
  if (bytes === undefined) return []
  const read = parseBaselineFile(service, bytes)
  if (read.kind === 'read') return read.runs
  throw new UserError(
    `The baseline file ${BASELINE_FOLDER}/${service}.ndjson in ${place} cannot be read. ${read.problem}. ` +
      'Nothing was stored, and the file was left as it is. Restore an older version of it, or delete it to start again.',
  )
}
