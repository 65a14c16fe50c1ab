import type { FoundBaselines } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { name, text } from '../model/text.ts'
import { openDirectoryStore } from '../storage/directory-store.ts'

/** The content of a store in a folder. Throws a UserError when the folder has no store, or when the store cannot be read. */
export async function foundStore(directory: string): Promise<FoundBaselines> {
  const lookup = await openDirectoryStore(directory).load()
  if (lookup.kind === 'unreadable') {
    throw new UserError(
      text`The store ${name(directory)} cannot be read: ${name(lookup.file)}: ${lookup.problem} Fix that file first.`,
    )
  }
  if (lookup.kind === 'never-written') {
    throw new UserError(
      `There is no store in ${directory}: it has no folder v1 with records. Check out the branch perf-gate-baselines, or write one with: perf-gate record --store DIR`,
    )
  }
  return lookup
}
