import type { StoredRun } from '../model/baseline.ts'
import type { MissingParts } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'

/**
 * Parts of the load test that the newest stored commit has and these results do not have: legs of a matrix, where each leg is an
 * artifact, and load generators that shared a run. When a part is missing, less was measured than before, and the remaining
 * numbers may look better.
 *
 * @param stored at or before the anchor, oldest first
 * @returns null where nothing is missing, or nothing is known
 */
export function missingParts(stored: readonly StoredRun[], candidate: readonly IdentifiedRun[]): MissingParts | null {
  const commit = stored.at(-1)?.commit
  const before = stored.flatMap((one) => (one.commit === commit ? [one.run] : []))
  const legs = missingLegs(before, candidate)
  const generators = {
    expected: Math.max(1, ...before.map(({ instances = 1 }) => instances)),
    found: Math.min(...candidate.map(({ instances = 1 }) => instances)),
  }
  const isFewer = candidate.length > 0 && generators.found < generators.expected
  return legs.length === 0 && !isFewer ? null : { legs, generators: isFewer ? generators : null }
}

/**
 * If both sides share some names of artifacts, the other legs were lost. If all names differ, the workflow of the default branch
 * only gives its artifacts other names.
 */
function missingLegs(before: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly string[] {
  const [expected, found] = [partsOf(before), partsOf(candidate)]
  // Runs from a folder on disk, and runs that an older release stored, have no name of an artifact.
  if (candidate.some(({ source }) => source.part == null)) return []
  if (![...expected].some((part) => found.has(part))) return []
  return [...expected].filter((part) => !found.has(part)).toSorted(compareText)
}

function partsOf(runs: readonly IdentifiedRun[]): ReadonlySet<string> {
  return new Set(runs.flatMap(({ source }) => source.part ?? []))
}
