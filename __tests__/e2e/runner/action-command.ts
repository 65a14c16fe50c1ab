/*
 * How the runner finds commands in the output of a step. A port of ActionCommand.TryParse and TryParseV2:
 * https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Common/ActionCommand.cs
 *
 * The runner searches with the rules of a culture, which skip characters such as U+200B; this port does not. The results are the
 * same: the runner then cuts off the length of the prefix, so a prefix with additional characters never leaves a registered name.
 */

export type ActionCommand = Readonly<{ command: string; properties: ReadonlyMap<string, string>; data: string }>

/**
 * The commands that the runner knows. `set-output` and `save-state` are deprecated and still work.
 * https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Worker/ActionCommandManager.cs
 */
export const REGISTERED: readonly string[] = [
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
]

const PREFIX = '##['
const KEY = '::'

/** The white space of .NET. It differs from JavaScript in U+0085 and U+FEFF. */
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const
const PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const
const V1_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const

function decode(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((decoded, [sequence, character]) => decoded.replaceAll(sequence, character), text)
}

/** Splits `name=value` as .NET does when it drops empty parts: additional `=` at the start of either part disappear. */
function splitProperty(text: string): readonly [string, string] | null {
  const found = /^=*([^=]+)=+(.+)$/s.exec(text)
  return found === null ? null : [found[1] ?? '', found[2] ?? '']
}

function readProperties(
  text: string,
  separator: string,
  escapes: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const part of text.split(separator)) {
    const pair = splitProperty(part)
    if (pair !== null) properties.set(pair[0].toLowerCase(), decode(pair[1], escapes))
  }
  return properties
}

function splitInfo(info: string): readonly [name: string, properties: string] {
  const space = info.indexOf(' ')
  return space < 0 ? [info, ''] : [info.slice(0, space), info.slice(space + 1)]
}

/** `::name key=value,key=value::data` at the start of a line, after white space. */
export function parseCommandV2(line: string, registered: ReadonlySet<string>): ActionCommand | null {
  const message = line.replace(LEADING_SPACE, '')
  if (!message.startsWith(KEY)) return null
  const end = message.indexOf(KEY, KEY.length)
  if (end < 0) return null
  const [name, properties] = splitInfo(message.slice(KEY.length, end))
  if (!registered.has(name.toLowerCase())) return null
  return {
    command: name.toLowerCase(),
    properties: readProperties(properties.trim(), ',', PROPERTY_ESCAPES),
    data: decode(message.slice(end + KEY.length), DATA_ESCAPES),
  }
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
export function parseCommandV1(line: string, registered: ReadonlySet<string>): ActionCommand | null {
  const start = line.indexOf(PREFIX)
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return null
  const [name, properties] = splitInfo(line.slice(start + PREFIX.length, end))
  if (!registered.has(name.toLowerCase())) return null
  return {
    command: name.toLowerCase(),
    properties: readProperties(properties, ';', V1_ESCAPES),
    data: decode(line.slice(end + 1), V1_ESCAPES),
  }
}
