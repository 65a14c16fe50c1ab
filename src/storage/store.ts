import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/** Where baselines live. Append-only: a store merges new runs into what is there, and never replaces a file that it cannot read. */
export type BaselineStore = Readonly<{
  /** All stored runs of all services, oldest first, and the ledger. A damaged or newer file is `unreadable`, never empty. */
  load(): Promise<BaselineLookup>
  /**
   * Adds runs, and with them lines of the ledger, in one step. A run that is already stored (same workflow run, artifact
   * and path) is not stored twice, and neither is a line of the ledger.
   * Throws a UserError when the store is unreadable or the write is lost for good; nothing is changed then.
   */
  append(
    runs: readonly StoredRun[],
    entries?: readonly LedgerEntry[],
  ): Promise<Readonly<{ added: number; alreadyStored: number }>>
}>
