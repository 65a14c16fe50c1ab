import { UserError } from '../model/errors.ts'
import { code, name, type Text, text } from '../model/text.ts'
import { type GitHubClient, graphql } from './client.ts'
import { INPUT_DEFAULTS } from './inputs.ts'

/** The policy file at a commit. */
export type PolicySource = Readonly<{
  commit: string
  /** The text of the file, and `<path> at <commit>` for people. null: there is no file. */
  file: Readonly<{ text: string; source: string }> | null
  /** A note about a file that is not in force, although somebody may think so, in full sentences. null: none. */
  note: Text | null
}>

/**
 * The head commit of a branch and the file at that commit, in one request, so that the named commit is the one that was read. `twin`: the
 * same file name with the other ending. https://docs.github.com/en/graphql/reference/objects#commit
 */
const FILE =
  'query ($owner: String!, $repo: String!, $at: String!, $path: String!, $twin: String!) { repository(owner: $owner, name: $repo) { object(expression: $at) { oid ... on Commit { file(path: $path) { mode object { ... on Blob { isTruncated text } } } twin: file(path: $twin) { mode } } } } }'

type FileAnswer = Readonly<{
  repository: Readonly<{
    object: Readonly<{
      oid: string
      file: Readonly<{ mode: number; object: Readonly<{ isTruncated?: boolean; text?: string | null }> | null }> | null
      twin: Readonly<{ mode: number }> | null
    }> | null
  }>
}>

/** The mode of a symbolic link, whose text is only a path: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
const LINK_MODE = 0o120000

/**
 * The policy file of the base branch, never of the pull request, whose author could relax the gate. Throws a UserError if the path is no
 * readable file.
 *
 * @param at `refs/heads/main` for the policy that is in force now, or a commit
 */
export async function readPolicySource(client: GitHubClient, path: string, at: string): Promise<PolicySource> {
  const { owner, repo } = client
  const twin = twinOf(path)
  const { repository } = await graphql<FileAnswer>(client, FILE, { owner, repo, at, path, twin })
  const found = repository.object
  if (found === null) throw new UserError(`${at.replace('refs/heads/', 'The branch ')} is not in this repository.`)
  const { oid: commit, file } = found
  const source = `${path} at ${commit.slice(0, 7)}`
  const note = noteOn(path, commit, file !== null, found.twin === null ? null : twin)
  if (file === null) return { commit, file: null, note }
  const content = file.mode !== LINK_MODE && file.object?.isTruncated === false ? file.object.text : null
  if (content == null) {
    throw new UserError(
      `The policy ${source} is not a text file of less than 1 MB. Point the input \`policy\` to the policy file.`,
    )
  }
  return { commit, file: { text: content, source }, note }
}

/** `perf-gate.yaml` for `perf-gate.yml`, and the other way round. */
function twinOf(path: string): string {
  if (path.endsWith('.yaml')) return path.replace(/\.yaml$/, '.yml')
  return path.endsWith('.yml') ? path.replace(/\.yml$/, '.yaml') : `${path}.yml`
}

/** On the command line, a missing policy file is an error. Here the file is optional, so the report says that it is missing. */
function noteOn(path: string, commit: string, isThere: boolean, twin: string | null): Text | null {
  const at = commit.slice(0, 7)
  if (isThere) {
    return twin === null
      ? null
      : text`${name(twin)} is not read: the policy is ${name(path)}. Remove one of the two files.`
  }
  if (twin !== null) {
    return text`There is no policy file ${name(path)} at ${at}, so the defaults hold. ${name(twin)} is there and is not read: rename it, or name it in the input ${code('policy')}.`
  }
  if (path === INPUT_DEFAULTS.policy) return null
  return text`There is no policy file ${name(path)} at ${at}, though the input ${code('policy')} names it, so the defaults hold. Check its path and its spelling.`
}
