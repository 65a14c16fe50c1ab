import { setTimeout as sleep } from 'node:timers/promises'
import type { Octokit } from '@octokit/rest'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { type Append, affectedFiles, isStoreFile, planAppend, readStoreFiles } from './baseline-folder.ts'
import type { BaselineStore } from './store.ts'

export const DEFAULT_BASELINE_BRANCH = 'perf-gate-baselines'

/**
 * Writers that lose the race read again and try again. A try is only refused when another writer was stored since it read,
 * so of 20 writers that begin together all are stored. With `jitteredBackOff` 20 tries last about a minute and a half.
 */
const APPEND_TRIES = 20

/**
 * One append is one commit, and a clone of the repository fetches all of them. After this many, the branch begins anew
 * with the files as they are. Measured with git 2.39.5: 1000 appends of five k6 summaries of one service are a pack of
 * 9.9 MB, so 500 appends are about 5 MB a service.
 */
const COMMITS_KEPT = 500

/**
 * So much of the files is sent inside the request that makes the tree; what is more, in a request a file before it. Of 2.5 MB
 * and more, people got 502: https://github.com/codesandbox/codesandbox-client/issues/8614
 */
const INLINE_BYTES = 1024 ** 2

export type BranchStoreOptions = Readonly<{
  octokit: Octokit
  owner: string
  repo: string
  branch: string
  /** The gate's name: two gates share the branch, each in a folder of its own. */
  gateName: string
  /** Waits before try number `attempt` (2, 3, ...). */
  backOff?: (attempt: number) => Promise<void>
  /** Default: 500. */
  commitsKept?: number
}>

/** What the branch holds at one moment. `files` are the Git blobs of this gate's files, by their path in its folder. */
type Snapshot = Readonly<{
  commit: string
  hasReadme: boolean
  /** There is nothing on the branch but the stores of gates. */
  isOnlyStore: boolean
  files: ReadonlyMap<string, string>
}>

/**
 * Baselines on a branch of their own, without a checkout: `<gate>/v1/<service>.ndjson` and `<gate>/overrides.ndjson`. The
 * Action's default. Needs `contents: read`, to append `contents: write`. One append is one commit.
 *
 * Compare-and-set: the branch only moves forward from the commit that was read (`force: false`). A writer that comes
 * second gets 422 or 409, reads again and merges again, so that nothing is lost.
 * https://docs.github.com/en/rest/git/refs#update-a-reference
 */
export function openBranchStore(options: BranchStoreOptions): BaselineStore {
  const known = { ...options, blobs: new Map<string, Promise<Uint8Array>>() }
  return {
    load: () => load(known),
    append: (runs, entries = [], pinnedCommits = []) => append(known, { runs, entries, pinnedCommits }),
  }
}

/** `blobs`: what was asked for already, by its SHA, which stands for its content. */
type Opened = BranchStoreOptions & Readonly<{ blobs: Map<string, Promise<Uint8Array>> }>

/** Full jitter: writers that collided must not collide again. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function jitteredBackOff(attempt: number): Promise<void> {
  await sleep(Math.random() * Math.min(10_000, 500 * 2 ** attempt))
}

/** To read, the branch need not stand still: its name finds the tree of its newest commit in one request. */
async function load(options: Opened): Promise<BaselineLookup> {
  const place = placeOf(options)
  const listing = await absentAsNull(readTree(options, options.branch))
  const files = listing === null ? new Map<string, string>() : filesOf(options, listing)
  if (files.size === 0) return { kind: 'never-written', place }
  return readStoreFiles(place, await readBlobs(options, files))
}

async function append(options: Opened, added: Append) {
  const { backOff = jitteredBackOff } = options
  let problem = ''
  let mayBeginAnew = true
  for (let attempt = 1; attempt <= APPEND_TRIES; attempt += 1) {
    if (attempt > 1) await backOff(attempt)
    const snapshot = await readSnapshot(options)
    const files = await readAffected(options, snapshot, added)
    const plan = planAppend(placeOf(options), files, added)
    const result = { added: plan.added, alreadyStored: plan.alreadyStored }
    if (plan.changed.size === 0) return result
    let beginsAnew = false
    try {
      const commit = await writeCommit(options, snapshot, plan.changed, mayBeginAnew)
      beginsAnew = commit.isRoot && snapshot !== null
      await publish(options, snapshot, commit)
      return result
    } catch (error) {
      // If a new history cannot begin, the run is appended to the old one: a long branch is better than a lost run.
      if (beginsAnew) mayBeginAnew = false
      else if (!isLostRace(error)) throw asUserError(error)
      problem = error instanceof Error ? error.message : String(error)
    }
  }
  throw new UserError(
    `The baseline could not be stored on ${placeOf(options)}: ${APPEND_TRIES} tries were refused, the last with "${problem}". ` +
      'Nothing was stored. Run this job again. If it stays, look for a rule that protects the branch.',
  )
}

