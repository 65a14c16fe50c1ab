import type { StoredRun } from '../model/baseline.ts'
import { comparabilityKey } from './baseline-file.ts'

/**
 * The commits that drift is measured against: of each service, and of each machine class, load and tool that it was measured
 * under, the newest stored one at or before the anchor. Whatever a later push ran on, all of them stay.
 *
 * @param commits at or before the anchor, newest first
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
