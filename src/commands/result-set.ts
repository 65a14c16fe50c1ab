import type { ResultSet } from '../gate.ts'
import type { Side } from '../model/run.ts'
import { resultFilesAt } from '../results/folder.ts'
import { refuseStore } from './is-store.ts'

/** The service of results whose path names no service. */
export const DEFAULT_SERVICE = 'service'

/** The results of a folder or a file. `side` holds for runs whose path names no side. Throws a UserError for a store. */
export async function resultSet(path: string, side: Side): Promise<ResultSet> {
  await refuseStore(path)
  return {
    files: await resultFilesAt(path),
    refusals: [],
    options: { defaultService: DEFAULT_SERVICE, defaultSide: side, defaultCommit: null },
  }
}
