import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { ReadOptions } from '../model/read-options.ts'

/** For what a baseline is wanted. Only a store that has to choose what it reads asks. */
export type LoadAt = Readonly<{
  /** The branch that is compared with. */
  branch: string
  /** The same as the records name it. null: the default branch. */
  recordedAs: string | null
  /** The commits at or before the one that is compared with. */
  history(): Promise<readonly string[]>
  /** Which samples of a service count, for a store that reads results itself. Absent: all. */
  read?: () => Promise<(service: string) => ReadOptions>
}>

/** Where baselines live. Append-only: a store merges new runs into what is there, and never replaces a file that it cannot read. */
export type BaselineStore = Readonly<{
  /** All stored runs of all services, oldest first, and the ledger. A damaged or newer file is `unreadable`, never empty. */
  load(at?: LoadAt): Promise<BaselineLookup>
  /**
   * Adds runs, and with them lines of the ledger, in one step. A run that is already stored (same workflow run, artifact
   * and path) is not stored twice, and neither is a line of the ledger.
   * Throws a UserError when the store is unreadable or the write is lost for good; nothing is changed then.
   *
   * @param pinnedCommits whose runs stay, however old they are
   */
  append(
    runs: readonly StoredRun[],
    entries?: readonly LedgerEntry[],
    pinnedCommits?: readonly string[],
  ): Promise<Readonly<{ added: number; alreadyStored: number }>>
}>
