import { code, prose } from './escape.ts'

/** The same mistake in each run is read once. */
const MAX_REFUSALS = 5

/** Files beside the runs that were not read, one a line. */
export function refusalLines(refusals: readonly Readonly<{ path: string; problem: string }>[]): readonly string[] {
  return [
    ...refusals.slice(0, MAX_REFUSALS).map(({ path, problem }) => `${code(path)} was not read. ${prose(problem)}`),
    ...(refusals.length > MAX_REFUSALS ? [`${refusals.length - MAX_REFUSALS} more were not read.`] : []),
  ]
}
