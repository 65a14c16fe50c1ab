import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { name, text } from '../model/text.ts'
import { openDirectoryStore } from '../storage/directory-store.ts'

/**
 * Whether a folder is a store. Its folder v1 holds the records, in one file per service. Results may also have a folder v1, for a
 * service v1, but that one contains a folder for each run.
 */
export async function isStore(folder: string): Promise<boolean> {
  const entries = await readdir(join(folder, 'v1'), { withFileTypes: true }).catch(() => [])
  return entries.some(({ name }) => name.endsWith('.ndjson')) && !entries.some((entry) => entry.isDirectory())
}

/** Throws a UserError for a store where results are expected. */
export async function refuseStore(path: string): Promise<void> {
  if (!(await isStore(path))) return
  throw new UserError(
    `${path} is a store of recorded baselines, and no results. See what is in it: perf-gate history --store ${path}. Compare with it: perf-gate compare --baseline ${path} --candidate PATH`,
  )
}

/** The content of a store in a folder. Throws a UserError when the folder has no store, or when the store cannot be read. */
export async function foundStore(directory: string): Promise<Extract<BaselineLookup, { kind: 'found' }>> {
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
