import { UserError } from '../model/errors.ts'
import { isObject, levelsOfJson, textOr } from '../model/json-object.ts'
import { sentences, text } from '../model/text.ts'
import type { TraceFile } from '../model/trace.ts'
import { wholeFile } from '../model/whole-file.ts'
import { SpanList } from './span-list.ts'
import type { TraceFormat } from './trace-format.ts'

/** A span takes some 500 bytes of JSON, so this is more spans than a file may have. */
const MAX_BYTES = 128 * 1024 * 1024

/** Of one JSON value: small values take twenty times their bytes in memory. One a line, there may be many. */
const MAX_DOCUMENT_CHARACTERS = 32 * 1024 * 1024

/** Attributes of OTLP hold lists and maps of values; ten levels are many. */
const MAX_LEVELS = 100

/** The file is no JSON of traces, as far as can be told. */
export class NoTracesError extends UserError {
  override name = 'NoTracesError'
}

/** Reads one file of traces with the format that recognises its content. Throws a UserError that says what the file is and what to do. */
export async function readTraces(
  chunks: AsyncIterable<Uint8Array>,
  formats: readonly TraceFormat[],
): Promise<TraceFile> {
  const bytes = await wholeFile(chunks, MAX_BYTES)
  if (bytes === null) {
    throw new UserError(
      `The file is larger than ${MAX_BYTES / 1024 / 1024} MiB. Keep the traces of fewer requests: one in ten is enough.`,
    )
  }
  const content = textOf(bytes)
  if (!looksLikeTraces(content)) throw explainOther(content)
  const spans = new SpanList()
  let format: TraceFormat | undefined
  for (const document of documentsOf(content, spans)) {
    format ??= formats.find((one) => one.recognizes(document))
    if (format === undefined) throw explainAnswer(document)
    format.read(document, spans)
  }
  if (format === undefined) throw new NoTracesError('The file holds no JSON.')
  const { id, tool } = format
  const found = spans.finish()
  if (found.spans.length > 0) return { format: id, tool, ...found }
  throw new UserError(
    sentences(
      text`The file is ${tool} and holds no span that can be used.`,
      ...found.notes,
      text`Check the name of the service and the time of the query.`,
    ),
  )
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x28 && bytes[1] === 0xb5) {
    throw new NoTracesError(
      'The file is compressed with zstd. Write: `zstd -d FILE`, or let the exporter compress nothing.',
    )
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Said below.
  }
  throw new NoTracesError(
    'The file is not text. Let the file exporter of the collector write JSON: `format: json`, and no compression.',
  )
}

/** One value in all, or one a line, as the file exporter of the OpenTelemetry collector writes them. */
function* documentsOf(content: string, spans: SpanList): Iterable<unknown> {
  const whole = content.trim()
  if (whole === '') return
  const firstEnd = whole.indexOf('\n')
  const first = firstEnd === -1 ? undefined : jsonOf(whole.slice(0, firstEnd))
  if (first === undefined) {
    const document = jsonOf(whole)
    if (document === undefined)
      throw new UserError('The file is not valid JSON: it is cut or damaged. Fetch the traces again.')
    yield document
    return
  }
  for (let [start, line] = [0, 1]; start < content.length; line += 1) {
    const newline = content.indexOf('\n', start)
    const end = newline === -1 ? content.length : newline
    const one = content.slice(start, end).trim()
    start = end + 1
    if (one === '') continue
    const document = jsonOf(one)
    if (document !== undefined) yield document
    // Whoever copies a file while the collector writes it gets half of its last line.
    else if (newline === -1) spans.note(text`The last line is cut: it was left out.`)
    else throw new UserError(`Line ${line} of the file is not valid JSON. It is damaged.`)
  }
}

/** undefined: the text is no JSON. */
function jsonOf(text: string): unknown {
  if (text.length > MAX_DOCUMENT_CHARACTERS) {
    throw new UserError(
      `The file is JSON of more than ${MAX_DOCUMENT_CHARACTERS / 1024 / 1024} MiB in one piece. Keep the traces of fewer requests: one in ten is enough.`,
    )
  }
  if (levelsOfJson(text) > MAX_LEVELS) {
    throw new UserError(`The JSON is nested more than ${MAX_LEVELS} levels deep, which no honest trace is.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Names that one of the formats has near its start, or an answer without traces. What has none of them is not parsed at all. */
const MARKS = /"(?:traceID|traceId|trace_id|resource_?[A-Z_]\w+|batches|errors?)"|^\s*\[\s*(?:\[\s*)?\]/

function looksLikeTraces(text: string): boolean {
  const start = text.slice(0, 64 * 1024)
  return /^\s*[[{]/.test(start) && MARKS.test(start)
}

function explainOther(text: string): UserError {
  if (text.trim() === '') return new NoTracesError('The file is empty.')
  return new NoTracesError(
    `The file starts with ${JSON.stringify(text.slice(0, 40))}, which is none of OTLP, Jaeger and Zipkin as JSON.`,
  )
}

/** Jaeger answers with an error as JSON. */
function explainAnswer(document: unknown): UserError {
  const error = isObject(document) && isObject(document.error) ? document.error : null
  const message = error === null ? '' : textOr(error.message, '')
  if (message !== '') return new UserError(`The file is an answer that says: ${JSON.stringify(message.slice(0, 200))}.`)
  return new NoTracesError('The file is JSON, and is none of OTLP, Jaeger and Zipkin.')
}
