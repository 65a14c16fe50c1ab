import { UserError } from '../model/errors.ts'
import { absentAsNull, type GitHubClient } from './client.ts'
import { readPolicySource } from './policy-source.ts'

/** A template file of the base branch, with the path that people know. */
type TemplateFile = Readonly<{ path: string; text: string }>

/** There are not as many sections. */
const MAX_FILES = 20

/**
 * The files `*.hbs` of a folder at a commit of the base branch, never of the pull request: what they write looks as if the
 * gate had written it. Throws a UserError when the folder is not there or holds too many.
 */
export async function readTemplateSources(
  client: GitHubClient,
  folder: string,
  sha: string,
): Promise<readonly TemplateFile[]> {
  const { octokit, owner, repo } = client
  const answer = await absentAsNull(octokit.rest.repos.getContent({ owner, repo, path: folder, ref: sha }))
  const place = `${folder} at ${sha.slice(0, 7)}`
  if (answer === null || !Array.isArray(answer.data)) {
    throw new UserError(`There is no folder ${place}. The key \`templates\` of the policy names it.`)
  }
  const files = answer.data.filter(({ type, name }) => type === 'file' && name.endsWith('.hbs'))
  if (files.length > MAX_FILES) throw new UserError(`The folder ${place} has more than ${MAX_FILES} templates.`)
  return await Promise.all(
    files.map(async ({ path }) => {
      const found = await readPolicySource(client, path, sha)
      if (found === null) throw new UserError(`${path} at ${sha.slice(0, 7)} cannot be read.`)
      return { path, text: found.text }
    }),
  )
}
