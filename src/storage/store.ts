import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { ReadOptions } from '../model/read-options.ts'

/** What the baseline is needed for. Only stores that choose what to read use it. */
export type LoadAt = Readonly<{
  /** The branch to compare with. */
  branch: string
  /** The name of this branch in the records. null: the default branch. */
  recordedAs: string | null
  /** The commit to compare with, and the commits before it. */
  history(): Promise<readonly string[]>
  /** Which samples of a service are read, for a store that reads result files itself. Absent: all. */
  read?: () => Promise<(service: string) => ReadOptions>
}>

/**
 * Keeps baselines. A store only appends: it merges new runs into the existing ones, and never replaces a file that it cannot
 * read.
 */
export type BaselineStore = Readonly<{
  /**
   * All stored runs of all services, oldest first, and the ledger. A damaged file, or a file of a newer release, gives
   * `unreadable`, never an empty store.
   */
  load(at?: LoadAt): Promise<BaselineLookup>
  /**
   * Adds runs and lines of the ledger in one step. A run that is already stored (same workflow run, artifact and path) is not
   * stored again, nor is a line of the ledger. Throws a UserError if the store cannot be read or the write finally fails; then
   * nothing has changed.
   *
   * @param pinnedCommits the commits whose runs stay, whatever their age
   */
  append(
    runs: readonly StoredRun[],
    entries?: readonly LedgerEntry[],
    pinnedCommits?: readonly string[],
  ): Promise<Readonly<{ added: number; alreadyStored: number }>>
}>
