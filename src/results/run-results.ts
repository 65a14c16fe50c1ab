import type { Format } from '../formats/format.ts'
import { narrowsSamples } from '../formats/read-options.ts'
import { mergeParts, type RecognizedFile, recognizeFile } from '../formats/read-run.ts'
import { isForeign } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import type { PlacedFile } from './run-group.ts'

/** What the result files of one run say together. `foreign`: nothing here even claims to be a result. */
export type Results =
  | Readonly<{ kind: 'read'; run: Run; path: string }>
  | Readonly<{ kind: 'foreign'; problem: string }>

/** The files of one load generator. */
type Part = Readonly<{
  points: readonly RecognizedFile[]
  digest: readonly RecognizedFile[]
  summary: readonly RecognizedFile[]
}>

/**
 * Reads the result files of one run: raw points where there are any, else a digest, else a summary. A summary beside them adds what
 * only it has. Throws a UserError that names the file where something is damaged, contradicts itself or is not clear.
 */
export async function readResults(
  placed: readonly PlacedFile[],
  formats: readonly Format[],
  options: ReadOptions,
): Promise<Results> {
  const { recognized, foreign } = await recognizeAll(placed, formats)
  const [anyFile] = recognized
  if (anyFile === undefined) return { kind: 'foreign', problem: foreign.join(' ') }
  const parts = partsOf(recognized)
  const mains = parts.map(mainFile)
  const run = await readAll(mains, options)
  const summaries = parts.flatMap(({ summary }) => summary)
  const isMain = mains[0] === undefined || summaries.includes(mains[0])
  const summary = isMain || summaries.length < parts.length ? null : await readAll(summaries, options)
  const whole = summary === null ? run : withSummary(run, summary, options)
  return { kind: 'read', run: { ...whole, notes: [...whole.notes, ...foreign] }, path: anyFile.file.path }
}

type Recognized = RecognizedFile & Readonly<{ instance: number | null }>

async function recognizeAll(
  placed: readonly PlacedFile[],
  formats: readonly Format[],
): Promise<Readonly<{ recognized: readonly Recognized[]; foreign: readonly string[] }>> {
  const recognized: Recognized[] = []
  const foreign: string[] = []
  for (const { file, placement } of placed) {
    try {
      recognized.push({ ...(await recognizeFile(file, formats)), instance: placement.instance })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (!isForeign(error)) throw new UserError(`${fileName(file)}: ${error.message}`)
      foreign.push(`${fileName(file)} was not read. ${error.message}`)
    }
  }
  return { recognized, foreign }
}

/** One part a load generator, in the order of their numbers. A number that is left out is a file that was lost. */
function partsOf(recognized: readonly Recognized[]): readonly Part[] {
  const numbers = [...new Set(recognized.map(({ instance }) => instance))].sort(
    (left, right) => (left ?? 0) - (right ?? 0),
  )
  if (numbers.includes(null) && numbers.length > 1) {
    throw new UserError(
      'Results lie both in the folder of the run and in folders instance-<m> below it, and it is not clear which ones count.',
    )
  }
  const first = numbers[0] ?? 0
  const gap = numbers.findIndex((number, index) => (number ?? 0) !== first + index)
  if (gap > 0 || first > 1) {
    throw new UserError(
      `The results of instance-${gap > 0 ? first + gap : 1} are missing: load generators are numbered from 0 or 1 without a gap.`,
    )
  }
  return numbers.map((number) => {
    const own = recognized.filter(({ instance }) => instance === number)
    const of = (content: Format['content']): readonly RecognizedFile[] =>
      own.filter(({ format }) => format.content === content)
    return { points: of('points'), digest: of('digest'), summary: of('summary') }
  })
}

function mainFile({ points, digest, summary }: Part): RecognizedFile {
  for (const files of [points, digest, summary]) {
    const [first, second] = files
    if (second !== undefined && first !== undefined) {
      throw new UserError(
        `Two results lie in one run: ${fileName(first.file)} (${first.format.title}) and ${fileName(second.file)} (${second.format.title}), and it is not clear which one counts. Give each run a folder of its own: run-1, run-2 and so on.`,
      )
    }
  }
  const main = points[0] ?? digest[0] ?? summary[0]
  if (main === undefined) throw new UserError('There is no result here.')
  return main
}

async function readAll(files: readonly RecognizedFile[], options: ReadOptions): Promise<Run> {
  const [first] = files
  try {
    return first !== undefined && files.length === 1
      ? await first.format.parse(first.file.open(), options)
      : await mergeParts(files, options)
  } catch (error) {
    if (error instanceof UserError && first !== undefined)
      throw new UserError(`${fileName(first.file)}: ${error.message}`)
    throw error
  }
}

/** Only a summary says which k6 thresholds were crossed, and sometimes the version and the script. */
function withSummary(run: Run, summary: Run, options: ReadOptions): Run {
  requireSameIterations(run, summary, options)
  return {
    ...run,
    toolVersion: run.toolVersion ?? summary.toolVersion,
    scriptHash: run.scriptHash ?? summary.scriptHash,
    thresholds: summary.thresholds,
    notes: [
      ...run.notes,
      ...summary.notes.filter(
        (note) => note.startsWith('The file has setup_data') || note.startsWith('The k6 threshold'),
      ),
    ],
  }
}

/**
 * k6 writes points without an end mark: a file that lost its end at a line break looks whole. The summary of the same run
 * gives it away.
 */
function requireSameIterations(run: Run, summary: Run, options: ReadOptions): void {
  if (narrowsSamples(options)) return
  const inPoints = iterationsOf(run)
  const inSummary = iterationsOf(summary)
  if (inPoints === inSummary || inSummary === null) return
  throw new UserError(
    `The points hold ${inPoints ?? 'no'} iterations and the summary of the same run ${inSummary}. One of the files is not complete, or they are of different runs.`,
  )
}

function iterationsOf(run: Run): number | null {
  return (
    run.measurements.find(({ metric, endpoint }) => metric === 'iterations' && endpoint === null)?.stats.get('count') ??
    null
  )
}

/** The last part of a path. */
export function fileName(file: ResultFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1)
}
