import type { Format } from '../formats/format.ts'
import { recognizeFile } from '../formats/read-run.ts'
import { ForeignFileError } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Text } from '../model/text.ts'
import { holdsExitCode } from './exit-code.ts'
import { fileName, type RunPath, readPath } from './run-path.ts'

/**
 * What the content of a file is. `foreign`: not a result at all, such as a log or a picture; it is left alone beside a result.
 * `damaged`: a result that cannot be used. `beside`: its name says that it belongs to a result, such as `exit-code`.
 */
type Claim =
  | Readonly<{ kind: 'result'; format: Format }>
  | Readonly<{ kind: 'damaged'; problem: Text }>
  | Readonly<{ kind: 'foreign'; error: ForeignFileError }>
  | Readonly<{ kind: 'beside' }>

/** A file, what its path says, and what its first bytes say. */
export type ClaimedFile = Readonly<{ file: ResultFile; parts: RunPath; claim: Claim }>

/**
 * Looks into the start of every file, in the order of artifacts and paths. Files that systems leave behind are left out, and profiles and
 * traces, which are no part of the result: collect-profiles.ts and collect-traces.ts read them.
 */
export async function claimFiles(
  files: readonly ResultFile[],
  formats: readonly Format[],
): Promise<readonly ClaimedFile[]> {
  const single: ClaimedFile[] = []
  for (const file of [...files].sort(byArtifactAndPath)) {
    const parts = readPath(file.path)
    if (parts.role === 'ignored' || parts.role === 'profile' || parts.role === 'traces') continue
    single.push({ file, parts, claim: await claimOf(file, parts, formats) })
  }
  const claimed = treesAsOneFolder(single)
  const withResults = new Set(claimed.flatMap((one) => (one.claim.kind === 'result' ? [folderOf(one)] : [])))
  const withBetter = new Set(claimed.flatMap((one) => (isFullResult(one) ? [folderOf(one)] : [])))
  const counted = claimed.map((one) => (withBetter.has(folderOf(one)) ? leftAside(one) : one))
  return Promise.all(counted.map((one) => (withResults.has(folderOf(one)) ? asExitCode(one) : one)))
}

/** Above `run-1` and a side the folders are those of the layout, and below them those of the tool. */
const ABOVE_A_TREE = /^(?:run[-_]?\d+|baseline|candidate)$/i

/**
 * The folders of a result that is a tree are its own, whatever they are called: `500` is no run there. A tree that somebody gives as it lies
 * is one run. Reports and pictures that its tool leaves in folders called after a branch of it belong to it as well.
 */
function treesAsOneFolder(claimed: readonly ClaimedFile[]): readonly ClaimedFile[] {
  const trees = new Map<string, Branch>()
  for (const { file, claim } of claimed) {
    const tree = claim.kind === 'result' ? claim.format.treeFolder : undefined
    if (tree !== undefined) trees.set(folderOfPath(file.path), branchAt(folderOfPath(file.path), tree))
  }
  if (trees.size === 0) return claimed
  const branches = [...trees.values()].filter(({ name }) => name !== '')
  return claimed.map((one) => {
    const { path } = one.file
    const branch = trees.get(folderOfPath(path)) ?? (one.claim.kind === 'foreign' ? named(path, branches) : undefined)
    if (branch === undefined) return one
    const parts = readPath([...branch.above, fileName(path)].join('/'))
    return { ...one, parts: { ...parts, runNumber: parts.runNumber ?? 1 } }
  })
}

/** `fib/500` of a tree, and the folders of the layout above the tree. */
type Branch = Readonly<{ name: string; above: readonly string[] }>

/** @param folder that of a result of the tree: `target/criterion/fib/500/new` */
function branchAt(folder: string, tree: string): Branch {
  const names = folder.split('/')
  const root = names.indexOf(tree)
  const top = root < 0 ? names.findLastIndex((name) => ABOVE_A_TREE.test(name)) + 1 : root
  return {
    name: names.slice(root < 0 ? top : root + 1, -1).join('/'),
    above: names.slice(0, top).filter((name) => name !== 'target'),
  }
}

/** `fib/500/report/mean.svg` and `reports/fib/500/mean.svg` are called after the branch `fib/500`. */
function named(path: string, branches: readonly Branch[]): Branch | undefined {
  const names = path.split('/').filter((name) => name !== 'target')
  return branches.find(
    ({ name, above }) => `/${path}`.includes(`/${name}/`) && above.every((folder, index) => folder === names[index]),
  )
}

function folderOfPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function isFullResult({ claim }: ClaimedFile): boolean {
  return claim.kind === 'result' && claim.format.aside === undefined
}

/** What tells little is not read beside a result that tells more. */
function leftAside(one: ClaimedFile): ClaimedFile {
  const { claim } = one
  if (claim.kind !== 'result' || claim.format.aside === undefined) return one
  const { what, advice } = claim.format.aside
  return { ...one, claim: { kind: 'foreign', error: new ForeignFileError(what, advice) } }
}

function folderOf({ file: { artifact }, parts }: ClaimedFile): string {
  return `${artifact?.id ?? ''}/${parts.folder}`
}

/** Beside a result, a number in a file that is called like an exit code is one. */
async function asExitCode(one: ClaimedFile): Promise<ClaimedFile> {
  const { file, parts, claim } = one
  if (claim.kind !== 'foreign' || !(await holdsExitCode(file))) return one
  return { file, parts: { ...parts, role: 'exit-code' }, claim: { kind: 'beside' } }
}

async function claimOf(file: ResultFile, { role }: RunPath, formats: readonly Format[]): Promise<Claim> {
  if (role !== 'result') return { kind: 'beside' }
  try {
    const { format } = await recognizeFile(file, formats)
    return { kind: 'result', format }
  } catch (error) {
    if (error instanceof ForeignFileError) return { kind: 'foreign', error }
    if (error instanceof UserError) return { kind: 'damaged', problem: error.said }
    throw error
  }
}

function byArtifactAndPath(left: ResultFile, right: ResultFile): number {
  if (left.artifact?.id !== right.artifact?.id) return (left.artifact?.id ?? 0) - (right.artifact?.id ?? 0)
  return left.path < right.path ? -1 : 1
}
