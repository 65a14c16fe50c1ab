import type { StoredRun } from '../model/baseline.ts'
import { comparabilityKey } from './baseline-file.ts'

/**
 * The commits that drift is measured from. For each service, and for each machine, load and tool it was measured with, this is
 * the newest stored commit at or before the anchor. All of them stay, whichever machine later pushes run on.
 *
 * @param commits the commits at or before the anchor, newest first
 */
export function pinnedCommits(
  services: ReadonlyMap<string, readonly StoredRun[]>,
  commits: readonly string[],
): readonly string[] {
  const age = new Map(commits.map((commit, index) => [commit, index]))
  const newest = new Map<string, string>()
  for (const [service, runs] of services) {
    for (const stored of runs) {
      const key = `${service} ${comparabilityKey(stored)}`
      const known = newest.get(key)
      const isOlder = known !== undefined && (age.get(known) ?? 0) <= (age.get(stored.commit) ?? Infinity)
      if (age.has(stored.commit) && !isOlder) newest.set(key, stored.commit)
    }
  }
  return [...new Set(newest.values())]
}
