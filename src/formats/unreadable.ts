import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import { names, sentences, type Text, text } from '../model/text.ts'
import { quote, quotedLine } from './foreign-json.ts'
import { decodeUtf8, parseJson, shapeProblem, UTF_16_PROBLEM } from './json-document.ts'
import { hasMarksOfK6, isLikeSummary } from './k6-marks.ts'

/**
 * The file is complete but not a result: a web page, a log, a picture, or a report of another tool. Beside a result it
 * is ignored, and `what` is all that is said about it.
 */
export class ForeignFileError extends UserError {
  override name = 'ForeignFileError'
  readonly what: Text
  /** true: the tool that wrote the file is known, so the advice says what to give instead. */
  readonly isOfKnownTool: boolean

  constructor(what: Text | string, advice: string = OF_ANY_TOOL) {
    const words = typeof what === 'string' ? [what] : what
    super(sentences(words, [advice]))
    this.what = words
    this.isOfKnownTool = advice !== OF_ANY_TOOL
  }
}

/** The advice if nothing in the file shows which tool was meant. */
const OF_ANY_TOOL =
  'docs/tools says which file of each tool is read. For k6 it is the file that "k6 run --summary-export FILE" writes, or JSON.stringify(data) from handleSummary.'
const ONE_FILE_PER_RUN =
  'If they are runs of one load test, put each summary into a folder of its own: run-1/summary.json, run-2/summary.json and so on.'

/**
 * The endings of files of k6. The name of an empty file is the only clue: with such an ending it counts as a lost
 * result.
 */
const DATA_ENDING = /\.(?:json|ndjson|jsonl|csv)(?:\.gz)?$/i

/** Words in the names of other programs' files with the same endings. */
const OTHER_WORD =
  /(?:^|[-_.])(?:logs?|errors?|std(?:out|err)|stats?|docker|containers?|pods?|events?|traces?|health|coverage|junit|lint|config|env|meta(?:data)?|info|debug|console|package|exceptions|failures)(?=[-_.\d])/i

/** The first bytes of known kinds of files: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a picture or a recording'],
  ['PK\u0003\u0004', 'a zip archive'],
  ['%PDF', 'a PDF document'],
  ['\u007fELF', 'a program'],
  ['PERFILE2', 'a profile of perf'],
  ['FLR\0', 'a recording of the Java Flight Recorder'],
  ['SQLite format 3', 'a SQLite database'],
  ['(\u00b5/\u00fd', 'compressed with zstd'],
  ['\u00fd7zXZ', 'compressed with xz'],
  ['BZh', 'compressed with bzip2'],
  ['7z\u00bc\u00af', 'a 7z archive'],
]

/**
 * The error for content that no format recognises. It names what the content is. It is a ForeignFileError if the file
 * never was a result.
 */
