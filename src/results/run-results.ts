import type { Format } from '../formats/format.ts'
import { joinRuns } from '../formats/join-runs.ts'
import { narrowsSamples } from '../formats/read-options.ts'
import { mergeParts, type RecognizedFile } from '../formats/read-run.ts'
import type { ForeignFileError } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import { measuredAs } from '../model/quantity.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { name, names, sentences, type Text, text } from '../model/text.ts'
import { notRead } from './foreign-files.ts'
import type { PlacedFile } from './run-folder.ts'
import { belowSharedFolder, fileName } from './run-path.ts'

/** The content of the result files of one run. `foreign`: no file looks like a result. */
export type ReadResult =
  | Readonly<{ kind: 'read'; run: Run; path: string }>
  | Readonly<{ kind: 'foreign'; problem: Text; file?: string }>

/** The result files of one load generator. */
type InstanceFiles = Readonly<{
  points: readonly RecognizedFile[]
  digest: readonly RecognizedFile[]
  summary: readonly RecognizedFile[]
}>

/**
 * Reads the result files of one run. Raw points come first; without points a digest, and without a digest a summary. A summary
 * beside points or a digest adds what only a summary has. Throws a UserError that names the file if a file is damaged,
 * contradicts another, or if it is not clear which file holds the result.
 */
export async function readResultOfRun(placed: readonly PlacedFile[], options: ReadOptions): Promise<ReadResult> {
  const damaged = placed.find(({ claim }) => claim.kind === 'damaged')
  if (damaged?.claim.kind === 'damaged')
    throw new UserError(damaged.claim.problem, { file: fileName(damaged.file.path) })
  const recognized = placed.flatMap(recognizedFile)
  const foreign = placed.flatMap(foreignFile)
  const [anyFile] = recognized
  if (anyFile === undefined) return { kind: 'foreign', ...onlyForeign(foreign) }
  requireOneTool(recognized)
  const copies: Text[] = []
  const instances = await Promise.all(byInstance(recognized).map((files) => withoutCopies(files, options, copies)))
  const mains = instances.map(mainFiles)
  const run = await readMains(mains, options)
  const summaries = instances.flatMap(({ summary }) => summary)
  const isMain = mains[0]?.[0] === undefined || summaries.includes(mains[0][0])
  const summary = isMain || summaries.length < instances.length ? null : await readAll(summaries, options)
  const whole = summary === null ? run : withSummary(run, summary, options)
  return {
    kind: 'read',
    run: { ...whole, notes: [...whole.notes, ...copies, ...notRead(foreign)] },
    path: anyFile.file.path,
  }
}

type InstanceFile = RecognizedFile & Readonly<{ instance: number | null }>

function recognizedFile({ file, claim, placement }: PlacedFile): readonly InstanceFile[] {
  return claim.kind === 'result' ? [{ file, format: claim.format, instance: placement.instance }] : []
}

function foreignFile({ file, claim }: PlacedFile): readonly (readonly [string, ForeignFileError])[] {
  return claim.kind === 'foreign' ? [[fileName(file.path), claim.error]] : []
}

/** The problem of a run without results. The file that tells most is named with what to do; the others are only listed. */
function onlyForeign(
  files: readonly (readonly [string, ForeignFileError])[],
): Readonly<{ problem: Text; file?: string }> {
  const first = files.find(([, error]) => error.isOfKnownTool) ?? files[0]
  if (first === undefined) return { problem: text`There is no result here.` }
  return { problem: sentences(first[1].said, ...notRead(files.filter((file) => file !== first))), file: first[0] }
}

