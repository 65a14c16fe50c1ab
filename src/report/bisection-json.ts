import type { Bisection } from '../model/bisection.ts'

/** The stable JSON of `perf-gate bisect`. Unknown values are null; ratios are 0.083 for +8.3 %. */
export function bisectionJson({ change, ...found }: Bisection): object {
  return {
    schemaVersion: 1,
    ...found,
    changeRatio: change?.changeRatio ?? null,
    lower: change?.lower ?? null,
    upper: change?.upper ?? null,
  }
}
