import { joinChunks } from '../formats/json-document.ts'
import { recognizeFile } from '../formats/read-run.ts'
import { FORMATS } from '../formats/registry.ts'
import { EmptyFileError, ForeignFileError } from '../formats/unreadable.ts'
import { UserError } from '../model/errors.ts'
import { count } from '../model/numbers.ts'
import type { ResultFile } from '../model/result-file.ts'

/** More files are not described one by one, because nobody reads that in a terminal. */
const MAX_FILES = 20

/**
 * The texts about files that are traces, profiles or reports on complexity. null: a file is none of these, and the message of the
 * readers of results helps more. Throws a UserError for a file that cannot be read.
 */
export async function inspectForeign(files: readonly ResultFile[]): Promise<string | null> {
  if (files.length === 0 || files.length > MAX_FILES) return null
  const texts: string[] = []
  for (const file of files) {
    const text = await textOf(file)
    if (text === null) return null
    texts.push(text)
  }
  return texts.join('\n')
}

async function textOf(file: ResultFile): Promise<string | null> {
  if (!(await isForeign(file))) return null
  return (await tracesText(file)) ?? (await profileText(file)) ?? (await complexityText(file))
}

/** Whether a file may be something else than a result. A cut or empty result is not. */
async function isForeign(file: ResultFile): Promise<boolean> {
  try {
    await recognizeFile(file, FORMATS)
    return false
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error instanceof ForeignFileError && !(error instanceof EmptyFileError)
  }
}

async function profileText(file: ResultFile): Promise<string | null> {
  // Loaded here, because most calls inspect results.
  const [{ readProfile }, { PROFILE_FORMATS }, { NoProfileError }, { inspectProfile }] = await Promise.all([
    import('../profiles/read-profile.ts'),
    import('../profiles/registry.ts'),
    import('../profiles/unreadable-profile.ts'),
    import('../profiles/inspect-profile.ts'),
  ])
  try {
    return inspectProfile(file.path, await readProfile(file.open(), PROFILE_FORMATS))
  } catch (error) {
    if (error instanceof NoProfileError) return null
    throw error
  }
}

async function tracesText(file: ResultFile): Promise<string | null> {
  const [{ NoTracesError, readTraces }, { TRACE_FORMATS }, { inspectTraces }] = await Promise.all([
    import('../traces/read-traces.ts'),
    import('../traces/registry.ts'),
    import('../traces/inspect-traces.ts'),
  ])
  try {
    return inspectTraces(file.path, await readTraces(file.open(), TRACE_FORMATS))
  } catch (error) {
    if (error instanceof NoTracesError) return null
    throw error
  }
}

async function complexityText(file: ResultFile): Promise<string | null> {
  const [{ COMPLEXITY_FORMATS }, { readComplexity }] = await Promise.all([
    import('../complexity/registry.ts'),
    import('../complexity/read-complexity.ts'),
  ])
  const bytes = await joinChunks(file.open())
  const start = new TextDecoder().decode(bytes).trimStart()
  if (!COMPLEXITY_FORMATS.some((format) => format.recognizes(start))) return null
  const { tool, unit, functions } = readComplexity(bytes, file.path)
  return `${file.path}: complexity, as ${tool} counts it, of ${count(functions.length, unit)}. Two such files are compared with: perf-gate complexity --before FILE --after FILE\n`
}
