import { absentAsNull, type GitHubClient } from '../github/client.ts'
import { type Diagnosis, ok, warning } from './diagnosis.ts'

/** Checks that the label exists. Without it, nobody can accept a regression. */
export async function checkLabel({ octokit, owner, repo }: GitHubClient, label: string): Promise<readonly Diagnosis[]> {
  const found = await absentAsNull(octokit.rest.issues.getLabel({ owner, repo, name: label }))
  if (found !== null) return [ok(`The label ${label} exists.`)]
  return [
    warning(
      `There is no label ${label}, so nobody can accept a regression.`,
      `gh label create ${label} --repo ${owner}/${repo} --description "Accept a performance regression, with a reason"`,
    ),
  ]
}
