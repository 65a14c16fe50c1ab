import { absentAsNull, type GitHubClient } from '../github/client.ts'
import { shellWord } from '../model/shell-word.ts'
import { name, text } from '../model/text.ts'
import { type Diagnosis, ok, warning } from './diagnosis.ts'

/** Checks that the label exists. Without it, nobody can accept a regression. */
export async function checkLabel({ octokit, owner, repo }: GitHubClient, label: string): Promise<readonly Diagnosis[]> {
  const found = await absentAsNull(octokit.rest.issues.getLabel({ owner, repo, name: label }))
  if (found !== null) return [ok(text`The label ${name(label)} exists.`)]
  return [
    warning(
      text`There is no label ${name(label)}, so nobody can accept a regression.`,
      text`gh label create ${name(shellWord(label))} --repo ${name(owner)}/${name(repo)} --description "Accept a performance regression, with a reason"`,
    ),
  ]
}
