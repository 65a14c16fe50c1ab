import {
  type ErrorCode,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml'

/** A YAML text as plain values, with the line of every key and value; or what is wrong with it. */
export type YamlText =
  | Readonly<{
      kind: 'value'
      value: unknown
      /** The line (from 1) of the value at this path; of its nearest parent where it is not there. */
      lineOf(path: readonly PropertyKey[]): number
      /** The line of a key itself, of the mapping at this path. */
      lineOfKey(path: readonly PropertyKey[], key: string): number
    }>
  | Readonly<{ kind: 'error'; problems: readonly Readonly<{ line: number; problem: string }>[] }>

/** Reads YAML 1.2, strictly: duplicate keys, keys that are lists or maps, unknown tags, aliases and a second document are errors. */
export function readYaml(text: string): YamlText {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  })
  const line = (node: Node | null | undefined): number | null =>
    node?.range ? Math.max(counter.linePos(node.range[0]).line, 1) : null
  const problems = [...notCaused(document.errors), ...document.warnings].map(({ code, pos, message }) => ({
    line: Math.max(counter.linePos(pos[0]).line, 1),
    problem: PROBLEMS[code]?.(text.slice(pos[0])) ?? message,
  }))
  visit(document, {
    Alias: (_, node) => {
      problems.push({ line: line(node) ?? 1, problem: 'Aliases (`*name`) are not supported; write the value again' })
    },
    // JavaScript gives this name a meaning of its own, and the schema would skip it without a word.
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') {
        problems.push({ line: line(key) ?? 1, problem: 'The key `__proto__` is not allowed' })
      }
    },
  })
  if (problems.length > 0) return { kind: 'error', problems }

  function lineOf(path: readonly PropertyKey[]): number {
    const found = line(document.getIn(path, true) as Node | null | undefined)
    return found ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)))
  }
  function lineOfKey(path: readonly PropertyKey[], key: string): number {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true)
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : null
    return line(pair?.key as Node | null | undefined) ?? lineOf(path)
  }
  return { kind: 'value', value: document.toJS({ maxAliasCount: 0 }), lineOf, lineOfKey }
}

/** Mistakes after which the rest of the text is understood all the same. */
const LIMITED: ReadonlySet<ErrorCode> = new Set([
  'DUPLICATE_KEY',
  'MULTIPLE_DOCS',
  'TAG_RESOLVE_FAILED',
  'TAB_AS_INDENT',
  'NON_STRING_KEY',
])

/** The mistakes down to the first one that confuses the parser: what it says of the lines below follows from that one. */
function notCaused(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const confusing = errors.findIndex(({ code }) => !LIMITED.has(code))
  return confusing === -1 ? errors : errors.slice(0, confusing + 1)
}

/** What the parser says in words of its own code, or without saying what to do. `from`: the text from the mistake on. */
const PROBLEMS: Readonly<Partial<Record<ErrorCode, (from: string) => string | null>>> = {
  DUPLICATE_KEY: (from) => `The key \`${keyAt(from)}\` stands here a second time; keep one of the two`,
  MULTIPLE_DOCS: () => 'A second document begins here with `---`; keep one',
  TAG_RESOLVE_FAILED: () => 'Tags such as `!!float` are not supported; write the value without it',
  TAB_AS_INDENT: () => 'Tabs are not allowed as indentation; use spaces',
  BLOCK_AS_IMPLICIT_KEY: () =>
    'A mapping cannot begin in the middle of a line: check the indentation, and put a text with `: ` into quotes',
  MULTILINE_IMPLICIT_KEY: noColon,
  // Or a closing quote at the end of the text, or a comma between brackets: the parser says which.
  MISSING_CHAR: (from) => (/^[^:,"'{}[\]\n]+$/m.exec(from)?.index === 0 ? noColon(from) : null),
  NON_STRING_KEY: () => 'A key must be a text, not a list or a mapping',
}

function noColon(from: string): string {
  return `\`${keyAt(from)}\` has no colon after the key: write \`key: value\`, or \`key:\` with what belongs to it indented below`
}

function keyAt(from: string): string {
  return /^(?:"[^"]*"|'[^']*'|[^:\n]*)/.exec(from)?.[0].trim().replaceAll(/\s+/g, ' ') ?? ''
}
