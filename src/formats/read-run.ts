import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { joinChunks, jsonValue } from './json-document.ts'
import { DEFAULT_READ_OPTIONS } from './read-options.ts'
import { explainBroken, explainUnreadable, ForeignFileError, isJsonLines } from './unreadable.ts'

/** Enough bytes to recognise any format, except a longer summary, which is then read as a whole. */
const PREFIX_BYTES = 64 * 1024

const OPENING_BRACE = 0x7b

/** A file whose format is known. */
export type RecognizedFile = Readonly<{ file: ResultFile; format: Format }>

/**
 * Reads one result file with the format that recognises its content. Throws a UserError that says what the file is and
 * what to do. The message has no path, because the caller knows the path.
 */
export async function readRun(
  file: ResultFile,
  formats: readonly Format[],
  options: ReadOptions = DEFAULT_READ_OPTIONS,
): Promise<Run> {
  const { format } = await recognizeFile(file, formats)
  return format.parse(file.open(), options)
}

/**
 * Reads the parts of one run that several load generators shared. Throws a UserError if their formats differ, because
 * only parts of the same format can be merged.
 */
export async function mergeParts(parts: readonly RecognizedFile[], options: ReadOptions): Promise<Run> {
  const [first] = parts
  if (first === undefined) throw new UserError('There is no part of a run to read.')
  const other = parts.find(({ format }) => format !== first.format)
  if (other === undefined)
    return first.format.merge(
      parts.map(({ file }) => file.open()),
      options,
    )
  throw new UserError(
    `The load generators of this run left different files: ${first.format.title} and ${other.format.title}. Let all of them write the same format.`,
  )
}

/** Finds the format of a file by its content. Throws a UserError that says what the file is instead. */
export async function recognizeFile(file: ResultFile, formats: readonly Format[]): Promise<RecognizedFile> {
  const { prefix, isWhole, broken } = await peek(file)
  const format = formatOf(prefix, formats)
  if (format !== undefined) return { file, format }
  if (broken !== null) throw explainBroken(prefix, file.path, broken)
  explainAside(prefix, formats)
  if (isWhole || !isStartOfDocument(prefix)) throw explainUnreadable(prefix, file.path)
  const content = await joinChunks(file.open()).catch((error) => {
    throw error instanceof UserError ? explainBroken(prefix, file.path, error) : error
  })
  const formatOfDocument = formatOf(content, formats)
  if (formatOfDocument !== undefined) return { file, format: formatOfDocument }
  throw explainUnreadable(content, file.path)
}

/** The format that recognises these bytes. The bytes are parsed only once for all formats. */
function formatOf(bytes: Uint8Array, formats: readonly Format[]): Format | undefined {
  let document: Readonly<{ value: unknown }> | null = null
  const json = () => {
    document ??= { value: jsonValue(bytes) }
    return document.value
  }
  return formats.find((candidate) => candidate.recognizes(bytes, json))
}

/** Throws a ForeignFileError for a file that a known tool writes and that is never judged. */
function explainAside(prefix: Uint8Array, formats: readonly Format[]): void {
  const start = new TextDecoder().decode(prefix.subarray(0, 4096))
  const aside = [...new Set(formats.map(({ tool }) => tool))]
    .flatMap(({ asides }) => asides)
    .find((one) => one.recognizes(start))
  if (aside !== undefined) throw new ForeignFileError(aside.what, aside.advice)
}

type Start = Readonly<{
  prefix: Uint8Array
  isWhole: boolean
  /** Why the rest of the file cannot be read. null: it can. */
  broken: UserError | null
}>

async function peek(file: ResultFile): Promise<Start> {
  let prefix: Uint8Array = new Uint8Array()
  try {
    for await (const chunk of file.open()) {
      const joined = new Uint8Array(prefix.length + chunk.length)
      joined.set(prefix)
      joined.set(chunk, prefix.length)
      prefix = joined
      if (prefix.length >= PREFIX_BYTES) return { prefix, isWhole: false, broken: null }
    }
  } catch (error) {
    if (error instanceof UserError) return { prefix, isWhole: false, broken: error }
    throw error
  }
  return { prefix, isWhole: true, broken: null }
}

/**
 * Whether the prefix is the start of a JSON document that continues. A log of JSON lines is not a document and may have
 * any size.
 */
function isStartOfDocument(prefix: Uint8Array): boolean {
  if (!prefix.subarray(0, 64).includes(OPENING_BRACE)) return false
  return !isJsonLines(new TextDecoder().decode(prefix))
}
