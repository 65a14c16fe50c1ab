import type { ResultSet } from '../gate.ts'
import type { Variant } from '../model/run.ts'
import { readResults } from '../results/folder.ts'

/** The service of results whose path names no service. */
export const DEFAULT_SERVICE = 'service'

/** The results of a folder or a file. `variant` holds for runs whose path names no variant. */
export async function resultSet(path: string, variant: Variant): Promise<ResultSet> {
  return {
    files: await readResults(path),
    refusals: [],
    options: { defaultService: DEFAULT_SERVICE, defaultVariant: variant, defaultCommit: null },
  }
}
