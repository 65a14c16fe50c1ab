import { stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Format } from '../formats/format.ts'
import { K6 } from '../formats/k6-tool.ts'
import { DEFAULT_READ_OPTIONS } from '../formats/read-options.ts'
import { UserError } from '../model/errors.ts'
import { count } from '../model/numbers.ts'
import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { readFolder } from './folder.ts'
import { type RunContent, readRunFiles } from './run-files.ts'
import { groupByRun, type RunFolder } from './run-folder.ts'
import type { RunJson } from './run-json.ts'
import { readPath } from './run-path.ts'

/** What is written into the run.json of every run. null: unknown. */
export type StampFacts = Omit<
  RunJson,
  | 'schemaVersion'
  | 'testedCommit'
  | 'tool'
  | 'toolVersion'
  | 'k6Version'
  | 'startedAt'
  | 'slot'
  | 'problem'
  | 'seed'
  | 'position'
> &
  Readonly<{
    /** The commits of the two sides. */
    commits: Readonly<Record<Side, string | null>>
    /** The tool that wrote all results. null: any tool. */
    tool: string | null
    /** The version of a tool by its name, for results that do not hold it. null: unknown. */
    versionOf(tool: string): Promise<string | null>
    /** `of-file`: the time at which the result was written, minus the duration in the result. null: unknown. */
    startedAt: string | null
  }>

/** One run.json to write. */
type Stamp = Readonly<{
  path: string
  /** Whether there is already a run.json. */
  exists: boolean
  content: RunJson
}>

export type StampPlan = Readonly<{
  stamps: readonly Stamp[]
  /** Results that cannot be stamped, with the reason, in full sentences. */
  problems: readonly Text[]
}>

/**
 * Plans one run.json for each run below the path. The path is a folder of results, the folder of one run, or a result file in it.
 * Nothing is written yet. Throws a UserError if there is no result.
 */
export async function planStamps(path: string, facts: StampFacts, formats: readonly Format[]): Promise<StampPlan> {
  const files = await readFolder(path)
  const folderOfFiles = resolve((await stat(path)).isFile() ? dirname(path) : path)
  const root = folderOfRun(folderOfFiles)
  const { groups, misplaced } = await groupByRun(files, formats, { service: 'service', side: sideOf(root) })
  const stamps: Stamp[] = []
  const problems = misplaced.map(({ path: file, problem }) => text`${name(file)}: ${problem}`)
  for (const group of groups.filter(hasResult)) {
    const planned = await planStamp(group, { root, folderOfFiles }, facts)
    if ('problem' in planned) problems.push(planned.problem)
    else stamps.push(planned)
  }
  if (stamps.length === 0 && problems.length === 0) {
    const found =
      files.length === 0 ? 'no file' : count(files.length, 'file that is no result', 'files that are no results')
    throw new UserError(`${path} holds no result to stamp. Found: ${found}. Run the load test first.`)
  }
  return { stamps, problems }
}

/** `root`: the folder to which the paths of the runs belong. `folderOfFiles`: that of the paths of the files. */
type Folders = Readonly<{ root: string; folderOfFiles: string }>

/** The run.json of one run, or why there can be none: of a result that is empty or damaged, nobody knows which tool wrote it. */
async function planStamp(
  group: RunFolder,
  { root, folderOfFiles }: Folders,
  facts: StampFacts,
): Promise<Stamp | Readonly<{ problem: Text }>> {
  const { runPath, side } = group.first.placement
  if (group.files.some(({ file }) => file.path === runPath)) {
    const problem = text`${name(runPath)}: This run is a single file. Move it to a folder of its own: run-1/summary.json.`
    return { problem }
  }
  for (const { file, claim } of group.files) {
    if (claim.kind === 'damaged') return { problem: text`${name(file.path)}: ${claim.problem}` }
  }
  const folder = join(root, runPath)
  const content = await contentOf(group)
  const tool = toolOf(group, content)
  if (facts.tool !== null && plainName(facts.tool) !== plainName(tool)) {
    const problem = text`${name(runPath)}: This is a result of ${name(tool)}, and --tool says ${name(facts.tool)}.`
    return { problem }
  }
  const toolVersion = versionIn(content) ?? (await facts.versionOf(tool))
  const path = join(folder, 'run.json')
  const stamp: RunJson = {
    schemaVersion: 1,
    testedCommit: facts.commits[side],
    jobId: facts.jobId,
    machine: facts.machine,
    tool,
    toolVersion,
    // Older releases read this field.
    ...(tool === K6.name ? { k6Version: toolVersion } : {}),
    scriptHash: facts.scriptHash,
    load: facts.load,
    ...(facts.parts == null ? {} : { part: facts.part, parts: facts.parts }),
    startedAt: facts.startedAt === 'of-file' ? await startOf(folderOfFiles, content) : facts.startedAt,
    slot: runNumberOf(folder),
  }
  return { path, exists: (await stat(path).catch(() => null)) !== null, content: stamp }
}

/** A web page or a log beside the runs is no run. A damaged result is one, so that it is named. */
function hasResult({ files }: RunFolder): boolean {
  return files.some(({ claim }) => claim.kind === 'result' || claim.kind === 'damaged')
}

/**
 * The start of the run. Dates in the result come first. Without them: a tool writes its result when the run ends, on the machine
 * that ran it, so the time of the file minus the duration is the start. null: the result has no duration or cannot be read, which
 * the gate reports.
 */
async function startOf(folder: string, content: RunContent): Promise<string | null> {
  if (content.kind !== 'read') return null
  if (content.run.beganAtMs !== undefined) return new Date(content.run.beganAtMs).toISOString()
  if (content.run.durationMs === null) return null
  const { mtimeMs } = await stat(join(folder, content.resultPath))
  return new Date(mtimeMs - content.run.durationMs).toISOString()
}

/** Reads the result without the files beside it: an existing run.json must not influence the new one. */
async function contentOf(group: RunFolder): Promise<RunContent> {
  const files = group.files.filter(({ placement }) => placement.role === 'result')
  return await readRunFiles({ ...group, files }, DEFAULT_READ_OPTIONS)
}

function toolOf({ files }: RunFolder, content: RunContent): string {
  if (content.kind === 'read' && content.run.tool !== undefined) return content.run.tool
  const claim = files.map((file) => file.claim).find(({ kind }) => kind === 'result')
  return claim?.kind === 'result' ? claim.format.tool.name : K6.name
}

function versionIn(content: RunContent): string | null {
  return content.kind === 'read' ? content.run.toolVersion : null
}

/** A name without its spelling: `google-benchmark` is Google Benchmark. */
function plainName(tool: string): string {
  return tool.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** The folder of the run, of which the folder of one load generator is a part. */
function folderOfRun(folder: string): string {
  return /^instance-\d+$/.test(lastPart(folder)) ? dirname(folder) : folder
}

function sideOf(folder: string): Side {
  const sides = folder.split(sep).slice(-2)
  return sides.includes('baseline') ? 'baseline' : 'candidate'
}

function runNumberOf(folder: string): number | null {
  return readPath(`${lastPart(folder)}/summary.json`).runNumber
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1)
}
