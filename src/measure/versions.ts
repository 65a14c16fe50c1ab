import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import { name, text } from '../model/text.ts'
import { outputOf } from '../setup/program.ts'

/** Where the two versions are, and which commits they are. */
export type Versions = Readonly<{
  folders: Readonly<Record<Side, string>>
  commits: Readonly<Record<Side, string | null>>
}>

/**
 * Checks out two commits in folders of their own, does work on them, and removes them: HEAD, and the commit at which it left the base, so
 * that what others did on the base since does not count. The checkout that it is called in is not touched.
 *
 * @param scratch where the folders are made
 */
export async function withWorktrees<T>(
  baseRef: string,
  folder: string,
  scratch: string,
  work: (versions: Versions) => Promise<T>,
): Promise<T> {
  const candidate = await commitOf('HEAD', folder)
  const base = await commitOf(baseRef, folder)
  const baseline = await outputOf('git', ['merge-base', base, candidate], folder)
  if (baseline === null) {
    throw new UserError(
      `${baseRef} and HEAD have no commit in common here. In a shallow clone, fetch the history first: git fetch --unshallow. In a workflow: fetch-depth: 0.`,
    )
  }
  const commits = { baseline, candidate }
  return await withCheckouts(folder, scratch, async (checkOut) => {
    const folders = {
      baseline: await checkOut(baseline, 'baseline'),
      candidate: await checkOut(candidate, 'candidate'),
    }
    return await work({ folders, commits })
  })
}

/** Checks a commit out, and says in which folder. */
export type CheckOut = (commit: string, name: string) => Promise<string>

/** Does work on commits that are checked out one by one, each under a name of its own, and removes them. */
export async function withCheckouts<T>(
  folder: string,
  scratch: string,
  work: (checkOut: CheckOut) => Promise<T>,
): Promise<T> {
  const top = join(scratch, 'versions')
  await mkdir(top)
  // Called in a folder of the repository, it is about that folder.
  const below = (await outputOf('git', ['rev-parse', '--show-prefix'], folder)) ?? ''
  // A measurement that was killed could not say that its folders are gone.
  await outputOf('git', ['worktree', 'prune'], folder)
  try {
    return await work(async (commit, name) => {
      await addWorktree(commit, join(top, name), folder)
      return join(top, name, below)
    })
  } finally {
    await rm(top, { recursive: true, force: true })
    await outputOf('git', ['worktree', 'prune'], folder)
  }
}

/** Files of the checkout that are not as their commit has them: they are not in a version that is checked out of it. */
export async function uncommittedFiles(folder: string): Promise<readonly string[]> {
  const changed = await outputOf('git', ['diff', '--name-only', 'HEAD', '--'], folder)
  return (changed ?? '').split('\n').filter((name) => name !== '')
}

/** A large repository takes its time, so there is no limit. */
async function addWorktree(commit: string, target: string, repository: string): Promise<void> {
  const args = ['worktree', 'add', '--detach', '--quiet', target, commit]
  await promisify(execFile)('git', args, { cwd: repository }).catch((error: Error & { stderr?: string }) => {
    throw new UserError(text`git worktree add failed for ${name(commit)}: ${error.stderr?.trim() || error.message}`)
  })
}

/** The commit that a ref names. Throws a UserError where nobody knows it. */
export async function commitOf(ref: string, folder: string): Promise<string> {
  const commit = await outputOf(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    folder,
  )
  if (commit !== null) return commit
  throw new UserError(
    `${ref} is no commit of the checkout in ${folder}. Fetch it, or name another, such as origin/main.`,
  )
}
