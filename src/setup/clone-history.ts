import type { NamedCommit } from '../model/history.ts'
import { outputOf } from './program.ts'

/** More commits than this between two recorded ones are no list of suspects. */
const MAX_COMMITS = 200

/** Only this is ever given to Git: a store is a file that anybody may have written. */
const COMMIT = /^[0-9a-f]{7,64}$/

/** Whether the clone that a folder lies in has this commit. */
export async function hasCommit(folder: string, commit: string): Promise<boolean> {
  if (!COMMIT.test(commit)) return false
  return (await outputOf('git', ['cat-file', '-e', `${commit}^{commit}`], folder)) !== null
}

/**
 * The commits after one and up to another, the newest first.
 *
 * @returns null where the clone does not have both, or the first is not part of the history of the other
 */
export async function commitsBetween(
  folder: string,
  { from, to }: Readonly<{ from: string; to: string }>,
): Promise<readonly NamedCommit[] | null> {
  if (!COMMIT.test(from) || !COMMIT.test(to)) return null
  if ((await outputOf('git', ['merge-base', '--is-ancestor', from, to], folder)) === null) return null
  const printed = await outputOf(
    'git',
    ['log', '--format=%H %s', `--max-count=${MAX_COMMITS}`, `${from}..${to}`],
    folder,
  )
  return printed === null ? null : namedCommits(printed)
}

/**
 * The commits of the main line after one and up to another, the oldest first: of a merge the merge itself, and none of the branch that it
 * brought.
 *
 * @returns null where the first is not part of the history of the other
 */
export async function mainLineBetween(
  folder: string,
  { from, to }: Readonly<{ from: string; to: string }>,
): Promise<readonly NamedCommit[] | null> {
  if ((await outputOf('git', ['merge-base', '--is-ancestor', from, to], folder)) === null) return null
  const args = ['log', '--first-parent', '--reverse', '--format=%H %s', `${from}..${to}`]
  const printed = await outputOf('git', args, folder)
  return printed === null ? null : namedCommits(printed)
}

/** One commit with the first line of its message. */
export async function namedCommit(folder: string, commit: string): Promise<NamedCommit> {
  return { commit, subject: (await outputOf('git', ['log', '-1', '--format=%s', commit], folder)) ?? '' }
}

function namedCommits(printed: string): readonly NamedCommit[] {
  return printed.split('\n').flatMap((text) => {
    const [, commit, subject] = /^([0-9a-f]{40,64}) (.*)$/.exec(text) ?? []
    return commit === undefined ? [] : [{ commit, subject: subject ?? '' }]
  })
}

/** The address of the web page of the remote called origin; null where there is none. */
export async function webAddressOf(folder: string): Promise<string | null> {
  return webAddress((await outputOf('git', ['remote', 'get-url', 'origin'], folder)) ?? '')
}

/**
 * `https://github.com/octo-org/shop` of `git@github.com:octo-org/shop.git`, `ssh://git@github.com/octo-org/shop` or an https address. A name or
 * token before the host is left out: the page is public. null for a folder, a file or anything else.
 */
export function webAddress(remote: string): string | null {
  const [, host, path] =
    /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|[\w.-]+@)([\w.-]+(?::\d+)?)[/:]([\w.-]+(?:\/[\w.-]+?)+)(?:\.git)?\/?$/.exec(
      remote,
    ) ?? []
  if (host === undefined || path === undefined) return null
  // A port in an address for ssh is not that of the web server.
  return `https://${remote.startsWith('http') ? host : host.replace(/:\d+$/, '')}/${path}`
}

/** No option, range or path: https://git-scm.com/docs/git-check-ref-format */
const REF = /^(?!.*(?:\.\.|\/\/|@\{))\w[\w./+@-]{0,199}$/

/** All commits at or before a tag, a branch or a commit; null where the clone does not know it. */
export async function commitsUpTo(folder: string, ref: string): Promise<ReadonlySet<string> | null> {
  if (!REF.test(ref)) return null
  const printed = await outputOf('git', ['rev-list', `${ref}^{commit}`, '--'], folder)
  return printed === null ? null : new Set(printed.split('\n'))
}