/** null: there is no such branch. */
async function readSnapshot(options: BranchStoreOptions): Promise<Snapshot | null> {
  const { octokit, owner, repo, branch } = options
  const ref = await absentAsNull(octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` }))
  if (ref === null) return null
  const commit = ref.data.object.sha
  const listing = await readTree(options, commit)
  const paths = listing.flatMap(({ path, type }) => (type === 'tree' ? [] : [path]))
  const isOnlyStore = paths.every((path) => path === README_FILE || isStoreFile(path.slice(path.indexOf('/') + 1)))
  return { commit, hasReadme: paths.includes(README_FILE), isOnlyStore, files: filesOf(options, listing) }
}

type Listing = readonly Readonly<{ path: string; sha: string; type: string }>[]

/** @param from a commit, or the name of the branch: both stand for their tree. https://docs.github.com/en/rest/git/trees#get-a-tree */
async function readTree({ octokit, owner, repo, branch }: BranchStoreOptions, from: string): Promise<Listing> {
  const listing = (await octokit.rest.git.getTree({ owner, repo, tree_sha: from, recursive: 'true' })).data
  if (listing.truncated) {
    throw new UserError(
      `The branch ${branch} has more files than GitHub lists at once. Remove what is not a baseline from it.`,
    )
  }
  return listing.tree
}

/** The Git blobs of this gate's files, by their path in its folder. */
function filesOf({ gateName }: BranchStoreOptions, listing: Listing): ReadonlyMap<string, string> {
  const folder = `${gateName}/`
  const files = new Map<string, string>()
  for (const { path, sha, type } of listing) {
    const inside = path.startsWith(folder) ? path.slice(folder.length) : ''
    if (type === 'blob' && isStoreFile(inside)) files.set(inside, sha)
  }
  return files
}

function readAffected(options: Opened, snapshot: Snapshot | null, added: Append) {
  const affected = new Set(affectedFiles(added))
  const existing = [...(snapshot?.files ?? [])].filter(([path]) => affected.has(path))
  return readBlobs(options, new Map(existing))
}

/** https://docs.github.com/en/rest/git/blobs#get-a-blob: base64, up to 100 MB. */
async function readBlobs(options: Opened, blobs: ReadonlyMap<string, string>) {
  const read = await Promise.allSettled([...blobs.values()].map((sha) => readBlob(options, sha)))
  // The first of the folder, whichever failed first.
  for (const one of read) if (one.status === 'rejected') throw one.reason
  const bytes = read.map((one) => (one as PromiseFulfilledResult<Uint8Array>).value)
  return new Map([...blobs.keys()].map((path, index) => [path, bytes[index] as Uint8Array]))
}

async function readBlob({ octokit, owner, repo, blobs }: Opened, sha: string): Promise<Uint8Array> {
  const known = blobs.get(sha)
  if (known !== undefined) return await known
  const asked = octokit.rest.git
    .getBlob({ owner, repo, file_sha: sha })
    .then(({ data }) => Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'))
  blobs.set(sha, asked)
  try {
    return await asked
  } catch (error) {
    blobs.delete(sha)
    throw error
  }
}

/** A commit that no branch shows yet. `isRoot`: it has no parent, so the history before it is left behind. */
type NewCommit = Readonly<{ sha: string; isRoot: boolean }>

async function writeCommit(
  options: BranchStoreOptions,
  snapshot: Snapshot | null,
  changed: ReadonlyMap<string, string>,
  mayBeginAnew: boolean,
): Promise<NewCommit> {
  const { octokit, owner, repo, gateName, commitsKept = COMMITS_KEPT } = options
  const tree: { path: string; mode: '100644'; type: 'blob'; sha?: string; content?: string }[] = []
  let inlineBytes = 0
  for (const [path, text] of changed) {
    inlineBytes += Buffer.byteLength(text)
    const place = { path: `${gateName}/${path}`, mode: '100644', type: 'blob' } as const
    tree.push(
      inlineBytes <= INLINE_BYTES ? { ...place, content: text } : { ...place, sha: await newBlob(options, text) },
    )
  }
  if (snapshot?.hasReadme !== true) tree.push({ path: README_FILE, mode: '100644', type: 'blob', content: README })
  const base = snapshot === null ? null : await readCommit(options, snapshot.commit)
  const newTree = await octokit.rest.git.createTree({
    owner,
    repo,
    tree,
    ...(base === null ? {} : { base_tree: base.tree }),
  })
  // What a commit without a parent leaves behind is lost to the branch, so it only ever replaces what perf-gate wrote itself.
  const isOurs = snapshot?.isOnlyStore === true && base?.isOurs === true
  const isRoot = base === null || (mayBeginAnew && isOurs && base.number >= commitsKept)
  const parents = isRoot || snapshot === null ? [] : [snapshot.commit]
  const message = messageOf(changed, isRoot ? 1 : base.number + 1)
  const { data } = await octokit.rest.git.createCommit({ owner, repo, message, tree: newTree.data.sha, parents })
  return { sha: data.sha, isRoot }
}

async function newBlob({ octokit, owner, repo }: BranchStoreOptions, text: string): Promise<string> {
  const content = Buffer.from(text).toString('base64')
  return (await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'base64' })).data.sha
}

const NUMBER_LINE = 'Commit-Number: '
/** The first words of every commit that this store writes. */
const SUBJECTS = ['Record the baseline of ', 'Extend the ledger'] as const

/** Each commit says how many there are, so that nobody has to count them. */
function messageOf(changed: ReadonlyMap<string, string>, number: number): string {
  const services = [...changed.keys()].flatMap((path) => /^v\d+\/(.*)\.ndjson$/.exec(path)?.[1] ?? [])
  const [recorded, extended] = SUBJECTS
  const what = services.length === 0 ? extended : `${recorded}${services.join(', ')}`
  return `${what}\n\n${NUMBER_LINE}${number}\n`
}

/** A commit that was made by hand has no number. Counting begins again then, so the branch may grow longer than usual. */
async function readCommit({ octokit, owner, repo }: BranchStoreOptions, commit: string) {
  const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit })
  const line = data.message.split('\n').find((text) => text.startsWith(NUMBER_LINE))
  const isOurs = SUBJECTS.some((subject) => data.message.startsWith(subject))
  return { tree: data.tree.sha, number: Number(line?.slice(NUMBER_LINE.length) ?? 1) || 1, isOurs }
}

/** The compare-and-set itself. */
async function publish(options: BranchStoreOptions, snapshot: Snapshot | null, commit: NewCommit): Promise<void> {
  const { octokit, owner, repo, branch } = options
  const { sha } = commit
  if (snapshot === null) await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha })
  else if (commit.isRoot) await beginAnew(options, snapshot.commit, sha)
  else await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false })
}

const UPDATE_REFS = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`

/**
 * Moves the branch to a commit without a parent, only if it still is where it was read. The REST API cannot do that: there,
 * `force` overwrites whatever another writer has stored in the meantime. `beforeOid` is the compare of the compare-and-set.
 * https://docs.github.com/en/graphql/reference/mutations#updaterefs
 */
async function beginAnew(
  { octokit, owner, repo, branch }: BranchStoreOptions,
  from: string,
  to: string,
): Promise<void> {
  const repository = (await octokit.rest.repos.get({ owner, repo })).data.node_id
  const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to, force: true }
  await octokit.graphql(UPDATE_REFS, { input: { repositoryId: repository, refUpdates: [update] } })
}

/**
 * 422 "Update is not a fast forward" or "Reference already exists"; 409 when two writers touch the branch at once. A rule that protects the branch says no for ever.
 */
function isLostRace(error: unknown): boolean {
  const message = error instanceof Error ? error.message : ''
  if (/rule violation|protected/i.test(message)) return false
  const status = statusOf(error)
  return status === 422 || status === 409
}

function asUserError(error: unknown): unknown {
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

const README_FILE = 'README.md'

const README = `# Baselines of perf-gate

perf-gate writes this branch. It holds the load test results that pull requests are compared with:
one folder a gate, one file a service, one line per run, oldest first. \`overrides.ndjson\` is the ledger of slowdowns that
were merged: who accepted them, why, and when they were repaid.

Do not merge this branch and do not edit the files. perf-gate stops when it cannot read one of them.
To forget the baseline of a service, delete its file. To go back, revert a commit.
Protect the branch against deletion. A rule against force pushes keeps perf-gate from shortening the history, see below.

After 500 commits perf-gate begins the branch anew with the files as they are, so that clones stay small.
`
