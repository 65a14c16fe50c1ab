import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'

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
