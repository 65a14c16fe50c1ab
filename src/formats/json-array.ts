import { UserError } from '../model/errors.ts'
import { utf8Pieces } from './utf8-pieces.ts'

const MAX_ENTRY_CHARACTERS = 1024 * 1024
const MAX_REST_CHARACTERS = 4 * 1024 * 1024

/** Reads a JSON object that is large because of a single list in it. Memory does not grow with the list. */
type ArrayReader = Readonly<{
  push(chunk: Uint8Array): void
  /** Returns the object with the list empty. Throws a UserError if the JSON is cut. */
  end(): unknown
}>

/**
 * @param key of a list at the top level of the object. Each entry of the list is passed to `take` as soon as it is
 * complete.
 */
export function streamArray(key: string, take: (entry: unknown) => void): ArrayReader {
  const decode = utf8Pieces()
  let rest = ''
  let entry = ''
  let depth = 0
  let isInString = false
  let isEscaped = false
  let isInList = false
  let lastString = ''

  function read(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at]
      if (isInString) {
        if (isEscaped) isEscaped = false
        else if (character === '\\') isEscaped = true
        else if (character === '"') isInString = false
        else if (!isInList && depth === 1) lastString += character
        continue
      }
      if (character === '"') {
        isInString = true
        if (!isInList) lastString = ''
      } else if (character === '{' || character === '[') {
        depth += 1
        if (!isInList && character === '[' && depth === 2 && lastString === key) {
          keep(text.slice(from, at + 1))
          isInList = true
          from = at + 1
        }
      } else if (character === '}' || character === ']') {
        depth -= 1
        if (isInList && depth === 1) {
          takeEntry(text.slice(from, at))
          isInList = false
          from = at
        }
      } else if (character === ',' && isInList && depth === 2) {
        takeEntry(text.slice(from, at))
        from = at + 1
      }
    }
    if (isInList) addToEntry(text.slice(from))
    else keep(text.slice(from))
  }

  function addToEntry(text: string): void {
    entry += text
    if (entry.length > MAX_ENTRY_CHARACTERS)
      throw new UserError(`An entry of ${key} is longer than 1 MiB. The file is damaged.`)
  }

  function takeEntry(text: string): void {
    addToEntry(text)
    const whole = entry.trim()
    entry = ''
    if (whole !== '') take(parsed(whole))
  }

  function keep(text: string): void {
    rest += text
    if (rest.length > MAX_REST_CHARACTERS)
      throw new UserError(`The file is larger than 4 MiB without its ${key}. It is damaged or of another tool.`)
  }

  function end(): unknown {
    read(decode())
    if (depth !== 0 || isInString || isInList) {
      throw new UserError(
        'The JSON ends in the middle: the file is truncated. Was the disk full, or the job cancelled while it was written?',
      )
    }
    return parsed(rest)
  }

  return { push: (chunk) => read(decode(chunk)), end }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('The file starts like JSON, but is not valid JSON. It is damaged or was edited.')
  }
}