export function explainUnreadable(content: Uint8Array, path: string): UserError {
  try {
    return isBinary(content) ? explainBinary(content, path) : explainText(textOf(content), content, path)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** The error for content that cannot be read to its end, such as truncated gzip data. */
export function explainBroken(start: Uint8Array, path: string, error: UserError): UserError {
  const text = lenientText(start)
  const isOther = text !== '' && !hasMarksOfK6(text) && !isCutEarly(text, path)
  return isOther ? new ForeignFileError(error.said) : error
}

/**
 * Whether the first line is a complete JSON object and more lines follow. Logs look like that, and so do statistics
 * that were sampled repeatedly.
 */
export function isJsonLines(text: string): boolean {
  const start = text.trimStart()
  const end = start.indexOf('\n')
  if (end < 0 || start.slice(end).trim() === '') return false
  return isObject(jsonOf(start.slice(0, end)))
}

function explainText(decoded: string, content: Uint8Array, path: string): UserError {
  const start = decoded.trimStart()
  if (start === '') return explainEmpty(path)
  if (start.startsWith('<') && !start.startsWith('<<<<<<< ')) return explainMarkup(start)
  const isOfK6 = hasMarksOfK6(start)
  if (/^\{\s*"event"\s*:/.test(start)) return new ForeignFileError(DASHBOARD)
  if (isJsonLines(start)) return isOfK6 ? severalDocuments(start) : new ForeignFileError(JSON_LINES)
  if (/^[{[]/.test(start) || start.startsWith('<<<<<<< ')) {
    if (jsonOf(start) !== undefined) return explainJson(parseJson(content))
    if (isOfK6 || isCutEarly(start, path)) return explainDamagedJson(start, content)
  }
  if (isOfK6)
    return new UserError('The start of the file is missing or damaged: its lines are of k6, but the first line is not.')
  const inside = /^[^\S\n]*\{(?:[^\S\n]*$|\s*")/m.exec(start)?.index ?? 0
  if (inside > 0 && isLikeSummary(jsonOf(start.slice(inside)))) return new ForeignFileError(TEXT_AROUND, WRITES_ITSELF)
  if (start.startsWith('"') && jsonOf(start) !== undefined)
    return new ForeignFileError('The file is JSON, but not a result of a known tool.')
  if (
    /(?:http_req_duration|iteration_duration|http_reqs)\.{2,}:/.test(decoded) ||
    /█ (?:THRESHOLDS|TOTAL RESULTS)/.test(decoded)
  ) {
    return new ForeignFileError('The file is the text that k6 prints at the end of a test. Its numbers are rounded.')
  }
  return new ForeignFileError(
    text`The file is not a result of a known tool: it starts with ${quote(start.slice(0, 40))}.`,
  )
}

/**
 * Recorded data of xk6-dashboard: each line has an event and its data, with the names of k6's metrics.
 * https://github.com/grafana/xk6-dashboard#save-recorded-data
 */
const DASHBOARD = 'The file is a recording of events, such as the web dashboard of k6 makes.'
const JSON_LINES = 'The file holds JSON lines of another program: no line is a point of k6.'

/** An empty file, which does not show what it was meant to be. */
export class EmptyFileError extends ForeignFileError {
  override name = 'EmptyFileError'
}

function explainEmpty(path: string): UserError {
  const what = 'The file is empty.'
  const advice =
    'The tool was stopped before it wrote its result, it measured nothing, or the disk was full. Measure again.'
  return isCalledLikeResult(path) ? new UserError(`${what} ${advice}`) : new EmptyFileError(what, advice)
}

function isCalledLikeResult(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return DATA_ENDING.test(name) && !OTHER_WORD.test(name)
}

const TEXT_AROUND = 'The file has a k6 summary with other text around it, such as what k6 prints.'
const WRITES_ITSELF = 'Let k6 write the file itself: --summary-export=FILE, or a file name in handleSummary.'

/** Whether the file may be a summary that was cut so early that it has no key of k6. */
function isCutEarly(start: string, path: string): boolean {
  return start.length < 200 && DATA_ENDING.test(path)
}

function explainDamagedJson(start: string, content: Uint8Array): UserError {
  try {
    return explainJson(parseJson(content))
  } catch (error) {
    if (error instanceof UserError && isFirstOfSeveral(start)) return severalDocuments(start)
    throw error
  }
}

/** Whether the text starts with a complete JSON value and another value follows. */
function isFirstOfSeveral(start: string): boolean {
  const second = /^[}\]]\s*[{[]|[}\]]\s*\{\s*"(?:root_group|metrics|options|state|setup_data)"\s*:/m.exec(start)
  return second !== null && jsonOf(start.slice(0, second.index + 1)) !== undefined
}

function severalDocuments(start: string): UserError {
  const end = start.indexOf('\n')
  if (isLikeSummary(jsonOf(start.slice(0, end))) && !/^\s*[{[]/.test(start.slice(end)))
    return new UserError(`${TEXT_AROUND} ${WRITES_ITSELF}`)
  return isLikeSummary(jsonOf(start.slice(0, start.indexOf('\n')))) || /"root_group"/.test(start)
    ? new UserError(`The file holds several k6 summaries, one after another. ${ONE_FILE_PER_RUN}`)
    : new UserError(
        'The file mixes points of k6 with other lines. Let k6 write its points into a file of their own: --out json=FILE.',
      )
}

function explainMarkup(start: string): UserError {
  if (/<testsuites?[\s>]/.test(start.slice(0, 2000))) {
    return new ForeignFileError('The file is a JUnit report: it has no latencies, only passed and failed checks.')
  }
  if (/<!doctype html|<html/i.test(start.slice(0, 2000))) {
    return new ForeignFileError('The file is an HTML report, for people only.')
  }
  return new ForeignFileError('The file is XML or another markup, but not a result of a known tool.')
}

/** The error for valid JSON with the wrong shape. */
function explainJson(value: unknown): UserError {
  if (Array.isArray(value)) return explainList(value)
  if (!isObject(value)) return new ForeignFileError('The file is JSON, but not a result of a known tool.')
  const answers = Array.isArray(value.data) ? value.data : [value.data]
  if (answers.some((answer) => isObject(answer) && answer.type === 'metrics')) {
    return new ForeignFileError('The file is an answer of the k6 REST API (/v1/metrics), taken while the test ran.')
  }
  if (isLikeSummary(value) && isObject(value.metrics)) return explainMetrics(value.metrics)
  const inside = Object.keys(value).filter((key) => isLikeSummary(value[key]))
  const places = names(inside.map(quotedLine))
  if (inside.length === 1)
    return new ForeignFileError(text`The file has a k6 summary inside of ${places}.`, 'Upload that part of it alone.')
  if (inside.length > 1)
    return new ForeignFileError(text`The file holds several k6 summaries, under ${places}.`, ONE_FILE_PER_RUN)
  const keys = Object.keys(value).map(quotedLine)
  const which = keys.length === 0 ? text`none` : names(keys)
  return new ForeignFileError(text`The file is JSON, but not a result of a known tool: its keys are ${which}.`)
}

/** The error for a list, such as `jq -s` writes. */
function explainList(values: readonly unknown[]): UserError {
  if (values.length === 0) return new UserError('The file is an empty list: the tool that wrote it measured nothing.')
  const summaries = values.filter(isLikeSummary).length
  if (values.length === 1 && summaries === 1)
    return new ForeignFileError('The file is a list with one k6 summary.', "Take it out of the list: jq '.[0]' FILE.")
  if (summaries > 0) return new ForeignFileError(`The file is a list of ${summaries} k6 summaries.`, ONE_FILE_PER_RUN)
  if (values.some((value) => isObject(value) && (value.type === 'Point' || value.type === 'Metric'))) {
    return new ForeignFileError(
      'The file is a JSON list of points of k6.',
      "Write each point on a line of its own, as k6 does: jq -c '.[]' FILE.",
    )
  }
  return new ForeignFileError('The file is JSON, but not a result of a known tool.')
}

function explainMetrics(metrics: Readonly<Record<string, unknown>>): UserError {
  const entries = Object.entries(metrics)
  const odd = entries.find(([, metric]) => !isObject(metric) || !('type' in metric) || !('values' in metric))
  const which = odd === undefined ? text`metrics` : quote(odd[0])
  return new UserError(
    text`The file mixes two shapes of k6 summaries: some metrics have "type" and "values", and ${which} does not. Was it rebuilt by the script? Upload the file that "k6 run --summary-export FILE" writes, or JSON.stringify(data) from handleSummary.`,
  )
}

/** Whether the content is not text. Text has no NUL, except UTF-16, which is recognised by its first bytes. */
function isBinary(content: Uint8Array): boolean {
  return !isUtf16(content) && (content.includes(0) || signatureOf(content) !== undefined)
}

function explainBinary(content: Uint8Array, path: string): UserError {
  const signature = signatureOf(content)
  if (signature !== undefined) return new ForeignFileError(`The file is ${signature}.`)
  if (hasMarksOfK6(lenientText(content)) || DATA_ENDING.test(path))
    return new UserError('The file is not text, so it is not a result. It is damaged, or was compressed twice.')
  return new ForeignFileError('The file is not text: a profile, an archive or a program.')
}

function signatureOf(content: Uint8Array): string | undefined {
  const start = String.fromCharCode(...content.subarray(0, 16))
  return SIGNATURES.find(([bytes]) => start.startsWith(bytes))?.[1]
}

function isUtf16(content: Uint8Array): boolean {
  return (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)
}

/**
 * The content as text. If its encoding is not UTF-8, throws a UserError for a file of k6 and a ForeignFileError for any
 * other file.
 */
function textOf(content: Uint8Array): string {
  if (isUtf16(content)) {
    const text = new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(content)
    throw /^[{[]/.test(text.trimStart())
      ? new UserError(UTF_16_PROBLEM)
      : new ForeignFileError('The file is UTF-16 text.')
  }
  try {
    return decodeUtf8(content)
  } catch (error) {
    const text = lenientText(content)
    throw hasMarksOfK6(text) || (isCutEarly(text, '.json') && text.startsWith('{'))
      ? error
      : new ForeignFileError('The file is text in another encoding than UTF-8.')
  }
}

function lenientText(content: Uint8Array): string {
  return new TextDecoder().decode(content.subarray(0, 64 * 1024))
}

/**
 * The JSON value of a text. undefined if it is not JSON, or if parsing would take too much memory because it is too
 * deep or has too many values.
 */
function jsonOf(text: string): unknown {
  try {
    return shapeProblem(text) === null ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
