import type { StoredRun } from '../model/baseline.ts'
import type { MissingParts } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'

/**
 * Parts of the load test that the newest stored commit has and these results have not: legs of a matrix, each an artifact of its own, and
 * load generators that shared a run. Without them less was measured than before, and what is left may look better.
 *
 * @param stored at or before the anchor, oldest first
 * @returns null where nothing is missing, or nothing is known
 */
export function missingParts(stored: readonly StoredRun[], candidate: readonly IdentifiedRun[]): MissingParts | null {
  const commit = stored.at(-1)?.commit
  const before = stored.flatMap((one) => (one.commit === commit ? [one.run] : []))
  const legs = missingLegs(before, candidate)
  const generators = { expected: mostGenerators(before), found: fewestGenerators(candidate) }
  const isFewer = candidate.length > 0 && generators.found < generators.expected
  return legs.length === 0 && !isFewer ? null : { legs, generators: isFewer ? generators : null }
}

/**
 * Names that both sides share tell that the others were lost. Where all names differ, the workflow of the default branch only calls
 * its artifacts otherwise.
 */
function missingLegs(before: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly string[] {
  const [expected, found] = [partsOf(before), partsOf(candidate)]
  // Runs from a folder on disk, or stored by an older release, do not say.
  if (candidate.some(({ source }) => source.part == null)) return []
  if (![...expected].some((part) => found.has(part))) return []
  return [...expected].filter((part) => !found.has(part)).toSorted(compareText)
}

function partsOf(runs: readonly IdentifiedRun[]): ReadonlySet<string> {
  return new Set(runs.flatMap(({ source }) => source.part ?? []))
}

function mostGenerators(runs: readonly IdentifiedRun[]): number {
  return Math.max(1, ...runs.map(({ instances = 1 }) => instances))
}

function fewestGenerators(runs: readonly IdentifiedRun[]): number {
  return Math.min(...runs.map(({ instances = 1 }) => instances))
}
