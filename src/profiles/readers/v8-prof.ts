import { text } from '../../model/text.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `    687   27.4%   28.2%  JS: *handleOrder file:///srv/service.mjs:16:21` */
const ROW = /^ +(\d+) +\d+\.\d+%(?: +\d+\.\d+%)? +(.+)$/

const NOT_COMPARED = text`V8 inlines different functions in each run, and this text counts them for their callers. It is shown and not compared: record with node --cpu-prof.`

/** `node --prof-process`: the tables above the summary. They have no callers. */
export const v8Prof: ProfileFormat = {
  id: 'v8-prof',
  title: 'the text of node --prof-process',
  recognizes({ text }) {
    return /^Statistical profiling result from /.test(text)
  },
  parse({ text }) {
    const table = new StackTable()
    const samples = Number(/\((\d+) ticks,/.exec(text)?.[1] ?? 0)
    for (const row of text.split(/^ \[Summary\]:/m, 1)[0]?.split(/\r?\n/) ?? []) {
      const [, ticks, what = ''] = ROW.exec(row) ?? []
      if (ticks !== undefined) table.add([table.frame(readWhat(what))], Number(ticks))
    }
    return {
      format: 'v8-prof',
      tool: 'node --prof',
      counted: 'cpu-time',
      unit: 'samples',
      nature: 'shown',
      language: 'javascript',
      samples,
      hasCallers: false,
      ...table.finish(NOT_COMPARED),
    }
  },
}

function readWhat(what: string): Readonly<{ name: string; file: string | null }> {
  const [, name, file] =
    /^(?:JS|LazyCompile|Function|Script|Eval): [*~^+]?(\S*) ([^ ]+?)(?::\d+){0,2}$/.exec(what) ?? []
  return file === undefined ? { name: what, file: null } : { name: name ?? '', file }
}
