import type { Format } from '../formats/format.ts'
import { recognizeFile } from '../formats/read-run.ts'
import { ForeignFileError } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Text } from '../model/text.ts'
import { holdsExitCode } from './exit-code.ts'
import { fileName, type RunPath, readPath } from './run-path.ts'

/**
 * What a file is. `foreign`: no result at all, such as a log or a picture; beside a result it is ignored. `damaged`: a result
 * that cannot be used. `beside`: by its name the file belongs to a result, such as `exit-code`.
 */
type Claim =
  | Readonly<{ kind: 'result'; format: Format }>
  | Readonly<{ kind: 'damaged'; problem: Text }>
  | Readonly<{ kind: 'foreign'; error: ForeignFileError }>
  | Readonly<{ kind: 'beside' }>

/** A file, with what its path says and what its content is. */
export type ClaimedFile = Readonly<{ file: ResultFile; parts: RunPath; claim: Claim }>

/**
 * Reads the first bytes of every file, in the order of artifacts and paths. Files that operating systems create are left out.
 * Profiles and traces are left out too, because they are not part of the result: collect-profiles.ts and collect-traces.ts read
 * them.
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

/** Folders above and including `run-1` or a side belong to the layout. Folders below them belong to the tool. */
const ABOVE_A_TREE = /^(?:run[-_]?\d+|baseline|candidate)$/i

/**
 * Inside a result that is a tree, folder names belong to the tool: `500` is not the number of a run. A tree without a folder of a
 * run is one run. Reports and pictures of the tool belong to the tree if their folder has the name of a branch.
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

/** The branch `fib/500` of a tree, and the folders of the layout above the tree. */
type Branch = Readonly<{ name: string; above: readonly string[] }>

/** @param folder the folder of a result of the tree: `target/criterion/fib/500/new` */
function branchAt(folder: string, tree: string): Branch {
  const names = folder.split('/')
  const root = names.indexOf(tree)
  const top = root < 0 ? names.findLastIndex((name) => ABOVE_A_TREE.test(name)) + 1 : root
  return {
    name: names.slice(root < 0 ? top : root + 1, -1).join('/'),
    above: names.slice(0, top).filter((name) => name !== 'target'),
  }
}

/**
 * The branch whose name is in the path: `fib/500/report/mean.svg` and `reports/fib/500/mean.svg` belong to the branch `fib/500`.
 */
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

/** A format with `aside` holds fewer numbers than the full results of its tool. Beside a full result it is not read. */
function leftAside(one: ClaimedFile): ClaimedFile {
  const { claim } = one
  if (claim.kind !== 'result' || claim.format.aside === undefined) return one
  const { what, advice } = claim.format.aside
  return { ...one, claim: { kind: 'foreign', error: new ForeignFileError(what, advice) } }
}

function folderOf({ file: { artifact }, parts }: ClaimedFile): string {
  return `${artifact?.id ?? ''}/${parts.folder}`
}

/** Beside a result, a file with the name of an exit code that holds a number is an exit code. */
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
