import { stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Format } from '../formats/format.ts'
import { K6 } from '../formats/k6-tool.ts'
import { DEFAULT_READ_OPTIONS } from '../formats/read-options.ts'
import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import { plainText } from '../model/text.ts'
import { readFolder } from './folder.ts'
import { type RunContent, readRunFiles } from './run-files.ts'
import { groupByRun, type RunFolder } from './run-folder.ts'
import type { RunJson } from './run-json.ts'
import { readPath } from './run-path.ts'

/** What is true of every run that is stamped. null: unknown. */
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
    /** The commit of candidate runs, and of baseline runs. */
    commits: Readonly<Record<Side, string | null>>
    /** The tool that all results are of. null: whatever they are of. */
    tool: string | null
    /** The version of a tool, by its name, where its result does not say. null: unknown. */
    versionOf(tool: string): Promise<string | null>
    /** `of-file`: the time at which the result was written, minus the duration that it names. null: unknown. */
    startedAt: string | null
  }>

/** One run.json to write. */
type Stamp = Readonly<{
  path: string
  /** A run.json is there already. */
  exists: boolean
  content: RunJson
}>

export type StampPlan = Readonly<{
  stamps: readonly Stamp[]
  /** Results that cannot be stamped, with the reason, in full sentences. */
  problems: readonly string[]
}>

/**
 * One stamp for each run below the path, which is a folder of results, the folder of one run, or a result file in it.
 * Nothing is written yet. Throws a UserError where there is no result.
 */
export async function planStamps(path: string, facts: StampFacts, formats: readonly Format[]): Promise<StampPlan> {
  const files = await readFolder(path)
  const folderOfFiles = resolve((await stat(path)).isFile() ? dirname(path) : path)
  const root = runFolder(folderOfFiles)
  const { groups, misplaced } = await groupByRun(files, formats, { service: 'service', side: sideOf(root) })
  const stamps: Stamp[] = []
  const problems = misplaced.map(({ path: file, problem }) => `${file}: ${plainText(problem)}`)
  for (const group of groups.filter(hasResult)) {
    const { runPath, side } = group.first.placement
    if (group.files.some(({ file }) => file.path === runPath)) {
      problems.push(`${runPath}: This run is a single file. Move it to a folder of its own: run-1/summary.json.`)
      continue
    }
    const folder = join(root, runPath)
    const content = await contentOf(group)
    const tool = toolOf(group, content)
    if (facts.tool !== null && plainName(facts.tool) !== plainName(tool)) {
      problems.push(`${runPath}: This is a result of ${tool}, and --tool says ${facts.tool}.`)
      continue
    }
    const toolVersion = versionIn(content) ?? (await facts.versionOf(tool))
    const target = join(folder, 'run.json')
    const stamp: RunJson = {
      schemaVersion: 1,
      testedCommit: facts.commits[side],
      jobId: facts.jobId,
      machine: facts.machine,
      tool,
      toolVersion,
      // What older releases read.
      ...(tool === K6.name ? { k6Version: toolVersion } : {}),
      scriptHash: facts.scriptHash,
      load: facts.load,
      ...(facts.parts == null ? {} : { part: facts.part, parts: facts.parts }),
      startedAt: facts.startedAt === 'of-file' ? await startOf(folderOfFiles, content) : facts.startedAt,
      slot: runNumberOf(folder),
    }
    stamps.push({ path: target, exists: (await stat(target).catch(() => null)) !== null, content: stamp })
  }
  if (stamps.length === 0 && problems.length === 0) {
    throw new UserError(`${path} holds no result to stamp. Run the load test first.`)
  }
  return { stamps, problems }
}

/** A page or a log beside the runs is no run. A damaged result is one: the gate will say what is wrong with it. */
function hasResult({ files }: RunFolder): boolean {
  return files.some(({ claim }) => claim.kind === 'result' || claim.kind === 'damaged')
}

/**
 * A tool writes its result when the run ends, so the file's time minus the duration is the start of the run, on the machine that
 * ran it. Dates in the file are better still. null where the result does not name its duration or cannot be read: the gate will say why.
 */
async function startOf(folder: string, content: RunContent): Promise<string | null> {
  if (content.kind !== 'read') return null
  if (content.run.beganAtMs !== undefined) return new Date(content.run.beganAtMs).toISOString()
  if (content.run.durationMs === null) return null
  const { mtimeMs } = await stat(join(folder, content.resultPath))
  return new Date(mtimeMs - content.run.durationMs).toISOString()
}

/** The result alone: a stamp that is there already says nothing. */
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

/** `google-benchmark` is Google Benchmark. */
function plainName(tool: string): string {
  return tool.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** The folder of one load generator is a part of its run. */
function runFolder(folder: string): string {
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
