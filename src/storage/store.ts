import type { BaselineLookup, StoredRun } from '../model/baseline.ts'

/** Where baselines live. Append-only: a store merges new runs into what is there, and never replaces a file that it cannot read. */
export type BaselineStore = Readonly<{
  /** All stored runs of all services, oldest first. A damaged or newer file is `unreadable`, never empty. */
  load(): Promise<BaselineLookup>
  /**
   * Adds runs. A run that is already stored (same workflow run, artifact and path) is not stored twice.
   * Throws a UserError when the store is unreadable or the write is lost for good; nothing is changed then.
   */
  append(runs: readonly StoredRun[]): Promise<Readonly<{ added: number; alreadyStored: number }>>
}>
