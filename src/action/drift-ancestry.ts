import { openHistory, resolveCommit } from '../github/anchor.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { Ancestry, FoundBaselines } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { ancestryOf } from './ancestry.ts'

/** The commits at or before the second anchor of the policy. Throws a UserError where there is no such tag or commit. */
export async function driftAncestry(
  { client }: Pick<Surroundings, 'client'>,
  anchor: string,
  lookup: FoundBaselines,
): Promise<NonNullable<Ancestry>> {
  const sha = await withPermissionHint('find the commit to compare with', () => resolveCommit(client, anchor))
  if (sha === null) {
    throw new UserError(
      `The policy sets \`drift.anchor\` to ${anchor}, and this repository has no tag and no commit of that name. Name one that was pushed.`,
    )
  }
  return await ancestryOf(lookup, sha, openHistory(client, sha))
}
