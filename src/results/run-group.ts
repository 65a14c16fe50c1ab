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
  const groups = new Map<string, { first: PlacedFile; files: PlacedFile[] }>()
  const misplaced: Refusal[] = []
  for (const file of [...files].sort(byArtifactAndPath)) {
    const placement = placeFile(file.path, file.artifact?.name ?? null, defaults)
    if (placement.kind === 'misplaced') {
      const { service, variant, problem } = placement
      misplaced.push({ service, variant, path: displayPath(file, file.path), problem })
      continue
    }
    if (placement.role === 'ignored') continue
    const key = JSON.stringify([file.artifact?.id ?? null, placement.runPath])
    const placed = { file, placement }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: placed, files: [placed] })
    else group.files.push(placed)
  }
  return { groups: [...groups.values()], misplaced }
}

/** The refusal of a whole run. */
export function refuseRun({ first: { file, placement } }: RunGroup, problem: string): Refusal {
  const path = placement.runPath === '' ? file.path : placement.runPath
  return { service: placement.service, variant: placement.variant, path: displayPath(file, path), problem }
}

function displayPath(file: ResultFile, path: string): string {
  return file.artifact === null ? path : `${file.artifact.name}/${path}`
}

function byArtifactAndPath(left: ResultFile, right: ResultFile): number {
  if (left.artifact?.id !== right.artifact?.id) return (left.artifact?.id ?? 0) - (right.artifact?.id ?? 0)
  return left.path < right.path ? -1 : 1
}
