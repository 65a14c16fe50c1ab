import { setTimeout as sleep } from 'node:timers/promises'
import type { Octokit } from '@octokit/rest'
import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { affectedFiles, BASELINE_FOLDER, isBaselineFile, planAppend, readBaselineFolder } from './baseline-folder.ts'
import type { BaselineStore } from './store.ts'

export const DEFAULT_BASELINE_BRANCH = 'perf-gate-baselines'

/** Writers that lose the race re-read and try again: 8 times, about a minute in all with `jitteredBackOff`. */
const APPEND_TRIES = 8

export type BranchStoreOptions = Readonly<{
  octokit: Octokit
  owner: string
  repo: string
  branch: string
  /** The gate's name: two gates share the branch, each in a folder of its own. */
  gateName: string
  /** Waits before try number `attempt` (2, 3, ...). */
  backOff?: (attempt: number) => Promise<void>
}>

/** What the branch holds at one moment. `files` are the Git blobs of this gate's baseline files, by file name. */
type Snapshot = Readonly<{ commit: string; hasReadme: boolean; files: ReadonlyMap<string, string> }>

/**
 * Baselines on a branch of their own, without a checkout: `<gate>/v1/<service>.ndjson`. The Action's default.
 * Needs `contents: read`, to append `contents: write`. One append is one commit.
 *
 * Compare-and-set: the branch only moves forward from the commit that was read (`force: false`). A writer that comes
 * second gets 422 or 409, reads again and merges again, so that nothing is lost.
 * https://docs.github.com/en/rest/git/refs#update-a-reference
 */
export function openBranchStore(options: BranchStoreOptions): BaselineStore {
  return {
    load: () => load(options),
    append: (runs) => append(options, runs),
  }
}

