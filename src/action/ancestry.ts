import { type Anchor, readAncestry } from '../github/anchor.ts'
import { explained } from '../github/permission-error.ts'
import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Job } from './job.ts'

/** The branch's newest jobs are all that a comparison uses. */
const JOBS_WANTED = 20

/** The commits at or before the anchor, as far back as stored ones are needed. */
export async function ancestryOf(
  { client }: Job,
  { services }: Extract<BaselineLookup, { kind: 'found' }>,
  find: () => Promise<Anchor>,
): Promise<NonNullable<Ancestry>> {
  const stored = new Set([...services.values()].flat().map(({ commit }) => commit))
  const wanted = Math.min(stored.size, JOBS_WANTED)
  return await explained('find the commit to compare with', async () => {
    const { sha } = await find()
    return await readAncestry(client, sha, (commits) => commits.filter((commit) => stored.has(commit)).length >= wanted)
  })
}
