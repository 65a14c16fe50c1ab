import type { RefusedFile } from '../model/run.ts'
import { written } from '../model/text.ts'
import { code } from './escape.ts'
import { MARKDOWN } from './wording.ts'

/** Few lines are enough, because usually all runs have the same mistake. */
const MAX_REFUSALS = 5

/** Files beside the runs that were not read, one per line. */
export function refusalLines(refusals: readonly RefusedFile[]): readonly string[] {
  return [
    ...refusals
      .slice(0, MAX_REFUSALS)
      .map(({ path, problem }) => `${code(path)} was not read. ${written(problem, MARKDOWN)}`),
    ...(refusals.length > MAX_REFUSALS ? [`${refusals.length - MAX_REFUSALS} more were not read.`] : []),
  ]
}
