import { plateausOf } from '../capacity/plateaus.ts'
import { rungOfRun, usersIn } from '../capacity/rung-of-run.ts'
import { createCsvScanner } from '../formats/csv-scanner.ts'
import type { Format } from '../formats/format.ts'
import { readLoadSeconds } from '../formats/k6-load-seconds.ts'
import { rungFromSummary } from '../formats/k6-summary-rung.ts'
import { K6 } from '../formats/k6-tool.ts'
import { createNdjsonScanner } from '../formats/ndjson-scanner.ts'
import { DEFAULT_READ_OPTIONS } from '../formats/read-options.ts'
import { type RecognizedFile, recognizeFile } from '../formats/read-run.ts'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Rung } from '../model/rung.ts'
import { name, type Text, text } from '../model/text.ts'

/** The ladders in the files. `notes` names the files that were not read, with the reasons. */
export type LadderFiles = Readonly<{ ladders: readonly (readonly Rung[])[]; notes: readonly Text[] }>

/**
 * A file with raw points of several loads is a ladder; files with one load each are the steps of one ladder together. A summary
 * beside raw points of the same run is left alone, because it says less. Throws a UserError that names a file that cannot be read.
 */
export async function readLadders(files: readonly ResultFile[], formats: readonly Format[]): Promise<LadderFiles> {
  const [ladders, steps, notes]: [(readonly Rung[])[], Rung[], Text[]] = [[], [], []]
  const claimed = await claim(files, formats, notes)
  const withPoints = new Set(
    claimed.filter(({ format }) => format.content === 'points').map(({ file }) => folderOf(file)),
  )
  for (const { file, format } of claimed) {
    if (format.content === 'summary' && withPoints.has(folderOf(file))) {
      notes.push(text`${name(file.path)} was not read: the raw points beside it say more.`)
      continue
    }
    const rungs = await named(file, () => rungsOf(file, format))
    if (rungs.length > 1) ladders.push(rungs)
    else steps.push(...rungs)
    if (rungs.length === 0) notes.push(text`${name(file.path)} has no 5 seconds of the same load.`)
  }
  if (steps.length > 0) ladders.push(steps)
  return { ladders, notes }
}

async function claim(
  files: readonly ResultFile[],
  formats: readonly Format[],
  notes: Text[],
): Promise<readonly RecognizedFile[]> {
  const claimed: RecognizedFile[] = []
  for (const file of files) {
    try {
      claimed.push(await recognizeFile(file, formats))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      notes.push(text`${name(file.path)} was not read: ${error.said}`)
    }
  }
  return claimed
}

async function rungsOf(file: ResultFile, format: Format): Promise<readonly Rung[]> {
  if (format.tool !== K6) return [await rungOfTool(file, format)]
  switch (format.content) {
    case 'points': {
      const createScanner = format.id === 'k6-points-csv' ? createCsvScanner : createNdjsonScanner
      return plateausOf(await readLoadSeconds(file.open(), createScanner), file.path)
    }
    case 'summary':
      return [rungFromSummary(await format.parse(file.open(), DEFAULT_READ_OPTIONS), file.path)]
    case 'digest':
      throw new UserError(
        'It is a digest, which does not say how the load changed. Give the raw points, or one run for each load.',
      )
  }
}

/** Other tools do not report the number of users, so the name of the folder gives it. */
async function rungOfTool(file: ResultFile, format: Format): Promise<Rung> {
  const users = usersIn(file.path)
  if (users === null) {
    throw new UserError(
      text`A result of ${name(format.tool.name)} does not say how many users there were. Put each run into a folder that does: users-8 for 8 users that wait for their answers.`,
    )
  }
  return rungOfRun(await format.parse(file.open(), DEFAULT_READ_OPTIONS), users, file.path)
}

async function named<Result>(file: ResultFile, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UserError) throw new UserError(text`${name(file.path)}: ${error.said}`)
    throw error
  }
}

function folderOf({ path }: ResultFile): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
