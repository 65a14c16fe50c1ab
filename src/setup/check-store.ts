import picomatch from 'picomatch'
import { absentAsNull, type GitHubClient } from '../github/client.ts'
import { name, text } from '../model/text.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import type { GateUse } from './gate-use.ts'

/** The branch on which baselines are stored. null: they are stored elsewhere. */
function storeBranch({ baselineStore }: GateUse): string | null {
  const [, named] = /^branch(?::(.+))?$/.exec(baselineStore) ?? []
  if (named !== undefined) return named
  return baselineStore === 'branch' ? 'perf-gate-baselines' : null
}

/**
 * Checks that the store is not a branch with judged code. The gate refuses such a store, because its history would one day
 * replace the code.
 */
export function checkStorePlace(use: GateUse, defaultBranch: string): readonly Diagnosis[] {
  const branch = storeBranch(use)
  if (branch === null) return []
  if (branch !== defaultBranch && !picomatch([...use.baselineBranches])(branch)) return []
  return [
    problem(
      text`The input baseline-store names the branch ${name(branch)}, whose code is judged: the gate refuses to record there.`,
      text`Write baseline-store: branch, or name a branch that nothing else uses.`,
    ),
  ]
}

/**
 * Checks that the branch of the baselines is protected against deletion. GitHub does not tell everybody who may push to it, so
 * this is not checked.
 */
export async function checkStoreProtection(client: GitHubClient, use: GateUse): Promise<readonly Diagnosis[]> {
  const branch = storeBranch(use)
  if (branch === null) return []
  const { octokit, owner, repo } = client
  const found = await absentAsNull(octokit.rest.repos.getBranch({ owner, repo, branch }))
  if (found === null) return []
  const rules = await octokit.paginate(octokit.rest.repos.getBranchRules, { owner, repo, branch, per_page: 100 })
  const isProtected = found.data.protected || rules.some(({ type }) => type === 'deletion')
  if (isProtected) return [ok(text`The branch ${name(branch)} is protected against deletion.`)]
  return [
    warning(
      text`The branch ${name(branch)} is not protected: whoever may push can delete the baselines.`,
      text`Add a ruleset for ${name(branch)} with "Restrict deletions". docs/required-check.md, section 5.`,
    ),
  ]
}
