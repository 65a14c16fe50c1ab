import type { ResultSet } from '../gate.ts'
import type { Variant } from '../model/run.ts'
import { readResults } from '../results/folder.ts'
import { refuseStore } from './found-store.ts'

/** The service of results whose path names none. */
export const DEFAULT_SERVICE = 'service'

/** The results of a folder or a file. Throws a UserError for a store. Runs whose path names no variant have this one. */
export async function resultSet(path: string, variant: Variant): Promise<ResultSet> {
  await refuseStore(path)
  return {
    files: await readResults(path),
    refusals: [],
    options: { defaultService: DEFAULT_SERVICE, defaultVariant: variant, defaultCommit: null },
  }
}
