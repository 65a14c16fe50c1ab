import { setTimeout as sleep } from 'node:timers/promises'
import type { Octokit } from '@octokit/rest'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { type Append, affectedFiles, isStoreFile, planAppend, readStoreFiles } from './baseline-folder.ts'
import type { BaselineStore } from './store.ts'

export const DEFAULT_BASELINE_BRANCH = 'perf-gate-baselines'

/**
 * A writer whose commit is refused because another writer was faster reads the branch again and tries again. Each refused try
 * means that one other writer succeeded, so 20 writers that begin together all succeed. With `jitteredBackOff` 20 tries take
 * about a minute and a half.
 */
const APPEND_TRIES = 20

/**
 * Each append is one commit, and every clone of the repository fetches all of them. After this number of commits the branch
 * begins anew with the current files. Measured with git 2.39.5: 1000 appends of five k6 summaries of one service are a pack of
 * 9.9 MB, so 500 appends are about 5 MB per service.
 */
const COMMITS_KEPT = 500

/**
 * The request that creates the tree contains up to this number of bytes of the files. The other files are sent before, one per
 * request. Requests of 2.5 MB and more got the status 502: https://github.com/codesandbox/codesandbox-client/issues/8614
 */
const INLINE_BYTES = 1024 ** 2

export type BranchStoreOptions = Readonly<{
  octokit: Octokit
  owner: string
  repo: string
  branch: string
  /** The name of the gate. Two gates can share the branch, because each has its own folder. */
  gateName: string
  /** Waits before the try with the number `attempt` (2, 3, ...). */
  backOff?: (attempt: number) => Promise<void>
  /** Default: 500. */
  commitsKept?: number
}>

/** The content of the branch at one moment. `files` are the Git blobs of the files of this gate, by their path in its folder. */
type Snapshot = Readonly<{
  commit: string
  hasReadme: boolean
  /** Whether the branch holds only stores of gates. */
  isOnlyStore: boolean
  files: ReadonlyMap<string, string>
}>

/**
 * Baselines on a separate branch, which is never checked out: `<gate>/v1/<service>.ndjson` and `<gate>/overrides.ndjson`. It is
 * the default of the Action. Reading needs `contents: read`, and appending needs `contents: write`. Each append is one commit.
 *
 * Writers use compare-and-set: the branch moves forward only from the commit that was read (`force: false`). A slower writer gets
 * 422 or 409, reads again and merges again, so nothing is lost. https://docs.github.com/en/rest/git/refs#update-a-reference
 */
export function openBranchStore(options: BranchStoreOptions): BaselineStore {
  const known = { ...options, blobs: new Map<string, Promise<Uint8Array>>() }
  return {
    load: () => load(known),
    append: (runs, entries = [], pinnedCommits = []) => append(known, { runs, entries, pinnedCommits }),
  }
}

/** `blobs`: the blobs that were requested already, by their SHA. A SHA stands for its content, so a blob never changes. */
type Opened = BranchStoreOptions & Readonly<{ blobs: Map<string, Promise<Uint8Array>> }>

/**
 * Full jitter, so that writers that collided do not collide again:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
async function jitteredBackOff(attempt: number): Promise<void> {
  await sleep(Math.random() * Math.min(10_000, 500 * 2 ** attempt))
}

/**
 * Reads the tree of the newest commit by the name of the branch, in one request. If the branch moves meanwhile, the tree stays
 * consistent.
 */
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
      // If a new history cannot begin, the run is appended to the old history: a long branch is better than a lost run.
      if (beginsAnew) mayBeginAnew = false
      else if (!isLostRace(error)) throw asUserError(error)
      problem = error instanceof Error ? error.message : String(error)
    }
  }
  throw new UserError(
    `The baseline could not be stored on ${placeOf(options)}: ${APPEND_TRIES} tries were refused, the last with "${problem}". ` +
      'Nothing was stored. Run this job again. If it fails again, look for a rule that protects the branch.',
  )
}

/** null: the branch does not exist. */
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

/**
 * @param from a commit, or the name of the branch. GitHub accepts both for a tree:
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
async function readTree({ octokit, owner, repo, branch }: BranchStoreOptions, from: string): Promise<Listing> {
  const listing = (await octokit.rest.git.getTree({ owner, repo, tree_sha: from, recursive: 'true' })).data
  if (listing.truncated) {
    throw new UserError(
      `The branch ${branch} has more files than GitHub lists at once. Remove the files that are not baselines from it.`,
    )
  }
  return listing.tree
}

/** The Git blobs of the files of this gate, by their path in its folder. */
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

/** GitHub sends blobs of up to 100 MB, in base64: https://docs.github.com/en/rest/git/blobs#get-a-blob */
async function readBlobs(options: Opened, blobs: ReadonlyMap<string, string>) {
  const read = await Promise.allSettled([...blobs.values()].map((sha) => readBlob(options, sha)))
  // The first error in the order of the files, not of the time, so that the message is always the same.
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

/** A commit that is not on a branch yet. `isRoot`: the commit has no parent, so the history before it is dropped. */
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
  // A commit without a parent drops the old history from the branch, so this is done only if perf-gate wrote the whole branch.
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
/** The first words of each commit that this store writes. */
const SUBJECTS = ['Record the baseline of ', 'Extend the ledger'] as const

/** Each commit holds its number, so that nobody has to count the commits. */
function messageOf(changed: ReadonlyMap<string, string>, number: number): string {
  const services = [...changed.keys()].flatMap((path) => /^v\d+\/(.*)\.ndjson$/.exec(path)?.[1] ?? [])
  const [recorded, extended] = SUBJECTS
  const what = services.length === 0 ? extended : `${recorded}${services.join(', ')}`
  return `${what}\n\n${NUMBER_LINE}${number}\n`
}

/** A commit that somebody made by hand has no number. Then the count begins again, and the branch may grow longer than usual. */
async function readCommit({ octokit, owner, repo }: BranchStoreOptions, commit: string) {
  const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit })
  const line = data.message.split('\n').find((text) => text.startsWith(NUMBER_LINE))
  const isOurs = SUBJECTS.some((subject) => data.message.startsWith(subject))
  return { tree: data.tree.sha, number: Number(line?.slice(NUMBER_LINE.length) ?? 1) || 1, isOurs }
}

/** Moves the branch if it still points to the commit that was read. */
async function publish(options: BranchStoreOptions, snapshot: Snapshot | null, commit: NewCommit): Promise<void> {
  const { octokit, owner, repo, branch } = options
  const { sha } = commit
  if (snapshot === null) await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha })
  else if (commit.isRoot) await beginAnew(options, snapshot.commit, sha)
  else await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false })
}

const UPDATE_REFS = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`

/**
 * Moves the branch to a commit without a parent, if it still points to the commit that was read. The REST API cannot do this: its
 * `force` overwrites what another writer stored meanwhile. `beforeOid` is the expected commit.
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
 * Whether another writer was faster. GitHub answers 422 "Update is not a fast forward" or "Reference already exists", or 409 if
 * two writers change the branch at the same time. A rule that protects the branch refuses every try, so it does not count.
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
one folder per gate, one file per service, one line per run, oldest first. \`overrides.ndjson\` is the ledger of slowdowns that
were merged: who accepted them, why, and when they were repaid.

Do not merge this branch and do not edit the files. perf-gate stops when it cannot read one of them.
To forget the baseline of a service, delete its file. To go back, revert a commit.
Protect the branch against deletion. A rule against force pushes keeps perf-gate from shortening the history, see below.

After 500 commits perf-gate begins the branch anew with the files as they are, so that clones stay small.
`
