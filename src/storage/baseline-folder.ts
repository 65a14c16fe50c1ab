import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { text } from '../model/text.ts'
import { formatBaselineFile, JOBS_KEPT, mergeRuns, parseBaselineFile, retainNewestJobs } from './baseline-file.ts'
import { formatEntries, LEDGER_FILE, newEntries, parseLedger } from './ledger-file.ts'

/**
 * The folder of the baselines in every store. A later layout gets another folder, so that old and new releases never write the
 * same file.
 */
export const BASELINE_FOLDER = 'v1'

const FILE_NAME = new RegExp(`^${BASELINE_FOLDER}/(?<service>[a-z0-9][a-z0-9._-]{0,63})\\.ndjson$`)

/** The path of a file: `v1/checkout.ndjson`. Throws a UserError if the name of the service could lead out of the folder. */
function baselineFile(service: string): string {
  const name = `${BASELINE_FOLDER}/${service}.ndjson`
  if (FILE_NAME.test(name)) return name
  throw new UserError(
    `"${service}" cannot be the name of a service. Use lower-case letters, digits, dot, underscore and hyphen, ` +
      'starting with a letter or a digit, at most 64 characters.',
  )
}

/** Whether a path inside the store is a part of the baseline. Hidden files, lock files and other files in it are not. */
export function isStoreFile(path: string): boolean {
  if (path === LEDGER_FILE) return true
  const fileName = path.startsWith(`${BASELINE_FOLDER}/`) ? path.slice(BASELINE_FOLDER.length + 1) : ''
  return fileName.endsWith('.ndjson') && !fileName.startsWith('.') && !fileName.includes('/')
}

/** The content of the files of a store, by their path inside it. `place` is the name of the store in messages. */
export function readStoreFiles(place: string, files: ReadonlyMap<string, Uint8Array>): BaselineLookup {
  const services = new Map<string, readonly StoredRun[]>()
  const ledger = parseLedger(files.get(LEDGER_FILE) ?? new Uint8Array())
  if (ledger.kind === 'unreadable') return { kind: 'unreadable', place, file: LEDGER_FILE, problem: [ledger.problem] }
  const baselines = [...files].filter(([file]) => file !== LEDGER_FILE)
  for (const [file, bytes] of baselines.sort(([left], [right]) => (left < right ? -1 : 1))) {
    const service = FILE_NAME.exec(file)?.groups?.service
    if (service === undefined) {
      return { kind: 'unreadable', place, file, problem: text`Its name is not the name of a service.` }
    }
    const read = parseBaselineFile(service, bytes)
    if (read.kind === 'unreadable') return { kind: 'unreadable', place, file, problem: [read.problem] }
    services.set(service, read.runs)
  }
  return { kind: 'found', place, services, ledger: ledger.entries }
}

/** The runs and the lines of the ledger that are added to a store. */
export type Append = Readonly<{
  runs: readonly StoredRun[]
  entries: readonly LedgerEntry[]
  /** The commits whose runs stay, whatever their age. */
  pinnedCommits: readonly string[]
}>

/** The new text of every file that changes, by its path inside the store. */
export type AppendPlan = Readonly<{ changed: ReadonlyMap<string, string>; added: number; alreadyStored: number }>

/**
 * Merges runs and lines of the ledger into their files. `files` holds the current content of each of `affectedFiles(runs)`.
 * Throws a UserError if one of them cannot be read, because an unreadable file must not be changed.
 */
export function planAppend(
  place: string,
  files: ReadonlyMap<string, Uint8Array>,
  { runs, entries, pinnedCommits }: Append,
): AppendPlan {
  const changed = new Map<string, string>()
  let added = 0
  for (const service of new Set(runs.map(({ run }) => run.service))) {
    const file = baselineFile(service)
    const newRuns = runs.filter(({ run }) => run.service === service)
    const merged = mergeRuns(existingRuns(place, service, files.get(file)), newRuns)
    if (merged.added === 0) continue
    added += merged.added
    changed.set(file, formatBaselineFile(service, retainNewestJobs(merged.runs, JOBS_KEPT, pinnedCommits)))
  }
  const ledger = extendedLedger(place, files.get(LEDGER_FILE), entries)
  if (ledger !== null) changed.set(LEDGER_FILE, ledger)
  return { changed, added, alreadyStored: runs.length - added }
}

/** The files that are read, and perhaps written, to add these runs and entries. They are sorted. */
export function affectedFiles({ runs, entries }: Append): readonly string[] {
  const files = runs.map(({ run }) => baselineFile(run.service))
  return [...new Set(entries.length === 0 ? files : [...files, LEDGER_FILE])].sort()
}

function existingRuns(place: string, service: string, bytes: Uint8Array | undefined): readonly StoredRun[] {
  if (bytes === undefined) return []
  const read = parseBaselineFile(service, bytes)
  if (read.kind === 'read') return read.runs
  throw new UserError(
    `The baseline file ${baselineFile(service)} in ${place} cannot be read. ${read.problem} ` +
      'Nothing was stored, and the file was left as it is. Restore an older version of it, or delete it to start again.',
  )
}

/** The whole new text: the existing bytes, followed by the new lines. null: there is nothing new. */
function extendedLedger(place: string, bytes: Uint8Array | undefined, entries: readonly LedgerEntry[]): string | null {
  if (entries.length === 0) return null
  const read = parseLedger(bytes ?? new Uint8Array())
  if (read.kind === 'unreadable') {
    throw new UserError(
      `The ledger ${LEDGER_FILE} in ${place} cannot be read. ${read.problem} ` +
        'Nothing was stored, and the file was left as it is. Restore an older version of it.',
    )
  }
  const added = newEntries(read.entries, entries)
  return added.length === 0 ? null : new TextDecoder().decode(bytes) + formatEntries(added)
}
