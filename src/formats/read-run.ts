import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { joinChunks } from './json-document.ts'
import { DEFAULT_READ_OPTIONS, type ReadOptions } from './read-options.ts'
import { explainUnreadable } from './unreadable.ts'

/** Enough to tell any format apart, except a summary that is longer: it is then read whole. */
const PREFIX_BYTES = 64 * 1024

const OPENING_BRACE = 0x7b

/**
 * Reads one result file with the format that recognises its content.
 * Throws a UserError that says what the file is and what to do, without its path: the caller knows that.
 */
export async function readRun(
  file: ResultFile,
  formats: readonly Format[],
  options: ReadOptions = DEFAULT_READ_OPTIONS,
): Promise<Run> {
  const { prefix, isWhole } = await peek(file)
  const format = formats.find((candidate) => candidate.recognizes(prefix))
  if (format !== undefined) return format.parse(file.open(), options)
  const content = isWhole || !looksLikeJson(prefix) ? prefix : await joinChunks(file.open())
  const document = content === prefix ? undefined : formats.find((candidate) => candidate.recognizes(content))
  if (document !== undefined) return document.parse(single(content), options)
  throw explainUnreadable(content)
}

async function peek(file: ResultFile): Promise<Readonly<{ prefix: Uint8Array; isWhole: boolean }>> {
  let prefix: Uint8Array = new Uint8Array()
  for await (const chunk of file.open()) {
    const joined = new Uint8Array(prefix.length + chunk.length)
    joined.set(prefix)
    joined.set(chunk, prefix.length)
    prefix = joined
    if (prefix.length >= PREFIX_BYTES) return { prefix, isWhole: false }
  }
  return { prefix, isWhole: true }
}

function looksLikeJson(prefix: Uint8Array): boolean {
  return prefix.subarray(0, 64).includes(OPENING_BRACE)
}

async function* single(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
