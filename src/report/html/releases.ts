import type { Tag } from '../../model/report.ts'

/** The name of the release that was made from each commit: of several tags the longest, since `v1` moves and `v1.4.2` does not. */
export function releasesOf(tags: readonly Tag[]): ReadonlyMap<string, string> {
  const releases = new Map<string, string>()
  for (const { name, commit } of tags) {
    if (name.length > (releases.get(commit)?.length ?? 0)) releases.set(commit, name)
  }
  return releases
}
