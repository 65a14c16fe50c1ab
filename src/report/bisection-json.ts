import { type Bisection, skippedLines } from '../model/bisection.ts'
import { plainText } from '../model/text.ts'

/** The stable JSON of `perf-gate bisect`. Unknown values are null; ratios are 0.083 for +8.3 %. */
export function bisectionJson({ change, reason, commits, ...found }: Bisection): object {
  return {
    schemaVersion: 1,
    ...found,
    reason: reason === null ? null : plainText(reason),
    commits: commits.map(({ skipped, ...commit }) => ({
      ...commit,
      skipped: skipped === null ? null : skippedLines(skipped),
    })),
    changeRatio: change?.changeRatio ?? null,
    lower: change?.lower ?? null,
    upper: change?.upper ?? null,
  }
}
