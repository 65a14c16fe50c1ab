import { isExitCodeOfK6, K6 } from '../formats/k6-tool.ts'
import type { Counted } from '../formats/measure-resources.ts'
import type { Tool } from '../formats/tool.ts'
import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun, Run } from '../model/run.ts'
import { code, name, sentences, type Text, text } from '../model/text.ts'
import { readExitCode } from './exit-code.ts'
import { requestsOfRun } from './requests-of-run.ts'
import type { RunFolder } from './run-folder.ts'
import type { RunJson } from './run-json.ts'
import { fileName } from './run-path.ts'
import { readResultOfRun } from './run-results.ts'
import { readResourcesText, readSmallText } from './text-file.ts'

/** The content of all files of one run. */
export type RunContent =
  | (Readonly<{ kind: 'read'; run: Run; resultPath: string; runJsons: readonly RunJson[] }> & Ending)
  | Readonly<{ kind: 'refused'; problem: Text; file?: string }>
  /** No file looks like a result: web pages, logs. */
  | Readonly<{ kind: 'foreign'; problem: Text; file?: string }>

type Ending = Pick<IdentifiedRun, 'exitCode' | 'missedGoals'>

/**
 * Reads all files of one run. If a file is damaged, or two files contradict each other, the whole run is refused with the reason.
 */
export async function readRunFiles(group: RunFolder, options: ReadOptions): Promise<RunContent> {
  try {
    const runJsons = await runJsonsOf(withRole(group, 'run-json'))
    requireNoProblem(runJsons)
    const ending = await endingOf(withRole(group, 'exit-code'), toolOf(group))
    const results = group.files.filter(({ placement }) => placement.role === 'result')
    if (results.length === 0) {
      throw new UserError(
        'There is no result here, only files that belong to a result. The load test wrote nothing: look into its log.',
      )
    }
    requireAllParts(results, runJsons)
    const read = await readResultOfRun(results, options)
    if (read.kind === 'foreign') return read
    requireOfThisRun(read.run, runJsons)
    const resources = await resourcesOf(withRole(group, 'resources'), read.run, options)
    const measurements = [...read.run.measurements, ...resources.measurements]
    const notes = [...group.notes, ...renamed(withRole(group, 'exit-code')), ...read.run.notes, ...resources.notes]
    const { sampled } = resources
    const run = { ...read.run, measurements, notes, ...(sampled === undefined ? {} : { sampled }) }
    return { kind: 'read', run, resultPath: read.path, runJsons, ...ending }
  } catch (error) {
    if (error instanceof UserError) {
      const { said: problem, file } = error
      return { kind: 'refused', problem, ...(file === undefined ? {} : { file }) }
    }
    throw error
  }
}

type Resources = Pick<Run, 'measurements' | 'notes' | 'sampled'>

/**
 * Reads `resources.ndjson`. If it cannot be used, a note gives the reason, and the latency stays usable. A budget for a missing
 * number blocks.
 */
async function resourcesOf(files: readonly ResultFile[], run: Run, options: ReadOptions): Promise<Resources> {
  const [file, another] = files.filter(({ path }) => fileName(path) === 'resources.ndjson')
  if (file === undefined) return { measurements: [], notes: [] }
  if (another !== undefined)
    return unusable(text`There is more than one ${code('resources.ndjson')} in this run, and only one is read.`)
  const [{ parseResources }, { measureResources, sampledService }] = await Promise.all([
    import('../formats/resources.ts'),
    import('../formats/measure-resources.ts'),
  ])
  try {
    const record = parseResources(await readResourcesText(file))
    const counted = countedOf(run, options)
    return { measurements: measureResources(record, counted), notes: [], sampled: sampledService(record, counted) }
  } catch (error) {
    if (error instanceof UserError) return unusable(error.said)
    throw error
  }
}

/**
 * The requests and the processor time must come from the same part of the load. A summary has all requests; raw points have the
 * requests that the policy selects.
 */
function countedOf(run: Run, options: ReadOptions): Counted {
  const whole = { excludeFirstMs: 0, excludeLastMs: 0 }
  const isTrimmed = run.selection?.applied != null && run.selection.applied === run.selection.wanted
  const { excludeFirstMs, excludeLastMs, scenarios, tags } = options
  // The processor time is that of all requests, so it cannot be divided by the requests of one scenario.
  const requests = isTrimmed && (scenarios !== null || tags.size > 0) ? null : requestsOfRun(run)
  return { ...(isTrimmed ? { excludeFirstMs, excludeLastMs } : whole), requests }
}

