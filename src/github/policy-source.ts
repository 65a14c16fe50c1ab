import { UserError } from '../model/errors.ts'
import { absentAsNull, type GitHubClient } from './client.ts'

/** The text of the policy file, and `<path> at <commit>` for people. */
export type PolicySource = Readonly<{ text: string; source: string }>

/**
 * The policy file at a commit of the base branch, never of the pull request: its author must not relax the gate.
 * null: there is none. Throws a UserError when the path is no file that can be read.
 */
export async function readPolicySource(client: GitHubClient, path: string, sha: string): Promise<PolicySource | null> {
  const { octokit, owner, repo } = client
  const answer = await absentAsNull(octokit.rest.repos.getContent({ owner, repo, path, ref: sha }))
  if (answer === null) return null
  const { data } = answer
  const source = `${path} at ${sha.slice(0, 7)}`
  // Above 1 MB the content is left out: https://docs.github.com/en/rest/repos/contents#get-repository-content
  if (Array.isArray(data) || data.type !== 'file' || data.encoding !== 'base64') {
    throw new UserError(
      `The policy ${source} is not a file of less than 1 MB. Point the input \`policy\` to the policy file.`,
    )
  }
  return { text: Buffer.from(data.content, 'base64').toString('utf8'), source }
}
