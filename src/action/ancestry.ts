import type { History } from '../github/anchor.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Ancestry, FoundBaselines } from '../model/baseline.ts'

/** A comparison uses only the newest jobs of the branch. */
const JOBS_WANTED = 20

/** The commits at or before the anchor, back to the oldest stored commit that a comparison needs. */
export async function ancestryOf(
  { services }: FoundBaselines,
  anchor: string,
  history: History,
): Promise<NonNullable<Ancestry>> {
  const stored = new Set([...services.values()].flat().map(({ commit }) => commit))
  const wanted = Math.min(stored.size, JOBS_WANTED)
  const commits = await withPermissionHint('find the commit to compare with', () =>
    history((read) => read.filter(({ sha }) => stored.has(sha)).length >= wanted),
  )
  return { anchor, commits: commits.map(({ sha }) => sha) }
}