function unusable(problem: Text): Resources {
  return { measurements: [], notes: [text`Processor and memory are not known. ${problem}`] }
}

/** The tool of a run without results is unknown. It may end with an exit code that k6 does not have. */
const UNKNOWN: Tool = {
  ...K6,
  exitCode: (number) =>
    isExitCodeOfK6(number)
      ? K6.exitCode(number)
      : {
          kind: 'unusable',
          problem: text`The load test ended with exit code ${number} and left no result that can be read. Look into its log, and measure again.`,
        },
}

/** The tool that wrote the results. */
function toolOf({ files }: RunFolder): Tool {
  return files.map(({ claim }) => claim).find((claim) => claim.kind === 'result')?.format.tool ?? UNKNOWN
}

/** The exit code of the run: the highest code of all load generators. null: there is no file with it. */
async function endingOf(files: readonly ResultFile[], tool: Tool): Promise<Ending> {
  let worst: Ending = { exitCode: null }
  for (const file of files) {
    const read = readExitCode(await readSmallText(file), tool)
    if (read.kind === 'unusable') throw new UserError(sentences(...renamed([file]), read.problem))
    if (worst.exitCode !== null && worst.exitCode >= read.code) continue
    worst = { exitCode: read.code, ...(read.missedGoals === true ? { missedGoals: true } : {}) }
  }
  return worst
}

/** Notes about files whose name is not `exit-code`. */
function renamed(exitCodes: readonly ResultFile[]): readonly Text[] {
  const others = exitCodes.map(({ path }) => fileName(path)).filter((one) => one !== 'exit-code')
  return others.map((one) => text`${name(one)} was read as the file exit-code.`)
}

async function runJsonsOf(files: readonly ResultFile[]): Promise<readonly RunJson[]> {
  if (files.length === 0) return []
  // Loaded here, because many results have no run.json, and zod takes long to load.
  const { parseRunJson } = await import('./run-json.ts')
  return Promise.all(files.map(async (file) => parseRunJson(await readSmallText(file))))
}

/**
 * The author of run.json knows better than the files whether the run is complete: a service may crash while its load test
 * continues.
 */
function requireNoProblem(runJsons: readonly RunJson[]): void {
  const problem = runJsons.find((one) => one.problem != null)?.problem
  if (problem != null) throw new UserError(`The run cannot be used: ${problem} Measure again.`)
}

/** Clocks that are synchronised over the network differ by less, and a load test takes longer. */
const CLOCK_TOLERANCE_MS = 10_000

/** If a tool fails at its start, the result of the previous run stays in place unless somebody deleted it. */
function requireOfThisRun({ beganAtMs, tool = K6.name }: Run, runJsons: readonly RunJson[]): void {
  const starts = runJsons.flatMap(({ startedAt }) => (startedAt == null ? [] : [Date.parse(startedAt)]))
  const startMs = Math.min(...starts)
  if (beganAtMs === undefined || !Number.isFinite(startMs) || beganAtMs >= startMs - CLOCK_TOLERANCE_MS) return
  throw new UserError(
    `The result is of an earlier run: its load began at ${new Date(beganAtMs).toISOString()}, and this run at ${new Date(startMs).toISOString()} (startedAt in run.json). ${tool} wrote no new result. Delete old results before each run, and measure again.`,
  )
}

/** If the results of a load generator are lost, only the number of parts in the other run.json files shows it. */
function requireAllParts(results: RunFolder['files'], runJsons: readonly RunJson[]): void {
  const parts = Math.max(1, ...runJsons.map((one) => one.parts ?? 1))
  const found = new Set(results.map(({ placement }) => placement.instance)).size
  if (found >= parts) return
  const there = new Set(runJsons.map(({ part }) => part))
  const lost = Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !there.has(part))
  const which = lost.length === parts - found ? ` Missing: ${lost.map((part) => `part ${part}`).join(', ')}.` : ''
  throw new UserError(
    `${parts} load generators shared this run, but only the results of ${found} are here.${which} Look at the job that failed, and run the load test again.`,
  )
}

function withRole(group: RunFolder, role: 'exit-code' | 'run-json' | 'resources'): readonly ResultFile[] {
  return group.files.filter(({ placement }) => placement.role === role).map(({ file }) => file)
}
