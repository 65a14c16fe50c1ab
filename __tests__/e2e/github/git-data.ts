import type { Octokit } from '@octokit/rest'
import type { Clock } from './clock.ts'

export type Files = Readonly<Record<string, string | Uint8Array | null>>
type TreeEntry = Readonly<{
  path: string
  mode: '100644' | '100755' | '120000' | '160000'
  type: 'blob' | 'commit'
  sha: string
}>

/** Git operations as a person does them with `git`, built on the Git Data API of the emulator. */
export type Git = Readonly<{
  /** Makes a commit on top of the first parent. A file whose content is null is deleted. Returns the commit's SHA. */
  commit: (
    commit: Readonly<{ message: string; author: string; parents: readonly string[]; files: Files }>,
  ) => Promise<string>
  /** The SHA that a ref points to, for example `heads/main`. null: there is no such ref. */
  readRef: (ref: string) => Promise<string | null>
  writeRef: (ref: string, sha: string) => Promise<void>
  mergeBase: (left: string, right: string) => Promise<string | null>
  /** A commit that merges both. null: both changed a file in different ways. */
  merge: (merge: Readonly<{ base: string; head: string; message: string; author: string }>) => Promise<string | null>
  parentsOf: (sha: string) => Promise<readonly string[]>
  exists: (sha: string) => Promise<boolean>
  message: (sha: string) => Promise<string>
  readFile: (ref: string, path: string) => Promise<string | null>
}>

function isStatus(error: unknown, status: number): boolean {
  return error instanceof Error && 'status' in error && error.status === status
}

async function orNull<Value>(promise: Promise<Value>, ...statuses: readonly number[]): Promise<Value | null> {
  try {
    return await promise
  } catch (error) {
    if (statuses.some((status) => isStatus(error, status))) return null
    throw error
  }
}

/**
 * @param client a client that may do everything
 * @param clock gives the times of the commits, so that their SHAs are the same in each run
 */
export function createGit(client: Octokit, owner: string, repo: string, clock: Clock): Git {
  const { git, repos } = client.rest
  const here = { owner, repo }

  async function entriesOf(commitSha: string): Promise<ReadonlyMap<string, TreeEntry>> {
    const { data: commit } = await git.getCommit({ ...here, commit_sha: commitSha })
    const { data: tree } = await git.getTree({ ...here, tree_sha: commit.tree.sha, recursive: 'true' })
    return new Map(tree.tree.filter((entry) => entry.type !== 'tree').map((entry) => [entry.path, entry as TreeEntry]))
  }

  async function writeCommit(
    message: string,
    author: string,
    tree: string,
    parents: readonly string[],
  ): Promise<string> {
    const person = { name: author, email: `${author}@users.noreply.github.com`, date: clock.tick() }
    const { data } = await git.createCommit({
      ...here,
      message,
      tree,
      parents: [...parents],
      author: person,
      committer: person,
    })
    return data.sha
  }

  async function writeTree(entries: Iterable<TreeEntry>): Promise<string> {
    const { data } = await git.createTree({
      ...here,
      tree: [...entries].map(({ path, mode, type, sha }) => ({ path, mode, type, sha })),
    })
    return data.sha
  }

  async function commitParents(sha: string): Promise<readonly string[]> {
    const { data } = await git.getCommit({ ...here, commit_sha: sha })
    return data.parents.map((parent) => parent.sha)
  }

  async function readRef(ref: string): Promise<string | null> {
    const found = await orNull(git.getRef({ ...here, ref }), 404, 409)
    return found?.data.object.sha ?? null
  }

  async function mergeBase(left: string, right: string): Promise<string | null> {
    const compared = await orNull(repos.compareCommitsWithBasehead({ ...here, basehead: `${left}...${right}` }), 404)
    return compared?.data.merge_base_commit.sha ?? null
  }

  return {
    async commit({ message, author, parents, files }) {
      const entries = new Map(parents[0] === undefined ? [] : await entriesOf(parents[0]))
      for (const [path, content] of Object.entries(files)) {
        if (content === null) entries.delete(path)
        else {
          const { data: blob } = await git.createBlob({
            ...here,
            content: Buffer.from(content).toString('base64'),
            encoding: 'base64',
          })
          entries.set(path, { path, mode: '100644', type: 'blob', sha: blob.sha })
        }
      }
      return writeCommit(message, author, await writeTree(entries.values()), parents)
    },
    readRef,
    async writeRef(ref, sha) {
      if ((await readRef(ref)) === null) await git.createRef({ ...here, ref: `refs/${ref}`, sha })
      else await git.updateRef({ ...here, ref, sha, force: true })
    },
    mergeBase,
    async merge({ base, head, message, author }) {
      const ancestor = await mergeBase(base, head)
      const [ancestorEntries, baseEntries, headEntries] = [
        ancestor === null ? new Map<string, TreeEntry>() : await entriesOf(ancestor),
        await entriesOf(base),
        await entriesOf(head),
      ]
      const merged = new Map(baseEntries)
      for (const path of new Set([...ancestorEntries.keys(), ...headEntries.keys()])) {
        const [before, ours, theirs] = [
          ancestorEntries.get(path)?.sha,
          baseEntries.get(path)?.sha,
          headEntries.get(path),
        ]
        if (theirs?.sha === before || theirs?.sha === ours) continue
        if (ours !== before) return null
        if (theirs === undefined) merged.delete(path)
        else merged.set(path, theirs)
      }
      return writeCommit(message, author, await writeTree(merged.values()), [base, head])
    },
    parentsOf: commitParents,
    message: async (sha) => (await git.getCommit({ ...here, commit_sha: sha })).data.message,
    exists: async (sha) => (await orNull(git.getCommit({ ...here, commit_sha: sha }), 404)) !== null,
    async readFile(ref, path) {
      const found = await orNull(repos.getContent({ ...here, ref, path, mediaType: { format: 'raw' } }), 404)
      return found === null
        ? null
        : typeof found.data === 'string'
          ? found.data
          : Buffer.from(found.data as unknown as ArrayBuffer).toString('utf8')
    },
  }
}
