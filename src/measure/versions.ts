import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import { name, text } from '../model/text.ts'
import { outputOf } from '../setup/program.ts'

/** The folders and the commits of the two versions. */
export type Versions = Readonly<{
  folders: Readonly<Record<Side, string>>
  commits: Readonly<Record<Side, string | null>>
}>

/**
 * Checks out two commits in temporary folders, does the work, and removes the folders. The candidate is HEAD. The baseline is
 * the commit at which HEAD left the base, so later changes on the base do not count. The checkout in which the command is
 * called is not touched.
 *
 * @param scratch the folder in which the temporary folders are made
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

/** Checks out a commit, and returns its folder. */
export type CheckOut = (commit: string, name: string) => Promise<string>

/** Does work that checks out commits one by one, each under a name of its own. Removes them afterwards. */
export async function withCheckouts<T>(
  folder: string,
  scratch: string,
  work: (checkOut: CheckOut) => Promise<T>,
): Promise<T> {
  const top = join(scratch, 'versions')
  await mkdir(top)
  // When measure is called in a folder of the repository, each version is measured in that same folder.
  const below = (await outputOf('git', ['rev-parse', '--show-prefix'], folder)) ?? ''
  // A killed measurement could not remove its entries from Git, so entries without a folder are removed now.
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

/** Files of the checkout that differ from HEAD. A version that is checked out does not contain these changes. */
export async function uncommittedFiles(folder: string): Promise<readonly string[]> {
  const changed = await outputOf('git', ['diff', '--name-only', 'HEAD', '--'], folder)
  return (changed ?? '').split('\n').filter((name) => name !== '')
}

/** Checking out a large repository takes long, so there is no time limit. */
async function addWorktree(commit: string, target: string, repository: string): Promise<void> {
  const args = ['worktree', 'add', '--detach', '--quiet', target, commit]
  await promisify(execFile)('git', args, { cwd: repository }).catch((error: Error & { stderr?: string }) => {
    throw new UserError(text`git worktree add failed for ${name(commit)}: ${error.stderr?.trim() || error.message}`)
  })
}

/** The commit to which a ref refers. Throws a UserError when the clone does not know the ref. */
export async function commitOf(ref: string, folder: string): Promise<string> {
  const commit = await outputOf(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    folder,
  )
  if (commit !== null) return commit
  throw new UserError(
    `${ref} is not a commit of the checkout in ${folder}. Fetch it, or name another, such as origin/main.`,
  )
}
