import { joinChunks } from '../formats/json-document.ts'
import { K6 } from '../formats/k6-tool.ts'
import { type Factors, slowedSummary } from '../formats/slowed-summary.ts'
import type { Slowdowns } from '../model/comparison.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { CollectedRuns, IdentifiedRun } from '../model/run.ts'
import { type CollectOptions, layoutDefaults, readGroups } from './collect-runs.ts'
import { groupByRun, type PlacedFile, type RunFolder } from './run-folder.ts'

/** Files of one place, with the options that they were collected with. */
export type CollectedFiles = Readonly<{ files: readonly ResultFile[]; options: CollectOptions }>

/**
 * Plants a slowdown in the bytes of the candidate's summaries and collects them again. So the self-test covers the whole way from
 * the file to the verdict. Raw points and digests are left out, because they are too large to be read twice.
 *
 * @returns the runs that were read again, and the original runs that they replace
 */
export async function plantInFiles(
  sets: readonly CollectedFiles[],
  runs: readonly IdentifiedRun[],
  slowdowns: Slowdowns,
): Promise<Readonly<{ planted: readonly IdentifiedRun[]; originals: ReadonlySet<IdentifiedRun> }>> {
  const summaries = new Set(
    sets
      .flatMap(({ options }) => options.formats)
      .flatMap(({ id, content, tool }) => (content === 'summary' && tool === K6 ? [id] : [])),
  )
  const originals = runs.filter(
    ({ side, service, run }) => side === 'candidate' && slowdowns.has(service) && summaries.has(run.format),
  )
  const sources = new Set(originals.map(({ source }) => sourceKey(source.artifactId, source.path)))
  const collected =
    originals.length === 0 ? [] : await Promise.all(sets.map((set) => collectPlanted(set, sources, slowdowns)))
  return { planted: collected.flatMap((one) => one.runs), originals: new Set(originals) }
}

async function collectPlanted(
  { files, options }: CollectedFiles,
  sources: ReadonlySet<string>,
  slowdowns: Slowdowns,
): Promise<CollectedRuns> {
  const { groups } = await groupByRun(files, options.formats, layoutDefaults(options))
  const slowed = groups.filter((group) => isOneOf(group, sources)).map((group) => plantedGroup(group, slowdowns))
  return await readGroups({ groups: slowed, misplaced: [] }, options)
}

function isOneOf({ first, files }: RunFolder, sources: ReadonlySet<string>): boolean {
  if (first.placement.side !== 'candidate') return false
  const artifactId = first.file.artifact?.id ?? null
  const paths = [first.placement.runPath, ...files.map(({ file }) => file.path)]
  return paths.some((path) => sources.has(sourceKey(artifactId, path)))
}

function sourceKey(artifactId: number | null, path: string): string {
  return JSON.stringify([artifactId, path])
}

function plantedGroup(group: RunFolder, slowdowns: Slowdowns): RunFolder {
  return { ...group, files: group.files.map((placed) => plantedFile(placed, slowdowns)) }
}

function plantedFile(placed: PlacedFile, slowdowns: Slowdowns): PlacedFile {
  const factors = slowdowns.get(placed.placement.service)
  const isSlowed = factors !== undefined && placed.claim.kind === 'result'
  return isSlowed ? { ...placed, file: slowedFile(placed.file, factors) } : placed
}

/** The file with the values of some metrics multiplied. A file that is no summary is unchanged. */
function slowedFile(file: ResultFile, factors: Factors): ResultFile {
  let slowed: Promise<Uint8Array> | null = null
  return {
    ...file,
    async *open() {
      slowed ??= joinChunks(file.open()).then((bytes) => slowedSummary(bytes, factors))
      yield await slowed
    },
  }
}
