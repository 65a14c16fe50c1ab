import { K6 } from '../formats/k6-tool.ts'
import { narrowsSamples } from '../formats/read-options.ts'
import type { Tool } from '../formats/tool.ts'
import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import { readExitCode } from './exit-code.ts'
import { requestsOfRun } from './requests-of-run.ts'
import type { RunGroup } from './run-group.ts'
import type { RunJson } from './run-json.ts'
import { fileName } from './run-path.ts'
import { readResults } from './run-results.ts'
import { readResourcesText, readSmallText } from './text-file.ts'

/** What the files of one run say together. */
export type RunContent =
  | Readonly<{ kind: 'read'; run: Run; resultPath: string; exitCode: number | null; runJsons: readonly RunJson[] }>
  | Readonly<{ kind: 'refused'; problem: string }>
  /** Nothing here even claims to be a result: web pages, logs. */
  | Readonly<{ kind: 'foreign'; problem: string }>

/** Reads all files of one run. Anything that is damaged or contradicts itself refuses the whole run, with the reason. */
export async function readRunFiles(group: RunGroup, options: ReadOptions): Promise<RunContent> {
  try {
    const runJsons = await runJsonsOf(withRole(group, 'run-json'))
    requireNoProblem(runJsons)
    const exitCode = await exitCodeOf(withRole(group, 'exit-code'), toolOf(group))
    const results = group.files.filter(({ placement }) => placement.role === 'result')
    if (results.length === 0) {
      throw new UserError(
        'There is no result here, only what lies beside one. k6 wrote nothing: look into the log of the load test.',
      )
    }
    requireAllParts(results, runJsons)
    const read = await readResults(results, options)
    if (read.kind === 'foreign') return read
    const resources = await resourcesOf(withRole(group, 'resources'), read.run, options)
    const measurements = [...read.run.measurements, ...resources.measurements]
    const notes = [...group.notes, ...renamed(withRole(group, 'exit-code')), ...read.run.notes, ...resources.notes]
    return { kind: 'read', run: { ...read.run, measurements, notes }, resultPath: read.path, exitCode, runJsons }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', problem: error.message }
    throw error
  }
}

type Resources = Pick<Run, 'measurements' | 'notes'>

/** Of `resources.ndjson`. What is wrong with it is said, and takes nothing from the latency: a budget on what it lacks blocks. */
async function resourcesOf(files: readonly ResultFile[], run: Run, options: ReadOptions): Promise<Resources> {
  const [file, another] = files.filter(({ path }) => fileName(path) === 'resources.ndjson')
  if (file === undefined) return { measurements: [], notes: [] }
  if (another !== undefined)
    return unusable('There is more than one resources.ndjson in this run, and only one is read.')
  const { measureResources, parseResources } = await import('../formats/resources.ts')
  try {
    // The processor was sampled over the whole load, so requests of a part of it do not go with it.
    const requests = narrowsSamples(options) ? null : requestsOfRun(run)
    return {
      measurements: measureResources(parseResources(await readResourcesText(file)), requests),
      notes: [],
    }
  } catch (error) {
    if (error instanceof UserError) return unusable(error.message)
    throw error
  }
}

function unusable(problem: string): Resources {
  return { measurements: [], notes: [`Processor and memory are not known. ${problem}`] }
}

/** Whose results lie here. What is not known to be of another tool is of k6. */
function toolOf({ files }: RunGroup): Tool {
  return files.map(({ claim }) => claim).find((claim) => claim.kind === 'result')?.format.tool ?? K6
}

/** The exit code of the run: the highest, where any load generator missed its goals. null where there is none. */
async function exitCodeOf(files: readonly ResultFile[], tool: Tool): Promise<number | null> {
  let worst: number | null = null
  for (const file of files) {
    const exitCode = readExitCode(await readSmallText(file), tool)
    if (exitCode.kind === 'unusable') throw new UserError([...renamed([file]), exitCode.problem].join(' '))
    worst = Math.max(worst ?? 0, exitCode.code)
  }
  return worst
}

/** The files that are called otherwise than the layout says. */
function renamed(exitCodes: readonly ResultFile[]): readonly string[] {
  const names = exitCodes.map(({ path }) => fileName(path)).filter((name) => name !== 'exit-code')
  return names.map((name) => `${name} was read as the file exit-code.`)
}

async function runJsonsOf(files: readonly ResultFile[]): Promise<readonly RunJson[]> {
  if (files.length === 0) return []
  // Loaded here because many results have no run.json, and zod takes a while to load.
  const { parseRunJson } = await import('./run-json.ts')
  return Promise.all(files.map(async (file) => parseRunJson(await readSmallText(file))))
}

/** Whoever measured knows better than the files whether the run is whole: a service may die and its load test go on. */
function requireNoProblem(runJsons: readonly RunJson[]): void {
  const problem = runJsons.find((one) => one.problem != null)?.problem
  if (problem != null) throw new UserError(`The run does not count: ${problem} Measure again.`)
}

/** A load generator whose results were lost leaves no trace, unless the others say how many they were. */
function requireAllParts(results: RunGroup['files'], runJsons: readonly RunJson[]): void {
  const parts = Math.max(1, ...runJsons.map((one) => one.parts ?? 1))
  const found = new Set(results.map(({ placement }) => placement.instance)).size
  if (found >= parts) return
  const there = new Set(runJsons.map(({ part }) => part))
  const lost = Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !there.has(part))
  const which = lost.length === parts - found ? ` Missing: ${lost.map((part) => `part ${part}`).join(', ')}.` : ''
  throw new UserError(
    `${parts} load generators shared this run, and the results of ${found} are here.${which} Look at the job that failed, and run the load test again.`,
  )
}

function withRole(group: RunGroup, role: 'exit-code' | 'run-json' | 'resources'): readonly ResultFile[] {
  return group.files.filter(({ placement }) => placement.role === role).map(({ file }) => file)
}