/** The files of each load generator, in the order of their numbers. A gap in the numbers is a lost file. */
function byInstance(recognized: readonly InstanceFile[]): readonly InstanceFiles[] {
  const numbers = [...new Set(recognized.map(({ instance }) => instance))].sort(
    (left, right) => (left ?? 0) - (right ?? 0),
  )
  if (numbers.includes(null) && numbers.length > 1) {
    throw new UserError(
      'Results lie both in the folder of the run and in folders instance-<m> below it, and it is not clear which of them are the results.',
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

/**
 * A tool may write its summary twice: k6 does if the script has a handleSummary and the command line a --summary-export. Then the
 * fullest of them is kept.
 */
async function withoutCopies(files: InstanceFiles, options: ReadOptions, copies: Text[]): Promise<InstanceFiles> {
  // Several files of another tool may be parts of one result. They are joined.
  if (files.summary.length < 2 || files.summary.some(({ format }) => format.tool.writesTwice !== true)) return files
  const read = await Promise.all(files.summary.map(async (file) => ({ file, run: await readAll([file], options) })))
  const [fullest, ...others] = read.toSorted((left, right) => sizeOf(right.run) - sizeOf(left.run))
  if (fullest === undefined || !others.every(({ run }) => saysTheSame(run, fullest.run))) return files
  const [kept = '', ...same] = belowSharedFolder([fullest, ...others].map(({ file }) => file.file.path))
  copies.push(text`${names(same)} holds the same numbers as ${name(kept)}, so it was left out.`)
  return { ...files, summary: [fullest.file] }
}

function sizeOf({ measurements }: Run): number {
  return measurements.reduce((sum, { stats }) => sum + stats.size, 0)
}

/**
 * Whether two summaries are of the same run. Two runs of a load test never agree in all numbers, because an average has 15
 * digits.
 */
function saysTheSame(one: Run, other: Run): boolean {
  const stats = ({ measurements }: Run) =>
    new Map(
      measurements.flatMap(({ metric, endpoint, stats: own }) =>
        [...own].map(([stat, value]) => [JSON.stringify([metric, endpoint, stat]), value] as const),
      ),
    )
  const [left, right] = [stats(one), stats(other)]
  const shared = [...left].filter(([key]) => right.has(key))
  const isSame = ([key, value]: readonly [string, number]) =>
    Math.abs(value - (right.get(key) ?? Number.NaN)) <= 1e-9 * Math.abs(value)
  return shared.length >= MIN_SHARED && shared.every(isSame)
}

/** The times of one metric are five numbers. With fewer common numbers, two files may agree by chance. */
const MIN_SHARED = 5

function requireOneTool(files: readonly RecognizedFile[]): void {
  const [first] = files
  const other = files.find(({ format }) => format.tool !== first?.format.tool)
  if (first === undefined || other === undefined) return
  throw new UserError(
    text`Results of two tools lie in one run: ${name(fileName(first.file.path))} (${first.format.title}) and ${name(fileName(other.file.path))} (${other.format.title}). Give each tool a service of its own: shop/run-1 and shop-benchmarks/run-1.`,
  )
}

/**
 * The files that hold the result: one file, all files of a tree, or several files that each hold a part. Points come before a
 * digest, and a digest before a summary.
 */
function mainFiles({ points, digest, summary }: InstanceFiles): readonly RecognizedFile[] {
  for (const files of [points, digest, summary]) {
    const [first, second] = files
    const isOneResult = first?.format.readTree !== undefined || first?.format.tool.joins === true
    if (second !== undefined && first !== undefined && !isOneResult) {
      throw new UserError(
        text`Two results lie in one run: ${name(fileName(first.file.path))} (${first.format.title}) and ${name(fileName(second.file.path))} (${second.format.title}), and it is not clear which of them is the result. Give each of them a folder of its own: run-1 and run-2 where they are runs of one load test, checkout and search where they are services.`,
      )
    }
  }
  const mains = [points, digest, summary].find((files) => files.length > 0)
  if (mains === undefined) throw new UserError('There is no result here.')
  return mains
}

async function readMains(mains: readonly (readonly RecognizedFile[])[], options: ReadOptions): Promise<Run> {
  const [files = []] = mains
  const [first] = files
  const isPoints = first?.format.content === 'points'
  // The samples of several files of a run are merged, like those of several load generators. Benchmarks of several files are
  // listed side by side.
  if (first === undefined || isPoints || !(first.format.tool.joins || first.format.readTree !== undefined))
    return await readAll(mains.flat(), options)
  if (mains.length > 1) {
    throw new UserError(
      `${first.format.title} of several instances cannot be merged: give each of them a folder run-<n> of its own, or another service.`,
    )
  }
  const { readTree } = first.format
  if (readTree !== undefined) {
    return await readTree(
      files.filter(({ format }) => format === first.format).map(({ file }) => file),
      options,
    )
  }
  return joinRuns(await Promise.all(files.map((one) => readAll([one], options))))
}

async function readAll(files: readonly RecognizedFile[], options: ReadOptions): Promise<Run> {
  const [first] = files
  try {
    return first !== undefined && files.length === 1
      ? await first.format.parse(first.file.open(), options)
      : await mergeParts(files, options)
  } catch (error) {
    if (error instanceof UserError && first !== undefined)
      throw new UserError(error.said, { file: fileName(first.file.path) })
    throw error
  }
}

/** Only a summary holds the crossed thresholds of k6, and sometimes only a summary holds the version and the script. */
function withSummary(run: Run, summary: Run, options: ReadOptions): Run {
  requireSameCounts(run, summary, options)
  return {
    ...run,
    toolVersion: run.toolVersion ?? summary.toolVersion,
    scriptHash: run.scriptHash ?? summary.scriptHash,
    thresholds: summary.thresholds,
    notes: [...run.notes, ...(summary.scriptNotes ?? [])],
  }
}

/**
 * Points have no end mark, so a file that was cut at a line break looks complete. The summary of the same run shows that points
 * are missing.
 */
function requireSameCounts(run: Run, summary: Run, options: ReadOptions): void {
  if (narrowsSamples(options)) return
  if (run.tool !== undefined) {
    requireSameRequests(run, summary)
    return
  }
  const inPoints = iterationsOf(run)
  const inSummary = iterationsOf(summary)
  if (inPoints === inSummary || inSummary === null) return
  throw new UserError(
    `The points hold ${inPoints ?? 'no'} iterations and the summary of the same run ${inSummary}. One of the files is not complete, or they are of different runs.`,
  )
}

function requireSameRequests(run: Run, summary: Run): void {
  const [inPoints, inSummary] = [requestsOf(run), requestsOf(summary)]
  const [failed, failedInSummary] = [failuresOf(run), failuresOf(summary)]
  if (inPoints === inSummary && failed !== failedInSummary) {
    throw new UserError(
      `The samples hold ${failed} failed requests and the other file of the same run ${failedInSummary}: they are of different runs.`,
    )
  }
  if (inPoints === inSummary || inSummary === null) return
  throw new UserError(
    `The samples hold ${inPoints ?? 'no'} requests and the other file of the same run ${inSummary}. One of the files is not complete, or they are of different runs: was ${run.tool} killed?`,
  )
}

function failuresOf(run: Run): number {
  const share = measuredAs(run.measurements, 'error-share')
  return Math.round((share?.sampleCount ?? 0) * (share?.stats.get('rate') ?? 0))
}

function requestsOf(run: Run): number | null {
  return measuredAs(run.measurements, 'throughput')?.stats.get('count') ?? null
}

function iterationsOf(run: Run): number | null {
  return measuredAs(run.measurements, 'work')?.stats.get('count') ?? null
}
