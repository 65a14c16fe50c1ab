import { UserError } from '../model/errors.ts'
import { type GitHubClient, graphql } from './client.ts'

/** A template file of the base branch, with its path in the repository. */
type TemplateFile = Readonly<{ path: string; text: string }>

/** More files than there are sections. */
const MAX_FILES = 20

/** A folder with all its files, in one request. https://docs.github.com/en/graphql/reference/objects#tree */
const FOLDER =
  'query ($owner: String!, $repo: String!, $place: String!) { repository(owner: $owner, name: $repo) { object(expression: $place) { ... on Tree { entries { name object { ... on Blob { isTruncated text } } } } } } }'

/** Without `entries`, the path is no folder. `text` is null if a file is not text, and absent if the entry is no file. */
type FolderAnswer = Readonly<{
  repository: Readonly<{
    object: Readonly<{
      entries?: readonly Readonly<{
        name: string
        object: Readonly<{ isTruncated?: boolean; text?: string | null }> | null
      }>[]
    }> | null
  }>
}>

/**
 * The files `*.hbs` of a folder at a commit of the base branch, never of the pull request, because their text looks like that of the gate.
 * Throws a UserError if the folder does not exist, holds too many files, or a file cannot be read.
 */
export async function readTemplateSources(
  client: GitHubClient,
  folder: string,
  sha: string,
): Promise<readonly TemplateFile[]> {
  const { owner, repo } = client
  const path = folder.replace(/\/+$/, '')
  const variables = { owner, repo, place: `${sha}:${path}` }
  const { repository } = await graphql<FolderAnswer>(client, FOLDER, variables)
  const place = `${folder} at ${sha.slice(0, 7)}`
  const entries = repository.object?.entries
  if (entries === undefined) {
    throw new UserError(`There is no folder ${place}. The key \`templates\` of the policy names it.`)
  }
  const files = entries.filter(({ name, object }) => name.endsWith('.hbs') && object?.text !== undefined)
  if (files.length > MAX_FILES) throw new UserError(`The folder ${place} has more than ${MAX_FILES} templates.`)
  return files.map(({ name, object }) => {
    const text = object?.isTruncated === false ? object.text : null
    if (text == null)
      throw new UserError(`${folder}/${name} at ${sha.slice(0, 7)} is not a text file that can be read.`)
    return { path: `${path}/${name}`, text }
  })
}
