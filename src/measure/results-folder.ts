import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'

/**
 * Requires an empty folder, because runs of two measurements in one folder would be judged as one. `force` removes earlier
 * results, and never files that measure did not write.
 */
export async function requireEmptyResults(folder: string, force: boolean): Promise<void> {
  const services = await entriesOf(folder)
  if (services.length === 0) return
  if (!force) {
    throw new UserError(
      `${folder} is not empty. Remove it, replace it with --force, or give another folder: --results FOLDER.`,
    )
  }
  for (const service of services) {
    const variants = await entriesOf(join(folder, service))
    if (variants.length > 0 && variants.every((name) => name === 'baseline' || name === 'candidate')) continue
    throw new UserError(`${join(folder, service)} does not come from a measurement, so --force does not remove it.`)
  }
  await Promise.all(services.map((service) => rm(join(folder, service), { recursive: true })))
}

/** The names in a folder. Empty when the folder does not exist. */
export async function entriesOf(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return []
    throw error
  })
}
