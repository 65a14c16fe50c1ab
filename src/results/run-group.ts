import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { type LayoutDefaults, type Placement, placeFile } from './layout.ts'

/** A file and where it stands in the results. */
export type PlacedFile = Readonly<{ file: ResultFile; placement: Placement }>

/** The files of one run, in the order of their paths; `first` is one of `files`. */
export type RunGroup = Readonly<{ first: PlacedFile; files: readonly PlacedFile[] }>

/** Sorts files into runs by their paths. The order of `files` does not matter. A path that is not in the layout is a refusal. */
export function groupByRun(
  files: readonly ResultFile[],
  defaults: LayoutDefaults,
): Readonly<{ groups: readonly RunGroup[]; misplaced: readonly Refusal[] }> {
  const placed: PlacedFile[] = []
  const misplaced: Refusal[] = []
  for (const file of [...files].sort(byArtifactAndPath)) {
    const placement = placeFile(file.path, file.artifact?.name ?? null, defaults)
    if (placement.kind === 'placed') {
      if (placement.role !== 'ignored') placed.push({ file, placement })
      continue
    }
    misplaced.push({ ...refused(placement, file), path: displayPath(file, file.path), problem: placement.problem })
  }
  return { groups: groupPlaced(placed), misplaced }
}

/** One group a folder. Folders of load generators that shared a run may lie in several artifacts of the same workflow run. */
function groupPlaced(placed: readonly PlacedFile[]): readonly RunGroup[] {
  const shared = new Set(placed.filter(({ placement }) => placement.instance !== null).map(folderKey))
  const groups = new Map<string, { first: PlacedFile; files: PlacedFile[] }>()
  for (const one of placed) {
    const key = shared.has(folderKey(one)) ? runKey(one) : folderKey(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: one, files: [one] })
    else group.files.push(one)
  }
  return [...groups.values()]
}

function folderKey({ file, placement }: PlacedFile): string {
  return JSON.stringify([file.artifact?.id ?? null, placement.runPath])
}

function runKey({ file: { artifact }, placement: { service, variant, slot } }: PlacedFile): string {
  return JSON.stringify([
    'shared',
    artifact?.workflowRunId ?? null,
    artifact?.runAttempt ?? null,
    service,
    variant,
    slot,
  ])
}

/** The refusal of a whole run. */
export function refuseRun({ first: { file, placement } }: RunGroup, problem: string): Refusal {
  const path = placement.runPath === '' ? file.path : placement.runPath
  return { ...refused(placement, file), path: displayPath(file, path), problem }
}

/** Whose it is, and which artifact it came from. */
function refused(
  { service, variant }: Pick<Refusal, 'service' | 'variant'>,
  { artifact }: ResultFile,
): Pick<Refusal, 'service' | 'variant' | 'artifact'> {
  return {
    service,
    variant,
    artifact: artifact === null ? null : { id: artifact.id, part: artifact.part ?? artifact.name },
  }
}

function displayPath(file: ResultFile, path: string): string {
  return file.artifact === null ? path : `${file.artifact.name}/${path}`
}

function byArtifactAndPath(left: ResultFile, right: ResultFile): number {
  if (left.artifact?.id !== right.artifact?.id) return (left.artifact?.id ?? 0) - (right.artifact?.id ?? 0)
  return left.path < right.path ? -1 : 1
}
