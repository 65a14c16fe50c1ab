import * as z from 'zod'
import type { LedgerEntry } from '../model/ledger.ts'
import { lineJson, storedLines } from './stored-lines.ts'

/** The ledger lies beside the folder of the baselines, so the limit on the number of jobs never removes a line of it. */
export const LEDGER_FILE = 'overrides.ndjson'

/** The version of the line format. */
const SCHEMA_VERSION = 1

export type ReadLedger =
  | Readonly<{ kind: 'read'; entries: readonly LedgerEntry[] }>
  | Readonly<{ kind: 'unreadable'; problem: string }>

const Text = z.string().min(1)
const Time = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'expected a date and time')
const Commit = z.string().regex(/^[\w.-]{1,100}$/, 'expected a commit')
const Branch = z.string().nullable()

const series = { service: Text, endpoint: z.string().nullable(), metric: Text, stat: Text }
const place = { branch: Branch, commit: Commit, recordedAt: Time }

const Owed = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal('owed'),
  ...series,
  unit: z.enum(['ms', 'ratio', 'per-second', 'bytes', 'bytes-per-second', 'count', 'none']),
  better: z.enum(['lower', 'higher', 'neither']),
  before: z.number().nullable(),
  after: z.number().nullable(),
  changeRatio: z.number(),
  limitRatio: z.number().nonnegative(),
  conditions: z.object({ machine: Branch, load: Branch, tool: Branch }),
  ...place,
  accepted: z
    .object({
      by: Text,
      reason: z.string(),
      at: Time,
      pullRequest: z.int().nonnegative(),
      headSha: Commit,
    })
    .nullable(),
})

const Repaid = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal('repaid'),
  ...series,
  debtCommit: Commit,
  level: z.number(),
  ...place,
})

const Line = z.discriminatedUnion('kind', [Owed, Repaid])

/**
 * The entries of the file, oldest first. As in a baseline file, one bad line makes the whole file unreadable, so no entry is
 * missed.
 */
export function parseLedger(bytes: Uint8Array): ReadLedger {
  const lines = storedLines(bytes)
  if (typeof lines === 'string') return unreadable(lines)
  const entries: LedgerEntry[] = []
  for (const [index, line] of lines.entries()) {
    const read = parseLine(line)
    if (typeof read === 'string') return unreadable(`Line ${index + 1}: ${read}`)
    entries.push(read)
  }
  return { kind: 'read', entries }
}

/** The text that these entries add to the file. */
export function formatEntries(entries: readonly LedgerEntry[]): string {
  return entries
    .map((entry) => {
      // Parsing puts the keys into the order of the schema, and fails if the line could not be read again.
      const line = Line.parse({ schemaVersion: SCHEMA_VERSION, ...entry })
      return `${JSON.stringify(line)}\n`
    })
    .join('')
}

/** The entries that are not in the ledger yet, so that a job that runs again adds nothing twice. */
export function newEntries(existing: readonly LedgerEntry[], added: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const known = new Set(existing.map(entryKey))
  return added.filter((entry) => !known.has(entryKey(entry)))
}

function entryKey(entry: LedgerEntry): string {
  const { kind, service, endpoint, metric, stat, branch } = entry
  return JSON.stringify([
    kind,
    service,
    endpoint,
    metric,
    stat,
    branch,
    kind === 'owed' ? entry.commit : entry.debtCommit,
  ])
}

/** The entry, or a string that says what is wrong with the line. */
function parseLine(line: string): LedgerEntry | string {
  const found = lineJson(line, SCHEMA_VERSION)
  if (typeof found === 'string') return found
  const read = Line.safeParse(found.json)
  if (read.success) {
    const { schemaVersion: _, ...entry } = read.data
    return entry
  }
  const [issue] = read.error.issues
  return `\`${issue?.path.join('.')}\` is not valid: ${issue?.message}`
}

function unreadable(problem: string): ReadLedger {
  return { kind: 'unreadable', problem: `${problem}.` }
}
