import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import type { ClaimedFile } from './claimed-file.ts'
import { type FileWords, readFileName } from './run-path.ts'

/** A run in a folder with several runs: its files have the same words in their names. */
export type FileRun = Readonly<{
  /** null: the folder names the service. */
  service: string | null
  side: Side | null
  runNumber: number | null
  files: readonly ClaimedFile[]
}>

/** Why it is not clear which file belongs to which run, in full sentences. */
export type Unclear = Readonly<{ problem: Text }>

/**
 * The runs of a folder whose results are told apart by the names of their files: `checkout.json` and `search.json`,
 * `baseline.json` and `candidate.json`, `run-1.json` and `run-2.json`. null: all files belong to one run.
 *
 * @param options.mayNameServices the names may contain the service, because no folder names it
 * @param options.mayStandAlone a single file may name its side or its number, because the other files may lie in other folders
 */
export function splitFolder(
  results: readonly ClaimedFile[],
  {
    mayNameServices,
    mayStandAlone,
  }: Readonly<{ mayNameServices: boolean; mayStandAlone: 'no' | 'number' | 'number or side' }>,
): readonly FileRun[] | Unclear | null {
  const read = results.map((file) => ({ file, words: readFileName(file.parts.name) }))
  const isNumbered = mayStandAlone !== 'no' && read.some(({ file }) => /^run[-_ .]?\d+\./i.test(file.parts.name))
  const namesSide = mayStandAlone === 'number or side' && read.some(({ words }) => words.side !== null)
  if (!isNumbered && !namesSide && firstRivals(results) === null) return null
  // The names say nothing, so the contents must show whether the files are of one run.
  if (read.every(({ words: { service, side, runNumber } }) => service === null && side === null && runNumber === null))
    return null
  const services = new Set(read.map(({ words }) => words.service))
  const isPerService = services.size > 1
  if (isPerService && (services.has(null) || !mayNameServices)) return unclear(results)
  const runs = new Map<string, { words: FileWords; files: ClaimedFile[] }>()
  for (const { file, words } of read) {
    const key = JSON.stringify([isPerService ? words.service : null, words.side, words.runNumber])
    const run = runs.get(key)
    if (run === undefined) runs.set(key, { words, files: [file] })
    else run.files.push(file)
  }
  const all = [...runs.values()]
  if (all.some(({ files }) => firstRivals(files) !== null)) return unclear(results)
  return all.map(({ words, files }) => ({
    ...words,
    service: mayNameServices ? words.service : null,
    runNumber: words.runNumber ?? firstNumber(words, all),
    files,
  }))
}

/**
 * The number of a file without a number: `summary.json` beside `summary-1.json` and `summary-2.json` is run 0. null: no other
 * file has a number.
 */
function firstNumber(words: FileWords, all: readonly Readonly<{ words: FileWords }>[]): number | null {
  const others = all.flatMap(({ words: { service, side, runNumber } }) =>
    service === words.service && side === words.side && runNumber !== null ? [runNumber] : [],
  )
  return others.length === 0 || others.includes(0) ? null : 0
}

/** Two results that cannot both be of one run. null: there are none. */
function firstRivals(results: readonly ClaimedFile[]): readonly [ClaimedFile, ClaimedFile] | null {
  for (const [index, one] of results.entries()) {
    const other = results.slice(index + 1).find((later) => contentOf(later) === contentOf(one))
    if (other !== undefined) return [one, other]
  }
  return null
}

/** The content of a damaged file is unknown, so its name decides. */
function contentOf({ claim, parts }: ClaimedFile): string {
  if (claim.kind === 'result') return claim.format.content
  return /\.(?:ndjson|jsonl|csv|gz)$/i.test(parts.name) ? 'points' : 'summary'
}

function unclear(results: readonly ClaimedFile[]): Unclear {
  const [one, other] = firstRivals(results) ?? results
  return {
    problem: text`Two results lie in one folder, ${name(one?.parts.name ?? '')} and ${name(other?.parts.name ?? '')}, and their names do not say which is which. Give each service a folder of its own, such as ${'checkout/'} and ${'search/'}, and each run of one load test as well: ${'run-1/'} and ${'run-2/'}.`,
  }
}
