import type { Format } from '../formats/format.ts'
import type { ForeignFileError } from '../formats/unreadable.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal, Side } from '../model/run.ts'
import type { Text } from '../model/text.ts'
import { type ClaimedFile, claimFiles } from './claimed-file.ts'
import { notRead } from './foreign-files.ts'
import { isResult, type Layout, type LayoutDefaults, layoutOf, type Placement } from './layout.ts'
import { fileName } from './run-path.ts'

/** A file, with where it belongs. */
export type PlacedFile = ClaimedFile & Readonly<{ placement: Placement }>

/** The files of one run, in the order of their paths. `first` is one of `files`. */
export type RunFolder = Readonly<{
  first: PlacedFile
  files: readonly PlacedFile[]
  /** How the files around the run were understood, and which files were ignored, in full sentences. */
  notes: readonly Text[]
}>

export type Grouped = Readonly<{ groups: readonly RunFolder[]; misplaced: readonly Refusal[] }>

/**
 * Sorts files into runs, by their content and by their paths. The order of `files` does not matter. A path that cannot be
 * understood becomes a refusal. A file that is no result and lies in no run is ignored and named in the notes.
 */
export async function groupByRun(
  files: readonly ResultFile[],
  formats: readonly Format[],
  defaults: LayoutDefaults,
): Promise<Grouped> {
  const places = new Map<number | null, ClaimedFile[]>()
  for (const one of await claimFiles(files, formats)) {
    const id = one.file.artifact?.id ?? null
    const known = places.get(id)
    if (known === undefined) places.set(id, [one])
    else known.push(one)
  }
  const placed: PlacedFile[] = []
  const misplaced = new Map<string, Refusal>()
  const notes = new Map<number | null, readonly Text[]>()
  for (const [id, all] of places) {
    const layout = layoutOf(all, all[0]?.file.artifact?.name ?? null, defaults)
    const alone = leftAlone(all)
    for (const one of all.filter((file) => !alone.has(file))) addPlaced(one, layout, defaults.side, placed, misplaced)
    notes.set(id, [...layout.notes, ...notRead([...alone].flatMap(foreignOf))])
  }
  return { groups: groupPlaced(placed, notes), misplaced: [...misplaced.values()] }
}

function foreignOf({ file, claim }: ClaimedFile): readonly (readonly [string, ForeignFileError])[] {
  return claim.kind === 'foreign' ? [[file.path, claim.error]] : []
}

/** Per folder, only one path is refused, because the problem of the other paths is the same. */
function addPlaced(
  one: ClaimedFile,
  layout: Layout,
  side: Side,
  placed: PlacedFile[],
  misplaced: Map<string, Refusal>,
): void {
  const places = layout.place(one)
  if (!('problem' in places)) {
    for (const placement of places) placed.push({ ...one, placement })
    return
  }
  const { file, parts } = one
  const refusal = {
    service: null,
    side: parts.side ?? side,
    path: displayPath(file, file.path),
    problem: places.problem,
    artifact: artifactOf(file),
  }
  const key = JSON.stringify([file.artifact?.id, refusal.side, places])
  if (!misplaced.has(key)) misplaced.set(key, refusal)
}

/**
 * Logs, pictures and READMEs outside of runs, if there are results. In the folder of a run such a file matters: the load test
 * left a log there and no result.
 */
function leftAlone(all: readonly ClaimedFile[]): ReadonlySet<ClaimedFile> {
  const results = all.filter(isResult)
  if (results.length === 0) return new Set()
  const counts = new Map<string, Readonly<{ results: number; beside: number }>>()
  for (const one of all.filter(({ claim }) => claim.kind !== 'foreign')) {
    const { results: known, beside } = counts.get(one.parts.folder) ?? { results: 0, beside: 0 }
    counts.set(
      one.parts.folder,
      isResult(one) ? { results: known + 1, beside } : { results: known, beside: beside + 1 },
    )
  }
  const foldersOfSides = new Set(
    results.flatMap(({ parts }) => (parts.side === null ? [] : foldersAbove(parts.folder))),
  )
  const isOfNoRun = ({ claim, parts }: ClaimedFile): boolean => {
    if (claim.kind !== 'foreign' || parts.runNumber !== null || parts.instance !== null) return false
    const own = counts.get(parts.folder) ?? { results: 0, beside: 0 }
    if (own.results > 0) return own.results > 1
    return own.beside === 0 && (parts.side === null || foldersOfSides.has(parts.folder))
  }
  return new Set(all.filter(isOfNoRun))
}

/** The folders above a folder, and the folder itself: `a/b/c`, `a/b` and `a` for `a/b/c`. */
function foldersAbove(folder: string): readonly string[] {
  const names = folder.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

/**
 * Makes one group per folder. The folders of load generators that shared a run are one group, even if they lie in several
 * artifacts of the same workflow run.
 */
function groupPlaced(
  placed: readonly PlacedFile[],
  notes: ReadonlyMap<number | null, readonly Text[]>,
): readonly RunFolder[] {
  const shared = new Set(placed.filter(({ placement }) => placement.instance !== null).map(folderKey))
  const groups = new Map<string, { first: PlacedFile; files: PlacedFile[]; notes: readonly Text[] }>()
  for (const one of placed) {
    const key = shared.has(folderKey(one)) ? runKey(one) : folderKey(one)
    const group = groups.get(key)
    if (group !== undefined) group.files.push(one)
    else groups.set(key, { first: one, files: [one], notes: notes.get(one.file.artifact?.id ?? null) ?? [] })
  }
  return [...groups.values()]
}

function folderKey({ file, placement }: PlacedFile): string {
  return JSON.stringify([file.artifact?.id ?? null, placement.leg, placement.runPath])
}

function runKey({ file: { artifact }, placement: { service, side, runNumber, leg } }: PlacedFile): string {
  return JSON.stringify([
    'shared',
    artifact?.workflowRunId ?? null,
    artifact?.runAttempt ?? null,
    leg,
    service,
    side,
    runNumber,
  ])
}

/** The refusal of a whole run. If one file causes the problem, the refusal names this file. */
export function refuseRun(
  { first, files }: RunFolder,
  { problem, file: name }: Readonly<{ problem: Text; file?: string }>,
): Refusal {
  const { service, side, runPath } = first.placement
  const culprit = files.find(({ file }) => fileName(file.path) === name)?.file
  const path = culprit?.path ?? (runPath === '' ? first.file.path : runPath)
  return {
    service,
    side,
    path: displayPath(culprit ?? first.file, path),
    problem,
    artifact: artifactOf(culprit ?? first.file),
  }
}

function artifactOf({ artifact }: ResultFile): Readonly<{ id: number; part: string }> | null {
  return artifact === null ? null : { id: artifact.id, part: artifact.part ?? artifact.name }
}

function displayPath(file: ResultFile, path: string): string {
  return file.artifact === null ? path : `${file.artifact.name}/${path}`
}
