import { UserError } from '../../model/errors.ts'
import { type Text, text } from '../../model/text.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** An opening or closing tag, or text. The protocol has no attributes, no CDATA and no comments: anything else is refused. */
const TOKEN = /<(\/?)([a-z_]+)>|<([^>]{0,40})|([^<]+)/gi

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

type Leak = { kind: string; bytes: number; functions: Readonly<{ name: string; library: string | null }>[] }

/** https://sourceware.org/git/?p=valgrind.git;a=blob;f=docs/internals/xml-output-protocol4.txt. Bytes that were lost, by who allocated them. */
export const memcheck: ProfileFormat = {
  id: 'memcheck',
  title: 'the XML of memcheck',
  recognizes({ text }) {
    const start = text.slice(0, 4096)
    return start.includes('<valgrindoutput>') && start.includes('<protocoltool>memcheck</protocoltool>')
  },
  parse({ text }) {
    if (!/<\/valgrindoutput>\s*$/.test(text)) {
      throw new UserError(
        'The XML has no end: the program was killed before memcheck could write it. Let the program end.',
      )
    }
    const leaks = leaksOf(text)
    const table = new StackTable()
    for (const { kind, bytes, functions } of leaks.filter((leak) => leak.kind.startsWith('Leak_'))) {
      const innermostFirst = functions.map((one) => table.frame(one))
      table.add([table.frame({ name: `[${kind}]` }), ...innermostFirst.reverse()], bytes)
    }
    const errors = leaks.filter(({ kind }) => !kind.startsWith('Leak_')).length
    return {
      format: 'memcheck',
      tool: 'memcheck',
      counted: 'leaked-bytes',
      unit: 'bytes',
      nature: 'exact',
      language: 'native',
      samples: null,
      hasCallers: true,
      ...table.finish(...(errors === 0 ? [] : [otherErrors(errors)])),
    }
  },
}

function leaksOf(text: string): readonly Leak[] {
  const leaks: Leak[] = []
  const open: string[] = []
  let [leak, frame]: [Leak, { name: string; library: string | null }] = [emptyLeak(), { name: '', library: null }]
  let isFirstStack = true
  const body = text.replace(/^\s*<\?xml[^>]{0,100}\?>/, '')
  for (const [, slash, tag, strange, content] of body.matchAll(TOKEN)) {
    if (strange !== undefined)
      throw new UserError(`The XML holds ${JSON.stringify(`<${strange}`)}, which memcheck does not write.`)
    if (content !== undefined) {
      const value = unescaped(content.trim())
      const [parent, name] = open.slice(-2)
      if (parent === 'frame' && name === 'fn') frame.name = value
      else if (parent === 'frame' && name === 'obj') frame.library = value
      else if (parent === 'error' && name === 'kind') leak.kind = value
      else if (name === 'leakedbytes') leak.bytes = Number(value)
    } else if (slash === '') {
      open.push(tag ?? '')
      if (open.length > 20) throw new UserError('The XML is nested deeper than memcheck writes it.')
      if (tag === 'error') [leak, isFirstStack] = [emptyLeak(), true]
      else if (tag === 'frame') frame = { name: '[unknown]', library: null }
    } else {
      if (open.pop() !== tag) throw new UserError(`The XML closes <${tag}> where it is not open. The file is damaged.`)
      if (tag === 'frame' && open.includes('error') && isFirstStack) leak.functions.push(frame)
      else if (tag === 'stack') isFirstStack = false
      else if (tag === 'error') leaks.push(leak)
    }
  }
  return leaks
}

function emptyLeak(): Leak {
  return { kind: '', bytes: 0, functions: [] }
}

function unescaped(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

function otherErrors(errors: number): Text {
  return text`memcheck found ${errors} errors that are not leaks. They are not compared.`
}
