import type { Tag } from '../../model/report.ts'

/** The name of the release of each commit. Of several tags the longest is used, because a short tag such as `v1` moves and `v1.4.2` does not. */
export function releasesOf(tags: readonly Tag[]): ReadonlyMap<string, string> {
  const releases = new Map<string, string>()
  for (const { name, commit } of tags) {
    if (name.length > (releases.get(commit)?.length ?? 0)) releases.set(commit, name)
  }
  return releases
}
