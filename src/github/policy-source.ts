import { UserError } from '../model/errors.ts'
import { code, name, type Text, text } from '../model/text.ts'
import { type GitHubClient, graphql } from './client.ts'
import { INPUT_DEFAULTS } from './inputs.ts'

/** The policy file, as it is at a commit. */
export type PolicySource = Readonly<{
  commit: string
  /** Its text, and `<path> at <commit>` for people. null: there is none. */
  file: Readonly<{ text: string; source: string }> | null
  /** A file that somebody believes to be in force and that is not, in full sentences. null: none. */
  note: Text | null
}>

/**
 * The commit that a branch is at, and the file there, in one request: what is named is what was read. `twin`: the same name with the
 * other ending. https://docs.github.com/en/graphql/reference/objects#commit
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
 * The policy file of the base branch, never of the pull request: its author must not relax the gate.
 * Throws a UserError when the path is no file that can be read.
 *
 * @param at `refs/heads/main`, for what is in force now, or a commit
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

/** On the command line a policy that is named and absent is an error. Here the file is optional, so it must be said. */
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