/** Full jitter: writers that collided must not collide again. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function jitteredBackOff(attempt: number): Promise<void> {
  await sleep(Math.random() * Math.min(16_000, 500 * 2 ** attempt))
}

async function load(options: BranchStoreOptions): Promise<BaselineLookup> {
  const place = placeOf(options)
  const snapshot = await readSnapshot(options)
  if (snapshot === null || snapshot.files.size === 0) return { kind: 'never-written', place }
  return readBaselineFolder(place, await readBlobs(options, snapshot.files))
}

async function append(options: BranchStoreOptions, runs: readonly StoredRun[]) {
  const { backOff = jitteredBackOff } = options
  let problem = ''
  for (let attempt = 1; attempt <= APPEND_TRIES; attempt += 1) {
    if (attempt > 1) await backOff(attempt)
    const snapshot = await readSnapshot(options)
    const plan = planAppend(placeOf(options), await readAffected(options, snapshot, runs), runs)
    const result = { added: plan.added, alreadyStored: plan.alreadyStored }
    if (plan.added === 0) return result
    try {
      await publish(options, snapshot, await writeCommit(options, snapshot, plan.changed))
      return result
    } catch (error) {
      if (!isLostRace(error)) throw explained(error)
      problem = error instanceof Error ? error.message : String(error)
    }
  }
  throw new UserError(
    `The baseline could not be stored on ${placeOf(options)}: ${APPEND_TRIES} tries were refused, the last with "${problem}". ` +
      'Nothing was stored. Run this job again. If it stays, look for a rule that protects the branch.',
  )
}

/** null: there is no such branch. */
async function readSnapshot({ octokit, owner, repo, branch, gateName }: BranchStoreOptions): Promise<Snapshot | null> {
  const ref = await absentAsNull(octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` }))
  if (ref === null) return null
  const commit = ref.data.object.sha
  // A commit stands for its tree here: https://docs.github.com/en/rest/git/trees#get-a-tree
  const listing = (await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: 'true' })).data
  if (listing.truncated) {
    throw new UserError(
      `The branch ${branch} has more files than GitHub lists at once. Remove what is not a baseline from it.`,
    )
  }
  const folder = `${gateName}/${BASELINE_FOLDER}/`
  const files = new Map<string, string>()
  for (const { path, sha, type } of listing.tree) {
    const fileName = path.startsWith(folder) ? path.slice(folder.length) : ''
    if (type === 'blob' && isBaselineFile(fileName)) files.set(fileName, sha)
  }
  return { commit, hasReadme: listing.tree.some(({ path }) => path === 'README.md'), files }
}

function readAffected(options: BranchStoreOptions, snapshot: Snapshot | null, runs: readonly StoredRun[]) {
  const affected = new Set(affectedFiles(runs))
  const existing = [...(snapshot?.files ?? [])].filter(([fileName]) => affected.has(fileName))
  return readBlobs(options, new Map(existing))
}

/** https://docs.github.com/en/rest/git/blobs#get-a-blob: base64, up to 100 MB. */
async function readBlobs({ octokit, owner, repo }: BranchStoreOptions, blobs: ReadonlyMap<string, string>) {
  const files = new Map<string, Uint8Array>()
  for (const [fileName, sha] of blobs) {
    const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: sha })
    files.set(fileName, Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'))
  }
  return files
}

/** A commit that no branch shows yet. Returns its id. */
async function writeCommit(
  options: BranchStoreOptions,
  snapshot: Snapshot | null,
  changed: ReadonlyMap<string, string>,
): Promise<string> {
  const { octokit, owner, repo, gateName } = options
  const tree: { path: string; mode: '100644'; type: 'blob'; sha?: string; content?: string }[] = []
  for (const [fileName, text] of changed) {
    const content = Buffer.from(text).toString('base64')
    const { data } = await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'base64' })
    tree.push({ path: `${gateName}/${BASELINE_FOLDER}/${fileName}`, mode: '100644', type: 'blob', sha: data.sha })
  }
  if (snapshot?.hasReadme !== true) tree.push({ path: 'README.md', mode: '100644', type: 'blob', content: README })
  const base = snapshot === null ? {} : { base_tree: await treeOf(options, snapshot.commit) }
  const newTree = await octokit.rest.git.createTree({ owner, repo, tree, ...base })
  const services = [...changed.keys()].map((fileName) => fileName.slice(0, -'.ndjson'.length))
  const message = `Record the baseline of ${services.join(', ')}`
  const parents = snapshot === null ? [] : [snapshot.commit]
  return (await octokit.rest.git.createCommit({ owner, repo, message, tree: newTree.data.sha, parents })).data.sha
}

async function treeOf({ octokit, owner, repo }: BranchStoreOptions, commit: string): Promise<string> {
  return (await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit })).data.tree.sha
}

/** The compare-and-set itself. */
async function publish(
  { octokit, owner, repo, branch }: BranchStoreOptions,
  snapshot: Snapshot | null,
  sha: string,
): Promise<void> {
  if (snapshot === null) await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha })
  else await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false })
}

/** 422 "Update is not a fast forward" or "Reference already exists"; 409 when two writers touch the branch at once. */
function isLostRace(error: unknown): boolean {
  const status = statusOf(error)
  return status === 422 || status === 409
}

function explained(error: unknown): unknown {
  if (statusOf(error) !== 403) return error
  return new UserError(
    'The token may not write the baseline branch. Nothing was stored. ' +
      'Add this line to the job that records: `permissions: contents: write`.',
    { cause: error },
  )
}

async function absentAsNull<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

function statusOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : null
}

function placeOf({ branch, gateName }: BranchStoreOptions): string {
  return `branch ${branch}, folder ${gateName}`
}

const README = `# Baselines of perf-gate

perf-gate writes this branch. It holds the load test results that pull requests are compared with:
one folder a gate, one file a service, one line a run, oldest first.

Do not merge this branch and do not edit the files. perf-gate stops when it cannot read one of them.
To forget the baseline of a service, delete its file. To go back, revert a commit.
Protect the branch against deletion and against force pushes.
`
