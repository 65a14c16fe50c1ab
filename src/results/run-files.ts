import type { Format } from '../formats/format.ts'
import type { ReadOptions } from '../formats/read-options.ts'
import { readRun } from '../formats/read-run.ts'
import { isForeign } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import { readExitCode } from './exit-code.ts'
import type { PlacedFile, RunGroup } from './run-group.ts'
import type { RunJson } from './run-json.ts'

/** What the files of one run say together. */
export type RunContent =
  | Readonly<{ kind: 'read'; run: Run; resultPath: string; exitCode: number | null; runJson: RunJson | null }>
  | Readonly<{ kind: 'refused'; problem: string }>
  /** Nothing here even claims to be a result: web pages, logs. */
  | Readonly<{ kind: 'foreign'; problem: string }>

/** `exit-code` and `run.json` are a few hundred bytes. */
const MAX_SMALL_FILE_BYTES = 64 * 1024

/** Reads all files of one run. Anything that is damaged or contradicts itself refuses the whole run, with the reason. */
export async function readRunFiles(
  group: RunGroup,
  formats: readonly Format[],
  options: ReadOptions,
): Promise<RunContent> {
  try {
    const exitCode = await exitCodeOf(group)
    const runJson = await runJsonOf(group)
    return await readResults(group, formats, options, exitCode, runJson)
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', problem: error.message }
    throw error
  }
}

async function readResults(
  group: RunGroup,
  formats: readonly Format[],
  options: ReadOptions,
  exitCode: number | null,
  runJson: RunJson | null,
): Promise<RunContent> {
  const results = group.files.filter(({ placement }) => placement.role === 'result')
  if (results.length === 0) {
    throw new UserError(
      'There is no result here, only what lies beside one. k6 wrote nothing: look into the log of the load test.',
    )
  }
  if (results.some(({ placement }) => placement.instance !== null)) {
    throw new UserError(
      'The run has several load generators (folders instance-<m>), which cannot be merged from summaries yet. Upload one result a run.',
    )
  }
  const read: { file: ResultFile; run: Run }[] = []
  const foreign: string[] = []
  for (const { file } of results) {
    try {
      read.push({ file, run: await readRun(file, formats, options) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (!isForeign(error)) throw new UserError(`${fileName(file)}: ${error.message}`)
      foreign.push(`${fileName(file)} was not read. ${error.message}`)
    }
  }
  const [first, second] = read
  if (first === undefined) return { kind: 'foreign', problem: foreign.join(' ') }
  if (second !== undefined) {
    throw new UserError(
      `Two results lie in one run: ${fileName(first.file)} (${titleOf(first.run, formats)}) and ${fileName(second.file)} (${titleOf(second.run, formats)}), and it is not clear which one counts. Give each run a folder of its own: run-1, run-2 and so on.`,
    )
  }
  const run = { ...first.run, notes: [...first.run.notes, ...foreign] }
  return { kind: 'read', run, resultPath: first.file.path, exitCode, runJson }
}

async function exitCodeOf(group: RunGroup): Promise<number | null> {
  const file = withRole(group, 'exit-code')
  if (file === undefined) return null
  const exitCode = readExitCode(await readText(file))
  if (exitCode.kind === 'usable') return exitCode.code
  throw new UserError(exitCode.problem)
}

async function runJsonOf(group: RunGroup): Promise<RunJson | null> {
  const file = withRole(group, 'run-json')
  if (file === undefined) return null
  const { parseRunJson } = await import('./run-json.ts')
  return parseRunJson(await readText(file))
}

function withRole(group: RunGroup, role: PlacedFile['placement']['role']): ResultFile | undefined {
  return group.files.find(({ placement }) => placement.role === role && placement.instance === null)?.file
}

async function readText(file: ResultFile): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of file.open()) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MAX_SMALL_FILE_BYTES) throw new UserError(`The file ${fileName(file)} is larger than 64 KiB.`)
  }
  return text + decoder.decode()
}

function titleOf(run: Run, formats: readonly Format[]): string {
  return formats.find(({ id }) => id === run.format)?.title ?? run.format
}

function fileName(file: ResultFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1)
}
