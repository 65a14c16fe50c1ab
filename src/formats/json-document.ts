import { UserError } from '../model/errors.ts'
import { text } from '../model/text.ts'
import { wholeFile } from '../model/whole-file.ts'
import { quote } from './foreign-json.ts'

/**
 * A k6 summary has some kilobytes, or some megabytes if it contains a bundled script or setup data. A larger document
 * is something else, and would take seconds because a document is read several times.
 */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

/**
 * k6 nests groups, and ten levels are many. JSON.stringify overflows the stack at some thousand levels, and JSON.parse
 * gets slow at millions.
 */
const MAX_DEPTH = 200

/**
 * Small values take twenty times their bytes in memory, and a document is read several times. A digest of a thousand
 * endpoints has fewer than 200,000 values, a summary of a thousand endpoints some ten thousand.
 */
const MAX_VALUES = 250_000

const QUOTE = 0x22
const COMMA = 0x2c
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d

export const UTF_16_PROBLEM =
  'The file is UTF-16 text, such as PowerShell writes with ">". Let k6 write the file itself, with --summary-export or --out.'

/** The bytes as text without a byte order mark. Throws a UserError if they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(
      'The file is not UTF-8 text, so it is not a result. It may be damaged, or compressed with something other than gzip.',
    )
  }
}

/** The JSON value of a whole file, or undefined if the bytes are not valid JSON. Used to tell formats apart. */
export function jsonValue(bytes: Uint8Array): unknown {
  if (!startsWithBracket(bytes)) return undefined
  try {
    const json = decodeUtf8(bytes)
    return shapeProblem(json) === null ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

/**
 * All chunks as one JSON value. Throws a UserError if the document is too large, is not UTF-8 or not JSON, or repeats a
 * key.
 */
export async function readJsonDocument(chunks: AsyncIterable<Uint8Array>): Promise<unknown> {
  return parseJson(await joinChunks(chunks))
}

/** The JSON value of these bytes. Throws a UserError that says where the JSON is invalid. */
export function parseJson(bytes: Uint8Array): unknown {
  const json = decodeUtf8(bytes)
  const problem = shapeProblem(json)
  if (problem !== null) throw new UserError(problem)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw explainSyntax(json, error)
  }
  const repeated = findRepeatedKey(json)
  if (repeated === null) return value
  throw new UserError(
    text`The name ${quote(repeated)} is twice in the same object, so it is not clear which value counts. k6 never writes this: the file was edited.`,
  )
}

/** All chunks in one array. Throws a UserError if there are more than `MAX_DOCUMENT_BYTES`. */
export async function joinChunks(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = await wholeFile(chunks, MAX_DOCUMENT_BYTES)
  if (whole !== null) return whole
  throw new UserError(
    'The JSON document is larger than 16 MiB. A k6 summary has a few kilobytes: this is something else.',
  )
}

/**
 * Only the position is taken from the message of JSON.parse, because the message quotes the file, which may contain a
 * secret.
 */
function explainSyntax(json: string, error: unknown): UserError {
  const message = error instanceof Error ? error.message : ''
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  const bare = /[:[,]\s*(-?(?:NaN|Infinity|undefined))\b/.exec(json)
  if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(json)) {
    return new UserError('The file holds conflict markers of a Git merge. Take one side, or measure again.')
  }
  if (bare !== null) {
    return new UserError(`The file holds ${bare[1]} where a number belongs. That is not JSON, and k6 never writes it.`)
  }
  if (/end of JSON|[Uu]nterminated/.test(message) || position >= json.length) {
    return new UserError(
      `The JSON ends in the middle, after ${json.length} character${json.length === 1 ? '' : 's'}: the file is truncated. Was the disk full, or the job cancelled while it was written?`,
    )
  }
  const where = Number.isNaN(position) ? '' : ` (character ${position + 1})`
  return new UserError(`The file starts like JSON, but is not valid JSON${where}. It is damaged or was edited.`)
}

/**
 * Checks depth and number of values before parsing. null: no problem. It does not check whether the text is valid JSON.
 */
export function shapeProblem(json: string): string | null {
  let depth = 0
  let values = 0
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charCodeAt(index)
    if (character === QUOTE) index = endOfString(json, index) - 1
    else if (character === COMMA) values += 1
    else if (character === OPENING_BRACE || character === OPENING_BRACKET) {
      depth += 1
      values += 1
    } else if (character === CLOSING_BRACE || character === CLOSING_BRACKET) depth -= 1
    if (depth > MAX_DEPTH) {
      return `The JSON is nested more than ${MAX_DEPTH} levels deep, at character ${index + 1}. k6 never writes this: the file was made by something else.`
    }
    if (values > MAX_VALUES) {
      return `The JSON holds more than ${MAX_VALUES} values. A k6 summary has some thousand: let setup() return less, and give requests a \`name\` tag.`
    }
  }
  return null
}

/** The first key that appears twice in its object, or null. JSON.parse would silently use the last of them. */
function findRepeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = []
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    if (character === '{') open.push(new Set())
    else if (character === '[') open.push(null)
    else if (character === '}' || character === ']') open.pop()
    if (character !== '"') continue
    const end = endOfString(json, index)
    const keys = open.at(-1)
    if (keys != null && nextToken(json, end) === ':') {
      const key: string = JSON.parse(json.slice(index, end))
      if (keys.has(key)) return key
      keys.add(key)
    }
    index = end - 1
  }
  return null
}

/**
 * The index after the closing quote of the string that starts at `start`, or after the end of the text if there is no
 * closing quote.
 */
function endOfString(json: string, start: number): number {
  let index = start + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index + 1
}

function nextToken(json: string, from: number): string | undefined {
  let index = from
  while (json[index] === ' ' || json[index] === '\n' || json[index] === '\r' || json[index] === '\t') index += 1
  return json[index]
}

function startsWithBracket(bytes: Uint8Array): boolean {
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[index] === 0x20 || bytes[index] === 0x0a || bytes[index] === 0x0d || bytes[index] === 0x09) index += 1
  return bytes[index] === OPENING_BRACE || bytes[index] === OPENING_BRACKET
}
